// What every browser test needs: one Chromium, one server, and pages that keep a record of what went wrong.

import { after, test as nodeTest } from "node:test";
import { chromium } from "playwright-core";
import { CHARTS, INDICATORS, UNFILTERED } from "../../www/chart-table.js";
import { createServer } from "../../www/serve.mjs";
import { find } from "../engines/drivers/processes.mjs";

export { CHARTS, INDICATORS, UNFILTERED };
/** Charts that are pictures with marks. */
export const PICTURED = CHARTS.filter((chart) => chart !== "facts");
export const LANGUAGES = ["zh-Hans", "zh-Hant", "en"];
export const THEMES = ["light", "dark"];

/** Milliseconds. Nothing is asserted on time; this only keeps a test that hangs from hanging the rest. */
export const PATIENCE = 60_000;
const WHOLE_TEST = 300_000;

/** `test` of node, with an end to all waiting. */
export const test = (name, run) => nodeTest(name, { timeout: WHOLE_TEST }, run);

/** Without a sandbox, for containers; without anything that would go to the network by itself. */
export const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

let browser, origin;

/** The browser of this test file, started when first needed. */
export function launch() {
  browser ??= launchWith([]);
  return browser;
}

/** A further browser, with flags of its own. Who starts it closes it. */
export function launchWith(flags) {
  return chromium.launch({ executablePath: executable(), args: [...FLAGS, ...flags] });
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
 * @param {object} [options] of Playwright's context; `before`, an async function that prepares the page (routes,
 *   scripts) before it loads; and `browser`, where it is to be another than that of the test file
 */
export async function page(t, path, { before, browser, ...options } = {}) {
  const context = await (browser ?? (await launch())).newContext(options);
  t.after(() => context.close());
  context.setDefaultTimeout(PATIENCE);
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

const SCRIPT = '<script type="module" src="/county-chains/county-chains.js"></script>';

/**
 * Opens a page of the test's own under no policy. `html` is its body; `head` replaces the script that every page
 * needs, `lang` is the page's language. Further options as for `page`.
 */
export async function blank(t, html, { head = SCRIPT, lang = "en", before, ...options } = {}) {
  const body = `<!DOCTYPE html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Test</title>${head}</head><body>${html}</body></html>`;
  const own = async (page) => {
    await page.route("**/blank.html", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body }));
    await before?.(page);
  };
  return page(t, "/blank.html", { before: own, ...options });
}

/** Opens a page of the test's own and waits until its widgets are drawn. */
export async function drawn(t, html, options) {
  const opened = await blank(t, html, options);
  await ready(opened.page);
  return opened;
}

/** Waits until the widgets that match are drawn, and for the frame in which they are. */
export async function ready(page, selector = "county-chains") {
  await page.evaluate(async ([selector, patience]) => {
    await customElements.whenDefined("county-chains");
    const late = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error(`no county-chains-ready in ${patience} ms`)), patience);
    });
    await Promise.race([late, Promise.all([...document.querySelectorAll(selector)].map(({ ready }) => ready))]);
  }, [selector, PATIENCE]);
  await frames(page);
}

/**
 * Waits until two frames have been shown, since attributes are drawn with the next one, and until no widget waits for
 * more of its program.
 */
export function frames(page) {
  return page.evaluate(async () => {
    const two = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const busy = ({ shadowRoot }) => shadowRoot && shadowRoot.querySelector("[aria-busy]");
    await two();
    while ([...document.querySelectorAll("county-chains")].some(busy)) await two();
  });
}

/**
 * Waits on the page's own clock. Timers of the page that were set before, and are shorter, have ended then, however slow the
 * machine is.
 */
export function pause(page, milliseconds) {
  return page.evaluate((milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)), milliseconds);
}

/** Looks at every widget of a page, so that the lazy ones are drawn, and goes back to its top. */
export async function look(page) {
  await page.evaluate(async (patience) => {
    await customElements.whenDefined("county-chains");
    for (const element of document.querySelectorAll("county-chains")) {
      element.scrollIntoView({ behavior: "instant" });
      await Promise.race([element.ready, new Promise((resolve) => setTimeout(resolve, patience))]);
    }
    scrollTo({ top: 0, behavior: "instant" });
  }, PATIENCE);
  await ready(page);
}

/** Sets attributes (null removes) of the element that matches, and waits for the drawing. */
export async function set(page, attributes, selector = "county-chains") {
  await page.evaluate(([selector, attributes]) => {
    const element = document.querySelector(selector);
    for (const [name, value] of Object.entries(attributes)) {
      if (value === null) element.removeAttribute(name);
      else element.setAttribute(name, value);
    }
  }, [selector, attributes]);
  await frames(page);
}

/** The attributes of the rendered root: what the widget says that it shows. */
export function shown(page, selector = "county-chains") {
  return page.evaluate((selector) => {
    const { chart, tiers, lang, theme, view, size } =
      document.querySelector(selector).shadowRoot.querySelector("[data-chart][data-tiers]").dataset;
    return { chart, tiers, lang, theme, view, size };
  }, selector);
}

/**
 * What a widget has drawn, one node a line with its attributes sorted, so that two drawings can be compared. Where the
 * Tab key enters the chart is left out: that is the reader's place, not the picture.
 */
export function drawing(page, selector = "county-chains") {
  return page.evaluate((selector) => {
    const lines = [];
    const write = (node, depth) => {
      if (node.nodeType === Node.TEXT_NODE) return void lines.push(" ".repeat(depth) + node.data);
      const attributes = [...node.attributes].filter(({ name, ownerElement }) => name !== "tabindex" || !ownerElement.dataset.key);
      const written = attributes.map(({ name, value }) => `${name}="${value}"`).sort();
      lines.push(" ".repeat(depth) + [node.localName, ...written].join(" "));
      for (const child of node.childNodes) write(child, depth + 1);
    };
    write(document.querySelector(selector).shadowRoot.querySelector("[data-tiers]"), 0);
    return lines;
  }, selector);
}

