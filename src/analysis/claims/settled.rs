//! What nobody disputes in a disputed claim: a value that its articles agree in is told by itself.
//!
//! `Divers took 412 samples at 206 piers` and `421 samples at 206 piers` dispute the samples. The piers are
//! a claim of their own, so that a dispute holds no more than what is disputed. Only phrases with a
//! preposition are cut out, and only where numbers, dates or names differ: what remains has to read on.

use std::collections::BTreeSet;
use std::ops::Range;

use super::retold::{Draft, compare_all, put_in, take_out};
use crate::analysis::claims::Known;
use crate::analysis::judging::suggestion::{Suggested, compare};
use crate::analysis::matching::narrowing::Member;
use crate::analysis::story::clauses::content;
use crate::analysis::story::{Story, Stream};
use crate::analysis::values::reader::Reader;
use crate::analysis::values::{Meaning, Value};
use crate::analysis::words::lexicon::Traits;
use crate::analysis::words::terms::{ValueKey, ValueKind};
use crate::analysis::words::tokens::TokenKind;
use crate::analysis::{Cancelled, Progress, parallel};
use crate::model::{Place, Reason, ReasonKind, Tag};

/// Tokens on either side of a value that belong to its phrase.
const REACH: usize = 6;
/// Words of content of a phrase, and of what is left without it.
const LEAST_CONTENT: usize = 2;
/// A claim of more passages stays as it is.
const LARGEST: usize = 24;

/// The drafts, those that are disputed without what is agreed in them, and that by itself.
pub(super) fn part(
    known: &Known<'_>,
    mut drafts: Vec<Draft>,
    progress: &mut Progress<'_, '_>,
) -> Result<Vec<Draft>, Cancelled> {
    compare_all(known.story, known.facts, &mut drafts, progress)?;
    let parted = parallel::map_long(&drafts, progress, |draft| parted(known, draft))?;
    let both = drafts.into_iter().zip(parted);
    Ok(both.flat_map(|(draft, parts)| parts.unwrap_or_else(|| vec![draft])).collect())
}

/// A disputed draft and the phrases that are agreed in it; `None` where there are none.
fn parted(known: &Known<'_>, draft: &Draft) -> Option<Vec<Draft>> {
    let (members, suggested) = (&draft.members, draft.suggested.as_ref()?);
    let Known { story, facts, .. } = *known;
    let is_of_values = |reason: &Reason| {
        matches!(reason.kind, ReasonKind::Number | ReasonKind::Date | ReasonKind::Name)
    };
    let suggestion = &suggested.suggestion;
    if suggestion.tag != Tag::Disputed
        || members.len() > LARGEST
        || !suggestion.reasons.iter().all(is_of_values)
    {
        return None;
    }
    let mut left = members.clone();
    let mut parts = Vec::new();
    for phrases in shared(story, &Disputed::of(story, members, suggested).phrases(members)) {
        let mut own = Vec::new();
        for (unit, tokens) in &phrases {
            put_in(&mut own, (*unit, tokens.clone()));
        }
        own.sort_by_key(|member| member.unit);
        let told = compare(story, facts, &own);
        if told.0.suggestion.tag == Tag::Agreed {
            for phrase in &phrases {
                take_out(&mut left, phrase);
            }
            parts.push(Draft::compared(own, told));
        }
    }
    if parts.is_empty() {
        return None;
    }
    let told = compare(story, facts, &left);
    (told.0.suggestion.tag == Tag::Disputed).then(|| {
        parts.insert(0, Draft::compared(left, told));
        parts
    })
}

/// Tokens of a unit.
type Stretch = (u32, Range<usize>);

/// A phrase with values.
struct Phrase {
    unit: u32,
    tokens: Range<usize>,
    keys: Vec<ValueKey>,
    /// How many values it has, and whether all are dates.
    count: usize,
    is_dated: bool,
}

/// The words that a draft disputes.
struct Disputed<'s> {
    story: &'s Story<'s>,
    words: Vec<Stretch>,
    /// The values among them.
    values: Vec<&'s Value>,
}

