// Tells Rust where pointer and focus are in the picture of the chart `strip`, which has no node for each entity.

const EVENTS = ["pointermove", "pointerdown", "pointercancel", "pointerleave", "focusin", "focusout"];
/** Keys that lead elsewhere. */
const LEADING = /^(Arrow|Home$|End$|Tab$)/;
const PICTURE = "[data-chart=strip] .chart > svg";

/** To a hundredth. @param {number} pixels */
const rounded = (pixels) => Math.round(pixels * 100) / 100;

/**
 * Watches an element.
 *
 * @param {import("./element.js").CountyChainsElement} element
 */
export function watchPicture(element) {
  const mount = element._mount;
  const tell = (type, target, detail = "") => element._handleEvent({ type, target, detail });
  /** Whether a label stands where the pointer was. */
  let isPointed = false;

  const placeOf = (picture) => {
    const box = picture.getBoundingClientRect();
    if ("currentCSSZoom" in picture) return box;
    // Chromium before 128 and Safari before 26 measure in the pixels of what is measured, which the reader's text size enlarges,
    // and Safari counts scrolling in those of the screen. The mount is not enlarged, and distances have no scrolling in them.
    // A picture that is enlarged less than words has none above it in its box.
    const measured = element._pictureSize < element._textSize ? picture.parentNode : picture;
    const from = (node, side) => node.getBoundingClientRect()[side];
    const place = (side) => from(mount, side) + (from(measured, side) - from(mount.firstElementChild, side)) * element._textSize;
    return { left: place("left"), top: place("top"), width: box.width * element._pictureSize };
  };

  const point = (picture, { target, clientX, clientY }) => {
    const { left, top, width } = placeOf(picture);
    // Pages may scale what they show.
    const scale = width > 0 ? picture.viewBox.baseVal.width / width : 1;
    isPointed = true;
    tell("point", target, `${rounded((clientX - left) * scale)} ${rounded((clientY - top) * scale)}`);
  };

  const onEvent = (event) => {
    const { type, target, pointerType, relatedTarget, key } = event;
    const picture = mount.querySelector(PICTURE);
    const isInside = Boolean(picture) && picture.contains(target);
    // What is still to be said of another place is no longer true. It waits, so that keys can be quick.
    if (type === "keydown") return void (isInside && LEADING.test(key) && element._announcer.stop());
    if (type === "focusin") return void (isInside && tell("focus", target));
    if (type === "focusout") return void (isInside && !picture.contains(relatedTarget) && tell("blur", target));
    // What a finger has put up stays until it scrolls or touches something else.
    if (pointerType === "touch" && (type === "pointermove" || type === "pointerleave")) return;
    if (isInside && (type === "pointermove" || type === "pointerdown")) return point(picture, event);
    if (!isPointed) return;
    isPointed = false;
    tell("leave", mount);
  };

  for (let index = 0; index < EVENTS.length; index++) mount.addEventListener(EVENTS[index], onEvent);
  // Before the key is told to Rust, which may have something to say.
  mount.addEventListener("keydown", onEvent, true);
}
