// What stands in the place of a widget that cannot be shown, where the page has put nothing into the tag.

import { closestLanguage } from "./closest-language.js";

const WORDS = {
  __proto__: null,
  "zh-Hans": "图表未能显示。",
  "zh-Hant": "圖表未能顯示。",
  en: "The chart could not be shown.",
};

/**
 * Says so in `place`, even where the page can make no element.
 *
 * @param {HTMLElement} place
 * @param {string} tag the language of the page
 */
export function showFallbackMessage(place, tag) {
  place.className = "absent";
  place.lang = closestLanguage(tag);
  place.textContent = WORDS[place.lang];
}
