// Reads the address of the repository, which Cargo.toml and pkg/package.json must state alike before a release: npm compares it
// with where the package was built.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ReleaseError } from "./error.mjs";

const IN_CARGO_TOML = /^\[package\]\n(?:[^[\n].*\n)*?repository = "([^"]+)"/m;
const EXAMPLE = "https://github.com/owner/name";
/** The owner and the name of a repository on GitHub. */
const GITHUB = /^https:\/\/github\.com\/([A-Za-z0-9-]+\/[A-Za-z0-9._-]+)$/;

/**
 * The address that both manifests state. Throws if they state different ones, or no address on GitHub.
 *
 * @param {string} root
 * @param {object} how
 * @param {boolean} how.isNeeded whether it is a mistake that neither states one
 * @param {string} [how.building] the repository whose workflow runs this, as GitHub tells it
 * @returns {string | undefined}
 */
export function repositoryOf(root, { isNeeded, building = process.env.GITHUB_REPOSITORY }) {
  const crate = IN_CARGO_TOML.exec(readFileSync(join(root, "Cargo.toml"), "utf8"))?.[1];
  const { repository } = JSON.parse(readFileSync(join(root, "pkg/package.json"), "utf8"));
  if (!crate && !repository && !isNeeded) return undefined;
  if (!crate) throw new ReleaseError(`Cargo.toml names no repository; a release needs one, such as repository = "${EXAMPLE}"`);
  const [, named] = GITHUB.exec(crate) ?? [];
  if (!named || named.endsWith(".git")) throw new ReleaseError(`Cargo.toml names the repository ${crate}; expected an address such as ${EXAMPLE}`);
  const expected = { type: "git", url: `git+${crate}.git`, directory: "pkg" };
  const isSame = Object.entries(expected).every(([field, value]) => repository?.[field] === value);
  if (!isSame) throw new ReleaseError(`pkg/package.json must name the repository of Cargo.toml: "repository": ${JSON.stringify(expected)}`);
  if (building && building !== named) throw new ReleaseError(`the manifests name the repository ${named}, and ${building} builds this release`);
  return crate;
}
