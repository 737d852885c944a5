// The wasm in Chromium draws what the native program draws, byte for byte.

import assert from "node:assert/strict";
import { cases, golden, lines } from "../goldens.mjs";
import { CHARTS, drawn, frames, LANGUAGES, set, silent, test } from "./support.mjs";

test("toSVG in the browser gives every golden picture, byte for byte", async (t) => {
  const all = await cases();
  assert.ok(all.length >= CHARTS.length * LANGUAGES.length, "every chart in every language at least");
  const { page, record } = await drawn(t, '<county-chains loading="eager"></county-chains>');
  await page.evaluate(() => document.querySelector("county-chains").complete());
  const base = await page.evaluate(() => new URL("./", document.querySelector("county-chains").link).href);
  const different = [];
  for (const { name, attributes, state, width } of all) {
    const wanted = await golden(name);
    // Marks that are neither tier nor county are chosen by the reader only.
    const mark = state?.mark;
    if (mark) {
      await set(page, { chart: attributes.chart });
      await page.locator(`county-chains [data-key="${mark}"]`).click();
      await frames(page);
    }
    const made = await page.evaluate((options) => document.querySelector("county-chains").toSVG(options), { width, ...attributes });
    const picture = lines(made, base);
    if (picture !== wanted) {
      let at = 0;
      while (picture[at] === wanted[at]) at++;
      different.push(`${name}, character ${at}\n    golden ${wanted.slice(at - 30, at + 90)}\n    wasm   ${picture.slice(at - 30, at + 90)}`);
    }
    if (mark) await page.locator(`county-chains [data-key="${mark}"]`).click();
  }
  assert.equal(different.length, 0, `${different.length} of ${all.length} differ:\n${different.slice(0, 5).join("\n")}`);
  silent(record);
});

test("the pictures do not depend on the reader's place, language, colours, or on a broken Intl", async (t) => {
  const options = { chart: "map", lang: "en", theme: "light", width: 760 };
  const picture = async (context) => {
    const { page } = await drawn(t, '<county-chains chart="map"></county-chains>', context);
    return page.evaluate((options) => document.querySelector("county-chains").toSVG(options), options);
  };
  const plain = await picture({});
  for (const context of [
    { timezoneId: "Pacific/Apia", locale: "ar-EG" }, { timezoneId: "Asia/Shanghai", locale: "th-TH-u-ca-buddhist", colorScheme: "dark" },
    { locale: "de-CH", deviceScaleFactor: 3, viewport: { width: 320, height: 500 } }, { forcedColors: "active", reducedMotion: "reduce" },
    { before: (page) => page.addInitScript(() => delete window.Intl) },
  ]) {
    assert.ok((await picture(context)) === plain, `with ${Object.keys(context)} ${context.locale ?? ""} the picture differs`);
  }
});
