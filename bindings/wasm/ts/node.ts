/**
 * The package in Node, Deno and Bun: the module lies beside this file and is loaded by the import.
 *
 * @module
 */
import { readFileSync } from "node:fs";
import { initSync } from "./api.js";

initSync(readFileSync(new URL("./wasm/keyperson_bg.wasm", import.meta.url)));

export * from "./api.js";
