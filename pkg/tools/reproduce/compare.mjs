// Compares what two builds have made, file by file.

import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { filesBelow } from "../release/compress.mjs";

/**
 * Compares two folders, or only what is at some of their paths.
 *
 * @returns {{ files: number, bytes: number, found: { name: string, what: string }[] }} how much there is, and each file that
 *   differs or that one of them lacks
 */
export function differences(one, other, paths = [""]) {
  const [ours, theirs] = [one, other].map((folder) => new Set(paths.flatMap((path) => below(folder, path))));
  const names = [...new Set([...ours, ...theirs])].sort();
  const result = { files: names.length, bytes: 0, found: [] };
  for (const name of names) {
    if (!ours.has(name) || !theirs.has(name)) {
      result.found.push({ name, what: `only in ${ours.has(name) ? one : other}` });
      continue;
    }
    const [first, second] = [one, other].map((folder) => readFileSync(join(folder, name)));
    result.bytes += first.length;
    if (!first.equals(second)) result.found.push({ name, what: where(first, second) });
  }
  return result;
}

/** The files at a path of a folder: one, or all that are below. */
function below(folder, path) {
  const at = join(folder, path);
  if (!existsSync(at)) return [];
  if (statSync(at).isFile()) return [path];
  return filesBelow(at).map((name) => (path ? `${path}/${name}` : name));
}

/** From which byte two files differ, and what stands there. */
function where(one, other) {
  let at = 0;
  while (one[at] === other[at]) at += 1;
  const [first, second] = [one, other].map((bytes) => JSON.stringify(bytes.subarray(Math.max(0, at - 20), at + 20).toString("latin1")));
  return `differs from byte ${at} on: ${first} and ${second}, ${one.length} and ${other.length} bytes`;
}

/** The files that state hashes of all others, and those of them that are packed ones. */
const LISTS = ["SHA256SUMS", "charts/metadata.json", "charts/metadata.json.br", "charts/metadata.json.gz"];

/**
 * Takes apart what may differ because two machines have other fonts: the pictures in PNG, and the lists of hashes if they
 * differ in nothing else.
 *
 * @param {{ name: string }[]} found the files that differ
 */
export function ofOtherFonts(one, other, found) {
  const isPicture = ({ name }) => extname(name) === ".png";
  const pictures = found.filter(isPicture).length;
  const excused = pictures > 0 && sameLists(one, other) ? LISTS : [];
  return { pictures, others: found.filter((of) => !isPicture(of) && !excused.includes(of.name)) };
}

/** Whether the lists of hashes of two folders agree in all but what they say of pictures, and of each other. */
function sameLists(one, other) {
  return [sums, metadata].every((read) => read(one) === read(other));
}

function sums(folder) {
  const lines = readFileSync(join(folder, "SHA256SUMS"), "utf8").split("\n");
  return lines.filter((line) => !line.endsWith(".png") && !LISTS.some((name) => line.endsWith(`  ${name}`))).join("\n");
}

function metadata(folder) {
  const told = JSON.parse(readFileSync(join(folder, "charts/metadata.json"), "utf8"));
  for (const entry of told.files.filter(({ format }) => format === "png")) delete entry.sha256, delete entry.bytes;
  return JSON.stringify(told);
}
