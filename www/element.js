// <county-chains>: its attributes, properties, methods and events. Rust decides what they mean.

import { citationOf, codeOf, csvOf, linkOf, messageOf, missingOf, svgOf } from "./core-texts.js";
import { DatasetElement } from "./dataset-element.js";
import { openerIn, revealOpened } from "./focus.js";
import { showResult, copyText, saveFile } from "./effects.js";
import { join, leave, mates } from "./groups.js";
import { has, joined, without } from "./lists.js";
import { loadParts } from "./loader.js";
import { attributeOf, make, parentOf } from "./nodes.js";
import { LATER, OF_CHARTS, OWN } from "./parts.js";
import { withTexts } from "./png.js";
import {
  DEFAULTS, REFLECTED, SETTINGS, STATE, applyChanges, areEqual, attributeText, attributeTexts, publicValue, quoted, settingsText,
  snapshot,
} from "./settings.js";
import { addPending, applyPending, dropWaiting, pendingValue, setAside } from "./pending-changes.js";

/** Attributes of the element. */
const OBSERVED = joined(SETTINGS, ["src", "loading"]);

/** Kinds of code to paste. */
const KINDS = ["element", "iframe", "static"];

/** Codes of what the page has set, and may set again. */
const OF_PAGE = ["bad-attribute", "bad-dataset", "dataset-fetch"];

export class CountyChainsElement extends DatasetElement {
  static get observedAttributes() {
    return OBSERVED;
  }

  /** The version, which matters when a page loads two. */
  static get version() {
    return __VERSION__;
  }

  constructor() {
    super();
    /**
     * The last valid state. It is kept here because a trap ends the wasm's memory.
     *
     * @type {import("./settings.js").Snapshot | undefined}
     */
    this._state = undefined;
    /** Changes by the page that Rust has not seen yet. */
    this._pending = [];
    /** Attributes as they were before the page set a state that Rust has not seen yet. */
    this._attributesBefore = { __proto__: null };
    /** The values of a tag that says nothing, as the dataset has them; unknown until it is changed. */
    this._defaults = undefined;
    /** Errors already reported, so that each is reported once. */
    this._reportedErrors = { __proto__: null };
  }

  /** Reads what the tag says, before anything else happens. */
  _onFirstConnected() {
    this._readSource();
    for (let index = 0; index < OBSERVED.length; index++) this._readInitial(OBSERVED[index]);
    this._readInitial("dataset");
    this._readInitial("headingLevel");
    this._readInitial("state");
    this._shownLanguage = this._shownLanguage || this._language();
    this._joinGroup();
  }

