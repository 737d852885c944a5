// The halves of the program, as lists of the loader number them.

/** What every widget needs. */
export const CORE = 0;

/** What only some readers open. */
export const ANNEX = 1;
