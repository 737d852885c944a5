//! 简体中文，附册。

use super::facts::zh_hans::FACTS;
use super::{Annex, CountyCard, Downloads, InPlace};

pub(super) const ANNEX: Annex = Annex {
    downloads: Downloads {
        copied: "已复制。",
        copy_failed: "此处无法自动复制，请手动选择文字复制。",
        copy: "复制{what}",
        embed: "嵌入代码",
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
    close: "关闭",
    card: ["已打开卡片：{name}。", "已关闭卡片。"],
    county: CountyCard {
        no_facts: "报道没有单独提到这个县域。", quotes: "报道引句（{n}）"
    },
    facts: FACTS,
    own: InPlace {
        no_facts: "来源没有单独提到。",
        quotes: "来源引句（{n}）",
        place: "来源第{n}处",
        place_column: "位置",
        current: "发布时",
        summary: "数字{figures}条（{gaps}条无数据），表述{statements}条。",
        part: "已选{tiers}：列出{n}条，其中{untiered}条不专属某一类别。",
        part_none: "未选择类别，只列出不专属某一类别的{untiered}条。",
        search: "搜索要点与名称",
        count_both: "名称{places}个，要点{n}条（共{total}条）",
        hidden: "另有{n}条相符，被筛选或主题隐去。",
        counties: "名称",
        nothing: "没有找到相符的要点或名称。",
    },
};
