// Fills pkg/dist: the wasm, lowered for old browsers, the scripts, the styles and the data. A gate that fails stops the build
// with one sentence. `make pkg` calls this; docs/dev/build.md gives the reasons.

import * as esbuild from "esbuild";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { checkCalls, checkPaths, checkSinks, checkWasm, GateError } from "./gates.mjs";
import { buildOffline } from "./offline.mjs";
import { inOrderOfLikeness } from "./order.mjs";
import { buildPackage } from "./package.mjs";
import { SYNTAX, buildScripts } from "./scripts.mjs";

const tools = dirname(fileURLToPath(import.meta.url));
const root = resolve(tools, "../..");
const target = resolve(root, process.env.CARGO_TARGET_DIR ?? "target");
const bindgen = join(root, "target/bindgen");
const dist = join(root, "pkg/dist");
/** The tables for scripts that the bundle writes, and what they are called in www/. */
const TABLES = {
  "attributes.js": "attribute-table.js", "names.js": "chart-table.js", "names.d.ts": "names.d.ts", "parts.js": "parts.js",
};

/** The style sheets that parts bring. */
const BROUGHT = { annex: "annex.css", facts: "facts.css", own: "lists.css" };
/** The colours that the bundle writes for style sheets. */
const PALETTES = { "style.css": "palette.css", "own.css": "palette.own.css" };

const WASM = "wasm32-unknown-unknown";
/** What the lock file does not name is not built. */
const LOCKED = ["--locked"];

/** The features that wasm-opt must accept in its input: the standard library is compiled with all of these. */
const NEWER_FEATURES = [
  "--enable-bulk-memory", "--enable-bulk-memory-opt", "--enable-sign-ext", "--enable-mutable-globals",
  "--enable-reference-types", "--enable-multivalue", "--enable-nontrapping-float-to-int",
];
/** Passes that replace the remaining newer instructions. Never --llvm-nontrapping-fptoint-lowering: it miscompiles Rust's casts. */
const LOWERING = ["--signext-lowering"];
/**
 * Disables two LLVM passes whose speed-up a wasm compiler finds by itself (strength reduction in loops, and keeping loads
 * where paths meet). A stack of 256 kB instead of 1 MB gives the data behind it lower addresses, which are shorter, and takes
 * less memory of a phone.
 */
const LLVM_SMALLEST = ["-Cllvm-args=-disable-lsr", "-Cllvm-args=-enable-load-pre=0", "-Clink-arg=-zstack-size=262144"];
/** Lets the linker say where addresses stand and whose they are, by which the bundle finds the constants of each part. */
const LINKING = ["-Clink-arg=--emit-relocs"];
/** The smallest after compression: inlining of more than a few instructions, and reuse of local values, compress badly. */
const SMALLEST = [
  "-Oz", "--converge", "--skip-pass=local-cse",
  "--always-inline-max-function-size=4", "--one-caller-inline-max-function-size=30", "--flexible-inline-max-function-size=0",
  // Folds offsets into loads. That is safe, as the lowest kilobyte is the end of the stack, and no pointer points there.
  "--low-memory-unused",
];
const STRIPPING = ["--strip-producers", "--strip-target-features"];
/** Gate B01: with these features alone wasm-opt rejects any newer instruction. */
const OLDEST_FEATURES = ["-mvp", "--enable-mutable-globals"];
/** Without a pass wasm-opt translates from one form into another, and would warn that it has no other work. */
const TRANSLATED = ["--quiet"];

