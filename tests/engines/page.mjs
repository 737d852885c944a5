// A page in any engine, as the cases see it. What is named lies on the page, or inside its first widget.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Nothing is asserted on time; this only ends a wait that would be in vain. */
const PATIENCE = 60_000;

export class Page {
  /**
   * @param {import("./engines.mjs").Tab} tab
   * @param {import("./engines.mjs").Browser} browser
   */
  constructor(tab, browser) {
    this._tab = tab;
    this._browser = browser;
  }

  /** Runs a function in the page. */
  evaluate(work, ...values) {
    return this._tab.evaluate(work, ...values);
  }

  /** Waits until a function says yes in the page, and returns what it says. */
  async until(work, ...values) {
    for (const last = Date.now() + PATIENCE; ; ) {
      const found = await this.evaluate(work, ...values);
      if (found) return found;
      if (Date.now() > last) throw new Error(`waited in vain for ${work} of ${JSON.stringify(values)}; ${JSON.stringify(await this.record())}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Waits until every widget that must not wait is drawn, or has failed, shows what was asked for, and stands still. */
  async settle() {
    await this.evaluate(async () => {
      await customElements.whenDefined("county-chains");
      const two = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const all = [...document.querySelectorAll("county-chains")];
      const waits = ({ loading, shadowRoot }) =>
        shadowRoot.querySelector("[aria-busy]") || (shadowRoot.getAnimations && shadowRoot.getAnimations().length > 0) ||
        (loading === "eager" && !shadowRoot.querySelector("[data-tiers]"));
      // A drawing may bring a scroll bar, which makes room for less and moves everything once more.
      for (let still = 0; still < 2 && window.record.faults.length === 0; ) {
        await two();
        still = all.some(waits) ? 0 : still + 1;
      }
    });
  }

  /** Looks at every widget, so that the lazy ones are drawn, and goes back to the top. */
  async look() {
    await this.evaluate(async () => {
      await customElements.whenDefined("county-chains");
      for (const element of document.querySelectorAll("county-chains")) {
        element.scrollIntoView({ behavior: "instant" });
        await element.ready;
      }
      scrollTo({ top: 0, behavior: "instant" });
    });
    await this.settle();
  }

  /** Sets attributes of the first widget, null removes, and waits for the drawing. */
  async set(attributes) {
    await this.evaluate((attributes) => {
      const element = document.querySelector("county-chains");
      for (const [name, value] of Object.entries(attributes)) {
        if (value === null) element.removeAttribute(name);
        else element.setAttribute(name, value);
      }
    }, attributes);
    await this.settle();
  }

  /** Where the middle of what is named is in the viewport, once it is in sight and nothing covers it. */
  async _middle(selector) {
    const place = await this.until((selector) => {
      const { shadowRoot } = document.querySelector("county-chains");
      const node = document.querySelector(selector) || (shadowRoot && shadowRoot.querySelector(selector));
      if (!node) return null;
      node.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
      // A mark is hit where it says; its box may have a hole in the middle.
      const { x, y, width, height } = (node.querySelector(".hit") || node).getBoundingClientRect();
      const [across, down] = [Math.round(x + width / 2), Math.round(y + height / 2)];
      const root = node.getRootNode();
      const top = root.elementFromPoint(across, down);
      return width > 0 && top && (node.contains(top) || top.contains(node)) ? [across, down] : null;
    }, selector);
    return place;
  }

  /** Clicks with the pointer on what is named. */
  async click(selector) {
    await this._tab.click(...(await this._middle(selector)));
    await this.settle();
  }

  /** Moves the pointer there. */
  async hover(selector) {
    await this._tab.move(...(await this._middle(selector)));
    await this.settle();
  }

  /** Presses keys of the keyboard, one after the other: "Tab", "Shift+Tab", "a". */
  async press(...keys) {
    for (const key of keys) await this._tab.press(...key.split("+").reverse());
    await this.settle();
  }

  /** Waits until something in the first widget matches. */
  appears(selector) {
    return this.until((selector) => document.querySelector("county-chains").shadowRoot.querySelectorAll(selector).length > 0, selector);
  }

  /** Attributes of what is named in the first widget; null where there is none. */
  attributes(selector, ...names) {
    return this.evaluate((selector, names) => {
      const node = document.querySelector("county-chains").shadowRoot.querySelector(selector);
      return node && names.map((name) => node.getAttribute(name));
    }, selector, names);
  }

  /** The words of what is named in the first widget, of each that matches. */
  words(selector) {
    return this.evaluate((selector) =>
      [...document.querySelector("county-chains").shadowRoot.querySelectorAll(selector)].map(({ textContent }) => textContent.trim()), selector);
  }

  /** Where the focus is: the action of a control, the key of a mark, or an id. */
  focused() {
    return this.evaluate(() => {
      let active = document.activeElement;
      while (active && active.shadowRoot && active.shadowRoot.activeElement) active = active.shadowRoot.activeElement;
      return active.dataset.action || active.dataset.key || active.id || active.localName;
    });
  }

  /** What happened on the page so far. */
  async record() {
    const record = await this.evaluate(() => window.record);
    const violations = record.violations.filter((line) => !this._isHarmless(line));
    // Old browsers name the words of a policy that they do not know, which is what these words are there for.
    const lines = (await this._tab.console()).filter((line) => !/Content.Security.Policy directive.*(wasm-unsafe-eval|trusted-types)/.test(line));
    return { ...record, violations, console: lines };
  }

  /** Whether a report says nothing of the page. */
  _isHarmless(violation) {
    // Firefox and WebKitGTK look for an icon by themselves, and count that among the page's own requests.
    if (/^img-src .*\/favicon\.ico$/.test(violation)) return true;
    // Chromium 78 and 86 report, where 'unsafe-eval' allows wasm, the wasm that they compile.
    return violation === "script-src eval" && /Chrome\/[78]\d\./.test(this._browser.version);
  }

  /** Asserts that nothing went wrong. */
  async silent() {
    const { console, errors, violations, faults } = await this.record();
    assert.deepEqual({ console, errors, violations, faults }, { console: [], errors: [], violations: [], faults: [] });
  }

  /** The file that `work` makes the browser save: its name, as the reader finds it, and its bytes. */
  async saved(work) {
    const list = async () => (await readdir(this._browser.folder)).filter((name) => !name.startsWith("."));
    const before = await list();
    await work();
    for (const last = Date.now() + PATIENCE; ; ) {
      const [name] = (await list()).filter((name) => !before.includes(name));
      // Browsers write into a file of another name, or into an empty one, until all is there.
      const bytes = name && !/\.(part|crdownload|wkdownload|tmp)$/.test(name) ? await readFile(join(this._browser.folder, name)).catch(() => []) : [];
      if (bytes.length > 0) return { name, bytes };
      if (Date.now() > last) throw new Error(`no file was saved; there are ${await list()}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** The page as PDF; undefined where the driver cannot print. */
  get print() {
    return this._tab.print;
  }

  screenshot() {
    return this._tab.screenshot();
  }
}
