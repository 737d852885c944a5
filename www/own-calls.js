// What the scripts for datasets ask of the part of Rust that reads them. All go through one export, since what the core exports
// weighs in every page.

/** @typedef {import("./loader.js").Core} Core */

const NO_BYTES = new Uint8Array(0);

/**
 * Begins to read a dataset by its descriptor, which problems call `name`. Returns the number of the reading, and path and encoding
 * of each file that the descriptor wants.
 *
 * @param {Core} core
 */
export const beginData = (core, name, bytes) => core.ownData("begin", 0, 0, name, bytes);

/** How many bytes a file will have, so that room for all its rows is made at once. @param {Core} core */
export const expectData = (core, reading, file, size) => core.ownData("expect", reading, file, String(size), NO_BYTES);

/** The next bytes of a file, by its place among those that are wanted, in UTF-8. @param {Core} core */
export const feedData = (core, reading, file, bytes) => core.ownData("feed", reading, file, "", bytes);

/**
 * A file that could not be had: `not-found`, `encoding`, or another kind of problem; and what was found in its place.
 *
 * @param {Core} core
 */
export const failData = (core, reading, file, code, found) => core.ownData(code, reading, file, found, NO_BYTES);

/**
 * Goes on with what is left when all files have been fed, by about so many rows. Returns nothing while more is left; then the
 * number of the dataset, or 0; how many problems there are; and the first of them.
 *
 * @param {Core} core
 */
export const finishData = (core, reading, rows) => core.ownData("finish", reading, rows, "", NO_BYTES);

/**
 * Goes on with the checks when all files have been fed, by about so many rows, and adds warnings at their end. Returns whether
 * more is left. The part that does so is that of `draft.js`.
 *
 * @param {Core} core
 */
export const adviseData = (core, reading, rows) => core.ownData("advise", reading, rows, "", NO_BYTES);

/**
 * Goes on making what the chart of a state needs before it is drawn, for about so many rows. Returns whether more is left.
 *
 * @param {Core} core
 */
export const prepareData = (core, settings, rows) => core.ownData("prepare", 0, rows, settings, NO_BYTES);

/** Gives a reading up. @param {Core} core */
export const dropData = (core, reading) => core.ownData("drop", reading, 0, "", NO_BYTES);

/** Bytes of memory that the instance takes. @param {Core} core */
export const memoryOf = (core) => core.ownData("memory", 0, 0, "", NO_BYTES);
