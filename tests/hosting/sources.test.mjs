// Where crates and npm packages come from: one registry each, by lock files with hashes, under licences that deny.toml allows.
// `make deny` and .github/workflows/supply.yml ask more of them, with programs that take minutes or need the network.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import parseLicence from "spdx-expression-parse";
import { parse as parseToml } from "smol-toml";
import { parse as parseYaml } from "yaml";
import { ROOT, output } from "./servers.mjs";

const read = (path) => readFileSync(join(ROOT, path), "utf8");
const tracked = (...patterns) => output("git", ["ls-files", ...patterns], { cwd: ROOT }).split("\n").filter(Boolean);
const named = (name) => tracked(name, `*/${name}`);
const CARGO_LOCKS = named("Cargo.lock");
const NPM_LOCKS = named("package-lock.json");
const CRATES_IO = "registry+https://github.com/rust-lang/crates.io-index";

/** What is wrong with a Cargo.lock: crates that come from elsewhere than the registry, or without a checksum. */
function wrongCrates(text) {
  return parseToml(text).package.filter(({ source, checksum }) => source !== undefined && !(source === CRATES_IO && /^[0-9a-f]{64}$/.test(checksum)))
    .map(({ name, source, checksum }) => `${name}: ${source}, ${checksum}`);
}

/** What is wrong with a Cargo.toml: dependencies that are neither versions of the registry nor folders here. */
function wrongDependencies(text) {
  const manifest = parseToml(text);
  const places = [manifest, ...Object.values(manifest.target ?? {}), manifest.workspace ?? {}];
  const tables = places.flatMap((place) => ["dependencies", "dev-dependencies", "build-dependencies"].map((kind) => place[kind] ?? {}));
  return [...tables.flatMap(Object.entries), ...Object.entries(manifest.patch ?? {})].filter(([, asked]) => {
    const { version, path, workspace, ...more } = typeof asked === "string" ? { version: asked } : asked;
    const isElsewhere = Object.keys(more).some((key) => !["features", "optional", "default-features", "package"].includes(key));
    return isElsewhere || !(path || workspace || /^[=^~]?\d[\d.]*(-[\w.]+)?$/.test(version));
  }).map(([name]) => name);
}

/** What is wrong with a package-lock.json: packages that come from elsewhere than the registry, or without a hash. */
function wrongPackages(text) {
  return Object.entries(JSON.parse(text).packages).filter(([path, entry]) => {
    // A folder of this repository, and what lies within the archive of another package.
    if (!path.includes("node_modules/") || entry.link || entry.inBundle) return false;
    const isElsewhere = entry.resolved !== undefined && !entry.resolved.startsWith("https://registry.npmjs.org/");
    return isElsewhere || !/^sha512-[A-Za-z0-9+/]{86}==$/.test(entry.integrity);
  }).map(([path]) => path);
}

/** Whether an allowed choice of licences fulfils an expression. */
function isAllowed(expression, allowed) {
  const holds = ({ license, exception, conjunction, left, right }) => {
    if (conjunction) return conjunction === "and" ? holds(left) && holds(right) : holds(left) || holds(right);
    return allowed.includes(exception ? `${license} WITH ${exception}` : license);
  };
  return holds(parseLicence(expression.replaceAll(/\s*\/\s*/g, " OR ")));
}

describe("crates", () => {
  test("come from the registry of cargo alone, each with its checksum", () => {
    assert.ok(CARGO_LOCKS.includes("Cargo.lock"));
    for (const lock of CARGO_LOCKS) assert.deepEqual(wrongCrates(read(lock)), [], lock);
    const entry = (source, checksum) => `[[package]]\nname = "a"\nversion = "1.0.0"\nsource = "${source}"\n${checksum ? `checksum = "${checksum}"\n` : ""}`;
    assert.equal(wrongCrates(entry(CRATES_IO, "0".repeat(64))).length, 0);
    for (const wrong of [entry("git+https://example.org/a#1", ""), entry(CRATES_IO, ""), entry("registry+https://example.org", "0".repeat(64))]) {
      assert.equal(wrongCrates(wrong).length, 1, wrong);
    }
  });

  test("are asked for by a version, and never by an address or as any version", () => {
    const manifests = named("Cargo.toml");
    assert.ok(manifests.length > 6);
    for (const manifest of manifests) assert.deepEqual(wrongDependencies(read(manifest)), [], manifest);
    for (const wrong of ['a = "*"', 'a = ">=1"', 'a = { git = "https://example.org" }', 'a = { version = "1", registry = "b" }', "a = {}"]) {
      for (const table of ["dependencies", "target.'cfg(unix)'.build-dependencies"]) assert.deepEqual(wrongDependencies(`[${table}]\n${wrong}\n`), ["a"], wrong);
    }
    assert.deepEqual(wrongDependencies('[patch.crates-io]\na = { path = "a" }\n'), ["crates-io"], "a patch is another source");
  });

  test("have licences that deny.toml allows, on the platforms that the build compiles for", () => {
    const { allow, exceptions = [] } = parseToml(read("deny.toml")).licenses;
    const allowedFor = (name) => [...allow, ...exceptions.filter(({ crate, name: of }) => (crate ?? of) === name).flatMap((one) => one.allow)];
    let looked = 0;
    for (const platform of ["wasm32-unknown-unknown", "x86_64-unknown-linux-gnu"]) {
      for (const lock of CARGO_LOCKS) {
        const args = ["metadata", "--locked", "--format-version", "1", "--filter-platform", platform, "--manifest-path", lock.replace(/lock$/, "toml")];
        const { packages } = JSON.parse(output("cargo", args, { cwd: ROOT }));
        const others = packages.filter(({ source }) => source !== null);
        assert.deepEqual(others.filter(({ name, license }) => !isAllowed(license, allowedFor(name))).map(({ name, license }) => `${name}: ${license}`), [], lock);
        looked += others.length;
      }
    }
    assert.ok(looked > 100, `${looked}`);
    assert.ok(!isAllowed("GPL-3.0-only", allow) && !isAllowed("MIT AND GPL-3.0-only", allow) && isAllowed("GPL-3.0-only OR MIT", allow) && isAllowed("Unlicense/MIT", allow));
  });
});

