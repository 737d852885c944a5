// What each column of the table is: its role, and for numbers what they measure.

import { button, make, part, pointerTo, setAt, valueAt } from "./data-dom.js";
import { tableIn } from "./data-package.js";
import { wordFor } from "./page.js";

/** Roles of a column, in the order in which they are offered; `value` is a number, `none` leaves the column out. */
const ROLES = ["code", "name", "tier", "value", "group", "row", "column", "short", "none"];
/** Those that several columns can have. */
export const SHARED = ["value", "none"];
const NUMERIC = ["number", "integer", "year"];
/** A number with a percent sign. */
const SHARE = /^\D?[\d.,\s-]*\d\s*[%％]$/;

/** A number with a sign that says how exactly it is given. */
const SIGNED = /^[<>~＜＞超近约約]\s*\d/;
/** Units that need no declaration. */
const KNOWN = ["percent", "yuan-100m", "rank"];
/** How many cells are shown; how many classes are collected at most, and from how many rows. */
const [SAMPLES, CLASSES, ROWS] = [3, 40, 20_000];

/** A column of the table, or one that only the descriptor knows. */
function columnsOf(dataset, { resource }) {
  const table = tableIn(dataset, resource);
  const fields = resource.schema?.fields ?? [];
  const hasHeader = resource.dialect?.header !== false;
  const labels = table?.count && hasHeader ? table.row(0).map((label) => label.trim()) : fields.map(({ name }) => name);
  return { table, labels, first: hasHeader ? 1 : 0 };
}

/** The role by the name alone. */
const named = (name) => (name === "col" ? "column" : ROLES.includes(name) && !SHARED.includes(name) ? name : undefined);

/** The role that a column has: without a field that of its name, which another field may have. Classes need a field. */
export function roleOf(name, field, fields = []) {
  const role = named(name);
  if (field) return field.role ?? role ?? (NUMERIC.includes(field.type) ? "value" : "none");
  return !role || role === "tier" || fields.some((other) => roleOf(other.name, other) === role) ? "none" : role;
}

/** What a column belongs to by its name alone: a qualifier, or a text in another language. */
export function companion(name, labels) {
  const [of, tag] = name.endsWith(".qualifier") ? [name.slice(0, -10)] : name.split("@");
  if (!labels.includes(of) || of === name) return null;
  return wordFor(tag ? "column.translation" : "column.qualifier").replace("{name}", of).replace("{tag}", tag);
}

/** @returns the part of the form about columns */
export function columns(entries, dataset, main, anew) {
  const { table, labels, first } = columnsOf(dataset, main);
  const schema = (main.resource.schema ??= { fieldsMatch: "subset" });
  const fields = (schema.fields ??= []);
  const column = (name, at) => {
    const index = fields.findIndex((field) => field.name === name);
    const path = ["resources", main.index, "schema", "fields", index];
    const of = labels.indexOf(name) < at ? wordFor("column.twice") : companion(name, labels);
    const role = of ? "none" : roleOf(name, fields[index], fields);
    const samples = table ? sampled(table, at, first) : [];
    const change = (wanted) => {
      setRole({ fields, labels, table, first }, name, wanted);
      anew();
    };
    const roles = ROLES.map((word) => [word, wordFor(`role.${word}`)]);
    const choice = entries.choice([...path.slice(0, -1), `role:${name}`], wordFor("role"), roles, { value: role, chosen: change });
    return make("fieldset", { class: `group is-${role}`, "data-area": index < 0 || of ? null : pointerTo(path) },
      make("legend", {}, make("span", { class: "label", translate: "no" }, name || wordFor("column.nameless"))),
      samples.length ? make("p", { class: "samples" }, samples.join(wordFor("comma"))) : null,
      of ? make("p", { class: "how" }, of) : choice,
      ...(role === "value" && index >= 0 ? measure(entries, path, { fields, samples }, anew) : []),
      make("p", { class: "told" }),
    );
  };
  return part("columns", make("p", { class: "how" }, wordFor("columns.how")), ...labels.map(column));
}

