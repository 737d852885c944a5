// Loads the wasm. A page has one instance, created when the first element needs it and replaced after a trap.
//
// We tell causes apart by the step that failed, because every engine words its errors differently. The message tells the
// owner of the page what to do.

import { createBindings } from "../target/bindgen/county_chains.js";
import { readHalf } from "./assets-external.js";
import { ANNEX, CORE } from "./halves.js";
import { LoadError, textOf } from "./load-error.js";

/** @typedef {ReturnType<ReturnType<typeof createBindings>["start"]>} Core the functions and classes that Rust exports */

/** @type {(Promise<WebAssembly.Module> | undefined)[]} kept, so that a fresh instance needs neither network nor compiler */
const compiled = [undefined, undefined];
/** @type {WeakMap<Core, Promise<void>>} for each instance, the promise that the annex has joined it */
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
 * Loads the annex, which only some readers need, and joins it to a core. Several calls fetch it once. After a failure the
 * next call tries again.
 *
 * @param {Core} core
 * @returns {Promise<void>} rejected with a `LoadError`, which is also logged
 */
export function loadAnnex(core) {
  if (!joined.has(core)) {
    const attempt = moduleOf(ANNEX)
      .then((annex) => WebAssembly.instantiate(annex, core.annexImports))
      .then(() => core.annexArrived());
    joined.set(core, attempt);
    attempt.catch((error) => {
      console.warn(`county-chains: ${error.message}`);
      joined.delete(core);
    });
  }
  return joined.get(core);
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

/** The compiled half, fetched and compiled on first use. @param {number} half */
function moduleOf(half) {
  if (!compiled[half]) {
    const attempt = bytesOf(half).then(compile);
    compiled[half] = attempt;
    attempt.catch(() => (compiled[half] = undefined));
  }
  return compiled[half];
}

/** @param {number} half */
async function bytesOf(half) {
  if (typeof WebAssembly !== "object" || typeof WebAssembly.compile !== "function") {
    throw new LoadError("wasm-blocked", "this browser, or a setting of it, offers no WebAssembly");
  }
  return readHalf(half);
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
    return await WebAssembly.compile(bytes);
  } catch (error) {
    const reason = textOf(error);
    await new Promise((resolve) => setTimeout(resolve));
    if (refused || /content security policy|\bCSP\b|disallowed by embedder/i.test(reason)) throw forbidden();
    throw new LoadError("wasm-invalid", `this browser cannot compile the wasm (${reason})`);
  } finally {
    removeEventListener("securitypolicyviolation", watch);
  }
}
