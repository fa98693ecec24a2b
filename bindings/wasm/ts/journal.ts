/// <reference lib="esnext.disposable" preserve="true" />
import { failure } from "./error.js";
import { bounded, call } from "./module.js";
import type { Journal as Handle, JournalBuilder as BuilderHandle, Policy as PolicyHandle } from "./wasm/keyperson.js";
import type { Fact, PartnerId, PersonId, PolicyDocument } from "./types.js";

interface Freed {
  free(): void;
}

/** What lives in the WebAssembly module's memory, until it is freed or no longer reached. */
abstract class Held {
  #handle: Freed | undefined;

  /** @internal */
  constructor(handle: Freed) {
    this.#handle = handle;
  }

  /** @internal */
  protected get held(): Freed {
    if (this.#handle === undefined) throw failure("disposed", "this was freed already", "make a new one");
    return this.#handle;
  }

  /** Gives its memory back now, rather than when it is collected. Calling it again does nothing. */
  free(): void {
    const handle = this.#handle;
    this.#handle = undefined;
    handle?.free();
  }

  /** For `using`: as {@link free}. */
  [Symbol.dispose](): void {
    this.free();
  }
}

/**
 * A set of facts, each id once. Order and repetition do not matter.
 *
 * ```ts
 * const journal = Journal.fromJsonLines(await readFile("facts.jsonl", "utf8"));
 * ```
 */
export class Journal extends Held {
  /** @internal */
  get handle(): Handle {
    return this.held as Handle;
  }

  /**
   * Reads facts from JSON Lines: one JSON object a line, blank lines ignored, a byte order mark tolerated.
   *
   * @param text the text, or the bytes of a file in UTF-8; at most 64 MiB (a {@link JournalBuilder} reads more)
   * @throws KeypersonError with every problem of the text, each with its line
   */
  static fromJsonLines(text: string | Uint8Array): Journal {
    return new Journal(
      call(({ Journal }) =>
        text instanceof Uint8Array ? Journal.fromJsonLinesBytes(text) : Journal.fromJsonLines(bounded(text)),
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
    return new Journal(call(() => this.handle.merge(handleOf(other, Journal))));
  }

  /** How many facts there are. */
  get size(): number {
    return call(() => this.handle.size);
  }

  /** The partners of which there are facts, sorted. */
  get partners(): PartnerId[] {
    return call(() => this.handle.partners());
  }

  /** The people of whom there are facts, sorted. */
  get people(): PersonId[] {
    return call(() => this.handle.people());
  }

  /** The facts, by partner, instant, id. */
  facts(): Fact[] {
    const lines = this.toJsonLines().split("\n");
    return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as Fact);
  }

  /** Writes the journal as JSON Lines; reading the text gives the same journal, to the bit. */
  toJsonLines(): string {
    return call(() => this.handle.toJsonLines());
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
    super(call(({ JournalBuilder }) => new JournalBuilder()));
  }

  /** Adds whole lines of JSON; lines are counted on from the last call. Problems are told by {@link finish}. */
  pushJsonLines(lines: string): this {
    call(() => this.handle.pushJsonLines(bounded(lines)));
    return this;
  }

  /** How many different facts there are by now. */
  get size(): number {
    return call(() => this.handle.size);
  }

  /** The journal; the builder begins anew. @throws KeypersonError with every problem met on the way */
  finish(): Journal {
    return new Journal(call(() => this.handle.finish()));
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
    return call(() => this.handle.toJson());
  }

  /** Every setting. */
  document(): PolicyDocument {
    return JSON.parse(this.toJson()) as PolicyDocument;
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
  const found = held === null ? "null" : typeof held;
  throw failure("wrong_type", `expected a ${kind.name}, found ${found}`, `read it with the functions of ${kind.name}`);
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
