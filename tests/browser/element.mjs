// What the tests of the element share: the plainest tag, its events, its state, its words.

/** The tag with nothing said. */
export const ONE = "<county-chains></county-chains>";

/** Collects the element's events in `window.events`, as they arrive at the document. */
export const listening = (page) => page.addInitScript(() => {
  window.events = [];
  for (const name of ["ready", "change", "select", "error"]) {
    document.addEventListener(`county-chains-${name}`, ({ target, detail }) => {
      window.events.push({ id: target.id, name, detail });
    });
  }
});

/** The events since the last call. */
export const events = (page) => page.evaluate(() => window.events.splice(0));

export const state = (page, selector = "county-chains") => page.evaluate((selector) => document.querySelector(selector).state, selector);

/** The words of a part. */
export const text = (page, part, selector = "county-chains") => page.locator(`${selector} [part="${part}"]`).first().innerText();
