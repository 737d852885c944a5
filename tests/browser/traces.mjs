// What `recorder.js` has written down, as a test reads it.

import { fileURLToPath } from "node:url";

const RECORDER = fileURLToPath(new URL("recorder.js", import.meta.url));

/** Writes down from the first moment on what the scripts of a page do. */
export const recording = (page) => page.addInitScript({ path: RECORDER });

/** Begins the next phase. */
export const phase = (page, name) => page.evaluate((name) => {
  const trace = window[Symbol.for("trace")];
  trace.phase = name;
  trace.marks.push([name, performance.now()]);
}, name);

/**
 * What was written down so far: `of`, for each kind of trace, the names with their phases; what has changed; what is left; and
 * `long`, how many long tasks there were in each phase.
 */
export const traces = (page) => page.evaluate(() => {
  const { of, timers, listeners, observers, tasks, marks, changed } = window[Symbol.for("trace")];
  const withPhases = (names) => Object.fromEntries(Object.entries(names).map(([name, phases]) => [name, [...phases]]));
  const long = {};
  for (const time of tasks) {
    const [phase] = marks.filter(([, start]) => start <= time).at(-1);
    long[phase] = (long[phase] ?? 0) + 1;
  }
  return {
    of: Object.fromEntries(Object.entries(of).map(([what, names]) => [what, withPhases(names)])),
    ...changed(), long,
    left: { timers: [...timers.values()], listeners: [...listeners].filter(([, all]) => all.size).map(([name]) => name), observers: [...observers.values()] },
  };
});
