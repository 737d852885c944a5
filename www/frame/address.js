// What the address of the page says: what the widget shows, and how the page around knows the frame. Addresses come
// from anybody, so names are compared with lists and what is sent on must have the form of an id.

import { LISTS, STATE } from "../settings.js";

/** Parameters that pym.js adds and a frame that measures itself does not need. */
const UNUSED = ["initialWidth", "parentTitle", "parentUrl"];
/**
 * Ids of the frame, and what may be one. `id` ends up in selectors of the host's listener. `childId` is any id of an
 * element, but not pym's own delimiter, with which an address could make up messages such as `navigateTo`.
 */
const IDS = { id: /^[\w.:~-]{1,100}$/, childId: /^(?!.*xPYMx)\S{1,200}$/ };

/**
 * A heading is set by the page around. On a page of its own it would be anybody's, who could put any words under the
 * name of the host by a link.
 */
const OF_THE_FRAME = ["heading"];

/**
 * @param {{ search: string }} address such as `location`
 * @param {boolean} isFramed whether there is a page around
 * @returns {{ state: Record<string, string>, ids: { id?: string, childId?: string }, ignored: string[] }}
 */
export function readAddress({ search }, isFramed) {
  const [state, ids, ignored] = [{}, {}, []];
  for (const [name, value] of new URLSearchParams(search)) {
    const isTaken = STATE.includes(name) && (isFramed || !OF_THE_FRAME.includes(name));
    // An address parts lists by ~.
    if (isTaken) state[name] = name in LISTS ? value.replace(/~/g, " ") : value;
    else if (Object.keys(IDS).includes(name) && IDS[name].test(value)) ids[name] = value;
    else if (!UNUSED.includes(name)) ignored.push(name);
  }
  return { state, ids, ignored };
}

/**
 * The id of a frame that was given none: the longest part of its address that the host has written in the same way.
 * Old listeners of Datawrapper look for `iframe[src*='<id>']`, so the id must stand in the attribute `src`; signs that
 * browsers may write in two ways, or that end a selector, part it.
 *
 * @param {{ pathname: string, search: string }} address
 */
export function idFrom({ pathname, search }) {
  const parts = (pathname.split("/").pop() + search).split(/[^\w.?=&~-]+/);
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest)).slice(0, 200) || "county-chains";
}

/** The secret by which WordPress knows a frame, once it has put it behind the address. */
export const secretIn = ({ hash }) => (/^#\?secret=([a-z0-9]{1,64})$/i.exec(hash) || [])[1];
