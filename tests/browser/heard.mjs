// What a screen reader hears of a page: Chromium's accessibility tree as lines of text.

/** Roles that are not heard: what has neither role nor name, and the pieces of a line. */
const SILENT = new Set(["generic", "none", "InlineTextBox", "RootWebArea"]);
/** What only sets words off from those around them. */
const INLINE = new Set(["StaticText", "strong", "emphasis", "mark", "time", "abbr", "superscript", "subscript", "LineBreak", ...SILENT]);

/** States, and how they are said. What is false is said as well, so that a state that gets lost is seen. */
const STATES = {
  level: (value) => `level ${value}`,
  pressed: (value) => (value === "true" ? "pressed" : "not pressed"),
  checked: (value) => (value === "true" ? "checked" : "not checked"),
  selected: (value) => (value ? "selected" : "not selected"),
  expanded: (value) => (value ? "expanded" : "collapsed"),
  disabled: (value) => value && "disabled",
  hasPopup: (value) => `opens a ${value}`,
  roledescription: (value) => `called ${value}`,
  live: (value) => `${value} messages`,
};

/** One line for each thing that is heard, indented by what it belongs to: role, name, value, states and description. */
export async function heard(session) {
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const children = ({ childIds = [] }) => childIds.map((id) => byId.get(id)).filter(Boolean);
  const silent = ({ ignored, role }) => ignored || SILENT.has(role.value);
  const inline = (node) => (node.ignored || INLINE.has(node.role.value)) && children(node).every(inline);
  const words = (node) => (node.role?.value === "StaticText" ? node.name.value : children(node).map(words).join(" "));
  const plain = (text) => text.replace(/[\s\u200b\u2060]+/g, " ").trim();

  const lines = [];
  const say = (depth, role, name, rest = "") => lines.push(`${"  ".repeat(depth)}${role}${name && ` "${name}"`}${rest}`);
  const visit = (node, depth, around) => {
    if (silent(node)) return visitAll(node, depth, around);
    if (inline(node)) {
      // A name that is made of these words has said them.
      const text = plain(words(node));
      if (text && !around.includes(text)) say(depth, "text", text);
      return;
    }
    const within = children(node);
    const whole = within.length > 0 && within.every(inline);
    const name = plain(node.name?.value || (whole ? words(node) : ""));
    const states = (node.properties ?? []).map(({ name, value }) => STATES[name]?.(value.value)).filter(Boolean);
    const value = plain(String(node.value?.value ?? ""));
    const description = plain(node.description?.value ?? "");
    say(depth, node.role.value, name, [value && ` = ${value}`, states.length && ` [${states.join(", ")}]`, description && ` — ${description}`].filter(Boolean).join(""));
    visitAll(node, depth + 1, name);
  };
  const visitAll = (node, depth, around) => {
    for (const child of children(node)) visit(child, depth, around);
  };
  visit(nodes[0], 0, "");
  return lines;
}
