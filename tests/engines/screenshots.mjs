// Pictures to look at: every chart × width × theme × language × engine as PNG, in tests/engines/screenshots (not in git).
// `node tests/engines/screenshots.mjs [word …]` takes only those whose name has all the words: `Firefox map 360 dark`.

import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ENGINES } from "./engines.mjs";
import { Page } from "./page.mjs";
import { blank, serve } from "./server.mjs";
import { CHARTS } from "./words.mjs";

const FOLDER = fileURLToPath(new URL("screenshots/", import.meta.url));
const GROUND = { light: "#ffffff", dark: "#12181f" };
/** Drivers show a window, not a page; what lies below it is cut off. */
const TALLEST = 1300;

// Without layers WebKitGTK paints when something changes, and a driver that asks for a picture waits for ever.
process.env.WEBKIT_DISABLE_COMPOSITING_MODE = "0";

const words = process.argv.slice(2);
const wanted = (name) => words.every((word) => name.split(/[-.]/).includes(word) || name.includes(word));

/** Takes one browser's pictures; returns how many. */
async function take(engine, browser, address, theme) {
  const tab = await browser.tab();
  const page = new Page(tab, browser);
  let taken = 0;
  for (const lang of ["zh-Hans", "en"]) {
    for (const width of [360, 760]) {
      for (const chart of CHARTS) {
        const name = `${engine.name}-${chart}-${width}-${theme}-${lang}.png`;
        if (!wanted(name)) continue;
        const path = blank(`<style>body{margin:0;background:${GROUND[theme]};font-family:sans-serif}</style>
          <county-chains chart="${chart}" loading="eager"></county-chains>`, lang);
        await tab.open(address + path, { width, height: TALLEST });
        await page.settle();
        await writeFile(join(FOLDER, name), await page.screenshot());
        taken++;
      }
    }
  }
  await tab.close();
  return taken;
}

await mkdir(FOLDER, { recursive: true });
const server = await serve();
let taken = 0;
for (const engine of ENGINES.filter((engine) => !engine.missing())) {
  for (const theme of Object.keys(GROUND)) {
    const folder = await mkdtemp(join(tmpdir(), "county-chains-"));
    const browser = await engine.start({ folder, dark: theme === "dark" });
    try {
      taken += await take(engine, browser, server.address, theme);
    } finally {
      await browser.stop();
      await rm(folder, { recursive: true, force: true });
    }
  }
}
await server.stop();
console.log(`${taken} pictures in ${FOLDER}`);
