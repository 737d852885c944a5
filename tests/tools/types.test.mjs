// “Are the types wrong?” looks at the package as npm would pack it.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT } from "../package/support.mjs";
import { run, tooOld } from "./support.mjs";

test("the types of every entry are found as its code is, wherever modules can be imported", { skip: tooOld }, () => {
  // By the settings beside the package's own: modules alone, without the entries that are no code.
  const { status, said } = run(join(ROOT, "pkg"), ["@arethetypeswrong/cli/dist/index.js", "--pack", ".", "--no-emoji", "--no-color"]);
  assert.equal(status, 0, said);
  assert.match(said, /"county-chains\/vue"/, "every entry is looked at");
});
