// The page of everybody: whole without its script, sorted and filtered with it, quick with 5,000 people.

import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { test } from "node:test";

import { PDFDocument } from "pdf-lib";

import { browser, open, pages, path, tab, violations } from "./browser.mjs";

const all = pages("portfolio.");
const LARGE = ["portfolio.many.ja.html", "portfolio.many.en.html"];
/** What a click on a heading may take; the machine of a test may be busy, so only far beyond it the test fails. */
const PROMISED_MS = 300;
const FAILED_MS = 1_500;

/** The texts of a column, as it stands. */
const column = (page, index) =>
  page.evaluate((at) => [...document.querySelectorAll("#table tbody tr")].map((row) => row.cells[at].textContent), index);
const sorted = (page, index) => page.evaluate((at) => document.querySelectorAll("#table thead th")[at].ariaSort, index);
const heading = (page, index) => page.locator("#table thead th button").nth(index);

test("every portfolio opens without a complaint, a request or a violation of its policy", async () => {
  await browser(async (context) => {
    const { page, bad } = await tab(context);
    for (const name of all) {
      assert.ok(statSync(path(name)).size < 3_000_000, `${name} is too large`);
      await open(page, name);
      assert.deepEqual(bad, [], name);
      assert.equal(await page.locator("iframe, img, link, a").count(), 0, name);
    }
    for (const name of LARGE) console.log(`${name}: ${(statSync(path(name)).size / 1e6).toFixed(2)} MB`);
  });
});

test("a click sorts, another turns the order, and what is unknown stays last", async () => {
  await browser(async (context) => {
    const { page } = await tab(context);
    await open(page, "portfolio.few.en.html");
    const number = (text) => Number.parseFloat(/\d+/.exec(text)?.[0] ?? "NaN");
    for (let index = 4; index < 11; index += 1) {
      for (const way of ["descending", "ascending"]) {
        await heading(page, index).click();
        assert.equal(await sorted(page, index), way);
        const values = (await column(page, index)).map(number);
        const known = values.filter((value) => !Number.isNaN(value));
        const right = [...known].sort((a, b) => (way === "ascending" ? a - b : b - a));
        assert.deepEqual(values, [...right, ...values.filter(Number.isNaN)], `column ${index} ${way}`);
      }
    }
    await heading(page, 1).click();
    const partners = await column(page, 1);
    assert.equal(await sorted(page, 1), "ascending");
    assert.equal(await page.locator("#table thead [aria-sort]").count(), 1);
    assert.deepEqual(partners, [...partners].sort(new Intl.Collator("en", { numeric: true }).compare));
    await heading(page, 3).click();
    const states = await page.evaluate(() => [...document.querySelectorAll("#table tbody tr")].map((row) => row.cells[3].className));
    assert.deepEqual(states, [...states].sort());
  });
});

test("the keyboard sorts, too", async () => {
  await browser(async (context) => {
    const { page } = await tab(context);
    await open(page, "portfolio.few.ja.html");
    await heading(page, 5).focus();
    await page.keyboard.press("Enter");
    assert.equal(await sorted(page, 5), "descending");
    await page.keyboard.press("Space");
    assert.equal(await sorted(page, 5), "ascending");
    assert.equal(await page.evaluate(() => document.activeElement.closest("th").cellIndex), 5);
  });
});

test("people are found by name, by partner and by readiness", async () => {
  await browser(async (context) => {
    const { page } = await tab(context);
    await open(page, "portfolio.few.ja.html");
    await page.locator("#text").fill("佐藤");
    assert.deepEqual(await column(page, 2), ["佐藤 美咲"]);
    assert.equal(await page.locator("#count").textContent(), "1 / 6");
    await page.locator("#text").fill("minato");
    assert.equal((await column(page, 1)).length, 3);
    await page.locator("#text").fill("nobody of this name");
    assert.deepEqual(await column(page, 1), []);
    await page.locator("#text").fill("");
    await page.locator("#state").selectOption({ index: 1 });
    assert.deepEqual(await column(page, 2), ["Aiko Mori"]);
    await page.locator("#state").selectOption({ index: 0 });
    assert.equal((await column(page, 1)).length, 6);
  });
});

