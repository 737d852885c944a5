// The example that needs no tool.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { renderHTML } from "../../pkg/dist/module/static.js";
import { page, serveFor, test } from "../browser/support.mjs";
import { ROOT } from "../package/support.mjs";
import { assertFiltered } from "./support.mjs";

const FOLDER = join(ROOT, "examples/html");

test("plain HTML shows the filtered chart, and the twin inside is today's", async (t) => {
  const file = join(FOLDER, "index.html");
  const text = readFileSync(file, "utf8");
  const twin = renderHTML({ chart: "shares", tiers: [1, 2], lang: "en" });
  const fresh = text.replace(/(<county-chains[^>]*>\n)[\s\S]*(<\/county-chains>)/, (all, open, close) => `${open}${twin.trimEnd()}\n${close}`);
  if (process.env.WRITE_TWINS) writeFileSync(file, fresh);
  else assert.ok(text === fresh, "examples/html is stale: run WRITE_TWINS=1 node --test tests/examples/html.test.mjs");

  const folders = { "/": FOLDER, "/county-chains/": join(ROOT, "pkg/dist") };
  await assertFiltered(await page(t, await serveFor(t, { folders })));
});
