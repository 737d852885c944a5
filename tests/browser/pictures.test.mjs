// The live widget as it looks, with its style sheets: pictures/CHART-WIDTH.png, light and dark, in English and Chinese.
// After a change of looks, `UPDATE_GOLDENS=1 node --test tests/browser/pictures.test.mjs` takes them anew.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { difference, FONTS, read, sheet, take, write } from "./pictures.mjs";
import { CHARTS, frames, silent, test } from "./support.mjs";

const FOLDER = new URL("pictures/", import.meta.url);
/** Not in git. */
const SEEN = new URL("screenshots/", import.meta.url);
const UPDATE = Boolean(process.env.UPDATE_GOLDENS);
const WIDTHS = [360, 760];

/** Why pictures cannot be compared here, or nothing. */
function unlike() {
  const has = (family) => {
    try {
      return execFileSync("fc-list", [family, "family"], { encoding: "utf8" }).trim() !== "";
    } catch {
      return false;
    }
  };
  const missing = FONTS.filter((family) => !has(family));
  return missing.length > 0 && `without ${missing.join(" and ")} nothing looks like its picture`;
}

for (const width of WIDTHS) {
  test(`every chart looks as in its picture (${width} px)`, async (t) => {
    if (unlike()) return t.skip(unlike());
    const different = [];
    for (const chart of CHARTS) {
      const { page, record } = await sheet(t, chart, width);
      const { bytes, squares } = await take(page);
      silent(record);
      await page.context().close();
      const name = `${chart}-${width}.png`;
      const file = new URL(name, FOLDER);
      const found = UPDATE ? difference(squares, squares) : difference(await read(file), squares);
      if (UPDATE) await write(file, squares);
      if (!found.words) continue;
      await mkdir(SEEN, { recursive: true });
      await writeFile(new URL(name, SEEN), bytes);
      if (found.shown) await write(new URL(`differs-${name}`, SEEN), found.shown);
      different.push(`tests/browser/pictures/${name}: ${found.words}; see tests/browser/screenshots/`);
    }
    assert.equal(different.length, 0, `UPDATE_GOLDENS=1 node --test tests/browser/pictures.test.mjs takes the pictures anew\n${different.join("\n")}`);
  });
}

test("there is a picture for every chart and width, and no other", async () => {
  const wanted = CHARTS.flatMap((chart) => WIDTHS.map((width) => `${chart}-${width}.png`));
  assert.deepEqual((await readdir(FOLDER)).sort(), wanted.sort());
});

test("a lost label, a lost colour, a moved block and words over others are seen in the pictures", async (t) => {
  if (unlike()) return t.skip(unlike());
  const { page } = await sheet(t, "tiers", 360);
  // In one of the four widgets only.
  const first = page.locator("county-chains").first();
  const faults = {
    "a lost label": [first.locator(".chart text").last(), "visibility: hidden"],
    "a lost colour": [first.locator(".filter .swatch").first(), "background: none"],
    "a moved block": [first.locator("[part=summary]"), "position: relative; left: 4px"],
    "words over others": [first.locator("[part=summary]"), "position: relative; top: -16px"],
    "pale words": [first.locator("[part=source]"), "color: #bbb"],
  };
  const before = (await take(page)).squares;
  assert.equal(difference(before, (await take(page)).squares).words, false, "nothing differs by itself");
  for (const [fault, [place, css]] of Object.entries(faults)) {
    await place.evaluate((node, css) => (node.style.cssText = css), css);
    await frames(page);
    assert.match(difference(before, (await take(page)).squares).words || "", /squares differ/, fault);
    await place.evaluate((node) => node.removeAttribute("style"));
  }
});
