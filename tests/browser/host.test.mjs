// The element in pages that are unlike ours.

import assert from "node:assert/strict";
import { ONE, text } from "./element.mjs";
import { CHARTS, drawn, set, shown, silent, test, until } from "./support.mjs";

const HOSTILE = `
  svg { max-width: 50%; height: auto; display: inline; }
  table { display: block; } button { all: unset; } h3, p { font-size: 40px; margin: 3em; }
  * { letter-spacing: 1em !important; word-spacing: 2em !important; text-transform: uppercase !important; text-indent: 4em !important;
      line-height: 0 !important; white-space: pre !important; text-align: right !important; word-break: break-all !important;
      font-variant: small-caps !important; font-size: 40px !important; font-style: italic !important; font-weight: 900 !important;
      direction: rtl !important; visibility: visible; box-sizing: content-box !important; cursor: wait !important; }`;

test("a hostile style sheet of the host changes nothing inside", async (t) => {
  const html = CHARTS.map((chart) => `<div style="width:600px"><county-chains chart="${chart}" lang="en" loading="eager" county="350582"></county-chains></div>`).join("");
  const head = (css) => `<style>div{margin:0;padding:0}${css}</style><script type="module" src="/county-chains/county-chains.js"></script>`;
  const measure = async (css) => {
    const { page, record } = await drawn(t, html, { head: head(css) });
    const boxes = await page.evaluate(() => [...document.querySelectorAll("county-chains")].map((element) => {
      const origin = element.getBoundingClientRect();
      return [...element.shadowRoot.querySelectorAll("[data-tiers], [data-tiers] *")].map((node) => {
        // What is not displayed has no place.
        if (!node.getClientRects().length) return node.localName;
        const { x, y, width, height } = node.getBoundingClientRect();
        return [`${node.localName}.${node.getAttribute("class") ?? ""}`, ...[x - origin.x, y - origin.y, width, height].map(Math.round)].join(" ");
      });
    }));
    silent(record);
    return boxes;
  };
  const clean = await measure("");
  const hostile = await measure(HOSTILE);
  for (const [index, chart] of CHARTS.entries()) {
    const different = hostile[index].filter((box, at) => box !== clean[index][at]);
    assert.deepEqual(different.slice(0, 8), [], `${chart}: ${different.length} of ${clean[index].length} boxes differ`);
  }
});

test("the host's font and variables come through, and parts can be styled", async (t) => {
  const head = `<style>county-chains{font-family:monospace}county-chains::part(heading){color:rgb(1,2,3)}</style>
    <script type="module" src="/county-chains/county-chains.js"></script>`;
  const { page } = await drawn(t, '<county-chains chart="map" county="350582" lang="en"></county-chains>', { head });
  const seen = await page.evaluate(() => {
    const root = document.querySelector("county-chains").shadowRoot;
    const style = (selector) => getComputedStyle(root.querySelector(selector));
    return [style("[part=summary]").fontFamily, style("[part=chart] text").fontFamily, style("[part=heading]").color];
  });
  assert.deepEqual(seen, ["monospace", "monospace", "rgb(1, 2, 3)"]);
  const lost = (parts) => page.evaluate((parts) => {
    const root = document.querySelector("county-chains").shadowRoot;
    return parts.filter((part) => !root.querySelector(`[part~="${part}"]`));
  }, parts);
  assert.deepEqual(await lost(["heading", "summary", "filter", "picker", "chart", "notes", "source", "actions", "card"]), []);
  await set(page, { view: "table" });
  assert.deepEqual(await lost(["table"]), []);
});

test("named things of the host do not get in the way", async (t) => {
  const names = ["customElements", "WebAssembly", "document", "fetch", "matchMedia", "ResizeObserver", "URL", "Map"];
  const html = names.map((name) => `<a id="${name}"></a><form name="${name}"></form>`).join("") + ONE;
  const { page, record } = await drawn(t, html);
  assert.equal((await shown(page)).chart, "tiers");
  silent(record);
});

test("a second copy of the script warns once and changes nothing", async (t) => {
  const { page, record } = await drawn(t, ONE);
  await page.evaluate(async () => {
    for (const version of [2, 3]) {
      window.before = customElements.get("county-chains");
      await import(`/county-chains/county-chains.js?v=${version}`);
      if (version === 2) window.same = window.before === customElements.get("county-chains");
      if (version === 2) break;
    }
  });
  assert.equal(await page.evaluate(() => window.same), true);
  assert.equal(record.console.length, 1);
  assert.match(record.console[0], /^county-chains: .*already/);
  await page.evaluate(() => {
    const script = document.createElement("script");
    Object.assign(script, { type: "module", src: "/county-chains/county-chains.js" });
    document.head.append(script);
    return new Promise((resolve) => (script.onload = resolve));
  });
  assert.equal(record.console.length, 1, "the same address again is no second copy");
  await page.locator('county-chains [data-tier="1"]').click();
  assert.equal((await shown(page)).tiers, "2 3 4");
  assert.deepEqual([record.errors, record.events], [[], []]);
});

for (const [where, build] of Object.entries({
  "in the head": (script) => [script(""), ONE],
  "async in the head": (script) => [script("async"), ONE],
  "at the end": (script) => ["", ONE + script("")],
  "before the element in the body": (script) => ["", script("") + ONE],
  "twice": (script) => [script(""), ONE + script("")],
})) {
  test(`the script works ${where}`, async (t) => {
    const script = (word) => `<script type="module" ${word} src="/county-chains/county-chains.js"></script>`;
    const [head, html] = build(script);
    const { page, record } = await drawn(t, html, { head });
    assert.equal((await shown(page)).chart, "tiers");
    silent(record);
  });
}

test("controls that are not asked for are not there", async (t) => {
  const { page, record } = await drawn(t, '<county-chains controls="none"></county-chains>');
  assert.equal(await page.locator("county-chains [data-tiers] button").count(), 0);
  await set(page, { controls: "filter" });
  assert.equal(await page.locator("county-chains [data-tier]").count(), 4);
  assert.equal(await page.locator("county-chains [role=tab]").count(), 0);
  await set(page, { controls: "picker table" });
  assert.equal(await page.locator("county-chains [role=tab]").count(), CHARTS.length);
  assert.deepEqual(await page.locator("county-chains [part=actions] button").evaluateAll((all) => all.map(({ dataset }) => dataset.action)), ["view:table"]);
  await set(page, { controls: null, charts: "tiers map" });
  assert.deepEqual(await page.locator("county-chains [role=tab]").evaluateAll((all) => all.map(({ dataset }) => dataset.chart)), ["tiers", "map"]);
  await set(page, { charts: "map", chart: "map" });
  assert.equal(await page.locator("county-chains [role=tab]").count(), 0, "one chart needs no picker");
  silent(record);
});

test("an own heading is text, whatever it looks like", async (t) => {
  const { page, record } = await drawn(t, ONE);
  await set(page, { heading: '<img src=x onerror="window.hit=1">' });
  assert.equal(await text(page, "heading"), '<img src=x onerror="window.hit=1">');
  assert.equal(await page.evaluate(() => document.querySelector("county-chains").shadowRoot.querySelectorAll("img").length), 0);
  assert.equal(await page.evaluate(() => window.hit), undefined);
  await set(page, { heading: null });
  assert.doesNotMatch(await text(page, "heading"), /img/);
  await until(record, () => true);
  silent(record);
});
