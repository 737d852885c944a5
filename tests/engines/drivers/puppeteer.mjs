// Chromium over its DevTools protocol and Firefox over WebDriver BiDi, both by Puppeteer.

import puppeteer from "puppeteer-core";
import { find } from "./processes.mjs";
import { tabOf } from "./tab.mjs";

/** Nothing is asserted on time; this only ends a wait that would be in vain. */
const PATIENCE = 60_000;

/** Without a sandbox, for containers, and without what would go to the network by itself. */
const CHROMIUM_FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

/** Files are saved where the tests look for them, and nobody is asked. */
const firefoxPreferences = (folder, dark) => ({
  "browser.download.folderList": 2,
  "browser.download.dir": folder,
  "browser.download.always_ask_before_handling_new_types": false,
  "browser.download.alwaysOpenPanel": false,
  "layout.css.prefers-color-scheme.content-override": dark ? 0 : 1,
});

/** @type {import("../engines.mjs").Engine} */
export const chromium = {
  name: "Chromium",
  missing: () => (program(process.env.CHROMIUM, "chromium", "chromium-browser", "google-chrome") ? undefined : "no chromium"),
  start: ({ folder, dark }) => start(folder, {
    browser: "chrome",
    executablePath: program(process.env.CHROMIUM, "chromium", "chromium-browser", "google-chrome"),
    args: [...CHROMIUM_FLAGS, `--blink-settings=preferredColorScheme=${dark ? 0 : 1}`],
    downloadBehavior: { policy: "allow", downloadPath: folder },
  }),
};

/** @type {import("../engines.mjs").Engine} */
export const firefox = {
  name: "Firefox",
  missing: () => (program(process.env.FIREFOX, "firefox-esr", "firefox") ? undefined : "no firefox-esr and no FIREFOX="),
  start: ({ folder, dark }) => start(folder, {
    browser: "firefox",
    executablePath: program(process.env.FIREFOX, "firefox-esr", "firefox"),
    extraPrefsFirefox: firefoxPreferences(folder, dark),
  }),
};

/** The program that the environment names, which must be there, or the first that this machine has. */
function program(named, ...usual) {
  if (!named) return find(...usual);
  const found = find(named);
  if (!found) throw new Error(`${named} is no program`);
  return found;
}

async function start(folder, options) {
  const browser = await puppeteer.launch({ headless: true, protocolTimeout: PATIENCE, ...options });
  return {
    // "Chrome/156.0.8078.79" or "firefox/153.7.0".
    version: (await browser.version()).split("/")[1],
    folder,
    tab: () => tab(browser, options.browser),
    stop: () => browser.close(),
  };
}

async function tab(browser, browserName) {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  return { ...tabOf(page), clock: () => (browserName === "chrome" ? clock(page) : undefined) };
}

/** A clock that goes while the main thread of the page works, and stops while other programs have the processor: milliseconds. */
async function clock(page) {
  const client = await page.createCDPSession();
  await client.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    const { metrics } = await client.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
  };
}
