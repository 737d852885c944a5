// Stops key events that the widget uses. Outside the shadow root they seem to come from the element itself, so a page would
// take typing in our fields for its own shortcuts.

const EVENTS = ["keydown", "keypress", "keyup", "beforeinput", "input", "paste"];

/** Keys that do nothing in a field. */
const FREE = /^(Tab|Escape|Shift|Control|Alt|Meta|F\d)/;
/** Letters that edit a field together with Ctrl or Cmd, such as C for copying. */
const EDITING = /^[acvxyz]$/i;
const MOVING = /^(Arrow|Page|Home|End| )/;

/** Whether the browser itself uses the key where it was pressed. @param {KeyboardEvent} event */
function isHandled({ target, key, ctrlKey, altKey, metaKey }) {
  const isCommand = (ctrlKey || metaKey) && !altKey;
  const name = String(key);
  if (target.matches("input, select, textarea")) {
    return !FREE.test(name) && (!isCommand || name.length > 1 || EDITING.test(name));
  }
  if (ctrlKey || altKey || metaKey) return false;
  if (target.matches("button, summary") && /^(Enter| )$/.test(name)) return true;
  return target.matches(".scroll, .scroll *") && MOVING.test(name);
}

/**
 * Stops in `mount` the events of keys typed into its fields and of keys that it has used, up to their keyup.
 *
 * @param {HTMLElement} mount its other listeners run first and prevent the default of the keys they use
 */
export function containKeys(mount) {
  let used = "";
  const keep = (event) => {
    if (event.type === "keydown") used = event.defaultPrevented ? event.key : "";
    if (event.key === used || isHandled(event)) event.stopPropagation();
  };
  for (let index = 0; index < EVENTS.length; index++) mount.addEventListener(EVENTS[index], keep);
}
