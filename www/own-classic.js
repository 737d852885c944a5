// county-chains.own.inline.js: what only pages with datasets of their own need, beside county-chains.inline.js. Both are
// classic scripts, which can share nothing but names of the page. It may come before the other or after it.

import { PARTS } from "./bytes.js";
import * as own from "./own.js";

// Importing it in Node does nothing.
if (typeof window !== "undefined") window.countyChainsOwn = { __proto__: null, ...own, PARTS };
