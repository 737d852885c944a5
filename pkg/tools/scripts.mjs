// Bundles the scripts of www/: one with separate wasm files, one with everything inside, and modules for bundlers.

import * as esbuild from "esbuild";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The supported browsers, as esbuild names them. Only package.json lists them. */
const { browserslist } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));
export const SYNTAX = browserslist.map((browser) => browser.replace(" ", ""));
/** Syntax that esbuild need not lower: Safari's bug with destructuring is rare. */
export const SUPPORTED = { destructuring: true };

/** The modules of the npm package and their sources. Shared code is a module too, so that it is not contained twice. */
const MODULES = { index: "define.js", element: "element.js", static: "static.js" };
const SHARED = ["element", "bytes"];

/**
 * @typedef {object} Inputs what the scripts are made from
 * @property {string} www the folder of the sources
 * @property {string} dist the folder of the scripts
 * @property {string} styles the finished style sheet
 * @property {string} version
 * @property {Record<string, string>} parts paths of the shipped wasm, by the names of the parts
 * @property {Record<string, string>} integrity of the parts
 */

/** Writes all scripts. @param {Inputs} inputs */
export async function buildScripts(inputs) {
  const { www, dist } = inputs;
  const source = bytesSource(inputs);
  await bundle(inputs, { entryPoints: [join(www, "define.js")], outfile: join(dist, "county-chains.js") });
  await bundle(inputs, {
    entryPoints: [join(www, "define.js")],
    outfile: join(dist, "county-chains.inline.js"),
    format: "iife",
    // A classic script has the encoding of its page.
    charset: "ascii",
    plugins: [inlineAssets, bytes(source)],
  });
  for (const [name, source] of Object.entries(MODULES)) {
    await bundle(inputs, {
      entryPoints: [join(www, source)],
      outfile: join(dist, `module/${name}.js`),
      // The user's bundler minifies it, and people may want to read it.
      minify: false,
      plugins: [inlineAssets, sharedModules(name)],
    });
  }
  await bundle(inputs, { stdin: { contents: source }, outfile: join(dist, "module/bytes.js") });
  // These two are classic scripts, which also run in frames with an opaque origin.
  for (const name of ["embed.js", "host.js"]) {
    await bundle(inputs, { entryPoints: [join(www, name)], outfile: join(dist, name), format: "iife" });
  }
}

/** Bundles one script with the usual options. */
function bundle(inputs, { plugins = [], ...options }) {
  return esbuild.build({
    bundle: true,
    format: "esm",
    minify: true,
    target: SYNTAX,
    supported: SUPPORTED,
    // Private names of the classes. Names with two underscores belong to wasm-bindgen, and the wasm uses them too.
    mangleProps: /^_[a-z]/,
    // Browsers always read modules as UTF-8. Escapes would double the size of the Chinese text.
    charset: "utf8",
    define: { __VERSION__: JSON.stringify(inputs.version), __WASM_INTEGRITY__: JSON.stringify(inputs.integrity) },
    plugins: [styleText(inputs), ...plugins],
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

/** Replaces the fetched assets by the inlined ones. */
const inlineAssets = {
  name: "inline-assets",
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^\.\/assets-external\.js$/ }, ({ kind, resolveDir }) => resolve("./assets-inline.js", { kind, resolveDir }));
  },
};

/** Resolves `./bytes.js` to the wasm as text. */
const bytes = (contents) => ({
  name: "bytes",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/bytes\.js$/ }, ({ path }) => ({ path, namespace: "bytes" }));
    onLoad({ filter: /.*/, namespace: "bytes" }, () => ({ contents }));
  },
});

/** Leaves imports of the shared modules as they are, except in the module itself. @param {string} entry */
const sharedModules = (entry) => ({
  name: "shared-modules",
  setup({ onResolve }) {
    const others = SHARED.filter((name) => name !== entry);
    onResolve({ filter: new RegExp(`^\\./(${others.join("|")})\\.js$`) }, ({ path }) => ({ path, external: true }));
  },
});

/** All parts as base64. They are not compressed: old browsers could not unpack them, and the transfer is compressed. */
function bytesSource({ parts }) {
  const rows = Object.entries(parts).map(([part, path]) => `${part}: ${JSON.stringify(readFileSync(path).toString("base64"))},\n`);
  return `export const PARTS = {\n__proto__: null,\n${rows.join("")}};\n`;
}
