//! What belongs to the page and not to the article, told by its words.
//!
//! Each test takes one unit: a line, a paragraph, the text of an element. The words are in
//! [`words`], by language.

mod furniture;
mod plea;
pub(super) mod words;

use super::signs;
use furniture::{is_menu, is_row};
use words::WORDS;

pub(super) use furniture::{has_label, is_link, is_measure};
pub(super) use plea::{Plea, plea};

/// What the words of a unit tell about it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Verdict {
    /// Nothing: it may be anything.
    Unknown,
    /// It belongs to the page.
    Boilerplate,
    /// It belongs to the page, and so do the entries below it.
    Heading,
    /// It opens the readers' comments; all that follows is theirs.
    Comments,
}

/// What the words of `unit` tell. `is_prose` says that it is a sentence of some length, which only
/// the surest words make boilerplate.
pub(super) fn verdict(unit: &str, is_prose: bool) -> Verdict {
    // Notices are short; what is longer is a paragraph.
    const LONGEST: usize = 60;
    let mut words = unit.split_whitespace().filter(|word| word.contains(char::is_alphanumeric));
    if words.nth(LONGEST).is_some() {
        return Verdict::Unknown;
    }
    let plain = plain(unit);
    if plain.is_empty() {
        return Verdict::Boilerplate;
    }
    if !is_prose && is_comments(&plain) {
        return Verdict::Comments;
    }
    // "You may also like …" ends as sentences do.
    if is_heading(unit, &plain) && !is_prose || WORDS.headings.find(&plain) == Some(&*plain) {
        return Verdict::Heading;
    }
    if is_boilerplate(unit, &plain, is_prose) { Verdict::Boilerplate } else { Verdict::Unknown }
}

fn is_boilerplate(unit: &str, plain: &str, is_prose: bool) -> bool {
    if WORDS.anywhere.is_in(plain) {
        return true;
    }
    if before_colon(unit).is_some_and(|words| WORDS.before_colon.contains(words.as_str())) {
        return true;
    }
    // Who is quoted does not speak for the page.
    if WORDS.openings.find(plain).is_some() && !is_prose
        || WORDS.sure_openings.find(plain).is_some() && !signs::is_quote(unit)
    {
        return true;
    }
    if is_follow(plain)
        || opens_as_copyright(unit)
        || claims_rights(unit)
        || is_staff_credit(unit, plain)
    {
        return true;
    }
    if is_prose {
        return is_long_menu(unit);
    }
    !is_prose
        && (WORDS.whole.contains(plain)
            || is_menu(unit) && !ends_with_credit(unit) && !signs::is_source_row(unit)
            || is_row(unit, plain)
            || is_copyright(unit)
            || is_contact(unit)
            || is_credit_alone(unit))
}

/// The words before the first colon, where it stands near.
fn before_colon(unit: &str) -> Option<String> {
    const FAR: usize = 40;
    let head = unit.get(..unit.floor_char_boundary(FAR))?;
    head.split_once([':', '：']).map(|(before, _)| plain(before))
}

/// `unit` in lower case, its words parted by one space, without marks, signs and counts at its ends.
pub(super) fn plain(unit: &str) -> String {
    let mut plain = String::with_capacity(unit.len());
    for word in
        unit.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’' | '&' | '-' | '@')))
    {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '@');
        if word.is_empty() {
            continue;
        }
        if !plain.is_empty() {
            plain.push(' ');
        }
        if word.is_ascii() {
            plain.push_str(word);
            let from = plain.len() - word.len();
            plain.get_mut(from..).unwrap_or_default().make_ascii_lowercase();
            continue;
        }
        plain.extend(
            word.chars().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c }),
        );
    }
    plain
}

