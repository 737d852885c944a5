// `county-chains/draft`: for pages that prepare datasets. Everything runs in the page, and nothing is sent anywhere.

import type { DatasetProblem } from "./element.js";

/** What a check tells of a dataset. */
export interface DatasetCheck {
  /** Whether the element would show it. */
  valid: boolean;
  /** How many problems there are. */
  count: number;
  /** At most 100 of them. A warning takes no place of an error. */
  problems: DatasetProblem[];
}

/**
 * A descriptor to begin with, as the text of a `datapackage.json`: the guesses of `county-chains init`. What only a person can
 * know is empty in it.
 *
 * @param table CSV; bytes are UTF-8
 * @param path of the file from the folder of the descriptor; `table.csv` if not set
 * @returns `null` if the table has no rows, or is none
 */
export declare function draftDataset(table: string | Uint8Array, path?: string): Promise<string | null>;

/**
 * Reads a dataset as the element does, and tells what `county-chains validate` tells: errors, and warnings of what may be a
 * mistake.
 *
 * @param descriptor the text of a `datapackage.json`
 * @param files the tables by their paths in the descriptor; bytes are UTF-8
 */
export declare function checkDataset(
  descriptor: string | Uint8Array,
  files?: Readonly<Record<string, string | Uint8Array>>,
): Promise<DatasetCheck>;
