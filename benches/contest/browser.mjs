// Chromium over its DevTools protocol and Firefox over WebDriver BiDi, with a fresh profile for each page, so that no cache helps.

import { createRequire } from "node:module";
import { find } from "../../tests/engines/drivers/processes.mjs";

const puppeteer = createRequire(new URL("../../tests/engines/package.json", import.meta.url))("puppeteer-core");

/** After this a contestant is taken not to finish. */
export const LIMIT = 60_000;

/** Milliseconds that a browser gets to open a window before its page is loaded. */
const SETTLING = 1000;

/** A phone in a mobile network, as Lighthouse has it; and a desktop that nothing slows down. */
export const PROFILES = {
  desktop: { viewport: { width: 1000, height: 900 } },
  phone: {
    viewport: { width: 360, height: 800, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
    processor: 4,
    network: { offline: false, latency: 150, download: 1_600_000 / 8, upload: 750_000 / 8 },
  },
};

const ENGINES = {
  Chromium: {
    browser: "chrome", named: process.env.CHROMIUM, usual: ["chromium", "chromium-browser", "google-chrome"],
    // WebGL by the processor, for machines without a graphics card: one of the peers draws with it.
    options: { args: ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-gpu", "--enable-unsafe-swiftshader"] },
  },
  Firefox: {
    browser: "firefox", named: process.env.FIREFOX, usual: ["firefox-esr", "firefox"],
    options: { extraPrefsFirefox: { "privacy.reduceTimerPrecision": false } },
  },
};

/** Starts a browser, or says what is missing. */
export async function start(engine) {
  const { browser: kind, named, usual, options } = ENGINES[engine];
  const program = named ? find(named) : find(...usual);
  if (!program) return { missing: `there is no ${engine} here` };
  const browser = await puppeteer.launch({ browser: kind, executablePath: program, headless: true, protocolTimeout: 4 * LIMIT, ...options });
  return { engine, version: (await browser.version()).split("/")[1], browser, stop: () => stop(browser) };
}

/** Ends a browser, also one whose page has hung. */
async function stop(browser) {
  const patience = setTimeout(() => browser.process()?.kill("SIGKILL"), 5000);
  await browser.close().catch(() => {});
  clearTimeout(patience);
}

/**
 * Opens an address in a fresh profile, does something there, and closes it.
 *
 * @template T
 * @param {Awaited<ReturnType<typeof start>>} started
 * @param {{ address: string, profile?: keyof typeof PROFILES }} where
 * @param {(page: import("puppeteer-core").Page, client?: import("puppeteer-core").CDPSession) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function visit({ browser, engine }, { address, profile = "desktop" }, work) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    const { viewport, processor, network } = PROFILES[profile];
    await page.setViewport(viewport);
    const client = engine === "Chromium" ? await page.createCDPSession() : undefined;
    // A clock that stops while other programs have the processor.
    await client?.send("Performance.enable", { timeDomain: "threadTicks" });
    // A new window of Chromium loads pages of its own at first.
    await new Promise((resolve) => setTimeout(resolve, SETTLING));
    if (processor) await client.send("Emulation.setCPUThrottlingRate", { rate: processor });
    if (network) await page.emulateNetworkConditions(network);
    return await within(async () => {
      await page.goto(address, { timeout: LIMIT });
      return work(page, client);
    });
  } finally {
    await Promise.race([context.close().catch(() => {}), new Promise((resolve) => setTimeout(resolve, 3000))]);
  }
}

/** The result of some work, or an error once the limit has passed. */
async function within(work) {
  let timer;
  const late = new Promise((resolve, reject) => { timer = setTimeout(() => reject(new Error("too late")), LIMIT); });
  return Promise.race([work(), late]).finally(() => clearTimeout(timer));
}

/** The durations that Chromium keeps of the main thread of a page, in milliseconds. */
export async function durations(client) {
  const { metrics } = await client.send("Performance.getMetrics");
  const of = (name) => metrics.find((metric) => metric.name === name).value;
  return { task: of("TaskDuration") * 1000, script: of("ScriptDuration") * 1000, layout: (of("LayoutDuration") + of("RecalcStyleDuration")) * 1000, heap: of("JSHeapUsedSize") };
}
