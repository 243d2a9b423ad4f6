//! A paragraph → its sentences.
//!
//! At each place where a sentence may end ([`super::stops`]) what stands around it decides: the word
//! before, what follows, and the quotations that are open.

use super::abbreviations::{self, Abbreviation};
use super::lists;
use super::quotes::Quotes;
use super::stops::{Stop, is_closer, is_wide_mark, skip, stops};
use crate::text::Span;

/// The sentences of `text`: ascending, apart from one another, together all of it but white space.
pub(super) fn segment(text: &str, language: Option<&str>) -> Vec<Span> {
    let openings = lists::openings(text);
    let mut next_opening = openings.iter().copied().peekable();
    let mut spans = Vec::new();
    let mut quotes = Quotes::new(text);
    // Who opens the paragraph low does not write capitals at all.
    let writes_low = text.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase);
    let mut start = 0;
    let mut from = 0;
    for stop in stops(text) {
        // A mark inside what the one before it took along ends nothing.
        if stop.start < from {
            continue;
        }
        while let Some(opening) = next_opening.next_if(|opening| *opening <= stop.start) {
            start = cut(text, &mut spans, start, opening);
        }
        from = stop.end;
        let place = Place::new(text, start, stop, writes_low);
        quotes.advance(stop.start);
        if let Some(end) = place.end(language, &quotes) {
            start = cut(text, &mut spans, start, end);
            from = from.max(end);
        }
    }
    for opening in next_opening {
        start = cut(text, &mut spans, start, opening);
    }
    cut(text, &mut spans, start, text.len());
    spans
}

/// Ends a sentence at `end`; the start of the next.
fn cut(text: &str, spans: &mut Vec<Span>, start: usize, end: usize) -> usize {
    if end <= start {
        return start;
    }
    let span = Span::new(start, end).trimmed(text);
    if !span.is_empty() {
        spans.push(span);
    }
    end
}

/// How much of what follows a stop decides about it, in bytes.
const NEAR: usize = 300;

/// A stop and what stands around it.
struct Place<'t> {
    stop: Stop,
    /// Whether sentences open low in this text.
    writes_low: bool,
    /// The sentence so far, up to the marks.
    sentence: &'t str,
    marks: &'t str,
    closers: &'t str,
    /// What follows: white space, and as much behind it as decides.
    rest: &'t str,
}

impl<'t> Place<'t> {
    fn new(text: &'t str, start: usize, stop: Stop, writes_low: bool) -> Self {
        let slice = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
        let gap = skip(text, stop.end, char::is_whitespace);
        let near = text.floor_char_boundary(gap + NEAR);
        Self {
            stop,
            writes_low,
            sentence: slice(start, stop.start),
            marks: slice(stop.start, stop.marks),
            closers: slice(stop.marks, stop.end),
            rest: slice(stop.end, near),
        }
    }

    /// Where the sentence ends if it ends here.
    fn end(&self, language: Option<&str>, quotes: &Quotes<'_>) -> Option<usize> {
        if self.rest.trim_start().is_empty() {
            return None;
        }
        if self.marks.chars().any(is_wide_mark) {
            return self.wide_end();
        }
        if self.has_reference() {
            return None;
        }
        if let Some(length) = self.note() {
            return Some(self.stop.end + length);
        }
        if self.marks.starts_with(". .") {
            return self.spaced_end();
        }
        let may_end = self.has_gap() && self.is_opened_by_next() && self.ends_words(language);
        let start = self.stop.start - self.sentence.len();
        let sentence = Span::new(start, self.stop.end);
        (may_end && !quotes.hold(sentence, self.stop.end, self.closers)).then_some(self.stop.end)
    }

    /// White space follows, or was forgotten between two words: `closed.The`.
    fn has_gap(&self) -> bool {
        self.rest.starts_with(char::is_whitespace) || self.lacks_gap()
    }