fn opens_with(plain: &str, words: &str) -> bool {
    plain.strip_prefix(words).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

fn contains_words(plain: &str, words: &str) -> bool {
    plain.match_indices(words).any(|(at, _)| {
        let before = plain.get(..at).unwrap_or_default();
        let after = plain.get(at + words.len()..).unwrap_or_default();
        (before.is_empty() || before.ends_with(' ')) && (after.is_empty() || after.starts_with(' '))
    })
}

/// `most read`, `most read in sport`, `related (3)`: the words, and hardly anything behind them but
/// what a colon closes.
fn is_heading(unit: &str, plain: &str) -> bool {
    WORDS.headings.find(plain).is_some_and(|words| {
        unit.ends_with(':') || plain.split(' ').count() <= words.split(' ').count() + 3
    })
}

/// Whether `unit` is a heading of entries that are the page's, and nothing stands behind it.
pub(super) fn is_bare_heading(unit: &str) -> bool {
    let plain = plain(unit);
    WORDS.bare_headings.contains(plain.as_str())
}

/// `comments (2)`, `1,204 comments`, `2 kommentare`, `leave a comment`.
fn is_comments(plain: &str) -> bool {
    let words: Vec<&str> = plain.split(' ').filter(|word| !is_count(word)).collect();
    let text = words.join(" ");
    let has_count = words.len() < plain.split(' ').count();
    words.len() <= 5
        && (WORDS.comments.contains(text.as_str())
            || has_count && WORDS.counted_comments.contains(text.as_str()))
}

fn is_count(word: &str) -> bool {
    let digits = word.strip_suffix(['k', 'm']).unwrap_or(word);
    !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit())
}

/// `Follow Jo Doe on Instagram`.
fn is_follow(plain: &str) -> bool {
    const NETWORKS: [&str; 12] = [
        "bluesky",
        "facebook",
        "instagram",
        "linkedin",
        "mastodon",
        "telegram",
        "threads",
        "tiktok",
        "twitter",
        "whatsapp",
        "x",
        "youtube",
    ];
    const FOLLOW: [(&str, &str); 5] = [
        ("follow", "on"),
        ("folgen sie", "auf"),
        ("folge", "auf"),
        ("siga", "en"),
        ("suivez", "sur"),
    ];
    let mut words = FOLLOW.iter().filter(|(follow, _)| opens_with(plain, follow));
    words.any(|(_, on)| {
        NETWORKS.iter().any(|network| contains_words(plain, &format!("{on} {network}")))
    })
}

/// A menu so long that it may end in anything.
fn is_long_menu(unit: &str) -> bool {
    let entries = entries(unit);
    let short = entries.iter().filter(|count| **count <= 4).count();
    entries.len() >= 5 && short * 4 >= entries.len() * 3
}

/// How many words each of the entries between signs has.
fn entries(unit: &str) -> Vec<usize> {
    let parts = unit.split(['|', '·', '•', '»', '›', '■']);
    let parts = parts.flat_map(|part| part.split(" - "));
    let parts = parts.flat_map(|part| part.split(" / ")).flat_map(|part| part.split(" > "));
    parts.map(|entry| entry.split_whitespace().count()).filter(|count| *count > 0).collect()
}

/// A notice that says more behind the sign: `© 2024 Gazette Ltd. Registered in England.`
fn opens_as_copyright(unit: &str) -> bool {
    let is_sign = |c: char| matches!(c, '©' | '(') || c.is_ascii_digit();
    let behind = unit.strip_prefix("Copyright").map(str::trim_start);
    (unit.starts_with('©') || behind.is_some_and(|rest| rest.starts_with(is_sign)))
        && is_copyright(unit)
}

/// A holder with capitals and a year behind the word: `Copyright Harbour Gazette Ltd 2024.`
fn claims_rights(unit: &str) -> bool {
    let Some(rest) = unit.strip_prefix("Copyright ") else { return false };
    let mut words = rest.strip_prefix("by ").unwrap_or(rest).split_whitespace();
    let is_year = |word: &str| {
        let digits = word.trim_end_matches(['.', ',']);
        digits.len() == 4 && digits.chars().all(|c| c.is_ascii_digit())
    };
    let is_named = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c == '&');
    words.find(|word| is_year(word) || !is_named(word)).is_some_and(is_year)
}

