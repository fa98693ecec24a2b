/**
 * Pages for people, and policies in TOML. They live in a WebAssembly module of their own, since a browser that only
 * shows its own view of a brief need not load them.
 *
 * @module
 */
import load, * as exported from "./wasm/keyperson_pages.js";
import { Policy, json } from "./journal.js";
import { Loader, type Source } from "./loader.js";
import { bounded } from "./module.js";
import type { LanguageOptions } from "./question.js";
import type { Brief, Language, Portfolio, Problem, Schedule } from "./types.js";

/** What a problem says in one language. */
export interface ProblemText {
  /** What is wrong. */
  text: string;
  /** What to do about it. */
  hint: string;
}

const pages = new Loader<typeof exported>(exported, load, "keyperson_pages.wasm");

/** Loads the module of the pages, as `init` of `keyperson` does the other one; both are needed. */
export function init(source?: Source | Promise<Response>): Promise<void> {
  return pages.init(source);
}

/** As {@link init}, from the bytes of `keyperson_pages.wasm`, without waiting. */
export function initSync(source: BufferSource | WebAssembly.Module): void {
  pages.initSync(source);
}

/**
 * The brief as one self-contained HTML page: no script, nothing from elsewhere, one A4 page when printed.
 *
 * ```ts
 * briefHtml(brief(journal, { person: "p-001", asOf: "2026-04-30" }), { language: "en" });
 * ```
 *
 * An answer that was stored, or that a server of another language wrote, is as good.
 *
 * @throws KeypersonError `wrong_type` for what is no brief of this version
 */
export function briefHtml(brief: Brief, options: LanguageOptions = {}): string {
  return page("briefHtml", brief, options);
}

/** The brief as Markdown. */
export function briefMarkdown(brief: Brief, options: LanguageOptions = {}): string {
  return page("briefMarkdown", brief, options);
}

/** The brief as plain text, at most 88 columns wide. */
export function briefText(brief: Brief, options: LanguageOptions = {}): string {
  return page("briefText", brief, options);
}

/** The coming regular meetings as an iCalendar file, each with its agenda: of a person's `schedule` and `brief`. */
export function iCalendar(brief: Brief, schedule: Schedule, options: LanguageOptions = {}): string {
  return pages.call((module) => module.iCalendar(written(brief), written(schedule), spoken(options)));
}

/** The portfolio as one self-contained HTML page. */
export function portfolioHtml(portfolio: Portfolio, options: LanguageOptions = {}): string {
  return page("portfolioHtml", portfolio, options);
}

/** The portfolio as Markdown. */
export function portfolioMarkdown(portfolio: Portfolio, options: LanguageOptions = {}): string {
  return page("portfolioMarkdown", portfolio, options);
}

/** The portfolio as CSV that is safe to open in a spreadsheet: codes instead of words, shares from 0 to 1. */
export function portfolioCsv(portfolio: Portfolio): string {
  return pages.call((module) => module.portfolioCsv(written(portfolio)));
}

/**
 * What a problem says and what to do about it, in a language.
 *
 * ```ts
 * catch (error) {
 *   if (error instanceof KeypersonError) for (const problem of error.problems) console.warn(problemText(problem).text);
 * }
 * ```
 *
 * @throws KeypersonError `wrong_type` for what is no problem of this version
 */
export function problemText(problem: Problem, options: LanguageOptions = {}): ProblemText {
  return JSON.parse(pages.call((module) => module.problemText(written(problem), spoken(options)))) as ProblemText;
}

/** Reads a policy file. @throws KeypersonError with every problem of the document, each with its line or path */
export function policyFromToml(text: string): Policy {
  return Policy.fromJson(pages.call((module) => module.policyOfToml(bounded(text))));
}

type Form = `brief${"Html" | "Markdown" | "Text"}` | `portfolio${"Html" | "Markdown"}`;

function page(form: Form, answer: Brief | Portfolio, options: LanguageOptions): string {
  return pages.call((module) => module[form](written(answer), spoken(options)));
}

/** The answer as the JSON text that it is. */
function written(answer: object): string {
  return bounded(json(answer));
}

function spoken({ language = "ja" }: { language?: Language | undefined }): string {
  return String(language);
}
