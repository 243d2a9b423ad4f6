//! Brackets and quotations that are open.

use crate::text::Span;

/// Which brackets and quotes are open, so that stops inside short ones end nothing.
pub(super) struct Quotes<'t> {
    text: &'t str,
    at: usize,
    open: Vec<(char, usize)>,
}

/// How far away the closing sign may stand.
const NEAR: usize = 300;
/// A quotation inside a sentence is held together up to this length.
const SHORT_QUOTE: usize = 300;

impl<'t> Quotes<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, at: 0, open: Vec::new() }
    }

    /// Reads on to byte `to`.
    pub(super) fn advance(&mut self, to: usize) {
        let passed = self.text.get(self.at..to).unwrap_or_default();
        for (offset, c) in passed.char_indices() {
            let place = self.at + offset;
            match c {
                '(' | '[' | '“' | '«' | '„' | '「' | '‘' => self.open.push((c, place)),
                ')' | ']' | '”' | '»' | '」' => self.close(c),
                '’' if !is_apostrophe(self.text, place) => self.close(c),
                '"' => self.turn(place),
                _ => {}
            }
        }
        self.at = self.at.max(to);
    }

    fn close(&mut self, closer: char) {
        let fits = |opener: char| {
            matches!(
                (opener, closer),
                ('(', ')') | ('[', ']') | ('“' | '„', '”') | ('‘', '’') | ('«', '»') | ('「', '」')
            )
        };
        // Only the last few can be meant: what stays open was never closed.
        let last = self.open.len().saturating_sub(8);
        if let Some(at) =
            self.open.get(last..).and_then(|few| few.iter().rposition(|(opener, _)| fits(*opener)))
        {
            self.open.truncate(last + at);
        }
    }

    fn turn(&mut self, place: usize) {
        let last = self.open.len().saturating_sub(8);
        match self
            .open
            .get(last..)
            .and_then(|few| few.iter().rposition(|(opener, _)| *opener == '"'))
        {
            Some(at) => self.open.truncate(last + at),
            None => self.open.push(('"', place)),
        }
    }

    /// Whether an open bracket or quotation keeps `sentence` together although a stop ends at `end`,
    /// behind the closing signs `closers`.
    pub(super) fn hold(&self, sentence: Span, end: usize, closers: &str) -> bool {
        // Deeper than this nobody quotes.
        const DEEPEST: usize = 4;
        self.open.iter().rev().take(DEEPEST).any(|&(opener, at)| {
            let Some(closer) = closer_of(opener) else { return false };
            sentence.contains_offset(at)
                && !closers.contains(closer)
                && self.holds(opener, closer, Span::new(sentence.start(), at), end)
        })
    }

    /// Whether what `opener` opened behind `before` is closed near behind `end`, and belongs to the
    /// sentence around it.
    fn holds(&self, opener: char, closer: char, before: Span, end: usize) -> bool {
        let near =
            self.text.get(end..self.text.floor_char_boundary(end + NEAR)).unwrap_or_default();
        let is_closing = |at: usize| closer != '’' || !is_apostrophe(near, at);
        let found = near.match_indices(closer).map(|(at, _)| at).find(|at| is_closing(*at));
        let Some(closing) = found else { return false };
        let is_inside = before.of_or_empty(self.text).chars().any(char::is_alphanumeric);
        if matches!(opener, '(' | '[') {
            return is_inside;
        }
        let length = end + closing - before.end();
        let after = near.get(closing + closer.len_utf8()..).unwrap_or_default();
        let goes_on = after.trim_start().starts_with(char::is_lowercase);
        length <= SHORT_QUOTE && (is_inside || goes_on)
    }
}

/// Whether the `’` at `at` stands inside a word.
fn is_apostrophe(text: &str, at: usize) -> bool {
    text.get(at..).is_some_and(|rest| rest.chars().nth(1).is_some_and(char::is_alphabetic))
}

const fn closer_of(opener: char) -> Option<char> {
    match opener {
        '(' => Some(')'),
        '[' => Some(']'),
        '“' => Some('”'),
        '‘' => Some('’'),
        '«' => Some('»'),
        '"' => Some('"'),
        '「' => Some('」'),
        _ => None,
    }
}
