// Debian's Chromium, driven by playwright-core, and the pages that the example `pages` wrote.

import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { chromium } from "playwright-core";

/** The folder with the pages. */
export const folder = process.env.KEYPERSON_PAGES;
if (!folder) throw new Error("KEYPERSON_PAGES names no folder; run `cargo xtask test report`");

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The pages whose names begin so, in order. */
export function pages(prefix) {
  const found = readdirSync(folder).filter((name) => name.startsWith(prefix)).sort();
  if (found.length === 0) throw new Error(`no page begins with ${prefix}`);
  return found;
}

export const path = (name) => join(folder, name);

/** Opens a browser with a user folder of its own, and closes it after `use`. */
export async function browser(use, options = {}) {
  const user = mkdtempSync(join(tmpdir(), "keyperson-chromium-"));
  const context = await chromium.launchPersistentContext(user, {
    executablePath: "/usr/bin/chromium",
    headless: true,
    args: ARGUMENTS,
    ...options,
  });
  try {
    return await use(context);
  } finally {
    await context.close();
    rmSync(user, { recursive: true, force: true });
  }
}

/** A tab that notes whatever a page must not do: complain, ask the network, break its own policy, open a dialog. */
export async function tab(context) {
  const page = await context.newPage();
  const bad = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) bad.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => bad.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (!request.url().startsWith("file:")) bad.push(`request: ${request.url()}`);
  });
  page.on("dialog", (dialog) => {
    bad.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return { page, bad };
}

export const open = (page, name) => page.goto(pathToFileURL(path(name)).href);

/** Serious and critical violations that axe finds in the page as it stands. */
export async function violations(page) {
  await page.evaluate(AXE);
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return found.violations
    .filter(({ impact }) => ["serious", "critical"].includes(impact))
    .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 120)).join(" | ")}`);
}
