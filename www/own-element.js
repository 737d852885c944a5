// An element that may show a dataset of the page's own. What it shows stays until the next one is there, whole and without
// errors; of several that are under way the newest one counts.

import { replaceCore } from "./drawing.js";
import { LifecycleElement } from "./lifecycle.js";
import { joined } from "./lists.js";
import { isLive, loadCore, preloadParts } from "./loader.js";
import { isWasteful, provideData, readData, releaseData, STOPPED, useData } from "./own-data.js";
import { bytesOfObject, Downloads } from "./own-source.js";
import { OWN } from "./parts.js";
import { setAside } from "./pending-changes.js";

/** Thrown after a trap, which has been reported. */
const TRAPPED = { __proto__: null };

/** Characters of an address that code to paste and links can carry. */
const LONGEST = 900;

/**
 * A subclass provides, beside what `DrawnElement` asks for: `_applyPending()`, which first calls `_switchState()` if
 * `_isSwitching`; and `_reportError(code, message, logged, detail)`.
 */
export class OwnDataElement extends LifecycleElement {
  constructor() {
    super();
    /**
     * The dataset that is shown. Undefined is the one inside the program; null is none, since the first one is under way or
     * has failed.
     *
     * @type {import("./own-data.js").OwnData | undefined | null}
     */
    this._data = undefined;
    /** Its address, if it has one. */
    this._dataAddress = "";
    /** The dataset that is under way. */
    this._request = undefined;
    /** Changes by the page that wait for it. */
    this._waiting = [];
    /** The address that was asked for last. */
    this._src = null;
  }

  /** The data attributes of the tag, as every element has them. What is set here is a dataset. */
  get dataset() {
    return super.dataset;
  }

  /** An object of the form of `src` with its data inside. It is read at once and not kept. `null` returns to what the tag says. */
  set dataset(value) {
    if (value === null || value === undefined) {
      if (this._hasObject) this._setSource(this.getAttribute("src"));
      return;
    }
    this._hasObject = true;
    this._stopRequest();
    try {
      const descriptor = bytesOfObject(value);
      this._ask({ name: "", address: "", descriptor: async () => descriptor, files: async () => [], stop() {} });
    } catch (error) {
      this._onDataError(error);
    }
  }

  /** The attribute `src` has changed. */
  _setSource(src) {
    this._src = src;
    this._hasObject = false;
    this._stopRequest();
    if (!src) {
      this._setData(undefined, "");
      return;
    }
    let address = src;
    try {
      address = new URL(src, this.baseURI).href;
    } catch (error) {
      // Fetching it tells what is wrong with it.
    }
    const downloads = new Downloads(address);
    this._ask({
      name: address.replace(/[?#][^]*$/, "").replace(/^.*[/]/, "") || address,
      address,
      descriptor: () => downloads.descriptor(),
      files: (wanted) => downloads.files(wanted),
      stop: () => downloads.stop(),
    });
  }

  /** The tag is read for the first time, or again after it was removed. */
  _readSource() {
    const src = this.getAttribute("src");
    if (src !== this._src && !this._hasObject) this._setSource(src);
  }

  /** A new dataset is wanted. It is loaded when the element is. */
  _ask(request) {
    if (!this._drawn) this._setData(null, "");
    this._request = request;
    this._requestDrawAfterChange();
    if (this._isAwake) this._load(request);
  }

  _stopRequest() {
    const request = this._request;
    this._request = undefined;
    if (!request) return;
    request.stop();
    if (request.isStarted) this._setBusy(false);
  }

  async _load(request) {
    if (!request || request.isStarted || !this.isConnected) return;
    request.isStarted = true;
    this._setBusy(true);
    try {
      preloadParts([OWN]);
      const data = await this._read(request);
      if (request !== this._request) return;
      this._request = undefined;
      this._setData(data, request.address);
    } catch (error) {
      if (request !== this._request) return;
      this._request = undefined;
      // What the page has set for this dataset says nothing of the one that stays.
      this._pending = setAside(this._pending, this._waiting);
      this._onDataError(error);
    }
    this._setBusy(false);
  }

  /** Fetches and reads a dataset. A trap of another element in the meantime costs nothing but time. */
  async _read(request) {
    const descriptor = request.descriptor();
    // It is awaited later.
    descriptor.catch(() => {});
    let files;
    for (;;) {
      const core = await loadCore();
      const check = () => {
        if (request !== this._request || !isLive(core)) throw STOPPED;
      };
      try {
        const source = { name: request.name, descriptor: await descriptor };
        return await readData(core, source, (wanted) => files || (files = request.files(wanted)), this._caller(core), check);
      } catch (error) {
        if (error !== STOPPED || request !== this._request) throw error;
      }
    }
  }

  /** Calls into an instance that the element does not use yet. Whatever is thrown is a trap. */
  _caller(core) {
    return (work) => {
      try {
        return work();
      } catch (error) {
        this._core = core;
        this._handleFault(error);
        throw TRAPPED;
      }
    };
  }

  /** A dataset cannot be shown: everything stays as it is. Traps have been reported. */
  _onDataError(error) {
    if (error !== TRAPPED) {
      const isKnown = error.code !== undefined;
      this._reportError(isKnown ? error.code : "render", error.message, isKnown && !isOurs(error), error.detail);
    }
    if (this._data === null) this._giveUp();
    if (isWasteful()) replaceCore(this._core);
  }

  /** Shows another dataset from now on. */
  _setData(data, address) {
    const before = this._data;
    this._dataAddress = address;
    this._pending = joined(this._waiting, this._pending);
    this._waiting = [];
    this._data = data;
    if (data && this.isConnected) useData(data, this);
    if (before !== data) {
      this._isSwitching = true;
      if (before && releaseData(before, this)) replaceCore(this._core);
    }
    this._requestDrawAfterChange();
    this._applyPending();
  }

  /** The number by which Rust knows the dataset. */
  _handle() {
    return this._data ? this._data.handle : 0;
  }

  /** The address of the dataset for links and code. One that is too long would be cut, and lead elsewhere. */
  _addressOfData() {
    return /^https?:/.test(this._dataAddress) && this._dataAddress.length < LONGEST ? this._dataAddress : "";
  }

  _isLive() {
    return super._isLive() && (!this._data || this._data.core === this._core);
  }

  /** The instance, when it has read what the element shows. */
  async _prepareCore() {
    for (;;) {
      const core = await super._prepareCore();
      const data = this._data;
      try {
        if (data) await provideData(core, data, this._caller(core));
      } catch (error) {
        if (error !== STOPPED) throw error;
      }
      if (isLive(core) && data === this._data) return core;
    }
  }

  _loadAndDraw() {
    this._isAwake = true;
    this._load(this._request);
    return super._loadAndDraw();
  }

  _drawNow() {
    if (this._data !== null || !this._isLive()) return super._drawNow();
  }

  _onConnected() {
    if (this._data) useData(this._data, this);
    super._onConnected();
  }

  _onRemoved() {
    super._onRemoved();
    if (this._data && releaseData(this._data, this)) replaceCore(this._core);
  }
}

/** Whether an error is about a dataset. Those of the loader are in the console already. */
const isOurs = ({ code }) => code === "bad-dataset" || code === "dataset-fetch";
