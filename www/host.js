// Optional script for host pages: makes each county-chains frame as high as the widget in it.
//
// It resizes any frame whose address contains embed.html. It cannot demand an exact address, since page, script and frames
// may come from different servers and versions. A foreign frame gains nothing but its own height, within bounds. A frame is
// identified by its window and not by what its message says. Nothing is kept between messages, so a second copy of this
// script does no harm.

const OWN = { source: "county-chains", v: 1, type: "resize" };

const frames = () => [...document.querySelectorAll('iframe[src*="embed.html"]')];

function onMessage({ source, data }) {
  if (!data || !Object.keys(OWN).every((name) => data[name] === OWN[name])) return;
  const height = data.data && data.data.height;
  const frame = Number.isFinite(height) && frames().find(({ contentWindow }) => contentWindow === source);
  if (!frame) return;
  const { boxSizing, paddingTop, paddingBottom } = getComputedStyle(frame);
  const around = frame.offsetHeight - frame.clientHeight + parseFloat(paddingTop) + parseFloat(paddingBottom);
  // A property, since policies without 'unsafe-inline' refuse a style attribute.
  frame.style.height = `${Math.min(5000, Math.max(120, height)) + (boxSizing === "border-box" ? around : 0)}px`;
}

// Node can import this file; there it does nothing.
if (typeof document !== "undefined") {
  addEventListener("message", onMessage);
  // Ask frames that have reported their height already. One that is still loading will report it by itself.
  for (const { contentWindow } of frames()) contentWindow.postMessage(OWN, "*");
}
