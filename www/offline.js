// The page that works offline: switches the language, and opens the static charts if the widget cannot run. Without any
// script the page is in Chinese.

import { narrowPolicy } from "./narrow-policy.js";

narrowPolicy();

const widget = document.querySelector("county-chains");
const languages = document.getElementById("languages");
const [chinese, english] = document.querySelectorAll("main > details");
const texts = [...document.querySelectorAll("[data-en]")].map((node) => [node, { ...node.dataset, zhHans: node.textContent }]);
const key = { "zh-Hans": "zhHans", "zh-Hant": "zhHant", en: "en" };

/** Opens the static charts in the page's language, or closes all. */
function showStill(isStill) {
  const isEnglish = document.documentElement.lang === "en";
  chinese.open = isStill && !isEnglish;
  english.open = isStill && isEnglish;
}

let isStill = !("customElements" in window && typeof WebAssembly === "object");
showStill(isStill);
widget.addEventListener("county-chains-error", ({ detail }) => {
  if (detail.code.startsWith("wasm-")) showStill((isStill = true));
});

languages.hidden = false;
languages.addEventListener("click", ({ target }) => {
  const { lang } = target.dataset;
  if (!lang) return;
  document.documentElement.lang = widget.lang = lang;
  for (const [node, words] of texts) node.textContent = words[key[lang]];
  for (const button of languages.children) button.setAttribute("aria-pressed", String(button.dataset.lang === lang));
  if (isStill) showStill(true);
});
