/**
 * The package in Node, Deno and Bun: the module lies beside this file and is loaded by the import. It is the one built
 * for speed, since no network lies between.
 *
 * @module
 */
import { readFileSync } from "node:fs";
import { initSync } from "./api.js";

initSync(readFileSync(new URL("./wasm/keyperson_fast_bg.wasm", import.meta.url)));

export * from "./api.js";
