// Rungs of the ladder of docs/reliability.md that have no other place: the script does not come, the engine is not able, the
// network goes away, the page is left and comes back. Each test makes the fault, and looks at what a reader sees and at the events.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { hostPage } from "./frames.mjs";
import { assertTwin, blank, drawn, executable, FLAGS, frames, page as open, pause, ready, serveFor, shown, silent, test, twins, until } from "./support.mjs";

const dist = (name) => fileURLToPath(new URL(`../../pkg/dist/${name}`, import.meta.url));
const SCRIPT = "/county-chains/county-chains.js";
const tag = (src, more = "") => `<script type="module" src="${src}" ${more}></script>`;

/** The tag with its static version. */
async function whole(t) {
  const [twin] = await twins(t, [{ chart: "tiers", lang: "en" }]);
  return `<county-chains lang="en" loading="eager">${twin}</county-chains>`;
}

/** What the project itself says on the console. */
const ours = ({ console }) => console.filter((line) => line.startsWith("county-chains:"));

/* The script */

const javascript = (body) => (route) => route.fulfill({ contentType: "text/javascript", body });

/** The script up to the middle of a text in it; elsewhere what is left could be a script by chance. */
const half = (script) => script.slice(0, script.indexOf("wasm-unsafe-eval") + 4);

