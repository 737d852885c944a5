// Lets libFuzzer look for inputs that break what `oracles/` says must hold, and prints what it has reached.
//
// `MINUTES` is for all targets together, `TARGET` names some of them, `SAVE=1` puts the smallest inputs that reach everything
// into `corpus/`. Targets take turns of a minute at most: texts of datasets live as long as the program, so memory grows.

import { execFileSync, spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { cpus } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const HERE = join(ROOT, "tests/fuzz");
const BUILT = join(ROOT, "target/fuzz");
const MINUTES = Number(process.env.MINUTES) || 8;
/** Seconds of a turn. */
const TURN = 60;
/** The longest inputs: longer ones are slow, and say nothing new. */
const LONGEST = { dataset: 16_384, csv: 4096, draft: 4096, text: 2048, numbers: 512, search: 256, link: 2048 };
const LONGEST_OF_OTHERS = 3072;
/** Targets that share a dictionary. */
const DICTIONARY = { svg: "view", html: "view", tables: "view", json: "view", search: "text" };

const all = readdirSync(join(HERE, "guided/targets")).map((name) => name.replace(/\.rs$/, "")).sort();
const targets = process.env.TARGET ? process.env.TARGET.split(/[\s,]+/) : all;
const unknown = targets.find((target) => !all.includes(target));
if (unknown) throw new Error(`no target "${unknown}"; there are ${all.join(" ")}`);

const made = (...parts) => {
  const folder = join(...parts);
  mkdirSync(folder, { recursive: true });
  return folder;
};
const filesIn = (folder) => (existsSync(folder) ? readdirSync(folder) : []);

/** Builds the targets with the pinned compiler. Our code has no `unsafe`, so a sanitizer would look at nothing of it. */
function build() {
  // setup.sh installs cargo-fuzz there.
  const env = { ...process.env, PATH: join(ROOT, "target/tools/bin") + delimiter + process.env.PATH };
  execFileSync("cargo", ["fuzz", "build", "--sanitizer", "none", "--fuzz-dir", join(HERE, "guided"), "--target-dir", BUILT], { cwd: ROOT, env, stdio: "inherit" });
}

/** The program of a target. */
function program(target) {
  const triple = /host: (.+)/.exec(execFileSync("rustc", ["-vV"], { cwd: ROOT, encoding: "utf8" }))[1];
  return join(BUILT, triple, "release", target);
}

/** Runs the program of a target; returns what it said and how it ended. */
function run(target, args) {
  return new Promise((resolve, reject) => {
    const child = spawn("nice", [program(target), ...args], { cwd: ROOT, env: { ...process.env, RUST_BACKTRACE: "0" }, stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text) => (said += text));
    child.on("error", reject).on("close", (code) => resolve({ said, code }));
  });
}

/** The last number behind a word. */
const last = (said, word) => Number([...said.matchAll(new RegExp(`${word} *(\\d+)`, "g"))].at(-1)?.[1] ?? 0);

const figures = new Map(targets.map((target) => [target, { seconds: 0, executions: 0, edges: 0, features: 0, inputs: 0, crashes: [] }]));

/** A turn of a target, which begins with all inputs that are known. */
async function turn(target, seconds) {
  const work = made(BUILT, "corpus", target);
  const crashes = made(BUILT, "crashes", target);
  const before = new Set(filesIn(crashes));
  const saved = ["corpus", "findings"].map((name) => join(HERE, name, target)).filter(existsSync);
  const dictionary = join(HERE, "guided/dictionaries", `${DICTIONARY[target] ?? target}.dict`);
  const started = Date.now();
  const { said, code } = await run(target, [
    work, ...saved, `-max_total_time=${Math.ceil(seconds)}`, "-timeout=20", "-rss_limit_mb=4096", "-print_final_stats=1",
    `-max_len=${LONGEST[target] ?? LONGEST_OF_OTHERS}`, `-artifact_prefix=${crashes}/`, ...(existsSync(dictionary) ? [`-dict=${dictionary}`] : []),
  ]);
  const figure = figures.get(target);
  figure.seconds += (Date.now() - started) / 1000;
  figure.executions += last(said, "stat::number_of_executed_units:");
  figure.edges = Math.max(figure.edges, last(said, "cov:"));
  figure.features = Math.max(figure.features, last(said, "ft:"));
  figure.inputs = filesIn(work).length;
  const found = filesIn(crashes).filter((name) => !before.has(name));
  figure.crashes.push(...found.map((name) => join(crashes, name)));
  if (code !== 0) {
    if (!found.length) throw new Error(`${target} ended with ${code}:\n${said.slice(-2000)}`);
    const told = /panicked at [\s\S]{0,1500}?(?=\nnote:|\n==)/.exec(said)?.[0] ?? said.slice(-1500);
    console.log(`\n${target}: ${found.join(" ")}\n${told}\n`);
  }
}

/** Keeps the smallest inputs that together reach all edges; how often each is reached would keep ten times as many. */
async function save(target) {
  const folder = made(HERE, "corpus", target);
  const fresh = made(BUILT, "minimal", target);
  for (const name of filesIn(fresh)) rmSync(join(fresh, name));
  const { said, code } = await run(target, ["-merge=1", "-use_counters=0", `-max_len=${LONGEST[target] ?? LONGEST_OF_OTHERS}`, fresh, folder, made(BUILT, "corpus", target)]);
  if (code !== 0) throw new Error(`${target} cannot be saved:\n${said.slice(-2000)}`);
  for (const name of filesIn(folder)) rmSync(join(folder, name));
  for (const name of filesIn(fresh)) copyFileSync(join(fresh, name), join(folder, name));
}

function table() {
  const rows = [["target", "minutes", "executions", "edges", "features", "inputs", "crashes"]];
  for (const [target, { seconds, executions, edges, features, inputs, crashes }] of figures) {
    rows.push([target, (seconds / 60).toFixed(1), executions.toLocaleString("en"), edges, features, inputs, crashes.length].map(String));
  }
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) => row.map((cell, column) => (column ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))).join("  ")).join("\n");
}

build();
const end = Date.now() + MINUTES * 60_000;
const seconds = Math.min(TURN, (MINUTES * 60) / targets.length);
/** Targets that wait for their turn in this round. */
const waiting = [];
const isOver = () => Date.now() >= end - 1000;
async function worker() {
  while (!isOver()) {
    if (!waiting.length) waiting.push(...targets.filter((target) => !figures.get(target).crashes.length));
    const target = waiting.shift();
    if (!target) return;
    await turn(target, Math.min(seconds, (end - Date.now()) / 1000));
  }
}
const workers = Number(process.env.WORKERS) || Math.max(1, Math.floor(cpus().length / 2));
await Promise.all(Array.from({ length: workers }, worker));
console.log(table());
if (process.env.SAVE) for (const target of targets) await save(target);
const crashes = [...figures.values()].flatMap(({ crashes }) => crashes);
if (crashes.length) {
  console.error(`\n${crashes.length} inputs break what must hold. docs/dev/fuzzing.md says what to do with them:\n${crashes.join("\n")}`);
  process.exitCode = 1;
}
