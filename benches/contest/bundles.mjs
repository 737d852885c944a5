// The scripts of the peers as their users ship them: one file, bundled, tree-shaken and minified by esbuild.

import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { chart, words } from "./counties.mjs";

const { build } = createRequire(new URL("../../pkg/tools/package.json", import.meta.url))("esbuild");
const PEERS = fileURLToPath(new URL("../peers", import.meta.url));

/** Draws the counties, and no more: what a page ships. */
const FIRST = (id) => `
import { draw } from "./tiles/${id}.js";
import chart from "counties:chart";
Promise.resolve(draw(document.querySelector("#box"), chart)).then(() => painted("live"));`;

/** Draws the counties in every box, and can change those in the first. */
const LAB = (id) => `
import * as peer from "./tiles/${id}.js";
import chart from "counties:chart";
import words from "counties:words";
const all = [];
const shown = new Set([1, 2, 3, 4]);
window.lab = {
  async start() {
    for (const box of document.querySelectorAll(".box")) all.push(await peer.draw(box, chart));
  },
  filter(tier) {
    if (!shown.delete(tier)) shown.add(tier);
    return peer.filter(all[0], [...shown]);
  },
  language: (language) => peer.language(all[0], words[language], chart),
};`;

/** Fetches a file of values and draws it. */
const VALUES = (id) => `
import { draw, filter } from "./values/${id}.js";
let drawn;
let shown = true;
window.lab = {
  async load(address) {
    drawn = await draw(document.querySelector(".box"), await (await fetch(address)).json());
  },
  filter: () => filter(drawn, 3, (shown = !shown)),
};`;

/**
 * Bundles what the contestants need.
 *
 * @param {import("./contestants.mjs").Contestant[]} contestants
 * @returns {Promise<Map<string, Buffer>>} the content of each path
 */
export async function bundles(contestants) {
  const files = new Map();
  for (const { id, tiles, values } of contestants) {
    const wanted = [...(tiles ? [["first", FIRST(id), "tiles"], ["lab", LAB(id), "tiles"]] : []), ...(values ? [["values", VALUES(id), "values"]] : [])];
    for (const [kind, contents, folder] of wanted) {
      for (const [ending, bytes] of await bundle(contents, folder)) files.set(`/peers/${id}.${kind}${ending}`, bytes);
    }
  }
  return files;
}

async function bundle(contents, folder) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: PEERS }, outdir: "out", bundle: true, minify: true, treeShaking: true, write: false,
    format: "iife", target: "es2022", legalComments: "none", logLevel: "error", define: { "process.env.NODE_ENV": '"production"' },
    plugins: [made("counties", { chart, words }), made("compiled", { "vega-spec": async () => (await import("../peers/compile.js")).compiled(folder) })],
  });
  return outputFiles.map(({ path, contents }) => [path.slice(path.lastIndexOf(".")), Buffer.from(contents)]);
}

/** A plugin for modules that are made here: `space:name` is what the function of that name gives, as JSON. */
const made = (space, makers) => ({
  name: space,
  setup(esbuild) {
    esbuild.onResolve({ filter: new RegExp(`^${space}:`) }, ({ path }) => ({ path: path.slice(space.length + 1), namespace: space }));
    esbuild.onLoad({ filter: /.*/, namespace: space }, async ({ path }) => ({ contents: JSON.stringify(await makers[path]()), loader: "json" }));
  },
});
