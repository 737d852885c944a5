// What the pages have in common, the page of all charts, and the page of datasets.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { freshPages } from "../../pkg/tools/pages.mjs";
import { findings } from "./axe.mjs";
import { CHARTS, drawn, frames, LANGUAGES, look, page, serveFor, shown, silent, test } from "./support.mjs";

const PAGES = ["/", "/story.html", "/charts.html", "/datasets.html", "/builder.html", "/data.html"];


const TABLE = { name: "wards.csv", mimeType: "text/csv", buffer: Buffer.from("code,name,kind,cost\nH1,A,public,1.5\nH2,B,private,2.25\nH3,C,public,3\n") };

/** Opens a page in a language with all its charts drawn. */
async function whole(t, path, { lang = "zh-Hans", ...options } = {}) {
  const opened = await page(t, `${path}?lang=${lang}`, { viewport: { width: 1280, height: 900 }, ...options });
  // Without a table it shows no chart.
  if (path.endsWith("/data.html")) await opened.page.setInputFiles("#files", TABLE);
  await look(opened.page);
  if (path === "/builder.html") await opened.page.waitForFunction(() => document.getElementById("code").textContent);
  return opened;
}

/** What is wider than the page, or the page itself. */
const wide = (page) => page.evaluate(() => {
  if (document.documentElement.scrollWidth <= innerWidth) return [];
  const far = [...document.querySelectorAll("body *")].filter((node) => node.checkVisibility() && node.getBoundingClientRect().right > innerWidth + 1 && !node.closest(".stage"));
  return [`page ${document.documentElement.scrollWidth}`, ...far.slice(0, 3).map((node) => `${node.localName}.${node.className}`)];
});

