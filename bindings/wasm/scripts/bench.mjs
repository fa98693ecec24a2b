// Measures a brief from 500 facts through the package, in turn with the core: the first argument is the path of
// `one-person` of the benches, which measures the core whenever it is asked; the second names the module, `keyperson`
// or `keyperson_fast`. `cargo xtask bench wasm` builds and runs all of it.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { gzipSync } from "node:zlib";
import { Journal, brief, briefJson, initSync } from "../dist/api.js";

/**
 * The most that a brief may take, in times of the core's: JSON beside the core's JSON, objects beside its brief, of
 * which is read what the first example of the package's documentation reads.
 */
const LIMIT = 3;
const TURNS = 30;
const ROUNDS_OF_A_TURN = 20;

const [, , program, module] = process.argv;
const built = (file) => readFileSync(new URL(`../dist/wasm/${file}`, import.meta.url));
initSync(built(`${module}_bg.wasm`));
// Only now: in Node its import loads the module that is not loaded yet.
const { briefHtml } = await import("../dist/pages-node.js");

const core = spawn(program, [], { stdio: ["pipe", "pipe", "inherit"] });
const lines = createInterface({ input: core.stdout })[Symbol.asyncIterator]();
const next = async () => JSON.parse((await lines.next()).value);

const told = await next();
const journal = Journal.fromJsonLines(told.facts);
const options = { person: told.person, asOf: told.as_of };
const works = {
  "TypeScript: briefJson": () => briefJson(journal, options),
  "TypeScript: brief": () => {
    const { fit, mismatches, ladder, findings } = brief(journal, options);
    return [fit, mismatches, ladder, findings];
  },
  "TypeScript: every field": () => Object.values(brief(journal, options)),
  "TypeScript: briefHtml": () => briefHtml(brief(journal, options)),
};
for (const work of Object.values(works)) for (let round = 0; round < 200; round += 1) work();

const times = {};
const add = (name, more) => (times[name] ??= []).push(...more);
for (let turn = 0; turn < TURNS; turn += 1) {
  core.stdin.write("\n");
  const { brief, json } = await next();
  add("core: brief", brief.map((time) => time / 1000));
  add("core: brief as JSON text", json.map((time) => time / 1000));
  for (const [name, work] of Object.entries(works)) {
    const timed = () => {
      const started = performance.now();
      work();
      return (performance.now() - started) * 1000;
    };
    add(name, Array.from({ length: ROUNDS_OF_A_TURN }, timed));
  }
}
core.stdin.end();

const least = (name) => Math.min(...times[name]);
const median = (name) => times[name].toSorted((one, other) => one - other)[times[name].length >> 1];
const beside = ["core: brief", "core: brief as JSON text"];
console.log(`${module}.wasm: a brief from ${journal.size} facts (${briefJson(journal, options).length} characters of JSON), ${TURNS} turns with the core:`);
console.log(`  ${"".padEnd(26)} ${"least".padStart(10)} ${"median".padStart(10)} ${"× core's brief".padStart(16)} ${"× core's JSON".padStart(16)}`);
for (const name of Object.keys(times)) {
  const ratios = beside.map((of) => `${(least(name) / least(of)).toFixed(2)} (${(median(name) / median(of)).toFixed(2)})`.padStart(16));
  console.log(`  ${name.padEnd(26)} ${least(name).toFixed(0).padStart(7)} µs ${median(name).toFixed(0).padStart(7)} µs ${ratios.join(" ")}`);
}
console.log(`Ratios are of the least times, in brackets of the medians. At most ${LIMIT} × the core making the same:`);
for (const [what, name, of] of [["JSON", "TypeScript: briefJson", beside[1]], ["typed", "TypeScript: brief", beside[0]]]) {
  const ratio = least(name) / least(of);
  console.log(`  ${what.padEnd(26)} ${ratio.toFixed(2)} ${ratio <= LIMIT ? "holds" : "MISSED"}`);
}
for (const [name, script] of [[module, "keyperson"], ["keyperson_pages", "keyperson_pages"]]) {
  const files = [built(`${name}_bg.wasm`), built(`${script}.js`)];
  const packed = files.reduce((sum, file) => sum + gzipSync(file).length, 0);
  console.log(`  ${name}.wasm: ${files[0].length} bytes; ${packed} with its JavaScript, packed by gzip`);
}
