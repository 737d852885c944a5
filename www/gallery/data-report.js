// Shows what the last reading has told: the list, the marks in the form, and the table with its cells.

import { companion, roleOf } from "./data-columns.js";
import { make } from "./data-dom.js";
import { mainResource, tableIn } from "./data-package.js";
import { found, isInTable, markFields, showLists } from "./data-problems.js";
import { showDeeds } from "./data-save.js";
import { id, state } from "./data-state.js";
import { cellOf, showTable } from "./data-table.js";
import { wordFor } from "./page.js";

/** @type {(row: number, column: number, value: string) => void} writes another value into a cell */
let correct;

/** What is done with a cell that is corrected. */
export function onCorrection(listener) {
  correct = listener;
}

/** Roles of columns that hold numbers. */
const FIGURES = ["value", "row", "column"];

const labelOf = (path, column) => tableOfPath(path)?.row(0)[column - 1] ?? "";

/** The table at a path, as the descriptor says that it is written. */
export function tableOfPath(path) {
  const { dataset, isDescribed } = state;
  const resources = isDescribed ? dataset.descriptor.resources : [];
  return tableIn(dataset, resources.find((one) => one.path === path) ?? { path });
}

export function showReport() {
  const { report: { problems, count }, isDescribed } = state;
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const counts = [["errors", errors], ["warnings", problems.length - errors]].filter(([, number]) => number);
  const summary = counts.map(([key, number]) => wordFor(key).replace("{n}", number)).join(wordFor("comma")) || wordFor("flawless");
  for (const node of [id("verdict"), id("said")]) if (node.textContent !== summary) node.textContent = summary;
  if (count > problems.length) id("said").textContent += wordFor("more").replace("{n}", count - problems.length);
  id("verdict").className = errors ? "error" : count ? "warning" : "fine";
  showLists({ errors: id("problems"), warnings: id("warnings") }, problems, { form: id("form"), go, labelOf });
  id("warned").hidden = errors === problems.length;
  if (isDescribed) markFields(id("form"), problems);
  id("unfinished").textContent = errors ? wordFor("unfinished") : "";
  showCells();
  showDeeds();
}

/** Shows the cells of the table that is chosen. */
export function showCells() {
  const { dataset, isDescribed, report, shownPath } = state;
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
    return companion(label, labels) ?? wordFor(`role.${roleOf(label, fields.find((field) => field.name === label), fields)}`);
  };
  const isFigure = (label) => {
    const field = fields?.find(({ name }) => name === label);
    return Boolean(field) && !companion(label, labels) && FIGURES.includes(roleOf(label, field));
  };
  const { shown, rows } = showTable(id("table"), table, { path: shownPath, problems: report.problems, roles, isFigure, correct });
  id("table-how").textContent = wordFor("table.how").replace("{shown}", shown).replace("{rows}", rows);
  // A cell that is right now can no longer be filled in.
  if (focused) (document.getElementById(focused) ?? document.querySelector(".cells")).focus();
}

/** Leads to what a problem is about. */
function go(problem) {
  if (!isInTable(problem)) {
    const { control } = found(id("form"), problem.pointer);
    const details = control?.closest("details");
    if (details) details.open = true;
    (control ?? id("settings-title")).focus();
    return;
  }
  if (problem.file in state.dataset.files && problem.file !== state.shownPath) {
    state.shownPath = problem.file;
    showCells();
  }
  const table = tableOfPath(problem.file);
  const cell = table && cellOf(table, problem);
  (cell ?? document.querySelector(".cells")).focus();
}
