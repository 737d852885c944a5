// The class of <county-chains>: life in the page, attributes, loading. What anything means is Rust's.

import { announcer, copyText, saveFile } from "./effects.js";
import { discardCore, isLive, loadCore } from "./loader.js";
import { adoptStyles } from "./styles.js";

/** Attributes that set the state, in the order they are documented. */
const SETTINGS = [
  "chart", "charts", "indicator", "tiers", "county", "view", "lang", "theme", "group", "controls", "heading",
];
const DEFAULTS = { chart: "tiers", indicator: "gdp", tiers: "1 2 3 4", view: "chart", theme: "auto", loading: "lazy" };
const EVENTS = ["click", "change", "keydown", "focusin", "focusout", "pointerover", "pointerout"];

/** Where Node imports this file there is no HTMLElement, and no harm. */
const Base = typeof HTMLElement === "undefined" ? class {} : HTMLElement;

/** Elements that are drawn and in a page. @type {Set<CountyChainsElement>} */
const drawn = new Set();
/** Elements of one group, which share tiers and county. @type {Map<string, Set<CountyChainsElement>>} */
const groups = new Map();

/** The form of a value in an attribute: lists with spaces, an empty list as `none`. */
const written = (value) => (Array.isArray(value) ? value.join(" ") || "none" : value === null ? null : String(value));
/** Settings that the public state shows as lists. */
const LISTS = { charts: String, tiers: Number, controls: String };
const listed = (name, text) => (text === "none" ? [] : text.split(" ").map(LISTS[name]));
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
/** Between the parts of a list, as Rust takes it; no part can hold it. */
const SEPARATOR = "\u001f";
const part = (value) => String(value).split(SEPARATOR).join("");
/** Names and values in turn, in one text; what is not set is left out. */
const flat = (settings) =>
  Object.entries(settings).filter(([, value]) => value !== null).flat().map(part).join(SEPARATOR);

/** The margin that a twin shows outside: those of its first (or last) descendants collapse into one. */
function margin(node, side, next) {
  let most = 0;
  for (; node; node = node[next]) most = Math.max(most, parseFloat(getComputedStyle(node)[side]) || 0);
  return `${most}px`;
}

export class CountyChainsElement extends Base {
  static get observedAttributes() {
    return [...SETTINGS, "loading"];
  }

  constructor() {
    super();
    /** Last good state, each part as its attribute says it. It lives here, where no trap can take it. */
    this._state = undefined;
    /** Attribute changes that Rust has not seen yet. @type {Map<string, string | null>} */
    this._changes = new Map();
    /** Events that came while Rust was at work. */
    this._waiting = [];
    /** Faults already told, so that each is told once. */
    this._told = new Set();
    this._width = 0;
    this.ready = new Promise((resolve) => (this._resolveReady = resolve));
    const root = this.attachShadow({ mode: "open" });
    this._frame = document.createElement("div");
    this._frame.className = "frame";
    this._mount = document.createElement("div");
    this._slot = document.createElement("slot");
    this._frame.append(this._mount, this._slot);
    root.append(this._frame);
    this._voice = announcer(root);
    for (const type of EVENTS) this._mount.addEventListener(type, (event) => this._hear(event));
  }

