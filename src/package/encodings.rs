//! Which encodings a descriptor may declare. Who hands over a file decodes it; here is what its name should be.

use county_chains_data::word::text;

use crate::log::{At, Log};
use crate::walk::{Members, Walk};
use crate::{Code, suggest};

/// What a file is in unless another is declared.
pub(crate) const UTF_8: &str = "utf-8";

/// Names that decoders know, those of most files first. They know some more.
const KNOWN: [&str; 12] = [
    UTF_8,
    "gb18030",
    "gbk",
    "big5",
    "windows-1252",
    "windows-1250",
    "windows-1251",
    "iso-8859-2",
    "shift_jis",
    "euc-kr",
    "utf-16le",
    "utf-16be",
];

/// What some programs call them.
const OTHERS: [(&str, &str); 9] = [
    ("utf-8-sig", UTF_8),
    ("utf-8-bom", UTF_8),
    ("utf8-bom", UTF_8),
    ("cp65001", UTF_8),
    ("cp936", "gbk"),
    ("cp54936", "gb18030"),
    ("cp950", "big5"),
    ("cp932", "shift_jis"),
    ("cp949", "euc-kr"),
];

/// The encoding that is declared of a file, and where.
pub(crate) fn declared<'a>(walk: &mut Walk<'_, 'a>, resource: &Members<'a>) -> (String, At) {
    let utf_8 = UTF_8.to_owned();
    let Some((name, node)) = walk.text(resource, "encoding") else { return (utf_8, resource.at("encoding")) };
    let is_label = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':' | b'.');
    if name.is_empty() || name.len() > 40 || !name.bytes().all(is_label) {
        tell_unknown(walk.log, node.at(), name);
        return (utf_8, node.at());
    }
    (name.to_ascii_lowercase(), node.at())
}

/// Tells a name that is none of an encoding.
pub(crate) fn tell_unknown(log: &mut Log, at: At, name: &str) {
    let meant = OTHERS.iter().find(|(other, _)| *other == name).map(|(_, known)| *known);
    let meant = meant.or_else(|| suggest::nearest(name, &KNOWN));
    let list = suggest::listed(&KNOWN);
    let allowed = match meant {
        Some(meant) => text!("{list} …; did you mean {meant}?"),
        None => text!("{list} …"),
    };
    log.tell(at, Code::Encoding, name, &allowed, "there is no encoding “{}”", "");
}
