// The life of a widget in a page: connected, sized, moved, removed, and what the reader does with it. Nothing here knows
// what is drawn.

import { base } from "./assets-external.js";
import { DrawnElement } from "./drawing.js";
import { checkedFolder } from "./folder.js";
import { watchFont } from "./font.js";
import { reclaimTwin } from "./hoisted-twin.js";
import { containKeys } from "./keys.js";
import { rootElement } from "./nodes.js";
import { adoptStyles } from "./styles.js";
import { markOverflow } from "./tabs.js";
import { dequeueDrawing, nextFrame } from "./draw-queue.js";

const EVENTS = [
  "click", "change", "input", "compositionstart", "compositionend", "keydown", "focusin", "focusout", "pointerover", "pointerout",
];

/** What Dark Reader, which makes pages dark, says of itself on their root. Our own colours it leaves alone. */
const MADE_DARK = "data-darkreader-scheme";

/** The folder of the widget's files, as links and code to paste name it. */
let folder = base();

export class LifecycleElement extends DrawnElement {
  constructor() {
    super();
    /** Events that came while Rust was at work. */
    this._queuedEvents = [];
  }

  _build() {
    super._build();
    for (let index = 0; index < EVENTS.length; index++) {
      this._mount.addEventListener(EVENTS[index], (event) => this._onEvent(event));
    }
    containKeys(this._mount);
    // Scrolling does not bubble.
    this._mount.addEventListener("scroll", () => markOverflow(this._mount), true);
  }

  connectedCallback() {
    try {
      if (this._buildError) throw this._buildError;
      this._onFirstConnected();
      // Old browsers, and programs that have a document without a layout, keep the twin; so does Safari before 14.
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
    // A move takes it out and puts it in within one task, and leaves it as it is.
    this._isMoving = true;
    Promise.resolve().then(() => this._isMoving && this._onRemoved());
  }

  /** Listens to what may change how it is drawn. */
  _startObserving() {
    adoptStyles(this.shadowRoot);
    this._requestRedraw = () => this._drawn && this._requestDraw();
    this._darkQuery = matchMedia("(prefers-color-scheme: dark)");
    this._darkQuery.addEventListener("change", this._requestRedraw);
    // Paper shows the table too, and is not waited for: the drawing must be there when the event ends.
    this._drawForPrint = () => this._drawn && !this._isGivenUp && this._draw();
    this._printQuery = matchMedia("print");
    this._printQuery.addEventListener("change", this._drawForPrint);
    // The number of sheets is reckoned before the query changes: what is on paper must be there by then.
    this._onPrint = ({ type }) => ((this._isPrinting = type === "beforeprint"), this._drawForPrint());
    addEventListener("beforeprint", this._onPrint);
    addEventListener("afterprint", this._onPrint);
    this._sizeObserver = new ResizeObserver((entries) => this._onResize(entries[0].contentRect.width));
    // The host may have no box of its own.
    this._sizeObserver.observe(this._frame);
    // Some pages change their language in place, or are made dark.
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
    // Where the page has broken one, those after it are not there.
    this._rootObserver?.disconnect();
    this._fontObserver?.disconnect();
    this._viewportObserver?.disconnect();
  }

  /** In the page for the first time, again, or in another place. */
  _onConnected() {
    this._isGivenUp = false;
    const isKept = this._isMoving && this._drawn;
    this._isMoving = false;
    if (isKept) {
      if (this._focused) this._focused.focus({ __proto__: null, preventScroll: true });
      return this._requestDraw();
    }
    reclaimTwin(this);
    this._reserveHeight(this._frame.offsetWidth);
    if (this.loading === "eager" || this._drawn || typeof IntersectionObserver === "undefined") return this._loadAndDraw();
    const near = (entries) => {
      for (let index = 0; index < entries.length; index++) if (entries[index].isIntersecting) return this._loadAndDraw();
    };
    this._viewportObserver = new IntersectionObserver(near, { __proto__: null, rootMargin: "600px" });
    this._viewportObserver.observe(this._frame);
  }

  /** Out of the page: the state stays, all else goes. */
  _onRemoved() {
    this._isMoving = false;
    this._releaseTwinHeight();
    this._focused = undefined;
    this._clearDrawing();
    // Put back in at once, it is as high as it was, or the page would scroll.
    this._isUnreserved = false;
    this._reserveHeight(this._width);
  }

  /** Moving within the page keeps everything. */
  connectedMoveCallback() {}

  /** Another document: adopted style sheets do not come along. */
  adoptedCallback() {
    adoptStyles(this.shadowRoot);
  }

  _onResize(width) {
    if (!width || Math.abs(width - this._width) < 0.5) return;
    this._width = width;
    // Released within the observer's turn, the place would change the size again, which browsers report as an error.
    nextFrame(() => this._releaseTwinHeight());
    this._requestDraw(true);
  }

  _onEvent(event) {
    const { target, key, pointerType } = event;
    let { type } = event;
    // While an input method puts a word together nothing is looked for and nothing is drawn: that would end it.
    if (type === "compositionstart" || type === "compositionend") {
      this._isComposing = type === "compositionstart";
      type = "input";
    }
    if (this._isComposing) return;
    if (type === "focusin") this._focused = target;
    if (type === "focusout") this._onFocusLost(target);
    // Keys with these belong to the browser and to screen readers.
    if (type === "keydown" && (event.altKey || event.ctrlKey || event.metaKey)) return;
    const detail = String(key || pointerType || target.value);
    if (this._handleEvent({ type, target, detail })) event.preventDefault();
  }

  /** The focus has left, unless it turns out that the element is only moved. */
  _onFocusLost(target) {
    Promise.resolve().then(() => {
      if (this._focused === target && this.shadowRoot.activeElement !== target) this._focused = undefined;
    });
  }

  /** Hands an event over to Rust. Tells whether it is used up. @param {{ type: string, target: Element, detail: string }} event */
  _handleEvent(event) {
    // Rust moves the focus and takes focused nodes away. The events of that come in the middle of the call,
    // which must not be entered twice: they wait.
    if (this._isInCore) return void (this._queuedEvents[this._queuedEvents.length] = event);
    if (!this._widget || !this._isLive()) return void (this._drawn && this._loadAndDraw());
    this._applyPending();
    if (!this._isLive()) return false;
    const settings = this._settings();
    const outcome = this._callCore(() => this._widget.handle(event.type, event.target, event.detail, settings));
    if (!outcome) return false;
    if (event.type === "click") this._releaseTwinHeight();
    this._applyOutcome(outcome, event);
    return outcome[2];
  }

  /** What the page tells of itself, as Rust takes it. */
  _environment() {
    return {
      __proto__: null,
      "@width": String(Math.round((this._width || 360) * 100) / 100),
      "@dark": String(Boolean((this._darkQuery && this._darkQuery.matches) || rootElement().getAttribute(MADE_DARK) === "dark")),
      "@paper": String(Boolean(this._isPrinting || (this._printQuery && this._printQuery.matches))),
      "@wide": String(Boolean(this._hasWideFont)),
      "@sheet": String(typeof navigator.share === "function"),
      "@base": folder,
    };
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
