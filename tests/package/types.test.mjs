// The types, as an editor would check them.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { ROOT, project } from "./support.mjs";

const folder = project(after);
writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
const LIBRARIES = { lib: ["ES2022", "DOM", "DOM.Iterable"] };
const WAYS = [["ESNext", "bundler"], ["Node16", "Node16"], ["NodeNext", "NodeNext"]];

/** Checks files of the project, with all that they import. */
function check(files, options) {
  const config = { compilerOptions: { strict: true, noEmit: true, target: "ES2020", skipLibCheck: false, types: [], ...options }, files: [files].flat() };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  const { status, stdout } = spawnSync(process.execPath, [join(ROOT, "pkg/tools/node_modules/typescript/bin/tsc"), "-p", folder], { encoding: "utf8" });
  assert.equal(status, 0, `${files} ${options.moduleResolution}: ${stdout}`);
}

test("a program on a server needs no types of a page", () => {
  writeFileSync(join(folder, "server.ts"), 'import { renderHTML, type RenderOptions } from "county-chains/static";\nconst options: RenderOptions = { chart: "map" };\nrenderHTML(options).length;\n');
  check("server.ts", { lib: ["ES2022"], module: "NodeNext", moduleResolution: "NodeNext" });
});

test("a strict TypeScript project finds all types, and its mistakes", () => {
  copyFileSync(fileURLToPath(new URL("usage.ts", import.meta.url)), join(folder, "usage.ts"));
  for (const [module, moduleResolution] of WAYS) check("usage.ts", { lib: ["ES2022", "DOM"], module, moduleResolution });
});

/** The frameworks as they are installed here, for the project. */
function linkFrameworks() {
  const [here, there] = [fileURLToPath(new URL("node_modules", import.meta.url)), join(folder, "node_modules")];
  mkdirSync(join(there, "@types"), { recursive: true });
  for (const name of ["@types/react", ...readdirSync(here).filter((name) => !/^\.|^@types$/.test(name))]) {
    symlinkSync(join(here, name), join(there, name));
  }
}

test("the markup of React, Preact, Solid, Svelte and Vue knows the tag, its attributes and its events", () => {
  linkFrameworks();
  const files = readdirSync(new URL("frameworks", import.meta.url));
  for (const file of files) copyFileSync(fileURLToPath(new URL(`frameworks/${file}`, import.meta.url)), join(folder, file));
  // Each file names its own kind of JSX.
  const options = { ...LIBRARIES, jsx: "react-jsx", exactOptionalPropertyTypes: true };
  for (const [module, moduleResolution] of WAYS) check(files, { ...options, module, moduleResolution });
});
