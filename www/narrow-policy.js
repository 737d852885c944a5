// Makes the policy of our own pages as narrow as it can be here. A page states its policy in a `<meta>`, which has words that
// only some browsers need, and cannot name the host that it will lie on.

/** Words for old browsers, which have no other that allows wasm, or a style sheet that a script brings. */
const FOR_OLD_BROWSERS = / ('unsafe-eval'|data:)/g;
/** Any host: in a sandboxed frame `'self'` matches nothing in Chromium 64 and in older versions of Safari. */
const ANY_HOST = /http: https:/g;

/**
 * Adds the narrow policy to the page. It obeys both then, so what one of them forbids is forbidden; to change the first one
 * would have no effect. A copy of the page without a policy gets none.
 */
export function narrowPolicy() {
  const stated = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
  if (!stated) return;
  // A page that was opened from a disk has no host.
  const atHome = stated.content.replace(ANY_HOST, /^http/.test(location.origin) ? location.origin : "");
  const narrow = stated.cloneNode();
  narrow.content = isOld() ? atHome : atHome.replace(FOR_OLD_BROWSERS, "");
  document.head.append(narrow);
}

/**
 * Whether this may be a browser before Chromium 97, Firefox 102 and Safari 16, which do not know 'wasm-unsafe-eval', or before
 * those that share style sheets. No script can ask for the words of a policy. Containers came into browsers a little later.
 */
function isOld() {
  return !CSS.supports("container-type", "inline-size") || !("adoptedStyleSheets" in document);
}
