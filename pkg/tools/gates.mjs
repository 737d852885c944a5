// The gates of the build: checks that every file in pkg/dist must pass.

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const tools = dirname(fileURLToPath(import.meta.url));

export class GateError extends Error {}

/** V8 5.8, 6.8, 8.4 and 9.4: the engines of Chromium 58, 68, 84 and 94. */
const OLD_ENGINES = ["node-8", "node-10", "node-14", "node-16"];

/** Every way in which text could become markup, script or style. */
const SINKS = [
  /\beval\s*\(/, /\bnew\s+Function\b/, /\binnerHTML\b/, /\bouterHTML\b/, /\binsertAdjacentHTML\b/, /\bDOMParser\b/,
  /\bcreateContextualFragment\b/, /\b(setHTMLUnsafe|parseHTMLUnsafe|srcdoc)\b/, /\bdocument\.write/,
  /\bsetAttribute\(\s*["'`](style|on)/i, /\bjavascript:/i, /<style\b/i,
];

/** Where users and cargo keep their files, on any machine. */
const HOMES = /\.cargo|\/(?:root|home|Users)\//;

/**
 * Gates B02 and B03: old engines can compile all parts of the wasm and join them, and Rust's casts saturate as they do
 * natively. Returns a line for each engine.
 *
 * @param {string[]} parts paths, the core first
 */
export function checkWasm(parts) {
  // The old engines are packaged for this platform only. B01 validates the file on all platforms.
  const available = process.platform === "linux" && process.arch === "x64";
  const engines = available ? OLD_ENGINES.map((name) => join(tools, "node_modules", name, "bin/node")) : [];
  const lines = [process.execPath, ...engines].map((engine) => runOn(engine, parts));
  return available ? lines : [...lines, "old engines: not checked, they exist for Linux on x64 only"];
}

function runOn(engine, files) {
  if (!existsSync(engine)) throw new GateError(`B02: ${engine} is missing; run "make setup"`);
  // Options that are meant for the Node.js of the build an old one may not know.
  const env = { ...process.env, NODE_OPTIONS: "" };
  const { status, stdout, stderr } = spawnSync(engine, [join(tools, "old-engine.cjs"), ...files], { encoding: "utf8", env });
  if (status !== 0) throw new GateError(stderr.trim() || `B02: ${engine} ended with ${status}`);
  return stdout.trim();
}

/** Gate S06: neither the shipped scripts nor the strings of the wasm name a sink for HTML, script or style. */
export function checkSinks(folder) {
  for (const { name, text } of shipped(folder, [".js", ".wasm"])) {
    const found = SINKS.map((sink) => sink.exec(text)).find(Boolean);
    if (found) throw new GateError(`S06: ${name} contains ${JSON.stringify(found[0])}, which strict pages refuse`);
  }
}

/** Gate S41: no shipped file contains a path of the machine that built it. */
export function checkPaths(folder, places) {
  for (const { name, text } of shipped(folder, [".js", ".wasm", ".css"])) {
    const found = places.find((place) => text.includes(place)) ?? HOMES.exec(text)?.[0];
    if (found) throw new GateError(`S41: ${name} contains the build path ${JSON.stringify(found)}`);
  }
}

/**
 * Gate S45: the wasm calls only what SECURITY.md lists. Readers of that document decide by this list what it can do.
 *
 * @param {string} calls the names of the functions that it imports, a line each
 * @param {string} document SECURITY.md
 */
export function checkCalls(calls, document) {
  const listed = /## What the program can call[^]*?```\n([^]*?)```/.exec(document)?.[1].split(/\s+/).filter(Boolean) ?? [];
  const made = calls.split("\n");
  const unlisted = made.filter((name) => !listed.includes(name));
  if (unlisted.length > 0) throw new GateError(`S45: the wasm calls ${unlisted.join(", ")}, which SECURITY.md does not list`);
  const gone = listed.filter((name) => !made.includes(name));
  if (gone.length > 0) throw new GateError(`S45: SECURITY.md lists ${gone.join(", ")}, which the wasm does not call`);
}

/** The files with these endings, read as Latin-1 so that the strings of a wasm can be searched. */
function shipped(folder, endings) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => endings.some((ending) => name.endsWith(ending)))
    .map((name) => ({ name, text: readFileSync(join(folder, name), "latin1") }));
}
