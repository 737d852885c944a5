// Each server with the configuration of pkg/hosting answers as the widget needs it. headers.mjs has the headers of each
// path, withdrawal.mjs has what a withdrawn version leads to.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describeHeaders, describeMetas } from "./headers.mjs";
import { raw, request } from "./requests.mjs";
import { available, start } from "./servers.mjs";
import { DATASET, VERSION, fillSite, release } from "./site.mjs";
import { describeWithdrawal } from "./withdrawal.mjs";

const FOLDER = `/county-chains/${VERSION}`;
const TYPES = {
  "county-chains.js": "text/javascript; charset=utf-8",
  "county-chains.wasm": "application/wasm",
  "county-chains.tiers.wasm": "application/wasm",
  "county-chains.shares.wasm": "application/wasm",
  "county-chains.map.wasm": "application/wasm",
  "county-chains.export.wasm": "application/wasm",
  "county-chains.figures.wasm": "application/wasm",
  "county-chains.texts.wasm": "application/wasm",
  "county-chains.annex.wasm": "application/wasm",
  "county-chains.facts.wasm": "application/wasm",
  "county-chains.css": "text/css; charset=utf-8",
  "embed.html": "text/html; charset=utf-8",
  "embed.js": "text/javascript; charset=utf-8",
  "data.csv": "text/csv; charset=utf-8",
  "data.json": "application/json; charset=utf-8",
  "integrity.json": "application/json; charset=utf-8",
  "charts/tiers-zh-Hans-light.svg": "image/svg+xml; charset=utf-8",
};

