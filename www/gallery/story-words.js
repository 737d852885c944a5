// The words of the story page around its article, which stands on the page in all three languages.

export const WORDS = {
  "zh-Hant": {
    title: "類別不是名次：一篇報道裡的福建縣域產業鏈 · county-chains",
    skip: "跳到正文",
  },
  en: {
    title: "Tiers, not ranks: Fujian’s county chains as one article reports them · county-chains",
    skip: "Skip to the article",
  },
};
