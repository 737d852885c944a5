// The code to paste, with the chart as the preview shows it, and the static version of that chart inside of the tag.

import { nameOf } from "./data-save.js";
import { id, preview, state } from "./data-state.js";
import { wordFor } from "./page.js";

/** Whether the data are whole, so that a static version may stand in the code; and whether the preview has taken them. */
let [isWhole, isTaken] = [false, false];

/** The preview is given other data, or keeps what it had. @param {boolean} are whether they are whole, and what is saved */
export function expectTwin(are) {
  [isWhole, isTaken] = [are, false];
  showCode();
}

const addressOf = () => `data/${nameOf(state.dataset)}/datapackage.json`;
const quoted = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");

/** The static version; nothing as long as the preview shows other data, or lacks a part of the program. */
function twin() {
  if (!isWhole || !isTaken || preview.hidden) return "";
  try {
    return preview.embedCode({ kind: "static" }).trimEnd();
  } catch {
    return "";
  }
}

export function showCode() {
  const { chart = "", indicator, lang = "" } = preview.hidden ? {} : preview.state;
  const base = customElements.get("county-chains")?.base ?? "";
  id("address").placeholder = addressOf();
  const attributes = [["src", id("address").value || addressOf()], ["chart", chart], ["indicator", ["tiers", "strip"].includes(chart) ? indicator : ""], ["lang", lang]];
  const written = attributes.filter(([, value]) => value).map(([name, value]) => ` ${name}="${quoted(String(value))}"`).join("");
  const script = `<script type="module" src="${quoted(base)}county-chains.js"></script>`;
  const inside = twin();
  const tag = `<county-chains${written}>${inside}</county-chains>`;
  // In one line and a box editors and Markdown leave the static version in the tag.
  id("code").textContent = inside ? `<div>${script}${tag}</div>\n` : `${script}\n${tag}\n`;
  // Of whole data the static version is about to come, or the preview cannot give it: nobody has to do anything.
  id("code-how").textContent = inside ? wordFor("code.twin") : isWhole ? "" : wordFor("code.plain");
}

/** Writes the code anew when the preview has changed. */
export function watchPreview() {
  preview.addEventListener("county-chains-change", () => queueMicrotask(showCode));
  const watch = () => {
    // It is busy as long as it takes data, or a part of the program.
    if (preview.shadowRoot.querySelector("[aria-busy=true]")) return;
    isTaken = true;
    showCode();
  };
  customElements.whenDefined("county-chains").then(() => {
    new MutationObserver(watch).observe(preview.shadowRoot, { attributes: true, attributeFilter: ["aria-busy"], subtree: true });
    // What writes the code comes after the first drawing.
    preview.ready.then(showCode);
  });
}
