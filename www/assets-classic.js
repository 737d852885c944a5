// The widget's files in a classic script. What only datasets of a page's own need is in a second one, which pages load that
// show such a dataset.

import { bytesOf } from "./assets-inline.js";
import { PARTS } from "./bytes.js";

export { base, styleAddress } from "./assets-inline.js";

const [FIRST, SECOND] = ["county-chains.inline.js", "county-chains.own.inline.js"];

/** A classic script can read its own address only while it runs for the first time. */
const { src = "" } = (typeof document !== "undefined" && document.currentScript) || {};
/** The address of the second script; empty in a bundle, or where the script is part of the page. */
const address = new RegExp(`/${FIRST}([?#]|$)`).test(src) ? src.replace(/[^/]*$/, SECOND) : "";

/** @type {Promise<any> | undefined} the last attempt to get the second script */
let adding;

/** The bytes of a part of the program as a buffer. @param {string} part */
export async function readPart(part) {
  if (!(part in PARTS)) PARTS[part] = (await readOwn()).PARTS[part];
  return bytesOf(part).buffer;
}

/** What the second script has. If the page has not loaded it, it is loaded from beside the first one. */
export function readOwn() {
  if (adding) return adding;
  const attempt = present() ? Promise.resolve() : add();
  adding = attempt.then(() => present() || Promise.reject(new Error(`add a script tag for ${SECOND} to the page`)));
  adding.catch(() => (adding = undefined));
  return adding;
}

/** What the second script has left for this one. */
const present = () => window.countyChainsOwn;

/** Adds the second script. Where that is impossible, as under Trusted Types, or there is none, nothing happens. */
function add() {
  if (!address) return Promise.resolve();
  return new Promise((resolve) => {
    const script = document.createElement("script");
    script.onload = script.onerror = resolve;
    script.src = address;
    document.head.append(script);
  }).catch(() => {});
}