/// Who worked on an article besides its author: `(Reporting by Jo Doe; editing by Al Roe)`.
fn is_staff_credit(unit: &str, plain: &str) -> bool {
    let is_work = |by: &&&str| by.contains(' ') && opens_with(plain, by);
    let is_in_brackets = unit.starts_with('(') && unit.trim_end_matches('.').ends_with(')');
    is_in_brackets && (WORDS.staff.find(plain).is_some() || WORDS.by.iter().any(|by| is_work(&by)))
}

/// Whether `unit` tells who else worked on an article: `Additional reporting by Al Roe`.
pub(super) fn is_staff(unit: &str) -> bool {
    WORDS.staff.find(&plain(unit)).is_some()
}

/// `© 2024 …`, `Copyright 2001-2024 …`.
fn is_copyright(unit: &str) -> bool {
    let head = unit.get(..unit.floor_char_boundary(60)).unwrap_or_default().to_lowercase();
    let has_year = head.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4);
    has_year && (head.contains('©') || head.contains("copyright") || head.contains("(c) "))
}

/// An invitation to write or call: a mail address, or a handle, in a short unit.
fn is_contact(unit: &str) -> bool {
    let words: Vec<&str> = unit.split_whitespace().collect();
    let is_address = |word: &&str| word.split_once('@').is_some_and(|(_, host)| host.contains('.'));
    words.len() <= 20 && words.iter().any(is_address)
}

/// `Photo: …`, `(Reuters)`: who made a picture and nothing of what it shows.
fn is_credit_alone(unit: &str) -> bool {
    let plain = plain(unit);
    let words = plain.split(' ').count();
    let opens = WORDS.credits.iter().any(|credit| opens_with(&plain, credit))
        && unit.contains([':', '/', '©']);
    let in_brackets = unit.starts_with('(') && unit.ends_with(')') && is_credit(unit);
    words <= 8 && (opens || in_brackets || unit.starts_with('©'))
}

/// Whether `unit` ends with the credit of a picture, as captions do: in brackets, or behind the last
/// full stop (`The pool on Monday. Photo: Jo Doe`).
pub(super) fn ends_with_credit(unit: &str) -> bool {
    ends_with_open_credit(unit) || ends_with_bracketed_credit(unit)
}

fn ends_with_open_credit(unit: &str) -> bool {
    const LONGEST: usize = 8;
    let end = unit
        .rfind(['.', '!', '?'])
        .filter(|at| unit.get(at + 1..).is_some_and(|rest| rest.starts_with(' ')));
    let Some(credit) = end
        .and_then(|at| unit.get(at + 1..))
        .map(|credit| credit.trim_start_matches([' ', '-', '–', '—', '|', '(']))
    else {
        return false;
    };
    let plain = plain(credit);
    let names = WORDS.credits.iter().any(|words| opens_with(&plain, words));
    let is_marked = credit.starts_with('©') || names && credit.contains([':', '/', '©', '…']);
    is_marked && plain.split(' ').count() <= LONGEST && signs::words(unit) <= 40
}

fn ends_with_bracketed_credit(unit: &str) -> bool {
    let Some(open) = unit.strip_suffix(')').and_then(|rest| rest.rfind('(')) else { return false };
    unit.get(open..).is_some_and(|brackets| brackets.len() <= 120 && is_credit(brackets))
        && open > 0
}

/// Whether the text in brackets credits a picture.
fn is_credit(brackets: &str) -> bool {
    let inner = brackets.trim_matches(['(', ')', ' ']);
    let plain = plain(inner);
    let names = WORDS.credits.iter().any(|credit| contains_words(&plain, credit));
    let sides: Vec<&str> = inner.split('/').collect();
    let opens_high = |side: &&str| side.trim().starts_with(char::is_uppercase);
    let is_person_and_outlet = sides.len() == 2
        && sides.iter().all(opens_high)
        && sides.iter().all(|side| (1..=5).contains(&side.split_whitespace().count()))
        && sides.iter().any(|side| side.split_whitespace().count() >= 2);
    names && plain.split(' ').count() <= 12 || is_person_and_outlet
}

