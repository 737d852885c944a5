// The page of charts: code and links of each say what the chart shows.

import { tag } from "./charts.js";
import { WORDS } from "./charts-words.js";
import { onLanguage, startPage } from "./page.js";

const SCRIPT = '<script type="module" src="/county-chains/county-chains.js"></script>';
const sections = [...document.querySelectorAll("[data-chart]")];

/** Writes code and links as the widget of `section` is set. */
function follow(section) {
  const widget = section.querySelector("county-chains");
  section.querySelector(".code").textContent = `${SCRIPT}\n${tag(widget)}`;
  // One query serves both: the builder takes the same names as the page of a single chart.
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
  // Once the element is done: while it tells of a change it may still be writing its attributes.
  widget.addEventListener("county-chains-change", () => queueMicrotask(() => follow(section)));
}
