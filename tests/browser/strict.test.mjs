// Everything a reader can do, on a page whose policy allows the widget's own files and nothing else.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { CHARTS, frames, INDICATORS, page, ready, set, shown, silent, test, THEMES, UNFILTERED, until } from "./support.mjs";

const STRICT = "/policies/strict.html";
const WIDGET = "county-chains";

/** Opens the strict page with a drawn widget. */
async function strict(t, options) {
  const opened = await page(t, STRICT, options);
  await ready(opened.page);
  return opened;
}

test("the policy of the strict page is in force", async (t) => {
  const { page: strictPage, record } = await strict(t);
  const refused = await strictPage.evaluate(() => {
    const names = [];
    const tried = (name, work) => {
      try {
        work();
      } catch {
        names.push(name);
      }
    };
    tried("innerHTML", () => (document.createElement("div").innerHTML = "<b>"));
    tried("DOMParser", () => new DOMParser().parseFromString("<svg/>", "image/svg+xml"));
    tried("setTimeout", () => setTimeout("1"));
    return names;
  });
  assert.deepEqual(refused, ["innerHTML", "DOMParser", "setTimeout"]);
  await until(record, ({ violations }) => violations.length >= 3);
});

test("every chart, view, chip, indicator, language and theme works without a report", async (t) => {
  const { page: strictPage, record } = await strict(t);
  for (const chart of CHARTS) {
    await strictPage.locator(`${WIDGET} [role=tab][data-chart=${chart}]`).click();
    await frames(strictPage);
    assert.equal((await shown(strictPage)).chart, chart);
    const parts = await strictPage.locator(`${WIDGET} [part=chart] :is([data-key], [data-fact])`).count();
    assert.ok(parts >= 4, `${chart} has marks, or facts`);
    for (const view of ["table", "about", "chart"]) {
      await set(strictPage, { view });
      assert.equal((await shown(strictPage)).view, view);
    }
    for (const lang of ["zh-Hant", "zh-Hans", "en"]) {
      await set(strictPage, { lang });
      assert.equal((await shown(strictPage)).lang, lang);
    }
    for (const theme of [...THEMES, "auto"]) await set(strictPage, { theme });
    if (UNFILTERED.includes(chart)) continue;
    for (const tier of [1, 2, 3, 4, 4, 3, 2, 1]) {
      await strictPage.locator(`${WIDGET} [data-tier="${tier}"]`).click();
    }
    assert.equal((await shown(strictPage)).tiers, "1 2 3 4");
  }
  await set(strictPage, { chart: "tiers" });
  for (const indicator of INDICATORS) {
    await strictPage.locator(`${WIDGET} [data-action="indicator:${indicator}"]`).click();
    await frames(strictPage);
    assert.equal(await strictPage.evaluate(() => document.querySelector("county-chains").indicator), indicator);
  }
  silent(record);
});

test("the indicator of a narrow widget is chosen in a native select without a report", async (t) => {
  const { page: strictPage, record } = await strict(t, { viewport: { width: 360, height: 800 } });
  await strictPage.locator(`${WIDGET} select`).selectOption("chains");
  await frames(strictPage);
  assert.equal(await strictPage.evaluate(() => document.querySelector("county-chains").getAttribute("indicator")), "chains");
  silent(record);
});

