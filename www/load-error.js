// Why the wasm could not be used. The message tells the owner of the page what to do.

/** @typedef {"wasm-blocked" | "wasm-fetch" | "wasm-invalid" | "render"} LoadErrorCode */

/** What the owner of the page can do, or what to expect. */
const CURES = {
  "wasm-blocked": "The chart stays static.",
  "wasm-fetch":
    "Serve all files county-chains* of the same version from one folder, not behind a login. If that is another host, it needs CORS headers, and a place in script-src and connect-src.",
  render: "The chart stays static until its tag is changed.",
  "wasm-invalid":
    "Browsers before Chromium 64, Firefox 69 and Safari 14, or short of memory, keep the static chart.",
};

/** A failure to load; `code` is one of the codes of `county-chains-error`. */
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

/** The message of anything thrown. @param {unknown} error Firefox throws a plain string when memory runs out */
export function textOf(error) {
  return error instanceof Error ? error.message : String(error);
}
