import load, * as exported from "./wasm/keyperson.js";
import { failure, refusal } from "./error.js";
import { Loader, type Source } from "./loader.js";
import type { Refused } from "./types.js";

/** The module without pages. @internal */
export type Module = typeof exported;

const core = new Loader<Module>(exported, load, "keyperson.wasm");

/**
 * Loads the WebAssembly module; to be awaited once before anything else is called. Calling it again does nothing.
 *
 * In Node, Deno and Bun the module is loaded by the import already and `init()` returns at once, so the same code
 * runs everywhere.
 *
 * ```ts
 * import { init, ask } from "keyperson";
 * await init();
 * ask('{"do":"facts","facts":[]}');
 * ```
 *
 * @param source where `keyperson.wasm` comes from, if not from beside the package's code; `keyperson_fast.wasm` is
 * the same, quicker and larger
 */
export function init(source?: Source | Promise<Response>): Promise<void> {
  return core.init(source);
}

/**
 * Loads the WebAssembly module from its bytes, or compiled, without waiting: for workers and edge hosts.
 *
 * @param source the bytes of `keyperson.wasm`, or the compiled module
 */
export function initSync(source: BufferSource | WebAssembly.Module): void {
  core.initSync(source);
}

/** @internal Calls the module; whatever it throws becomes a `KeypersonError`. */
export function call<T>(work: (module: Module) => T): T {
  return core.call(work);
}

/** @internal The text, unless it is none that the core reads. */
export function bounded(text: string): string {
  const refused = refusedText(text);
  if (refused !== undefined) throw refusal(JSON.parse(refused) as Refused);
  return text;
}

/**
 * @internal Why a text is not handed over, as the core refuses in JSON; nothing where it is.
 *
 * One that is longer than anything that the core reads is not even copied. One with half a character would be changed:
 * in UTF-8, which the module reads, there is none, and a replacement would stand for it, in a name for good.
 */
export function refusedText(text: string): string | undefined {
  if (typeof text !== "string") throw failure("wrong_type", `expected a text, found ${typeof text}`, "pass a string");
  // A text has at least as many bytes in UTF-8 as it has UTF-16 units.
  if (text.length > 64 * 1024 * 1024) return call((module) => module.tooLarge(utf8Length(text)));
  const half = halfCharacter(text);
  if (half < 0) return undefined;
  const line = text.slice(0, half).split("\n").length;
  const message = `the text has half a character (a surrogate alone) at position ${half}`;
  const hint = "pass whole characters: look where the text was cut, or pass the bytes of a file";
  return JSON.stringify({ errors: [{ code: "not_utf8", path: "", line, message, hint }], count: 1 });
}

/** Where in a text half a surrogate pair stands, in UTF-16 units; -1 where there is none. */
function halfCharacter(text: string): number {
  // Engines that can look quickly do.
  const whole = (text as { isWellFormed?: () => boolean }).isWellFormed?.();
  return whole === true ? -1 : text.search(/\p{Surrogate}/u);
}

function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit > 0x7f) bytes += 1;
    // Of a pair, each half counts two.
    if (unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff)) bytes += 1;
  }
  return bytes;
}
