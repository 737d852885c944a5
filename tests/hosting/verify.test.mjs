// What a stranger does with a download: hosting/verify.sh over a whole release, and over releases in which one thing is wrong.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { appendFileSync, chmodSync, cpSync, existsSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { before, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { assemble } from "../../pkg/tools/release/assemble.mjs";
import { filesBelow } from "../../pkg/tools/release/compress.mjs";
import { copyTree, temporary } from "./folders.mjs";
import { ROOT, change, has, output } from "./servers.mjs";
import { TIME, VERSION, drawSome } from "./site.mjs";

const NAME = `county-chains-${VERSION}`;
const SCRIPT = join(ROOT, "pkg/hosting/verify.sh");
const BOM = "county-chains.cdx.json";
/** What the script calls, but for the programs that it can do without. */
const PROGRAMS = ["awk", "base64", "cat", "cmp", "comm", "cut", "diff", "find", "grep", "gzip", "head", "mkdir", "mktemp", "od", "rm",
  "sed", "sh", "sha256sum", "sha384sum", "sort", "tar", "tr", "uniq", "wc"];
const READERS = ["jq", "python3"].filter(has);
/** Files of the build that take long to pack. tests/hosting/slow/release.test.mjs has a release with them. */
const LARGE = ["county-chains.inline.js", "county-chains.own.inline.js", "county-chains.offline.html", "module/bytes.js", "module/draft-bytes.js"];

/** These tests share one release, which is gone when they end. */
const shared = { after: (end) => process.on("exit", end) };
const whole = join(temporary(shared), "whole");
/** Its folder, with few compressed copies, since each takes time. */
const small = join(temporary(shared), NAME);
const COPIES = [BOM, "embed.html", "integrity.json"].flatMap((name) => [`${name}.br`, `${name}.gz`]);

before(async () => {
  const root = copyTree(shared);
  for (const built of ["dist", "custom-elements.json", "LICENSE-MIT", "LICENSE-APACHE"]) {
    cpSync(join(ROOT, "pkg", built), join(root, "pkg", built), { recursive: true });
  }
  for (const file of LARGE) rmSync(join(root, "pkg/dist", file));
  await assemble({ root, out: whole, version: VERSION, time: TIME, draw: drawSome });
  cpSync(join(whole, NAME), small, { recursive: true });
  for (const name of filesBelow(small).filter((name) => /\.(br|gz)$/.test(name) && !COPIES.includes(name))) rmSync(join(small, name));
  sum(small);
});

/** Runs the script over a download. */
function verify(folder, env = process.env) {
  const { status, stdout, stderr } = spawnSync("sh", [SCRIPT, folder], { encoding: "utf8", env });
  return { status, stdout, stderr };
}

function refused(folder, sentence) {
  const { status, stdout, stderr } = verify(folder);
  assert.equal(status, 1, stdout + stderr);
  assert.match(stderr, sentence);
  assert.equal(stderr.trim().split("\n").length, 1, stderr);
  assert.doesNotMatch(stdout, /belong together/);
}

const sumOf = (file) => createHash("sha256").update(readFileSync(file)).digest("hex");

/** Writes the checksums of a folder anew. */
function sum(folder, names = filesBelow(folder).filter((name) => name !== "SHA256SUMS")) {
  writeFileSync(join(folder, "SHA256SUMS"), names.map((name) => `${sumOf(join(folder, name))}  ${name}\n`).join(""));
}

/** A download of the archive alone, whose folder somebody has changed. All checksums are those of what it holds now. */
function changed(t, alter, { sums = true } = {}) {
  const folder = temporary(t);
  const inside = join(folder, NAME);
  cpSync(small, inside, { recursive: true });
  alter(inside);
  if (sums) sum(inside);
  output("tar", ["-czf", `${NAME}.tar.gz`, NAME], { cwd: folder });
  rmSync(inside, { recursive: true });
  sum(folder, [`${NAME}.tar.gz`]);
  return folder;
}

