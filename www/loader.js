// Loads the wasm: one instance a page, made when the first element needs it, replaced after a trap.
//
// Causes are told apart by what we did, not by what the error says: every engine words them
// differently. The message is for the owner of the page and names the cure.

import { createBindings } from "../target/bindgen/county_chains.js";

/** @typedef {Awaited<ReturnType<typeof createBindings>>} Core the functions and classes that Rust exports */
/** @typedef {"wasm-blocked" | "wasm-fetch" | "wasm-invalid"} LoadErrorCode */

/** What the owner of the page can do, or has to expect. */
const CURES = {
  "wasm-blocked": "The chart stays static.",
  "wasm-fetch":
    "Serve county-chains.wasm and county-chains.annex.wasm of the same version beside county-chains.js, with CORS headers if that is another host.",
  "wasm-invalid":
    "Browsers before Chromium 64, Firefox 63 and Safari 13.1, or short of memory, keep the static chart.",
};

/** Why the wasm could not be used; `code` is one of the codes of `county-chains-error`. */
export class LoadError extends Error {
  /**
   * @param {LoadErrorCode} code
   * @param {string} reason
   */
  constructor(code, reason) {
    super(`${reason}. ${CURES[code]}`);
    this.name = "LoadError";
    this.code = code;
  }
}

/** The halves of the program: what every widget needs, and what only some readers open. */
const CORE = 0;
const ANNEX = 1;

/** @type {(Promise<WebAssembly.Module> | undefined)[]} kept: a fresh instance needs neither network nor compiler */
const compiled = [];
/** @type {WeakMap<Core, Promise<void>>} the annex as it joins an instance, or has joined it */
const joined = new WeakMap();
/** @type {Promise<Core> | undefined} the last attempt to get an instance, or its result */
let starting;
/** @type {Core | undefined} the instance in use */
let current;

/**
 * The running core, the same for all who ask. After a failure the next call tries again, unless the
 * page forbids wasm: that does not change, and each try would be one more entry in the policy's reports.
 *
 * @returns {Promise<Core>} rejected with a `LoadError`, which is also logged, once an attempt
 */
export function loadCore() {
  if (!starting) {
    const attempt = start();
    starting = attempt;
    attempt.catch((error) => {
      console.warn(`county-chains: ${error.message}`);
      if (starting === attempt && error.code !== "wasm-blocked") starting = undefined;
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
 * @param {Core} [core] the one that threw; ignored if it has been replaced meanwhile
 */
export function discardCore(core = current) {
  if (!isLive(core)) return;
  current = undefined;
  starting = undefined;
}

/**
 * Joins the annex to a core: what only some readers open. Asked for twice, it is fetched once; after a failure the
 * next call tries again.
 *
 * @param {Core} core
 * @returns {Promise<void>} rejected with a `LoadError`, which is also logged
 */
export function loadAnnex(core) {
  if (!joined.has(core)) {
    const attempt = moduleOf(ANNEX).then((annex) => core.addAnnex(annex));
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
    current = await createBindings(module);
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

/** The compiled half, fetched if need be. @param {number} half */
function moduleOf(half) {
  if (!compiled[half]) {
    const attempt = fetchBytes(half).then(compile);
    compiled[half] = attempt;
    attempt.catch(() => (compiled[half] = undefined));
  }
  return compiled[half];
}

/** Fetches the file beside this script. Integrity makes sure that all belong to one build. @param {number} half */
async function fetchBytes(half) {
  if (typeof WebAssembly !== "object" || typeof WebAssembly.compile !== "function") {
    throw new LoadError("wasm-blocked", "this browser, or a setting of it, offers no WebAssembly");
  }
  // These very expressions are what bundlers look for to copy the files along.
  const address =
    half === CORE
      ? new URL("./county-chains.wasm", import.meta.url)
      : new URL("./county-chains.annex.wasm", import.meta.url);
  let response, bytes;
  try {
    // Cookies go to the page's own host, since widgets stand behind logins; never to another one.
    response = await fetch(address.href, { integrity: __WASM_INTEGRITY__[half], credentials: "same-origin" });
    bytes = await response.arrayBuffer();
  } catch (error) {
    const reason = `${address.href} cannot be loaded or is not the file of this version (${textOf(error)})`;
    throw new LoadError("wasm-fetch", reason);
  }
  if (!response.ok) throw new LoadError("wasm-fetch", `${address.href} answers ${response.status}`);
  const [nul, a, s, m] = new Uint8Array(bytes, 0, Math.min(4, bytes.byteLength));
  if (nul !== 0 || a !== 0x61 || s !== 0x73 || m !== 0x6d) {
    throw new LoadError("wasm-fetch", `${address.href} is not wasm but perhaps a web page (a login, an error)`);
  }
  return bytes;
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
  document.addEventListener("securitypolicyviolation", watch);
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    const reason = textOf(error);
    await new Promise((resolve) => setTimeout(resolve));
    if (refused || /content security policy|\bCSP\b|disallowed by embedder/i.test(reason)) throw forbidden();
    throw new LoadError("wasm-invalid", `this browser cannot compile the wasm (${reason})`);
  } finally {
    document.removeEventListener("securitypolicyviolation", watch);
  }
}

/** @param {unknown} error Firefox throws a plain string when memory runs out */
function textOf(error) {
  return error instanceof Error ? error.message : String(error);
}
