// Files, as the browser saves them.

import assert from "node:assert/strict";
import { ONE } from "../words.mjs";

const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Width, height and texts of a PNG. */
function read(png) {
  assert.equal(png.subarray(1, 4).toString(), "PNG");
  const texts = {};
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    const body = png.subarray(at + 4, at + 8 + png.readUInt32BE(at));
    if (body.subarray(0, 4).toString() !== "iTXt") continue;
    const [keyword, ...rest] = body.subarray(4).toString().split("\0");
    texts[keyword] = rest.at(-1);
  }
  return { size: [png.readUInt32BE(16), png.readUInt32BE(20)], texts };
}

export default {
  async "the files of the panel arrive under their names with all that they should hold"({ open }) {
    const page = await open(ONE);
    await page.click("[data-action='panel:download']");
    const files = {};
    for (const what of ["csv-all", "json", "svg", "png", "png-square"]) {
      const { name, bytes } = await page.saved(() => page.click(`.panel [data-action='save:${what}']`));
      assert.match(name, new RegExp(`^[a-z0-9-]+(\\.[a-z0-9-]+)*\\.${what.split("-")[0]}$`));
      files[what] = bytes;
    }
    const link = await page.evaluate(() => document.querySelector("county-chains").link);
    assert.ok(files["csv-all"].subarray(0, 3).equals(MARK), "a byte order mark");
    const rows = files["csv-all"].toString().split("\r\n");
    assert.match(rows[0], /^\ufeffTier,Counties,/);
    assert.ok(rows.some((row) => row.includes(link)), "the link that restores the view");
    assert.equal(JSON.parse(files.json.toString()).link, link);
    assert.match(files.svg.toString(), /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    assert.equal(read(files.png).texts.URL, link);
    assert.equal(read(files.png).size[0], 760);
    assert.deepEqual(read(files["png-square"]).size, [1080, 1080]);
    await page.silent();
  },

  async "toPNG makes a picture of the asked size with something on it, which names its source"({ open }) {
    const page = await open(ONE);
    const [png, colours, height] = await page.evaluate(async () => {
      const element = document.querySelector("county-chains");
      const options = { scale: 2, width: 400, chart: "map", lang: "zh-Hans" };
      const blob = await element.toPNG(options);
      const bitmap = await createImageBitmap(blob);
      const canvas = Object.assign(document.createElement("canvas"), { width: bitmap.width, height: bitmap.height });
      const context = canvas.getContext("2d");
      context.drawImage(bitmap, 0, 0);
      const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      const bytes = new Uint8Array(await new Response(blob).arrayBuffer());
      const height = element.toSVG(options).match(/viewBox="0 0 [\d.]+ ([\d.]+)"/)[1];
      return [btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), "")), new Set(new Uint32Array(data.buffer)).size, height];
    });
    const { size, texts } = read(Buffer.from(png, "base64"));
    assert.deepEqual(size, [800, Math.ceil(2 * height)]);
    assert.ok(colours > 20, `${colours} colours are no picture`);
    assert.match(texts.Source, /福建省工业和信息化厅/);
    await page.silent();
  },
};
