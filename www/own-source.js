// Where a dataset of a page's own comes from: an address, or an object of the page.

import { textOf } from "./load-error.js";
import { Arrival } from "./own-arrival.js";
import { DataError, problem } from "./own-problems.js";
import { inSlices, pacer } from "./own-slices.js";

/** Bytes of all files together. Rust refuses what is larger; nothing is loaded beyond it. */
const MOST = 64 << 20;
/** Bytes that are read, or decoded, at once. */
const PIECE = 1 << 17;
/** Levels of lists and objects, as in Rust. An object that contains itself has more. */
const DEEPEST = 32;
/** Milliseconds without a byte after which a download counts as stalled. */
const PATIENCE = 60_000;

/** Bytes that may be still to come where the server does not say. */
const UNKNOWN = 4 << 20;

const CURE = "Serve it from the host of the page, or with CORS headers, and give its host a place in connect-src.";

/** The files of one dataset, until they have come or another one is wanted. */
export class Downloads {
  /** @param {string} address of the descriptor, complete */
  constructor(address) {
    this.address = address;
    this._left = MOST;
    /** Bytes of tables that have come, and that are known to come. */
    this._loaded = 0;
    this._total = 0;
    /** Told what part of the tables has come, from 0 to 1. */
    this.tell = () => {};
    this._abort = typeof AbortController === "undefined" ? undefined : new AbortController();
  }

  /** Ends all downloads. */
  stop() {
    if (this._abort) this._abort.abort();
  }

  /** The descriptor. @returns {Promise<Uint8Array>} */
  async descriptor() {
    const arrival = new Arrival();
    const { status, url } = await this._get(this.address, arrival);
    if (status) throw new DataError("dataset-fetch", `${this.address} cannot be loaded (${status}). ${CURE}`);
    const end = (url || this.address).replace(/[?#][^]*$/, "");
    this._folder = /^https?:/.test(end) ? end.replace(/[^/]*$/, "") : "";
    arrival.end();
    return arrival.content;
  }

  /**
   * The files that the descriptor wants, side by side. One that is not there is a mistake of the dataset; one that cannot be
   * loaded is none.
   *
   * @param {string[][]} wanted path and encoding of each
   * @returns {Arrival[]}
   */
  files(wanted) {
    const files = [];
    for (let index = 0; index < wanted.length; index++) {
      const arrival = new Arrival();
      this._file(wanted[index][0], wanted[index][1], arrival).then((content) => arrival.end(content), (error) => arrival.fail(error));
      files[index] = arrival;
    }
    return files;
  }

  /** Returns what the file has become, if that is not what has come. */
  async _file(path, encoding, arrival) {
    const address = addressBelow(this._folder, path);
    if (!address) return { code: "not-found", found: "no address of a folder" };
    const isReadable = /^utf-?8$/i.test(encoding);
    const coming = isReadable ? arrival : new Arrival();
    const { status } = await this._get(address, coming);
    if (status) return { code: "not-found", found: String(status) };
    return isReadable ? undefined : await decoded(coming.part(0, coming.size), encoding);
  }

  /** Gets what is at an address. Returns the status if it is not there. */
  async _get(address, arrival) {
    try {
      const options = {
        __proto__: null, credentials: "omit", referrerPolicy: "no-referrer", signal: this._abort && this._abort.signal,
      };
      const response = await patiently(fetch(address, options));
      if (!response.ok) return { status: response.status };
      await this._receive(response, arrival);
      return { status: 0, url: response.url };
    } catch (error) {
      this.stop();
      if (error instanceof DataError) throw error;
      throw new DataError("dataset-fetch", `${address} cannot be loaded (${textOf(error)}). ${CURE}`);
    }
  }

  /** Takes the bytes of an answer as they come. */
  async _receive(response, arrival) {
    if (!response.body || !response.body.getReader) return arrival.add(new Uint8Array(await patiently(response.arrayBuffer())));
    const reader = readerOf(response.body);
    let room = new Uint8Array(PIECE);
    const total = lengthOf(response);
    if (this._folder !== undefined) this._total += total;
    if (total && total <= this._left) arrival.expect(total);
    const keepPace = pacer();
    while (this._left >= 0) {
      const { done, value } = await patiently(reader.read(room));
      if (done) return;
      arrival.add(value);
      room = new Uint8Array(value.buffer);
      this._left -= value.length;
      if (this._folder === undefined) continue;
      this._loaded += value.length;
      this.tell(this._loaded / (this._total || this._loaded + UNKNOWN));
      await keepPace();
    }
    refuse("too-large", "the files are too large", `${MOST} bytes`);
  }
}

/**
 * Reads into the room that it is given: Chromium then takes no more from the network than fits. Where a browser cannot, its
 * reader makes room of its own and does not look at ours.
 */
function readerOf(body) {
  try {
    return body.getReader({ __proto__: null, mode: "byob" });
  } catch (error) {
    return body.getReader();
  }
}

/** How long an answer will be; 0 where that is unknown, or where it says how long it is while it is compressed. */
const lengthOf = ({ headers }) => (headers.get("content-encoding") ? 0 : Number(headers.get("content-length")) || 0);

/** The pieces in one, which is `size` long. */
function together(pieces, size) {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (let index = 0; index < pieces.length; index++) {
    bytes.set(pieces[index], at);
    at += pieces[index].length;
  }
  return bytes;
}

/** Waits for one step of a download. */
function patiently(step) {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`nothing has come for ${PATIENCE / 1000} seconds`)), PATIENCE);
    step.then(resolve, reject).then(() => clearTimeout(late));
  });
}