/** The same, of the archive and the npm package, in which the folder `package` lies. */
function repackaged(t, alter) {
  const folder = temporary(t);
  output("tar", ["-czf", `${folder}/${NAME}.tar.gz`, NAME], { cwd: dirname(small) });
  output("tar", ["-xzf", join(whole, `${NAME}-npm.tgz`)], { cwd: folder });
  alter(join(folder, "package"));
  output("tar", ["-czf", `${NAME}-npm.tgz`, "package"], { cwd: folder });
  rmSync(join(folder, "package"), { recursive: true });
  sum(folder, [`${NAME}.tar.gz`, `${NAME}-npm.tgz`]);
  return folder;
}

/** Writes another text into a file of a folder, also into its compressed copy. */
function rewrite(folder, name, edit) {
  const text = edit(readFileSync(join(folder, name), "utf8"));
  writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, `${name}.gz`), gzipSync(text));
}

/** Makes a function that changes integrity.json in a folder. */
const inIntegrity = (edit) => (folder) => rewrite(folder, "integrity.json", (text) => edited(text, edit));

/** The same for the bill of materials, whose hash integrity.json states. */
const inBom = (edit) => (folder) => {
  rewrite(folder, BOM, edit);
  const hash = createHash("sha384").update(readFileSync(join(folder, BOM))).digest("base64");
  inIntegrity(({ files }) => (files[BOM] = `sha384-${hash}`))(folder);
};

function edited(text, edit) {
  const parsed = JSON.parse(text);
  edit(parsed);
  return JSON.stringify(parsed);
}

describe("a whole release", () => {
  test("passes, and all is checked for which there is a program", () => {
    const { status, stdout, stderr } = verify(whole);
    assert.equal(status, 0, stdout + stderr);
    assert.match(stdout, new RegExp(`files of version ${VERSION} belong together\n$`));
    const left = stdout.split("\n").filter((line) => line.includes("not checked"));
    const expected = has("brotli") ? [] : ["verify: not checked: whether the files that end with .br unpack to the files beside them, since brotli is not installed"];
    assert.deepEqual(left, expected);
    assert.equal(stdout.match(/^verify: ok: /gm).length, has("brotli") ? 10 : 9, stdout);
  });

  test("is checked with either program that reads JSON, and says what it cannot check without", (t) => {
    assert.ok(READERS.length > 0, "neither jq nor python3");
    const folder = changed(t, () => {}, { sums: false });
    for (const left of [...READERS.map((program) => [program]), []]) {
      const { status, stdout, stderr } = verify(folder, { PATH: pathWith(t, left) });
      assert.equal(status, 0, stdout + stderr);
      assert.equal(/not checked: integrity\.json and county-chains\.cdx\.json, since neither/.test(stdout), left.length === 0, stdout);
      assert.equal(/name the same \d\d components/.test(stdout), left.length > 0, stdout);
    }
  });

  test("has its copies for brotli checked where there is that program", (t) => {
    const env = { ...process.env, PATH: pathWithBrotli(t) };
    const { status, stdout, stderr } = verify(changed(t, () => {}, { sums: false }), env);
    assert.equal(status, 0, stdout + stderr);
    assert.match(stdout, /each of \d+ files that end with \.br unpacks to the file beside it/);
    const other = changed(t, (inside) => cpSync(join(inside, "integrity.json.br"), join(inside, "embed.html.br")));
    assert.match(verify(other, env).stderr, /refused: embed\.html\.br does not unpack to embed\.html/);
  });

  test("may be downloaded in part, which is said", (t) => {
    const folder = temporary(t);
    for (const name of ["SHA256SUMS", `${NAME}.tar.gz`]) cpSync(join(whole, name), join(folder, name));
    const { status, stdout, stderr } = verify(folder);
    assert.equal(status, 0, stdout + stderr);
    for (const name of [`${NAME}.zip`, `${NAME}-npm.tgz`, `${NAME}.cdx.json`, "verify.sh"]) assert.ok(stdout.includes(`not checked: ${name}, which is not in`), name);
    assert.match(stdout, /not checked: \d+ files that only the npm package has/);
  });
});

