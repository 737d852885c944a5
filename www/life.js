// The life of a widget in a page: connected, sized, loaded, drawn, trapped, removed. Nothing here knows what is drawn.

import { base } from "./beside.js";
import { announcer } from "./effects.js";
import { widths } from "./font.js";
import { takeTwin } from "./hoisted.js";
import { discardCore, isLive, loadAnnex, loadCore } from "./loader.js";
import { holdPlace } from "./place.js";
import { roomOf } from "./room.js";
import { adoptStyles } from "./styles.js";
import { markEnds, showTab } from "./tabs.js";

const EVENTS = [
  "click", "change", "input", "compositionstart", "compositionend", "keydown", "focusin", "focusout", "pointerover", "pointerout",
];

/** Where Node imports this file there is no HTMLElement, and no harm. */
const Base = typeof HTMLElement === "undefined" ? class {} : HTMLElement;

/** Elements that are drawn and in a page. @type {Set<LivingElement>} */
const drawn = new Set();

/**
 * What a widget needs of the class that extends this: `_settle()` lets Rust see what was set, `_settings()` is what
 * Rust draws, `_told(text)` follows a drawing, `_answer(outcome)` an event, `_fail(code, message)` a fault,
 * `_withdraw()` a drawing that could not be completed, `_recheck()` the coming of the annex,
 * after which `_attend()` draws what was asked for.
 */
export class LivingElement extends Base {
  constructor() {
    super();
    /** Events that came while Rust was at work. */
    this._waiting = [];
    this._width = 0;
    this._traps = 0;
    this.ready = new Promise((resolve) => (this._resolveReady = resolve));
    const root = this.attachShadow({ mode: "open" });
    this._frame = document.createElement("div");
    this._frame.className = "frame";
    this._mount = document.createElement("div");
    this._slot = document.createElement("slot");
    this._frame.append(this._mount, this._slot);
    // In a box that is as wide as what is in it the widget would be so wide. Only an image can also be told to shrink.
    const wish = document.createElement("canvas");
    wish.className = "wish";
    root.append(this._frame, wish);
    this._voice = announcer(root);
    for (const type of EVENTS) this._mount.addEventListener(type, (event) => this._hear(event));
    // Scrolling does not bubble.
    this._mount.addEventListener("scroll", () => markEnds(this._mount), true);
  }

  connectedCallback() {
    // Old browsers, and programs that have a document without a layout, keep the twin.
    if (typeof ResizeObserver === "undefined" || typeof matchMedia === "undefined") return;
    adoptStyles(this.shadowRoot);
    this._dark = matchMedia("(prefers-color-scheme: dark)");
    // Paper shows the table too, and is not waited for: the drawing must be there when the event ends.
    this._print = matchMedia("print");
    this._redraw = () => this._drawn && this._draw();
    for (const query of [this._dark, this._print]) query.addEventListener("change", this._redraw);
    // The number of sheets is reckoned before the query changes: what is on paper must be there by then.
    this._paper = ({ type }) => ((this._printing = type === "beforeprint"), this._redraw());
    for (const type of ["beforeprint", "afterprint"]) addEventListener(type, this._paper);
    this._size = new ResizeObserver((entries) => this._resized(entries[0].contentRect.width));
    this._size.observe(this);
    takeTwin(this);
    this._keepRoom(this.offsetWidth);
    // Some pages change their language in place.
    this._html = new MutationObserver(this._redraw);
    this._html.observe(document.documentElement, { attributeFilter: ["lang"] });
    // A font of the page's own that arrives late may be wider than the one before.
    if (document.fonts) document.fonts.ready.then(() => ((this._family = ""), this._redraw()));
    if (this.loading === "eager" || this._drawn || typeof IntersectionObserver === "undefined") return this._start();
    const near = (entries) => entries.some((entry) => entry.isIntersecting) && this._start();
    this._near = new IntersectionObserver(near, { rootMargin: "600px" });
    this._near.observe(this);
  }

  disconnectedCallback() {
    if (!this._size) return;
    for (const query of [this._dark, this._print]) query.removeEventListener("change", this._redraw);
    for (const type of ["beforeprint", "afterprint"]) removeEventListener(type, this._paper);
    for (const observer of [this._size, this._html, this._near]) if (observer) observer.disconnect();
    this._release();
    cancelAnimationFrame(this._pending);
    this._pending = 0;
    drawn.delete(this);
    this._voice.stop();
    this._composing = false;
    if (this._widget && isLive(this._core)) this._widget.free();
    this._widget = undefined;
    this._mount.textContent = "";
    // Put back in at once, it is as high as it was, or the page would scroll.
    this._isRoomLeft = false;
    this._keepRoom(this._width);
  }

  /** Moving within the page keeps everything. */
  connectedMoveCallback() {}

  /** Another document: adopted style sheets do not come along. */
  adoptedCallback() {
    adoptStyles(this.shadowRoot);
  }

  /** Loads the core if need be, then draws. */
  async _start() {
    if (this._starting) return;
    this._starting = true;
    if (this._near) this._near.disconnect();
    try {
      this._core = await loadCore();
    } catch (error) {
      this._leaveRoom();
      return this._fail(error.code || "wasm-invalid", error.message, true);
    } finally {
      this._starting = false;
    }
    this._widget = undefined;
    if (this.isConnected) this._draw();
  }

  /** Whether the core can be called. */
  _isLive() {
    return isLive(this._core);
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
      this._fail("render", error instanceof Error ? error.message : String(error));
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
    this._traps = trapped ? this._traps + 1 : 0;
    if (this._traps < 2) return void this._start();
    // Two traps in a row: what stood there before the widget came back.
    this._mount.textContent = "";
    this._frame.append(this._slot);
    this._drawn = false;
  }

