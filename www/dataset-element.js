// An element that may show a dataset of the page's own. What only such datasets need is a script of its own, own.js, which is
// loaded when the first one is wanted. This class knows what has to be known until then.

import { readOwn } from "./assets-external.js";
import { replaceCore } from "./drawing.js";
import { LifecycleElement } from "./lifecycle.js";
import { joined } from "./lists.js";
import { LoadError, textOf } from "./load-error.js";
import { isLive, loadCore, loadParts, preloadParts } from "./loader.js";
import { OWN } from "./parts.js";
import { setAside } from "./pending-changes.js";
import { SETTINGS, applyChanges } from "./settings.js";

/** What the script needs of this one. It has no second loader. */
const PROGRAM = { __proto__: null, SETTINGS, applyChanges, isLive, loadCore, loadParts, preloadParts, replaceCore };

/** Levels of lists and objects that a copy has. Rust refuses more. */
const DEEPEST = 32;

/** @type {Promise<void> | undefined} the last attempt to load the script, or its success */
let arrival;

/**
 * A subclass provides, beside what `LifecycleElement` asks for: `_applyPending()`, which first calls `_switchState()` if
 * `_isSwitching`; and `_reportError(code, message, logged, detail)`.
 */
export class DatasetElement extends LifecycleElement {
  constructor() {
    super();
    /**
     * The dataset that is shown. Undefined is the one inside the program; null is none, since the first one is under way or
     * has failed.
     *
     * @type {import("./own-data.js").OwnData | undefined | null}
     */
    this._data = undefined;
    /** Its address for links and code, if it has one. */
    this._dataAddress = "";
    /** The dataset that is under way. */
    this._request = undefined;
    /** Changes by the page that wait for it. */
    this._waiting = [];
    /** The address that was asked for last. */
    this._src = null;
    /** Whether the dataset that was wanted last has not come. */
    this._hasFailed = false;
  }

  /** The data attributes of the tag, as every element has them. What is set here is a dataset. */
  get dataset() {
    return super.dataset;
  }

  /**
   * An object of the form of `src` with its data inside. It is read at once and not kept. `null` returns to what the tag says,
   * also if that has failed.
   */
  set dataset(value) {
    if (value === null || value === undefined) {
      if (this._hasObject || this._hasFailed) this._setSource(this.getAttribute("src"));
      return;
    }
    this._hasObject = true;
    this._want(value);
  }

  /** The attribute `src` has changed. */
  _setSource(src) {
    this._src = src;
    this._hasObject = false;
    this._want(src);
  }

  /** The tag is read for the first time, or again after it was removed. */
  _readSource() {
    const src = this.getAttribute("src");
    if (src !== this._src && !this._hasObject) this._setSource(src);
  }

  /** A dataset is wanted: the object, if the page has set one, or else what is at an address; without one, the dataset inside. */
  _want(wanted) {
    const isKnown = super._setWanted;
    this._hasFailed = false;
    this._isDeferred = !isKnown && (this._hasObject || Boolean(wanted));
    if (isKnown) return super._setWanted(wanted);
    this._deferred = this._hasObject ? copyOf(wanted) : wanted;
    this._request = this._isDeferred ? { stop() {} } : undefined;
    if (!this._isDeferred) {
      this._pending = joined(this._waiting, this._pending);
      this._waiting = [];
    }
    if (!this._drawn) this._data = this._isDeferred ? null : undefined;
    if (this._isLearning) this._setBusy(this._isDeferred);
    this._requestDrawAfterChange();
    if (this._isAwake) this._loadWanted();
  }

  /** Loads the dataset that is wanted, and before it what reads datasets. Of what is wanted meanwhile the newest counts. */
  async _loadWanted() {
    if (!this._isDeferred) return void (super._load && super._load(this._request));
    if (this._isLearning) return;
    this._isLearning = true;
    this._setBusy(true);
    let failure;
    try {
      preloadParts([OWN]);
      await learn();
    } catch (error) {
      failure = error;
    }
    this._isLearning = false;
    this._setBusy(false);
    if (!this._isDeferred) return;
    const wanted = this._deferred;
    this._isDeferred = false;
    this._deferred = undefined;
    if (!failure) return super._setWanted(wanted);
    this._dropRequest();
    this._reportError(failure.code, failure.message, true);
    if (this._data === null) this._giveUp();
  }

  /** The dataset that was under way does not come. What the page has set for it says nothing of the one that stays. */
  _dropRequest() {
    this._request = undefined;
    this._hasFailed = true;
    this._pending = setAside(this._pending, this._waiting);
  }

  /** The number by which Rust knows the dataset. */
  _handle() {
    return this._data ? this._data.handle : 0;
  }

  _loadAndDraw() {
    this._isAwake = true;
    this._loadWanted();
    return super._loadAndDraw();
  }

  _drawNow() {
    if (this._data !== null || !this._isLive()) return super._drawNow();
  }
}

/**
 * Loads the script, and puts its class between this one and that which it extends. The elements that there are can then show
 * datasets as well. After a failure the next call tries again.
 *
 * @throws {LoadError} which is also logged
 */
function learn() {
  if (arrival) return arrival;
  const attempt = readOwn().then(extend).catch((error) => {
    const reason = `the script county-chains.own.js cannot be loaded or is not the file of this version (${textOf(error)})`;
    throw new LoadError("wasm-fetch", reason);
  });
  arrival = attempt;
  attempt.catch((error) => {
    console.warn(`county-chains: ${error.message}`);
    arrival = undefined;
  });
  return attempt;
}

function extend({ BUILD, connect, ownDataElement }) {
  if (BUILD !== __BUILD__) throw new Error("it belongs to another version");
  connect(PROGRAM);
  Object.setPrototypeOf(DatasetElement.prototype, ownDataElement(LifecycleElement).prototype);
}

/** A copy, by which later changes of the object change nothing. What cannot be copied is refused when it is read. */
function copyOf(value) {
  const copy = (value, depth) => {
    if (typeof value !== "object" || value === null) return value;
    if (depth === DEEPEST) throw new RangeError("nested too deep");
    const list = Array.isArray(value);
    const copied = list ? [] : { __proto__: null, ...value };
    if (list) for (let index = 0; index < value.length; index++) copied[index] = copy(value[index], depth + 1);
    else for (const name in copied) copied[name] = copy(copied[name], depth + 1);
    return copied;
  };
  try {
    return copy(value, 0);
  } catch (error) {
    return value;
  }
}
