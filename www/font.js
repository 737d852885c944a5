// Measures the page's font, which the widget inherits and Rust cannot see.

import { make } from "./nodes.js";

/** A typical label. Rust compares its width with the width by the table of `src/text.rs`. */
const SAMPLE = "Tier 3: 46 counties, 87 chains, ¥2.78 trillion (51.1%)";

let pen;

/**
 * Calls `changed` when the page's font changes or has finished loading: the text of `probe`, which inherits it, then changes
 * its width.
 *
 * @param {Element} probe
 * @param {() => void} changed
 */
export function watchFont(probe, changed) {
  const observer = new ResizeObserver(changed);
  observer.observe(probe);
  return observer;
}

/**
 * The width of the sample at 100 px in regular and bold. 0 if the browser does not reveal it. It is measured at 14 px, the
 * size of most labels, because some systems round the advances of small letters up to whole pixels.
 *
 * @param {string} family
 */
export function widths(family) {
  pen = pen || make("canvas").getContext("2d");
  const width = (weight) => {
    if (!pen) return 0;
    pen.font = `${weight} 14px ${family}`;
    return (pen.measureText(SAMPLE).width / 14) * 100;
  };
  return { regular: width(400), bold: width(700) };
}
