// The frame and the page around it. Who that is cannot be known, so the height is told in every format that needs no
// invitation, and in the others once they have been asked for. What is told is no secret: it goes to any page.

import { idFrom, secretIn } from "./address.js";
import { amp, datawrapper, medium, own, pym, requestIn, resizer, RESIZER_READY, wordpress } from "./formats.js";
import { watchHeight } from "./height.js";

/**
 * Tells the page around the frame how high `element` is, from now on. On a page of its own it does nothing.
 *
 * @param {HTMLElement} element
 * @param {{ id?: string, childId?: string }} ids those of the address
 * @returns {{ say: (type: "ready" | "state" | "select" | "error", data: object) => void, look: () => void }} `say` says
 *   something else in our own format; `look` measures now, since a frame out of sight is not laid out by itself
 */
export function connectToHost(element, { id = idFrom(location), childId }) {
  const { parent } = window;
  if (parent === window) return { send() {}, measure() {} };
  const post = (message) => parent.postMessage(message, "*");
  const send = (type, data) => post(own(id, type, data));
  const invited = { childId, secret: undefined, resizer: undefined };
  const formats = formatsFor(id, invited, post, send);
  const requestHeight = watchHeight(element, (height, askers = Object.keys(formats)) => askers.forEach((asker) => formats[asker](height)));

  addEventListener("message", ({ source, data }) => {
    const request = source === parent && requestIn(data, invited);
    if (!request || (request.asker === "resizer" && !acceptResizer(request, invited))) return;
    requestHeight(request.asker);
  });
  // WordPress puts the secret behind the address of a frame that may be there already.
  const readSecret = () => {
    const secret = secretIn(location);
    if (!secret || secret === invited.secret) return;
    invited.secret = secret;
    document.documentElement.classList.add("clipped");
    requestHeight("wordpress");
  };
  addEventListener("hashchange", readSecret);
  readSecret();
  post(RESIZER_READY);
  return { send, measure: () => requestHeight() };
}

/** How each listener is told a height; those that were not invited are told nothing. */
function formatsFor(id, invited, post, send) {
  return {
    own: (height) => send("resize", { height }),
    datawrapper: (height) => post(datawrapper(id, height)),
    amp: (height) => post(amp(height)),
    medium: (height) => post(medium(location.href, height)),
    pym: (height) => invited.childId && post(pym(invited.childId, height)),
    wordpress: (height) => invited.secret && post(wordpress(invited.secret, height)),
    resizer: (height) => {
      if (!invited.resizer) return;
      post(resizer(invited.resizer.id, height, invited.resizer.greeted ? "resizeObserver" : "init"));
      invited.resizer.greeted = true;
    },
  };
}

/**
 * Whether iframe-resizer may be answered, which it is after its `init`. It sends that up to three times, and is greeted
 * once, as its own child would do.
 */
function acceptResizer({ id }, invited) {
  if (id && (!invited.resizer || invited.resizer.id !== id)) invited.resizer = { id, greeted: false };
  return Boolean(invited.resizer);
}
