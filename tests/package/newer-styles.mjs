// What a built style sheet uses that is newer than the promise: properties, values, functions, selectors, conditions.

import postcss from "postcss";
import selectorParser from "postcss-selector-parser";
import valueParser from "postcss-value-parser";
import { lacking, lookUp } from "./newer.mjs";

/** Gaps came to grids first, and a declaration does not say which of the two it is for. */
const GAPS = { gap: ["flex_context", "grid_context"], "row-gap": ["flex_context", "grid_context"], "column-gap": ["flex_context", "grid_context"] };
/** Units that came late, as the table groups them. */
const UNITS = [
  [/^[\d.]+[dsl]v(h|w|i|b|min|max)$/, "viewport_percentage_units_dynamic"],
  [/^[\d.]+cq(h|w|i|b|min|max)$/, "container_query_length_units"],
  [/^[\d.]+(rlh|lh|cap|rcap|ric|rex|rch)$/, "rlh"],
];
/** Old names, which browsers keep. */
const OLD_NAMES = { "grid-gap": "grid", "text-size-adjust": "text-size-adjust" };

/** What is newer in a sheet, each once: "name (browsers)". @param {string} css */
export function newerInStyles(css) {
  const found = new Map();
  const note = (name, lack) => lack && found.set(name, lack);
  postcss.parse(css).walk((node) => {
    if (node.type === "decl") declaration(node, note);
    if (node.type === "rule") selectors(node, note);
    if (node.type === "atrule") condition(node, note);
  });
  return found;
}

function declaration({ prop, value, parent }, note) {
  if (prop.startsWith("-")) return;
  // Inside @supports stands what is tried where it is known.
  if (parent.parent.name === "supports") return;
  const place = lookUp("css", "properties", OLD_NAMES[prop] ?? prop);
  if (!place) return note(prop, "not in the table");
  const contexts = GAPS[prop] ? GAPS[prop].map((context) => place[context]) : [place];
  note(prop, contexts.map((context) => lacking(context, prop)).find(Boolean));
  valueParser(value).walk((part) => {
    if (part.type === "function") note(`${part.value}()`, lacking(lookUp("css", "types", part.value), part.value));
    if (part.type === "word") note(`${prop}: ${part.value}`, lacking(lookUp("css", "properties", prop, part.value), part.value));
    const [, group] = part.type === "word" ? UNITS.find(([pattern]) => pattern.test(part.value)) ?? [] : [];
    if (group) note(part.value, lacking(lookUp("css", "types", "length", group)));
  });
}

function selectors({ selectors: list, parent }, note) {
  if (parent.name && /keyframes/.test(parent.name)) return;
  const lacks = list.map((selector) => pseudosOf(selector).map((name) => [name, lacking(lookUp("css", "selectors", name), name)]));
  for (const [name, lack] of lacks.flat()) note(`:${name}`, lack);
  // A selector that is not known takes the whole rule with it.
  const isNew = lacks.map((entries) => entries.some(([, lack]) => lack));
  if (isNew.includes(true) && isNew.includes(false)) note(list.join(", "), "all of the rule is lost");
}

function pseudosOf(selector) {
  const names = [];
  selectorParser((root) => root.walkPseudos(({ value }) => {
    if (!value.startsWith("::-") && !value.startsWith(":-")) names.push(value.replace(/^::?/, ""));
  })).processSync(selector);
  return names;
}

function condition({ name, params }, note) {
  if (name.startsWith("-")) return;
  note(`@${name}`, lacking(lookUp("css", "at-rules", name)));
  if (name !== "media") return;
  for (const [, feature] of params.matchAll(/\(([a-z-]+)/g)) {
    note(`@media (${feature})`, lacking(lookUp("css", "at-rules", "media", feature.replace(/^(min|max)-/, ""))));
  }
}
