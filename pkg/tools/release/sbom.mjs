// Writes the bill of materials of a release in the form of CycloneDX: what is in the wasm and the scripts, what the build
// uses, and the files that are shipped. The same commit gives the same bytes.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Enums, Models, Serialize, Spec } from "@cyclonedx/cyclonedx-library";
import { filesBelow } from "./compress.mjs";
import { compiled, keyOf } from "./crates.mjs";
import { shipped } from "./licences.mjs";
import * as npm from "./npm-packages.mjs";

const NAME = "county-chains";
/** How the file is called in the folder of a version and in the npm package. */
export const SBOM = `${NAME}.cdx.json`;

/**
 * The bill of materials as text.
 *
 * @param {object} what
 * @param {string} what.root the repository
 * @param {string} what.version
 * @param {number} what.time seconds since 1970
 * @param {string} [what.repository] the address of the repository
 */
export function sbom({ root, version, time, repository }) {
  const bom = new Models.Bom();
  const main = ourselves(root, version, repository);
  bom.metadata.timestamp = new Date(time * 1000);
  bom.metadata.lifecycles.add(Enums.LifecyclePhase.Build);
  bom.metadata.tools.components.add(library(root));
  bom.metadata.component = main;
  const components = componentsOf(root);
  for (const { component } of components.values()) bom.components.add(component);
  connect(main, components);
  const unnumbered = serialized(bom);
  bom.serialNumber = serialNumber(unnumbered);
  return serialized(bom);
}

function serialized(bom) {
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));
  return `${serializer.serialize(bom, { sortLists: true, space: 1 })}\n`;
}

/** The package itself, with the files that are shipped. */
function ourselves(root, version, repository) {
  const { description, license } = JSON.parse(readFileSync(join(root, "pkg/package.json"), "utf8"));
  const purl = `pkg:npm/${NAME}@${version}`;
  const main = new Models.Component(Enums.ComponentType.Library, NAME, { bomRef: purl, version, purl, description });
  main.licenses.add(licence(license));
  if (repository) main.externalReferences.add(new Models.ExternalReference(repository, Enums.ExternalReferenceType.VCS));
  const dist = join(root, "pkg/dist");
  for (const name of filesBelow(dist).filter((name) => name !== SBOM)) main.components.add(file(dist, name));
  return main;
}

function file(folder, name) {
  const component = new Models.Component(Enums.ComponentType.File, name, { bomRef: `file:${name}` });
  component.hashes.set(Enums.HashAlgorithm["SHA-256"], createHash("sha256").update(readFileSync(join(folder, name))).digest("hex"));
  return component;
}

/**
 * All components by their keys, each with the keys of those that it needs, and whether we need it ourselves. Required is what
 * has code in what is shipped.
 */
function componentsOf(root) {
  const { crates, standard, writers } = shipped(root);
  const isShipped = new Set([...crates, ...writers].map(keyOf));
  const scope = (one) => (isShipped.has(keyOf(one)) ? Enums.ComponentScope.Required : Enums.ComponentScope.Excluded);
  const found = new Map();
  for (const crate of compiled(root)) found.set(keyOf(crate), { ...crate, component: fromCrate(crate, scope(crate)) });
  for (const part of standard) found.set(`rust ${keyOf(part)}`, { component: fromStandard(part), needs: [], isDirect: true });
  for (const one of npm.npmPackages(root)) found.set(npm.keyOf(one), { ...one, component: fromNpm(one, scope(one)) });
  return found;
}

function fromCrate({ name, version, license, checksum }, scope) {
  const purl = `pkg:cargo/${name}@${encodeURIComponent(version)}`;
  const component = new Models.Component(Enums.ComponentType.Library, name, { bomRef: purl, version, purl, scope });
  component.hashes.set(Enums.HashAlgorithm["SHA-256"], checksum);
  component.licenses.add(licence(license));
  return component;
}

/** A crate that comes with the compiler. Its version is that of Rust, unless it was taken from elsewhere. */
function fromStandard({ name, version, license }) {
  const purl = `pkg:generic/rust-std/${name}@${version}`;
  const options = { bomRef: purl, group: "rust-std", version, purl, scope: Enums.ComponentScope.Required };
  const component = new Models.Component(Enums.ComponentType.Library, name, options);
  component.licenses.add(licence(license));
  return component;
}

function fromNpm({ name, version, license, integrity }, scope) {
  const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
  const component = new Models.Component(Enums.ComponentType.Library, name, { bomRef: purl, version, purl, scope });
  component.hashes.set(Enums.HashAlgorithm["SHA-512"], Buffer.from(integrity, "base64").toString("hex"));
  if (license) component.licenses.add(licence(license));
  // As the makers of CycloneDX call packages that are used for building alone.
  if (scope === Enums.ComponentScope.Excluded) component.properties.add(new Models.Property("cdx:npm:package:development", "true"));
  return component;
}

/** A licence as SPDX writes it. Old manifests of crates have a slash for "or". */
function licence(text) {
  return new Models.LicenseExpression(text.replaceAll(/\s*\/\s*/g, " OR "));
}

/** Says what needs what. */
function connect(main, components) {
  for (const { component, needs, isDirect } of components.values()) {
    if (isDirect) main.dependencies.add(component.bomRef);
    for (const next of needs) component.dependencies.add(components.get(next).component.bomRef);
  }
}

/** The library that writes this file. */
function library(root) {
  const { name, version, license } = JSON.parse(
    readFileSync(join(root, "pkg/tools/release/node_modules/@cyclonedx/cyclonedx-library/package.json"), "utf8"));
  const component = new Models.Component(Enums.ComponentType.Library, name, { version });
  component.licenses.add(licence(license));
  return component;
}

/** A number that follows from the content: a UUID of version 8, which is for such ones (RFC 9562). */
function serialNumber(text) {
  const hex = createHash("sha256").update(text).digest("hex");
  const variant = ((parseInt(hex[16], 16) & 3) | 8).toString(16);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
