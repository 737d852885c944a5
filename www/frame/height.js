// Measures the widget, and reports its height when it changes or when a host asks for it.

import { createFit } from "./fit.js";
import { createGuard } from "./guard.js";

/** The least time between two reports, in milliseconds. A timer is used, since frames out of view get no animation frames. */
const FRAME = 16;
/** A limit in pixels above the highest view of the widget. */
const HIGHEST = 100_000;

/**
 * Calls `send` with a changed height, or with an unchanged one and the names of those who asked for it; at most once every
 * 16 ms. Heights are rounded up to whole pixels, so that nothing is cut off. The frame itself is never measured.
 *
 * @param {HTMLElement} element
 * @param {(height: number, askers?: string[]) => void} send without `askers` the height is for all listeners
 * @returns {(asker?: string) => void} requests a report
 */
export function watchHeight(element, send) {
  const [allows, fit] = [createGuard(), createFit()];
  const askers = new Set();
  let [last, resting, missed] = [0, false, false];

  const reportHeight = () => {
    const height = Math.min(HIGHEST, Math.ceil(element.getBoundingClientRect().height));
    // The widget is hidden or still empty: requests are answered later.
    if (!height) return;
    fit(height);
    if (height !== last && allows(height)) send((last = height));
    else if (askers.size) send(last, [...askers]);
    askers.clear();
  };
  const rest = () => {
    resting = false;
    if (missed) schedule();
  };
  const schedule = () => {
    missed = resting;
    if (resting) return;
    resting = true;
    setTimeout(rest, FRAME);
    reportHeight();
  };

  new ResizeObserver(schedule).observe(element);
  return (asker) => {
    if (asker) askers.add(asker);
    schedule();
  };
}
