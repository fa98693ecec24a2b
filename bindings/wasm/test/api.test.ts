/** What the typed form is, beyond what every language shares. */
import { beforeAll, describe, expect, expectTypeOf, test } from "vitest";
import {
  type Brief,
  type Fact,
  type FindingCode,
  Journal,
  JournalBuilder,
  KeypersonError,
  type Language,
  Policy,
  type Trait,
  ask,
  brief,
  briefJson,
  businessDay,
  change,
  findingText,
  fit,
  init,
  portfolio,
  rank,
  schedule,
  whatIf,
} from "keyperson";
import * as pages from "keyperson/pages";

beforeAll(() => Promise.all([init(), pages.init()]));

const AT = "2026-01-06T09:00:00+09:00";
const FACTS: Fact[] = [
  { id: "f-0", at: AT, partner: "acme", type: "partner_registered", name: "株式会社アクメ" },
  { id: "f-1", at: AT, partner: "acme", person: "p-001", type: "person_registered", name: "山田 花子" },
  { id: "f-2", at: AT, partner: "acme", person: "p-001", type: "rating", trait: "drive", value: 0.9, by: "Sato" },
  { id: "f-3", at: "2026-01-07T09:00:00+09:00", partner: "acme", person: "p-001", type: "allocation", hours_per_week: 1 },
];
const OPTIONS = { person: "p-001", asOf: "2026-01-31" };

