// The classes of the dataset: their order and their names.

import { button, focusOn, make, part, pointerTo } from "./data-dom.js";
import { distinct, roleOf } from "./data-columns.js";
import { tableIn } from "./data-package.js";
import { wordFor } from "./page.js";

/** @returns the part of the form about classes; nothing where no column holds them */
export function classes(entries, dataset, main, anew) {
  const fields = main.resource.schema?.fields ?? [];
  const index = fields.findIndex((field) => roleOf(field.name, field) === "tier");
  if (index < 0) return null;
  const field = fields[index];
  const path = ["resources", main.index, "schema", "fields", index, "categories"];
  // A class may be given by its word alone.
  const list = (field.categories = (field.categories ?? []).map((one) => (typeof one === "object" && one ? one : { value: one })));
  const move = (from, to) => {
    list.splice(to, 0, ...list.splice(from, 1));
    anew();
  };
  const lacking = missing(dataset, main.resource, field);
  const add = () => {
    const at = list.length;
    list.push(...lacking.map((value) => ({ value, label: value })));
    anew();
    focusOn(`at:${pointerTo([...path, at, "label"])}`);
  };
  const remove = (at) => {
    list.splice(at, 1);
    anew();
    focusOn(...[list[at], list[at - 1]].filter(Boolean).map(({ value }) => `remove:${value}`), "add-classes", "ordered");
  };
  const items = list.map((one, at) => item(entries, [...path, at], one, { at, last: list.length - 1, move, remove: () => remove(at) }));
  return part("classes",
    make("p", { class: "how" }, wordFor("classes.how")),
    make("div", { class: "boxes" }, ordered(field, entries)),
    make("ol", { class: "classes", "data-area": pointerTo(path) }, ...items),
    lacking.length ? button(`${wordFor("classes.add")}${lacking.join(wordFor("comma"))}`, add, { id: "add-classes" }) : null,
  );
}

/** Words in the column that no class has. */
function missing(dataset, resource, field) {
  const table = tableIn(dataset, resource);
  if (!table?.count || resource.dialect?.header === false) return [];
  const column = table.row(0).map((label) => label.trim()).indexOf(field.name);
  const known = field.categories.map(({ value }) => String(value));
  return column < 0 ? [] : distinct(table, column).filter((word) => !known.includes(word)).slice(0, 12);
}

function ordered(field, entries) {
  const input = make("input", {
    type: "checkbox", id: "ordered", checked: field.categoriesOrdered === true,
    change: () => {
      field.categoriesOrdered = input.checked;
      entries.changed();
    },
  });
  return make("div", { class: "options checks" }, make("label", {}, input, make("span", {}, wordFor("classes.ordered"))));
}

function item(entries, path, { value, label }, { at, last, move, remove }) {
  const name = label || value;
  const say = (key) => wordFor(key).replace("{name}", name);
  const id = (what) => `${what}:${value}`;
  const step = (key, to) => button(key === "up" ? "↑" : "↓", () => {
    move(at, to);
    // At the end of the list the button is off, and the other one takes the focus.
    focusOn(id(key), id(key === "up" ? "down" : "up"));
  }, { id: id(key), disabled: to < 0 || to > last, "aria-label": say(`class.${key}`), title: say(`class.${key}`) });
  const node = make("li", { class: "group", draggable: "true", "data-area": pointerTo(path) },
    make("div", { class: "order" },
      make("span", { class: "number" }, String(at + 1)),
      make("span", { class: "label", translate: "no" }, String(value)),
      step("up", at - 1), step("down", at + 1),
      button("×", remove, { id: id("remove"), "aria-label": say("class.remove"), title: say("class.remove") })),
    make("div", { class: "names" },
      ...entries.texts([...path, "label"], wordFor("class.label"), { maxlength: 200 }),
      ...entries.texts([...path, "short"], wordFor("class.short"), { maxlength: 200 })),
    make("p", { class: "told" }),
  );
  drag(node, at, move);
  return node;
}

/** Lets a class be dragged to another place. Texts in it can still be selected. */
function drag(node, at, move) {
  node.addEventListener("dragstart", (event) => {
    if (document.activeElement?.matches("input") && node.contains(document.activeElement)) {
      event.preventDefault();
      return;
    }
    event.dataTransfer.setData("application/x-class", String(at));
    event.dataTransfer.effectAllowed = "move";
  });
  node.addEventListener("dragover", (event) => {
    if (event.dataTransfer.types.includes("application/x-class")) event.preventDefault();
  });
  node.addEventListener("drop", (event) => {
    const from = event.dataTransfer.getData("application/x-class");
    if (from === "") return;
    event.preventDefault();
    event.stopPropagation();
    move(Number(from), at);
  });
}
