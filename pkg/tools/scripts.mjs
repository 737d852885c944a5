// Bundles the scripts of www/: one with separate wasm files, one with everything inside, and modules for bundlers. What only
// datasets of a page's own need is a script beside each of the first two.

import * as esbuild from "esbuild";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** The supported browsers, as esbuild names them. Only package.json lists them. */
const { browserslist } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));
export const SYNTAX = browserslist.map((browser) => browser.replace(" ", ""));
/** Syntax that esbuild need not lower: Safari's bug with destructuring is rare. */
export const SUPPORTED = { destructuring: true };

/** The modules of the npm package and their sources. Shared code is a module too, so that it is not contained twice. */
const MODULES = { index: "define.js", element: "element.js", static: "static.js" };
const SHARED = ["element", "bytes", "draft-bytes"];

/**
 * @typedef {object} Inputs what the scripts are made from
 * @property {string} www the folder of the sources
 * @property {string} dist the folder of the scripts
 * @property {Record<string, string>} sheets the finished style sheets, by the names that scripts import
 * @property {string} version
 * @property {Record<string, string>} parts paths of the shipped wasm, by the names of the parts
 * @property {Record<string, string>} integrity of the parts
 * @property {string} own the part that only datasets of a page's own need
 */

/** Writes all scripts. @param {Inputs} all */
export async function buildScripts(all) {
  const inputs = { ...all, parts: withoutDraft(all.parts), integrity: withoutDraft(all.integrity) };
  const { www, dist, own } = inputs;
  const entry = (name) => ({ entryPoints: [join(www, name)] });
  const { mangleCache } = await bundle(inputs, {
    ...entry("define.js"),
    outfile: join(dist, "county-chains.js"),
    external: ["./county-chains.own.js"],
    mangleCache: {},
  });
  await bundle(inputs, { ...entry("own.js"), outfile: join(dist, "county-chains.own.js"), mangleCache });
  await bundle(all, { ...entry("draft.js"), outfile: join(dist, "county-chains.draft.js"), plugins: [assetsFrom("draft"), wholeGlue] });
  // A classic script has the encoding of its page.
  const classic = { format: "iife", charset: "ascii" };
  const { mangleCache: classicCache } = await bundle(inputs, {
    ...entry("define.js"),
    ...classic,
    outfile: join(dist, "county-chains.inline.js"),
    plugins: [assetsFrom("classic"), bytes(bytesSource(inputs, (part) => part !== own))],
    mangleCache: {},
  });
  await bundle(inputs, {
    ...entry("own-classic.js"),
    ...classic,
    outfile: join(dist, "county-chains.own.inline.js"),
    plugins: [bytes(bytesSource(inputs, (part) => part === own))],
    mangleCache: classicCache,
  });
  for (const [name, source] of Object.entries(MODULES)) {
    await bundle(inputs, {
      ...entry(source),
      outfile: join(dist, `module/${name}.js`),
      // The user's bundler minifies it, and people may want to read it.
      minify: false,
      plugins: [assetsFrom("module"), sharedModules(name)],
    });
  }
  await bundle(inputs, { stdin: { contents: bytesSource(inputs) }, outfile: join(dist, "module/bytes.js") });
  await bundle(all, {
    ...entry("draft.js"),
    outfile: join(dist, "module/draft.js"),
    minify: false,
    plugins: [assetsFrom("draft-module"), wholeGlue, sharedModules("draft")],
  });
  const draftBytes = bytesSource(all, (part) => !(part in inputs.parts));
  await bundle(inputs, { stdin: { contents: draftBytes }, outfile: join(dist, "module/draft-bytes.js") });
  // These two are classic scripts, which also run in frames with an opaque origin.
  for (const name of ["embed.js", "host.js"]) {
    await bundle(inputs, { ...entry(name), outfile: join(dist, name), format: "iife" });
  }
}

/** What widgets load: the part that only `draft.js` loads is left out. */
const withoutDraft = ({ draft, ...others }) => others;

/** Bundles one script with the usual options. */
function bundle(inputs, { plugins = [], ...options }) {
  return esbuild.build({
    bundle: true,
    format: "esm",
    minify: true,
    target: SYNTAX,
    supported: SUPPORTED,
    // Private names of the classes. Names with two underscores belong to wasm-bindgen, and the wasm uses them too. Two scripts
    // that use the same objects share their short names by `mangleCache`.
    mangleProps: /^_[a-z]/,
    // Browsers always read modules as UTF-8. Escapes would double the size of the Chinese text.
    charset: "utf8",
    define: {
      __VERSION__: JSON.stringify(inputs.version),
      __WASM_INTEGRITY__: JSON.stringify(inputs.integrity),
      __BUILD__: JSON.stringify(buildId(inputs)),
    },
    plugins: [styleText(inputs), ...plugins],
    logLevel: "warning",
    ...options,
  });
}

/** `import css from "./style.css"` yields the finished style sheet as text. */
const styleText = ({ sheets }) => ({
  name: "style-text",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/\w+\.css$/ }, ({ path }) => ({ path: path.slice("./".length), namespace: "sheets" }));
    onLoad({ filter: /.*/, namespace: "sheets" }, ({ path }) => ({ contents: sheets[path], loader: "text" }));
  },
});

/** What the scripts of one build have in common. */
function buildId({ www, version, integrity, sheets }) {
  const sources = readdirSync(www).filter((name) => name.endsWith(".js")).sort().map((name) => readFileSync(join(www, name)));
  const digest = createHash("sha256").update(JSON.stringify([version, integrity, sheets]));
  for (const source of sources) digest.update(source);
  return digest.digest("hex").slice(0, 12);
}

/** Replaces the assets that the element fetches by those that a script contains, or fetches otherwise. @param {"classic" | "module" | "draft" | "draft-module"} name */
const assetsFrom = (name) => ({
  name: "assets",
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^\.\/assets-external\.js$/ }, ({ kind, resolveDir }) => resolve(`./assets-${name}.js`, { kind, resolveDir }));
  },
});

/** The glue with all functions. That of widgets lacks what only `draft.js` calls. */
const wholeGlue = {
  name: "whole-glue",
  setup({ onResolve, resolve }) {
    const whole = (path) => path.replace(/\.js$/, ".draft.js");
    onResolve({ filter: /\/county_chains\.js$/ }, ({ path, kind, resolveDir }) => resolve(whole(path), { kind, resolveDir }));
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

/** Parts as base64. They are not compressed: old browsers could not unpack them, and the transfer is compressed. */
function bytesSource({ parts }, isInside = () => true) {
  const rows = Object.entries(parts).filter(([part]) => isInside(part)).map(([part, path]) => `"${part}": ${JSON.stringify(readFileSync(path).toString("base64"))},\n`);
  return `export const PARTS = {\n__proto__: null,\n${rows.join("")}};\n`;
}
