//! Words that are searched for, and where they stand.

use std::ops::Range;

/// What is searched for: words that must all be there, whatever their case.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Words(Vec<String>);

impl Words {
    /// The words of what was typed.
    pub(crate) fn new(typed: &str) -> Self {
        Self(typed.split_whitespace().map(folded).collect())
    }

    /// Whether nothing is searched for.
    pub(crate) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether all of them are in `folded`, a text that [`folded`] made.
    pub(crate) fn are_in(&self, folded: &str) -> bool {
        self.0.iter().all(|word| folded.contains(word.as_str()))
    }

    /// Whether all of them are in `text`.
    pub(crate) fn are_within(&self, text: &str) -> bool {
        self.are_in(&folded(text))
    }

    /// Where they stand in `text`, as byte ranges, ascending and apart.
    pub(crate) fn places_in(&self, text: &str) -> Vec<Range<usize>> {
        if self.is_empty() {
            return Vec::new();
        }
        let (folded, origins) = fold_with_origins(text);
        let found = self.0.iter().flat_map(|word| folded.match_indices(word.as_str()));
        let mut places: Vec<_> = found
            .filter_map(|(at, word)| {
                let end = *origins.get(at + word.len())?;
                Some(*origins.get(at)?..end)
            })
            .collect();
        places.sort_by_key(|place| (place.start, place.end));
        join(places)
    }
}

/// A text whose case is levelled.
pub(crate) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_onto(text, &mut folded);
    folded
}

/// Puts a text whose case is levelled at the end of another. Most letters are ASCII, whose case costs
/// next to nothing: thousands of claims are levelled while somebody types.
pub(crate) fn fold_onto(text: &str, folded: &mut String) {
    for letter in text.chars() {
        if letter.is_ascii() {
            folded.push(letter.to_ascii_lowercase());
        } else {
            folded.extend(letter.to_lowercase());
        }
    }
}

/// A text whose case is levelled, and for each of its bytes, and its end, the byte of `text` at
/// which the letter begins that it comes from.
fn fold_with_origins(text: &str) -> (String, Vec<usize>) {
    let (mut folded, mut origins) = (String::new(), Vec::new());
    for (at, letter) in text.char_indices() {
        for lower in letter.to_lowercase() {
            folded.push(lower);
            origins.resize(folded.len(), at);
        }
    }
    origins.push(text.len());
    (folded, origins)
}

/// Ranges that touch become one.
fn join(places: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::new();
    for place in places {
        match joined.last_mut() {
            Some(last) if place.start <= last.end => last.end = last.end.max(place.end),
            _ => joined.push(place),
        }
    }
    joined
}

/// A line of about `length` characters of `text` around `place`, with the place within it.
pub(crate) fn surroundings(
    text: &str,
    place: &Range<usize>,
    length: usize,
) -> (String, Range<usize>) {
    let head = text.get(..place.start).unwrap_or_default();
    let (found, tail) = text
        .get(place.start..)
        .unwrap_or_default()
        .split_at_checked(place.len())
        .unwrap_or_default();
    let before: Vec<char> = head.chars().rev().take(length / 3).collect();
    let cut = if before.len() < head.chars().count() { "…" } else { "" };
    let before: String = before.into_iter().rev().collect();
    let before = if cut.is_empty() { before.as_str() } else { from_a_word(&before) };
    let after: String = tail.chars().take(length).collect();
    let start = format!("{cut}{}", level(before.trim_start()));
    let range = start.len()..start.len() + found.len();
    (format!("{start}{}{}", level(found), level(&after)), range)
}

/// A text without the end of a word that it begins with, if anything is left then.
fn from_a_word(text: &str) -> &str {
    let rest = text.split_once(char::is_whitespace).map_or("", |(_, rest)| rest);
    if rest.trim().is_empty() { text } else { rest }
}

/// A text on one line.
pub(super) fn level(text: &str) -> String {
    text.replace(char::is_whitespace, " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The places found are marked by brackets.
    fn check(typed: &str, expected: &str) {
        let text = expected.replace(['[', ']'], "");
        let mut marked = String::new();
        let mut at = 0;
        for place in Words::new(typed).places_in(&text) {
            marked.push_str(text.get(at..place.start).expect("a place is on a letter"));
            marked.push('[');
            marked.push_str(text.get(place.clone()).expect("a place is on a letter"));
            marked.push(']');
            at = place.end;
        }
        marked.push_str(text.get(at..).expect("a place is on a letter"));
        assert_eq!(marked, expected);
    }

    #[test]
    fn every_word_is_found_wherever_it_stands() {
        check("bridge", "The [bridge], a [Bridge].");
        check("shut bridge", "The [bridge] is [shut].");
        check("", "The bridge.");
    }

    #[test]
    fn words_that_overlap_are_marked_as_one() {
        check("bridge ridges", "[bridges]");
    }

    #[test]
    fn letters_that_grow_when_their_case_is_levelled_keep_their_place() {
        check("x", "İİ[X]ẞ");
        check("straße", "[STRAẞE]");
    }

    #[test]
    fn a_place_is_shown_with_what_stands_around_it() {
        let (line, place) = surroundings("one two three\nfour five", &(8..13), 12);
        assert_eq!((line.as_str(), line.get(place)), ("…two three four five", Some("three")));
        let (line, _) = surroundings("seventeen two three four", &(14..19), 21);
        assert_eq!(line, "…two three four", "no word is cut");
        let (line, _) = surroundings("three", &(0..5), 9);
        assert_eq!(line, "three");
    }
}
