// The widget's promise in one page each: it works under a strict policy, and stays a chart where wasm may not run.

import assert from "node:assert/strict";
import { assertTwin, page, test, until } from "./support.mjs";

test("a strict policy lets the widget start and has nothing to report", async (t) => {
  const { page: strict, record } = await page(t, "/policies/strict.html");
  await strict.evaluate(() => document.querySelector("county-chains").ready);
  assert.deepEqual(record.violations, []);
  assert.deepEqual(record.events, []);
  assert.deepEqual(record.errors, []);
  assert.deepEqual(record.console, []);
});

test("a policy without wasm is named once, and the static twin stays", async (t) => {
  const { page: blocked, record } = await page(t, "/policies/blocked.html");
  await until(record, ({ events }) => events.length > 0);
  assert.deepEqual(record.events.map(({ code }) => code), ["wasm-blocked"]);
  assert.deepEqual(record.violations, ["script-src wasm-eval"]);
  assert.deepEqual(record.errors, []);
  const warnings = record.console.filter((line) => line.startsWith("county-chains:"));
  assert.equal(warnings.length, 1);
  assert.match(warnings[0], /'wasm-unsafe-eval'/);
  await assertTwin(blocked);
});

test("the page asks for nothing but the widget's own files", async (t) => {
  const { page: strict, record } = await page(t, "/policies/strict.html");
  // Not by `ready`, which loads what methods need.
  await strict.locator("county-chains [data-tiers]").waitFor();
  const paths = record.requests.map((address) => new URL(address).pathname).sort();
  assert.deepEqual(paths, [
    "/county-chains/county-chains.js",
    "/county-chains/county-chains.tiers.wasm",
    "/county-chains/county-chains.wasm",
    "/policies/strict.html",
  ]);
});

test("a lost wasm is reported with its cure, and the next request succeeds", async (t) => {
  let lost = true;
  const answer = (route) => (lost ? route.fulfill({ status: 404, body: "" }) : route.continue());
  const before = (page) => page.route("**/county-chains.wasm", answer);
  const { page: strict, record } = await page(t, "/policies/strict.html", { before });
  await until(record, ({ events }) => events.length > 0);
  assert.deepEqual(record.events.map(({ code }) => code), ["wasm-fetch"]);
  lost = false;
  await strict.evaluate(() => {
    const element = document.querySelector("county-chains");
    element.after(element.cloneNode(true));
    return document.querySelectorAll("county-chains")[1].ready;
  });
  assert.equal(record.events.length, 1);
});
