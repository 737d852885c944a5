// Makes the page that works without a network: one file with script, wasm, data and the twins of all charts.

import * as esbuild from "esbuild";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chartsOf, manifest } from "./manifest.mjs";
import { SUPPORTED, SYNTAX } from "./scripts.mjs";

/**
 * @param {string} www the folder of the sources
 * @param {string} dist where the finished scripts are, and the page goes
 */
export async function buildOffline(www, dist) {
  const read = (path) => readFileSync(path, "utf8");
  const { renderHTML } = await import(pathToFileURL(join(dist, "module/static.js")).href);
  const charts = chartsOf(manifest(www));
  const bundle = async (name) => {
    const options = { bundle: true, format: "iife", minify: true, target: SYNTAX, supported: SUPPORTED, charset: "ascii" };
    const { outputFiles: [{ text }] } = await esbuild.build({ entryPoints: [join(www, name)], write: false, ...options });
    return text.trim();
  };
  const script = (code) => `<script>${inMarkup(code.trim())}</script>`;
  const parts = {
    styles: `<style>${await bundle("offline.css")}</style>`,
    "twins zh-Hans": charts.map((chart) => renderHTML({ chart })).join("\n"),
    "twins en": charts.map((chart) => renderHTML({ chart, lang: "en" })).join("\n"),
    // The page's own comes first, and hears what becomes of the widget.
    scripts: [await bundle("offline.js"), read(join(dist, "county-chains.inline.js"))].map(script).join("\n"),
  };
  const page = Object.entries(parts).reduce(
    (text, [name, part]) => text.replace(`<!-- ${name} -->`, () => part),
    read(join(www, "offline.html")),
  );
  writeFileSync(join(dist, "county-chains.offline.html"), page);
}

/** A script as a page may hold it: in strings, which alone have them, the end of a script and signs that HTML forbids are escaped. */
function inMarkup(code) {
  const escape = (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, "0")}`;
  return code.replace(/<\/(script)/gi, "<\\/$1").replace(/[\x00-\x08\x0b\x0e-\x1f\x7f]/g, escape);
}
