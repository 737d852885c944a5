// `make release` as a maintainer runs it, in a copy of the working tree. That archives are the same bytes whenever they are
// made is for tests/hosting/folder.test.mjs, so one build is enough.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { REPOSITORY, commit, copyTree, git, nameRepository } from "../folders.mjs";
import { ROOT, change, output } from "../servers.mjs";

const NEXT = "99.0.0";
const BASE = `https://news.example/county-chains/${NEXT}/`;
const NAME = `county-chains-${NEXT}`;
const ARCHIVES = [`${NAME}-npm.tgz`, `${NAME}.tar.gz`, `${NAME}.zip`];
const BOM = "county-chains.cdx.json";

function make(root, settings) {
  const env = {
    ...process.env, VERSION: "", TAG: "", DRAFT: "", GITHUB_REPOSITORY: "", BASE, SOURCE_DATE_EPOCH: "1704153600",
    // What the crates are compiled to is shared; what is ours is compiled anew, since it lies elsewhere.
    CARGO_TARGET_DIR: resolve(ROOT, process.env.CARGO_TARGET_DIR ?? "target"),
    ...settings,
  };
  const { status, stdout, stderr } = spawnSync("make", ["release"], { cwd: root, env, encoding: "utf8", maxBuffer: 1 << 28 });
  assert.equal(status, 0, stdout + stderr);
}

test("a version is prepared, and everything of it is built", (t) => {
  // The shared folder then has the command of this working tree again, not that of the copy.
  t.after(() => output("cargo", ["build", "--quiet", "--locked", "--package", "county-chains", "--bins"], { cwd: ROOT }));
  const root = copyTree(t);
  change(join(root, "CHANGELOG.md"), "\n## [", "\n## [Unreleased]\n\n### Added\n\n- A test.\n\n## [");
  nameRepository(root);
  commit(root, "News");

  make(root, { VERSION: NEXT, TAG: `v${NEXT}` });
  const changed = git(root, "diff", "--name-only").trim().split("\n");
  for (const file of ["CHANGELOG.md", "Cargo.lock", "Cargo.toml", "pkg/package.json"]) assert.ok(changed.includes(file), file);
  assert.deepEqual(changed.filter((file) => !/^(CHANGELOG\.md|Cargo\.toml|(.+\/)?Cargo\.lock|(.+\/)?package(-lock)?\.json)$/.test(file)), []);
  const dated = new RegExp(`## \\[Unreleased\\]\n\n## \\[${NEXT}\\] - \\d{4}-\\d\\d-\\d\\d\n\n### Added\n\n- A test\\.`);
  assert.match(readFileSync(join(root, "CHANGELOG.md"), "utf8"), dated);
  holdsAll(join(root, "release"));
  commit(root, `Release ${NEXT}`);
  assert.equal(git(root, "status", "--porcelain"), "", "a release leaves nothing behind that git would take");
});

/** What every release has, in the version that was asked for. */
function holdsAll(release) {
  assert.deepEqual(readdirSync(release).sort(), ["NOTES.md", "SHA256SUMS", "verify.sh", NAME, `${NAME}.cdx.json`, ...ARCHIVES].sort());
  output("sha256sum", ["--check", "--strict", "--quiet", "SHA256SUMS"], { cwd: release });
  output("sha256sum", ["--check", "--strict", "--quiet", "SHA256SUMS"], { cwd: join(release, NAME) });
  assert.match(readFileSync(join(release, "NOTES.md"), "utf8"), /- A test\./);
  const { version, tags } = JSON.parse(readFileSync(join(release, NAME, "integrity.json"), "utf8"));
  assert.equal(version, NEXT);
  assert.ok(tags["county-chains.js"].includes(`src="${BASE}county-chains.js"`));
  assert.ok(readFileSync(join(release, NAME, "county-chains.js"), "utf8").includes(`"${NEXT}"`));
  // Nine charts in three languages and two themes, as pictures alone.
  const charts = readdirSync(join(release, NAME, "charts"), { recursive: true });
  assert.ok(charts.filter((file) => file.endsWith(".svg")).length >= 54, `${charts.length} files`);
  assert.ok(readFileSync(join(release, NAME, "charts/map-en-light.svg"), "utf8").includes(`${BASE}embed.html?`));
  const manifest = JSON.parse(output("tar", ["-xzOf", ARCHIVES[0], "package/package.json"], { cwd: release }));
  assert.deepEqual([manifest.name, manifest.version], ["county-chains", NEXT]);
  const packed = output("tar", ["-tzf", ARCHIVES[0]], { cwd: release }).split("\n");
  for (const name of ["LICENSE-THIRD-PARTY.txt", BOM]) assert.ok(packed.includes(`package/dist/${name}`), name);
  // A stranger's check, with the script of the download and the programs of this machine.
  assert.match(output("sh", ["verify.sh"], { cwd: release }), new RegExp(`the files of version ${NEXT} belong together`));
  const { metadata } = JSON.parse(readFileSync(join(release, `${NAME}.cdx.json`), "utf8"));
  assert.deepEqual(metadata.component.externalReferences, [{ url: REPOSITORY, type: "vcs" }]);
}