    fn lacks_gap(&self) -> bool {
        if self.marks != "." || !self.rest.starts_with(char::is_uppercase) {
            return false;
        }
        let next = self.next_word();
        let after = self.rest.get(next.len()..).unwrap_or_default();
        // A word, not a part of an address or of an abbreviation; a title may follow too.
        let is_word = next.chars().count() >= 2 && next.chars().skip(1).all(char::is_lowercase);
        let goes_on = after.starts_with(['@', '/', '_'])
            || after.starts_with('.') && !after.starts_with(". ");
        let word = self.word();
        let is_long = word.chars().count() >= 3 && word.chars().skip(1).all(char::is_lowercase);
        is_word
            && !goes_on
            && (is_long || word.ends_with(|c: char| c.is_ascii_digit()) && next.len() >= 3)
    }

    /// `I` is written high wherever it stands, so it tells nothing behind an ellipsis.
    fn is_followed_by_i(&self) -> bool {
        let next = self.next_word();
        next == "I" || next.starts_with("I'") || next.starts_with("I’")
    }

    /// After `。` no space is needed; a quotation that is followed by a particle goes on.
    fn wide_end(&self) -> Option<usize> {
        let next = self.rest.chars().next()?;
        let goes_on = is_closer(next) || matches!(next, '、' | '，' | ',' | '；');
        let is_quoted = self.closers.chars().any(|c| matches!(c, '」' | '』' | '”'));
        let has_particle =
            is_quoted && matches!(next, 'と' | 'な' | 'っ' | 'の' | 'を' | 'が' | 'は');
        let in_number = next.is_ascii_digit() && self.marks == "．";
        (!goes_on && !has_particle && !in_number).then_some(self.stop.end)
    }

    /// `compounds. . . . The`: the first dot ends the sentence where it touches a word.
    fn spaced_end(&self) -> Option<usize> {
        let opens_high = self.next_letter().is_some_and(|c| !c.is_lowercase());
        if !opens_high || !self.has_gap() || self.is_followed_by_i() {
            return None;
        }
        let touches = self.sentence.ends_with(char::is_alphanumeric);
        Some(if touches { self.stop.start + 1 } else { self.stop.end })
    }

    /// Whether a reference in brackets follows that the sentence's full stop stands behind:
    /// `“… stairs.” (Roe 55).`
    fn has_reference(&self) -> bool {
        const LONGEST: usize = 80;
        let Some(inner) = self.rest.trim_start().strip_prefix('(') else { return false };
        let Some(end) = inner.find(')').filter(|end| *end <= LONGEST) else { return false };
        let reference = inner.get(..end).unwrap_or_default();
        let after = inner.get(end + 1..).unwrap_or_default();
        !reference.ends_with(['.', '!', '?']) && after.starts_with('.')
    }

    /// The length of the note numbers behind the stop: `.[3]`, `.11 12`, where a sentence follows.
    fn note(&self) -> Option<usize> {
        let touches =
            self.sentence.ends_with(|c: char| c.is_alphabetic() || matches!(c, ')' | ']' | '%'));
        let long_word = self.word().chars().count() >= 3 || self.sentence.ends_with([')', ']']);
        let length = note_length(self.rest);
        if !touches || !long_word || length == 0 {
            return None;
        }
        let after = self.rest.get(length..)?;
        let opens_high =
            after.trim_start().starts_with(|c: char| c.is_uppercase() || "\"“‘«".contains(c));
        (after.starts_with(char::is_whitespace) && opens_high).then_some(length)
    }

    /// The first letter or digit of what follows.
    fn next_letter(&self) -> Option<char> {
        self.rest.chars().take(12).find(|c| c.is_alphanumeric())
    }

    /// The next word, without marks around it.
    fn next_word(&self) -> &'t str {
        let rest = self.rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        let end = rest
            .find(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’' | '-')))
            .unwrap_or(rest.len());
        rest.get(..end).unwrap_or_default()
    }

