//! Bytes to text: byte order mark, strict UTF-8, the document's own declaration, then detection; what was assumed is said.

use crate::note::{Code, Note};
use crate::read::Failure;
use chardetng::{EncodingDetector, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

/// Decodes a file's bytes. `declared` is the label that the document gives itself, if any.
///
/// # Errors
/// When the bytes are not text at all.
pub fn decode(file: &str, bytes: &[u8], declared: Option<&str>) -> Result<(String, Vec<Note>), Failure> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        if encoding == UTF_8 && declared.is_none() {
            // The text of a plain file is the file itself, its mark included, so that offsets are the file's own.
            if let Ok(text) = std::str::from_utf8(bytes) {
                return Ok((text.to_owned(), Vec::new()));
            }
        }
        let (text, _) = encoding.decode_without_bom_handling(&bytes[mark..]);
        return Ok((text.into_owned(), Vec::new()));
    }
    if looks_binary(bytes) {
        return Err(Failure::new(Code::NotRead, "the file is not text: it holds binary bytes", "save it as text, HTML, PDF or .docx"));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((text.to_owned(), Vec::new()));
    }
    let stated = declared.and_then(|label| Encoding::for_label(label.trim().as_bytes())).filter(|encoding| *encoding != UTF_8);
    let (encoding, how) = match stated {
        Some(encoding) => (encoding, "as it declares"),
        None => {
            let mut detector = EncodingDetector::new(chardetng::Iso2022JpDetection::Allow);
            detector.feed(bytes, true);
            (detector.guess(None, Utf8Detection::Allow), "by its bytes")
        }
    };
    let (text, _, broken) = encoding.decode(bytes);
    let found = format!("the text is not UTF-8{}", if broken { ", and some of its bytes fit no encoding" } else { "" });
    let note = Note::new(
        Code::EncodingAssumed,
        file,
        found,
        format!("it was read as {} ({how})", encoding.name()),
        "look whether accents and quotation marks are right; if not, save it as UTF-8",
    );
    Ok((text.into_owned(), vec![note]))
}

/// Whether bytes are no text: NUL bytes without the pattern of UTF-16, or too many control characters.
fn looks_binary(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(1 << 16)];
    let nul = sample.iter().filter(|b| **b == 0).count();
    let control = sample.iter().filter(|b| matches!(b, 1..=8 | 14..=26 | 28..=31)).count();
    nul * 50 > sample.len() || control * 10 > sample.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_assumed_is_said() {
        let (text, notes) = decode("a.txt", b"caf\xe9 le 3 mars", None).unwrap();
        assert_eq!(text, "café le 3 mars");
        assert_eq!(notes[0].code, Code::EncodingAssumed);
        let (text, notes) = decode("a.txt", "café".as_bytes(), None).unwrap();
        assert_eq!((text.as_str(), notes.len()), ("café", 0));
        assert!(decode("a.bin", &[0, 1, 2, 3, 0, 0, 0, 9], None).is_err());
        let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain("Jan. 30".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(decode("a.txt", &utf16, None).unwrap().0, "Jan. 30");
    }
}
