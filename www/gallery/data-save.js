// The files that are saved.

import { button } from "./data-dom.js";
import { save, zipped } from "./data-files.js";
import { descriptorText, inOne } from "./data-package.js";
import { id, state } from "./data-state.js";
import { wordFor } from "./page.js";

/** The name of the dataset, in file names and addresses. */
export const nameOf = ({ descriptor }) => (typeof descriptor?.name === "string" && /^[\w.-]+$/.test(descriptor.name) ? descriptor.name : "dataset");

/** The files that can be saved: each with a key, its name, its words, its type, and what makes it. */
function files({ dataset, isDescribed }) {
  const name = nameOf(dataset);
  const named = (key) => wordFor(key).replace("{name}", () => `${name}.${key === "save.all" ? "zip" : "json"}`);
  const archive = () => zipped({ "datapackage.json": descriptorText(dataset), ...dataset.files });
  const one = { key: "one", name: `${name}.json`, words: named("save.one"), type: "application/json", content: () => `${JSON.stringify(inOne(dataset), null, 2)}\n` };
  return [
    { key: "all", name: `${name}.zip`, words: named("save.all"), type: "application/zip", content: archive },
    { key: "descriptor", name: "datapackage.json", words: "datapackage.json", type: "application/json", content: () => descriptorText(dataset) },
    ...Object.keys(dataset.files).map((path) => {
      const single = path.split("/").at(-1);
      return { key: `table:${path}`, name: single, words: single, type: "text/csv", content: () => dataset.files[path] };
    }),
    ...(isDescribed ? [one] : []),
  ];
}

/** Shows the buttons that save. One that is there already stays, with the focus that it may have. */
export function showDeeds() {
  const list = files(state);
  const buttons = list.map(({ key, name, words }) => {
    const made = document.getElementById(`save:${key}`) ?? button("", () => saveFile(key), { id: `save:${key}` });
    made.dataset.save = name;
    if (made.textContent !== words) made.textContent = words;
    return made;
  });
  const deeds = id("deeds");
  const isSame = buttons.length === deeds.children.length && buttons.every((one, index) => one === deeds.children[index]);
  if (!isSame) deeds.replaceChildren(...buttons);
}

function saveFile(wanted) {
  const { name, type, content } = files(state).find(({ key }) => key === wanted);
  save(name, content(), type);
  state.isSaved = true;
  id("saved").textContent = wordFor("saved") + name;
}
