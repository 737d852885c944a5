// frictionless, the validator of the Data Package standard, reads every example of a dataset.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { ROOT } from "../package/support.mjs";

const PROGRAM = fileURLToPath(new URL(".venv/bin/frictionless", import.meta.url));
/** CI may not do without it. */
const isMissing = !existsSync(PROGRAM) && !process.env.CI;
const skip = isMissing && "frictionless is not installed; pkg/tools/setup.sh installs it if there is Python";

const folder = mkdtempSync(join(tmpdir(), "county-chains-datasets-"));
after(() => rmSync(folder, { recursive: true, force: true }));
cpSync(join(ROOT, "www/gallery/datasets"), folder, { recursive: true });
const EXAMPLES = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".json")).map((name) => join(folder, name));

/** What frictionless finds in a dataset. */
function findings(file) {
  const { status, stdout, stderr, error } = spawnSync(PROGRAM, ["validate", "--json", file], { encoding: "utf8", maxBuffer: 1e8 });
  assert.equal(error, undefined);
  assert.ok(stdout.startsWith("{"), stderr || stdout);
  const report = JSON.parse(stdout);
  assert.equal(report.valid, status === 0);
  assert.ok(!report.valid || report.tasks.length > 0, "a table was read");
  return [report, ...report.tasks].flatMap(({ errors, warnings }) => [...errors.map(({ type, message }) => `${type}: ${message}`), ...warnings]);
}

/** Writes a changed copy of a file beside it. */
function changed(file, change) {
  const text = readFileSync(file, "utf8");
  const other = change(text);
  assert.notEqual(other, text);
  writeFileSync(file, other);
}

test("frictionless finds nothing in the examples", { skip }, () => {
  assert.equal(EXAMPLES.length, 4);
  for (const file of EXAMPLES) assert.deepEqual(findings(file), [], file);
});

test("frictionless finds nothing in them by the rules of version 2 of the standard alone", { skip }, () => {
  for (const file of EXAMPLES) {
    changed(file, (text) => text.replace(/("\$schema": )"[^"]+"/, '$1"https://datapackage.org/profiles/2.0/datapackage.json"'));
    assert.deepEqual(findings(file), [], file);
  }
});

test("frictionless finds a cell that is no number, and a table whose columns are not as described", { skip }, () => {
  const countries = join(folder, "countries-by-income");
  changed(join(countries, "countries.csv"), (text) => text.replace(",41454761,", ",4145476l,"));
  assert.match(findings(join(countries, "datapackage.json")).join("\n"), /^type-error: .*"4145476l" in row "2" and field "population"/);
  const uk = join(folder, "uk-authorities/datapackage.json");
  changed(uk, (text) => text.replace('"fieldsMatch": "subset",', ""));
  assert.match(findings(uk).join("\n"), /-label: /);
});
