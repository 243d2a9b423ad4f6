//! Text that Markdown takes for text.
//!
//! White space is folded where it has no meaning in Markdown, and control characters are white
//! space; nothing else is lost.

use std::borrow::Cow;
use std::ops::Range;

use crate::text::{collapse_white_space, is_wide_script};

/// `text` on one line.
pub(super) fn line(text: &str) -> String {
    escaped_line(&collapse_white_space(&printable(text)))
}

/// `text` as a cell of a table. Escaping as a line does, so that this is but a name for it: a bar
/// is escaped everywhere.
pub(super) fn cell(text: &str) -> String {
    line(text)
}

/// `text` as a block quotation with its paragraphs and line breaks.
pub(super) fn block(text: &str) -> String {
    let mut out = String::new();
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<_> = text.trim().lines().map(line).collect();
    for (index, line) in lines.iter().enumerate() {
        let goes_on = lines.get(index + 1).is_some_and(|next| !next.is_empty());
        let end = if index + 1 == lines.len() { "" } else { "\n" };
        let break_mark = if !line.is_empty() && goes_on { "\\" } else { "" };
        let space = if line.is_empty() { "" } else { " " };
        out.extend([">", space, line, break_mark, end]);
    }
    out
}

/// Pieces of one line, those marked in bold. White space at their edges counts.
pub(super) fn bold<'t>(pieces: impl Iterator<Item = (&'t str, bool)>) -> String {
    let mut plain = String::new();
    let mut marked = Vec::new();
    for (text, is_marked) in pieces {
        let start = plain.len();
        for c in printable(text).chars() {
            match c {
                c if !c.is_whitespace() => plain.push(c),
                _ if plain.ends_with(' ') || plain.is_empty() => {}
                _ => plain.push(' '),
            }
        }
        let added = plain.get(start..).unwrap_or_default();
        let inside = start + (added.len() - added.trim_start().len());
        if is_marked && !added.trim().is_empty() {
            push_or_join(&mut marked, inside..inside + added.trim().len());
        }
    }
    let mut out = String::new();
    let mut at = 0;
    for range in marked {
        let before = plain.get(at..range.start).unwrap_or_default();
        let inside = plain.get(range.clone()).unwrap_or_default();
        let after = plain.get(range.end..).unwrap_or_default();
        out.push_str(&escaped(before, at == 0));
        let (open, close) = marks(plain.get(..range.start).unwrap_or_default(), inside, after);
        out.extend([open, &escaped(inside, range.start == 0), close]);
        at = range.end;
    }
    out.push_str(&escaped(plain.get(at..).unwrap_or_default().trim_end(), at == 0));
    out
}

/// Two runs of asterisks that touch would be read as one.
fn push_or_join(ranges: &mut Vec<Range<usize>>, next: Range<usize>) {
    match ranges.last_mut() {
        Some(last) if last.end == next.start => last.end = next.end,
        _ => ranges.push(next),
    }
}

/// Asterisks count as marks only in certain company (`CommonMark`, "left-flanking"); elsewhere the
/// tag that they stand for.
fn marks(before: &str, inside: &str, after: &str) -> (&'static str, &'static str) {
    // Letters beyond that are rare, and some of them are symbols to Markdown.
    let is_letter = |c: char| c.is_alphanumeric() && (c < '\u{2000}' || is_wide_script(c));
    let is_word = |c: Option<char>| c.is_some_and(is_letter);
    let is_open = |c: Option<char>| c.is_none_or(|c| c == ' ' || c.is_ascii_punctuation());
    let opens = is_word(inside.chars().next()) || is_open(before.chars().next_back());
    let closes = is_word(inside.chars().next_back()) || is_open(after.chars().next());
    if opens && closes { ("**", "**") } else { ("<strong>", "</strong>") }
}

fn escaped_line(text: &str) -> String {
    escaped(text, true).into_owned()
}

fn escaped(text: &str, starts_line: bool) -> Cow<'_, str> {
    const ACTIVE: &str = "\\`*_[]{}<>&|~#$^";
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text;
    if starts_line {
        let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let after = text.get(digits..).unwrap_or_default();
        if after.starts_with(['.', ')']) && digits > 0
            || after.starts_with(['-', '+', '=', ':']) && digits == 0
        {
            out.extend([text.get(..digits).unwrap_or_default(), "\\"]);
            let mark = after.chars().next().unwrap_or_default();
            out.push(mark);
            rest = after.get(mark.len_utf8()..).unwrap_or_default();
        }
    }
    for c in rest.chars() {
        if ACTIVE.contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out.into()
}

fn printable(text: &str) -> Cow<'_, str> {
    if text.contains(char::is_control) {
        text.replace(char::is_control, " ").into()
    } else {
        text.into()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag};

    use super::*;

    /// What a reader sees of `markdown`, on one line; `Err` if anything but text, paragraphs, quotes,
    /// bold and line breaks is in it.
    fn seen(markdown: &str) -> Result<String, String> {
        let mut text = String::new();
        for event in Parser::new_ext(markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
            match event {
                Event::Text(piece) => text.push_str(&piece),
                Event::SoftBreak | Event::HardBreak | Event::Start(Tag::Paragraph) => {
                    text.push(' ');
                }
                Event::Start(Tag::BlockQuote(None) | Tag::Strong) | Event::End(_) => {}
                Event::InlineHtml(tag) if tag.ends_with("strong>") => {}
                other => return Err(format!("{other:?} in {markdown}")),
            }
        }
        Ok(collapse_white_space(&text))
    }

    fn expected(text: &str) -> String {
        collapse_white_space(&printable(text))
    }

    #[test]
    fn what_is_marked_is_bold_whatever_stands_beside_it() {
        let check = |pieces: &[(&str, bool)], expected: &str| {
            assert_eq!(bold(pieces.iter().copied()), expected);
        };
        check(&[("about ", false), (" 90% ", true), ("of it", false)], "about **90%** of it");
        check(&[("$", false), ("9m", true), (".", false)], "\\$**9m**.");
        check(&[("约", false), ("90%", true), ("的", false)], "约<strong>90%</strong>的");
        check(&[("a\n b", true), ("\n", false)], "**a b**");
        check(&[(" ", true)], "");
    }

    #[test]
    fn a_line_that_looks_like_a_list_is_a_line() {
        for text in
            ["- a", "+ a", "1. a", "12) a", "# a", "> a", "=== a", "---", "| a | b |", "~~~"]
        {
            assert_eq!(seen(&line(text)), Ok(expected(text)));
        }
    }

    const HOSTILE: &str = "(\\PC|[-+=.)0-9a*_`~#>|<&;\\[\\]()!$\\\\ \n\r\t\0]){0,24}";

    proptest! {
        #[test]
        fn every_line_is_seen_as_it_is(text in HOSTILE) {
            prop_assert_eq!(seen(&line(&text)), Ok(expected(&text)));
        }

        #[test]
        fn every_note_is_seen_as_it_is(text in HOSTILE) {
            prop_assert_eq!(seen(&block(&text)), Ok(expected(&text)));
        }

        #[test]
        fn every_excerpt_is_seen_as_it_is(a in HOSTILE, b in HOSTILE, c in HOSTILE, d in HOSTILE) {
            let pieces = [(a.as_str(), false), (b.as_str(), true), (c.as_str(), false), (d.as_str(), true)];
            prop_assert_eq!(seen(&bold(pieces.into_iter())), Ok(expected(&format!("{a}{b}{c}{d}"))));
        }
    }
}
