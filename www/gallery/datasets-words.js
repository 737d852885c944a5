// The words of the page of datasets beyond those that several pages use. The page contains the other words in Simplified
// Chinese; `node pkg/tools/pages.mjs` writes what each dataset shows into it.

export const WORDS = {
  "zh-Hans": {
    "about.countries-by-income": "四个收入组有先后次序；各组的平均值按人口加权；缺失的数值照样标明；附世界方格图。同一数据集另有单文件版。",
    "about.uk-authorities": "别人发布的CSV文件，一字未改：描述文件选出要用的列和行，并写明单位、类别和中文名称。八个类别没有高低之分。",
    "about.fujian-2024": "组件自带的福建数据，改写成自备数据的形式：各类数字照录报道，每条要点附引文，文字有简体、繁体和英文三种。出新一版白皮书时，换掉这些文件即可。",
  },
  "zh-Hant": {
    title: "任何數據 · county-chains",
    skip: "跳到數據集",
    heading: "任何數據",
    what: "把帶編碼、名稱、類別和數值的表格存成CSV，再用一個描述文件說明來源、許可和單位，同一個標籤就能畫出圖來。下面三個數據集，圖都可以點選；點一個類別，同一數據集的其他圖也跟著變。",
    how: "十步做出自己的數據",
    prepare: "在網頁上準備",
    sources: "來源",
    licences: "許可",
    files: "文件",
    foot: "每個數據集的來源和許可寫在各節和每張圖下。",
    program: "程序許可：MIT或Apache-2.0",
    "about.countries-by-income": "四個收入組有先後次序；各組的平均值按人口加權；缺失的數值照樣標明；附世界方格圖。同一數據集另有單文件版。",
    "about.uk-authorities": "別人發布的CSV文件，一字未改：描述文件選出要用的列和行，並寫明單位、類別和中文名稱。八個類別沒有高低之分。",
    "about.fujian-2024": "組件自帶的福建數據，改寫成自備數據的形式：各類數字照錄報道，每條要點附引文，文字有簡體、繁體和英文三種。出新一版白皮書時，換掉這些文件即可。",
  },
  en: {
    title: "Any dataset · county-chains",
    skip: "Skip to the datasets",
    heading: "Any dataset",
    what: "Save a table with codes, names, classes and numbers as CSV, say in a descriptor where it comes from, under which licence and in which units, and the same tag draws it. Every chart of the three datasets below is interactive; choose a class in one, and the others of the dataset follow.",
    how: "Your own data in ten steps",
    prepare: "Prepare it on a page",
    sources: "Source",
    licences: "Licence",
    files: "Files",
    foot: "Each section and each chart names the source and the licence of its data.",
    program: "Licence of the program: MIT or Apache-2.0",
    "about.countries-by-income": "Four income groups in order, means weighted by population, missing values that stay visible, and a tile grid of the world. The same dataset exists as one file, too.",
    "about.uk-authorities": "A published CSV file, not changed by a character: the descriptor chooses columns and rows and gives units, types and their Chinese names. The eight types are kinds, none above another.",
    "about.fujian-2024": "The data inside the widget, restated as a dataset of one’s own: the figures of each tier as the article gives them, facts with quotes, three languages. A new edition of the white paper needs only new files.",
  },
};
