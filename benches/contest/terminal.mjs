// How long the built command takes, from its start to its end, as a shell would see it; and what criterion has measured of the core.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const COMMAND = join(ROOT, "target/release/county-chains");
const CRITERION = join(ROOT, "target/criterion");
/** A picture takes milliseconds, so it is drawn more often. */
const PICTURES = 10;

/** Compiles the command, which also draws what stands in the pages. */
export function compile() {
  execFileSync("cargo", ["build", "--release", "--locked", "--quiet"], { cwd: ROOT, stdio: "inherit" });
}

/** What the command writes to its standard output. */
export const county = (...args) => execFileSync(COMMAND, args, { encoding: "utf8", maxBuffer: 1 << 26 });

/** Runs each of the commands once, a picture a few times. `million` is the folder of a dataset with a million rows. */
export function terminal(note, million) {
  const folder = mkdtempSync(join(tmpdir(), "county-chains-bench-"));
  const timed = (what, ...args) => {
    const begin = performance.now();
    execFileSync(COMMAND, args, { stdio: "ignore" });
    note("terminal", what, performance.now() - begin);
  };
  try {
    for (let index = 0; index < PICTURES; index++) {
      timed("one SVG", "render", "--chart", "tiers", "-o", join(folder, "tiers.svg"));
      timed("the map as SVG", "render", "--chart", "map", "-o", join(folder, "map.svg"));
    }
    timed("every chart, language, theme and format (`render --all`)", "render", "--all", "-o", join(folder, "all"));
    if (million) timed("checking 1,000,000 rows (`validate`)", "validate", join(million, "datapackage.json"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs criterion over the core and notes what it has found: the median and its interval of confidence, in microseconds. */
export function core(note) {
  rmSync(CRITERION, { recursive: true, force: true });
  execFileSync("cargo", ["bench", "--locked", "--quiet", "--bench", "core", "--", "--noplot", "--warm-up-time", "1", "--measurement-time", "2"], { cwd: ROOT, stdio: ["ignore", "ignore", "pipe"] });
  const found = readdirSync(CRITERION, { recursive: true }).filter((path) => path.endsWith(join("new", "estimates.json"))).sort();
  for (const path of found) {
    const { median } = JSON.parse(readFileSync(join(CRITERION, path), "utf8"));
    const { full_id: name } = JSON.parse(readFileSync(join(CRITERION, path, "../benchmark.json"), "utf8"));
    for (const value of [median.confidence_interval.lower_bound, median.point_estimate, median.confidence_interval.upper_bound]) note("core", name, value / 1000);
  }
}

/** Draws a chart of a dataset of one's own into a file. */
export function draw(dataset, target, ...options) {
  const folder = mkdtempSync(join(tmpdir(), "county-chains-bench-"));
  try {
    const file = join(folder, "datapackage.json");
    writeFileSync(file, JSON.stringify(dataset));
    county("validate", file);
    county("render", "--data", file, "-o", target, ...options);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
