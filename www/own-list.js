// A table that is too long for a page: tells Rust how far the reader has scrolled, and lets it go on finding and sorting rows,
// a little in each task.

import { inSlices, pause } from "./own-slices.js";
import { focusStop, placeAfter } from "./table-keys.js";

/** Height of a row; `ROW` in Rust. */
const ROW = 44;

/**
 * Watches an element.
 *
 * @param {import("./element.js").CountyChainsElement} element
 */
export function watchList(element) {
  const mount = element._mount;
  const tell = (detail) => {
    const focused = element.shadowRoot.activeElement;
    element._handleEvent({ type: "list", target: mount, detail });
    element._settleGroups();
    const box = find(".window");
    // The row that had the focus is no longer in the page.
    if (box && focused && !focused.isConnected) box.focus({ __proto__: null, preventScroll: true });
  };
  const find = (selector) => mount.querySelector(`.listed ${selector}`);
  let isWorking = false;

  const scroll = () => {
    const box = find(".window");
    if (!box) return;
    tell(`${Math.round(box.scrollTop)} ${box.clientHeight}`);
  };

  const isUnfinished = () => Boolean(mount.querySelector(".listed[data-list=more]"));
  const work = async () => {
    if (isWorking) return;
    isWorking = true;
    await pause();
    await inSlices(() => (tell("more"), element._isLive() && isUnfinished()), () => {});
    isWorking = false;
  };

  const start = (records) => {
    if (records[records.length - 1].target.dataset.list === "more") return void work();
    const box = find(".window");
    if (box) box.scrollTop = 0;
  };

  /** How many rows there are, how many are in sight, and how far one scrolls for each. */
  const measure = (box) => {
    const rows = Number(find("table").getAttribute("aria-rowcount")) - 1;
    const inSight = box.clientHeight / ROW;
    // Above the rows are caption and head.
    const edge = find("tbody").offsetTop;
    const step = (box.scrollHeight - edge - box.clientHeight) / (rows - inSight);
    return { rows, inSight, edge, step: rows > inSight ? step : ROW };
  };

  /** Scrolls no further than it takes to see the whole row. */
  const scrollToRow = (box, row) => {
    const { inSight, edge, step } = measure(box);
    // The head stays in sight, the caption does not.
    const first = row + (edge - find("thead").offsetHeight) / ROW;
    const last = row + 1 + edge / ROW - inSight;
    const now = box.scrollTop / step;
    box.scrollTop = Math.round(Math.max(Math.min(now, first), last) * step);
    scroll();
  };

  /** Moves the focus to another head or row, whether or not that is drawn. */
  const move = (box, event) => {
    const heads = box.querySelectorAll("thead button");
    const row = event.target.closest("tr").getAttribute("aria-rowindex") - 2;
    let place = 0;
    while (heads[place] && heads[place] !== event.target) place++;
    const next = placeAfter(event.key, place + Math.max(row, 0), heads.length, heads.length + measure(box).rows);
    if (next === undefined) return;
    event.preventDefault();
    const nextRow = next - heads.length;
    if (nextRow >= 0) scrollToRow(box, nextRow);
    const button = nextRow < 0 ? heads[next] : find(`[aria-rowindex="${nextRow + 2}"] button`);
    if (button) focusStop(button);
  };

  /** In a table of which a pixel is more than a row, keys move by rows as in any other. */
  const press = (event) => {
    const box = event.target.closest(".listed .window");
    if (!box || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.target !== box) return void (event.shiftKey || move(box, event));
    const { inSight, step } = measure(box);
    const page = Math.max(1, Math.floor(inSight) - 2);
    const steps = { __proto__: null, ArrowUp: -1, ArrowDown: 1, PageUp: -page, PageDown: page, " ": event.shiftKey ? -page : page };
    if (!(step < ROW - 1) || !(event.key in steps)) return;
    box.scrollTop += steps[event.key] * step;
    event.preventDefault();
  };

  mount.addEventListener("scroll", ({ target }) => target.matches(".listed .window") && scroll(), true);
  mount.addEventListener("keydown", press);
  new MutationObserver(start).observe(mount, { __proto__: null, subtree: true, attributeFilter: ["data-list"] });
}
