// The element in frameworks: built, opened, and told by them what to show, and they by it.

import assert from "node:assert/strict";
import { frames, page, ready, shown, silent, test } from "../browser/support.mjs";
import { assertFiltered, build, serveBuilt, startServer } from "./support.mjs";

/** Which of the framework's own buttons are pressed. */
const pressed = (page) => page.locator("p button[aria-pressed=true]").allInnerTexts();

for (const [framework, name] of [["React", "react"], ["Vue", "vue"], ["Svelte", "svelte"]]) {
  test(`${framework} sets the tiers and hears which a reader has chosen`, async (t) => {
    build(name);
    const opened = await page(t, await serveBuilt(t, name));
    await assertFiltered(opened);
    const { page: app, record } = opened;
    assert.deepEqual(await pressed(app), ["Tier 1"], "the framework has heard of the chip");
    await app.getByRole("button", { name: "Tier 4", exact: true }).first().click();
    await frames(app);
    assert.equal((await shown(app)).tiers, "1 4", "the element has heard of the button");
    await app.getByRole("button", { name: "Tier 1", exact: true }).first().click();
    await app.getByRole("button", { name: "Tier 4", exact: true }).first().click();
    await frames(app);
    assert.equal((await shown(app)).tiers, "none", "none is not all");
    silent(record);
  });
}

test("Next.js renders the twin on the server, and the widget takes its place without a jump", async (t) => {
  build("next");
  const address = await startServer(t, "next", ["next", "start", "--port", "0", "--hostname", "127.0.0.1"], /Local:\s+(http:\/\/127\.0\.0\.1:\d+)/);

  const { page: still } = await page(t, `${address}/?tiers=1~2`, { javaScriptEnabled: false });
  assert.equal(await still.locator("county-chains > figure table").count(), 1, "without script there is the twin");
  assert.ok(await still.locator("county-chains > figure > svg").isVisible());

  const opened = await page(t, `${address}/?tiers=1~2`, {
    before: (page) => page.addInitScript(() => {
      window.jumps = [];
      new PerformanceObserver((list) => window.jumps.push(...list.getEntries().map(({ value }) => value))).observe({ type: "layout-shift", buffered: true });
    }),
  });
  await ready(opened.page);
  assert.deepEqual(await opened.page.evaluate(() => window.jumps), [], "nothing has moved");
  await assertFiltered(opened);
});

test("Next.js renders what the address asks for", async (t) => {
  const address = await startServer(t, "next", ["next", "start", "--port", "0", "--hostname", "127.0.0.1"], /Local:\s+(http:\/\/127\.0\.0\.1:\d+)/);
  const { page: third, record } = await page(t, `${address}/?tiers=3`);
  await ready(third);
  assert.equal((await shown(third)).tiers, "3");
  assert.match(await third.locator("county-chains > figure figcaption").textContent(), /46/);
  silent(record);
});
