//! Which encoding bytes are in that say nothing of it, or that declare it.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{EUC_JP, Encoding, ISO_2022_JP, SHIFT_JIS, UTF_8, WINDOWS_1252};

use super::cyrillic::{self, Charset};

/// How many bytes the detector is fed: enough for any text, and quick for a long one.
const SAMPLE: usize = 256 << 10;

/// The text of `bytes`, which are not valid UTF-8, and the name of its encoding.
pub(super) fn decode(bytes: &[u8]) -> (String, &'static str) {
    if is_broken_utf_8(bytes) {
        return (String::from_utf8_lossy(bytes).into_owned(), UTF_8.name());
    }
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let charset = declared(bytes).unwrap_or_else(|| detected(sample));
    let text = charset.decode(bytes);
    let is_japanese = matches!(charset, Charset::Standard(encoding) if [SHIFT_JIS, EUC_JP, ISO_2022_JP].contains(&encoding));
    (if is_japanese { as_jis(text) } else { text }, charset.name())
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
fn declared(bytes: &[u8]) -> Option<Charset> {
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
    let name = String::from_utf8_lossy(&label);
    let standard =
        || Encoding::for_label(&label).filter(|encoding| *encoding != UTF_8).map(Charset::Standard);
    Charset::for_label(&name).or_else(standard)
}

/// What the detector takes `sample` for, corrected where it errs.
fn detected(sample: &[u8]) -> Charset {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(sample, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    if guess.is_single_byte() && has_signs_only(sample) {
        return Charset::Standard(WINDOWS_1252);
    }
    cyrillic::instead_of(guess, sample).unwrap_or(Charset::Standard(guess))
}

/// Whether no byte beyond ASCII stands in a word, except as its apostrophe: then they are signs,
/// and `£5` is likelier than `Ł5`.
fn has_signs_only(sample: &[u8]) -> bool {
    let is_letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphabetic);
    sample.iter().enumerate().filter(|(_, byte)| !byte.is_ascii()).all(|(at, byte)| {
        let before = at.checked_sub(1).and_then(|at| sample.get(at));
        let after = sample.get(at + 1);
        let is_alone = [before, after].into_iter().flatten().all(u8::is_ascii);
        is_alone && (matches!(byte, 0x91..=0x97) || !is_letter(before) && !is_letter(after))
    })
}

/// Japanese text with its tildes and minus signs as the JIS standard has them. The Encoding Standard
/// has those of Microsoft, which are right where a text uses Microsoft's own signs too.
fn as_jis(text: String) -> String {
    let is_of_vendor = |c: char| matches!(c, '\u{2460}'..='\u{2473}' | '\u{2160}'..='\u{2179}' | '\u{3220}'..='\u{33ff}' | '\u{e000}'..='\u{f8ff}' | '\u{f900}'..='\u{faff}' | '№' | '℡' | '∮' | '∑' | '∟' | '⊿');
    if text.chars().any(is_of_vendor) {
        return text;
    }
    let standard = |c: char| match c {
        '\u{ff5e}' => '\u{301c}',
        '\u{ff0d}' => '\u{2212}',
        '\u{2225}' => '\u{2016}',
        c => c,
    };
    text.chars().map(standard).collect()
}
