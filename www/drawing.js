// A widget's drawing: its program is loaded and called, the picture takes the place of the twin, and gives it back when
// it cannot be drawn. Nothing here knows what is drawn.

import { showFallbackMessage } from "./fallback-message.js";
import { announcer } from "./effects.js";
import { widths } from "./font.js";
import { reclaimTwin } from "./hoisted-twin.js";
import { add, without } from "./lists.js";
import { textOf } from "./load-error.js";
import { discardCore, givenUpError, isLive, loadAnnex, loadCore, resetFaults, allowRetry } from "./loader.js";
import { make, maker } from "./nodes.js";
import { keepTwinHeight } from "./twin-height.js";
import { reservedHeight } from "./reserved-height.js";
import { scrollToTab } from "./tabs.js";
import { dequeueDrawing, enqueueDrawing } from "./draw-queue.js";

/** Where Node imports this file there is no HTMLElement, and no harm. */
const Base = typeof HTMLElement === "undefined" ? class {} : HTMLElement;

/** Elements that are drawn and in a page. @type {DrawnElement[]} */
let drawn = [];

/**
 * What a widget needs of the class that extends this: `_applyPending()` lets Rust see what was set, `_settings()` is what
 * Rust draws, `_afterDraw(text)` follows a drawing, `_applyOutcome(outcome)` an event, `_reportError(code, message)` a fault,
 * `_revert()` a drawing that could not be completed, `_revalidate()` the coming of the annex,
 * after which `_drawAfterInput()` draws what was asked for.
 */
export class DrawnElement extends Base {
  constructor() {
    super();
    this._width = 0;
    /** Faults since the last drawing. */
    this._faultCount = 0;
    this.ready = new Promise((resolve) => (this._resolveReady = resolve));
    try {
      this._build();
    } catch (error) {
      // A constructor that throws tells nobody but the console of the page.
      this._buildError = error;
    }
  }

  /** Makes the boxes of the widget. The shadow root comes last: without its slot it would hide the twin. */
  _build() {
    this._frame = make("div");
    this._frame.className = "frame";
    this._mount = make("div");
    this._mount.hidden = true;
    this._frame.append(this._mount, make("slot"));
    // In a box that is as wide as what is in it the widget would be so wide. Only an image can also be told to shrink.
    const preferred = make("canvas");
    preferred.className = "preferred-width";
    preferred.width = preferred.height = 0;
    this._probe = make("div");
    this._probe.className = "probe";
    const box = make("div");
    box.className = "box";
    box.append(this._frame, preferred, this._probe);
    this._announcer = announcer(box);
    this.attachShadow({ __proto__: null, mode: "open" }).append(box);
  }

  /** Loads the core if need be, then draws. */
  async _loadAndDraw() {
    if (this._isLoadingCore) return;
    this._isLoadingCore = true;
    if (this._viewportObserver) this._viewportObserver.disconnect();
    try {
      const core = await loadCore();
      if (core !== this._core) this._dropWidget();
      this._core = core;
      this._requestDraw();
    } catch (error) {
      // Who has told of a fault does not tell that trying again has failed as well.
      if (!this._faultCount) this._reportError(error.code || "wasm-invalid", textOf(error), error.code !== "render");
      this._giveUp();
    } finally {
      this._isLoadingCore = false;
    }
  }

  /** Whether the core can be called. */
  _isLive() {
    return isLive(this._core);
  }

  /** Nothing is drawn any more. */
  _clearDrawing() {
    drawn = without(drawn, this);
    this._dropWidget();
    this._mount.textContent = "";
  }

  /** The drawing's nodes in Rust go, if their instance is still there. */
  _dropWidget() {
    const widget = this._widget;
    this._widget = undefined;
    if (widget && this._isLive()) this._callCore(() => widget.free());
  }

