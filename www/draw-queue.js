// Drawings take turns, so that a page with many widgets answers in between: those in sight first, what has failed last.

import { add, without } from "./lists.js";

/** Milliseconds of a frame after which no further drawing begins. */
const SLICE = 8;

/** Widgets that are due, each once. @type {import("./lifecycle.js").LifecycleElement[]} */
let due = [];
let isScheduled = false;

/**
 * Has `element` drawn in one of the next frames, however often it is asked for; in the next one if it is urgent, as a
 * drawing is that has become too wide for its page.
 */
export function enqueueDrawing(element, isUrgent = false) {
  add(due, element);
  element._isUrgent = element._isUrgent || isUrgent;
  if (isScheduled) return;
  isScheduled = true;
  nextFrame(drawDue);
}

/** Has something done in the next frame or, where a page has broken those, soon. */
export function nextFrame(work) {
  try {
    requestAnimationFrame(work);
  } catch (error) {
    setTimeout(work);
  }
}

/** `element` need not be drawn any more. */
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
    // A page that has broken either has them all drawn in a row.
  }
  for (let rank = 0, drawn = 0; rank < ranks.length; rank++) {
    for (let index = 0; index < ranks[rank].length; index++, drawn++) {
      const element = ranks[rank][index];
      if (drawn && end < Infinity && !element._isUrgent && performance.now() > end) enqueueDrawing(element);
      else element._drawFromQueue();
    }
  }
}

/** Elements in sight, others, and those that have failed. */
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
