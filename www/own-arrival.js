// A file on its way: its bytes can be read as far as they have come.

/** Room for the bytes of a file of unknown length. */
const ROOM = 1 << 16;

/**
 * @typedef {{ code: string, found: string }} Failure a file that could not be had: the kind of problem, and what was there
 * @typedef {Uint8Array | Failure} Content a file in UTF-8
 */

export class Arrival {
  constructor() {
    /** How many bytes have come, and how many will; 0 where that is unknown. */
    this.size = 0;
    this.total = 0;
    /** All that has come, when it has ended. @type {Content | undefined} */
    this.content = undefined;
    /** Why it has not come. */
    this.error = undefined;
    this._bytes = new Uint8Array(0);
    this._wake = [];
  }

  /** So many bytes will come. */
  expect(total) {
    this.total = total;
    this._bytes = new Uint8Array(total);
  }

  /** Some bytes have come. */
  add(piece) {
    const before = this._bytes;
    const size = this.size + piece.length;
    if (size > before.length) {
      const twice = before.length * 2 || ROOM;
      this._bytes = new Uint8Array(size > twice ? size : twice);
      this._bytes.set(before.subarray(0, this.size));
    }
    this._bytes.set(piece, this.size);
    this.size = size;
    this._tell();
  }

  /** The bytes that have come between two places. */
  part(start, end) {
    return this._bytes.subarray(start, end);
  }

  /** Nothing more comes. @param {Content} [content] what it has become, if not the bytes that have come */
  end(content) {
    if (content && !content.code) this._bytes = content;
    else if (this._bytes.length > this.size) this._bytes = this._bytes.slice(0, this.size);
    this.size = this._bytes.length;
    this.content = content || this._bytes;
    this._tell();
  }

  fail(error) {
    this.error = error;
    this._tell();
  }

  /** Waits until more has come, or nothing more comes. */
  more() {
    return new Promise((resolve) => (this._wake[this._wake.length] = resolve));
  }

  /** All of it. @returns {Promise<Content>} rejected with what it has failed by */
  async whole() {
    while (!this.content && !this.error) await this.more();
    if (this.error) throw this.error;
    return this.content;
  }

  _tell() {
    const waiting = this._wake;
    this._wake = [];
    for (let index = 0; index < waiting.length; index++) waiting[index]();
  }
}

/** A file that has come. @param {Content} content */
export function arrived(content) {
  const arrival = new Arrival();
  arrival.end(content);
  return arrival;
}
