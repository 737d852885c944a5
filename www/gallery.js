// The gallery: the page's own language, the playground, the sentences that work a chart, copying.
// Nothing here is needed by the widget; it only does what any page could do with the tag.

/** Simplified Chinese is what the page is written in. */
const WORDS = {
  "zh-Hant": {
    title: "county-chains 示例：福建縣域重點產業鏈",
    skip: "跳到正文",
    nav: "本頁",
    "nav.article": "文章",
    "nav.try": "試一試",
    "nav.settings": "樣張",
    "nav.paste": "代碼",
    languages: "本頁語言",
    what: "一個HTML標籤，把福建縣域重點產業鏈的圖表放進文章裡。下面先是一篇示例文章（簡體），圖都可以點。",
    "try.title": "試一試",
    "try.intro": "改動下面任何一項，圖表和代碼隨即更新；直接點圖表也一樣。",
    chart: "圖表",
    "chart.tiers": "分類",
    "chart.shares": "占比",
    "chart.six-ones": "六個一",
    "chart.map": "地圖",
    tiers: "類別",
    "tier.1": "一類",
    "tier.2": "二類",
    "tier.3": "三類",
    "tier.4": "四類",
    indicator: "指標",
    "indicator.gdp": "GDP合計",
    "indicator.counties": "縣域數",
    "indicator.chains": "重點產業鏈條數",
    "indicator.growth": "GDP增速",
    "indicator.gdp-share": "GDP占比",
    "indicator.county-share": "縣域數占比",
    "indicator.gdp-per-county": "縣均GDP（推算）",
    "indicator.chains-per-county": "縣均鏈數（推算）",
    language: "語言",
    theme: "主題",
    "theme.auto": "自動",
    "theme.light": "淺色",
    "theme.dark": "深色",
    parts: "控件",
    "parts.all": "全部",
    "parts.none": "不顯示",
    width: "寬度",
    stage: "試用的圖表",
    snippet: "代碼",
    copy: "複製",
    copied: "已複製。",
    selected: "此處無法自動複製。文字已選中，請按Ctrl+C或⌘C。",
    events: "事件",
    "events.none": "還沒有事件。點一下圖表試試。",
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
    "paste.title": "貼上兩行",
    "paste.intro": "一行腳本，一行標籤。標籤裡的文字是靜態版，沒有腳本時讀者看到的就是它。",
    "host.title": "換成自己的地址",
    "host.text":
      "這是本站的地址。請把檔案放到自己的主機上，換成那裡的地址；county-chains.wasm要放在同一個目錄。" +
      "圖表不請求其他主機，不用網路字型，也不設cookie。",
    "policy.title": "要向維運申請的策略",
    "policy.text":
      "把它併入現有的回應標頭即可，不需要放行內聯樣式，也不需要'unsafe-eval'。檔案放在別的主機時，" +
      "把'self'換成那個主機，並讓它允許跨域讀取。",
    "policy.strict": "在嚴格策略下的頁面",
    "off.title": "腳本關掉以後",
    "off.text":
      "標籤裡的靜態版照常顯示：圖、表、說明和來源都在，只是不能篩選。腳本沒有執行，或者策略不許執行WebAssembly，" +
      "都是如此。",
    "off.blocked": "禁用WebAssembly的頁面",
    source: "來源：福建省工業和信息化廳《福建省縣域重點產業鏈發展白皮書（2024）》，據公開報道整理；2024版，GDP為2023年。",
    schematic: "地圖為示意圖，非地圖，不反映邊界與面積，每格為一個縣級單位。",
    "data.json": "數據data.json",
    "data.csv": "數據data.csv",
    licence: "授權：MIT或Apache-2.0",
  },
  en: {
    title: "county-chains gallery: Fujian’s county industrial chains",
    skip: "Skip to the article",
    nav: "This page",
    "nav.article": "Article",
    "nav.try": "Try it",
    "nav.settings": "Settings",
    "nav.paste": "Code",
    languages: "Language of this page",
    what:
      "One HTML tag puts charts of Fujian’s county key industrial chains into an article. " +
      "First a sample article, in Chinese, as its readers would see it; every chart can be used.",
    "try.title": "Try it",
    "try.intro": "Change anything here and the chart and its code follow. Using the chart itself does the same.",
    chart: "Chart",
    "chart.tiers": "Tiers",
    "chart.shares": "Shares",
    "chart.six-ones": "Six ones",
    "chart.map": "Map",
    tiers: "Tiers",
    "tier.1": "Tier 1",
    "tier.2": "Tier 2",
    "tier.3": "Tier 3",
    "tier.4": "Tier 4",
    indicator: "Indicator",
    "indicator.gdp": "GDP",
    "indicator.counties": "Counties",
    "indicator.chains": "Key chains",
    "indicator.growth": "GDP growth",
    "indicator.gdp-share": "Share of GDP",
    "indicator.county-share": "Share of counties",
    "indicator.gdp-per-county": "GDP per county (derived)",
    "indicator.chains-per-county": "Chains per county (derived)",
    language: "Language",
    theme: "Theme",
    "theme.auto": "Auto",
    "theme.light": "Light",
    "theme.dark": "Dark",
    parts: "Controls",
    "parts.all": "All",
    "parts.none": "None",
    width: "Width",
    stage: "The chart you are trying",
    snippet: "Code",
    copy: "Copy",
    copied: "Copied.",
    selected: "Copying is not possible here. The text is selected: press Ctrl+C or ⌘C.",
    events: "Events",
    "events.none": "No event yet. Click something in the chart.",
    "settings.title": "Four charts, four settings",
    "settings.intro": "A phone, a phone at night, an English page, a Traditional Chinese page: one tag, other attributes.",
    "frame.phone": "Phone, light",
    "frame.phone.how": "Tiers, 360 px",
    "frame.english": "English page",
    "frame.english.how": "Six ones, up to 560 px",
    "frame.night": "Phone, dark",
    "frame.night.how": "Map, 360 px",
    "frame.traditional": "Traditional Chinese page",
    "frame.traditional.how": "Shares, up to 560 px",
    "paste.title": "Paste two lines",
    "paste.intro":
      "One line of script, one tag. What stands inside the tag is the static version: it is what readers see " +
      "without scripts.",
    "host.title": "Use your own address",
    "host.text":
      "This is the address on this site. Put the files on a host of your own and use its address; " +
      "county-chains.wasm belongs in the same folder. The chart asks no other host, uses no web fonts and sets no cookies.",
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
    source:
      "Source: Fujian Department of Industry and Information Technology, White Paper on County Key Industrial Chains " +
      "(2024), as reported by the source article; 2024 edition, GDP is for 2023.",
    schematic: "The map is schematic, not a map: it shows no boundaries or areas, and each tile is one county-level unit.",
    "data.json": "Data as data.json",
    "data.csv": "Data as data.csv",
    licence: "Licence: MIT OR Apache-2.0",
  },
};

