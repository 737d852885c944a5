// Fills pkg/dist: the wasm by the recipe that old browsers need, the script, the styles, the data.
// Each gate fails the build with one sentence. `make pkg` calls this; docs/dev/build.md has the reasons.

import * as esbuild from "esbuild";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { checkPaths, checkSinks, checkWasm, GateError } from "./gates.mjs";
import { buildOffline } from "./offline.mjs";
import { buildPackage } from "./package.mjs";
import { SYNTAX, buildScripts } from "./scripts.mjs";

const tools = dirname(fileURLToPath(import.meta.url));
const root = resolve(tools, "../..");
const target = resolve(root, process.env.CARGO_TARGET_DIR ?? "target");
const bindgen = join(root, "target/bindgen");
const dist = join(root, "pkg/dist");
/** The two halves of the program, as the bundle names them and as they are shipped. */
const HALVES = [["core", "county-chains.wasm"], ["annex", "county-chains.annex.wasm"]];
const shipped = ([, name]) => join(dist, name);

const WASM = "wasm32-unknown-unknown";

/** What wasm-opt may meet in its input: the standard library is compiled with all of these. */
const NEWER_FEATURES = [
  "--enable-bulk-memory", "--enable-bulk-memory-opt", "--enable-sign-ext", "--enable-mutable-globals",
  "--enable-reference-types", "--enable-multivalue", "--enable-nontrapping-float-to-int",
];
/** The lowering of the rest. Never --llvm-nontrapping-fptoint-lowering: it miscompiles Rust's casts. */
const LOWERING = ["--signext-lowering", "--llvm-memory-copy-fill-lowering"];
/**
 * Without two passes of LLVM that trade code for speed which a wasm compiler finds by itself (strength reduction in
 * loops, loads kept where paths meet); with a stack of 256 kB instead of 1 MB: the data behind it gets lower addresses, which are shorter, and phones less to give.
 */
const LLVM_SMALLEST = ["-Cllvm-args=-disable-lsr", "-Cllvm-args=-enable-load-pre=0", "-Clink-arg=-zstack-size=262144"];
/** Smallest on the wire: functions put into their callers, and values kept for reuse, compress worse than they shrink. */
const SMALLEST = [
  "-Oz", "--converge", "--skip-pass=inlining-optimizing", "--skip-pass=local-cse",
  // Offsets go into the loads. The lowest kilobyte is the far end of the stack, which nothing points to.
  "--low-memory-unused",
];
const STRIPPING = ["--strip-producers", "--strip-target-features"];
/** Gate B01: wasm-opt validates what it read and wrote, and here it may meet nothing newer. */
const OLDEST_FEATURES = ["-mvp", "--enable-mutable-globals"];