for (const path of PAGES) {
  test(`${path} fits every width in every language, without a complaint`, async (t) => {
    for (const lang of LANGUAGES) {
      const { page: opened, record } = await whole(t, path, { lang });
      for (const width of [280, 360, 760, 1119, 1120, 1280]) {
        await opened.setViewportSize({ width, height: 740 });
        await frames(opened);
        await frames(opened);
        assert.deepEqual(await wide(opened), [], `${lang} ${width}`);
        const widgets = await opened.locator("county-chains").evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).map(({ id, offsetWidth }) => `${id} ${offsetWidth}`));
        assert.deepEqual(widgets, [], `${lang} ${width}`);
      }
      const small = await opened.evaluate(() => [...document.querySelectorAll("body *")]
        .filter((node) => node.checkVisibility() && [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim()) && parseFloat(getComputedStyle(node).fontSize) < 12)
        .map((node) => node.textContent));
      assert.deepEqual(small, [], "nothing is under 12 px");
      silent(record);
    }
  });

  test(`axe finds nothing on ${path}`, async (t) => {
    for (const [lang, colorScheme, width] of [["zh-Hans", "light", 1280], ["en", "dark", 360], ["zh-Hant", "dark", 760]]) {
      const { page: opened } = await whole(t, path, { lang, colorScheme, viewport: { width, height: 900 } });
      if (path === "/story.html") await opened.locator("button.do:visible").first().click();
      await frames(opened);
      // What leaves a chart has faded.
      await opened.waitForFunction(() => [...document.querySelectorAll("county-chains")].every(({ shadowRoot }) => shadowRoot.getAnimations().length === 0));
      assert.deepEqual(await findings(opened, `${lang} ${colorScheme} ${width}`), []);
      await opened.context().close();
    }
  });

  test(`${path} says everything in the language that is chosen, and hands it on`, async (t) => {
    const { page: opened, record } = await whole(t, path);
    const links = () => opened.locator("a[data-page]").evaluateAll((links) => links.map((link) => new URL(link.href).searchParams.get("lang")));
    for (const lang of ["en", "zh-Hant", "zh-Hans"]) {
      await opened.locator(`button[data-lang="${lang}"]`).click();
      await frames(opened);
      assert.equal(await opened.evaluate(() => document.documentElement.lang), lang);
      assert.deepEqual(await opened.locator('[data-lang][aria-pressed="true"]').evaluateAll((buttons) => buttons.map(({ dataset }) => dataset.lang)), [lang]);
      assert.deepEqual([...new Set(await links())], [lang === "zh-Hans" ? null : lang]);
      const words = await opened.evaluate(() => [
        ...[...document.querySelectorAll("[data-t]")].map((node) => [node.dataset.t, node.textContent]),
        ...[...document.querySelectorAll("[data-t-label]")].map((node) => [node.dataset.tLabel, node.getAttribute("aria-label")]),
      ]);
      for (const [key, text] of words) {
        assert.ok(text && text !== "undefined", `${lang}: no words for ${key}`);
        if (lang === "en") assert.doesNotMatch(text, /[\u4e00-\u9fff]/, key);
        else assert.doesNotMatch(text.replace("county-chains", ""), /[\u4e00-\u9fff] [\w]|[\w] [\u4e00-\u9fff]|四类县域|四類縣域|[\u4e00-\u9fff][,;:?!]/u, `${lang} ${key}: ${text}`);
      }
      if (lang === "zh-Hant") assert.doesNotMatch(words.map(([, text]) => text).join(""), /[县类图链产业发与说张页码]/, "no simplified character is left");
    }
    silent(record);
  });

  test(`${path} works under the strictest policy`, async (t) => {
    const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'";
    const address = await serveFor(t, { headersFor: () => ({ "Content-Security-Policy": policy }) });
    const { page: opened, record } = await whole(t, `${address}${path}`);
    if (path === "/story.html") await opened.locator("button.do:visible").first().click();
    else if (!["/charts.html", "/datasets.html", "/data.html"].includes(path)) await opened.locator('#controls [name="chart"][value="map"]').evaluate((input) => input.click());
    await opened.locator('button[data-lang="en"]').click();
    await frames(opened);
    silent(record);
  });

  test(`${path} has the same bar as the others, its own name marked, and no link that leads nowhere`, async (t) => {
    const { page: opened } = await whole(t, path);
    const bar = await opened.locator(".bar nav a").evaluateAll((links) => links.map((link) => `${link.textContent} ${new URL(link.href).pathname}`));
    assert.deepEqual(bar, ["示例 /", "故事 /story.html", "图表 /charts.html", "数据 /datasets.html", "嵌入 /builder.html", "自有数据 /data.html", "指南 /guide.html"]);
    assert.equal(await opened.locator('.bar nav a[aria-current="page"]').evaluateAll((links) => links.map((link) => new URL(link.href).pathname).join()), path);
    assert.equal(await opened.locator("h1:visible").count(), 1);
    const broken = await opened.evaluate(async () => {
      const found = [];
      for (const link of document.querySelectorAll("a[href], link[href], script[src]")) {
        const address = new URL(link.href || link.src);
        if (address.pathname === location.pathname) {
          if (address.hash && !document.getElementById(address.hash.slice(1))) found.push(address.hash);
        } else if (address.origin === location.origin && !(await fetch(address)).ok) found.push(address.href);
      }
      return found;
    });
    assert.deepEqual(broken, []);
    // The skip link is the first stop, and leads to something that takes the focus.
    await opened.keyboard.press("Tab");
    assert.ok(await opened.evaluate(() => document.activeElement.classList.contains("skip")));
    await opened.keyboard.press("Enter");
    assert.ok(await opened.evaluate(() => document.querySelector(document.querySelector(".skip").hash) === document.activeElement));
  });
}

test("bar and footer of each page are those of the shell", async () => {
  for (const [name, text] of freshPages()) {
    const written = await readFile(new URL(`../../www/${name}`, import.meta.url), "utf8");
    assert.ok(text === written, `${name} is stale: run node pkg/tools/pages.mjs`);
  }
});

test("pages that show other data do not say in their footers whose data the widget brings along", async (t) => {
  for (const path of ["/data.html", "/datasets.html", "/charts.html"]) {
    for (const lang of LANGUAGES) {
      const { page: opened } = await whole(t, path, { lang });
      const words = await opened.locator("footer").last().innerText();
      assert.equal(/福建|Fujian|县级单位|縣級單位|county-level unit|data\.json/.test(words), path === "/charts.html", `${path} ${lang}: ${words}`);
      assert.match(words, /MIT/, `${path} ${lang}`);
      await opened.context().close();
    }
  }
});

/* The page of all charts */

const sections = (page) => page.locator("[data-chart]:is(section)");

test("the page of charts has each chart of the widget, with use, code and links", async (t) => {
  for (const lang of LANGUAGES) {
    const { page: opened, record } = await whole(t, "/charts.html", { lang });
    assert.deepEqual(await sections(opened).evaluateAll((all) => all.map(({ id }) => id)), CHARTS);
    assert.deepEqual(await opened.locator(".contents a").evaluateAll((links) => links.map(({ hash }) => hash.slice(1))), CHARTS);
    for (const chart of CHARTS) {
      const part = (selector) => opened.locator(`#${chart} ${selector}`);
      assert.deepEqual([(await shown(opened, `#${chart} county-chains`)).chart, (await shown(opened, `#${chart} county-chains`)).lang], [chart, lang]);
      // What the widget calls the chart is what the page calls it.
      assert.equal(await part("h2").innerText(), await part(`county-chains [role=tab][data-chart="${chart}"]`).innerText());
      assert.ok((await part("> header p").innerText()).length > 10);
      assert.equal(await part(".code").innerText(), `<script type="module" src="/county-chains/county-chains.js"></script>\n<county-chains chart="${chart}" lang="${lang}"></county-chains>`);
    }
    silent(record);
    await opened.context().close();
  }
});

