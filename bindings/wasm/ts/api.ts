/**
 * Who moves a partnership, how sure we are, and what to do this week: facts + policy + date → brief.
 *
 * Functions and options are written as in all TypeScript; documents (facts, policies, answers) keep the names of the
 * JSON form, `as_of` and not `asOf`, because they are that JSON: what a server of another language wrote is typed
 * here, and what is shown here can be stored and sent as it is.
 *
 * @module
 */
import { refusal } from "./error.js";
import { Journal, Policy, defaultPolicy, handleOf, json } from "./journal.js";
import { bounded, call, isTooLarge, tooLarge } from "./module.js";
import {
  type BriefOptions,
  type ChangeOptions,
  type DealOptions,
  type Language,
  type LanguageOptions,
  type PersonOptions,
  type PortfolioOptions,
  type TrailOptions,
  question,
} from "./question.js";
import type { Brief, BusinessDay, Change, Day, Draft, Finding, FindingText, Key, Portfolio, Refused, Trail } from "./types.js";

export { type ErrorCode, KeypersonError } from "./error.js";
export { Journal, JournalBuilder, Policy } from "./journal.js";
export type { Source } from "./loader.js";
export { init, initSync } from "./module.js";
export type {
  AsOf,
  BriefOptions,
  ChangeOptions,
  DealOptions,
  Language,
  LanguageOptions,
  PersonOptions,
  PortfolioOptions,
  TrailOptions,
} from "./question.js";
export type * from "./types.js";

/** What is asked of a business calendar. */
export interface BusinessDayOptions {
  /** The day. */
  day: Day;
  /** Count the business days from `day` to this one. */
  to?: Day | undefined;
  /** Find the day so many business days after `day`. */
  days?: number | undefined;
  /** Name of the calendar; the policy's where absent. */
  calendar?: Key | undefined;
  /** The default policy where absent. */
  policy?: Policy | undefined;
}

/**
 * The JSON form: a question as text in, the answer as text out, the same bytes in every language. It never throws
 * for what a question says; it answers `{"errors": […], "count": n}`.
 *
 * ```ts
 * ask('{"do":"facts","facts":[]}'); // {"answer":{"facts":0,"people":0,"partners":0}}
 * ```
 */
export function ask(asked: string): string {
  return call((module) => (isTooLarge(asked) ? tooLarge(asked) : module.ask(asked)));
}

/**
 * Everything about one person, on one page.
 *
 * ```ts
 * const { fit, findings } = brief(journal, { person: "p-001", asOf: "2026-04-30" });
 * ```
 *
 * @throws KeypersonError `unknown_person` where no fact up to the date names the person
 */
export function brief(journal: Journal, options: BriefOptions): Brief {
  return parsed<Brief>(answer(journal, options.policy, question("brief", options)));
}

/** The brief as the JSON form writes it, to the byte: for storing and sending. */
export function briefJson(journal: Journal, options: BriefOptions): string {
  return inner(answer(journal, options.policy, question("brief", options)));
}

/** Everybody at every partner, each partner's people ranked among themselves. */
export function portfolio(journal: Journal, options: PortfolioOptions): Portfolio {
  return parsed<Portfolio>(answer(journal, options.policy, question("portfolio", options)));
}

/** The portfolio as the JSON form writes it, to the byte. */
export function portfolioJson(journal: Journal, options: PortfolioOptions): string {
  return inner(answer(journal, options.policy, question("portfolio", options)));
}

/** What moved a person between two dates. */
export function change(journal: Journal, options: ChangeOptions): Change {
  return parsed<Change>(answer(journal, options.policy, question("change", options)));
}

/** The change as the JSON form writes it, to the byte. */
export function changeJson(journal: Journal, options: ChangeOptions): string {
  return inner(answer(journal, options.policy, question("change", options)));
}

/** The facts behind the numbers of a brief, and back: all, those of a `pointer` into it, or what came of one `fact`. */
export function trail(journal: Journal, options: TrailOptions): Trail {
  return parsed<Trail>(answer(journal, options.policy, question("trail", options)));
}

/** The trail as the JSON form writes it, to the byte. */
export function trailJson(journal: Journal, options: TrailOptions): string {
  return inner(answer(journal, options.policy, question("trail", options)));
}

/** The draft, in Markdown, of the message by which executives tell the company who leads. */
export function announcementDraft(journal: Journal, options: PersonOptions & LanguageOptions): Draft {
  return parsed<Draft>(answer(journal, options.policy, question("draft", options, "announcement")));
}

/** The draft, in Markdown, of the case study of a won deal. */
export function caseStudyDraft(journal: Journal, options: DealOptions & LanguageOptions): Draft {
  return parsed<Draft>(answer(journal, options.policy, question("draft", options, "case_study")));
}

/**
 * A day in a business calendar.
 *
 * ```ts
 * businessDay({ day: "2026-05-01" }).next_business_day; // "2026-05-07", after the Golden Week
 * ```
 */
export function businessDay(options: BusinessDayOptions): BusinessDay {
  const { policy, ...asked } = options;
  noFacts ??= Journal.fromFacts([]);
  return parsed<BusinessDay>(answer(noFacts, policy, json({ do: "business_day", ...asked })));
}

/** What a finding says, in sentences. */
export function findingText(finding: Finding, language: Language): FindingText {
  return JSON.parse(call((module) => module.findingText(json(finding), text(language)))) as FindingText;
}

function answer(journal: Journal, policy: Policy | undefined, asked: string): string {
  const [facts, judgement] = [handleOf(journal, Journal), handleOf(policy ?? defaultPolicy(), Policy)];
  return call((module) => module.askAbout(facts, judgement, bounded(asked)));
}

/** What stands in `{"answer":…}`. */
function inner(told: string): string {
  const OPENING = '{"answer":';
  if (!told.startsWith(OPENING)) throw refusal(JSON.parse(told) as Refused);
  return told.slice(OPENING.length, -1);
}

function parsed<T>(told: string): T {
  const document = JSON.parse(told) as { answer: T } | Refused;
  if ("errors" in document) throw refusal(document);
  return document.answer;
}

/** Callers without types may pass anything where a text belongs; the core names what it does not know. */
function text(value: string): string {
  return String(value);
}

/** A calendar needs no facts; the empty journal is made once. */
let noFacts: Journal | undefined;
