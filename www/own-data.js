// Datasets of a page's own: hands their files to Rust piece by piece, and keeps the bytes of those that are shown, since a
// trap takes the instance with all that it has read.
//
// Rust cannot free the texts of a dataset. So one that nobody shows any more stays, and is there at once if it comes again.
// When such datasets take too much memory, the elements go on with a fresh instance, which reads only what is shown.

import { add, without } from "./lists.js";
import { arrived } from "./own-arrival.js";
import { beginData, dropData, expectData, failData, feedData, finishData, memoryOf } from "./own-calls.js";
import { DataError, problemFrom } from "./own-problems.js";
import { isLive, loadParts } from "./own-program.js";
import { MADE, READ } from "./own-progress.js";
import { inSlices } from "./own-slices.js";
import { OWN } from "./parts.js";

/**
 * @typedef {import("./loader.js").Core} Core
 * @typedef {import("./own-arrival.js").Arrival} Arrival
 * @typedef {import("./own-arrival.js").Content} Content
 *
 * @typedef {object} OwnData a dataset without errors
 * @property {number} id
 * @property {Uint8Array} descriptor
 * @property {string[][]} wanted path and encoding of each file
 * @property {Content[]} files
 * @property {object[]} users the elements that show it
 * @property {Core | undefined} core the instance that has read it
 * @property {number} handle its number in that instance
 * @property {number} weight bytes of memory that it takes there
 * @property {boolean} isLarge whether its index is made in slices
 * @property {{ core: Core, done: Promise<void> } | undefined} reading by which instance it is being read once more
 */

/** Bytes of memory of datasets that nobody shows, above which the instance is replaced. */
const MOST_WASTE = 32 << 20;
/** Bytes that Rust reads at once. Several such pieces are read in a task, but not so many that they hold up the page. */
const PIECE = 1 << 17;
/** Rows that Rust goes through at once. */
const ROWS = 20_000;
/** The same for an index. A pass does little with a row, and each call reads the state anew. */
export const INDEX_ROWS = 60_000;
/** Bytes of files above which the index of a dataset is made before it is drawn, in slices. */
const LARGE = 1 << 20;
/** About how many calls it takes to check and make a dataset of so many bytes. It only says how fast a bar moves. */
const BYTES_OF_CALL = 1 << 17;

/** Thrown where nobody waits any more, or where the instance is gone. */
export const STOPPED = { __proto__: null };

/** @type {Core | undefined} the instance that the next two are about */
let instance;
/** @type {OwnData[]} what it has read */
let known = [];
/** Bytes of memory that datasets with errors take there. */
let wasted = 0;
let lastId = 0;

/**
 * Reads a dataset. What the instance knows already it does not read again.
 *
 * @param {Core} core
 * @param {{ name: string, descriptor: Uint8Array }} source `name` is what problems call the descriptor
 * @param {(wanted: string[][]) => Arrival[]} getFiles
 * @param {(work: () => any) => any} call calls into the instance, and sees to traps
 * @param {() => void} check throws `STOPPED` where there is no need to go on
 * @param {(step: number, part: number) => void} tell how far it has come, as `Progress` takes it
 * @returns {Promise<OwnData>} the same object for the same bytes
 * @throws {DataError} if the dataset has errors
 */
export async function readData(core, { name, descriptor }, getFiles, call, check, tell) {
  await loadParts(core, [OWN]);
  check();
  follow(core);
  const before = memoryOf(core);
  let reading;
  try {
    const similar = first((other) => areSame(other.descriptor, descriptor));
    if (!similar) reading = call(() => beginData(core, name, descriptor));
    const wanted = similar ? similar.wanted : reading[1];
    const arrivals = getFiles(wanted);
    if (reading) await readFiles(core, reading[0], arrivals, call, check, tell);
    const files = await contents(arrivals);
    check();
    const same = await firstSame(descriptor, files, check);
    if (same) return same;
    if (!reading) {
      reading = call(() => beginData(core, name, descriptor));
      await readFiles(core, reading[0], arrivals, call, check, tell);
    }
    const { handle, count, problems } = await finish(core, reading[0], sizeOf(arrivals), call, check, tell);
    reading = undefined;
    const weight = memoryOf(core) - before;
    if (!handle) {
      wasted += weight;
      throw new DataError("bad-dataset", problems, count);
    }
    const data = { id: ++lastId, descriptor, wanted, files, users: [], core, handle, weight, isLarge: sizeOf(arrivals) > LARGE, reading: undefined };
    add(known, data);
    // Another element may have read the same at the same time. The first to be known counts.
    const earliest = await firstSame(descriptor, files, check);
    if (earliest === data) return data;
    known = without(known, data);
    wasted += weight;
    return earliest;
  } finally {
    // Nothing is called in an instance that has thrown.
    if (reading && isLive(core)) {
      call(() => dropData(core, reading[0]));
      wasted += memoryOf(core) - before;
    }
  }
}

/**
 * Makes sure that this instance has read the dataset. Elements that show the same one wait for the same reading.
 *
 * @param {Core} core
 * @param {OwnData} data
 * @throws {typeof STOPPED} if the instance is lost meanwhile
 */
