// <county-chains>: its attributes, properties, methods and events. What anything means is Rust's.

import { passFocus, show } from "./attention.js";
import { answer, copyText, saveFile } from "./effects.js";
import { join, leave, mates } from "./groups.js";
import { LivingElement } from "./life.js";
import { withTexts } from "./png.js";
import { loadAnnex } from "./loader.js";
import { DEFAULTS, REFLECTED, SETTINGS, STATE, changed, flat, plain, same, written } from "./settings.js";

export class CountyChainsElement extends LivingElement {
  static get observedAttributes() {
    return [...SETTINGS, "loading"];
  }

  /** Which version this is, for whoever meets two. */
  static get version() {
    return __VERSION__;
  }

  constructor() {
    super();
    /** Last good state, each part as its attribute says it. It lives here, where no trap can take it. */
    this._state = undefined;
    /** Attribute changes that Rust has not seen yet. @type {Map<string, string | null>} */
    this._changes = new Map();
    /** Faults already told, so that each is told once. */
    this._faults = new Set();
  }

  connectedCallback() {
    for (const name of ["state", ...this.constructor.observedAttributes]) {
      // A property set before the class was known hides the accessor until it is taken out.
      if (!Object.prototype.hasOwnProperty.call(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    this._joinGroup();
    super.connectedCallback();
  }

  disconnectedCallback() {
    leave(this, this._group);
    super.disconnectedCallback();
  }

  attributeChangedCallback(name, before, value) {
    if (name === "loading") return this._setLoading(value);
    if (this._reflecting || before === value) return;
    this._changes.set(name, value);
    this._schedule();
  }

  _setLoading(value) {
    if (value === "eager" && this.isConnected) this._start();
    if (value === null || value === "eager" || value === "lazy") return;
    this._fail("bad-attribute", `loading="${value}" is ignored: expected one of: lazy, eager`);
  }

  /** The whole state as plain JSON. Setting a part changes only what it names. */
  get state() {
    this._settle();
    const asked = (name) => (this._changes.has(name) ? this._changes.get(name) : this.getAttribute(name));
    const part = (name) => (this._state ? this._state[name] : asked(name) || DEFAULTS[name] || null);
    return Object.fromEntries(STATE.map((name) => [name, plain(name, part(name))]));
  }

  set state(part) {
    if (typeof part !== "object" || part === null) return this._fail("bad-attribute", `state is ignored: expected an object`);
    // The round trip makes a plain copy of whatever the page hands over.
    for (const [name, value] of Object.entries(JSON.parse(JSON.stringify(part)))) {
      if (SETTINGS.includes(name)) this[name] = value;
      else if (STATE.includes(name)) this.attributeChangedCallback(name, undefined, written(value));
      else this._fail("bad-attribute", `state.${name} is ignored: expected one of ${STATE.join(", ")}`);
    }
  }

  /** The picture with heading, notes and source as an SVG document. Options: width, or any attribute. */
  toSVG(options = {}) {
    return this._take((core, asked) => core.toSvg(asked), options);
  }

  /** The address that restores what is shown, on a page of its own; empty before the first drawing. */
  get link() {
    return this._isReady() ? this._take((core, shown) => core.toLink(shown)) : "";
  }

  /**
   * The same as a PNG; with `shape: "square"` of 1080 pixels each way. The file says where it comes from and which address
   * restores the view. What draws it is fetched first if no reader has opened anything yet.
   */
  async toPNG(options = {}) {
    const { scale, shape } = options;
    const asked = this._asked(options);
    await loadAnnex(this._core);
    const canvas = document.createElement("canvas");
    const resize = (width, height) => Object.assign(canvas, { width, height });
    const context = canvas.getContext("2d");
    const factor = Math.min(8, Math.max(0.5, Number(scale) || 2));
    const credits = this._call(() => this._core.paintPicture(context, asked, factor, shape === "square", resize), true);
    return new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(withTexts(blob, credits)) : reject(new Error("the browser made no PNG"))), "image/png");
    });
  }

  /** The chart's table as CSV: all rows, or those of the selection. */
  toCSV({ scope = "all" } = {}) {
    if (scope !== "all" && scope !== "selection") throw new TypeError(`unknown scope "${scope}", expected one of: all, selection`);
    return this._take((core, shown) => core.toCsv(shown, scope === "selection"));
  }

  /** How to cite the dataset. */
  cite(lang = this._language()) {
    return this._take((core) => core.cite(lang));
  }

  /**
   * The code to paste elsewhere: `element`, `iframe` or `static`. It goes through editors, some of which drop scripts and show
   * what stands in them: only where asked for does its twin carry JSON-LD.
   */
  embedCode({ kind = "element", jsonLd = false } = {}) {
    const code = this._take((core, shown) => core.embedCode(shown, kind, Boolean(jsonLd)));
    if (code === undefined) throw new TypeError(`unknown kind "${kind}", expected one of: element, iframe, static`);
    return code;
  }

  /** Fetches what only some readers open, so that pictures, tables and code of any chart can be had at once. */
  async complete() {
    await this.ready;
    await loadAnnex(this._core);
  }

  _isReady() {
    this._settle();
    return this._state && this._isLive();
  }

  /** What Rust makes, at once, of what is shown or, with options, of a picture. */
  _take(work, options) {
    const asked = this._asked(options);
    if (this._core.lacksAnnex(asked, true)) throw new Error("this takes more than is loaded; await element.complete() first");
    return this._call(() => work(this._core, asked), true);
  }

  /** Lets Rust see the attributes that changed. The next drawing tells of it. */
  _settle() {
    if (!this._isLive() || (this._state && !this._changes.size)) return;
    const settled = this._call(() => changed(this._core, this._state || {}, [...this._changes]));
    if (!settled) return;
    this._changes.clear();
    const before = this._state;
    this._state = Object.fromEntries(settled[0]);
    for (const [name, value, message] of settled[1]) {
      this._fail("bad-attribute", `${name}="${value}" is ignored: ${message}`);
    }
    if (before && !same(before, this._state)) this._unsaid = true;
    if (before && before.group !== this._state.group) this._joinGroup();
  }

  /** The language asked for, or that of the page around. */
  _language() {
    let place = this.parentNode;
    while (place && !(place.getAttribute && place.getAttribute("lang"))) place = place.parentNode || place.host;
    return (this._state && this._state.lang) || (place ? place.getAttribute("lang") : "zh-Hans");
  }

  /** The state and what the page tells, as Rust takes them. */
  _settings(changes = {}) {
    return flat({ ...this._state, ...this._surroundings(), "@language": this._language(), ...changes });
  }

  /** What is shown or, with the options of a picture, its width and the attributes that differ from the element's own. */
  _asked(options) {
    if (!this._isReady()) throw new Error("county-chains is not ready; await element.ready first");
    if (!options) return this._settings();
    const { width, scale, shape, ...attributes } = options;
    // A picture may be of any chart, whatever the picker offers.
    const start = attributes.chart ? { ...this._state, charts: null } : this._state;
    const [state, faults] = this._call(() => changed(this._core, start, Object.entries(attributes)), true);
    for (const [name, , message] of faults) throw new TypeError(`${name}: ${message}`);
    return this._settings({ ...Object.fromEntries(state), "@width": String(Number(width) || 760) });
  }

  _swap(height) {
    this._joinGroup();
    super._swap(height);
  }

  /** After a drawing: what changed by attribute or property is told now. */
  _told(text) {
    this._shown = this._state;
    if (!this._unsaid) return;
    this._unsaid = false;
    if (text) this._voice.say(text, this._language());
    this._emit("change", { state: this.state });
    this._share();
  }

  /** After an event: something for the page to do, and the state that the reader chose. */
  _answer([state, effect], event) {
    if (effect) this._perform(effect, event);
    const next = state && Object.fromEntries(state);
    if (next && !same(next, this._state)) this._change(next);
  }

  /** What could not be loaded is taken back: the state of the last drawing holds again. */
  _withdraw() {
    if (!this._shown) return this._leaveRoom();
    this._change(this._shown);
    this._message("not-loaded", true);
  }

  /** What was set before charts and their marks were all here is looked at again. */
  _recheck() {
    for (const name of ["mark", "sort"]) if (this._state[name]) this._changes.set(name, this._state[name]);
  }

  /** The reader has changed the state. */
  _change(state) {
    const before = this._state;
    this._state = state;
    this._reflect();
    this._attend(before);
    const own = { mark: 0, panel: 0 };
    if (!same({ ...before, ...own }, { ...state, ...own })) this._emit("change", { state: this.state });
    if (before.county !== state.county || before.mark !== state.mark) {
      const mark = state.mark || (state.county ? `county:${state.county}` : null);
      this._emit("select", { county: state.county, mark });
    }
    this._share();
  }

  /** Draws what the reader has asked for, whose state was `before`, and keeps focus and eyes with it. */
  _attend(before = this._awaited || this._state) {
    const focused = this.shadowRoot.activeElement;
    const listed = this._mount.querySelectorAll("article").length;
    const text = this._draw();
    // Drawn again when it is all there.
    if (text === undefined) return void (this._awaited = before);
    this._awaited = undefined;
    if (text) this._voice.say(text, this._language());
    // What had the focus is gone, such as a card's close button or a result that was opened.
    if (focused && !focused.getClientRects().length) passFocus(this._mount, before, this._state, listed);
    const { mark, county, panel } = this._state;
    if (mark !== before.mark || county !== before.county) show(this._mount, "[part=card]");
    if (panel !== before.panel) show(this._mount, ".panel");
  }

  /** Attributes say what the state says; where a default holds, by being absent. */
  _reflect() {
    this._reflecting = true;
    for (const name of REFLECTED) {
      const value = this._state[name];
      if (value === null || value === DEFAULTS[name]) this.removeAttribute(name);
      else if (this.getAttribute(name) !== value) this.setAttribute(name, value);
    }
    this._reflecting = false;
  }

  async _perform([kind, name, media, text], event) {
    if (kind === "again") {
      if (await this._getAnnex()) this._handle(...event);
      else this._message("not-loaded", true);
      return;
    }
    if (kind === "save") return saveFile(name, new Blob([text], { type: media }));
    if (kind === "save-png") return saveFile(name, await this.toPNG(text === "square" ? { shape: text } : { scale: text }));
    if (kind === "share") return void navigator.share({ title: document.title, url: text }).catch(() => {});
    const done = await copyText(text);
    const control = event[1].closest("[data-action]");
    const said = this._message(done ? "copied" : "copy-failed", !control);
    if (control) answer(control, said);
  }

  /** Says what became of something, in the widget's language. */
  _message(what, shown = false) {
    const text = this._call(() => this._core.message(this._language(), what)) || "";
    this._voice.say(text, this._language(), shown);
    return text;
  }

  /** A newcomer takes over what the group has. */
  _joinGroup() {
    leave(this, this._group);
    this._group = this._state ? this._state.group : this.getAttribute("group");
    if (!this._group || !this.isConnected) return;
    // One that still waits for its file has a state as well, but only that of its attributes.
    const [first] = join(this, this._group).filter((member) => member._drawn);
    if (first) this._takeOver(first._state);
  }

  /** Others of the group take over what was chosen. */
  _share() {
    for (const other of mates(this, this._group)) other._takeOver(this._state);
  }

  /** Tiers and county of another become its own. They are not passed on. */
  _takeOver({ tiers, county }) {
    const state = { ...this._state, tiers, county };
    if (!this._state || same(state, this._state)) return;
    this._state = state;
    this._reflect();
    this._draw();
    this._emit("change", { state: this.state });
  }

  /** One event and one line on the console a fault; the loader has already written its own. */
  _fail(code, message, logged = false) {
    // What a page sets wrong twice is told twice; what goes on going wrong by itself is not.
    if (code !== "bad-attribute" && this._faults.has(code + message)) return;
    this._faults.add(code + message);
    if (!logged) console.warn(`county-chains: ${message}`);
    this._emit("error", { code, message });
  }
}

for (const name of [...SETTINGS, "loading"]) {
  Object.defineProperty(CountyChainsElement.prototype, name, {
    configurable: true,
    enumerable: true,
    get() {
      this._settle();
      const value = this._state && name in this._state ? this._state[name] : this.getAttribute(name);
      return value === null && name in DEFAULTS ? DEFAULTS[name] : value;
    },
    set(value) {
      const text = written(value);
      if (text === null) this.removeAttribute(name);
      else this.setAttribute(name, text);
    },
  });
}
