// The story: words in the text become buttons that set a chart and show whether it is set so.
//
// The charts are in one group and share their state. The page only sets properties of one element, and listens. It never
// answers a change with another change, so there can be no loop.

import { DEFAULTS, publicValue } from "../settings.js";
import { onLanguage, startPage } from "./page.js";
import { WORDS } from "./story-words.js";

/** The value of a part of the state if nothing is chosen. */
const defaultOf = (name) => publicValue(name, DEFAULTS[name] ?? null);

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** A part of a widget's state. Before its first drawing, parts that are not set have their default. */
const partOf = (widget, name) => widget.state[name] ?? defaultOf(name);

/** Sets parts of the state: by properties if all have one, otherwise by `state`. */
function set(widget, part) {
  if (Object.keys(part).every((name) => name in widget)) Object.assign(widget, part);
  else widget.state = part;
}

/** Frames in which nothing moves, after which the charts count as drawn: half a second on most screens. */
const CALM_FRAMES = 30;

/**
 * Keeps `word` at its place on the screen while charts above it change their height, unless the reader scrolls. The end is
 * counted in frames, because slow phones draw late.
 */
function keepInPlace(word) {
  const { top } = word.getBoundingClientRect();
  let calmFrames = 0;
  const hold = new AbortController();
  // An observer of sizes is called before the frame is shown, so that the reader sees no jump.
  const heights = new ResizeObserver(correct);
  for (const widget of widgets) heights.observe(widget);
  for (const type of ["wheel", "touchmove", "keydown", "pointerdown"]) addEventListener(type, leave, { passive: true, signal: hold.signal });
  requestAnimationFrame(countFrame);

  function leave() {
    hold.abort();
    heights.disconnect();
  }
  function correct() {
    const now = word.getBoundingClientRect().top;
    // The word is out of view, so something else has scrolled.
    if (now < 0 || now > innerHeight) return leave();
    const before = scrollY;
    scrollBy(0, now - top);
    if (scrollY !== before) calmFrames = 0;
  }
  function countFrame() {
    if (!hold.signal.aborted && calmFrames++ < CALM_FRAMES) requestAnimationFrame(countFrame);
    else leave();
  }
}

/** Turns a word of the text into a button. Without script or widget it stays a word. */
function toButton(word) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = word.className;
  button.textContent = word.textContent;
  button.setAttribute("aria-controls", word.dataset.for);
  const widget = document.getElementById(word.dataset.for);
  const part = JSON.parse(word.dataset.state);
  const names = Object.keys(part);
  const isSet = () => names.every((name) => same(partOf(widget, name), part[name]));
  const nothing = Object.fromEntries(names.map((name) => [name, defaultOf(name)]));
  // A second press of a word undoes the first, except for a reset.
  const once = "once" in word.dataset;
  button.addEventListener("click", async () => {
    // Before its first drawing a chart would lose the state: it then takes over the state of its group.
    await widget.ready;
    keepInPlace(button);
    set(widget, !once && isSet() ? nothing : part);
  });
  word.replaceWith(button);
  return () => once || button.setAttribute("aria-pressed", String(isSet()));
}

/** Starts when the first chart is drawn, which proves that the widget can run here. */
function begin() {
  const updates = [...document.querySelectorAll("b[data-state]")].map(toButton);
  const update = () => updates.forEach((one) => one());
  // In a microtask, because the element may still be writing its attributes when it fires a change. `select` reports a mark
  // that the reader has deselected, `ready` a late chart that has taken over the state of its group.
  for (const name of ["change", "select", "ready"]) document.addEventListener(`county-chains-${name}`, () => queueMicrotask(update));
  document.documentElement.classList.add("linked");
  update();
}

const widgets = [...document.querySelectorAll("county-chains")];
const drawn = customElements.whenDefined("county-chains").then(() => Promise.race(widgets.map(({ ready }) => ready)));
drawn.then(begin);

startPage(WORDS);
onLanguage((lang) => {
  for (const widget of widgets) widget.lang = lang;
});
