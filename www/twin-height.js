// When the widget replaces the twin, it keeps the twin's height and margins, so that the content below does not move.

/** The outer margin of a twin. The margins of its first (or last) descendants collapse into one. */
function margin(node, side, next) {
  let most = 0;
  for (; node; node = node[next]) most = Math.max(most, parseFloat(getComputedStyle(node)[side]) || 0);
  return `${most}px`;
}

/**
 * Gives `mount` the margins of the twin in `host` and, after `swap` has shown it, at least `height`. Both are released when
 * `host` leaves the screen, where nobody sees it move, or when the returned function is called. The height is released
 * earlier if both the end of the twin and that of the widget are below the screen: a twin may be many times as high as the
 * widget, and the reader would scroll through a blank page.
 *
 * @param {HTMLElement} host
 * @param {HTMLElement} mount
 * @param {number} height
 * @param {() => void} swap
 */
export function keepTwinHeight(host, mount, height, swap) {
  const marginTop = margin(host.firstElementChild, "marginTop", "firstElementChild");
  const marginBottom = margin(host.lastElementChild, "marginBottom", "lastElementChild");
  mount.style.marginTop = marginTop;
  mount.style.marginBottom = marginBottom;
  swap();
  // The host itself may have no box (display: contents).
  const frame = mount.parentElement;
  let seen;
  const shrink = () => {
    mount.style.minHeight = "";
    removeEventListener("scroll", look);
  };
  const look = () => {
    const bottom = (node) => node.getBoundingClientRect().bottom;
    if (Math.min(bottom(frame), bottom(mount.firstElementChild || mount)) >= innerHeight) shrink();
  };
  const release = () => {
    shrink();
    mount.style.marginTop = mount.style.marginBottom = "";
    if (seen) seen.disconnect();
  };
  if (frame.offsetHeight < height) {
    mount.style.minHeight = `${height}px`;
    addEventListener("scroll", look, { __proto__: null, passive: true });
    look();
  }
  if (typeof IntersectionObserver !== "undefined") {
    seen = new IntersectionObserver((entries) => entries[entries.length - 1].isIntersecting || release());
    seen.observe(frame);
  }
  return release;
}
