"use strict";
// Sorts and filters the table of people. Without it the page is whole: every row is there, in the order of readiness.
(() => {
  const step = 150;
  const table = document.getElementById("table");
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const text = document.getElementById("text");
  const state = document.getElementById("state");
  const count = document.getElementById("count");
  const rest = document.getElementById("rest");
  const lang = document.documentElement.lang;
  const collator = new Intl.Collator(lang, { numeric: true });
  const number = new Intl.NumberFormat(lang);
  const rows = [...body.rows];
  const columns = new Map();
  let words;
  let order = rows.map((_, at) => at);
  let found = order;
  let shown = step;

  // What a row is sorted by, a number for each; what has none comes last, whichever way.
  const keys = (index) => {
    if (!columns.has(index)) {
      const cells = rows.map((row) => row.cells[index]);
      const by = heads[index].dataset.by;
      if (by === "text") {
        const said = cells.map((cell) => cell.textContent);
        const places = [...new Set(said)].sort(collator.compare);
        const place = new Map(places.map((one, at) => [one, at]));
        columns.set(index, said.map((one) => (one === "—" ? NaN : place.get(one))));
      } else if (by === "class") {
        columns.set(index, cells.map((cell) => Number(cell.className.slice(1, 2))));
      } else {
        columns.set(index, cells.map((cell) => parseFloat(/\d+/.exec(cell.textContent))));
      }
    }
    return columns.get(index);
  };

  // Only rows that are looked at are in the page; the others wait until somebody scrolls there, or prints.
  const lay = (all) => {
    body.replaceChildren(...found.slice(0, all ? found.length : shown).map((at) => rows[at]));
    rest.hidden = found.length <= shown;
    count.textContent = `${number.format(found.length)} / ${number.format(rows.length)}`;
  };

  const look = () => {
    const wanted = text.value.trim().toLowerCase();
    words ??= rows.map((row) => `${row.cells[1].textContent}\n${row.cells[2].textContent}`.toLowerCase());
    const fits = (at) => words[at].includes(wanted) && (!state.value || rows[at].cells[3].className === state.value);
    found = wanted || state.value ? order.filter(fits) : order;
    shown = step;
    lay();
  };

  const sort = (head, index) => {
    // Numbers are asked for from the top; ranks, words and readiness from the beginning.
    const [one, other] = head.dataset.by === "number" && index > 0 ? ["descending", "ascending"] : ["ascending", "descending"];
    const next = head.getAttribute("aria-sort") === one ? other : one;
    for (const cell of heads) cell.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", next);
    const by = keys(index);
    const way = next === "ascending" ? 1 : -1;
    order = rows.map((_, at) => at).sort((a, b) => Number.isNaN(by[a]) - Number.isNaN(by[b]) || way * (by[a] - by[b]) || a - b);
    look();
  };

  const more = () => { shown += step; lay(); };

  heads.forEach((head, index) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => sort(head, index));
  });
  text.addEventListener("input", look);
  state.addEventListener("change", look);
  rest.firstElementChild.addEventListener("click", more);
  addEventListener("beforeprint", () => lay(true));
  addEventListener("afterprint", () => lay());
  new IntersectionObserver((seen) => { if (seen.some((one) => one.isIntersecting)) more(); }, { rootMargin: "600px" }).observe(rest);
  document.getElementById("tools").hidden = false;
  lay();
  table.classList.remove("whole");
  // The keys of all columns beforehand, one at a time, whenever nothing else is to be done.
  const prepare = (index) => { if (index < heads.length) { keys(index); later(() => prepare(index + 1)); } };
  const later = self.requestIdleCallback ? (what) => requestIdleCallback(what) : (what) => setTimeout(what, 50);
  later(() => prepare(0));
})();
