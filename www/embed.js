// The page inside a frame, and behind a shared link: one widget, set by the address, that tells the page around how
// high it is. A classic script, since a frame without an origin of its own gets modules only from servers with CORS.

import { readAddress } from "./frame/address.js";
import { showFallback } from "./frame/fallback.js";
import { connectToHost } from "./frame/messages.js";
import { SETTINGS } from "./settings.js";

/** What lies beside this script: in such a frame `import` does not know that. */
const { src } = document.currentScript;
const beside = (name) => new URL(name, src).href;

/**
 * Loads the widget's script. Where that is refused, because the frame has no origin and the server no CORS, or because
 * the page was opened from a disk, the one with everything inside comes instead: heavier, but it asks nobody.
 */
const load = () => import(beside("county-chains.js")).catch(() => classic(beside("county-chains.inline.js")));

/** @param {string} src @returns {Promise<void>} settled when the script has run, or will not come */
const classic = (src) =>
  new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src, onload: resolve });
    script.onerror = () => reject(new Error(`neither as a module nor from ${src}`));
    document.head.append(script);
  });

const main = document.querySelector("main");
const widget = document.createElement("county-chains");
const { state, ids, ignored } = readAddress(location, window.parent !== window);
const { send, measure } = connectToHost(main, ids);

// The rest of the address is kept; a value that is wrong is told by the element itself.
if (ignored.length) console.warn(`county-chains: the address says ${ignored.join(", ")}, which is ignored`);

/** The page is called by what its chart has found, as tabs, bookmarks and the system's sheet show it. */
function follow() {
  const root = widget.shadowRoot.querySelector("[data-lang]");
  document.documentElement.lang = root.dataset.lang;
  document.title = root.querySelector("[part=heading]").textContent;
  document.documentElement.style.colorScheme = { light: "light", dark: "dark" }[widget.theme] || "";
}

/** Without the program there is nothing in the frame; whoever reads it gets at the data all the same. */
const fail = () => showFallback(widget, state.lang);

for (const event of ["ready", "change"]) widget.addEventListener(`county-chains-${event}`, follow);
for (const [event, type] of [["ready", "ready"], ["change", "state"], ["select", "select"], ["error", "error"]]) {
  widget.addEventListener(`county-chains-${event}`, ({ detail }) => send(type, event === "change" ? detail.state : detail));
}
widget.addEventListener("county-chains-error", ({ detail }) => detail.code !== "bad-attribute" && fail());
widget.setAttribute("loading", "eager");
// One by one: a link may be old, and what is no good in it is left out.
for (const name of Object.keys(state)) if (SETTINGS.includes(name)) widget.setAttribute(name, state[name]);
customElements.whenDefined("county-chains").then(() => {
  for (const name of Object.keys(state)) if (!SETTINGS.includes(name)) widget.state = { [name]: state[name] };
});
main.append(widget);
load().then(measure, ({ message }) => {
  console.warn(`county-chains: the widget's script cannot be loaded (${message})`);
  send("error", { code: "script", message });
  fail();
});
