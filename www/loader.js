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
    "Serve county-chains.wasm of the same version beside county-chains.js, with CORS headers if that is another host.",
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

/** @type {Promise<WebAssembly.Module> | undefined} kept: a fresh instance needs neither network nor compiler */
let compiled;
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

async function start() {
  if (!compiled) {
    const attempt = fetchBytes().then(compile);
    compiled = attempt;
    attempt.catch(() => (compiled = undefined));
  }
  const module = await compiled;
  try {
    current = await createBindings(module);
  } catch (error) {
    throw new LoadError("wasm-invalid", `the wasm does not start (${textOf(error)})`);
  }
  return current;
}

/** Fetches the file beside this script. Integrity makes sure that both belong to one build. */
async function fetchBytes() {
  if (typeof WebAssembly !== "object" || typeof WebAssembly.compile !== "function") {
    throw new LoadError("wasm-blocked", "this browser, or a setting of it, offers no WebAssembly");
  }
  // This very expression is what bundlers look for to copy the file along.
  const address = new URL("./county-chains.wasm", import.meta.url);
  let response, bytes;
  try {
    // Cookies go to the page's own host, since widgets stand behind logins; never to another one.
    response = await fetch(address.href, { integrity: __WASM_INTEGRITY__, credentials: "same-origin" });
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
    if (refused || /content security policy|\bCSP\b|disallowed by embedder/i.test(reason)) {
      const cure = "add 'wasm-unsafe-eval' to its script-src to make the chart interactive";
      throw new LoadError("wasm-blocked", `the page's Content-Security-Policy forbids WebAssembly; ${cure}`);
    }
    throw new LoadError("wasm-invalid", `this browser cannot compile the wasm (${reason})`);
  } finally {
    document.removeEventListener("securitypolicyviolation", watch);
  }
}

/** @param {unknown} error Firefox throws a plain string when memory runs out */
function textOf(error) {
  return error instanceof Error ? error.message : String(error);
}
