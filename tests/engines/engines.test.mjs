// Every case in every engine that this machine has, but Chromium: tests/browser drives today's, tests/kernels old ones.

import { ENGINES } from "./engines.mjs";
import { allCases, runIn } from "./run.mjs";

await runIn(ENGINES.filter(({ name }) => name !== "Chromium"), await allCases());
