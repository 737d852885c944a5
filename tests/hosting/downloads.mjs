// Downloads of a release for tests of hosting/verify.sh: a whole one, and some in which one thing has been changed.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, cpSync, existsSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { gzipSync } from "node:zlib";
import { assemble } from "../../pkg/tools/release/assemble.mjs";
import { filesBelow } from "../../pkg/tools/release/compress.mjs";
import { copyTree, temporary } from "./folders.mjs";
import { ROOT, output } from "./servers.mjs";
import { TIME, VERSION, drawSome } from "./site.mjs";

export const NAME = `county-chains-${VERSION}`;
export const BOM = "county-chains.cdx.json";
const SCRIPT = join(ROOT, "pkg/hosting/verify.sh");
/** Files of the build that take long to pack. tests/hosting/slow/release.test.mjs has a release with them. */
const LARGE = ["county-chains.inline.js", "county-chains.own.inline.js", "county-chains.offline.html", "module/bytes.js", "module/draft-bytes.js"];
/** The compressed copies that are kept where something is changed, since each takes time. */
const COPIES = [BOM, "embed.html", "integrity.json"].flatMap((name) => [`${name}.br`, `${name}.gz`]);

/** The tests of a file share one release, which is gone when they end. */
const shared = { after: (end) => process.on("exit", end) };
/** A download with everything. */
export const whole = join(temporary(shared), "whole");
/** Its folder, with few compressed copies. */
const small = join(temporary(shared), NAME);

/** Makes the release. */
export async function prepare() {
  const root = copyTree(shared);
  for (const built of ["dist", "custom-elements.json", "LICENSE-MIT", "LICENSE-APACHE"]) {
    cpSync(join(ROOT, "pkg", built), join(root, "pkg", built), { recursive: true });
  }
  for (const file of LARGE) rmSync(join(root, "pkg/dist", file));
  await assemble({ root, out: whole, version: VERSION, time: TIME, draw: drawSome });
  cpSync(join(whole, NAME), small, { recursive: true });
  for (const name of filesBelow(small).filter((name) => /\.(br|gz)$/.test(name) && !COPIES.includes(name))) rmSync(join(small, name));
  sum(small);
}

/** Runs the script over a download. */
export function verify(folder, env = process.env) {
  const { status, stdout, stderr } = spawnSync("sh", [SCRIPT, folder], { encoding: "utf8", env });
  return { status, stdout, stderr };
}

/** Expects that the script refuses a download, with this sentence. */
export function refused(folder, sentence, env) {
  const { status, stdout, stderr } = verify(folder, env);
  assert.equal(status, 1, stdout + stderr);
  assert.match(stderr, sentence);
  assert.equal(stderr.trim().split("\n").length, 1, stderr);
  assert.doesNotMatch(stdout, /belong together/);
}

/** A copy of everything that is downloaded. */
export function download(t) {
  const folder = temporary(t);
  for (const name of readdirSync(whole).filter((name) => name !== NAME)) cpSync(join(whole, name), join(folder, name));
  return folder;
}

/** A download of the archive alone, whose folder somebody has changed. All checksums are those of what it holds now. */
export function changed(t, alter, { sums = true } = {}) {
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
export function repackaged(t, alter, alterFolder = () => {}) {
  const folder = changed(t, alterFolder);
  output("tar", ["-xzf", join(whole, `${NAME}-npm.tgz`)], { cwd: folder });
  alter(join(folder, "package"));
  output("tar", ["-czf", `${NAME}-npm.tgz`, "package"], { cwd: folder });
  rmSync(join(folder, "package"), { recursive: true });
  sum(folder, [`${NAME}.tar.gz`, `${NAME}-npm.tgz`]);
  return folder;
}

/** Packs the zip of a download anew, without one file and with more entries of name, mode and text, which may be what no honest program packs. */
export function rezipped(folder, { without = "", more }) {
  const archive = join(folder, `${NAME}.zip`);
  renameSync(archive, `${archive}.old`);
  output("python3", ["-W", "ignore", "-c", REZIP, `${archive}.old`, archive, without, JSON.stringify(more)]);
  rmSync(`${archive}.old`);
  sum(folder, [`${NAME}.tar.gz`, `${NAME}.zip`]);
}

const REZIP = `
import json, sys, zipfile
old, new, without, more = sys.argv[1:]
with zipfile.ZipFile(old) as source, zipfile.ZipFile(new, "w") as target:
    for info in source.infolist():
        if info.filename != without:
            target.writestr(info, source.read(info))
    for name, mode, text in json.loads(more):
        info = zipfile.ZipInfo(name)
        info.create_system, info.external_attr = 3, mode << 16
        target.writestr(info, text)
`;

/** Writes the checksums of a folder anew. */
export function sum(folder, names = filesBelow(folder).filter((name) => name !== "SHA256SUMS")) {
  writeFileSync(join(folder, "SHA256SUMS"), names.map((name) => `${sumOf(join(folder, name))}  ${name}\n`).join(""));
}

/** The checksum of a file. */
export const sumOf = (file) => createHash("sha256").update(readFileSync(file)).digest("hex");

/** The hash of a file as integrity.json states it. */
export const integrityOf = (file) => `sha384-${createHash("sha384").update(readFileSync(file)).digest("base64")}`;

/** Makes a function that changes integrity.json in a folder. */
export const inIntegrity = (edit) => (folder) => rewrite(folder, "integrity.json", (text) => edited(text, edit));

/** The same for the bill of materials as text, whose hash integrity.json states. */
export const inBom = (edit) => (folder) => {
  rewrite(folder, BOM, edit);
  inIntegrity(({ files }) => (files[BOM] = integrityOf(join(folder, BOM))))(folder);
};

/** JSON after a change. */
export function edited(text, edit) {
  const parsed = JSON.parse(text);
  edit(parsed);
  return JSON.stringify(parsed);
}

/** Writes another text into a file of a folder, also into its compressed copy. */
function rewrite(folder, name, edit) {
  const text = edit(readFileSync(join(folder, name), "utf8"));
  writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, `${name}.gz`), gzipSync(text));
}

/** What the script calls, but for the programs that it can do without. */
const PROGRAMS = ["awk", "base64", "cat", "cmp", "comm", "cut", "diff", "find", "grep", "gzip", "head", "mkdir", "mktemp", "od", "rm",
  "sed", "sh", "sha256sum", "sha384sum", "sort", "tar", "tr", "uniq", "wc"];

/** A path with nothing but what the script needs and a few programs more. */
export function pathWith(t, programs) {
  const folder = temporary(t);
  const places = Object.fromEntries([...PROGRAMS, ...programs].map((name) => [name, placeOf(name)]));
  for (const [name, place] of Object.entries(places).filter(([, place]) => place)) symlinkSync(place, join(folder, name));
  return folder;
}

/** Where a program is. */
export function placeOf(name) {
  // What stands on the path may be a script that looks for the real one.
  if (name === "python3") return output(name, ["-c", "import sys; print(sys.executable)"]).trim();
  const home = process.env.PATH.split(delimiter).find((home) => existsSync(join(home, name)));
  return home && join(home, name);
}

/** An environment in which another program, a script, comes before that of the machine. */
export function pathWithBefore(t, name, script) {
  const folder = temporary(t, { [name]: `#!/bin/sh\n${script}\n` });
  chmodSync(join(folder, name), 0o755);
  return { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` };
}
