// <county-chains>: its attributes, properties, methods and events. What anything means is Rust's.

import { moveFocus, revealOpened } from "./focus.js";
import { showResult, copyText, saveFile } from "./effects.js";
import { join, leave, mates } from "./groups.js";
import { LifecycleElement } from "./lifecycle.js";
import { has, joined } from "./lists.js";
import { loadAnnex } from "./loader.js";
import { attributeOf, make, parentOf } from "./nodes.js";
import { withTexts } from "./png.js";
import { DEFAULTS, REFLECTED, SETTINGS, STATE, changed, flat, named, plain, quoted, same, texts, written } from "./settings.js";
import { applyPending, addPending, pendingValue } from "./pending-changes.js";

/** Attributes of the element. */
const OBSERVED = joined(SETTINGS, ["loading"]);

export class CountyChainsElement extends LifecycleElement {
  static get observedAttributes() {
    return OBSERVED;
  }

  /** Which version this is, for whoever meets two. */
  static get version() {
    return __VERSION__;
  }

  constructor() {
    super();
    /** Last good state, each part as its attribute says it. It lives here, where no trap can take it. */
    this._state = undefined;
    /** What Rust has not seen yet. */
    this._pending = [];
    /** Attributes as they were before a state was asked for that Rust has not seen yet. */
    this._attributesBefore = { __proto__: null };
    /** Faults already told, so that each is told once. */
    this._reportedErrors = { __proto__: null };
  }

  /** Before anything else in a page. */
  _onFirstConnected() {
    for (let index = 0; index < OBSERVED.length; index++) this._readInitial(OBSERVED[index]);
    this._readInitial("state");
    this._shownLanguage = this._shownLanguage || this._language();
    this._joinGroup();
  }

  /** What was set before the class was known. */
  _readInitial(name) {
    // Parsers of XML set attributes without a word.
    if (name !== "loading" && !this._state && this.hasAttribute(name)) {
      addPending(this._pending, { __proto__: null, [name]: this.getAttribute(name) }, false);
    }
    // A property hides the accessor until it is taken out.
    if (!Object.prototype.hasOwnProperty.call(this, name)) return;
    const value = this[name];
    delete this[name];
    this[name] = value;
  }

  disconnectedCallback() {
    leave(this, this._group);
    super.disconnectedCallback();
  }

  attributeChangedCallback(name, before, value) {
    if (name === "loading") return this._setLoading(value);
    if (this._isReflecting || before === value) return;
    addPending(this._pending, { __proto__: null, [name]: value }, false);
    this._requestDrawAfterChange();
  }

  _setLoading(value) {
    if (value === "eager" && this.isConnected && !this._drawn) this._loadAndDraw();
    if (value === null || value === "eager" || value === "lazy") return;
    this._reportError("bad-attribute", `loading=${quoted(value)} is ignored: expected one of: lazy, eager`);
  }

  /** The whole state as plain JSON. Setting a part changes only what it names. */
  get state() {
    this._applyPending();
    const state = {};
    for (let index = 0; index < STATE.length; index++) {
      const name = STATE[index];
      const known = this._state ? this._state[name] : pendingValue(this._pending, name, null) || DEFAULTS[name] || null;
      const value = plain(name, known);
      Object.defineProperty(state, name, { __proto__: null, value, configurable: true, enumerable: true, writable: true });
    }
    return state;
  }

  /** A state is taken whole or, where any part of it is no good, not at all. */
  set state(part) {
    if (typeof part !== "object" || part === null) return this._reportError("bad-attribute", "state is ignored: expected an object");
    const wanted = texts(part);
    for (const name in wanted) {
      if (has(STATE, name)) continue;
      return this._reportError("bad-attribute", `state is ignored: unknown part ${quoted(name)}, expected one of: ${STATE.join(", ")}`);
    }
    addPending(this._pending, wanted, true);
    for (const name in wanted) {
      if (!has(SETTINGS, name)) continue;
      if (!(name in this._attributesBefore)) this._attributesBefore[name] = this.getAttribute(name);
      this._writeAttribute(name, wanted[name]);
    }
    this._requestDrawAfterChange();
    this._applyPending();
  }

