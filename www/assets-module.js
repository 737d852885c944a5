// The widget's files in modules for bundlers: everything is inside, since Rollup refuses to bundle `import()` into one file.

import * as own from "./own.js";

export * from "./assets-inline.js";

/** What only datasets of a page's own need of scripts. */
export const readOwn = async () => own;
