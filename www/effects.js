// What the page does for the widget: speak, save a file, copy a text.

import { make } from "./nodes.js";

const PAUSE = 500;
const FADE = 3000;

/**
 * A polite voice: of many messages in a row the last is said, and it is cleared afterwards.
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
     * @param {boolean} shown whether everybody sees it
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
 * @param {Element} place where the link may stand for a moment: browsers follow none that stands nowhere
 * @param {string} name
 * @param {Blob} blob
 */
export function saveFile(place, name, blob) {
  const address = URL.createObjectURL(blob);
  const link = make("a");
  link.href = address;
  link.download = name;
  // No click of the reader's.
  link.addEventListener("click", (event) => event.stopPropagation());
  place.append(link);
  link.click();
  link.remove();
  // The download reads the address in a task of its own.
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

/**
 * Copies `text`; resolves to false where the page, the frame or the browser does not allow it.
 *
 * @param {string} text
 * @param {HTMLElement} control what was pressed
 */
export async function copyText(text, control) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (error) {
    return copySelected(text, control);
  }
}

/** The older way, which pages on http have as well: out of a field. What cannot be copied is left in it, selected. */
function copySelected(text, control) {
  const field = make("textarea");
  field.value = text;
  field.readOnly = true;
  field.onblur = () => field.remove();
  field.setAttribute("aria-label", control.textContent);
  control.parentNode.append(field);
  field.focus({ __proto__: null, preventScroll: true });
  field.select();
  // Pages add words of their own to what is copied from them.
  field.addEventListener("copy", (event) => event.stopPropagation());
  const isDone = Document.prototype.execCommand.call(document, "copy");
  if (isDone) control.focus({ __proto__: null, preventScroll: true });
  return isDone;
}

/** Says beside the control that was pressed what came of it: its place is where the reader looks. */
export function showResult(control, text) {
  control.dataset.done = text;
  setTimeout(() => delete control.dataset.done, FADE);
}
