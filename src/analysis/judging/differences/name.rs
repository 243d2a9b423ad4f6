//! People, organisations and places that differ.

use std::ops::Range;

use super::attribution::is_addressed;
use super::{Difference, Meeting, Side};
use crate::analysis::judging::facts::Facts;
use crate::analysis::story::Stream;
use crate::analysis::values::names::Name;
use crate::analysis::words::lexicon::Traits;
use crate::analysis::words::spelling::edit_distance;
use crate::analysis::words::terms::TermId;
use crate::model::ReasonKind;

/// Articles shorter than this say too little for a name they leave out to mean anything.
const LEAST_WORDS: usize = 80;

/// Names of the two sides that stand for one another and are not the same.
pub(super) fn differences(meeting: &Meeting<'_, '_>) -> Vec<Difference> {
    let (left, right) = (&meeting.a.names, &meeting.b.names);
    if left.is_empty() || right.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (x, written) in left.iter().zip(spellings(meeting.a)) {
        for (y, other) in right.iter().zip(spellings(meeting.b)) {
            if is_contained(meeting, x, y) || written.is_contained(other) {
                continue;
            }
            // Who says so is another matter, unless it is one person under two names.
            let is_inside = meeting.a.holds(x.tokens.start) && meeting.b.holds(y.tokens.start);
            let others = || {
                titled(meeting, x, y, left, right)
                    .or_else(|| other_surname(meeting, x, y))
                    .or_else(|| substituted(meeting, x, y))
            };
            let confidence = given_names(meeting, x, y)
                .or_else(|| surnames(meeting, x, y))
                .or_else(|| others().filter(|_| is_inside));
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

/// One person under two names that are nearly one: that is plain whatever else the passages say.
pub(super) fn slips(meeting: &Meeting<'_, '_>) -> Vec<Difference> {
    let pairs = meeting.a.names.iter().flat_map(|x| meeting.b.names.iter().map(move |y| (x, y)));
    let has_figure = meeting.shares_figure();
    let slip = |(x, y): (&Name, &Name)| {
        let confidence = surnames(meeting, x, y)
            .or_else(|| given_names(meeting, x, y).filter(|_| has_figure))
            .filter(|_| !is_contained(meeting, x, y))?;
        Some(Difference::new(ReasonKind::Name, confidence, x.tokens.clone(), y.tokens.clone()))
    };
    pairs.filter_map(slip).collect()
}

/// Whether one name has all the words of the other.
fn is_contained(meeting: &Meeting<'_, '_>, x: &Name, y: &Name) -> bool {
    let stem = |side: &Side<'_>, at: usize| side.reader.word(at)?.stem;
    let left = || x.tokens.clone().filter_map(|at| stem(meeting.a, at));
    let right = || y.tokens.clone().filter_map(|at| stem(meeting.b, at));
    left().all(|stem| right().any(|other| other == stem))
        || right().all(|stem| left().any(|other| other == stem))
}

/// How a name is written: it is compared with many others.
pub(super) struct Spelling {
    /// Its words as they sound.
    sounds: Vec<String>,
    /// Its words in one.
    joined: String,
    /// The first letters of its words.
    initials: Vec<char>,
    /// The letters of each word that may be initials.
    letters: Vec<Vec<char>>,
}

impl Spelling {
    fn of(name: &Name) -> Self {
        let letters = |word: &String| word.chars().filter(|c| c.is_alphabetic()).collect();
        let letters = name.words.iter().map(letters);
        Self {
            sounds: name.words.iter().map(|word| sound(word)).collect(),
            joined: name.words.concat(),
            initials: name.words.iter().filter_map(|word| word.chars().next()).collect(),
            letters: letters.filter(|letters: &Vec<char>| letters.len() >= 2).collect(),
        }
    }

    /// Whether one name has all the words of the other, accents, endings and ways of spelling aside, or
    /// is its initials.
    fn is_contained(&self, other: &Self) -> bool {
        self.sounds.iter().all(|word| other.sounds.contains(word))
            || other.sounds.iter().all(|word| self.sounds.contains(word))
            || self.joined == other.joined
            || self.is_short_form(other)
            || other.is_short_form(self)
    }

    /// `BBC` for `British Broadcasting Corporation`, `IE browser` for `Internet Explorer browser`.
    fn is_short_form(&self, other: &Self) -> bool {
        let is_short = |letters: &Vec<char>| {
            other.initials.windows(letters.len()).any(|run| run == letters.as_slice())
        };
        self.letters.iter().any(is_short)
    }
}

/// The spellings of a side's names, in their order.
fn spellings<'m>(side: &'m Side<'_>) -> &'m [Spelling] {
    side.once.spellings.get_or_init(|| side.names.iter().map(Spelling::of).collect())
}

/// Given name and surname; where every noun has a capital the last two words, for the first may tell what
/// somebody is.
fn person<'m>(side: &Side<'_>, name: &'m Name) -> Option<(&'m str, &'m str)> {
    match name.words.as_slice() {
        [_, .., given, surname] if side.reader.lexicon.data.nouns_have_capitals => {
            Some((given, surname))
        }
        _ => name.person(),
    }
}

/// One surname, two given names.
fn given_names(meeting: &Meeting<'_, '_>, x: &Name, y: &Name) -> Option<f64> {
    let ((a, surname), (b, other)) = (person(meeting.a, x)?, person(meeting.b, y)?);
    if surname != other
        || sound(a) == sound(b)
        || a.starts_with(b)
        || b.starts_with(a)
        || is_nickname(meeting.a, a, b)
        || is_noun(meeting.a, x)
        || is_noun(meeting.b, y)
    {
        return None;
    }
    let knows = |facts: &Facts<'_>, given: &str| {
        facts.people.contains(&(given.to_owned(), surname.to_owned()))
    };
    let two_people = meeting.facts.iter().any(|facts| knows(facts, a) && knows(facts, b));
    (!two_people).then_some(0.85)
}

/// One given name, two surnames that differ by a letter or two, or begin alike.
fn surnames(meeting: &Meeting<'_, '_>, x: &Name, y: &Name) -> Option<f64> {
    let ((given, a), (other, b)) = (person(meeting.a, x)?, person(meeting.b, y)?);
    let is_near = edit_distance(a, b) <= a.len().min(b.len()) / 4 + 1 || begin_alike(a, b);
    if given != other || sound(a) == sound(b) || !is_near {
        return None;
    }
    let knows = |facts: &Facts<'_>, surname: &str| {
        facts.people.contains(&(given.to_owned(), surname.to_owned()))
    };
    let two_people = meeting.facts.iter().any(|facts| knows(facts, a) && knows(facts, b));
    (!two_people).then_some(0.70)
}

