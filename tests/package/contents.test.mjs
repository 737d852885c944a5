// What is in the package, and what it says of itself.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "acorn";
import Ajv from "ajv/dist/2020.js";
import AjvOld from "ajv";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { ROOT, packed } from "./support.mjs";

const read = (path) => readFileSync(join(ROOT, path), "utf8");
const json = (path) => JSON.parse(read(path));
const about = json("pkg/package.json");
const manifest = json("pkg/custom-elements.json");
const [{ declarations: [element] }] = manifest.modules;
const names = (list) => list.map(({ name }) => name).sort();

test("the package has what its entry points name, and nothing that is not meant to be there", () => {
  const files = packed();
  const named = Object.values(about.exports).flatMap((entry) => (typeof entry === "string" ? [entry] : Object.values(entry)));
  const single = [...named, about.main, about.module, about.types, about.unpkg, about.jsdelivr, about.customElements]
    .map((path) => path.replace("./", "")).filter((path) => !path.includes("*"));
  assert.deepEqual(single.filter((path) => !files.includes(path)), []);
  const strangers = files.filter((path) => !/^(dist\/|README\.md$|LICENSE-(MIT|APACHE)$|custom-elements\.json$|package\.json$)/.test(path));
  assert.deepEqual(strangers, []);
  assert.deepEqual(files.filter((path) => /\.(map|rs|mjs|tgz)$|node_modules/.test(path)), []);
});

test("who resolves types without exports finds the same ones", () => {
  const typed = Object.entries(about.exports).filter(([name, entry]) => name !== "." && entry.types);
  const expected = Object.fromEntries(typed.map(([name, { types }]) => [name.slice(2), [types]]));
  assert.deepEqual(about.typesVersions, { "*": expected });
  assert.equal(about.types, about.exports["."].types);
});

test("the package has no dependencies and runs no script when it is installed", () => {
  for (const field of ["dependencies", "peerDependencies", "optionalDependencies", "scripts", "bin"]) {
    assert.equal(about[field], undefined, field);
  }
});

test("the scripts keep to the syntax of the oldest browsers", () => {
  const check = (name, ecmaVersion, sourceType) => parse(read(`pkg/dist/${name}`), { ecmaVersion, sourceType });
  for (const name of ["county-chains.inline.js", "county-chains.own.inline.js"]) check(name, 2018, "script");
  check("host.js", 2018, "script");
  // The same, and what came with modules: import.meta, import().
  for (const name of ["county-chains.js", "county-chains.own.js", "county-chains.draft.js"]) check(name, 2020, "module");
  check("embed.js", 2020, "script");
  for (const name of ["index", "element", "static", "draft", "bytes", "draft-bytes", "types"]) check(`module/${name}.js`, 2018, "module");
  assert.throws(() => parse("a?.b", { ecmaVersion: 2018 }), "the check finds what is newer");
});

test("crate, package and script say the same version", () => {
  const crate = /^version = "(.+)"$/m.exec(read("Cargo.toml"))[1];
  assert.equal(about.version, crate);
  assert.ok(read("pkg/dist/county-chains.js").includes(`"${crate}"`));
});

test("the manifest is one by the rules of custom-elements-manifest", () => {
  const schema = createRequire(import.meta.url)("custom-elements-manifest/schema.json");
  const ajv = new AjvOld({ allowUnionTypes: true, strict: false });
  assert.ok(ajv.validate(schema, manifest), ajv.errorsText());
  assert.ok(!ajv.validate(schema, { ...manifest, modules: [{ kind: "javascript-module" }] }), "and the rules refuse what is none");
});

test("the manifest and the types name the attributes that the element observes, no more and no fewer", async () => {
  const { CountyChainsElement } = await import("../../pkg/dist/module/element.js");
  assert.equal(element.tagName, "county-chains");
  assert.deepEqual(names(element.attributes), [...CountyChainsElement.observedAttributes].sort());
  const members = element.members.filter(({ static: ofClass }) => !ofClass);
  const { prototype } = CountyChainsElement;
  assert.deepEqual(names(members).filter((name) => name !== "ready" && !(name in prototype)), []);
  const own = Object.getOwnPropertyNames(prototype).filter((name) => !/^(_|constructor$|.*Callback$)/.test(name));
  // The bundle has shortened what is the class's own business.
  const secret = own.filter((name) => name.length <= 3);
  assert.deepEqual(own.filter((name) => !secret.includes(name) && !names(members).includes(name)), []);
});

test("the manifest and the types allow the values that the element allows", async () => {
  const { renderSVG } = await import("../../pkg/dist/module/static.js");
  for (const name of ["chart", "indicator", "view", "theme"]) {
    const { text } = element.attributes.find((attribute) => attribute.name === name).type;
    // The built-in data have no values of counties, which the strip shows.
    const allowed = text.match(/[a-z-]+/g).filter((word) => word !== "strip").join(", ");
    assert.throws(() => renderSVG({ [name]: "?" }), ({ message }) => message.endsWith(`expected one of: ${allowed}`), name);
  }
});

