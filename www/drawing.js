// How a widget is drawn: this loads the wasm, calls it, replaces the twin by the drawing, and shows the twin again after a
// fault. Nothing here knows what is drawn.

import { missingOf } from "./core-texts.js";
import { showFallbackMessage } from "./fallback-message.js";
import { announcer } from "./effects.js";
import { watchFocus } from "./focus.js";
import { fontOf, isSpaced, prepareMeasuring, textSize, widths } from "./font.js";
import { reclaimTwin } from "./hoisted-twin.js";
import { add, without } from "./lists.js";
import { textOf } from "./load-error.js";
import { allowRetry, discardCore, givenUpError, isLive, joinArrived, loadCore, loadParts, preloadParts, resetFaults, retireCore } from "./loader.js";
import { make, maker } from "./nodes.js";
import { EXPORT } from "./parts.js";
import { keepTwinHeight } from "./twin-height.js";
import { reservedHeight } from "./reserved-height.js";
import { settleGroups } from "./roving.js";
import { adoptStyles } from "./styles.js";
import { scrollToTab } from "./tabs.js";
import { dequeueDrawing, enqueueDrawing } from "./draw-queue.js";

/** Node has no HTMLElement; there the class can be imported but not used. */
const Base = typeof HTMLElement === "undefined" ? class {} : HTMLElement;

/** Widths in CSS pixels below which words around a picture, and labels in it, have no room. Neither is enlarged so far. */
const NARROWEST = 200;
const NARROWEST_PICTURE = 260;

/** Elements that are drawn and connected. @type {DrawnElement[]} */
let drawn = [];

/** Lets all elements go on with a fresh instance, though nothing has failed. The drawings stay until then. */
export function replaceCore(core) {
  retireCore(core);
  for (let index = 0; index < drawn.length; index++) drawn[index]._requestDraw();
}

/**
 * A subclass provides: `_applyPending()`, which gives Rust what the page has set; `_settingsText()`, which returns what
 * Rust shall draw; `_partsOfChart()`, the parts of the program that this will need; `_afterDraw(text)`;
 * `_applyOutcome(outcome)` for what an event has led to; `_reportError(code, message)`; `_revertState()`, which returns to the
 * last drawing when a part cannot be loaded; and, once it is loaded, `_revalidateState()` and `_drawAfterInput()`.
 */
export class DrawnElement extends Base {
  constructor() {
    super();
    this._width = 0;
    /** How much larger than usual words and pictures are drawn. */
    this._textSize = this._pictureSize = 1;
    /** How often the page's font may have changed. */
    this._fontChanges = 0;
    /** Faults since the last drawing. */
    this._faultCount = 0;
    this._whenDrawn = new Promise((resolve) => (this._resolveDrawn = resolve));
    try {
      this._buildBoxes();
    } catch (error) {
      // An error thrown by a constructor reaches only the console. It is reported once the element is connected.
      this._buildError = error;
    }
  }

  /**
   * Resolves to the element once it is drawn and its methods can be called. They need a part of the program that is loaded for
   * those pages only that ask for this.
   */
  get ready() {
    if (!this._ready) this._ready = this._whenDrawn.then(() => this._loadExport(this._core)).then(() => this);
    return this._ready;
  }

  /** Loads what methods need. If that fails, the methods tell it, and the chart is there all the same. */
  async _loadExport(core) {
    try {
      await loadParts(core, [EXPORT]);
    } catch (error) {
      // The loader has logged it.
    }
  }

