// Builds the page that works offline: one file with script, wasm, data and the twins of all charts.

import * as esbuild from "esbuild";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { offlineMeta } from "./headers.mjs";
import { SUPPORTED, SYNTAX } from "./scripts.mjs";

/**
 * Writes the page.
 *
 * @param {string} www the folder of the sources
 * @param {string} dist the folder of the finished scripts and of the page
 */
export async function buildOffline(www, dist) {
  const read = (path) => readFileSync(path, "utf8");
  const { renderHTML } = await import(pathToFileURL(join(dist, "module/static.js")).href);
  // The build has just written it.
  const { CHARTS } = await import(pathToFileURL(join(www, "chart-table.js")).href);
  const bundle = async (name) => {
    const options = { bundle: true, format: "iife", minify: true, target: SYNTAX, supported: SUPPORTED, charset: "ascii" };
    const { outputFiles: [{ text }] } = await esbuild.build({ entryPoints: [join(www, name)], write: false, ...options });
    return text.trim();
  };
  // The page's own script comes first, so that it hears the first event of the widget.
  const scripts = [await bundle("offline.js"), read(join(dist, "county-chains.inline.js"))].map((code) => inMarkup(code.trim()));
  const styles = [await bundle("offline.css")];
  const policy = offlineMeta(scripts.map(hash), styles.map(hash));
  const parts = {
    policy: `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    styles: elements("style", styles),
    "twins zh-Hans": CHARTS.map((chart) => renderHTML({ chart })).join("\n"),
    "twins en": CHARTS.map((chart) => renderHTML({ chart, lang: "en" })).join("\n"),
    scripts: elements("script", scripts),
  };
  const page = Object.entries(parts).reduce(
    (text, [name, part]) => text.replace(`<!-- ${name} -->`, () => part),
    read(join(www, "offline.html")),
  );
  writeFileSync(join(dist, "county-chains.offline.html"), page);
}

const elements = (tag, contents) => contents.map((content) => `<${tag}>${content}</${tag}>`).join("\n");

/** The hash by which a policy names a script or a style that stands in the page. */
const hash = (content) => `sha256-${createHash("sha256").update(content).digest("base64")}`;

/** Escapes a script for HTML: `</script` and characters that HTML forbids, which occur only in strings. */
function inMarkup(code) {
  const escape = (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, "0")}`;
  return code.replace(/<\/(script)/gi, "<\\/$1").replace(/[\x00-\x08\x0b\x0e-\x1f\x7f]/g, escape);
}
