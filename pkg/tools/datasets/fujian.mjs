// Restates data/ in the form of datasets of one's own: the descriptor and its three tables.

import { records, written } from "./csv.mjs";

/** The suffixes of columns in data/, with the tags that they become. The first language needs no tag. */
const LANGUAGES = { zh_hans: "", zh_hant: "@zh-Hant", en: "@en" };
/** Units that every dataset has. */
const RESERVED = ["percent", "yuan-100m", "rank"];

/** What data/ has no words for. */
const WORDS = {
  tier: ["类别", "類別", "Tier"],
  group: ["设区市", "設區市", "City"],
  topic: ["主题", "主題", "Topic"],
  notGiven: ["报道未给出", "報道未給出", "not in the article"],
  quotations: ["简短引文，注明出处", "簡短引文，註明出處", "Short attributed quotations"],
};
/** How an article about a document is named, in each language. */
const ARTICLE = [
  ({ publisher, title, basis }) => `关于${publisher}《${title}》的一篇报道（${basis}）`,
  ({ publisher, title, basis }) => `關於${publisher}《${title}》的一篇報道（${basis}）`,
  ({ publisher, title, basis }) => `News article (${basis}) on the ${title} by the ${publisher}`,
];

/** Columns of the table of facts, in the order of the documentation. */
const FACTS = ["id", "topic", "tier", "entities", "indicator", "value", "unit", "period", "qualifier", "tags", "place", "subject", "statement", "note", "quote"];
const TRANSLATED = ["subject", "statement", "note"];

/** The files of the dataset by name. `read` gives the text of a file of the repository. */
export function fujian(read) {
  const names = ["sources", "units", "categories", "tiers", "indicators", "stories", "notes", "prefectures", "counties", "facts"];
  const data = Object.fromEntries(names.map((name) => [name, records(read(`data/${name}.csv`))]));
  const factsById = new Map(data.facts.map((fact) => [fact.id, fact]));
  const printed = data.indicators.filter(({ id }) => id in data.tiers[0]);
  return {
    "datapackage.json": `${JSON.stringify(descriptor(data, printed), null, 2)}\n`,
    "entities.csv": entities(data),
    "tiers.csv": tiers(data, printed, factsById),
    "facts.csv": facts(data, printed),
  };
}

/** A text in all languages under the names that it has here: `title`, `title@en`. A text that is empty is left out. */
function texts(name, list) {
  const tags = Object.values(LANGUAGES);
  return Object.fromEntries(list.map((text, index) => [`${name}${tags[index]}`, text]).filter(([, text]) => text));
}

/** The same from the columns of a record: `title_zh_hans`. */
const from = (name, record, column = name) => texts(name, Object.keys(LANGUAGES).map((language) => record[`${column}_${language}`]));

function descriptor(data, printed) {
  const [article, names] = data.sources;
  const topics = data.categories.filter(({ list }) => list === "topic").map(({ key, ...words }) => ({ value: key, ...from("label", words, "name") }));
  const counted = data.indicators.find(({ counts_counties: counts }) => counts === "yes");
  return {
    $schema: "../../../../schema/dataset.schema.json",
    name: "fujian-2024",
    version: article.year,
    languages: ["zh-Hans", "zh-Hant", "en"],
    ...from("title", article, "name"),
    ...from("edition", article),
    entity: {
      ...texts("many", [counted.phrase_zh_hans, counted.phrase_zh_hant, counted.phrase_en].map((phrase) => phrase.replace("{n}", "").trim())),
      "one@en": counted.noun_en_one,
    },
    sources: [
      { ...texts("title", inLanguages(article, (words, index) => ARTICLE[index](words))), version: article.year },
      { ...texts("title", inLanguages(names, titleAndBasis)), ...from("publisher", names), version: names.year },
    ],
    licenses: [{ name: "other", ...texts("title", WORDS.quotations) }],
    ...notes(data),
    units: data.units.filter(({ key }) => !RESERVED.includes(key)).map(unit),
    derived: data.indicators.filter((indicator) => !printed.includes(indicator)).map(indicatorField),
    stories: data.stories.filter(({ chart, indicator }) => chart === "tiers" && indicator).map(story).filter(Boolean),
    resources: [
      table("entities", "code", [
        { name: "code", type: "string" },
        { name: "name", type: "string" },
        { name: "tier", type: "string", ...texts("title", WORDS.tier), categoriesOrdered: false, categories: data.tiers.map(category) },
        { name: "group", type: "string", ...texts("title", WORDS.group) },
        { name: "row", type: "integer" },
        { name: "column", type: "integer" },
      ]),
      table("tiers", "tier", [{ name: "tier", type: "string" }, ...printed.map(indicatorField)], {
        missingValues: [{ value: "", ...texts("label", WORDS.notGiven) }],
      }),
      table("facts", "id", FACTS.map((name) => (name === "topic" ? { name, type: "string", ...texts("title", WORDS.topic), categories: topics } : { name, type: "string" }))),
    ],
  };
}

