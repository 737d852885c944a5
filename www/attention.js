// Where a reader's focus and eyes go when what they were on is gone, or when something opens elsewhere.

/** How much of a card tells, in pixels, that it is there. */
const LEAST = 80;

/**
 * Gives the focus on: to what comes next, to what had opened what is gone, or to the mark that it belongs to.
 *
 * @param {HTMLElement} mount
 * @param {Record<string, string | null>} before the state that was shown
 * @param {Record<string, string | null>} now
 * @param {number} listed how many facts were listed
 */
export function passFocus(mount, before, now, listed) {
  const find = (selector) => mount.querySelector(selector);
  const next = now.expanded && !before.expanded && mount.querySelectorAll("article")[listed];
  if (next) next.tabIndex = -1;
  const opener = before.panel && !now.panel && find(`[data-action='panel:${before.panel}']`);
  const heir = next || opener || find("[data-key][tabindex='0']") || find("[type=search]");
  if (heir) heir.focus();
}

/** Brings the card into view where it has opened out of sight, as on phones below the chart. */
export function showCard(mount) {
  const card = mount.querySelector("[part=card]");
  if (!card) return;
  const { top, bottom } = card.getBoundingClientRect();
  if (top < innerHeight - LEAST && bottom > LEAST) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  card.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
}
