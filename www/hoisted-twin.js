// A twin that the HTML parser has moved out of its tag.

/**
 * A `<figure>` ends the paragraph around it. If the tag is in a paragraph, the parser therefore closes both and places the
 * twin after the paragraph, and readers would see the chart twice. This moves the twin back. It touches nothing else of the
 * page: the tag must be empty, and the next element must be a twin of its chart.
 *
 * @param {Element} element
 */
export function reclaimTwin(element) {
  const paragraph = element.firstElementChild ? null : element.closest("p");
  const figure = paragraph && paragraph.nextElementSibling;
  const chart = element.getAttribute("chart") || "tiers";
  if (figure && figure.localName === "figure" && figure.getAttribute("data-chart") === chart) element.append(figure);
}