const run = (command, args, options) =>
  execFileSync(command, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"], ...options });
const wasmOpt = (...args) => run(process.execPath, [join(tools, "node_modules/binaryen/bin/wasm-opt"), ...args]);
const say = (text) => console.log(`pkg: ${text}`);

/**
 * Flags for rustc. The feature flags limit our code to instructions that can be lowered correctly. The others replace paths of
 * this machine in panic messages, so that every machine builds the same bytes.
 */
function rustFlags() {
  const rustc = (...args) => execFileSync("rustc", args, { encoding: "utf8", cwd: root }).trim();
  // If Rust's own sources are installed, rustc writes their path instead of the one they were built at.
  const std = [join(rustc("--print", "sysroot"), "lib/rustlib/src/rust"), `/rustc/${/^commit-hash: (\w+)$/m.exec(rustc("-vV"))[1]}`];
  const cargoHome = process.env.CARGO_HOME ?? join(homedir(), ".cargo");
  const sources = join(cargoHome, "registry/src");
  // rustc uses the last prefix that matches, so the longest ones come last.
  const renamed = [[root, "/src"], [target, "/target"], [cargoHome, "/cargo"], std];
  for (const registry of existsSync(sources) ? readdirSync(sources) : []) {
    renamed.push([join(sources, registry), "/crates"]);
  }
  return [
    "-Ctarget-feature=-reference-types,-multivalue,-nontrapping-fptoint",
    ...LLVM_SMALLEST,
    ...renamed.map(([from, to]) => `--remap-path-prefix=${from}=${to}`),
  ];
}

/** Compiles the wasm and the two native programs of the build. Cargo skips what is up to date. */
function compile() {
  // Fetch first, because the folder of the sources is one of the paths that the flags replace.
  run("cargo", ["fetch", "--quiet", ...LOCKED, "--target", WASM]);
  // Only the cdylib: together with a Rust library everything public would count as used.
  const library = ["--lib", "--crate-type", "cdylib", "--no-default-features"];
  run("cargo", ["rustc", "--quiet", ...LOCKED, ...library, "--profile", "wasm", "--target", WASM, "--", ...LINKING], {
    env: { ...process.env, CARGO_ENCODED_RUSTFLAGS: rustFlags().join("\x1f") },
  });
  run("cargo", ["build", "--quiet", ...LOCKED, "--package", "county-chains", "--package", "bundle", "--bins"]);
  return {
    linked: join(target, WASM, "wasm/county_chains.wasm"),
    bundle: join(target, "debug/bundle"),
    command: join(target, "debug/county-chains"),
  };
}

/** Builds the shipped wasm and its glue, and runs the gates on them. Does nothing if they are up to date. Returns the path of each part. */
async function buildWasm({ linked, bundle }) {
  const recipe = ["build.mjs", "gates.mjs", "old-engine.cjs", "order.mjs", "package-lock.json"].map((name) => join(tools, name));
  const stamp = join(bindgen, "stamp");
  const state = hash("sha256", ...[linked, bundle, ...recipe].map((file) => readFileSync(file)));
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === state) {
    const parts = await shippedParts();
    if (Object.keys(parts).every((part) => existsSync(smallestOf(part)))) {
      say("wasm is up to date");
      return parts;
    }
  }
  rmSync(stamp, { force: true });
  run(bundle, [linked, bindgen]);
  const parts = await shippedParts();
  for (const part of Object.keys(parts)) lower(part);
  for (const line of checkWasm(Object.keys(parts).map(smallestOf))) say(line);
  writeFileSync(stamp, state);
  return parts;
}

/** Writes the parts to where they are shipped, those with a style sheet of their own with it. */
function shipParts(parts, sheets) {
  for (const [part, path] of Object.entries(parts)) {
    const section = part in BROUGHT ? customSection("styles", sheets[BROUGHT[part]]) : [];
    writeFileSync(path, Buffer.concat([readFileSync(smallestOf(part)), ...section]));
  }
}

/** A custom section of wasm, which programs ignore and scripts can read. */
function customSection(name, text) {
  const content = Buffer.concat([leb128(name.length), Buffer.from(name), Buffer.from(text)]);
  return [Buffer.from([0]), leb128(content.length), content];
}

/** A length as wasm writes it: seven bits a byte, the lowest first. */
function leb128(length) {
  const bytes = [];
  for (let rest = length; bytes.length === 0 || rest > 0; rest >>>= 7) bytes.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
  return Buffer.from(bytes);
}

/** The parts of the program, the core first, and where they are shipped. */
async function shippedParts() {
  const { CORE, DRAFT, LATER } = await import(pathToFileURL(join(bindgen, "parts.js")).href);
  const later = [...LATER, DRAFT].map((part) => [part, join(dist, `county-chains.${part}.wasm`)]);
  return Object.fromEntries([[CORE, join(dist, "county-chains.wasm")], ...later]);
}

/** Where a part is once it has been lowered. */
const smallestOf = (part) => join(bindgen, `${part}.smallest.wasm`);

