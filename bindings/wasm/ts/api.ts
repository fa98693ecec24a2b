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
import { type Module, bounded, call, refusedText } from "./module.js";
import {
  type BriefOptions,
  type ChangeOptions,
  type DealOptions,
  type LanguageOptions,
  type PartnerOptions,
  type PersonOptions,
  type PortfolioOptions,
  type TrailOptions,
  type TraitValues,
  type WhatIfOptions,
  question,
} from "./question.js";
import { inSections } from "./sections.js";
import type { Brief, BusinessDay, Change, Day, Draft, Finding, FindingText, Fit, Key, Language, Portfolio, Ranking, Refused, Schedule, Trail, WhatIf } from "./types.js";

export { type ErrorCode, KeypersonError } from "./error.js";
export { Journal, JournalBuilder, Policy } from "./journal.js";
export type { Source } from "./loader.js";
export { init, initSync } from "./module.js";
export type {
  AsOf,
  BriefOptions,
  ChangeOptions,
  DealOptions,
  LanguageOptions,
  PartnerOptions,
  PersonOptions,
  PortfolioOptions,
  TrailOptions,
  TraitValues,
  WhatIfOptions,
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
  return call((module) => refusedText(asked) ?? module.ask(asked));
}

/**
 * Everything about one person, on one page.
 *
 * ```ts
 * const { fit, findings } = brief(journal, { person: "p-001", asOf: "2026-04-30" });
 * ```
 *
 * Its long fields are read from their text when they are first asked for, since reading all of them takes half as long
 * as making the brief; a browser's console shows those as `(…)` until they are. In all else it is a plain object.
 *
 * @throws KeypersonError `unknown_person` where no fact up to the date names the person
 */
export function brief(journal: Journal, options: BriefOptions): Brief {
  return document<Brief>(journal, options.policy, question("brief", options));
}

/** The brief as the JSON form writes it, to the byte: for storing and sending. */
export function briefJson(journal: Journal, options: BriefOptions): string {
  return text(journal, options.policy, question("brief", options));
}

/** Everybody at every partner, each partner's people ranked among themselves. */
export function portfolio(journal: Journal, options: PortfolioOptions): Portfolio {
  return document<Portfolio>(journal, options.policy, question("portfolio", options));
}

/** The portfolio as the JSON form writes it, to the byte. */
export function portfolioJson(journal: Journal, options: PortfolioOptions): string {
  return text(journal, options.policy, question("portfolio", options));
}

/** What moved a person between two dates. */
export function change(journal: Journal, options: ChangeOptions): Change {
  return document<Change>(journal, options.policy, question("change", options));
}

/** The change as the JSON form writes it, to the byte. */
export function changeJson(journal: Journal, options: ChangeOptions): string {
  return text(journal, options.policy, question("change", options));
}

/** The people of one partner in order, and whom the evidence cannot tell apart. @throws KeypersonError `unknown_partner` */
export function rank(journal: Journal, options: PartnerOptions): Ranking {
  return document<Ranking>(journal, options.policy, question("rank", options));
}

/** The ranking as the JSON form writes it, to the byte. */
export function rankJson(journal: Journal, options: PartnerOptions): string {
  return text(journal, options.policy, question("rank", options));
}

/**
 * The brief as it is, and as it would be.
 *
 * ```ts
 * const { before, after } = whatIf(journal, { person: "p-001", asOf: "2026-04-30", remedies: ["working_time"] });
 * ```
 */
export function whatIf(journal: Journal, options: WhatIfOptions): WhatIf {
  return document<WhatIf>(journal, options.policy, question("what_if", options));
}

/** The same as the JSON form writes it, to the byte. */
export function whatIfJson(journal: Journal, options: WhatIfOptions): string {
  return text(journal, options.policy, question("what_if", options));
}

/**
 * How well given values of traits fit the role. Only the policy is asked.
 *
 * ```ts
 * fit({ drive: 0.9, time: 0.2 }).score;
 * ```
 */
export function fit(traits: TraitValues, options: { policy?: Policy | undefined } = {}): Fit {
  return document<Fit>(withoutFacts(), options.policy, json({ do: "fit", traits }));
}

/** The fit as the JSON form writes it, to the byte. */
export function fitJson(traits: TraitValues, options: { policy?: Policy | undefined } = {}): string {
  return text(withoutFacts(), options.policy, json({ do: "fit", traits }));
}

/** The next regular meetings with a person. */
export function schedule(journal: Journal, options: PersonOptions): Schedule {
  return document<Schedule>(journal, options.policy, question("schedule", options));
}

/** The schedule as the JSON form writes it, to the byte. */
export function scheduleJson(journal: Journal, options: PersonOptions): string {
  return text(journal, options.policy, question("schedule", options));
}

/** The facts behind the numbers of a brief, and back: all, those of a `pointer` into it, or what came of one `fact`. */
export function trail(journal: Journal, options: TrailOptions): Trail {
  return document<Trail>(journal, options.policy, question("trail", options));
}

/** The trail as the JSON form writes it, to the byte. */
export function trailJson(journal: Journal, options: TrailOptions): string {
  return text(journal, options.policy, question("trail", options));
}

/** The draft, in Markdown, of the message by which executives tell the company who leads. */
export function announcementDraft(journal: Journal, options: PersonOptions & LanguageOptions): Draft {
  return document<Draft>(journal, options.policy, question("draft", options, "announcement"));
}

/** The draft, in Markdown, of the case study of a won deal. */
export function caseStudyDraft(journal: Journal, options: DealOptions & LanguageOptions): Draft {
  return document<Draft>(journal, options.policy, question("draft", options, "case_study"));
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
  return document<BusinessDay>(withoutFacts(), policy, json({ do: "business_day", ...asked }));
}

/** What a finding says, in sentences. */
export function findingText(finding: Finding, language: Language): FindingText {
  // Callers without types may pass anything as a language; the core names what it does not know.
  return JSON.parse(call((module) => module.findingText(json(finding), String(language)))) as FindingText;
}

type Ask<T> = (module: Module, journal: Journal["handle"], policy: Policy["handle"], asked: string) => T;

/** Journal and policy are looked at before the question. */
function about<T>(journal: Journal, policy: Policy | undefined, asked: string, ask: Ask<T>): T {
  const [facts, judgement] = [handleOf(journal, Journal), handleOf(policy ?? defaultPolicy(), Policy)];
  return call((module) => ask(module, facts, judgement, bounded(asked)));
}

/** An answer, typed. */
function document<T extends object>(journal: Journal, policy: Policy | undefined, asked: string): T {
  return inSections(about(journal, policy, asked, (module, ...question) => module.askInSections(...question)));
}

/** An answer as the JSON form writes it: what stands in `{"answer":…}`. */
function text(journal: Journal, policy: Policy | undefined, asked: string): string {
  const told = about(journal, policy, asked, (module, ...question) => module.askAbout(...question));
  const OPENING = '{"answer":';
  if (!told.startsWith(OPENING)) throw refusal(JSON.parse(told) as Refused);
  return told.slice(OPENING.length, -1);
}

/** What needs no facts is asked of an empty journal, which is made once. */
function withoutFacts(): Journal {
  return (noFacts ??= Journal.fromFacts([]));
}

let noFacts: Journal | undefined;
