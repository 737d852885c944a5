// The page's font, which the widget inherits and Rust cannot see.

import { make } from "./nodes.js";

/** Letters and figures as labels hold them. Rust knows how wide they are in the table of `src/text.rs`. */
const SAMPLE = "Tier 3: 46 counties, 87 chains, ¥2.78 trillion (51.1%)";

let pen;

/**
 * Calls `changed` when the page's font has come late or has become another one: the text of `probe`, which is set in it,
 * has another width then.
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
 * How wide a font sets the sample at 100 px, in the two weights the widget uses. 0 where a browser keeps that to
 * itself. It is measured at the size of most labels: some systems set small letters on whole pixels, thus wider.
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
