// A site as a host would have it: a release in the folder of its version, made by the code that makes releases.

import { existsSync, mkdirSync, mkdtempSync, cpSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fill } from "../../pkg/tools/release/folder.mjs";
import { present } from "../../pkg/tools/release/version.mjs";
import { ROOT } from "./servers.mjs";

/** The version under test. */
export const VERSION = present(ROOT);
/** When the files of these tests were made: 2 January 2024. */
export const TIME = 1_704_153_600;

/** A dataset of the host's own, of which our page for frames takes the name. */
export const DATASET = "countries-by-income";

/** Where readers would find the site: pages of the set name it. */
export const ADDRESS = "http://charts.example";

/** Some of the static set, in place of all. */
export function drawSome(folder, base = `${ADDRESS}/county-chains/${VERSION}/`) {
  const command = join(resolve(ROOT, process.env.CARGO_TARGET_DIR ?? "target"), "debug/county-chains");
  if (!existsSync(command)) throw new Error(`${command} is missing; "make pkg" makes it`);
  const some = ["--all", "--chart", "tiers", "--lang", "zh-Hans", "--theme", "light", "-o", folder];
  mkdirSync(folder, { recursive: true });
  execFileSync(command, ["render", ...some, "--base", base], { stdio: "ignore" });
}

/** Makes the folder of a release. */
export function makeFolder(folder, options = {}) {
  fill({ root: ROOT, folder, version: VERSION, time: TIME, draw: drawSome, ...options });
}

let made;

/** The folder of a release, made once for a test file. */
export function release() {
  if (!made) {
    const parent = mkdtempSync(join(tmpdir(), "county-chains-release-"));
    process.on("exit", () => rmSync(parent, { recursive: true, force: true }));
    made = join(parent, VERSION);
    makeFolder(made);
  }
  return made;
}

/** Fills the root of a site: the version, a moving name for it, data of its own, and what nobody shall get. */
export function fillSite(www) {
  const home = join(www, "county-chains");
  cpSync(release(), join(home, VERSION), { recursive: true, preserveTimestamps: true });
  symlinkSync(VERSION, join(home, "latest"));
  cpSync(join(ROOT, "www/gallery/datasets", DATASET), join(home, VERSION, "data", DATASET), { recursive: true });
  writeFileSync(join(home, VERSION, ".env"), "nobody shall read this");
  mkdirSync(join(home, ".git"));
  writeFileSync(join(home, ".git/config"), "nobody shall read this");
  writeFileSync(join(www, "../outside.txt"), "nobody shall read this");
}
