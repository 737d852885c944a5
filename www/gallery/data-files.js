// Files that an editor drops or chooses, as texts; and files to save. Nothing of this leaves the page.

/** Encodings in which spreadsheets save, in the order in which they are tried; the last one reads any bytes. */
export const ENCODINGS = ["utf-8", "gb18030", "big5", "utf-16le", "windows-1252"];

/** How a workbook begins: an archive, or the older form. */
const WORKBOOKS = [[0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0]];

export const isWorkbook = (bytes) => WORKBOOKS.some((start) => start.every((byte, index) => bytes[index] === byte));

/**
 * Bytes as a text.
 *
 * @param {Uint8Array} bytes
 * @param {string} [wanted] the encoding that is declared or chosen
 * @returns {{ text: string, encoding: string }} with another encoding where the bytes are not in the one that is wanted
 */
export function decoded(bytes, wanted = "") {
  const byMark = bytes[0] === 0xff && bytes[1] === 0xfe ? ["utf-16le"] : [];
  for (const encoding of [...(wanted ? [wanted] : byMark), "utf-8", "gb18030"]) {
    try {
      // The mark at the beginning stays: by it spreadsheets know UTF-8.
      const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: encoding === "utf-8" }).decode(bytes);
      return { text: encoding === "utf-8" ? text : marked(text), encoding };
    } catch {
      // The next one may fit.
    }
  }
  const last = ENCODINGS.at(-1);
  return { text: marked(new TextDecoder(last).decode(bytes)), encoding: last };
}

/** Signs that no path in a package has: those that mean something in an address or to a disk, and those that nobody sees. */
const UNFIT = /[#%?:\\\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
/** The longest path, in characters. */
const LONGEST = 200;

/** The path of a file as a package can name it. Where it has to be another one, it is none of `taken`. @param {string} path @param {string[]} [taken] */
export function fitting(path, taken = []) {
  const fit = path.replace(UNFIT, "-").split("/").map((step) => step.trim()).join("/");
  const [, stem, ending = ""] = /^(.*?)(\.\w{1,8})?$/.exec(fit);
  const ended = (tail) => [...stem].slice(0, LONGEST - ending.length - tail.length).join("") + tail + ending;
  let name = ended("");
  if (name === path) return path;
  for (let number = 2; taken.includes(name); number++) name = ended(`-${number}`);
  return name;
}

/** A text with the mark by which spreadsheets know UTF-8, if they could take it for something else. */
export const marked = (text) => (/[^\x00-\x7f]/.test(text) && text[0] !== "\ufeff" ? `\ufeff${text}` : text);

/**
 * Files of an input or of a drop, with their paths from the folder that was chosen.
 *
 * @param {FileList | { path: string, file: File }[]} list
 * @returns {Promise<{ path: string, bytes: Uint8Array }[]>}
 */
export function readAll(list) {
  const named = [...list].map((item) => (item instanceof File ? { path: item.webkitRelativePath || item.name, file: item } : item));
  const seen = named.filter(({ path }) => /\.(json|csv|tsv|txt|xlsx?)$/i.test(path));
  return Promise.all(seen.map(async ({ path, file }) => ({ path, bytes: new Uint8Array(await file.arrayBuffer()) })));
}

/** What is dropped, with all files in its folders. @param {DataTransfer} transfer */
export async function dropped(transfer) {
  // The list is empty as soon as this task ends.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.length) return [...transfer.files];
  return (await Promise.all(entries.map(filesIn))).flat();
}

async function filesIn(entry) {
  if (entry.isFile) return new Promise((resolve, reject) => entry.file((file) => resolve([{ path: entry.fullPath.slice(1), file }]), reject));
  const reader = entry.createReader();
  const files = [];
  // It hands over a hundred at a time.
  for (;;) {
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (!some.length) return files;
    files.push(...(await Promise.all(some.map(filesIn))).flat());
  }
}

/** Hands a file to the browser, which saves it. @param {BlobPart} content */
export function save(name, content, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  // The download reads the address later, in another task.
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

/* An archive, whose files are not compressed. */

/** The day that archives give their files: they need one, and the same files shall give the same archive. */
const DAY = 0x21;

/** @param {Record<string, string>} files texts by their paths */
export function zipped(files) {
  const pieces = [];
  const list = [];
  let offset = 0;
  for (const [path, text] of Object.entries(files)) {
    const [name, bytes] = [path, text].map((part) => new TextEncoder().encode(part));
    const about = [20, 0x800, 0, 0, DAY].flatMap((number) => little(number, 2)).concat(
      [checksum(bytes), bytes.length, bytes.length].flatMap((number) => little(number, 4)),
      [name.length, 0].flatMap((number) => little(number, 2)),
    );
    pieces.push(new Uint8Array([0x50, 0x4b, 3, 4, ...about]), name, bytes);
    list.push(new Uint8Array([0x50, 0x4b, 1, 2, 20, 0, ...about, ...Array(10).fill(0), ...little(offset, 4)]), name);
    offset += 30 + name.length + bytes.length;
  }
  const size = list.reduce((all, piece) => all + piece.length, 0);
  const count = little(list.length / 2, 2);
  const end = new Uint8Array([0x50, 0x4b, 5, 6, 0, 0, 0, 0, ...count, ...count, ...little(size, 4), ...little(offset, 4), 0, 0]);
  return new Blob([...pieces, ...list, end]);
}

const little = (number, bytes) => Array.from({ length: bytes }, (_, index) => (number >>> (8 * index)) & 255);

/** CRC-32, as archives have it. */
function checksum(bytes) {
  let sum = ~0;
  for (const byte of bytes) sum = CHECKS[(sum ^ byte) & 255] ^ (sum >>> 8);
  return ~sum >>> 0;
}

const CHECKS = Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});
