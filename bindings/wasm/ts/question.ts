import { type Policy, json } from "./journal.js";
import type { Day, FactId, Instant, PartnerId, PersonId } from "./types.js";

/** 日本語 or English. */
export type Language = "ja" | "en";

/** When the question is asked: an instant, or a day, which means its end in the policy's zone. */
export type AsOf = Instant | Day | Date;

/** What is asked of a journal. */
export interface PortfolioOptions {
  /** Facts after it are not seen. */
  asOf: AsOf;
  /** The default policy where absent. */
  policy?: Policy | undefined;
}

/** What is asked of one person. */
export interface PersonOptions extends PortfolioOptions {
  /** The person's id. */
  person: PersonId;
}

/** What is asked of a brief. */
export interface BriefOptions extends PersonOptions {
  /** Tell what changed since then; since the last meeting at which the brief was shared where absent. */
  since?: AsOf | undefined;
}

/** What is asked of two dates. */
export interface ChangeOptions extends PersonOptions {
  /** The earlier date. */
  since: AsOf;
}

/** What is asked of the facts behind a brief: all of them, or one part. */
export interface TrailOptions extends PersonOptions {
  /** JSON pointer into the brief, such as `/fit/score`. */
  pointer?: string | undefined;
  /** A fact, of which to say what it led to. */
  fact?: FactId | undefined;
}

/** In which language a text is written: Japanese where absent. */
export interface LanguageOptions {
  language?: Language | undefined;
}

/** What is asked of a won deal. */
export interface DealOptions extends PortfolioOptions {
  /** The deal's id. */
  deal: string;
  /** The partner, where several have a deal of that id. */
  partner?: PartnerId | undefined;
}

type Asked = Partial<BriefOptions & TrailOptions & DealOptions & LanguageOptions>;

/** @internal A question as the JSON form asks it; what has no place in it is left out. */
export function question(what: string, options: Asked, draft?: string): string {
  const { asOf, since, policy: _policy, person, pointer, fact, deal, partner, language } = options;
  const dates = { as_of: instant(asOf), since: instant(since) };
  return json({ do: what, person, ...dates, pointer, fact, draft, deal, partner, language });
}

/** A date as the core reads it; one that is none is left to the core, which says so. */
function instant(asOf: AsOf | undefined): unknown {
  if (!(asOf instanceof Date)) return asOf;
  return Number.isNaN(asOf.getTime()) ? String(asOf) : asOf.toISOString();
}
