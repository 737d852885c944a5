// Tests for pages.test.mjs: each kind of page of a release in a browser, under the headers of a server, and under its own policy
// alone. Nothing of it is refused, and nothing runs or is fetched that somebody has planted in it.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import http from "node:http";
import { dirname, join } from "node:path";
import { after, before, describe } from "node:test";
import { createServer } from "../../www/serve.mjs";
import { launchWith, page, ready, shown, silent, test, until } from "../browser/support.mjs";
import { start } from "./servers.mjs";
import { ADDRESS, VERSION, fillSite, release } from "./site.mjs";

const FOLDER = `${ADDRESS}/county-chains/${VERSION}/`;
const ELSEWHERE = "http://elsewhere.example";

const [FRAME, OFFLINE, PAGE] = ["embed.html", "county-chains.offline.html", "charts/pages/tiers-zh-Hans.html"];
const [FRAGMENT, FEED, PICTURE] = ["charts/tiers-zh-Hans-light.html", "charts/tiers-zh-Hans.feed.html", "charts/tiers-zh-Hans-light.svg"];

const isDrawn = async (page) => (await ready(page), (await shown(page)).chart === "tiers");
const isStyled = (page) => page.evaluate(() => getComputedStyle(document.body).maxWidth === "760px");
/** Each kind of page, and what tells that it is whole. */
const WHOLE = {
  [FRAME]: isDrawn,
  [OFFLINE]: async (page) => (await isDrawn(page)) && isStyled(page),
  [PAGE]: isStyled,
  [FRAGMENT]: (page) => page.evaluate(() => document.querySelector("figure svg").getBoundingClientRect().width > 200),
  [FEED]: (page) => page.evaluate(() => document.querySelector("img").naturalWidth > 200 && getComputedStyle(document.querySelector("table")).display === "block"),
  [PICTURE]: (page) => page.evaluate(() => document.documentElement.localName === "svg" && document.querySelectorAll("text").length > 10),
};

/** What somebody could write into a page. */
const INLINE = `<script>window.planted = "script"</script><img src="missing.png" onerror="window.planted = 'handler'">
<img src="${ELSEWHERE}/a.png"><iframe src="${ELSEWHERE}/a.html"></iframe><object data="${ELSEWHERE}/a.svg"></object>`;
const LINKED = `<script src="${ELSEWHERE}/a.js"></script><link rel="stylesheet" href="${ELSEWHERE}/a.css">`;
const IN_PICTURE = `<script>window.planted = "script"</script><script href="${ELSEWHERE}/a.js"/>
<rect width="9" height="9" onclick="window.planted = 'handler'"/><image href="${ELSEWHERE}/a.png"/>
<foreignObject width="9" height="9"><iframe xmlns="http://www.w3.org/1999/xhtml" src="${ELSEWHERE}/a.html"/></foreignObject>`;

/** Tests of what a server sends. Pages are planted without their own policy; the one that works offline is pinned by that alone. */
export function describeServed(name) {
  const withoutOwn = (file, text) => plant(file === OFFLINE ? text : text.replace(/<meta http-equiv=[^>]*>/, ""), INLINE + LINKED);
  describePolicies(`pages from ${name}`, Object.keys(WHOLE), withoutOwn, (fill) => start(name, fill));
}

/** Tests of pages from a server that sends no policy. Until its script runs, the page for frames allows scripts of any host. */
export function describeUnserved() {
  const planted = (file, text) => plant(text, file === FRAME ? INLINE : INLINE + LINKED);
  describePolicies("pages from a server without policies", [FRAME, OFFLINE, PAGE], planted, async (fill) => {
    const folder = join(release(), "../plain");
    fill(folder);
    return listen(createServer({ folders: { "/": `${folder}/` } }));
  });
}

function describePolicies(what, files, planted, startWith) {
  describe(what, () => {
    let server, elsewhere, browser;
    const asked = [];
    before(async () => {
      elsewhere = await listen(http.createServer(({ url }, response) => (asked.push(url), response.writeHead(204).end())));
      server = await startWith((www) => (fillSite(www), writePlanted(www, files, planted)));
      const rules = `MAP charts.example:80 127.0.0.1:${server.port},MAP elsewhere.example:80 127.0.0.1:${elsewhere.port}`;
      browser = await launchWith([`--host-resolver-rules=${rules}`]);
    });
    after(() => Promise.all([browser, server, elsewhere].map((one) => (one?.stop ?? one?.close)?.call(one))));

    test("each is whole, and nothing in it is refused", async (t) => {
      for (const file of files) {
        const { page: opened, record } = await page(t, FOLDER + file, { browser });
        assert.ok(await WHOLE[file](opened), file);
        silent(record);
      }
    });

    test("what is planted in one does not run, and fetches nothing", async (t) => {
      for (const file of files) {
        const { page: opened, record } = await page(t, `${FOLDER}planted/${file}`, { browser });
        // Scripts that have loaded must not help.
        if (file === FRAME || file === OFFLINE) assert.ok(await WHOLE[file](opened), file);
        const before = record.violations.length;
        assert.ok(before >= 4, `${file}: ${record.violations}`);
        await opened.evaluate(plantLater, ELSEWHERE);
        await until(record, ({ violations }) => violations.length >= before + 4);
        assert.equal(await opened.evaluate(() => window.planted), undefined, file);
        assert.deepEqual(asked, [], file);
      }
    });
  });
}

/** Writes copies of the pages with what is planted, beside those without. */
function writePlanted(www, files, planted) {
  const version = join(www, "county-chains", VERSION);
  for (const file of files) {
    const copy = join(version, "planted", file);
    mkdirSync(dirname(copy), { recursive: true });
    writeFileSync(copy, planted(file, readFileSync(join(version, file), "utf8")));
  }
  // The page for frames loads what is beside it.
  for (const file of ["embed.css", "embed.js", "county-chains.js", "county-chains.wasm", "county-chains.tiers.wasm"]) {
    writeFileSync(join(version, "planted", file), readFileSync(join(version, file)));
  }
}

/** Puts markup at the end of a page, of a fragment or of a picture. */
function plant(text, markup) {
  if (text.startsWith("<svg")) return text.replace(/<\/svg>\s*$/, `${IN_PICTURE}$&`);
  return text.includes("</body>") ? text.replace("</body>", `${markup}$&`) : text + markup;
}

/** What somebody who has come into a page could do there. Runs in the page. */
function plantLater(elsewhere) {
  const add = (tag, attributes) => {
    const node = document.createElementNS("http://www.w3.org/1999/xhtml", tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    document.documentElement.append(node);
  };
  const trials = [
    () => add("img", { src: `${elsewhere}/later.png` }),
    () => add("link", { rel: "stylesheet", href: `${elsewhere}/later.css` }),
    () => add("script", { src: `${elsewhere}/later.js` }),
    () => add("iframe", { src: `${elsewhere}/later.html` }),
    () => fetch(`${elsewhere}/later.json`),
    () => import(`${elsewhere}/later.mjs`),
    () => setTimeout("window.planted = 'text'"),
  ];
  // What a policy forbids throws, is rejected, or comes to nothing: in a picture `import()` never ends.
  for (const trial of trials) Promise.resolve().then(trial).catch(() => {});
}

async function listen(server) {
  await new Promise((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  return { port: server.address().port, stop: () => new Promise((resolve) => (server.close(resolve), server.closeAllConnections())) };
}
