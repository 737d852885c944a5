// A table as its editor sees it: the first rows and each row with a problem. Cells with problems can be corrected on the spot.

import { make } from "./data-dom.js";
import { idOf } from "./data-problems.js";
import { wordFor } from "./page.js";

/** How many rows are shown in any case, and how many with problems. */
const [FIRST, MARKED] = [50, 200];
/** How many columns are shown. */
const MOST_COLUMNS = 200;
/** Kinds of problems of rows that have more or fewer cells than the header. */
const UNEVEN = ["extra-cell", "missing-cell"];

/** The problems of a table by row and column; -1 is the whole row. */
function byPlace(table, path, problems) {
  const rows = new Map();
  for (const [index, problem] of problems.entries()) {
    if (problem.file !== path || !problem.line) continue;
    const row = table.rowAt(problem.line);
    if (!rows.has(row)) rows.set(row, new Map());
    const cells = rows.get(row);
    const column = problem.column - 1;
    cells.set(column, [...(cells.get(column) ?? []), { ...problem, index }]);
  }
  return rows;
}

/**
 * Shows a table.
 *
 * @param {HTMLTableElement} node
 * @param {import("./data-csv.js").Table} table
 * @param {{ path: string, problems: object[], roles: (label: string) => string, isFigure: (label: string) => boolean, correct: (row: number, column: number, value: string) => void }} about
 * @returns {{ shown: number, rows: number }} how many rows of the table are shown
 */
export function showTable(node, table, { path, problems, roles, isFigure, correct }) {
  const marked = byPlace(table, path, problems);
  const labels = table.count ? table.row(0).slice(0, MOST_COLUMNS) : [];
  const width = labels.length;
  const figures = labels.map((text) => isFigure(text.trim()));
  const rows = [];
  for (let row = 1; row < table.count && rows.length < FIRST; row++) if (!table.isBlank(row)) rows.push(row);
  const others = [...marked.keys()].filter((row) => row > 0 && !rows.includes(row)).sort((one, other) => one - other).slice(0, MARKED);
  const cell = (row, column, text, whole) => {
    const own = marked.get(row)?.get(column) ?? (column < width ? [] : whole);
    const shape = shapeOf(column, own);
    if (own.length) return make("td", { class: shape }, field(row, column, text, own));
    // Of a row with too many or too few cells each one may have to be another.
    return make("td", { class: shape }, whole.length ? make("span", { class: "wrong" }, input(row, column, text, whole, false)) : text);
  };
  const shapeOf = (column, wrong) => [figures[column] && "figure", wrong.length && severity(wrong)].filter(Boolean).join(" ") || null;
  const field = (row, column, text, wrong) => {
    const isError = severity(wrong) === "error";
    return make("span", { class: "wrong" }, sign(isError), input(row, column, text, wrong, isError));
  };
  const input = (row, column, text, wrong, isError) => {
    const name = column < width ? table.row(0)[column] : wordFor("cell.extra").replace("{n}", column - width + 1);
    const label = wordFor("cell").replace("{label}", () => name).replace("{line}", table.lines[row]);
    return make("input", {
      id: cellId(path, row, column), value: text, size: Math.max(6, Math.min(24, widthOf(text) + 2)), spellcheck: "false", autocapitalize: "none",
      "aria-label": label, "aria-invalid": isError ? "true" : null, "aria-describedby": wrong.map(({ index }) => idOf(index)).join(" "),
      change: (event) => correct(row, column, event.target.value),
    });
  };
  const line = (row) => {
    const cells = table.row(row).slice(0, MOST_COLUMNS);
    while (cells.length < width) cells.push("");
    const all = [...(marked.get(row)?.values() ?? [])].flat();
    const uneven = all.filter(({ code }) => UNEVEN.includes(code));
    const whole = [...(marked.get(row)?.entries() ?? [])].filter(([column]) => column < 0 || column >= width).flatMap(([, wrong]) => wrong);
    const head = make("th", { scope: "row", class: whole.length ? severity(whole) : null }, String(table.lines[row]));
    if (whole.length) {
      head.prepend(sign(severity(whole) === "error"));
      head.tabIndex = -1;
      head.id = cellId(path, row, -1);
      head.setAttribute("aria-describedby", whole.map(({ index }) => idOf(index)).join(" "));
    }
    return make("tr", {}, head, ...cells.map((text, column) => cell(row, column, text, uneven)));
  };
  const label = (text, column) => {
    const wrong = marked.get(0)?.get(column);
    const name = wrong ? field(0, column, text, wrong) : make("span", { translate: "no" }, text);
    return make("th", { scope: "col", class: shapeOf(column, wrong ?? []) }, name, make("span", { class: "role" }, roles(text.trim())));
  };
  node.replaceChildren(
    make("caption", {}, path),
    make("thead", {}, make("tr", {}, make("th", { scope: "col" }, wordFor("line")), ...labels.map(label))),
    make("tbody", {}, ...[...rows, ...others].map(line)),
  );
  return { shown: rows.length + others.filter((row) => !table.isBlank(row)).length, rows: table.filled };
}

/** How wide a text is, in letters: Chinese characters have the width of two. */
const widthOf = (text) => [...text].reduce((width, sign) => width + (sign > "\u2e7f" ? 2 : 1), 0);

const severity = (wrong) => (wrong.some((problem) => problem.severity === "error") ? "error" : "warning");

/** A mark that is more than a colour; the list says what it means. */
const sign = (isError) => make("span", { class: "sign", "aria-hidden": "true" }, isError ? "✕" : "!");

const cellId = (path, row, column) => `cell:${path}:${row}:${column}`;

/** The cell of a problem, or the head of its row. */
export function cellOf(table, { file, line, column }) {
  const row = table.rowAt(line);
  return document.getElementById(cellId(file, row, column - 1)) ?? document.getElementById(cellId(file, row, -1));
}
