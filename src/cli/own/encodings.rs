//! Encodings other than UTF-8.

use encoding_rs::{Decoder, DecoderResult, Encoding, GB18030, REPLACEMENT, UTF_8, WINDOWS_1252};

/// Bytes of a declared encoding to UTF-8, piece by piece.
pub(super) struct Decoding {
    /// Nothing where the bytes are UTF-8 already: the reader checks them and names the place of a bad one.
    decoder: Option<Decoder>,
    name: &'static str,
    lines: usize,
}

impl Decoding {
    /// From the encoding with this label, by the labels that browsers know; an unknown one comes back.
    pub(super) fn new(label: &str) -> Result<Decoding, String> {
        let encoding = Encoding::for_label(label.as_bytes()).filter(|encoding| *encoding != REPLACEMENT);
        let encoding = encoding.ok_or_else(|| label.to_owned())?;
        let decoder = (encoding != UTF_8).then(|| encoding.new_decoder_with_bom_removal());
        Ok(Decoding { decoder, name: encoding.name(), lines: 1 })
    }

    /// The next bytes; `is_last` where no more come. Says in which line bytes are not in the encoding, and which.
    pub(super) fn decode(&mut self, bytes: &[u8], is_last: bool) -> Result<Vec<u8>, (usize, String)> {
        let Some(decoder) = &mut self.decoder else { return Ok(bytes.to_vec()) };
        let most = decoder.max_utf8_buffer_length_without_replacement(bytes.len()).unwrap_or(0);
        let mut text = vec![0; most];
        let (result, read, written) = decoder.decode_to_utf8_without_replacement(bytes, &mut text, is_last);
        text.truncate(written);
        self.lines += text.iter().filter(|byte| **byte == b'\n').count();
        match result {
            DecoderResult::InputEmpty => Ok(text),
            DecoderResult::Malformed(length, after) => {
                let end = read.saturating_sub(usize::from(after));
                let start = end.saturating_sub(usize::from(length));
                let bad = bytes.get(start..end).unwrap_or_default();
                let bad: String = bad.iter().map(|byte| format!(" {byte:02X}")).collect();
                let found = format!("the bytes{bad} in line {}, which are no {}", self.lines, self.name);
                Err((self.lines, found))
            }
            DecoderResult::OutputFull => Err((self.lines, "more text than can be held".to_owned())),
        }
    }
}

/// The encoding that a file seems to have, with its text: UTF-8 if it can be, else what a byte order mark says, else the
/// one of mainland China if the bytes look like it, else the one of old spreadsheets in the West.
pub(super) fn detected(bytes: &[u8]) -> (&'static str, String) {
    if let Some((encoding, _)) = Encoding::for_bom(bytes).filter(|(encoding, _)| *encoding != UTF_8) {
        return (encoding.name(), encoding.decode_with_bom_removal(bytes).0.into_owned());
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (UTF_8.name(), text.to_owned());
    }
    let chinese = GB18030.decode_without_bom_handling_and_without_replacement(bytes);
    match chinese.filter(|_| has_pairs(bytes)) {
        Some(text) => (GB18030.name(), text.into_owned()),
        None => (WINDOWS_1252.name(), WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned()),
    }
}

/// Whether most bytes beyond ASCII stand side by side, as in Chinese. An accent of a Western word stands alone, and with
/// the letter after it often makes a rare Chinese character.
fn has_pairs(bytes: &[u8]) -> bool {
    let runs = bytes.split(u8::is_ascii).map(<[u8]>::len).filter(|length| *length > 0);
    let (mut alone, mut all) = (0, 0);
    for length in runs {
        alone += length % 2;
        all += length;
    }
    alone * 5 < all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_told_apart() {
        let chinese = GB18030.encode("350102,鼓楼区\n350103,台江区").0.into_owned();
        assert_eq!(detected(&chinese), ("gb18030", "350102,鼓楼区\n350103,台江区".to_owned()));
        let western = WINDOWS_1252.encode("Cérès,Côte d’Ivoire,España").0.into_owned();
        assert!(
            GB18030.decode_without_bom_handling_and_without_replacement(&western).is_some(),
            "it could be"
        );
        assert_eq!(detected(&western), ("windows-1252", "Cérès,Côte d’Ivoire,España".to_owned()));
        assert_eq!(detected("鼓楼区".as_bytes()), ("UTF-8", "鼓楼区".to_owned()));
        assert_eq!(detected(b"\xFF\xFEa\0,\0b\0"), ("UTF-16LE", "a,b".to_owned()));
    }

    #[test]
    fn a_character_may_be_cut_by_the_end_of_a_piece() {
        let mut decoding = Decoding::new("GBK").unwrap();
        assert_eq!(decoding.decode(b"a\xB9", false).unwrap(), b"a");
        assert_eq!(decoding.decode(b"\xC4", true).unwrap(), "鼓".as_bytes());
    }

    #[test]
    fn bytes_that_are_not_in_the_encoding_are_told_with_their_line() {
        let mut decoding = Decoding::new("gb18030").unwrap();
        let told = decoding.decode(b"a\nb\xFF\n", true).unwrap_err();
        assert_eq!(told, (2, "the bytes FF in line 2, which are no gb18030".to_owned()));
        assert!(Decoding::new("klingon").is_err() && Decoding::new("hz-gb-2312").is_err());
    }
}
