// The widget in pages that others alter after it was drawn: Dark Reader, a browser that saves the page, late fonts.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { assertTwin, drawing, drawn, frames, launch, set, shown, silent, test, twins } from "./support.mjs";

/* Dark Reader */

/** The least contrast between a text of the chart and what is under it, with that text; and that of words on the ground. */
const leastContrast = (page) => page.evaluate(() => {
  const root = document.querySelector("county-chains").shadowRoot.querySelector("[data-tiers]");
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const luminance = (color) => {
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
  const ground = getComputedStyle(root).backgroundColor;
  const shapes = [...root.querySelectorAll(".chart .mark rect:not(.hit), .chart .mark path, .chart rect:not(.hit)")]
    .filter((shape) => /^rgb\(/.test(getComputedStyle(shape).fill) && getComputedStyle(shape).visibility === "visible");
  const found = [...root.querySelectorAll(".chart text")].map((text) => {
    const { x, y, width, height } = text.getBoundingClientRect();
    const isUnder = (shape) => {
      const box = shape.getBoundingClientRect();
      return box.x <= x + width / 2 && box.right >= x + width / 2 && box.y <= y + height / 2 && box.bottom >= y + height / 2;
    };
    const under = shapes.filter((shape) => isUnder(shape) && shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING).pop();
    return [contrast(getComputedStyle(text).fill, under ? getComputedStyle(under).fill : ground), text.textContent];
  });
  for (const node of root.querySelectorAll("h3, .summary, .source, .chip b, .actions button")) found.push([contrast(getComputedStyle(node).color, ground), node.textContent]);
  return found.sort(([a], [b]) => a - b)[0];
});

for (const colorScheme of ["light", "dark"]) {
  test(`Dark Reader on a ${colorScheme} system leaves all names and labels readable`, async (t) => {
    const { page, record } = await drawn(t, '<county-chains chart="map" lang="en" loading="eager"></county-chains>', { colorScheme });
    await page.addScriptTag({ path: fileURLToPath(new URL("./node_modules/darkreader/darkreader.js", import.meta.url)) });
    await page.evaluate(() => DarkReader.enable({}));
    await page.waitForFunction(() => getComputedStyle(document.documentElement).backgroundColor !== "rgba(0, 0, 0, 0)");
    for (const theme of ["auto", "light", "dark"]) {
      for (const chart of ["map", "shares", "tiers", "clusters"]) {
        await set(page, { theme, chart });
        // Dark Reader takes up changes in a frame of its own.
        await frames(page);
        const [ratio, name] = await leastContrast(page);
        assert.ok(ratio >= 4.5, `${theme} ${chart}: ${name} has ${ratio.toFixed(2)}`);
        assert.equal((await shown(page)).theme, theme === "light" ? "light" : "dark");
      }
    }
    await page.evaluate(() => DarkReader.disable());
    await set(page, { theme: null });
    assert.equal((await shown(page)).theme, colorScheme, "as before");
    silent(record);
  });
}

/* A page that is saved */

test("a page saved as one file shows the twin, and no widget without its styles", async (t) => {
  const [twin] = await twins(t, [{ chart: "map", lang: "en" }]);
  const { page: opened } = await drawn(t, `<county-chains chart="map" lang="en" loading="eager">${twin}</county-chains><county-chains id="bare" loading="eager"></county-chains>`);
  assert.equal(await opened.locator("county-chains > figure").first().isVisible(), false);
  const folder = mkdtempSync(join(tmpdir(), "county-chains-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const session = await opened.context().newCDPSession(opened);
  const { data } = await session.send("Page.captureSnapshot", { format: "mhtml" });
  const file = join(folder, "saved.mhtml");
  writeFileSync(file, data);
  const context = await (await launch()).newContext();
  t.after(() => context.close());
  const saved = await context.newPage();
  await saved.goto(pathToFileURL(file).href);
  await assertTwin(saved);
  const { text, height } = await saved.evaluate(() => ({ text: document.getElementById("bare").innerText.trim(), height: document.getElementById("bare").offsetHeight }));
  assert.equal(text, "");
  assert.ok(height < 1200, `${height}`);
  assert.equal(await saved.locator("county-chains button").filter({ visible: true }).count(), 0);
});

/* Fonts */

/** Texts of the chart that lie on each other. */
const overlaps = (page) => page.evaluate(() => {
  const texts = [...document.querySelector("county-chains").shadowRoot.querySelectorAll(".chart text")].map((text) => ({ box: text.getBoundingClientRect(), words: text.textContent }));
  const on = (a, b) => a.x < b.right - 1 && b.x < a.right - 1 && a.y < b.bottom - 4 && b.y < a.bottom - 4;
  return texts.flatMap((one, at) => texts.slice(at + 1).filter((other) => on(one.box, other.box)).map((other) => `${one.words} / ${other.words}`));
});

const picture = () => document.querySelector("county-chains").shadowRoot.querySelector(".chart svg").innerHTML;

const WIDE_FONT = "@font-face{font-family:Late;src:local('Liberation Sans'),local('DejaVu Sans'),local('Noto Sans CJK SC');size-adjust:130%}";

for (const [how, alter] of [
  ["a font that comes late", () => document.head.append(Object.assign(document.createElement("style"), { textContent: window.late }))],
  ["another font of the page", () => (document.body.className = "late")],
]) {
  test(`${how} moves labels apart`, async (t) => {
    const family = how.startsWith("another") ? ".late{font-family:Late}" : "body{font-family:Late,Arial,'Liberation Sans'}";
    const face = how.startsWith("another") ? WIDE_FONT : "";
    const style = `<style>body{font-family:Arial,"Liberation Sans"}${family}${face}</style>`;
    const html = `${style}<div style="width:420px"><county-chains chart="shares" lang="en" loading="eager"></county-chains></div>`;
    const { page } = await drawn(t, html);
    assert.deepEqual(await overlaps(page), []);
    const before = await drawing(page);
    const narrow = await page.evaluate(picture);
    await page.evaluate((late) => (window.late = late), WIDE_FONT);
    await page.evaluate(alter);
    await page.evaluate(() => document.fonts.ready);
    await page.waitForFunction(`(${picture})() !== ${JSON.stringify(narrow)}`);
    await frames(page);
    assert.notDeepEqual(await drawing(page), before, "it is drawn for the wider font");
    assert.deepEqual(await overlaps(page), []);
  });
}

test("a page with a wide font is drawn for it at once, and not twice", async (t) => {
  const html = `<style>${WIDE_FONT}body{font-family:Late}</style><div style="width:420px"><county-chains chart="shares" lang="en" loading="eager"></county-chains></div>`;
  const before = (page) => page.addInitScript(() => {
    // A drawing makes its nodes before it puts them into the page. Another one changes those that are there.
    window.changed = [];
    const { setAttribute } = Element.prototype;
    Element.prototype.setAttribute = function (name, value) {
      if (this.isConnected && this.closest("svg")) window.changed.push(`${this.localName} ${name}`);
      return setAttribute.call(this, name, value);
    };
    document.addEventListener("county-chains-ready", () => (window.atFirst = window.changed.slice()), { once: true });
  });
  const { page } = await drawn(t, html, { before });
  assert.deepEqual(await page.evaluate(() => window.atFirst), []);
  await page.evaluate(() => document.fonts.ready);
  await frames(page);
  assert.deepEqual(await overlaps(page), []);
  const wide = await page.evaluate(picture);
  await page.evaluate(() => { document.body.style.fontFamily = "Arial, 'Liberation Sans'"; });
  // For a font of the usual width it is drawn in another way.
  await page.waitForFunction(`(${picture})() !== ${JSON.stringify(wide)}`);
});
