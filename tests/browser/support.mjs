// What every browser test needs: one Chromium, one server, and pages that keep a record of what went wrong.

import { execFileSync } from "node:child_process";
import { after } from "node:test";
import { chromium } from "playwright-core";
import { createServer } from "../../www/serve.mjs";

/** Without a sandbox, for containers; without anything that would go to the network by itself. */
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

let browser, origin;

/** The browser of this test file, started when first needed. */
export function launch() {
  browser ??= chromium.launch({ executablePath: executable(), args: FLAGS });
  return browser;
}

/** The address of the gallery, served on a free port for this test file. */
export function serve() {
  origin ??= start(createServer());
  return origin.then(({ address }) => address);
}

/** Starts another server, with headers of the test's own, until the test ends. */
export async function serveFor(t, options) {
  const { address, close } = await start(createServer(options));
  t.after(close);
  return address;
}

after(async () => {
  await (await browser)?.close();
  await (await origin)?.close();
});

/**
 * Opens a page and records what goes wrong on it: `record.console` (errors and warnings), `record.errors`
 * (uncaught), `record.violations` (`"directive blocked"`), `record.events` (`county-chains-error`), and
 * `record.requests`, the addresses it asked for.
 *
 * @param {import("node:test").TestContext} t closes the page when it ends
 * @param {string} path path on the gallery's server, or a full address
 * @param {object} [options] of Playwright's context; and `before`, an async function that prepares the page (routes,
 *   scripts) before it loads
 */
export async function page(t, path, { before, ...options } = {}) {
  const context = await (await launch()).newContext(options);
  t.after(() => context.close());
  const page = await context.newPage();
  const record = { console: [], errors: [], violations: [], events: [], requests: [] };
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) record.console.push(message.text());
  });
  page.on("pageerror", (error) => record.errors.push(error.message));
  page.on("request", (request) => record.requests.push(request.url()));
  await page.exposeFunction("recordFromPage", (kind, entry) => record[kind].push(entry));
  await page.addInitScript(() => {
    const record = window.recordFromPage;
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
      record("violations", `${effectiveDirective} ${blockedURI}`));
    document.addEventListener("county-chains-error", ({ detail }) => record("events", detail));
  });
  await before?.(page);
  await page.goto(new URL(path, await serve()).href);
  return { page, record };
}

/** Waits until a condition on the record holds; the record itself explains a timeout. */
export async function until(record, condition, milliseconds = 5000) {
  for (const end = Date.now() + milliseconds; !condition(record); ) {
    if (Date.now() > end) throw new Error(`waited in vain for ${condition}; ${JSON.stringify(record, null, 1)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function start(server) {
  await new Promise((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  const close = () => new Promise((resolve) => (server.close(resolve), server.closeAllConnections()));
  return { address: `http://127.0.0.1:${server.address().port}`, close };
}

/** The same choice as `make setup`: CHROMIUM, or the first that the system has. */
function executable() {
  for (const name of [process.env.CHROMIUM, "chromium", "chromium-browser", "google-chrome"].filter(Boolean)) {
    try {
      return execFileSync("sh", ["-c", 'command -v "$1"', "sh", name], { encoding: "utf8" }).trim();
    } catch {
      // Not this one.
    }
  }
  throw new Error('no Chromium; run "make setup" or set CHROMIUM');
}
