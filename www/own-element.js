// An element that may show a dataset of the page's own. What it shows stays until the next one is there, whole and without
// errors; of several that are under way the newest one counts.

import { prepareData } from "./own-calls.js";
import { bytesOfObject, Downloads } from "./own-source.js";
import { isWasteful, provideData, readData, releaseData, INDEX_ROWS, STOPPED, useData } from "./own-data.js";
import { watchList } from "./own-list.js";
import { watchPicture } from "./own-pointer.js";
import { COME, INDEXED, Progress } from "./own-progress.js";
import { SETTINGS, applyChanges, isLive, loadCore, preloadParts, replaceCore } from "./own-program.js";
import { inSlices } from "./own-slices.js";
import { adoptOwnStyles } from "./own-styles.js";
import { REFLECTED } from "./attribute-table.js";
import { has, joined } from "./lists.js";
import { OWN } from "./parts.js";
import { pendingValue } from "./pending-changes.js";

/** Thrown after a trap, which has been reported. */
const TRAPPED = { __proto__: null };

/** About half the calls that it takes to make an index. It only says how fast a bar moves. */
const CALLS = 50;

/** Attributes that name one thing of a dataset. */
const NAMES = ["chart", "indicator", "county"];

/** Characters of an address that code to paste and links can carry. */
const LONGEST = 900;

/**
 * The class that the script of the widget puts between `DatasetElement` and `LifecycleElement`. It is no class of its own, since
 * this script has no second one of those.
 *
 * @param {typeof import("./lifecycle.js").LifecycleElement} LifecycleElement
 */
