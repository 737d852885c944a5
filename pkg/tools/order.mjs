// Puts functions of a wasm that resemble each other next to each other: compressors write a repetition in fewer bits if it is near.

/** Functions are compared by so many bytes in a row, which fit into a number. */
const RUN = 4;
/** The section of a wasm that holds its code. */
const CODE = 10;
/** A function in the text of a wasm, as Binaryen prints it. */
const FUNCTION = /\n \(func [^]*?\n \)(?=\n)/g;

/**
 * The text of a wasm with its functions in the order of likeness.
 *
 * @param {string} text the wasm as Binaryen prints it
 * @param {Buffer} bytes the same wasm
 */
export function inOrderOfLikeness(text, bytes) {
  const functions = text.match(FUNCTION) ?? [];
  const order = chain(bodiesOf(bytes).map(runsOf));
  if (order.length !== functions.length) throw new Error("the text of the wasm has other functions than the wasm");
  let next = 0;
  return text.replace(FUNCTION, () => functions[order[next++]]);
}

/** The code of each function. @param {Buffer} bytes a wasm */
export function bodiesOf(bytes) {
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < bytes.length) {
    const section = bytes[at++];
    const end = number() + at;
    if (section === CODE) {
      return Array.from({ length: number() }, () => {
        const length = number();
        return bytes.subarray(at, (at += length));
      });
    }
    at = end;
  }
  return [];
}

/** The runs of bytes in a function, each once and in their order as numbers. @param {Buffer} body */
function runsOf(body) {
  const runs = new Set();
  for (let at = 0; at + RUN <= body.length; at++) runs.add(body.readUInt32LE(at));
  return Uint32Array.from(runs).sort();
}

/** How alike two functions are: how many runs they share, by how many they have. */
function likeness(one, other) {
  let [shared, left, right] = [0, 0, 0];
  while (left < one.length && right < other.length) {
    const difference = one[left] - other[right];
    if (difference === 0) shared++;
    if (difference <= 0) left++;
    if (difference >= 0) right++;
  }
  return shared / Math.sqrt((one.length + 1) * (other.length + 1));
}

/** The order in which each function is followed by the one of the rest that is most like it, from the first one on. */
function chain(functions) {
  const rest = functions.map((_, index) => index);
  const order = rest.splice(0, 1);
  while (rest.length) {
    const last = functions[order[order.length - 1]];
    let [nearest, most] = [0, -1];
    for (let place = 0; place < rest.length; place++) {
      const found = likeness(last, functions[rest[place]]);
      if (found > most) [nearest, most] = [place, found];
    }
    order.push(...rest.splice(nearest, 1));
  }
  return order;
}