/** How the script fails, and what the browser then throws into the page: nothing of it can be caught by a script that does not run. */
const SCRIPTS = {
  "is not there": [(route) => route.fulfill({ status: 404, body: "Not found" }), []],
  "is a web page instead": [(route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Log in</title>" }), []],
  "has a type that is none of scripts": [async (route) => route.fulfill({ contentType: "text/plain", body: await readFile(dist("county-chains.js")) }), []],
  "is cut off by the network": [(route) => route.abort("connectionreset"), []],
  "is only half there": [async (route) => javascript(half(String(await readFile(dist("county-chains.js")))))(route), [/^(Unterminated|Unexpected|Invalid|missing)/]],
  "never comes": [() => undefined, []],
};

for (const [what, [answer, errors]] of Object.entries(SCRIPTS)) {
  test(`the static version stays, and nothing else happens, when the script ${what}`, async (t) => {
    const { page, record } = await blank(t, await whole(t), {
      // The page is there before the script has come.
      head: `<script>addEventListener("load", () => document.head.append(Object.assign(document.createElement("script"), { type: "module", src: "${SCRIPT}" })))</script>`,
      before: (page) => page.route(`**${SCRIPT}`, answer),
    });
    await until(record, ({ requests }) => requests.some((address) => address.endsWith(SCRIPT)));
    await pause(page, 300);
    await assertTwin(page);
    assert.equal(await page.evaluate(() => Boolean(customElements.get("county-chains"))), false);
    assert.deepEqual([record.events, ours(record)], [[], []]);
    assert.equal(record.errors.length, errors.length, record.errors.join("\n"));
    errors.forEach((pattern, index) => assert.match(record.errors[index], pattern));
    assert.ok(!record.requests.some((address) => address.endsWith(".wasm")));
  });
}

test("a script that is not the one that the page names by its hash is refused, and the static version stays", async (t) => {
  const bytes = await readFile(dist("county-chains.js"));
  const integrity = `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
  const altered = (page) => page.route(`**${SCRIPT}`, javascript(`${bytes}\nwindow.altered = true;`));
  const { page, record } = await blank(t, await whole(t), { head: tag(SCRIPT, `integrity="${integrity}"`), before: altered });
  await pause(page, 300);
  await assertTwin(page);
  assert.equal(await page.evaluate(() => window.altered), undefined);
  assert.deepEqual([record.events, record.errors, ours(record)], [[], [], []]);

  const { page: pinned, record: good } = await drawn(t, await whole(t), { head: tag(SCRIPT, `integrity="${integrity}"`) });
  assert.equal((await shown(pinned)).chart, "tiers");
  silent(good);
});

test("a policy that does not allow the script leaves the static version, with the browser's own report", async (t) => {
  const policy = "default-src 'none'; style-src 'self'";
  const { page, record } = await blank(t, await whole(t), { head: `<meta http-equiv="Content-Security-Policy" content="${policy}">${tag(SCRIPT)}` });
  await until(record, ({ violations }) => violations.length > 0);
  await assertTwin(page);
  assert.equal(record.violations.length, 1);
  assert.match(record.violations[0], /^script-src-elem .*county-chains\.js$/);
  assert.deepEqual([record.events, record.errors, ours(record)], [[], [], []]);
});

test("a host without CORS, or a disk, gives no module: the static version stays", async (t) => {
  const bare = await serveFor(t, { headersFor: () => ({ "Access-Control-Allow-Origin": "https://other.example" }) });
  const { page, record } = await hostPage(t, tag(`${bare}${SCRIPT}`) + (await whole(t)), { ledger: false });
  await until(record, ({ console }) => console.some((line) => line.includes("blocked by CORS policy: The 'Access-Control-Allow-Origin' header")));
  await assertTwin(page);
  assert.deepEqual([record.events, record.errors], [[], []]);

  const folder = await mkdtemp(join(tmpdir(), "county-chains-"));
  t.after(() => rm(folder, { recursive: true }));
  await copyFile(dist("county-chains.js"), join(folder, "county-chains.js"));
  await writeFile(join(folder, "page.html"), `<!doctype html><meta charset="utf-8">${tag("county-chains.js")}${await whole(t)}`);
  const { page: disk, record: quiet } = await open(t, pathToFileURL(join(folder, "page.html")).href);
  await pause(disk, 300);
  await assertTwin(disk);
  assert.deepEqual([quiet.events, quiet.errors], [[], []]);
});

/* The wasm */

test("a policy without connect-src is told as what it is, and the static version stays", async (t) => {
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'";
  const { page, record } = await blank(t, await whole(t), { head: `<meta http-equiv="Content-Security-Policy" content="${policy}">${tag(SCRIPT)}` });
  await until(record, ({ events }) => events.length > 0);
  await frames(page);
  await assertTwin(page);
  assert.deepEqual(record.events.map(({ code }) => code), ["wasm-fetch"]);
  assert.match(record.events[0].message, /connect-src/);
  assert.equal(ours(record).length, 1);
  assert.ok(record.violations.every((violation) => /^connect-src .*\.wasm$/.test(violation)), record.violations.join("\n"));
  assert.deepEqual(record.errors, []);
});

test("a policy that only reports changes nothing: the chart is drawn, and nobody is told by us", async (t) => {
  const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Reports</title>${tag(SCRIPT)}<body>${await whole(t)}`;
  const headers = { "Content-Security-Policy-Report-Only": "default-src 'self'; report-uri /nowhere" };
  const { page, record } = await open(t, "/reports.html", { before: (page) => page.route("**/reports.html", (route) => route.fulfill({ contentType: "text/html", headers, body })) });
  await ready(page);
  assert.equal((await shown(page)).chart, "tiers");
  assert.deepEqual([record.events, record.errors, ours(record)], [[], [], []]);
  // Each file of the program is compiled once: the core, the chart, and what `ready` loads.
  assert.deepEqual(record.violations, ["script-src wasm-eval", "script-src wasm-eval", "script-src wasm-eval"]);
});

/** Asserts that the engine is told, once, and the static version stays. */
async function assertInvalid({ page, record }, reason) {
  await until(record, ({ events }) => events.length > 0);
  await frames(page);
  await assertTwin(page);
  assert.deepEqual(record.events.map(({ code }) => code), ["wasm-invalid"]);
  assert.match(record.events[0].message, reason);
  assert.match(record.events[0].message, /Chromium 64, Firefox 69 and Safari 14/);
  assert.equal(ours(record).length, 1);
  assert.deepEqual([record.errors, record.violations], [[], []]);
}

test("an engine that cannot compile the wasm keeps the static version and is told which ones can", async (t) => {
  const old = (page) => page.addInitScript(() => {
    WebAssembly.compile = () => Promise.reject(new WebAssembly.CompileError("invalid opcode 0xfc"));
  });
  await assertInvalid(await blank(t, await whole(t), { before: old }), /invalid opcode/);
});

test("where there is no memory for the program the static version stays, with one event", async (t) => {
  const browser = await chromium.launch({ executablePath: executable(), args: [...FLAGS, "--js-flags=--wasm-max-mem-pages=2"] });
  t.after(() => browser.close());
  await assertInvalid(await blank(t, await whole(t), { browser }), /./);
});

test("a dataset that stalls is given up after a minute, with one event, and the last view stays", async (t) => {
  const hold = async (page) => {
    await page.clock.install();
    await page.route("**/slow/datapackage.json", () => undefined);
  };
  const { page, record } = await blank(t, '<county-chains lang="en" loading="eager"></county-chains>', { before: hold });
  await page.locator("county-chains [data-tiers]").waitFor();
  await page.evaluate(() => (document.querySelector("county-chains").src = "/slow/datapackage.json"));
  await until(record, ({ requests }) => requests.some((address) => address.endsWith("/slow/datapackage.json")));
  await page.clock.fastForward(59_000);
  assert.deepEqual(record.events, []);
  assert.equal(await page.locator("county-chains [aria-busy=true]").count(), 1);
  await page.clock.fastForward(2000);
  await until(record, ({ events }) => events.length > 0);
  assert.deepEqual(record.events.map(({ code }) => code), ["dataset-fetch"]);
  assert.match(record.events[0].message, /nothing has come for 60 seconds/);
  assert.equal(await page.locator("county-chains [aria-busy=true]").count(), 0);
  assert.equal((await shown(page)).chart, "tiers");
  assert.deepEqual([ours(record).length, record.errors], [1, []]);
});

/* The network goes away, and the page */

test("offline, what has come goes on working, what has not is said to be missing, and comes when the network is back", async (t) => {
  const { page, record } = await drawn(t, '<county-chains lang="en"></county-chains>');
  await page.context().setOffline(true);
  await page.locator('county-chains [data-tier="1"]').click();
  await frames(page);
  assert.equal((await shown(page)).tiers, "2 3 4");
  const map = page.locator('county-chains [role="tab"][data-chart="map"]');
  await map.click();
  await page.locator("county-chains .status.shown").filter({ hasText: "could not be loaded" }).waitFor();
  assert.equal((await shown(page)).chart, "tiers");
  assert.deepEqual(record.events.map(({ code }) => code), ["wasm-fetch"]);
  await page.context().setOffline(false);
  await map.click();
  await page.locator('county-chains [data-key="county:350582"]').waitFor();
  assert.equal((await shown(page)).tiers, "2 3 4", "the filter is as it was");
  assert.deepEqual([record.events.length, record.errors], [1, []]);
});

test("a page that was left and is shown again from memory has the widget as it was, and it works", async (t) => {
  // The shell keeps no pages in memory.
  const browser = await chromium.launch({ executablePath: executable({ whole: true }), args: FLAGS, ignoreDefaultArgs: ["--disable-back-forward-cache"] });
  t.after(() => browser.close());
  const back = (page) => page.addInitScript(() => addEventListener("pageshow", ({ persisted }) => persisted && (window.persisted = true)));
  const { page, record } = await blank(t, '<county-chains lang="en" loading="eager"></county-chains>', { browser, before: back });
  await ready(page);
  await page.locator('county-chains [data-tier="2"]').click();
  await frames(page);
  const address = page.url();
  await page.evaluate(() => (location.href = "/favicon.svg"));
  await page.waitForURL("**/favicon.svg");
  await page.evaluate(() => void setTimeout(() => history.back()));
  await page.waitForURL(address, { waitUntil: "commit" });
  await page.waitForFunction(() => window.persisted !== undefined && !document.hidden);
  assert.equal(await page.evaluate(() => window.persisted), true, "the page comes from memory");
  assert.equal((await shown(page)).tiers, "1 3 4");
  await page.locator('county-chains [data-tier="2"]').click();
  await frames(page);
  assert.equal((await shown(page)).tiers, "1 2 3 4");
  assert.deepEqual([record.events, record.errors], [[], []]);
});

test("a page that is frozen and goes on has the widget as it was, and it works", async (t) => {
  const { page, record } = await drawn(t, '<county-chains lang="en"></county-chains>');
  const session = await page.context().newCDPSession(page);
  await session.send("Page.setWebLifecycleState", { state: "frozen" });
  await session.send("Page.setWebLifecycleState", { state: "active" });
  await page.locator('county-chains [data-tier="2"]').click();
  await frames(page);
  assert.equal((await shown(page)).tiers, "1 3 4");
  silent(record);
});
