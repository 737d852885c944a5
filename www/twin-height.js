// The place of the twin: the widget that takes it keeps its height and margins, so that nothing below moves.

/** The margin that a twin shows outside: those of its first (or last) descendants collapse into one. */
function margin(node, side, next) {
  let most = 0;
  for (; node; node = node[next]) most = Math.max(most, parseFloat(getComputedStyle(node)[side]) || 0);
  return `${most}px`;
}

/**
 * Gives `mount` the margins of the twin in `host`, and at least `height` once `swap` has put it there. Both go when
 * `host` is out of sight, where no one can see it move, or when the returned function is called. The height goes sooner,
 * when both the end of the twin and that of the widget are below the screen: a twin may be many times as high as the
 * widget, which would seem to end in a blank page.
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
  // The host may have no box of its own.
  const frame = mount.parentElement;
  let seen;
  const shrink = () => {
    mount.style.minHeight = "";
    removeEventListener("scroll", look);
  };
  const look = () => {
    const { top, bottom } = frame.getBoundingClientRect();
    if (Math.min(bottom, top + (mount.firstElementChild || mount).offsetHeight) >= innerHeight) shrink();
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
