// The types, as an editor would check them.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { ROOT, project } from "./support.mjs";

const folder = project(after);

test("a strict TypeScript project finds all types, and its mistakes", () => {
  copyFileSync(fileURLToPath(new URL("usage.ts", import.meta.url)), join(folder, "usage.ts"));
  const base = { strict: true, noEmit: true, target: "ES2020", lib: ["ES2022", "DOM"], skipLibCheck: false, types: [] };
  for (const [module, moduleResolution] of [["ESNext", "bundler"], ["NodeNext", "NodeNext"]]) {
    const config = { compilerOptions: { ...base, module, moduleResolution }, files: ["usage.ts"] };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
    const { status, stdout } = spawnSync(process.execPath, [join(ROOT, "pkg/tools/node_modules/typescript/bin/tsc"), "-p", folder], { encoding: "utf8" });
    assert.equal(status, 0, `${moduleResolution}: ${stdout}`);
  }
});
