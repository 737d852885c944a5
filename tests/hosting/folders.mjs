// Folders for one test: empty, with a few files, or with a copy of the working tree in a repository of its own.

import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ROOT, change, output } from "./servers.mjs";

/** A folder with files, by path and text, that is gone when the test ends. */
export function temporary(t, files = {}) {
  const folder = mkdtempSync(join(tmpdir(), "county-chains-test-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** Runs git as somebody, whoever is at this machine. */
export function git(folder, ...args) {
  return output("git", ["-c", "user.name=Test", "-c", "user.email=test@example.org", ...args], { cwd: folder });
}

/** What of the tests belongs to a copy: cargo wants all crates, and a release writes its version into each lock file. */
const KEPT = ["tests/fuzz/oracles/", "tests/fuzz/guided/"];

/** Copies what git would take of the working tree but its tests, with the installed packages of the build. */
export function copyTree(t) {
  const folder = temporary(t);
  const files = git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    .filter((file) => file && (!file.startsWith("tests/") || KEPT.some((folder) => file.startsWith(folder))) && existsSync(join(ROOT, file)));
  for (const file of files) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    cpSync(join(ROOT, file), join(folder, file));
  }
  for (const modules of ["pkg/tools/node_modules", "pkg/tools/release/node_modules"]) {
    symlinkSync(join(ROOT, modules), join(folder, modules));
  }
  git(folder, "init", "--quiet", "--initial-branch", "main");
  commit(folder, "A copy");
  return folder;
}

/** Where the copy of a working tree says that it is developed. */
export const REPOSITORY = "https://github.com/example/county-chains";

/** Writes this address into both manifests of a copy, as a release asks for it. */
export function nameRepository(folder) {
  change(join(folder, "Cargo.toml"), "\npublish = false\n", `\nrepository = "${REPOSITORY}"\npublish = false\n`);
  const repository = JSON.stringify({ type: "git", url: `git+${REPOSITORY}.git`, directory: "pkg" });
  change(join(folder, "pkg/package.json"), '\n  "type": "module",\n', `\n  "repository": ${repository},\n  "type": "module",\n`);
}

/** Commits everything. */
export function commit(folder, message) {
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--message", message);
}
