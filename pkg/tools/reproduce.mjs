// Shows that a release is the same bytes whoever builds it: `make reproduce`. It builds the commit that is checked out twice
// from nothing, as two users would who share nothing but the compiler, Node.js, the fonts and what npm has fetched, and compares
// all files.
//
// AGAINST=folder  builds once, and compares with the release in this folder, as it was downloaded: the archive for web
//                 servers (*.tar.gz) and the npm package (*-npm.tgz)
// BASE=address    the address that this release was made for, as for `make release`

import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { differences, ofOtherFonts } from "./reproduce/compare.mjs";

const root = resolve(fileURLToPath(new URL("../..", import.meta.url)));
const later = fileURLToPath(new URL("./reproduce/later.cjs", import.meta.url));
const { AGAINST } = process.env;

/** Where they work, and what differs between their machines. The second one also builds forty days later. */
const USERS = [
  { name: "anna", folder: "anna/county-chains", zone: "Asia/Shanghai", language: "C.UTF-8", umask: "022" },
  {
    name: "benjamin", folder: "benjamin/a longer path/with blanks/checkout", zone: "America/St_Johns", language: "C", umask: "077",
    NODE_OPTIONS: `--require ${JSON.stringify(later)}`,
  },
];
/** What is compared: all that gets published, and what the build leaves for the tests and the demo. */
const RESULTS = ["release", "pkg/dist", "pkg/custom-elements.json"];
/** What AGAINST compares. verify.sh tells whether the *.zip holds the same as the first. */
const ARCHIVES = [".tar.gz", "-npm.tgz"];
/** What of this process would let a build find something that was built before, or set a date. */
const LEFT_OUT = [
  "CARGO_HOME", "CARGO_TARGET_DIR", "CARGO_ENCODED_RUSTFLAGS", "RUSTFLAGS", "RUSTC_WRAPPER", "CC", "CFLAGS", "MAKEFLAGS",
  "MAKELEVEL", "SOURCE_DATE_EPOCH", "VERSION", "TAG",
];

const say = (text) => console.log(`reproduce: ${text}`);
const git = (...args) => execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();
const commit = git("rev-parse", "HEAD");

/** Lets a user clone the commit and make the release. Returns the folder of the clone. */
function build(home, user) {
  say(`${user.name} builds in ${join(home, user.folder)}`);
  const clone = join(home, user.folder);
  mkdirSync(clone, { recursive: true });
  execFileSync("git", ["clone", "--quiet", root, clone]);
  execFileSync("git", ["checkout", "--quiet", "--detach", commit], { cwd: clone });
  const made = spawnSync("sh", ["-c", `umask ${user.umask} && make release`], { cwd: clone, env: environment(home, user), stdio: "inherit" });
  if (made.status !== 0) throw new Error(`${user.name} could not build`);
  return clone;
}

function environment(home, { name, zone, language, NODE_OPTIONS = "" }) {
  const own = join(home, name, "home");
  mkdirSync(join(own, ".cargo"), { recursive: true });
  // From where crates are fetched is a matter of the machine.
  const settings = join(process.env.CARGO_HOME ?? join(homedir(), ".cargo"), "config.toml");
  if (existsSync(settings)) cpSync(settings, join(own, ".cargo/config.toml"));
  const env = {
    ...process.env, HOME: own, USER: name, LOGNAME: name, TZ: zone, LC_ALL: language, NODE_OPTIONS, DRAFT: "1",
    // Both have the compiler of this machine, and what npm has fetched, which it checks by its hash.
    RUSTUP_HOME: process.env.RUSTUP_HOME ?? join(homedir(), ".rustup"),
    npm_config_cache: process.env.npm_config_cache ?? join(homedir(), ".npm"),
  };
  for (const of of LEFT_OUT) delete env[of];
  return env;
}

/** Says in which files two builds differ, the first twenty of them, and throws if they do. */
function report(found, files) {
  for (const { name, what } of found.slice(0, 20)) say(`${name}: ${what}`);
  if (found.length > 20) say(`and ${found.length - 20} more`);
  if (found.length > 0) throw new Error(`${found.length} of ${files} files differ`);
}

/** Builds twice and compares everything. */
function twice(home) {
  const [one, other] = USERS.map((user) => build(home, user));
  const { files, bytes, found } = differences(one, other, RESULTS);
  report(found, files);
  say(`${files} files, ${bytes} bytes: equal`);
}

/** Builds once, and compares the archives with those that somebody else has built, file by file. */
function against(home, folder) {
  const release = join(build(home, USERS[0]), "release");
  for (const ending of ARCHIVES) {
    const [ours, theirs] = [release, resolve(folder)].map((from, index) => unpacked(from, ending, join(home, `${index}${ending}`)));
    const { files, bytes, found } = differences(ours, theirs);
    const { pictures, others } = ofOtherFonts(ours, theirs, found);
    if (pictures > 0) say(`${pictures} PNG pictures differ, since this machine has other fonts: look at them`);
    report(others, files);
    say(`*${ending}: ${files} files, ${bytes} bytes: ${pictures > 0 ? "all others are equal" : "equal"}`);
  }
}

/** Unpacks the archive with this ending, and returns its only folder. */
function unpacked(from, ending, into) {
  const archive = readdirSync(from).find((name) => name.endsWith(ending));
  if (!archive) throw new Error(`there is no *${ending} in ${from}`);
  mkdirSync(into);
  execFileSync("tar", ["-xzf", join(from, archive), "-C", into]);
  return join(into, readdirSync(into)[0]);
}

function reproduce() {
  const changed = git("status", "--porcelain");
  if (changed) say("what is not committed takes no part");
  say(`commit ${commit}, ${execFileSync("rustc", ["--version"], { cwd: root, encoding: "utf8" }).trim()}, Node.js ${process.version}`);
  const home = mkdtempSync(join(tmpdir(), "county-chains-reproduce-"));
  if (AGAINST) against(home, AGAINST);
  else twice(home);
  rmSync(home, { recursive: true, force: true });
}

try {
  reproduce();
} catch (error) {
  console.error(`reproduce: failed: ${error.message}; the builds are kept`);
  process.exitCode = 1;
}
