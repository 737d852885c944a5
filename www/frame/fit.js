// Hides the scroll bar while the frame is as high as the widget. Otherwise the bar would make the widget narrower and thus
// higher, the host would make the frame higher, the bar would disappear, and all would start again.

/** Milliseconds that a host has to resize the frame. A frame that is still too low then gets its scroll bar back. */
const PATIENCE = 500;

/** Returns a function to call with each reported height. @returns {(height: number) => void} */
export function createFit() {
  let [reported, waiting] = [Infinity, 0];
  const fits = () => innerHeight >= reported;
  const settle = () => document.documentElement.classList.toggle("fitted", fits());
  addEventListener("resize", () => fits() && settle());
  return (height) => {
    if (height === reported) return;
    reported = height;
    clearTimeout(waiting);
    if (fits()) settle();
    else waiting = setTimeout(settle, PATIENCE);
  };
}
