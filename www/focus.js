// Moves the focus when the focused node is gone, and scrolls to what has opened out of view.

import { joined } from "./lists.js";

/** Pixels of an opened card or panel that must be in view for a reader to notice it. */
const LEAST = 80;

/** The button whose panel is open, or the row of a table whose card is. @param {HTMLElement} mount */
export const openerIn = (mount) => mount.querySelector(":not([data-action=expand])[aria-expanded=true]");

/**
 * Remembers the focus. Returns a function that, if a drawing has taken the focused node away, moves the focus on inside the
 * widget: to the next fact of a list that was expanded, to the button or row that had opened what is closed, to what does the same,
 * or to what there is.
 *
 * @param {ShadowRoot} root
 * @param {HTMLElement} mount
 */
export function watchFocus(root, mount) {
  const focused = root.activeElement;
  if (!focused) return () => {};
  const all = (selector) => mount.querySelectorAll(selector);
  const { length } = all("article");
  const opener = openerIn(mount);
  const { top, bottom } = focused.getBoundingClientRect();
  return () => {
    if (focused.getClientRects().length && !focused.matches(":disabled,.gone")) {
      // What the drawing has put in another place has lost the focus.
      if (root.activeElement !== focused) focused.focus({ __proto__: null, preventScroll: true });
      return;
    }
    const { key, action } = focused.dataset;
    const next = action === "expand" && all("article")[length];
    if (next) next.tabIndex = -1;
    const alike = all(`[data-key="${CSS.escape(key)}"],[data-action="${CSS.escape(action)}"]`);
    const rest = joined(all(".main [tabindex='0'],input"), all("button:not([role=tab]),.main"));
    const isClosed = opener && opener.getAttribute("aria-expanded") !== "true";
    const heirs = joined([next, isClosed && opener], joined(alike, rest));
    // The page does not jump back to where its reader is no longer looking.
    const options = { __proto__: null, preventScroll: bottom < 0 || top > innerHeight };
    for (let index = 0; index < heirs.length; index++) {
      const heir = heirs[index];
      if (!heir || heir === focused) continue;
      heir.focus(options);
      if (root.activeElement === heir) return;
    }
  };
}

/**
 * Scrolls to what has opened if it is out of view, as a card below the chart is on phones, or cut off by its table.
 *
 * @param {HTMLElement} mount
 * @param {string} selector
 * @param {ScrollLogicalPosition} block where it shall be then
 */
export function revealOpened(mount, selector, block = "nearest") {
  const opened = mount.querySelector(selector);
  if (!opened) return;
  const { top, bottom } = opened.getBoundingClientRect();
  if (top < innerHeight - LEAST && bottom > LEAST && !opened.closest("td")) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  opened.scrollIntoView({ block, behavior: calm ? "auto" : "smooth" });
}
