// The guide for editors: readable everywhere, and true.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { findings } from "./axe.mjs";
import { blank, page, ready, shown, silent, test } from "./support.mjs";

const PAGES = { "zh-Hans": "/guide.html", "zh-Hant": "/guide.zh-Hant.html", en: "/guide.en.html" };
const VERSION = JSON.parse(readFileSync(new URL("../../pkg/package.json", import.meta.url), "utf8")).version;

const dist = (name) => fileURLToPath(new URL(`../../pkg/dist/${name}`, import.meta.url));
const brotli = (...names) => names.reduce((sum, name) => sum + brotliCompressSync(readFileSync(dist(name))).length, 0);
const text = (page, id) => page.locator(`#${id}`).textContent();

test("the guide has the same blocks, anchors and links in every language", () => {
  const structures = Object.values(PAGES).map((path) => {
    const main = readFileSync(fileURLToPath(new URL(`../../www${path}`, import.meta.url)), "utf8").replace(/^[^]*<main/, "");
    return main.match(/<(h\d|p|ul|li|dl|dt|dd|div|pre|table|tr)\b| id="[^"]*"| href="#[^"]*"/g).sort();
  });
  assert.deepEqual(structures[1], structures[0], "zh-Hant");
  assert.deepEqual(structures[2], structures[0], "en");
});

for (const [lang, path] of Object.entries(PAGES)) {
  test(`the guide in ${lang} fits every width, and axe finds nothing`, async (t) => {
    for (const [width, colorScheme] of [[280, "light"], [360, "dark"], [760, "light"], [1280, "dark"]]) {
      const { page: opened, record } = await page(t, path, { viewport: { width, height: 900 }, colorScheme });
      assert.ok(await opened.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width}`);
      assert.deepEqual(await findings(opened, `${lang} ${width}`), []);
      assert.equal(await opened.evaluate(() => document.documentElement.lang), lang);
      silent(record);
    }
  });

  test(`the guide in ${lang} leads to what there is, in its own language`, async (t) => {
    const { page: opened } = await page(t, path);
    for (const address of await opened.locator("nav a, main a").evaluateAll((all) => all.map(({ href }) => href))) {
      const { status } = await fetch(address);
      assert.equal(status, 200, address);
      const { hash } = new URL(address);
      if (hash) assert.equal(await opened.locator(hash).count(), 1, hash);
    }
    const rewritten = await page(t, `/guide.html?lang=${lang}`);
    await rewritten.page.waitForURL((address) => address.pathname === path);
  });

  test(`what the guide in ${lang} says to paste shows what it says`, async (t) => {
    const { page: guide } = await page(t, path);
    for (const id of ["code-tag", "code-inline"]) {
      const code = (await text(guide, id)).replaceAll(`/county-chains/${VERSION}/`, "/county-chains/");
      const { page: pasted, record } = await blank(t, code, { head: "" });
      await ready(pasted);
      assert.equal((await shown(pasted)).lang, lang);
      assert.equal((await shown(pasted)).chart, "shares");
      silent(record);
    }
    // The address that is to be opened after installing needs every file.
    const check = (await guide.locator("main").innerText()).match(/https:\/\/[^/]+\/county-chains\/[\d.]+\/(embed\.html\S*[a-z])/)[1];
    const { page: installed, record: asked } = await page(t, `/county-chains/${check}`);
    await installed.locator("county-chains [data-fact]").first().waitFor();
    for (const name of ["embed.js", "embed.css", "county-chains.js", "county-chains.wasm", "county-chains.texts.wasm", "county-chains.facts.wasm"]) {
      assert.ok(asked.requests.some((address) => address.endsWith(`/${name}`)), name);
    }
    const frame = (await text(guide, "code-frame")).replace(/src="https:\/\/[^/]+\/county-chains\/[\d.]+\//, 'src="/county-chains/');
    const { page: framed, record } = await blank(t, frame, { head: "" });
    await framed.frameLocator("iframe").locator(`county-chains [data-chart="shares"][data-tiers="1 2"][data-lang="${lang}"]`).waitFor();
    // Chromium on Linux has no sheet for sharing, and says so.
    silent({ ...record, console: record.console.filter((line) => !line.includes("web-share")) });
  });

  test(`the tag for own data of the guide in ${lang} shows own data`, async (t) => {
    const { page: guide } = await page(t, path);
    const example = "/gallery/datasets/countries-by-income/datapackage.json";
    const { page: opened, record } = await blank(t, (await text(guide, "code-own")).replace("/data/table/datapackage.json", example));
    await opened.locator(`county-chains [data-chart="strip"][data-lang="${lang}"]`).first().waitFor();
    silent(record);
  });

  test(`figures and files of the guide in ${lang} are those of the build`, async (t) => {
    const { page: opened } = await page(t, path);
    const all = (await opened.locator("main").innerText()).replace(/\u00a0/g, " ");
    const near = (said, bytes) => assert.ok(Math.abs(said - bytes) < said * 0.04, `${said} said, ${bytes} is`);
    // In the order of the text: with the tag, with one of the other charts, with the list of facts, in one file, the script of
    // the host.
    const [first, other, list, inline, host] = [...all.matchAll(/(\d+) kB/g)].map(([, number]) => Number(number) * 1000);
    const core = brotli("county-chains.js", "county-chains.wasm");
    near(first, core + brotli("county-chains.tiers.wasm"));
    const others = ["six-ones", "clusters", "paths", "market", "timeline"].map((chart) => `county-chains.${chart}.wasm`);
    for (const file of others) near(other, core + brotli("county-chains.figures.wasm", file));
    near(list, core + brotli("county-chains.figures.wasm", "county-chains.texts.wasm", "county-chains.facts.wasm"));
    near(inline, brotli("county-chains.inline.js"));
    assert.ok(readFileSync(dist("host.js")).length < host);
    for (const name of ["county-chains.offline.html", "county-chains.inline.js", "embed.html", "host.js"]) {
      assert.ok(all.includes(name) && existsSync(dist(name)), name);
    }
    assert.ok(all.includes(`county-chains-${VERSION}`), "the version");
  });
}

test("a button of the guide copies its code and says so", async (t) => {
  const { page: opened } = await page(t, PAGES["zh-Hans"], { permissions: ["clipboard-read", "clipboard-write"] });
  await opened.locator('[data-copy="code-policy"]').click();
  await opened.locator("#code-policy + .status", { hasText: "已复制" }).waitFor();
  assert.match(await opened.evaluate(() => navigator.clipboard.readText()), /^Content-Security-Policy: .*'wasm-unsafe-eval'/);
});
