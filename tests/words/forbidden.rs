//! Phrases that claim what the article does not say, and words of another style.

use std::fs;
use std::path::Path;

use county_chains::language::Language;

use super::spoken::texts;

/// What neither Chinese says, in Simplified and Traditional characters.
const CHINESE: [&str; 29] = [
    // The article leaves it out; whether it was published is not known.
    "未公布",
    "没有公布",
    "沒有公布",
    "未披露",
    "来源未",
    "公开了",
    "公開了",
    // It smells of blame.
    "点名",
    "點名",
    // One word for the one source.
    "原文",
    "来源文章",
    "來源文章",
    "源报道",
    "源報道",
    "据文章",
    "據文章",
    "公开报道整理",
    "公開報道整理",
    // The article does not call them so, and judges less.
    "案例县",
    "案例縣",
    "县域案例",
    "縣域案例",
    "还差",
    "還差",
    "却占",
    "卻占",
    "只占",
    // It lists none of these counties in full.
    "不是同一批",
    "撑起",
];

/// What English does not say, in small letters.
const ENGLISH: [&str; 20] = [
    "not published",
    "undisclosed",
    "not disclosed",
    "made public",
    "is public",
    "the source article",
    "the source names",
    "the source gives",
    "the source does",
    "in the source",
    "by the source",
    "derived",
    "works out at",
    "not the same set",
    "golden business",
    "model city",
    "100 million yuan",
    "white paper sorts",
    "white paper names",
    ", yet ",
];

/// Traditional Chinese of other regions than ours. `docs/editing.md` names our usage.
const ELSEWHERE: [&str; 29] = [
    "報導",
    "資料",
    "發佈",
    "分佈",
    "佈局",
    "公佈",
    "龍巖",
    "臺",
    "程式",
    "連結",
    "網路",
    "搜尋",
    "儲存",
    "開啟",
    "執行",
    "支援",
    "螢幕",
    "檔案",
    "授權",
    "佔",
    "裏",
    "爲",
    "啓",
    "注明",
    // Documents are compiled with 編製; 編制 is an establishment of posts.
    "編制「",
    "維運",
    "隨身碟",
    "位址",
    "字型",
];

/// The field `derived` of the data file is a name for programs, not a word for readers.
fn is_name(text: &str) -> bool {
    text == "derived"
}

fn found(language: Language, text: &str) -> Vec<&'static str> {
    let lower = text.to_lowercase();
    let list: Vec<&'static str> = match language {
        Language::En => ENGLISH.to_vec(),
        Language::ZhHans => CHINESE.to_vec(),
        Language::ZhHant => [&CHINESE[..], &ELSEWHERE].concat(),
    };
    // What other public sources say is named so, once.
    let lower = lower.replace("其他公開資料", "");
    list.into_iter().filter(|phrase| lower.contains(phrase) && !is_name(text)).collect()
}

#[test]
fn no_chart_in_no_state_says_more_than_the_article() {
    let mut wrong = Vec::new();
    for language in Language::ALL {
        let texts = texts(language);
        assert!(texts.len() > 5000, "{} texts are fewer than there are", texts.len());
        for (place, text) in texts {
            let phrases = found(language, &text);
            if !phrases.is_empty() {
                wrong.push(format!("{} {place}: {phrases:?} in {text}", language.tag()));
            }
        }
    }
    wrong.dedup();
    assert!(wrong.is_empty(), "{} texts\n{}", wrong.len(), wrong.join("\n"));
}

/// The pages and documents that are written by hand.
const PAGES: [&str; 26] = [
    "www/index.html",
    "www/charts.html",
    "www/datasets.html",
    "www/story.html",
    "www/builder.html",
    "www/data.html",
    "www/embed.html",
    "www/offline.html",
    "www/guide.html",
    "www/guide.zh-Hant.html",
    "www/guide.en.html",
    "www/frame/fallback.js",
    "www/gallery/builder-words.js",
    "www/gallery/charts-words.js",
    "www/gallery/data-form-words.js",
    "www/gallery/data-problem-words.js",
    "www/gallery/data-words.js",
    "www/gallery/datasets-words.js",
    "www/gallery/index-words.js",
    "www/gallery/story-words.js",
    "www/gallery/words.js",
    "README.md",
    "README.zh.md",
    "docs/reference.md",
    "docs/embedding.md",
    "docs/command.md",
];

/// Pages have Simplified and Traditional texts side by side, and speak of the source of a page.
fn is_of_pages(phrase: &&str) -> bool {
    !matches!(*phrase, "注明" | "in the source")
}

#[test]
fn no_page_says_more_than_the_article() {
    let mut wrong = Vec::new();
    for page in PAGES {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(page);
        let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{page}: {error}"));
        for (number, line) in text.lines().enumerate() {
            // Pages mix the languages; what is wrong in one has other characters than the others. Field names and
            // attributes are for programs, and WeChat calls its button so.
            let line = line.replace("data-derived", "").replace("`derived`", "").replace("阅读原文", "");
            let line = line.replace("class=\"derived\"", "");
            let line = line.replace("閱讀原文", "").replace("derived`", "");
            let phrases: Vec<&str> = Language::ALL
                .into_iter()
                .flat_map(|language| found(language, &line))
                .filter(is_of_pages)
                .collect();
            if !phrases.is_empty() {
                wrong.push(format!("{page}:{}: {phrases:?}", number + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