export const ownDataElement = (LifecycleElement) => class extends LifecycleElement {
  /** See `_want` of `DatasetElement`. */
  _setWanted(wanted) {
    this._stopRequest();
    if (!this._hasObject && !wanted) return this._setData(undefined, "");
    try {
      this._ask(this._hasObject ? fromObject(wanted) : fromAddress(wanted, this.baseURI));
    } catch (error) {
      this._fail(error);
    }
  }

  /** What is wanted cannot even be asked for. Like that of others, its failure comes after what the page sets for it. */
  async _fail(error) {
    const request = { __proto__: null, stop() {} };
    this._request = request;
    await undefined;
    if (request !== this._request) return;
    this._dropRequest();
    this._onDataError(error);
  }

  /** A new dataset is wanted. It is loaded when the element is. */
  _ask(request) {
    if (!this._drawn) this._setData(null, "");
    this._request = request;
    adoptOwnStyles(this.shadowRoot);
    this._requestDrawAfterChange();
    if (this._isAwake) this._load(request);
  }

  _stopRequest() {
    const request = this._request;
    this._request = undefined;
    if (!request) return;
    request.stop();
    if (!request.isStarted) return;
    this._setBusy(false);
    this._endProgress();
  }

  async _load(request) {
    if (!request || request.isStarted || !this.isConnected) return;
    request.isStarted = true;
    this._setBusy(true);
    this._endProgress();
    const progress = new Progress(this);
    this._progress = progress;
    request.tell = (step, part) => progress.tell(step, part);
    try {
      preloadParts([OWN]);
      const data = await this._read(request);
      if (request !== this._request) return;
      this._request = undefined;
      this._setData(data, request.address);
    } catch (error) {
      if (request !== this._request) return;
      this._dropRequest();
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
        return await readData(core, source, (wanted) => files || (files = request.files(wanted)), this._caller(core), check, request.tell);
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
    this._endProgress();
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
    // One that is too long would be cut, and lead elsewhere.
    this._dataAddress = /^https?:/.test(address) && address.length < LONGEST ? address : "";
    this._pending = joined(this._waiting, this._pending);
    this._waiting = [];
    this._data = data;
    if (data && this.isConnected) useData(data, this);
    if (data && !this._isWatched) {
      this._isWatched = true;
      watchPicture(this);
      watchList(this);
    }
    if (before !== data) {
      this._isSwitching = true;
      if (before && releaseData(before, this)) replaceCore(this._core);
    }
    this._requestDrawAfterChange();
    this._applyPending();
  }

  /**
   * Begins the state anew with another dataset. What was chosen before stays as far as the new one has it; what was open does
   * not. What the new one does not have comes back with the next one that has it, unless something else is chosen meanwhile.
   * Returns nothing after a fault.
   */
  _switchState() {
    const start = (dataset, changes) => applyChanges(this._core, dataset, undefined, changes, true).state;
    const none = { __proto__: null };
    return this._callCore(() => {
      const defaults = start(this._handle(), none).values;
      if (this._state) {
        const before = this._defaults || start(0, none).values;
        const kept = { __proto__: null };
        const { values } = this._state;
        const lost = this._lost || none;
        for (let index = 0; index < SETTINGS.length; index++) {
          const name = SETTINGS[index];
          const shown = values[name] === before[name] ? null : values[name];
          const asked = this.getAttribute(name);
          // An attribute that says what is shown was written by the page.
          const isUntouched = asked === shown || !has(REFLECTED, name);
          if (lost[name] && lost[name].instead === values[name] && isUntouched) kept[name] = lost[name].asked;
          // What the tag says, though the old dataset did not have it.
          else if (shown === null && asked !== values[name] && has(NAMES, name) && asked) kept[name] = asked;
          else if (shown !== null) kept[name] = shown;
        }
        this._state = start(this._handle(), kept);
        this._lost = { __proto__: null };
        for (const name in kept) {
          const instead = this._state.values[name];
          const isReplaced = pendingValue(this._pending, name, undefined) !== undefined;
          if (instead !== kept[name] && !isReplaced) this._lost[name] = { asked: kept[name], instead };
        }
      }
      this._defaults = defaults;
      this._drawnState = undefined;
      this._isSwitching = false;
      return true;
    });
  }

  /** What is reserved is the height of the data inside; other data may need far less. */
  _leastHeight() {
    return this._data && !this._hasTwin() ? 0 : super._leastHeight();
  }

  _isLive() {
    return super._isLive() && (!this._data || this._data.core === this._core);
  }

  /** Draws, when what takes long is done: the last drawing stays until then. For print nothing can wait. */
  _drawNow() {
    const data = this._data;
    if (!data || !data.isLarge || !this._isLive() || !this._width || !this.isConnected || this._isOnPaper()) return this._drawAtLast();
    if (this._isPreparing) return undefined;
    this._applyPending();
    return this._prepareSome(this._core) ? void this._prepare(data, this._core) : this._drawAtLast();
  }

  _drawAtLast() {
    const text = super._drawNow();
    if (text !== undefined && !this._request) this._endProgress();
    return text;
  }

  /** Does a piece of what the drawing needs. Returns whether more is left. */
  _prepareSome(core) {
    return this._callCore(() => prepareData(core, this._settingsText(), INDEX_ROWS));
  }

  /** Does the rest, then draws. */
  async _prepare(data, core) {
    this._isPreparing = true;
    const check = () => {
      if (data !== this._data || core !== this._core || !this._isLive()) throw STOPPED;
    };
    let calls = 0;
    try {
      await inSlices(() => {
        if (this._progress) this._progress.tell(INDEXED, ++calls / (calls + CALLS));
        return this._prepareSome(core);
      }, check);
    } catch (error) {
      // The next drawing begins with what there is then.
    }
    this._isPreparing = false;
    this._requestDraw(true);
  }

  _endProgress() {
    if (this._progress) this._progress.end();
    this._progress = undefined;
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

  _startObserving() {
    super._startObserving();
    adoptOwnStyles(this.shadowRoot);
  }

  adoptedCallback() {
    super.adoptedCallback();
    adoptOwnStyles(this.shadowRoot);
  }

  _onConnected() {
    if (this._data) useData(this._data, this);
    super._onConnected();
    // What was wanted while it was being moved could not be loaded then.
    if (this._drawn) this._load(this._request);
  }

  _onRemoved() {
    super._onRemoved();
    if (this._data && releaseData(this._data, this)) replaceCore(this._core);
  }
};

/** An object of the page as a request. It is read at once. */
function fromObject(value) {
  const descriptor = bytesOfObject(value);
  return { name: "", address: "", descriptor: async () => descriptor, files: () => [], stop() {} };
}

/** What is at an address as a request. */
function fromAddress(src, base) {
  let address = src;
  try {
    address = new URL(src, base).href;
  } catch (error) {
    // Fetching it tells what is wrong with it.
  }
  const downloads = new Downloads(address);
  const request = {
    name: address.replace(/[?#][^]*$/, "").replace(/^.*[/]/, "") || address,
    address,
    descriptor: () => downloads.descriptor(),
    files: (wanted) => downloads.files(wanted),
    stop: () => downloads.stop(),
  };
  downloads.tell = (part) => request.tell(COME, part);
  return request;
}

/** Whether an error is about a dataset. Those of the loader are in the console already. */
const isOurs = ({ code }) => code === "bad-dataset" || code === "dataset-fetch";