  /** Calls into Rust. Whatever it throws is a trap: the instance is given up, the picture stays. */
  _callCore(work, rethrow = false) {
    try {
      this._isInCore = true;
      return work();
    } catch (error) {
      this._handleFault(error);
      if (rethrow) throw error;
      return undefined;
    } finally {
      this._isInCore = false;
      const waiting = this._queuedEvents;
      this._queuedEvents = [];
      for (let index = 0; index < waiting.length; index++) this._handleEvent(waiting[index]);
    }
  }

  /**
   * Something threw. All widgets stood on that instance, so each is drawn once more on the next. A second fault in a
   * row is this element's own, and several of different ones are the page's: then nobody tries again by itself.
   */
  _handleFault(error) {
    const isHopeful = discardCore(this._core);
    const others = without(drawn, this);
    this._queuedEvents = [];
    this._widget = undefined;
    // One event, however often it is tried.
    if (++this._faultCount === 1) this._reportError("render", textOf(error));
    if (isHopeful && this._faultCount < 2) enqueueDrawing(this);
    else this._giveUp();
    for (let index = 0; index < others.length; index++) others[index]._onInstanceLost(isHopeful);
  }

  /** The instance is gone by another's fault. */
  _onInstanceLost(isHopeful) {
    if (isHopeful) return this._requestDraw();
    if (++this._faultCount === 1) this._reportError("render", textOf(givenUpError()));
    this._giveUp();
  }

  /** Left alone until its next change: the twin comes back, or what was drawn last stays if there is no twin. */
  _giveUp() {
    this._isGivenUp = true;
    this._widget = undefined;
    dequeueDrawing(this);
    drawn = without(drawn, this);
    // Nothing of it was ever built.
    if (this._buildError) return;
    const hasTwin = this._hasTwin();
    // A picture that was being changed may be half of another one.
    if (!hasTwin && !this._isHalfDrawn && this._mount.firstChild) return this._unreserveHeight();
    this._drawn = false;
    try {
      this._unreserveHeight();
      this._releaseTwinHeight();
      // The twin shows where nothing is drawn.
      this._mount.textContent = "";
      if (!hasTwin) showFallbackMessage(this._mount, this._language());
    } catch (error) {
      // Where the page breaks this as well, what stands there stays. The fault has been told.
    }
  }

  /** Whether the page has put anything into the tag. */
  _hasTwin() {
    return Boolean(this.firstElementChild) || /\S/.test(this.textContent);
  }

  /** One drawing in one of the next frames, however much changes. */
  _requestDraw(isUrgent) {
    if (this._sizeObserver && this.isConnected && !this._isGivenUp) enqueueDrawing(this, isUrgent);
  }

  /** The same after a change by the page, which may be what was missing. */
  _requestDrawAfterChange() {
    if (this._isGivenUp) allowRetry();
    this._isGivenUp = false;
    this._requestDraw();
  }

  /** Its turn to be drawn. */
  _drawFromQueue() {
    this._isUrgent = false;
    this._catchFaults(() => {
      this._reserveHeight(this._width);
      if (this._core) this._drawNow();
    });
  }

  /** Until the widget is drawn its room is kept, so that the page does not jump. */
  _reserveHeight(width) {
    if (!this._isUnreserved) this._frame.style.minHeight = reservedHeight(this, width);
  }

  /** The widget is there, or will not come. */
  _unreserveHeight() {
    this._isUnreserved = true;
    this._frame.style.minHeight = "";
  }

  /** Draws; returns what a screen reader may be told, or nothing if there was no drawing. */
  _draw() {
    return this._catchFaults(() => this._drawNow());
  }

  /** Whatever the page has broken on the way to a drawing is a fault like any other. */
  _catchFaults(work) {
    try {
      return work();
    } catch (error) {
      return void this._handleFault(error);
    }
  }

