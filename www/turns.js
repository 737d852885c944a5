// Drawings take turns, so that a page with many widgets answers in between: those in sight first, what has failed last.

import { add, without } from "./lists.js";

/** Milliseconds of a frame after which no further drawing begins. */
const SLICE = 8;

/** Widgets that are due, each once. @type {import("./life.js").LivingElement[]} */
let due = [];
let frame = 0;

/**
 * Has `element` drawn in one of the next frames, however often it is asked for; in the next one if it is urgent, as a
 * drawing is that has become too wide for its page.
 */
export function takeTurn(element, isUrgent = false) {
  add(due, element);
  element._isUrgent = element._isUrgent || isUrgent;
  if (!frame) frame = requestAnimationFrame(drawDue);
}

/** `element` need not be drawn any more. */
export function leaveTurn(element) {
  due = without(due, element);
}

function drawDue() {
  frame = 0;
  const end = performance.now() + SLICE;
  const waiting = due;
  due = [];
  const ranks = waiting.length > 1 ? ranksOf(waiting) : [waiting];
  for (let rank = 0, drawn = 0; rank < ranks.length; rank++) {
    for (let index = 0; index < ranks[rank].length; index++, drawn++) {
      const element = ranks[rank][index];
      if (drawn && !element._isUrgent && performance.now() > end) takeTurn(element);
      else element._turn();
    }
  }
}

/** Elements in sight, others, and those that have failed. */
function ranksOf(elements) {
  const ranks = [[], [], []];
  for (let index = 0; index < elements.length; index++) {
    const { top, bottom } = elements[index].getBoundingClientRect();
    const isInSight = bottom > 0 && top < innerHeight;
    const rank = ranks[elements[index]._traps ? 2 : isInSight ? 0 : 1];
    rank[rank.length] = elements[index];
  }
  return ranks;
}
