// Puts a release together from a finished build: the folder for web servers, the archives, and what comes beside them.

import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pack, packPackage } from "./archives.mjs";
import { fill, sums } from "./folder.mjs";
import { thirdParty } from "./licences.mjs";
import { SBOM, sbom } from "./sbom.mjs";

/**
 * Fills a folder with a release, and returns the names of the files that are downloaded.
 *
 * @param {object} what
 * @param {string} what.root the repository, with its build in pkg/dist
 * @param {string} what.out the folder to fill
 * @param {string} what.version
 * @param {string} [what.base] the address at which the folder of the version will be served, with a slash at its end
 * @param {number} what.time seconds since 1970 that each file is dated with
 * @param {string} [what.repository] the address of the repository
 * @param {(folder: string, base?: string) => void} what.draw writes the static set into a folder
 */
export async function assemble({ root, out, version, base, time, repository, draw }) {
  const dist = join(root, "pkg/dist");
  writeFileSync(join(dist, "LICENSE-THIRD-PARTY.txt"), thirdParty(root));
  // It lists the files of the build, those of the line above with them.
  writeFileSync(join(dist, SBOM), sbom({ root, version, time, repository }));
  mkdirSync(out, { recursive: true });
  const name = `county-chains-${version}`;
  fill({ root, folder: join(out, name), version, base, time, draw });
  copyFileSync(join(dist, SBOM), join(out, `${name}.cdx.json`));
  copyFileSync(join(root, "pkg/hosting/verify.sh"), join(out, "verify.sh"));
  const made = [...(await pack(out, name)), packPackage(root, out, version), `${name}.cdx.json`, "verify.sh"].sort();
  // Written last: a folder without it is incomplete.
  writeFileSync(join(out, "SHA256SUMS"), sums(out, made));
  return made;
}