  _drawNow() {
    if (!this._width || !this.isConnected || this._isComposing) return;
    if (!this._isLive()) return void this._loadAndDraw();
    dequeueDrawing(this);
    this._applyPending();
    if (!this._isLive()) return;
    const settings = this._settings();
    if (this._callCore(() => this._core.lacksAnnex(settings, false))) return void this._loadAnnexAndDraw();
    if (!this._isLive()) return;
    // The parser had not come to it when a classic script defined the element.
    if (!this._drawn) reclaimTwin(this);
    const height = this._frame.offsetHeight;
    const text = this._drawWidget();
    if (text === undefined || (this._hasNewFont() && this._drawWidget() === undefined)) return;
    this._faultCount = 0;
    resetFaults();
    add(drawn, this);
    scrollToTab(this._mount);
    if (!this._drawn) {
      this._drawn = true;
      this._replaceTwin(height);
    } else {
      this._unreserveHeight();
    }
    this._afterDraw(text);
    return text;
  }

  /** Draws on the nodes of the last drawing or, on a fresh instance, on new ones, which then take their place. */
  _drawWidget() {
    const settings = this._settings();
    if (this._widget) {
      const text = this._callCore(() => this._widget.draw(settings));
      this._isHalfDrawn = text === undefined;
      return text;
    }
    const before = this._mount.firstElementChild;
    this._mount.textContent = this._mount.className = "";
    return this._callCore(() => {
      try {
        this._widget = new this._core.Widget(this._mount, maker);
        const text = this._widget.draw(settings);
        this._isHalfDrawn = false;
        return text;
      } catch (error) {
        this._mount.textContent = "";
        if (before) this._mount.append(before);
        throw error;
      }
    });
  }

  /** Gets what is beyond the core. Tells whether it is there; that it is not has been reported. */
  async _loadAnnex() {
    this._mount.setAttribute("aria-busy", "true");
    try {
      await loadAnnex(this._core);
      return true;
    } catch (error) {
      this._reportError(error.code || "wasm-invalid", error.message, true);
      return false;
    } finally {
      this._mount.removeAttribute("aria-busy");
    }
  }

  /** Draws what takes more than the core. Until that is there, what was drawn stays. */
  async _loadAnnexAndDraw() {
    if (this._isLoadingAnnex) return;
    this._isLoadingAnnex = true;
    const isThere = await this._loadAnnex();
    this._isLoadingAnnex = false;
    if (!isThere) return this._revert();
    this._revalidate();
    this._drawAfterInput();
  }

  /** Whether the drawing stands in another font than the one it was laid out for. */
  _hasNewFont() {
    const family = (element) => getComputedStyle(element).fontFamily;
    // The browser's own font means that the page has set none.
    this._frame.classList.toggle("bare", family(this) === family(this._announcer.region));
    const own = family(this._mount.firstElementChild);
    if (own === this._family) return false;
    const before = this._hasWideFont;
    this._family = own;
    const { regular, bold } = widths(own);
    this._hasWideFont = this._callCore(() => this._core.isWider(regular, bold));
    return Boolean(before) !== Boolean(this._hasWideFont);
  }

  /** The page's font may be another one, and wider than that before. */
  _checkFont() {
    this._family = "";
    if (this._widget) this._requestDraw();
  }

  /** The widget takes the twin's place. */
  _replaceTwin(height) {
    try {
      this._endTwinHeight = keepTwinHeight(this, this._mount, height, () => this._unreserveHeight());
    } catch (error) {
      // Where a page has broken what measures, what is below may move.
      this._unreserveHeight();
    }
    this._resolveReady(this);
    this._emit("ready", {});
  }

  _releaseTwinHeight() {
    if (this._endTwinHeight) this._endTwinHeight();
    this._endTwinHeight = undefined;
  }

  _emit(name, detail) {
    const init = { __proto__: null, bubbles: true, composed: true, detail };
    try {
      this.dispatchEvent(new CustomEvent(`county-chains-${name}`, init));
    } catch (error) {
      // A page without working events hears of none.
    }
  }
}
