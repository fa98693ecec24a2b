/// <reference lib="esnext.disposable" preserve="true" />
import { type KeypersonError, failure } from "./error.js";
import { bounded, call } from "./module.js";
import { Journal as Handle, JournalBuilder as BuilderHandle, Policy as PolicyHandle } from "./wasm/keyperson.js";
import type { Fact, PartnerId, PersonId, PolicyDocument } from "./types.js";

interface Freed {
  free(): void;
  /** Where it lies in the module's memory; 0 once it was freed. */
  readonly __wbg_ptr?: number;
}

/** What lives in the WebAssembly module's memory, until it is freed or no longer reached. */
abstract class Held {
  #handle: Freed | undefined;

  /** @internal */
  constructor(handle: Freed, kind: Function & { readonly prototype: Freed }) {
    // Callers without types may try to make one of anything.
    if (!(handle instanceof kind)) throw notOne(handle, kind.name);
    this.#handle = handle;
  }

  /** @internal What lives in the module. A copy, a clone and a proxy have nothing there, whatever they look like. */
  protected get held(): Freed {
    if (!(#handle in this)) throw notOne(this, "journal, builder or policy");
    if (this.#handle === undefined || this.#handle.__wbg_ptr === 0) {
      throw failure("disposed", "this was freed already", "make a new one, or free it later");
    }
    return this.#handle;
  }

  /** Gives its memory back now, rather than when it is collected. Calling it again does nothing. */
  free(): void {
    if (!(this instanceof Held && #handle in this)) throw notOne(this, "journal, builder or policy");
    const handle = this.#handle;
    this.#handle = undefined;
    if (handle?.__wbg_ptr !== 0) handle?.free();
  }

  /** For `using`: as {@link free}. */
  [Symbol.dispose](): void {
    Held.prototype.free.call(this);
  }
}

/**
 * A set of facts, each id once. Order and repetition do not matter.
 *
 * ```ts
 * const journal = Journal.fromJsonLines(await readFile("facts.jsonl")); // bytes that are not UTF-8 are refused
 * ```
 */
export class Journal extends Held {
  /** @internal */
  get handle(): Handle {
    return this.held as Handle;
  }

  /** @internal */
  constructor(handle: Handle) {
    super(handle, Handle);
  }

  /**
   * Reads facts from JSON Lines: one JSON object per line. Blank lines and a byte order mark are ignored.
   *
   * @param text the text, or the bytes of a file in UTF-8; at most 64 MiB (a {@link JournalBuilder} reads more)
   * @throws KeypersonError with every problem of the text, each with its line
   */
  static fromJsonLines(text: string | Uint8Array): Journal {
    return new Journal(
      call(({ Journal }) =>
        text instanceof Uint8Array ? Journal.fromJsonLinesBytes(here(text)) : Journal.fromJsonLines(bounded(text)),
      ),
    );
  }

  /**
   * Takes facts.
   *
   * @throws KeypersonError with every problem, each with its path, such as `/3/value`
   */
  static fromFacts(facts: readonly Fact[]): Journal {
    return new Journal(call(({ Journal }) => Journal.fromFacts(bounded(json(facts)))));
  }

  /** All facts of both. @throws KeypersonError `fact_conflict` for an id that names different facts */
  merge(other: Journal): Journal {
    return new Journal(call(() => handleOf(this, Journal).merge(handleOf(other, Journal))));
  }

  /** How many facts there are. */
  get size(): number {
    return call(() => handleOf(this, Journal).size);
  }

  /** The partners of which there are facts, sorted. */
  get partners(): PartnerId[] {
    return call(() => handleOf(this, Journal).partners());
  }

  /** The people of whom there are facts, sorted. */
  get people(): PersonId[] {
    return call(() => handleOf(this, Journal).people());
  }

  /** The facts, by partner, instant, id. */
  facts(): Fact[] {
    const lines = call(() => handleOf(this, Journal).toJsonLines()).split("\n");
    return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as Fact);
  }

  /** Writes the journal as JSON Lines; reading the text gives the same journal, to the bit. */
  toJsonLines(): string {
    return call(() => handleOf(this, Journal).toJsonLines());
  }
}

/**
 * Reads a journal piece by piece, for files larger than 64 MiB.
 *
 * ```ts
 * const builder = new JournalBuilder();
 * for await (const lines of pieces) builder.pushJsonLines(lines);
 * const journal = builder.finish();
 * ```
 */
export class JournalBuilder extends Held {
  /** @internal */
  get handle(): BuilderHandle {
    return this.held as BuilderHandle;
  }

  constructor() {
    super(call(({ JournalBuilder }) => new JournalBuilder()), BuilderHandle);
  }

  /** Adds whole lines of JSON; lines are counted on from the last call. Problems are told by {@link finish}. */
  pushJsonLines(lines: string): this {
    call(() => handleOf(this, JournalBuilder).pushJsonLines(bounded(lines)));
    return this;
  }

  /** How many different facts there are by now. */
  get size(): number {
    return call(() => handleOf(this, JournalBuilder).size);
  }

  /** The journal; the builder begins anew. @throws KeypersonError with every problem met on the way */
  finish(): Journal {
    return new Journal(call(() => handleOf(this, JournalBuilder).finish()));
  }
}

/**
 * All judgement: weights, thresholds, half-lives, patterns, the ladder.
 *
 * ```ts
 * const policy = Policy.fromJson({ name: "ours", fit: { bar: 0.6 } }); // laid over the default one
 * ```
 *
 * A policy in TOML is read by `policyFromToml` of `keyperson/pages`.
 */
export class Policy extends Held {
  /** @internal */
  get handle(): PolicyHandle {
    return this.held as PolicyHandle;
  }

  /** @internal */
  constructor(handle: PolicyHandle) {
    super(handle, PolicyHandle);
  }

  /** The default policy. */
  static default(): Policy {
    return new Policy(call(({ Policy }) => new Policy()));
  }

  /** Reads a policy from JSON, as text or as an object. @throws KeypersonError with every problem of the document */
  static fromJson(document: string | PolicyDocument): Policy {
    const text = typeof document === "string" ? document : json(document);
    return new Policy(call(({ Policy }) => Policy.fromJson(bounded(text))));
  }

  /** Every setting, in a fixed order. */
  toJson(): string {
    return call(() => handleOf(this, Policy).toJson());
  }

  /** Every setting. */
  document(): PolicyDocument {
    return JSON.parse(call(() => handleOf(this, Policy).toJson())) as PolicyDocument;
  }
}

let shared: Policy | undefined;

/** @internal The default policy, read once. */
export function defaultPolicy(): Policy {
  return (shared ??= Policy.default());
}

/** @internal The handle of what must be a journal, or a policy: callers without types may pass anything. */
export function handleOf<H>(held: { readonly handle: H }, kind: { new (...of: never[]): { readonly handle: H }; readonly name: string }): H {
  if (held instanceof kind) return held.handle;
  throw notOne(held, kind.name);
}

function notOne(found: unknown, wanted: string): KeypersonError {
  const what = found === null ? "null" : typeof found === "object" ? "another object" : typeof found;
  const hint = "pass what keyperson's functions gave: no copy, clone or proxy of it (in Vue: `markRaw` it)";
  return failure("wrong_type", `expected a ${wanted}, found ${what}`, hint);
}

/** The bytes, unless they were given away, to a worker perhaps: they would read as no facts at all. */
function here(bytes: Uint8Array): Uint8Array {
  try {
    // Only a buffer that is still there can be looked at.
    if (bytes.length === 0) new Uint8Array(bytes.buffer);
  } catch (cause) {
    throw failure("disposed", "these bytes were transferred and are no longer here", "transfer a copy, or read them before", cause);
  }
  return bytes;
}

/** @internal A value as JSON text. */
export function json(value: unknown): string {
  try {
    // `undefined` and functions have no text; `null` is refused by the core with its place.
    return JSON.stringify(value) ?? "null";
  } catch (cause) {
    throw failure("not_json", `this cannot be written as JSON: ${String(cause)}`, "pass plain data: no cycles, no BigInt", cause);
  }
}
