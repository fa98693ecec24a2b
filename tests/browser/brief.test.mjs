// The page of one person: whole, safe, readable by everybody, and one sheet of paper.

import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { test } from "node:test";

import { PDFDocument } from "pdf-lib";

import { browser, open, pages, path, tab, violations } from "./browser.mjs";

const LANGUAGES = ["ja", "en"];
/** Full records and thin ones, early and late, hostile names, nobody known. */
const KINDS = ["fixture", "demo", "thin", "early", "dense", "hostile", "empty"];
const all = KINDS.flatMap((kind) => pages(`brief.${kind}.`));
/** Every so many of the pages, at least one of each kind and language. */
const some = (every) =>
  LANGUAGES.flatMap((language) =>
    KINDS.flatMap((kind) =>
      pages(`brief.${kind}.`).filter((name) => name.endsWith(`.${language}.html`)).filter((_, at) => at % every === 0),
    ),
  );

test("every brief opens without a complaint, a request or a violation of its policy", async () => {
  await browser(async (context) => {
    const { page, bad } = await tab(context);
    const names = some(2);
    for (const name of names) {
      assert.ok(statSync(path(name)).size < 150_000, `${name} is too large`);
      await open(page, name);
      assert.deepEqual(bad, [], name);
      assert.equal(await page.locator("script, iframe, img, link, a").count(), 0, name);
    }
    console.log(`${names.length} briefs opened`);
  });
});

// Names that fill the page in one typeface are narrower in another, so the widest usual one is forced upon it.
for (const [language, font] of [["ja", "IPAGothic"], ["en", "Arial"]]) {
  test(`nothing of a brief is cut off in print: ${language} in ${font}`, async () => {
    await browser(
      async (context) => {
        const { page } = await tab(context);
        await page.emulateMedia({ media: "print" });
        // 190 × 277 mm, what A4 leaves within its margins.
        await page.setViewportSize({ width: 718, height: 1047 });
        const used = [];
        for (const name of all.filter((one) => one.endsWith(`.${language}.html`))) {
          await open(page, name);
          await page.addStyleTag({ content: `*{font-family:"${font}"!important}` });
          const { share, right } = await page.evaluate(() => {
            const bottom = document.querySelector("footer").getBoundingClientRect().bottom;
            const parts = [...document.querySelectorAll("body *")].filter((part) => !part.closest(".sr, svg"));
            return {
              share: bottom / document.body.clientHeight,
              right: Math.max(...parts.map((part) => part.getBoundingClientRect().right)),
            };
          });
          assert.ok(share <= 1, `${name} needs ${(100 * share).toFixed(1)} % of the sheet`);
          assert.ok(right <= 719, `${name} is ${right} wide`);
          used.push(share);
        }
        used.sort((a, b) => a - b);
        const percent = (at) => `${Math.round(100 * used[Math.floor(at * (used.length - 1))])} %`;
        console.log(`${language}: ${used.length} briefs use ${percent(0)} to ${percent(1)} of the sheet, half of them up to ${percent(0.5)}`);
      },
      { bypassCSP: true },
    );
  });
}

