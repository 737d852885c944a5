// The scroll bar of a frame that is as high as its widget. It would take room, the widget would become narrower and
// thus higher, the frame follow, the bar go, and all begin again. So there is none while everything fits.

/** Milliseconds in which a page that follows has followed; a frame that stays too low gets its bar back. */
const PATIENCE = 500;

/** Takes each height that is told. @returns {(height: number) => void} */
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
