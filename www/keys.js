// Keys that belong to the widget. A page hears of them as if they were pressed on the element itself, so that it cannot
// know typing from its own shortcuts.

const EVENTS = ["keydown", "keypress", "keyup", "beforeinput", "input", "paste"];

/** Keys with which a field does nothing. */
const FREE = /^(Tab|Escape|Shift|Control|Alt|Meta|F\d)/;
/** Letters that do something in a field together with Ctrl or Cmd, such as copying. */
const EDITING = /^[acvxyz]$/i;
const MOVING = /^(Arrow|Page|Home|End| )/;

/** Whether the browser itself does something with the key where it was pressed. @param {KeyboardEvent} event */
function isHandled({ target, key, ctrlKey, altKey, metaKey }) {
  const isCommand = (ctrlKey || metaKey) && !altKey;
  const name = String(key);
  if (target.matches("input, select, textarea")) {
    return !FREE.test(name) && (!isCommand || name.length > 1 || EDITING.test(name));
  }
  if (ctrlKey || altKey || metaKey) return false;
  if (target.matches("button, summary")) return name === "Enter" || name === " ";
  return target.matches(".scroll, pre") && MOVING.test(name);
}

/**
 * Ends in `mount` what is typed into its fields and what it has used up, also when the key comes up again.
 *
 * @param {HTMLElement} mount whose other listeners, which come first, prevent the default of what they use
 */
export function containKeys(mount) {
  let used = "";
  const keep = (event) => {
    if (event.type === "keydown") used = event.defaultPrevented ? event.key : "";
    if (event.key === used || isHandled(event)) event.stopPropagation();
  };
  for (let index = 0; index < EVENTS.length; index++) mount.addEventListener(EVENTS[index], keep);
}
