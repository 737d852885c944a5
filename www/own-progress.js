// The bar at the top of a widget that shows how far a dataset has come which takes a while.

import { closestLanguage } from "./closest-language.js";
import { make } from "./nodes.js";

/** Milliseconds after which it is shown. What is there sooner needs none. */
const PATIENCE = 300;

const WORDS = {
  __proto__: null,
  "zh-Hans": "正在加载数据",
  "zh-Hant": "正在載入數據",
  en: "Loading the data",
};

/** What ends a sentence. */
const STOPS = { __proto__: null, "zh-Hans": "。", "zh-Hant": "。", en: "." };

/** The steps: the files come, they are read, a dataset is made of them, its index is made. */
export const COME = 0;
export const READ = 1;
export const MADE = 2;
export const INDEXED = 3;
/** How much of the whole each step is. */
const SHARES = [40, 30, 20, 10];

export class Progress {
  /** @param {import("./drawing.js").DrawnElement} element */
  constructor(element) {
    this._element = element;
    this._value = 0;
    this._timer = setTimeout(() => this._show(), PATIENCE);
  }

  /**
   * @param {number} step
   * @param {number} part how much of it is done, from 0 to 1
   */
  tell(step, part) {
    let before = 0;
    for (let index = 0; index < step; index++) before += SHARES[index];
    const value = Math.floor(before + SHARES[step] * (part < 1 ? part : 1));
    // It never goes back, whatever is told.
    if (!(value > this._value)) return;
    this._value = value;
    this._place();
  }

  _show() {
    const { _frame, _announcer } = this._element;
    const { region } = _announcer;
    const language = closestLanguage(this._element._language());
    this._bar = make("div");
    this._bar.className = "progress";
    this._bar.lang = language;
    const attributes = { __proto__: null, role: "progressbar", "aria-label": WORDS[language], "aria-valuemin": "0", "aria-valuemax": "100" };
    for (const name in attributes) this._bar.setAttribute(name, attributes[name]);
    this._bar.append(make("div"));
    this._place();
    _frame.insertBefore(this._bar, _frame.firstChild);
    // Of what a page loads when it opens, nothing is said.
    if (!this._element._drawn) return;
    // It is said as long as it is true, and so not by the announcer, which waits and then lets a message stay for a while.
    region.classList.remove("shown");
    region.lang = language;
    this._said = WORDS[language] + STOPS[language];
    region.textContent = this._said;
  }

  _place() {
    if (!this._bar) return;
    this._bar.setAttribute("aria-valuenow", String(this._value));
    this._bar.firstChild.style.transform = `scaleX(${this._value / 100})`;
  }

  /** Takes the bar away. */
  end() {
    clearTimeout(this._timer);
    if (this._bar) {
      const { region } = this._element._announcer;
      if (region.textContent === this._said) region.textContent = "";
      this._bar.remove();
    }
    this._bar = undefined;
  }
}
