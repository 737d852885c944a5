//! Knows files that are no data by their first bytes.

/// What a file is that begins with these bytes, and what to do; `None` where it may be data.
pub(crate) fn kind(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    let start = bytes.trim_ascii_start();
    const TEXT: &str = "save it as text in UTF-8";
    const CSV: &str = "open it in its program and save the sheet as “CSV UTF-8 (comma delimited)”";
    Some(match start {
        [b'<', b'!' | b'?' | b'a'..=b'z' | b'A'..=b'Z', ..] => (
            "a web page, or XML",
            "open its address in a browser: it may ask to log in, or show that nothing is there",
        ),
        [b'P', b'K', 3, 4, ..] => ("a workbook (.xlsx, .ods), or another zip file", CSV),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => ("a workbook (.xls)", CSV),
        [b'%', b'P', b'D', b'F', ..] => ("a PDF", "ask its publisher for the table as CSV"),
        [0x1F, 0x8B, ..] => ("a compressed file (.gz)", "unpack it"),
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => ("text in UTF-16", TEXT),
        [b'{', b'\\', b'r', b't', b'f', ..] => ("a text document (.rtf)", TEXT),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::kind;

    #[test]
    fn files_that_are_no_data_are_known() {
        for (bytes, expected) in [
            (&b"\n <!DOCTYPE html>"[..], Some("a web page, or XML")),
            (b"PK\x03\x04", Some("a workbook (.xlsx, .ods), or another zip file")),
            (b"code,name\n", None),
            (b"<5,>7\n", None),
            (b"", None),
        ] {
            assert_eq!(kind(bytes).map(|(found, _)| found), expected);
        }
    }
}
