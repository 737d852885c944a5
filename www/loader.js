// Loads the wasm. A page has one instance, created when the first element needs it and replaced after a trap.
//
// We tell causes apart by the step that failed, because every engine words its errors differently. The message tells the
// owner of the page what to do.

import { createBindings } from "../target/bindgen/county_chains.js";
import { readPart } from "./assets-external.js";
import { takeStyles } from "./brought-styles.js";
import { add } from "./lists.js";
import { LoadError, textOf } from "./load-error.js";
import { CORE } from "./parts.js";

/** @typedef {ReturnType<ReturnType<typeof createBindings>["start"]>} Core the functions and classes that Rust exports */

/** @type {Record<string, Promise<WebAssembly.Module> | undefined>} kept, so that a fresh instance needs neither network nor compiler */
const compiled = { __proto__: null };
/** @type {Record<string, Promise<ArrayBuffer> | undefined>} downloads that were started early */
const started = { __proto__: null };
/** @type {string[]} names of the parts beside the core whose bytes have come */
const arrived = [];
/** @type {WeakMap<Core, Record<string, Promise<void> | undefined>>} for each instance, the promises that parts have joined it */
const joined = new WeakMap();
/** @type {Promise<Core> | undefined} the last attempt to get an instance, or its result */
let starting;
/** @type {Core | undefined} the instance in use */
let current;
/** How many instances in a row have failed before they had drawn anything. */
let faultsInARow = 0;

/** After so many, another instance would not help. */
const MAX_FAULTS = 3;

/**
 * The running core, which all elements share. After a failed download the next call tries again. Other failures are final:
 * they would only repeat, and where a policy forbids wasm each attempt would be reported to the site once more.
 *
 * @returns {Promise<Core>} rejected with a `LoadError`, which is logged once for each attempt
 */
export function loadCore() {
  if (faultsInARow >= MAX_FAULTS) return Promise.reject(givenUpError());
  if (!starting) {
    const attempt = start();
    starting = attempt;
    attempt.catch((error) => {
      console.warn(`county-chains: ${error.message}`);
      if (starting === attempt && error.code === "wasm-fetch") starting = undefined;
    });
  }
  return starting;
}

/**
 * Whether this core can still be called. A trap in one element ends the instance for all.
 *
 * @param {Core | undefined} core
 */
export function isLive(core) {
  return core !== undefined && core === current;
}

/**
 * Discards an instance that has thrown, because its stack and heap can no longer be trusted. Its objects must be dropped
 * without `free()`. The next `loadCore()` returns a fresh instance.
 *
 * @param {Core | undefined} core the one that threw; ignored if it has already been replaced
 * @returns {boolean} whether a fresh instance is worth a try
 */
export function discardCore(core) {
  if (isLive(core)) {
    current = undefined;
    starting = undefined;
    faultsInARow++;
  }
  return faultsInARow < MAX_FAULTS;
}

/**
 * Leaves an instance that has not failed, because its memory is full of what nobody needs. The next `loadCore()` returns a
 * fresh instance.
 *
 * @param {Core | undefined} core
 */
export function retireCore(core) {
  if (!isLive(core)) return;
  current = undefined;
  starting = undefined;
}

/** Something has been drawn, so earlier faults no longer count. */
export function resetFaults() {
  faultsInARow = 0;
}

/** The page has changed something that may have been the cause: allows one more instance. */
export function allowRetry() {
  if (faultsInARow >= MAX_FAULTS) faultsInARow = MAX_FAULTS - 1;
}

/** The error after the last attempt. */
export const givenUpError = () => new LoadError("render", "the program has failed several times in a row on this page");

/**
 * Starts to download parts that will be needed, while the core is still on its way. They are compiled when they are loaded: a
 * policy that forbids wasm shall be reported once, for the core. Whoever loads what has failed here downloads it again.
 *
 * @param {string[]} names
 */
export function preloadParts(names) {
  for (let index = 0; index < names.length; index++) {
    const name = names[index];
    if (compiled[name] || started[name]) continue;
    started[name] = bytesOf(name);
    started[name].catch(() => (started[name] = undefined));
  }
}

