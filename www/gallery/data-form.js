// The form that describes a dataset: what it is called, where it comes from, what its columns, classes and units are.

import { Entries, button, focusOn, languageName, LANGUAGES, make, part, pointerTo, setAt, valueAt } from "./data-dom.js";
import { classes } from "./data-classes.js";
import { columns } from "./data-columns.js";
import { mainResource } from "./data-package.js";
import { wordFor } from "./page.js";

/** Licences that data often has. */
const LICENCES = ["CC-BY-4.0", "CC0-1.0", "CC-BY-SA-4.0", "ODC-BY-1.0", "ODbL-1.0", "OGL-UK-3.0", "other"];

/**
 * Makes the form anew.
 *
 * @param {HTMLElement} form
 * @param {import("./data-package.js").Dataset} dataset
 * @param {{ changed: () => void, again: () => void }} calls a value has changed; the form has to be made anew
 */
export function showForm(form, dataset, { changed, again }) {
  const focused = document.activeElement?.id;
  const { descriptor } = dataset;
  const entries = new Entries(descriptor, changed);
  const anew = () => {
    again();
    changed();
  };
  const main = mainResource(descriptor);
  form.replaceChildren(
    ...[
      general(entries, anew),
      sources(entries, anew),
      main && columns(entries, dataset, main, anew),
      main && classes(entries, dataset, main, anew),
      units(entries, anew),
    ].filter(Boolean),
  );
  // A control that was replaced by its like keeps the focus.
  if (focused && form.contains(document.getElementById(focused))) document.getElementById(focused).focus();
}

function general(entries, anew) {
  return part("about",
    ...entries.texts(["title"], wordFor("about.title"), { isAsked: true, maxlength: 200 }),
    ...entries.texts(["edition"], wordFor("about.edition"), { hint: wordFor("about.edition.how"), maxlength: 200 }),
    ...entries.texts(["entity", "one"], wordFor("about.one"), { hint: wordFor("about.one.how"), isSingular: true, maxlength: 200 }),
    ...entries.texts(["entity", "many"], wordFor("about.many"), { hint: wordFor("about.many.how"), isAsked: true, maxlength: 200 }),
    entries.text(["name"], wordFor("about.name"), { hint: wordFor("about.name.how"), maxlength: 64, autocapitalize: "none" }),
    languages(entries, anew),
  );
}

/** Which languages the texts are in. The first is that of texts without a tag. */
function languages(entries, anew) {
  const { descriptor, languages: chosen } = entries;
  const offered = [...new Set([...chosen, ...LANGUAGES])];
  const first = entries.choice(["languages", 0], wordFor("languages.first"), offered.map((tag) => [tag, languageName(tag)]), {
    value: chosen[0],
    chosen: (tag) => {
      descriptor.languages = [tag, ...chosen.slice(1).filter((other) => other !== tag)];
      anew();
    },
  });
  const box = (tag) => {
    const input = make("input", {
      type: "checkbox", id: `language:${tag}`, checked: chosen.includes(tag), disabled: tag === chosen[0],
      change: () => {
        descriptor.languages = offered.filter((other) => (other === tag ? input.checked : chosen.includes(other)));
        if (!input.checked) forget(descriptor, tag);
        anew();
      },
    });
    return make("label", {}, input, make("span", { lang: tag }, languageName(tag)));
  };
  const boxes = make("fieldset", { class: "boxes" }, make("legend", {}, wordFor("languages.all")), make("div", { class: "options checks" }, ...offered.map(box)));
  return make("div", { class: "pair", "data-area": "/languages" }, first, boxes, make("p", { class: "told" }));
}

/** Takes out the texts of a language that the dataset no longer has. */
function forget(value, tag) {
  if (typeof value !== "object" || !value) return;
  for (const [name, inside] of Object.entries(value)) {
    if (name.endsWith(`@${tag}`)) delete value[name];
    else forget(inside, tag);
  }
}

