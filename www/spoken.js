// The languages of sentences that are said where the program, which knows better, is not there.

/** The closest of the three languages. @param {string} [tag] */
export function spoken(tag = "") {
  if (/^en\b/i.test(tag)) return "en";
  return /^zh-(hant|tw|hk|mo)\b/i.test(tag) ? "zh-Hant" : "zh-Hans";
}
