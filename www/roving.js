// Groups of controls that are one Tab stop each: keys move inside them, so that no reader has to press Tab for each control.
// Without array methods, which old libraries on a page may have changed.

import { focusStop, placeAfter } from "./table-keys.js";

const GROUPS = "[data-arrows]";
const STEPS = { __proto__: null, ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };
/** Milliseconds between two letters of a name. */
const PAUSE = 1000;

/** How keys lead through a group: as through a `row`, a `list`, the tiles of a `grid`, a `table`, or as `own-list.js` says. */
const kindOf = (group) => group.getAttribute("data-arrows");

/** The controls of a group, or the marks of a picture. @param {Element} group */
const partsOf = (group) => group.querySelectorAll(/^table/.test(kindOf(group)) ? "th button" : "button, .mark");

function setStop(group, stop) {
  const parts = partsOf(group);
  const chosen =
    stop || group.querySelector("[aria-selected=true], [aria-checked=true]") || group.querySelector("[tabindex='0']") || parts[0];
  for (let index = 0; index < parts.length; index++) parts[index].setAttribute("tabindex", parts[index] === chosen ? "0" : "-1");
}

/**
 * Makes one part of each group its Tab stop, after a drawing: what is chosen, or where the reader was last, or the first. The
 * marks of a picture come with theirs.
 *
 * @param {Element} mount
 */
export function settleGroups(mount) {
  const groups = mount.querySelectorAll(`${GROUPS}:not(svg)`);
  for (let index = 0; index < groups.length; index++) setStop(groups[index]);
}

/** The part some steps on from another; beyond the last one comes the first. */
function stepped(parts, from, by) {
  let at = 0;
  while (at < parts.length - 1 && parts[at] !== from) at++;
  return parts[(at + by + parts.length) % parts.length];
}

/** The tiles of a grid from one side to the other; those that are equally far keep their order. @param {"left" | "top"} side */
function ordered(tiles, side) {
  const placed = [];
  for (let index = 0; index < tiles.length; index++) {
    const tile = tiles[index];
    const place = Math.round(tile.querySelector(".hit").getBoundingClientRect()[side]);
    let at = index;
    for (; at > 0 && placed[at - 1].place > place; at--) placed[at] = placed[at - 1];
    placed[at] = { tile, place };
  }
  for (let index = 0; index < placed.length; index++) placed[index] = placed[index].tile;
  return placed;
}

/** The tiles line by line or, for keys that lead across, column by column. */
const inOrder = (tiles, isAcross) =>
  isAcross ? ordered(ordered(tiles, "top"), "left") : ordered(ordered(tiles, "left"), "top");

/** The first mark of the next group of marks, or of the one before. */
function inNextGroup(marks, mark, by) {
  const groupOf = (one) => one.getAttribute("data-group");
  const firsts = [];
  let here;
  for (let index = 0; index < marks.length; index++) {
    const group = groupOf(marks[index]);
    let at = 0;
    while (at < firsts.length && groupOf(firsts[at]) !== group) at++;
    if (at === firsts.length) firsts[at] = marks[index];
    if (marks[index] === mark) here = firsts[at];
  }
  return stepped(firsts, here, by);
}

/** The next mark that is called so. */
function named(marks, mark, typed) {
  // One letter, typed again and again, leads from mark to mark.
  const isOne = typed === typed[0].repeat(typed.length);
  const start = isOne ? typed[0] : typed;
  const begins = (one, name) => (one.getAttribute(name) || "").slice(0, start.length).toLowerCase() === start;
  let next = isOne ? stepped(marks, mark, 1) : mark;
  for (let count = 0; count < marks.length; count++) {
    if (begins(next, "aria-label") || begins(next, "data-alias")) return next;
    next = stepped(marks, next, 1);
  }
}

/** Lets keys move inside the groups of `mount`. Tabs and choices of one are chosen as the keys reach them. @param {Element} mount */
export function rove(mount) {
  let typed = "";
  let last = -PAUSE;

  const nextMark = (marks, { target, key, timeStamp }) => {
    if (key === "PageUp" || key === "PageDown") return inNextGroup(marks, target, key === "PageUp" ? -1 : 1);
    if (key.length !== 1 || key === " ") return;
    typed = (timeStamp - last < PAUSE ? typed : "") + key.toLowerCase();
    last = timeStamp;
    return named(marks, target, typed);
  };

  const nextPart = (group, event) => {
    const { target, key, shiftKey } = event;
    // Of keys with a name only these lead somewhere. To put tiles in order costs a layout.
    if (key.length > 1 && !/^(Arrow|Page|Home$|End$)/.test(key)) return;
    const kind = kindOf(group);
    const isPicture = group.matches("svg");
    const isAcross = /^Arrow(Up|Down)$/.test(key);
    const parts = kind === "grid" ? inOrder(partsOf(group), isAcross) : partsOf(group);
    // Along a row, the keys across it scroll the page as ever.
    if (kind === "table-window" || (!isPicture && (shiftKey || (kind === "row" && isAcross)))) return;
    if (kind === "table") {
      let place = 0;
      while (place < parts.length && parts[place] !== target) place++;
      return parts[placeAfter(key, place, group.querySelectorAll("thead button").length, parts.length)];
    }
    if (key === "Home") return parts[0];
    if (key === "End") return parts[parts.length - 1];
    if (STEPS[key]) return stepped(parts, target, STEPS[key]);
    return isPicture ? nextMark(parts, event) : undefined;
  };

  mount.addEventListener("keydown", (event) => {
    const group = event.target.closest(GROUPS);
    if (!group || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = nextPart(group, event);
    if (!next) return;
    event.preventDefault();
    // From now on this mark is there for all who hear the page.
    next.removeAttribute("aria-hidden");
    focusStop(next);
    if (next.matches("[role=tab], [role=radio]")) next.click();
  });
  mount.addEventListener("focusin", ({ target }) => {
    const group = target.closest(GROUPS);
    if (group && target.getAttribute("tabindex") === "-1") setStop(group, target);
  });
}
