// What `make release` makes: the folder of a version, its archives, its list of licences.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { chmodSync, cpSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { pack, packPackage } from "../../pkg/tools/release/archives.mjs";
import { filesBelow } from "../../pkg/tools/release/compress.mjs";
import { linked } from "../../pkg/tools/release/crates.mjs";
import { thirdParty } from "../../pkg/tools/release/licences.mjs";
import { checkStandardCrates, standardCrates } from "../../pkg/tools/release/standard-library.mjs";
import { temporary } from "./folders.mjs";
import { ROOT, has, output } from "./servers.mjs";
import { TIME, VERSION, makeFolder, release } from "./site.mjs";

const NAME = `county-chains-${VERSION}`;

describe("the folder of a version", () => {
  test("holds every file of the build that a page may ask for, and what a host needs", () => {
    const files = filesBelow(release());
    const built = filesBelow(join(ROOT, "pkg/dist")).filter((file) => !file.startsWith("module/") && !file.endsWith(".d.ts"));
    const expected = [...built, "integrity.json", "SHA256SUMS", "LICENSE-MIT", "LICENSE-APACHE", "CHANGELOG.md",
      "hosting/nginx.conf", "hosting/county-chains.conf", "hosting/Caddyfile", "hosting/county-chains.caddy", "hosting/README.md",
      "charts/tiers-zh-Hans-light.svg", "charts/tiers-zh-Hans-light.html", "charts/tiers-zh-Hans.csv"];
    assert.deepEqual(expected.filter((file) => !files.includes(file)), []);
    assert.deepEqual(files.filter((file) => file.startsWith("module/") || file.endsWith(".d.ts")), []);
  });

  test("has each file that shrinks also by brotli and gzip, and they hold the same", () => {
    const files = filesBelow(release());
    const plain = files.filter((file) => /\.(js|wasm|css|html|json|csv|svg)$/.test(file));
    assert.ok(plain.length > 12);
    for (const file of plain) {
      const bytes = readFileSync(join(release(), file));
      for (const [ending, decode] of [[".br", brotliDecompressSync], [".gz", gunzipSync]]) {
        const packed = readFileSync(join(release(), file + ending));
        assert.ok(decode(packed).equals(bytes), file + ending);
        assert.ok(packed.length < bytes.length, file + ending);
      }
      // Neither a time nor the name of a system: RFC 1952, bytes 5 to 8 and 10.
      assert.deepEqual([...readFileSync(join(release(), `${file}.gz`)).subarray(4, 10)], [0, 0, 0, 0, 2, 255]);
    }
  });

  test("is open to every account and dated as the release, so that all hosts tag its files alike", () => {
    for (const file of filesBelow(release())) {
      const { mode, mtimeMs } = statSync(join(release(), file));
      assert.deepEqual([mode & 0o777, mtimeMs], [0o644, TIME * 1000], file);
    }
    assert.equal(statSync(join(release(), "charts")).mode & 0o777, 0o755);
  });

  test("integrity.json has the hash of each file, and the tag to paste", (t) => {
    const { version: stated, files, tags } = JSON.parse(readFileSync(join(release(), "integrity.json"), "utf8"));
    assert.equal(stated, VERSION);
    for (const [file, hash] of Object.entries(files)) {
      assert.equal(hash, `sha384-${createHash("sha384").update(readFileSync(join(release(), file))).digest("base64")}`, file);
    }
    const tag = `integrity="${files["county-chains.js"]}" crossorigin="anonymous"></script>`;
    assert.equal(tags["county-chains.js"], `<script type="module" src="/county-chains/${VERSION}/county-chains.js" ${tag}`);
    const elsewhere = join(temporary(t), "made");
    makeFolder(elsewhere, { base: "https://news.example/charts/", draw: () => {} });
    const pinned = JSON.parse(readFileSync(join(elsewhere, "integrity.json"), "utf8")).tags["county-chains.js"];
    assert.equal(pinned, `<script type="module" src="https://news.example/charts/county-chains.js" ${tag}`);
  });

  test("its checksums are those of all its files", () => {
    const lines = readFileSync(join(release(), "SHA256SUMS"), "utf8").trim().split("\n");
    assert.deepEqual(lines.map((line) => line.slice(66)), filesBelow(release()).filter((file) => file !== "SHA256SUMS"));
    if (has("sha256sum")) output("sha256sum", ["--check", "--strict", "--quiet", "SHA256SUMS"], { cwd: release() });
  });

  test("is not made of half a build", (t) => {
    const root = temporary(t, { "pkg/dist/county-chains.js": "" });
    assert.throws(() => makeFolder(join(root, "made"), { root }), /pkg\/dist\/county-chains\.wasm is missing; "make pkg" makes it/);
  });
});

