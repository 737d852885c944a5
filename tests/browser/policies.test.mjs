// The matrix of policies: every chart in every view, and what readers do, under each policy that a page or a frame may have.
// What is drawn is what is drawn without one, and nobody is told of anything. docs/reliability.md has the matrix.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { hostPage, iframe } from "./frames.mjs";
import { assertTwin, CHARTS, frames, page as open, ready, serve, serveFor, test, twins, until } from "./support.mjs";
import { SHOWN, use, walk } from "./walk.mjs";

const FOLDERS = { "/county-chains/": "../../pkg/dist/", "/gallery/": "../../www/gallery/" };
const NONCE = "c2VjcmV0";
const HIGH = { viewport: { width: 800, height: 900 } };
const WIDGET = '<county-chains lang="en" loading="eager"></county-chains>';

/** A header that denies everything of which the browser knows. */
let denied;

/** Storage that throws at whoever looks at it, as in an opaque origin, and counts. */
const throwing = () => {
  window.touched = 0;
  const refuse = { configurable: true, get: () => (window.touched++, (() => { throw new DOMException("denied", "SecurityError"); })()) };
  for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches", "cookieStore"]) Object.defineProperty(window, name, refuse);
  Object.defineProperty(Document.prototype, "cookie", refuse);
  for (const name of ["serviceWorker", "storage"]) Object.defineProperty(Navigator.prototype, name, refuse);
};

/**
 * The policies of pages: `headers`, `script` that runs before all others, whether `elsewhere` has the files, and `check`, what
 * must hold in the page so that the policy is in force.
 */
