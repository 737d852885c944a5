// The npm packages that the build uses, as its lock files resolve them on the platform on which releases are built.

import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The folders of the build with a lock file. */
const FOLDERS = ["pkg/tools", "pkg/tools/release"];
/** Where releases are built. The packages of other platforms are not used there. */
const PLATFORM = { os: "linux", cpu: "x64", libc: "glibc" };

/**
 * @typedef {object} NpmPackage of the registry
 * @property {string} name
 * @property {string} version
 * @property {string} [license] as the lock file states it
 * @property {string} integrity SHA-512 of its archive, in Base64
 * @property {string[]} needs the keys of the packages that it depends on
 * @property {boolean} isDirect whether we ask for it ourselves
 */

/** How a package is called here. */
export const keyOf = ({ name, version }) => `${name}@${version}`;

/** The packages of both folders, each once, by name. @returns {NpmPackage[]} */
export function npmPackages(root) {
  const found = FOLDERS.flatMap((folder) => packagesOf(join(root, folder, "package-lock.json")));
  return [...new Map(found.map((one) => [keyOf(one), one])).values()].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

function packagesOf(lock) {
  const { packages } = JSON.parse(readFileSync(lock, "utf8"));
  const entries = Object.entries(packages).filter(([path, entry]) => path && isForPlatform(entry));
  const named = new Map(entries.map(([path, entry]) => [path, { ...entry, name: entry.name ?? path.split("node_modules/").at(-1) }]));
  return [...named].map(([path, { name, version, license, integrity, dependencies, optionalDependencies }]) => {
    const needs = Object.keys({ ...dependencies, ...optionalDependencies }).map((needed) => found(named, path, needed)).filter(Boolean);
    const isDirect = path.replace("node_modules/", "") in packages[""].devDependencies;
    return { name, version, license, integrity: integrity.replace("sha512-", ""), needs: needs.map(keyOf).sort(), isDirect };
  });
}

function isForPlatform(entry) {
  return Object.entries(PLATFORM).every(([field, value]) => [entry[field] ?? value].flat().includes(value));
}

/** The package that another one gets when it asks for a name: the nearest above it. */
function found(named, path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(folder.lastIndexOf("/node_modules/"), 0))) {
    const near = named.get(folder ? `${folder}/node_modules/${name}` : `node_modules/${name}`);
    if (near || !folder) return near;
  }
}