/** The address of a file below a folder. Rust refuses paths that lead out of it; here nothing in a name can. */
function addressBelow(folder, path) {
  const names = path.split("/");
  let address = folder;
  for (let index = 0; index < names.length; index++) {
    if (names[index] === "..") return "";
    address += (index ? "/" : "") + encodeURIComponent(names[index]);
  }
  return folder && address;
}

/** Bytes in UTF-8 of others. */
async function decoded(bytes, encoding) {
  let decoder;
  try {
    decoder = new TextDecoder(encoding, { __proto__: null, fatal: true });
  } catch (error) {
    return { code: "encoding", found: encoding };
  }
  const encoder = new TextEncoder();
  const pieces = [];
  let size = 0;
  let at = 0;
  try {
    await inSlices(() => {
      const stream = at + PIECE < bytes.length;
      const piece = encoder.encode(decoder.decode(bytes.subarray(at, at + PIECE), { __proto__: null, stream }));
      pieces[pieces.length] = piece;
      size += piece.length;
      at += PIECE;
      return stream;
    }, () => {});
    return together(pieces, size);
  } catch (error) {
    return { code: "encoding", found: `bytes that are no ${encoding}` };
  }
}

/**
 * An object as the bytes of a JSON text. It reads each property once and calls no `toJSON`, which old libraries give to all
 * lists.
 *
 * @throws {DataError} if it is nothing that JSON can say
 */
export function bytesOfObject(value) {
  let left = MOST;
  const counted = (text) => {
    left -= text.length;
    return left < 0 ? refuse("too-large", "the object is too large", `${MOST} bytes`) : text;
  };
  const write = (value, depth) => {
    if (typeof value === "string") return counted(quotedJSON(value));
    if (value === null || typeof value === "boolean") return counted(String(value));
    // What JSON has no number for is a text, so that Rust names its place; as nothing it would be a gap.
    if (typeof value === "number") return counted(value - value === 0 ? String(value) : quotedJSON(String(value)));
    if (typeof value === "bigint") return refuse("type-error", "a value is a BigInt", "a number or a text");
    if (typeof value !== "object") return undefined;
    if (depth === DEEPEST) return refuse("json-depth", "the object is nested too deep, or contains itself", `${DEEPEST} levels`);
    let text = "";
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) text += `${index ? "," : ""}${write(value[index], depth + 1) || counted("null")}`;
      return `[${text}]`;
    }
    const own = { __proto__: null, ...value };
    for (const name in own) {
      const part = write(own[name], depth + 1);
      if (part !== undefined) text += `${text ? "," : ""}${counted(quotedJSON(name))}:${part}`;
    }
    return `{${text}}`;
  };
  if (typeof value !== "object") refuse("type-error", "the dataset is no object", "an object, as in a datapackage.json with its data inside");
  try {
    return new TextEncoder().encode(write(value, 0));
  } catch (error) {
    if (error instanceof DataError) throw error;
    return refuse("type-error", `the object cannot be read (${textOf(error)})`, "plain data");
  }
}

/** @throws {DataError} always */
function refuse(code, message, allowed) {
  throw new DataError("bad-dataset", [problem(code, message, allowed)]);
}

/** A text as JSON writes it. Halves of pairs are written by their numbers, so that Rust can name them. */
const quotedJSON = (text) => `"${text.replace(/["\\\u0000-\u001f\ud800-\udfff]/g, escaped)}"`;

const escaped = (character) =>
  character === '"' || character === "\\" ? `\\${character}` : `\\u${`000${character.charCodeAt(0).toString(16)}`.slice(-4)}`;
