// The page for frames and shared links: one widget, set by the address, which reports its height to the page around the
// frame. It is a classic script, because a frame with an opaque origin can load modules only from servers with CORS.

import { readAddress } from "./frame/address.js";
import { showFallback } from "./frame/fallback.js";
import { connectToHost } from "./frame/messages.js";
import { narrowPolicy } from "./narrow-policy.js";
import { SETTINGS } from "./settings.js";

narrowPolicy();

/** The address of a file beside this script. A classic script has no base for `import()`. */
const { src } = document.currentScript;
const beside = (name) => new URL(name, src).href;

/**
 * Loads the widget's script. The browser refuses the module if the origin is opaque and the server has no CORS, or if the
 * page was opened from a disk. Then the larger script with everything inside is loaded, which needs no further request.
 */
const load = () => import(beside("county-chains.js")).catch(() => classic(beside("county-chains.inline.js")));

/** Under the page's policy no text becomes the address of a script unless this says so. Browsers before Trusted Types take any. */
const trusted = (address) =>
  window.trustedTypes ? trustedTypes.createPolicy("county-chains", { createScriptURL: () => address }).createScriptURL("") : address;

/** @param {string} address @returns {Promise<void>} resolved when the script has run */
const classic = (address) =>
  new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src: trusted(address), onload: resolve });
    script.onerror = () => reject(new Error(`neither as a module nor from ${address}`));
    document.head.append(script);
  });

const main = document.querySelector("main");
const widget = document.createElement("county-chains");
const { state, ids, data, ignored } = readAddress(location, window.parent !== window);
const { send, measure } = connectToHost(main, ids);

// The other parameters are used. The element itself reports invalid values.
if (ignored.length) console.warn(`county-chains: the address says ${ignored.join(", ")}, which is ignored`);

/** Gives the page the language, heading and colours of the widget. Tabs, bookmarks and the share sheet show its title. */
function follow() {
  const root = widget.shadowRoot.querySelector("[data-lang]");
  document.documentElement.lang = root.dataset.lang;
  document.title = root.querySelector("[part=heading]").textContent;
  document.documentElement.style.colorScheme = { light: "light", dark: "dark" }[widget.theme] || "";
}

/** Without the widget the frame would be empty. This shows a link to the data instead, unless it would be to other data. */
const fail = () => (data ? main.classList.toggle("absent", !isDrawn) : showFallback(widget, state.lang));

/** Whether the widget has shown anything. */
let isDrawn = false;
widget.addEventListener("county-chains-ready", () => {
  isDrawn = true;
  main.classList.remove("absent");
});

for (const event of ["ready", "change"]) widget.addEventListener(`county-chains-${event}`, follow);
for (const [event, type] of [["ready", "ready"], ["change", "state"], ["select", "select"], ["error", "error"]]) {
  widget.addEventListener(`county-chains-${event}`, ({ detail }) => send(type, event === "change" ? detail.state : detail));
}
widget.addEventListener("county-chains-error", ({ detail }) => detail.code !== "bad-attribute" && fail());
widget.setAttribute("loading", "eager");
// The frame is a page of its own.
widget.setAttribute("heading-level", "1");
if (data) widget.setAttribute("src", beside(`data/${data}/datapackage.json`));
// One by one, because an old link may have an invalid value, which must not affect the others.
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
