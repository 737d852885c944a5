// Where a reader's focus and eyes go when what they were on is gone, or when something opens elsewhere.

/** How much of what has opened tells, in pixels, that it is there. */
const LEAST = 80;

/**
 * Gives the focus on: to what comes next, to what had opened what is gone, or to the mark that it belongs to.
 *
 * @param {HTMLElement} mount
 * @param {Record<string, string | null>} before the state that was shown
 * @param {Record<string, string | null>} now
 * @param {number} listed how many facts were listed
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
 * Brings what has opened into view where that is out of sight, as a card on phones below the chart.
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
