// What `make release` asks of changelog and versions, and what it refuses.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { dated, sectionOf } from "../../pkg/tools/release/changelog.mjs";
import { filesBelow } from "../../pkg/tools/release/compress.mjs";
import { repositoryOf } from "../../pkg/tools/release/repository.mjs";
import * as version from "../../pkg/tools/release/version.mjs";
import { REPOSITORY, commit, copyTree, git, nameRepository, temporary } from "./folders.mjs";
import { change } from "./servers.mjs";
import { VERSION } from "./site.mjs";

describe("the changelog", () => {
  const changelog = (t, text) => temporary(t, { "CHANGELOG.md": `# Changelog\n\n${text}` });
  const NEWS = "### Added\n\n- Something.\n";
  const OLD = "## [1.0.0] - 2024-05-06\n\n- The first.\n\n[1.0.0]: https://example.org\n";

  test("what was not released yet becomes the version, and what comes next has its place", (t) => {
    const root = changelog(t, `## [Unreleased]\n\n${NEWS}\n${OLD}`);
    assert.equal(dated(root, "1.1.0", "2024-12-24"),
      `# Changelog\n\n## [Unreleased]\n\n## [1.1.0] - 2024-12-24\n\n${NEWS}\n${OLD}`);
  });

  test("a version that waits for its date gets it", (t) => {
    const root = changelog(t, `## [1.1.0] - unreleased\n\n${NEWS}\n${OLD}`);
    assert.equal(dated(root, "1.1.0", "2024-12-24"), `# Changelog\n\n## [1.1.0] - 2024-12-24\n\n${NEWS}\n${OLD}`);
  });

  test("the notes of a version are its section alone", (t) => {
    const root = changelog(t, `## [1.1.0] - 2024-12-24\n\n${NEWS}\n${OLD}`);
    assert.deepEqual(sectionOf(root, "1.1.0"), { date: "2024-12-24", notes: NEWS });
    assert.equal(sectionOf(root, "1.0.0").notes, "- The first.\n");
  });

  test("a version without section, date or news is refused, and so is one that was released", (t) => {
    const root = changelog(t, `## [Unreleased]\n\n## [1.1.0] - unreleased\n\n${NEWS}\n${OLD}`);
    assert.throws(() => sectionOf(root, "2.0.0"), /CHANGELOG\.md has no section "## \[2\.0\.0\] - date"/);
    assert.throws(() => sectionOf(root, "1.1.0"), /CHANGELOG\.md:5: version 1\.1\.0 has no date yet/);
    assert.throws(() => dated(root, "1.2.0", "2024-12-24"), /CHANGELOG\.md:3: the section of Unreleased is empty/);
    assert.throws(() => dated(root, "1.0.0", "2024-12-24"), /version 1\.0\.0 was released on 2024-05-06/);
    assert.throws(() => dated(changelog(t, OLD), "1.1.0", "2024-12-24"), /no section "## \[Unreleased\]"/);
  });
});

describe("the version", () => {
  const EXAMPLE = { name: "example", lockfileVersion: 3, packages: {
    "": { name: "example", version: "0.0.0", dependencies: { "county-chains": "file:../../pkg" } },
    "../../pkg": { name: "county-chains", version: "1.0.0" },
    "node_modules/county-chains": { resolved: "../../pkg", link: true },
    "node_modules/other": { version: "1.0.0" },
  } };
  const LOCK = 'version = 4\n\n[[package]]\nname = "aaa"\nversion = "1.0.0"\n\n[[package]]\nname = "county-chains"\nversion = "1.0.0"\n';
  const project = (t) => {
    const root = temporary(t, {
      "Cargo.toml": '[package]\nname = "county-chains"\nversion = "1.0.0"\n\n[dependencies]\nserde = { version = "1.0.0" }\n',
      "Cargo.lock": LOCK,
      "tests/fuzz/guided/Cargo.lock": LOCK,
      "pkg/package.json": '{\n  "name": "county-chains",\n  "version": "1.0.0"\n}\n',
      "examples/vite/package-lock.json": `${JSON.stringify(EXAMPLE, null, 2)}\n`,
    });
    git(root, "init", "--quiet");
    git(root, "add", "--all");
    return root;
  };

  test("is set in every file that states it, and nowhere else", (t) => {
    const root = project(t);
    const files = filesBelow(root).filter((file) => !file.startsWith(".git/"));
    const before = Object.fromEntries(files.map((file) => [file, readFileSync(join(root, file), "utf8")]));
    version.set(root, "1.2.0-rc.1");
    version.checkAgreement(root);
    assert.equal(version.present(root), "1.2.0-rc.1");
    for (const [file, text] of Object.entries(before)) {
      const now = readFileSync(join(root, file), "utf8");
      const changed = now.split("\n").filter((line, index) => line !== text.split("\n")[index]);
      assert.equal(changed.length, 1, `${file}: ${changed}`);
      assert.equal(now.replace("1.2.0-rc.1", "1.0.0"), text, file);
    }
  });

  test("is refused where files disagree, each by its name", (t) => {
    for (const file of ["Cargo.lock", "tests/fuzz/guided/Cargo.lock", "pkg/package.json", "examples/vite/package-lock.json"]) {
      const root = project(t);
      const text = readFileSync(join(root, file), "utf8");
      const at = text.lastIndexOf("1.0.0", file.startsWith("examples") ? text.indexOf("node_modules/county-chains") : undefined);
      writeFileSync(join(root, file), `${text.slice(0, at)}3.0.0${text.slice(at + 5)}`);
      assert.throws(() => version.checkAgreement(root), new RegExp(`${file} states version 3\\.0\\.0`));
    }
  });

  test("must be one, and not older than the present one", (t) => {
    const root = project(t);
    for (const wrong of ["v1.1.0", "1.1", "latest", "01.1.0", "1.1.0 "]) assert.throws(() => version.checkNext(root, wrong), /is no version/);
    for (const older of ["0.9.9", "1.0.0-rc.1"]) assert.throws(() => version.checkNext(root, older), /is older than 1\.0\.0/);
    for (const next of ["1.0.0", "1.0.1-rc.1", "2.0.0"]) version.checkNext(root, next);
  });
});