  /** Creates the widget's boxes. The shadow root is attached last: a root without a slot would hide the twin. */
  _buildBoxes() {
    this._frame = make("div");
    this._frame.className = "frame";
    this._mount = make("div");
    this._mount.hidden = true;
    this._frame.append(this._mount, make("slot"));
    // In a shrink-to-fit container the host would be as wide as its content, which is nothing. A hidden canvas gives it a
    // preferred width that can still shrink.
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

  /** Loads the core unless it is loaded, then draws. */
  async _loadAndDraw() {
    if (this._isLoadingCore) return;
    this._isLoadingCore = true;
    if (this._viewportObserver) this._viewportObserver.disconnect();
    try {
      this._prepareEarly();
      const core = await this._prepareCore();
      await joinArrived(core);
      if (core !== this._core) this._dropWidget();
      this._core = core;
      this._requestDraw();
    } catch (error) {
      // An element that has reported a fault does not report that the retry failed too.
      if (!this._faultCount) this._reportError(error.code || "wasm-invalid", textOf(error), error.code !== "render");
      this._giveUp();
    } finally {
      this._isLoadingCore = false;
    }
  }

  /** The instance, with all that a drawing takes for granted in it. */
  _prepareCore() {
    return loadCore();
  }

  /**
   * Starts to load what the chart will need beside the core. Makes ready what measures text, which takes a phone a tenth of a
   * drawing: now the network is busy, and the processor is not.
   */
  _prepareEarly() {
    try {
      preloadParts(this._partsOfChart());
      prepareMeasuring(fontOf(this));
    } catch (error) {
      // The page has broken how attributes are read, or what measures: what the chart needs is loaded after the core.
    }
  }

  /** Whether the core can be called. */
  _isLive() {
    return isLive(this._core);
  }

  /** Removes the drawing. */
  _clearDrawing() {
    drawn = without(drawn, this);
    this._dropWidget();
    this._mount.textContent = "";
  }

  /** Frees the widget in Rust, if its instance is still in use. */
  _dropWidget() {
    const widget = this._widget;
    this._widget = undefined;
    if (widget && this._isLive()) this._callCore(() => widget.free());
  }

  /** Calls into Rust. Anything thrown is a trap: the instance is discarded, and the drawing stays on the page. */
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
   * Handles whatever was thrown. All widgets share the instance, so each is drawn again on a fresh one. This element gives
   * up after two faults in a row, and the whole page after several: then nothing is retried until the page changes it.
   */
  _handleFault(error) {
    const isHopeful = discardCore(this._core);
    const others = without(drawn, this);
    this._queuedEvents = [];
    this._widget = undefined;
    // One event, however many retries fail.
    if (++this._faultCount === 1) this._reportError("render", textOf(error));
    if (isHopeful && this._faultCount < 2) enqueueDrawing(this);
    else this._giveUp();
    for (let index = 0; index < others.length; index++) others[index]._onInstanceLost(isHopeful);
  }

  /** A fault of another element has ended the instance. */
  _onInstanceLost(isHopeful) {
    if (isHopeful) return this._requestDraw();
    if (++this._faultCount === 1) this._reportError("render", textOf(givenUpError()));
    this._giveUp();
  }

  /** Stops until the page changes the element. The twin is shown again; without a twin the last drawing stays. */
  _giveUp() {
    this._isGivenUp = true;
    this._widget = undefined;
    dequeueDrawing(this);
    drawn = without(drawn, this);
    // The constructor failed: there are no boxes.
    if (this._buildError) return;
    const hasTwin = this._hasTwin();
    // A drawing that failed halfway may mix two pictures, so it cannot stay.
    if (!hasTwin && !this._isHalfDrawn && this._mount.firstChild) return this._unreserveHeight();
    this._drawn = false;
    try {
      this._unreserveHeight();
      this._releaseTwinHeight();
      // The slot shows the twin as soon as nothing is drawn.
      this._mount.textContent = "";
      if (!hasTwin) showFallbackMessage(this._mount, this._language());
    } catch (error) {
      // The page has broken this as well: leave everything as it is. The fault has been reported.
    }
  }

  /** Whether the tag has any content. */
  _hasTwin() {
    return Boolean(this.firstElementChild) || /\S/.test(this.textContent);
  }

  /** Requests one drawing in one of the next animation frames, however much changes until then. */
  _requestDraw(isUrgent) {
    if (this._sizeObserver && this.isConnected && !this._isGivenUp) enqueueDrawing(this, isUrgent);
  }

  /** Requests a drawing after a change by the page, which may have removed the cause of earlier faults. */
  _requestDrawAfterChange() {
    if (this._isGivenUp) allowRetry();
    this._isGivenUp = false;
    this._requestDraw();
  }

  /** Called by the queue. */
  _drawFromQueue() {
    this._isUrgent = false;
    this._catchFaults(() => {
      this._readTextSize();
      this._reserveHeight(this._width);
      if (this._core) this._drawNow();
    });
  }

  /** Takes over the size and the spacing of text that readers ask for. The widget is then laid out for less width, and enlarged. */
  _readTextSize() {
    const { style, classList } = this._frame;
    const around = getComputedStyle(this);
    const { fontSize } = getComputedStyle(this._announcer.region);
    // The size that is set in WeChat on iPhones arrives as a percentage on the body of pages.
    const set = parseFloat(fontSize) * (parseFloat(around.webkitTextSizeAdjust) / 100 || 1);
    // Firefox before 126 enlarges nothing.
    const size = "zoom" in style ? textSize(set, parseFloat(around.fontSize)) : 1;
    const room = this._width || this._frame.offsetWidth;
    const within = (least) => Math.max(1, Math.min(size, room / least));
    const words = within(NARROWEST);
    const picture = within(NARROWEST_PICTURE);
    const isApart = isSpaced(around);
    style.setProperty("--text-size", words);
    style.setProperty("--picture-size", picture / words);
    classList.toggle("spaced", isApart);
    classList.toggle("tight", isApart || picture < words);
    this._textSize = words;
    this._pictureSize = picture;
    // Words that need more lines than those of which heights were measured.
    this._growth = ((words * words) / picture) * (isApart ? 1.35 : 1);
  }

  /** Reserves the height of the widget until it is drawn, so that the page does not jump. */
  _reserveHeight(width) {
    if (!this._isUnreserved) this._frame.style.minHeight = reservedHeight(this, width / this._textSize, this._growth);
  }

  /** The widget is drawn, or never will be. */
  _unreserveHeight() {
    this._isUnreserved = true;
    this._frame.style.minHeight = "";
  }

  /** Draws. Returns the text for screen readers, or nothing if there was no drawing. */
  _draw() {
    return this._catchFaults(() => this._drawNow());
  }

  /** Runs `work`. If the page has broken something that a drawing needs, that is a fault like any other. */
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
    this._readFont();
    if (!this._isLive()) return;
    // A classic script may have defined the element before the parser reached the twin.
    if (!this._drawn) reclaimTwin(this);
    // To read it costs a layout.
    const height = this._drawn ? 0 : this._leastHeight();
    const restoreFocus = this._restoreFocus || watchFocus(this.shadowRoot, this._mount);
    const text = this._drawWidget();
    // What a drawing that failed has taken away, the next one gives back, also if it has to wait for parts.
    if (text === undefined) this._restoreFocus = restoreFocus;
    else if (text !== null) this._restoreFocus = undefined;
    if (text === null) return void this._loadPartsAndDraw();
    if (text === undefined || (this._hasOtherFont() && this._drawWidget() === undefined)) return;
    restoreFocus();
    this._faultCount = 0;
    resetFaults();
    add(drawn, this);
    scrollToTab(this._mount, `${this._font} ${this._width}`);
    this._settleGroups();
    if (!this._drawn) {
      this._drawn = true;
      this._replaceTwin(height);
    } else {
      this._unreserveHeight();
    }
    this._afterDraw(text);
    return text;
  }