const run = (command, args, options) =>
  execFileSync(command, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"], ...options });
const wasmOpt = (...args) => run(process.execPath, [join(tools, "node_modules/binaryen/bin/wasm-opt"), ...args]);
const say = (text) => console.log(`pkg: ${text}`);

/**
 * Flags for rustc. The feature flags keep our code to what lowers correctly. The others replace paths
 * of this machine in panic messages, so that every machine builds the same bytes.
 */
function rustFlags() {
  const rustc = (...args) => execFileSync("rustc", args, { encoding: "utf8", cwd: root }).trim();
  // Where Rust's own sources are installed, rustc names their place instead of the one they were built at.
  const std = [join(rustc("--print", "sysroot"), "lib/rustlib/src/rust"), `/rustc/${/^commit-hash: (\w+)$/m.exec(rustc("-vV"))[1]}`];
  const cargoHome = process.env.CARGO_HOME ?? join(homedir(), ".cargo");
  const sources = join(cargoHome, "registry/src");
  // rustc takes the last prefix that matches: the most special ones come last.
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

/** Compiles the wasm and the two native programs of the build. Cargo knows what is up to date. */
function compile() {
  // The sources come first: their folder is one of the paths that the flags replace.
  run("cargo", ["fetch", "--quiet", "--target", WASM]);
  // The wasm alone: compiled together with a Rust library, everything public would count as used.
  const library = ["--lib", "--crate-type", "cdylib", "--no-default-features"];
  run("cargo", ["rustc", "--quiet", ...library, "--profile", "wasm", "--target", WASM], {
    env: { ...process.env, CARGO_ENCODED_RUSTFLAGS: rustFlags().join("\x1f") },
  });
  run("cargo", ["build", "--quiet", "--package", "county-chains", "--package", "bundle", "--bins"]);
  return {
    linked: join(target, WASM, "wasm/county_chains.wasm"),
    bundle: join(target, "debug/bundle"),
    command: join(target, "debug/county-chains"),
  };
}

/** Makes the shipped wasm and its glue, and puts them through the gates; nothing if they are fresh. */
function buildWasm({ linked, bundle }) {
  const recipe = ["build.mjs", "gates.mjs", "old-engine.cjs", "package-lock.json"].map((name) => join(tools, name));
  const stamp = join(bindgen, "stamp");
  const state = hash("sha256", ...[linked, bundle, ...recipe].map((file) => readFileSync(file)));
  const made = ["county_chains.js", "palette.css", "attributes.js"].map((name) => join(bindgen, name));
  const outputs = [...HALVES.map(shipped), ...made];
  if (outputs.every(existsSync) && existsSync(stamp) && readFileSync(stamp, "utf8") === state) {
    return say("wasm is up to date");
  }
  rmSync(stamp, { force: true });
  run(bundle, [linked, bindgen]);
  const halves = HALVES.map(([half]) => lower(half));
  for (const line of checkWasm(...halves)) say(line);
  HALVES.forEach((half, index) => copyFileSync(halves[index], shipped(half)));
  writeFileSync(stamp, state);
}

/** Takes the newer instructions out of one half and makes it small. */
function lower(half) {
  const [made, lowered, smallest] = ["", ".lowered", ".smallest"].map((step) => join(bindgen, `${half}${step}.wasm`));
  wasmOpt(made, ...NEWER_FEATURES, ...LOWERING, ...SMALLEST, ...STRIPPING, "-o", lowered);
  try {
    wasmOpt(lowered, ...OLDEST_FEATURES, ...SMALLEST, "-o", smallest);
  } catch {
    throw new GateError(`B01: the ${half} holds instructions that Chromium 64 does not know (see above)`);
  }
  return smallest;
}

/** Names and defaults of attributes, where the scripts and the pages of the gallery find them. */
function copyAttributes() {
  copyFileSync(join(bindgen, "attributes.js"), join(root, "www/attribute-table.js"));
}

/** The style sheet: the palette that the Rust side owns, then the hand-written part, which may overrule it. */
async function buildStyles() {
  const entry = { entryPoints: [join(root, "www/style.css")], bundle: true, write: false, target: SYNTAX };
  const { outputFiles: [{ text: written }] } = await esbuild.build(entry);
  // Everywhere, in words by which Dark Reader takes it for print and leaves our colours alone: it makes texts and tiles
  // equally light.
  const source = `@media print,not print{${readFileSync(join(bindgen, "palette.css"), "utf8")}${written}}`;
  const { code } = await esbuild.transform(source, { loader: "css", minify: true, target: SYNTAX });
  writeFileSync(join(dist, "county-chains.css"), code);
  return code;
}

/** The page for frames, and the styles of pages of their own. */
function copyPages() {
  for (const name of ["embed.html", "embed.css", "still.css"]) copyFileSync(join(root, "www", name), join(dist, name));
}

/** The published data, written by the command, so that page, package and terminal agree. */
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
  buildWasm(programs);
  const [core, annex] = HALVES.map(shipped);
  const integrity = [core, annex].map((half) => `sha384-${hash("sha384", readFileSync(half))}`);
  copyAttributes();
  const styles = await buildStyles();
  await buildScripts({ www: join(root, "www"), dist, styles, version: version(), halves: { core, annex }, integrity });
  await buildOffline(join(root, "www"), dist);
  copyPages();
  buildData(programs);
  buildPackage(root);
  checkSinks(dist);
  checkPaths(dist, [root, target, homedir()]);
  say("pkg/dist is ready");
}

build().catch((error) => {
  // Programs that fail have said why themselves; esbuild prints its own errors.
  console.error(error instanceof GateError ? `pkg: ${error.message}` : `pkg: failed: ${error.message.split("\n")[0]}`);
  process.exitCode = 1;
});
