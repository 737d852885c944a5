// Builds the examples as their readers would and opens them in Chromium, with the package as npm installs it.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ready, serveFor, shown, silent } from "../browser/support.mjs";
import { ROOT, installInto } from "../package/support.mjs";

const EXAMPLES = join(ROOT, "examples");

/**
 * Next.js and others would tell their makers what is built, and on a machine that sets `CI` some colour what they say,
 * in the middle of the address that is read from it.
 */
const { FORCE_COLOR: _, ...INHERITED } = process.env;
const QUIET = { ...INHERITED, NEXT_TELEMETRY_DISABLED: "1", DISABLE_OPENCOLLECTIVE: "1", NO_COLOR: "1" };

/** How long a server may take until it is there, in ms; one that never says so shall not cost the whole test's time. */
const START = 60_000;

/** Puts the package in the place of the link to its folder, once: linked sources are treated in another way. */
let installed;
const install = () => (installed ??= installInto(EXAMPLES));

/** Builds an example with its own command. What that prints is shown if it fails. */
export function build(name) {
  install();
  try {
    return execFileSync("npm", ["run", "--silent", "build"], { cwd: join(EXAMPLES, name), env: QUIET, encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    throw new Error(`examples/${name} cannot be built:\n${error.stdout}\n${error.stderr}`);
  }
}

/** Bundles a few lines into a classic script. */
export function bundleClassic(source) {
  install();
  const esbuild = join(EXAMPLES, "node_modules/.bin/esbuild");
  return execFileSync(esbuild, ["--bundle", "--format=iife", "--log-level=error"], { cwd: EXAMPLES, input: source, encoding: "utf8" });
}

/** Serves a built example under an address of its own, as any file server would. */
export const serveBuilt = (t, name, folder = "dist") => serveFor(t, { folders: { "/": join(EXAMPLES, name, folder) } });

/** Starts a server that comes with an example, and waits until it says that it is there. */
export async function startServer(t, name, command, isReady) {
  install();
  const server = spawn(join(EXAMPLES, "node_modules/.bin", command[0]), command.slice(1), { cwd: join(EXAMPLES, name), env: QUIET, detached: true });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  t.after(() => {
    // Its workers as well, and at once: Next.js would wait for browsers to close their connections.
    process.kill(-server.pid, "SIGKILL");
    return ended;
  });
  let said = "";
  await new Promise((resolve, reject) => {
    const listen = (text) => isReady.test((said += text)) && resolve();
    for (const stream of [server.stdout, server.stderr]) stream.on("data", listen);
    server.once("error", reject);
    const fail = (how) => reject(new Error(`${command.join(" ")} ${how}: ${said}`));
    ended.then(() => fail("ended"));
    setTimeout(() => fail("did not say where it is"), START).unref();
  });
  return isReady.exec(said)[1];
}

/** A page shows the chart of two tiers, lets one go when its chip is clicked, and has nothing to complain about. */
export async function assertFiltered({ page, record }) {
  await ready(page);
  const { chart, tiers } = await shown(page);
  assert.deepEqual({ chart, tiers }, { chart: "shares", tiers: "1 2" });
  assert.ok(await page.locator("county-chains svg [data-key]").count() > 4, "marks are drawn");
  await page.locator('county-chains [data-tier="2"]').click();
  await page.waitForFunction(() => document.querySelector("county-chains").shadowRoot.querySelector('[data-tiers="1"]'));
  silent(record);
}

/** The page takes a dataset of its own, with all that reads it, and shows it. */
export async function assertOwnData({ page, record }) {
  const path = join(ROOT, "www/gallery/datasets/countries-by-income/countries-by-income.json");
  await page.evaluate((text) => (document.querySelector("county-chains").dataset = JSON.parse(text)), readFileSync(path, "utf8"));
  await page.locator("county-chains").getByText("Countries by income group").first().waitFor();
  silent(record);
}
