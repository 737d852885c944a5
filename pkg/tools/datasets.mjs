// Writes what is derived in www/gallery/datasets/: Fujian's data, from data/, in the form of datasets of one's own, and the
// countries as one file: `node pkg/tools/datasets.mjs`. A test compares the files with what this would write.

import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { fujian } from "./datasets/fujian.mjs";
import { oneFile } from "./datasets/one-file.mjs";

const root = new URL("../../", import.meta.url);
const read = (name) => readFileSync(new URL(name, root), "utf8");
const FOLDER = "www/gallery/datasets/";

/** The paths of all derived files, with their text of today. */
export function freshDatasets() {
  const countries = `${FOLDER}countries-by-income/`;
  const table = (path) => read(`${countries}${path}`);
  return [
    ...Object.entries(fujian(read)).map(([name, text]) => [`${FOLDER}fujian-2024/${name}`, text]),
    [`${countries}countries-by-income.json`, oneFile(table("datapackage.json"), table)],
  ];
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const [name, text] of freshDatasets()) writeFileSync(new URL(name, root), text);
}
