// Writes compressed files, so that a web server need not compress them for each reader. Libraries of pinned versions compress
// them: what Node.js brings along gives other bytes in other versions of it, and on other processors.

import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { extname, join } from "node:path";
import { gzip as pack } from "pako";

/** An `import` would load the build for browsers. */
const { compress } = createRequire(import.meta.url)("brotli-wasm");

/** File types that compression makes smaller. Bitmaps and archives are compressed already. */
const SHRINKS = [".js", ".mjs", ".wasm", ".css", ".html", ".json", ".csv", ".svg", ".txt", ".md", ".xml"];

/** Writes `.br` and `.gz` beside every file below a folder, if they are smaller. */
export function compressAll(folder) {
  for (const name of filesBelow(folder).filter((name) => SHRINKS.includes(extname(name)))) {
    const bytes = readFileSync(join(folder, name));
    for (const [ending, packed] of [[".br", brotli(bytes)], [".gz", gzip(bytes)]]) {
      if (packed.length < bytes.length) writeFileSync(join(folder, name + ending), packed);
    }
  }
}

/** Compresses by brotli at the highest level. */
export function brotli(bytes) {
  return compress(bytes, { quality: 11 });
}

/** Compresses by gzip at the highest level. The result contains neither time nor platform, so it is reproducible. */
export function gzip(bytes) {
  const packed = pack(bytes, { level: 9 });
  // The tenth byte of the header names the operating system; 255 is "unknown" (RFC 1952).
  packed[9] = 255;
  return packed;
}

/** The paths of all files below a folder, with slashes, sorted by code units. */
export function filesBelow(folder) {
  return readdirSync(folder, { recursive: true })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort((one, other) => (one < other ? -1 : 1));
}
