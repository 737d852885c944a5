// The goldens of tests/golden.rs, for tests that ask the wasm for the same pictures.

import { readFile } from "node:fs/promises";

const FOLDER = new URL("golden/", import.meta.url);

/** What has a golden: the attributes, the state and the width that make the picture. */
export const cases = async () => JSON.parse(await readFile(new URL("cases.json", FOLDER), "utf8"));

/** The golden picture of a case. */
export const golden = (name) => readFile(new URL(`${name}.svg`, FOLDER), "utf8");

/** The golden table of a chart and language, as CSV. */
export const table = (name) => readFile(new URL(`${name}.csv`, FOLDER), "utf8");

/**
 * A picture as its golden has it: a line for each element and each part of a path. `lines` in tests/golden.rs sets the
 * same breaks, and says why. Goldens name an address of no one; `base` is the one that the picture names.
 */
export const lines = (svg, base) =>
  svg.replace(base, "https://example.org/")
    .replaceAll("><", ">\n <")
    .replaceAll(">\n <tspan", "><tspan")
    .replaceAll(">\n </text", "></text")
    .replaceAll("zM", "z\n M");
