// The counties as peers get them: columns of numbers, and words in one language or in all.

import { readFileSync } from "node:fs";

const DATA = new URL("../../pkg/dist/data.json", import.meta.url);
const TITLES = { en: "Fujian’s counties by tier", "zh-Hans": "福建县域的分类", "zh-Hant": "福建縣域的分類" };
const NOT_GIVEN = { en: "Not in the article", "zh-Hans": "报道未给出", "zh-Hant": "報道未給出" };

/** The languages in the order in which a reader goes through them. */
export const LANGUAGES = Object.keys(TITLES);

const data = () => JSON.parse(readFileSync(DATA, "utf8"));

/** The words of the chart for each language. */
export function words() {
  const { counties, tiers } = data();
  return Object.fromEntries(LANGUAGES.map((language) => [language, {
    title: TITLES[language],
    names: counties.map(({ name }) => name[language]),
    tiers: [NOT_GIVEN[language], ...tiers.map(({ name }) => name[language])],
  }]));
}

/** The chart in English; tier 0 is one that the article does not give. */
export function chart() {
  const { counties } = data();
  return {
    columns: counties.map(({ column }) => column),
    rows: counties.map(({ row }) => row),
    tiers: counties.map(({ tier }) => tier ?? 0),
    words: words().en,
  };
}
