//! Which glyph of a laid-out block stands for which byte of its text.
//!
//! Mostly there is one glyph for each character. In scripts written from right to left the layout
//! puts extra glyphs of no width behind each word, so that places of single characters are lost; but
//! whole words can still be told, by laying each out alone and counting. Where even that does not
//! come out, places are guessed by proportion.

use eframe::egui::text::LayoutJob;
use eframe::egui::{Galley, Ui};

/// From bytes of a block's text to glyphs and back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Places {
    /// The byte that each glyph's character begins at, and the length of the text.
    Exact(Vec<u32>),
    /// The first glyph and the first byte of each word, with the ends of both as the last.
    Words(Vec<(usize, usize)>),
}

impl Places {
    /// The places of a block's text.
    pub(super) fn of(ui: &Ui, galley: &Galley) -> Self {
        let text = galley.text();
        let glyphs = galley.end().index.0;
        let mut starts: Vec<u32> = text.char_indices().map(|(byte, _)| byte as u32).collect();
        if starts.len() == glyphs {
            starts.push(text.len() as u32);
            return Self::Exact(starts);
        }
        Self::by_words(text, glyphs, |word, from| glyphs_alone(ui, galley, word, from))
    }

    /// The places of words, `count` telling how many glyphs a word takes that begins at a byte.
    fn by_words(text: &str, glyphs: usize, count: impl Fn(&str, usize) -> usize) -> Self {
        let (mut words, mut glyph, mut byte) = (Vec::new(), 0, 0);
        for word in text.split_inclusive(' ') {
            words.push((glyph, byte));
            glyph += count(word, byte);
            byte += word.len();
        }
        if glyph != glyphs && glyph > 0 {
            for word in &mut words {
                word.0 = word.0 * glyphs / glyph;
            }
        }
        words.push((glyphs, byte));
        Self::Words(words)
    }

    pub(super) const fn are_exact(&self) -> bool {
        matches!(self, Self::Exact(_))
    }

    /// The glyph that shows byte `byte`, or the first of its word.
    pub(super) fn glyph_from_byte(&self, byte: usize) -> usize {
        match self {
            Self::Exact(starts) => {
                let after = starts.partition_point(|start| *start as usize <= byte);
                after.saturating_sub(1)
            }
            Self::Words(words) => {
                let after = words.partition_point(|(_, start)| *start <= byte);
                words.get(after.saturating_sub(1)).map_or(0, |(glyph, _)| *glyph)
            }
        }
    }

    /// One past the glyph that shows what ends before byte `byte`, or past its word.
    pub(super) fn glyph_after_byte(&self, byte: usize) -> usize {
        match self {
            Self::Exact(starts) => starts
                .partition_point(|start| (*start as usize) < byte)
                .min(starts.len().saturating_sub(1)),
            Self::Words(words) => {
                let at = words.partition_point(|(_, start)| *start < byte);
                words.get(at).or(words.last()).map_or(0, |(glyph, _)| *glyph)
            }
        }
    }

    /// The byte that a glyph's character begins at, or that of its word.
    pub(super) fn byte_from_glyph(&self, glyph: usize) -> usize {
        match self {
            Self::Exact(starts) => {
                starts.get(glyph).or(starts.last()).map_or(0, |byte| *byte as usize)
            }
            Self::Words(words) => {
                let after = words.partition_point(|(first, _)| *first <= glyph);
                words.get(after.saturating_sub(1)).map_or(0, |(_, byte)| *byte)
            }
        }
    }
}

/// How many glyphs `word` has in the face it has in `galley`.
fn glyphs_alone(ui: &Ui, galley: &Galley, word: &str, from: usize) -> usize {
    let sections = &galley.job.sections;
    let section = sections.iter().find(|section| from < section.byte_range.end.0);
    let format = section.map(|section| section.format.clone()).unwrap_or_default();
    let job = LayoutJob {
        keep_trailing_whitespace: true,
        ..LayoutJob::single_section(word.to_owned(), format)
    };
    ui.painter().layout_job(job).end().index.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_each_character_has_a_glyph_its_byte_is_known() {
        let places = Places::Exact(vec![0, 2, 3, 5]);
        assert_eq!([0, 1, 2, 3, 9].map(|byte| places.glyph_from_byte(byte)), [0, 0, 1, 2, 3]);
        assert_eq!([0, 2, 3, 5].map(|byte| places.glyph_after_byte(byte)), [0, 1, 2, 3]);
        assert_eq!([0, 2, 9].map(|glyph| places.byte_from_glyph(glyph)), [0, 3, 5]);
    }

    #[test]
    fn where_only_words_are_sure_a_byte_stands_for_its_word() {
        // Each word of the script has one glyph more for each letter but the first.
        let places = Places::by_words("ab cd", 7, |word, _| if word == "ab " { 4 } else { 3 });
        assert_eq!(places, Places::Words(vec![(0, 0), (4, 3), (7, 5)]));
        assert_eq!([0, 2, 3, 4].map(|byte| places.glyph_from_byte(byte)), [0, 0, 4, 4]);
        assert_eq!([1, 3, 4, 5].map(|byte| places.glyph_after_byte(byte)), [4, 4, 7, 7]);
        assert_eq!([0, 3, 5].map(|glyph| places.byte_from_glyph(glyph)), [0, 0, 3]);
    }

    #[test]
    fn glyphs_that_do_not_add_up_are_shared_out() {
        let places = Places::by_words("ab cd", 14, |_, _| 3);
        assert_eq!(places, Places::Words(vec![(0, 0), (7, 3), (14, 5)]));
    }
}
