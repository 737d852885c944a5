// The built scripts and styles use nothing newer than the browsers that pkg/tools/package.json promises.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { BROWSERS } from "./newer.mjs";
import { newerInScript } from "./newer-scripts.mjs";
import { newerInStyles } from "./newer-styles.mjs";

const dist = new URL("../../pkg/dist/", import.meta.url);
const read = (name) => readFileSync(new URL(name, dist), "utf8");

/** What may be missing in a browser of the promise, and why that does no harm. */
const MAY_BE_MISSING = {
  // Scripts
  ".clipboard": "what cannot be copied is said, and stands there to be selected",
  ".writeText": "only behind .clipboard",
  ".colorScheme": "as the property in a style sheet",
  ".CSSStyleSheet": "a constructor of the page's own window, asked for before it is used",
  ".detached": "wasm-bindgen compares it with undefined",
  ".disposition": "of a report only; without it the report counts",
  ".featurePolicy": "asked for before it is used; without it copying is tried",
  ".allowsFeature": "only behind .featurePolicy",
  trustedTypes: "without them any text may be the address of a script",
  ".createPolicy": "only behind trustedTypes",
  ".memory": "an export of the wasm, not performance.memory",
  // Pages and styles
  "color-scheme": "without it form controls and scroll bars are light",
  "text-autospace": "Han and Latin stand closer together",
  "text-spacing-trim": "punctuation takes its whole em",
  "text-wrap": "lines are broken as they come",
  "text-size-adjust": "with the prefix for Safari on phones; others enlarge no text here",
  "font-family: system-ui": "a family that is not there is passed over",
  "overflow-wrap: anywhere": ".root says break-word",
  ":focus-visible": "the browser's own ring stays",
  "scrollbar-width": "with a prefixed twin for Chromium and Safari",
  appearance: "with the prefix",
  "touch-action: pinch-zoom": "Firefox then keeps what it does by itself",
  "scroll-margin": "what is scrolled to touches the edge",
  "scroll-margin-top": "a row that has the focus may stand under the head of its table",
  "scroll-margin-left": "a head that has the focus may stand under the first column",
  "container-type": "only for what is as wide as 100cqw",
  "100cqw": "the card of a row is as wide as its table, and on phones as the narrowest one",
  "text-underline-offset": "the line is closer",
  contain: "@supports has another way",
  "@media (prefers-color-scheme)": "the page around the widget of the offline file stays light",
  "@media (prefers-reduced-motion)": "no transitions",
  "@media (prefers-contrast)": "no such wish is known",
  "@media (forced-colors)": "no such mode",
  "forced-color-adjust": "no such mode",
  "print-color-adjust": "with the prefix",
  "user-select": "with the prefix",
  ":fullscreen": "in full screen the widget has no ground of its own, and the browser's bars scroll it or not",
  zoom: "Firefox shows static pictures as they are drawn, and widgets in their usual size",
  ":details-content": "folded tables are not printed",
  "content-visibility": "only in ::details-content",
  "overflow-anchor": "Safari moves no rows by itself",
  "break-after: avoid": "a heading may stand last on a sheet",
};

/** A value of a property that may be missing may be missing too. */
const isAllowed = (name) => name in MAY_BE_MISSING || name.split(":")[0] in MAY_BE_MISSING;

const scripts = readdirSync(dist).filter((name) => name.endsWith(".js"));
const sheets = readdirSync(dist).filter((name) => name.endsWith(".css"));
const page = read("county-chains.offline.html");
const inside = (tag) => [...page.matchAll(new RegExp(`<${tag}>([^]*?)</${tag}>`, "g"))].map(([, text]) => text);

/** What is newer in each text, whether it is allowed or not: [where, name, browsers]. */
const found = [
  ...scripts.flatMap((name) => entries(name, newerInScript(read(name)))),
  ...sheets.flatMap((name) => entries(name, newerInStyles(read(name)))),
  ...inside("script").flatMap((text) => entries("county-chains.offline.html", newerInScript(text))),
  ...inside("style").flatMap((text) => entries("county-chains.offline.html", newerInStyles(text))),
];

function entries(where, newer) {
  return [...newer].map(([name, lack]) => [where, name, lack]);
}

