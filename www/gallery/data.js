// The page for data of one's own: takes a table or a package, asks what only a person can know, shows what is wrong, and saves.
// The reader and the guesses are those of the widget and of the command, from draft.js. Nothing is sent anywhere or kept.

import { checkDataset, draftDataset } from "/county-chains/county-chains.draft.js";
import { companion, roleOf } from "./data-columns.js";
import { fromClipboard } from "./data-csv.js";
import { button, make } from "./data-dom.js";
import { dropped, ENCODINGS, marked, readAll, save, zipped } from "./data-files.js";
import { showForm } from "./data-form.js";
import { datasetOf, descriptorText, inOne, isRegular, mainResource, provisional, tableIn, tableOf } from "./data-package.js";
import { found, isInTable, markFields, showList } from "./data-problems.js";
import { carried } from "./data-recode.js";
import { cellOf, showTable } from "./data-table.js";
import { PROBLEMS } from "./data-problem-words.js";
import { WORDS } from "./data-words.js";
import { LANGUAGES, onLanguage, startPage, wordFor } from "./page.js";

const id = (name) => document.getElementById(name);
const preview = id("preview");

/** Milliseconds without another change after which the dataset is read again. */
const PAUSE = 300;

/** @type {import("./data-package.js").Dataset | undefined} */
let dataset;
/** Whether the form can show it. */
let isDescribed = false;
/** What the last reading has told. */
let report = { valid: false, count: 0, problems: [] };
/** The table that is shown, by its path. */
let shownPath = "";
/** The single table as it came, to read it in another encoding; and the cells that have been corrected since. */
let original;
let corrections = [];
let isSaved = true;
/** What is said above: keys of words, each with a detail. */
let notices = [];

/* What comes in */

async function bring(files, encoding) {
  const list = await readAll(files);
  const made = await attempt(() => datasetOf(list, draftDataset, encoding));
  if (!made) return;
  original = Object.keys(made.files ?? {}).length === 1 && list.length === 1 && !/\.json$/i.test(list[0].path) ? list : undefined;
  show(made);
}

async function paste() {
  const text = id("cells").value;
  const made = text.trim() ? await attempt(() => tableOf(marked(fromClipboard(text)), "table.csv", draftDataset)) : { refused: "no-rows" };
  if (!made) return;
  original = undefined;
  show(made);
}

/** What came of it, or nothing where the program cannot run. */
async function attempt(work) {
  try {
    return await work();
  } catch (error) {
    tell("no-program", ` ${error.message}`);
    return undefined;
  }
}

function show(made) {
  if (made.refused) {
    tell(`refused.${made.refused}`);
    return;
  }
  dataset = made;
  isSaved = true;
  corrections = [];
  shownPath = Object.keys(made.files)[0] ?? "";
  isDescribed = Boolean(made.descriptor) && isRegular(made.descriptor);
  const encodings = Object.entries(made.encodings).map(([path, encoding]) => `${path}: ${encoding}`);
  const lists = [["lacking", made.lacking], ["recoded", encodings], ["renamed", made.renamed]];
  tellAll(isDescribed ? lists.filter(([, list]) => list.length) : [["irregular"]]);
  id("encoding-field").hidden = !original;
  id("encoding").value = Object.values(made.encodings)[0] ?? "utf-8";
  id("work").hidden = false;
  id("form").hidden = !isDescribed;
  preview.hidden = true;
  showAll();
  read();
}

/** Says something above, in the language of the page. */
const tell = (key, ...more) => tellAll([[key, more]]);

/** Says several things, each with a list. @param {[string, string[]?][]} all */
function tellAll(all) {
  notices = all;
  id("notice").replaceChildren(...all.map(([key, list = []]) => make("span", {}, wordFor(key) + list.join(wordFor("comma")))));
}

/* Reading */

let waiting = 0;
let isReading = false;
/** Whether something has changed since the last reading began. */
let isStale = false;

/** The form has changed the descriptor. */
function changed() {
  dataset.isUntouched = false;
  readSoon();
}

function readSoon() {
  isSaved = false;
  id("work").setAttribute("aria-busy", "true");
  id("saved").textContent = "";
  clearTimeout(waiting);
  waiting = setTimeout(read, PAUSE);
}

/** Reads the dataset, and once more if it has changed meanwhile: one reading at a time, since a large table takes a while. */
async function read() {
  clearTimeout(waiting);
  waiting = 0;
  isStale = true;
  id("work").setAttribute("aria-busy", "true");
  if (isReading) return;
  isReading = true;
  try {
    while (isStale) {
      isStale = false;
      await readOnce();
    }
  } finally {
    isReading = false;
    // The next reading may be about to begin.
    if (!waiting) id("work").removeAttribute("aria-busy");
  }
}