/** The words of a source in each language, put together. */
function inLanguages(source, join) {
  return Object.keys(LANGUAGES).map((language, index) =>
    join(Object.fromEntries(["publisher", "title", "basis"].map((name) => [name, source[`${name}_${language}`]])), index));
}

const titleAndBasis = ({ title, basis }, index) => (index < 2 ? `${title}（${basis}）` : `${title} (${basis})`);

/** The notes that hold for every chart, with the total that one of them names. */
function notes(data) {
  const total = data.facts.find(({ id }) => id === "total.counties").value;
  const chosen = ["excluded", "no-ranking"].map((id) => data.notes.find((note) => note.id === id));
  const lists = Object.entries(LANGUAGES).map(([language, tag]) => [`notes${tag}`, chosen.map((note) => note[`text_${language}`].replace("{total.counties}", total))]);
  return Object.fromEntries(lists);
}

function unit({ key, zh_hans, zh_hant, en_one, en_many }) {
  return { name: key, ...texts("many", [zh_hans, zh_hant, en_many]), "one@en": en_one };
}

function category(tier) {
  return { value: tier.tier, ...from("label", tier, "name"), ...from("short", tier) };
}

function indicatorField(indicator) {
  const { id, unit, formula, sum } = indicator;
  return {
    name: id,
    type: "number",
    ...from("title", indicator),
    ...from("short", indicator, "name"),
    unit,
    ...from("period", indicator),
    aggregate: sum === "yes" ? "sum" : "none",
    ...(formula && { formula }),
  };
}

/** A story, if all its places for figures are places that every dataset has. */
function story({ indicator, ...record }) {
  const restated = (text) => text.replace(new RegExp(`\\{${indicator}:(\\d+)\\}`, "g"), "{v:$1}").replaceAll(`{${indicator}:sum}`, "{sum}")
    // The unit comes with the figure: here a measure word in Chinese, nothing in English.
    .replace(new RegExp(`\\{total\\.${indicator}\\}(\\p{Script=Han}|(?=[.,;]))`, "u"), "{total}");
  const told = { ...from("heading", record), ...from("summary", record) };
  const all = Object.entries(told).map(([name, text]) => [name, restated(text)]);
  const foreign = all.some(([, text]) => /\{(?!(v:\d+|sum|total)\})/.test(text));
  return foreign ? undefined : { chart: record.chart, indicator, ...Object.fromEntries(all) };
}

function table(name, key, fields, more = {}) {
  return { name, type: "table", path: `${name}.csv`, schema: { fieldsMatch: "subset", primaryKey: [key], ...more, fields } };
}

/** The columns of a text that is there in all languages. */
const columns = (name) => Object.values(LANGUAGES).map((tag) => `${name}${tag}`);

function entities({ counties, prefectures }) {
  const groups = new Map(prefectures.map((prefecture) => [prefecture.code, from("group", prefecture, "name")]));
  const list = counties.map((county) => ({ ...county, ...from("name", county), ...groups.get(county.prefecture) }));
  return written(["code", ...columns("name"), "tier", ...columns("group"), "row", "column", "kind", "tier_basis", "roles"], list);
}

/** The printed figures of the tiers. A column for the qualifiers stands behind an indicator that needs one. */
function tiers(data, printed, factsById) {
  const list = data.tiers.map((tier) => {
    const record = { tier: tier.tier };
    for (const { id } of printed) {
      const fact = factsById.get(tier[id]);
      Object.assign(record, fact && { [id]: fact.value, [`${id}.qualifier`]: fact.qualifier });
    }
    return record;
  });
  const isQualified = (name) => list.some((record) => !["exact", undefined].includes(record[name]));
  return written(["tier", ...printed.flatMap(({ id }) => [id, `${id}.qualifier`].filter((name) => name === id || isQualified(name)))], list);
}

function facts(data, printed) {
  const indicators = new Map();
  for (const tier of data.tiers) for (const { id } of printed) indicators.set(tier[id], id);
  for (const { id, total } of data.indicators.filter(({ total }) => total)) indicators.set(total, id);
  const list = data.facts.map((fact) => ({
    ...fact,
    topic: fact.theme,
    entities: fact.counties,
    indicator: indicators.get(fact.id),
    place: fact.paragraph,
    ...Object.assign({}, ...TRANSLATED.map((name) => from(name, fact))),
  }));
  return written(FACTS.flatMap((name) => (TRANSLATED.includes(name) ? columns(name) : [name])), list);
}
