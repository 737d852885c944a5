// What only pages with datasets of their own need, as a script that is loaded when the first one is wanted
// (county-chains.own.js). dataset-element.js loads it.

export { ownDataElement } from "./own-element.js";
export { connect } from "./own-program.js";

/** By which the widget's script recognises the script of the same build. */
export const BUILD = __BUILD__;
