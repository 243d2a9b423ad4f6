//! Which encoding bytes are in that say nothing of it, or that declare it.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

use super::cyrillic;

/// How many bytes the detector is fed: enough for any text, and quick for a long one.
const SAMPLE: usize = 256 << 10;

/// The text of `bytes`, which are not valid UTF-8, and the name of its encoding.
pub(super) fn decode(bytes: &[u8]) -> (String, &'static str) {
    if is_broken_utf_8(bytes) {
        return (String::from_utf8_lossy(bytes).into_owned(), UTF_8.name());
    }
    if let Some(encoding) = declared(bytes) {
        return (encoding.decode_without_bom_handling(bytes).0.into_owned(), encoding.name());
    }
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let encoding = detected(sample);
    if let Some(better) = cyrillic::instead_of(encoding, sample) {
        return (better.decode(bytes), better.name());
    }
    (encoding.decode_without_bom_handling(bytes).0.into_owned(), encoding.name())
}

/// Whether `bytes` are ASCII with the escapes of ISO-2022-JP, which are valid UTF-8 too.
pub(super) fn is_escaped(bytes: &[u8]) -> bool {
    let starts = [b"\x1b$B", b"\x1b$@", b"\x1b(J"];
    bytes.contains(&0x1b)
        && bytes.windows(3).any(|three| starts.iter().any(|start| *start == three))
}

/// UTF-8 of which a few bytes were lost: many sequences are whole, and hardly any is not.
fn is_broken_utf_8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole > broken * 10
}

/// The encoding that the head of a page or XML file names.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    // Browsers look for it in the first 1,024 bytes; saved pages put comments before it.
    const HEAD: usize = 4096;
    let head = bytes.get(..HEAD).unwrap_or(bytes).to_ascii_lowercase();
    let is_markup = head.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'<');
    if !is_markup {
        return None;
    }
    let after = |needle: &[u8]| {
        let at = head.windows(needle.len()).position(|window| window == needle)?;
        head.get(at + needle.len()..)
    };
    let value = after(b"charset").or_else(|| after(b"encoding"))?;
    let label: Vec<u8> = value
        .iter()
        .copied()
        .skip_while(|byte| matches!(byte, b'=' | b'"' | b'\'' | b' '))
        .take_while(|byte| {
            byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':' | b'.')
        })
        .collect();
    Encoding::for_label(&label).filter(|encoding| *encoding != UTF_8)
}

/// What the detector takes `sample` for.
fn detected(sample: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(sample, true);
    detector.guess(None, Utf8Detection::Deny)
}
