//! What a unit of text looks like: a sentence, a name, a line that tells a date.

use super::boilerplate::words::WORDS;
use super::boilerplate::{is_measure, plain};
use super::dates;
use crate::text::is_wide_script;

/// How many words `text` has; in scripts without spaces two characters count as one.
pub(super) fn words(text: &str) -> usize {
    let wide = || text.chars().filter(|c| is_wide_script(*c)).count();
    let spaced =
        text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count();
    if text.is_ascii() { spaced } else { spaced + wide() / 2 }
}

/// Whether `text` is written mostly without spaces between words.
pub(super) fn is_wide(text: &str) -> bool {
    let wide = text.chars().filter(|c| is_wide_script(*c)).count();
    wide * 2 > text.chars().count()
}

/// Whether `text` ends in a full stop; headlines may end in other marks.
pub(super) fn ends_with_stop(text: &str) -> bool {
    ends_sentence(text) && !text.ends_with(['!', '?', '！', '？', '…'])
}

/// Whether `text` ends as sentences do; the writer's letters may stand behind: `He left. (jd)`.
pub(super) fn ends_sentence(text: &str) -> bool {
    ends_in_mark(without_initials(text))
}

/// `text` without what stands in brackets behind its last sentence, if it is short.
fn without_initials(text: &str) -> &str {
    const LONGEST: usize = 16;
    let before = text.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    before
        .filter(|(before, inner)| inner.len() <= LONGEST && ends_in_mark(before))
        .map_or(text, |(before, _)| before)
}

fn ends_in_mark(text: &str) -> bool {
    let closers = ['"', '\'', '”', '’', '“', '‘', '»', '«', '›', ')', ']', '」', '』', '】', '）'];
    let inner = text.trim_end_matches(|c: char| closers.contains(&c) || c.is_whitespace());
    inner.ends_with(['.', '!', '?', '…', '。', '！', '？', '｡', '।', '؟', '۔', '։', '။', '።'])
}

/// Whether a sentence ends inside `text`: a full stop behind a word that is too long for an
/// abbreviation. Headlines may have other marks inside them.
pub(super) fn has_inner_stop(text: &str) -> bool {
    text.match_indices('.').any(|(at, _)| {
        let before = text.get(..at).unwrap_or_default();
        let letters = before.chars().rev().take_while(|c| c.is_alphabetic()).count();
        letters >= 5 && text.get(at + 1..).is_some_and(|rest| rest.starts_with(' '))
    })
}

/// Whether `text`, which has `words` words, is a sentence of some length, or several.
pub(super) fn is_prose(text: &str, words: usize) -> bool {
    let minimum = if is_quote(text) { 2 } else { 4 };
    ends_sentence(text) && words >= minimum && !is_date_line(text) || is_long(text, words)
}

/// Whether `text` is so long that it is running text even if it ends without a full stop.
pub(super) fn is_long(text: &str, words: usize) -> bool {
    words >= 40 && text.contains(['.', ',', '。', '，', '、'])
}

/// Whether `text` opens with a quotation.
pub(super) fn is_quote(text: &str) -> bool {
    text.starts_with(['"', '“', '„', '«', '‘', '「', '»'])
}

/// The longer words of `text` in lower case, cut to what inflection leaves alone; once each.
pub(super) fn keys(text: &str) -> std::collections::BTreeSet<String> {
    let mut keys = std::collections::BTreeSet::new();
    if is_wide(text) {
        let chars: Vec<char> = text.chars().filter(|c| is_wide_script(*c)).collect();
        keys.extend(chars.windows(2).map(|pair| pair.iter().collect::<String>()));
        return keys;
    }
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        if word.chars().count() >= 4 {
            keys.insert(word.chars().flat_map(char::to_lowercase).take(6).collect());
        }
    }
    keys
}

