// The page inside a frame, and behind a shared link: one widget, set by the address.

import "./county-chains.js";

/** Parameters that belong to the frame and the scripts around it. */
const OF_THE_FRAME = ["id", "childId", "initialWidth", "parentTitle", "parentUrl"];
/** Parts of the state that are lists; an address parts them by ~. */
const LISTS = ["charts", "tiers", "controls"];

const widget = document.createElement("county-chains");
const parts = Object.keys(widget.state);
const state = {};
const ignored = [];
for (const [name, value] of new URLSearchParams(location.search)) {
  if (OF_THE_FRAME.includes(name)) continue;
  if (parts.includes(name)) state[name] = LISTS.includes(name) ? value.replace(/~/g, " ") : value;
  else ignored.push(name);
}
// The rest of the address is kept; a value that is wrong is told by the element itself.
if (ignored.length) console.warn(`county-chains: the address says ${ignored.join(", ")}, which is ignored`);
widget.state = state;
// The page is called by what its chart has found, as tabs, bookmarks and the system's sheet show it.
const follow = () => {
  document.title = widget.shadowRoot.querySelector("[part=heading]").textContent;
  document.documentElement.style.colorScheme = { light: "light", dark: "dark" }[widget.theme] || "";
};
for (const event of ["ready", "change"]) widget.addEventListener(`county-chains-${event}`, follow);
if (state.lang) document.documentElement.lang = state.lang;
widget.setAttribute("loading", "eager");
document.body.append(widget);
