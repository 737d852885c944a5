// Writes what only the npm package has: types, the manifest of the element, the schemas, the licences.

import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { manifest } from "./manifest.mjs";

/** Declarations of the entry points, and those that they share. */
const TYPES = [
  "index", "element", "names", "static", "draft", "inline", "host", "attributes", "react", "preact", "solid", "svelte", "vue",
];
const LICENCES = ["LICENSE-MIT", "LICENSE-APACHE"];

/** Copies and writes the files. @param {string} root of the repository */
export function buildPackage(root) {
  const [www, pkg] = ["www", "pkg"].map((folder) => join(root, folder));
  const modules = join(pkg, "dist/module");
  for (const name of TYPES) copyFileSync(join(www, `${name}.d.ts`), join(modules, `${name}.d.ts`));
  // The module behind entries that have only types. Importing one without `type` gives nothing, and no error.
  writeFileSync(join(modules, "types.js"), "export {};\n");
  copyFileSync(join(root, "schema/data.schema.json"), join(pkg, "dist/data.schema.json"));
  copyFileSync(join(root, "schema/dataset.schema.json"), join(pkg, "dist/schema.json"));
  for (const name of LICENCES) copyFileSync(join(root, name), join(pkg, name));
  const text = JSON.stringify(manifest(www), null, 2);
  writeFileSync(join(pkg, "custom-elements.json"), `${text}\n`);
}