const PAGES = {
  "strict": {
    headers: { "Content-Security-Policy": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'none'; img-src 'none'" },
    check: () => (document.body.setAttribute("style", "color: red"), getComputedStyle(document.body).color !== "rgb(255, 0, 0)"), violates: true,
  },
  "Trusted Types": {
    headers: { "Content-Security-Policy": `script-src 'nonce-${NONCE}' 'strict-dynamic' 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types 'none'; object-src 'none'; base-uri 'none'` },
    check: () => { try { document.createElement("div").innerHTML = "<b>"; return false; } catch { return true; } }, violates: true,
  },
  "nonce and strict-dynamic": {
    headers: { "Content-Security-Policy": `script-src 'nonce-${NONCE}' 'strict-dynamic' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'` },
    check: () => (document.body.setAttribute("onclick", "window.ran = 1"), document.body.click(), !window.ran), violates: true,
  },
  "opaque origin": { headers: { "Content-Security-Policy": "sandbox allow-scripts allow-downloads" }, check: () => self.origin === "null" },
  "isolated, files elsewhere": {
    headers: { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" }, elsewhere: true, check: () => crossOriginIsolated,
  },
  "no storage": { script: throwing, check: () => { try { return !localStorage; } catch { return window.touched-- === 1; } }, after: () => window.touched === 0 },
  "no referrer": { headers: { "Referrer-Policy": "no-referrer" } },
  "all permissions denied": { get headers() { return { "Permissions-Policy": denied }; }, check: () => !document.featurePolicy.allowsFeature("clipboard-write") },
};

/** Serves a page for each policy, beside the files; gives the address of the folder. */
async function servePages(t) {
  const folder = await mkdtemp(join(tmpdir(), "county-chains-"));
  t.after(() => rm(folder, { recursive: true }));
  const elsewhere = await serveFor(t, { headersFor: () => ({ "Cross-Origin-Resource-Policy": "cross-origin" }) });
  const names = Object.keys(PAGES);
  for (const [index, name] of ["", ...names].entries()) {
    const src = `${name && PAGES[name].elsewhere ? elsewhere : ""}/county-chains/county-chains.js`;
    await writeFile(join(folder, `${index}.html`), `<!doctype html><html lang="en"><meta charset="utf-8"><title>Policy</title>
<script nonce="${NONCE}" type="module" src="${src}"></script><body>${WIDGET}`);
  }
  const folders = { "/": `${folder}/` };
  for (const [path, to] of Object.entries(FOLDERS)) folders[path] = fileURLToPath(new URL(to, import.meta.url));
  const headersFor = (path) => PAGES[names[/^\/(\d+)\.html$/.exec(path)?.[1] - 1]]?.headers;
  return { address: await serveFor(t, { folders, headersFor }), of: (name) => `/${names.indexOf(name) + 1}.html` };
}

/** Adds a row to the matrix, and asserts that it is what it should be. */
function judge(rows, name, record, found, plain, done, expected = {}) {
  const differ = SHOWN.filter((shown) => found[shown] !== plain[shown]);
  const others = record.console;
  rows.push([name, Object.keys(found).length, SHOWN.length - differ.length, ...Object.values(done), record.violations.length, record.errors.length, record.events.length, others.length]);
  assert.deepEqual(Object.keys(found), SHOWN);
  assert.deepEqual(differ, [], `${name}: what is drawn differs from what is drawn without a policy`);
  assert.deepEqual(done, { filter: "works", table: "works", save: "works", search: "works", copy: "works", ...expected }, name);
  assert.deepEqual([record.violations, record.errors, record.events, others], [[], [], [], []], name);
}

/** Prints the matrix as it stands in docs/reliability.md. */
function print(t, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const head = ["policy", "drawn", "the same", "filter", "table", "save", "search", "copy", "violations", "uncaught", "events", "lines"];
  t.diagnostic(["", line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n"));
}

test("under every policy that lets wasm run a page has each chart and view as without it, and readers can do all they do", async (t) => {
  const { address, of } = await servePages(t);
  const plain = await open(t, `${address}/0.html`, HIGH);
  await ready(plain.page);
  denied = (await plain.page.evaluate(() => document.featurePolicy.features())).map((name) => `${name}=()`).join(", ");
  const expected = await walk(plain.page);
  const rows = [];
  judge(rows, "none", plain.record, expected, expected, await use(plain.page, plain.page));
  for (const [name, { script, check, violates, after }] of Object.entries(PAGES)) {
    const before = (page) => script && page.addInitScript(script);
    const { page, record } = await open(t, address + of(name), { ...HIGH, before });
    await ready(page);
    const found = await walk(page);
    judge(rows, name, record, found, expected, await use(page, page));
    if (after) assert.ok(await page.evaluate(after), `${name}: was touched`);
    if (check) assert.ok(await page.evaluate(check), `${name} is not in force`);
    // The page's own attempt is told, so that a violation of ours would have been.
    if (violates) await until(record, ({ violations }) => violations.length > 0);
    await page.context().close();
  }
  print(t, rows);
});

/** What a frame may do, and what comes of it where that is not all. */
const SANDBOXES = {
  "allow-scripts": { save: "refused, the table can be copied" },
  "allow-scripts allow-downloads allow-popups": {},
  "allow-scripts allow-downloads allow-popups allow-same-origin": {},
};

test("in every sandbox that lets scripts run a frame has each chart and view as without it", async (t) => {
  const src = `${await serve()}/county-chains/embed.html?chart=tiers&lang=en`;
  /** Opens the frame; without a sandbox where none is named. */
  const framed = async (sandbox, more) => {
    const opened = await hostPage(t, iframe(src, { sandbox, more }).replace('height="400"', 'height="880"'));
    const frame = await (await opened.page.waitForSelector("iframe")).contentFrame();
    await ready(frame);
    return { ...opened, frame };
  };
  const plain = await framed(null);
  const expected = await walk(plain.frame);
  const rows = [];
  judge(rows, "frame without sandbox", plain.record, expected, expected, await use(plain.frame, plain.page));
  for (const [sandbox, outcome] of Object.entries(SANDBOXES)) {
    const { page, record, frame } = await framed(sandbox);
    const found = await walk(frame);
    judge(rows, `frame, ${sandbox}`, record, found, expected, await use(frame, page, { saves: !outcome.save }), outcome);
    await page.context().close();
  }
  print(t, rows);
});

test("a frame that may run no script says what it is and where the data is", async (t) => {
  const { page, record } = await hostPage(t, iframe(`${await serve()}/county-chains/embed.html?lang=en`, { sandbox: "" }));
  const words = page.frameLocator("iframe").locator("noscript p:lang(en)");
  assert.match(await words.innerText(), /chart needs JavaScript.*data\.csv/);
  assert.ok(await words.isVisible());
  assert.deepEqual([record.errors, record.events, record.requests.filter((address) => /\.wasm$/.test(address))], [[], [], []]);
});

test("under a policy that does not let wasm run each chart keeps its static version, with one report for all", async (t) => {
  const figures = await twins(t, CHARTS.map((chart) => ({ chart, lang: "en" })));
  const tags = CHARTS.map((chart, index) => `<county-chains chart="${chart}" lang="en" loading="eager">${figures[index]}</county-chains>`).join("");
  const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Policy</title><script type="module" src="/county-chains/county-chains.js"></script><body>${tags}`;
  const before = (page) => page.route("**/self.html", (route) => route.fulfill({ contentType: "text/html", headers: { "Content-Security-Policy": "default-src 'self'" }, body }));
  const { page, record } = await open(t, "/self.html", { before });
  await until(record, ({ events }) => events.length === CHARTS.length);
  await frames(page);
  for (const chart of CHARTS) {
    await assertTwin(page);
    assert.equal(await page.locator("county-chains > figure").first().getAttribute("data-chart"), chart);
    await page.evaluate(() => document.querySelector("county-chains").remove());
  }
  assert.deepEqual([record.violations, record.errors], [["script-src wasm-eval"], []]);
  assert.deepEqual([...new Set(record.events.map(({ code }) => code))], ["wasm-blocked"]);
  assert.equal(record.console.filter((line) => line.startsWith("county-chains:")).length, 1);
});