test("table, about, county card and panels open and close without a report", async (t) => {
  const { page: strictPage, record } = await strict(t);
  const press = async (action) => {
    await strictPage.locator(`${WIDGET} [data-action="${action}"]`).click();
    await frames(strictPage);
  };
  await press("view:table");
  assert.ok(await strictPage.locator(`${WIDGET} [part=table] table`).isVisible());
  await press("view:table");
  await press("view:about");
  assert.ok(await strictPage.locator(`${WIDGET} dl.about`).isVisible());
  await press("view:about");
  await press("chart:map");
  await strictPage.locator(`${WIDGET} [data-key="county:350582"]`).click();
  const card = strictPage.locator(`${WIDGET} [part=card]`);
  await card.locator("h4").waitFor();
  assert.match(await card.innerText(), /Jinjiang/);
  await card.locator("summary").click();
  const quotes = card.locator("blockquote");
  assert.ok((await quotes.count()) > 0, "the card carries quotes");
  assert.equal(await quotes.first().getAttribute("lang"), "zh-Hans");
  await card.locator("button").click();
  await frames(strictPage);
  assert.equal(await strictPage.evaluate(() => document.querySelector("county-chains").county), null);
  for (const panel of ["panel:share", "panel:download"]) {
    await press(panel);
    assert.ok(await strictPage.locator(`${WIDGET} .panel`).isVisible());
    await press(panel);
    assert.equal(await strictPage.locator(`${WIDGET} .panel`).count(), 0);
  }
  silent(record);
});

test("files are saved under the policy; each names source, edition and the link that restores the view", async (t) => {
  const { page: strictPage, record } = await strict(t);
  await set(strictPage, { tiers: "1 4" });
  await strictPage.locator(`${WIDGET} [data-action="panel:download"]`).click();
  await frames(strictPage);
  const files = {};
  for (const what of ["csv-all", "csv-selection", "json", "svg", "png", "png-double", "png-square"]) {
    const saved = strictPage.waitForEvent("download");
    await strictPage.locator(`${WIDGET} .panel [data-action="save:${what}"]`).click();
    const download = await saved;
    assert.match(download.suggestedFilename(), /^[a-z0-9-]+(\.[a-z0-9-]+)*\.(csv|json|svg|png)$/i);
    assert.ok(download.suggestedFilename().endsWith(what.split("-")[0]));
    files[what] = await readFile(await download.path());
  }
  const link = await strictPage.evaluate(() => document.querySelector("county-chains").link);
  const opened = new URL(link);
  assert.equal(opened.searchParams.get("tiers"), "1~4");
  const edition = "White paper, 2024 edition · GDP: 2023";
  const rows = (name) => files[name].toString().trim().split("\r\n");
  assert.ok(rows("csv-all").length > rows("csv-selection").length, "the selection has fewer rows than all");
  for (const name of ["csv-all", "csv-selection"]) {
    assert.ok(files[name].subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])), "a byte order mark");
    const text = files[name].toString();
    for (const part of ["Source,", "Fujian Department of Industry and Information Technology", edition, link]) {
      assert.ok(text.includes(part), `${name}: ${part}`);
    }
  }
  const { source, edition: told, link: restored, rows: all } = JSON.parse(files.json.toString());
  assert.match(source, /Fujian Department/);
  assert.deepEqual([told, restored, all.filter(({ selected }) => selected).length], [edition, link, 2]);
  const svg = files.svg.toString();
  assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  for (const part of ["<title>", "<desc>", "<dc:source>Source: a Chinese news article", `<dc:coverage>${edition}`, `<dc:identifier>${link.replace(/&/g, "&amp;")}</dc:identifier>`]) {
    assert.ok(svg.includes(part), part);
  }
  const sizes = {};
  for (const name of ["png", "png-double", "png-square"]) {
    const { size, texts } = chunksOf(files[name]);
    sizes[name] = size;
    assert.equal(texts.URL, link);
    assert.equal(texts.Edition, edition);
    assert.match(texts.Source, /Fujian Department/);
  }
  assert.deepEqual(sizes["png-double"], sizes.png.map((side) => 2 * side));
  assert.deepEqual(sizes["png-square"], [1080, 1080]);
  silent(record);
});

