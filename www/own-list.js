// A table that is too long for a page: tells Rust how far the reader has scrolled, and lets it go on finding and sorting rows,
// a little in each task.

import { inSlices, pause } from "./own-slices.js";

/** Height of a row; `ROW` in Rust. */
const ROW = 36;

/**
 * Watches an element.
 *
 * @param {import("./element.js").CountyChainsElement} element
 */
export function watchList(element) {
  const mount = element._mount;
  const tell = (detail) => element._handleEvent({ type: "list", target: mount, detail });
  const find = (selector) => mount.querySelector(`.listed ${selector}`);
  let isWorking = false;

  const scroll = () => {
    const box = find(".window");
    if (!box) return;
    const focused = element.shadowRoot.activeElement;
    tell(`${Math.round(box.scrollTop)} ${box.clientHeight}`);
    // The row that had the focus is no longer in the page.
    if (focused && !focused.isConnected) box.focus({ __proto__: null, preventScroll: true });
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

  /** In a table of which a pixel is more than a row, keys move by rows as in any other. */
  const press = (event) => {
    const box = event.target;
    if (!box.matches(".listed .window") || event.altKey || event.ctrlKey || event.metaKey) return;
    const rows = Number(find("table").getAttribute("aria-rowcount")) - 1;
    const inSight = box.clientHeight / ROW;
    const step = (box.scrollHeight - box.clientHeight) / (rows - inSight);
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
