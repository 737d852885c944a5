// The dataset that is being prepared: its descriptor as an object, and its tables as texts in UTF-8. What the form does not know
// stays as it was given.

import { Table, written } from "./data-csv.js";
import { decoded, fitting, isWorkbook, marked } from "./data-files.js";

/** Texts that stay in a descriptor while they are empty, so that the reader asks for them. */
const ASKED = /^\/(title|entity\/many|sources\/\d+\/title|licenses\/\d+\/name|resources\/.*\/unit)$/;

/**
 * @typedef {typeof import("../draft.js")} Reader what begins a descriptor for a table, and checks a dataset
 *
 * @typedef {object} Dataset
 * @property {object | null} descriptor null where it is no object of JSON
 * @property {string} text the descriptor as it came
 * @property {boolean} isUntouched whether that text is still the descriptor
 * @property {Record<string, string>} files the tables, by their paths
 * @property {string[]} lacking paths of tables that did not come along
 * @property {Record<string, string>} encodings those of the files that were not in UTF-8
 * @property {object} [draft] the descriptor of a single table as it was begun
 * @property {string[]} renamed paths of tables that came under a path that no package can have
 */

/**
 * Makes a dataset of files that were chosen together: a package with its tables, a package in one file, or a single table.
 *
 * @param {{ path: string, bytes: Uint8Array }[]} files
 * @param {Reader} reader
 * @param {string} [encoding] of a single table, if the editor has chosen it
 * @returns {Promise<Dataset | { refused: string, problem?: object }>}
 */
export async function datasetOf(files, reader, encoding) {
  if (files.some(({ bytes }) => isWorkbook(bytes))) return { refused: "workbook" };
  const jsons = files.filter(({ path }) => /\.json$/i.test(path));
  const main = jsons.find(({ path }) => /(^|\/)datapackage\.json$/i.test(path)) ?? jsons[0];
  if (main) return packageOf(main, files);
  const tables = files.filter(({ bytes }) => bytes.length);
  if (!tables.length) return { refused: files.length ? "empty" : "no-files" };
  if (tables.length > 1) return { refused: "several" };
  const [table] = tables;
  const { text, encoding: found } = decoded(table.bytes, encoding);
  return tableOf(text, table.path.split("/").at(-1), reader, found);
}

/** Makes a dataset of one table. */
export async function tableOf(text, name, reader, encoding = "utf-8") {
  const path = fitting(name);
  const begun = await reader.draftDataset(text, path);
  if (begun === null) return refusal(text, path, reader);
  const descriptor = JSON.parse(begun);
  tidy(descriptor);
  return {
    descriptor, draft: structuredClone(descriptor), text: begun, isUntouched: false, files: { __proto__: null, [path]: text }, lacking: [],
    encodings: encoding === "utf-8" ? {} : { [path]: encoding }, renamed: path === name ? [] : [path],
  };
}

/** Why nothing can be begun for a text: it has no rows, or it is no table, which the reader then knows. */
async function refusal(text, path, { checkDataset }) {
  const { problems } = await checkDataset(JSON.stringify({ resources: [{ name: "entities", path }] }), { [path]: text });
  const problem = problems.find(({ code }) => code === "source-type");
  return problem ? { refused: "other", problem } : { refused: "no-rows" };
}

/** Takes what is empty out of a draft, but for what the reader shall ask for. In a list, nothing at all is a value, too. */
function tidy(value, pointer = "") {
  for (const [name, part] of Object.entries(value)) {
    const place = `${pointer}/${name}`;
    if (typeof part === "object" && part) tidy(part, place);
    if (part === "" && !Array.isArray(value) && !ASKED.test(place)) delete value[name];
  }
  if (value.units) value.units = value.units.filter(({ name }) => name);
  if (value.units && !value.units.length) delete value.units;
}

/** A package, with the tables that its descriptor names. */
function packageOf(main, others) {
  const text = decoded(main.bytes).text.replace(/^\ufeff/, "");
  const dataset = { descriptor: null, text, isUntouched: true, files: { __proto__: null }, lacking: [], encodings: {}, renamed: [] };
  try {
    const value = JSON.parse(text);
    if (typeof value === "object" && value && !Array.isArray(value)) dataset.descriptor = value;
  } catch {
    // The reader tells where and why.
  }
  const folder = main.path.replace(/[^/]*$/, "");
  const { resources } = dataset.descriptor ?? {};
  for (const [index, resource] of (Array.isArray(resources) ? resources : []).entries()) {
    if (typeof resource !== "object" || !resource) continue;
    if ("data" in resource) {
      resources[index] = takenOut(resource, index, dataset.files);
      dataset.isUntouched = false;
    } else if (typeof resource.path === "string") addTable(dataset, resource, folder, others);
  }
  return dataset;
}

