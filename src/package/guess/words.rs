//! Words that tables are known by, in the languages of their makers. No reader sees them.

/// Names by which the reader knows code, name and class, and the places of a grid.
pub(super) const ROLES: [&str; 3] = ["code", "name", "tier"];
pub(super) const PLACES: [&str; 3] = ["row", "col", "column"];

/// Names of columns with codes.
pub(super) const CODES: [&str; 10] =
    ["code", "id", "iso3", "iso", "iso2", "fips", "geoid", "代码", "编码", "编号"];

/// Names of columns with names.
pub(super) const NAMES: [&str; 8] = ["name", "title", "label", "名称", "名字", "县域", "地区", "城市"];

/// Names of columns with classes.
pub(super) const CLASSES: [&str; 15] = [
    "class", "tier", "kind", "group", "category", "level", "grade", "type", "band", "rating", "类", "级",
    "档", "组", "組",
];

/// Names of the columns of a grid.
pub(super) const ROWS: [&str; 2] = ["row", "行"];
pub(super) const COLUMNS: [&str; 3] = ["col", "column", "列"];

/// Words in the names of columns with years.
pub(super) const YEARS: [&str; 12] = [
    "year",
    "founded",
    "established",
    "opened",
    "built",
    "since",
    "年",
    "成立",
    "建成",
    "建立",
    "创立",
    "創立",
];

/// What stands in place of a missing number.
pub(super) const MISSING: [&str; 22] = [
    "NA",
    "N/A",
    "#N/A",
    "n/a",
    "na",
    "NaN",
    "nan",
    "NULL",
    "null",
    "None",
    "none",
    "-",
    "--",
    "–",
    "—",
    "..",
    "...",
    "…",
    "Not Available",
    "not available",
    "无",
    "无数据",
];

/// What only says yes or no.
pub(super) const TRUTHS: [&str; 9] = ["true", "false", "yes", "no", "y", "n", "是", "否", "x"];

/// Characters of names of places that only one of the two scripts has.
pub(super) const TRADITIONAL: &str = "縣鄉區國灣鎮東廣龍門";
pub(super) const SIMPLIFIED: &str = "县乡区国湾镇东广龙门";