test("a brief prints on one page of A4", async () => {
  await browser(async (context) => {
    const { page } = await tab(context);
    const names = some(4);
    for (const name of names) {
      await open(page, name);
      const pdf = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
      assert.equal(pdf.getPageCount(), 1, name);
      const { width, height } = pdf.getPage(0).getSize();
      assert.deepEqual([Math.round(width), Math.round(height)], [595, 842], name);
    }
    console.log(`${names.length} briefs printed`);
  });
});

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds no serious violation in briefs, ${colorScheme}`, async () => {
    await browser(async (context) => {
      const { page } = await tab(context);
      await page.emulateMedia({ colorScheme });
      for (const name of some(16)) {
        await open(page, name);
        assert.deepEqual(await violations(page), [], name);
      }
    });
  });
}

test("a brief can be read in a narrow window: nothing but tables is wider", async () => {
  await browser(async (context) => {
    const { page } = await tab(context);
    await page.setViewportSize({ width: 360, height: 740 });
    for (const name of some(8)) {
      await open(page, name);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= 360, `${name} is ${width} wide`);
    }
  });
});

test("tables that scroll are reached by keyboard", async () => {
  await browser(async (context) => {
    const { page } = await tab(context);
    await page.setViewportSize({ width: 360, height: 740 });
    await open(page, "brief.fixture.000.en.html");
    await page.keyboard.press("Tab");
    const { scrolls, name } = await page.evaluate(() => ({
      scrolls: document.activeElement.classList.contains("scroll"),
      name: document.getElementById(document.activeElement.getAttribute("aria-labelledby"))?.textContent,
    }));
    assert.ok(scrolls && name, "the first stop is a table with a name");
    const before = await page.evaluate(() => document.activeElement.scrollLeft);
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction((from) => document.activeElement.scrollLeft > from, before);
  });
});

test("hostile names are text", async () => {
  const shown = [
    /^<script>alert\(document\.title\)<\/script>$/,
    /^olleH rotceriD x$/,
    /^𠮷野家 𩸽子 葛/,
    /^(寿限無)+寿?限?…$/,
    /^W+…$/,
    /^=HYPERLINK\("http:\/\/evil\.example","x"\)$/,
    /^<\/style><\/title><\/svg><img src=x onerror=alert\(1\)>$/,
    /^(e[\u0300-\u0303]+)+…$/,
  ];
  await browser(async (context) => {
    const { page, bad } = await tab(context);
    for (const language of LANGUAGES) {
      const names = [];
      for (const name of pages("brief.hostile.").filter((one) => one.endsWith(`.${language}.html`))) {
        await open(page, name);
        const heading = await page.locator("h1").textContent();
        names.push(heading);
        assert.ok((await page.title()).startsWith(heading), name);
      }
      for (const one of shown) assert.ok(names.some((name) => one.test(name)), `${one} in ${names.join("\n")}`);
    }
    assert.deepEqual(bad, []);
  });
});

test("nothing is told by colour alone", async () => {
  await browser(async (context) => {
    const { page } = await tab(context);
    for (const name of some(8)) {
      await open(page, name);
      const untold = await page.evaluate(() => {
        const words = (selector) => [...document.querySelectorAll(selector)].filter((one) => !/\p{L}{2}/u.test(one.textContent));
        const pictures = [...document.querySelectorAll("svg")].filter((svg) => !svg.querySelector("title")?.textContent);
        return [...words(".meta b"), ...words(".ready b"), ...words(".lanes tbody th"), ...pictures].map((one) => one.outerHTML.slice(0, 100));
      });
      assert.deepEqual(untold, [], name);
    }
    // With the colours of the reader's own, text stays on the page and pictures keep theirs.
    await page.emulateMedia({ forcedColors: "active" });
    await open(page, "brief.fixture.000.ja.html");
    const colours = await page.evaluate(() => {
      const of = (selector, what) => getComputedStyle(document.querySelector(selector))[what];
      return { text: of("h1", "color"), paper: of("html", "backgroundColor"), known: of(".known", "fill"), track: of(".track", "stroke") };
    });
    assert.notEqual(colours.text, colours.paper);
    assert.notEqual(colours.known, colours.track);
    assert.deepEqual(await violations(page), []);
  });
});

test("landmarks and headings stand in their order", async () => {
  await browser(async (context) => {
    const { page } = await tab(context);
    for (const name of some(16)) {
      await open(page, name);
      const { levels, marks, language } = await page.evaluate(() => ({
        levels: [...document.querySelectorAll("h1, h2, h3")].map((heading) => Number(heading.tagName[1])),
        marks: ["header", "main", "footer"].map((mark) => document.querySelectorAll(mark).length),
        language: document.documentElement.lang,
      }));
      assert.deepEqual(marks, [1, 1, 1], name);
      assert.ok(name.includes(`.${language}.`), name);
      assert.equal(levels[0], 1, name);
      assert.equal(levels.filter((level) => level === 1).length, 1, name);
      assert.ok(levels.every((level, at) => at === 0 || level <= levels[at - 1] + 1), `${name}: ${levels}`);
    }
  });
});