impl<'s> Disputed<'s> {
    fn of(story: &'s Story<'s>, members: &[Member], suggested: &Suggested) -> Self {
        let places = suggested.suggestion.reasons.iter().flat_map(|reason| &reason.places);
        let in_unit = |place: Place| {
            let units = members.iter().map(|member| member.unit);
            units.filter_map(move |unit| stretch(story, unit, place))
        };
        let words: Vec<Stretch> = places.copied().flat_map(in_unit).collect();
        let of = |(unit, tokens): &Stretch| {
            let tokens = tokens.clone();
            let values = story.units[*unit as usize].values.iter();
            values.filter(move |value| tokens.contains(&value.tokens.start))
        };
        let values = words.iter().flat_map(of).collect();
        Self { story, words, values }
    }

    /// Whether tokens of a unit hold none of the words.
    fn is_free(&self, unit: u32, tokens: &Range<usize>) -> bool {
        let meets = |(other, words): &Stretch| {
            *other == unit && words.start < tokens.end && tokens.start < words.end
        };
        !self.words.iter().any(meets)
    }

    /// The phrases in running text that hold values and no disputed words.
    fn phrases(&self, members: &[Member]) -> Vec<Phrase> {
        let is_text =
            |member: &&Member| self.story.units[member.unit as usize].stream != Stream::Title;
        let runs = members
            .iter()
            .filter(is_text)
            .flat_map(|member| member.runs.iter().map(move |run| (member.unit, run)));
        runs.flat_map(|(unit, run)| self.phrases_of(unit, run)).collect()
    }

    fn phrases_of(&self, index: u32, run: &Range<usize>) -> Vec<Phrase> {
        let unit = &self.story.units[index as usize];
        let reader = self.story.reader(unit);
        let is_settled = |value: &&Value| {
            run.start <= value.tokens.start
                && value.tokens.end <= run.end
                && self.is_free(index, &value.tokens)
                && !self.values.iter().any(|rival| may_be_one(rival, value))
        };
        let mut phrases: Vec<Phrase> = Vec::new();
        for value in unit.values.iter().filter(is_settled) {
            let next = Phrase {
                unit: index,
                tokens: around(reader, run, value),
                keys: value.keys(),
                count: 1,
                is_dated: matches!(value.meaning, Meaning::Date(_)),
            };
            match phrases.last_mut() {
                Some(last) if last.goes_on(&next) => last.take_in(next),
                _ => phrases.push(next),
            }
        }
        for phrase in &mut phrases {
            phrase.close(reader, run);
        }
        phrases.retain(|phrase| {
            let (before, after) = (run.start..phrase.tokens.start, phrase.tokens.end..run.end);
            self.is_free(index, &phrase.tokens)
                && leads(reader, phrase.tokens.start)
                && content(reader, &phrase.tokens) >= LEAST_CONTENT
                && content(reader, &before) + content(reader, &after) >= LEAST_CONTENT
                // A day is told with what happened; from when to when is more.
                && (!phrase.is_dated || phrase.count > 1)
        });
        phrases
    }
}

impl Phrase {
    /// Whether the next phrase follows, with a mark or a word between at most: `between May | and June`.
    const fn goes_on(&self, next: &Self) -> bool {
        next.tokens.start <= self.tokens.end + 1
    }

    /// Takes in the marks that end its run.
    fn close(&mut self, reader: Reader<'_>, run: &Range<usize>) {
        if content(reader, &(self.tokens.end..run.end)) == 0 {
            self.tokens.end = run.end;
        }
    }

    fn take_in(&mut self, next: Self) {
        self.tokens.end = next.tokens.end.max(self.tokens.end);
        self.keys.extend(next.keys);
        self.count += 1;
        self.is_dated &= next.is_dated;
    }
}

/// Where a place lies in a unit.
fn stretch(story: &Story<'_>, unit: u32, place: Place) -> Option<Stretch> {
    let of = &story.units[unit as usize];
    let span = story.own_span(of, place)?;
    let inside = |at: &usize| of.tokens[*at].span.overlap(span) > 0;
    let first = (0..of.tokens.len()).find(inside)?;
    let last = (first..of.tokens.len()).take_while(inside).last()?;
    Some((unit, first..last + 1))
}

/// The phrase around a value: from its preposition to the next, as far as no verb or mark parts it.
fn around(reader: Reader<'_>, run: &Range<usize>, value: &Value) -> Range<usize> {
    let mut start = value.tokens.start;
    while start > run.start && value.tokens.start - start < REACH && !parts(reader, start - 1) {
        start -= 1;
        if leads(reader, start) {
            break;
        }
    }
    let limit = run.end.min(value.tokens.end + REACH);
    let ends = |at: &usize| parts(reader, *at) || leads(reader, *at);
    start..(value.tokens.end..limit).find(ends).unwrap_or(limit)
}