    /// The word before the stop, with the dots inside it.
    fn word(&self) -> &'t str {
        const LONGEST: usize = 60;
        let opens = |c: char| {
            let is_sign =
                matches!(c, '(' | '[' | '"' | '“' | '‘' | '„' | '«' | '—' | '–' | '/' | '-');
            c.is_whitespace() || is_sign
        };
        let from = self.sentence.ceil_char_boundary(self.sentence.len().saturating_sub(LONGEST));
        let near = self.sentence.get(from..).unwrap_or_default();
        near.rsplit(opens).next().unwrap_or_default()
    }

    /// Whether what follows may open a sentence.
    fn is_opened_by_next(&self) -> bool {
        let rest = self.rest.trim_start();
        let Some(first) = rest.chars().next() else { return false };
        if matches!(
            first,
            ',' | ';' | ':' | ')' | ']' | '}' | '”' | '’' | '»' | '&' | '=' | '+' | '%'
        ) {
            return false;
        }
        let word = self.next_word();
        let Some(letter) = word.chars().next() else { return true };
        // iRay, eBay: names that open low.
        let is_brand =
            word.chars().nth(1).is_some_and(char::is_uppercase) || word.starts_with("http");
        let opens_low =
            self.writes_low && self.closers.is_empty() && self.marks != "…" && self.marks != "...";
        !letter.is_lowercase() || is_brand || opens_low
    }

    /// Whether the word before the stop lets it end a sentence.
    fn ends_words(&self, language: Option<&str>) -> bool {
        if self.marks != "." {
            let is_ellipsis = matches!(self.marks, "…" | "...");
            return !(self.sentence.trim().is_empty() || is_ellipsis && self.is_followed_by_i());
        }
        if self.sentence.len() < NEAR && self.sentence.chars().all(|c| !c.is_alphanumeric()) {
            return false;
        }
        if lists::is_marker(self.sentence.trim()) {
            return false;
        }
        let word = self.word();
        if word.chars().all(|c| c.is_ascii_digit()) {
            return !self.is_ordinal(word, language);
        }
        let kind = abbreviations::kind(word, language);
        if !self.closers.is_empty() {
            return kind != Abbreviation::Title;
        }
        self.ends_abbreviation(kind, language)
    }

    /// `am 3. Oktober`: in some languages a dot makes a number an ordinal.
    fn is_ordinal(&self, number: &str, language: Option<&str>) -> bool {
        abbreviations::has_dotted_ordinals(language)
            && number.len() <= 2
            && self.next_letter().is_some_and(char::is_alphabetic)
            && !abbreviations::is_starter(self.next_word(), language)
    }

    fn ends_abbreviation(&self, kind: Abbreviation, language: Option<&str>) -> bool {
        let next = self.next_word();
        let is_number = next.starts_with(|c: char| c.is_ascii_digit());
        let starter = abbreviations::is_starter(next, language) || self.opens_quote();
        match kind {
            Abbreviation::None => true,
            Abbreviation::Title => false,
            Abbreviation::Initial => starter && self.word_before().starts_with(char::is_lowercase),
            Abbreviation::BeforeNumber => {
                !is_number
                    && (starter || self.word_before().ends_with(|c: char| c.is_ascii_digit()))
            }
            Abbreviation::Acronym => !is_number && starter && !self.is_opening_phrase(language),
            Abbreviation::Time => {
                !is_number
                    && !abbreviations::is_time_word(next)
                    && !self.is_opening_phrase(language)
            }
            Abbreviation::Suffix => {
                !is_number
                    && (starter || !abbreviations::goes_on(next, language))
                    && !self.is_opening_phrase(language)
            }
        }
    }

    fn opens_quote(&self) -> bool {
        self.rest.trim_start().starts_with(['"', '“', '«', '„'])
    }

    /// The word before the last.
    fn word_before(&self) -> &'t str {
        self.sentence.split_whitespace().rev().nth(1).unwrap_or_default()
    }

    /// `At 5 a.m. Mr. Smith …`: so few words that open with a preposition are no sentence.
    fn is_opening_phrase(&self, language: Option<&str>) -> bool {
        let mut words = self.sentence.split_whitespace();
        let opens = words.next().is_some_and(|word| abbreviations::is_preposition(word, language));
        opens && words.nth(2).is_none()
    }
}

