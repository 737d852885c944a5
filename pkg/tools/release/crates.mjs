// The crates of a release, as cargo resolves them: those that are linked into the wasm, and those that the build uses.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const WASM = "wasm32-unknown-unknown";
/** Where releases are built. The crates of other platforms are not used there. */
const HOST = "x86_64-unknown-linux-gnu";
const NAME = "county-chains";
/** The programs that the build compiles for the machine that it runs on. */
const PROGRAMS = [NAME, "bundle"];
/** As `cargo metadata` calls dependencies that are no others. */
const NORMAL = null;

/**
 * @typedef {object} Crate of a registry
 * @property {string} name
 * @property {string} version
 * @property {string} license as its manifest states it
 * @property {string} folder with its sources
 * @property {string} checksum SHA-256 of its archive, from Cargo.lock
 * @property {string[]} needs the keys of the crates that it depends on
 * @property {boolean} isDirect whether a crate of ours depends on it
 */

/** How a crate is called here, and in LICENSE-THIRD-PARTY.txt. */
export const keyOf = ({ name, version }) => `${name} ${version}`;

/** All crates linked into the wasm except our own, which come from no registry. @returns {Crate[]} */
export function linked(root) {
  const graph = resolved(root, WASM, "--no-default-features");
  // Procedural macros run in the compiler. Neither they nor their dependencies are in the wasm.
  return listed(root, graph, reached(graph, [NAME], [NORMAL], isMacro));
}

/** All crates that the build compiles: those of the wasm with their macros, and those of the programs that it runs. @returns {Crate[]} */
export function compiled(root) {
  const [wasm, programs] = [resolved(root, WASM, "--no-default-features"), resolved(root, HOST)];
  const crates = new Map();
  for (const [graph, names] of [[wasm, [NAME]], [programs, PROGRAMS]]) {
    for (const crate of listed(root, graph, reached(graph, names, [NORMAL, "build"], () => false))) {
      // One of them may use more of a crate, and so need more crates for it.
      const { needs = [], isDirect = false } = crates.get(keyOf(crate)) ?? {};
      crates.set(keyOf(crate), { ...crate, needs: [...new Set([...needs, ...crate.needs])].sort(), isDirect: isDirect || crate.isDirect });
    }
  }
  return [...crates.values()].sort(byKey);
}

/** What `cargo metadata` says, by the ids of packages, and what `cargo tree` names. */
function resolved(root, platform, ...options) {
  const cargo = (...args) => execFileSync("cargo", args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 });
  const { packages, resolve } = JSON.parse(cargo("metadata", "--format-version", "1", "--locked", "--filter-platform", platform, ...options));
  // The first also names crates that no chosen feature brings; the second does not.
  const tree = cargo("tree", "--workspace", "--locked", "--target", platform, ...options, "--prefix", "none", "--format", "{p}");
  return {
    used: new Set(tree.split("\n").map((line) => /^(\S+) v(\S+)/.exec(line)).filter(Boolean).map(([, name, version]) => keyOf({ name, version }))),
    packageOf: new Map(packages.map((found) => [found.id, found])),
    nodeOf: new Map(resolve.nodes.map((node) => [node.id, node])),
  };
}

/** The ids of all packages that packages of ours lead to by dependencies of these kinds. */
function reached({ packageOf, nodeOf }, names, kinds, isLeftOut) {
  const seen = new Set();
  const visit = (id) => {
    if (seen.has(id) || isLeftOut(packageOf.get(id))) return;
    seen.add(id);
    for (const next of dependencies(nodeOf.get(id), kinds)) visit(next);
  };
  for (const [id, { name, source }] of packageOf) if (source === null && names.includes(name)) visit(id);
  return seen;
}

function dependencies({ deps }, kinds) {
  return deps.filter(({ dep_kinds: found }) => found.some(({ kind }) => kinds.includes(kind))).map(({ pkg }) => pkg);
}

function isMacro({ targets }) {
  return targets.some(({ kind }) => kind.includes("proc-macro"));
}

/** The crates of these ids that come from a registry, by name. */
function listed(root, { packageOf, nodeOf, used }, ids) {
  const checksums = checksumsOf(root);
  const isOurs = (id) => packageOf.get(id).source === null;
  const isListed = (id) => ids.has(id) && !isOurs(id) && used.has(keyOf(packageOf.get(id)));
  const needed = (id) => dependencies(nodeOf.get(id), [NORMAL, "build"]).filter(isListed);
  const direct = new Set([...ids].filter(isOurs).flatMap(needed));
  return [...ids].filter(isListed).map((id) => {
    const { name, version, license, manifest_path: manifest } = packageOf.get(id);
    const needs = needed(id).map((next) => keyOf(packageOf.get(next))).sort();
    const checksum = checksums.get(keyOf({ name, version }));
    return { name, version, license, folder: dirname(manifest), checksum, needs, isDirect: direct.has(id) };
  }).sort(byKey);
}

function byKey(one, other) {
  return keyOf(one) < keyOf(other) ? -1 : 1;
}

/** The checksums that Cargo.lock states. */
function checksumsOf(root) {
  const entry = /^\[\[package\]\]\nname = "(.+)"\nversion = "(.+)"\nsource = ".+"\nchecksum = "([0-9a-f]{64})"$/gm;
  const text = readFileSync(join(root, "Cargo.lock"), "utf8");
  return new Map([...text.matchAll(entry)].map(([, name, version, checksum]) => [keyOf({ name, version }), checksum]));
}
