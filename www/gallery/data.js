// The page for data of one's own: takes a table or a package, asks what only a person can know, shows what is wrong, and saves.
// The reader and the guesses are those of the widget and of the command, from draft.js. Nothing is sent anywhere or kept.

import * as reader from "/county-chains/county-chains.draft.js";
import { showCode, watchPreview } from "./data-code.js";
import { fromClipboard } from "./data-csv.js";
import { otherInWords } from "./data-details.js";
import { make } from "./data-dom.js";
import { dropped, ENCODINGS, marked, readAll } from "./data-files.js";
import { FORM } from "./data-form-words.js";
import { showForm } from "./data-form.js";
import { datasetOf, isRegular, tableOf } from "./data-package.js";
import { PROBLEMS } from "./data-problem-words.js";
import { read, readSoon, sayPreview } from "./data-read.js";
import { carried, renewed } from "./data-recode.js";
import { onCorrection, showCells, showReport, tableOfPath } from "./data-report.js";
import { attempt, id, preview, state, tellAgain, tellAll } from "./data-state.js";
import { WORDS } from "./data-words.js";
import { LANGUAGES, onLanguage, startPage } from "./page.js";

/** The single table as it came, to read it in another encoding; and the cells that have been corrected since. */
let original;
let corrections = [];

/* What comes in */

async function bring(files, encoding) {
  const list = await readAll(files);
  const made = await attempt(() => datasetOf(list, reader, encoding));
  if (!made) return;
  original = Object.keys(made.files ?? {}).length === 1 && list.length === 1 && !/\.json$/i.test(list[0].path) ? list : undefined;
  take(made);
}

async function paste() {
  const text = id("cells").value;
  const made = text.trim() ? await attempt(() => tableOf(marked(fromClipboard(text)), "table.csv", reader)) : { refused: "no-rows" };
  if (!made) return;
  original = undefined;
  take(made);
}

/** Shows what has come in. Of the table that is there, corrected elsewhere meanwhile, it keeps what was filled in. */
function take(made) {
  const kept = made.refused || !state.isDescribed ? undefined : renewed(state.dataset, made);
  if (!kept) {
    show(made);
    return;
  }
  const { isSaved } = state;
  // Only a draft can be carried over to another encoding.
  if (!kept.draft) original = undefined;
  show(kept, [["kept"]]);
  state.isSaved = isSaved;
}

/** Whether a table has a cell, or may get it. */
const isIn = (table, [row, column]) => row < table.count && column < Math.max(table.row(0).length, table.row(row).length);

/** Reads the single table once more, and keeps what was filled in. */
async function recode(encoding) {
  const made = await attempt(() => datasetOf(original, reader, encoding));
  if (!made || made.refused) {
    if (made) show(made);
    id("encoding").value = Object.values(state.dataset.encodings)[0] ?? "utf-8";
    return;
  }
  const done = corrections;
  const wasSaved = state.isSaved;
  show(carried(state.dataset, made));
  for (const correction of done) if (isIn(tableOfPath(state.shownPath), correction)) correct(...correction);
  state.isSaved = wasSaved;
}

/* What is shown */

function show(made, more = []) {
  const { refused, problem } = made;
  if (refused) {
    tellAll([problem ? () => otherInWords(problem) : [`refused.${refused}`]]);
    return;
  }
  const isDescribed = Boolean(made.descriptor) && isRegular(made.descriptor);
  Object.assign(state, { dataset: made, isDescribed, shownPath: Object.keys(made.files)[0] ?? "", isSaved: true });
  corrections = [];
  const encodings = Object.entries(made.encodings).map(([path, encoding]) => `${path}: ${encoding}`);
  const shares = made.draft?.resources[0].schema.fields.filter(({ unit }) => unit === "percent").map(({ name }) => name) ?? [];
  const lists = [["percent", shares], ["lacking", made.lacking], ["recoded", encodings], ["renamed", made.renamed]];
  tellAll(isDescribed ? [...more, ...lists.filter(([, list]) => list.length)] : [["irregular"]]);
  id("encoding-field").hidden = !original;
  id("encoding").value = Object.values(made.encodings)[0] ?? "utf-8";
  id("work").hidden = false;
  id("form").hidden = !isDescribed;
  preview.hidden = true;
  showAll();
  read();
}

/** Everything that is made of the dataset. */
function showAll() {
  if (!state.dataset) return;
  if (state.isDescribed) describe();
  showReport();
  showCode();
  sayPreview();
}

const describe = () => showForm(id("form"), state.dataset, { changed, again: describe });

/** The form has changed the descriptor. */
function changed() {
  state.dataset.isUntouched = false;
  readSoon();
}

/** Writes another value into a cell of the file. */
function correct(row, column, value) {
  const { dataset, shownPath } = state;
  corrections.push([row, column, value]);
  dataset.files[shownPath] = tableOfPath(shownPath).replaced(row, column, value);
  readSoon();
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
    state.shownPath = target.value;
    showCells();
  });
  onCorrection(correct);
  id("form").addEventListener("submit", (event) => event.preventDefault());
  id("address").addEventListener("input", showCode);
  watchPreview();
  addEventListener("beforeunload", (event) => {
    if (!state.isSaved) event.preventDefault();
  });
  takeDrops();
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

const words = Object.fromEntries(LANGUAGES.map((lang) => [lang, { ...WORDS[lang], ...FORM[lang], ...PROBLEMS[lang] }]));
startPage(words);
listen();
onLanguage((lang) => {
  preview.lang = lang;
  tellAgain();
  showAll();
});