  /** Gives each group of controls its Tab stop. */
  _settleGroups() {
    settleGroups(this._mount);
  }

  /** How high the first drawing is at least, so that nothing below moves: as high as what it replaces. */
  _leastHeight() {
    return this._frame.offsetHeight;
  }

  /**
   * Updates the nodes of the last drawing or, on a fresh instance, replaces them by new ones. Returns the text for screen
   * readers, `null` if the drawing needs parts that have not come, and nothing after a fault.
   */
  _drawWidget() {
    adoptStyles(this.shadowRoot);
    const settings = this._settingsText();
    // A fresh widget may have to wait for parts before it makes nodes.
    const isFresh = !this._widget || this._drawnBy !== this._widget;
    const text = this._callCore(() => {
      if (!this._widget) this._widget = new this._core.Widget(this._mount, maker);
      return this._widget.draw(settings);
    });
    // New nodes come as a whole or not at all.
    if (text === undefined) this._isHalfDrawn = this._isHalfDrawn || !isFresh;
    else if (text !== null) {
      this._isHalfDrawn = false;
      this._drawnBy = this._widget;
      this._keepStill();
    }
    return text;
  }

  /** Lets nothing move where the drawing has come in another language than the last one. */
  _keepStill() {
    const { lang } = this._mount.firstElementChild;
    this._mount.className = lang === this._drawnLanguage ? "" : "still";
    this._drawnLanguage = lang;
  }

