// The way to the first chart: what comes over the network, when it is painted, and what moves or blocks meanwhile.

import { PROFILES, visit } from "./browser.mjs";

/** What a page that has painted its chart knows. It stays a while, since browsers tell of long tasks a little later. */
const seen = async () => {
  while (!window.times.live) {
    if (window.failed) throw new Error(window.failed);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await new Promise((resolve) => setTimeout(resolve, 300));
  return { ...window.times, moved: window.moved, longest: window.longest };
};

/**
 * Loads the page of each contestant once with each profile, and notes its figures.
 *
 * @param {object} started a browser
 * @param {string[]} profiles
 */
export async function first(started, { origin, sent }, contestants, note, profiles = Object.keys(PROFILES)) {
  for (const { id } of contestants) {
    for (const profile of profiles) {
      const before = sent.length;
      const { twin, live, moved, longest } = await visit(started, { address: `${origin}/first/${id}.html`, profile }, (page) => page.evaluate(seen));
      if (twin !== undefined) note(`first ${profile}`, `${id} twin`, twin);
      note(`first ${profile}`, id, live);
      if (moved !== undefined) note(`moved ${profile}`, id, moved);
      if (longest !== undefined) note(`longest ${profile}`, id, longest);
      const files = sent.slice(before);
      const bytes = (isPage) => files.filter(({ path }) => path.endsWith(".html") === isPage).reduce((sum, { bytes }) => sum + bytes, 0);
      note("bytes", id, bytes(false));
      note("bytes of the page", id, bytes(true));
      note("files", id, files.length - 1);
    }
  }
}
