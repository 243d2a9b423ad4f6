//! Sentences in which the page speaks to its reader.
//!
//! Articles tell of others. The page says "you", "we" and "our", and names what only a page has: its
//! newsletter, its comments, the article itself. Neither is enough alone: a column says "we", and a
//! report may be about newsletters. What is quoted does not count, for then somebody else speaks.

use super::plain;
use super::words::WORDS;

/// How much a sentence speaks to the reader of the page.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(in crate::import) enum Plea {
    /// Not at all.
    None,
    /// It speaks to somebody, of nothing that a page has.
    Voice,
    /// It speaks of what a page has, and others may have too: a photo, a mistake.
    Likely,
    /// It speaks of what only a page has.
    Sure,
}

/// How much `unit` speaks to the reader of the page.
pub(in crate::import) fn plea(unit: &str) -> Plea {
    let spoken = without_quotes(unit);
    let plain = plain(&spoken);
    // "Get the best of the week" calls on somebody; what it is about comes behind.
    let told = match WORDS.openings.find(&plain) {
        _ if speaks(&spoken) => plain.as_str(),
        Some(call) => plain.get(call.len()..).unwrap_or_default().trim_start(),
        None => return Plea::None,
    };
    match () {
        () if WORDS.page.is_in(told) => Plea::Sure,
        () if WORDS.near_page.is_in(told) => Plea::Likely,
        () => Plea::Voice,
    }
}

/// Whether `text` says "you" or "we". A polite form is told by its capital, so it counts only where
/// no sentence opens.
fn speaks(text: &str) -> bool {
    let mut opens = true;
    let is_mark = |c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’' | '-'));
    text.split_inclusive(is_mark).any(|piece| {
        let word = piece.trim_end_matches(is_mark);
        if word.is_empty() {
            opens |= piece.contains(['.', '!', '?', ':']);
            return false;
        }
        let lower = plain(word);
        let is_polite =
            !opens && word.starts_with(char::is_uppercase) && WORDS.polite.contains(lower.as_str());
        opens = piece.ends_with(['.', '!', '?', ':']);
        // "souhaitez-vous"
        let last = lower.rsplit('-').next().unwrap_or_default();
        is_polite || WORDS.speakers.contains(lower.as_str()) || WORDS.speakers.contains(last)
    })
}

/// `text` without what stands in quotes.
fn without_quotes(text: &str) -> String {
    let mut open: Option<[char; 2]> = None;
    let mut outside = String::with_capacity(text.len());
    for c in text.chars() {
        match open {
            Some(closers) if closers.contains(&c) => open = None,
            Some(_) => {}
            None => match closers(c) {
                Some(closers) => open = Some(closers),
                None => outside.push(c),
            },
        }
    }
    outside
}

/// What closes a quotation that `opener` opens.
const fn closers(opener: char) -> Option<[char; 2]> {
    match opener {
        '"' => Some(['"', '"']),
        '“' => Some(['”', '"']),
        '„' => Some(['“', '”']),
        '«' => Some(['»', '»']),
        '»' => Some(['«', '«']),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_speaks_of_itself() {
        for unit in [
            "Get the best of the harbour in your inbox.",
            "Download the newsletter.",
            "Want more? Sign up to our newsletter.",
            "Sie wollen mehr wissen? Hier können Sie unseren Newsletter bestellen.",
            "Quieres leer más: tu suscripción incluye el boletín.",
            "Vous pouvez vous désinscrire de cette newsletter à tout moment.",
        ] {
            assert_eq!(plea(unit), Plea::Sure, "{unit}");
        }
        for unit in ["Have you seen a mistake?", "Haben Sie einen Fehler entdeckt?"] {
            assert_eq!(plea(unit), Plea::Likely, "{unit}");
        }
    }

    #[test]
    fn who_is_quoted_does_not_speak_for_the_page() {
        for unit in [
            "“You will find it in your inbox,” he said.",
            "The newsletter was sent to 40 people.",
            "Sie schickten den Newsletter an 40 Leute.",
            "Subscribe to that view or not, the bridge is old.",
        ] {
            assert!(plea(unit) <= Plea::Voice, "{unit}");
        }
        assert_eq!(plea("We walked along the river for an hour."), Plea::Voice);
    }
}