  /** Loads parts, named in one text. Returns whether they are there; a failure has been reported. */
  async _loadParts(names) {
    this._setBusy(true);
    try {
      await loadParts(this._core, names.split(" "));
      // A drawing moves what lies below the heading. A press that begins on a tab and ends beside it is no click.
      await this._press;
      return true;
    } catch (error) {
      this._reportError(error.code || "wasm-invalid", error.message, true);
      return false;
    } finally {
      this._setBusy(false);
    }
  }

  _setBusy(isBusy) {
    try {
      if (isBusy) this._mount.setAttribute("aria-busy", "true");
      else this._mount.removeAttribute("aria-busy");
    } catch (error) {
      // The page has broken attributes. The drawing will tell.
    }
  }

  /** The names of the parts that the state needs and that have not come; nothing after a fault. */
  _missingParts() {
    return this._callCore(() => missingOf(this._core, this._settingsText(), "shown"));
  }

  /** Draws what needs parts that have not come. The last drawing stays until they are loaded. */
  async _loadPartsAndDraw() {
    if (this._isLoadingParts) return;
    const missing = this._missingParts();
    if (missing === undefined) return;
    this._isLoadingParts = true;
    const isThere = await this._loadParts(missing);
    this._isLoadingParts = false;
    if (!isThere) {
      // Meanwhile the reader may have chosen something that needs other parts.
      const isStillNeeded = !this._isLive() || this._missingParts() === missing;
      if (isStillNeeded) return this._revertState();
    }
    this._revalidateState();
    this._drawAfterInput();
  }

  /**
   * Measures the page's font unless this has been done. It is read before a drawing, so that this is laid out for it; and after a
   * drawing, the browser would compute the styles of all that has changed.
   */
  _readFont() {
    const family = fontOf(this);
    const usual = fontOf(this._announcer.region);
    const font = `${family} ${usual} ${this._fontChanges}`;
    if (font === this._font) return;
    this._font = font;
    // If the font is the browser's default, the page has set none. Then the drawing has fonts of ours, by its language.
    this._isBare = family === usual;
    this._frame.classList.toggle("bare", this._isBare);
    this._measuredLanguage = undefined;
    if (!this._isBare) this._measureFont(family);
  }

  /** Whether the drawing must be laid out again because our own font is wider or narrower than assumed. */
  _hasOtherFont() {
    const drawing = this._mount.firstElementChild;
    if (!this._isBare || drawing.lang === this._measuredLanguage) return false;
    this._measuredLanguage = drawing.lang;
    const before = this._hasWideFont;
    this._measureFont(fontOf(drawing));
    return Boolean(before) !== Boolean(this._hasWideFont);
  }

  _measureFont(family) {
    const { regular, bold } = widths(family);
    this._hasWideFont = this._callCore(() => this._core.isWider(regular, bold));
  }

  /** The page's font may have changed, or have been loaded. */
  _checkFont() {
    this._fontChanges++;
    if (this._widget) this._requestDraw();
  }

  /** Shows the drawing instead of the twin. */
  _replaceTwin(height) {
    try {
      this._endTwinHeight = keepTwinHeight(this, this._mount, height, () => this._unreserveHeight());
    } catch (error) {
      // The page has broken what measures. The content below may move.
      this._unreserveHeight();
    }
    this._resolveDrawn();
    this._emitEvent("ready", {});
  }

  _releaseTwinHeight() {
    if (this._endTwinHeight) this._endTwinHeight();
    this._endTwinHeight = undefined;
  }

  _emitEvent(name, detail) {
    const init = { __proto__: null, bubbles: true, composed: true, detail };
    try {
      this.dispatchEvent(new CustomEvent(`county-chains-${name}`, init));
    } catch (error) {
      // The page has broken its own events and receives none.
    }
  }
}