/** Lowers the newer instructions of a part, shrinks it and puts its functions in order. */
function lower(part) {
  const [made, lowered, text, ordered] = [".wasm", ".lowered.wasm", ".wat", ".ordered.wat"].map((end) => join(bindgen, part + end));
  const symbols = `--symbolmap=${join(bindgen, `${part}.symbols`)}`;
  wasmOpt(made, ...NEWER_FEATURES, ...LOWERING, ...SMALLEST, symbols, ...STRIPPING, "-o", lowered);
  try {
    wasmOpt(lowered, ...OLDEST_FEATURES, ...TRANSLATED, "-S", "-o", text);
  } catch {
    throw new GateError(`B01: the ${part} holds instructions that Chromium 64 does not know (see above)`);
  }
  writeFileSync(ordered, inOrderOfLikeness(readFileSync(text, "utf8"), readFileSync(lowered)));
  wasmOpt(ordered, ...OLDEST_FEATURES, ...TRANSLATED, "-o", smallestOf(part));
}

/** Copies what scripts, types, tests and the pages of the gallery need to know of Rust's lists to where they import it. */
function copyTables() {
  for (const [made, name] of Object.entries(TABLES)) copyFileSync(join(bindgen, made), join(root, "www", name));
}

/**
 * Writes the style sheet with all, and returns the sheets by their names in www/. `all.css` is for widgets that do not wait
 * for those that parts bring; what only datasets of a page's own need is not in it.
 */
async function buildStyles() {
  const names = ["style.css", ...Object.values(BROUGHT), "last.css", "own.css"];
  const sheets = await Promise.all(names.map(styleSheet));
  const own = sheets[sheets.length - 1];
  const all = sheets.slice(0, -1).join("");
  writeFileSync(join(dist, "county-chains.css"), all + own);
  return { ...Object.fromEntries(names.map((name, index) => [name, sheets[index]])), "all.css": all };
}

/** A style sheet: its palette from Rust, if it has one, then the hand-written part, which may override it. */
async function styleSheet(name) {
  const entry = { entryPoints: [join(root, "www", name)], bundle: true, write: false, target: SYNTAX };
  const { outputFiles: [{ text: written }] } = await esbuild.build(entry);
  const palette = name in PALETTES ? readFileSync(join(bindgen, PALETTES[name]), "utf8") : "";
  // This media query always matches. Dark Reader takes it for print and leaves our colours alone; it would make texts and
  // tiles equally light.
  const source = `@media print,not print{${palette}${written}}`;
  const { code } = await esbuild.transform(source, { loader: "css", minify: true, target: SYNTAX });
  return code;
}

/** Copies the page for frames, and the styles of pages with static charts. */
function copyPages() {
  for (const name of ["embed.html", "embed.css", "still.css"]) copyFileSync(join(root, "www", name), join(dist, name));
}

/** Lets the command write the published data, so that page, package and terminal agree. */
function buildData({ command }) {
  for (const format of ["json", "csv"]) {
    writeFileSync(join(dist, `data.${format}`), execFileSync(command, ["facts", "--format", format], { cwd: root }));
  }
}

function version() {
  return /^version = "(.+)"$/m.exec(readFileSync(join(root, "Cargo.toml"), "utf8"))[1];
}

function hash(algorithm, ...contents) {
  const digest = createHash(algorithm);
  for (const content of contents) digest.update(content);
  return digest.digest("base64");
}

async function build() {
  mkdirSync(dist, { recursive: true });
  const programs = compile();
  const parts = await buildWasm(programs);
  const { OWN: own } = await import(pathToFileURL(join(bindgen, "parts.js")).href);
  const sheets = await buildStyles();
  shipParts(parts, sheets);
  const integrity = Object.fromEntries(Object.entries(parts).map(([part, path]) => [part, `sha256-${hash("sha256", readFileSync(path))}`]));
  copyTables();
  await buildScripts({ www: join(root, "www"), dist, sheets, version: version(), parts, integrity, own });
  await buildOffline(join(root, "www"), dist);
  copyPages();
  buildData(programs);
  buildPackage(root);
  checkSinks(dist);
  checkPaths(dist, [root, target, homedir()]);
  checkCalls(readFileSync(join(bindgen, "calls.txt"), "utf8"), readFileSync(join(root, "SECURITY.md"), "utf8"));
  say("pkg/dist is ready");
}

build().catch((error) => {
  // Programs that fail, and esbuild, have printed the reason themselves.
  console.error(error instanceof GateError ? `pkg: ${error.message}` : `pkg: failed: ${error.message.split("\n")[0]}`);
  process.exitCode = 1;
});
