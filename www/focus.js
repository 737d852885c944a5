// Moves the focus when the focused node is gone, and scrolls to what has opened out of view.

/** Pixels of an opened card or panel that must be in view for a reader to notice it. */
const LEAST = 80;

/** The button whose panel is open, or the row of a table whose card is. @param {HTMLElement} mount */
export const openerIn = (mount) => mount.querySelector("[aria-expanded=true]");

/**
 * Moves the focus to the next fact of the list, to the button or row that had opened the closed panel or card, to the current
 * mark, or to the search field.
 *
 * @param {HTMLElement} mount
 * @param {boolean} isExpanded whether the list has been expanded
 * @param {number} listed how many facts were listed before
 * @param {HTMLElement | null} opener what `openerIn` gave before
 */
export function moveFocus(mount, isExpanded, listed, opener) {
  const find = (selector) => mount.querySelector(selector);
  const next = isExpanded && mount.querySelectorAll("article")[listed];
  if (next) next.tabIndex = -1;
  const isClosed = opener && opener.isConnected && opener.getAttribute("aria-expanded") !== "true";
  const heir = next || (isClosed && opener) || find("[data-key][tabindex='0']") || find("[type=search]");
  if (heir) heir.focus();
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
