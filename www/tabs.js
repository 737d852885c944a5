// The row of tabs where it is wider than the widget: the selected tab is in sight, and each end says whether more
// tabs are beyond it.

/** The row in a widget, if it has one. @param {Element} mount */
const rowOf = (mount) => mount.querySelector(".tabs");

/** Says at which ends more tabs are out of sight. @param {Element} mount */
export function markOverflow(mount) {
  const row = rowOf(mount);
  if (!row) return;
  const left = row.scrollWidth - row.clientWidth - row.scrollLeft;
  for (const [name, more] of [["data-before", row.scrollLeft], ["data-after", left]]) {
    if (more > 4) row.parentElement.setAttribute(name, "");
    else row.parentElement.removeAttribute(name);
  }
}

/** Brings the selected tab into the middle where it is not in sight. @param {Element} mount */
export function scrollToTab(mount) {
  const row = rowOf(mount);
  const tab = row && row.querySelector("[aria-selected=true]");
  if (!tab) return;
  // The fade and the chevron take their part of either end.
  const beyond = 56;
  const start = tab.offsetLeft - row.offsetLeft;
  const isInSight = start >= row.scrollLeft + beyond && start + tab.offsetWidth <= row.scrollLeft + row.clientWidth - beyond;
  if (!isInSight) row.scrollLeft = start - (row.clientWidth - tab.offsetWidth) / 2;
  markOverflow(mount);
}
