// Moves the focus when the focused node is gone, and scrolls to what has opened out of view.

/** Pixels of an opened card or panel that must be in view for a reader to notice it. */
const LEAST = 80;

/** The button whose panel is open. @param {HTMLElement} mount */
export const openerIn = (mount) => mount.querySelector("[data-action^='panel:'][aria-expanded=true]");

/**
 * Moves the focus to the next fact of the list, to the button that had opened the closed panel, to the current mark, or to
 * the search field.
 *
 * @param {HTMLElement} mount
 * @param {boolean} isExpanded whether the list has been expanded
 * @param {number} listed how many facts were listed before
 * @param {HTMLElement | null} opener the button whose panel was open before
 */
export function moveFocus(mount, isExpanded, listed, opener) {
  const find = (selector) => mount.querySelector(selector);
  const next = isExpanded && mount.querySelectorAll("article")[listed];
  if (next) next.tabIndex = -1;
  const heir = next || (!openerIn(mount) && opener) || find("[data-key][tabindex='0']") || find("[type=search]");
  if (heir) heir.focus();
}

/**
 * Scrolls to what has opened if it is out of view, as a card below the chart is on phones.
 *
 * @param {HTMLElement} mount
 * @param {string} selector
 */
export function revealOpened(mount, selector) {
  const opened = mount.querySelector(selector);
  if (!opened) return;
  const { top, bottom } = opened.getBoundingClientRect();
  if (top < innerHeight - LEAST && bottom > LEAST) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  opened.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
}
