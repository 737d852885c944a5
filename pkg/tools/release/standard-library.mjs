// What of Rust's standard library is in the wasm, and the notices of it that must be passed on. Both come with the compiler.

import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ReleaseError } from "./error.mjs";

/** What the project of Rust says of its library: each crate that it takes from elsewhere, with version and licence. */
const COPYRIGHT = "share/doc/rust/COPYRIGHT-library.html";
/** The texts of licences beside it. */
const TEXTS = "share/doc/rust/licenses";

/** The crates in the compiler's own tree, whose licences no file of the compiler states one by one. */
const IN_TREE = [
  { name: "alloc", license: "MIT OR Apache-2.0" },
  { name: "compiler_builtins", license: "MIT AND Apache-2.0 WITH LLVM-exception AND (MIT OR Apache-2.0)" },
  // With tables of Unicode.
  { name: "core", license: "(MIT OR Apache-2.0) AND Unicode-3.0" },
  { name: "std", license: "MIT OR Apache-2.0" },
];
/** The crates that it takes from elsewhere. The others of its crates are not in the wasm. */
const TAKEN = ["hashbrown"];
/** The licences whose texts must go along; that of Apache-2.0 is shipped anyway. */
const PASSED_ON = ["MIT", "LLVM-exception", "Unicode-3.0"];

/** The crates of the standard library in the wasm. @returns {{ name: string, version: string, license: string }[]} */
export function standardCrates(root) {
  const version = /^release: (.+)$/m.exec(rustc(root, "-vV"))[1];
  const said = read(root, COPYRIGHT);
  const taken = TAKEN.map((name) => {
    const found = new RegExp(`<h3>\\S+ ${name}-([^<]+)</h3>[^]*?<b>License:</b> ([^<]+)<`).exec(said);
    if (!found) throw new ReleaseError(`${COPYRIGHT} of the compiler does not name ${name}; see standard-library.mjs`);
    return { name, version: found[1], license: found[2] };
  });
  return [...IN_TREE.map((crate) => ({ ...crate, version })), ...taken].sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** The texts of licences that its parts ask for, by the names of the licences. @returns {[string, string][]} */
export function standardTexts(root) {
  return PASSED_ON.map((licence) => [licence, read(root, `${TEXTS}/${licence}.txt`).trim()]);
}

/**
 * Throws if the linked wasm has code of a crate of the standard library that the lists above leave out.
 *
 * @param {string} root the repository
 * @param {string} wasm the file
 * @param {string[]} others the crates of registries in it, which may have such a name too
 */
export function checkStandardCrates(root, wasm, others) {
  const known = [...IN_TREE.map(({ name }) => name), ...TAKEN, ...others];
  const found = namedIn(wasm);
  const [first] = standardNames(root).filter((name) => found.has(name) && !known.includes(name));
  if (first) throw new ReleaseError(`the wasm contains code of ${first}, a crate of Rust's standard library; name it in standard-library.mjs`);
}

/** The crates that the names of the functions of a linked wasm begin with, in both ways in which rustc writes names. */
function namedIn(wasm) {
  const text = readFileSync(wasm, "latin1");
  const names = [...text.matchAll(/_ZN(\d+)(\w+)/g), ...text.matchAll(/_R\w*?C(?:s[0-9A-Za-z]*_)?(\d+)_?(\w+)/g)];
  return new Set(names.map(([, length, rest]) => rest.slice(0, Number(length))));
}

/** The crates that the compiler brings for the wasm. */
function standardNames(root) {
  const folder = rustc(root, "--print", "target-libdir", "--target", "wasm32-unknown-unknown");
  return readdirSync(folder).map((file) => /^lib(\w+)-[0-9a-f]+\.rlib$/.exec(file)?.[1]).filter(Boolean);
}

function read(root, name) {
  const file = join(rustc(root, "--print", "sysroot"), name);
  if (!existsSync(file)) throw new ReleaseError(`this Rust comes without ${name}; install the one that rust-toolchain.toml names with rustup`);
  return readFileSync(file, "utf8");
}

const rustc = (root, ...args) => execFileSync("rustc", args, { cwd: root, encoding: "utf8" }).trim();
