/** 100,000 facts, and memory that is given back. */
import { beforeAll, expect, test } from "vitest";
import * as kp from "keyperson";
import load from "keyperson-module";

beforeAll(() => kp.init());

const TRAITS: kp.Trait[] = ["authority", "drive", "time", "skill", "influence", "track_record"];

/** Lines of `facts` facts, a hundred of them of each person and ten people at each partner. */
function lines(facts: number): string {
  const all: string[] = [];
  for (let index = 0; index < facts; index += 1) {
    const day = String(1 + (index % 28)).padStart(2, "0");
    const person = Math.floor(index / 100);
    all.push(
      `{"id":"f-${index}","at":"2026-0${1 + (index % 4)}-${day}T09:00:00+09:00","partner":"社-${Math.floor(person / 10)}","person":"p-${person}","type":"rating","trait":"${TRAITS[index % 6]!}","value":${(index % 10) / 10},"by":"r-${index % 7}"}`,
    );
  }
  return all.join("\n");
}

test("100,000 facts", () => {
  const text = lines(100_000);
  const times: string[] = [];
  const timed = <T>(what: string, work: () => T): T => {
    const started = performance.now();
    const value = work();
    times.push(`${what} ${Math.round(performance.now() - started)} ms`);
    return value;
  };
  const journal = timed("read", () => kp.Journal.fromJsonLines(text));
  expect(journal.size).toBe(100_000);
  const everybody = timed("portfolio", () => kp.portfolio(journal, { asOf: "2026-04-30" }));
  expect([everybody.people.length, everybody.partners.length]).toEqual([1000, 100]);
  expect(everybody.people.every((row) => row.fit !== null && row.facts === 100)).toBe(true);
  const one = timed("brief", () => kp.brief(journal, { person: "p-500", asOf: "2026-04-30" }));
  expect(one.facts).toBe(100);
  const again = timed("written and read again", () => kp.Journal.fromJsonLines(journal.toJsonLines()));
  expect(again.size).toBe(100_000);
  console.log(`100,000 facts: ${times.join(", ")}`);
  journal.free();
  again.free();
});

/** The size of the module's memory, in bytes. */
async function memory(): Promise<number> {
  // The module is loaded already, so this hands out what `init` loaded.
  return ((await load()) as { memory: WebAssembly.Memory }).memory.buffer.byteLength;
}

test("what is freed is used again", async () => {
  const text = lines(2000);
  const round = (): void => {
    const journal = kp.Journal.fromJsonLines(text);
    const policy = kp.Policy.fromJson({ fit: { bar: 0.5 } });
    kp.brief(journal, { person: "p-1", asOf: "2026-04-30", policy });
    journal.free();
    policy.free();
  };
  for (let times = 0; times < 20; times += 1) round();
  const before = await memory();
  for (let times = 0; times < 200; times += 1) round();
  expect(await memory()).toBe(before);
});

test("refused calls leave nothing behind", async () => {
  const journal = kp.Journal.fromJsonLines(lines(100));
  const refused = (): void => {
    expect(() => kp.Journal.fromJsonLines("x\n".repeat(100))).toThrow(kp.KeypersonError);
    expect(() => kp.brief(journal, { person: "nobody", asOf: "2026-04-30" })).toThrow(kp.KeypersonError);
    expect(() => kp.Policy.fromJson({ fit: { bar: 7 } })).toThrow(kp.KeypersonError);
  };
  for (let times = 0; times < 50; times += 1) refused();
  const before = await memory();
  for (let times = 0; times < 1000; times += 1) refused();
  expect(await memory()).toBe(before);
  expect(kp.brief(journal, { person: "p-0", asOf: "2026-04-30" }).facts).toBe(100);
});

const collect = (globalThis as { gc?: () => void }).gc;

async function collected(): Promise<void> {
  const text = lines(2000);
  const rounds = async (): Promise<void> => {
    for (let times = 0; times < 100; times += 1) {
      kp.Journal.fromJsonLines(text);
      if (times % 10 === 9) {
        collect!();
        await new Promise((done) => setTimeout(done, 5));
      }
    }
  };
  await rounds();
  const before = await memory();
  await rounds();
  await rounds();
  expect(await memory()).toBe(before);
}

// Only Node is started with a collector that can be asked; in Chromium the same code of wasm-bindgen runs.
if (collect !== undefined) test("what is no longer reached is freed", collected);
