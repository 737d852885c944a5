// Reads the address of the page: the state of the widget, and the ids by which the host page knows the frame. Anybody can
// write an address, so parameters must be in our lists, and ids must match a pattern.

import { LISTS, STATE } from "../settings.js";

/** Parameters that pym.js adds and that we do not need. */
const UNUSED = ["initialWidth", "parentTitle", "parentUrl"];
/**
 * Ids of the frame, and the form they must have. The host's listener may use `id` in a selector. `childId` may be any id of
 * an element. It must not contain pym's delimiter, or an address could forge messages such as `navigateTo`.
 */
const IDS = { id: /^[\w.:~-]{1,100}$/, childId: /^(?!.*xPYMx)\S{1,200}$/ };

/**
 * The name of a dataset, whose folder is beside the page. An address would let anybody show any figures under the host's name
 * by a link.
 */
const DATA = /^[a-z0-9-]{1,64}$/;

/**
 * Parameters that only a framed page reads. On a page of its own a heading from the address would let anybody publish any
 * words under the host's name by a link.
 */
const OF_THE_FRAME = ["heading"];

/**
 * Reads the query.
 *
 * @param {{ search: string }} address such as `location`
 * @param {boolean} isFramed whether the page is in a frame
 * @returns {{ state: Record<string, string>, ids: { id?: string, childId?: string }, data: string, ignored: string[] }}
 */
export function readAddress({ search }, isFramed) {
  const [state, ids, ignored] = [{}, {}, []];
  let data = "";
  for (const [name, value] of new URLSearchParams(search)) {
    const isTaken = STATE.includes(name) && (isFramed || !OF_THE_FRAME.includes(name));
    // An address parts lists by ~.
    if (isTaken) state[name] = name in LISTS ? value.replace(/~/g, " ") : value;
    else if (Object.keys(IDS).includes(name) && IDS[name].test(value)) ids[name] = value;
    else if (name === "data" && DATA.test(value)) data = value;
    else if (!UNUSED.includes(name)) ignored.push(name);
  }
  return { state, ids, data, ignored };
}

/**
 * The id of a frame whose address has none. Old listeners of Datawrapper look for `iframe[src*='<id>']`, so the id must be
 * a part of `src` exactly as the host has written it. This takes the longest part without characters that browsers may
 * encode or that end a selector.
 *
 * @param {{ pathname: string, search: string }} address
 */
export function idFrom({ pathname, search }) {
  const parts = (pathname.split("/").pop() + search).split(/[^\w.?=&~-]+/);
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest)).slice(0, 200) || "county-chains";
}

/** The secret that WordPress adds to the address to identify the frame. */
export const secretIn = ({ hash }) => (/^#\?secret=([a-z0-9]{1,64})$/i.exec(hash) || [])[1];
