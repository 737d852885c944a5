// Every case in every engine that this machine has.

import { ENGINES } from "./engines.mjs";
import { allCases, runIn } from "./run.mjs";

await runIn(ENGINES, await allCases());
