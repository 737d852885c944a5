// The words of the story page around its article, which stands on the page in all three languages.

export const WORDS = {
  "zh-Hant": {
    title: "四個類別的縣域：一篇報道裡的福建重點產業鏈 · county-chains",
    skip: "跳到正文",
  },
  en: {
    title: "Four tiers of counties: Fujian’s key county chains as one article reports them · county-chains",
    skip: "Skip to the article",
  },
};
