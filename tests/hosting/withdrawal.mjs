// Tests for server.test.mjs: the lines by which the README for hosting withdraws a version do so, as they stand there.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { request } from "./requests.mjs";
import { ROOT, change, start } from "./servers.mjs";
import { DATASET, VERSION, fillSite, release } from "./site.mjs";

/** The versions that the README has for an example. */
const [OLD, NEW] = ["/county-chains/1.0.0", "/county-chains/1.0.1"];
/** The file of each server that includes ours, and the line that does. */
const INCLUDE = { nginx: ["nginx.conf", "include county-chains.conf;"], caddy: ["Caddyfile", "import county-chains.caddy"] };

/** The lines of the README for a server. */
function lines(name) {
  const text = readFileSync(join(ROOT, "pkg/hosting/README.md"), "utf8");
  return new RegExp(`\`\`\`${name}\\n([^]*?)\`\`\``).exec(text)[1];
}

/** A site with the new version, where the folder of the old one is still there. */
function fillBoth(www) {
  fillSite(www);
  renameSync(join(www, "county-chains", VERSION), join(www, NEW));
  mkdirSync(join(www, OLD));
  writeFileSync(join(www, OLD, "embed.html"), "withdrawn");
}

export function describeWithdrawal(name) {
  describe(`${name} with a version that is withdrawn`, () => {
    let server;
    before(async () => (server = await start(name, fillBoth, withdraw)));
    after(() => server?.stop());

    function withdraw(folder) {
      const [file, include] = INCLUDE[name];
      change(join(folder, file), include, `${lines(name)}\n${include}`);
    }

    test("each file of it leads to that of the new one, with what the address asks for", async () => {
      for (const path of ["embed.html?chart=map&lang=en", "embed.html", "county-chains.js", `data/${DATASET}/datapackage.json`, "charts/pages/tiers-zh-Hans.html"]) {
        const { status, headers } = await request(`${server.address}${OLD}/${path}`, { Origin: "null" });
        const to = headers.location.replace(/\?$/, "");
        assert.deepEqual([status, to, headers["access-control-allow-origin"]], [302, `${NEW}/${path}`, "*"]);
        assert.deepEqual([headers["cache-control"], headers["cross-origin-resource-policy"]], ["no-cache", "cross-origin"]);
        assert.equal((await request(server.address + headers.location)).status, 200, path);
      }
    });

    test("what leads to the new one is no other site, and other versions stay as they are", async () => {
      for (const path of [`${OLD}//elsewhere.example/`, `${OLD}/%2F/elsewhere.example`, `${OLD}/%0d%0aSet-Cookie:a=b`]) {
        const { headers } = await request(server.address + path);
        assert.match(headers.location ?? NEW, /^\/county-chains\/1\.0\.1/, path);
        assert.equal(headers["set-cookie"], undefined, path);
      }
      const { status, body } = await request(`${server.address}${NEW}/county-chains.js`, { "Accept-Encoding": "identity" });
      assert.equal(status, 200);
      assert.ok(body.equals(readFileSync(join(release(), "county-chains.js"))));
    });
  });
}
