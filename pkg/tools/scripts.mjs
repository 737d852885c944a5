// Bundles the scripts of www/ for every way onto a page: beside the wasm, everything inside, and for bundlers.

import * as esbuild from "esbuild";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The browsers of the promise, as esbuild names them. The list in package.json is the one place where they stand. */
const { browserslist } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));
export const SYNTAX = browserslist.map((browser) => browser.replace(" ", ""));
/** What they read all the same: Safari’s fault with destructuring is rare. */
export const SUPPORTED = { destructuring: true };

/** Modules of the npm package and where each begins. What they share is a module too, so that nothing is there twice. */
const MODULES = { index: "define.js", element: "element.js", static: "static.js" };
const SHARED = ["element", "bytes"];

/**
 * @typedef {object} Parts what goes into the scripts
 * @property {string} www the folder of the sources
 * @property {string} dist where the scripts go
 * @property {string} styles the finished style sheet
 * @property {string} version
 * @property {{ core: string, annex: string }} halves paths of the shipped wasm
 * @property {string[]} integrity of the halves
 */

/** Writes all scripts. @param {Parts} parts */
export async function buildScripts(parts) {
  const { www, dist } = parts;
  const source = bytesSource(parts);
  await bundle(parts, { entryPoints: [join(www, "define.js")], outfile: join(dist, "county-chains.js") });
  await bundle(parts, {
    entryPoints: [join(www, "define.js")],
    outfile: join(dist, "county-chains.inline.js"),
    format: "iife",
    // A page of any encoding may hold a classic script.
    charset: "ascii",
    plugins: [filesInside, bytes(source)],
  });
  for (const [name, source] of Object.entries(MODULES)) {
    await bundle(parts, {
      entryPoints: [join(www, source)],
      outfile: join(dist, `module/${name}.js`),
      // Whoever bundles makes it small, and whoever looks into it wants to read it.
      minify: false,
      plugins: [filesInside, apart(name)],
    });
  }
  await bundle(parts, { stdin: { contents: source }, outfile: join(dist, "module/bytes.js") });
  // The page for frames and the script around it are classic scripts, which run in frames without an origin.
  for (const name of ["embed.js", "host.js"]) {
    await bundle(parts, { entryPoints: [join(www, name)], outfile: join(dist, name), format: "iife" });
  }
}

/** One script, as most are made. */
function bundle(parts, { plugins = [], ...options }) {
  return esbuild.build({
    bundle: true,
    format: "esm",
    minify: true,
    target: SYNTAX,
    supported: SUPPORTED,
    // Names of the class's own; two underscores are wasm-bindgen's, which the wasm knows too.
    mangleProps: /^_[a-z]/,
    // Browsers read modules as UTF-8 whatever the page is; escapes would double the Chinese text.
    charset: "utf8",
    define: { __VERSION__: JSON.stringify(parts.version), __WASM_INTEGRITY__: JSON.stringify(parts.integrity) },
    plugins: [styleText(parts), ...plugins],
    logLevel: "warning",
    ...options,
  });
}

/** `import css from "./style.css"` yields the finished style sheet as text. */
const styleText = ({ styles }) => ({
  name: "style-text",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]www[\\/]style\.css$/ }, () => ({ contents: styles, loader: "text" }));
  },
});

/** The files are inside the script, not beside it. */
const filesInside = {
  name: "files-inside",
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^\.\/assets-external\.js$/ }, ({ kind, resolveDir }) => resolve("./assets-inline.js", { kind, resolveDir }));
  },
};

/** `./bytes.js` is the wasm. */
const bytes = (contents) => ({
  name: "bytes",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/bytes\.js$/ }, ({ path }) => ({ path, namespace: "bytes" }));
    onLoad({ filter: /.*/, namespace: "bytes" }, () => ({ contents }));
  },
});

/** Modules that stay modules of their own, except where they are what is bundled. @param {string} entry */
const apart = (entry) => ({
  name: "apart",
  setup({ onResolve }) {
    const others = SHARED.filter((name) => name !== entry);
    onResolve({ filter: new RegExp(`^\\./(${others.join("|")})\\.js$`) }, ({ path }) => ({ path, external: true }));
  },
});

/** Both halves as text, not compressed: old browsers could not unpack it, and the transfer compresses anyway. */
function bytesSource({ halves }) {
  const text = (path) => JSON.stringify(readFileSync(path).toString("base64"));
  return `export const core = ${text(halves.core)};\nexport const annex = ${text(halves.annex)};\n`;
}
