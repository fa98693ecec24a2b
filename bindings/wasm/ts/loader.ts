import { KeypersonError, failure, internal, refusal } from "./error.js";
import type { Refused } from "./types.js";

/** Where a module comes from: an address, a response, its bytes, or a compiled module. */
export type Source = string | URL | Request | Response | BufferSource | WebAssembly.Module;

interface Exported {
  initSync(input: { module: BufferSource | WebAssembly.Module }): unknown;
}

type Load = (input?: { module_or_path: Source | Promise<Response> }) => Promise<unknown>;

/** @internal One WebAssembly module: loading it, and the one door through which it is called. */
export class Loader<M extends Exported> {
  #loaded = false;
  #loading: Promise<void> | undefined;

  constructor(
    private readonly exported: M,
    private readonly load: Load,
    private readonly file: string,
  ) {}

  init(source?: Source | Promise<Response>): Promise<void> {
    if (this.#loaded) return Promise.resolve();
    // Two callers at once wait for one load; after a failed one the next call tries again.
    this.#loading ??= this.load(source === undefined ? undefined : { module_or_path: source }).then(
      () => {
        this.#loaded = true;
      },
      (cause: unknown) => {
        this.#loading = undefined;
        throw this.notLoaded(`check that ${this.file} is served`, cause);
      },
    );
    return this.#loading;
  }

  initSync(source: BufferSource | WebAssembly.Module): void {
    if (this.#loaded) return;
    try {
      this.exported.initSync({ module: source });
    } catch (cause) {
      throw this.notLoaded(`pass the bytes of ${this.file}`, cause);
    }
    this.#loaded = true;
  }

  /** Calls the module; whatever it throws becomes a {@link KeypersonError}. */
  call<T>(work: (module: M) => T): T {
    if (!this.#loaded) throw this.notLoaded("write `await init()` once, before anything else");
    try {
      return work(this.exported);
    } catch (thrown) {
      throw translated(thrown);
    }
  }

  private notLoaded(hint: string, cause?: unknown): KeypersonError {
    return failure("not_initialised", `${this.file} is not loaded`, hint, cause);
  }
}

function translated(thrown: unknown): KeypersonError {
  if (thrown instanceof KeypersonError) return thrown;
  if (typeof thrown !== "string") return internal(thrown);
  if (thrown.startsWith("{")) return refusal(JSON.parse(thrown) as Refused);
  return failure("render_failed", thrown, "please report this as a bug");
}