test("code and links of a chart follow what is done in it, and lead to the same view", async (t) => {
  const { page: opened, record } = await whole(t, "/charts.html");
  await opened.locator('#map county-chains [data-tier="1"]').click();
  await opened.locator('#map county-chains [data-key="county:350524"]').click();
  await frames(opened);
  const wanted = await opened.evaluate(() => document.querySelector("#map county-chains").state);
  const { page: pasted } = await drawn(t, await opened.locator("#map .code").innerText(), { head: "" });
  assert.deepEqual(await pasted.evaluate(() => document.querySelector("county-chains").state), wanted);
  for (const kind of ["link", "build"]) {
    const address = await opened.locator(`#map .${kind}`).evaluate(({ href }) => href);
    const { page: other } = await page(t, new URL(address).pathname + new URL(address).search);
    await look(other);
    // A page that shows nothing else has the heading of the widget for its own.
    const own = kind === "link" ? { "heading-level": "1" } : {};
    assert.deepEqual(await other.evaluate(() => document.querySelector("county-chains").state), { ...wanted, ...own }, kind);
  }
  silent(record);
});

test("without script the page of charts says what each is for, and shows its words and its code", async (t) => {
  const { page: opened } = await page(t, "/charts.html", { javaScriptEnabled: false });
  for (const chart of CHARTS) {
    assert.match(await opened.locator(`#${chart} county-chains`).innerText(), /来源/);
    assert.match(await opened.locator(`#${chart} .code`).innerText(), new RegExp(`chart="${chart}"`));
    assert.equal(await opened.locator(`#${chart} .copy`).isVisible(), false);
  }
});

/* The page of datasets */

const FOLDER = new URL("../../www/gallery/datasets/", import.meta.url);
const datasets = (await readdir(FOLDER)).filter((name) => !name.includes("."));

/** The charts that a dataset has, by the picker of its first widget. */
const offered = (page, id) => page.locator(`#${id} > county-chains [role=tab]`).evaluateAll((tabs) => tabs.map(({ dataset }) => dataset.chart));

test("the page of datasets has each example with all charts that it offers, source, licence, files and code", async (t) => {
  for (const lang of LANGUAGES) {
    const { page: opened, record } = await whole(t, "/datasets.html", { lang });
    assert.deepEqual((await opened.locator(".dataset").evaluateAll((all) => all.map(({ id }) => id))).sort(), datasets.sort());
    for (const id of datasets) {
      const descriptor = JSON.parse(await readFile(new URL(`${id}/datapackage.json`, FOLDER), "utf8"));
      const said = (object, key) => object[lang === descriptor.languages[0] ? key : `${key}@${lang}`] ?? object[key] ?? "";
      const part = (selector) => opened.locator(`#${id} ${selector}`);
      assert.equal(await part("h2").innerText(), said(descriptor, "title"));
      const shownCharts = await part("county-chains").evaluateAll((all) => all.map(({ shadowRoot }) => shadowRoot.querySelector("[data-chart]").dataset.chart));
      assert.deepEqual([...shownCharts].sort(), (await offered(opened, id)).sort());
      assert.deepEqual([...new Set(await part("county-chains").evaluateAll((all) => all.map(({ shadowRoot }) => shadowRoot.querySelector("[data-lang]").dataset.lang)))], [lang]);
      const list = await part("dl").innerText();
      for (const source of descriptor.sources) for (const key of ["title", "publisher"]) assert.ok(list.includes(said(source, key)), `${list} ${said(source, key)}`);
      for (const licence of descriptor.licenses) assert.ok(list.includes(said(licence, "title")), list);
      const files = ["datapackage.json", ...descriptor.resources.map(({ path }) => path)];
      assert.deepEqual(await part("dd a[id]").allInnerTexts(), files.map((file) => `/gallery/datasets/${id}/${file}`));
      assert.match(await part(".code").innerText(), new RegExp(`^<script .*\n<county-chains src="/gallery/datasets/${id}/datapackage.json" chart="tiers".* lang="${lang}"></county-chains>$`));
    }
    silent(record);
    await opened.context().close();
  }
});