test("no built script or style needs more than the promised browsers have", () => {
  assert.ok(scripts.length >= 4 && sheets.length >= 3 && inside("script").length === 2);
  const newer = found.filter(([, name]) => !isAllowed(name));
  assert.deepEqual(newer.map(([where, name, lack]) => `${where}: ${name} is missing in ${lack}`), []);
});

test("what may be missing is used", () => {
  assert.deepEqual(Object.keys(MAY_BE_MISSING).filter((allowed) => !found.some(([, name]) => name.startsWith(allowed))), []);
});

test("the scripts carry the very sheet that is looked at", () => {
  const sheet = read("county-chains.css");
  const further = sheet.lastIndexOf("@media print,not print{");
  assert.ok(further > sheet.indexOf("@media print,not print{"), "two sheets in one");
  // As a template or a string, whichever is shorter.
  for (const [name, part] of [["county-chains.js", sheet.slice(0, further)], ["county-chains.own.js", sheet.slice(further)]]) {
    assert.ok(read(name).includes(part.trim().slice(0, 400)), name);
  }
  for (const rule of [".window", ".progress", "--tier-12:"]) {
    assert.ok(!read("county-chains.js").includes(rule) && read("county-chains.own.js").includes(rule), rule);
  }
});

test("the documents promise the browsers of the list", () => {
  const words = { chrome: "Chromium", firefox: "Firefox", safari: "Safari" };
  for (const path of ["README.md", "README.zh.md", "docs/embedding.md"]) {
    const text = readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
    for (const [name, version] of BROWSERS) assert.ok(text.includes(`${words[name]} ${version}`), `${path}: ${name} ${version}`);
  }
});

const NEWER_SCRIPTS = {
  "[[1]].flat()": ".flat", "Object.fromEntries([])": ".fromEntries", "a.replaceChildren(b)": ".replaceChildren",
  "a.toggleAttribute('b')": ".toggleAttribute", "'a'.replaceAll('b', 'c')": ".replaceAll", "Promise.allSettled([])": ".allSettled",
  "queueMicrotask(f)": "queueMicrotask", "globalThis.a": "globalThis", "new WeakRef(a)": "WeakRef", "structuredClone(a)": "structuredClone",
  "a?.b": "optional_chaining", "a ?? b": "nullish_coalescing", "try { a } catch { b }": "optional_catch_binding", "1n": "BigInt",
  "/(?<=a)b/": "lookbehind_assertion", "/(?<a>b)/": "named_capturing_group",
};

test("the check finds methods, globals and syntax of later years in scripts", () => {
  for (const [code, name] of Object.entries(NEWER_SCRIPTS)) assert.ok(newerInScript(code).has(name), code);
  const asked = "if (typeof WeakRef === 'function') new WeakRef(a); if ('at' in b) b.at(0)";
  assert.deepEqual([...newerInScript(`${asked}; [1].map(f).concat(b).includes(c); a.append(b)`)], []);
});

const NEWER_STYLES = {
  "a { gap: 1px }": "gap", "a { inset: 0 }": "inset", "a { margin-inline: 0 }": "margin-inline", "a { aspect-ratio: 1 }": "aspect-ratio",
  "a { margin-inline-start: 0 }": "margin-inline-start", "a { width: min(1px, 2px) }": "min()", "a { overflow: clip }": "overflow: clip",
  "a:is(b) { color: red }": ":is", "a:has(b) { color: red }": ":has", "@container (width > 1px) { a { color: red } }": "@container",
  "a { height: 1dvh }": "1dvh", "a { contain: inline-size }": "contain: inline-size",
  "a:hover, a:focus-visible { color: red }": "a:hover, a:focus-visible",
};

test("the check finds properties, values, functions, selectors and conditions of later years in styles", () => {
  for (const [code, name] of Object.entries(NEWER_STYLES)) assert.ok(newerInStyles(code).has(name), code);
  const old = "a { display: flex; margin: 0 calc(1px + 2em); grid-gap: 1px; background: var(--a, red) } a:not(.b)::before { content: '' }";
  assert.deepEqual([...newerInStyles(old)], []);
});
