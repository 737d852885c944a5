//! 简体中文，附册。

use super::facts::zh_hans::FACTS;
use super::{Annex, CountyCard, Downloads};

pub(super) const ANNEX: Annex = Annex {
    downloads: Downloads {
        link: "链接",
        system: "系统分享",
        with_twin: "复制的代码已含静态版，脚本未运行时显示。",
        frame: "嵌入代码（框架）",
        static_version: "静态版（无脚本）",
        html: "保存为HTML",
        cited: "引用格式（{style}）",
        square: "方图",
        alternative: "{heading}。{summary}",
        open: "打开交互图表",
    },
    county: CountyCard {
        no_facts: "报道没有单独提到这个县域。", quotes: "报道引句（{n}）"
    },
    facts: FACTS,
};
