// The compressed files that a web server sends instead of packing anew for each reader.

import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** What shrinks. Pictures of pixels and archives are small already. */
const SHRINKS = [".js", ".mjs", ".wasm", ".css", ".html", ".json", ".csv", ".svg", ".txt", ".md", ".xml"];

/** Puts `.br` and `.gz` beside every file below a folder that shrinks by it. */
export function compressAll(folder) {
  for (const name of filesBelow(folder).filter((name) => SHRINKS.includes(extname(name)))) {
    const bytes = readFileSync(join(folder, name));
    for (const [ending, packed] of [[".br", brotli(bytes)], [".gz", gzip(bytes)]]) {
      if (packed.length < bytes.length) writeFileSync(join(folder, name + ending), packed);
    }
  }
}

/** By brotli, as small as it gets. */
export function brotli(bytes) {
  return brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
}

/** By gzip, as small as it gets. Neither time nor platform are in it, so the same bytes give the same bytes. */
export function gzip(bytes) {
  const packed = gzipSync(bytes, { level: 9 });
  // The tenth byte of the header names the system that packed; 255 is "unknown" (RFC 1952).
  packed[9] = 255;
  return packed;
}

/** The paths of all files below a folder, with slashes, in the order of their characters. */
export function filesBelow(folder) {
  return readdirSync(folder, { recursive: true })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort((one, other) => (one < other ? -1 : 1));
}
