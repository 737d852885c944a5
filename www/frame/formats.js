// The messages by which pages around a frame know its height, each exactly as its listener reads it. None asks the page
// to go or to scroll anywhere.

const PYM = "xPYMx";
const RESIZER = "[iFrameSizer]";
const OWN = "county-chains";

/** What a frame says of itself in our own format. */
export const own = (id, type, data) => ({ source: OWN, v: 1, id, type, data });

/** Datawrapper: the new listener compares windows, the old one looks for the id. */
export const datawrapper = (id, height) => ({ "datawrapper-height": { [id]: height } });

/** Google AMP, in a frame that is `resizable` and has an `overflow` child. */
export const amp = (height) => ({ sentinel: "amp", type: "embed-size", height });

/** Medium, and others that read text. */
export const medium = (src, height) => JSON.stringify({ src, context: "iframe.resize", height });

/** pym.js, whose id stands in the address. */
export const pym = (id, height) => ["pym", id, "height", height].join(PYM);

/** WordPress, for embedded posts. It takes 200 to 1000. */
export const wordpress = (secret, height) => ({ message: "height", value: height, secret });

/**
 * iframe-resizer 4 and 5, after their `init`. A width of 0 would be ignored; they use it only if told to. Where 5 finds no
 * version of its child at the end, it logs that this is an old one.
 */
export const resizer = (id, height, type) => [RESIZER + id, height, innerWidth, type, OWN].join(":");

/** To iframe-resizer, which may have been there first: there is somebody to talk to. */
export const RESIZER_READY = "[iFrameResizerChild]Ready";

/**
 * What the page around asks for: `{ asker, id? }`, where `id` is the name that iframe-resizer has given the frame;
 * nothing where the message is none of these.
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

/** `[iFrameSizer]` with its settings, of which the third is a truth value, or with a word. */
function resizerRequestIn(text) {
  if (!text.startsWith(RESIZER)) return undefined;
  const [id, , flag] = text.slice(RESIZER.length).split(":");
  if (id && /^(true|false)$/.test(flag)) return { asker: "resizer", id };
  return /^(resize|reset)$/.test(id) && flag === undefined ? { asker: "resizer" } : undefined;
}
