// Compiles the TypeScript sources into `dist`, beside the WebAssembly modules that `cargo xtask` made.
import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { transformWithEsbuild } from "vite";

const here = (path) => new URL(`../${path}`, import.meta.url);
const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");

rmSync(here("dist"), { recursive: true, force: true });
execFileSync(process.execPath, [tsc, "-p", "tsconfig.json"], { cwd: here("."), stdio: "inherit" });
for (const name of ["keyperson", "keyperson_pages"]) {
  cpSync(here(`ts/wasm/${name}_bg.wasm`), here(`dist/wasm/${name}_bg.wasm`));
  // What wasm-bindgen writes, without its comments and long names: a browser loads it with the module.
  const { code } = await transformWithEsbuild(readFileSync(here(`ts/wasm/${name}.js`), "utf8"), `${name}.js`, { minify: true, sourcemap: false });
  writeFileSync(here(`dist/wasm/${name}.js`), code);
}
cpSync(here("ts/wasm/fast/keyperson_bg.wasm"), here("dist/wasm/keyperson_fast_bg.wasm"));
for (const file of ["LICENSE-MIT", "LICENSE-APACHE"]) cpSync(here(`../../${file}`), here(file));
