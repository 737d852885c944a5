// What the scripts for datasets of a page's own need of the widget's script, which hands it over: they are in a file of their
// own, and a second loader in it would start a second instance.

/** @type {typeof import("./settings.js").SETTINGS} */
export let SETTINGS;
/** @type {typeof import("./settings.js").applyChanges} */
export let applyChanges;
/** @type {typeof import("./loader.js").isLive} */
export let isLive;
/** @type {typeof import("./loader.js").loadCore} */
export let loadCore;
/** @type {typeof import("./loader.js").loadParts} */
export let loadParts;
/** @type {typeof import("./loader.js").preloadParts} */
export let preloadParts;
/** @type {typeof import("./drawing.js").replaceCore} */
export let replaceCore;

export function connect(program) {
  ({ SETTINGS, applyChanges, isLive, loadCore, loadParts, preloadParts, replaceCore } = program);
}
