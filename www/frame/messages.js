// Exchanges messages with the host page. We cannot know its listener, so we send the height in every format that needs no
// request, and in the others once they have been requested. A height is no secret, so any origin may receive it.

import { idFrom, secretIn } from "./address.js";
import { amp, datawrapper, medium, own, pym, requestIn, resizer, RESIZER_READY, wordpress } from "./formats.js";
import { watchHeight } from "./height.js";

/**
 * Reports the height of `element` to the host page from now on. Outside a frame it does nothing.
 *
 * @param {HTMLElement} element
 * @param {{ id?: string, childId?: string }} ids those of the address
 * @returns {{ send: (type: "ready" | "state" | "select" | "error", data: object) => void, measure: () => void }} `send`
 *   posts a message in our own format; `measure` measures now, since browsers do not lay out a frame that is out of view
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
  // WordPress may add the secret to the address after the frame has loaded.
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

/** How each listener receives a height. Those that need a request get nothing before it. */
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
 * Whether to answer iframe-resizer: only after its `init`. It may send that three times, but like its own child script we
 * answer with `init` once.
 */
function acceptResizer({ id }, invited) {
  if (id && (!invited.resizer || invited.resizer.id !== id)) invited.resizer = { id, greeted: false };
  return Boolean(invited.resizer);
}