const root = document.documentElement;
root.classList.add("js");
customElements.whenDefined("county-chains").then(() => root.classList.add("widget"));

/* The page's language */

const written = { copied: "已复制。", selected: "此处无法自动复制。文字已选中，请按Ctrl+C或⌘C。" };
const texts = [...document.querySelectorAll("[data-t]")];
const labels = [...document.querySelectorAll("[data-t-label]")];
for (const node of texts) written[node.dataset.t] = node.textContent;
for (const node of labels) written[node.dataset.tLabel] = node.getAttribute("aria-label");
WORDS["zh-Hans"] = written;

const say = (key) => WORDS[root.lang][key];

function speak(lang) {
  root.lang = lang;
  for (const node of texts) node.textContent = say(node.dataset.t);
  for (const node of labels) node.setAttribute("aria-label", say(node.dataset.tLabel));
  for (const button of document.querySelectorAll("[data-lang]")) {
    button.setAttribute("aria-pressed", String(button.dataset.lang === lang));
  }
  for (const status of document.querySelectorAll(".status")) status.textContent = "";
}

/* The playground: the form and the element say the same, whichever of them was changed */

const form = document.getElementById("controls");
const sample = document.getElementById("sample");
const sheet = document.querySelector(".sheet");
const snippet = document.getElementById("snippet");
const pixels = document.getElementById("pixels");
const tierBoxes = [...form.elements.tiers];

/** The attributes as the form has them; what is the default is left out, but for chart and language. */
function attributes() {
  const chart = form.elements.chart.value;
  const indicator = form.elements.indicator.value;
  const tiers = tierBoxes.filter((box) => box.checked).map((box) => box.value);
  const theme = form.elements.theme.value;
  const controls = form.elements.controls.value;
  return {
    chart,
    indicator: chart === "tiers" && indicator !== "gdp" ? indicator : null,
    tiers: tiers.length === tierBoxes.length ? null : tiers.join(" ") || "none",
    county: chart === "map" ? sample.getAttribute("county") : null,
    view: sample.getAttribute("view"),
    lang: form.elements.lang.value,
    theme: theme === "auto" ? null : theme,
    controls: controls === "all" ? null : controls,
  };
}

