// Pages under a policy: one that allows just enough, and one that forbids wasm.

import assert from "node:assert/strict";

export default {
  async "the strict policy is in force, and the widget works under it without a report"({ open, engine }) {
    const page = await open("/policies/strict.html");
    for (const chart of ["shares", "map", "facts", "tiers"]) {
      await page.click(`[role=tab][data-chart='${chart}']`);
      await page.appears(`[data-chart='${chart}'][data-tiers]`);
    }
    await page.click("[data-tier='2']");
    await page.click("[data-action='panel:download']");
    await page.set({ lang: "zh-Hant", theme: "dark", view: "table" });
    await page.evaluate(() => document.querySelector("county-chains").toPNG().then(({ size }) => size));
    assert.deepEqual(await page.attributes("[data-tiers]", "data-chart", "data-tiers", "lang"), ["tiers", "1 3 4", "zh-Hant"]);
    await page.silent();
    // The page is not spared: what the policy forbids is refused and reported.
    const refused = await page.evaluate(() => {
      try {
        document.createElement("div").innerHTML = "<b>";
      } catch {
        return true;
      }
      return false;
    });
    assert.ok(refused, `${engine.name} enforces trusted types`);
    await page.until(() => window.record.violations.length > 0);
  },

  async "a sandboxed frame, to which 'self' may be nobody, draws under the strict policy of our servers"({ open }) {
    const page = await open(`<script>addEventListener("message", ({ data }) => (window.isDrawn = window.isDrawn || data.type === "ready"))</script>
      <iframe src="/hosted/embed.html?chart=tiers&amp;lang=en" sandbox="allow-scripts" width="760" height="900"></iframe>`);
    await page.until(() => window.isDrawn);
    await page.silent();
  },

  async "where wasm is forbidden the twin stays, with one event and one line that names the cure"({ open, engine }) {
    const page = await open("/policies/blocked.html");
    await page.until(() => window.record.faults.length > 0);
    const { console, errors, violations, faults } = await page.record();
    assert.deepEqual(faults.map(({ code }) => code), ["wasm-blocked"]);
    const ours = console.filter((line) => line.startsWith("county-chains:"));
    assert.equal(ours.length, 1, JSON.stringify(console));
    assert.match(ours[0], /'wasm-unsafe-eval'/);
    assert.deepEqual(errors, []);
    // WebKit refuses without an event.
    assert.deepEqual(violations, engine.name === "WebKitGTK" ? [] : ["script-src wasm-eval"]);
    const twin = await page.evaluate(() => ["figcaption h3", "svg[role=img]", "table", "p"].map((part) => {
      const { width, height } = document.querySelector(`county-chains > figure ${part}`).getBoundingClientRect();
      return width > 100 && height > 10;
    }));
    assert.deepEqual(twin, [true, true, true, true]);
  },
};