  connectedCallback() {
    for (const name of ["state", ...this.constructor.observedAttributes]) {
      // A property set before the class was known hides the accessor until it is taken out.
      if (!Object.prototype.hasOwnProperty.call(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    adoptStyles(this.shadowRoot);
    this._dark = matchMedia("(prefers-color-scheme: dark)");
    // Paper shows the table too, and is not waited for: the drawing must be there when the event ends.
    this._print = matchMedia("print");
    this._redraw = () => this._drawn && this._draw();
    for (const query of [this._dark, this._print]) query.addEventListener("change", this._redraw);
    this._size = new ResizeObserver((entries) => this._resized(entries[0].contentRect.width));
    this._size.observe(this);
    this._joinGroup();
    if (this.loading === "eager" || this._drawn || typeof IntersectionObserver === "undefined") return this._start();
    const near = (entries) => entries.some((entry) => entry.isIntersecting) && this._start();
    this._near = new IntersectionObserver(near, { rootMargin: "600px" });
    this._near.observe(this);
  }

  disconnectedCallback() {
    for (const query of [this._dark, this._print]) query.removeEventListener("change", this._redraw);
    for (const observer of [this._size, this._near, this._seen]) if (observer) observer.disconnect();
    cancelAnimationFrame(this._pending);
    this._pending = 0;
    this._leaveGroup();
    drawn.delete(this);
    this._voice.stop();
    if (this._widget && isLive(this._core)) this._widget.free();
    this._widget = undefined;
    this._mount.textContent = "";
  }

  /** Moving within the page keeps everything. */
  connectedMoveCallback() {}

  /** Another document: adopted style sheets do not come along. */
  adoptedCallback() {
    adoptStyles(this.shadowRoot);
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
    this._tell("bad-attribute", `loading="${value}" is ignored: expected one of: lazy, eager`);
  }

  /** The whole state as plain JSON. Setting a part changes only what it names. */
  get state() {
    this._settle();
    const part = (name) => (this._state ? this._state[name] : this.getAttribute(name));
    const plain = (name) => (name in LISTS && part(name) !== null ? listed(name, part(name)) : part(name));
    return Object.fromEntries(SETTINGS.map((name) => [name, plain(name)]));
  }

  set state(part) {
    // The round trip makes a plain copy of whatever the page hands over.
    for (const [name, value] of Object.entries(JSON.parse(JSON.stringify(part)))) {
      if (SETTINGS.includes(name)) this[name] = value;
      else this._tell("bad-attribute", `state.${name} is ignored: expected one of ${SETTINGS.join(", ")}`);
    }
  }

  /** The picture with heading, notes and source as an SVG document. Options: width, or any attribute. */
  toSVG(options = {}) {
    return this._take((core) => core.toSvg(this._asked(options)));
  }

  /** The same as a PNG, drawn without any request. */
  toPNG({ scale = 2, ...options } = {}) {
    const canvas = document.createElement("canvas");
    const resize = (width, height) => Object.assign(canvas, { width, height });
    const context = canvas.getContext("2d");
    const factor = Math.min(8, Math.max(0.5, Number(scale) || 2));
    this._take((core) => core.paintPicture(context, this._asked(options), factor, resize));
    return new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the browser made no PNG"))), "image/png");
    });
  }

  /** The chart's table as CSV: all rows, or those of the selection. */
  toCSV({ scope = "all" } = {}) {
    return this._take((core) => core.toCsv(this._settings(), scope === "selection"));
  }

  /** How to cite the dataset. */
  cite(lang = this._language()) {
    return this._take((core) => core.cite(lang));
  }

  /** The code to paste elsewhere: `element`, `iframe` or `static`. */
  embedCode({ kind = "element" } = {}) {
    const code = this._take((core) => core.embedCode(this._settings(), kind));
    if (code === undefined) throw new TypeError(`unknown kind "${kind}", expected one of: element, iframe, static`);
    return code;
  }

  _take(work) {
    this._settle();
    if (!this._state || !isLive(this._core)) throw new Error("county-chains is not ready; await element.ready first");
    return this._call(() => work(this._core), true);
  }

  /** Loads the core if need be, then draws. */
  async _start() {
    if (this._starting) return;
    this._starting = true;
    if (this._near) this._near.disconnect();
    try {
      this._core = await loadCore();
    } catch (error) {
      this._frame.classList.add("failed");
      return this._tell(error.code || "wasm-invalid", error.message, true);
    } finally {
      this._starting = false;
    }
    this._widget = undefined;
    if (this.isConnected) this._draw();
  }

  /** Calls into Rust. Whatever it throws is a trap: the instance is given up, the picture stays. */
  _call(work, rethrow = false) {
    try {
      this._busy = true;
      return work();
    } catch (error) {
      this._waiting.length = 0;
      this._widget = undefined;
      discardCore(this._core);
      this._tell("render", error instanceof Error ? error.message : String(error));
      // All widgets stood on that instance. Each draws once more on the next; a second trap in a row is left alone.
      for (const element of drawn) element._restart(element === this);
      if (rethrow) throw error;
      return undefined;
    } finally {
      this._busy = false;
      for (const event of this._waiting.splice(0)) this._handle(...event);
    }
  }

  _restart(trapped) {
    this._traps = trapped ? (this._traps || 0) + 1 : 0;
    if (this._traps < 2) return void this._start();
    // Two traps in a row: what stood there before the widget came back.
    this._mount.textContent = "";
    this._frame.append(this._slot);
    this._drawn = false;
  }

  /** One drawing a frame, however much changes. */
  _schedule() {
    if (this._pending || !this.isConnected) return;
    this._pending = requestAnimationFrame(() => {
      this._pending = 0;
      this._frame.classList.toggle("wide", this._width >= 560);
      if (this._core) this._draw();
    });
  }

  _resized(width) {
    if (!width || Math.abs(width - this._width) < 0.5) return;
    this._width = width;
    this._release();
    this._schedule();
  }

  /** Lets Rust see the attributes that changed. The next drawing tells of it. */
  _settle() {
    if (!isLive(this._core) || (this._state && !this._changes.size)) return;
    const changes = flat(Object.fromEntries([...this._changes].map(([name, value]) => [name, value || ""])));
    const settled = this._call(() => this._core.setAttributes(flat(this._state || {}), changes));
    if (!settled) return;
    this._changes.clear();
    const state = Object.fromEntries(settled[0]);
    for (const [name, value, message] of settled[1]) {
      this._tell("bad-attribute", `${name}="${value}" is ignored: ${message}`);
    }
    const before = this._state;
    this._state = state;
    if (before && !same(before, state)) this._unsaid = true;
    if (before && before.group !== state.group) this._joinGroup();
  }

  _draw() {
    if (!this._width || !this.isConnected) return;
    if (!isLive(this._core)) return void this._start();
    this._settle();
    if (!this._state) return;
    const height = this.offsetHeight;
    const text = this._call(() => {
      if (!this._widget) {
        this._mount.textContent = "";
        this._widget = new this._core.Widget(this._mount);
      }
      return this._widget.draw(this._settings());
    });
    if (text === undefined) return;
    // The browser's own font means that the page has set none.
    const family = (element) => getComputedStyle(element).fontFamily;
    this._frame.classList.toggle("bare", family(this) === family(this._voice.region));
    this._traps = 0;
    drawn.add(this);
    if (!this._drawn) this._swap(height);
    if (this._unsaid) {
      this._unsaid = false;
      this._voice.say(text, this._language());
      this._emit("change", { state: this.state });
      this._share();
    }
    return text;
  }

  /** The widget takes the twin's place; what lies below stays where it is until no one can see it move. */
  _swap(height) {
    this._drawn = true;
    const marginTop = margin(this.firstElementChild, "marginTop", "firstElementChild");
    const marginBottom = margin(this.lastElementChild, "marginBottom", "lastElementChild");
    Object.assign(this._mount.style, { marginTop, marginBottom });
    this._joinGroup();
    this._frame.classList.add("drawn");
    this._slot.remove();
    if (this.offsetHeight < height) this._mount.style.minHeight = `${height}px`;
    this._held = true;
    if (typeof IntersectionObserver !== "undefined") {
      this._seen = new IntersectionObserver((entries) => entries.every((e) => !e.isIntersecting) && this._release());
      this._seen.observe(this);
    }
    this._resolveReady(this);
    this._emit("ready", {});
  }

  _release() {
    if (!this._held) return;
    this._held = false;
    Object.assign(this._mount.style, { minHeight: "", marginTop: "", marginBottom: "" });
    if (this._seen) this._seen.disconnect();
  }

  /** The language asked for, or that of the page around. */
  _language() {
    let place = this.parentNode;
    while (place && !(place.getAttribute && place.getAttribute("lang"))) place = place.parentNode || place.host;
    return (this._state && this._state.lang) || (place ? place.getAttribute("lang") : "zh-Hans");
  }

  /** The state and what the page tells, as Rust takes them. */
  _settings(changes = {}) {
    return flat({
      ...this._state,
      "@width": String(Math.round((this._width || 360) * 100) / 100),
      "@dark": String(Boolean(this._dark && this._dark.matches)),
      "@paper": String(Boolean(this._print && this._print.matches)),
      "@language": this._language(),
      "@base": new URL("./", import.meta.url).href,
      ...changes,
    });
  }

  /** The same with the options of a picture: its width, and attributes that differ from the element's own. */
  _asked({ width = 760, ...attributes }) {
    const changes = Object.entries(attributes).map(([name, value]) => [name, value === undefined ? null : written(value)]);
    return this._settings({ ...Object.fromEntries(changes), "@width": String(Number(width) || 760) });
  }

  _hear(event) {
    const { type, target, key, pointerType } = event;
    // Keys with these belong to the browser and to screen readers.
    if (type === "keydown" && (event.altKey || event.ctrlKey || event.metaKey)) return;
    if (this._handle(type, target, String(key || pointerType || target.value))) event.preventDefault();
  }

  /** Tells whether the event is used up. */
  _handle(...event) {
    // Rust moves the focus and takes focused nodes away. The events of that come in the middle of the call,
    // which must not be entered twice: they wait.
    if (this._busy) return void this._waiting.push(event);
    if (!this._widget || !isLive(this._core)) return void (this._drawn && this._start());
    this._settle();
    const outcome = this._call(() => this._widget.handle(...event, this._settings()));
    if (!outcome) return false;
    if (event[0] === "click") this._release();
    const [state, effect, used] = outcome;
    if (effect) this._perform(effect);
    if (state) this._change(Object.fromEntries(state));
    return used;
  }

  /** The reader has changed the state. */
  _change(state) {
    const before = this._state;
    const focused = this.shadowRoot.activeElement;
    this._state = state;
    this._reflect();
    const text = this._draw();
    if (text) this._voice.say(text, this._language());
    if (focused && !focused.getClientRects().length) {
      // What had the focus is gone, such as a card's close button: the mark it belonged to takes it.
      const mark = this._mount.querySelector("[data-key][tabindex='0']");
      if (mark) mark.focus();
    }
    if (before.panel !== state.panel && same({ ...before, panel: 0 }, { ...state, panel: 0 })) return;
    this._emit("change", { state: this.state });
    if (before.county !== state.county || before.mark !== state.mark) {
      const mark = state.mark || (state.county ? `county:${state.county}` : null);
      this._emit("select", { county: state.county, mark });
    }
    this._share();
  }

  /** Attributes say what the state says. */
  _reflect() {
    this._reflecting = true;
    for (const [name, value] of this._call(() => this._core.reflected(flat(this._state))) || []) {
      if (value === null) this.removeAttribute(name);
      else if (this.getAttribute(name) !== value) this.setAttribute(name, value);
    }
    this._reflecting = false;
  }

  async _perform([kind, name, media, text]) {
    if (kind === "save") return saveFile(name, new Blob([text], { type: media }));
    if (kind === "save-png") return saveFile(name, await this.toPNG());
    const done = await copyText(text);
    this._voice.say(this._call(() => this._core.copied(this._language(), done)) || "", this._language());
  }

  _joinGroup() {
    this._leaveGroup();
    this._group = this._state ? this._state.group : this.getAttribute("group");
    if (!this._group || !this.isConnected) return;
    if (!groups.has(this._group)) groups.set(this._group, new Set());
    const members = groups.get(this._group);
    const [first] = [...members].filter((member) => member._state);
    members.add(this);
    if (first) first._share();
  }

  _leaveGroup() {
    const members = groups.get(this._group);
    if (!members) return;
    members.delete(this);
    if (!members.size) groups.delete(this._group);
  }

  /** Others of the group take over tiers and county; they do not pass them on. */
  _share() {
    for (const other of groups.get(this._group) || []) {
      if (other === this || !other._state) continue;
      const { tiers, county } = this._state;
      const state = { ...other._state, tiers, county };
      if (same(state, other._state)) continue;
      other._state = state;
      other._reflect();
      other._draw();
      other._emit("change", { state: other.state });
    }
  }

  /** One event and one line on the console a fault; the loader has already written its own. */
  _tell(code, message, logged = false) {
    if (this._told.has(code + message)) return;
    this._told.add(code + message);
    if (!logged) console.warn(`county-chains: ${message}`);
    this._emit("error", { code, message });
  }

  _emit(name, detail) {
    this.dispatchEvent(new CustomEvent(`county-chains-${name}`, { bubbles: true, composed: true, detail }));
  }
}

for (const name of [...SETTINGS, "loading"]) {
  Object.defineProperty(CountyChainsElement.prototype, name, {
    configurable: true,
    enumerable: true,
    get() {
      this._settle();
      const value = this._state && name in this._state ? this._state[name] : this.getAttribute(name);
      return value === null ? (name in DEFAULTS ? DEFAULTS[name] : null) : value;
    },
    set(value) {
      const text = value === undefined ? null : written(value);
      if (text === null) this.removeAttribute(name);
      else this.setAttribute(name, text);
    },
  });
}
