// Chooses the language of the few sentences that are shown without the wasm, which has the full rules.

/** The closest of the three languages to the first Chinese or English tag. @param {string} [tags] separated by commas */
export function closestLanguage(tags = "") {
  const found = /\b(en|zh)\b[^,]*/i.exec(tags);
  const tag = found ? found[0] : "";
  if (/^en/i.test(tag)) return "en";
  return /^zh-(hant|tw|hk|mo)\b/i.test(tag) ? "zh-Hant" : "zh-Hans";
}
