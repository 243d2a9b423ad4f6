//! A sentence cut into words, numerals and marks.
//!
//! Finer than the word boundaries of Unicode: a numeral and its unit are two tokens (`7am`), a hyphen
//! inside a word parts it without being a token of its own, `U.S.` is one word, and every character
//! of a script without spaces is a word.

use crate::text::{Span, is_wide_script};

/// One word, numeral or mark.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::analysis) struct Token {
    /// Where it stands in the article.
    pub(in crate::analysis) span: Span,
    /// What it is made of.
    pub(in crate::analysis) kind: TokenKind,
    /// Its number in the vocabulary.
    pub(in crate::analysis) word: u32,
    /// Whether it begins with a capital.
    pub(in crate::analysis) capital: bool,
    /// Whether only a hyphen, or nothing, stands between it and the token before.
    pub(in crate::analysis) joined: bool,
}

/// What a token is made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::analysis) enum TokenKind {
    /// Letters.
    Word,
    /// Digits with their separators.
    Number,
    /// A single mark, such as a comma.
    Mark,
}

/// A token before its word is known to the vocabulary.
pub(in crate::analysis) struct RawToken {
    /// Where it stands in the cut text.
    pub(in crate::analysis) span: Span,
    /// What it is made of.
    pub(in crate::analysis) kind: TokenKind,
    /// Whether only a hyphen, or nothing, stands between it and the token before.
    pub(in crate::analysis) joined: bool,
}

/// Cuts `text` into tokens; white space is in none.
pub(in crate::analysis) fn raw_tokens(text: &str) -> Vec<RawToken> {
    let mut cutter = Cutter { text, at: 0, tokens: Vec::new(), joined: false };
    while let Some(first) = cutter.peek(0) {
        cutter.step(first);
    }
    cutter.tokens
}

struct Cutter<'t> {
    text: &'t str,
    at: usize,
    tokens: Vec<RawToken>,
    joined: bool,
}

impl Cutter<'_> {
    fn step(&mut self, first: char) {
        if first.is_ascii_alphabetic() {
            let end = self.end_of_word();
            self.push(end, TokenKind::Word);
        } else if first.is_whitespace() {
            self.at += first.len_utf8();
            self.joined = false;
        } else if first.is_ascii_digit() || first.is_numeric() {
            let end = self.end_of_number();
            self.push(end, TokenKind::Number);
        } else if is_wide_script(first) {
            self.push(self.at + first.len_utf8(), TokenKind::Word);
        } else if first.is_alphabetic() {
            let end = self.end_of_word();
            self.push(end, TokenKind::Word);
        } else if is_hyphen(first) && self.is_inside_word(first) {
            self.at += first.len_utf8();
            self.joined = true;
        } else {
            self.push(self.at + first.len_utf8(), TokenKind::Mark);
        }
    }

    fn push(&mut self, end: usize, kind: TokenKind) {
        self.tokens.push(RawToken { span: Span::new(self.at, end), kind, joined: self.joined });
        self.at = end;
        self.joined = true;
    }

    fn peek(&self, offset: usize) -> Option<char> {
        match self.text.as_bytes().get(self.at + offset)? {
            byte if byte.is_ascii() => Some(char::from(*byte)),
            _ => self.text.get(self.at + offset..)?.chars().next(),
        }
    }

    fn rest(&self, from: usize) -> std::str::Chars<'_> {
        self.text.get(from..).unwrap_or_default().chars()
    }

    /// Whether the hyphen at the cursor joins two words or numerals.
    fn is_inside_word(&self, hyphen: char) -> bool {
        let joins = |c: char| c.is_alphanumeric();
        let before = self.text.get(..self.at).and_then(|text| text.chars().next_back());
        before.is_some_and(joins) && self.peek(hyphen.len_utf8()).is_some_and(joins)
    }

    /// Digits; between digits also `.` `,` `'`, and a no-break space before three digits.
    fn end_of_number(&self) -> usize {
        let mut end = self.at;
        let mut chars = self.rest(self.at);
        while let Some(c) = chars.next() {
            let digits = chars.clone().take_while(char::is_ascii_digit).count();
            let goes_on = c.is_numeric()
                || (matches!(c, '.' | ',' | '\'' | '’') && digits > 0)
                || (matches!(c, '\u{a0}' | '\u{202f}' | '\u{2009}') && digits == 3);
            if !goes_on {
                break;
            }
            end += c.len_utf8();
        }
        end
    }

    /// Letters and combining marks; between letters also an apostrophe; after single letters a full
    /// stop that another letter follows (`U.S.`, `a.m.`).
    fn end_of_word(&self) -> usize {
        let rest = &self.text.as_bytes()[self.at..];
        let letters = rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        match rest.get(letters) {
            // Most words are plain letters and nothing else.
            Some(b'.') if letters > 1 => self.at + letters,
            Some(byte) if byte.is_ascii() && !matches!(byte, b'.' | b'\'') => self.at + letters,
            _ => self.end_of_odd_word(),
        }
    }

    fn end_of_odd_word(&self) -> usize {
        let mut end = self.at;
        let mut letters_in_a_row = 0;
        let mut is_initials = false;
        let mut chars = self.rest(self.at);
        while let Some(c) = chars.next() {
            let next = chars.clone().next();
            let letter_follows =
                next.is_some_and(|next| next.is_alphabetic() && !is_wide_script(next));
            if is_letter(c) || is_power(c) {
                letters_in_a_row += 1;
            } else if matches!(c, '\'' | '’') && letter_follows {
                letters_in_a_row += 2;
            } else if c == '.' && letters_in_a_row == 1 && (letter_follows || is_initials) {
                is_initials = true;
                letters_in_a_row = 0;
            } else {
                break;
            }
            end += c.len_utf8();
        }
        end
    }
}