function sampled(table, column, first) {
  const cells = [];
  for (let row = first; row < table.count && cells.length < SAMPLES; row++) {
    const cell = table.row(row)[column];
    if (cell) cells.push(cell.length > 24 ? `${cell.slice(0, 24)}…` : cell);
  }
  return cells;
}

/** What is asked about numbers. */
function measure(entries, path, { fields, samples }, anew) {
  const { descriptor } = entries;
  const field = valueAt(descriptor, path);
  const others = fields.filter((other) => other !== field && roleOf(other.name, other) === "value").map(({ name }) => name);
  const weight = field.aggregate?.mean;
  const aggregates = [
    ...["median", "sum", "none"].map((word) => [word, wordFor(`aggregate.${word}`)]),
    ...[...new Set([...others, ...(weight ? [weight] : [])])].map((name) => [`mean ${name}`, wordFor("aggregate.mean").replace("{name}", name)]),
  ];
  const setAggregate = (value) => setAt(descriptor, [...path, "aggregate"], value.startsWith("mean ") ? { mean: value.slice(5) } : value);
  const setKind = (kind) => {
    field.type = kind;
    // Years have no unit.
    if (kind === "year" && field.unit === "") delete field.unit;
    anew();
  };
  const kinds = NUMERIC.map((kind) => [kind, wordFor(`kind.${kind}`)]);
  const words = (key, values) => values.map((value) => [value, wordFor(`${key}.${value || "none"}`)]);
  return [
    ...entries.texts([...path, "title"], wordFor("value.title"), { maxlength: 200 }),
    entries.choice([...path, "type"], wordFor("kind"), kinds, { chosen: setKind }),
    unit(entries, path, samples, anew),
    ...entries.texts([...path, "period"], wordFor("value.period"), { hint: wordFor("value.period.how"), maxlength: 200 }),
    entries.choice([...path, "aggregate"], wordFor("aggregate"), aggregates, {
      value: weight ? `mean ${weight}` : field.aggregate ?? "median", hint: wordFor("aggregate.how"), chosen: setAggregate,
    }),
    make("details", { class: "more" }, make("summary", {}, wordFor("value.more")),
      entries.text([...path, "decimals"], wordFor("value.decimals"), { type: "number", min: 0, max: 9, hint: wordFor("value.decimals.how") }),
      entries.choice([...path, "scale"], wordFor("scale"), words("scale", ["", "log"]), { value: field.scale === "log" ? "log" : "" }),
      entries.choice([...path, "direction"], wordFor("direction"), words("direction", ["", "up", "down"]), { value: field.direction === "none" ? "" : field.direction ?? "" }),
    ),
  ];
}

/** The unit: a known one, one that the dataset declares, or a new one, which is asked for on the spot. */
function unit(entries, path, samples, anew) {
  const { descriptor } = entries;
  const at = [...path, "unit"];
  const value = valueAt(descriptor, at);
  const declared = (descriptor.units ?? []).filter(({ name }) => name);
  const options = [
    ...(value === "" ? [["", wordFor("unit.choose")]] : []),
    ["-", wordFor("unit.none")],
    ...KNOWN.map((name) => [name, wordFor(`unit.${name}`)]),
    ...declared.map((one) => [one.name, one.many || one.symbol || one.name]),
    ["+", wordFor("unit.new")],
  ];
  if (value && !options.some(([name]) => name === value)) options.push([value, value]);
  const chosen = (name) => {
    if (name === "+") {
      wanted.hidden = false;
      wanted.querySelector("input").focus();
      return;
    }
    setAt(descriptor, at, name === "-" ? undefined : name);
    // The signs are not in the way then.
    if (name === "percent" && samples.some((cell) => SHARE.test(cell))) setAt(descriptor, [...path, "bareNumber"], false);
    anew();
  };
  const choice = entries.choice(at, wordFor("unit"), options, { value: value === undefined ? "-" : value, chosen });
  const input = make("input", { type: "text", id: `new:${pointerTo(at)}`, maxlength: 200, "aria-label": wordFor("unit.new.words"), placeholder: wordFor("unit.new.words") });
  const add = () => {
    const word = input.value.trim();
    if (!word) return;
    const same = declared.find((one) => one.many === word || one.name === word);
    const name = same?.name ?? freeName(word, declared);
    if (!same) descriptor.units = [...(descriptor.units ?? []), { name, many: word }];
    setAt(descriptor, at, name);
    anew();
    document.getElementById(`at:${pointerTo(at)}`)?.focus();
  };
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    add();
  });
  const wanted = make("div", { class: "new", hidden: true }, input, button(wordFor("unit.add"), add));
  return make("div", {}, choice, wanted);
}

