// The messages that report a height to host pages, each exactly as its listener expects it. None asks the host to navigate
// or to scroll.

const PYM = "xPYMx";
const RESIZER = "[iFrameSizer]";
const OWN = "county-chains";

/** A message in our own format. */
export const own = (id, type, data) => ({ source: OWN, v: 1, id, type, data });

/** Datawrapper. Its new listener compares windows, its old one looks for the id. */
export const datawrapper = (id, height) => ({ "datawrapper-height": { [id]: height } });

/** Google AMP, in a frame that is `resizable` and has an `overflow` child. */
export const amp = (height) => ({ sentinel: "amp", type: "embed-size", height });

/** Medium, and other hosts that read JSON text. */
export const medium = (src, height) => JSON.stringify({ src, context: "iframe.resize", height });

/** pym.js, which puts its id into the address. */
export const pym = (id, height) => ["pym", id, "height", height].join(PYM);

/** WordPress, for embedded posts. It accepts heights from 200 to 1000. */
export const wordpress = (secret, height) => ({ message: "height", value: height, secret });

/**
 * iframe-resizer 4 and 5, after their `init`. They ignore messages with a width of 0, and use the width only if configured to.
 * Version 5 expects the version of its child script at the end, and otherwise logs that the child is old.
 */
export const resizer = (id, height, type) => [RESIZER + id, height, innerWidth, type, OWN].join(":");

/** Tells an iframe-resizer that has loaded before us to send its `init` again. */
export const RESIZER_READY = "[iFrameResizerChild]Ready";

/**
 * Reads a request for the height: `{ asker, id? }`, where `id` is the name that iframe-resizer has given the frame. Undefined
 * for any other message.
 *
 * @param {unknown} data
 * @param {{ childId?: string, secret?: string }} ids
 */
export function requestIn(data, { childId, secret }) {
  if (typeof data === "string") return childId && data.startsWith(["pym", childId, "width", ""].join(PYM)) ? { asker: "pym" } : resizerRequestIn(data);
  if (typeof data !== "object" || data === null) return undefined;
  if (data.source === OWN && data.v === 1 && data.type === "resize") return { asker: "own" };
  if (secret && data.secret === secret && data.message === "ready") return { asker: "wordpress" };
  return undefined;
}

/** Reads `[iFrameSizer]` followed by settings, the third of which is a boolean, or by a command. */
function resizerRequestIn(text) {
  if (!text.startsWith(RESIZER)) return undefined;
  const [id, , flag] = text.slice(RESIZER.length).split(":");
  if (id && /^(true|false)$/.test(flag)) return { asker: "resizer", id };
  return /^(resize|reset)$/.test(id) && flag === undefined ? { asker: "resizer" } : undefined;
}
