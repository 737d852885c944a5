// The life cycle of a widget: it is connected, resized, moved and removed, and it receives the reader's events. Nothing
// here knows what is drawn.

import { base } from "./assets-external.js";
import { DrawnElement } from "./drawing.js";
import { checkedFolder } from "./folder.js";
import { watchFont } from "./font.js";
import { reclaimTwin } from "./hoisted-twin.js";
import { containKeys } from "./keys.js";
import { rootElement } from "./nodes.js";
import { questionText } from "./settings.js";
import { adoptStyles } from "./styles.js";
import { rove } from "./roving.js";
import { markOverflow } from "./tabs.js";
import { dequeueDrawing, nextFrame } from "./draw-queue.js";

const EVENTS = [
  "click", "change", "input", "compositionstart", "compositionend", "keydown", "focusin", "focusout", "pointerover", "pointerout",
  "pointerdown",
];

/** Milliseconds after which a press counts as a long one, which no drawing waits for. */
const LONG_PRESS = 500;

/** The attribute that the extension Dark Reader sets on the root of pages it darkens. It leaves our own colours alone. */
const MADE_DARK = "data-darkreader-scheme";

/** The address of the folder with the widget's files, for links and for code to paste. */
let folder = base();

export class LifecycleElement extends DrawnElement {
  constructor() {
    super();
    /** Events that arrived during a call into Rust. */
    this._queuedEvents = [];
  }

  _buildBoxes() {
    super._buildBoxes();
    for (let index = 0; index < EVENTS.length; index++) {
      this._mount.addEventListener(EVENTS[index], (event) => this._onEvent(event));
    }
    rove(this._mount);
    containKeys(this._mount);
    // Scrolling does not bubble.
    this._mount.addEventListener("scroll", () => markOverflow(this._mount), true);
  }

  connectedCallback() {
    try {
      if (this._buildError) throw this._buildError;
      this._onFirstConnected();
      // The twin stays in old browsers, in Safari before 14, and in programs that have a document but no layout.
      if (typeof ResizeObserver === "undefined" || typeof matchMedia === "undefined") return;
      if (!matchMedia("print").addEventListener) return;
      this._startObserving();
      this._onConnected();
    } catch (error) {
      this._handleFault(error);
    }
  }

  disconnectedCallback() {
    if (!this._sizeObserver) return;
    this._stopObserving();
    dequeueDrawing(this);
    this._announcer.stop();
    this._isComposing = false;
    // A move removes and inserts the element within one task. Then nothing changes.
    this._isMoving = true;
    Promise.resolve().then(() => this._isMoving && this._onRemoved());
  }

  /** Observes everything that may change the drawing. */
  _startObserving() {
    adoptStyles(this.shadowRoot);
    this._requestRedraw = () => this._drawn && this._requestDraw();
    this._darkQuery = matchMedia("(prefers-color-scheme: dark)");
    this._darkQuery.addEventListener("change", this._requestRedraw);
    // Print adds the table. The browser does not wait: the drawing must be complete when the event ends.
    this._drawForPrint = () => this._drawn && !this._isGivenUp && this._draw();
    this._printQuery = matchMedia("print");
    this._printQuery.addEventListener("change", this._drawForPrint);
    // Browsers count the sheets before the media query changes, so the drawing for print must be complete by then.
    this._onPrint = ({ type }) => ((this._isPrinting = type === "beforeprint"), this._drawForPrint());
    addEventListener("beforeprint", this._onPrint);
    addEventListener("afterprint", this._onPrint);
    this._sizeObserver = new ResizeObserver((entries) => this._onResize(entries[0].contentRect.width));
    // The host itself may have no box (display: contents).
    this._sizeObserver.observe(this._frame);
    // Some pages switch language or colours without reloading.
    this._rootObserver = new MutationObserver(this._requestRedraw);
    this._rootObserver.observe(rootElement(), { __proto__: null, attributes: true, attributeFilter: ["lang", MADE_DARK] });
    this._fontObserver = watchFont(this._probe, () => this._checkFont());
  }

  _stopObserving() {
    this._darkQuery.removeEventListener("change", this._requestRedraw);
    this._printQuery.removeEventListener("change", this._drawForPrint);
    removeEventListener("beforeprint", this._onPrint);
    removeEventListener("afterprint", this._onPrint);
    this._sizeObserver.disconnect();
    // If the page has broken one of these, the later ones were never created.
    this._rootObserver?.disconnect();
    this._fontObserver?.disconnect();
    this._viewportObserver?.disconnect();
  }

