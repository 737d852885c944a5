// The package as npm would install it, unpacked into a project of its own.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const PKG = join(ROOT, "pkg");

/** What `npm pack` would put into the package. */
export function packed() {
  const [{ files }] = JSON.parse(npm("pack", "--dry-run", "--json"));
  return files.map(({ path }) => path).sort();
}

/** Packs the package and unpacks it to `node_modules/county-chains` of `project`. */
export function installInto(project) {
  const folder = join(project, "node_modules/county-chains");
  // Test files run at the same time and pack archives of the same name.
  const packing = mkdtempSync(join(tmpdir(), "county-chains-pack-"));
  const [{ filename }] = JSON.parse(npm("pack", "--json", "--pack-destination", packing));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  execFileSync("tar", ["-xzf", join(packing, filename), "-C", folder, "--strip-components", "1"]);
  rmSync(packing, { recursive: true });
  return folder;
}

/** An empty project with the package in it, until the tests end. */
export function project(after) {
  const folder = mkdtempSync(join(tmpdir(), "county-chains-project-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  installInto(folder);
  return folder;
}

function npm(...words) {
  return execFileSync("npm", words, { cwd: PKG, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}
