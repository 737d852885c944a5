// The cases of the engines in old Chromiums, as far as these can be asked for what they need.

import assert from "node:assert/strict";
import { test } from "node:test";
import { allCases, runIn } from "../engines/run.mjs";
import { KERNELS } from "./kernels.mjs";

/** By a piece of its name, each case that says nothing of old kernels, and why. */
const LEFT_OUT = new Map([
  ["the page /", "the gallery is not part of the promise"],
  ["no page of the gallery", "the gallery is not part of the promise"],
  ["the language buttons of the gallery", "the gallery is not part of the promise"],
  ["spaces or breaks Chinese", "no spacing between scripts before Chromium 140"],
  ["the strict policy", "before Chromium 97 no policy can allow wasm alone"],
  ["wasm is forbidden", "before Chromium 97 no policy can allow wasm alone"],
  ["the system prefers dark", "Chromium 64 knows no such wish, and 78 cannot be told one"],
  ["what is copied", "no clipboard without a permission that these cannot be given"],
  ["on paper", "paper is tried in current engines"],
]);

const all = await allCases();
const reasonFor = (name) => [...LEFT_OUT].find(([piece]) => name.includes(piece));

test("every reason to leave a case out belongs to a case", () => {
  for (const piece of LEFT_OUT.keys()) assert.ok(all.some(([name]) => name.includes(piece)), piece);
});

await runIn(KERNELS, all.filter(([name]) => !reasonFor(name)));
