// A queue of drawings, so that a page with many widgets stays responsive. Widgets in view come first, those that have failed
// last.

import { add, without } from "./lists.js";

/** Milliseconds of a frame after which no more drawing starts. */
const SLICE = 8;

/** The widgets in the queue, each once. @type {import("./lifecycle.js").LifecycleElement[]} */
let due = [];
let isScheduled = false;

/**
 * Draws `element` once in one of the next animation frames, however often it is enqueued. An urgent drawing, such as one
 * that has become too wide for its page, happens in the very next frame.
 */
export function enqueueDrawing(element, isUrgent = false) {
  add(due, element);
  element._isUrgent = element._isUrgent || isUrgent;
  if (isScheduled) return;
  isScheduled = true;
  nextFrame(drawDue);
}

/** Runs `work` in the next animation frame or, if the page has broken those, soon. */
export function nextFrame(work) {
  try {
    requestAnimationFrame(work);
  } catch (error) {
    setTimeout(work);
  }
}

/** Takes `element` out of the queue. */
export function dequeueDrawing(element) {
  due = without(due, element);
}

function drawDue() {
  isScheduled = false;
  const waiting = due;
  due = [];
  let end = Infinity;
  let ranks = [waiting];
  try {
    end = performance.now() + SLICE;
    if (waiting.length > 1) ranks = ranksOf(waiting);
  } catch (error) {
    // The page has broken the clock or the layout: draw all at once.
  }
  for (let rank = 0, drawn = 0; rank < ranks.length; rank++) {
    for (let index = 0; index < ranks[rank].length; index++, drawn++) {
      const element = ranks[rank][index];
      if (drawn && end < Infinity && !element._isUrgent && performance.now() > end) enqueueDrawing(element);
      else element._drawFromQueue();
    }
  }
}

/** Three lists: elements in view, the others, and those that have failed. */
function ranksOf(elements) {
  const ranks = [[], [], []];
  for (let index = 0; index < elements.length; index++) {
    const { top, bottom } = elements[index].getBoundingClientRect();
    const isInSight = bottom > 0 && top < innerHeight;
    const rank = ranks[elements[index]._faultCount ? 2 : isInSight ? 0 : 1];
    rank[rank.length] = elements[index];
  }
  return ranks;
}
