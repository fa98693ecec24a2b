/** Runs every case of `tests/conformance`, in the JSON form and in the typed form. */
import { beforeAll, expect, test } from "vitest";
import * as kp from "keyperson";
import { at, matches } from "./expectation.js";

type Ask = { do: string; facts?: string | kp.Fact[]; policy?: kp.PolicyDocument; as_of: string } & kp.ChangeOptions & kp.DealOptions & kp.WhatIfOptions & kp.PartnerOptions & { draft?: string; supposed_facts?: kp.Fact[] };
interface Case {
  id: string;
  says: string;
  ask?: Ask;
  ask_text?: string;
  ask_repeat?: { prefix: string; unit: string; times: number; suffix: string };
  expect?: Record<string, unknown>;
  errors?: { code: string; path: string; line?: number | null }[];
  whole?: boolean;
  sha256: string;
}

const files = import.meta.glob<string>("../../../tests/conformance/cases/*.json", { query: "?raw", import: "default", eager: true });
const cases = Object.values(files).flatMap((text) => (JSON.parse(text) as { cases: Case[] }).cases);
const count = { json: 0, typed: 0, untyped: [] as string[] };

beforeAll(() => kp.init());

async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

const OPENING = '{"answer":{';
const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\],]/g;

/** The part of an answer that a case is about, as the README of the corpus describes it. */
function part({ whole, expect: wanted }: Pick<Case, "whole" | "expect">, answer: string): string {
  const names = new Set(Object.keys(wanted ?? {}).flatMap((pointer) => /^\/answer\/([^/]+)/.exec(pointer)?.[1] ?? []));
  if (whole || names.size === 0 || !answer.startsWith(OPENING)) return answer;
  const named: string[] = [];
  let [start, depth] = [OPENING.length, 0];
  for (const { 0: token, index } of answer.slice(OPENING.length).matchAll(TOKENS)) {
    if ("{[".includes(token)) depth += 1;
    else if (depth === 0 && "},".includes(token)) {
      const member = answer.slice(start, OPENING.length + index);
      if (names.has(/^"([^"]*)"/.exec(member)![1]!)) named.push(member);
      if (token === "}") return named.join("\n");
      start = OPENING.length + index + 1;
    } else if ("}]".includes(token)) depth -= 1;
  }
  throw new Error(`no JSON object: ${answer}`);
}

const MEMBERS = "do facts policy person as_of since pointer fact calendar day to days draft deal partner language traits remedies supposed_facts".split(" ");

