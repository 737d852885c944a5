// The words of the story page around its article, which stands on the page in all three languages.

export const WORDS = {
  "zh-Hant": {
    title: "類別不是名次：讀福建縣域產業鏈白皮書 · county-chains",
    skip: "跳到正文",
  },
  en: {
    title: "Tiers, not ranks: reading Fujian’s white paper · county-chains",
    skip: "Skip to the article",
  },
};