export async function provideData(core, data, call) {
  follow(core);
  if (data.core === core) return;
  if (!data.reading || data.reading.core !== core) data.reading = { core, done: readAgain(core, data, call) };
  await data.reading.done;
}

async function readAgain(core, data, call) {
  const check = () => {
    if (!isLive(core)) throw STOPPED;
  };
  await loadParts(core, [OWN]);
  check();
  const before = memoryOf(core);
  const reading = call(() => beginData(core, "", data.descriptor));
  const arrivals = [];
  for (let index = 0; index < data.files.length; index++) arrivals[index] = arrived(data.files[index]);
  await readFiles(core, reading[0], arrivals, call, check, () => {});
  const { handle } = await finish(core, reading[0], sizeOf(arrivals), call, check, () => {});
  data.core = core;
  data.handle = handle;
  data.weight = memoryOf(core) - before;
  data.reading = undefined;
  add(known, data);
}

/** An element shows the dataset. */
export function useData(data, element) {
  add(data.users, element);
}

/** An element shows the dataset no more. @returns {boolean} whether a fresh instance would save much memory */
export function releaseData(data, element) {
  data.users = without(data.users, element);
  return isWasteful();
}

/** Whether what nobody shows takes too much memory. */
export function isWasteful() {
  let waste = wasted;
  for (let index = 0; index < known.length; index++) if (!known[index].users.length) waste += known[index].weight;
  return isLive(instance) && waste > MOST_WASTE;
}

/** A fresh instance has read nothing. */
function follow(core) {
  if (core === instance) return;
  instance = core;
  known = [];
  wasted = 0;
}

/** @param {(data: OwnData) => boolean} is */
function first(is) {
  for (let index = 0; index < known.length; index++) if (is(known[index])) return known[index];
  return undefined;
}

/** The dataset that was made of the same bytes. Files that could not be had are in none. */
async function firstSame(descriptor, files, check) {
  for (let index = 0; index < known.length; index++) {
    const other = known[index];
    if (other.files === files) return other;
    if (areSame(other.descriptor, descriptor) && (await haveSame(other.files, files, check))) return other;
  }
  return undefined;
}

/** Whether two texts in bytes are the same. */
function areSame(one, other) {
  return one.length === other.length && isSame(one, other, 0, one.length);
}

/** Whether they are the same from one place to another. */
function isSame(one, other, start, end) {
  for (let index = start; index < end; index++) if (one[index] !== other[index]) return false;
  return true;
}

/** Whether all files are the same. */
async function haveSame(some, others, check) {
  for (let file = 0; file < some.length; file++) if (others[file].code || some[file].length !== others[file].length) return false;
  let same = true;
  for (let file = 0; file < some.length && same; file++) {
    let at = 0;
    await inSlices(() => {
      const end = at + PIECE < some[file].length ? at + PIECE : some[file].length;
      same = isSame(some[file], others[file], at, end);
      at = end;
      return same && at < some[file].length;
    }, check);
  }
  return same;
}

/** How many bytes have come. @param {Arrival[]} arrivals */
function sizeOf(arrivals) {
  let size = 0;
  for (let index = 0; index < arrivals.length; index++) size += arrivals[index].size;
  return size;
}

/** All files, when they have come. @param {Arrival[]} arrivals */
async function contents(arrivals) {
  const files = [];
  for (let index = 0; index < arrivals.length; index++) files[index] = await arrivals[index].whole();
  return files;
}

/** Hands a file over as it comes. @param {Arrival} arrival */
async function readFile(core, reading, index, arrival, call, check, tell) {
  let at = 0;
  let isExpected = false;
  const step = () => {
    if (at >= arrival.size) return false;
    const start = at;
    at = at + PIECE < arrival.size ? at + PIECE : arrival.size;
    call(() => feedData(core, reading, index, arrival.part(start, at)));
    if (arrival.content) tell(at);
    return at < arrival.size;
  };
  for (;;) {
    const size = arrival.content ? arrival.size : arrival.total;
    if (size && !isExpected) call(() => expectData(core, reading, index, size));
    isExpected = isExpected || size > 0;
    await inSlices(step, check);
    if (at < arrival.size) continue;
    if (arrival.error) throw arrival.error;
    if (arrival.content) break;
    await arrival.more();
    check();
  }
  const { code, found } = arrival.content;
  if (code) call(() => failData(core, reading, index, code, found));
}

/** Hands all files over. @param {Arrival[]} arrivals */
async function readFiles(core, reading, arrivals, call, check, tell) {
  let before = 0;
  for (let index = 0; index < arrivals.length; index++) {
    await readFile(core, reading, index, arrivals[index], call, check, (at) => tell(READ, (before + at) / sizeOf(arrivals)));
    before += arrivals[index].size;
  }
}

/** Lets Rust do all that is left then, of so many bytes. */
async function finish(core, reading, size, call, check, tell) {
  let answer;
  let calls = 0;
  await inSlices(() => {
    answer = call(() => finishData(core, reading, ROWS));
    calls++;
    tell(MADE, calls / (calls + size / BYTES_OF_CALL));
    return answer === undefined;
  }, check);
  const problems = [];
  for (let index = 0; index < answer[2].length; index++) problems[index] = problemFrom(answer[2][index]);
  return { handle: answer[0], count: answer[1], problems };
}