/** The error that `work` throws, which must be the package's own. */
function thrown(work: () => unknown): KeypersonError {
  try {
    work();
  } catch (error) {
    if (error instanceof KeypersonError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("journal", () => {
  test("is the same from facts, text, bytes and pieces, in any order", () => {
    const journal = Journal.fromFacts(FACTS);
    const lines = journal.toJsonLines();
    const builder = new JournalBuilder();
    for (const line of lines.trimEnd().split("\n").reverse()) builder.pushJsonLines(line);
    expect(builder.size).toBe(4);
    const others = [
      Journal.fromFacts([...FACTS, ...FACTS].reverse()),
      Journal.fromJsonLines("\ufeff" + lines),
      Journal.fromJsonLines(new TextEncoder().encode(lines)),
      builder.finish(),
      Journal.fromFacts(FACTS.slice(0, 2)).merge(Journal.fromFacts(FACTS.slice(1))),
    ];
    for (const other of others) expect(other.toJsonLines()).toBe(lines);
    expect(builder.size).toBe(0);
    expect([journal.size, journal.people, journal.partners]).toEqual([4, ["p-001"], ["acme"]]);
    expect(Journal.fromFacts(journal.facts()).toJsonLines()).toBe(lines);
    expect(Journal.fromJsonLines("").facts()).toEqual([]);
  });

  test("lines of a builder are counted on", () => {
    const builder = new JournalBuilder().pushJsonLines("\n\n").pushJsonLines("nonsense");
    expect(thrown(() => builder.finish())).toMatchObject({ code: "not_json", line: 3 });
  });
});

describe("answers", () => {
  test("a brief is its JSON", () => {
    const journal = Journal.fromFacts(FACTS);
    const answer = brief(journal, OPTIONS);
    expectTypeOf(answer).toEqualTypeOf<Brief>();
    expectTypeOf(answer.fit.score).toEqualTypeOf<number | null>();
    expectTypeOf<Finding>().toEqualTypeOf<FindingCode>();
    expectTypeOf(answer.fit.unknown).toEqualTypeOf<Trait[]>();
    expect(answer).toEqual(JSON.parse(briefJson(journal, OPTIONS)));
    expect(answer.mismatches.find((mismatch) => mismatch.state === "present")?.pattern).toBe("drive_without_time");
    expect(answer.remedies.proposed[0]?.code).toBe("working_time");
    expect(answer.fit.unknown).toHaveLength(3);
    expect(answer.findings.map((finding) => finding.code)).toContain("mismatch");
  });
  type Finding = Brief["findings"][number]["code"];

  test("an answer whose long fields are read late is as one that was read at once", () => {
    const journal = Journal.fromFacts(FACTS);
    const plain = JSON.parse(briefJson(journal, OPTIONS)) as Brief;
    const made = (): Brief => brief(journal, OPTIONS);
    const late = Object.entries(Object.getOwnPropertyDescriptors(made())).filter(([, { get }]) => get);
    expect(late.map(([name]) => name)).toEqual(expect.arrayContaining(["fit", "traits", "ladder", "findings"]));
    const answer = made();
    expect(answer.fit).toBe(answer.fit);
    expect(Object.keys(answer)).toEqual(Object.keys(plain));
    expect(JSON.stringify(made())).toBe(JSON.stringify(plain));
    for (const copy of [structuredClone(made()), { ...made() }, Object.assign({}, made()), Object.freeze(made())]) expect(copy).toEqual(plain);
    expect(Object.values(Object.getOwnPropertyDescriptors(structuredClone(made()))).every(({ get }) => !get)).toBe(true);
    const changed = Object.assign(made(), { findings: [] });
    expect([changed.findings, changed.fit]).toEqual([[], plain.fit]);
    expect(Object.keys(changed)).toEqual(Object.keys(plain));
    expect(() => Object.assign(Object.freeze(made()), { findings: [] })).toThrow(TypeError);
    // What Node's console shows: the fields, and not how they are read.
    const shown = Symbol.for("nodejs.util.inspect.custom");
    expect((made() as unknown as Record<symbol, () => unknown>)[shown]?.()).toStrictEqual(plain);
    // Once made it needs the journal no more.
    const kept = made();
    journal.free();
    expect(kept).toEqual(plain);
  });

  test("an as-of may be a day, an instant, a Date", () => {
    const journal = Journal.fromFacts(FACTS);
    const asOf = (at: string | Date): string => brief(journal, { ...OPTIONS, asOf: at }).as_of;
    expect(asOf("2026-01-31")).toBe("2026-01-31T23:59:59.999999999+09:00");
    expect(asOf("2026-01-31T09:00:00+09:00")).toBe("2026-01-31T09:00:00+09:00");
    expect(asOf(new Date("2026-01-31T09:00:00+09:00"))).toMatch(/^2026-01-31T00:00:00(\.0+)?(Z|\+00:00)$/);
    expect(thrown(() => asOf(new Date(Number.NaN)))).toMatchObject({ code: "bad_instant", path: "/as_of" });
    expect(thrown(() => asOf("yesterday"))).toMatchObject({ code: "bad_instant", path: "/as_of" });
  });

  test("the days at both ends", () => {
    const fact = (at: string): Fact => ({ id: at, at, partner: "a", person: "p", type: "person_registered" });
    const journal = Journal.fromFacts([fact("1900-01-01T00:00:00+00:00"), fact("2200-12-31T23:59:59+00:00")]);
    expect(journal.size).toBe(2);
    expect(brief(journal, { person: "p", asOf: "1900-01-01" }).facts).toBe(1);
    expect(brief(journal, { person: "p", asOf: "2200-12-31T23:59:59Z" }).facts).toBe(2);
    expect(businessDay({ day: "2200-12-31" }).next_business_day).toBeNull();
    expect(businessDay({ day: "1900-01-01", days: 0 }).provisional).toBe(true);
    for (const day of ["1899-12-31", "2201-01-01", "2026-02-30"]) {
      expect(thrown(() => businessDay({ day }))).toMatchObject({ code: "bad_day", path: "/day" });
    }
    expect(thrown(() => Journal.fromFacts([fact("2201-01-01T00:00:00Z")]))).toMatchObject({ code: "bad_instant", path: "/0/at" });
  });

  test("names of all scripts come back as they went in", () => {
    const names = ["山田 花子", "𠮷野家", "Åsa Ñandú", "محمد", "שָׁלוֹם", "ไทย", "한국어", "🧑🏽‍💻", "e\u0301", "<script>alert(1)</script>", "\u202Eevil", "a\u0000".slice(0, 1)];
    const facts = names.map((name, index): Fact => ({ id: `f-${index}`, at: AT, partner: "社", person: `人-${index}`, type: "person_registered", name }));
    const journal = Journal.fromFacts(facts);
    names.forEach((name, index) => {
      const options = { person: `人-${index}`, asOf: "2026-01-31" };
      expect(brief(journal, options).name).toBe(name);
      expect(pages.briefHtml(brief(journal, options))).not.toContain("<script>alert");
    });
    expect(portfolio(journal, { asOf: "2026-01-31" }).people.map((row) => row.name).sort()).toEqual([...names].sort());
    expect(thrown(() => Journal.fromFacts([{ ...FACTS[1]!, name: "\u0000" } as Fact]))).toMatchObject({ code: "control_character" });
  });

  test("a change says what moved", () => {
    const moved = change(Journal.fromFacts(FACTS), { ...OPTIONS, since: "2026-01-06" });
    expect(moved.facts).toEqual(["f-3"]);
  });

  test("a policy is laid over the default one", () => {
    const policy = Policy.fromJson({ name: "ours", fit: { bar: 0.25 } });
    const answer = brief(Journal.fromFacts(FACTS), { ...OPTIONS, policy });
    expect([answer.policy, answer.fit.bar]).toEqual(["ours", 0.25]);
    expect(pages.policyFromToml('name = "ours"\n[fit]\nbar = 0.25\n').toJson()).toBe(policy.toJson());
    expect(policy.document().fit?.bar).toBe(0.25);
    expect(Policy.fromJson(Policy.default().toJson()).toJson()).toBe(Policy.default().toJson());
  });

  test("pages in both languages", () => {
    const journal = Journal.fromFacts(FACTS);
    for (const [language, word] of [["ja", "意欲"], ["en", "drive"]] satisfies [Language, string][]) {
      const answer = brief(journal, OPTIONS);
      const html = pages.briefHtml(answer, { language });
      expect(html).toMatch(/^<!DOCTYPE html>/);
      for (const page of [html, pages.briefMarkdown(answer, { language }), pages.briefText(answer, { language })]) {
        expect(page.toLowerCase()).toContain(word);
        expect(page).toContain("山田 花子");
      }
      const all = portfolio(journal, { asOf: "2026-01-31" });
      for (const page of [pages.portfolioHtml(all, { language }), pages.portfolioMarkdown(all, { language })]) expect(page).toContain("山田 花子");
      // What was stored, or came from elsewhere, makes the same page.
      expect(pages.briefHtml(JSON.parse(briefJson(journal, OPTIONS)) as Brief, { language })).toBe(html);
      expect(pages.briefHtml(structuredClone(answer), { language })).toBe(html);
    }
    const answer = brief(journal, OPTIONS);
    expect(pages.briefHtml(answer)).toBe(pages.briefHtml(answer, { language: "ja" }));
    expect(pages.portfolioCsv(portfolio(journal, { asOf: "2026-01-31" })).split("\n")).toHaveLength(3);
  });

  test("no page of what is no answer", () => {
    const journal = Journal.fromFacts(FACTS);
    const answer = brief(journal, OPTIONS);
    const { fit: _fit, ...unfit } = answer;
    for (const other of [{}, null, [], "brief", portfolio(journal, { asOf: "2026-01-31" }), unfit, { ...answer, schema: "keyperson.brief/2" }]) {
      expect(thrown(() => pages.briefHtml(other as never))).toMatchObject({ code: "wrong_type", path: "" });
    }
    expect(thrown(() => pages.briefHtml(unfit as never)).message).toContain("missing field `fit`");
    expect(thrown(() => pages.portfolioHtml(answer as never))).toMatchObject({ code: "wrong_type" });
  });

  test("ranked, supposed, scored and planned", () => {
    const journal = Journal.fromFacts(FACTS);
    const { standings } = rank(journal, { partner: "acme", asOf: "2026-01-31" });
    expect(standings.map(({ person }) => person)).toContain("p-001");
    expect(thrown(() => rank(journal, { partner: "nobody", asOf: "2026-01-31" }))).toMatchObject({ code: "unknown_partner", path: "/partner" });
    const supposed = whatIf(journal, { ...OPTIONS, traits: { time: 0.8 } });
    expect(supposed.before.overrides).toEqual([]);
    expect(supposed.after.overrides.map((set) => set.trait)).toEqual(["time"]);
    expect(thrown(() => whatIf(journal, { ...OPTIONS, remedies: ["wishing"] }))).toMatchObject({ code: "unknown_reference", path: "/remedies/0" });
    expect(fit({ drive: 0.9, time: null }).coverage).toBeCloseTo(0.25, 12);
    expect(thrown(() => fit({ drive: 1.5 }))).toMatchObject({ code: "out_of_range", path: "/traits/drive" });
    expect(fit({ drive: 0.5 }, { policy: Policy.fromJson({ name: "ours", fit: { bar: 0.25 } }) }).bar).toBe(0.25);
    expect(schedule(journal, OPTIONS).meetings).toEqual([]);
  });

  test("coming meetings as a calendar", () => {
    const appointed: Fact = { id: "f-9", at: "2026-04-01T09:00:00+09:00", partner: "acme", person: "p-001", type: "gate", gate: "appointed" };
    const journal = Journal.fromFacts([...FACTS, appointed]);
    const asked = { person: "p-001", asOf: "2026-04-30" };
    const file = pages.iCalendar(brief(journal, asked), schedule(journal, asked));
    expect(file).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(file).toContain("DTSTART;TZID=Asia/Tokyo:20260507T090000\r\n");
  });

  test("findings in sentences, in the languages that there are", () => {
    const { findings } = brief(Journal.fromFacts(FACTS), OPTIONS);
    for (const finding of findings) {
      expect(findingText(finding, "ja").title).not.toBe("");
      expect(findingText(finding, "en").change).not.toBe("");
    }
    const unknown = thrown(() => findingText(findings[0]!, "fr" as Language));
    expect(unknown).toMatchObject({ code: "unknown_value", path: "/language", hint: "write one of: ja, en" });
    const broken = { ...findings[0]!, code: "thirst", values: { count: 3 } } as unknown as (typeof findings)[0];
    const { problems } = thrown(() => findingText(broken, "ja"));
    expect(problems.map(({ code, path }) => [code, path])).toEqual([["unknown_value", "/code"], ["wrong_type", "/values/count"]]);
    expect(thrown(() => findingText({} as (typeof findings)[0], "ja"))).toMatchObject({ code: "missing_field", path: "/code" });
  });

  test("the JSON form answers in text", () => {
    expect(ask('{"do":"facts","facts":[]}')).toBe('{"answer":{"facts":0,"people":0,"partners":0}}');
  });
});

describe("errors", () => {
  test("say what is wrong in both languages", () => {
    const { problems } = thrown(() => Journal.fromJsonLines('{"id":"f-1","at":"2026-01-05T09:00:00+09:00","partner":"a","person":"p","type":"rating","trait":"drive","value":2,"by":"x"}'));
    const [problem] = problems;
    if (problem === undefined) throw new Error("no problem");
    expect(problem.values).toEqual({ found: "2", expected: { phrase: "a number from {} to {}", values: ["0", "1"] } });
    expect(pages.problemText(problem)).toEqual({ text: "`2` は範囲外です", hint: "0 から 1 までの数を書いてください" });
    expect(pages.problemText(problem, { language: "en" })).toEqual({ text: problem.message, hint: problem.hint });
    expect(thrown(() => pages.problemText({} as (typeof problems)[number])).code).toBe("wrong_type");
  });

  test("tell all problems, and the first one's code, path, line and hint", () => {
    const lines = ['{"id":"f-1"}', "", "{"].join("\n");
    const error = thrown(() => Journal.fromJsonLines(lines));
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe("KeypersonError");
    expect(error).toMatchObject({ code: "missing_field", line: 1 });
    expect(error.problems.at(-1)).toMatchObject({ code: "not_json", line: 3 });
    expect(error.count).toBe(error.problems.length);
    expect(error.message).toContain("[missing_field]");
    expect(error.hint).not.toBe("");
  });

  test("of a person whom nobody knows", () => {
    const error = thrown(() => brief(Journal.fromFacts(FACTS), { ...OPTIONS, person: "nobody" }));
    expect(error).toMatchObject({ code: "unknown_person", path: "/person", line: null, count: 1 });
  });

  test("of a policy, with its path", () => {
    expect(thrown(() => Policy.fromJson({ fit: { bar: 7 } }))).toMatchObject({ code: "out_of_range", path: "/fit/bar" });
    expect(thrown(() => pages.policyFromToml("[fit"))).toMatchObject({ code: "not_toml" });
  });

  test("more than a thousand are counted", () => {
    const error = thrown(() => Journal.fromJsonLines("x\n".repeat(3000)));
    expect([error.problems.length, error.count]).toEqual([1000, 3000]);
  });
});
