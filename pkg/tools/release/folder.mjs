// Fills the folder of a release: everything that a web server needs to serve one version.

import { createHash } from "node:crypto";
import {
  chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { LATER } from "../../../www/parts.js";
import { compressAll, filesBelow } from "./compress.mjs";
import { ReleaseError } from "./error.mjs";

/** Files of pkg/dist for bundlers and editors, which a web server does not need. */
const NOT_SERVED = [/^module\//, /\.d\.ts$/];
/** Files without which the widget cannot work. */
const NEEDED = ["county-chains.js", "county-chains.wasm", "county-chains.own.js", "embed.html"].concat(LATER.map((part) => `county-chains.${part}.wasm`));
/** The scripts for pages, with the attribute that their tags need. */
const TAGS = {
  "county-chains.js": 'type="module" ', "county-chains.inline.js": "", "county-chains.own.inline.js": "", "host.js": "",
};

/**
 * Fills the folder of a version.
 *
 * @param {object} what
 * @param {string} what.root the repository
 * @param {string} what.folder the folder to create; must not exist
 * @param {string} what.version
 * @param {string} [what.base] the address at which the folder will be served, with a slash at its end
 * @param {number} what.time seconds since 1970 that each file is dated with
 * @param {(folder: string, base?: string) => void} what.draw writes the static set into a folder
 */
export function fill({ root, folder, version, base, time, draw }) {
  const dist = join(root, "pkg/dist");
  const missing = NEEDED.find((name) => !existsSync(join(dist, name)));
  if (missing) throw new ReleaseError(`pkg/dist/${missing} is missing; "make pkg" makes it`);
  const served = filesBelow(dist).filter((name) => !NOT_SERVED.some((pattern) => pattern.test(name)));
  for (const name of served) copy(join(dist, name), join(folder, name));
  for (const name of ["LICENSE-MIT", "LICENSE-APACHE", "CHANGELOG.md"]) copy(join(root, name), join(folder, name));
  const hosting = join(root, "pkg/hosting");
  for (const name of filesBelow(hosting)) copy(join(hosting, name), join(folder, "hosting", name));
  write(join(folder, "integrity.json"), `${JSON.stringify(integrity(folder, served, version, base), null, 2)}\n`);
  draw(join(folder, "charts"), base);
  compressAll(folder);
  write(join(folder, "SHA256SUMS"), sums(folder, filesBelow(folder)));
  date(folder, time);
}

/** The hashes for `integrity` attributes, and the tags that carry them. */
function integrity(folder, served, version, base = `/county-chains/${version}/`) {
  const files = {};
  for (const name of served) files[name] = `sha384-${hash("sha384", join(folder, name), "base64")}`;
  const tags = {};
  for (const [name, type] of Object.entries(TAGS).filter(([name]) => files[name])) {
    tags[name] = `<script ${type}src="${base}${name}" integrity="${files[name]}" crossorigin="anonymous"></script>`;
  }
  return { version, files, tags };
}

/** Lines for `sha256sum -c`. */
export function sums(folder, names) {
  return names.map((name) => `${hash("sha256", join(folder, name), "hex")}  ${name}\n`).join("");
}

function hash(algorithm, file, encoding) {
  return createHash(algorithm).update(readFileSync(file)).digest(encoding);
}

/**
 * Gives all files the same date, from which servers derive ETags, and makes them readable for every account, such as that of
 * a web server.
 */
function date(folder, time) {
  for (const name of readdirSync(folder, { recursive: true })) {
    const path = join(folder, name);
    chmodSync(path, statSync(path).isDirectory() ? 0o755 : 0o644);
    utimesSync(path, time, time);
  }
  chmodSync(folder, 0o755);
}

function copy(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}

function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
