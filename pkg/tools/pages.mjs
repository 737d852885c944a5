// Writes the bar and the footer that the pages of the gallery share, from www/gallery/shell.html, into each page, and a
// section for each chart, from www/gallery/chart.html, into the page of charts, and one for each dataset, from
// www/gallery/dataset.html, into the page of datasets, and the styles in www/gallery/looks/ into the first page:
// `node pkg/tools/pages.mjs`, after a build. The pages stay complete files, which need neither a build nor a script to be
// read.

import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { CHARTS, CHART_NAMES } from "../../www/chart-table.js";
import { WORDS as CHART_WORDS } from "../../www/gallery/charts-words.js";
import { WORDS } from "../../www/gallery/words.js";
import { datasetSections } from "./datasets/sections.mjs";

const www = new URL("../../www/", import.meta.url);
const read = (name) => readFileSync(new URL(name, www), "utf8");

/** Pages in which a script writes the words of the chosen language, and the links that lead to them. */
const PAGES = {
  "index.html": "./", "story.html": "story.html", "charts.html": "charts.html", "datasets.html": "datasets.html",
  "builder.html": "builder.html", "data.html": "data.html",
};
/** The guide, which has a page for each language. */
const GUIDES = { "zh-Hans": "guide.html", "zh-Hant": "guide.zh-Hant.html", en: "guide.en.html" };

const BAR = /<div class="bar">[^]*?<\/(div|nav)>\n<\/div>\n/;
const FOOTER = /<footer class="wide">[^]*?<\/footer>\n/;
const SECTIONS = /<section class="chart[^]*<\/section>\n/;
const CONTENTS = /(?<=<nav class="contents".*>\n<ul>\n)(<li>.*\n)+/;

/** The names of all pages and their text with the shared parts of today. */
export function freshPages() {
  const shell = read("gallery/shell.html");
  const [[bar], [footer]] = [BAR.exec(shell), FOOTER.exec(shell)];
  const pages = Object.entries(PAGES).map(([name, link]) => [name, read(name).replace(BAR, marked(bar, link)).replace(FOOTER, footer)]);
  const guides = Object.entries(GUIDES).map(([lang, name]) => [name, read(name).replace(BAR, guideBar(bar, lang))]);
  const parts = { "charts.html": withCharts, "datasets.html": withDatasets, "index.html": withStyles };
  return [...pages.map(([name, text]) => [name, name in parts ? parts[name](text) : text]), ...guides];
}

/** The first page with the styles to copy, as the style sheets have them that it links. */
function withStyles(page) {
  return page.replace(/(?<=data-file="(.*)">)[^<]*(?=<\/pre>)/g, (_, file) => read(`gallery/${file}`).trimEnd().replaceAll("&", "&amp;"));
}

/** The page of datasets with an entry and a section for each. */
function withDatasets(page) {
  const sections = datasetSections(read("gallery/dataset.html"), read("gallery/dataset-chart.html"));
  const entry = (section) => {
    const [, id, title] = /<section [^>]*id="([^"]+)"[^]*?<h2 [^>]*>(.*)<\/h2>/.exec(section);
    return `<li><a href="#${id}">${title}</a></li>\n`;
  };
  return page.replace(CONTENTS, () => sections.map(entry).join("")).replace(SECTIONS, () => sections.join("\n"));
}

/** The page of charts with an entry and a section for each chart. */
function withCharts(page) {
  const section = read("gallery/chart.html");
  const entry = '<li><a href="#{chart}" data-t="chart.{chart}">{name}</a></li>\n';
  const all = (template) => CHARTS.map((chart) => filled(template, chart));
  return page.replace(CONTENTS, () => all(entry).join("")).replace(SECTIONS, () => all(section).join("\n"));
}

/** The template with the words of a chart in the place of their names. */
function filled(template, chart) {
  const name = CHART_NAMES["zh-Hans"][chart];
  const when = CHART_WORDS["zh-Hans"][`when.${chart}`];
  return template
    .replace(/\{(chart|name|when)\}/g, (_, key) => ({ chart, name, when })[key])
    .replace(/\{shows\.([^}]+)\}/g, (_, lang) => CHART_WORDS[lang][`shows.${chart}`]);
}

/** The bar with the link to its own page marked. */
const marked = (bar, link) => bar.replace(`href="${link}" data-page`, '$& aria-current="page"');

/** The bar in one language, whose languages are links to the other guides. */
function guideBar(bar, lang) {
  const word = (key, simplified) => (lang === "zh-Hans" ? simplified : WORDS[lang][key]);
  const query = lang === "zh-Hans" ? "" : `?lang=${lang}`;
  const current = (other) => (other === lang ? ' aria-current="page"' : "");
  return bar
    .replace(/ data-t="([^"]+)">([^<]+)/g, (_, key, text) => `>${word(key, text)}`)
    .replace(/"([^"]+)" data-t-label="([^"]+)"/g, (_, text, key) => `"${word(key, text)}"`)
    .replace('href="guide.html" data-page', `href="${GUIDES[lang]}" aria-current="page"`)
    .replace(/href="([^"]+)" data-page/g, `href="$1${query}"`)
    .replace(/<div class="languages" role="group"([^]*?)<\/div>/, '<nav class="languages"$1</nav>')
    .replace(/<button .* data-lang="([^"]+)".*>(.+)<\/button>/g, (_, other, name) => `<a lang="${other}" href="${GUIDES[other]}"${current(other)}>${name}</a>`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const [name, text] of freshPages()) writeFileSync(new URL(name, www), text);
}