/// Whether two surnames have the first four letters and half of the longer one in common: `Osterfeld`,
/// `Osterkamp`.
fn begin_alike(a: &str, b: &str) -> bool {
    let common = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    common >= 4 && common * 2 >= a.chars().count().max(b.chars().count())
}

/// Whether what looks like a given name is a noun, in a language that gives every noun a capital.
fn is_noun(side: &Side<'_>, name: &Name) -> bool {
    let roles = Traits::TITLE.or(Traits::PEOPLE).or(Traits::ORGANISATION);
    // The last word is the surname.
    let given = name.tokens.end.saturating_sub(2).max(name.tokens.start);
    let has_like_words = side.reader.form(given).is_some_and(|form| {
        let stem = side.reader.lexicon.stem(form);
        !side.reader.lexicon.synonym_groups(&stem).is_empty()
            || !side.reader.lexicon.groups_of_head(&stem).is_empty()
    });
    let is_amount = side
        .reader
        .form(given)
        .is_some_and(|form| side.reader.lexicon.data.plural_scales.contains_key(form));
    side.reader.lexicon.data.nouns_have_capitals
        && (has_like_words || is_amount || side.reader.has(given, roles))
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
    let same_title = x.title.is_some() && x.title == y.title && !is_near_spelling(x, y);
    let is_told = |name: &Name, others: &[Name]| {
        others.iter().any(|other| other.words.iter().any(|word| name.has(word)))
    };
    (same_title
        && !is_told(x, right)
        && !is_told(y, left)
        && !is_known(meeting.facts[1], meeting.a, x)
        && !is_known(meeting.facts[0], meeting.b, y))
    .then_some(0.65)
}

