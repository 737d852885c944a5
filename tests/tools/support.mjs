// A project with the package and the tools of others in it, and these tools run in it.

import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ROOT, project } from "../package/support.mjs";

const TOOLS = fileURLToPath(new URL("node_modules", import.meta.url));

/** Why a tool cannot run here, or false. */
export const tooOld = Number.parseInt(process.versions.node, 10) < 20 && "Vitest, jsdom and Are the types wrong? need Node.js 20";

/** An empty project with the package and the tools, until the tests end. */
export function toolProject(after) {
  const folder = project(after);
  const there = join(folder, "node_modules");
  for (const name of readdirSync(TOOLS).filter((name) => !name.startsWith("."))) symlinkSync(join(TOOLS, name), join(there, name));
  return folder;
}

/** Writes the files of a project, by path. */
export function write(folder, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Runs the program of an npm package. Returns whether it went well, and all that it said. */
export function run(folder, [path, ...words]) {
  const env = { ...process.env, NO_COLOR: "1", CI: "1" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(TOOLS, path), ...words], { cwd: folder, env, encoding: "utf8" });
  return { status, said: stdout + stderr };
}

/** The code in the package's README that begins with the name of its file. */
export function sample(file) {
  const readme = readFileSync(join(ROOT, "pkg/README.md"), "utf8");
  const found = readme.split("```js\n").find((text) => text.startsWith(`// ${file}\n`));
  if (!found) throw new Error(`no ${file} in pkg/README.md`);
  return found.split("```")[0];
}
