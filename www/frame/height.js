// Measures the widget and says when its height has changed, or when somebody has asked.

import { createFit } from "./fit.js";
import { createGuard } from "./guard.js";

/** A frame in milliseconds. Frames out of sight have no animation frames, but they have time. */
const FRAME = 16;
/** More than the highest view of the widget, in pixels: beyond it something else was measured. */
const HIGHEST = 100_000;

/**
 * Calls `send` with the height when that has changed, and with the names of those who asked for it; at most once a
 * frame. Heights are whole pixels, rounded up so that nothing is cut off. Never measures the frame itself.
 *
 * @param {HTMLElement} element
 * @param {(height: number, askers?: string[]) => void} send without `askers` it is for everybody
 * @returns {(asker?: string) => void} asks for the height
 */
export function watchHeight(element, send) {
  const [allows, fit] = [createGuard(), createFit()];
  const askers = new Set();
  let [last, resting, missed] = [0, false, false];

  const reportHeight = () => {
    const height = Math.min(HIGHEST, Math.ceil(element.getBoundingClientRect().height));
    // Hidden, or nothing there yet: whoever asked is answered later.
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
