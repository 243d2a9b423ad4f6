//! UTF-16 and UTF-32.

/// An encoding of two or four bytes a unit, and how many bytes its mark has.
pub(super) struct Wide {
    unit: Unit,
    mark: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Utf16Le,
    Utf16Be,
    Utf32Le,
    Utf32Be,
}

/// The wide encoding of `bytes`, by mark or by where the NULs stand; `None` if there is none.
pub(super) fn wide(bytes: &[u8]) -> Option<Wide> {
    let marked = |unit, mark| Some(Wide { unit, mark });
    match bytes {
        [0xff, 0xfe, 0, 0, ..] if bytes.len().is_multiple_of(4) => marked(Unit::Utf32Le, 4),
        [0, 0, 0xfe, 0xff, ..] => marked(Unit::Utf32Be, 4),
        [0xff, 0xfe, ..] => marked(Unit::Utf16Le, 2),
        [0xfe, 0xff, ..] => marked(Unit::Utf16Be, 2),
        _ => unmarked(bytes).map(|unit| Wide { unit, mark: 0 }),
    }
}

/// In Latin text of UTF-16 every other byte is NUL; in other scripts at least the spaces and line
/// ends have one, and always at the same side.
fn unmarked(bytes: &[u8]) -> Option<Unit> {
    const SAMPLE: usize = 4096;
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let mut nuls = [0_usize; 4];
    for (at, _) in sample.iter().enumerate().filter(|(_, byte)| **byte == 0) {
        if let Some(count) = nuls.get_mut(at % 4) {
            *count += 1;
        }
    }
    let quarter = sample.len() / 4;
    let all = |count: usize| count >= quarter && quarter > 0;
    let few = |count: usize| count * 10 <= quarter;
    // A lone surrogate may bring a NUL on the other side.
    let rare = |one: usize, other: usize| one * 20 <= other;
    let some = |count: usize| count * 25 >= sample.len() && count > 0;
    match nuls {
        [a, b, c, d] if a + b + c + d == sample.len() => None,
        [a, b, _, d] if all(a) && all(b) && few(d) => Some(Unit::Utf32Be),
        [a, _, c, d] if all(c) && all(d) && few(a) => Some(Unit::Utf32Le),
        [a, b, c, d] if some(b + d) && rare(a + c, b + d) => Some(Unit::Utf16Le),
        [a, b, c, d] if some(a + c) && rare(b + d, a + c) => Some(Unit::Utf16Be),
        _ => None,
    }
}

impl Wide {
    /// The text of `bytes` and the encoding's name; what is no character is replaced.
    pub(super) fn decode(&self, bytes: &[u8]) -> (String, &'static str) {
        let bytes = bytes.get(self.mark..).unwrap_or_default();
        match self.unit {
            Unit::Utf16Le => (
                encoding_rs::UTF_16LE.decode_without_bom_handling(bytes).0.into_owned(),
                "UTF-16LE",
            ),
            Unit::Utf16Be => (
                encoding_rs::UTF_16BE.decode_without_bom_handling(bytes).0.into_owned(),
                "UTF-16BE",
            ),
            Unit::Utf32Le => (utf_32(bytes, u32::from_le_bytes), "UTF-32LE"),
            Unit::Utf32Be => (utf_32(bytes, u32::from_be_bytes), "UTF-32BE"),
        }
    }
}

fn utf_32(bytes: &[u8], number: fn([u8; 4]) -> u32) -> String {
    let chars = bytes.as_chunks::<4>().0.iter().map(|&four| char::from_u32(number(four)));
    chars.map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}
