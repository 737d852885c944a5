// Moves the focus when the focused node is gone, and scrolls to what has opened out of view.

/** Pixels of an opened card or panel that must be in view for a reader to notice it. */
const LEAST = 80;

/**
 * Moves the focus to the next fact of the list, to the button that had opened the closed panel, to the current mark, or to
 * the search field.
 *
 * @param {HTMLElement} mount
 * @param {Record<string, string | null>} before the state before
 * @param {Record<string, string | null>} now
 * @param {number} listed how many facts were listed before
 */
export function moveFocus(mount, before, now, listed) {
  const find = (selector) => mount.querySelector(selector);
  const next = now.expanded && !before.expanded && mount.querySelectorAll("article")[listed];
  if (next) next.tabIndex = -1;
  const opener = before.panel && !now.panel && find(`[data-action='panel:${before.panel}']`);
  const heir = next || opener || find("[data-key][tabindex='0']") || find("[type=search]");
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
