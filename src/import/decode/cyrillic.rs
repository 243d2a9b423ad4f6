//! The older Cyrillic encodings that the detector does not know.
//!
//! Russian is told by its letters: in the right encoding most are common ones in lower case, and
//! capitals stand at the start of words.

use encoding_rs::{Encoding, X_MAC_CYRILLIC};

/// An encoding to read text in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Charset {
    /// MS-DOS of Eastern Europe before IBM866, which the Encoding Standard leaves out.
    Ibm855,
    /// One of the Encoding Standard's.
    Standard(&'static Encoding),
}

impl Charset {
    /// What a declared label means that the Encoding Standard does not know.
    pub(super) fn for_label(label: &str) -> Option<Self> {
        match label {
            "ibm855" | "cp855" | "855" | "csibm855" => Some(Self::Ibm855),
            "maccyrillic" | "mac-cyrillic" | "x-mac-ukraine" => {
                Some(Self::Standard(X_MAC_CYRILLIC))
            }
            _ => None,
        }
    }

    /// The text of `bytes`.
    pub(super) fn decode(self, bytes: &[u8]) -> String {
        match self {
            Self::Ibm855 => ibm_855(bytes),
            Self::Standard(encoding) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
        }
    }

    /// Its name.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Ibm855 => "IBM855",
            Self::Standard(encoding) => encoding.name(),
        }
    }
}

/// How much better another encoding must read than the one that was guessed.
const MARGIN: f32 = 0.1;
/// In Russian six letters of ten are among the eleven commonest, and in lower case.
const LEAST: f32 = 0.4;

/// The encoding that reads `sample` clearly better than `guess` does.
pub(super) fn instead_of(guess: &'static Encoding, sample: &[u8]) -> Option<Charset> {
    let quality_of = |charset: Charset| quality(&charset.decode(sample));
    let least = quality_of(Charset::Standard(guess)) + MARGIN;
    let others = [Charset::Standard(X_MAC_CYRILLIC), Charset::Ibm855];
    let read = others.into_iter().map(|other| (quality_of(other), other));
    let best = read.max_by(|a, b| a.0.total_cmp(&b.0))?;
    (best.0 >= least.max(LEAST)).then_some(best.1)
}

/// How much `text` looks like Russian, at most 1: the share of common letters among all beyond
/// ASCII, less what no text has: capitals inside words, Latin and Cyrillic letters side by side.
fn quality(text: &str) -> f32 {
    const COMMON: &str = "оеаинтсрвлк";
    let (mut all, mut common, mut odd) = (0_usize, 0_usize, 0_usize);
    let mut before = ' ';
    for c in text.chars() {
        if !c.is_ascii() {
            all += 1;
            common += usize::from(COMMON.contains(c));
            odd += usize::from(before.is_lowercase() && c.is_uppercase());
        }
        odd += usize::from(
            before.is_alphabetic() && c.is_alphabetic() && before.is_ascii() != c.is_ascii(),
        );
        before = c;
    }
    if all < 20 { 0.0 } else { (common as f32 - 2.0 * odd as f32) / all as f32 }
}

/// The upper half of code page 855.
const IBM_855: &str = "ђЂѓЃёЁєЄѕЅіІїЇјЈљЉњЊћЋќЌўЎџЏюЮъЪ\
    аАбБцЦдДеЕфФгГ«»░▒▓│┤хХиИ╣║╗╝йЙ┐\
    └┴┬├─┼кК╚╔╩╦╠═╬¤лЛмМнНоОп┘┌█▄Пя▀\
    ЯрРсСтТуУжЖвВьЬ№\u{ad}ыЫзЗшШэЭщЩчЧ§■\u{a0}";

fn ibm_855(bytes: &[u8]) -> String {
    let upper: Vec<char> = IBM_855.chars().collect();
    let char_of = |byte: u8| match byte.checked_sub(128) {
        None => char::from(byte),
        Some(at) => upper.get(usize::from(at)).copied().unwrap_or(char::REPLACEMENT_CHARACTER),
    };
    bytes.iter().map(|byte| char_of(*byte)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "Совет города закрыл мост." in both encodings.
    const MAC: &[u8] =
        b"\x91\xee\xe2\xe5\xf2 \xe3\xee\xf0\xee\xe4\xe0 \xe7\xe0\xea\xf0\xfb\xeb \xec\xee\xf1\xf2.";
    const IBM: &[u8] =
        b"\xe4\xd6\xeb\xa8\xe5 \xac\xd6\xe1\xd6\xa6\xa0 \xf3\xa0\xc6\xe1\xf1\xd0 \xd2\xd6\xe3\xe5.";

    #[test]
    fn both_are_read_and_known() {
        for (bytes, encoding) in [(MAC, Charset::Standard(X_MAC_CYRILLIC)), (IBM, Charset::Ibm855)]
        {
            assert_eq!(encoding.decode(bytes), "Совет города закрыл мост.");
            assert_eq!(instead_of(encoding_rs::WINDOWS_1252, bytes), Some(encoding));
        }
    }

    #[test]
    fn other_languages_are_left_alone() {
        let french = encoding_rs::WINDOWS_1252.encode("L’été dernier, la société a été créée à côté de la forêt, près de l’église fermée.").0;
        assert_eq!(instead_of(encoding_rs::WINDOWS_1252, &french), None);
        let russian = encoding_rs::WINDOWS_1251
            .encode("Совет города закрыл старый мост, и никто не знает зачем.")
            .0;
        assert_eq!(instead_of(encoding_rs::WINDOWS_1251, &russian), None);
    }
}