/** What a question gives through the typed form, as the JSON form would write it; `undefined` for what types rule out. */
function typed(ask: Ask): string | undefined {
  const { do: question, facts, policy: document, as_of: asOf, supposed_facts: supposedFacts, draft, ...rest } = ask;
  if (Object.keys(ask).some((member) => !MEMBERS.includes(member))) return undefined;
  if (typeof document === "string" || (facts != null && typeof facts !== "string" && !Array.isArray(facts))) return undefined;
  const problems: kp.Problem[] = [];
  const through = <T>(prefix: string, work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof kp.KeypersonError)) throw error;
      problems.push(...error.problems.map((problem) => ({ ...problem, path: prefix + problem.path })));
      return undefined;
    }
  };
  const policy = through("/policy", () => (document == null ? kp.Policy.default() : kp.Policy.fromJson(document)));
  const journal = through("/facts", () => (typeof facts === "string" ? kp.Journal.fromJsonLines(facts) : kp.Journal.fromFacts(facts ?? [])));
  const options = { ...rest, asOf, supposedFacts, ...(policy && { policy }) };
  const forms: Record<string, ((of: kp.Journal) => [string, unknown?]) | undefined> = {
    facts: (of) => [JSON.stringify({ facts: of.size, people: of.people.length, partners: of.partners.length })],
    policy: () => [policy?.toJson() ?? "", policy?.document()],
    brief: (of) => [kp.briefJson(of, options), kp.brief(of, options)],
    portfolio: (of) => [kp.portfolioJson(of, options), kp.portfolio(of, options)],
    change: (of) => [kp.changeJson(of, options), kp.change(of, options)],
    rank: (of) => [kp.rankJson(of, options), kp.rank(of, options)],
    what_if: (of) => [kp.whatIfJson(of, options), kp.whatIf(of, options)],
    fit: () => [kp.fitJson(options.traits as kp.TraitValues, options), kp.fit(options.traits as kp.TraitValues, options)],
    schedule: (of) => [kp.scheduleJson(of, options), kp.schedule(of, options)],
    trail: (of) => [kp.trailJson(of, options), kp.trail(of, options)],
    draft: (of) => [JSON.stringify(draft === "announcement" ? kp.announcementDraft(of, options) : kp.caseStudyDraft(of, options))],
    business_day: () => [JSON.stringify(kp.businessDay({ ...rest, policy } as unknown as kp.BusinessDayOptions))],
  };
  const form = forms[question];
  if (form === undefined || (question === "draft" && !["announcement", "case_study"].includes(String(draft)))) return undefined;
  const answer = journal && policy && through("", () => form(journal));
  if (!answer) return JSON.stringify({ errors: problems, count: problems.length });
  if (answer[1] !== undefined) expect(answer[1]).toEqual(JSON.parse(answer[0]));
  return `{"answer":${answer[0]}}`;
}

/** A journal no longer knows where the facts that it read stood: a calendar that one of them gives is told without its place. */
const placeless = (answer: string): string => {
  const { errors, ...rest } = JSON.parse(answer) as Partial<kp.Refused>;
  return errors?.some(({ code, message }) => code === "unknown_calendar" && message.includes(", which the fact ")) ? JSON.stringify({ errors: errors.map(({ code, message, hint }) => ({ code, message, hint })), ...rest }) : answer;
};

test.each(cases.map((one) => [one.id, one] as const))("%s", async (id, { says, ask, ask_text: text, ask_repeat: repeat, ...wanted }) => {
  const question = text ?? (repeat ? repeat.prefix + repeat.unit.repeat(repeat.times) + repeat.suffix : JSON.stringify(ask));
  const answer = kp.ask(question);
  const document: unknown = JSON.parse(answer);
  for (const [pointer, value] of Object.entries(wanted.expect ?? {})) expect(matches(at(document, pointer), value), `${says} ${pointer}: ${answer.slice(0, 1500)}`).toBe(true);
  if (wanted.errors) expect((document as kp.Refused).errors.map(({ code, path, line }) => ({ code, path, line }))).toEqual(wanted.errors.map((error) => ({ line: null, ...error })));
  expect(await sha256(part(wanted, answer)), answer.slice(0, 1500)).toBe(wanted.sha256);
  count.json += 1;
  const again = ask && typeof ask === "object" ? typed(ask) : undefined;
  if (again === undefined) return void count.untyped.push(id);
  // Journal and policy are read first, so where they are refused the rest of the question is not looked at.
  const [all, first] = [document, JSON.parse(again)].map((told) => (told as Partial<kp.Refused>).errors ?? []) as [kp.Problem[], kp.Problem[]];
  if (first.length > 0 && first.length < all.length) expect(all.slice(0, first.length)).toEqual(first);
  else expect(placeless(again)).toBe(placeless(answer));
  count.typed += 1;
});

test("all cases were run, and few have no typed form", () => {
  console.log(`conformance: ${cases.length} cases, ${count.json} in the JSON form, ${count.typed} in the typed form; without types: ${count.untyped.join(" ")}`);
  expect(cases.length).toBeGreaterThan(150);
  expect(count.json).toBe(cases.length);
  expect(count.typed + count.untyped.length).toBe(cases.length);
  expect(count.untyped.length).toBeLessThan(cases.length / 10);
});
