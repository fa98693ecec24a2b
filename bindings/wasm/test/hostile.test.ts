/** Whatever comes in, the answer is a value or a KeypersonError, and the next call works. */
import { afterEach, beforeAll, expect, test } from "vitest";
import * as kp from "keyperson";
import * as pages from "keyperson/pages";

beforeAll(() => Promise.all([kp.init(), pages.init()]));

afterEach(() => expect(kp.ask('{"do":"facts"}')).toBe('{"answer":{"facts":0,"people":0,"partners":0}}'));

/** The code of what `work` throws; its value where it throws nothing. */
function outcome(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    if (error instanceof kp.KeypersonError) return error.code;
    throw error;
  }
}

const AT = "2026-01-06T09:00:00+09:00";
const FACT: kp.Fact = { id: "f", at: AT, partner: "a", person: "p", type: "person_registered" };

test("texts that are no questions", () => {
  const deep = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);
  const texts = ["", " ", "null", "[]", "{}", "{", '"', "\u0000", "\ud800", "\udfff\ud800", "NaN", "1e999", "-0", deep(127), deep(128), deep(1_000_000), '{"do":'.repeat(100_000)];
  for (const text of texts) expect(Object.keys(JSON.parse(kp.ask(text)) as object), text.slice(0, 40)).toEqual(["errors", "count"]);
});

test("half a character is refused wherever a text goes in, and never changed", () => {
  const named: kp.Fact = { ...FACT, name: "a\ud800b" };
  // JSON writes it as an escape that means no character.
  expect(outcome(() => kp.Journal.fromFacts([named]))).toBe("not_json");
  const journal = kp.Journal.fromFacts([FACT]);
  const asked = { person: "p", asOf: "2026-01-31" };
  for (const half of ["\ud800", "\udfff", "\udfff\ud800", "a\ud800b", "𠮷\ud842", "\udfb7𠮷"]) {
    const line = JSON.stringify(FACT).replace('"p"', `"${half}"`);
    const cases: [string, () => unknown][] = [
      ["not_utf8", () => kp.Journal.fromJsonLines(line)],
      ["not_utf8", () => new kp.JournalBuilder().pushJsonLines(line)],
      ["not_utf8", () => kp.Policy.fromJson(`{"name":"${half}"}`)],
      ["not_json", () => kp.Policy.fromJson({ name: half })],
      ["not_utf8", () => pages.policyFromToml(`name = "${half}"`)],
      ["not_json", () => kp.brief(journal, { ...asked, person: half })],
      ["not_json", () => kp.brief(journal, { ...asked, asOf: half })],
      ["not_json", () => kp.caseStudyDraft(journal, { asOf: asked.asOf, deal: half })],
      ["not_json", () => kp.trail(journal, { ...asked, pointer: half })],
      ["wrong_type", () => pages.briefHtml({ ...kp.brief(journal, asked), name: half })],
      ["unknown_value", () => pages.briefHtml(kp.brief(journal, asked), { language: half as never })],
    ];
    for (const [code, work] of cases) expect(outcome(work), `${JSON.stringify(half)} ${String(work)}`).toBe(code);
    const { errors, count } = JSON.parse(kp.ask(`{"do":"facts","facts":"${half}"}`)) as kp.Refused;
    expect([count, errors[0]?.code, errors[0]?.line]).toEqual([1, "not_utf8", 1]);
  }
  expect(outcome(() => kp.Journal.fromJsonLines("\n\n" + JSON.stringify(FACT).replace('"p"', '"\ud800"')))).toBe("not_utf8");
  // A whole pair is a character.
  expect(kp.Journal.fromJsonLines(JSON.stringify({ ...FACT, person: "\ud842\udfb7" })).people).toEqual(["𠮷"]);
});

test("bytes are UTF-8 or refused, and there or refused", () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const line = JSON.stringify(FACT);
  const bad = [[0xff], [0xed, 0xa0, 0x80], [0xc0, 0xaf], [0xe5, 0xb1], [0x8e, 0x52, 0x93, 0x63]];
  for (const name of bad) {
    const [before, after] = line.split('"p"') as [string, string];
    const all = Uint8Array.from([...bytes(`${before}"`), ...name, ...bytes(`"${after}`)]);
    expect(outcome(() => kp.Journal.fromJsonLines(all))).toBe("not_utf8");
  }
  const given = bytes(line);
  expect(kp.Journal.fromJsonLines(given).size).toBe(1);
  structuredClone(given, { transfer: [given.buffer] });
  expect(outcome(() => kp.Journal.fromJsonLines(given))).toBe("disposed");
  expect(kp.Journal.fromJsonLines(new Uint8Array()).size).toBe(0);
});

