// Writes texts into a PNG: the source of the picture, and the address that restores the view.

/** The CRC-32 of a chunk. @param {Uint8Array} bytes */
function crc(bytes) {
  let rest = -1;
  for (let index = 0; index < bytes.length; index++) {
    rest ^= bytes[index];
    for (let bit = 0; bit < 8; bit++) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  }
  return ~rest >>> 0;
}

/** An iTXt chunk: a keyword and an uncompressed UTF-8 text without a language tag. */
function chunk(keyword, text) {
  const body = new TextEncoder().encode(`iTXt${keyword}\0\0\0\0\0${text}`);
  const bytes = new Uint8Array(body.length + 8);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, body.length - 4);
  bytes.set(body, 4);
  view.setUint32(body.length + 4, crc(body));
  return bytes;
}

/** The length of the signature and of the header, which must be the first chunk. */
const HEAD = 8 + 25;

/**
 * The picture with its texts.
 *
 * @param {Blob} picture
 * @param {[string, string][]} texts keywords and texts; empty texts are left out
 */
export function withTexts(picture, texts) {
  const parts = [picture.slice(0, HEAD)];
  for (let index = 0; index < texts.length; index++) {
    if (texts[index][1]) parts[parts.length] = chunk(texts[index][0], texts[index][1]);
  }
  parts[parts.length] = picture.slice(HEAD);
  return new Blob(parts, { __proto__: null, type: "image/png" });
}
