// The package in bundlers, without a setting for it: each builds an example, which a browser opens.

import assert from "node:assert/strict";
import { blank, page, test, until } from "../browser/support.mjs";
import { assertFiltered, assertOwnData, build, bundleClassic, serveBuilt, startServer } from "./support.mjs";

for (const [bundler, name] of [["esbuild", "esbuild"], ["Rollup", "rollup"], ["webpack 5", "webpack"], ["Vite", "vite"]]) {
  test(`${bundler} bundles the package, and the page shows the filtered chart`, async (t) => {
    build(name);
    const opened = await page(t, await serveBuilt(t, name));
    await assertFiltered(opened);
    const wasm = opened.record.requests.filter((address) => address.endsWith(".wasm"));
    assert.deepEqual(wasm, [], "the wasm is in the bundle");
    await assertOwnData(opened);
  });
}

test("Vite's development server shows the filtered chart, with the package bundled before", async (t) => {
  const address = await startServer(t, "vite", ["vite", "--port", "0", "--host", "127.0.0.1"], /Local:\D+(http:\/\/127\.0\.0\.1:\d+)/);
  const opened = await page(t, address);
  await assertFiltered(opened);
  assert.ok(opened.record.requests.some((address) => address.includes("/.vite/deps/county-chains.js")), "it was bundled before");

  const light = await page(t, `${address}/light.html`);
  await assertFiltered(light);
  assert.ok(light.record.requests.some((address) => address.includes("/county-chains.wasm")), "the wasm comes as a file");
  await assertOwnData(light);
});

for (const [bundler, name] of [["webpack 5", "webpack"], ["Vite", "vite"]]) {
  test(`${bundler} copies the wasm of county-chains/wasm beside the bundle, and the page fetches it`, async (t) => {
    build(name);
    const opened = await page(t, new URL("light.html", await serveBuilt(t, name)).href);
    await assertFiltered(opened);
    const wasm = opened.record.requests.filter((address) => address.endsWith(".wasm"));
    assert.equal(wasm.length, 3, "the core, the chart, and what `ready` loads for methods");
    const link = await opened.page.evaluate(() => document.querySelector("county-chains").link);
    assert.equal(link, "", "no page for links lies beside a bundle");
    const before = opened.record.requests.length;
    await assertOwnData(opened);
    const kinds = opened.record.requests.slice(before).map((address) => address.split(".").pop()).sort();
    assert.deepEqual(kinds, ["js", "wasm"], "the script and the part for datasets of the page's own");
  });
}

test("a bundle that is no module and has no wasm beside it keeps the twin and says so", async (t) => {
  const code = bundleClassic('import "county-chains/wasm"; window.isDone = true;');
  const { page: opened, record } = await blank(t, "<county-chains loading=eager><p>The twin.</p></county-chains>", {
    head: '<script defer src="/bundle.js"></script>',
    before: (page) => page.route("**/bundle.js", (route) => route.fulfill({ contentType: "text/javascript", body: code })),
  });
  await until(record, ({ events }) => events.length > 0);
  assert.deepEqual(record.events.map(({ code }) => code), ["wasm-fetch"]);
  assert.deepEqual(record.errors, []);
  assert.ok(await opened.evaluate(() => window.isDone), "what comes after it in the bundle runs");
  assert.ok(await opened.locator("county-chains > p").isVisible());
});