test("values of other types than the declared ones", () => {
  const journal = kp.Journal.fromFacts([FACT]);
  const circular: Record<string, unknown> = {};
  circular["self"] = circular;
  const options = { person: "p", asOf: "2026-01-31" };
  const cases: [unknown, () => unknown][] = [
    ["wrong_type", () => kp.ask(5 as never)],
    ["wrong_type", () => kp.ask(null as never)],
    ["wrong_type", () => kp.ask({ do: "facts" } as never)],
    ["wrong_type", () => kp.Journal.fromJsonLines(7 as never)],
    ["wrong_type", () => kp.Journal.fromFacts({} as never)],
    ["wrong_type", () => kp.Journal.fromFacts(undefined as never)],
    ["wrong_type", () => kp.Journal.fromFacts([null] as never)],
    ["wrong_type", () => kp.Journal.fromFacts([{ ...FACT, id: 5 }] as never)],
    ["not_json", () => kp.Journal.fromFacts([circular] as never)],
    ["not_json", () => kp.Journal.fromFacts([{ ...FACT, id: 5n }] as never)],
    ["wrong_type", () => kp.brief(null as never, options)],
    ["wrong_type", () => kp.brief({} as never, options)],
    ["wrong_type", () => kp.brief(journal, { ...options, policy: journal as never })],
    ["wrong_type", () => kp.brief(journal, { ...options, policy: {} as never })],
    ["wrong_type", () => kp.brief(journal, { ...options, person: 5 as never })],
    ["missing_field", () => kp.brief(journal, { asOf: "2026-01-31" } as never)],
    ["missing_field", () => kp.brief(journal, { person: "p" } as never)],
    ["wrong_type", () => kp.brief(journal, { person: "p", asOf: 5 as never })],
    ["bad_instant", () => kp.brief(journal, { person: "p", asOf: new Date(8.64e15) })],
    ["out_of_range", () => kp.businessDay({ day: "2026-01-31", days: -1 })],
    ["wrong_type", () => kp.businessDay({ day: "2026-01-31", days: 1.5 })],
    ["unknown_calendar", () => kp.businessDay({ day: "2026-01-31", calendar: "__proto__" })],
    ["wrong_type", () => journal.merge({} as never)],
    ["unknown_value", () => pages.briefHtml(kp.brief(journal, options), { language: "fr" as never })],
    ["wrong_type", () => pages.briefHtml({} as never)],
    ["wrong_type", () => pages.briefHtml(journal as never)],
    ["unknown_person", () => kp.brief(journal, { ...options, person: "q" })],
    ["wrong_type", () => kp.Policy.fromJson(null as never)],
    ["not_json", () => kp.Policy.fromJson("")],
    ["not_utf8", () => kp.Journal.fromJsonLines(new Uint8Array([0xff, 0xfe]))],
  ];
  cases.forEach(([code, work], index) => expect(outcome(work), `case ${index}: ${String(work)}`).toBe(code));
});

test("a text of more than is read is refused without being copied", () => {
  const long = "あ".repeat(70 * 1024 * 1024);
  const answer = JSON.parse(kp.ask(long)) as kp.Refused;
  expect(answer).toMatchObject({ count: 1, errors: [{ code: "input_too_large" }] });
  expect(answer.errors[0]!.message).toContain(String(3 * 70 * 1024 * 1024));
  expect(outcome(() => kp.Journal.fromJsonLines(long))).toBe("input_too_large");
  expect(outcome(() => kp.Policy.fromJson(long))).toBe("input_too_large");
});

test("what was freed is not used", () => {
  const journal = kp.Journal.fromFacts([FACT]);
  const copy = journal;
  journal.free();
  journal.free();
  copy[Symbol.dispose]();
  expect(outcome(() => journal.size)).toBe("disposed");
  expect(outcome(() => kp.brief(journal, { person: "p", asOf: "2026-01-31" }))).toBe("disposed");
  expect(outcome(() => kp.Journal.fromFacts([]).merge(journal))).toBe("disposed");
});

test("2,000 damaged questions are answered", () => {
  const whole = JSON.stringify({ do: "brief", facts: [FACT, { ...FACT, id: "g", type: "rating", trait: "drive", value: 0.5, by: "S" }], policy: { fit: { bar: 0.5 } }, person: "p", as_of: "2026-01-31" });
  let state = 20260430;
  // A linear congruential generator: the same damage on every machine.
  const random = (below: number): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) % below;
  const pieces = ['"', "{", "}", "[", "]", ",", ":", "0", "-", "e9", "null", "\\", "\u0000", "é", "𠮷", "1e308", "\\ud800"];
  let answered = 0;
  for (let round = 0; round < 2000; round += 1) {
    let text = whole;
    for (let times = 1 + random(3); times > 0; times -= 1) {
      const place = random(text.length);
      text = text.slice(0, place) + pieces[random(pieces.length)]! + text.slice(place + random(4));
    }
    const answer = JSON.parse(kp.ask(text)) as object;
    expect("answer" in answer || "errors" in answer).toBe(true);
    if ("answer" in answer) answered += 1;
  }
  expect(answered).toBeGreaterThan(0);
});
