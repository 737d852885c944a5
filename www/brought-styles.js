// The styles that parts of the program bring: what only some drawings need comes with the part that makes them, in a custom
// section of its file.

/** The style sheets that have come, one behind the other. */
let brought = "";

/** The styles that have come so far. */
export const broughtStyles = () => brought;

/** Takes what a part brings, if anything. @param {WebAssembly.Module} part */
export function takeStyles(part) {
  const [section] = WebAssembly.Module.customSections(part, "styles");
  if (section) brought += new TextDecoder().decode(section);
}