/// Whether a phrase may begin with a word: `in`, `between`, but not `of`, which tells which is meant.
fn leads(reader: Reader<'_>, at: usize) -> bool {
    let is_of = reader.has(at, Traits::OUT_OF) && !reader.has(at, Traits::PLACE_PREPOSITION);
    reader.has(at, Traits::STOP) && !reader.has(at, Traits::ARTICLE) && !is_of
}

/// Whether a token parts phrases: a mark, a verb or a word that joins.
fn parts(reader: Reader<'_>, at: usize) -> bool {
    let verbs = Traits::FINITE.or(Traits::REPORT).or(Traits::SUBJECT);
    let joins = Traits::CONJUNCTION.or(Traits::RELATIVE).or(Traits::COMPLEMENTISER);
    let is_past = |form: &str| reader.lexicon.data.ends_past(form);
    reader.token(at).is_none_or(|token| token.kind == TokenKind::Mark)
        || reader.has(at, verbs.or(joins))
        || reader.form(at).is_some_and(is_past)
}

/// Whether two values are of one sort, so that one may stand in the place of the other: two times, two
/// sums, two counts of one thing.
fn may_be_one(x: &Value, y: &Value) -> bool {
    match (&x.meaning, &y.meaning) {
        (Meaning::Quantity(x), Meaning::Quantity(y)) => {
            let is_bare = x.heads.is_empty() || y.heads.is_empty();
            let counts_one = || is_bare || x.heads.first() == y.heads.first();
            x.kind == y.kind && (x.kind != ValueKind::Count || counts_one())
        }
        // `20 heures` is an hour or how long it took.
        (Meaning::Quantity(one), _) | (_, Meaning::Quantity(one)) => {
            one.kind == ValueKind::Measure("duration")
        }
        _ => true,
    }
}

/// The stretches of phrases of several articles that have a value in common.
fn shared(story: &Story<'_>, phrases: &[Phrase]) -> Vec<Vec<Stretch>> {
    let mut used = BTreeSet::new();
    let mut groups = Vec::new();
    for first in phrases {
        let is_same = |phrase: &Phrase| phrase.keys.iter().any(|key| first.keys.contains(key));
        let is_next = |at: &usize| !used.contains(at) && is_same(&phrases[*at]);
        let same: Vec<usize> = (0..phrases.len()).filter(is_next).collect();
        let article = |at: &usize| story.units[phrases[*at].unit as usize].article;
        if same.iter().map(article).collect::<BTreeSet<usize>>().len() > 1 {
            used.extend(same.iter().copied());
            let stretch = |at: usize| (phrases[at].unit, phrases[at].tokens.clone());
            groups.push(same.into_iter().map(stretch).collect());
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use crate::analysis::find_claims;
    use crate::analysis::testing::article;
    use crate::model::Tag;

    /// The quotes of every claim of several articles with its tag.
    fn told(texts: [&str; 2]) -> Vec<(Tag, Vec<String>)> {
        let articles = [article(1, texts[0]), article(2, texts[1])];
        let refs: Vec<_> = articles.iter().collect();
        let found = find_claims(&refs, &mut |_| ControlFlow::Continue(())).expect("nobody cancels");
        let quotes = |passages: Vec<crate::model::Passage>| {
            passages.into_iter().map(|passage| passage.quote).collect()
        };
        found
            .claims
            .into_iter()
            .map(|claim| (claim.suggestion.tag, quotes(claim.passages)))
            .collect()
    }

    #[test]
    fn what_is_agreed_in_a_dispute_is_a_claim_of_its_own() {
        let told = told([
            "Divers took 412 samples of mud at 206 piers.",
            "Divers took 421 samples of mud at 206 piers.",
        ]);
        let disputed = ["Divers took 412 samples of mud", "Divers took 421 samples of mud"];
        let agreed = ["at 206 piers.", "at 206 piers."];
        let tagged = |tag, quotes: [&str; 2]| (tag, quotes.map(str::to_owned).to_vec());
        assert_eq!(told, [tagged(Tag::Disputed, disputed), tagged(Tag::Agreed, agreed)]);
    }

    #[test]
    fn what_may_be_the_disputed_value_stays() {
        let told = told([
            "Divers took 412 samples of mud at 206 samples of rust.",
            "Divers took 421 samples of mud at 206 samples of rust.",
        ]);
        assert_eq!(told.len(), 1);
    }
}
