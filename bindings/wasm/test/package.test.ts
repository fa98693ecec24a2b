/** The package as users get it: packed, installed into an empty project, and used from there. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";

/** The most that a browser has to load: the module with its JavaScript, packed by gzip as servers do unasked. */
const MOST = 420_000;

const here = fileURLToPath(new URL("..", import.meta.url));
const root = join(here, "../..");
const project = mkdtempSync(join(tmpdir(), "keyperson-"));
const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");

const run = (program: string, ...words: string[]): string => execFileSync(program, words, { cwd: project, encoding: "utf8" });
const write = (name: string, text: string): void => writeFileSync(join(project, name), text);

beforeAll(() => {
  const [packed] = JSON.parse(execFileSync("npm", ["pack", "--json", "--pack-destination", project], { cwd: here, encoding: "utf8" })) as { filename: string; files: { path: string }[] }[];
  const files = packed!.files.map((file) => file.path);
  expect(files).toEqual(expect.arrayContaining(["README.md", "LICENSE-MIT", "LICENSE-APACHE", "dist/api.d.ts", "dist/wasm/keyperson_bg.wasm", "dist/wasm/keyperson_fast_bg.wasm"]));
  expect(files.filter((path) => !/^(dist\/|README\.md$|LICENSE-|package\.json$)/.test(path))).toEqual([]);
  write("package.json", '{ "name": "somebody", "private": true, "type": "module" }');
  run("npm", "install", "--offline", "--no-fund", "--no-audit", `./${packed!.filename}`);
  write("tsconfig.json", JSON.stringify({
    // As strict as it gets, and without Node's or the browser's own types for the library to lean on.
    compilerOptions: { strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, skipLibCheck: false, module: "NodeNext", target: "ES2022", types: ["node"], typeRoots: [join(here, "node_modules/@types")] },
    files: ["brief.ts", "readme.ts"],
  }));
  write("brief.ts", readFileSync(join(root, "examples/typescript/brief.ts"), "utf8"));
  const [, snippet] = /^## TypeScript$[\s\S]*?```ts\n([\s\S]*?)```/m.exec(readFileSync(join(root, "README.md"), "utf8")) ?? [];
  expect(snippet, "README.md has no TypeScript").toBeDefined();
  write("readme.ts", `import assert from "node:assert";\n${snippet!}`);
  try {
    run(process.execPath, tsc, "-p", ".");
  } catch (error) {
    throw new Error((error as { stdout: string }).stdout);
  }
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

test("what a browser has to load is small", () => {
  const sizes = ["keyperson", "keyperson_pages"].map((name) => {
    const files = ["_bg.wasm", ".js"].map((end) => readFileSync(join(here, "dist/wasm", name + end)));
    const size = (packed: (file: Buffer) => Buffer): number => files.reduce((sum, file) => sum + packed(file).length, 0);
    return { name, brotli: size((file) => brotliCompressSync(file)), gzip: size((file) => gzipSync(file)) };
  });
  for (const { name, brotli, gzip } of sizes) console.log(`${name}: ${brotli} bytes by brotli, ${gzip} by gzip`);
  expect(sizes[0]!.gzip).toBeLessThan(MOST);
});

test("the example reads facts, prints a brief and saves the page", () => {
  const said = run(process.execPath, "brief.js");
  expect(said).toContain("present: drive_without_time");
  expect(readFileSync(join(project, "brief.ja.html"), "utf8")).toMatch(/^<!DOCTYPE html>[\s\S]*意欲/);
});

test("the example of the README does what it says", () => {
  expect(readFileSync(join(project, "readme.js"), "utf8")).toContain("assert");
  run(process.execPath, "readme.js");
});

test("import, require and wasm file by their names", () => {
  const code = (kind: string): string => `const kp = ${kind}("keyperson"); const pages = ${kind}("keyperson/pages");`;
  const use = 'console.log(kp.ask(\'{"do":"facts"}\') + typeof pages.briefHtml)';
  const wanted = '{"answer":{"facts":0,"people":0,"partners":0}}function\n';
  expect(run(process.execPath, "--input-type=module", "-e", code("await import") + use)).toBe(wanted);
  expect(run(process.execPath, "--no-warnings", "--input-type=commonjs", "-e", code("require") + use)).toBe(wanted);
  for (const name of ["keyperson", "keyperson_fast", "keyperson_pages"]) {
    const path = run(process.execPath, "--input-type=module", "-e", `process.stdout.write(import.meta.resolve("keyperson/${name}.wasm"))`);
    expect(existsSync(fileURLToPath(path)), name).toBe(true);
  }
});

test("a bundler takes what a browser needs, and nothing of Node", async () => {
  const { build } = await import("vite");
  write("page.js", 'import { ask, init } from "keyperson";\ninit().then(() => { document.title = ask("{}"); });');
  write("index.html", '<!DOCTYPE html><script type="module" src="./page.js"></script>');
  await build({ root: project, logLevel: "error", build: { outDir: "built", target: "es2022", rollupOptions: { input: join(project, "index.html") } } });
  const assets = run("ls", "built/assets").split("\n").filter((name) => name !== "");
  expect(assets.filter((name) => name.endsWith(".wasm"))).toHaveLength(1);
  expect(statSync(join(project, "built/assets", assets.find((name) => name.endsWith(".wasm"))!)).size).toBeGreaterThan(100_000);
  const script = readFileSync(join(project, "built/assets", assets.find((name) => name.endsWith(".js"))!), "utf8");
  expect(script).not.toMatch(/node:fs|readFileSync/);
});

test("what is not loaded says so", () => {
  const code = 'import { ask, init, KeypersonError } from "./node_modules/keyperson/dist/api.js"; try { ask("{}") } catch (e) { console.log(e instanceof KeypersonError, e.code, e.hint) } try { await init("data:application/wasm,") } catch (e) { console.log(e.code) }';
  const said = run(process.execPath, "--input-type=module", "-e", code);
  expect(said).toBe("true not_initialised write `await init()` once, before anything else\nnot_initialised\n");
});
