// What a stranger does with a download: hosting/verify.sh over a whole release, and over releases in which one thing is wrong.

import assert from "node:assert/strict";
import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { before, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import {
  BOM, NAME, changed, download, edited, inBom, inIntegrity, integrityOf, pathWith, pathWithBefore, placeOf, prepare, refused, repackaged, rezipped, sum,
  sumOf, verify, whole,
} from "./downloads.mjs";
import { temporary } from "./folders.mjs";
import { ROOT, change, has, output } from "./servers.mjs";
import { VERSION } from "./site.mjs";

const READERS = ["jq", "python3"].filter(has);

/** What Debian's brotli does, which few machines have. */
const UNPACK = 'process.stdin.pipe(require("node:zlib").createBrotliDecompress()).on("error", () => process.exit(1)).pipe(process.stdout)';

before(prepare);

describe("a whole release", () => {
  test("passes, and all is checked for which there is a program", () => {
    const { status, stdout, stderr } = verify(whole);
    assert.equal(status, 0, stdout + stderr);
    assert.match(stdout, new RegExp(`files of version ${VERSION} belong together${has("brotli") ? "" : "; 1 thing was not checked"}\n$`));
    const left = stdout.split("\n").filter((line) => line.startsWith("verify: not checked: "));
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
    assert.match(verify(whole, { PATH: pathWith(t, []) }).stdout, /not checked: package\.json of the npm package, since neither/);
  });

  test("has its copies for brotli checked where there is that program", (t) => {
    const env = pathWithBefore(t, "brotli", `exec "${process.execPath}" -e '${UNPACK}'`);
    const { status, stdout, stderr } = verify(changed(t, () => {}, { sums: false }), env);
    assert.equal(status, 0, stdout + stderr);
    assert.match(stdout, /each of \d+ files that end with \.br unpacks to the file beside it/);
    const other = changed(t, (inside) => cpSync(join(inside, "integrity.json.br"), join(inside, "embed.html.br")));
    assert.match(verify(other, env).stderr, /refused: embed\.html\.br does not unpack to embed\.html/);
  });

  test("is not checked without a program that is needed, which is said", (t) => {
    const without = (name) => {
      const kept = pathWith(t, READERS);
      rmSync(join(kept, name));
      return verify(whole, { PATH: kept });
    };
    assert.match(without("sha256sum").stderr, /refused: neither sha256sum nor shasum is installed/);
    assert.match(without("comm").stderr, /refused: comm is not installed/);
    assert.match(without("sha384sum").stdout, /not checked: the hashes in integrity\.json, since none of sha384sum, shasum and openssl/);
  });

  test("may be downloaded in part, which is said", (t) => {
    const folder = temporary(t);
    for (const name of ["SHA256SUMS", `${NAME}.tar.gz`]) cpSync(join(whole, name), join(folder, name));
    const { status, stdout, stderr } = verify(folder);
    assert.equal(status, 0, stdout + stderr);
    for (const name of [`${NAME}.zip`, `${NAME}-npm.tgz`, `${NAME}.cdx.json`, "verify.sh"]) assert.ok(stdout.includes(`not checked: ${name}, which is not in`), name);
    assert.match(stdout, /not checked: \d+ files that only the npm package has/);
    assert.match(stdout, new RegExp(`belong together; ${has("brotli") ? 5 : 6} things were not checked\n$`));
  });
});

describe("a download in which one thing is wrong is refused with a sentence that names it:", () => {
  test("a byte of an archive", (t) => {
    const folder = download(t);
    appendFileSync(join(folder, `${NAME}.zip`), "a");
    refused(folder, new RegExp(`^verify: refused: ${NAME}\\.zip is not the file that SHA256SUMS lists$`, "m"));
  });

  test("a list that is missing, empty, names a file twice, or no archive", (t) => {
    const folder = download(t);
    const list = join(folder, "SHA256SUMS");
    const lines = readFileSync(list, "utf8").split("\n");
    for (const [text, sentence] of [
      ["", /SHA256SUMS is empty/],
      [`${lines[0]}\n${lines[0]}\n`, /SHA256SUMS names a file twice/],
      [`${"0".repeat(64)}  verify.sh\n`, /SHA256SUMS does not name one county-chains-<version>\.tar\.gz/],
    ]) {
      writeFileSync(list, text);
      refused(folder, sentence);
    }
    rmSync(list);
    refused(folder, /refused: SHA256SUMS is missing/);
  });

  test("archives that are none, and files outside of their folder", (t) => {
    const folder = download(t);
    const written = (name, make) => {
      make(join(folder, name));
      sum(folder, [`${NAME}.tar.gz`, ...(name.endsWith(".zip") ? [name] : [])]);
    };
    written(`${NAME}.zip`, (file) => writeFileSync(file, "none"));
    refused(folder, /refused: \S+\.zip cannot be unpacked/);
    written(`${NAME}.tar.gz`, (file) => writeFileSync(file, "none"));
    refused(folder, /refused: \S+\.tar\.gz cannot be unpacked/);
    const other = temporary(t, { "elsewhere/a.txt": "a" });
    written(`${NAME}.tar.gz`, (file) => output("tar", ["-czf", file, "elsewhere"], { cwd: other }));
    refused(folder, new RegExp(`refused: \\S+\\.tar\\.gz holds files outside of ${NAME}/`));
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

  test("a zip with a link to a file that is the same here", (t) => {
    const folder = download(t);
    const beside = temporary(t);
    output("tar", ["-xzf", join(folder, `${NAME}.tar.gz`)], { cwd: beside });
    const file = `${NAME}/LICENSE-MIT`;
    rezipped(folder, { without: file, more: [[file, 0o120777, join(beside, file)]] });
    // Python writes the link as a file.
    refused(folder, new RegExp(`refused: ${NAME}\\.zip holds (something that is neither file nor folder|other files than)`));
  });

  test("a zip in which a name stands twice, or leads out of the folder", (t) => {
    const folder = download(t);
    rezipped(folder, { more: [[`${NAME}/LICENSE-MIT`, 0o100644, "another"]] });
    refused(folder, new RegExp(`refused: ${NAME}\\.zip holds a name twice`));
    const other = download(t);
    rezipped(other, { more: [[`../${NAME}/LICENSE-MIT`, 0o100644, readFileSync(join(ROOT, "LICENSE-MIT"), "utf8")]] });
    refused(other, new RegExp(`refused: ${NAME}\\.zip (unpacks to other files than it lists|cannot be unpacked)`));
  });

  test("an archive with a name that is two lines, or stands twice", (t) => {
    const sentence = /refused: \S+\.tar\.gz holds a name with a character that no file of a release has/;
    const lineFeed = (inside) => {
      mkdirSync(join(inside, `a\n${NAME}`));
      writeFileSync(join(inside, `a\n${NAME}`, "b"), "");
    };
    refused(changed(t, lineFeed, { sums: false }), sentence);
    refused(changed(t, (inside) => writeFileSync(join(inside, "a\\b"), ""), { sums: false }), sentence);
    // A tar that lists names as they are, such as that of BusyBox, of an archive without entries for folders.
    const folder = temporary(t);
    output("tar", ["-xzf", join(whole, `${NAME}.tar.gz`)], { cwd: folder });
    lineFeed(join(folder, NAME));
    const packed = (more) => {
      output("sh", ["-c", `find ${NAME} -type f -print0 | tar --null --files-from - ${more} -czf ${NAME}.tar.gz`], { cwd: folder });
      sum(folder, [`${NAME}.tar.gz`]);
    };
    packed("");
    refused(folder, /\.tar\.gz holds something that is neither file nor folder/, pathWithBefore(t, "tar", `exec "${placeOf("tar")}" --quoting-style=literal "$@"`));
    rmSync(join(folder, NAME, `a\n${NAME}`), { recursive: true });
    packed(`${NAME}/LICENSE-MIT`);
    refused(folder, /refused: \S+\.tar\.gz holds a name twice/);
  });

  test("a file that the program for checksums does not reach", (t) => {
    const env = pathWithBefore(t, "sha256sum", 'echo "verify.sh: OK"');
    refused(whole, /refused: the checksums of SHA256SUMS could not all be computed/, env);
    // A list whose last line does not end.
    const last = (inside) => {
      const list = join(inside, "SHA256SUMS");
      const lines = readFileSync(list, "utf8").trim().split("\n");
      const at = lines.findIndex((line) => line.endsWith("  LICENSE-MIT"));
      writeFileSync(list, [...lines.toSpliced(at, 1), lines[at]].join("\n"));
      appendFileSync(join(inside, "LICENSE-MIT"), "a");
    };
    refused(changed(t, last, { sums: false }), /refused: LICENSE-MIT is not the file that the folder's SHA256SUMS lists/);
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
    refused(changed(t, inIntegrity((stated) => (stated.files = {}))), /refused: integrity\.json names no file/);
    const more = inIntegrity(({ files }) => (files["more.js"] = files["host.js"]));
    refused(changed(t, more), /refused: integrity\.json names more\.js, which is missing/);
    const fewer = inIntegrity((stated) => (delete stated.files["embed.css"]));
    refused(changed(t, fewer), /refused: integrity\.json does not name embed\.css/);
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
    const stranger = edit(({ components }) => components.push({ type: "library", name: "left-pad", version: "1.3.0", scope: "required" }));
    refused(changed(t, stranger), /refused: county-chains\.cdx\.json names left-pad 1\.3\.0, which LICENSE-THIRD-PARTY\.txt does not name/);
    const version = edit(({ metadata }) => (metadata.component.version = "98.0.0"));
    refused(changed(t, version), /refused: county-chains\.cdx\.json is of another version than/);
    const more = (bom) => filesOf(bom).push({ ...filesOf(bom)[0], name: "more.js" });
    const inPackage = (inside) => writeFileSync(join(inside, "dist", BOM), edited(readFileSync(join(inside, "dist", BOM), "utf8"), more));
    refused(repackaged(t, inPackage, edit(more)), /refused: county-chains\.cdx\.json names more\.js, which is missing/);
    refused(changed(t, edit((bom) => (bom.metadata.component.components = []))), /refused: county-chains\.cdx\.json names no file/);
    refused(changed(t, edit((bom) => (bom.bomFormat = "SPDX"))), /refused: county-chains\.cdx\.json is no bill of materials of CycloneDX/);
    refused(changed(t, edit(({ metadata }) => (metadata.component.name = "left-pad"))), /refused: county-chains\.cdx\.json is not that of county-chains/);
    refused(changed(t, inBom(() => "{")), /refused: county-chains\.cdx\.json is not valid JSON/);
  });

  test("no bill of materials, no file of licences, or an empty one", (t) => {
    const pinned = (name, alter) => (inside) => {
      alter(join(inside, name));
      inIntegrity(({ files }) => (existsSync(join(inside, name)) ? (files[name] = integrityOf(join(inside, name))) : delete files[name]))(inside);
    };
    const bom = pinned(BOM, (file) => [file, `${file}.gz`, `${file}.br`].forEach((one) => rmSync(one)));
    refused(changed(t, bom), /refused: county-chains\.cdx\.json is missing in /);
    const licences = "LICENSE-THIRD-PARTY.txt";
    const without = (text) => (inside) => {
      pinned(licences, (file) => (text === undefined ? rmSync(file) : writeFileSync(file, text)))(inside);
      inBom((bom) => edited(bom, ({ metadata: { component } }) => {
        const at = component.components.findIndex(({ name }) => name === licences);
        if (text === undefined) component.components.splice(at, 1);
        else component.components[at].hashes[0].content = sumOf(join(inside, licences));
      }))(inside);
    };
    refused(changed(t, without()), /refused: LICENSE-THIRD-PARTY\.txt is missing in /);
    refused(changed(t, without("Everything is ours.\n")), /refused: LICENSE-THIRD-PARTY\.txt names nothing/);
  });

  test("a bill of materials beside the archive that is not the one within", (t) => {
    const folder = download(t);
    change(join(folder, `${NAME}.cdx.json`), "plotters", "plodders");
    sum(folder, [`${NAME}.tar.gz`, `${NAME}.cdx.json`]);
    refused(folder, new RegExp(`refused: ${NAME}\\.cdx\\.json differs from county-chains\\.cdx\\.json in ${NAME}/`));
  });

  test("an npm package with another script, another version, a command, a script to run or a dependency", (t) => {
    const altered = (alter, sentence) => refused(repackaged(t, alter), sentence);
    const add = (file) => (inside) => appendFileSync(join(inside, file), "\n");
    const manifest = (text, by) => (inside) => change(join(inside, "package.json"), text, by);
    altered((inside) => rmSync(join(inside, "dist"), { recursive: true }), /refused: the npm package has no folder dist/);
    altered(add("dist/county-chains.js"), /refused: county-chains\.js differs between .* and the npm package/);
    altered(add("dist/module/element.js"), /refused: module\/element\.js does not have the hash that county-chains\.cdx\.json states/);
    altered(add("dist/module/more.js"), /refused: county-chains\.cdx\.json does not name module\/more\.js/);
    for (const file of ["dist/hosting/more.mjs", "dist/module/more.cjs"]) {
      const added = (inside) => {
        mkdirSync(dirname(join(inside, file)), { recursive: true });
        writeFileSync(join(inside, file), "");
      };
      altered(added, new RegExp(`refused: county-chains\\.cdx\\.json does not name ${file.slice(5)}`));
    }
    altered((inside) => writeFileSync(join(inside, "binding.gyp"), ""), /refused: the npm package holds binding\.gyp, which does not belong there/);
    for (const bin of ['"./dist/host.js"', '{ "ls": "./dist/host.js" }']) {
      altered(manifest('"license":', `"bin": ${bin}, "license":`), /refused: the npm package brings a command/);
    }
    altered(manifest(`"version": "${VERSION}"`, '"version": "98.0.0"'), /refused: the npm package is of another version than/);
    for (const more of ['"scripts": { "postinstall": "node a.js" }', '"dependencies": { "left-pad": "1" }']) {
      altered(manifest('"license":', `${more}, "license":`), /refused: the npm package depends on others, or runs scripts/);
    }
  });
});
