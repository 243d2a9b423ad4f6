//! People, organisations and places that differ.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{Difference, Meeting, Side};
use crate::analysis::facts::Facts;
use crate::analysis::kinship::dice;
use crate::analysis::lexicon::Traits;
use crate::analysis::names::Name;
use crate::analysis::story::Stream;
use crate::analysis::terms::TermId;
use crate::model::ReasonKind;

/// Articles shorter than this say too little for a name they leave out to mean anything.
const LEAST_WORDS: usize = 80;

/// Names of the two sides that stand for one another and are not the same.
pub(super) fn differences(meeting: &Meeting<'_, '_>) -> Vec<Difference> {
    if meeting.a.reader.lexicon.data.nouns_have_capitals {
        return Vec::new();
    }
    let (left, right) = (&meeting.a.names, &meeting.b.names);
    let mut found = Vec::new();
    for x in left {
        for y in right {
            if is_contained(meeting, x, y) {
                continue;
            }
            let confidence = given_names(meeting, x, y)
                .or_else(|| surnames(meeting, x, y))
                .or_else(|| titled(meeting, x, y, left, right))
                .or_else(|| substituted(meeting, x, y));
            if let Some(confidence) = confidence {
                found.push(Difference::new(
                    ReasonKind::Name,
                    confidence,
                    x.tokens.clone(),
                    y.tokens.clone(),
                ));
            }
        }
    }
    found
}

/// Whether one name has all the words of the other, accents and endings aside.
fn is_contained(meeting: &Meeting<'_, '_>, x: &Name, y: &Name) -> bool {
    let stems = |side: &Side<'_>, name: &Name| -> BTreeSet<TermId> {
        name.tokens.clone().filter_map(|at| side.reader.word(at)?.stem).collect()
    };
    let (left, right) = (stems(meeting.a, x), stems(meeting.b, y));
    let plain = |name: &Name| -> BTreeSet<String> {
        name.words.iter().map(|word| without_accents(word)).collect()
    };
    let (first, second) = (plain(x), plain(y));
    left.is_subset(&right)
        || right.is_subset(&left)
        || first.is_subset(&second)
        || second.is_subset(&first)
}

/// A word in its plain letters: `nöel` as `noel`.
fn without_accents(word: &str) -> String {
    use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};
    word.nfd().filter(|c| !is_combining_mark(*c)).collect()
}

/// One surname, two given names.
fn given_names(meeting: &Meeting<'_, '_>, x: &Name, y: &Name) -> Option<f64> {
    let ((a, surname), (b, other)) = (x.clone().into_person()?, y.clone().into_person()?);
    if surname != other
        || a == b
        || a.starts_with(&*b)
        || b.starts_with(&*a)
        || is_nickname(meeting.a, &a, &b)
    {
        return None;
    }
    let knows = |facts: &Facts<'_>, given: &str| {
        facts.people.contains(&(given.to_owned(), surname.clone()))
    };
    let two_people = meeting.facts.iter().any(|facts| knows(facts, &a) && knows(facts, &b));
    (!two_people).then_some(0.85)
}

/// One given name, two surnames that differ by a letter or two.
fn surnames(meeting: &Meeting<'_, '_>, x: &Name, y: &Name) -> Option<f64> {
    let ((given, a), (other, b)) = (x.clone().into_person()?, y.clone().into_person()?);
    if given != other || a == b || edit_distance(&a, &b) > a.len().min(b.len()) / 4 + 1 {
        return None;
    }
    let knows = |facts: &Facts<'_>, surname: &str| {
        facts.people.contains(&(given.clone(), surname.to_owned()))
    };
    let two_people = meeting.facts.iter().any(|facts| knows(facts, &a) && knows(facts, &b));
    (!two_people).then_some(0.70)
}

fn is_nickname(side: &Side<'_>, a: &str, b: &str) -> bool {
    let sets = &side.reader.lexicon.data.nicknames;
    sets.iter().any(|set| {
        set.split_whitespace().any(|name| name == a) && set.split_whitespace().any(|name| name == b)
    })
}

/// One title, two names of which neither is known to the other passage.
fn titled(
    meeting: &Meeting<'_, '_>,
    x: &Name,
    y: &Name,
    left: &[Name],
    right: &[Name],
) -> Option<f64> {
    let same_title = x.title.is_some() && x.title == y.title;
    let is_known = |name: &Name, others: &[Name]| {
        others.iter().any(|other| other.words.iter().any(|word| name.has(word)))
    };
    (same_title
        && !is_known(x, right)
        && !is_known(y, left)
        && !knows_any(meeting.facts[1], meeting.a, x)
        && !knows_any(meeting.facts[0], meeting.b, y))
    .then_some(0.65)
}

/// A name that the whole other article never uses, in the place of one that the first never uses.
fn substituted(meeting: &Meeting<'_, '_>, x: &Name, y: &Name) -> Option<f64> {
    let long_enough =
        meeting.facts.iter().all(|facts| facts.words >= LEAST_WORDS) || are_lone_sentences(meeting);
    let is_place = |side: &Side<'_>, name: &Name| {
        name.tokens.start > 0 && side.reader.has(name.tokens.start - 1, Traits::PLACE_PREPOSITION)
    };
    let same_sort = (is_place(meeting.a, x) && is_place(meeting.b, y))
        || (is_person(meeting.a, x) && is_person(meeting.b, y));
    if !long_enough
        || !same_sort
        || x.is_first
        || y.is_first
        || knows_any(meeting.facts[1], meeting.a, x)
        || knows_any(meeting.facts[0], meeting.b, y)
    {
        return None;
    }
    let alike =
        |a: &str, b: &str| a.chars().take(4).eq(b.chars().take(4)) && a.chars().count() >= 4;
    if x.words.iter().any(|a| y.words.iter().any(|b| a == b || alike(a, b))) {
        return None;
    }
    let context = meeting.common_context(&x.tokens, &y.tokens);
    let near_spelling = dice(&x.words.join(" "), &y.words.join(" ")) > 0.6;
    (context >= 1)
        .then(|| 0.4 + 0.1 * context.min(3) as f64 + if near_spelling { 0.15 } else { 0.0 })
}

/// Whether all that is known is two sentences: then there are no articles to ask.
fn are_lone_sentences(meeting: &Meeting<'_, '_>) -> bool {
    meeting.story.units.len() == 2
        && meeting.story.units.iter().all(|unit| unit.stream == Stream::Text)
}

fn is_person(side: &Side<'_>, name: &Name) -> bool {
    let near: Range<usize> = name.tokens.start.saturating_sub(2)..name.tokens.end + 2;
    !name.is_organisation
        && (name.title.is_some()
            || name.words.len() == 2
            || near.into_iter().any(|at| side.reader.has(at, Traits::REPORT)))
}

/// Whether an article uses any word of a name of the other.
fn knows_any(facts: &Facts<'_>, side: &Side<'_>, name: &Name) -> bool {
    name.tokens
        .clone()
        .filter_map(|at| side.reader.word(at)?.stem)
        .any(|stem| facts.stems.contains(&stem))
}

/// How many letters have to be put in, taken out or changed.
pub(super) fn edit_distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = (diagonal + usize::from(x != *y)).min(above + 1).min(row[j] + 1);
            diagonal = above;
        }
    }
    row[b.len()]
}
