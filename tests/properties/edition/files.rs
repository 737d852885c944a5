//! A made-up edition of 2025: the files of `data/` as somebody would edit them for next year, and nothing else.
//!
//! It has five tiers, 84 counties in them, seven “ones” and other figures throughout. No figure of it is anybody's.

use county_chains_reader::{FILES, Files};

/// A file with its cells.
struct Table {
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    fn read(text: &str) -> Table {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let header = reader.headers().unwrap().iter().map(str::to_owned).collect();
        let rows = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
        Table { header, rows }
    }

    fn text(&self) -> &'static str {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(&self.header).unwrap();
        self.rows.iter().for_each(|row| writer.write_record(row).unwrap());
        String::from_utf8(writer.into_inner().unwrap()).unwrap().leak()
    }

    fn column(&self, name: &str) -> usize {
        self.header.iter().position(|column| column == name).unwrap()
    }

    /// The row whose first cell is this.
    fn row(&mut self, key: &str) -> &mut Vec<String> {
        self.rows.iter_mut().find(|row| row[0] == key).unwrap()
    }

    fn set(&mut self, key: &str, column: &str, value: &str) {
        let column = self.column(column);
        self.row(key)[column] = value.to_owned();
    }

    /// A copy of a row under another key, after it, with these words replaced.
    fn copy(&mut self, key: &str, copy: &str, words: &[(&str, &str)]) {
        let at = self.rows.iter().position(|row| row[0] == key).unwrap();
        let mut row: Vec<String> = self.rows[at].iter().map(|cell| replaced(cell, words)).collect();
        row[0] = copy.to_owned();
        self.rows.insert(at + 1, row);
    }

    /// Rewrites what readers see: texts, quotes, periods.
    fn rewrite(&mut self, words: &[(&str, &str)]) {
        let is_read = |name: &String| {
            ["_zh_hans", "_zh_hant", "_en"].iter().any(|ending| name.ends_with(ending))
                || ["quote", "period", "year"].contains(&name.as_str())
        };
        let read: Vec<bool> = self.header.iter().map(is_read).collect();
        for row in self.rows.iter_mut().filter(|row| row[0] != FIRST) {
            for (cell, _) in row.iter_mut().zip(&read).filter(|(_, read)| **read) {
                *cell = replaced(cell, words);
            }
        }
    }
}

/// The fact of the first white paper, which stays where it is in time.
const FIRST: &str = "wp2023.first";

/// What stands in place of these words; nothing is replaced twice.
fn replaced(text: &str, words: &[(&str, &str)]) -> String {
    let mut done = String::new();
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        match words.iter().find(|(word, _)| rest.starts_with(word)) {
            Some((word, other)) => {
                done.push_str(other);
                rest = &rest[word.len()..];
            }
            None => {
                done.push(next);
                rest = &rest[next.len_utf8()..];
            }
        }
    }
    done
}

/// The new edition's years, counts and words.
const WORDS: &[(&str, &str)] = &[
    ("in 2023, to the", "in 2023, to the"),
    ("首份白皮书（2023年）", "首份白皮书（2023年）"),
    ("首份白皮書（2023年）", "首份白皮書（2023年）"),
    ("2022", "2023"),
    ("2023", "2024"),
    ("2024", "2025"),
    ("2025", "2026"),
    ("六个一", "七个一"),
    ("六個一", "七個一"),
    ("六项", "七项"),
    ("六項", "七項"),
    ("six ones", "seven ones"),
    ("Six ones", "Seven ones"),
    ("all six", "all seven"),
    ("四个类别", "五个类别"),
    ("四個類別", "五個類別"),
    ("three tiers", "four tiers"),
    ("four tiers", "five tiers"),
    ("另外三个", "另外四个"),
    ("另外三個", "另外四個"),
    ("other three", "other four"),
    ("、一个专家组", "、一个专家组、一个实训基地"),
    ("、一個專家組", "、一個專家組、一個實訓基地"),
    ("one industry fund and one expert group", "one industry fund, one expert group and one training base"),
    ("“一”至“四”", "“一”至“五”"),
    ("「一」至「四」", "「一」至「五」"),
    ("；金门县暂未列入", ""),
    ("；金門縣暫未列入", ""),
    ("金门县暂未列入。", ""),
    ("金門縣暫未列入。", ""),
    (" Kinmen is not included for now.", ""),
    ("（含暂未列入的金门县）", ""),
    ("（含暫未列入的金門縣）", ""),
    (" (Kinmen is not included for now)", ""),
    ("四类{counties:4}", "四类{counties:4}，五类{counties:5}"),
    ("四類{counties:4}", "四類{counties:4}，五類{counties:5}"),
    (
        "and tier 4 has {counties:4:number}",
        "tier 4 has {counties:4:number} and tier 5 has {counties:5:number}",
    ),
    ("四类{chains:4}", "四类{chains:4}，五类{chains:5}"),
    ("四類{chains:4}", "四類{chains:4}，五類{chains:5}"),
    ("and tier 4 has {chains:4}", "tier 4 has {chains:4} and tier 5 has {chains:5}"),
    ("超六成", "超六成五"),
    ("超过四成", "超过四成五"),
    ("超過四成", "超過四成五"),
    ("超过六成", "超过六成五"),
    ("超過六成", "超過六成五"),
    ("占全省过半", "占全省近半"),
    ("占全省過半", "占全省近半"),
    ("over half", "nearly half"),
    ("过半在三类", "三类最多"),
    ("過半在三類", "三類最多"),
    ("more than half are in tier 3", "most are in tier 3"),
];