  /** The element was inserted for the first time, again, or in another place. */
  _onConnected() {
    this._isGivenUp = false;
    const isKept = this._isMoving && this._drawn;
    this._isMoving = false;
    if (isKept) {
      if (this._focused) this._focused.focus({ __proto__: null, preventScroll: true });
      return this._requestDraw();
    }
    reclaimTwin(this);
    this._readTextSize();
    this._reserveHeight(this._frame.offsetWidth);
    if (this.loading === "eager" || this._drawn || typeof IntersectionObserver === "undefined") return this._loadAndDraw();
    const near = (entries) => {
      for (let index = 0; index < entries.length; index++) if (entries[index].isIntersecting) return this._loadAndDraw();
    };
    this._viewportObserver = new IntersectionObserver(near, { __proto__: null, rootMargin: "600px" });
    this._viewportObserver.observe(this._frame);
  }

  /** The element was removed and not only moved: it keeps its state and nothing else. */
  _onRemoved() {
    this._isMoving = false;
    this._releaseTwinHeight();
    this._focused = undefined;
    this._clearDrawing();
    // If the page inserts it again at once, it needs the same height, or the page would scroll.
    this._isUnreserved = false;
    this._reserveHeight(this._width);
  }

  /** `moveBefore()` keeps everything as it is. */
  connectedMoveCallback() {}

  /** In another document the adopted style sheets are lost. */
  adoptedCallback() {
    adoptStyles(this.shadowRoot);
  }

  _onResize(width) {
    if (!width || Math.abs(width - this._width) < 0.5) return;
    this._width = width;
    // Releasing the height inside the observer's callback would change the size again, which browsers report as an error.
    nextFrame(() => this._releaseTwinHeight());
    this._requestDraw(true);
  }

  _onEvent(event) {
    const { target, key, pointerType } = event;
    let { type } = event;
    // While an input method composes a word we must not search or draw: a change of the page would end the composition.
    if (type === "compositionstart" || type === "compositionend") {
      this._isComposing = type === "compositionstart";
      type = "input";
    }
    if (this._isComposing) return;
    if (type === "pointerdown") return this._onPress();
    if (type === "focusin") this._focused = target;
    if (type === "focusout") this._onFocusLost(target);
    // Keys with these modifiers belong to the browser and to screen readers.
    if (type === "keydown" && (event.altKey || event.ctrlKey || event.metaKey)) return;
    const detail = (key && event.shiftKey ? "Shift+" : "") + String(key || pointerType || target.value);
    if (this._handleEvent({ type, target, detail })) event.preventDefault();
    if (type === "click" && this._endPress) this._endPress();
  }

  /** A press has begun, which its click will end. */
  _onPress() {
    this._press = new Promise((end) => setTimeout((this._endPress = end), LONG_PRESS));
  }

  /** Forgets the focused node, unless the element is only being moved and keeps the focus. */
  _onFocusLost(target) {
    Promise.resolve().then(() => {
      if (this._focused === target && this.shadowRoot.activeElement !== target) this._focused = undefined;
    });
  }

  /** Passes an event to Rust. Returns whether Rust has used it. @param {{ type: string, target: Element, detail: string }} event */
  _handleEvent(event) {
    // Rust may move the focus or remove a focused node. The browser then fires events in the middle of that call. Rust
    // must not be entered twice, so these events are queued.
    if (this._isInCore) return void (this._queuedEvents[this._queuedEvents.length] = event);
    if (!this._widget || !this._isLive()) return void (this._drawn && this._loadAndDraw());
    this._applyPending();
    if (!this._isLive()) return false;
    const question = questionText(event.type, event.detail, this._settingsText());
    const outcome = this._callCore(() => this._widget.handle(event.target, question));
    if (!outcome) return false;
    if (event.type === "click") this._releaseTwinHeight();
    this._applyOutcome(outcome, event);
    return outcome[2];
  }

  /** The environment, in the order in which Rust reads it. */
  _environment(width = 0) {
    const isDark = (this._darkQuery && this._darkQuery.matches) || rootElement().getAttribute(MADE_DARK) === "dark";
    const isStatic = this._isOnPaper();
    const room = (this._width || 360) / (isStatic ? 1 : this._pictureSize);
    const canShare = typeof navigator.share === "function";
    return [width || Math.round(room * 100) / 100, isDark, this._hasWideFont, isStatic, canShare, this._language(), folder, this._dataAddress];
  }

  /** Whether it is drawn for print. */
  _isOnPaper() {
    return this._isPrinting || (this._printQuery && this._printQuery.matches);
  }

  /** The address of the folder with the widget's files, for links and code to paste; empty if it is unknown. */
  static get base() {
    return folder;
  }

  /** @throws {TypeError} if the address is not an http(s) address */
  static set base(address) {
    folder = checkedFolder(address);
  }
}
