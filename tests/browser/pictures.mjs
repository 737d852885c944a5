// Pictures of the live widget that are small enough to keep: each of their pixels is the mean of a square of the screen. A
// letter that another version of a font draws otherwise is lost in it; a label, a colour or a block is not.

import { readFile, writeFile } from "node:fs/promises";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { drawn, THEMES } from "./support.mjs";

/** Pixels of the screen along the side of a square. */
const SQUARE = 8;
/** Colours are kept in this many steps, which halves the files. */
const STEP = 16;
/** How far a square may be from its golden, of the way from black to white. */
const FAR = 0.1;
/** How many squares of a sheet may be further than that. */
const ALLOWED = 3;

const GROUND = { light: "#ffffff", dark: "#12181f" };
/** Fonts that `make setup` installs. */
export const FONTS = ["Liberation Sans", "Noto Sans CJK SC"];
const LOOKS = ["en", "zh-Hans"].flatMap((lang) => THEMES.map((theme) => ({ lang, theme })));

/**
 * Opens a page of four widgets side by side, light and dark in two languages. Each chart has a page of its own: where the
 * row of tabs stands, for one, depends on the chart before.
 */
export function sheet(t, chart, width) {
  const widgets = LOOKS.map(({ lang, theme }) =>
    `<div style="background:${GROUND[theme]}"><county-chains chart="${chart}" lang="${lang}" theme="${theme}" loading="eager"></county-chains></div>`);
  const families = FONTS.map((name) => `'${name}'`).join();
  const style = `body{margin:0;display:flex;width:${LOOKS.length * width}px;font-family:${families}}div{flex:none;width:${width}px}`;
  return drawn(t, `<style>${style}</style>${widgets.join("")}`, { viewport: { width: LOOKS.length * width, height: 600 }, reducedMotion: "reduce" });
}

/** Takes a picture of the whole page, and its squares. */
export async function take(page) {
  const bytes = await page.screenshot({ fullPage: true, animations: "disabled" });
  return { bytes, squares: squares(PNG.sync.read(bytes)) };
}

/** A picture with a pixel for each square. */
function squares({ width, height, data }) {
  const small = new PNG({ width: Math.floor(width / SQUARE), height: Math.floor(height / SQUARE) });
  small.data.fill(255);
  for (let at = 0; at < small.width * small.height; at++) {
    const corner = (Math.floor(at / small.width) * width + (at % small.width)) * SQUARE;
    for (const channel of [0, 1, 2]) {
      let sum = 0;
      for (let y = 0; y < SQUARE; y++) {
        for (let x = 0; x < SQUARE; x++) sum += data[4 * (corner + y * width + x) + channel];
      }
      small.data[4 * at + channel] = Math.min(255, Math.round(sum / SQUARE ** 2 / STEP) * STEP);
    }
  }
  return small;
}

export const read = async (file) => PNG.sync.read(await readFile(file));
export const write = (file, picture) => writeFile(file, PNG.sync.write(picture, { colorType: 2, deflateLevel: 9 }));

/** What differs between two pictures: in words, or nothing; and where the sizes are the same, a picture in which it is red. */
export function difference(golden, picture) {
  const { width, height } = golden;
  if (picture.width !== width || picture.height !== height) {
    return { words: `it has ${picture.width} × ${picture.height} squares, and the golden ${width} × ${height}` };
  }
  const shown = new PNG({ width, height });
  const count = pixelmatch(golden.data, picture.data, shown.data, width, height, { threshold: FAR, includeAA: true });
  return { words: count > ALLOWED && `${count} squares differ`, shown };
}
