// The words of the first page beyond those that several pages use.

export const WORDS = {
  "zh-Hant": {
    title: "county-chains 示例：福建縣域重點產業鏈",
    skip: "跳到正文",
    "nav.article": "文章",
    "nav.try": "試一試",
    "nav.settings": "樣張",
    "nav.looks": "配色",
    "nav.paste": "代碼",
    what: "一個HTML標籤，把福建縣域重點產業鏈的圖表放進文章裡。下面先是一篇示例文章（簡體），圖都可以點選。",
    "try.title": "試一試",
    "try.intro": "改動下面任何一項，圖表和代碼隨即更新；直接在圖上點選也一樣。",
    "try.more": "更多設置在「嵌入」頁",
    stage: "試用的圖表",
    events: "事件",
    "events.none": "還沒有事件。在圖上點選試試。",
    "settings.title": "四張圖，四種環境",
    "settings.intro": "手機、夜間、英文頁、繁體頁：同一個標籤，只換屬性。",
    "frame.phone": "手機，淺色",
    "frame.phone.how": "分類圖，寬360 px",
    "frame.english": "英文頁",
    "frame.english.how": "六個一，寬至560 px",
    "frame.night": "手機，深色",
    "frame.night.how": "地圖，寬360 px",
    "frame.traditional": "繁體頁",
    "frame.traditional.how": "占比圖，寬至560 px",
    "looks.title": "三種網站，三套配色",
    "looks.intro": "只用公開的CSS變量和「::part()」，樣式寫在網頁裡，標籤上加一個class。對比度都經過測試。",
    "look.red-paper": "黨報紅",
    "look.red-paper.how": "紅色標題用宋體，淺色、深色都有",
    "look.finance-cream": "財經週刊米色",
    "look.finance-cream.how": "米色底，襯線標題，只有淺色",
    "look.plain-blue": "政府網站藍",
    "look.plain-blue.how": "藍字白底，淺色、深色都有",
    "look.code": "樣式",
    "paste.title": "粘貼兩行",
    "paste.intro": "一行腳本，一行標籤。標籤裡的文字是靜態版，沒有腳本時讀者看到的就是它。",
    "host.title": "換成自己的網址",
    "host.text":
      "這是本站的網址。請把文件放到自己的主機上，換成那裡的網址；county-chains.wasm要放在同一個目錄。" +
      "圖表不請求其他主機，不用網絡字體，也不設cookie。",
    "own.title": "換用自己的數據",
    "own.text": "同一個標籤也能畫別的數據：CSV表格加一個描述文件，寫明來源、許可和單位即可。",
    "own.examples": "三個數據集的圖表",
    "policy.title": "要向運維申請的策略",
    "policy.text":
      "把它併入現有的響應頭即可，不需要放行內聯樣式，也不需要'unsafe-eval'。文件放在別的主機時，" +
      "把'self'換成那個主機，並讓它允許跨域讀取。",
    "policy.strict": "在嚴格策略下的頁面",
    "off.title": "腳本關掉以後",
    "off.text":
      "標籤裡的靜態版照常顯示：圖、表、說明和來源都在，只是不能篩選。腳本沒有運行，或者策略不許運行WebAssembly，" +
      "都是如此。",
    "off.blocked": "禁用WebAssembly的頁面",
  },
  en: {
    title: "county-chains gallery: Fujian’s key county industrial chains",
    skip: "Skip to the article",
    "nav.article": "Article",
    "nav.try": "Try it",
    "nav.settings": "Settings",
    "nav.looks": "Looks",
    "nav.paste": "Code",
    what:
      "One HTML tag puts charts of Fujian’s key county industrial chains into an article. " +
      "Below, first, is a sample article in Chinese, as its readers would see it; every chart is interactive.",
    "try.title": "Try it",
    "try.intro": "Change anything here and the chart and its code follow. Using the chart itself does the same.",
    "try.more": "The builder has all settings",
    stage: "The chart you are trying",
    events: "Events",
    "events.none": "No event yet. Click something in the chart.",
    "settings.title": "Four charts, four settings",
    "settings.intro": "A phone, a phone at night, an English page, a Traditional Chinese page: the same tag with different attributes.",
    "frame.phone": "Phone, light",
    "frame.phone.how": "Tiers, 360 px",
    "frame.english": "English page",
    "frame.english.how": "Six ones, up to 560 px",
    "frame.night": "Phone, dark",
    "frame.night.how": "Map, 360 px",
    "frame.traditional": "Traditional Chinese page",
    "frame.traditional.how": "Shares, up to 560 px",
    "looks.title": "Three sites, three looks",
    "looks.intro": "CSS variables and ::part() alone: the styles stand in the page, and the tag has a class. The contrast of each look is tested.",
    "look.red-paper": "Party newspaper, red",
    "look.red-paper.how": "Red headlines in a Song typeface, light and dark",
    "look.finance-cream": "Finance weekly, cream",
    "look.finance-cream.how": "Cream paper, headlines with serifs, light only",
    "look.plain-blue": "Government site, blue",
    "look.plain-blue.how": "Blue on white, light and dark",
    "look.code": "Styles",
    "paste.title": "Paste two lines",
    "paste.intro":
      "One line of script, one tag. What is inside the tag is the static version: it is what readers see " +
      "without scripts.",
    "host.title": "Use your own address",
    "host.text":
      "This is the address on this site. Put the files on a host of your own and use its address; " +
      "county-chains.wasm belongs in the same folder. The chart makes no requests to other hosts, uses no web fonts " +
      "and sets no cookies.",
    "own.title": "Use your own data",
    "own.text": "The same tag draws other data, too: CSV tables and a descriptor that names source, licence and units.",
    "own.examples": "Charts of three datasets",
    "policy.title": "The policy to ask for",
    "policy.text":
      "Merge it into the header you have. Inline styles need not be allowed, nor 'unsafe-eval'. If the files are on " +
      "another host, name it in place of 'self' and let it allow cross-origin reading.",
    "policy.strict": "A page under a strict policy",
    "off.title": "When scripts are off",
    "off.text":
      "The static version inside the tag stays: figure, table, notes and source, without the filter. The same holds " +
      "where the policy forbids WebAssembly.",
    "off.blocked": "A page that forbids WebAssembly",
  },
};
