//! What sets claims apart whose summaries begin alike, and so look the same in the list.

use std::hash::{Hash as _, Hasher as _};

use rustc_hash::{FxHashMap, FxHasher};

use super::search::level;
use crate::model::{Claim, ClaimId};

/// Summaries with so many characters in common look the same: the rest of them is cut.
const ALIKE: usize = 48;

/// Of a short line so many characters are its beginning.
const HEAD: usize = 16;

/// The words that set claims apart, kept until a summary or a passage is another: no tag changes them.
#[derive(Default)]
pub(super) struct Apart {
    words: FxHashMap<ClaimId, String>,
    /// The [`print()`] of the claims they were found for.
    print: Option<u64>,
}

impl Apart {
    /// Brings the words up to date.
    pub(super) fn refresh(&mut self, claims: &[Claim]) {
        let print = Some(print(claims));
        if self.print != print {
            self.print = print;
            self.words = set_apart(claims);
        }
    }

    /// Words that set a claim apart; `None` where its summary does.
    pub(super) fn of(&self, claim: ClaimId) -> Option<&str> {
        self.words.get(&claim).map(String::as_str)
    }
}

/// A number that is another where other words may set claims apart.
fn print(claims: &[Claim]) -> u64 {
    let mut hasher = FxHasher::default();
    for claim in claims {
        (claim.id, &claim.summary, claim.passages.len()).hash(&mut hasher);
        for passage in &claim.passages {
            (passage.article, passage.span).hash(&mut hasher);
        }
    }
    hasher.finish()
}

/// The words that set a claim apart from those that begin alike, for each claim that needs any: how its
/// summary goes on, or a passage of its own where the summary is the same.
fn set_apart(claims: &[Claim]) -> FxHashMap<ClaimId, String> {
    let mut alike: Vec<&Claim> = those_alike(claims);
    alike.sort_by_key(|claim| (&claim.summary, claim.id));
    let words = |index: usize| {
        let claim = alike.get(index)?;
        let before = index.checked_sub(1).and_then(|before| alike.get(before));
        let beside = before.into_iter().chain(alike.get(index + 1)).copied();
        let beside: Vec<&Claim> =
            beside.filter(|other| beginning(other) == beginning(claim)).collect();
        Some((claim.id, words_apart(claim, &beside)?))
    };
    (0..alike.len()).filter_map(words).collect()
}

/// A summary on a short line: its first words, and those that set it apart.
pub(crate) fn shortened(summary: &str, apart: Option<&str>) -> String {
    let Some(apart) = apart else { return summary.to_owned() };
    let end = summary.char_indices().nth(HEAD).map_or(summary.len(), |(end, _)| end);
    let head = summary.get(..end).unwrap_or_default();
    let head = head.rsplit_once(char::is_whitespace).map_or(head, |(words, _)| words);
    format!("{head} … {}", apart.trim_start_matches('…'))
}

/// The claims whose beginning another claim has too.
fn those_alike(claims: &[Claim]) -> Vec<&Claim> {
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    for claim in claims {
        *counts.entry(beginning(claim)).or_default() += 1;
    }
    let is_shared = |claim: &&Claim| counts.get(beginning(claim)).is_some_and(|count| *count > 1);
    claims.iter().filter(is_shared).collect()
}

fn beginning(claim: &Claim) -> &str {
    let end = claim.summary.char_indices().nth(ALIKE).map(|(end, _)| end);
    end.and_then(|end| claim.summary.get(..end)).unwrap_or(&claim.summary)
}

/// What `claim` says and none of `others` does.
fn words_apart(claim: &Claim, others: &[&Claim]) -> Option<String> {
    let shared = others.iter().map(|other| common(&claim.summary, &other.summary)).max()?;
    let rest = claim.summary.get(shared..).unwrap_or_default();
    if !rest.is_empty() {
        let word = claim.summary.get(..shared).unwrap_or_default();
        let start = word.rfind(char::is_whitespace).map_or(0, |space| space + 1);
        return Some(format!("…{}", level(claim.summary.get(start..).unwrap_or_default())));
    }
    let is_told = |quote: &str| {
        common(&claim.summary, quote) >= ALIKE / 2
            || others.iter().flat_map(|other| &other.passages).any(|other| other.quote == quote)
    };
    let quotes = claim.passages.iter().map(|passage| passage.quote.as_str());
    quotes.filter(|quote| !is_told(quote)).map(level).next()
}

/// How many bytes two texts have in common at their beginning.
fn common(a: &str, b: &str) -> usize {
    let letters = a.char_indices().zip(b.chars());
    let differing = letters.into_iter().find(|((_, a), b)| a != b).map(|((at, _), _)| at);
    differing.unwrap_or(a.len().min(b.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::actions::tests::project;

    const LONG: &str = "The harbour master says that the old ferry had been repaired twice";

    /// The words that set apart claims of these summaries; each has its passages from the project.
    fn check(summaries: [String; 2], expected: [Option<&str>; 2]) {
        let mut claims = project().claims;
        let ids = [claims[0].id, claims[1].id];
        for (claim, summary) in claims.iter_mut().zip(summaries) {
            claim.summary = summary;
        }
        let apart = set_apart(&claims);
        assert_eq!(ids.map(|id| apart.get(&id).map(String::as_str)), expected);
    }

    #[test]
    fn a_summary_that_begins_as_another_is_told_by_how_it_goes_on() {
        check(
            [format!("{LONG} in May."), format!("{LONG} in March.")],
            [Some("…May."), Some("…March.")],
        );
    }

    #[test]
    fn where_one_summary_goes_on_the_shorter_one_is_told_by_its_passages() {
        check(
            [LONG.into(), format!("{LONG} in May.")],
            [Some("The bridge is shut."), Some("…twice in May.")],
        );
    }

    #[test]
    fn one_summary_of_two_claims_is_told_by_a_passage_of_each() {
        check([LONG.into(), LONG.into()], [Some("The bridge is shut."), Some("A ferry runs.")]);
    }

    #[test]
    fn words_are_found_again_for_another_summary_or_passage() {
        let mut claims = project().claims;
        let first = claims[0].id;
        for claim in &mut claims {
            claim.summary = LONG.into();
        }
        let mut apart = Apart::default();
        apart.refresh(&claims);
        assert_eq!(apart.of(first), Some("The bridge is shut."));
        claims[0].passages.remove(0);
        apart.refresh(&claims);
        assert_eq!(apart.of(first), Some("The bridge was closed."));
        claims[0].summary = "A ferry sank.".into();
        apart.refresh(&claims);
        assert_eq!(apart.of(first), None);
    }

    #[test]
    fn a_short_line_has_the_first_words_and_those_that_set_apart() {
        assert_eq!(shortened(LONG, None), LONG);
        assert_eq!(shortened(LONG, Some("…in May.")), "The harbour … in May.");
    }

    #[test]
    fn summaries_that_soon_differ_need_no_more_words() {
        check(["The ferry ran.".into(), "The ferry sank.".into()], [None, None]);
    }
}
