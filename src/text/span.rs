//! A stretch of a text, in bytes.

use std::fmt;

/// A half-open range of byte offsets, `start <= end`.
///
/// A span knows nothing of its text: [`Span::of`] answers `None` where the text has no such
/// stretch, or where an end falls inside a character.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// Never greater than `end`; the constructors keep it so.
    start: usize,
    end: usize,
}

impl Span {
    /// The span from `start` to `end`, whichever way round they are given.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        if start <= end { Self { start, end } } else { Self { start: end, end: start } }
    }

    /// The whole of `text`.
    #[must_use]
    pub const fn whole(text: &str) -> Self {
        Self { start: 0, end: text.len() }
    }

    /// Where `part`, a slice borrowed from `text`, stands in it; `None` if it is not one.
    #[must_use]
    pub fn of_slice(part: &str, text: &str) -> Option<Self> {
        let start = (part.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
        let end = start.checked_add(part.len())?;
        (end <= text.len()).then_some(Self { start, end })
    }

    /// First byte.
    #[must_use]
    pub const fn start(self) -> usize {
        self.start
    }

    /// One past the last byte.
    #[must_use]
    pub const fn end(self) -> usize {
        self.end
    }

    /// Length in bytes.
    #[must_use]
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the span holds no byte.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The stretch of `text`, or `None` where the text has no such stretch on character boundaries.
    #[must_use]
    pub fn of(self, text: &str) -> Option<&str> {
        text.get(self.start..self.end)
    }

    /// The stretch of `text`, or the empty text where there is none.
    #[must_use]
    pub fn of_or_empty(self, text: &str) -> &str {
        self.of(text).unwrap_or_default()
    }

    /// Whether `offset` lies inside.
    #[must_use]
    pub const fn contains_offset(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether all of `other` lies inside.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The stretch that both spans hold, `None` if they hold none in common.
    #[must_use]
    pub fn intersection(self, other: Self) -> Option<Self> {
        let (start, end) = (self.start.max(other.start), self.end.min(other.end));
        (start < end).then_some(Self { start, end })
    }

    /// How many bytes both spans hold.
    #[must_use]
    pub fn overlap(self, other: Self) -> usize {
        self.intersection(other).map_or(0, Self::len)
    }

    /// The least span that holds both.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The span of the same length, `by` bytes later.
    #[must_use]
    pub const fn shifted(self, by: usize) -> Self {
        Self { start: self.start + by, end: self.end + by }
    }

    /// The span without the white space at both its ends in `text`; empty where there is nothing else.
    #[must_use]
    pub fn trimmed(self, text: &str) -> Self {
        let Some(inside) = self.of(text) else { return self };
        let start = self.start + (inside.len() - inside.trim_start().len());
        let end = start + inside.trim().len();
        Self { start, end }
    }

    /// The span as a range, for indexing what is not text.
    #[must_use]
    pub const fn range(self) -> std::ops::Range<usize> {
        self.start..self.end
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

impl From<std::ops::Range<usize>> for Span {
    fn from(range: std::ops::Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

/// The last character boundary of `text` at or before `offset`.
#[must_use]
pub fn floor_boundary(text: &str, offset: usize) -> usize {
    text.floor_char_boundary(offset)
}

/// The first character boundary of `text` at or after `offset`.
#[must_use]
pub fn ceil_boundary(text: &str, offset: usize) -> usize {
    text.ceil_char_boundary(offset)
}

/// `text` on one line: every run of white space is one space, none at the ends.
#[must_use]
pub fn collapse_white_space(text: &str) -> String {
    if is_one_line(text) {
        return text.to_owned();
    }
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// Whether single spaces between words are all the white space of `text`.
fn is_one_line(text: &str) -> bool {
    let mut is_in_word = false;
    let is_fit = text.chars().all(|c| {
        let is_space = c.is_whitespace();
        let is_fit = !is_space || c == ' ' && is_in_word;
        is_in_word = !is_space;
        is_fit
    });
    is_fit && is_in_word
}

/// `line` with a capital where its first letter is a small one.
#[must_use]
pub fn with_capital(line: &str) -> String {
    let mut chars = line.chars();
    match chars.next() {
        Some(first) if first.is_lowercase() => first.to_uppercase().chain(chars).collect(),
        _ => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fragment_gets_a_capital_and_a_sentence_stays() {
        assert_eq!(with_capital("injuring 11 people"), "Injuring 11 people");
        assert_eq!(with_capital("“the dam” held"), "“the dam” held");
        assert_eq!(with_capital("élan"), "Élan");
        assert_eq!(with_capital(""), "");
    }

    #[test]
    fn a_span_that_cuts_a_character_has_no_text() {
        assert_eq!(Span::new(0, 1).of("é"), None);
        assert_eq!(Span::new(0, 2).of("é"), Some("é"));
        assert_eq!(Span::new(0, 9).of("é"), None);
    }

    #[test]
    fn the_ends_may_be_given_either_way_round() {
        assert_eq!(Span::new(7, 3), Span::new(3, 7));
    }

    #[test]
    fn a_slice_is_found_where_it_stands() {
        let text = "the mayor, the mayor";
        let second = text.get(11..14).expect("within the text");
        assert_eq!(Span::of_slice(second, text), Some(Span::new(11, 14)));
        assert_eq!(Span::of_slice("elsewhere", text), None);
    }

    #[test]
    fn spans_that_only_touch_have_nothing_in_common() {
        assert_eq!(Span::new(0, 3).intersection(Span::new(3, 5)), None);
        assert_eq!(Span::new(0, 4).overlap(Span::new(3, 5)), 1);
    }

    #[test]
    fn trimming_leaves_the_words() {
        assert_eq!(Span::new(0, 8).trimmed("  a b \u{a0}"), Span::new(2, 5));
        assert_eq!(Span::new(0, 3).trimmed("   "), Span::new(3, 3));
    }
}
