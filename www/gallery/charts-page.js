// The page of charts: keeps the code and the links of each chart up to date with its widget.

import { tag } from "./charts.js";
import { WORDS } from "./charts-words.js";
import { onLanguage, startPage } from "./page.js";

const SCRIPT = '<script type="module" src="/county-chains/county-chains.js"></script>';
const sections = [...document.querySelectorAll("[data-chart]")];

/** Writes code and links for the state of the widget in `section`. */
function follow(section) {
  const widget = section.querySelector("county-chains");
  section.querySelector(".code").textContent = `${SCRIPT}\n${tag(widget)}`;
  // The builder reads the same query as embed.html.
  section.querySelector(".link").href = widget.link;
  section.querySelector(".build").href = `builder.html${new URL(widget.link).search}`;
}

startPage(WORDS);
onLanguage((lang) => {
  for (const widget of document.querySelectorAll("county-chains")) widget.lang = lang;
});

await customElements.whenDefined("county-chains");
for (const section of sections) {
  const widget = section.querySelector("county-chains");
  widget.ready.then(() => follow(section));
  // In a microtask, because the element may still be writing its attributes when it fires a change.
  widget.addEventListener("county-chains-change", () => queueMicrotask(() => follow(section)));
}