/** The checksum of PNG chunks, by the table of the format's text. */
function crc32(bytes) {
  const table = Array.from({ length: 256 }, (_, n) => {
    for (let bit = 0; bit < 8; bit++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
    return n;
  });
  return (bytes.reduce((crc, byte) => table[(crc ^ byte) & 255] ^ (crc >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;
}

/** Size and texts of a PNG. Throws where a chunk's checksum is wrong. */
function chunksOf(png) {
  assert.equal(png.subarray(1, 4).toString(), "PNG");
  const texts = {};
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const body = png.subarray(at + 4, at + 8 + length);
    assert.equal(crc32(body), png.readUInt32BE(at + 8 + length), "checksum of a chunk");
    if (body.subarray(0, 4).toString() === "iTXt") {
      const [keyword, ...rest] = body.subarray(4).toString().split("\0");
      texts[keyword] = rest.at(-1);
    }
    at += length + 12;
  }
  return { size: [png.readUInt32BE(16), png.readUInt32BE(20)], texts };
}

test("toPNG makes a PNG of the asked width and scale, with something on it", async (t) => {
  const { page: strictPage, record } = await strict(t);
  const pictures = await strictPage.evaluate(async () => {
    const element = document.querySelector("county-chains");
    const measured = [];
    for (const options of [{}, { scale: 1, width: 400 }, { scale: 3, width: 360, chart: "map", theme: "dark" }]) {
      const blob = await element.toPNG(options);
      const bitmap = await createImageBitmap(blob);
      const canvas = document.createElement("canvas");
      Object.assign(canvas, { width: bitmap.width, height: bitmap.height });
      const context = canvas.getContext("2d");
      context.drawImage(bitmap, 0, 0);
      const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      const colours = new Set(new Uint32Array(data.buffer));
      const svg = element.toSVG(options).match(/viewBox="0 0 ([\d.]+) ([\d.]+)"/).slice(1).map(Number);
      measured.push({ type: blob.type, size: [bitmap.width, bitmap.height], svg, colours: colours.size });
    }
    return measured;
  });
  const scales = [2, 1, 3];
  const widths = [760, 400, 360];
  pictures.forEach(({ type, size, svg, colours }, index) => {
    assert.equal(type, "image/png");
    assert.equal(svg[0], widths[index]);
    assert.deepEqual(size, svg.map((side) => Math.ceil(side * scales[index])));
    assert.ok(colours > 20, `${colours} colours are no picture`);
  });
  silent(record);
});

test("whatever is done, only the widget's own files are asked for, each part when it is needed", async (t) => {
  const { page: strictPage, record } = await strict(t);
  const asked = () =>
    record.requests.filter((address) => !address.startsWith("blob:")).map((address) => new URL(address).pathname).sort();
  // The test itself has waited for `ready`, which loads what methods need.
  assert.deepEqual(asked(), ["export.wasm", "js", "tiers.wasm", "wasm"].map((name) => `/county-chains/county-chains.${name}`).concat(STRICT));
  await set(strictPage, { chart: "map" });
  assert.ok(!asked().some((path) => /annex|clusters|facts|figures|texts/.test(path)), "the map alone");
  for (const chart of CHARTS) await set(strictPage, { chart });
  await set(strictPage, { county: "350582", lang: "zh-Hant", theme: "dark", view: "table" });
  await strictPage.evaluate(async () => {
    const element = document.querySelector("county-chains");
    element.toSVG();
    element.toCSV();
    element.embedCode();
    await element.toPNG();
  });
  await strictPage.locator(`${WIDGET} [data-action="panel:download"]`).click();
  const parts = ["annex", "clusters", "export", "facts", "figures", "map", "market", "paths", "shares", "six-ones", "texts", "tiers", "timeline"];
  const files = [...parts.map((part) => `${part}.wasm`), "js", "wasm"].sort();
  assert.deepEqual(asked(), [...files.map((name) => `/county-chains/county-chains.${name}`), STRICT]);
  silent(record);
});

test("requests carry no address of the reader's page to another host", async (t) => {
  const { page: strictPage } = await strict(t);
  const origin = new URL(strictPage.url()).origin;
  const markup = await strictPage.evaluate(() => document.querySelector("county-chains").embedCode({ kind: "element" }));
  const addresses = [...markup.matchAll(/(?:src|href)="([^"#][^"]*)"/g)].map(([, address]) => new URL(address, origin).origin);
  assert.ok(addresses.length > 0);
  assert.deepEqual([...new Set(addresses)], [origin]);
});