describeMetas();
for (const name of available("serves a release")) {
  describeHeaders(name);
  describeWithdrawal(name);
  describe(name, () => {
    let server;
    before(async () => (server = await start(name, fillSite)));
    after(() => server?.stop());
    const ask = (path, headers, method) => request(server.address + path, headers, method);
    const inFolder = (file, headers, method) => ask(`${FOLDER}/${file}`, headers, method);

    test("every file has its type, whatever it is compressed by", async () => {
      for (const [file, type] of Object.entries(TYPES)) {
        for (const encoding of ["identity", "gzip", "br"]) {
          const { status, headers } = await inFolder(file, { "Accept-Encoding": encoding });
          assert.deepEqual([status, headers["content-type"].toLowerCase(), headers["x-content-type-options"]], [200, type, "nosniff"], file);
        }
      }
    });

    test("readers get the smallest form that they accept, and it holds the file", async () => {
      for (const file of Object.keys(TYPES)) {
        const bytes = readFileSync(join(release(), file));
        const sizes = [];
        for (const [accepted, sent, decode] of [
          ["br, gzip, deflate", "br", brotliDecompressSync],
          ["gzip, deflate, br;q=1.0", "br", brotliDecompressSync],
          ["gzip, deflate", "gzip", gunzipSync],
          ["identity", undefined, (body) => body],
          [undefined, undefined, (body) => body],
          ["br;q=0, gzip;q=0", undefined, (body) => body],
        ]) {
          const { headers, body } = await inFolder(file, accepted ? { "Accept-Encoding": accepted } : {});
          assert.equal(headers["content-encoding"], sent, `${file} for ${accepted}`);
          assert.equal(headers.vary, "Accept-Encoding", `${file} for ${accepted}`);
          assert.ok(decode(body).equals(bytes), `${file} for ${accepted} is another file`);
          assertLength(headers, body.length);
          sizes.push(body.length);
        }
        assert.ok(sizes[0] < sizes[2] && sizes[2] < sizes[3], `${file}: ${sizes}`);
      }
    });

    test("what comes through a proxy is compressed too", async () => {
      for (const encoding of ["gzip", "br"]) {
        const { headers } = await inFolder("county-chains.js", { "Accept-Encoding": encoding, Via: "1.1 cdn" });
        assert.equal(headers["content-encoding"], encoding);
      }
    });

    test("files of a version are kept for good, its pages, its data and a moving name are asked again, an error says nothing", async () => {
      const kept = async (path) => (await ask(path)).headers["cache-control"];
      for (const file of Object.keys(TYPES).filter((file) => !file.endsWith(".html"))) {
        assert.equal(await kept(`${FOLDER}/${file}`), "public, max-age=31536000, immutable", file);
      }
      for (const file of ["embed.html", "county-chains.offline.html", "charts/pages/tiers-zh-Hans.html"]) {
        assert.equal(await kept(`${FOLDER}/${file}`), "no-cache", file);
      }
      for (const file of ["datapackage.json", "countries.csv"]) assert.equal(await kept(`${FOLDER}/data/${DATASET}/${file}`), "no-cache", file);
      assert.equal(await kept("/county-chains/latest/county-chains.js"), "no-cache");
      assert.equal(await kept("/county-chains/latest/embed.html?chart=map"), "no-cache");
      assert.equal(await kept(`${FOLDER}/missing.js`), undefined);
      assert.equal(await kept(`${FOLDER}/`), undefined);
      assert.equal(await kept("/county-chains/9.9.9/county-chains.js"), undefined);
    });

    test("the name of a folder without its slash is not kept, wherever the answer leads", async () => {
      for (const folder of ["charts", "data", "charts/pages"]) {
        const { status, headers } = await inFolder(folder);
        assert.ok([301, 308, 404].includes(status), `${folder}: ${status}`);
        assert.ok([undefined, "no-cache"].includes(headers["cache-control"]), `${folder}: ${headers["cache-control"]}`);
      }
    });

    test("what a browser has is not sent again, and each compressed form has a tag of its own", async () => {
      const tags = new Set();
      for (const encoding of ["identity", "gzip", "br"]) {
        const accept = { "Accept-Encoding": encoding };
        const { headers: first } = await inFolder("county-chains.wasm", accept);
        const again = await inFolder("county-chains.wasm", { ...accept, "If-None-Match": first.etag });
        assert.deepEqual([again.status, again.body.length], [304, 0]);
        assert.equal(again.headers["access-control-allow-origin"], "*");
        assert.equal(again.headers["cache-control"], first["cache-control"]);
        const other = await inFolder("county-chains.wasm", { ...accept, "If-None-Match": '"another"' });
        assert.equal(other.status, 200);
        tags.add(first.etag);
      }
      assert.equal(tags.size, 3, `caches would mix them up: ${[...tags]}`);
    });

    test("a part of a file can be asked for", async () => {
      const bytes = readFileSync(join(release(), "county-chains.wasm"));
      const { status, headers, body } = await inFolder("county-chains.wasm", { "Accept-Encoding": "identity", Range: "bytes=100-199" });
      assert.deepEqual([status, headers["content-range"]], [206, `bytes 100-199/${bytes.length}`]);
      assert.ok(body.equals(bytes.subarray(100, 200)));
      const beyond = await inFolder("county-chains.wasm", { Range: `bytes=${bytes.length}-` });
      assert.equal(beyond.status, 416);
    });

    test("every origin may read every answer, errors too", async () => {
      for (const [path, status, headers] of [
        [`${FOLDER}/county-chains.js`, 200, { Origin: "null" }],
        [`${FOLDER}/county-chains.wasm`, 200, { Origin: "https://news.example" }],
        [`${FOLDER}/missing.wasm`, 404, { Origin: "null" }],
        [`${FOLDER}/county-chains.js`, 206, { Origin: "null", Range: "bytes=0-9", "Accept-Encoding": "identity" }],
      ]) {
        const answer = await ask(path, headers);
        const { "access-control-allow-origin": cors, "cross-origin-resource-policy": policy } = answer.headers;
        assert.deepEqual([answer.status, cors, policy], [status, "*", "cross-origin"], path);
      }
    });

    test("no answer sets a cookie or names the server's version", async () => {
      for (const path of [`${FOLDER}/county-chains.js`, `${FOLDER}/embed.html`, `${FOLDER}/missing`, "/"]) {
        const { headers } = await ask(path);
        assert.equal(headers["set-cookie"], undefined);
        assert.doesNotMatch(headers.server ?? "", /\d/);
      }
    });

    test("hidden files, lists of folders and what lies outside are refused", async () => {
      const refused = [
        `${FOLDER}/.env`, "/county-chains/.git/config", `${FOLDER}/`, `${FOLDER}/charts/`, "/county-chains/", "/county-chains/latest/",
        "/county-chains/../../outside.txt", "/county-chains/%2e%2e/%2e%2e/outside.txt", "/county-chains/..%2f..%2foutside.txt",
        `${FOLDER}/../../../outside.txt`, "/county-chains/%2e%67it/config", "/", "/nginx.conf", "/Caddyfile",
      ];
      for (const path of refused) {
        // As it is: an HTTP client would tidy the path up.
        const answer = await raw(server.port, path);
        assert.match(answer, /^HTTP\/1\.1 (400|403|404) /, `${path}\n${answer.slice(0, 300)}`);
        assert.doesNotMatch(answer, /nobody shall read this|county-chains\.js/, path);
      }
    });

    test("HEAD sends no file, and nothing can be written", async () => {
      const { status, headers, body } = await inFolder("county-chains.wasm", { "Accept-Encoding": "br" }, "HEAD");
      assert.deepEqual([status, body.length], [200, 0]);
      assertLength(headers, readFileSync(join(release(), "county-chains.wasm.br")).length);
      for (const method of ["POST", "PUT", "DELETE"]) {
        const { status } = await inFolder("county-chains.js", {}, method);
        assert.ok([405, 501].includes(status), `${method}: ${status}`);
      }
    });

    test("every file of the release is served as it is", async () => {
      for (const file of readdirSync(release(), { recursive: true }).filter((file) => /\.[a-z]+$/.test(file) && !/\.(br|gz)$/.test(file))) {
        const { status, body } = await inFolder(file);
        assert.equal(status, 200, file);
        assert.ok(body.equals(readFileSync(join(release(), file))), file);
      }
    });
  });
}

/** Caddy sends compressed files in pieces whose sum it does not tell ahead. */
function assertLength(headers, length) {
  assert.ok([undefined, String(length)].includes(headers["content-length"]), `${headers["content-length"]} instead of ${length}`);
}
