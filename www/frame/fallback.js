// The text in the frame when the widget cannot run: a link to the data, and their source. For readers without script,
// embed.html contains the same text in all languages, since no script can choose one.

import { closestLanguage } from "../closest-language.js";

const WORDS = {
  "zh-Hans": ["图表未能显示，全部数据见", "。来源：关于福建省工业和信息化厅《福建省县域重点产业链发展白皮书（2024）》的一篇报道（媒体、作者不详）。GDP为2023年。"],
  "zh-Hant": ["圖表未能顯示，全部數據見", "。來源：關於福建省工業和信息化廳《福建省縣域重點產業鏈發展白皮書（2024）》的一篇報道（媒體、作者不詳）。GDP為2023年。"],
  en: [
    "The chart could not be shown; all of its data is in ",
    ". Source: a Chinese news article (publisher and author unknown) on the White Paper on the Development of Key Industrial Chains in Fujian’s Counties (2024) by the Fujian Department of Industry and Information Technology. GDP is for 2023.",
  ],
};

/** Puts the text into the tag. A widget that is drawn does not show the content of its tag. */
export function showFallback(widget, tag) {
  if (widget.firstChild) return;
  const lang = closestLanguage(tag);
  const [before, after] = WORDS[lang];
  const paragraph = Object.assign(document.createElement("p"), { className: "plain", lang });
  const link = Object.assign(document.createElement("a"), { href: "data.csv", textContent: "data.csv" });
  paragraph.append(before, link, after);
  widget.append(paragraph);
}
