//! What stands around an article without telling anything: counts, times, lengths, links.
//!
//! `41`, `3 min`, `2 hours ago`, `17:38`, `Why clay is scarce (3 min)`, `The dykes are too low. more`.

use super::words::WORDS;
use super::{entries, is_count, plain};
use crate::import::dates;

/// Whether `unit` is a count, a length or an age and nothing else.
pub(in crate::import) fn is_measure(unit: &str) -> bool {
    const LONGEST: usize = 48;
    if unit.len() > LONGEST || !unit.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    // Four digits are a year.
    let is_year = |word: &str| word.len() == 4 && word.chars().all(|c| c.is_ascii_digit());
    let is_part = |word| !is_year(word) && is_number(word) || WORDS.measures.contains(word);
    plain(unit).split(' ').all(is_part)
}

/// `41`, `62k`, `3min`, `2h`.
fn is_number(word: &str) -> bool {
    let unit = word.trim_start_matches(|c: char| c.is_ascii_digit());
    is_count(word) || unit.len() < word.len() && WORDS.measures.contains(unit)
}

/// Whether the short `unit` is a link to something else: it points on with a sign, ends with how
/// long it takes to hear or see, or with the word for more.
pub(in crate::import) fn is_link(unit: &str) -> bool {
    points_on(unit) || tells_length(unit) || ends_with_more(unit) || tells_window(unit)
}

/// `Pool opens againOpens in new window`: what is read out to the blind stands behind the link.
fn tells_window(unit: &str) -> bool {
    let lower = unit.to_lowercase();
    WORDS.link_ends.iter().any(|end| lower.ends_with(end))
}

fn points_on(unit: &str) -> bool {
    const BEFORE: [char; 8] = ['►', '▶', '▸', '➤', '➡', '→', '☞', '👉'];
    const BEHIND: [char; 8] = ['›', '→', '➡', '►', '▶', '▸', '👇', '👉'];
    let unit = unit.trim_end_matches('\u{fe0f}');
    unit.starts_with(BEFORE)
        || unit.starts_with(">>")
        || unit.ends_with(BEHIND) && !unit.contains('‹')
        || unit.ends_with(" »") && !unit.contains('«')
        || unit.starts_with("+++")
}

/// `(3 min)` or `· 3 min` at the end.
fn tells_length(unit: &str) -> bool {
    let in_brackets = unit.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    let behind_dot = unit.rsplit_once(['·', '•', '|']);
    in_brackets.or(behind_dot).is_some_and(|(before, length)| {
        !before.trim().is_empty() && length.contains(char::is_alphabetic) && is_measure(length)
    })
}

/// A sentence, and the word that stands for the rest of it.
fn ends_with_more(unit: &str) -> bool {
    unit.rsplit_once(['.', '!', '?', '…']).is_some_and(|(before, rest)| {
        before.contains(' ') && WORDS.more.contains(plain(rest).as_str())
    })
}

/// Whether `unit` is nothing but buttons and sections side by side: `Share Tweet Print 41`.
pub(super) fn is_row(unit: &str, plain: &str) -> bool {
    const LONGEST: usize = 14;
    let words: Vec<&str> = plain.split(' ').collect();
    let (mut at, mut entries, mut counts) = (0, 0, 0);
    while at < words.len() && words.len() <= LONGEST {
        let entry = |length: usize| words.get(at..at + length).unwrap_or_default().join(" ");
        let is_button = |length: &usize| WORDS.whole.contains(entry(*length).as_str());
        let is_count = is_count(&entry(1));
        let Some(length) = (1..=4).rev().find(is_button).or(is_count.then_some(1)) else {
            return false;
        };
        at += length;
        entries += 1;
        counts += usize::from(is_count);
    }
    let is_parted = unit.contains(['|', '/', '·', '\t']) || unit.contains("  ");
    let least = if is_parted { 2 } else { 3 };
    entries >= least && counts * 2 < entries
}

/// Whether a label such as `ANALYSIS -` opens the line `unit`.
pub(in crate::import) fn has_label(unit: &str) -> bool {
    let signs = [" - ", " – ", " — ", " | ", ":", " :"];
    let mut labels = signs.iter().filter_map(|sign| unit.split_once(sign));
    labels.any(|(label, _)| {
        let label = plain(label);
        WORDS.kickers.contains(label.as_str()) || WORDS.before_colon.contains(label.as_str())
    })
}

/// Three or more short entries with signs between them.
pub(super) fn is_menu(unit: &str) -> bool {
    let entries = entries(unit);
    let short = entries.iter().filter(|count| **count <= 4).count();
    let parts_two = || unit.contains(['|', '›']) || unit.contains(" > ");
    entries.len() >= 3 && short * 3 >= entries.len() * 2
        || entries.len() == 2 && short == 2 && parts_two() && dates::first_date(unit).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_lengths_and_ages_are_measures() {
        for unit in [
            "41",
            "17:38",
            "3 min",
            "2h ago",
            "Updated: 1 hour ago",
            "4 Min. Lesezeit",
            "vor 3 Stunden",
            "Hace 2 horas",
            "Temps de lecture : 4 min.",
        ] {
            assert!(is_measure(unit), "{unit}");
        }
        for unit in ["1974", "04/03/2024", "40 people", "Two hours", "Nach 3 Jahren", "5 May"] {
            assert!(!is_measure(unit), "{unit}");
        }
    }

    #[test]
    fn buttons_stand_side_by_side() {
        for unit in ["Share Tweet Print 41", "Share / Print"] {
            assert!(is_row(unit, &plain(unit)), "{unit}");
        }
        for unit in ["Print shops close", "Print shares", "08.11.2024"] {
            assert!(!is_row(unit, &plain(unit)), "{unit}");
        }
        assert!(has_label("VIDEO - The bridge from above"));
        assert!(!has_label("The bridge - and what became of it"));
    }

    #[test]
    fn links_point_to_something_else() {
        for unit in [
            "Courts ›",
            "→ The bridge in pictures",
            "Why the bridge cracked (3 min)",
            "Listen to this article · 6:12 min",
            "Many bridges are old. more",
            "Pool opens againOpens in new window",
        ] {
            assert!(is_link(unit), "{unit}");
        }
        for unit in
            ["What comes next", "«A long winter»", "The pillars (all five)", "He left. They stayed"]
        {
            assert!(!is_link(unit), "{unit}");
        }
    }
}
