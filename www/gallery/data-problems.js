// What the reader says is wrong: as a list, beside the fields of the form, and for the table by its cells.

import { detail, kind } from "./data-details.js";
import { make } from "./data-dom.js";
import { wordFor } from "./page.js";

/** What the reader calls the descriptor. */
const DESCRIPTOR = "datapackage.json";

/** Where a problem is, in words: the field of the form, the cell, or else the place in the descriptor. */
function place({ file, line, column, pointer }, labelOf, form) {
  if (file === DESCRIPTOR || !file) return fieldName(form, pointer) || pointer || wordFor("place.line").replace("{file}", file).replace("{line}", line);
  const label = column ? labelOf(file, column) : "";
  const key = !line ? "place.file" : label ? "place.cell" : "place.line";
  return wordFor(key).replace("{file}", () => file).replace("{line}", line).replace("{label}", () => label);
}

/** The field that a pointer is about, with the heading above it; or what is around it, which is the whole part if only fields in it are known. */
function fieldName(form, pointer) {
  const field = form.querySelector(`[data-at="${CSS.escape(pointer)}"]`);
  if (!field) {
    const { told, isInside } = found(form, pointer);
    const around = told?.closest(isInside ? ".about" : "fieldset, .group, .pair, .about");
    return around?.querySelector("legend, .label, h3")?.textContent ?? "";
  }
  const heading = field.closest("fieldset, li.group")?.querySelector("legend, .label") ?? field.closest(".about")?.querySelector("h3");
  return [heading?.textContent, field.labels[0]?.textContent].filter(Boolean).join(" › ");
}

/** Whether a problem is in a table. */
export const isInTable = ({ file }) => file !== DESCRIPTOR && file !== "";

/** The id of a problem in the list, by its place in the list. */
export const idOf = (index) => `problem-${index}`;

/**
 * Shows errors and warnings, each kind in a list of its own.
 *
 * @param {{ errors: HTMLElement, warnings: HTMLElement }} lists
 * @param {object[]} problems
 * @param {{ form: HTMLElement, go: (problem: object) => void, labelOf: (file: string, column: number) => string }} calls
 */
export function showLists({ errors, warnings }, problems, { form, go, labelOf }) {
  const items = problems.map((problem, index) => make("li", { id: idOf(index), class: problem.severity },
    make("span", { class: "severity" }, wordFor(`severity.${problem.severity}`)),
    make("span", { class: "kind" }, kind(problem)),
    make("button", { type: "button", class: "place", click: () => go(problem) }, place(problem, labelOf, form)),
    make("span", { class: "detail", translate: "no" }, detail(problem)),
  ));
  const isError = (_, index) => problems[index].severity === "error";
  errors.replaceChildren(...items.filter(isError));
  warnings.replaceChildren(...items.filter((item, index) => !isError(item, index)));
}

/** Marks the fields of the form, each with what is wrong with it. @returns the controls by the places of their problems */
export function markFields(form, problems) {
  for (const told of form.querySelectorAll(".told")) told.textContent = "";
  for (const control of form.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
  for (const problem of problems) {
    if (isInTable(problem)) continue;
    const { control, told } = found(form, problem.pointer);
    if (!told) continue;
    const text = problem.code === "missing-property" && problem.found === "" ? wordFor("fill-in") : kind(problem);
    told.append(make("span", { class: problem.severity }, text, problem.code === "missing-property" ? "" : make("span", { class: "detail", translate: "no" }, wordFor("between"), detail(problem))));
    if (problem.severity === "error") control?.setAttribute("aria-invalid", "true");
  }
}

/** The control that a pointer is about, or the closest one around it, or the first one in it. */
export function found(form, pointer) {
  for (let place = pointer; place; place = place.replace(/\/[^/]*$/, "")) {
    const control = form.querySelector(`[data-at="${CSS.escape(place)}"]`);
    if (control) return { control, told: document.getElementById(`told:${place}`) };
    const area = form.querySelector(`[data-area="${CSS.escape(place)}"]`);
    if (area) return { control: area.querySelector("input, select"), told: area.querySelector(":scope > .told") };
    const inside = form.querySelector(`[data-at^="${CSS.escape(`${place}/`)}"]`);
    if (inside && place === pointer) return { control: inside, told: document.getElementById(`told:${inside.dataset.at}`), isInside: true };
  }
  return {};
}