/// The length of `[3][4]` or `11 12` at the start of `rest`.
fn note_length(rest: &str) -> usize {
    let mut length = 0;
    while let Some(after) = rest.get(length..) {
        let next = if let Some(inner) = after.strip_prefix('[') {
            let digits = inner.find(']').filter(|at| *at <= 8);
            digits
                .filter(|at| {
                    inner.get(..*at).is_some_and(|note| {
                        note.chars().all(|c| c.is_ascii_digit() || "–-, ".contains(c))
                            && !note.is_empty()
                    })
                })
                .map_or(0, |at| at + 2)
        } else {
            let spaced = if length > 0 { after.strip_prefix(' ').unwrap_or(after) } else { after };
            let digits =
                spaced.len() - spaced.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            let is_note = (1..=3).contains(&digits)
                && !spaced
                    .get(digits..)
                    .is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
            if is_note { after.len() - spaced.len() + digits } else { 0 }
        };
        if next == 0 {
            break;
        }
        length += next;
    }
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sentences are parted by `|`.
    fn check_in(language: &str, marked: &str) {
        let text: String = marked.split('|').collect::<Vec<_>>().join(" ");
        let found: Vec<&str> =
            segment(&text, Some(language)).iter().map(|span| span.of_or_empty(&text)).collect();
        assert_eq!(found.join("|"), marked);
    }

    fn check(marked: &str) {
        check_in("en", marked);
    }

    #[test]
    fn abbreviations_do_not_end_sentences() {
        check("The U.S. Secretary of State met Gov. Ann Lee and Dr. Roe.|They talked.");
        check("Alder Works Co. Ltd. and Beech Inc. merged.|Nobody was told.");
        check("It began at 6:42 a.m. in building No. 4 on St. Mary’s Road.");
        check("He works for Alder Ltd.|She does not.");
        check("They left at 6 p.m.|Travelers waited.");
        check("At 5 a.m. Mr. Roe rose.|He left.");
        check("She lives in the U.S.|The others do not.");
        check("On 24 Nov.|The court sat.");
        check("“We were told too late,” said Coun. Ann Lee.|Const. Roe agreed.");
    }

    #[test]
    fn a_comma_at_the_end_of_a_wrapped_line_ends_nothing() {
        check("The letter was sent by the owner's lawyer,\nAnn Lee, on Friday.|Nobody answered.");
    }

    #[test]
    fn initials_and_decimals_do_not_end_sentences() {
        check("J. R. Roe paid $1.36 million, i.e. too much.|So did I.|You did not.");
    }

    #[test]
    fn quotations_stay_with_their_speakers() {
        check("“We were there,” she said.|“Nobody saw us.”|They left.");
        check("\"Stop!\" he cried.|Nobody stopped.");
        check("He said: “Stop it. Now.” and left.");
    }

    #[test]
    fn ellipses_end_sentences_before_capitals_only() {
        check("It was late … and cold.|Nobody came …|The lamps went out.");
    }

    #[test]
    fn wide_scripts_need_no_spaces() {
        let text = "市長は辞任した。「橋は閉じる。」と述べた。次は？";
        let found: Vec<&str> =
            segment(text, Some("ja")).iter().map(|span| span.of_or_empty(text)).collect();
        assert_eq!(found, ["市長は辞任した。", "「橋は閉じる。」と述べた。", "次は？"]);
    }

    #[test]
    fn german_ordinals_are_no_ends() {
        check_in("de", "Am 3. Oktober kamen rd. 20 Leute, z. B. Dr. Roe.|Es regnete.");
        check_in("de", "Es geschah am 3.|Die Polizei kam.");
    }

    #[test]
    fn brackets_inside_a_sentence_hold_it() {
        check("He teaches (He was an engineer. Once.) at the school.|She does not.");
    }

    #[test]
    fn note_numbers_stay_with_their_sentence() {
        check("He was a saint.[1]|The emperor was none.[2][3]|It was late.");
    }
}
