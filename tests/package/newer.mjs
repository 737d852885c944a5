// When browsers learnt what a script or a style sheet uses, by MDN's table. What one of ours lacks is newer.

import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import browserslist from "browserslist";

const table = createRequire(import.meta.url)("@mdn/browser-compat-data");

/** The browsers of the promise: [name in MDN's table, version]. */
export const BROWSERS = browserslist(null, { path: fileURLToPath(new URL("../../pkg/tools/", import.meta.url)) })
  .map((entry) => entry.split(" "))
  .map(([name, version]) => [name, parseFloat(version)]);

/** What MDN tells of a feature, by the path to it; nothing where it has no such feature. */
export function lookUp(...path) {
  return path.reduce((place, name) => (place && Object.hasOwn(place, name) ? place[name] : undefined), table);
}

/** The browsers that lack a feature of the table, in words, or nothing if all have it. `name` is how it was written. */
export function lacking(feature, name) {
  const compat = feature && feature.__compat;
  if (!compat) return "";
  const without = BROWSERS.filter(([browser, version]) => !has(compat.support[browser], version, name));
  return without.map(([browser, version]) => `${browser} ${version}`).join(", ");
}

function has(statements, version, name) {
  const all = [statements].flat().filter(Boolean);
  return all.some(({ version_added: added, version_removed: removed, flags, prefix, alternative_name: other }) => {
    if (flags || !added || added === "preview") return false;
    if (removed && parseFloat(removed.replace("≤", "")) <= version) return false;
    // Under another name it helps only whoever writes that name.
    if (prefix || other) {
      if (other !== name && !(name && name.startsWith(prefix))) return false;
    }
    return added === true || parseFloat(added.replace("≤", "")) <= version;
  });
}

/** All features that bear a name, whatever they belong to: a script does not say what is before the point. */
export function membersBy() {
  const members = new Map();
  const owners = [...Object.values(table.api), ...Object.values(table.javascript.builtins), ...Object.values(table.webassembly?.api ?? {})];
  for (const owner of owners) {
    for (const [name, feature] of Object.entries(owner)) {
      if (name === "__compat" || !feature.__compat) continue;
      const plain = name.replace(/_(static|event)$/, "");
      if (!members.has(plain)) members.set(plain, []);
      members.get(plain).push(feature);
    }
  }
  return members;
}
