// The life of a widget in a page: connected, sized, loaded, drawn, trapped, removed. Nothing here knows what is drawn.

import { base } from "./beside.js";
import { excuse } from "./absent.js";
import { announcer } from "./effects.js";
import { checkedFolder } from "./folder.js";
import { widths } from "./font.js";
import { add, without } from "./lists.js";
import { textOf } from "./load-error.js";
import { discardCore, hopeless, isLive, loadAnnex, loadCore, proveCore, tryAgain } from "./loader.js";
import { make, maker, rootElement } from "./nodes.js";
import { holdPlace } from "./place.js";
import { roomOf } from "./room.js";
import { adoptStyles } from "./styles.js";
import { markEnds, showTab } from "./tabs.js";
import { leaveTurn, takeTurn } from "./turns.js";

const EVENTS = [
  "click", "change", "input", "compositionstart", "compositionend", "keydown", "focusin", "focusout", "pointerover", "pointerout",
];

/** Where Node imports this file there is no HTMLElement, and no harm. */
const Base = typeof HTMLElement === "undefined" ? class {} : HTMLElement;

/** Elements that are drawn and in a page. @type {LivingElement[]} */
let drawn = [];

/** The folder of the widget's files, as links and code to paste name it. */
let folder = base();

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
    /** Faults since the last drawing. */
    this._traps = 0;
    this.ready = new Promise((resolve) => (this._resolveReady = resolve));
    const root = this.attachShadow({ __proto__: null, mode: "open" });
    this._frame = make("div");
    this._frame.className = "frame";
    this._mount = make("div");
    this._slot = make("slot");
    this._frame.append(this._mount, this._slot);
    // In a box that is as wide as what is in it the widget would be so wide. Only an image can also be told to shrink.
    const wish = make("canvas");
    wish.className = "wish";
    root.append(this._frame, wish);
    this._voice = announcer(root);
    for (let index = 0; index < EVENTS.length; index++) {
      this._mount.addEventListener(EVENTS[index], (event) => this._hear(event));
    }
    // Scrolling does not bubble.
    this._mount.addEventListener("scroll", () => markEnds(this._mount), true);
  }

  connectedCallback() {
    // Old browsers, and programs that have a document without a layout, keep the twin.
    if (typeof ResizeObserver === "undefined" || typeof matchMedia === "undefined") return;
    try {
      this._watch();
      this._arrive();
    } catch (error) {
      this._fault(error);
    }
  }

  disconnectedCallback() {
    if (!this._size) return;
    this._unwatch();
    leaveTurn(this);
    this._voice.stop();
    this._composing = false;
    // A move takes it out and puts it in within one task, and leaves it as it is.
    this._isMoving = true;
    Promise.resolve().then(() => this._isMoving && this._depart());
  }

  /** Listens to what may change how it is drawn. */
  _watch() {
    adoptStyles(this.shadowRoot);
    this._redraw = () => this._drawn && this._soon();
    this._dark = matchMedia("(prefers-color-scheme: dark)");
    this._dark.addEventListener("change", this._redraw);
    // Paper shows the table too, and is not waited for: the drawing must be there when the event ends.
    this._drawForPaper = () => this._drawn && !this._isGivenUp && this._draw();
    this._print = matchMedia("print");
    this._print.addEventListener("change", this._drawForPaper);
    // The number of sheets is reckoned before the query changes: what is on paper must be there by then.
    this._paper = ({ type }) => ((this._printing = type === "beforeprint"), this._drawForPaper());
    addEventListener("beforeprint", this._paper);
    addEventListener("afterprint", this._paper);
    this._size = new ResizeObserver((entries) => this._resized(entries[0].contentRect.width));
    this._size.observe(this);
    // Some pages change their language in place.
    this._html = new MutationObserver(this._redraw);
    this._html.observe(rootElement(), { __proto__: null, attributes: true, attributeFilter: ["lang"] });
  }

  _unwatch() {
    this._dark.removeEventListener("change", this._redraw);
    this._print.removeEventListener("change", this._drawForPaper);
    removeEventListener("beforeprint", this._paper);
    removeEventListener("afterprint", this._paper);
    this._size.disconnect();
    this._html.disconnect();
    if (this._near) this._near.disconnect();
  }

  /** In the page for the first time, again, or in another place. */
  _arrive() {
    this._isGivenUp = false;
    const isKept = this._isMoving && this._drawn;
    this._isMoving = false;
    if (isKept) {
      if (this._focused) this._focused.focus({ __proto__: null, preventScroll: true });
      return this._soon();
    }
    this._keepRoom(this.offsetWidth);
    // A font of the page's own that arrives late may be wider than the one before.
    if (document.fonts && document.fonts.ready) document.fonts.ready.then(() => ((this._family = ""), this._redraw()));
    if (this.loading === "eager" || this._drawn || typeof IntersectionObserver === "undefined") return this._start();
    const near = (entries) => {
      for (let index = 0; index < entries.length; index++) if (entries[index].isIntersecting) return this._start();
    };
    this._near = new IntersectionObserver(near, { __proto__: null, rootMargin: "600px" });
    this._near.observe(this);
  }

  /** Out of the page: the state stays, all else goes. */
  _depart() {
    this._isMoving = false;
    this._release();
    drawn = without(drawn, this);
    this._focused = undefined;
    this._dropWidget();
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
      const core = await loadCore();
      if (core !== this._core) this._dropWidget();
      this._core = core;
      this._soon();
    } catch (error) {
      // Who has told of a fault does not tell that trying again has failed as well.
      if (!this._traps) this._fail(error.code || "wasm-invalid", textOf(error), error.code !== "render");
      this._giveUp();
    } finally {
      this._starting = false;
    }
  }

  /** Whether the core can be called. */
  _isLive() {
    return isLive(this._core);
  }

  /** The drawing's nodes in Rust go, if their instance is still there. */
  _dropWidget() {
    const widget = this._widget;
    this._widget = undefined;
    if (widget && this._isLive()) this._call(() => widget.free());
  }

  /** Calls into Rust. Whatever it throws is a trap: the instance is given up, the picture stays. */
  _call(work, rethrow = false) {
    try {
      this._busy = true;
      return work();
    } catch (error) {
      this._fault(error);
      if (rethrow) throw error;
      return undefined;
    } finally {
      this._busy = false;
      const waiting = this._waiting;
      this._waiting = [];
      for (let index = 0; index < waiting.length; index++) this._handle(waiting[index]);
    }
  }

  /**
   * Something threw. All widgets stood on that instance, so each is drawn once more on the next. A second fault in a
   * row is this element's own, and several of different ones are the page's: then nobody tries again by itself.
   */
  _fault(error) {
    const isHopeful = discardCore(this._core);
    const others = without(drawn, this);
    this._waiting = [];
    this._widget = undefined;
    // One event, however often it is tried.
    if (++this._traps === 1) this._fail("render", textOf(error));
    if (isHopeful && this._traps < 2) takeTurn(this);
    else this._giveUp();
    for (let index = 0; index < others.length; index++) others[index]._lose(isHopeful);
  }

  /** The instance is gone by another's fault. */
  _lose(isHopeful) {
    if (isHopeful) return this._soon();
    if (++this._traps === 1) this._fail("render", textOf(hopeless()));
    this._giveUp();
  }

  /** Left alone until its next change: the twin comes back, or what was drawn last stays if there is no twin. */
  _giveUp() {
    this._isGivenUp = true;
    this._widget = undefined;
    leaveTurn(this);
    drawn = without(drawn, this);
    this._leaveRoom();
    const hasTwin = this._hasTwin();
    // A picture that was being changed may be half of another one.
    if (!hasTwin && !this._isTorn && this._mount.firstChild) return;
    this._release();
    this._mount.textContent = "";
    this._drawn = false;
    if (hasTwin) this._frame.append(this._slot);
    else excuse(this._mount, this._language());
  }

  /** Whether the page has put anything into the tag. */
  _hasTwin() {
    return Boolean(this.firstElementChild) || /\S/.test(this.textContent);
  }

  /** One drawing in one of the next frames, however much changes. */
  _soon() {
    if (this._size && this.isConnected && !this._isGivenUp) takeTurn(this);
  }

  /** The same after a change by the page, which may be what was missing. */
  _schedule() {
    if (this._isGivenUp) tryAgain();
    this._isGivenUp = false;
    this._soon();
  }

  /** Its turn to be drawn. */
  _turn() {
    this._keepRoom(this._width);
    if (this._core) this._draw();
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
    this._soon();
  }

  /** Draws; returns what a screen reader may be told, or nothing if there was no drawing. */
  _draw() {
    try {
      return this._drawNow();
    } catch (error) {
      return void this._fault(error);
    }
  }

  _drawNow() {
    if (!this._width || !this.isConnected || this._composing) return;
    if (!this._isLive()) return void this._start();
    leaveTurn(this);
    this._settle();
    if (!this._isLive()) return;
    const settings = this._settings();
    if (this._call(() => this._core.lacksAnnex(settings, false))) return void this._complete();
    if (!this._isLive()) return;
    const height = this.offsetHeight;
    const text = this._drawWidget();
    if (text === undefined || (this._hasNewFont() && this._drawWidget() === undefined)) return;
    this._traps = 0;
    proveCore();
    add(drawn, this);
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

  /** Draws on the nodes of the last drawing or, on a fresh instance, on new ones, which then take their place. */
  _drawWidget() {
    const settings = this._settings();
    if (this._widget) {
      const text = this._call(() => this._widget.draw(settings));
      this._isTorn = text === undefined;
      return text;
    }
    const before = this._mount.firstElementChild;
    this._mount.textContent = this._mount.lang = "";
    return this._call(() => {
      try {
        this._widget = new this._core.Widget(this._mount, maker);
        const text = this._widget.draw(settings);
        this._isTorn = false;
        return text;
      } catch (error) {
        this._mount.textContent = "";
        if (before) this._mount.append(before);
        throw error;
      }
    });
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
    const { regular, bold } = widths(own);
    this._wide = this._call(() => this._core.isWider(regular, bold));
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
    if (type === "focusin") this._focused = target;
    if (type === "focusout") this._forget(target);
    // Keys with these belong to the browser and to screen readers.
    if (type === "keydown" && (event.altKey || event.ctrlKey || event.metaKey)) return;
    const detail = String(key || pointerType || target.value);
    if (this._handle({ type, target, detail })) event.preventDefault();
  }

  /** The focus has left, unless it turns out that the element is only moved. */
  _forget(target) {
    Promise.resolve().then(() => {
      if (this._focused === target && this.shadowRoot.activeElement !== target) this._focused = undefined;
    });
  }

  /** Hands an event over to Rust. Tells whether it is used up. @param {{ type: string, target: Element, detail: string }} event */
  _handle(event) {
    // Rust moves the focus and takes focused nodes away. The events of that come in the middle of the call,
    // which must not be entered twice: they wait.
    if (this._busy) return void (this._waiting[this._waiting.length] = event);
    if (!this._widget || !this._isLive()) return void (this._drawn && this._start());
    this._settle();
    if (!this._isLive()) return false;
    const settings = this._settings();
    const outcome = this._call(() => this._widget.handle(event.type, event.target, event.detail, settings));
    if (!outcome) return false;
    if (event.type === "click") this._release();
    this._answer(outcome, event);
    return outcome[2];
  }

  /** What the page tells of itself, as Rust takes it. */
  _surroundings() {
    return {
      __proto__: null,
      "@width": String(Math.round((this._width || 360) * 100) / 100),
      "@dark": String(Boolean(this._dark && this._dark.matches)),
      "@paper": String(Boolean(this._printing || (this._print && this._print.matches))),
      "@wide": String(Boolean(this._wide)),
      "@sheet": String(typeof navigator.share === "function"),
      "@base": folder,
    };
  }

  _emit(name, detail) {
    const init = { __proto__: null, bubbles: true, composed: true, detail };
    this.dispatchEvent(new CustomEvent(`county-chains-${name}`, init));
  }

  /** The folder of the widget's files, as links and code to paste name it; empty if it is not known. */
  static get base() {
    return folder;
  }

  /** A page may set another. @throws {TypeError} if it is no address of the web */
  static set base(address) {
    folder = checkedFolder(address);
  }
}
