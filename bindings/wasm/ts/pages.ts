/**
 * Pages for people, and policies in TOML. They live in a WebAssembly module of their own, since a browser that only
 * shows its own view of a brief need not load them.
 *
 * @module
 */
import load, * as exported from "./wasm/keyperson_pages.js";
import { Journal, Policy, defaultPolicy, handleOf } from "./journal.js";
import { Loader, type Source } from "./loader.js";
import { bounded } from "./module.js";
import { type BriefOptions, type LanguageOptions, type PortfolioOptions, question } from "./question.js";

const pages = new Loader<typeof exported>(exported, load, "keyperson_pages.wasm");

/** Loads the module of the pages, as `init` of `keyperson` does the other one; both are needed. */
export function init(source?: Source | Promise<Response>): Promise<void> {
  return pages.init(source);
}

/** As {@link init}, from the bytes of `keyperson_pages.wasm`, without waiting. */
export function initSync(source: BufferSource | WebAssembly.Module): void {
  pages.initSync(source);
}

/** The brief as one self-contained HTML page: no script, nothing from elsewhere, one A4 page when printed. */
export function briefHtml(journal: Journal, options: BriefOptions & LanguageOptions): string {
  return page("briefHtml", journal, options, "brief");
}

/** The brief as Markdown. */
export function briefMarkdown(journal: Journal, options: BriefOptions & LanguageOptions): string {
  return page("briefMarkdown", journal, options, "brief");
}

/** The brief as plain text, at most 88 columns wide. */
export function briefText(journal: Journal, options: BriefOptions & LanguageOptions): string {
  return page("briefText", journal, options, "brief");
}

/** The coming regular meetings as an iCalendar file, each with its agenda. */
export function iCalendar(journal: Journal, options: BriefOptions & LanguageOptions): string {
  return page("iCalendar", journal, options, "brief");
}

/** The portfolio as one self-contained HTML page. */
export function portfolioHtml(journal: Journal, options: PortfolioOptions & LanguageOptions): string {
  return page("portfolioHtml", journal, options, "portfolio");
}

/** The portfolio as Markdown. */
export function portfolioMarkdown(journal: Journal, options: PortfolioOptions & LanguageOptions): string {
  return page("portfolioMarkdown", journal, options, "portfolio");
}

/** The portfolio as CSV that is safe to open in a spreadsheet: codes instead of words, shares from 0 to 1. */
export function portfolioCsv(journal: Journal, options: PortfolioOptions): string {
  return page("portfolioCsv", journal, options, "portfolio");
}

/** Reads a policy file. @throws KeypersonError with every problem of the document, each with its line or path */
export function policyFromToml(text: string): Policy {
  return Policy.fromJson(pages.call((module) => module.policyOfToml(bounded(text))));
}

type Form = `brief${"Html" | "Markdown" | "Text"}` | `portfolio${"Html" | "Markdown" | "Csv"}` | "iCalendar";

function page(form: Form, journal: Journal, options: PortfolioOptions & LanguageOptions, what: string): string {
  const [facts, judgement] = [journalHere(journal), policyHere(options.policy ?? defaultPolicy())];
  const { language = "ja", ...asked } = options;
  return pages.call((module) => module[form](facts, judgement, question(what, asked), String(language)));
}

/** What was read in the other module is read here once as well; it goes when the journal or policy goes. */
const journals = new WeakMap<Journal, exported.Journal>();
const policies = new WeakMap<Policy, exported.Policy>();

function journalHere(journal: Journal): exported.Journal {
  handleOf(journal, Journal);
  const known = journals.get(journal);
  if (known !== undefined) return known;
  const read = pages.call((module) => {
    // A journal may be larger than what is read as one document; a builder takes all of it.
    const builder = new module.JournalBuilder();
    try {
      builder.pushJsonLines(journal.toJsonLines());
      return builder.finish();
    } finally {
      builder.free();
    }
  });
  journals.set(journal, read);
  return read;
}

function policyHere(policy: Policy): exported.Policy {
  handleOf(policy, Policy);
  const known = policies.get(policy);
  if (known !== undefined) return known;
  const read = pages.call((module) => module.Policy.fromJson(policy.toJson()));
  policies.set(policy, read);
  return read;
}
