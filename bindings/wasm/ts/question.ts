import { type Policy, json } from "./journal.js";
import type { Day, Fact, FactId, Instant, Key, Language, PartnerId, PersonId, Trait } from "./types.js";

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

/** What is asked of one partner. */
export interface PartnerOptions extends PortfolioOptions {
  /** The partner's id. */
  partner: PartnerId;
}

/** Values of traits from 0 to 1; one that is left out or `null` is unknown. */
export type TraitValues = { readonly [of in Trait]?: number | null | undefined };

/** What is supposed of a person. */
export interface WhatIfOptions extends PersonOptions {
  /** Values that traits would have. */
  traits?: TraitValues | undefined;
  /** Remedies of the policy that would be taken, by their codes. */
  remedies?: readonly Key[] | undefined;
  /** Facts that would be on record. */
  supposedFacts?: readonly Fact[] | undefined;
}

type Asked = Partial<WhatIfOptions & BriefOptions & TrailOptions & DealOptions & LanguageOptions>;

/** @internal A question as the JSON form asks it; what has no place in it is left out. */
export function question(what: string, options: Asked, draft?: string): string {
  const { asOf, since, policy: _policy, person, pointer, fact, deal, partner, language, traits, remedies, supposedFacts } = options;
  const dates = { as_of: instant(asOf), since: instant(since) };
  return json({ do: what, person, ...dates, pointer, fact, draft, deal, partner, language, traits, remedies, supposed_facts: supposedFacts });
}

/** A date as the core reads it; one that is none is left to the core, which says so. */
function instant(asOf: AsOf | undefined): unknown {
  if (!(asOf instanceof Date)) return asOf;
  return Number.isNaN(asOf.getTime()) ? String(asOf) : asOf.toISOString();
}
