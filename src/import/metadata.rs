//! What an article says of itself, from its parts where nothing else told it.

use super::boilerplate::words::WORDS;
use super::dates;
use crate::model::{Metadata, Part, PartKind};
use crate::text::collapse_white_space;

/// Fills what `metadata` lacks from the parts of `text`.
pub(super) fn complete(metadata: &mut Metadata, text: &str, parts: &[Part]) {
    let first = |kind: PartKind| {
        parts.iter().find(|part| part.kind == kind).map(|part| part.span.of_or_empty(text))
    };
    if metadata.title.is_none() {
        metadata.title = first(PartKind::Headline).map(collapse_white_space);
    }
    if metadata.author.is_none() {
        metadata.author = first(PartKind::Byline).and_then(author);
    }
    if metadata.published.is_none() {
        metadata.published = published(text, parts);
    }
    if metadata.outlet.is_none() {
        metadata.outlet = outlet(text, parts);
    }
    if metadata.language.is_none() {
        metadata.language = language(text, parts);
    }
}

/// The name of a byline, without the word before it.
fn author(byline: &str) -> Option<String> {
    let line = collapse_white_space(byline);
    let lower = line.to_lowercase();
    let longest = WORDS
        .by
        .iter()
        .filter(|by| {
            lower.starts_with(**by)
                && lower.get(by.len()..).is_some_and(|rest| rest.starts_with([' ', ':']))
        })
        .max_by_key(|by| by.len());
    let name = line
        .get(longest.map_or(0, |by| by.len())..)
        .unwrap_or(&line)
        .trim_start_matches([' ', ':'])
        .trim();
    (!name.is_empty()).then(|| name.to_owned())
}

/// The day of the first line that tells one.
fn published(text: &str, parts: &[Part]) -> Option<jiff::civil::Date> {
    let lines =
        parts.iter().filter(|part| matches!(part.kind, PartKind::Dateline | PartKind::Byline));
    lines.filter_map(|part| dates::first_date(part.span.of_or_empty(text))).next()
}

/// Who holds the copyright.
fn outlet(text: &str, parts: &[Part]) -> Option<String> {
    let page = parts
        .iter()
        .filter(|part| part.kind == PartKind::Boilerplate)
        .map(|part| part.span.of_or_empty(text));
    page.filter_map(holder).next()
}

/// `Harbour Gazette` of `© 2001-2024 Harbour Gazette. All rights reserved.`.
fn holder(line: &str) -> Option<String> {
    let lower = line.to_lowercase();
    let mark = ["©", "copyright", "(c)"].iter().find_map(|mark| lower.find(mark))?;
    let rest = line.get(line.floor_char_boundary(mark)..)?;
    let name = rest.trim_start_matches(|c: char| !c.is_ascii_digit());
    let name = name.trim_start_matches(|c: char| !c.is_alphabetic());
    let end = name.find(['.', '|', ',', '\n']).unwrap_or(name.len());
    let name = name.get(..end)?.trim();
    (2..=60).contains(&name.len()).then(|| name.to_owned())
}

/// The language of the running text, where it is told surely.
fn language(text: &str, parts: &[Part]) -> Option<String> {
    const ENOUGH: usize = 4000;
    let mut sample = String::new();
    for part in parts.iter().filter(|part| {
        matches!(part.kind, PartKind::Paragraph | PartKind::ListItem | PartKind::Headline)
    }) {
        let words = part.span.of_or_empty(text);
        sample.push_str(words.get(..words.floor_char_boundary(ENOUGH)).unwrap_or_default());
        sample.push('\n');
        if sample.len() > ENOUGH {
            break;
        }
    }
    let info = whatlang::detect(&sample)?;
    (info.is_reliable() || info.confidence() > 0.5).then(|| code(info.lang()).to_owned())
}

/// The ISO 639-1 code of a language; its three letters where there is none.
fn code(language: whatlang::Lang) -> &'static str {
    const CODES: [(&str, &str); 69] = [
        ("epo", "eo"),
        ("eng", "en"),
        ("rus", "ru"),
        ("cmn", "zh"),
        ("spa", "es"),
        ("por", "pt"),
        ("ita", "it"),
        ("ben", "bn"),
        ("fra", "fr"),
        ("deu", "de"),
        ("ukr", "uk"),
        ("kat", "ka"),
        ("ara", "ar"),
        ("hin", "hi"),
        ("jpn", "ja"),
        ("heb", "he"),
        ("yid", "yi"),
        ("pol", "pl"),
        ("amh", "am"),
        ("jav", "jv"),
        ("kor", "ko"),
        ("nob", "nb"),
        ("dan", "da"),
        ("swe", "sv"),
        ("fin", "fi"),
        ("tur", "tr"),
        ("nld", "nl"),
        ("hun", "hu"),
        ("ces", "cs"),
        ("ell", "el"),
        ("bul", "bg"),
        ("bel", "be"),
        ("mar", "mr"),
        ("kan", "kn"),
        ("ron", "ro"),
        ("slv", "sl"),
        ("hrv", "hr"),
        ("srp", "sr"),
        ("mkd", "mk"),
        ("lit", "lt"),
        ("lav", "lv"),
        ("est", "et"),
        ("tam", "ta"),
        ("vie", "vi"),
        ("urd", "ur"),
        ("tha", "th"),
        ("guj", "gu"),
        ("uzb", "uz"),
        ("pan", "pa"),
        ("aze", "az"),
        ("ind", "id"),
        ("tel", "te"),
        ("pes", "fa"),
        ("mal", "ml"),
        ("ori", "or"),
        ("mya", "my"),
        ("nep", "ne"),
        ("sin", "si"),
        ("khm", "km"),
        ("tuk", "tk"),
        ("aka", "ak"),
        ("zul", "zu"),
        ("sna", "sn"),
        ("afr", "af"),
        ("lat", "la"),
        ("slk", "sk"),
        ("cat", "ca"),
        ("tgl", "tl"),
        ("hye", "hy"),
    ];
    CODES
        .iter()
        .find(|(three, _)| *three == language.code())
        .map_or(language.code(), |(_, two)| two)
}
