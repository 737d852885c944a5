// Tests for server.test.mjs, which has a release: every file of it, however it is asked for, and every answer that is none, has
// exactly the headers that pkg/tools/headers.mjs says, in a server of its own and in that of a site that has headers too.

import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { filesBelow } from "../../pkg/tools/release/compress.mjs";
import { FRAME_META, headersFor, keptFor, offlineMeta } from "../../pkg/tools/headers.mjs";
import { request } from "./requests.mjs";
import { change, start } from "./servers.mjs";
import { DATASET, VERSION, fillSite, release } from "./site.mjs";

const FOLDER = `/county-chains/${VERSION}`;
/** By ending. Files without one are texts. */
const TYPES = {
  ".js": "text/javascript; charset=utf-8", ".wasm": "application/wasm", ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8", ".csv": "text/csv; charset=utf-8", ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8", ".png": "image/png", ".br": "application/octet-stream", ".gz": "application/gzip",
};
const TEXT = "text/plain; charset=utf-8";
/** What servers say of the connection and of the state of a file; server.test.mjs has what of it matters. */
const OF_THE_SERVER = ["accept-ranges", "allow", "connection", "content-length", "date", "etag", "last-modified", "server", "transfer-encoding"];

/** Headers of the site that we are included in, each of which would do harm if it were ours, or is its own affair. */
const SITE = { "X-Frame-Options": "DENY", "Content-Security-Policy": "default-src 'self'", "Strict-Transport-Security": "max-age=300" };
const lines = (line) => Object.entries(SITE).map(([name, value]) => line(name, value)).join("\n");

/** How each server is somebody's who has a site already. What is left of the site's headers depends on the server. */
const INCLUDED = {
  nginx: {
    adapt(folder, port) {
      change(join(folder, "nginx.conf"), "root www;", `root www;\n${lines((name, value) => `add_header ${name} "${value}" always;`)}`);
      change(join(folder, "county-chains.conf"), '# add_header Strict-Transport-Security "max-age=31536000"', 'add_header Strict-Transport-Security "max-age=300"');
    },
    // All are replaced by ours; one is repeated there.
    kept: () => ({ "strict-transport-security": SITE["Strict-Transport-Security"] }),
  },
  caddy: {
    adapt(folder, port) {
      writeFileSync(join(folder, "Caddyfile"), `{
  admin off
}
http://:${port} {
  bind 127.0.0.1
  root * www
  header {
${lines((name, value) => `    ${name} "${value}"`)}
  }
  import county-chains.caddy
  respond 404
}`);
    },
    // All stay but those that we say ourselves; what a browser shows by itself may be framed, unless it is missing.
    kept: (path, { isAnswered }) => ({
      "strict-transport-security": SITE["Strict-Transport-Security"],
      "content-security-policy": SITE["Content-Security-Policy"],
      ...(!(isAnswered && /\.(html|svg)$/.test(path)) && { "x-frame-options": SITE["X-Frame-Options"] }),
    }),
  },
};

const FIXED = "https://charts.example";
/** How the README says that a fixed host is named in place of the one that was asked. */
const NAME_HOST = {
  nginx: (folder) => change(join(folder, "county-chains.conf"), "$scheme://$http_host", FIXED),
  caddy(folder) {
    for (const words of ["script-src 'self' $1", "style-src 'self' $1", "connect-src 'self' $1"]) {
      change(join(folder, "county-chains.caddy"), words, words.replace("$1", FIXED));
    }
  },
};

/** Tests of one server, alone and in a site. */
export function describeHeaders(name) {
  test(`${name} names a fixed host in the policy of the frame by the change that the README describes`, async (t) => {
    const server = await start(name, fillSite, NAME_HOST[name]);
    t.after(() => server.stop());
    const { headers } = await request(`${server.address}${FOLDER}/embed.html`, { Host: "elsewhere.example" });
    assert.equal(headers["content-security-policy"], headersFor("/embed.html", FIXED)["Content-Security-Policy"]);
  });
  describeForm(name, "a server of its own", { adapt: () => {}, kept: () => ({}) });
  describeForm(name, "a site that includes it", INCLUDED[name]);
}