  /** The picture with heading, notes and source as an SVG document. Options: width, or any attribute. */
  toSVG(options = {}) {
    return this._export((core, asked) => core.toSvg(asked), options);
  }

  /** The address that restores what is shown, on a page of its own; empty before the first drawing. */
  get link() {
    return this._isReady() ? this._export((core, shown) => core.toLink(shown)) : "";
  }

  /**
   * The same as a PNG; with `shape: "square"` of 1080 pixels each way. The file says where it comes from and which address
   * restores the view. What draws it is fetched first if no reader has opened anything yet.
   */
  async toPNG(options = {}) {
    const { scale, shape } = own(options);
    const asked = this._exportSettings(options);
    await loadAnnex(this._core);
    const canvas = make("canvas");
    const resize = (width, height) => {
      canvas.width = width;
      canvas.height = height;
    };
    const context = canvas.getContext("2d");
    const factor = Math.min(8, Math.max(0.5, Number(scale) || 2));
    const credits = this._callCore(() => this._core.paintPicture(context, asked, factor, shape === "square", resize), true);
    return new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(withTexts(blob, credits)) : reject(new Error("the browser made no PNG"))), "image/png");
    });
  }

  /** The chart's table as CSV: all rows, or those of the selection. */
  toCSV(options) {
    const { scope = "all" } = own(options);
    if (scope !== "all" && scope !== "selection") throw new TypeError(`unknown scope ${quoted(scope)}, expected one of: all, selection`);
    return this._export((core, shown) => core.toCsv(shown, scope === "selection"));
  }

  /** How to cite the dataset. */
  cite(lang = this._language()) {
    if (typeof lang !== "string") throw new TypeError(`lang ${quoted(lang)} is no language, expected a tag such as zh-Hans or en`);
    return this._export((core) => core.cite(lang));
  }

  /**
   * The code to paste elsewhere: `element`, `iframe` or `static`. It goes through editors, some of which drop scripts and show
   * what stands in them: only where asked for does its twin carry JSON-LD.
   */
  embedCode(options) {
    const { kind = "element", jsonLd = false } = own(options);
    if (jsonLd && this._isReady() && !this._core.annexIsHere()) throw incomplete();
    const code = this._export((core, shown) => core.embedCode(shown, typeof kind === "string" ? kind : "", Boolean(jsonLd)));
    if (code === undefined) throw new TypeError(`unknown kind ${quoted(kind)}, expected one of: element, iframe, static`);
    return code;
  }

  /** Fetches what only some readers open, so that pictures, tables and code of any chart can be had at once. */
  async complete() {
    await this.ready;
    await loadAnnex(this._core);
  }

  _isReady() {
    this._applyPending();
    return this._state && this._isLive();
  }

  /** What Rust makes, at once, of what is shown or, with options, of a picture. */
  _export(work, options) {
    const asked = this._exportSettings(options);
    if (this._core.lacksAnnex(asked, true)) throw incomplete();
    return this._callCore(() => work(this._core, asked), true);
  }

  /** Lets Rust see what was asked for. The next drawing tells of it. */
  _applyPending() {
    if (!this._isLive() || (this._state && !this._pending.length)) return;
    if (!this._state) addPending(this._pending, { __proto__: null }, false);
    const before = this._state;
    const applied = this._callCore(() => applyPending(this._core, before || {}, this._pending));
    if (!applied) return;
    this._pending = [];
    this._state = applied.state;
    // A state that was not taken leaves no trace.
    for (const name in this._attributesBefore) this._writeAttribute(name, name in applied.taken ? applied.taken[name] : this._attributesBefore[name]);
    this._attributesBefore = { __proto__: null };
    this._reportRejected(applied.faults);
    if (before && !same(before, this._state)) this._hasUnreportedChange = true;
    if (before && before.group !== this._state.group) this._joinGroup();
  }

  /** Tells what of the page's wishes is no good: name, value and why. */
  _reportRejected(faults) {
    for (let index = 0; index < faults.length; index++) {
      this._reportError("bad-attribute", `${faults[index][0]}=${quoted(faults[index][1])} is ignored: ${faults[index][2]}`);
    }
  }

  /**
   * The language asked for, or that of the page around; then, for translators give pages languages that are not spoken
   * here, the one that was shown, or asked for at the start.
   */
  _language() {
    const said = (place) => attributeOf(place, "lang") || attributeOf(place, "xml:lang");
    let place = parentOf(this);
    while (place && !said(place)) place = parentOf(place);
    const asked = this._state ? this._state.lang : this.getAttribute("lang");
    return `${asked || (place ? said(place) : "")},${this._shownLanguage || ""}`;
  }

  /** The state and what the page tells, as Rust takes them. */
  _settings(changes = {}) {
    return flat({ __proto__: null, ...this._state, ...this._environment(), "@language": this._language(), ...changes });
  }

  /** What is shown or, with the options of a picture, its width and the attributes that differ from the element's own. */
  _exportSettings(options) {
    if (!this._isReady()) throw new Error("county-chains is not ready; await element.ready first");
    if (!options) return this._settings();
    const { width, scale, shape, ...attributes } = own(options);
    const wanted = texts(attributes);
    const size = { __proto__: null, "@width": String(Number(width) || 760) };
    // A picture may be of any chart, whatever the picker offers.
    const start = wanted.chart ? { ...this._state, charts: null } : this._state;
    const { state, faults } = this._callCore(() => changed(this._core, start, wanted), true);
    if (faults.length) throw new TypeError(`${faults[0][0]}: ${faults[0][2]}`);
    return this._settings({ __proto__: null, ...state, ...size });
  }

  _replaceTwin(height) {
    this._joinGroup();
    super._replaceTwin(height);
  }

  /** After a drawing: what changed by attribute or property is told now. */
  _afterDraw(text) {
    this._drawnState = this._state;
    this._shownLanguage = this._mount.firstElementChild.lang;
    if (!this._hasUnreportedChange) return;
    this._hasUnreportedChange = false;
    if (text) this._announcer.announce(text, this._shownLanguage);
    this._emit("change", { state: this.state });
    this._shareState();
  }

  /** After an event: something for the page to do, and the state that the reader chose. */
  _applyOutcome(outcome, event) {
    if (outcome[1]) this._runEffect(outcome[1], event);
    const next = outcome[0] && named(outcome[0]);
    if (next && !same(next, this._state)) this._changeState(next);
  }

  /** What could not be loaded is taken back: the state of the last drawing holds again. */
  _revert() {
    if (!this._drawnState) return this._unreserveHeight();
    this._changeState(this._drawnState);
    this._announceMessage("not-loaded", true);
  }

  /** What was set before charts and their marks were all here is looked at again. */
  _revalidate() {
    const { mark, sort } = this._state;
    addPending(this._pending, { __proto__: null, mark, sort }, false);
  }

  /** The reader has changed the state. */
  _changeState(state) {
    const before = this._state;
    this._state = state;
    this._reflectState();
    this._drawAfterInput(before);
    // What is open is the reader's alone.
    if (!same({ __proto__: null, ...before, mark: state.mark, panel: state.panel }, state)) this._emit("change", { state: this.state });
    if (before.county !== state.county || before.mark !== state.mark) {
      const mark = state.mark || (state.county ? `county:${state.county}` : null);
      this._emit("select", { county: state.county, mark });
    }
    this._shareState();
  }

  /** Draws what the reader has asked for, whose state was `before`, and keeps focus and eyes with it. */
  _drawAfterInput(before = this._stateBeforeInput || this._state) {
    const focused = this.shadowRoot.activeElement;
    const listed = this._mount.querySelectorAll("article").length;
    const text = this._draw();
    // Drawn again when it is all there.
    if (text === undefined) return void (this._stateBeforeInput = before);
    this._stateBeforeInput = undefined;
    if (text) this._announcer.announce(text, this._shownLanguage);
    // What had the focus is gone, such as a card's close button or a result that was opened.
    if (focused && !focused.getClientRects().length) moveFocus(this._mount, before, this._state, listed);
    const { mark, county, panel } = this._state;
    if (mark !== before.mark || county !== before.county) revealOpened(this._mount, "[part=card]");
    if (panel !== before.panel) revealOpened(this._mount, ".panel");
  }

  /** Attributes say what the state says; where a default holds, by being absent. */
  _reflectState() {
    for (let index = 0; index < REFLECTED.length; index++) {
      const value = this._state[REFLECTED[index]];
      this._writeAttribute(REFLECTED[index], value === DEFAULTS[REFLECTED[index]] ? null : value);
    }
  }

  /** Lets an attribute say what is known already. */
  _writeAttribute(name, value) {
    this._isReflecting = true;
    if (value === null) this.removeAttribute(name);
    else if (this.getAttribute(name) !== value) this.setAttribute(name, value);
    this._isReflecting = false;
  }

  async _runEffect(effect, event) {
    const { 0: kind, 1: name, 2: media, 3: text } = effect;
    if (kind === "again") {
      if (await this._loadAnnex()) this._handleEvent(event);
      else this._announceMessage("not-loaded", true);
      return;
    }
    if (kind === "save") return saveFile(this._frame, name, new Blob([text], { __proto__: null, type: media }));
    if (kind === "save-png") return saveFile(this._frame, name, await this.toPNG(text === "square" ? { shape: text } : { scale: text }));
    if (kind === "share") return void navigator.share({ __proto__: null, url: text }).catch(() => {});
    const control = event.target.closest("[data-action]");
    const done = await copyText(text, control);
    showResult(control, this._announceMessage(done ? "copied" : "copy-failed"));
  }

  /** Says what became of something, in the widget's language. */
  _announceMessage(what, shown = false) {
    const text = this._callCore(() => this._core.message(this._language(), what)) || "";
    this._announcer.announce(text, this._shownLanguage, shown);
    return text;
  }

  /** A newcomer takes over what the group has. */
  _joinGroup() {
    leave(this, this._group);
    this._group = this._state ? this._state.group : this.getAttribute("group");
    if (!this._group || !this.isConnected) return;
    const members = join(this, this._group);
    for (let index = 0; index < members.length; index++) {
      // One that still waits for its file has a state as well, but only that of its attributes.
      if (members[index]._drawn) return this._adoptSharedState(members[index]._state);
    }
  }

  /** Others of the group take over what was chosen. */
  _shareState() {
    const others = mates(this, this._group);
    for (let index = 0; index < others.length; index++) others[index]._adoptSharedState(this._state);
  }

  /** Tiers and county of another become its own. They are not passed on. */
  _adoptSharedState({ tiers, county }) {
    const state = { __proto__: null, ...this._state, tiers, county };
    if (!this._state || same(state, this._state)) return;
    this._state = state;
    this._reflectState();
    this._requestDraw();
    this._emit("change", { state: this.state });
  }

  /** One event and one line on the console a fault; the loader has already written its own. */
  _reportError(code, message, logged = false) {
    // What a page sets wrong twice is told twice; what goes on going wrong by itself is not.
    if (code !== "bad-attribute") {
      if (this._reportedErrors[code + message]) return;
      this._reportedErrors[code + message] = true;
    }
    if (!logged) console.warn(`county-chains: ${message}`);
    this._emit("error", { code, message });
  }
}

/** What options say themselves. @throws {TypeError} if they are none */
function own(options = {}) {
  if (typeof options !== "object" || options === null) throw new TypeError(`options ${quoted(options)} are no object`);
  return { __proto__: null, ...options };
}

const incomplete = () => new Error("this takes more than is loaded; await element.complete() first");

/** The property that stands for an attribute. */
const property = (name) => ({
  __proto__: null,
  configurable: true,
  enumerable: true,
  get() {
    this._applyPending();
    const value = this._state && name in this._state ? this._state[name] : this.getAttribute(name);
    return value === null && name in DEFAULTS ? DEFAULTS[name] : value;
  },
  set(value) {
    const text = written(value);
    if (text === null) this.removeAttribute(name);
    else this.setAttribute(name, text);
  },
});

for (let index = 0; index < OBSERVED.length; index++) {
  Object.defineProperty(CountyChainsElement.prototype, OBSERVED[index], property(OBSERVED[index]));
}
