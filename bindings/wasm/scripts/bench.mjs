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

const rows = [
  ["core: brief", told.brief_microseconds],
  ["core: brief as JSON text", told.json_microseconds],
  ["TypeScript: briefJson", least(() => briefJson(journal, options))],
  ["TypeScript: brief", least(() => brief(journal, options))],
  ["TypeScript: briefHtml", least(() => briefHtml(journal, options))],
];
console.log(`A brief from ${journal.size} facts (${briefJson(journal, options).length} characters of JSON):`);
for (const [what, time] of rows) {
  const ratio = (time / told.brief_microseconds).toFixed(2);
  console.log(`  ${what.padEnd(26)} ${time.toFixed(0).padStart(7)} µs  ${ratio.padStart(6)} × the core's brief`);
}
for (const name of ["keyperson", "keyperson_pages"]) {
  const bytes = readFileSync(new URL(`../dist/wasm/${name}_bg.wasm`, import.meta.url));
  console.log(`  ${name}.wasm: ${bytes.length} bytes, ${gzipSync(bytes, { level: 9, memLevel: 9 }).length} gzipped`);
}
