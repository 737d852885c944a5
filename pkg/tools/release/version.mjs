// Reads and sets the version of the project. Cargo.toml states it, and other files must agree.

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import semver from "semver";
import { ReleaseError } from "./error.mjs";

const NAME = "county-chains";
/** In these files the version of the package itself comes before any dependency. */
const IN_CARGO_TOML = /^(\[package\]\n(?:[^[\n].*\n)*?version = ")([^"]+)(")/m;
const IN_CARGO_LOCK = new RegExp(`^(name = "${NAME}"\\nversion = ")([^"]+)(")`, "m");
const IN_PACKAGE = /^(  "version": ")([^"]+)(")/m;
/** The targets for the fuzzer are a workspace of their own, with a lock file of their own. */
const CARGO_LOCKS = ["Cargo.lock", "tests/fuzz/guided/Cargo.lock"];
const PLACES = [["Cargo.toml", IN_CARGO_TOML], ...CARGO_LOCKS.map((file) => [file, IN_CARGO_LOCK]), ["pkg/package.json", IN_PACKAGE]];

/** The version that Cargo.toml states. */
export function present(root) {
  return found(root, "Cargo.toml", IN_CARGO_TOML);
}

/** Throws if a file states another version than Cargo.toml. */
export function checkAgreement(root) {
  const version = present(root);
  for (const [file, pattern] of PLACES) {
    const other = found(root, file, pattern);
    if (other !== version) {
      throw new ReleaseError(`${file} states version ${other}, Cargo.toml ${version}; "make release VERSION=${version}" sets both`);
    }
  }
  for (const [file, lock] of locks(root)) {
    const other = entries(lock).find((entry) => entry.version !== version);
    if (other) throw new ReleaseError(`${file} states version ${other.version} of ${NAME}, Cargo.toml ${version}`);
  }
}

/** Throws if a version is invalid, or older than the present one. */
export function checkNext(root, next) {
  if (semver.valid(next) !== next) {
    throw new ReleaseError(`VERSION=${next} is no version; expected one such as 1.2.3 or 1.2.3-rc.1`);
  }
  const version = present(root);
  if (semver.lt(next, version)) throw new ReleaseError(`VERSION=${next} is older than ${version}, which Cargo.toml states`);
}

/** Writes a version into every file that states it, including the lock files of the examples. */
export function set(root, version) {
  for (const [file, pattern] of PLACES) {
    write(root, file, read(root, file).replace(pattern, (_, before, old, after) => before + version + after));
  }
  for (const [file, lock] of locks(root)) {
    for (const entry of entries(lock)) entry.version = version;
    write(root, file, `${JSON.stringify(lock, null, 2)}\n`);
  }
}

/** The tracked lock files of npm that contain our package, parsed. */
function locks(root) {
  const listed = execFileSync("git", ["ls-files", "package-lock.json", "*/package-lock.json"], { cwd: root, encoding: "utf8" });
  return listed.split("\n").filter(Boolean).map((file) => [file, JSON.parse(read(root, file))])
    .filter(([, lock]) => entries(lock).length > 0);
}

/** The entries of a lock file for our package in this repository. */
function entries(lock) {
  const named = Object.entries(lock.packages ?? {}).filter(([path, entry]) =>
    entry.version && (entry.name === NAME || (path.endsWith("/pkg") && !entry.name)));
  return named.map(([, entry]) => entry);
}

function found(root, file, pattern) {
  const match = pattern.exec(read(root, file));
  if (!match) throw new ReleaseError(`${file} states no version of ${NAME}`);
  return match[2];
}

const read = (root, file) => readFileSync(join(root, file), "utf8");
const write = (root, file, text) => writeFileSync(join(root, file), text);