/// Whether `text` is a line that tells the day: a date and hardly anything else.
pub(super) fn is_date_line(text: &str) -> bool {
    const LONGEST: usize = 120;
    let has_year = text.len() <= LONGEST && text.bytes().filter(u8::is_ascii_digit).count() >= 5;
    if !has_year || dates::first_date(text).is_none() && !dates::has_numeric_day(text) {
        return false;
    }
    let plain = plain(text);
    let is_known = |word: &str| {
        WORDS.beside_dates.contains(word)
            || dates::is_month(word)
            || word.starts_with(|c: char| c.is_ascii_digit())
    };
    let others = plain.split(' ').filter(|word| !word.split('-').all(is_known)).count();
    others <= 4 && (others <= 2 || !ends_sentence(text))
}

/// Whether `text` says who wrote: `By Jo Doe`, `Jo Doe, staff writer`, `From our correspondent`, `(jd)`.
pub(super) fn is_byline(text: &str) -> bool {
    const LONGEST: usize = 160;
    if text.len() > LONGEST {
        return false;
    }
    if is_initials(text) || is_source_row(text) && entries(text).any(is_writer) {
        return true;
    }
    let plain = plain(text);
    let words = plain.split(' ').count();
    let role = WORDS.roles.iter().any(|role| ends_with_words(&plain, role));
    let has_role = || WORDS.roles.iter().any(|role| plain.split(' ').any(|word| word == *role));
    if words > 14 || is_sentence(text, words) {
        return false;
    }
    let by = WORDS.by.iter().find_map(|by| strip_words(text, by));
    match by {
        Some(rest) => {
            (is_named(rest) || words <= 8 && (role || has_role())) && !rest.trim().is_empty()
        }
        None => {
            role && words <= 8
                && (words <= 3 && is_named(text)
                    || text.contains(',') && text.split(',').next().is_some_and(is_name))
        }
    }
}

/// Whether `text` tells who wrote and when, side by side: `Jo Doe | 3 May 2024 | 4 min read`.
pub(super) fn is_source_row(text: &str) -> bool {
    let is_time = |entry: &str| is_date_line(entry) || is_measure(entry);
    entries(text).count() >= 2
        && entries(text).all(|entry| is_writer(entry) || is_time(entry))
        && (entries(text).any(is_date_line)
            || entries(text).any(is_writer) && entries(text).any(is_measure))
}

fn entries(row: &str) -> impl Iterator<Item = &str> {
    row.split(['|', '·', '•']).map(str::trim).filter(|entry| !entry.is_empty())
}

fn is_writer(entry: &str) -> bool {
    is_name(entry) || !entry.contains(['|', '·', '•']) && is_byline(entry)
}

/// Whether `text` is the letters of its writers: `(jd)`, `(jd/abc)`.
fn is_initials(text: &str) -> bool {
    let inner = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let is_writer = |letters: &str| {
        (2..=4).contains(&letters.chars().count()) && letters.chars().all(char::is_lowercase)
    };
    inner.is_some_and(|inner| inner.split(['/', ',']).all(|letters| is_writer(letters.trim())))
}

/// Whether `text` is what a writer does for the paper and nothing else: `Health correspondent`.
pub(super) fn is_role(text: &str) -> bool {
    const LONGEST: usize = 4;
    let plain = plain(text);
    opens_high(text)
        && plain.split(' ').count() <= LONGEST
        && WORDS.roles.iter().any(|role| ends_with_words(&plain, role))
}

/// Whether one of the words of `text` tells what a writer does for the paper.
pub(super) fn names_role(text: &str) -> bool {
    let plain = format!(" {} ", plain(text));
    WORDS.roles.iter().any(|role| plain.contains(&format!(" {role} ")))
}

/// The name of the first writer that the byline `text` tells.
pub(super) fn writer(text: &str) -> Option<&str> {
    let named = WORDS.by.iter().find_map(|by| strip_words(text, by)).unwrap_or(text);
    let end = [" and ", " und ", " y ", " et ", " & ", ",", "(", "|", "/", " in ", " aus "];
    let end = end.iter().filter_map(|end| named.find(end)).min().unwrap_or(named.len());
    named.get(..end).map(str::trim).filter(|name| is_name(name) || is_shouted_name(name))
}