/// One given name, and surnames of which neither article knows the other's: `Emma Stone` against `Emma
/// Watson` in the same place.
fn other_surname(meeting: &Meeting<'_, '_>, x: &Name, y: &Name) -> Option<f64> {
    let ((given, a), (other, b)) = (person(meeting.a, x)?, person(meeting.b, y)?);
    let knows = |facts: &Facts<'_>, side: &Side<'_>, name: &Name| {
        let last = name.tokens.end.checked_sub(1).and_then(|at| side.reader.word(at)?.stem);
        last.is_none_or(|stem| facts.stems.contains(&stem))
    };
    let context = meeting.common_context(&x.tokens, &y.tokens);
    let is_other = given == other
        && sound(a) != sound(b)
        && !knows(meeting.facts[1], meeting.a, x)
        && !knows(meeting.facts[0], meeting.b, y);
    (is_other && context >= 1).then(|| 0.5 + 0.08 * context.min(3) as f64)
}

/// A name that the whole other article never uses, in the place of one that the first never uses.
fn substituted(meeting: &Meeting<'_, '_>, x: &Name, y: &Name) -> Option<f64> {
    let long_enough =
        meeting.facts.iter().all(|facts| facts.words >= LEAST_WORDS) || are_lone_sentences(meeting);
    let (sort, is_told) = (same_sort(meeting, x, y), !is_unsure(x) && !is_unsure(y));
    if !long_enough
        || sort.is_none()
        || !is_told
        || meeting.a.reader.lexicon.data.nouns_have_capitals
        || is_known(meeting.facts[1], meeting.a, x)
        || is_known(meeting.facts[0], meeting.b, y)
    {
        return None;
    }
    // Town, county and country are all told of one place: only two states are surely two.
    let is_state = |side: &Side<'_>, name: &Name| {
        name.words.iter().any(|word| side.reader.lexicon.is_of_state(word))
    };
    let are_places = matches!(sort, Some(Sort::SamePlace | Sort::Places));
    let are_states = is_state(meeting.a, x) && is_state(meeting.b, y);
    if are_places && meeting.is_in_story() && !are_states {
        return None;
    }
    let alike =
        |a: &str, b: &str| a.chars().take(4).eq(b.chars().take(4)) && a.chars().count() >= 4;
    if x.words.iter().any(|a| y.words.iter().any(|b| a == b || alike(a, b))) {
        return None;
    }
    let context = meeting.common_context(&x.tokens, &y.tokens);
    let bonus = [
        (is_near_spelling(x, y), 0.15),
        (sort == Some(Sort::SamePlace), 0.08),
        (beside(meeting, x, y), 0.08),
    ];
    let bonus: f64 = bonus.iter().filter(|(holds, _)| *holds).map(|(_, worth)| worth).sum();
    let needed = if sort == Some(Sort::SameNeighbour) { 2 } else { 1 };
    (context >= needed).then(|| 0.4 + 0.1 * context.min(3) as f64 + bonus)
}

/// Why two names may stand for one another.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// Both follow the same preposition of place.
    SamePlace,
    /// Both are places.
    Places,
    /// Both are people.
    People,
    /// Both follow the same word.
    SameNeighbour,
}

