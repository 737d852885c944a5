// The page of datasets: keeps the code of each dataset up to date with its first widget.

import { tag } from "./charts.js";
import { WORDS } from "./datasets-words.js";
import { onLanguage, startPage } from "./page.js";

const SCRIPT = '<script type="module" src="/county-chains/county-chains.js"></script>';

/** Writes the code for the state of the first widget in `section`. */
function follow(section, widget) {
  section.querySelector(".code").textContent = `${SCRIPT}\n${tag(widget)}`;
}

startPage(WORDS);
onLanguage((lang) => {
  for (const widget of document.querySelectorAll("county-chains")) widget.lang = lang;
});

await customElements.whenDefined("county-chains");
for (const section of document.querySelectorAll(".dataset")) {
  const widget = section.querySelector("county-chains");
  widget.ready.then(() => follow(section, widget));
  // In a microtask, because the element may still be writing its attributes when it fires a change.
  widget.addEventListener("county-chains-change", () => queueMicrotask(() => follow(section, widget)));
}