/** The first cells of the tables under a heading of the reference, as lists of what stands in them as code. */
function listed(heading) {
  const [section] = read("docs/reference.md").split(`\n${heading}\n`)[1].split(/\n#+ /);
  return [...section.matchAll(/^\| (`.*?) \|/gm)].map(([, cell]) => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code));
}

test("the types name exactly the options that rendering in Node takes", async () => {
  const { renderSVG } = await import("../../pkg/dist/module/static.js");
  const [, options] = /export interface RenderOptions \{\n([^]+?)\n\}/.exec(read("www/static.d.ts"));
  const typed = [...options.matchAll(/^ {2}"?([\w-]+)"?\?:/gm)].map(([, name]) => name);
  assert.throws(() => renderSVG({ pie: 1 }), ({ message }) => {
    assert.deepEqual(typed.sort(), /expected one of: (.+)$/.exec(message)[1].split(", ").sort());
    return true;
  });
});

test("the reference has every attribute, property, method, event and part", () => {
  assert.deepEqual(listed("## Attributes").flat().sort(), names(element.attributes));
  const attributes = names(element.attributes);
  // A property of another name than its attribute is listed for itself.
  const members = element.members.filter(({ name }) => !attributes.includes(name));
  const own = ({ static: ofClass, name }) => (ofClass ? `CountyChainsElement.${name}` : name);
  assert.deepEqual(listed("## Properties").flat().sort(), members.filter(({ kind }) => kind === "field").map(own).sort());
  const methods = listed("## Methods").flat().map((code) => code.split("(")[0]).sort();
  assert.deepEqual(methods, names(members.filter(({ kind }) => kind === "method")));
  assert.deepEqual(listed("## Events").flat().filter((name) => name.startsWith("county-chains-")).sort(), names(element.events));
  const parts = /^Parts for `::part\(\)`: (.+)\.$/m.exec(read("docs/reference.md"))[1].match(/[a-z-]+/g).sort();
  assert.deepEqual(names(element.cssParts), parts);
});

test("the reference has every chart, error code and colour", () => {
  const types = (name, path) => new RegExp(`type ${name} =([^;]+);`).exec(read(path))[1].match(/[a-z][a-z-]+/g).sort();
  assert.deepEqual(listed("### Charts").flat().sort(), types("ChartName", "www/names.d.ts"));
  const codes = listed("## Events").flat().filter((name) => !name.startsWith("county-chains-")).sort();
  assert.deepEqual(codes, types("ErrorCode", "www/element.d.ts"));
  // "tier-1 … tier-12" stands for all between.
  const spread = (roles) => (roles.length === 2 && /-1$/.test(roles[0]) ? Array.from({ length: 12 }, (_, index) => roles[0].replace(/1$/, index + 1)) : roles);
  const roles = listed("## CSS variables").flatMap(spread).map((role) => `--county-chains-${role}`).sort();
  assert.deepEqual(roles, names(element.cssProperties));
});

test("the manifest names the colours that there are", () => {
  const colours = read("pkg/dist/county-chains.css").match(/--county-chains-[a-z0-9-]+/g);
  assert.deepEqual(names(element.cssProperties), [...new Set(colours)].sort());
});

test("the main attributes in the README are attributes, and its charts are charts", () => {
  const table = read("README.md").split("## Main attributes")[1].split("\n## ")[0];
  const rows = [...table.matchAll(/^\| `([a-z]+)` \| (.+) \| .+ \|$/gm)];
  assert.equal(rows.length, 5);
  assert.deepEqual(rows.map(([, name]) => name).filter((name) => !names(element.attributes).includes(name)), []);
  const [, , charts] = rows.find(([, name]) => name === "chart");
  const named = [...charts.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name);
  assert.ok(named.length > 2);
  assert.deepEqual(named.filter((name) => !listed("### Charts").flat().includes(name)), []);
});

test("publint has nothing to say of the package", async () => {
  const { messages, pkg } = await publint({ pkgDir: `${ROOT}pkg`, strict: true });
  assert.deepEqual(messages.map((message) => formatMessage(message, pkg)), []);
});

test("data.json keeps to its schema, which is one of the strictest mode and refuses what is not so", () => {
  const schema = json("pkg/dist/data.schema.json");
  const data = json("pkg/dist/data.json");
  const log = (line) => assert.fail(line);
  const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: true, logger: { log, warn: log, error: log } });
  const isValid = ajv.compile(schema);
  assert.ok(isValid(data), ajv.errorsText(isValid.errors));
  const changed = (change) => {
    const copy = structuredClone(data);
    change(copy);
    return isValid(copy);
  };
  assert.ok(!changed(({ facts }) => delete facts[0].quote), "a fact without its quote");
  assert.ok(!changed(({ facts }) => (facts[0].derived = true)), "a derived fact");
  assert.ok(!changed(({ facts }) => (facts[0].subject.en = "")), "a subject that lacks a language");
  assert.ok(!changed(({ counties }) => (counties[0].code = "350")), "a code that is none");
  assert.ok(!changed(({ tiers }) => delete tiers[0].indicators["gdp-share"].arithmetic), "a derived number without arithmetic");
  assert.ok(!changed(({ facts }) => (facts[0].value = [1])), "a value that is a list");
  assert.ok(!changed(({ facts }) => delete facts.find(({ unit }) => unit).unit.en), "a unit that lacks a language");
});
