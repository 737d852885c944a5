// What `make reproduce` finds when it compares two builds. The builds themselves take minutes: `make test-all` makes them.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { differences, ofOtherFonts } from "../../pkg/tools/reproduce/compare.mjs";
import { temporary } from "./folders.mjs";
import { ROOT } from "./servers.mjs";

/** Two folders of files, which differ in those that are named; a file without a text is not there. */
function folders(t, files, changes) {
  return [files, { ...files, ...changes }].map((content) =>
    temporary(t, Object.fromEntries(Object.entries(content).filter(([, text]) => text !== undefined))));
}

const names = (found) => found.map(({ name }) => name);

test("equal folders differ in nothing, and all their files and bytes are counted", (t) => {
  const [one, other] = folders(t, { "a.txt": "one", "b/c.txt": "three" }, {});
  assert.deepEqual(differences(one, other), { files: 2, bytes: 8, found: [] });
  assert.equal(differences(one, other, ["b", "a.txt", "missing"]).files, 2);
});

test("a byte that differs is found, with its place and what stands there", (t) => {
  const [one, other] = folders(t, { "a.js": "// built in /home/anna", "b.js": "" }, { "a.js": "// built in /home/ben" });
  const { found } = differences(one, other);
  assert.deepEqual(names(found), ["a.js"]);
  assert.match(found[0].what, /from byte 18 on: .*\/home\/anna.*\/home\/ben/);
});

test("a file that goes on is found, and one that only one side has", (t) => {
  const files = { "a.txt": "one", "b.txt": "two", "c.txt": "three" };
  const [one, other] = folders(t, files, { "a.txt": "one and more", "b.txt": undefined, "d.txt": "four" });
  assert.deepEqual(names(differences(one, other).found), ["a.txt", "b.txt", "d.txt"]);
  assert.deepEqual(names(differences(one, other, ["c.txt"]).found), []);
});

/** A release with one picture and one page, and the lists of their hashes. */
function release(picture, page) {
  const entry = (format, content) => ({ format, bytes: content.length, sha256: `hash of ${content}` });
  const metadata = JSON.stringify({ files: [entry("png", picture), entry("html", page)] });
  const sums = [["charts/a.png", picture], ["charts/a.html", page], ["charts/metadata.json", metadata]];
  return {
    "charts/a.png": picture, "charts/a.html": page, "charts/metadata.json": metadata, "charts/metadata.json.gz": `packed ${metadata}`,
    SHA256SUMS: sums.map(([name, content]) => `${content}  ${name}\n`).join(""),
  };
}

test("pictures of other fonts are told, and the lists of hashes with them", (t) => {
  const [one, other] = folders(t, release("Noto", "page"), release("Heiti", "page"));
  const { found } = differences(one, other);
  assert.equal(found.length, 4);
  assert.deepEqual(ofOtherFonts(one, other, found), { pictures: 1, others: [] });
});

test("other fonts excuse nothing else", (t) => {
  const [one, other] = folders(t, release("Noto", "page"), release("Heiti", "altered"));
  const { pictures, others } = ofOtherFonts(one, other, differences(one, other).found);
  assert.deepEqual([pictures, names(others)], [1, ["SHA256SUMS", "charts/a.html", "charts/metadata.json", "charts/metadata.json.gz"]]);
  const [same, changed] = folders(t, release("Noto", "page"), { SHA256SUMS: "none" });
  assert.deepEqual(names(ofOtherFonts(same, changed, differences(same, changed).found).others), ["SHA256SUMS"]);
});

test("the second build believes that it is forty days later, and that fixed dates are what they are", () => {
  const code = "process.stdout.write(JSON.stringify([Date.now(), new Date().getTime(), new Date(0).getTime(), new Date(2024, 0) instanceof Date]))";
  const run = (...options) => JSON.parse(execFileSync(process.execPath, [...options, "-e", code], { encoding: "utf8" }));
  const [now, later] = [run(), run("--require", join(ROOT, "pkg/tools/reproduce/later.cjs"))];
  for (const at of [0, 1]) assert.equal(Math.round((later[at] - now[at]) / 86_400_000), 40);
  assert.deepEqual(later.slice(2), [0, true]);
});
