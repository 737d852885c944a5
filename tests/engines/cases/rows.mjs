// Rows of controls, whose gaps are made of what old engines know: nothing touches, nothing covers its words.

import assert from "node:assert/strict";
import { CHARTS, ONE } from "../words.mjs";

/** Neighbours that touch, and arrows over the words of their choice, in the first widget. Runs in the page. */
function faultsOfRows() {
  const root = document.querySelector("county-chains").shadowRoot.querySelector("[data-tiers]");
  const found = [];
  const shown = (node) => node.getClientRects().length > 0 && getComputedStyle(node).visibility === "visible";
  const name = (node) => `${node.localName}.${node.getAttribute("class")} "${node.textContent.slice(0, 12)}"`;
  let rows = 0;
  for (const row of root.querySelectorAll("*")) {
    if (!/flex|grid/.test(getComputedStyle(row).display) || !shown(row)) continue;
    const places = [...row.children].filter((node) => shown(node) && getComputedStyle(node).position !== "absolute");
    for (const [index, one] of places.slice(0, -1).entries()) {
      const [left, right] = [one.getBoundingClientRect(), places[index + 1].getBoundingClientRect()];
      // In lines of their own, or what is as wide as the row.
      if (right.left < left.right - 4 || Math.min(left.bottom, right.bottom) - Math.max(left.top, right.top) < 2) continue;
      rows++;
      // What begins further left than it should has room inside.
      const room = Math.max(0, -parseFloat(getComputedStyle(places[index + 1]).marginLeft));
      const gap = right.left + room - left.right;
      if (gap < 2.5) found.push(`${name(one)} and ${name(places[index + 1])} are ${gap.toFixed(1)} px apart`);
    }
  }
  for (const arrow of root.querySelectorAll(".select > svg")) {
    const [box, place, words] = [arrow.parentElement, arrow, arrow.parentElement.querySelector("span")].map((node) => node.getBoundingClientRect());
    if (place.left < words.right + 40 || box.right - place.right > 16 || place.right > box.right) {
      found.push(`the arrow is at ${place.left} to ${place.right} in a choice from ${box.left} to ${box.right}`);
    }
    if (Math.abs(place.top + place.bottom - box.top - box.bottom) > 4) found.push("the arrow is not in the middle of its choice");
  }
  for (const button of root.querySelectorAll(".card .close")) {
    const [place, card] = [button, button.parentElement].map((node) => node.getBoundingClientRect());
    if (card.right - place.right > 8 || place.right > card.right) found.push("the button that closes the card is not in its corner");
  }
  // The line around a chip is drawn by what stands before its words.
  for (const chip of root.querySelectorAll(".chip")) {
    const { width, height } = getComputedStyle(chip, "::before");
    if (parseFloat(width) < chip.offsetWidth - 4 || parseFloat(height) < 24) found.push(`the line around ${name(chip)} is ${width} × ${height}`);
  }
  return { found, rows };
}

export default {
  async "controls in a row keep apart, chips have their line around them, and arrows stand beside their words"({ open }) {
    const faults = [];
    let rows = 0;
    for (const width of [280, 760]) {
      // No window of WebKitGTK is as narrow as the narrowest box.
      const boxed = `<div style="width:${width}px">${ONE}</div>`;
      const page = await open(boxed, { width: width + 100, lang: width === 760 ? "zh-Hans" : "en" });
      const look = async (what) => {
        const seen = await page.evaluate(faultsOfRows);
        rows += seen.rows;
        faults.push(...seen.found.map((fault) => `${what} at ${width}: ${fault}`));
      };
      for (const chart of CHARTS) {
        await page.set({ chart });
        await look(chart);
      }
      await page.set({ chart: "map", county: "350582" });
      await page.appears("[part=card] h4");
      await look("card");
      await page.set({ county: null, view: "about" });
      await look("about");
      await page.set({ view: "table" });
      await page.click("[data-action='panel:download']");
      await look("download");
    }
    assert.deepEqual(faults, []);
    assert.ok(rows > 100, `${rows} pairs of neighbours are too few`);
  },
};