function describeForm(name, form, { adapt, kept }) {
  describe(`the headers of ${name}, ${form}`, () => {
    let server;
    before(async () => (server = await start(name, fillSite, adapt)));
    after(() => server?.stop());

    /** Asks, and compares the status and all headers with what the list has for this path. */
    async function assertAnswer(path, { status = 200, asked = {}, method = "GET", ...own }) {
      const answer = await request(server.address + path, asked, method);
      const expected = { ...kept(path, { isAnswered: status < 400 || status === 405 }), ...lowerCased(headersFor(path, server.address)), ...own };
      assert.deepEqual([answer.status, told(answer.headers)], [status, sorted(expected)], `${method} ${path} ${JSON.stringify(asked)}`);
      return answer;
    }

    test("a file says the same in each form and by each method, and how it is packed", async () => {
      const files = filesBelow(release());
      assert.ok(files.length > 100, `${files.length} files`);
      for (const file of files) {
        const path = `${FOLDER}/${file}`;
        const isPacked = existsSync(join(release(), `${file}.br`));
        // Caddy says it of all files.
        const vary = (isPacked || name === "caddy") && { vary: "Accept-Encoding" };
        const kept = { "cache-control": keptFor(path), ...vary };
        const same = { "content-type": TYPES[extname(file)] ?? TEXT, ...kept };
        const packedBy = (encoding) => isPacked && { "content-encoding": encoding };
        const asked = Object.fromEntries(["identity", "gzip", "br"].map((encoding) => [encoding, { "Accept-Encoding": encoding }]));
        await assertAnswer(path, { asked: asked.identity, ...same });
        await assertAnswer(path, { asked: asked.gzip, ...same, ...packedBy("gzip") });
        const { headers: { etag } } = await assertAnswer(path, { asked: asked.br, ...same, ...packedBy("br") });
        await assertAnswer(path, { method: "HEAD", asked: asked.br, ...same, ...packedBy("br") });
        await assertAnswer(path, { status: 304, asked: { ...asked.br, "If-None-Match": etag }, ...kept });
        const range = `bytes 0-0/${statSync(join(release(), file)).size}`;
        await assertAnswer(path, { status: 206, asked: { ...asked.identity, Range: "bytes=0-0" }, "content-range": range, ...same });
      }
    });

    test("a moving name says the same, and is asked again", async () => {
      for (const file of ["embed.html", "charts/pages/tiers-zh-Hans.html", "charts/tiers-zh-Hans-light.svg", "data.csv"]) {
        const more = { "content-type": TYPES[extname(file)], "cache-control": "no-cache", vary: "Accept-Encoding" };
        await assertAnswer(`/county-chains/latest/${file}`, { asked: { "Accept-Encoding": "identity" }, ...more });
      }
    });

    test("data of the host's own says the same beside a version and beside a moving name, and is asked again", async () => {
      for (const folder of [FOLDER, "/county-chains/latest"]) {
        for (const file of ["datapackage.json", "countries.csv"]) {
          const path = `${folder}/data/${DATASET}/${file}`;
          const kept = { "cache-control": keptFor(path), ...(name === "caddy" && { vary: "Accept-Encoding" }) };
          const asked = { "Accept-Encoding": "identity" };
          const { headers: { etag } } = await assertAnswer(path, { asked, "content-type": TYPES[extname(file)], ...kept });
          await assertAnswer(path, { status: 304, asked: { ...asked, "If-None-Match": etag }, ...kept });
        }
      }
    });

    test("what is no file says as much of itself, and is not kept", async () => {
      const list = name === "nginx" ? 403 : 404;
      const missing = ["missing.js", "missing.html", "charts/missing.svg", "embed.html/", ".env", "charts/.html"].map((file) => `${FOLDER}/${file}`);
      for (const path of [...missing, "/county-chains/9.9.9/embed.html", "/county-chains/embed.html", "/county-chains/.git/config"]) await assertError(path, 404);
      for (const path of [`${FOLDER}/`, `${FOLDER}/charts/`, "/county-chains/"]) await assertError(path, list);
      // Caddy refuses these itself, so that they have passed the end of its list.
      const vary = name === "caddy" && { vary: "Accept-Encoding" };
      for (const file of ["embed.html", "county-chains.js"]) await assertError(`${FOLDER}/${file}`, 405, { method: "POST", ...vary });
    });

    /** The words of an error are the server's; their type is that of the words. */
    async function assertError(path, status, { method, ...more } = {}) {
      const { headers } = await request(server.address + path, {}, method);
      const type = headers["content-type"] && { "content-type": headers["content-type"] };
      await assertAnswer(path, { status, method, ...type, ...more });
    }

    test("the policy of the frame names the server as it was asked for, and no more than a name", async () => {
      for (const host of ["charts.example", "charts.example:8443", "[::1]:80"]) {
        const { headers } = await request(`${server.address}${FOLDER}/embed.html`, { Host: host });
        assert.equal(headers["content-security-policy"], headersFor("/embed.html", `http://${host}`)["Content-Security-Policy"]);
      }
      const { headers } = await request(`${server.address}${FOLDER}/embed.html`, { Host: "a'b;script-src" });
      assert.doesNotMatch(headers["content-security-policy"] ?? "", /a'b/);
    });
  });
}

/** Tests of what pages say themselves. */
export function describeMetas() {
  test("the page for frames and the page that works offline carry the policy of the list, before all that it governs", () => {
    const [frame, offline] = ["embed.html", "county-chains.offline.html"].map((file) => readFileSync(join(release(), file), "utf8"));
    assert.equal(metaOf(frame), FRAME_META);
    const unpinned = metaOf(offline).replace(/'sha256-[\w+/=]{44}'/g, "'sha256-…'");
    assert.equal(unpinned, offlineMeta(["sha256-…", "sha256-…"], ["sha256-…"]));
    for (const text of [frame, offline]) assert.ok(text.indexOf("Content-Security-Policy") < text.search(/<(script|style|link|body)/));
  });

  test("a page of a chart carries the policy of the list, with the address of its style sheet", () => {
    const text = readFileSync(join(release(), "charts/pages/tiers-zh-Hans.html"), "utf8");
    const [, styles] = /<link rel="stylesheet" href="([^"]+)"/.exec(text);
    const [meta, header] = [metaOf(text), headersFor("/charts/pages/a.html")["Content-Security-Policy"]];
    assert.equal(meta, `${header} ${styles}`);
  });
}

const metaOf = (html) => /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)[1];
const lowerCased = (headers) => Object.fromEntries(Object.entries(headers).map(([header, value]) => [header.toLowerCase(), value]));
const sorted = (headers) => Object.fromEntries(Object.entries(headers).sort());
const told = (headers) => sorted(Object.fromEntries(Object.entries(headers).filter(([header]) => !OF_THE_SERVER.includes(header))));