/// Whether `unit` opens as captions do (`In this photo, …`).
pub(super) fn opens_as_caption(unit: &str) -> bool {
    let plain = plain(unit);
    WORDS.caption_openings.find(&plain).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_page_are_known_in_four_languages() {
        for unit in [
            "Share on Facebook",
            "Read more: Pool opens after repairs",
            "READ MORE: Pool opens",
            "Home | News | Sport",
            "NEWS · SPORT · VIDEO",
            "© 2024 Harbour Gazette. All rights reserved.",
            "Advertisement",
            "Sign up for our newsletter",
            "We use cookies to improve this site.",
            "Got a story? Write to desk@example.org",
            "Photo: J. Doe",
            "Follow Harbour FM on WhatsApp",
            "Folgen Sie Hafen FM auf Instagram",
            "Share    Save",
            "Continue the conversation: 12 comments",
            "Fehler gefunden? Jetzt melden.",
            "Anzeige",
            "Lesen Sie auch: Bad öffnet wieder",
            "Jetzt Newsletter abonnieren",
            "Publicidad",
            "Lea también: La piscina abre",
            "Publicité",
            "À lire aussi : La piscine rouvre",
            "Read also: Pool opens after repairs",
            "La nota continúa abajo",
            "La suite de l'article après cette annonce",
            "Seite vorlesen",
        ] {
            assert_eq!(verdict(unit, false), Verdict::Boilerplate, "{unit}");
        }
    }

    #[test]
    fn headings_and_comments_are_told_apart() {
        for unit in [
            "Most read",
            "Related articles",
            "Recommended content",
            "Meistgelesen",
            "Lo más leído",
            "Les plus lus",
        ] {
            assert_eq!(verdict(unit, false), Verdict::Heading, "{unit}");
        }
        for unit in
            ["2 Comments", "Comments (2)", "💬 1,204 comments", "3 Kommentare", "Comentarios"]
        {
            assert_eq!(verdict(unit, false), Verdict::Comments, "{unit}");
        }
    }

    #[test]
    fn notices_are_known_though_they_are_whole_sentences() {
        for unit in [
            "© 2024 Harbour Gazette Ltd. Registered in England.",
            "Copyright © 2024 Hafen Media AS. Reproduction without permission is prohibited.",
            "(Reporting by Jo Doe and Al Roe in Harbour; editing by Di Poe.)",
            "This article was amended on 3 May 2024 to correct a caption.",
            "Not yet a subscriber? Register for five articles a month.",
            "Fehler gefunden? Jetzt melden.",
            "Copyright Harbour Gazette Ltd 2024. Reproduction prohibited.",
            "Nachdruck nur mit Erlaubnis des Verlags.",
            "To read the full story, log in or start a free trial.",
            "Queda reservada la obra: prohibida su reproducción total o parcial.",
        ] {
            assert_eq!(verdict(unit, true), Verdict::Boilerplate, "{unit}");
        }
    }

    #[test]
    fn sentences_of_the_article_are_left_alone() {
        for unit in [
            "Copyright law of 2024 protects the song for 70 years, the court said.",
            "Follow the river on foot and you reach the mill, as walkers did in May.",
            "Reporting by the Gazette led to the arrest of two men in May.",
            "Related costs have risen by a third since May, the council said.",
            "More than 40 people were hurt, officials said on Monday.",
            "Share prices fell sharply after the news became known.",
            "The site uses cookies to track readers, the regulator found.",
            "Comments by the mayor angered the teachers of the town.",
            "“Send us your bills,” the mayor told the builders.",
            "The barn was built without written permission, the court heard.",
            "Der Steg war ohne Genehmigung gebaut, sagt das Amt.",
            "Queda prohibida la pesca en el puerto desde el lunes.",
            "Le premier mois, le pont restera fermé aux camions.",
        ] {
            assert_eq!(verdict(unit, true), Verdict::Unknown, "{unit}");
        }
    }

    #[test]
    fn a_credit_in_brackets_marks_a_caption() {
        assert!(ends_with_credit("The pool on Monday. (Jo Doe/Harbour Gazette)"));
        assert!(ends_with_credit("The pool on Monday (Image: Gazette)"));
        assert!(ends_with_credit("The pool on Monday. - © Jo Doe / Gazette"));
        assert!(!ends_with_credit("The pool was closed in May (its roof had leaked)"));
    }
}