/// The figures that pictures draw. All others follow [`other`].
const FIGURES: &[(&str, &str)] = &[
    ("total.counties", "84"),
    ("total.chains", "190"),
    ("tier1.counties", "8"),
    ("tier1.chains", "26"),
    ("tier1.gdp", "13000"),
    ("tier1.growth", "4.6"),
    ("tier2.counties", "12"),
    ("tier2.chains", "30"),
    ("tier2.gdp", "11700"),
    ("tier2.share", "18.7"),
    ("tier3.counties", "40"),
    ("tier3.chains", "95"),
    ("tier3.count_share", "47.6"),
    ("tier3.gdp", "30600"),
    ("tier3.growth", "3.1"),
    ("tier3.share", "48.8"),
    ("tier4.counties", "15"),
    ("tier4.chains", "29"),
    ("tier4.gdp", "4400"),
    ("tier4.growth", "2.2"),
    ("tier4.share", "7.1"),
    ("tier5.counties", "9"),
    ("tier5.chains", "13"),
    ("tier5.gdp", "3000"),
    ("tier5.growth", "5.5"),
    ("tier5.share", "4.8"),
    ("sixones.named", "7"),
    ("sixones.taskforce", "84"),
    ("sixones.experts", "84"),
    ("sixones.policy", "66"),
    ("sixones.plan", "77"),
    ("sixones.platform", "69"),
    ("sixones.fund", "65"),
    ("sixones.training", "52"),
    ("market.over_10bn_share", "95"),
    ("market.over_100bn", "18"),
    ("market.rev_over_100bn", "19"),
    ("market.rev_count_share", "23"),
    ("market.rev_gdp_share", "45"),
    ("market.rev_rev_share", "65"),
    ("cluster.national_adv_stock", "3"),
    ("cluster.national_sme_stock", "19"),
    ("cluster.national_sme_new", "4"),
    ("cluster.prov_sme_stock", "46"),
    ("cluster.prov_sme_new", "12"),
    ("cluster.counties_covered", "49"),
    ("cluster.over_100bn", "23"),
    ("paths.count", "5"),
];

/// Another figure in place of one that no picture draws.
fn other(value: f64, unit: &str) -> f64 {
    match unit {
        "percent" | "percentage-points" | "rank" if value < 90.0 => value + 1.0,
        _ => (value * 1.25 + 1.0).round(),
    }
}

fn facts() -> &'static str {
    let mut facts = Table::read(FILES.facts);
    for of_tier in ["named", "counties", "chains", "gdp", "growth", "share"] {
        let words = [("四类", "五类"), ("四類", "五類"), ("ier-4", "ier-5"), ("ier 4", "ier 5")];
        let (key, copy) = (format!("tier4.{of_tier}"), format!("tier5.{of_tier}"));
        facts.copy(&key, &copy, &words);
        facts.set(&copy, "tier", "5");
    }
    let named = [
        ("counties", "350527"),
        ("statement_zh_hans", "有金门县等。"),
        ("statement_zh_hant", "有金門縣等。"),
        ("statement_en", "They include Kinmen."),
        ("quote", "涵盖金门县等9个县域的五类县域"),
    ];
    for (column, cell) in named {
        facts.set("tier5.named", column, cell);
    }
    let words = [
        ("产业基金", "实训基地"),
        ("產業基金", "實訓基地"),
        ("industry fund", "training base"),
        ("a fund", "a base"),
        ("60", "52"),
    ];
    facts.copy("sixones.fund", "sixones.training", &words);
    facts.set("total.counties", "counties", "");
    facts.rewrite(WORDS);
    let (value, unit) = (facts.column("value"), facts.column("unit"));
    for row in &mut facts.rows {
        let Ok(number) = row[value].parse::<f64>() else { continue };
        let drawn = FIGURES.iter().find(|(id, _)| *id == row[0]);
        let new = drawn.map_or_else(|| other(number, &row[unit]).to_string(), |(_, new)| (*new).to_owned());
        row[value] = new;
    }
    facts.text()
}

fn tiers() -> &'static str {
    let mut tiers = Table::read(FILES.tiers);
    tiers.copy("4", "5", &[("四", "五"), ("4", "5")]);
    tiers.text()
}

fn counties() -> &'static str {
    let mut counties = Table::read(FILES.counties);
    counties.set("350527", "tier", "5");
    counties.set("350527", "tier_basis", "named");
    counties.text()
}

fn notes() -> &'static str {
    let mut notes = Table::read(FILES.notes);
    notes.rows.retain(|row| row[0] != "excluded");
    notes.rewrite(WORDS);
    notes.text()
}

fn phrases() -> &'static str {
    let mut phrases = Table::read(FILES.phrases);
    let at = phrases.rows.iter().position(|row| row[2] == "sixones.fund").unwrap();
    let row = ["six-ones", "row", "sixones.training", "实训基地", "實訓基地", "Training base"];
    phrases.rows.insert(at, row.map(str::to_owned).to_vec());
    phrases.rewrite(WORDS);
    phrases.text()
}

fn reworded(file: &str) -> &'static str {
    let mut table = Table::read(file);
    let words = [("83", "84")].iter().chain(WORDS).copied().collect::<Vec<_>>();
    table.rewrite(&words);
    table.text()
}

/// The files of the edition.
pub(super) fn files() -> Files {
    Files {
        facts: facts(),
        tiers: tiers(),
        counties: counties(),
        notes: notes(),
        phrases: phrases(),
        stories: reworded(FILES.stories),
        indicators: reworded(FILES.indicators),
        passages: reworded(FILES.passages),
        categories: reworded(FILES.categories),
        sources: reworded(FILES.sources),
        ..FILES
    }
}
