// Writes LICENSE-THIRD-PARTY.txt: the crates whose code is in the wasm, with the licence texts that must be passed on.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ReleaseError } from "./error.mjs";

const WASM = "wasm32-unknown-unknown";
const NAME = "county-chains";

/** Names of licence files, the preferred one first. If a crate offers several licences we choose MIT, which is short. */
const TEXTS = [/^licen[sc]e[-.]mit/i, /^licen[sc]e(\.(md|txt))?$/i, /^copying/i, /^licen[sc]e/i];
/** Further texts that a licence requires. */
const ALSO = [/^notice/i, /unicode/i];

const NO_TEXT = "These crates come without a text. Taken under Apache-2.0; the text is that of LICENSE-APACHE.";

/** All crates linked into the wasm except our own, which come from no registry. @returns {{ name: string, version: string, license: string, folder: string }[]} */
export function crates(root) {
  const options = ["--format-version", "1", "--locked", "--filter-platform", WASM, "--no-default-features"];
  const text = execFileSync("cargo", ["metadata", ...options], { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 });
  const { packages, resolve } = JSON.parse(text);
  const packageOf = new Map(packages.map((found) => [found.id, found]));
  const nodeOf = new Map(resolve.nodes.map((node) => [node.id, node]));
  const own = packages.find(({ name }) => name === NAME);
  const seen = new Set();
  const visit = (id) => {
    if (seen.has(id) || isMacro(packageOf.get(id))) return;
    seen.add(id);
    const linked = nodeOf.get(id).deps.filter(({ dep_kinds: kinds }) => kinds.some(({ kind }) => kind === null));
    for (const { pkg } of linked) visit(pkg);
  };
  visit(own.id);
  return [...seen].map((id) => packageOf.get(id)).filter(({ source }) => source !== null)
    .map(({ name, version, license, manifest_path: manifest }) => ({ name, version, license, folder: dirname(manifest) }))
    .sort((one, other) => (`${one.name} ${one.version}` < `${other.name} ${other.version}` ? -1 : 1));
}

/** Procedural macros run in the compiler. Neither they nor their dependencies are in the wasm. */
function isMacro({ targets }) {
  return targets.some(({ kind }) => kind.includes("proc-macro"));
}

/** The text of LICENSE-THIRD-PARTY.txt. Throws if a crate has no licence. */
export function thirdParty(root) {
  const list = crates(root);
  const lines = list.map(({ name, version, license }) => {
    if (!license) throw new ReleaseError(`the crate ${name} ${version} names no licence`);
    return `${name} ${version}: ${license}`;
  });
  const byText = new Map();
  for (const crate of list) {
    for (const text of textsOf(crate)) byText.set(text, [...(byText.get(text) ?? []), `${crate.name} ${crate.version}`]);
  }
  const texts = [...byText].map(([text, names]) => `${"-".repeat(80)}\n${names.join(", ")}\n\n${text}\n`);
  return `The wasm of county-chains contains code of these crates, each under the licence it names:

${lines.join("\n")}

It also contains parts of Rust's standard library: MIT OR Apache-2.0, https://www.rust-lang.org.

${texts.join("\n")}`;
}

/** The licence texts that come with a crate. */
function textsOf({ name, version, license, folder }) {
  const files = readdirSync(folder).sort();
  const main = TEXTS.map((pattern) => files.find((file) => pattern.test(file))).find(Boolean);
  if (!main) {
    // The text of Apache-2.0 is the same for all crates, and we ship it.
    if (/\bApache-2\.0\b/.test(license)) return [NO_TEXT];
    throw new ReleaseError(`the crate ${name} ${version} comes without the text of its licence (${license})`);
  }
  const also = files.filter((file) => file !== main && ALSO.some((pattern) => pattern.test(file)));
  return [main, ...also].map((file) => readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim());
}
