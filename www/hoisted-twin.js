// A twin that the page's parser has put out of its tag.

/**
 * Where the tag stands in a paragraph, the parser ends both at the twin's `<figure>`, which it puts behind the paragraph:
 * readers would see the chart twice. The element takes it in again. Nothing else of the page is touched: the tag must be
 * empty, and the very next element a twin of its chart.
 *
 * @param {Element} element
 */
export function reclaimTwin(element) {
  const paragraph = element.firstElementChild ? null : element.closest("p");
  const figure = paragraph && paragraph.nextElementSibling;
  const chart = element.getAttribute("chart") || "tiers";
  if (figure && figure.localName === "figure" && figure.getAttribute("data-chart") === chart) element.append(figure);
}
