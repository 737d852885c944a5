// More than one copy of the widget on a page.

import assert from "node:assert/strict";
import { drawn, shown, test } from "./support.mjs";

const MODULE = '<script type="module" src="/county-chains/county-chains.js"></script>';
const CLASSIC = '<script src="/county-chains/county-chains.inline.js"></script>';

/** What the page says of the widget. */
const lines = ({ console }) => console.filter((line) => line.startsWith("county-chains:"));

test("the same module twice is one", async (t) => {
  const { page, record } = await drawn(t, "<county-chains></county-chains>", { head: MODULE + MODULE });
  assert.equal((await shown(page)).chart, "tiers");
  assert.deepEqual(lines(record), []);
});

test("a second copy from another address says once that the first stays in use, and all widgets work", async (t) => {
  const again = MODULE.replace(".js", ".js?again");
  for (const head of [MODULE + again, CLASSIC + MODULE, CLASSIC + CLASSIC.replace(".js", ".js?again")]) {
    const { page, record } = await drawn(t, "<county-chains></county-chains><county-chains chart=map></county-chains>", { head });
    await page.waitForFunction(() => document.querySelectorAll("county-chains")[1].shadowRoot.querySelector('[data-chart="map"]'));
    assert.equal(lines(record).length, 1, head);
    assert.match(lines(record)[0], /^county-chains: ([\d.]+) is already on this page and stays in use, not this \1\. Load one\.$/);
    assert.deepEqual(record.errors, []);
    assert.deepEqual(record.events, []);
  }
});

test("the page may register the class itself: the script has nothing to say of it", async (t) => {
  const head = `<script type="module">
    const { CountyChainsElement } = await import("/county-chains/module/element.js");
    customElements.define("county-chains", CountyChainsElement);
    await import("/county-chains/module/index.js");
    window.isDone = true;
  </script>`;
  const { page, record } = await drawn(t, "<county-chains></county-chains>", { head });
  await page.waitForFunction(() => window.isDone);
  assert.deepEqual([lines(record), record.errors], [[], []]);
});

test("each copy hands out the class that is in use", async (t) => {
  const { page } = await drawn(t, "<county-chains></county-chains>");
  const [same, base] = await page.evaluate(async () => {
    const { CountyChainsElement } = await import("/county-chains/county-chains.js?again");
    CountyChainsElement.base = "https://example.org/1.0.0/";
    const element = document.querySelector("county-chains");
    return [element instanceof CountyChainsElement, element.link];
  });
  assert.ok(same);
  assert.match(base, /^https:\/\/example\.org\/1\.0\.0\/embed\.html\?/);
});

test("an older version on the page stays in use and is named", async (t) => {
  for (const [version, named] of [["static get version() { return '0.0.9'; }", "0.0.9"], ["", "an older version"]]) {
    const old = `<script>customElements.define("county-chains", class extends HTMLElement { ${version}
      constructor() { super(); this.ready = Promise.resolve(this); this.attachShadow({ mode: "open" }); } });</script>`;
    const { record } = await drawn(t, "<county-chains>The old one.</county-chains>", { head: old + MODULE });
    assert.equal(lines(record).length, 1);
    assert.ok(lines(record)[0].startsWith(`county-chains: ${named} is already on this page`), lines(record)[0]);
    assert.deepEqual(record.errors, []);
  }
});
