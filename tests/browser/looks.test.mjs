// The looks of three sites on the first page: their colours can be read and told apart, and what is shown is what is used.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { look, page, silent, test } from "./support.mjs";

const LOOKS = ["red-paper", "finance-cream", "plain-blue"];

/** The colours of each widget with a look, by the names of their roles. */
const colours = (page) => page.evaluate((looks) => looks.map((name) => {
  const style = getComputedStyle(document.getElementById(`look-${name}`).shadowRoot.querySelector("[data-tiers]"));
  const roles = ["surface", "surface-2", "ink", "ink-2", "ink-3", "axis", "accent", "accent-2", "derived", "found", "unknown", "excluded"];
  for (const tier of [1, 2, 3, 4]) roles.push(`tier-${tier}`, `on-tier-${tier}`, `tier-text-${tier}`);
  return Object.fromEntries(roles.map((role) => [role, style.getPropertyValue(`--${role}`).trim()]));
}), LOOKS);

function luminance(hex) {
  const parts = /^#(..)(..)(..)$/.exec(hex).slice(1).map((part) => parseInt(part, 16) / 255);
  const [r, g, b] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

for (const colorScheme of ["light", "dark"]) {
  test(`words and marks stand out in the looks of three sites (${colorScheme})`, async (t) => {
    const { page: opened, record } = await page(t, "/", { viewport: { width: 1280, height: 900 }, colorScheme });
    await look(opened);
    const found = [];
    for (const [index, colour] of (await colours(opened)).entries()) {
      const weak = (role, ground, least) => {
        const ratio = contrast(colour[role], colour[ground]);
        if (ratio < least) found.push(`${LOOKS[index]}: ${role} on ${ground} is ${ratio.toFixed(2)}:1`);
      };
      const tiers = [1, 2, 3, 4];
      for (const ground of ["surface", "surface-2"]) {
        for (const role of ["ink", "ink-2", "ink-3", "accent", "derived", ...tiers.map((tier) => `tier-text-${tier}`)]) weak(role, ground, 4.5);
        for (const role of ["axis", "excluded", ...tiers.map((tier) => `tier-${tier}`)]) weak(role, ground, 3);
      }
      weak("accent-2", "surface", 3);
      for (const role of ["ink", "ink-2"]) weak(role, "unknown", 4.5);
      weak("ink", "found", 4.5);
      for (const tier of tiers) weak(`on-tier-${tier}`, `tier-${tier}`, 4.5);
    }
    assert.deepEqual(found, []);
    silent(record);
  });
}

test("the styles to copy are those that the page has, and name nothing but what is public", async (t) => {
  const { page: opened } = await page(t, "/", { viewport: { width: 1280, height: 900 } });
  const reference = await readFile(new URL("../../docs/reference.md", import.meta.url), "utf8");
  for (const name of LOOKS) {
    const file = await readFile(new URL(`../../www/gallery/looks/${name}.css`, import.meta.url), "utf8");
    assert.equal(await opened.locator(`#css-${name}`).textContent(), file.trimEnd(), name);
    const roles = [...file.matchAll(/--county-chains-([a-z\d-]+):/g)].map(([, role]) => role.replace(/-\d+$/, (number) => (/tier/.test(role) ? "-1" : number)));
    for (const role of roles) assert.ok(reference.includes(`\`${role}\``), role);
    const parts = [...file.matchAll(/::part\(([a-z]+)\)/g)].map(([, part]) => part);
    assert.ok(parts.length > 0);
    for (const part of parts) assert.match(/Parts for `::part\(\)`:(.*)/.exec(reference)[1], new RegExp(`\`${part}\``));
    for (const [, selector] of file.matchAll(/^ *([^\s@/*{}][^{};]*) \{$/gm)) assert.match(selector, new RegExp(`^county-chains\\.${name}(::part\\([a-z]+\\))?$`));
  }
});