function sources(entries, anew) {
  const { descriptor } = entries;
  const list = descriptor.sources?.length ? descriptor.sources : [{}];
  const source = (_, index) => {
    const path = ["sources", index];
    const remove = () => {
      list.splice(index, 1);
      anew();
      focusOn(`remove-source:${index}`, `remove-source:${index - 1}`, "add-source");
    };
    const name = wordFor("source.number").replace("{n}", index + 1);
    return make("fieldset", { class: "group", "data-area": pointerTo(path) },
      make("legend", {}, list.length > 1 ? name : wordFor("source.one")),
      ...entries.texts([...path, "title"], wordFor("source.title"), { isAsked: true, maxlength: 200 }),
      ...entries.texts([...path, "publisher"], wordFor("source.publisher"), { maxlength: 200 }),
      entries.text([...path, "path"], wordFor("source.path"), { type: "url", placeholder: "https://" }),
      entries.text([...path, "version"], wordFor("source.version"), { hint: wordFor("source.version.how"), maxlength: 200 }),
      list.length > 1 ? button(wordFor("remove"), remove, { id: `remove-source:${index}`, "aria-label": `${wordFor("remove")} ${name}` }) : null,
    );
  };
  const add = () => {
    descriptor.sources = [...list, { title: "" }];
    anew();
  };
  const terms = make("fieldset", { class: "group", "data-area": "/licenses/0" },
    make("legend", {}, wordFor("licence.of-data")),
    make("datalist", { id: "licences" }, ...LICENCES.map((value) => make("option", { value }))),
    entries.text(["licenses", 0, "name"], wordFor("licence.name"), { isAsked: true, list: "licences", hint: wordFor("licence.name.how"), maxlength: 200 }),
    entries.text(["licenses", 0, "path"], wordFor("licence.path"), { type: "url", placeholder: "https://" }),
  );
  return part("sources", ...list.map(source), button(wordFor("source.add"), add, { id: "add-source" }), terms);
}

/** The units that the dataset declares. */
function units(entries, anew) {
  const { descriptor } = entries;
  const list = descriptor.units ?? [];
  if (!list.length) return null;
  const unit = ({ name }, index) => {
    const path = ["units", index];
    const remove = () => {
      list.splice(index, 1);
      if (!list.length) delete descriptor.units;
      const users = unitsUsed(descriptor).filter(([, used]) => used === name).map(([path]) => path);
      for (const user of users) setAt(descriptor, user, "");
      anew();
      const next = list[index] ?? list[index - 1];
      focusOn(...users.map((user) => `at:${pointerTo(user)}`), `remove-unit:${next?.name}`, "add-source");
    };
    return make("fieldset", { class: "group", "data-area": pointerTo(path) },
      make("legend", {}, name),
      ...entries.texts([...path, "many"], wordFor("unit.many"), { hint: wordFor("unit.many.how"), maxlength: 200 }),
      ...entries.texts([...path, "one"], wordFor("unit.one"), { hint: wordFor("unit.one.how"), isSingular: true, maxlength: 200 }),
      entries.text([...path, "symbol"], wordFor("unit.symbol"), { hint: wordFor("unit.symbol.how"), maxlength: 8 }),
      button(wordFor("remove"), remove, { id: `remove-unit:${name}`, "aria-label": `${wordFor("remove")} ${name}` }),
    );
  };
  return part("units", make("p", { class: "how" }, wordFor("units.how")), ...list.map(unit));
}

/** The fields that name a unit, as paths, with its name. */
function unitsUsed(descriptor) {
  const paths = [];
  for (const [at, { schema }] of descriptor.resources.entries()) {
    for (const index of (schema?.fields ?? []).keys()) paths.push(["resources", at, "schema", "fields", index, "unit"]);
  }
  return paths.map((path) => [path, valueAt(descriptor, path)]).filter(([, unit]) => unit);
}
