// The page's font, which the widget inherits and Rust cannot see.

let pen;

/**
 * How wide the font of `element` sets a text at 100 px, in the two weights the widget uses. 0 where a browser keeps
 * that to itself.
 *
 * @param {string} family
 * @param {string} text
 */
export function widths(family, text) {
  pen = pen || document.createElement("canvas").getContext("2d");
  return ["400", "700"].map((weight) => {
    if (!pen) return 0;
    pen.font = `${weight} 100px ${family}`;
    return pen.measureText(text).width;
  });
}
