// The story: words of the text that set a chart, and that show what the charts are set to.
//
// The charts are of one group: what one of them is set to, the others take over by themselves. The page only sets
// properties of one element, and listens. It never answers a change with a change, so nothing can run in circles.

import { DEFAULTS, plain } from "../settings.js";
import { open, whenSpoken } from "./page.js";
import { WORDS } from "./story-words.js";

/** What a part of the state is when nothing is chosen. */
const defaultOf = (name) => plain(name, DEFAULTS[name] ?? null);

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** A part of the state of a widget; before it is drawn, what it has not been told is nothing. */
const partOf = (widget, name) => widget.state[name] ?? defaultOf(name);

/** Sets parts of the state: by properties where there are such, else by the state as a whole. */
function set(widget, part) {
  if (Object.keys(part).every((name) => name in widget)) Object.assign(widget, part);
  else widget.state = part;
}

/** Keeps `word` where it was pressed while charts further up become higher or lower, unless the reader scrolls. */
function hold(word) {
  const { top } = word.getBoundingClientRect();
  const end = performance.now() + 500;
  let held = true;
  const leave = () => (held = false);
  for (const type of ["wheel", "touchmove", "keydown"]) addEventListener(type, leave, { once: true, passive: true });
  const keep = () => {
    const now = word.getBoundingClientRect().top;
    // Out of sight: something else has scrolled.
    if (!held || now < 0 || now > innerHeight) return;
    scrollBy(0, now - top);
    if (performance.now() < end) requestAnimationFrame(keep);
  };
  requestAnimationFrame(keep);
}

/** A word of the text becomes a button. Without script, or where the widget cannot run, it stays a word. */
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
  // A reset has no state of its own. Any other word takes back what it has set.
  const once = "once" in word.dataset;
  button.addEventListener("click", async () => {
    // Set before, it would be lost: a chart that is drawn for the first time takes over what the others are set to.
    await widget.ready;
    hold(button);
    set(widget, !once && isSet() ? nothing : part);
  });
  word.replaceWith(button);
  return () => once || button.setAttribute("aria-pressed", String(isSet()));
}

/** When the first chart is drawn, the charts can run here. */
function begin() {
  const updates = [...document.querySelectorAll("b[data-state]")].map(toButton);
  const update = () => updates.forEach((one) => one());
  // Once the element is done: while it tells of a change it may still be writing its attributes.
  // A mark that the reader lets go of is told by `select`; a chart that is drawn late takes over what the group is set to.
  for (const name of ["change", "select", "ready"]) document.addEventListener(`county-chains-${name}`, () => queueMicrotask(update));
  document.documentElement.classList.add("linked");
  update();
}

const widgets = [...document.querySelectorAll("county-chains")];
const drawn = customElements.whenDefined("county-chains").then(() => Promise.race(widgets.map(({ ready }) => ready)));
drawn.then(begin);

open(WORDS);
whenSpoken((lang) => {
  for (const widget of widgets) widget.lang = lang;
});
