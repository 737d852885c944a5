// Elements of one group.

import assert from "node:assert/strict";
import { events, listening } from "./element.mjs";
import { drawn, frames, pause, ready, set, shown, silent, test } from "./support.mjs";

const GROUPS = '<county-chains id="a" group="g" chart="tiers"></county-chains><county-chains id="b" group="g" chart="map"></county-chains>' +
  '<county-chains id="c" group="h" chart="map"></county-chains><county-chains id="d" chart="shares"></county-chains>';

test("a group shares tiers and county, one event each, and nothing leaks to others", async (t) => {
  const { page, record } = await drawn(t, GROUPS.replaceAll(" group", ' loading="eager" group').replace('id="d"', 'id="d" loading="eager"'), { before: listening });
  await events(page);
  const tiers = () => page.evaluate(() => [...document.querySelectorAll("county-chains")].map(({ shadowRoot }) => shadowRoot.querySelector("[data-tiers]").dataset.tiers));
  await page.locator('#a [data-tier="1"]').click();
  await frames(page);
  assert.deepEqual(await tiers(), ["2 3 4", "2 3 4", "1 2 3 4", "1 2 3 4"]);
  assert.deepEqual((await events(page)).map(({ id, name }) => `${id} ${name}`).sort(), ["a change", "b change"]);
  assert.equal(await page.evaluate(() => document.getElementById("b").getAttribute("tiers")), "2 3 4");

  await page.locator('#b [data-key="county:350582"]').click();
  await frames(page);
  assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll("county-chains")].map(({ county }) => county)), ["350582", "350582", null, null]);
  assert.deepEqual((await events(page)).filter(({ name }) => name === "change").map(({ id }) => id).sort(), ["a", "b"]);

  await set(page, { tiers: "4" }, "#b");
  await frames(page);
  assert.deepEqual(await tiers(), ["4", "4", "1 2 3 4", "1 2 3 4"]);
  assert.deepEqual((await events(page)).map(({ id, name }) => `${id} ${name}`).sort(), ["a change", "b change"]);
  assert.equal((await shown(page, "#b")).chart, "map", "the chart is each one's own");

  await set(page, { group: null }, "#b");
  await page.locator('#a [data-tier="1"]').click();
  await frames(page);
  assert.deepEqual(await tiers(), ["1 4", "4", "1 2 3 4", "1 2 3 4"], "who has left the group is left alone");
  silent(record);
});

test("two of one group that answer each other come to rest", async (t) => {
  const { page, record } = await drawn(t, '<county-chains id="a" group="g"></county-chains><county-chains id="b" group="g"></county-chains>', { before: listening });
  await page.evaluate(() => {
    for (const id of ["a", "b"]) document.getElementById(id).addEventListener("county-chains-change", ({ target }) => (target.tiers = "1"));
  });
  await events(page);
  await set(page, { tiers: "2" }, "#a");
  await pause(page, 300);
  const said = await events(page);
  assert.ok(said.length <= 6, `${said.length} events`);
  assert.deepEqual([(await shown(page, "#a")).tiers, (await shown(page, "#b")).tiers], ["1", "1"]);
  silent(record);
});

test("who joins a group late, or is drawn late, shows what the group shows", async (t) => {
  const { page } = await drawn(t, '<county-chains id="a" group="g"></county-chains><div style="height:6000px"></div>');
  await page.evaluate(() => {
    const late = document.createElement("county-chains");
    Object.assign(late, { id: "b", group: "g", chart: "shares" });
    document.body.append(late);
  });
  await page.locator('#a [data-tier="1"]').click();
  await page.evaluate(() => scrollTo(0, 6000));
  await ready(page);
  await frames(page);
  assert.equal((await shown(page, "#b")).tiers, "2 3 4");
});
