// Real pages of another origin take the widget from each server: as a frame without an origin of its own, as a script
// pinned by integrity.json, under strict policies, over HTTP/2.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import http from "node:http";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import { pathToFileURL } from "node:url";
import { assertTwin, page, ready, shown, silent, test, until } from "../browser/support.mjs";
import { describeServed, describeUnserved } from "./policies.mjs";
import { SERVERS, available, change, has, output, skipped, start } from "./servers.mjs";
import { VERSION, fillSite, release } from "./site.mjs";

const FOLDER = `/county-chains/${VERSION}`;
const SANDBOX = 'sandbox="allow-scripts" width="700" height="900"';
const TWIN = () => readFileSync(join(release(), "charts/tiers-zh-Hans-light.html"), "utf8");

describeUnserved();
for (const name of available("serves pages of other origins")) {
  describeServed(name);
  describe(name, () => {
    let server;
    before(async () => (server = await start(name, fillSite)));
    after(() => server?.stop());

    test("a frame in a sandbox, whose origin is null, draws its chart under the page's own policy", async (t) => {
      for (const folder of [FOLDER, "/county-chains/latest"]) {
        const { page, record, answers } = await host(t, `<iframe ${SANDBOX} src="${server.address}${folder}/embed.html?chart=map&lang=en"></iframe>`);
        const frame = await framed(page);
        assert.equal((await shown(frame)).chart, "map");
        assert.equal(await frame.evaluate(() => self.origin), "null");
        assert.match(answers.get(`${folder}/embed.html`)["content-security-policy"], /default-src 'none'/);
        silent(record);
      }
    });

    test("the wasm comes by brotli and is started", async (t) => {
      const { page, record, answers } = await host(t, `<iframe ${SANDBOX} src="${server.address}${FOLDER}/embed.html?lang=en"></iframe>`);
      await framed(page);
      for (const file of ["county-chains.js", "county-chains.wasm"]) {
        assert.equal(answers.get(`${FOLDER}/${file}`)["content-encoding"], "br", file);
      }
      silent(record);
    });

    test("all of the annex is there: a chart of it, its facts, a saved picture", async (t) => {
      const { page, record } = await host(t, `<iframe ${SANDBOX} src="${server.address}${FOLDER}/embed.html?chart=facts&lang=zh-Hant"></iframe>`);
      const frame = await framed(page);
      const size = await frame.evaluate(async () => {
        const element = document.querySelector("county-chains");
        await element.complete();
        return (await element.toPNG({ chart: "clusters" })).size;
      });
      assert.ok(size > 10_000, `a picture of ${size} bytes`);
      silent(record);
    });

    test("a page of another origin pins the script with the tag of integrity.json, and it draws", async (t) => {
      const { page, record } = await host(t, `${tag(server)}<county-chains lang="en" chart="shares">${TWIN()}</county-chains>`, {
        "Content-Security-Policy":
          `default-src 'none'; script-src ${server.address} 'wasm-unsafe-eval'; style-src ${server.address}; ` +
          `connect-src ${server.address}; require-trusted-types-for 'script'`,
      });
      await ready(page);
      assert.equal((await shown(page)).chart, "shares");
      silent(record);
    });

    test("a script that is not the pinned one is refused, and the twin stays", async (t) => {
      const flipped = tag(server).replace(/sha384-./, (start) => (start.endsWith("A") ? "sha384-B" : "sha384-A"));
      const { page, record } = await host(t, `${flipped}<county-chains lang="en">${TWIN()}</county-chains>`);
      await until(record, ({ console }) => console.some((line) => /integrity/.test(line)));
      assert.equal(await page.evaluate(() => customElements.get("county-chains")), undefined);
      await assertTwin(page);
    });

    test("a page that is isolated from others may hold the script", async (t) => {
      const isolated = { "Cross-Origin-Embedder-Policy": "require-corp", "Cross-Origin-Opener-Policy": "same-origin" };
      const { page, record } = await host(t, `${tag(server)}<county-chains lang="en"></county-chains>`, isolated);
      await ready(page);
      assert.equal(await page.evaluate(() => crossOriginIsolated), true);
      silent(record);
    });

    test("an article opened from a disk shows the frame", async (t) => {
      const file = join(server.folder, "article.html");
      writeFileSync(file, html(`<iframe ${SANDBOX} src="${server.address}${FOLDER}/embed.html?lang=en"></iframe>`));
      const { page: article } = await page(t, pathToFileURL(file).href);
      assert.equal((await shown(await framed(article))).chart, "tiers");
    });
  });
}

const noSecurity = SERVERS.nginx.missing() ?? (has("openssl") ? undefined : "no openssl to make a certificate");
if (noSecurity) skipped("nginx speaks HTTP/2 by the lines that its configuration names", noSecurity);
else test("nginx speaks HTTP/2 by the lines that its configuration names", speaksHttp2);

async function speaksHttp2(t) {
  const secured = await start("nginx", fillSite, certify);
  t.after(secured.stop);
  const address = `https://127.0.0.1:${secured.port + 1}${FOLDER}/embed.html?lang=en`;
  const { page: frame, record } = await page(t, address, { ignoreHTTPSErrors: true });
  await ready(frame);
  const loaded = await frame.evaluate(() => performance.getEntriesByType("resource").map((entry) =>
    [entry.name.split("/").at(-1), entry.nextHopProtocol, entry.encodedBodySize < entry.decodedBodySize]));
  for (const file of ["county-chains.js", "county-chains.wasm"]) {
    assert.deepEqual(loaded.find(([name]) => name === file), [file, "h2", true]);
  }
  silent(record);
}

/** Takes the lines for a certificate into use, with one made for this test, on the port above. */
function certify(folder, port) {
  const asked = "req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 2 -subj /CN=127.0.0.1";
  output("openssl", asked.split(" "), { cwd: folder });
  const file = join(folder, "nginx.conf");
  change(file, "# listen 443 ssl http2;", `listen 127.0.0.1:${port + 1} ssl http2;`);
  change(file, "# ssl_certificate     /etc/ssl/certs/example.org.pem;", `ssl_certificate ${folder}/cert.pem;`);
  change(file, "# ssl_certificate_key /etc/ssl/private/example.org.key;", `ssl_certificate_key ${folder}/key.pem;`);
}

/** The tag of integrity.json, with the server's address before its path. */
function tag(server) {
  const { tags } = JSON.parse(readFileSync(join(release(), "integrity.json"), "utf8"));
  return tags["county-chains.js"].replace('src="/', `src="${server.address}/`);
}

function html(body) {
  return `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Article</title></head><body>${body}</body></html>`;
}

/**
 * Opens a page of another origin than the server's, from a server of its own: Chromium lets no page that the test makes
 * up reach this machine. `answers` has the headers of what it loads, by path.
 */
async function host(t, body, headers = {}) {
  const server = http.createServer((request, response) => {
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", ...headers }).end(html(body));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => (server.close(), server.closeAllConnections()));
  const answers = new Map();
  const before = (page) => page.on("response", (response) => answers.set(new URL(response.url()).pathname, response.headers()));
  return { ...(await page(t, `http://127.0.0.1:${server.address().port}/article`, { before })), answers };
}

/** The frame of a page, when its widget is drawn. */
async function framed(page) {
  const element = await page.waitForSelector("iframe");
  const frame = await element.contentFrame();
  await frame.waitForSelector("county-chains [part=chart], county-chains [data-fact]");
  await ready(frame);
  return frame;
}

