// The headers of each file of a release, and the policies that our pages carry themselves. The configurations in pkg/hosting
// say the same in the languages of their servers, embed.html and src/paint/html/document.rs in theirs; tests/hosting holds
// all of them to this list.

/** What every answer says, an error too. Frames with an opaque origin load modules and wasm across origins. */
export const ALWAYS = {
  "Access-Control-Allow-Origin": "*",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "X-Content-Type-Options": "nosniff",
};

/** What files say besides that a browser shows as a page of its own. */
const DOCUMENT = {
  "Permissions-Policy":
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), " +
    "payment=(), usb=()",
  "Referrer-Policy": "no-referrer",
};

/** What no document of ours needs. Everything else is added to this. */
const NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'";
/** Firefox and Safari look for the icon of the site by themselves, and would report that it is forbidden. */
const ICON = `${NOTHING}; img-src 'self'`;

/** The widget's own files, wasm among them. No text becomes markup or a script but the address of our own one. */
const frame = (home) =>
  `${ICON}; script-src ${home} 'wasm-unsafe-eval'; style-src ${home}; connect-src ${home}; ` +
  "require-trusted-types-for 'script'; trusted-types county-chains";

/** What stands in the page itself, and nothing from elsewhere. */
const whole = (scripts, styles) =>
  `${NOTHING}; script-src ${scripts} 'wasm-unsafe-eval'; style-src ${styles}; require-trusted-types-for 'script'; trusted-types 'none'`;

/** The policies of documents, by the end of their path. The first that fits holds. */
const POLICIES = [
  // In a sandboxed frame 'self' matches nothing in older Safari, so the server's address is named too.
  [/\/embed\.html$/, (origin) => frame(`'self' ${origin}`)],
  // Which script and which style, only the page itself can say.
  [/\/county-chains\.offline\.html$/, () => whole("'unsafe-inline'", "'unsafe-inline'")],
  // With `style` attributes, since feeds have no style sheet.
  [/\.feed\.html$/, () => `${ICON}; style-src 'unsafe-inline'`],
  [/\.html$/, () => `${ICON}; style-src 'self'`],
  // As images pictures run nothing anyway. Opened by themselves they are documents.
  [/\.svg$/, () => NOTHING],
];

/** How long browsers keep a file, by its path. The first that fits holds; where none does, they ask each time. */
const FOREVER = "public, max-age=31536000, immutable";
const KEPT = [
  // Data of the host's own lies beside our page, and gets corrected.
  [/^\/county-chains\/[^/]+\/data\//, "no-cache"],
  // A page that is withdrawn must not live on in browsers. What it loads may: no page asks for it then.
  [/\.html$/, "no-cache"],
  // A folder that is called by a version never changes.
  [/^\/county-chains\/\d+\.\d+\.\d+[^/]*\//, FOREVER],
];

/**
 * The `Cache-Control` of a file.
 *
 * @param {string} path
 */
export function keptFor(path) {
  return KEPT.find(([pattern]) => pattern.test(path))?.[1] ?? "no-cache";
}

/**
 * The headers of the answer for a path, but for type, compression and how long it may be kept.
 *
 * @param {string} path
 * @param {string} origin of the server, as readers see it
 */
export function headersFor(path, origin) {
  const policy = POLICIES.find(([pattern]) => pattern.test(path))?.[1](origin);
  return { ...ALWAYS, ...(policy && { ...DOCUMENT, "Content-Security-Policy": policy }) };
}

/**
 * What the `<meta>` of a page with scripts allows for browsers that need it. Its script takes that away again elsewhere, and
 * names the host (www/narrow-policy.js).
 */
const forAll = (policy) => policy.replace("'wasm-unsafe-eval'", "$& 'unsafe-eval'").replace(/style-src [^;]+/, "$& data:");

/** The policy in embed.html. */
export const FRAME_META = forAll(frame("'self' http: https:"));

/** The policy in the page that works offline, by the hashes of its scripts and styles. */
export const offlineMeta = (scripts, styles) =>
  forAll(whole(...[scripts, styles].map((hashes) => hashes.map((hash) => `'${hash}'`).join(" "))));
