/** Every function is asked with every handle that is no good: what comes is a KeypersonError, and the next call works. */
import { afterEach, beforeAll, expect, test } from "vitest";
import * as kp from "keyperson";
import * as pages from "keyperson/pages";

beforeAll(() => Promise.all([kp.init(), pages.init()]));

const AT = "2026-01-06T09:00:00+09:00";
const FACTS: kp.Fact[] = [
  { id: "f-1", at: AT, partner: "a", person: "p", type: "person_registered", name: "山田" },
  { id: "f-2", at: AT, partner: "a", person: "p", type: "deal", deal: "d", stage: "won" },
];
const asOf = "2026-01-31";
const person = "p";

/** Of each exported function whether it takes a journal and a policy, and how it is asked; nothing where it takes none. */
const ASKED: Record<string, ((journal: kp.Journal, policy: kp.Policy) => unknown) | undefined> = {
  init: undefined,
  initSync: undefined,
  ask: undefined,
  findingText: undefined,
  KeypersonError: undefined,
  brief: (journal, policy) => kp.brief(journal, { person, asOf, policy }),
  briefJson: (journal, policy) => kp.briefJson(journal, { person, asOf, policy }),
  portfolio: (journal, policy) => kp.portfolio(journal, { asOf, policy }),
  portfolioJson: (journal, policy) => kp.portfolioJson(journal, { asOf, policy }),
  change: (journal, policy) => kp.change(journal, { person, asOf, since: asOf, policy }),
  changeJson: (journal, policy) => kp.changeJson(journal, { person, asOf, since: asOf, policy }),
  trail: (journal, policy) => kp.trail(journal, { person, asOf, policy }),
  trailJson: (journal, policy) => kp.trailJson(journal, { person, asOf, policy }),
  announcementDraft: (journal, policy) => kp.announcementDraft(journal, { person, asOf, policy }),
  caseStudyDraft: (journal, policy) => kp.caseStudyDraft(journal, { deal: "d", asOf, policy }),
  businessDay: (_journal, policy) => kp.businessDay({ day: asOf, policy }),
  rank: (journal, policy) => kp.rank(journal, { partner: "a", asOf, policy }),
  rankJson: (journal, policy) => kp.rankJson(journal, { partner: "a", asOf, policy }),
  whatIf: (journal, policy) => kp.whatIf(journal, { person, asOf, traits: { time: 0.5 }, policy }),
  whatIfJson: (journal, policy) => kp.whatIfJson(journal, { person, asOf, traits: { time: 0.5 }, policy }),
  fit: (_journal, policy) => kp.fit({ time: 0.5 }, { policy }),
  fitJson: (_journal, policy) => kp.fitJson({ time: 0.5 }, { policy }),
  schedule: (journal, policy) => kp.schedule(journal, { person, asOf, policy }),
  scheduleJson: (journal, policy) => kp.scheduleJson(journal, { person, asOf, policy }),
  // Pages are made of answers.
  briefHtml: undefined,
  briefMarkdown: undefined,
  briefText: undefined,
  iCalendar: undefined,
  portfolioHtml: undefined,
  portfolioMarkdown: undefined,
  portfolioCsv: undefined,
  problemText: undefined,
  policyFromToml: undefined,
};
const HANDLES = { Journal: kp.Journal, JournalBuilder: kp.JournalBuilder, Policy: kp.Policy };
type Kind = keyof typeof HANDLES;

const made: Record<Kind, () => kp.Journal | kp.JournalBuilder | kp.Policy> = {
  Journal: () => kp.Journal.fromFacts(FACTS),
  JournalBuilder: () => new kp.JournalBuilder(),
  Policy: () => kp.Policy.fromJson({ name: "ours" }),
};

/** What is no handle of a kind, by a name, and with which code it is refused. */
function bad(kind: Kind): [string, unknown, string][] {
  const [freed, disposed, emptied, good] = [made[kind](), made[kind](), made[kind](), made[kind]()];
  freed.free();
  disposed[Symbol.dispose]();
  // What is behind it, which callers without types can reach.
  (emptied as unknown as { handle: { free(): void } }).handle.free();
  const others = (Object.keys(HANDLES) as Kind[]).filter((other) => other !== kind);
  const unlike: Record<string, unknown> = {
    "its class": HANDLES[kind],
    "its prototype": HANDLES[kind].prototype,
    "made without its constructor": Object.create(HANDLES[kind].prototype as object),
    "a proxy": new Proxy(good, {}),
    "a clone": structuredClone(good),
    "a copy": { ...good },
    "a copy with its prototype": Object.assign(Object.create(HANDLES[kind].prototype as object) as object, good),
    "what is behind it": (good as unknown as { handle: unknown }).handle,
    "what JSON makes of it": JSON.parse(JSON.stringify(good)),
    "a look-alike": { handle: (good as unknown as { handle: unknown }).handle, free() {} },
    "of another package": new (class Journal { get handle(): object { return { __wbg_ptr: 4096 }; } })(),
    "a number": 4096,
    "a text": "journal",
    "an array": [good],
    "a function": () => good,
  };
  for (const other of others) unlike[`a ${other}`] = made[other]();
  return [
    ["freed", freed, "disposed"],
    ["disposed", disposed, "disposed"],
    ["emptied", emptied, "disposed"],
    ...Object.entries(unlike).map(([name, value]): [string, unknown, string] => [name, value, "wrong_type"]),
  ];
}

