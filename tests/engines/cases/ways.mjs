// Other ways onto a page than the tag with its module.

import assert from "node:assert/strict";

export default {
  async "a sandboxed frame draws the widget, and host.js makes it as high"({ open }) {
    const page = await open(`<script src="/county-chains/host.js"></script>
      <iframe src="/county-chains/embed.html?chart=tiers&amp;lang=en" sandbox="allow-scripts" width="760" height="200" frameborder="0"></iframe>`);
    const height = () => page.evaluate(() => document.querySelector("iframe").clientHeight);
    await page.until(() => document.querySelector("iframe").clientHeight > 600);
    assert.ok((await height()) < 1200, "no more than the widget takes");
    const before = await height();
    await page.evaluate(() => (document.querySelector("iframe").width = 340));
    await page.until((before) => document.querySelector("iframe").clientHeight !== before, before);
    const { violations, errors } = await page.record();
    assert.deepEqual({ violations, errors }, { violations: [], errors: [] });
  },

  async "the page with everything inside draws all charts and speaks three languages"({ open }) {
    const page = await open("/county-chains/county-chains.offline.html");
    for (const chart of ["shares", "map", "facts"]) {
      await page.set({ chart });
      assert.deepEqual(await page.attributes("[data-tiers]", "data-chart"), [chart]);
    }
    for (const lang of ["en", "zh-Hant", "zh-Hans"]) {
      await page.click(`#languages [data-lang="${lang}"]`);
      await page.until((lang) => document.querySelector("county-chains").shadowRoot.querySelector(`[data-lang="${lang}"][data-tiers]`) !== null, lang);
    }
    await page.silent();
  },
};
