// Saved pictures in programs that read SVG: where one is installed, it must draw what Chromium draws.

import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { launch } from "../browser/support.mjs";

const run = promisify(execFile);
const folder = await mkdtemp(join(tmpdir(), "county-chains-readers-"));
after(() => rm(folder, { recursive: true }));

/** Each program with the arguments that make a picture of the file, as large as it says. */
const READERS = {
  "librsvg": ["rsvg-convert", (file, made) => [file, "-o", made]],
  "CairoSVG": ["cairosvg", (file, made) => [file, "-o", made]],
  "Inkscape": ["inkscape", (file, made) => [file, "-o", made]],
  // It names the picture after the file.
  "LibreOffice": ["soffice", (file) => [
    `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`, "--headless", "--convert-to", "png", "--outdir", folder, file,
  ]],
};
/** Chinese with Latin and figures in it, at the right edge and centred; English with Chinese quotes; much in little room. */
const PICTURES = ["market-zh-Hans-light", "facts-en-light", "shares-en-light", "map-zh-Hant-dark"];

const has = (program) => {
  try {
    execFileSync("which", [program]);
    return true;
  } catch {
    return false;
  }
};

/**
 * Compares two pictures by the ink in squares as large as a small letter, which tells a text elsewhere from one that is
 * smoothed otherwise. Returns how many squares differ.
 */
async function difference(page, pictures) {
  const list = pictures.map((picture) => picture.toString("base64"));
  return page.evaluate(async (list) => {
    const SQUARE = 12;
    const read = async (text) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))]));
      const [width, height] = [760, bitmap.height * 760 / bitmap.width].map((side) => Math.round(side / SQUARE));
      const canvas = new OffscreenCanvas(width * SQUARE, height * SQUARE);
      const drawing = canvas.getContext("2d", { willReadFrequently: true });
      drawing.fillStyle = "#fff";
      drawing.fillRect(0, 0, canvas.width, canvas.height);
      drawing.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
      const squares = [];
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++) {
          const { data } = drawing.getImageData(x * SQUARE, y * SQUARE, SQUARE, SQUARE);
          squares.push(data.reduce((sum, value) => sum + value, 0) / data.length);
        }
      }
      return squares;
    };
    const [one, two] = await Promise.all(list.map(read));
    return one.filter((value, at) => Math.abs(value - two[at]) > 24).length;
  }, list);
}

for (const [name, [program, options]] of Object.entries(READERS)) {
  test(`${name} draws saved pictures as browsers do`, { skip: !has(program) && `${program} is not installed` }, async (t) => {
    const context = await (await launch()).newContext({ viewport: { width: 760, height: 1200 } });
    t.after(() => context.close());
    const page = await context.newPage();
    for (const picture of PICTURES) {
      const file = fileURLToPath(new URL(`../golden/${picture}.svg`, import.meta.url));
      const made = join(folder, `${picture}.png`);
      await run(program, options(file, made));
      await page.goto(pathToFileURL(file).href);
      const expected = await page.locator("svg").screenshot();
      await page.goto("about:blank");
      const squares = await difference(page, [expected, await readFile(made)]);
      t.diagnostic(`${picture}: ${squares} squares differ`);
      // CairoSVG sets Latin text a percent wider, which tells in long headings; a lost text or shape is hundreds.
      assert.ok(squares <= 60, `${picture}: ${squares} squares differ`);
    }
  });
}
