//! Words of a text.

use unicode_segmentation::UnicodeSegmentation as _;

use super::Span;

/// The words of `text` with their places, by the word boundaries of Unicode Standard Annex 29;
/// marks and white space are no words.
pub fn words(text: &str) -> impl Iterator<Item = (Span, &str)> {
    text.unicode_word_indices().map(|(at, word)| (Span::new(at, at + word.len()), word))
}

/// Whether `c` belongs to a script that writes words without spaces between them, so that matching
/// goes by characters: Han, Hiragana, Katakana, Thai, Lao, Khmer, Burmese.
#[must_use]
pub const fn is_wide_script(c: char) -> bool {
    matches!(c,
        '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_know_where_they_stand() {
        let found: Vec<_> = words("The mayor’s $1.2 billion").collect();
        let texts: Vec<_> = found.iter().map(|(_, word)| *word).collect();
        assert_eq!(texts, ["The", "mayor’s", "1.2", "billion"]);
        assert_eq!(found.get(3).map(|(span, _)| *span), Some(Span::new(19, 26)));
    }
}
