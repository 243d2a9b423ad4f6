//! Words of a text.

use unicode_segmentation::UnicodeSegmentation as _;

use super::Span;

/// The words of `text` with their places, by the word boundaries of Unicode Standard Annex 29;
/// marks and white space are no words.
pub fn words(text: &str) -> impl Iterator<Item = (Span, &str)> {
    text.unicode_word_indices().map(|(at, word)| (Span::new(at, at + word.len()), word))
}

/// How many words `text` has, as writers count them: what stands between spaces and has a letter or a
/// digit; in scripts without spaces between words, every character.
#[must_use]
pub fn word_count(text: &str) -> usize {
    let wide = |word: &str| word.chars().filter(|c| is_wide_script(*c)).count();
    let counted = text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric));
    counted.map(|word| wide(word).max(1)).sum()
}

/// `span` drawn out to the ends of the words it cuts.
#[must_use]
pub fn whole_words(text: &str, span: Span) -> Span {
    let from = text.floor_char_boundary(span.start());
    let to = text.ceil_char_boundary(span.end());
    let is_inside = |c: &char| c.is_alphanumeric() && !is_wide_script(*c);
    let (before, after) =
        (text.get(..from).unwrap_or_default(), text.get(to..).unwrap_or_default());
    let chosen = text.get(from..to).unwrap_or_default();
    let cuts_first = chosen.chars().next().as_ref().is_some_and(is_inside);
    let cuts_last = chosen.chars().next_back().as_ref().is_some_and(is_inside);
    let length = |letters: &mut dyn Iterator<Item = char>| {
        letters.take_while(is_inside).map(char::len_utf8).sum::<usize>()
    };
    let earlier = if cuts_first { length(&mut before.chars().rev()) } else { 0 };
    let later = if cuts_last { length(&mut after.chars()) } else { 0 };
    Span::new(from - earlier, to + later)
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
    fn a_span_that_cuts_words_is_drawn_out_to_their_ends() {
        let text = "The mayor’s office, 中文 too";
        let check = |from: &str, to: &str, expected: &str| {
            let from = text.find(from).expect("it is there");
            let to = text.find(to).expect("it is there") + to.len();
            assert_eq!(whole_words(text, Span::new(from, to)).of(text), Some(expected));
        };
        check("ayor", "offi", "mayor’s office");
        check(" off", "ice,", " office,");
        check("文", "文", "文");
        assert_eq!(whole_words(text, Span::new(4, 4)), Span::new(4, 4));
    }

    #[test]
    fn words_are_counted_and_characters_where_no_spaces_part_them() {
        assert_eq!(word_count("The mayor’s $1.2 billion — well-known"), 5);
        assert_eq!(word_count("大桥周日关闭。 费用"), 8);
        assert_eq!(word_count(" – "), 0);
    }

    #[test]
    fn words_know_where_they_stand() {
        let found: Vec<_> = words("The mayor’s $1.2 billion").collect();
        let texts: Vec<_> = found.iter().map(|(_, word)| *word).collect();
        assert_eq!(texts, ["The", "mayor’s", "1.2", "billion"]);
        assert_eq!(found.get(3).map(|(span, _)| *span), Some(Span::new(19, 26)));
    }
}