/** A path on which there is a program like Debian's brotli, which few machines have. */
function pathWithBrotli(t) {
  const folder = temporary(t, { brotli: `#!/bin/sh\nexec "${process.execPath}" -e '${UNPACK}'\n` });
  chmodSync(join(folder, "brotli"), 0o755);
  return `${folder}${delimiter}${process.env.PATH}`;
}

const UNPACK = 'process.stdin.pipe(require("node:zlib").createBrotliDecompress()).on("error", () => process.exit(1)).pipe(process.stdout)';

/** A path with nothing but what the script needs and a few programs more. */
function pathWith(t, programs) {
  const folder = temporary(t);
  const places = Object.fromEntries([...PROGRAMS, ...programs].map((name) => [name, placeOf(name)]));
  for (const [name, place] of Object.entries(places).filter(([, place]) => place)) symlinkSync(place, join(folder, name));
  return folder;
}

function placeOf(name) {
  // What stands on the path may be a script that looks for the real one.
  if (name === "python3") return output(name, ["-c", "import sys; print(sys.executable)"]).trim();
  const home = process.env.PATH.split(delimiter).find((home) => existsSync(join(home, name)));
  return home && join(home, name);
}

describe("a download in which one thing is wrong is refused with a sentence that names it:", () => {
  const download = (t) => {
    const folder = temporary(t);
    for (const name of readdirSync(whole).filter((name) => name !== NAME)) cpSync(join(whole, name), join(folder, name));
    return folder;
  };

  test("a byte of an archive", (t) => {
    const folder = download(t);
    appendFileSync(join(folder, `${NAME}.zip`), "a");
    refused(folder, new RegExp(`^verify: refused: ${NAME}\\.zip is not the file that SHA256SUMS lists$`, "m"));
  });

  test("an archive that is missing, or of another version", (t) => {
    const folder = download(t);
    renameSync(join(folder, `${NAME}.tar.gz`), join(folder, "county-chains-98.0.0.tar.gz"));
    refused(folder, new RegExp(`refused: ${NAME}\\.tar\\.gz is missing`));
    change(join(folder, "SHA256SUMS"), `  ${NAME}.tar.gz`, "  county-chains-98.0.0.tar.gz");
    refused(folder, new RegExp(`refused: SHA256SUMS names ${NAME}-npm\\.tgz, which is no file of version 98\\.0\\.0`));
  });

  test("a list that leads out of its folder, or is none", (t) => {
    const folder = download(t);
    appendFileSync(join(folder, "SHA256SUMS"), `${"0".repeat(64)}  ../a\n`);
    refused(folder, /refused: SHA256SUMS names a path outside of its folder/);
    writeFileSync(join(folder, "SHA256SUMS"), "<html>\n");
    refused(folder, /refused: SHA256SUMS has a line that is no checksum with a name/);
  });

  test("a zip with other files than the other archive", (t) => {
    const folder = download(t);
    const other = temporary(t, { [`${NAME}/a.txt`]: "a" });
    rmSync(join(folder, `${NAME}.zip`));
    output("python3", ["-m", "zipfile", "-c", join(folder, `${NAME}.zip`), NAME], { cwd: other });
    sum(folder, [`${NAME}.tar.gz`, `${NAME}.zip`]);
    refused(folder, new RegExp(`refused: ${NAME}\\.zip holds other files than ${NAME}\\.tar\\.gz`));
  });

  test("a byte of a file in the folder", (t) => {
    refused(changed(t, (inside) => appendFileSync(join(inside, "charts/tiers-zh-Hans.csv"), "a"), { sums: false }),
      /refused: charts\/tiers-zh-Hans\.csv is not the file that the folder's SHA256SUMS lists/);
  });

  test("a file too few, a file too many, a link", (t) => {
    refused(changed(t, (inside) => rmSync(join(inside, "county-chains.map.wasm")), { sums: false }), /refused: county-chains\.map\.wasm is missing in /);
    refused(changed(t, (inside) => writeFileSync(join(inside, "charts/more.js"), ""), { sums: false }),
      /refused: charts\/more\.js is in .*, but its SHA256SUMS does not list it/);
    refused(changed(t, (inside) => symlinkSync("/etc/passwd", join(inside, "passwd")), { sums: false }), /refused: .*\.tar\.gz holds something that is neither file nor folder/);
  });

  test("a compressed copy that unpacks to something else", (t) => {
    refused(changed(t, (inside) => writeFileSync(join(inside, "embed.html.gz"), gzipSync("something else"))),
      /refused: embed\.html\.gz does not unpack to embed\.html/);
  });

  test("a hash, a tag or the version in integrity.json", (t) => {
    const other = inIntegrity(({ files }) => (files["host.js"] = files["embed.js"]));
    refused(changed(t, other), /refused: host\.js does not have the hash that integrity\.json states/);
    const tag = inIntegrity(({ tags, files }) => (tags["host.js"] = tags["host.js"].replace(files["host.js"], files["embed.js"])));
    refused(changed(t, tag), /refused: the tag for host\.js in integrity\.json has another hash than the file/);
    const version = inIntegrity((stated) => (stated.version = "98.0.0"));
    refused(changed(t, version), /refused: integrity\.json is of another version than/);
  });

  test("a hash, a file, a component or the version in the bill of materials", (t) => {
    const edit = (alter) => inBom((text) => edited(text, alter));
    const without = (list, name) => list.splice(list.findIndex((one) => one.name === name), 1);
    const filesOf = ({ metadata }) => metadata.component.components;
    const hash = edit((bom) => (filesOf(bom).find(({ name }) => name === "county-chains.wasm").hashes[0].content = "0".repeat(64)));
    refused(changed(t, hash), /refused: county-chains\.wasm does not have the hash that county-chains\.cdx\.json states/);
    refused(changed(t, edit((bom) => without(filesOf(bom), "embed.js"))), /refused: county-chains\.cdx\.json does not name embed\.js/);
    refused(changed(t, edit(({ components }) => without(components, "plotters"))),
      /refused: LICENSE-THIRD-PARTY\.txt names plotters \S+, which county-chains\.cdx\.json does not name/);
    const more = edit(({ components }) => components.push({ type: "library", name: "left-pad", version: "1.3.0", scope: "required" }));
    refused(changed(t, more), /refused: county-chains\.cdx\.json names left-pad 1\.3\.0, which LICENSE-THIRD-PARTY\.txt does not name/);
    const version = edit(({ metadata }) => (metadata.component.version = "98.0.0"));
    refused(changed(t, version), /refused: county-chains\.cdx\.json is of another version than/);
    refused(changed(t, inBom(() => "{")), /refused: county-chains\.cdx\.json is not valid JSON/);
  });

  test("a bill of materials beside the archive that is not the one within", (t) => {
    const folder = download(t);
    change(join(folder, `${NAME}.cdx.json`), "plotters", "plodders");
    sum(folder, [`${NAME}.tar.gz`, `${NAME}.cdx.json`]);
    refused(folder, new RegExp(`refused: ${NAME}\\.cdx\\.json differs from county-chains\\.cdx\\.json in ${NAME}/`));
  });

  test("an npm package with another script, another version, a script to run or a dependency", (t) => {
    const altered = (alter, sentence) => refused(repackaged(t, alter), sentence);
    const add = (file) => (inside) => appendFileSync(join(inside, file), "\n");
    const manifest = (text, by) => (inside) => change(join(inside, "package.json"), text, by);
    altered(add("dist/county-chains.js"), /refused: county-chains\.js differs between .* and the npm package/);
    altered(add("dist/module/element.js"), /refused: module\/element\.js does not have the hash that county-chains\.cdx\.json states/);
    altered(add("dist/module/more.js"), /refused: county-chains\.cdx\.json does not name module\/more\.js/);
    altered(manifest(`"version": "${VERSION}"`, '"version": "98.0.0"'), /refused: the npm package is of another version than/);
    for (const more of ['"scripts": { "postinstall": "node a.js" }', '"dependencies": { "left-pad": "1" }']) {
      altered(manifest('"license":', `${more}, "license":`), /refused: the npm package depends on others, or runs scripts/);
    }
  });
});