function showCode() {
  const pairs = Object.entries(attributes()).filter(([, value]) => value !== null);
  snippet.textContent = `<county-chains ${pairs.map(([name, value]) => `${name}="${value}"`).join(" ")}></county-chains>`;
  form.elements.indicator.disabled = form.elements.chart.value !== "tiers";
  for (const box of tierBoxes) box.disabled = form.elements.chart.value === "six-ones";
}

/** From the form to the element. Only what differs is touched, so that nothing is drawn twice. */
function apply() {
  for (const [name, value] of Object.entries(attributes())) {
    if (name === "indicator" && form.elements.chart.value !== "tiers") continue;
    if (sample.getAttribute(name) === value) continue;
    if (value === null) sample.removeAttribute(name);
    else sample.setAttribute(name, value);
  }
  sheet.dataset.theme = form.elements.theme.value;
  showCode();
}

/** From the element to the form, after its reader did something. */
function follow(state) {
  const choose = (name, value) => {
    if (typeof value === "string") form.elements[name].value = value;
  };
  choose("chart", state.chart);
  choose("indicator", state.indicator);
  if (state.tiers !== undefined) {
    const text = String(state.tiers);
    for (const box of tierBoxes) box.checked = text === "all" || text.includes(box.value);
  }
  showCode();
}

let widthChosen = false;

function setWidth() {
  if (widthChosen) sheet.style.width = `${form.elements.width.value}px`;
  const width = Math.round(sheet.getBoundingClientRect().width);
  if (!widthChosen) form.elements.width.value = String(width);
  pixels.textContent = `${width} px`;
  form.elements.width.setAttribute("aria-valuetext", `${width} px`);
}

let languageChosen = false;

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", ({ target }) => {
  if (target.name === "width") {
    widthChosen = true;
    setWidth();
    return;
  }
  if (target.name === "lang") languageChosen = true;
  apply();
});
new ResizeObserver(setWidth).observe(sheet);

/* Events of the playground, newest first */

const MOST = 8;
const events = document.getElementById("events");
let before = {};

/** What an event says, shortened to what is new in it. */
function gist({ type, detail }) {
  if (type === "county-chains-change" && detail?.state) {
    const news = Object.entries(detail.state).filter(([key, value]) => {
      return JSON.stringify(value) !== JSON.stringify(before[key]);
    });
    before = detail.state;
    return news.length === 0 ? "" : JSON.stringify(Object.fromEntries(news));
  }
  return detail == null ? "" : JSON.stringify(detail);
}

for (const name of ["ready", "change", "select", "error"]) {
  sample.addEventListener(`county-chains-${name}`, (event) => {
    if (name === "ready") before = sample.state ?? {};
    const line = document.createElement("li");
    const type = document.createElement("b");
    const said = document.createElement("span");
    type.textContent = event.type;
    said.textContent = gist(event);
    line.append(type, said);
    events.prepend(line);
    while (events.childElementCount > MOST) events.lastElementChild.remove();
    document.getElementById("no-events").hidden = true;
    // Once the element is done: it may still be reflecting its state, and a later change may have come.
    if (name === "change") queueMicrotask(() => follow(sample.state ?? event.detail?.state ?? {}));
  });
}

/* Sentences of the article that work a chart */

for (const button of document.querySelectorAll(".act")) {
  button.addEventListener("click", () => {
    const widget = document.getElementById(button.dataset.for);
    for (const pair of button.dataset.set.split(" ")) {
      const [name, value] = pair.split("=");
      widget.setAttribute(name, value);
    }
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    widget.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
  });
}

/* Copying */

for (const button of document.querySelectorAll(".copy")) {
  const source = document.getElementById(button.dataset.copy);
  button.addEventListener("click", async () => {
    const status = source.parentElement.querySelector(".status");
    try {
      await navigator.clipboard.writeText(source.textContent);
      status.textContent = say("copied");
    } catch {
      getSelection().selectAllChildren(source);
      status.textContent = say("selected");
    }
  });
}

/* Start */

for (const button of document.querySelectorAll("[data-lang]")) {
  button.addEventListener("click", () => {
    const { lang } = button.dataset;
    speak(lang);
    if (!languageChosen) {
      form.elements.lang.value = lang;
      apply();
    }
    const address = new URL(location.href);
    if (lang === "zh-Hans") address.searchParams.delete("lang");
    else address.searchParams.set("lang", lang);
    history.replaceState(history.state, "", address);
  });
}

const asked = new URLSearchParams(location.search).get("lang");
if (asked !== null && Object.hasOwn(WORDS, asked)) {
  speak(asked);
  form.elements.lang.value = asked;
}
apply();
setWidth();
