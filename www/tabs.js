// The row of tabs when it is wider than the widget: keeps the selected tab in view, and marks the ends beyond which there
// are more tabs.

/** The row of tabs, if the widget has one. @param {Element} mount */
const rowOf = (mount) => mount.querySelector(".tabs");

/** Marks the ends beyond which there are more tabs. @param {Element} mount */
export function markOverflow(mount) {
  const row = rowOf(mount);
  if (!row) return;
  const left = row.scrollWidth - row.clientWidth - row.scrollLeft;
  for (const [name, more] of [["data-before", row.scrollLeft], ["data-after", left]]) {
    if (more > 4) row.parentElement.setAttribute(name, "");
    else row.parentElement.removeAttribute(name);
  }
}

/**
 * Scrolls the selected tab to the middle unless it is in view. To find out costs a layout, so this is done only if anything has
 * changed that moves tabs.
 *
 * @param {Element} mount
 * @param {string} size what the sizes of tabs follow from, beside their words
 */
export function scrollToTab(mount, size) {
  const row = rowOf(mount);
  const tab = row && row.querySelector("[aria-selected=true]");
  if (!tab) return;
  const cause = `${size} ${tab.textContent} ${row.textContent}`;
  if (row.scrolledFor === cause) return;
  row.scrolledFor = cause;
  // The fade and the chevron cover this many pixels at either end.
  const beyond = 56;
  const start = tab.offsetLeft - row.offsetLeft;
  const isInSight = start >= row.scrollLeft + beyond && start + tab.offsetWidth <= row.scrollLeft + row.clientWidth - beyond;
  if (!isInSight) row.scrollLeft = start - (row.clientWidth - tab.offsetWidth) / 2;
  markOverflow(mount);
}
