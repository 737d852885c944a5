// Pictures to look at: every chart × width × language × theme as PNG, in tests/browser/screenshots (not in git).
// `node tests/browser/screenshots.mjs [word …]` takes only those whose name has all the words: `map 360 dark`.

import { mkdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { createServer } from "../../www/serve.mjs";
import { CHARTS, executable, FLAGS, frames, ready, set, THEMES } from "./support.mjs";

const WIDTHS = [280, 360, 560, 760, 1080];
const FOLDER = fileURLToPath(new URL("screenshots/", import.meta.url));
/** Beyond the plain chart: what a reader may have opened. */
const MORE = [
  { name: "map-county", chart: "map", county: "350582" }, { name: "tiers-growth", chart: "tiers", indicator: "growth" },
  { name: "tiers-table", chart: "tiers", view: "table" }, { name: "shares-filtered", chart: "shares", tiers: "1" },
  { name: "tiers-none", chart: "tiers", tiers: "none" }, { name: "about", chart: "tiers", view: "about" },
];
const GROUND = { light: "#ffffff", dark: "#12181f" };
const FONT = {
  "zh-Hans": '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  en: 'Arial, "Liberation Sans", "Noto Sans CJK SC", sans-serif',
};

const words = process.argv.slice(2);
const wanted = (name) => words.every((word) => name.split(/[-.]/).includes(word) || name.includes(word));

if (words.length === 0) await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
const server = createServer();
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const browser = await chromium.launch({ executablePath: executable(), args: FLAGS });
let taken = 0;
try {
  for (const [lang, font] of Object.entries(FONT)) {
    for (const theme of THEMES) {
      const page = await browser.newPage({ viewport: { width: 1180, height: 1000 }, deviceScaleFactor: 2, colorScheme: theme, reducedMotion: "reduce" });
      const html = `<!DOCTYPE html><html lang="${lang}"><meta charset="utf-8"><title>Screenshots</title>
        <style>body{margin:0;background:${GROUND[theme]};font-family:${font}}</style>
        <script type="module" src="/county-chains/county-chains.js"></script>
        <div id="box"><county-chains loading="eager"></county-chains></div>`;
      await page.route("**/blank.html", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: html }));
      await page.goto(`http://127.0.0.1:${server.address().port}/blank.html`);
      await ready(page);
      for (const width of WIDTHS) {
        await page.evaluate((width) => (document.getElementById("box").style.width = `${width}px`), width);
        for (const { name, ...own } of [...CHARTS.map((chart) => ({ name: chart, chart })), ...MORE]) {
          const file = `${name}-${width}-${theme}-${lang}.png`;
          if (!wanted(file)) continue;
          await set(page, { indicator: null, tiers: null, county: null, view: null, ...own });
          await frames(page);
          await page.locator("#box").screenshot({ path: `${FOLDER}${file}` });
          taken++;
        }
      }
      await page.close();
    }
  }
} finally {
  await browser.close();
  server.close();
  server.closeAllConnections();
}
console.log(`${taken} pictures in ${FOLDER}`);
