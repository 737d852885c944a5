// A reader with a pointer: chips, tabs, marks, panels.

import assert from "node:assert/strict";
import { between, ONE } from "../words.mjs";

/** The states that the page was told of. */
const changes = async (page) => (await page.record()).events.filter(({ name }) => name === "change").map(({ detail }) => detail.state);

const tiersOf = async (page) => (await page.attributes("[data-tiers]", "data-tiers"))[0];

export default {
  async "a click on a chip takes its tier out of the chart and sets it aside in the table, is told, and can be taken back"({ open }) {
    const page = await open(ONE);
    await page.click("[data-action='view:table']");
    assert.equal((await page.words("[part=table] tbody tr:not(.aside) th")).length, 4);
    await page.click("[data-tier='2']");
    assert.equal(await tiersOf(page), "1 3 4");
    assert.deepEqual(await page.attributes("[data-tier='2']", "aria-pressed"), ["false"]);
    assert.deepEqual(await page.words("[part=table] tbody tr:not(.aside) th"), ["Tier 1", "Tier 3", "Tier 4"]);
    assert.match((await page.words("[part=summary]"))[0], /^Tiers 1, 3 and 4: 72 counties/);
    assert.deepEqual((await changes(page)).at(-1).tiers, [1, 3, 4]);
    assert.equal(await page.evaluate(() => document.querySelector("county-chains").getAttribute("tiers")), "1 3 4");
    await page.click("[data-action='view:table']");
    await page.click("[data-action='reset']");
    assert.equal(await tiersOf(page), "1 2 3 4");
    await page.silent();
  },

  async "widgets of a group share what is chosen in one of them"({ open }) {
    const page = await open('<county-chains loading="eager" group="g"></county-chains><county-chains loading="eager" group="g" chart="shares"></county-chains>');
    await page.click("[data-tier='4']");
    assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll("county-chains")].map(({ state }) => state.tiers.join(" "))), ["1 2 3", "1 2 3"]);
    await page.silent();
  },

  async "a tab shows its chart, and a county its card with quotes, which closes again"({ open }) {
    const page = await open(ONE);
    await page.click("[role=tab][data-chart='map']");
    assert.deepEqual(await page.attributes("[role=tab][data-chart='map']", "aria-selected"), ["true"]);
    await page.click("[data-key='county:350582']");
    await page.appears("[part=card] h4");
    assert.match((await page.words("[part=card]"))[0], /Jinjiang/);
    const selected = (await page.record()).events.filter(({ name }) => name === "select");
    assert.deepEqual(selected.map(({ detail }) => detail), [{ county: "350582", mark: "county:350582" }]);
    await page.click("[part=card] summary");
    assert.ok((await page.words("[part=card] blockquote")).length > 0);
    await page.click("[part=card] button");
    assert.equal(await page.evaluate(() => document.querySelector("county-chains").county), null);
    await page.silent();
  },

  async "a mark under the pointer has a ring, which leaves with the pointer"({ open }) {
    const page = await open(between('chart="map" lang="en"'));
    const rings = () => page.evaluate(() => document.querySelector("county-chains").shadowRoot.querySelectorAll(".hover[data-on]").length);
    assert.equal(await rings(), 0);
    await page.hover("[data-key='county:350582']");
    assert.equal(await rings(), 1);
    await page.hover("#before");
    assert.equal(await rings(), 0);
    await page.silent();
  },

  async "what is copied is said at the button"({ open }) {
    const page = await open(ONE);
    await page.click("[data-action='panel:share']");
    await page.click("[data-action='copy:link']");
    await page.appears("[data-done='Copied.'] > [data-action='copy:link']");
    await page.silent();
  },
};