async function readOnce() {
  // What is shown is what was read, whatever is changed in the meantime.
  const now = { ...dataset, files: { __proto__: null, ...dataset.files }, descriptor: structuredClone(dataset.descriptor) };
  const checked = await attempt(() => checkDataset(descriptorText(now), now.files));
  if (!checked || isStale) return;
  report = checked;
  showReport();
  if (report.valid) {
    draw(now, "");
    return;
  }
  const old = preview.hidden ? "preview.none" : "preview.old";
  if (!isDescribed) {
    sayPreview(old);
    return;
  }
  // What only lacks words can be seen already.
  const filled = provisional(now, wordFor("blank"));
  const { valid } = await checkDataset(descriptorText(filled), filled.files);
  if (isStale) return;
  if (valid) draw(filled, "preview.blanks");
  else sayPreview(old);
}

let previewKey = "";

function draw(shown, key) {
  preview.dataset = inOne(shown);
  preview.hidden = false;
  sayPreview(key);
  showCode();
}

function sayPreview(key) {
  previewKey = key;
  id("preview-how").textContent = key && wordFor(key);
}

/* What is shown */

/** Everything that is made of the dataset. */
function showAll() {
  if (!dataset) return;
  if (isDescribed) describe();
  showReport();
  showCode();
  sayPreview(previewKey);
}

const describe = () => showForm(id("form"), dataset, { changed, again: describe });

const labelOf = (path, column) => tableOfPath(path)?.row(0)[column - 1] ?? "";

function tableOfPath(path) {
  const resources = isDescribed ? dataset.descriptor.resources : [];
  return tableIn(dataset, resources.find((one) => one.path === path) ?? { path });
}

function showReport() {
  const { problems, count } = report;
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const counts = [["errors", errors], ["warnings", problems.length - errors]].filter(([, number]) => number);
  const summary = counts.map(([key, number]) => wordFor(key).replace("{n}", number)).join(wordFor("comma")) || wordFor("flawless");
  for (const node of [id("verdict"), id("said")]) if (node.textContent !== summary) node.textContent = summary;
  if (count > problems.length) id("said").textContent += wordFor("more").replace("{n}", count - problems.length);
  id("verdict").className = errors ? "error" : count ? "warning" : "fine";
  showList(id("problems"), problems, { form: id("form"), go, labelOf });
  if (isDescribed) markFields(id("form"), problems);
  id("unfinished").textContent = errors ? wordFor("unfinished") : "";
  showCells();
  showDeeds();
}

function showCells() {
  const paths = Object.keys(dataset.files);
  id("tables-field").hidden = paths.length < 2;
  id("tables").replaceChildren(...paths.map((path) => make("option", { value: path, selected: path === shownPath }, path)));
  const table = tableOfPath(shownPath);
  if (!table) {
    id("table").replaceChildren();
    id("table-how").textContent = "";
    return;
  }
  const focused = id("table").contains(document.activeElement) && document.activeElement.id;
  const main = isDescribed && mainResource(dataset.descriptor)?.resource;
  const fields = main && main.path === shownPath ? main.schema?.fields ?? [] : null;
  const labels = table.count ? table.row(0).map((label) => label.trim()) : [];
  const roles = (label) => {
    if (!fields) return "";
    return companion(label, labels) ?? wordFor(`role.${roleOf(label, fields.find((field) => field.name === label))}`);
  };
  const { shown, rows } = showTable(id("table"), table, { path: shownPath, problems: report.problems, roles, correct });
  id("table-how").textContent = wordFor("table.how").replace("{shown}", shown).replace("{rows}", rows);
  // A cell that is right now can no longer be filled in.
  if (focused) (document.getElementById(focused) ?? document.querySelector(".cells")).focus();
}

/** Writes another value into a cell of the file. */
function correct(row, column, value) {
  corrections.push([row, column, value]);
  dataset.files[shownPath] = tableOfPath(shownPath).replaced(row, column, value);
  readSoon();
}

/** Leads to what a problem is about. */
function go(problem, index) {
  if (!isInTable(problem)) {
    const { control } = found(id("form"), problem.pointer);
    const details = control?.closest("details");
    if (details) details.open = true;
    (control ?? id("settings-title")).focus();
    return;
  }
  if (problem.file in dataset.files && problem.file !== shownPath) {
    shownPath = problem.file;
    showCells();
  }
  const table = tableOfPath(problem.file);
  const cell = table && cellOf(table, report.problems[index]);
  (cell ?? document.querySelector(".cells")).focus();
}

