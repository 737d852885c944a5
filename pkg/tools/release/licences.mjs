// Writes LICENSE-THIRD-PARTY.txt: what is not ours in the wasm and the scripts, with the licence texts that must be passed on.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compiled, keyOf, linked } from "./crates.mjs";
import { ReleaseError } from "./error.mjs";
import { standardCrates, standardTexts } from "./standard-library.mjs";

/** The crate that writes the glue between JavaScript and the wasm. */
const GLUE = "wasm-bindgen-cli-support";
/** The npm package that puts helper functions into scripts. */
const HELPERS = "esbuild";

/** Names of licence files, the preferred one first. If a crate offers several licences we choose MIT, which is short. */
const TEXTS = [/^licen[sc]e[-.]mit/i, /^licen[sc]e(\.(md|txt))?$/i, /^copying/i, /^licen[sc]e/i];
/** Further texts that a licence requires. */
const ALSO = [/^notice/i, /unicode/i];

/** No licence is as short. What is shorter names another file. */
const SHORTEST = 200;
/** The texts of crates whose archive has only the path of it, copied from where the crate is developed. */
const COPIED = { plotters: "plotters.txt", "plotters-backend": "plotters.txt" };

const NO_TEXT = "These crates come without a text. Taken under Apache-2.0; the text is that of LICENSE-APACHE.";

/**
 * What is not ours in what we ship, each with its licence: crates in the wasm, those of Rust's standard library, and the
 * programs that write a part of the scripts.
 */
export function shipped(root) {
  return { crates: linked(root), standard: standardCrates(root), writers: writers(root) };
}

/** The programs that write a part of the scripts: a crate and an npm package. */
function writers(root) {
  const glue = compiled(root).find(({ name }) => name === GLUE);
  const folder = join(root, "pkg/tools/node_modules", HELPERS);
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return [glue, { name, version, license, folder }];
}

/** The text of LICENSE-THIRD-PARTY.txt. Throws if something has no licence. */
export function thirdParty(root) {
  const { crates, standard, writers } = shipped(root);
  const byText = new Map();
  const add = (text, name) => byText.set(text, [...(byText.get(text) ?? []), name]);
  for (const one of [...crates, ...writers]) for (const text of textsOf(one)) add(text, keyOf(one));
  for (const [licence, text] of standardTexts(root)) add(text, `Rust's standard library, where it names ${licence}`);
  const texts = [...byText].map(([text, names]) => `${"-".repeat(80)}\n${names.join(", ")}\n\n${text}\n`);
  return `The wasm of county-chains contains code of these crates, each under the licence it names:

${lines(crates)}

It also contains parts of Rust's standard library. Where a choice is offered, they are taken under Apache-2.0; the text is that of LICENSE-APACHE.

${lines(standard)}

The scripts contain code that these programs have written:

${lines(writers)}

${texts.join("\n")}`;
}

function lines(list) {
  return list.map((one) => {
    if (!one.license) throw new ReleaseError(`${keyOf(one)} names no licence`);
    return `${keyOf(one)}: ${one.license}`;
  }).join("\n");
}

/** The licence texts that come with a crate or a package. */
function textsOf({ name, version, license, folder }) {
  const files = readdirSync(folder).sort();
  const read = (file) => readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim();
  const main = TEXTS.map((pattern) => files.find((file) => pattern.test(file))).find((file) => file && read(file).length >= SHORTEST);
  if (!main && COPIED[name]) return [readFileSync(new URL(COPIED[name], import.meta.url), "utf8").trim()];
  if (!main) {
    // The text of Apache-2.0 is the same for all crates, and we ship it.
    if (/\bApache-2\.0\b/.test(license)) return [NO_TEXT];
    throw new ReleaseError(`${name} ${version} comes without the text of its licence (${license})`);
  }
  const also = files.filter((file) => file !== main && ALSO.some((pattern) => pattern.test(file)));
  return [main, ...also].map(read);
}
