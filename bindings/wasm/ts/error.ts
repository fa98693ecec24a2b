import type { Problem, Refused } from "./types.js";

/**
 * The permanent code of an error: one of the core's, or
 * - `not_initialised`: a function was called before `init()` had finished;
 * - `disposed`: a journal or policy was used after `free()`;
 * - `render_failed`, `internal_error`: a bug of keyperson; please report it.
 */
export type ErrorCode = Problem["code"] | "not_initialised" | "disposed" | "render_failed" | "internal_error";

/** What an error tells of its first problem; one that is not about input has no values. */
type First = Omit<Problem, "code" | "values"> & { code: ErrorCode };

/**
 * What keyperson throws, and all that it throws.
 *
 * `code`, `path`, `line` and `hint` are those of the first problem; `problems` holds all of them, at most 1,000.
 *
 * ```ts
 * try {
 *   Journal.fromJsonLines(text);
 * } catch (error) {
 *   if (error instanceof KeypersonError) for (const p of error.problems) console.warn(p.line, p.path, p.message, p.hint);
 * }
 * ```
 */
export class KeypersonError extends Error {
  override readonly name = "KeypersonError";
  /** The permanent code, in snake case. */
  readonly code: ErrorCode;
  /** JSON pointer of the place; empty for the whole input or line. */
  readonly path: string;
  /** Line of the text, from 1; `null` where the input has no lines. */
  readonly line: number | null;
  /** What to do about it, for people. */
  readonly hint: string;
  /** The core's problems, in the order of the input; empty where the error is not about input. */
  readonly problems: readonly Problem[];
  /** How many problems there were in all. */
  readonly count: number;

  /** @internal */
  constructor(first: First, all: Refused = { errors: [], count: 1 }, cause?: unknown) {
    super(said(first, all.count), cause === undefined ? undefined : { cause });
    this.code = first.code;
    this.path = first.path;
    this.line = first.line;
    this.hint = first.hint;
    this.problems = all.errors;
    this.count = all.count;
  }
}

/** @internal An error that is not about input. */
export function failure(code: ErrorCode, message: string, hint: string, cause?: unknown): KeypersonError {
  return new KeypersonError({ code, path: "", line: null, message, hint }, undefined, cause);
}

/** @internal What the core refused. */
export function refusal(refused: Refused): KeypersonError {
  const [first] = refused.errors;
  if (first === undefined) return internal(new Error("a refusal without a problem"));
  return new KeypersonError(first, refused);
}

/** @internal What should never happen. */
export function internal(cause: unknown): KeypersonError {
  const message = `unexpected: ${cause instanceof Error ? cause.message : String(cause)}`;
  return failure("internal_error", message, "this is a bug of keyperson: please report it, with what was asked", cause);
}

function said(first: First, count: number): string {
  const place = [first.line === null ? "" : `line ${first.line}`, first.path].filter((part) => part !== "").join(", ");
  const more = count > 1 ? ` (and ${count - 1} more)` : "";
  return `${place === "" ? "" : `${place}: `}${first.message} [${first.code}]; ${first.hint}${more}`;
}
