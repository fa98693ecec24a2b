// Measures a brief from 500 facts through the package, beside the core's own time, which comes on standard input
// from `cargo run --release -p keyperson-benches --bin one-person`. `cargo xtask bench wasm` runs both.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { Journal, brief, briefJson } from "../dist/node.js";
import { briefHtml } from "../dist/pages-node.js";

const told = JSON.parse(readFileSync(0, "utf8"));
const journal = Journal.fromJsonLines(told.facts);
const options = { person: told.person, asOf: told.as_of };

/** The least time of many rounds, in microseconds, after some to warm up. */
function least(work) {
  for (let round = 0; round < 100; round += 1) work();
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 300; round += 1) {
    const started = performance.now();
    work();
    best = Math.min(best, performance.now() - started);
  }
  return best * 1000;
}

/** The most that a brief may take, in times of the core's: JSON beside the core's JSON, objects beside its brief. */
const LIMIT = 3;
const { brief_microseconds: core, json_microseconds: text } = told;
const rows = [
  ["core: brief", core],
  ["core: brief as JSON text", text],
  ["TypeScript: briefJson", least(() => briefJson(journal, options)), text],
  ["TypeScript: brief", least(() => brief(journal, options)), core],
  ["TypeScript: briefHtml", least(() => briefHtml(journal, options))],
];
console.log(`A brief from ${journal.size} facts (${briefJson(journal, options).length} characters of JSON):`);
for (const [what, time, beside] of rows) {
  const times = (of) => (time / of).toFixed(2).padStart(6);
  const verdict = beside === undefined ? "" : `  at most ${LIMIT}: ${time <= LIMIT * beside ? "holds" : "MISSED"}`;
  console.log(`  ${what.padEnd(26)} ${time.toFixed(0).padStart(7)} µs  ${times(core)} × brief ${times(text)} × JSON text${verdict}`);
}
for (const name of ["keyperson", "keyperson_pages"]) {
  const bytes = readFileSync(new URL(`../dist/wasm/${name}_bg.wasm`, import.meta.url));
  console.log(`  ${name}.wasm: ${bytes.length} bytes, ${gzipSync(bytes, { level: 9, memLevel: 9 }).length} gzipped`);
}