describe("the archives", () => {
  test("are the same bytes wherever and whenever they are made", async (t) => {
    const made = [];
    const before = [process.env.TZ, process.umask()];
    for (const [zone, mask] of [["Asia/Shanghai", 0o022], ["America/New_York", 0o077]]) {
      process.env.TZ = zone;
      process.umask(mask);
      const parent = temporary(t);
      makeFolder(join(parent, NAME));
      const names = await pack(parent, NAME);
      made.push(names.map((name) => [name, createHash("sha256").update(readFileSync(join(parent, name))).digest("hex")]));
    }
    if (before[0] === undefined) delete process.env.TZ;
    else process.env.TZ = before[0];
    process.umask(before[1]);
    assert.deepEqual(made[0], made[1]);
    assert.deepEqual(made[0].map(([name]) => name), [`${NAME}.tar.gz`, `${NAME}.zip`]);
  });

  test("unpack to the folder, by programs that are not ours", async (t) => {
    const parent = temporary(t);
    cpSync(release(), join(parent, NAME), { recursive: true, preserveTimestamps: true });
    const files = filesBelow(release());
    await pack(parent, NAME);
    rmSync(join(parent, NAME), { recursive: true });
    const unpackers = { tar: ["-xzf", `${NAME}.tar.gz`], unzip: ["-q", `${NAME}.zip`], python3: ["-m", "zipfile", "-e", `${NAME}.zip`, "."] };
    const available = Object.keys(unpackers).filter(has);
    assert.ok(available.includes("tar") && available.length > 1, `too few programs to unpack with: ${available}`);
    for (const program of available) {
      output(program, unpackers[program], { cwd: parent });
      assert.deepEqual(filesBelow(join(parent, NAME)), files, program);
      for (const file of files) assert.ok(readFileSync(join(parent, NAME, file)).equals(readFileSync(join(release(), file))), `${program}: ${file}`);
      rmSync(join(parent, NAME), { recursive: true });
    }
  });

  test("the npm package is packed under a name of its own, the same whoever may read the files", (t) => {
    const [one, other] = [0o644, 0o600].map((mode) => {
      const [folder, root] = [temporary(t), temporary(t)];
      cpSync(join(ROOT, "pkg"), join(root, "pkg"), { recursive: true, filter: (path) => !path.includes("tools") });
      for (const file of filesBelow(join(root, "pkg"))) chmodSync(join(root, "pkg", file), mode);
      const name = packPackage(root, folder, VERSION);
      assert.deepEqual(readdirSync(folder), [`${NAME}-npm.tgz`]);
      return readFileSync(join(folder, name));
    });
    assert.ok(one.equals(other));
  });
});

describe("the licences", () => {
  test("name every crate that cargo links into the wasm, each with the text it comes with", () => {
    const args = ["tree", "--package", "county-chains", "--edges", "normal,no-proc-macro", "--target", "wasm32-unknown-unknown"];
    const tree = output("cargo", [...args, "--no-default-features", "--prefix", "none", "--format", "{p}"], { cwd: ROOT });
    // Our own crates stand there with their folder.
    const others = tree.split("\n").filter((line) => line && !line.includes(ROOT));
    const expected = new Set(others.map((line) => line.split(" ").slice(0, 2).join(" ").replace(" v", " ")));
    assert.ok(expected.size > 10);
    assert.deepEqual(linked(ROOT).map(({ name, version: of }) => `${name} ${of}`), [...expected].sort());
    const text = thirdParty(ROOT);
    for (const crate of expected) assert.equal(text.split("\n").filter((line) => line.includes(crate)).length >= 2, true, `${crate}: named without its text`);
    assert.doesNotMatch(text, /\/(root|home)\//);
  });

  test("have a text for each that is one, and not the name of another file", () => {
    const texts = thirdParty(ROOT).split(/^-{80}\n/m).slice(1).map((part) => part.slice(part.indexOf("\n\n")).trim());
    assert.ok(texts.length > 8);
    for (const text of texts) assert.match(text, /Permission is hereby granted|NOTICE TO USER|LLVM Exceptions|Taken under Apache-2\.0/, text);
  });

  test("name the crates of Rust's standard library in the wasm, and what writes a part of the scripts", () => {
    const text = thirdParty(ROOT);
    const rust = /^release: (.+)$/m.exec(output("rustc", ["-vV"], { cwd: ROOT }))[1];
    for (const name of ["alloc", "compiler_builtins", "core", "std"]) assert.match(text, new RegExp(`^${name} ${rust}: `, "m"));
    for (const name of ["hashbrown", "wasm-bindgen-cli-support", "esbuild"]) assert.match(text, new RegExp(`^${name} \\d+\\.\\d+\\.\\d+: `, "m"));
    assert.equal(standardCrates(ROOT).length, 5);
  });

  test("are refused if the wasm has another crate of the standard library", (t) => {
    const folder = temporary(t, {
      "known.wasm": "\0_ZN4core3fmt5write17h0E\0_RNvMNtCs86o9dxWySvj_9hashbrown3raw\0_ZN6memchr4find17h0E",
      "old.wasm": "\0_ZN8dlmalloc6malloc17h0E",
      "present.wasm": "\0_RNvNtCsdZExvAaxgia_5alloc3vec\0_RNvMs1_NtCs86o9dxWySvj_5gimli4read",
    });
    checkStandardCrates(ROOT, join(folder, "known.wasm"), ["memchr"]);
    assert.throws(() => checkStandardCrates(ROOT, join(folder, "old.wasm"), []), /code of dlmalloc, a crate of Rust's standard library/);
    assert.throws(() => checkStandardCrates(ROOT, join(folder, "present.wasm"), []), /code of gimli, a crate/);
    assert.throws(() => checkStandardCrates(ROOT, join(folder, "known.wasm"), []), /code of memchr, a crate/);
  });
});
