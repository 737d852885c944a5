// The sentence that a widget shows when it cannot be drawn and its tag is empty.

import { closestLanguage } from "./closest-language.js";

const WORDS = {
  __proto__: null,
  "zh-Hans": "图表未能显示。",
  "zh-Hant": "圖表未能顯示。",
  en: "The chart could not be shown.",
};

/**
 * Writes the sentence into `place`. It creates no element, since the page may have broken that.
 *
 * @param {HTMLElement} place
 * @param {string} tag the language of the page
 */
export function showFallbackMessage(place, tag) {
  place.className = "absent";
  place.lang = closestLanguage(tag);
  place.textContent = WORDS[place.lang];
}
