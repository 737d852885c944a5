//! 繁體中文，附冊。

use super::facts::zh_hant::FACTS;
use super::{Annex, CountyCard, Downloads};

pub(super) const ANNEX: Annex = Annex {
    downloads: Downloads {
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
    county: CountyCard {
        no_facts: "報道沒有單獨提到這個縣域。", quotes: "報道引句（{n}）"
    },
    facts: FACTS,
};