fn same_sort(meeting: &Meeting<'_, '_>, x: &Name, y: &Name) -> Option<Sort> {
    let before = |side: &Side<'_>, name: &Name| {
        let at = name.tokens.start.checked_sub(1)?;
        let is_skipped = side.reader.has(at, Traits::ARTICLE.or(Traits::TITLE));
        if is_skipped { at.checked_sub(1) } else { Some(at) }
    };
    let first = before(meeting.a, x).and_then(|at| meeting.a.reader.form(at));
    let second = before(meeting.b, y).and_then(|at| meeting.b.reader.form(at));
    let is_place = |side: &Side<'_>, name: &Name| {
        before(side, name).is_some_and(|at| side.reader.has(at, Traits::PLACE_PREPOSITION))
    };
    let is_same =
        first.is_some_and(|form| form.chars().any(char::is_alphabetic)) && first == second;
    match () {
        () if is_place(meeting.a, x) && is_place(meeting.b, y) => {
            Some(if is_same { Sort::SamePlace } else { Sort::Places })
        }
        () if is_person(meeting.a, x) && is_person(meeting.b, y) => Some(Sort::People),
        () if is_same => Some(Sort::SameNeighbour),
        () => None,
    }
}

/// Whether the same word of content stands right before, or right after, both names.
fn beside(meeting: &Meeting<'_, '_>, x: &Name, y: &Name) -> bool {
    let stem = |side: &Side<'_>, from: Option<usize>, step: isize| {
        let mut at = from;
        for _ in 0..3 {
            let word = side.reader.word(at?)?;
            if word.is_content() {
                return word.stem;
            }
            at = at?.checked_add_signed(step);
        }
        None
    };
    let before = |side: &Side<'_>, name: &Name| stem(side, name.tokens.start.checked_sub(1), -1);
    let after = |side: &Side<'_>, name: &Name| stem(side, Some(name.tokens.end), 1);
    let same = |a: Option<TermId>, b: Option<TermId>| a.is_some() && a == b;
    same(before(meeting.a, x), before(meeting.b, y))
        || same(after(meeting.a, x), after(meeting.b, y))
}

/// A single word that begins a sentence may have its capital for that alone.
fn is_unsure(name: &Name) -> bool {
    name.is_first && name.words.len() < 2 && name.title.is_none()
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
            || (near.into_iter().any(|at| side.reader.has(at, Traits::REPORT))
                && !is_addressed(side, name.tokens.start)))
}

/// Whether an article uses any word of a name of the other.
fn is_known(facts: &Facts<'_>, side: &Side<'_>, name: &Name) -> bool {
    name.tokens
        .clone()
        .filter_map(|at| side.reader.word(at)?.stem)
        .any(|stem| facts.stems.contains(&stem))
}

/// Whether two names differ by a letter or two, or in how another script was spelled: too little for
/// another person, enough for a slip.
fn is_near_spelling(x: &Name, y: &Name) -> bool {
    let (a, b) = (x.words.join(" "), y.words.join(" "));
    let longest = a.chars().count().max(b.chars().count());
    sound(&a) == sound(&b) || (longest >= 6 && edit_distance(&a, &b) <= longest / 6)
}

/// A word in its plain letters: `nöel` as `noel`.
fn without_accents(word: &str) -> String {
    use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};
    if word.is_ascii() {
        return word.to_owned();
    }
    word.nfd().filter(|c| !is_combining_mark(*c)).collect()
}

/// A word as it sounds, so that the ways of writing it in Latin letters are one.
fn sound(word: &str) -> String {
    let mut plain = without_accents(word);
    let pairs =
        [("ae", "a"), ("oe", "o"), ("ue", "u"), ("ph", "f"), ("ck", "k"), ("kh", "k"), ("gh", "g")];
    let has_pair = |two: &[u8]| pairs.iter().any(|(pair, _)| pair.as_bytes() == two);
    if plain.as_bytes().windows(2).any(has_pair) {
        plain = pairs.iter().fold(plain, |word, (pair, letter)| word.replace(pair, letter));
    }
    let mut sound = String::with_capacity(plain.len());
    for c in plain.chars() {
        let c = match c {
            'y' | 'j' => 'i',
            'q' | 'c' => 'k',
            'g' if sound.is_empty() || sound.ends_with(' ') => 'k',
            'w' => 'v',
            'z' | 'ß' => 's',
            'h' | '-' | '\'' => continue,
            other => other,
        };
        if !sound.ends_with(c) {
            sound.push(c);
        }
    }
    sound
}
