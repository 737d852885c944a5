// For whoever prepares a dataset: begins a descriptor for a table, and checks a dataset with its files. Both run in the page and
// send nothing anywhere. It is a script of its own, with an instance of its own, so that no reader's page loads it.

import { discardCore, loadCore, loadParts, retireCore } from "./loader.js";
import { textOf } from "./load-error.js";
import { adviseData, beginData, failData, feedData, finishData, memoryOf } from "./own-calls.js";
import { problemFrom } from "./own-problems.js";
import { inSlices } from "./own-slices.js";
import { DRAFT, OWN } from "./parts.js";

/** Bytes of memory above which the instance is replaced. It keeps the texts of all datasets that it has read. */
const MOST_MEMORY = 64 << 20;
/** Bytes that Rust reads at once. */
const PIECE = 1 << 17;
/** Rows that Rust goes through at once. */
const ROWS = 20_000;

/**
 * A descriptor to begin with, as a `datapackage.json`: the guesses of `county-chains init`. What only a person can know is empty
 * in it.
 *
 * @param {string | Uint8Array} table CSV; bytes are UTF-8
 * @param {string} [path] of the file from the folder of the descriptor
 * @returns {Promise<string | null>} null if the table has no rows, or is none
 */
export async function draftDataset(table, path = "table.csv") {
  const core = await loadCore();
  await loadParts(core, [OWN, DRAFT]);
  return calling(core, () => core.draftData(path, bytesOf(table)));
}

/**
 * Reads a dataset as the element does, and tells what is wrong with it: errors, and warnings of what may be a mistake.
 *
 * @param {string | Uint8Array} descriptor
 * @param {Record<string, string | Uint8Array>} [files] the tables by their paths in the descriptor; bytes are UTF-8
 * @returns {Promise<import("./draft").DatasetCheck>}
 */
export async function checkDataset(descriptor, files = {}) {
  const core = await loadCore();
  await loadParts(core, [OWN, DRAFT]);
  const [reading, wanted] = calling(core, () => beginData(core, "datapackage.json", bytesOf(descriptor)));
  for (const [index, [path]] of wanted.entries()) {
    const bytes = has(files, path) ? bytesOf(files[path]) : undefined;
    if (!bytes) calling(core, () => failData(core, reading, index, "not-found", ""));
    let at = 0;
    await inSlices(() => {
      if (!bytes || at >= bytes.length) return false;
      calling(core, () => feedData(core, reading, index, bytes.subarray(at, at + PIECE)));
      at += PIECE;
      return at < bytes.length;
    }, () => {});
  }
  await inSlices(() => calling(core, () => adviseData(core, reading, ROWS)), () => {});
  let answer;
  await inSlices(() => {
    answer = calling(core, () => finishData(core, reading, ROWS));
    return answer === undefined;
  }, () => {});
  const [handle, count, problems] = answer;
  if (memoryOf(core) > MOST_MEMORY) retireCore(core);
  return { valid: handle !== 0, count, problems: problems.map(problemFrom) };
}

const has = (object, name) => Object.prototype.hasOwnProperty.call(object, name);

const bytesOf = (content) => (typeof content === "string" ? new TextEncoder().encode(content) : content);

/** Calls into the instance, which is of no use after it has thrown. */
function calling(core, work) {
  try {
    return work();
  } catch (error) {
    discardCore(core);
    throw new Error(`county-chains: the program has failed (${textOf(error)})`);
  }
}
