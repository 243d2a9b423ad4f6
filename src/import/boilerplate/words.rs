//! The words that boilerplate is told by, one file a language under `assets/boilerplate`.
//!
//! All in the form of [`super::plain`]. A list may be longer without harm as long as no sentence of
//! an article would match. All languages are looked up at once: pages mix them.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// The lists of all languages together.
pub(in crate::import) struct Words {
    /// A unit that is nothing else than these words.
    pub(super) whole: BTreeSet<&'static str>,
    /// A short unit that opens with these words.
    pub(super) openings: Openings,
    /// Openings that make even a whole sentence boilerplate.
    pub(super) sure_openings: Openings,
    /// Words that make a short unit boilerplate where a colon follows.
    pub(super) before_colon: BTreeSet<&'static str>,
    /// The same below the headline; it may open with them itself.
    pub(super) kickers: BTreeSet<&'static str>,
    /// Words that make a unit boilerplate wherever they stand in it.
    pub(super) anywhere: Openings,
    /// Headings whose entries are boilerplate too.
    pub(super) headings: Openings,
    /// Headings only where nothing else stands on their line.
    pub(super) bare_headings: BTreeSet<&'static str>,
    /// Headings of readers' comments, without their counts.
    pub(super) comments: BTreeSet<&'static str>,
    /// The same only with a count; without one they may be headings of the article.
    pub(super) counted_comments: BTreeSet<&'static str>,
    /// Words that stand beside a number in a line that tells a count, a length or an age.
    pub(super) measures: BTreeSet<&'static str>,
    /// Words that stand for the rest of a text behind its first sentence.
    pub(super) more: BTreeSet<&'static str>,
    /// What is read out behind a link.
    pub(super) link_ends: Vec<&'static str>,
    /// "You" and "we": words by which the page speaks to its reader.
    pub(super) speakers: BTreeSet<&'static str>,
    /// The same where a capital tells them from other words.
    pub(super) polite: BTreeSet<&'static str>,
    /// What only a page has.
    pub(super) page: Openings,
    /// What a page has, and others may have too.
    pub(super) near_page: Openings,
    /// Words and names that credit a picture.
    pub(super) credits: Vec<&'static str>,
    /// How captions open.
    pub(super) caption_openings: Openings,
    /// Words before a writer's name.
    pub(in crate::import) by: Vec<&'static str>,
    /// Words before the names of those who helped.
    pub(super) staff: Openings,
    /// Words after a writer's name, or in place of one.
    pub(in crate::import) roles: Vec<&'static str>,
    /// Words that stand beside a date in a line that tells the date.
    pub(in crate::import) beside_dates: BTreeSet<&'static str>,
}

/// Phrases by their first word.
#[derive(Default)]
pub(in crate::import) struct Openings(FxHashMap<&'static str, Vec<&'static str>>);

impl Openings {
    /// The longest phrase that `plain` opens with.
    pub(super) fn find(&self, plain: &str) -> Option<&'static str> {
        let first = plain.split(' ').next()?;
        let phrases = self.0.get(first)?;
        let opening = phrases.iter().copied().filter(|phrase| super::opens_with(plain, phrase));
        opening.max_by_key(|phrase| phrase.len())
    }
}

impl Openings {
    /// Whether one of the phrases stands anywhere in `plain`.
    pub(super) fn is_in(&self, plain: &str) -> bool {
        let starts = std::iter::once(0).chain(plain.match_indices(' ').map(|(at, _)| at + 1));
        starts.filter_map(|at| plain.get(at..)).any(|rest| self.find(rest).is_some())
    }
}

impl FromIterator<&'static str> for Openings {
    fn from_iter<I: IntoIterator<Item = &'static str>>(phrases: I) -> Self {
        let mut openings = Self::default();
        for phrase in phrases {
            let first = phrase.split(' ').next().unwrap_or_default();
            openings.0.entry(first).or_default().push(phrase);
        }
        openings
    }
}

/// The lists, read once.
pub(in crate::import) static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let lists = lists();
    Words {
        whole: list(&lists, "whole"),
        openings: list(&lists, "openings"),
        sure_openings: list(&lists, "sure openings"),
        before_colon: list(&lists, "before colon"),
        kickers: list(&lists, "kickers"),
        anywhere: list(&lists, "anywhere"),
        headings: list(&lists, "headings"),
        bare_headings: list(&lists, "bare headings"),
        comments: list(&lists, "comments"),
        counted_comments: list(&lists, "counted comments"),
        measures: list(&lists, "measures"),
        more: list(&lists, "more"),
        link_ends: list(&lists, "link ends"),
        speakers: list(&lists, "speakers"),
        polite: list(&lists, "polite"),
        page: list(&lists, "page"),
        near_page: list(&lists, "near page"),
        credits: list(&lists, "credits"),
        caption_openings: list(&lists, "caption openings"),
        by: list(&lists, "by"),
        staff: list(&lists, "staff"),
        roles: list(&lists, "roles"),
        beside_dates: list(&lists, "beside dates"),
    }
});

const FILES: [&str; 4] = [
    include_str!("../../../assets/boilerplate/en.txt"),
    include_str!("../../../assets/boilerplate/de.txt"),
    include_str!("../../../assets/boilerplate/es.txt"),
    include_str!("../../../assets/boilerplate/fr.txt"),
];

fn list<C: FromIterator<&'static str>>(lists: &[(&str, &'static str)], name: &str) -> C {
    lists.iter().filter(|(own, _)| *own == name).map(|(_, words)| *words).collect()
}

/// Every entry of every file with the name of its list.
fn lists() -> Vec<(&'static str, &'static str)> {
    let mut lists = Vec::new();
    for file in FILES {
        let mut name = "";
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                Some(heading) => name = heading,
                None => lists.extend(
                    line.split(',')
                        .map(str::trim)
                        .filter(|words| !words.is_empty())
                        .map(|words| (name, words)),
                ),
            }
        }
    }
    lists
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_has_the_form_it_is_looked_up_in() {
        for (name, words) in lists() {
            assert_eq!(super::super::plain(words), words, "in [{name}]");
        }
    }

    #[test]
    fn every_file_has_every_list() {
        for file in FILES {
            assert_eq!(file.lines().filter(|line| line.starts_with('[')).count(), 23);
        }
    }
}