test("the code of a dataset gives what its chart shows, and its classes are chosen in all its charts", async (t) => {
  const { page: opened, record } = await whole(t, "/datasets.html");
  await opened.locator('#countries-by-income > county-chains [data-tier="low_income"]').click();
  await opened.locator('#countries-by-income > county-chains [role=tab][data-chart="strip"]').click();
  await frames(opened);
  const tiers = (id) => opened.locator(`#${id} county-chains`).evaluateAll((all) => [...new Set(all.map((one) => one.tiers))]);
  const left = ["high_income", "upper_middle_income", "lower_middle_income"];
  const wanted = await opened.evaluate(() => ({ ...document.querySelector("#countries-by-income > county-chains").state, group: null }));
  assert.deepEqual([wanted.chart, wanted.indicator, wanted.tiers], ["strip", "life_expectancy", left]);
  assert.deepEqual(await tiers("countries-by-income"), [left.join(" ")]);
  assert.deepEqual(await tiers("fujian-2024"), ["1 2 3 4"]);
  const { page: pasted } = await drawn(t, await opened.locator("#countries-by-income .code").innerText(), { head: "" });
  assert.deepEqual(await pasted.evaluate(() => document.querySelector("county-chains").state), wanted);
  silent(record);
});

test("addresses of files are copied in full", async (t) => {
  const { page: opened } = await page(t, "/datasets.html", { permissions: ["clipboard-read", "clipboard-write"] });
  await opened.locator("#uk-authorities dd .copy").last().click();
  await opened.locator("#uk-authorities .status:not(:empty)").waitFor();
  const copied = await opened.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied, `${new URL(opened.url()).origin}/gallery/datasets/uk-authorities/uk_local_authorities_future.csv`);
  assert.ok((await opened.evaluate(async (address) => (await fetch(address)).ok, copied)));
});

test("without script the page of datasets shows the static version of each dataset, small enough to be read on phones", async (t) => {
  const { page: opened } = await page(t, "/datasets.html", { javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  assert.deepEqual(await wide(opened), []);
  for (const id of datasets) {
    const figure = opened.locator(`#${id} > county-chains figure:visible`);
    assert.deepEqual(await figure.evaluateAll((all) => all.map(({ lang }) => lang)), ["zh-Hans"]);
    assert.ok((await figure.locator("svg").first().boundingBox()).width > 280);
    assert.ok(await figure.locator("tbody tr").count() >= 4);
    assert.match(await figure.innerText(), /来源：.*许可：/);
    for (const words of await opened.locator(`#${id} .more county-chains`).allInnerTexts()) assert.match(words, /。来源：.*许可：/);
  }
  const { length } = await readFile(new URL("../../www/datasets.html", import.meta.url));
  assert.ok(length < 120_000, `${length} bytes`);
});

test("the pages print without their controls", async (t) => {
  for (const path of PAGES) {
    const { page: opened } = await whole(t, path);
    await opened.emulateMedia({ media: "print" });
    await frames(opened);
    for (const selector of [".top", ".act", ".use", "#controls", "button.more"]) {
      for (const node of await opened.locator(selector).all()) assert.ok(!(await node.isVisible()), `${path} ${selector}`);
    }
  }
});

test("where the widget may not run the builder says so in each language, copies nothing and keeps its address", async (t) => {
  const address = await serveFor(t, { headersFor: () => ({ "Content-Security-Policy": "script-src 'self'" }) });
  const { page: opened } = await page(t, `${address}/builder.html?chart=paths&lang=en&theme=dark`);
  await opened.locator("#notice:not(:empty)").waitFor();
  const said = new Set([await opened.locator("#notice").innerText()]);
  for (const lang of ["zh-Hans", "zh-Hant", "en"]) {
    await opened.locator(`[data-lang="${lang}"]`).click();
    const text = await opened.locator("#notice").innerText();
    assert.ok(text.length > 10, lang);
    said.add(text);
  }
  assert.equal(said.size, 3, "each in its own words");
  assert.deepEqual(await opened.locator("#save, #copy-link, .copy").evaluateAll((buttons) => [...new Set(buttons.map(({ disabled }) => disabled))]), [true]);
  assert.ok(await opened.evaluate(() => document.getElementById("controls").inert));
  // Asked of the page: Playwright hears of a changed address a moment later. A busy page writes it a moment after the click.
  await opened.waitForFunction(() => /chart=paths&lang=en&theme=dark/.test(location.href));
});
