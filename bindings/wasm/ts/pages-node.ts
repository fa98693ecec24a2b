/**
 * The pages in Node, Deno and Bun: their module is loaded by the import.
 *
 * @module
 */
import { readFileSync } from "node:fs";
import "./node.js";
import { initSync } from "./pages.js";

initSync(readFileSync(new URL("./wasm/keyperson_pages_bg.wasm", import.meta.url)));

export * from "./pages.js";
