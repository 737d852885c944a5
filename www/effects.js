// Effects outside the widget: announce a message, save a file, copy a text.

import { make } from "./nodes.js";

const PAUSE = 500;
const FADE = 3000;

/**
 * Creates a live region. Of several messages in a row it announces the last one, and clears it afterwards.
 *
 * @param {ShadowRoot} root
 */
export function announcer(root) {
  const region = make("div");
  region.className = "status";
  region.setAttribute("role", "status");
  region.setAttribute("aria-live", "polite");
  root.append(region);
  let waiting = 0;
  let clearing = 0;
  return {
    region,
    /**
     * @param {string} text
     * @param {string} language
     * @param {boolean} shown whether it is visible too
     */
    announce(text, language, shown = false) {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        region.lang = language;
        region.textContent = text;
        region.classList.toggle("shown", shown);
        clearTimeout(clearing);
        clearing = setTimeout(() => (region.textContent = ""), shown ? 3 * FADE : FADE);
      }, PAUSE);
    },
    stop() {
      clearTimeout(waiting);
      clearTimeout(clearing);
      region.textContent = "";
    },
  };
}

/**
 * Saves a file through a link.
 *
 * @param {Element} place holds the link for a moment: browsers follow no link outside the document
 * @param {string} name
 * @param {Blob} blob
 */
export function saveFile(place, name, blob) {
  const address = URL.createObjectURL(blob);
  const link = make("a");
  link.href = address;
  link.download = name;
  // The reader has not clicked this link.
  link.addEventListener("click", (event) => event.stopPropagation());
  place.append(link);
  link.click();
  link.remove();
  // The download reads the address later, in another task.
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

/**
 * Copies `text`. Resolves to false if the page, the frame or the browser does not allow it.
 *
 * @param {string} text
 * @param {HTMLElement} control what was pressed
 */
export async function copyText(text, control) {
  try {
    // Chromium reports to the site what its policy forbids, even if it is only tried.
    const policy = document.featurePolicy;
    if (policy && !policy.allowsFeature("clipboard-write")) return copySelected(text, control);
    await navigator.clipboard.writeText(text);
    return true;
  } catch (error) {
    return copySelected(text, control);
  }
}

/** Copies from a text field, which also works on http. If it fails, the field stays, with its text selected. */
function copySelected(text, control) {
  const field = make("textarea");
  field.value = text;
  field.readOnly = true;
  field.onblur = () => field.remove();
  field.setAttribute("aria-label", control.textContent);
  control.parentNode.append(field);
  field.focus({ __proto__: null, preventScroll: true });
  field.select();
  // Some pages append text of their own to everything that is copied.
  field.addEventListener("copy", (event) => event.stopPropagation());
  const isDone = Document.prototype.execCommand.call(document, "copy");
  if (isDone) control.focus({ __proto__: null, preventScroll: true });
  return isDone;
}

/** Shows a result beside the control that was pressed, where the reader is looking, until anything else is pressed. */
export function showResult(control, text) {
  const { dataset } = control.parentNode;
  dataset.done = text;
  control.getRootNode().addEventListener("click", () => delete dataset.done, { __proto__: null, once: true, capture: true });
}
