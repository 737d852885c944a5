// What a page may hand over by mistake or by malice, chosen by a seed. It runs inside the page.

/** A generator of numbers from 0 to 1 (mulberry32): the same seed, the same numbers. */
export function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const NAMES = [
  "chart", "charts", "indicator", "tiers", "county", "view", "lang", "theme", "group", "controls", "heading", "heading-level", "src", "loading",
];
const OPENED = ["mark", "search", "topic", "sort", "expanded", "panel"];
const ODD_NAMES = ["constructor", "__proto__", "toString", "width", "scale", "shape", "base", "jsonLd", "", "x".repeat(3000), "县"];

const GOOD = {
  __proto__: null,
  chart: ["tiers", "shares", "six-ones", "map", "clusters", "paths", "market", "timeline", "facts"],
  charts: ["tiers map", "facts", "map,shares", "market"],
  indicator: ["gdp", "counties", "growth", "gdp-share", "chains-per-county"],
  tiers: ["1", "1 2", "none", "all", "4,3", "2~3"],
  county: ["350582", "350524", "350182"],
  view: ["chart", "table", "about"],
  lang: ["en", "zh-CN", "zh-TW", "en-GB", "zh-Hant-HK"],
  theme: ["light", "dark", "auto"],
  group: ["a", "b", "__proto__"],
  controls: ["none", "filter picker", "all", "table,share"],
  heading: ["A heading", "标题", "<b>bold</b>"],
  "heading-level": ["1", "2", "6", "7", "0", " 4 ", "h2"],
  src: ["/gallery/datasets/countries-by-income/datapackage.json", "/gallery/datasets/uk-authorities/datapackage.json", "/nowhere.json"],
  loading: ["eager", "lazy"],
  mark: ["tier:1", "county:350582", "six-ones:fund", "market:gdp"],
  search: ["steel", "gdp", "泉州", "sx", "164"],
  topic: ["market", "clusters", "policy"],
  sort: ["1", "-2", "3"],
  expanded: ["true", "yes"],
  panel: ["download", "share"],
};

const TEXTS = [
  "", " ", "nonsense", "constructor", "__proto__", "hasOwnProperty", "null", "undefined", "NaN", "-1", "1e400", "0x10", "٣", "１",
  "\u0000", "\u001f", "a\u001fb\u001fc", "\u202eabc", "\ud800", "\udfff", "\ufeffmap", "🀄".repeat(50), "é".normalize("NFD"), "a\nb\tc",
  "<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>", "]]>", "&amp;&#0;", "javascript:alert(1)", "' onload='x", "\"><svg/onload=x>",
  "=cmd|' /C calc'!A0", "{heading}", "{n}{tiers}", "%s%n", "../../etc", "x".repeat(250), "长".repeat(5000), "1 ".repeat(3000),
];

/** Values that are no texts; each is made anew. */
const OTHERS = [
  () => null, () => undefined, () => 0, () => -0, () => NaN, () => Infinity, () => 10n, () => true, () => [], () => [1, 2], () => ["map", null],
  () => [[1], [2]], () => ({}), () => ({ toString: null }), () => ({ toString: () => "map" }), () => new Date(0), () => /x/, () => () => "map",
  () => Symbol("s"), () => Object.create(null), () => new Proxy({}, {}), () => new Uint8Array(4), () => new Map([["chart", "map"]]),
  () => ({ toString() { throw new RangeError("of the page"); } }), () => document.body, () => new Array(500).fill("map"),
];

/** Chooses values by `next`. */
export function chooser(next) {
  const one = (list) => list[Math.floor(next() * list.length)];
  const name = () => (next() < 0.85 ? one([...NAMES, ...OPENED]) : one(ODD_NAMES));
  const text = (of) => (next() < 0.6 && GOOD[of] ? one(GOOD[of]) : next() < 0.2 ? one(Object.values(GOOD).flat()) : one(TEXTS));
  const value = (of) => (next() < 0.8 ? text(of) : one(OTHERS)());
  const object = () => {
    const made = {};
    for (let left = Math.floor(next() * 4); left >= 0; left--) {
      const of = name();
      Object.defineProperty(made, of, { value: value(of), enumerable: true, configurable: true });
    }
    if (next() < 0.03) Object.defineProperty(made, "chart", { enumerable: true, get() { throw new RangeError("of the page"); } });
    return next() < 0.05 ? one(OTHERS)() : made;
  };
  return { one, name, text, value, object };
}