/** The word itself is the name of the unit, unless a known one has it. */
function freeName(word, declared) {
  let name = word;
  for (let number = 2; KNOWN.includes(name) || declared.some((one) => one.name === name); number++) name = `${word}-${number}`;
  return name;
}

/** What columns were before, so that a choice that is taken back loses nothing. */
const earlier = new WeakMap();

/**
 * Gives a column a role, and takes it from the one that had it. That one has it again when the column goes on to another role: by
 * keyboard, each role on the way to the one that is wanted is chosen for a moment.
 */
function setRole(all, name, role) {
  const { fields, labels } = all;
  const { kept, lenders } = earlier.get(fields) ?? { kept: new Map(), lenders: new Map() };
  earlier.set(fields, { kept, lenders });
  const place = (column) => fields.findIndex((field) => field.name === column);
  const put = (column, field) => {
    const order = labels.indexOf(column);
    const next = fields.findIndex((other) => labels.indexOf(other.name) > order);
    fields.splice(next < 0 ? fields.length : next, 0, field);
  };
  const drop = (column) => {
    const index = place(column);
    if (index < 0) return;
    kept.set(`${column} ${roleOf(column, fields[index])}`, fields[index]);
    fields.splice(index, 1);
  };
  drop(name);
  const give = (column, wanted) => {
    const field = kept.get(`${column} ${wanted}`) ?? begun(all, column, wanted);
    if (field) put(column, field);
  };
  const having = (wanted) => fields.filter((field) => roleOf(field.name, field) === wanted);
  for (const field of lenders.get(name) ?? []) {
    const isFree = roleOf(field.name, fields[place(field.name)], fields) === "none";
    if (!isFree || having(roleOf(field.name, field)).length) continue;
    drop(field.name);
    put(field.name, field);
  }
  const taken = SHARED.includes(role) ? [] : having(role);
  for (const field of taken) {
    drop(field.name);
    give(field.name, "none");
  }
  lenders.set(name, taken);
  give(name, role);
}

/** A field to begin with. A column that is not used has none, unless its name is a role, or the fields stand for the header. */
function begun({ table, labels, first }, name, role) {
  if (role === "none") return named(name) || !first ? { name, type: "string", role } : undefined;
  const words = table ? distinct(table, labels.indexOf(name), first) : [];
  if (role === "value") {
    const isShare = words.some((word) => SHARE.test(word));
    const bare = isShare || words.some((word) => SIGNED.test(word)) ? { bareNumber: false } : {};
    return { name, type: "number", title: name, unit: isShare ? "percent" : "", ...bare, aggregate: "median" };
  }
  if (role === "row" || role === "column") return { name, type: "integer", role };
  if (role !== "tier") return { name, type: "string", role };
  return { name, type: "string", role, title: name, categoriesOrdered: false, categories: words.map((value) => ({ value, label: value })) };
}

/** The different words of a column, in the order in which they appear. */
export function distinct(table, column, first = 1) {
  const words = new Set();
  for (let row = first; row < Math.min(table.count, ROWS) && words.size < CLASSES; row++) {
    const cell = table.row(row)[column]?.trim();
    if (cell) words.add(cell);
  }
  return [...words];
}
