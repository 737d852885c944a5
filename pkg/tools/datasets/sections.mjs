// The sections of the gallery’s page of datasets: what their descriptors say, and static versions that the command writes.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { escaped } from "../../../www/gallery/charts.js";
import { WORDS as DATASET_WORDS } from "../../../www/gallery/datasets-words.js";
import { WORDS } from "../../../www/gallery/words.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const command = resolve(root, process.env.CARGO_TARGET_DIR ?? "target", "debug/county-chains");
const folder = (name) => `gallery/datasets/${name}`;
const www = (path) => resolve(root, "www", path);

/** The charts of each dataset with the indicator that they show, if it is not the first. The first chart has its static version in full. */
const DATASETS = {
  "countries-by-income": { tiers: "life_expectancy", strip: "gdp_pcap", map: "", shares: "" },
  "uk-authorities": { tiers: "", strip: "", shares: "" },
  "fujian-2024": { tiers: "", map: "", shares: "", facts: "" },
};

const LANGUAGES = Object.keys(WORDS);

/** What stands between the parts of a sentence, and ends it. */
const MARKS = {
  "zh-Hans": { between: "：", stop: "。", space: "" },
  "zh-Hant": { between: "：", stop: "。", space: "" },
  en: { between: ", ", stop: ". ", space: " " },
};

/**
 * The section of each dataset.
 *
 * @param {string} template `www/gallery/dataset.html`
 * @param {string} more `www/gallery/dataset-chart.html`
 */
export function datasetSections(template, more) {
  return Object.entries(DATASETS).map(([name, charts]) => {
    const descriptor = JSON.parse(readFileSync(www(`${folder(name)}/datapackage.json`), "utf8"));
    const files = ["datapackage.json", ...descriptor.resources.map(({ path }) => path)];
    const all = (list, text) => list.map((entry) => item(inLanguages((lang) => text(entry, lang)), entry.path)).join("\n");
    const words = {
      name,
      src: `/${folder(name)}/datapackage.json`,
      about: DATASET_WORDS["zh-Hans"][`about.${name}`],
      title: inLanguages((lang) => said(descriptor, "title", lang, descriptor)),
      sources: all(descriptor.sources, (source, lang) => sourceOf(source, lang, descriptor)),
      licences: all(descriptor.licenses, (licence, lang) => said(licence, "title", lang, descriptor)),
      files: files.map((file, index) => fileItem(name, file, index)).join("\n"),
    };
    const [first, ...others] = Object.entries(charts).map(([chart, indicator], index) => {
      const chosen = indicator ? ` indicator="${indicator}"` : "";
      const twins = LANGUAGES.map((lang) => (index ? sentence : picture)({ name, chart, indicator, lang }));
      return { ...words, chart, chosen, twins: twins.join("\n") };
    });
    return filled(template, { ...first, charts: others.map((other) => filled(more, other)).join("") });
  });
}

/** The template with words in the place of their names. */
const filled = (template, words) => template.replace(/\{(\w+)\}/g, (_, key) => words[key]);

/** A text of a descriptor in a language: as it says, or in its first language. */
function said(object, key, lang, { languages: [first] }) {
  return escaped((lang === first ? undefined : object[`${key}@${lang}`]) ?? object[key] ?? "");
}

function sourceOf(source, lang, descriptor) {
  const parts = ["publisher", "title"].map((key) => said(source, key, lang, descriptor));
  return parts.filter(Boolean).join(MARKS[lang].between);
}

/** A text in all languages, of which the page shows one. */
const inLanguages = (text) => LANGUAGES.map((lang) => `<span class="in" lang="${lang}">${text(lang)}</span>`).join("");

const item = (text, path) => `<dd>${path ? `<a href="${escaped(path)}">${text}</a>` : text}</dd>`;

/** A file of a dataset: its address to look at and to copy. */
function fileItem(name, file, index) {
  const [id, address] = [`${name}-file-${index}`, `/${folder(name)}/${file}`];
  return `<dd><a id="${id}" href="${address.slice(1)}" translate="no">${address}</a> <button type="button" class="copy" data-copy="${id}" aria-describedby="${id}" data-t="copy">复制</button></dd>`;
}

/** The static version of a chart, as the command writes it. */
function twin({ name, chart, indicator, lang }) {
  const chosen = indicator ? ["--indicator", indicator] : [];
  const words = ["--data", www(folder(name)), "--chart", chart, ...chosen, "--lang", lang, "--format", "html", "--no-json-ld"];
  return execFileSync(command, ["render", ...words], { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
}

const picture = (what) => `<div class="in" lang="${what.lang}">${twin(what)}</div>`;

/** Heading, summary and source of a static version, for charts whose pictures would be most of the page. */
function sentence(what) {
  const text = twin(what);
  const { heading, summary } = /<h3>(?<heading>.*?)<\/h3> <p>(?<summary>.*?)<\/p>/s.exec(text).groups;
  const source = [...text.matchAll(/<p>(.*?)<\/p>/gs)].at(-1)[1];
  const { stop, space } = MARKS[what.lang];
  return `<p class="in" lang="${what.lang}">${heading}${stop}${summary}${space}${source}</p>`;
}
