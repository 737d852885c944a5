// A walk through all that a widget shows, and what a reader does with it, for tests that do the same in many surroundings.

import { CHARTS } from "./support.mjs";

export const VIEWS = ["chart", "table", "about"];
/** A dataset of a page's own, with the only chart that the built-in data does not have. */
const OWN = { src: "/gallery/datasets/countries-by-income/datapackage.json", title: "Countries by income group" };

/** Everything that can be shown: `tiers chart`, …, `strip about`. */
export const SHOWN = [...CHARTS, "strip"].flatMap((chart) => VIEWS.map((view) => `${chart} ${view}`));

/**
 * Shows every chart in every view, also `strip` with data of the page's own, and comes back to the start.
 *
 * @param {import("playwright-core").Page | import("playwright-core").Frame} place
 * @returns {Promise<Record<string, string>>} the markup of each, by the names of `SHOWN`; without hosts, which differ
 */
export function walk(place) {
  return place.evaluate(async ([charts, views, { src, title }]) => {
    const element = document.querySelector("county-chains");
    const root = () => element.shadowRoot.querySelector("[data-tiers]");
    const two = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const found = {};
    const look = async (chart) => {
      for (const view of views) {
        Object.assign(element, { chart, view });
        do await two(); while (element.shadowRoot.querySelector("[aria-busy]"));
        if (root().dataset.chart !== chart || root().dataset.view !== view) throw new Error(`${chart} ${view} is not shown`);
        found[`${chart} ${view}`] = new XMLSerializer().serializeToString(root()).replace(/https?:\/\/[\w.:]+/g, "");
      }
    };
    const showing = async (is) => {
      while (root().querySelector(".kicker").textContent.includes(title) !== is) await two();
    };
    for (const chart of charts) await look(chart);
    element.src = src;
    await showing(true);
    await look("strip");
    element.src = null;
    await showing(false);
    Object.assign(element, { chart: "tiers", view: "chart" });
    await two();
    return found;
  }, [CHARTS, VIEWS, OWN]);
}

/**
 * Does what a reader does, with the mouse and the keyboard, and comes back to the start.
 *
 * @param {import("playwright-core").Page | import("playwright-core").Frame} place
 * @param {import("playwright-core").Page} page the page that it is in
 * @param {{ saves?: boolean }} [options] whether files can be saved there
 * @returns {Promise<Record<string, string>>} what came of each
 */
export async function use(place, page, { saves = true } = {}) {
  const widget = place.locator("county-chains");
  const press = (action) => widget.locator(`[data-action="${action}"]`).first().click();
  const state = () => place.evaluate(() => document.querySelector("county-chains").state);
  const done = {};

  await widget.locator('[data-tier="1"]').click();
  done.filter = (await state()).tiers.join(" ") === "2 3 4" ? "works" : "nothing";
  await widget.locator('[data-tier="1"]').click();

  await press("view:table");
  await widget.locator("[data-action^=sort]").last().click();
  done.table = (await state()).sort && (await widget.locator("[part=table] table").isVisible()) ? "works" : "nothing";

  if (saves) {
    const saved = page.waitForEvent("download");
    await press("save:csv-all");
    done.save = (await (await saved).failure()) ?? "works";
  } else {
    // No script is told that nothing was saved. What readers have beside it is the table itself.
    const files = [];
    page.once("download", (file) => files.push(file));
    await press("save:csv-all");
    await press("copy:table");
    await widget.locator("[data-done]").first().waitFor();
    done.save = files.length ? "works" : "refused, the table can be copied";
  }
  await press("view:table");

  await widget.locator('[role=tab][data-chart="facts"]').click();
  await widget.locator("input[type=search]").fill("Jinjiang");
  await widget.locator("[part=chart] mark").first().waitFor();
  done.search = "works";
  await widget.locator("input[type=search]").fill("");
  await widget.locator('[role=tab][data-chart="tiers"]').click();

  await press("panel:share");
  await press("copy:citation");
  await widget.locator("[data-done]").first().waitFor();
  const told = await widget.locator("[data-done]").first().getAttribute("data-done");
  // What cannot be copied stands there, selected.
  const stands = await widget.locator("textarea").evaluateAll((all) => all.some(({ value, selectionEnd }) => value.length > 20 && selectionEnd === value.length));
  done.copy = /^Copied/.test(told) ? "works" : stands ? "by hand" : told;
  await press("panel:share");
  return done;
}