fn is_letter(c: char) -> bool {
    let is_combining = matches!(c, '\u{300}'..='\u{36f}' | '\u{5b0}'..='\u{5c7}' | '\u{64b}'..='\u{65f}' | '\u{900}'..='\u{dff}');
    (c.is_alphabetic() || is_combining || c == '\u{ad}') && !is_wide_script(c)
}

/// The sign behind a unit of area or volume: `m²`.
const fn is_power(c: char) -> bool {
    matches!(c, '²' | '³')
}

const fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// The form under which a word is known, written on a `desk`: lower case, `ss` for `ß`, straight
/// apostrophes, no soft hyphens, no full stop at the end.
pub(in crate::analysis) fn known_form<'d>(text: &str, desk: &'d mut String) -> &'d str {
    desk.clear();
    if text.is_ascii() {
        desk.push_str(text);
        desk.make_ascii_lowercase();
    } else {
        for c in text.chars() {
            match c {
                '’' => desk.push('\''),
                '\u{ad}' => {}
                'ß' => desk.push_str("ss"),
                c => desk.extend(c.to_lowercase()),
            }
        }
    }
    desk.strip_suffix('.').unwrap_or(desk)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let slices = raw_tokens(text).into_iter().map(|token| token.span.of_or_empty(text));
        let words: Vec<_> =
            slices.map(|slice| known_form(slice, &mut String::new()).to_owned()).collect();
        assert_eq!(words.join("|"), expected);
    }

    #[test]
    fn words_numerals_and_marks_are_apart() {
        check("The mayor’s $1,198.5m plan, at 7am.", "the|mayor's|$|1,198.5|m|plan|,|at|7|am|");
    }

    #[test]
    fn initials_are_one_word() {
        check("U.S. Gen. J. R. Smith at 9 a.m. today", "u.s|gen||j||r||smith|at|9|a.m|today");
    }

    #[test]
    fn a_hyphen_parts_a_word_and_a_dash_is_a_mark() {
        check("a 54-year-old – or so - he said", "a|54|year|old|–|or|so|-|he|said");
    }

    #[test]
    fn digits_grouped_with_a_narrow_space_are_one_numeral() {
        check("50\u{202f}000 und 12\u{a0}Uhr", "50\u{202f}000|und|12|uhr");
        check("15 m² und 10³", "15|m²|und|10³");
    }

    #[test]
    fn characters_of_a_script_without_spaces_are_words() {
        check("東京で3人", "東|京|で|3|人");
    }
}