describe("the repository", () => {
  const project = (t, crate, repository) => temporary(t, {
    "Cargo.toml": `[package]\nname = "county-chains"\n${crate ? `repository = "${crate}"\n` : ""}\n[dependencies]\n`,
    "pkg/package.json": JSON.stringify({ name: "county-chains", repository }),
  });
  const fits = { type: "git", url: `git+${REPOSITORY}.git`, directory: "pkg" };
  const needed = { isNeeded: true, building: "" };

  test("is what both manifests state", (t) => {
    assert.equal(repositoryOf(project(t, REPOSITORY, fits), needed), REPOSITORY);
    assert.equal(repositoryOf(project(t, REPOSITORY, fits), { isNeeded: true, building: "example/county-chains" }), REPOSITORY);
  });

  test("may be missing in a trial alone", (t) => {
    assert.equal(repositoryOf(project(t), { isNeeded: false }), undefined);
    assert.throws(() => repositoryOf(project(t), needed), /Cargo\.toml names no repository; a release needs one, such as repository = "https:/);
    assert.throws(() => repositoryOf(project(t, undefined, fits), { isNeeded: false }), /Cargo\.toml names no repository/);
  });

  test("must be an address on GitHub, the same in both, and that of where the release is built", (t) => {
    for (const wrong of ["http://github.com/a/b", "https://example.org/a/b", "https://github.com/a", "https://github.com/a/b/", "https://github.com/a/b.git"]) {
      assert.throws(() => repositoryOf(project(t, wrong, fits), needed), /Cargo\.toml names the repository .*; expected an address such as/, wrong);
    }
    for (const wrong of [undefined, REPOSITORY, { ...fits, url: "git+https://github.com/other/county-chains.git" }, { ...fits, directory: undefined }]) {
      assert.throws(() => repositoryOf(project(t, REPOSITORY, wrong), needed), /pkg\/package\.json must name the repository of Cargo\.toml: "repository": \{"type":"git"/);
    }
    assert.throws(() => repositoryOf(project(t, REPOSITORY, fits), { isNeeded: true, building: "fork/county-chains" }), /and fork\/county-chains builds this release/);
  });
});

describe("make release", () => {
  const run = (root, settings) => {
    const env = { ...process.env, VERSION: "", TAG: "", DRAFT: "", BASE: "", GITHUB_REPOSITORY: "", ...settings };
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "pkg/tools/release.mjs")], { env, encoding: "utf8" });
    return { status, said: stdout + stderr };
  };
  const refused = (root, settings, sentence) => {
    const before = git(root, "status", "--porcelain");
    const { status, said } = run(root, settings);
    assert.equal(status, 1);
    assert.match(said, sentence);
    assert.equal(said.trim().split("\n").length, 1, said);
    assert.equal(git(root, "status", "--porcelain"), before, "nothing is changed by what is refused");
    assert.ok(!existsSync(join(root, "release")));
  };

  test("refuses with one sentence what does not fit, and changes nothing", (t) => {
    const root = copyTree(t);
    refused(root, { VERSION: "99.0.0" }, /^release: Cargo\.toml names no repository;/);
    nameRepository(root);
    commit(root, "An address");
    refused(root, { GITHUB_REPOSITORY: "fork/county-chains" }, /^release: the manifests name the repository example\/county-chains, and fork/);
    refused(root, { VERSION: "0.0.1" }, /^release: VERSION=0\.0\.1 is older than/);
    refused(root, { VERSION: "next" }, /^release: VERSION=next is no version; expected one such as 1\.2\.3/);
    refused(root, { TAG: "v99.0.0" }, new RegExp(`^release: the tag v99\\.0\\.0 does not fit version ${VERSION} of Cargo\\.toml`));
    writeFileSync(join(root, "CHANGELOG.md"), `# Changelog\n\n## [${VERSION}] - unreleased\n\n- Something.\n`);
    refused(root, {}, /^release: not everything is committed: CHANGELOG\.md;/);
    commit(root, "A changelog");
    refused(root, {}, /^release: CHANGELOG\.md:3: version .* has no date yet; "make release VERSION=/);
    change(join(root, "pkg/package.json"), `"version": "${VERSION}"`, '"version": "98.0.0"');
    commit(root, "Another version");
    refused(root, {}, /^release: pkg\/package\.json states version 98\.0\.0/);
  });
});
