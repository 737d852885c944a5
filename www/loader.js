// Loads the wasm: one instance a page, made when the first element needs it, replaced after a trap.
//
// Causes are told apart by what we did, not by what the error says: every engine words them
// differently. The message is for the owner of the page and names the cure.

import { createBindings } from "../target/bindgen/county_chains.js";
import { readHalf } from "./assets-external.js";
import { ANNEX, CORE } from "./halves.js";
import { LoadError, textOf } from "./load-error.js";

/** @typedef {ReturnType<ReturnType<typeof createBindings>["start"]>} Core the functions and classes that Rust exports */

/** @type {(Promise<WebAssembly.Module> | undefined)[]} kept: a fresh instance needs neither network nor compiler */
const compiled = [undefined, undefined];
/** @type {WeakMap<Core, Promise<void>>} the annex as it joins an instance, or has joined it */
const joined = new WeakMap();
/** @type {Promise<Core> | undefined} the last attempt to get an instance, or its result */
let starting;
/** @type {Core | undefined} the instance in use */
let current;
/** How many instances in a row have thrown before anything was drawn on one. */
let faultsInARow = 0;

/** So many, and what is wrong is nothing that a fresh instance mends. */
const MAX_FAULTS = 3;

/**
 * The running core, the same for all who ask. What could not be fetched is fetched anew at the next call. Nothing else
 * changes by itself, and where a policy forbids wasm each try would be one more entry in its reports.
 *
 * @returns {Promise<Core>} rejected with a `LoadError`, which is also logged, once an attempt
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
 * Whether this core can still be called: the trap of one element ends the instance for all.
 *
 * @param {Core | undefined} core
 */
export function isLive(core) {
  return core !== undefined && core === current;
}

/**
 * Gives up an instance that has thrown: its stack and its heap cannot be trusted any more. Objects
 * that came from it must be dropped without `free()`. The next `loadCore()` yields a fresh one.
 *
 * @param {Core | undefined} core the one that threw; ignored if it has been replaced meanwhile
 * @returns {boolean} whether a fresh one may do better
 */
export function discardCore(core) {
  if (isLive(core)) {
    current = undefined;
    starting = undefined;
    faultsInARow++;
  }
  return faultsInARow < MAX_FAULTS;
}

/** Something has been drawn: what was wrong before is over. */
export function resetFaults() {
  faultsInARow = 0;
}

/** The page has changed what may have been wrong: one more instance is worth a try. */
export function allowRetry() {
  if (faultsInARow >= MAX_FAULTS) faultsInARow = MAX_FAULTS - 1;
}

/** Why nobody tries again by itself. */
export const givenUpError = () => new LoadError("render", "the program has failed several times in a row on this page");

/**
 * Joins the annex to a core: what only some readers open. Asked for twice, it is fetched once; after a failure the
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
    // What has been compiled cannot fail to compile: WebKit asks the policy only now, and sends no event.
    if (error instanceof WebAssembly.CompileError) throw forbidden();
    throw new LoadError("wasm-invalid", `the wasm does not start (${textOf(error)})`);
  }
  return current;
}

function forbidden() {
  const cure = "add 'wasm-unsafe-eval' to its script-src to make the chart interactive";
  return new LoadError("wasm-blocked", `the page's Content-Security-Policy forbids WebAssembly; ${cure}`);
}

/** The compiled half, read if need be. @param {number} half */
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
 * Compiles asynchronously: Chromium refuses more than 4 kB at once on the main thread. A policy shows
 * itself by its event, which arrives as a task of its own after the rejection.
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
