import { refusal } from "./error.js";
import type { Refused } from "./types.js";

const LINE_FEED = 0x0a;
const utf8 = new TextDecoder();

/**
 * @internal The answer that `askInSections` of the module writes: an object whose long fields are read from their text
 * when they are first asked for. Reading all of a brief takes half as long as making it, and few ask for all of it.
 *
 * Everything else about the object is as if it had been read at once: the fields are its own, in their order, can be
 * listed, spread, written as JSON, cloned, assigned and frozen.
 */
export function inSections<T extends object>(told: Uint8Array): T {
  const end = told.indexOf(LINE_FEED);
  const line = read(told.subarray(0, end)) as [T, [name: string, bytes: number][]] | Refused;
  if (!Array.isArray(line)) throw refusal(line);
  const [answer, lengths] = line;
  let start = end + 1;
  for (const [name, bytes] of lengths) {
    later(answer, name, told.subarray(start, start + bytes));
    start += bytes;
  }
  // In Node, consoles show what an object holds, not how.
  if (lengths.length > 0) hidden(answer, Symbol.for("nodejs.util.inspect.custom"), () => ({ ...answer }));
  return answer;
}

/** Lets a field be read from its text when it is first asked for. */
function later(answer: object, name: string, text: Uint8Array): void {
  let unread: Uint8Array | undefined = text;
  let value: unknown;
  Object.defineProperty(answer, name, {
    get() {
      if (unread !== undefined) {
        value = read(unread);
        unread = undefined;
      }
      return value;
    },
    set(this: object, assigned: unknown) {
      Object.defineProperty(this, name, { value: assigned, configurable: true, enumerable: true, writable: true });
    },
  });
}

function hidden(answer: object, name: symbol, value: unknown): void {
  Object.defineProperty(answer, name, { value, configurable: true, writable: true });
}

function read(text: Uint8Array): unknown {
  return JSON.parse(utf8.decode(text));
}
