// What the tests of frames need: pages of another origin around embed.html, with the listeners of the wild.

import { readFile } from "node:fs/promises";
import http from "node:http";
import { createRequire } from "node:module";
import { page, serve } from "./support.mjs";

const { resolve } = createRequire(import.meta.url);
const dist = (name) => new URL(`../../pkg/dist/${name}`, import.meta.url);

/** Files that a page around a frame loads, by path. pym.js 1.3.2 and iframe-resizer 4.4.5 are MIT. */
const FILES = {
  "/pym.js": resolve("pym.js"),
  "/iframe-resizer-4.js": resolve("iframe-resizer/js/iframeResizer.js"),
  "/host.js": dist("host.js"),
};

/** The least that a sandboxed frame must be allowed; WordPress allows no more. */
export const LEAST = "allow-scripts";
/** What the snippet allows. */
export const SNIPPET = "allow-scripts allow-downloads allow-popups";

/** The address of the frame's page; another origin than that of the pages around. */
export const embed = async (query = "chart=tiers") => `${await serve()}/county-chains/embed.html?${query}`;

/** An iframe without a border. */
export const iframe = (src, { sandbox = null, more = "" } = {}) =>
  `<iframe src="${src.replace(/&/g, "&amp;")}" width="100%" height="400" frameborder="0" ` +
  `${sandbox === null ? "" : `sandbox="${sandbox}"`} ${more}></iframe>`;

/** Writes down every message, with the number of the frame that it comes from. */
const LEDGER = `
  window.told = [];
  addEventListener("message", ({ data, source }) => told.push({ data, from: [...document.querySelectorAll("iframe")].findIndex(({ contentWindow }) => contentWindow === source) }));`;

/**
 * Opens a page around frames, on an origin of its own.
 *
 * @param {import("node:test").TestContext} t
 * @param {string} body with `<div id=box>` around the frame where its width is to change
 * @param {{ policy?: string, files?: Record<string, string>, ledger?: boolean, width?: number }} [options] `policy` of the
 *   page, further `files` by path, and whether messages are written down
 */
export async function hostPage(t, body, { policy, files = {}, ledger = true, width = 1000, ...options } = {}) {
  const html = `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>Host</title>
    ${ledger ? `<script>${LEDGER}</script>` : ""}<body>${body}</body></html>`;
  const address = await serveHost(t, { "/host.html": html, ...files }, policy);
  const opened = await page(t, `${address}/host.html`, { viewport: { width, height: 900 }, ...options });
  return { ...opened, address };
}

/** Serves a few texts and the files of the libraries. */
async function serveHost(t, texts, policy) {
  const server = http.createServer(async (request, response) => {
    const [path] = request.url.split("?");
    // Browsers ask for it unasked.
    if (path === "/favicon.ico") return response.writeHead(204).end();
    const body = path in texts ? texts[path] : path in FILES ? await readFile(FILES[path]) : undefined;
    const type = path.endsWith(".js") ? "text/javascript" : path.endsWith(".css") ? "text/css" : "text/html; charset=utf-8";
    const headers = { "Content-Type": type, ...(policy && path.endsWith(".html") && { "Content-Security-Policy": policy }) };
    response.writeHead(body === undefined ? 404 : 200, headers).end(body);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  t.after(() => new Promise((closed) => (server.close(closed), server.closeAllConnections())));
  return `http://127.0.0.1:${server.address().port}`;
}

/** The frame with the widget, once that is seen and drawn. */
export async function widgetFrame(page, at = 0) {
  const element = page.locator("iframe").nth(at);
  await element.evaluate((frame) => frame.scrollIntoView({ block: "nearest" }));
  const frame = await (await element.elementHandle()).contentFrame();
  await frame.waitForFunction(() => document.querySelector("county-chains")?.shadowRoot?.querySelector("[data-chart][data-tiers]"));
  return frame;
}

/** How high the widget is, and the inside of its frame, when nothing has moved for 12 frames. */
export async function heights(page, frame, at = 0) {
  let before = "";
  for (let tries = 0; tries < 60; tries++) {
    const inside = await frame.evaluate(() => Math.ceil(document.querySelector("main").getBoundingClientRect().height));
    const outside = await page.locator("iframe").nth(at).evaluate(({ clientHeight }) => clientHeight);
    const now = `${inside} ${outside}`;
    if (now === before) return { inside, outside };
    before = now;
    await pass(page, 12);
  }
  throw new Error(`the heights of widget and frame do not come to rest: ${before}`);
}

/** Waits until so many frames have been shown. */
export const pass = (page, count) =>
  page.evaluate(async (count) => {
    while (count--) await new Promise((resolve) => requestAnimationFrame(resolve));
  }, count);

/** The messages so far that match: those of our own format by their type, others by what is in them. */
export const messages = (page, part) =>
  page.evaluate((part) => told.filter(({ data }) => JSON.stringify(data).includes(part)), part);

/** Our own messages about the height. */
export const RESIZE = '"type":"resize"';

/** Presses the button that shows the table, and then the chart again, inside the frame. */
export const turn = (frame) => frame.locator('county-chains [data-action="view:table"]').first().click();