  /** One drawing a frame, however much changes. */
  _schedule() {
    if (this._pending || !this._size || !this.isConnected) return;
    this._pending = requestAnimationFrame(() => {
      this._pending = 0;
      this._keepRoom(this._width);
      if (this._core) this._draw();
    });
  }

  /** Until the widget is drawn its room is kept, so that the page does not jump. */
  _keepRoom(width) {
    if (!this._isRoomLeft) this._frame.style.minHeight = roomOf(this, width);
  }

  /** The widget is there, or will not come. */
  _leaveRoom() {
    this._isRoomLeft = true;
    this._frame.style.minHeight = "";
  }

  _resized(width) {
    if (!width || Math.abs(width - this._width) < 0.5) return;
    this._width = width;
    // Released within the observer's turn, the place would change the size again, which browsers report as an error.
    requestAnimationFrame(() => this._release());
    this._schedule();
  }

  /** Draws; returns what a screen reader may be told, or nothing if there was no drawing. */
  _draw() {
    if (!this._width || !this.isConnected || this._composing) return;
    if (!isLive(this._core)) return void this._start();
    this._settle();
    if (!this._isLive()) return;
    if (this._call(() => this._core.lacksAnnex(this._settings(), false))) return void this._complete();
    if (!this._isLive()) return;
    // The parser had not come to it when a classic script defined the element.
    if (!this._drawn) takeTwin(this);
    const height = this.offsetHeight;
    const draw = () => {
      if (!this._widget) {
        this._mount.textContent = "";
        this._widget = new this._core.Widget(this._mount);
      }
      return this._widget.draw(this._settings());
    };
    const text = this._call(draw);
    if (text === undefined || (this._hasNewFont() && this._call(draw) === undefined)) return;
    this._traps = 0;
    drawn.add(this);
    showTab(this._mount);
    if (!this._drawn) {
      this._drawn = true;
      this._swap(height);
    } else {
      this._leaveRoom();
    }
    this._told(text);
    return text;
  }

  /** Gets what is beyond the core. Tells whether it is there; that it is not has been reported. */
  async _getAnnex() {
    this._mount.setAttribute("aria-busy", "true");
    try {
      await loadAnnex(this._core);
      return true;
    } catch (error) {
      this._fail(error.code || "wasm-invalid", error.message, true);
      return false;
    } finally {
      this._mount.removeAttribute("aria-busy");
    }
  }

  /** Draws what takes more than the core. Until that is there, what was drawn stays. */
  async _complete() {
    if (this._completing) return;
    this._completing = true;
    const isThere = await this._getAnnex();
    this._completing = false;
    if (!isThere) return this._withdraw();
    this._recheck();
    this._attend();
  }

  /** Whether the drawing stands in another font than the one it was laid out for. */
  _hasNewFont() {
    const family = (element) => getComputedStyle(element).fontFamily;
    // The browser's own font means that the page has set none.
    this._frame.classList.toggle("bare", family(this) === family(this._voice.region));
    const own = family(this._mount.firstElementChild);
    if (own === this._family) return false;
    const before = this._wide;
    this._family = own;
    this._wide = this._call(() => this._core.isWider(...widths(own)));
    return Boolean(before) !== Boolean(this._wide);
  }

  /** The widget takes the twin's place. */
  _swap(height) {
    this._leavePlace = holdPlace(this, this._mount, height, () => {
      this._leaveRoom();
      this._slot.remove();
    });
    this._resolveReady(this);
    this._emit("ready", {});
  }

  _release() {
    if (this._leavePlace) this._leavePlace();
    this._leavePlace = undefined;
  }

  _hear(event) {
    const { target, key, pointerType } = event;
    let { type } = event;
    // While an input method puts a word together nothing is looked for and nothing is drawn: that would end it.
    if (type === "compositionstart" || type === "compositionend") {
      this._composing = type === "compositionstart";
      type = "input";
    }
    if (this._composing) return;
    // Keys with these belong to the browser and to screen readers.
    if (type === "keydown" && (event.altKey || event.ctrlKey || event.metaKey)) return;
    if (this._handle(type, target, String(key || pointerType || target.value))) event.preventDefault();
  }

  /** Hands an event over to Rust. Tells whether it is used up. */
  _handle(...event) {
    // Rust moves the focus and takes focused nodes away. The events of that come in the middle of the call,
    // which must not be entered twice: they wait.
    if (this._busy) return void this._waiting.push(event);
    if (!this._widget || !isLive(this._core)) return void (this._drawn && this._start());
    this._settle();
    const outcome = this._call(() => this._widget.handle(...event, this._settings()));
    if (!outcome) return false;
    if (event[0] === "click") this._release();
    this._answer(outcome, event);
    return outcome[2];
  }

  /** What the page tells of itself, as Rust takes it. */
  _surroundings() {
    return {
      "@width": String(Math.round((this._width || 360) * 100) / 100),
      "@dark": String(Boolean(this._dark && this._dark.matches)),
      "@paper": String(Boolean(this._printing || (this._print && this._print.matches))),
      "@wide": String(Boolean(this._wide)),
      "@sheet": String(typeof navigator.share === "function"),
      "@base": this.constructor.base.replace(/[^/]$/, "$&/"),
    };
  }

  _emit(name, detail) {
    this.dispatchEvent(new CustomEvent(`county-chains-${name}`, { bubbles: true, composed: true, detail }));
  }
}

/** The folder of the widget's files, as links and code to paste name it. A page may set another. */
LivingElement.base = base();