function outcome(work: () => unknown): unknown {
  try {
    work();
    return "answered";
  } catch (error) {
    if (error instanceof kp.KeypersonError) return error.code;
    throw error;
  }
}

afterEach(() => expect(kp.ask('{"do":"facts"}')).toBe('{"answer":{"facts":0,"people":0,"partners":0}}'));

test("every export is known here, so that one that is added is asked, too", () => {
  const exported = [...Object.entries(kp), ...Object.entries(pages)].filter(([, value]) => typeof value === "function").map(([name]) => name);
  expect([...new Set(exported)].sort()).toEqual([...Object.keys(ASKED), ...Object.keys(HANDLES)].sort());
  expect([...Object.values(kp), ...Object.values(pages)].filter((value) => typeof value !== "function")).toEqual([]);
});

test("every function refuses what is no journal and no policy", () => {
  for (const [name, ask] of Object.entries(ASKED)) {
    if (ask === undefined) continue;
    const [journal, policy] = [kp.Journal.fromFacts(FACTS), kp.Policy.default()];
    expect(outcome(() => ask(journal, policy)), name).toBe("answered");
    for (const [what, handle, code] of [...bad("Journal"), ["null", null, "wrong_type"] as const, ["undefined", undefined, "wrong_type"] as const]) {
      const taken = ["businessDay", "fit", "fitJson"].includes(name) ? "answered" : code;
      expect(outcome(() => ask(handle as kp.Journal, policy)), `${name}, journal: ${what}`).toBe(taken);
    }
    for (const [what, handle, code] of bad("Policy")) {
      expect(outcome(() => ask(journal, handle as kp.Policy)), `${name}, policy: ${what}`).toBe(code);
    }
    expect(outcome(() => ask(journal, policy)), name).toBe("answered");
  }
});

/** The functions of a class's objects, those that it has from others included. */
function functions(kind: Kind): [string, (this: unknown, ...of: unknown[]) => unknown][] {
  const found = new Map<string, (this: unknown, ...of: unknown[]) => unknown>();
  for (let of = HANDLES[kind].prototype as object; of !== Object.prototype; of = Object.getPrototypeOf(of) as object) {
    for (const name of Reflect.ownKeys(of)) {
      const { get, value } = Object.getOwnPropertyDescriptor(of, name)!;
      // What is behind one is not for users.
      if (!["constructor", "handle", "held"].includes(String(name))) found.set(String(name), (get ?? value) as (this: unknown) => unknown);
    }
  }
  return [...found];
}

test("every function of an object refuses what is none of its kind", () => {
  for (const kind of Object.keys(HANDLES) as Kind[]) {
    const all = functions(kind);
    expect(all.length).toBeGreaterThan(3);
    for (const [name, work] of all) {
      const argument = name === "merge" ? kp.Journal.fromFacts([]) : "";
      expect(outcome(() => work.call(made[kind](), argument)), `${kind} ${name}`).toBe("answered");
      for (const [what, handle, code] of bad(kind)) {
        const told = outcome(() => work.call(handle, argument));
        // To free what was freed does nothing, and all three are freed in one way.
        const frees = ["free", String(Symbol.dispose)].includes(name);
        const fine = frees && (code === "disposed" || what.startsWith("a Journal") || what.startsWith("a Policy")) ? ["answered", code] : [code];
        expect(fine, `${kind} ${name}: ${what}`).toContain(told);
      }
    }
  }
  const journal = kp.Journal.fromFacts(FACTS);
  for (const [what, handle, code] of bad("Journal")) expect(outcome(() => journal.merge(handle as kp.Journal)), `merge: ${what}`).toBe(code);
  expect(journal.size).toBe(FACTS.length);
});

test("nothing is made of anything else", () => {
  const [journal, policy] = [kp.Journal.fromFacts(FACTS), kp.Policy.default()];
  const raw = (of: unknown): unknown => (of as { handle: unknown }).handle;
  for (const given of [undefined, null, 4096, {}, { __wbg_ptr: 4096 }, journal, raw(policy), raw(new kp.JournalBuilder())]) {
    expect(outcome(() => new (kp.Journal as unknown as new (of: unknown) => unknown)(given))).toBe("wrong_type");
  }
  for (const given of [undefined, {}, raw(journal)]) {
    expect(outcome(() => new (kp.Policy as unknown as new (of: unknown) => unknown)(given))).toBe("wrong_type");
  }
});

test("what is freed while it is asked about is read to the end, or refused", () => {
  const freeing = (given: () => { free(): void }) => ({ asOf, policy: kp.Policy.default(), get person() { given().free(); return person; } });
  for (let round = 0; round < 50; round += 1) {
    const journal = kp.Journal.fromFacts(FACTS);
    expect(["answered", "disposed"]).toContain(outcome(() => kp.brief(journal, freeing(() => journal))));
    expect(outcome(() => journal.size)).toBe("disposed");
    const builder = new kp.JournalBuilder();
    const line = { toString() { builder.free(); return ""; } };
    expect(outcome(() => builder.pushJsonLines(`${line}`))).toBe("disposed");
    const facts = kp.Journal.fromFacts(FACTS);
    for (const fact of facts.facts()) {
      facts.free();
      expect(fact.id).toMatch(/^f-/);
    }
    expect(outcome(() => kp.Journal.fromFacts([{ toJSON() { facts.free(); return FACTS[0]; } } as never]))).toBe("answered");
  }
});
