// The embed builder: a form, the widget that it sets, and the code. A change of the form updates the widget, and a change of
// the widget updates the form, the code and the address.

import { DEFAULTS } from "../settings.js";
import { read, write } from "./address.js";
import { CHARTS, UNFILTERED, escaped, offer } from "./charts.js";
import { choose, loadCounties, showCounties } from "./counties.js";
import { LANGUAGES, onLanguage, startPage, wordFor } from "./page.js";
import { WORDS } from "./builder-words.js";

const id = (name) => document.getElementById(name);
const widget = id("preview");
const form = id("controls");
const widths = id("widths");
const kinds = id("kinds");
const sheet = document.querySelector(".sheet");

/** The fields of the form that are lists of checkboxes. */
const BOXES = ["tiers", "charts", "controls"];

const boxes = (name) => [...form.querySelectorAll(`[name="${name}"]`)];
const offered = (name) => boxes(name).map(({ value }) => value);
const ticked = (name) => boxes(name).filter(({ checked }) => checked).map(({ value }) => value);

/* From the form to the element */

function listen() {
  for (const node of [form, widths, kinds]) node.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", ({ target: { name, value } }) => {
    if (BOXES.includes(name)) widget[name] = ticked(name).length === boxes(name).length ? null : ticked(name);
    else widget[name] = value || null;
    // The picker must offer the chosen chart.
    const offered = [value, ...ticked("charts")];
    if (name === "chart" && !ticked("charts").includes(value)) widget.charts = CHARTS.filter((chart) => offered.includes(chart));
    if (name === "lang") languageChosen = true;
  });
  widths.addEventListener("input", ({ target }) => setWidth(target.value));
  kinds.addEventListener("input", tell);
  id("reset").addEventListener("click", reset);
  id("save").addEventListener("click", save);
  id("copy-link").addEventListener("click", copyLink);
  // In a microtask, because the element may still be writing its attributes when it fires a change.
  for (const name of ["change", "select"]) widget.addEventListener(`county-chains-${name}`, () => queueMicrotask(follow));
}

let languageChosen = false;

function reset() {
  const nothing = Object.fromEntries(Object.keys(widget.state).map((name) => [name, null]));
  widget.state = { ...nothing, chart: DEFAULTS.chart, lang: document.documentElement.lang };
  languageChosen = false;
}

/* From the element to the form, the code and the address */

function follow() {
  const { state } = widget;
  for (const name of ["chart", "view", "lang", "theme"]) form.elements[name].value = state[name];
  form.elements.indicator.value = state.indicator;
  choose(form.elements.county, state.county || "");
  for (const name of BOXES) for (const box of boxes(name)) box.checked = state[name].map(String).includes(box.value);
  for (const name of ["heading", "group"]) {
    // Do not interrupt somebody who is typing.
    if (form.elements[name] !== document.activeElement) form.elements[name].value = state[name] || "";
  }
  form.elements.indicator.disabled = state.chart !== "tiers";
  for (const box of boxes("tiers")) box.disabled = UNFILTERED.includes(state.chart);
  // The chart that is shown must stay in the list.
  for (const box of boxes("charts")) box.disabled = box.value === state.chart;
  sheet.dataset.theme = state.theme;
  tell();
}

let turn = 0;
let writing = 0;

/** Writes the code and, a little later, the address, because browsers refuse too many changes of it in a row. */
async function tell() {
  const kind = kinds.elements.kind.value;
  id("kind-how").textContent = wordFor(`kind.${kind}.how`);
  clearTimeout(writing);
  writing = setTimeout(writeAddress, 150);
  const mine = ++turn;
  // The code of some charts needs files that may not be there yet.
  await widget.complete();
  if (mine === turn) id("code").textContent = widget.embedCode({ kind });
}

function writeAddress() {
  const { state } = widget;
  const { lang } = document.documentElement;
  const own = {
    width: widthChosen ? widths.elements.width.value : null,
    kind: kinds.elements.kind.value === "element" ? null : kinds.elements.kind.value,
    page: lang === state.lang ? null : lang,
  };
  const plain = { ...state, lang: state.lang === "zh-Hans" && !own.page ? null : state.lang };
  history.replaceState(history.state, "", location.pathname + write(plain, own, { charts: CHARTS, controls: offered("controls") }));
}

