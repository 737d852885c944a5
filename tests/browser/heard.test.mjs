// What a screen reader hears of each chart, as text to read: heard/CHART-LANGUAGE.txt. After a change of words, roles or
// states, `UPDATE_GOLDENS=1 node --test tests/browser/heard.test.mjs` writes them anew.

import assert from "node:assert/strict";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { heard } from "./heard.mjs";
import { CHARTS, LANGUAGES, drawn, frames, set, silent, test } from "./support.mjs";

const FOLDER = new URL("heard/", import.meta.url);
const UPDATE = Boolean(process.env.UPDATE_GOLDENS);
/** How soon one hears what a chart shows, and how many things may be said of the charts with the most marks. */
const SOON = 8;
const MOST = { map: 90, clusters: 60 };

/** The widget alone, in a page of its language, and what asks for the tree. */
async function opened(t, lang) {
  const { page, record } = await drawn(t, `<style>body{margin:0}</style><county-chains lang="${lang}"></county-chains>`, { lang, viewport: { width: 760, height: 900 } });
  return { page, record, session: await page.context().newCDPSession(page) };
}

/** The first lines in which two texts differ. */
function differences(name, golden, lines) {
  const places = Array.from({ length: Math.max(golden.length, lines.length) }, (_, at) => at).filter((at) => golden[at] !== lines[at]);
  return places.slice(0, 4).map((at) => `${name}:${at + 1}\n  golden ${golden[at]}\n  heard  ${lines[at]}`);
}

for (const lang of LANGUAGES) {
  test(`every chart is heard as its text says, what it shows comes soon, and many marks are not many words (${lang})`, async (t) => {
    const { page, record, session } = await opened(t, lang);
    const different = [];
    for (const chart of CHARTS) {
      await set(page, { chart });
      const lines = await heard(session);

      const finding = (await page.locator("county-chains [part=heading]").innerText()).replace(/\s+/g, " ");
      const place = lines.findIndex((line) => line.trim().startsWith(`heading "${finding}"`));
      assert.ok(place >= 0 && place < SOON, `${chart}: the finding is line ${place + 1}\n${lines.slice(0, 12).join("\n")}`);
      assert.ok(lines.length <= (MOST[chart] ?? Infinity), `${chart}: ${lines.length} things are said`);

      const name = `${chart}-${lang}.txt`;
      const file = new URL(name, FOLDER);
      if (UPDATE) await writeFile(file, `${lines.join("\n")}\n`);
      different.push(...differences(name, (await readFile(file, "utf8")).trimEnd().split("\n"), lines));
    }
    assert.equal(different.length, 0, `UPDATE_GOLDENS=1 node --test tests/browser/heard.test.mjs writes what is heard now\n${different.join("\n")}`);
    silent(record);
  });
}

test("there is a text for every chart and language, and no other", async () => {
  const wanted = CHARTS.flatMap((chart) => LANGUAGES.map((lang) => `${chart}-${lang}.txt`));
  assert.deepEqual((await readdir(FOLDER)).sort(), wanted.sort());
});

test("a name, a state, a level or a description that is lost changes the text", async (t) => {
  const { page, session } = await opened(t, "en");
  const before = await heard(session);
  await page.evaluate(() => {
    const root = document.querySelector("county-chains").shadowRoot;
    root.querySelector("[data-tier]").removeAttribute("aria-pressed");
    root.querySelector("[role=option]").removeAttribute("aria-label");
    root.querySelector("[role=listbox]").removeAttribute("aria-describedby");
    root.querySelector("[part=heading]").setAttribute("aria-level", "2");
  });
  await frames(page);
  const after = await heard(session);
  const lost = before.filter((line) => !after.includes(line)).map((line) => line.trim().split(" ")[0]);
  assert.deepEqual(lost, ["heading", "button", "listbox", "option"]);
});
