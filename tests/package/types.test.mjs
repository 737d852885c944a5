// The types, as an editor would check them.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { ROOT, project } from "./support.mjs";

const folder = project(after);

/** Checks a file of the project, with all that it imports. */
function check(file, options) {
  const config = { compilerOptions: { strict: true, noEmit: true, target: "ES2020", skipLibCheck: false, types: [], ...options }, files: [file] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  const { status, stdout } = spawnSync(process.execPath, [join(ROOT, "pkg/tools/node_modules/typescript/bin/tsc"), "-p", folder], { encoding: "utf8" });
  assert.equal(status, 0, `${options.moduleResolution}: ${stdout}`);
}

test("a program on a server needs no types of a page", () => {
  writeFileSync(join(folder, "server.ts"), 'import { renderHTML, type RenderOptions } from "county-chains/static";\nconst options: RenderOptions = { chart: "map" };\nrenderHTML(options).length;\n');
  check("server.ts", { lib: ["ES2022"], module: "NodeNext", moduleResolution: "NodeNext" });
});

test("a strict TypeScript project finds all types, and its mistakes", () => {
  copyFileSync(fileURLToPath(new URL("usage.ts", import.meta.url)), join(folder, "usage.ts"));
  for (const [module, moduleResolution] of [["ESNext", "bundler"], ["NodeNext", "NodeNext"]]) {
    check("usage.ts", { lib: ["ES2022", "DOM"], module, moduleResolution });
  }
});
