// What readers copy: by the buttons where pages have no clipboard, and by hand.

import assert from "node:assert/strict";
import { state } from "./element.mjs";
import { drawn, frames, silent, test } from "./support.mjs";

/** What the clipboard holds, as a field of the page gets it. */
async function pasted(page) {
  await page.evaluate(() => document.body.append(Object.assign(document.createElement("textarea"), { id: "paste" })));
  await page.focus("#paste");
  await page.keyboard.press("Control+v");
  return page.evaluate(() => {
    const { value } = document.getElementById("paste");
    document.getElementById("paste").remove();
    return value;
  });
}

const ON_HTTP = (page) => page.addInitScript(() => Object.defineProperty(Navigator.prototype, "clipboard", { value: undefined, configurable: true }));
const inside = (page, selector) => page.locator(`county-chains ${selector}`).first();

test("on http, where pages have no clipboard, copying works all the same", async (t) => {
  const { page, record } = await drawn(t, '<county-chains chart="tiers" lang="en"></county-chains>', { before: ON_HTTP });
  await page.evaluate(() => document.addEventListener("copy", (event) => (event.clipboardData.setData("text/plain", "read more at"), event.preventDefault())));
  await inside(page, "[data-action='panel:share']").click();
  await frames(page);
  for (const kind of ["citation", "element", "static"]) {
    await inside(page, `[data-action='copy:${kind}']`).click();
    await inside(page, `[data-done] > [data-action='copy:${kind}']`).waitFor();
    assert.equal(await page.evaluate(() => document.querySelector("county-chains").shadowRoot.activeElement.dataset.action), `copy:${kind}`, "the focus stays");
    const expected = await page.evaluate((kind) => {
      const element = document.querySelector("county-chains");
      return kind === "citation" ? element.cite() : element.embedCode({ kind });
    }, kind);
    assert.equal(await pasted(page), expected, kind);
  }
  silent(record);
});

test("what cannot be copied stands there, selected, until it is left", async (t) => {
  const { page } = await drawn(t, '<county-chains chart="tiers" lang="en"></county-chains>', { before: async (page) => {
    await ON_HTTP(page);
    await page.addInitScript(() => (Document.prototype.execCommand = () => false));
  } });
  await inside(page, "[data-action='panel:share']").click();
  await frames(page);
  await inside(page, "[data-action='copy:static']").click();
  const field = inside(page, "textarea");
  await field.waitFor();
  const { width, height } = await field.boundingBox();
  assert.ok(width > 200 && height > 60, `${width} × ${height}`);
  const button = await inside(page, "[data-action='copy:static']").boundingBox();
  assert.match(await inside(page, "[data-done]").getAttribute("data-done"), /^Copying is not possible here\./);
  assert.ok(button.width < 260, `the button is ${button.width} px wide`);
  assert.equal(await field.evaluate((node) => node.value.slice(node.selectionStart, node.selectionEnd)), await page.evaluate(() => document.querySelector("county-chains").embedCode({ kind: "static" })));
  await page.keyboard.press("Control+c");
  await inside(page, "[data-action='panel:share']").focus();
  assert.equal(await page.locator("county-chains textarea").count(), 0);
  assert.match(await pasted(page), /^<figure/);
});

test("a copied article holds the words of the widget and not those of its controls", async (t) => {
  const { page } = await drawn(t, '<p>Before</p><county-chains chart="tiers" lang="en" view="table"></county-chains><p>After</p>');
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+c");
  const text = await pasted(page);
  for (const words of ["Before", "After", "Tier 1", "Source:", "2.78 trillion", "GDP", await page.locator("county-chains h3").innerText()]) assert.ok(text.includes(words), `${words} in ${text}`);
  for (const words of ["Six ones", "Reset", "Download", "Share", "About"]) assert.ok(!new RegExp(`^${words}|\\b${words}$`, "m").test(text), `no ${words} in ${text}`);
  assert.equal((await state(page)).view, "table");
});
