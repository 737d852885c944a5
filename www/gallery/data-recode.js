// A table in another encoding: its columns and classes may be called otherwise, and what was filled in for them stays.

import { distinct, roleOf, SHARED } from "./data-columns.js";
import { tableIn } from "./data-package.js";

/**
 * What was filled in for a table, carried over to the same table in another encoding.
 *
 * @param {import("./data-package.js").Dataset} old what is in the form, and the draft that it began with
 * @param {import("./data-package.js").Dataset} made the table in the other encoding, and its draft
 */
export function carried(old, made) {
  const [before, after] = [old, made].map((one) => tableIn(one, one.descriptor.resources[0]));
  const [from, labels] = [before, after].map(labelsOf);
  const name = renaming(from, labels);
  const word = (label) => renaming(...[[before, from.indexOf(label)], [after, labels.indexOf(name(label))]].map(([table, column]) => (column < 0 ? [] : distinct(table, column))));
  return onto(made, labels, [old.draft, old.descriptor].map((descriptor) => renamed(structuredClone(descriptor), name, word)));
}

/**
 * The dataset with a table that has come once more, under the same path and with the same columns: corrected, or grown.
 *
 * @returns {import("./data-package.js").Dataset | undefined} nothing where it is another table
 */
export function renewed(old, made) {
  const paths = [old, made].map(({ files }) => Object.keys(files));
  const [path] = paths[1];
  // A package brings its own words.
  if (!made.draft || !paths[0].includes(path)) return undefined;
  const resource = old.descriptor.resources.find((one) => one.path === path);
  if (!resource) return undefined;
  const labels = labelsOf(tableIn(made, old.draft ? made.descriptor.resources[0] : resource));
  if (!same(labels, labelsOf(tableIn(old, resource)))) return undefined;
  if (old.draft) return onto(made, labels, structuredClone([old.draft, old.descriptor]));
  return { ...old, files: { __proto__: null, ...old.files, ...made.files }, encodings: made.encodings, lacking: [], renamed: [] };
}

const labelsOf = (table) => table.row(0).map((label) => label.trim());

/** What was changed since a draft, on the dataset of a new one. */
function onto(made, labels, [base, mine]) {
  const descriptor = merged(base, mine, made.descriptor);
  const { schema } = descriptor.resources[0];
  const chosen = mine.resources[0].schema.fields.filter((field) => !same(field, base.resources[0].schema.fields.find((one) => one.name === field.name)));
  const isChosen = (field) => chosen.some((one) => one.name === field.name);
  const role = (field) => roleOf(field.name, field);
  // What somebody has chosen goes before a guess.
  const isTwice = (field) => !SHARED.includes(role(field)) && !isChosen(field) && chosen.some((one) => role(one) === role(field));
  schema.fields = labels.map((label) => schema.fields.find((field) => field.name === label)).filter((field) => field && !isTwice(field));
  return { ...made, descriptor };
}

/** What each of some words is in another list: in its place, if there are as many. */
const renaming = (from, to) => (word) => (from.length === to.length && from.includes(word) ? to[from.indexOf(word)] : word);

/** The descriptor with the names that columns and classes have now. */
function renamed(descriptor, name, word) {
  for (const field of descriptor.resources[0].schema.fields) {
    const wordOf = word(field.name);
    for (const category of field.categories ?? []) {
      if (category.label === category.value) category.label = wordOf(category.value);
      category.value = wordOf(category.value);
    }
    if (field.title === field.name) field.title = name(field.name);
    if (field.aggregate?.mean) field.aggregate.mean = name(field.aggregate.mean);
    field.name = name(field.name);
  }
  return descriptor;
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isNamed = (list) => Array.isArray(list) && list.every((item) => isObject(item) && keyOf(item) !== undefined);
const keyOf = ({ name, value }) => name ?? value;

/** What was changed since the draft, on the new draft. */
function merged(base, mine, draft) {
  if (same(base, mine)) return draft;
  if ([mine, draft].every(isNamed)) return mergedList(isNamed(base) ? base : [], mine, draft);
  if (![base, mine, draft].every(isObject) || mine.role !== draft.role) return mine;
  const all = [...new Set([...Object.keys(draft), ...Object.keys(mine)])].map((key) => [key, merged(base[key], mine[key], draft[key])]);
  return Object.fromEntries(all.filter(([, value]) => value !== undefined));
}

/** In the order in which they were put; what only the new draft has comes last. */
function mergedList(base, mine, draft) {
  const find = (list, item) => list.find((one) => keyOf(one) === keyOf(item));
  return [
    ...mine.map((item) => merged(find(base, item), item, find(draft, item))).filter((item) => item !== undefined),
    ...draft.filter((item) => !find(mine, item) && !find(base, item)),
  ];
}
