// The first page: sentences of its article that control a chart, and the playground.

import { UNFILTERED, offer, tag } from "./charts.js";
import { WORDS } from "./index-words.js";
import { onLanguage, startPage } from "./page.js";

/* Sentences of the article that control a chart */

for (const button of document.querySelectorAll(".act")) {
  button.addEventListener("click", () => {
    const widget = document.getElementById(button.dataset.for);
    for (const pair of button.dataset.set.split(" ")) {
      const [name, value] = pair.split("=");
      widget.setAttribute(name, value);
    }
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    widget.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
  });
}

/* The playground: form and element follow each other */

const form = document.getElementById("controls");
const sample = document.getElementById("sample");
const sheet = document.querySelector(".sheet");
const snippet = document.getElementById("snippet");
const pixels = document.getElementById("pixels");
const tierBoxes = [...form.elements.tiers];

/** From the element to the form and the code. */
function follow() {
  const { chart, tiers } = sample.state;
  form.elements.chart.value = chart;
  for (const box of tierBoxes) {
    box.checked = tiers.includes(Number(box.value));
    box.disabled = UNFILTERED.includes(chart);
  }
  snippet.textContent = tag(sample);
}

let widthChosen = false;

function setWidth() {
  if (widthChosen) sheet.style.width = `${form.elements.width.value}px`;
  const width = Math.round(sheet.getBoundingClientRect().width);
  if (!widthChosen) form.elements.width.value = String(width);
  pixels.textContent = `${width} px`;
  form.elements.width.setAttribute("aria-valuetext", `${width} px`);
}

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", ({ target }) => {
  if (target.name === "chart") sample.chart = target.value;
  if (target.name === "tiers") sample.tiers = tierBoxes.filter(({ checked }) => checked).map(({ value }) => value);
  if (target.name !== "width") return;
  widthChosen = true;
  setWidth();
});
new ResizeObserver(setWidth).observe(sheet);

offer(form.querySelector("[data-charts]"), { type: "radio", name: "chart" });
customElements.whenDefined("county-chains").then(() => sample.ready).then(follow);

/* Events of the playground, newest first */

const MOST = 8;
const events = document.getElementById("events");
let before = {};

/** The detail of an event, without the parts of a state that have not changed. */
function gist({ type, detail }) {
  if (type === "county-chains-change") {
    const news = Object.entries(detail.state).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key]));
    before = detail.state;
    return news.length === 0 ? "" : JSON.stringify(Object.fromEntries(news));
  }
  return JSON.stringify(detail);
}

for (const name of ["ready", "change", "select", "error"]) {
  sample.addEventListener(`county-chains-${name}`, (event) => {
    if (name === "ready") before = sample.state;
    const line = document.createElement("li");
    const type = document.createElement("b");
    const said = document.createElement("span");
    type.textContent = event.type;
    said.textContent = gist(event);
    line.append(type, said);
    events.prepend(line);
    while (events.childElementCount > MOST) events.lastElementChild.remove();
    document.getElementById("no-events").hidden = true;
    // In a microtask, because the element may still be writing its attributes when it fires a change.
    if (name === "change") queueMicrotask(follow);
  });
}

/* Start */

startPage(WORDS);
onLanguage((lang) => (sample.lang = lang));
setWidth();
