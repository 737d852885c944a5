// Keeps a frame from growing for ever. The widget is measured and not the frame, so no host can make it grow by giving
// it more room; what is left are style sheets or scroll bars that make the widget's own height follow the frame's.

/** Growths in a row that nobody has caused. A transition of the picture makes a dozen, and loading may take two. */
const MOST = 40;

/**
 * Tells of each height whether it may be sent. After too many growths in a row it says no, and why on the console, once;
 * a reader who does something, or a frame of another width, begins a new row.
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