/* The width of the preview */

let widthChosen = false;

function setWidth(width) {
  widthChosen = true;
  widths.elements.width.value = width;
  sheet.style.width = `${width}px`;
  tell();
}

/** Until the reader chooses a width: the greatest one that fits. */
function fitWidth() {
  if (widthChosen) return;
  const room = sheet.parentElement.clientWidth;
  const fitting = [...widths.elements.width].map(({ value }) => value).filter((value) => Number(value) <= room);
  widths.elements.width.value = fitting.at(-1) || "280";
  sheet.style.width = fitting.length ? `${fitting.at(-1)}px` : "100%";
}

/* Saving and copying */

/** Saves the static version as a complete page, since a figure alone does not declare its encoding. */
async function save() {
  await widget.complete();
  const { chart, lang } = widget.state;
  const figure = widget.embedCode({ kind: "static" });
  const [, heading = ""] = figure.match(/<h3>(.*?)<\/h3>/) || [];
  const head = `<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<title>${heading}</title>`;
  const address = escaped(widget.link);
  const body = `${figure}\n<p><a href="${address}">${address}</a></p>`;
  const page = `<!DOCTYPE html>\n<html lang="${lang}">\n<head>\n${head}\n</head>\n<body>\n${body}\n</body>\n</html>\n`;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([page], { type: "text/html" }));
  link.download = `county-chains-${chart}-${lang}.html`;
  link.click();
  // The download reads the address later, in another task.
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  id("done").textContent = wordFor("saved") + link.download;
}

async function copyLink() {
  clearTimeout(writing);
  writeAddress();
  try {
    await navigator.clipboard.writeText(location.href);
    id("done").textContent = wordFor("link.copied");
  } catch {
    id("done").textContent = wordFor("link.selected");
  }
}

/* What went wrong */

const notices = new Map();

/** Shows a notice with a detail; `null` as the detail removes it. */
function notice(key, detail = "") {
  if (detail === null) notices.delete(key);
  else notices.set(key, detail);
  work(!notices.has("no-widget"));
  tellNotices();
}

function tellNotices() {
  id("notice").textContent = [...notices].map(([name, more]) => wordFor(name) + more).join("\n");
}

/** Enables the form and the buttons. Without the widget they could do nothing. */
function work(can) {
  form.inert = !can;
  for (const button of document.querySelectorAll("#reset, #save, #copy-link, .copy")) button.disabled = !can;
}

/* Start: the address sets the element before its first drawing */

offer(form.querySelector('[data-charts="chart"]'), { type: "radio", name: "chart" });
offer(form.querySelector('[data-charts="charts"]'), { type: "checkbox", name: "charts" });
await customElements.whenDefined("county-chains");
const { state, own, ignored } = read(location.search, Object.keys(widget.state));
widget.addEventListener("county-chains-error", ({ detail: { code, message } }) => {
  if (code === "bad-attribute") ignored.push(message.split("=")[0]);
  if (ignored.length) notice("ignored", ignored.join(", "));
  if (code.startsWith("wasm-")) notice("no-widget");
});
const first = [own.page, state.lang].find((lang) => LANGUAGES.includes(lang)) || "zh-Hans";
// One by one, so that an invalid value does not affect the others.
for (const [name, value] of Object.entries({ lang: first, ...state })) widget.state = { [name]: value };
if ([...kinds.elements.kind].some(({ value }) => value === own.kind)) kinds.elements.kind.value = own.kind;
startPage(WORDS, {
  first,
  chosen: (lang) => {
    if (!languageChosen) widget.lang = lang;
    tell();
  },
});
languageChosen = Boolean(own.page);
if ([...widths.elements.width].some(({ value }) => value === own.width)) setWidth(own.width);
if (ignored.length) notice("ignored", ignored.join(", "));
onLanguage(tellNotices);
new ResizeObserver(fitWidth).observe(sheet.parentElement);

await widget.ready;
notice("no-widget", null);
listen();
follow();

try {
  const counties = await loadCounties();
  onLanguage((lang) => showCounties(form.elements.county, counties, lang));
} catch {
  notice("no-counties");
}