/**
 * Joins what has come to an instance, so that the first drawing finds it there, and methods what they need on a fresh instance. What
 * is still on its way, and what fails, is left to the drawing, which says that it waits and tells of failures.
 *
 * @param {Core} core
 */
export async function joinArrived(core) {
  const attempts = [];
  for (let index = 0; index < arrived.length; index++) attempts[index] = joinPart(core, arrived[index], true);
  try {
    for (let index = 0; index < attempts.length; index++) await attempts[index];
  } catch (error) {
    // The drawing will tell.
  }
}

/**
 * Loads parts of the program beside the core, and joins them to it. Several calls fetch each once. After a failure the next
 * call tries again.
 *
 * @param {Core} core
 * @param {string[]} names
 * @returns {Promise<void>} rejected with a `LoadError`, which is also logged
 */
export async function loadParts(core, names) {
  const attempts = [];
  for (let index = 0; index < names.length; index++) attempts[index] = joinPart(core, names[index]);
  for (let index = 0; index < attempts.length; index++) await attempts[index];
}

function joinPart(core, name, isQuiet = false) {
  if (!joined.has(core)) joined.set(core, { __proto__: null });
  const parts = joined.get(core);
  if (!parts[name]) {
    const attempt = moduleOf(name)
      .then((part) => WebAssembly.instantiate(part, core.partImports))
      .then(() => core.partArrived(name));
    parts[name] = attempt;
    attempt.catch((error) => {
      if (!isQuiet) console.warn(`county-chains: ${error.message}`);
      parts[name] = undefined;
    });
  }
  return parts[name];
}

async function start() {
  const module = await moduleOf(CORE);
  try {
    const bindings = createBindings();
    current = bindings.start(await WebAssembly.instantiate(module, bindings.imports));
  } catch (error) {
    // The module has compiled, so this is the policy: WebKit checks it only now, and fires no event.
    if (error instanceof WebAssembly.CompileError) throw forbidden();
    throw new LoadError("wasm-invalid", `the wasm does not start (${textOf(error)})`);
  }
  return current;
}

function forbidden() {
  const cure = "add 'wasm-unsafe-eval' to its script-src to make the chart interactive";
  return new LoadError("wasm-blocked", `the page's Content-Security-Policy forbids WebAssembly; ${cure}`);
}

/** A part, fetched and compiled on first use. @param {string} name */
function moduleOf(name) {
  if (!compiled[name]) {
    const attempt = (started[name] || bytesOf(name)).then(compile);
    started[name] = undefined;
    compiled[name] = attempt;
    attempt.catch(() => (compiled[name] = undefined));
  }
  return compiled[name];
}

/** @param {string} name */
async function bytesOf(name) {
  if (typeof WebAssembly !== "object" || typeof WebAssembly.compile !== "function") {
    throw new LoadError("wasm-blocked", "this browser, or a setting of it, offers no WebAssembly");
  }
  const bytes = await readPart(name);
  if (name !== CORE) add(arrived, name);
  return bytes;
}

/**
 * Compiles asynchronously, because Chromium refuses to compile more than 4 kB synchronously on the main thread. If a policy
 * forbids it, the browser fires an event in a task after the rejection.
 *
 * @param {ArrayBuffer} bytes
 */
async function compile(bytes) {
  let refused = false;
  const watch = (/** @type {SecurityPolicyViolationEvent} */ event) => {
    if (event.blockedURI === "wasm-eval" && event.disposition !== "report") refused = true;
  };
  addEventListener("securitypolicyviolation", watch);
  try {
    const part = await WebAssembly.compile(bytes);
    takeStyles(part);
    return part;
  } catch (error) {
    const reason = textOf(error);
    await new Promise((resolve) => setTimeout(resolve));
    if (refused || /content security policy|\bCSP\b|disallowed by embedder/i.test(reason)) throw forbidden();
    throw new LoadError("wasm-invalid", `this browser cannot compile the wasm (${reason})`);
  } finally {
    removeEventListener("securitypolicyviolation", watch);
  }
}
