// The three languages, in the widget and on the page around it.

import assert from "node:assert/strict";
import { ONE } from "../words.mjs";

/** Words that only one of the languages has. */
const OWN = { en: /Tier 1/, "zh-Hant": /一類/, "zh-Hans": /一类/ };

export default {
  async "the attribute lang turns every text of the widget into that language"({ open }) {
    const page = await open(ONE, { lang: "zh-Hans" });
    for (const lang of Object.keys(OWN)) {
      await page.set({ lang });
      const [words] = await page.words("[data-tiers]");
      for (const [other, pattern] of Object.entries(OWN)) assert.equal(pattern.test(words), other === lang, `${other} in ${lang}`);
      assert.deepEqual(await page.attributes("[data-tiers]", "lang"), [lang]);
      if (lang === "en") assert.doesNotMatch(words, /[\u4e00-\u9fff]/);
    }
    await page.silent();
  },

  async "the language buttons of the gallery turn the page and its widgets"({ open }) {
    const page = await open("/charts.html");
    await page.look();
    for (const lang of ["en", "zh-Hant", "zh-Hans"]) {
      await page.click(`button[data-lang="${lang}"]`);
      assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.querySelector("county-chains").lang]), [lang, lang]);
      assert.match((await page.words("[data-tiers]"))[0], OWN[lang]);
      const heading = await page.evaluate(() => document.querySelector("h1").textContent);
      assert.equal(/[\u4e00-\u9fff]/.test(heading), lang !== "en", heading);
    }
    await page.silent();
  },

  // Some ways of spacing and breaking Chinese are broken in WebKitGTK; www/styles/root.css and words.css keep out of them.
  async "no engine spaces or breaks Chinese in a way that it cannot paint"({ open, engine }) {
    for (const what of [ONE, "/charts.html"]) {
      const page = await open(what, { lang: "zh-Hans" });
      await page.look();
      const styles = await page.evaluate((whole) => {
        const { shadowRoot } = document.querySelector("county-chains");
        const body = getComputedStyle(whole ? shadowRoot.querySelector("[data-tiers]") : document.body);
        const heading = getComputedStyle(whole ? shadowRoot.querySelector("[part=heading]") : document.querySelector("h1"));
        return { spaced: body.textAutospace, broken: heading.wordBreak };
      }, what === ONE);
      const isWebKit = engine.name === "WebKitGTK";
      assert.deepEqual(styles, isWebKit ? { spaced: "no-autospace", broken: "normal" } : { spaced: "normal", broken: "keep-all" }, what);
    }
  },
};