/** Where the focus is, in words: the action of a control, the key of a mark, or what else the element is. */
export function focused(page) {
  return page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    if (!active || active === document.body) return null;
    return active.dataset.key ?? active.dataset.action ?? (active.id || active.getAttribute("part") || active.localName);
  });
}

/** Presses Tab (or Shift+Tab) from one button of the host to the other, and tells where it stopped. */
export async function stops(page, key = "Tab", from = "before", to = "after") {
  await page.focus(`#${from}`);
  const found = [];
  for (let count = 0; count < 80; count++) {
    await page.keyboard.press(key);
    const place = await focused(page);
    if (place === to) return found;
    found.push(place);
  }
  throw new Error(`Tab does not come out: ${found}`);
}

/**
 * Compares two screenshots of the same size: for each pixel that differs, the contrast between before and after.
 * Returns how many differ, and how many of them by at least `ratio`. A browser page decodes them.
 */
export async function compare(before, after, ratio) {
  const context = await (await launch()).newContext();
  try {
    const page = await context.newPage();
    const list = [before, after].map((buffer) => buffer.toString("base64"));
    return await page.evaluate(async ([list, ratio]) => {
      const read = async (text) => {
        const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))]));
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
        const drawing = canvas.getContext("2d");
        drawing.drawImage(bitmap, 0, 0);
        return drawing.getImageData(0, 0, bitmap.width, bitmap.height).data;
      };
      const linear = (value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      const luminance = (data, at) => 0.2126 * linear(data[at]) + 0.7152 * linear(data[at + 1]) + 0.0722 * linear(data[at + 2]);
      const [one, two] = await Promise.all(list.map(read));
      let changed = 0;
      let strong = 0;
      for (let at = 0; at < one.length; at += 4) {
        if (one[at] === two[at] && one[at + 1] === two[at + 1] && one[at + 2] === two[at + 2]) continue;
        changed++;
        const [light, dark] = [luminance(one, at), luminance(two, at)].sort((a, b) => b - a);
        if ((light + 0.05) / (dark + 0.05) >= ratio) strong++;
      }
      return { changed, strong };
    }, [list, ratio]);
  } finally {
    await context.close();
  }
}

/** Asserts that two drawings are the same, and shows the first lines that differ. */
export function assertSame(actual, expected, what) {
  const differ = [];
  for (let at = 0; at < Math.max(actual.length, expected.length) && differ.length < 4; at++) {
    if (actual[at] !== expected[at]) differ.push(`line ${at}\n  is     ${actual[at]}\n  expect ${expected[at]}`);
  }
  if (differ.length > 0) throw new Error(`${what}\n${differ.join("\n")}`);
}

/** What the page may paste as static twin: figure, table, notes and source, as the widget writes them. */
export async function twins(t, attributes) {
  const { page } = await drawn(t, "<county-chains loading=eager></county-chains>");
  return page.evaluate(async (list) => {
    const element = document.querySelector("county-chains");
    await element.complete();
    return list.map((attributes) => {
      for (const name of ["chart", "lang", "indicator", "tiers"]) element[name] = attributes[name] ?? null;
      return element.embedCode({ kind: "static" });
    });
  }, attributes);
}

/** Asserts that a page's first widget shows its twin, whole: figure, picture, table, notes and source. */
export async function assertTwin(page) {
  const twin = page.locator("county-chains > figure").first();
  // A long table is folded; it opens without script.
  await twin.locator("details").evaluateAll((all) => all.forEach((details) => (details.open = true)));
  const [, caption] = (await twin.locator("figcaption").innerText()).split(/\n+/);
  if (!caption) throw new Error("the twin has no heading with a summary");
  for (const part of ["svg[role=img]", "table", "table caption", "table th[scope=row] >> nth=0"]) {
    const box = await twin.locator(part).boundingBox();
    if (!box || box.width < 10 || box.height < 10) throw new Error(`${part} of the twin is not to be seen: ${JSON.stringify(box)}`);
  }
  const picture = await twin.locator("svg").first().boundingBox();
  if (picture.width < 250 || picture.height < 150) throw new Error(`the picture is ${JSON.stringify(picture)}`);
  const paragraphs = await twin.locator("> p").allInnerTexts();
  if (paragraphs.length < 2) throw new Error("the twin has no notes");
  if (!/^(Source: |来源：|來源：)/.test(paragraphs.at(-1))) throw new Error(`no source: ${paragraphs.at(-1)}`);
}

/** Asserts that the page had nothing to complain about. */
export function silent(record) {
  const { console, errors, violations, events } = record;
  if (console.length + errors.length + violations.length + events.length === 0) return;
  throw new Error(`the page should have had nothing to say, but: ${JSON.stringify({ console, errors, violations, events }, null, 1)}`);
}

/** Waits until a condition on the record holds; the record itself explains a timeout. */
export async function until(record, condition, milliseconds = PATIENCE) {
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

/**
 * The same choice as `make setup`: CHROMIUM, or the first that the system has. A shell is the engine without the browser
 * around it, and opens a page in a third of the time. `whole` asks for the browser, which has windows.
 */
export function executable({ whole = false } = {}) {
  const shells = whole ? [] : ["chromium-headless-shell", "chrome-headless-shell"];
  const chosen = process.env.CHROMIUM ? [process.env.CHROMIUM] : [];
  const program = find(...chosen, ...shells, "chromium", "chromium-browser", "google-chrome");
  if (!program) throw new Error('no Chromium; run "make setup" or set CHROMIUM');
  return program;
}
