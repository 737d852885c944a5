// Packs the archives of a release. The same files give the same bytes: names are sorted, dates equal, owners left out.

import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { create } from "tar";
import { filesBelow, gzip } from "./compress.mjs";
import { ReleaseError } from "./error.mjs";

/** File types that compression does not make smaller. */
const PACKED = [".br", ".gz", ".png"];

/** Packs `<folder>/<name>` as `<name>.tar.gz` and `<name>.zip` beside it. Returns their names. */
export async function pack(folder, name) {
  const files = filesBelow(join(folder, name)).map((file) => `${name}/${file}`);
  const chunks = [];
  // Portable archives have no owner, and the same permissions on every machine.
  for await (const chunk of create({ cwd: folder, portable: true }, files)) chunks.push(chunk);
  writeFileSync(join(folder, `${name}.tar.gz`), gzip(Buffer.concat(chunks)));
  writeFileSync(join(folder, `${name}.zip`), zip(folder, files));
  return [`${name}.tar.gz`, `${name}.zip`];
}

function zip(folder, files) {
  const entries = {};
  for (const file of files) {
    const level = PACKED.includes(extname(file)) ? 0 : 9;
    const mtime = wallClock(statSync(join(folder, file)).mtime);
    // 3 is Unix, where the mode makes the file readable for all.
    entries[file] = [new Uint8Array(readFileSync(join(folder, file))), { level, mtime, os: 3, attrs: 0o100644 << 16 }];
  }
  return zipSync(entries);
}

/** A zip stores local times. This date has the UTC time as its local time, so that every time zone packs the same. */
function wallClock(time) {
  const [year, month, ...rest] = time.toISOString().match(/\d+/g).map(Number);
  const [day, hour, minute, second] = rest;
  return new Date(year, month - 1, day, hour, minute, second);
}

/** Packs the npm package, as `npm publish` would, and returns the name of the file. */
export function packPackage(root, folder, version) {
  const copy = mkdtempSync(join(tmpdir(), "county-chains-package-"));
  const [{ files }] = npmPack(join(root, "pkg"), "--dry-run");
  // npm keeps who may read a file, which depends on the `umask` under which somebody has cloned and built.
  for (const { path } of files) {
    mkdirSync(join(copy, dirname(path)), { recursive: true });
    copyFileSync(join(root, "pkg", path), join(copy, path));
    chmodSync(join(copy, path), 0o644);
  }
  const [{ filename, version: packed }] = npmPack(copy, "--pack-destination", folder);
  rmSync(copy, { recursive: true });
  if (packed !== version) throw new ReleaseError(`npm packed version ${packed}, Cargo.toml states ${version}`);
  // npm's own name would differ from that of the archive for web servers only by one letter.
  const name = `county-chains-${version}-npm.tgz`;
  // npm compresses by what its Node.js brings along.
  writeFileSync(join(folder, name), gzip(gunzipSync(readFileSync(join(folder, filename)))));
  rmSync(join(folder, filename));
  return name;
}

/** Lets npm pack a folder, and returns what it says of the package. */
function npmPack(folder, ...options) {
  return JSON.parse(execFileSync("npm", ["pack", "--json", "--ignore-scripts", ...options], { cwd: folder, encoding: "utf8" }));
}