function addTable(dataset, resource, folder, others) {
  const given = resource.path;
  const last = (name) => name.split("/").at(-1);
  // Files that were chosen one by one come without their folders.
  const found = others.find((file) => file.path === folder + given) ?? others.find((file) => last(file.path) === last(given));
  if (!found) {
    dataset.lacking.push(given);
    return;
  }
  const path = (resource.path = fitting(given, dataset.descriptor.resources.map((one) => one?.path)));
  if (path !== given) {
    dataset.renamed.push(path);
    dataset.isUntouched = false;
  }
  const { text, encoding } = decoded(found.bytes, resource.encoding);
  dataset.files[path] = text;
  if (encoding !== "utf-8") dataset.encodings[path] = encoding;
  if (encoding === "utf-8") return;
  // It is saved in UTF-8.
  delete resource.encoding;
  dataset.isUntouched = false;
}

/** The resource with its rows in a file of their own; rows that are no table stay for the reader to tell. */
function takenOut(resource, index, files) {
  const text = textOf(resource);
  if (text === null) return resource;
  const name = typeof resource.name === "string" && /^[\w-]+$/.test(resource.name) ? resource.name : `table-${index + 1}`;
  files[`${name}.csv`] = marked(text);
  return Object.fromEntries(Object.entries(resource).map(([key, value]) => (key === "data" ? ["path", `${name}.csv`] : [key, value])));
}

function textOf({ data, dialect, schema }) {
  if (typeof data === "string") return data;
  if (!Array.isArray(data) || dialect?.header === false || !data.every((row) => typeof row === "object" && row)) return null;
  const names = data.every(Array.isArray) ? null : [...new Set(data.flatMap((row) => Object.keys(row)))];
  const labels = names ?? data[0] ?? [];
  const decimals = labels.map((label) => schema?.fields?.find?.(({ name }) => name === label)?.decimalChar);
  const cell = (value, column) => {
    if (typeof value === "number" && decimals[column]) return String(value).replace(".", decimals[column]);
    return value === null || value === undefined ? "" : String(value);
  };
  const rows = names ? [names, ...data.map((row) => names.map((name) => row[name]))] : data;
  return written(rows.map((row) => row.map(cell)), dialect?.delimiter);
}

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether a value is left out or a list of objects. */
const isList = (value) => value === undefined || (Array.isArray(value) && value.every(isObject));

/** Whether a descriptor has the shape that the form can show. The reader tells what is wrong with another one. */
export function isRegular({ resources, sources, licenses, units, languages }) {
  const fields = (resource) => resource.schema?.fields ?? [];
  return isList(resources ?? null) && [sources, licenses, units, ...resources.map(fields)].every(isList) &&
    resources.every((resource) => fields(resource).every(({ name, categories }) => typeof name === "string" && (categories === undefined || Array.isArray(categories)))) &&
    (languages === undefined || (Array.isArray(languages) && languages.every((tag) => typeof tag === "string")));
}

/** The table that the form describes: that of the entities, else that of the classes. */
export function mainResource(descriptor) {
  const list = descriptor.resources;
  const found = list.find(({ name }) => name === "entities") ?? (list.length === 1 ? list[0] : list.find(({ name }) => name === "tiers"));
  return found && { resource: found, index: list.indexOf(found) };
}

/** The tables of each dataset as they were last, since making one reads the whole text. */
const known = new WeakMap();

/** The rows of a table; nothing where its file has not come. */
export function tableIn(dataset, { path, dialect = {} }) {
  const text = dataset.files[path];
  if (text === undefined) return null;
  if (!known.has(dataset)) known.set(dataset, new Map());
  const tables = known.get(dataset);
  const last = tables.get(path);
  const form = JSON.stringify(dialect);
  if (last?.text === text && last.form === form) return last.table;
  const table = new Table(text, dialect);
  tables.set(path, { text, form, table });
  return table;
}

/** The descriptor as a file. */
export const descriptorText = ({ descriptor, text, isUntouched }) => (isUntouched ? text : `${JSON.stringify(descriptor, null, 2)}\n`);

/** The dataset in one object. */
export function inOne({ descriptor, files }) {
  const inside = (resource) => {
    if (!(resource?.path in files)) return resource;
    return Object.fromEntries(Object.entries(resource).map(([key, value]) => (key === "path" ? ["data", files[value].replace(/^\ufeff/, "")] : [key, value])));
  };
  return { ...descriptor, resources: descriptor.resources.map(inside) };
}

/** The dataset with something in each place that is still empty, to see what it will look like. */
export function provisional(dataset, word) {
  const filled = (value, name) => {
    if (value === "") return name === "unit" ? undefined : word;
    if (Array.isArray(value)) return value.map((part) => (part === "" ? part : filled(part)));
    if (typeof value !== "object" || !value) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, filled(part, key)]).filter(([, part]) => part !== undefined));
  };
  return { ...dataset, isUntouched: false, descriptor: filled(dataset.descriptor) };
}
