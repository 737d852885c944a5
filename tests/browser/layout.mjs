// What may be wrong with how a widget is laid out.

/**
 * For the page: what its first widget cuts off, covers, sets too small, or puts outside of its picture or of itself, a line
 * each.
 */
export function layoutFaults() {
  const host = document.querySelector("county-chains");
  const svg = host.shadowRoot.querySelector("[part=chart] svg");
  const found = [];

  // Texts in the picture. Lengths are in its own pixels, of which readers' text sizes make more on the screen.
  const unit = svg ? svg.getScreenCTM().a : 1;
  const frame = (svg ?? host).getBoundingClientRect();
  // The list of facts is no picture.
  const texts = [...(svg?.querySelectorAll("text") ?? [])].filter((node) => !node.closest(".gone") && node.textContent.trim());
  const boxes = texts.map((node) => {
    const { left, right, top, bottom } = node.getBoundingClientRect();
    // The box of a line is higher than its letters, which fill about the size of the type.
    const size = parseFloat(getComputedStyle(node).fontSize) * unit;
    const middle = (top + bottom) / 2;
    return { left, right, top: Math.max(top, middle - size / 2), bottom: Math.min(bottom, middle + size / 2), text: node.textContent, size };
  });
  for (const [index, box] of boxes.entries()) {
    const out = Math.max(frame.left - box.left, box.right - frame.right, frame.top - box.top, box.bottom - frame.bottom) / unit;
    if (out > 1.05) found.push(`"${box.text}" stands ${out.toFixed(1)} px outside the picture`);
    if (box.size < 11.99) found.push(`"${box.text}" is set in ${box.size} px`);
    for (const other of boxes.slice(index + 1)) {
      const across = (Math.min(box.right, other.right) - Math.max(box.left, other.left)) / unit;
      const down = (Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top)) / unit;
      if (across > 1.05 && down > 1.05) found.push(`"${box.text}" and "${other.text}" overlap by ${across.toFixed(1)} × ${down.toFixed(1)} px`);
    }
  }
  for (const mark of svg?.querySelectorAll('[data-key^="county:"]') ?? []) {
    const hit = mark.querySelector(".hit").getBoundingClientRect();
    const words = mark.nextElementSibling;
    for (const text of words.matches(".words") ? words.querySelectorAll("text") : []) {
      const { left, right } = text.getBoundingClientRect();
      if (left < hit.left - 0.5 || right > hit.right + 0.5) {
        found.push(`"${text.textContent}" stands at ${(left - hit.left).toFixed(1)} to ${(right - hit.left).toFixed(1)} of a tile of ${hit.width.toFixed(1)} px`);
      }
    }
  }

  // What stands around it
  if (host.scrollWidth > host.clientWidth) found.push(`the widget is ${host.scrollWidth} px wide in ${host.clientWidth}`);
  const place = host.getBoundingClientRect();
  for (const node of host.shadowRoot.querySelectorAll("[data-tiers] :is(h3, p, button, select, li, dt, dd, label)")) {
    if (!node.checkVisibility() || node.closest(".table, .tabs")) continue;
    const { left, right } = node.getBoundingClientRect();
    if (left < place.left - 0.5 || right > place.right + 0.5) found.push(`${node.localName} "${node.textContent.slice(0, 20)}" reaches to ${right.toFixed(0)} of ${place.right}`);
    if (node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).display !== "inline") {
      found.push(`"${node.textContent.slice(0, 20)}" is cut: ${node.scrollWidth} px in ${node.clientWidth}`);
    }
  }
  return found;
}
