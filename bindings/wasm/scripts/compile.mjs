// Compiles the TypeScript sources into `dist`, beside the WebAssembly modules that `cargo xtask` made.
import { execFileSync } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { createRequire } from "node:module";

const here = (path) => new URL(`../${path}`, import.meta.url);
const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");

rmSync(here("dist"), { recursive: true, force: true });
execFileSync(process.execPath, [tsc, "-p", "tsconfig.json"], { cwd: here("."), stdio: "inherit" });
for (const file of ["keyperson", "keyperson_pages"].flatMap((name) => [`${name}.js`, `${name}_bg.wasm`])) cpSync(here(`ts/wasm/${file}`), here(`dist/wasm/${file}`));
cpSync(here("ts/wasm/fast/keyperson_bg.wasm"), here("dist/wasm/keyperson_fast_bg.wasm"));
for (const file of ["LICENSE-MIT", "LICENSE-APACHE"]) cpSync(here(`../../${file}`), here(file));
