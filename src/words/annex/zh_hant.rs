//! 繁體中文，附冊。

use super::facts::zh_hant::FACTS;
use super::{Annex, CountyCard, Downloads, InPlace};

pub(super) const ANNEX: Annex = Annex {
    downloads: Downloads {
        copied: "已複製。",
        copy_failed: "此處無法自動複製，請手動選擇文字複製。",
        copy: "複製{what}",
        embed: "嵌入代碼",
        link: "鏈接",
        system: "系統分享",
        with_twin: "複製的代碼已含靜態版，腳本未運行時顯示。",
        frame: "嵌入代碼（框架）",
        static_version: "靜態版（無腳本）",
        html: "保存為HTML",
        cited: "引用格式（{style}）",
        square: "方圖",
        alternative: "{heading}。{summary}",
        open: "打開交動圖表",
    },
    close: "關閉",
    card: ["已打開卡片：{name}。", "已關閉卡片。"],
    county: CountyCard {
        no_facts: "報道沒有單獨提到這個縣域。", quotes: "報道引句（{n}）"
    },
    facts: FACTS,
    own: InPlace {
        no_facts: "來源沒有單獨提到。",
        quotes: "來源引句（{n}）",
        place: "來源第{n}處",
        place_column: "位置",
        current: "發布時",
        summary: "數字{figures}條（{gaps}條無數據），表述{statements}條。",
        part: "已選{tiers}：列出{n}條，其中{untiered}條不專屬某一類別。",
        part_none: "未選擇類別，只列出不專屬某一類別的{untiered}條。",
        search: "搜尋要點與名稱",
        count_both: "名稱{places}個，要點{n}條（共{total}條）",
        hidden: "另有{n}條相符，被篩選或主題隱去。",
        counties: "名稱",
        nothing: "沒有找到相符的要點或名稱。",
    },
};
