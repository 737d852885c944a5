// The height that a widget will have, estimated before it is drawn, so that the page reserves the space.

import { HEIGHTS, WIDTHS } from "./reserved-heights.js";

/**
 * The height to reserve for `element`, as a CSS length; empty if it cannot be known yet. An estimate that is too great leaves a
 * gap below the widget until the reader uses it. One that is too small lets the page jump.
 *
 * @param {Element} element
 * @param {number} width for which it is laid out, in CSS pixels
 * @param {number} [growth] how much higher it will be than one that was measured
 */
export function reservedHeight(element, width, growth = 1) {
  // The heights are those of charts. A table or a text may have any height.
  const view = element.getAttribute("view");
  if (!width || view === "table" || view === "about") return "";
  const heights = HEIGHTS[element.getAttribute("chart")] || HEIGHTS.tiers;
  let step = 0;
  while (WIDTHS[step + 1] <= width) step++;
  return `${heights[element.matches(":lang(en)") ? 1 : 0][step] * growth}px`;
}
