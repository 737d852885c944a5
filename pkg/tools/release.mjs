// Builds everything that gets published into release/. `make release` calls this; CONTRIBUTING.md explains when.
// It pushes, tags and publishes nothing.
//
// VERSION=x.y.z   first sets this version in all files that state one, and dates the changelog
// BASE=address    the address at which the folder will be served, for links in pictures and tags in integrity.json
// TAG=vx.y.z      stops if the tag does not match the version
// DRAFT=1         for a trial: allows uncommitted changes, a version without a date, and manifests that name no repository

import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import * as changelog from "./release/changelog.mjs";
import { linked } from "./release/crates.mjs";
import { ReleaseError } from "./release/error.mjs";
import { repositoryOf } from "./release/repository.mjs";
import { checkStandardCrates } from "./release/standard-library.mjs";
import * as version from "./release/version.mjs";

const root = resolve(fileURLToPath(new URL("../..", import.meta.url)));
const target = resolve(root, process.env.CARGO_TARGET_DIR ?? "target");
const out = join(root, "release");
const dist = join(root, "pkg/dist");
const { VERSION, TAG, DRAFT } = process.env;

const say = (text) => console.log(`release: ${text}`);
const git = (...args) => execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();
const run = (command, args) => execFileSync(command, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });

/** Sets a new version in the working tree. Everything is checked before the first file changes. */
function prepare() {
  version.checkNext(root, VERSION);
  const text = changelog.dated(root, VERSION, new Date().toISOString().slice(0, 10));
  version.set(root, VERSION);
  changelog.write(root, text);
  say(`set version ${VERSION}; look at "git diff"`);
}

/** Stops if something should not be published. Returns the version and its section of the changelog. */
function check() {
  const stated = version.present(root);
  version.checkAgreement(root);
  if (TAG && TAG !== `v${stated}`) {
    throw new ReleaseError(`the tag ${TAG} does not fit version ${stated} of Cargo.toml; expected v${stated}`);
  }
  return { stated, notes: DRAFT ? undefined : changelog.sectionOf(root, stated).notes };
}

function checkClean() {
  const [first, ...others] = git("status", "--porcelain").split("\n").filter(Boolean).map((line) => line.split(" ").at(-1));
  if (!first) return;
  const all = others.length > 0 ? `${first} and ${others.length} more` : first;
  throw new ReleaseError(`not everything is committed: ${all}; commit or remove it, or try the release with DRAFT=1`);
}

/** Rebuilds pkg/dist from nothing, so that it contains no file of another version. */
function build() {
  rmSync(dist, { recursive: true, force: true });
  run(process.execPath, [join(root, "pkg/tools/build.mjs")]);
  const wasm = join(target, "wasm32-unknown-unknown/wasm/county_chains.wasm");
  checkStandardCrates(root, wasm, linked(root).map(({ name }) => name));
}

/** Lets the command write the static charts. */
function draw(folder, base) {
  run(join(target, "debug/county-chains"), ["render", "--all", "-o", folder, ...(base ? ["--base", base] : [])]);
}

/** The date of all files: that of the commit, so that everybody builds the same archives. */
function time() {
  return Number(process.env.SOURCE_DATE_EPOCH || git("log", "-1", "--format=%ct"));
}

async function release() {
  if (!DRAFT) checkClean();
  const repository = repositoryOf(root, { isNeeded: !DRAFT });
  if (VERSION) prepare();
  const { stated, notes } = check();
  const base = process.env.BASE && `${process.env.BASE.replace(/\/+$/, "")}/`;
  rmSync(out, { recursive: true, force: true });
  build();
  // It reads the table of the wasm's parts, which the build has just written.
  const { assemble } = await import("./release/assemble.mjs");
  const made = await assemble({ root, out, version: stated, base, time: time(), repository, draw });
  if (notes) writeFileSync(join(out, "NOTES.md"), notes);
  say(`release/ holds county-chains-${stated}/, ${made.join(", ")} and SHA256SUMS`);
}

release().catch((error) => {
  // Programs that fail have printed the reason themselves.
  console.error(`release: ${error instanceof ReleaseError ? error.message : `failed: ${error.message.split("\n")[0]}`}`);
  process.exitCode = 1;
});