/* Saving */

const nameOf = () => (typeof dataset.descriptor?.name === "string" && /^[\w.-]+$/.test(dataset.descriptor.name) ? dataset.descriptor.name : "dataset");

function showDeeds() {
  const saving = (name, content, type, label) => button(label ?? name, () => {
    save(name, content(), type);
    isSaved = true;
    id("saved").textContent = wordFor("saved") + name;
  }, { class: "button", "data-save": name });
  const { files } = dataset;
  const single = (path) => path.split("/").at(-1);
  id("deeds").replaceChildren(
    saving(`${nameOf()}.zip`, () => zipped({ "datapackage.json": descriptorText(dataset), ...files }), "application/zip", wordFor("save.all").replace("{name}", `${nameOf()}.zip`)),
    saving("datapackage.json", () => descriptorText(dataset), "application/json"),
    ...Object.keys(files).map((path) => saving(single(path), () => files[path], "text/csv")),
    ...(isDescribed ? [saving(`${nameOf()}.json`, () => `${JSON.stringify(inOne(dataset), null, 2)}\n`, "application/json", wordFor("save.one").replace("{name}", `${nameOf()}.json`))] : []),
  );
}

const addressOf = () => `data/${nameOf()}/datapackage.json`;
const quoted = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");

/** The code with the chart as the preview shows it. */
function showCode() {
  const { chart = "", indicator, lang = "" } = preview.hidden ? {} : preview.state;
  const base = customElements.get("county-chains")?.base ?? "";
  id("address").placeholder = addressOf();
  const attributes = [["src", id("address").value || addressOf()], ["chart", chart], ["indicator", ["tiers", "strip"].includes(chart) ? indicator : ""], ["lang", lang]];
  const written = attributes.filter(([, value]) => value).map(([name, value]) => ` ${name}="${quoted(String(value))}"`).join("");
  id("code").textContent = `<script type="module" src="${quoted(base)}county-chains.js"></script>\n<county-chains${written}></county-chains>\n`;
}

/* Start */

function listen() {
  // No standard of HTML has the attribute, so the page itself does without.
  id("folder").webkitdirectory = true;
  for (const input of [id("files"), id("folder")]) {
    // The same file may be chosen again.
    const take = () => bring(input.files).then(() => (input.value = ""));
    input.addEventListener("change", take);
    // It may have been chosen before this script ran.
    if (input.files.length) take();
  }
  id("folder-way").hidden = !("webkitdirectory" in HTMLInputElement.prototype);
  id("use-cells").addEventListener("click", paste);
  id("encoding").replaceChildren(...ENCODINGS.map((name) => make("option", { value: name }, name)));
  id("encoding").addEventListener("change", ({ target }) => original && recode(target.value));
  id("tables").addEventListener("change", ({ target }) => {
    shownPath = target.value;
    showCells();
  });
  id("form").addEventListener("submit", (event) => event.preventDefault());
  id("address").addEventListener("input", showCode);
  for (const name of ["change", "ready"]) preview.addEventListener(`county-chains-${name}`, () => queueMicrotask(showCode));
  addEventListener("beforeunload", (event) => {
    if (!isSaved) event.preventDefault();
  });
  takeDrops();
}

/** Reads the single table once more, and keeps what was filled in. */
async function recode(encoding) {
  const made = await attempt(() => datasetOf(original, draftDataset, encoding));
  if (!made || made.refused) {
    if (made) show(made);
    id("encoding").value = Object.values(dataset.encodings)[0] ?? "utf-8";
    return;
  }
  const done = corrections;
  const wasSaved = isSaved;
  show(carried(dataset, made));
  for (const correction of done) if (correction[0] < tableOfPath(shownPath).count) correct(...correction);
  isSaved = wasSaved;
}

/** Files may be dropped anywhere: beside the frame the browser would leave the page for them. */
function takeDrops() {
  const hasFiles = (event) => event.dataTransfer?.types.includes("Files");
  const over = (is) => id("drop").classList.toggle("over", is);
  addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    over(true);
  });
  addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) over(false);
  });
  addEventListener("drop", async (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    over(false);
    bring(await dropped(event.dataTransfer));
  });
}

const words = Object.fromEntries(LANGUAGES.map((lang) => [lang, { ...WORDS[lang], ...PROBLEMS[lang] }]));
startPage(words);
listen();
onLanguage((lang) => {
  preview.lang = lang;
  tellAll(notices);
  if (dataset) showAll();
});