  /** Takes over an attribute, and a property that was set before the class was defined. */
  _readInitial(name) {
    // XML parsers set attributes without calling attributeChangedCallback.
    if (has(SETTINGS, name) && !this._state && this.hasAttribute(name)) {
      addPending(this._pending, { __proto__: null, [name]: this.getAttribute(name) }, false);
    }
    // An own property hides the accessor of the class until it is deleted.
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
    if (name === "src") return this._setSource(value);
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
      const value = publicValue(name, this._known(name, DEFAULTS[name] || null));
      Object.defineProperty(state, name, { __proto__: null, value, configurable: true, enumerable: true, writable: true });
    }
    return state;
  }

  /**
   * A value: the one that waits for a dataset that is under way, else that of the state, else the last that Rust has not seen,
   * else `none`.
   */
  _known(name, none) {
    const known = this._state ? this._state.values[name] : pendingValue(this._pending, name, null) || none;
    return this._state && !this._request ? known : pendingValue(this._waiting, name, known);
  }

  /** Applies a state as a whole. If any part is invalid, nothing is applied. */
  set state(part) {
    if (typeof part !== "object" || part === null) return this._reportError("bad-attribute", "state is ignored: expected an object");
    const wanted = attributeTexts(part);
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
    return this._callExport(svgOf, options);
  }

  /** The address of a page that shows the same view; empty before the first drawing. */
  get link() {
    return this._isReady() ? this._callExport(linkOf) : "";
  }

  /**
   * The same picture as a PNG; `shape: "square"` gives 1080 × 1080 pixels. The file names its source and the address that
   * restores the view. Loads what draws it, unless it is loaded.
   */
  async toPNG(options = {}) {
    const { scale, shape } = own(options);
    const asked = this._exportSettings(options);
    const missing = missingOf(this._core, asked, "exported");
    if (missing) await loadParts(this._core, missing.split(" "));
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
    return this._callExport((core, shown) => csvOf(core, shown, scope));
  }

  /** How to cite the dataset. */
  cite(lang = this._language()) {
    if (typeof lang !== "string") throw new TypeError(`lang ${quoted(lang)} is no language, expected a tag such as zh-Hans or en`);
    return this._callExport((core, shown) => citationOf(core, shown, lang));
  }

  /**
   * The code to paste elsewhere: `element`, `iframe` or `static`. Its twin has JSON-LD only on request, because some editors
   * remove the script tag and show its content.
   */
  embedCode(options) {
    const { kind = "element", jsonLd = false } = own(options);
    if (!has(KINDS, kind)) throw new TypeError(`unknown kind ${quoted(kind)}, expected one of: ${KINDS.join(", ")}`);
    return this._callExport((core, shown) => codeOf(core, shown, kind, jsonLd));
  }

  /** Loads all parts of the program, so that the methods work at once for every chart. */
  async complete() {
    await this._whenDrawn;
    await loadParts(this._core, this._data ? LATER : without(LATER, OWN));
  }

  _isReady() {
    this._applyPending();
    return this._state && this._data !== null && this._isLive();
  }

  /** Calls an export of Rust with the current settings or, with options, those of a picture. Throws if it needs a part that has not come. */
  _callExport(work, options) {
    const asked = this._exportSettings(options);
    const result = this._callCore(() => work(this._core, asked), true);
    if (result === undefined) throw new Error("this takes more than is loaded; await element.ready, or complete() for another chart");
    return result;
  }

  /** Lets Rust check and apply the pending changes. The page hears of them after the next drawing. */
  _applyPending() {
    if (this._data === null || !this._isLive()) return;
    const before = this._state;
    const isSwitching = this._isSwitching;
    if (isSwitching && !this._switchState()) return;
    if (this._request) this._pending = setAside(this._pending, this._waiting);
    if (this._state && !this._pending.length && !isSwitching) return;
    if (!this._state) addPending(this._pending, { __proto__: null }, false);
    const applied = this._callCore(() => applyPending(this._core, this._handle(), this._state, this._pending));
    if (!applied) return;
    this._pending = [];
    dropWaiting(this._waiting, { __proto__: null }, applied.taken);
    this._state = applied.state;
    this._restoreRejected(applied.taken);
    this._reportRejected(applied.faults);
    if (!before) return;
    if (isSwitching) this._reflectState();
    if (isSwitching || before.text !== this._state.text) this._hasUnreportedChange = true;
    if (isSwitching || before.values.group !== this._state.values.group) this._joinGroup();
  }

  /** If a state was rejected, its attributes return to what they were. Those that wait are not rejected yet. */
  _restoreRejected(taken) {
    const left = { __proto__: null };
    for (const name in this._attributesBefore) {
      const before = this._attributesBefore[name];
      if (pendingValue(this._waiting, name, undefined) !== undefined) left[name] = before;
      else this._writeAttribute(name, name in taken ? taken[name] : before);
    }
    this._attributesBefore = left;
  }

  /** Reports rejected values: name, value and reason. */
  _reportRejected(faults) {
    for (let index = 0; index < faults.length; index++) {
      this._reportError("bad-attribute", `${faults[index][0]}=${quoted(faults[index][1])} is ignored: ${faults[index][2]}`);
    }
  }

  /**
   * The language of the element or of its nearest ancestor. A comma and the language shown last follow it: translators set
   * pages to languages that we do not have.
   */
  _language() {
    const said = (place) => attributeOf(place, "lang") || attributeOf(place, "xml:lang");
    let place = parentOf(this);
    while (place && !said(place)) place = parentOf(place);
    return `${this.getAttribute("lang") || (place ? said(place) : "")},${this._shownLanguage || ""}`;
  }

  /** The parts of the program that the chart needs beside the core, as far as is known before Rust is loaded. */
  _partsOfChart() {
    return joined(OF_CHARTS[this.chart] || [], this._data === undefined ? [] : [OWN]);
  }

  /** The state and the environment as Rust reads them. */
  _settingsText(state = this._state, width = undefined) {
    return settingsText(this._handle(), state, this._environment(width));
  }

  /** The current settings or, with the options of a picture, those with its width and attributes. */
  _exportSettings(options) {
    if (!this._isReady()) throw new Error("county-chains is not ready; await element.ready first");
    if (!options) return this._settingsText();
    const { width, scale, shape, ...attributes } = own(options);
    const wanted = attributeTexts(attributes);
    // A picture may show any chart, even one that the picker does not offer.
    const changes = wanted.chart ? { __proto__: null, charts: null, ...wanted } : wanted;
    const { state, faults } = this._callCore(() => applyChanges(this._core, this._handle(), this._state, changes), true);
    if (faults.length) throw new TypeError(`${faults[0][0]}: ${faults[0][2]}`);
    return this._settingsText(state, Number(width) || 760);
  }

  _replaceTwin(height) {
    this._joinGroup();
    super._replaceTwin(height);
  }

  /** After a drawing: announces what attributes or properties have changed. */
  _afterDraw(text) {
    this._drawnState = this._state;
    this._shownLanguage = this._mount.firstElementChild.lang;
    if (!this._hasUnreportedChange) return;
    this._hasUnreportedChange = false;
    if (text) this._announcer.announce(text, this._shownLanguage);
    this._emitEvent("change", { state: this.state });
    this._shareState();
  }

  /** After an event: runs the effect that Rust asks for, and takes over the state that the reader chose. */
  _applyOutcome(outcome, event) {
    if (outcome[1]) this._runEffect(outcome[1], event);
    const next = outcome[0] && snapshot(outcome[0]);
    if (next && next.text !== this._state.text) this._changeState(next);
  }

  /** A part could not be loaded: returns to the state of the last drawing. */
  _revertState() {
    if (!this._drawnState) return this._unreserveHeight();
    this._changeState(this._drawnState);
    this._announceMessage("not-loaded", true);
  }

  /** Checks mark and sort column again, once the part that knows those of the chart is loaded. */
  _revalidateState() {
    const { mark, sort } = this._state.values;
    addPending(this._pending, { __proto__: null, mark, sort }, false);
  }

  /** The reader has changed the state. */
  _changeState(state) {
    const before = this._state.values;
    const { county, mark } = state.values;
    // What the page has set for a dataset that is under way is meant for that one.
    if (!this._request) dropWaiting(this._waiting, before, state.values);
    this._state = state;
    this._reflectState();
    this._drawAfterInput();
    // An open card is no change of state for the page.
    if (!areEqual({ __proto__: null, ...before, mark }, state.values)) this._emitEvent("change", { state: this.state });
    if (before.county !== county || before.mark !== mark) {
      this._emitEvent("select", { county, mark: mark || (county ? `county:${county}` : null) });
    }
    this._shareState();
  }

  /** Draws after a reader's input. Scrolls to what has opened since the last drawing. */
  _drawAfterInput() {
    const before = (this._drawnState || this._state).values;
    const opener = openerIn(this._mount);
    const text = this._draw();
    // This runs again once the missing parts are loaded.
    if (text === undefined) return;
    if (text) this._announcer.announce(text, this._shownLanguage);
    const { mark, county, chart, view } = this._state.values;
    if (mark !== before.mark || county !== before.county) {
      const close = view === "table" && this._mount.querySelector(".close");
      if (close) close.focus({ __proto__: null, preventScroll: true });
      revealOpened(this._mount, "[part=card]");
    }
    // The buttons stand before a table, and behind a chart.
    if (view !== before.view && chart === before.chart) revealOpened(this._mount, "[part=actions]", view === "chart" ? "nearest" : "start");
    if (openerIn(this._mount) !== opener) revealOpened(this._mount, ".panel");
  }

  /** Writes the state into the attributes; default values have no attribute. */
  _reflectState() {
    for (let index = 0; index < REFLECTED.length; index++) {
      const value = this._state.values[REFLECTED[index]];
      const { [REFLECTED[index]]: none } = this._defaults || DEFAULTS;
      this._writeAttribute(REFLECTED[index], value === none ? null : value);
    }
  }

  /** Writes an attribute without reacting to the change. */
  _writeAttribute(name, value) {
    this._isReflecting = true;
    if (value === null) this.removeAttribute(name);
    else if (this.getAttribute(name) !== value) this.setAttribute(name, value);
    this._isReflecting = false;
  }

  async _runEffect(effect, event) {
    const { 0: kind, 1: name, 2: media, 3: text } = effect;
    if (kind === "again") {
      if (await this._loadParts(name)) this._handleEvent(event);
      else this._announceMessage("not-loaded", true);
      return;
    }
    if (kind === "say") return this._announcer.announce(text, this._shownLanguage);
    if (kind === "save") return saveFile(this._frame, name, new Blob([text], { __proto__: null, type: media }));
    if (kind === "save-png") return saveFile(this._frame, name, await this.toPNG(text === "square" ? { shape: text } : { scale: text }));
    if (kind === "share") return void navigator.share({ __proto__: null, url: text }).catch(() => {});
    const control = event.target.closest("[data-action]");
    const done = await copyText(text, control);
    showResult(control, this._announceMessage(done ? "copied" : "copy-failed"));
  }

  /** Announces the result of an action in the widget's language, and returns the text. */
  _announceMessage(what, shown = false) {
    const text = this._callCore(() => messageOf(this._core, this._language(), what)) || "";
    this._announcer.announce(text, this._shownLanguage, shown);
    return text;
  }

  /** Joins the group and takes over its shared state. Elements with different datasets have nothing to share. */
  _joinGroup() {
    leave(this, this._group);
    const name = this._state ? this._state.values.group : this.getAttribute("group");
    this._group = name && this._data !== null ? `${this._data ? this._data.id : 0} ${name}` : "";
    if (!this._group || !this.isConnected) return;
    const members = join(this, this._group);
    for (let index = 0; index < members.length; index++) {
      // A member that is not drawn yet has only the state of its own attributes.
      if (members[index]._drawn) return this._adoptSharedState(members[index]._state);
    }
  }

  /** Gives tiers and county to the other members of the group. */
  _shareState() {
    const others = mates(this, this._group);
    for (let index = 0; index < others.length; index++) others[index]._adoptSharedState(this._state);
  }

  /** Takes over tiers and county of another member, without passing them on. */
  _adoptSharedState({ values: { tiers, county } }) {
    if (!this._state || this._isSwitching || areEqual({ __proto__: null, ...this._state.values, tiers, county }, this._state.values)) return;
    const changes = { __proto__: null, tiers, county };
    const next = this._isLive() && this._callCore(() => applyChanges(this._core, this._handle(), this._state, changes));
    if (!next) {
      // A trap has ended the instance: the next one sees to it.
      addPending(this._pending, changes, false);
      return this._requestDraw();
    }
    this._state = next.state;
    this._reflectState();
    this._requestDraw();
    this._emitEvent("change", { state: this.state });
  }

  /** Fires one event and logs one line, unless the loader has already logged it. */
  _reportError(code, message, logged = false, detail = undefined) {
    // What the page sets is reported each time it sets it, other errors once.
    if (!has(OF_PAGE, code)) {
      if (this._reportedErrors[code + message]) return;
      this._reportedErrors[code + message] = true;
    }
    if (!logged) console.warn(`county-chains: ${message}`);
    this._emitEvent("error", { code, message, ...detail });
  }
}

/** A copy of the options that inherits nothing. @throws {TypeError} if they are no object */
function own(options = {}) {
  if (typeof options !== "object" || options === null) throw new TypeError(`options ${quoted(options)} are no object`);
  return { __proto__: null, ...options };
}

/** The property that reflects an attribute. */
const property = (name) => ({
  __proto__: null,
  configurable: true,
  enumerable: true,
  get() {
    this._applyPending();
    const value = this._state && name in this._state.values ? this._known(name, null) : this.getAttribute(name);
    return value === null && name in DEFAULTS ? DEFAULTS[name] : value;
  },
  set(value) {
    const text = attributeText(value);
    if (text === null) this.removeAttribute(name);
    else this.setAttribute(name, text);
  },
});

for (let index = 0; index < OBSERVED.length; index++) {
  // `headingLevel` for `heading-level`.
  const name = OBSERVED[index].replace(/-(.)/, (_, letter) => letter.toUpperCase());
  Object.defineProperty(CountyChainsElement.prototype, name, property(OBSERVED[index]));
}
