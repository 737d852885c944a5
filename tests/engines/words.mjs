// Words that several cases share.

export { CHARTS } from "../../www/chart-table.js";

/** The plainest tag, drawn at once. */
export const ONE = '<county-chains loading="eager"></county-chains>';

/** A widget between two buttons of the page. */
export const between = (attributes) =>
  `<button id="before">before</button><county-chains loading="eager" ${attributes}></county-chains><button id="after">after</button>`;
