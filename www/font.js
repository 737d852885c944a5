// Measures the page's font, which the widget inherits and Rust cannot see, and the size and spacing of text that readers ask for.

import { make } from "./nodes.js";

/** A typical label. Rust compares its width with the width by the table of `src/text.rs`. */
const SAMPLE = "Tier 3: 46 counties, 87 chains, ¥2.78 trillion (51.1%)";

let pen;

/** The browsers' own size of text, in pixels. */
const USUAL = 16;
/** Articles are set in sizes up to here. Who has larger text around the widget has asked for it, or the page has for its readers. */
const ARTICLE = 20;
/** Twice the usual size, as far as text grows. What is larger still is no text: some pages set sizes of boxes by it. */
const LARGEST = 32;

/**
 * How much larger text shall be than usual, from 1 to 2: by the size that is set in the browser, and by that of the page's text
 * if it is beyond the sizes of articles.
 *
 * @param {number} set the size that the browser gives text that says none
 * @param {number} inherited the size of the text around the widget
 */
export function textSize(set, inherited) {
  const within = (value) => Math.min(Math.max(value, 1), 2);
  const asked = within(set / USUAL);
  const page = inherited / asked;
  return within(page > LARGEST ? asked : asked * within(1 + (page - ARTICLE) / (LARGEST - ARTICLE)));
}

/**
 * Whether words are as far apart as readers set them who need it (WCAG 1.4.12 asks for 0.16 of the size). Pages themselves hardly
 * space words.
 *
 * @param {CSSStyleDeclaration} style of the text around the widget
 */
export function isSpaced({ fontSize, wordSpacing }) {
  const gap = parseFloat(wordSpacing) / parseFloat(fontSize);
  return gap > 0.1 && gap < 0.5;
}

/** The font of an element, with those that stand in for it. @param {Element} element */
export const fontOf = (element) => getComputedStyle(element).fontFamily;

/**
 * Calls `changed` when the page's font, its size or its spacing changes or the font has finished loading: `probe`, which inherits
 * them, then changes its width.
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
 * Has the browser load what it measures text with, unless it has done so.
 *
 * @param {string} family
 */
export function prepareMeasuring(family) {
  if (!pen) widths(family);
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
