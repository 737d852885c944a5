// The page inside a frame: one widget, set by the address. Unknown parameters are ignored.

import "./county-chains.js";

const widget = document.createElement("county-chains");
const asked = new URLSearchParams(location.search);
for (const name of ["chart", "tiers", "indicator", "county", "lang", "theme", "view", "controls"]) {
  const value = asked.get(name);
  if (value !== null) widget.setAttribute(name, value.replace(/~/g, " "));
}
if (asked.has("lang")) document.documentElement.lang = asked.get("lang");
widget.setAttribute("loading", "eager");
document.body.append(widget);
