// Groups of controls that are one Tab stop each: keys move inside them, so that no reader has to press Tab for each control.
// Without array methods, which old libraries on a page may have changed.

const GROUPS = "[data-arrows]";
const STEPS = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };
/** Milliseconds between two letters of a name. */
const PAUSE = 1000;

/** The buttons of a group, or the marks of a picture. @param {Element} group */
const partsOf = (group) => group.querySelectorAll("button, .mark");

/** Makes one button of each group its Tab stop: what is chosen, or where the reader was last, or the first. @param {Element} mount */
export function settleGroups(mount) {
  const groups = mount.querySelectorAll(`${GROUPS}:not(svg)`);
  for (let index = 0; index < groups.length; index++) {
    const group = groups[index];
    const parts = partsOf(group);
    const stop = group.querySelector("[aria-selected=true], [aria-checked=true]") || group.querySelector("[tabindex='0']") || parts[0];
    for (let at = 0; at < parts.length; at++) parts[at].tabIndex = parts[at] === stop ? 0 : -1;
  }
}

/** The part some steps on from another; beyond the last one comes the first. */
function stepped(parts, from, by) {
  let at = 0;
  while (at < parts.length - 1 && parts[at] !== from) at++;
  return parts[(at + by + parts.length) % parts.length];
}

/** The tiles of a grid, which stand line by line, column by column. */
function inColumns(tiles) {
  const leftOf = (tile) => Math.round(tile.querySelector(".hit").getBoundingClientRect().left);
  const columns = [];
  for (let index = 0; index < tiles.length; index++) {
    let at = index;
    const left = leftOf(tiles[index]);
    for (; at > 0 && columns[at - 1].left > left; at--) columns[at] = columns[at - 1];
    columns[at] = { left, tile: tiles[index] };
  }
  for (let index = 0; index < columns.length; index++) columns[index] = columns[index].tile;
  return columns;
}

/** The first mark of the next group, or of the one before. */
function inNextGroup(marks, mark, by) {
  const groupOf = ({ dataset }) => dataset.group;
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
  const begins = (name) => String(name).slice(0, start.length).toLowerCase() === start;
  let next = isOne ? stepped(marks, mark, 1) : mark;
  for (let count = 0; count < marks.length; count++) {
    if (begins(next.getAttribute("aria-label")) || begins(next.dataset.alias)) return next;
    next = stepped(marks, next, 1);
  }
}

/** Lets keys move inside the groups of `mount`. Tabs and choices of one are chosen as the keys reach them. @param {Element} mount */
export function rove(mount) {
  let typed = "";
  let last = 0;

  const nextOf = (group, { target, key, shiftKey, timeStamp }) => {
    const kind = group.dataset.arrows;
    const isPicture = group.matches("svg");
    const isAcross = /Up|Down/.test(key);
    // Along a row, the keys across it scroll the page as ever.
    if (!isPicture && (shiftKey || (kind === "row" && isAcross))) return;
    const parts = partsOf(group);
    if (key === "Home") return parts[0];
    if (key === "End") return parts[parts.length - 1];
    if (STEPS[key]) return stepped(kind === "grid" && isAcross ? inColumns(parts) : parts, target, STEPS[key]);
    if (!isPicture) return;
    if (key === "PageUp" || key === "PageDown") return inNextGroup(parts, target, key === "PageUp" ? -1 : 1);
    if (key.length !== 1 || key === " ") return;
    typed = (timeStamp - last < PAUSE ? typed : "") + key.toLowerCase();
    last = timeStamp;
    return named(parts, target, typed);
  };

  mount.addEventListener("keydown", (event) => {
    const group = event.target.closest(GROUPS);
    if (!group || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = nextOf(group, event);
    if (!next) return;
    event.preventDefault();
    // From now on this mark is there for all who hear the page.
    next.removeAttribute("aria-hidden");
    next.focus();
    if (next.matches("[role=tab], [role=radio]")) next.click();
  });
  mount.addEventListener("focusin", ({ target }) => {
    const group = target.closest(GROUPS);
    const before = group && target.tabIndex < 0 && group.querySelector("[tabindex='0']");
    if (!before) return;
    before.setAttribute("tabindex", "-1");
    target.setAttribute("tabindex", "0");
  });
}
