// The languages of sentences that are said where the program, which knows better, is not there.

/** The closest of the three languages to the first of `tags` that is one of them. @param {string} [tags] parted by commas */
export function closestLanguage(tags = "") {
  const found = /\b(en|zh)\b[^,]*/i.exec(tags);
  const tag = found ? found[0] : "";
  if (/^en/i.test(tag)) return "en";
  return /^zh-(hant|tw|hk|mo)\b/i.test(tag) ? "zh-Hant" : "zh-Hans";
}
