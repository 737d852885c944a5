// For pages around county-chains frames, if they like: makes each frame as high as the widget in it.
//
// A frame of ours is one whose address names embed.html. No address can be demanded, since page, script and frames may
// come from different servers and versions; and all that a stranger could gain is a height for its own frame, within
// bounds. A frame is known by its window and never by what it says of itself. Nothing is kept between two messages, so
// a second copy of this script does the same again, which changes nothing.

const OWN = { source: "county-chains", v: 1, type: "resize" };

const frames = () => [...document.querySelectorAll('iframe[src*="embed.html"]')];

function onMessage({ source, data }) {
  if (!data || !Object.keys(OWN).every((name) => data[name] === OWN[name])) return;
  const height = data.data && data.data.height;
  const frame = Number.isFinite(height) && frames().find(({ contentWindow }) => contentWindow === source);
  if (!frame) return;
  const { boxSizing, paddingTop, paddingBottom } = getComputedStyle(frame);
  const around = frame.offsetHeight - frame.clientHeight + parseFloat(paddingTop) + parseFloat(paddingBottom);
  // A property and no attribute, which policies without 'unsafe-inline' refuse.
  frame.style.height = `${Math.min(5000, Math.max(120, height)) + (boxSizing === "border-box" ? around : 0)}px`;
}

// Where Node imports this file there is nobody to listen to.
if (typeof document !== "undefined") {
  addEventListener("message", onMessage);
  // Frames that have told their height before are asked for it; one that is still loading will tell it by itself.
  for (const { contentWindow } of frames()) contentWindow.postMessage(OWN, "*");
}
