// Stops a frame that grows endlessly. We measure the widget and not the frame, so a higher frame does not make it higher. But
// a style sheet or a scroll bar may still make the widget's height depend on that of the frame.

/** Allowed growths in a row without a cause. A transition of the picture makes a dozen, and loading may take two. */
const MOST = 40;

/**
 * Decides for each height whether it may be sent. After too many growths in a row it refuses, and logs the reason once. Input
 * by the reader, or another width of the frame, starts a new row.
 *
 * @returns {(height: number) => boolean}
 */
export function createGuard() {
  let [height, width, growths, reported] = [0, 0, 0, false];
  const begin = () => (growths = 0);
  for (const type of ["pointerdown", "keydown", "input"]) addEventListener(type, begin, { capture: true, passive: true });
  return (next) => {
    if (innerWidth !== width) begin();
    width = innerWidth;
    if (growths >= MOST) {
      if (!reported) console.warn(`county-chains: this frame grew ${MOST} times in a row without a reader, and tells its height no more`);
      reported = true;
      return false;
    }
    if (next > height) growths++;
    height = next;
    return true;
  };
}
