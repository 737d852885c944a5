// The height that a widget will have, estimated before it is drawn, so that the page reserves the space.

import { HEIGHTS, WIDTHS } from "./reserved-heights.js";

/** The narrowest width for which heights were measured. */
const MEASURED = 280;

/**
 * The height to reserve for `element` at a width, as a CSS length; empty if it cannot be known yet. An estimate that is too
 * great leaves a gap below the widget until the reader uses it. One that is too small lets the page jump.
 *
 * @param {Element} element
 * @param {number} width in CSS pixels
 * @param {number} textSize how much larger than usual it is drawn
 */
export function reservedHeight(element, width, textSize) {
  // The heights are those of charts. A table or a text may have any height.
  const view = element.getAttribute("view");
  if (!width || view === "table" || view === "about") return "";
  const heights = HEIGHTS[element.getAttribute("chart")] || HEIGHTS.tiers;
  const room = width / textSize;
  let step = 0;
  while (WIDTHS[step + 1] <= room) step++;
  // No phone is narrower than what was measured, but enlarged widgets are laid out for less.
  const scale = textSize * Math.max(1, MEASURED / room);
  return `${Math.round(heights[element.matches(":lang(en)") ? 1 : 0][step] * scale)}px`;
}
