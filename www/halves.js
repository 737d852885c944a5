// The two halves of the program, as indices into the lists of the loader.

/** What every widget needs. */
export const CORE = 0;

/** What only some readers open: the other charts, facts, cards and panels. */
export const ANNEX = 1;