/// A name in capitals.
fn is_shouted_name(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let is_high = |word: &str| word.chars().all(|c| c.is_uppercase() || !c.is_alphabetic());
    (2..=3).contains(&text.split_whitespace().count()) && words.all(is_high)
}

/// A full stop at the end of more than a few words is no byline's.
fn is_sentence(text: &str, words: usize) -> bool {
    text.ends_with(['?', '!', ':']) || text.ends_with('.') && words > 6
}

/// `text` without the words it opens with, whatever their case; `None` if it opens otherwise.
fn strip_words<'t>(text: &'t str, opening: &str) -> Option<&'t str> {
    let head = text.get(..opening.len())?;
    let rest = text.get(opening.len()..)?;
    (head.to_lowercase() == *opening && rest.starts_with([' ', ':', '\u{a0}']))
        .then(|| rest.trim_start_matches([':', ' ', '\u{a0}']))
}

fn ends_with_words(plain: &str, words: &str) -> bool {
    plain.strip_suffix(words).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
}

/// Whether most words of `text` open with a capital.
fn is_named(text: &str) -> bool {
    let words: Vec<&str> =
        text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).collect();
    let high = words.iter().filter(|word| opens_high(word)).count();
    words.first().is_some_and(|word| opens_high(word)) && high * 2 > words.len()
}

/// Whether `text` may be a person's name and nothing else: two to four words with capitals.
pub(super) fn is_name(text: &str) -> bool {
    const PARTICLES: [&str; 16] = [
        "de", "del", "la", "van", "von", "der", "den", "di", "da", "dos", "du", "le", "bin", "al",
        "and", "y",
    ];
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_part = |word: &&str| {
        let letters = word.trim_end_matches(['.', ',']);
        let is_word =
            letters.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'));
        is_word
            && opens_high(letters)
            && (letters.chars().count() < 3 || letters.chars().any(char::is_lowercase))
    };
    let high = words.iter().filter(|word| is_part(word)).count();
    (2..=5).contains(&words.len())
        && high >= 2
        && words.iter().all(|word| is_part(word) || PARTICLES.contains(word))
}

fn opens_high(word: &str) -> bool {
    word.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bylines_are_known() {
        for text in [
            "By Jo Doe",
            "Jo Doe, staff writer",
            "From our court correspondent",
            "By JO DOE and Max Moe, Associated Press",
            "Von Jo Doe",
            "Por Jo Doe",
            "Par Jo Doe",
            "Written by Jo Doe",
            "Von der Redaktion/abc",
            "(jd)",
            "(jd/abc)",
            "Jo Doe | 3 May 2024 | 4 min read",
            "By Jo Doe · Updated 2 hours ago",
        ] {
            assert!(is_byline(text), "{text}");
        }
        for text in [
            "By Monday the water had gone down.",
            "Von Anfang an war klar, dass es nicht reicht",
            "Jo Doe resigned",
            "By the river",
            "(see below)",
            "(AP)",
            "Jo Doe | News | Sport",
        ] {
            assert!(!is_byline(text), "{text}");
        }
        assert!(is_role("Harbour correspondent") && !is_role("The mayor met a correspondent"));
    }

    #[test]
    fn lines_that_tell_the_day_are_known() {
        for text in [
            "Posted: May 3, 2024 / 08:14 AM CDT",
            "Friday, 3 May 2024",
            "3. Mai 2024, 14:05 Uhr",
            "Publié le 04/03/2024 à 11h20",
            "Time:2024-05-03 06:56:31 source:Harbour news portal",
        ] {
            assert!(is_date_line(text), "{text}");
        }
        assert!(!is_date_line("The bridge was closed on 3 May 2024 after a second report."));
    }

    #[test]
    fn letters_in_brackets_may_stand_behind_a_sentence() {
        assert!(ends_sentence("The mayor resigned. (jd)"));
        assert!(!ends_sentence("The mayor (jd)"));
    }

    #[test]
    fn names_stand_alone() {
        assert!(is_name("Judith van der Meer"));
        assert!(!is_name("Town council closes bridge"));
        assert!(!is_name("BREAKING NEWS"));
    }
}