describe("npm packages", () => {
  test("come from the registry alone, each with its hash", () => {
    assert.ok(NPM_LOCKS.length > 8);
    for (const lock of NPM_LOCKS) assert.deepEqual(wrongPackages(read(lock)), [], lock);
    const one = (entry) => JSON.stringify({ packages: { "": {}, "node_modules/a": { integrity: `sha512-${"A".repeat(86)}==`, ...entry } } });
    assert.deepEqual(wrongPackages(one({})), []);
    for (const wrong of [{ integrity: undefined }, { integrity: "sha1-AAAA" }, { resolved: "git+ssh://git@example.org/a.git#1" }, { resolved: "https://example.org/a.tgz" }]) {
      assert.deepEqual(wrongPackages(one(wrong)), ["node_modules/a"], JSON.stringify(wrong));
    }
  });

  test("run no script when they are installed; these would, and somebody has looked at what", () => {
    const known = {
      // Look for their binary, which the lock file names as a package of its own, or compile it if somebody asks.
      esbuild: "pkg/tools, examples", "rs-module-lexer": "pkg/tools", "@parcel/watcher": "tests/tools",
      // Download a browser or a program, which the tests bring themselves.
      "puppeteer-core": "tests/kernels", "vnu-jar": "tests/tools",
      // Print a text.
      "es5-ext": "tests/editors", "iframe-resizer": "tests/browser",
    };
    const found = NPM_LOCKS.flatMap((lock) => Object.entries(JSON.parse(read(lock)).packages).filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => [path.split("node_modules/").at(-1), dirname(lock)]));
    const unknown = found.filter(([name, folder]) => !known[name]?.split(", ").includes(folder));
    assert.deepEqual(unknown, []);
    const installs = tracked("*.sh", "*.yml", "*.mjs", "Makefile", ".ci/run").flatMap((file) => read(file).split("\n").map((line) => [file, line]))
      .filter(([, line]) => /\bnpm (ci|i|install) /.test(line) && !/^\s*(#|\/\/|\.filter)/.test(line));
    assert.ok(installs.length >= 2);
    for (const [file, line] of installs) assert.match(line, /--ignore-scripts/, file);
  });
});

describe("newer versions", () => {
  const { updates } = parseYaml(read(".github/dependabot.yml"));
  const foldersOf = (kind) => updates.filter((update) => update["package-ecosystem"] === kind).flatMap(({ directories }) => directories).sort();
  const withLock = (locks) => locks.map((lock) => `/${dirname(lock)}`.replace(/^\/\.$/, "/")).sort();

  test("are proposed for every folder with a lock file, and for the actions", () => {
    assert.deepEqual(foldersOf("cargo"), withLock(CARGO_LOCKS));
    assert.deepEqual(foldersOf("npm"), withLock(NPM_LOCKS));
    assert.deepEqual(foldersOf("pip"), withLock(named("requirements.txt")));
    assert.deepEqual(foldersOf("github-actions"), ["/"]);
  });

  test("wait for a week, and come together once a week", () => {
    for (const { schedule, cooldown, groups, "open-pull-requests-limit": limit } of updates) {
      assert.equal(schedule.interval, "weekly");
      assert.ok(cooldown["default-days"] >= 7);
      assert.ok(limit === 0 || Object.keys(groups).length === 1);
    }
  });
});