for (const name of LARGE) {
  test(`5,000 people are sorted and filtered without a wait: ${name}`, async () => {
    await browser(async (context) => {
      const { page, bad } = await tab(context);
      await page.setViewportSize({ width: 1440, height: 900 });
      await open(page, name);
      assert.match(await page.locator("#count").textContent(), /^5,000 \/ 5,000$/);
      // From the click until the rows are laid out and painted.
      const took = await page.evaluate(async () => {
        const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
        const times = [];
        const timed = async (what) => {
          await painted();
          const from = performance.now();
          what();
          await painted();
          times.push(performance.now() - from);
        };
        for (const button of document.querySelectorAll("#table thead button")) {
          await timed(() => button.click());
          await timed(() => button.click());
        }
        const text = document.getElementById("text");
        for (const word of ["例", "Sample 1", ""]) {
          await timed(() => {
            text.value = word;
            text.dispatchEvent(new Event("input"));
          });
        }
        return times.sort((a, b) => a - b);
      });
      const [half, most] = [took[Math.floor(took.length / 2)], took.at(-1)];
      const over = most > PROMISED_MS ? `, over the promised ${PROMISED_MS} ms` : "";
      console.log(`${name}: ${took.length} clicks, half of them up to ${half.toFixed(0)} ms, the slowest ${most.toFixed(0)} ms${over}`);
      assert.ok(half <= PROMISED_MS, `half of the clicks took ${half.toFixed(0)} ms and more`);
      assert.ok(most <= FAILED_MS, `a click took ${most.toFixed(0)} ms`);
      // Whoever scrolls on sees more, down to the last.
      const rows = () => page.locator("#table tbody tr").count();
      const before = await rows();
      assert.ok(before < 5_000);
      await page.evaluate(() => document.getElementById("rest").scrollIntoView());
      await page.waitForFunction((few) => document.querySelectorAll("#table tbody tr").length > few, before);
      assert.deepEqual(bad, []);
    });
  });
}

test("without its script the page holds everybody", async () => {
  await browser(
    async (context) => {
      const { page } = await tab(context);
      for (const [name, people] of [["portfolio.few.ja.html", 6], ["portfolio.many.en.html", 5_000]]) {
        await open(page, name);
        // A locator would wait for a script; the tree of the page does not.
        assert.equal(await page.locator("#table tbody tr").count(), people, name);
        assert.ok(await page.locator("#table tbody tr").last().isVisible(), name);
        assert.ok(!(await page.locator("#tools").isVisible()), name);
      }
    },
    { javaScriptEnabled: false },
  );
});

test("a portfolio prints everybody in landscape", async () => {
  await browser(async (context) => {
    const { page } = await tab(context);
    for (const name of ["portfolio.few.ja.html", "portfolio.few.en.html", "portfolio.demo.ja.html"]) {
      await open(page, name);
      const pdf = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
      const { width, height } = pdf.getPage(0).getSize();
      assert.deepEqual([Math.round(width), Math.round(height)], [842, 595], name);
      assert.ok(pdf.getPageCount() <= (name.includes("few") ? 2 : 12), `${name}: ${pdf.getPageCount()} pages`);
    }
    await open(page, "portfolio.many.en.html");
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    assert.equal(await page.locator("#table tbody tr").count(), 5_000);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    assert.ok((await page.locator("#table tbody tr").count()) < 5_000);
  });
});

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds no serious violation in portfolios, ${colorScheme}`, async () => {
    await browser(async (context) => {
      const { page } = await tab(context);
      await page.emulateMedia({ colorScheme });
      for (const name of all.filter((one) => !LARGE.includes(one))) {
        await open(page, name);
        assert.deepEqual(await violations(page), [], name);
      }
    });
  });
}

test("a portfolio can be read in a narrow window: nothing but its tables is wider", async () => {
  await browser(async (context) => {
    const { page } = await tab(context);
    await page.setViewportSize({ width: 360, height: 740 });
    for (const name of all.filter((one) => !LARGE.includes(one))) {
      await open(page, name);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= 360, `${name} is ${width} wide`);
    }
  });
});

test("hostile names are text, and unknown traits are said to be unknown", async () => {
  await browser(async (context) => {
    const { page, bad } = await tab(context);
    await open(page, "portfolio.hostile.ja.html");
    const names = await column(page, 2);
    assert.ok(names.includes("<script>alert(document.title)</script>"));
    assert.ok(names.some((name) => name.startsWith("𠮷野家")));
    assert.ok(names.every((name) => !name.includes("\u202e") && name.length < 250));
    assert.equal(await page.locator("script").count(), 1);
    await open(page, "portfolio.few.en.html");
    const unknown = await page.evaluate(() => [...document.querySelectorAll(".hx")].map((cell) => cell.textContent));
    assert.ok(unknown.length > 0 && unknown.every((text) => text === "?"));
    assert.deepEqual(bad, []);
  });
});
