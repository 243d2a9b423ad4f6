//! What differs between two passages of one claim, by kind.
//!
//! Each kind has a file with one public function: two sides in, differences out. What stands on one
//! side only is never a difference; only what both sides say, and say otherwise.

mod amounts;
mod attribution;
mod ballot;
mod bearers;
mod certainty;
mod date;
mod meeting;
mod name;
mod negation;
mod number;
mod once;
mod opposites;
mod outcome;
mod rate;
mod rival;
mod scope;
mod wording;
mod worth;

#[cfg(test)]
mod tests;

pub(in crate::analysis) use certainty::hedged_alike;
pub(in crate::analysis) use date::are_one as are_one_moment;
pub(in crate::analysis) use meeting::Meeting;

use std::collections::BTreeSet;
use std::ops::Range;

use crate::analysis::matching::narrowing::Member;
use crate::analysis::story::{Story, Stream, TermClass, Unit};
use crate::analysis::values::names::{Name, names};
use crate::analysis::values::reader::Reader;
use crate::analysis::values::roles::role;
use crate::analysis::values::{Meaning, Value};
use crate::analysis::words::lexicon::Traits;
use crate::analysis::words::terms::{Sort, TermId, ValueKind};
use crate::analysis::words::tokens::TokenKind;
use crate::analysis::words::vocabulary::Word;
use crate::model::{ReasonKind, Stance};

/// Least confidence of a difference that makes a claim disputed (engine notes, part 2, section 4).
pub(super) const MATERIAL: f64 = 0.55;

/// A difference between two sides.
#[derive(Clone, PartialEq, Debug)]
pub(in crate::analysis) struct Difference {
    /// What kind of thing differs.
    pub(in crate::analysis) kind: ReasonKind,
    /// How sure it is that this matters, 0 to 1.
    pub(in crate::analysis) confidence: f64,
    /// The differing tokens of either side.
    pub(in crate::analysis) tokens: [Range<usize>; 2],
    /// How either side stands to the other.
    pub(in crate::analysis) stances: [Stance; 2],
    /// How the words are told.
    pub(in crate::analysis) telling: Telling,
}

/// How a difference is put into words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::analysis) enum Telling {
    /// Each says something.
    Says,
    /// The first says something that the second leaves out.
    FirstOnly,
    /// The second says something that the first leaves out.
    SecondOnly,
    /// Each names a source.
    Sources,
}

impl Difference {
    fn new(kind: ReasonKind, confidence: f64, a: Range<usize>, b: Range<usize>) -> Self {
        let stances = [Stance::Differs, Stance::Differs];
        Self {
            kind,
            confidence: confidence.clamp(0.0, 0.99),
            tokens: [a, b],
            stances,
            telling: Telling::Says,
        }
    }

    fn with_stances(self, a: Stance, b: Stance) -> Self {
        Self { stances: [a, b], ..self }
    }

    fn told(self, telling: Telling) -> Self {
        Self { telling, ..self }
    }

    /// The same seen from the other side.
    fn turned(self) -> Self {
        let [a, b] = self.tokens;
        let [x, y] = self.stances;
        let telling = match self.telling {
            Telling::FirstOnly => Telling::SecondOnly,
            Telling::SecondOnly => Telling::FirstOnly,
            other => other,
        };
        Self { tokens: [b, a], stances: [y, x], telling, ..self }
    }
}

/// Tokens of a passage that are compared: no sentence that somebody wrote has more.
const LONGEST_SIDE: usize = 400;

/// One passage as the comparison sees it.
pub(in crate::analysis) struct Side<'s> {
    /// Its unit.
    pub(in crate::analysis) unit: &'s Unit,
    /// Runs of its tokens that state the claim.
    pub(in crate::analysis) runs: Vec<Range<usize>>,
    /// The same with the words beside them that tell who says so, or how sure it is.
    heard: Vec<Range<usize>>,
    /// Its words.
    pub(in crate::analysis) reader: Reader<'s>,
    /// Stems of content with their tokens.
    pub(in crate::analysis) content: Vec<(usize, TermId)>,
    /// The same stems, ascending, each once.
    pub(in crate::analysis) stems: Vec<TermId>,
    /// What it is about where words and values may differ.
    slots: BTreeSet<TermId>,
    /// Its values.
    pub(in crate::analysis) values: Vec<&'s Value>,
    /// Those among them that tell how much.
    quantities: Vec<number::Found<'s>>,
    /// Its names.
    names: Vec<Name>,
    /// Its words of certainty.
    cues: Vec<certainty::Cue>,
    /// Its words of denial.
    denials: Vec<Range<usize>>,
    /// The poles of opposites it holds.
    poles: Vec<opposites::Found>,
    /// Its words of amount.
    amounts: Vec<amounts::Amount>,
    /// Whether it asks rather than states.
    asks: bool,
    /// The marks of the books of which its words, or those that lead into it, begin a phrase.
    begun: u16,
    /// What is found in it when it is first asked for.
    once: once::Once,
}

impl<'s> Side<'s> {
    pub(in crate::analysis) fn new(story: &'s Story<'_>, member: &Member) -> Self {
        let unit = &story.units[member.unit as usize];
        let reader = story.reader(unit);
        let runs = clipped(&member.runs);
        let is_inside = |at: usize| runs.iter().any(|run| run.contains(&at));
        let is_stem = |id: TermId| matches!(story.terms.get(id).sort, Sort::Stem { .. });
        let content: Vec<_> =
            unit.places.iter().copied().filter(|(at, id)| is_inside(*at) && is_stem(*id)).collect();
        let mut stems: Vec<TermId> = content.iter().map(|(_, stem)| *stem).collect();
        stems.sort_unstable();
        stems.dedup();
        let is_slot =
            |(at, id): &&(usize, TermId)| is_inside(*at) && story.terms.get(*id).is_slot();
        let slots = unit.places.iter().filter(is_slot).map(|(_, id)| *id).collect();
        let values: Vec<_> =
            unit.values.iter().filter(|value| is_inside(value.tokens.end - 1)).collect();
        let heard = with_lead_ins(reader, &runs);
        let (lexicon, begun) = (reader.lexicon, reader.begun_in(&heard));
        // Most passages have no word of most books: then there are no runs to be gone through.
        let with = |mark: u16, runs| if begun & mark == 0 { &[][..] } else { runs };
        let is_title = unit.stream == Stream::Title;
        let hedged = if is_title { &*heard } else { with(lexicon.certainty.mark, &*heard) };
        let denials = negation::denials(reader, with(lexicon.negations.mark, &heard));
        Self {
            names: names(reader, &heard),
            cues: certainty::cues_in(reader, unit, hedged),
            poles: opposites::poles(reader, with(lexicon.opposites.mark, &runs), &denials),
            amounts: amounts::amounts(reader, with(lexicon.amounts.mark, &runs)),
            quantities: number::quantities(&values),
            asks: asks(reader, &runs),
            begun,
            denials,
            once: once::Once::default(),
            unit,
            runs,
            heard,
            reader,
            content,
            stems,
            slots,
            values,
        }
    }

    /// What happened to how many people, where a count of them stands in `tokens`.
    pub(super) fn count_of_people(&self, tokens: &Range<usize>) -> Option<(u16, f64)> {
        let value = self.values.iter().find(|value| tokens.contains(&(value.tokens.end - 1)))?;
        match &value.meaning {
            Meaning::Quantity(count) if count.kind == ValueKind::Count => {
                Some((role(self.reader, &value.tokens)?, count.value))
            }
            _ => None,
        }
    }

    /// Its words by their numbers: equal for equal wordings.
    pub(super) fn wording(&self) -> Vec<u32> {
        self.tokens().filter_map(|at| Some(self.reader.token(at)?.word)).collect()
    }

    /// The figures and dates it gives, in their order: equal for those who give the same.
    pub(super) fn figures(&self) -> Vec<TermId> {
        let starts = |at: usize| self.values.iter().any(|value| value.tokens.start == at);
        let places = self.unit.places.iter().filter(|(at, id)| {
            starts(*at) && self.unit.term(*id).is_some_and(|term| term.class == TermClass::Number)
        });
        places.map(|(_, id)| *id).collect()
    }

    /// Where it says what `other` says in `tokens`: the same words, or a value that equals theirs.
    pub(in crate::analysis) fn saying(
        &self,
        other: &Side<'_>,
        tokens: &Range<usize>,
    ) -> Option<Range<usize>> {
        let word = |side: &Side<'_>, at: usize| side.reader.token(at).map(|token| token.word);
        let is_here = |start: &usize| {
            (0..tokens.len()).all(|step| {
                self.holds(start + step)
                    && word(self, start + step) == word(other, tokens.start + step)
            })
        };
        if let Some(start) = self.tokens().find(is_here) {
            return Some(start..start + tokens.len());
        }
        let value = other.values.iter().find(|value| tokens.contains(&(value.tokens.end - 1)))?;
        let keys = value.keys();
        let same = self.values.iter().find(|own| !keys.is_empty() && own.keys() == keys)?;
        Some(same.tokens.clone())
    }

    /// Whether a phrase of the book with this mark may begin in it.
    fn begins(&self, mark: u16) -> bool {
        self.begun & mark != 0
    }

    /// Whether it calls anything possible, and no more than that.
    fn holds_possibility(&self) -> bool {
        self.cues.iter().any(certainty::Cue::is_possibility)
    }

    /// Its tokens in order.
    fn tokens(&self) -> impl Iterator<Item = usize> {
        self.runs.iter().flat_map(Clone::clone)
    }

    /// Its tokens in order, and those that lead into it.
    fn heard(&self) -> impl Iterator<Item = usize> {
        self.heard.iter().flat_map(Clone::clone)
    }

    /// The first of its tokens that has any of some traits.
    fn first(&self, traits: Traits) -> Option<usize> {
        if !self.may_have(traits) {
            return None;
        }
        self.tokens().find(|at| self.reader.has(*at, traits))
    }

    /// Whether any of its words, or of those that lead into it, has any of some traits.
    fn may_have(&self, traits: Traits) -> bool {
        let all = self.once.traits.get_or_init(|| {
            let words = self.heard().filter_map(|at| self.reader.word(at));
            words.fold(Traits::default(), |all, word| all.or(word.traits))
        });
        all.has(traits)
    }

    /// Whether a token belongs to it or leads into it.
    fn hears(&self, at: usize) -> bool {
        self.heard.iter().any(|run| run.contains(&at))
    }

    /// Whether a token belongs to it.
    fn holds(&self, at: usize) -> bool {
        self.runs.iter().any(|run| run.contains(&at))
    }

    /// The stems of content of its whole sentence, units and words of time left out.
    fn whole_stems(&self) -> BTreeSet<TermId> {
        let words = (0..self.reader.tokens.len()).filter_map(|at| self.reader.word(at));
        let tells = |word: &&Word| word.is_content() && word.unit.is_none() && !word.tells_time();
        words.filter(tells).filter_map(|word| word.stem).collect()
    }

    /// Whether a stem of its content is a unit that something is measured in.
    fn measures_in(&self, stem: TermId) -> bool {
        let is_unit = |at: usize| self.reader.word(at).is_some_and(|word| word.unit.is_some());
        self.content.iter().any(|(at, own)| *own == stem && is_unit(*at))
    }

    /// The stems of content at most `reach` tokens away from a run of tokens, itself and dates left out:
    /// one for each time that it stands there.
    fn near(&self, tokens: &Range<usize>, reach: usize) -> impl Iterator<Item = TermId> {
        let near = tokens.start.saturating_sub(reach)..tokens.end + reach;
        let is_dated = |at: &usize| {
            let dates =
                self.values.iter().filter(|value| matches!(value.meaning, Meaning::Date(_)));
            dates.into_iter().any(|date| date.tokens.contains(at))
        };
        let inside = self
            .content
            .iter()
            .filter(move |(at, _)| near.contains(at) && !tokens.contains(at) && !is_dated(at));
        inside.map(|(_, stem)| *stem)
    }

    /// Whether a word stands in a condition, which states nothing: `if they had lost`.
    fn supposes(&self, at: usize) -> bool {
        let start = self.clause_around(at).start;
        start.checked_sub(1).is_some_and(|before| self.reader.has(before, Traits::WHETHER))
    }

    /// Whether the clause around a token tells what ought to be and not what is: `has to be kept below
    /// eight degrees`.
    fn is_due(&self, at: usize) -> bool {
        let book = &self.reader.lexicon.duties;
        self.clause_around(at).any(|at| self.reader.phrase(book, at).is_some())
    }

    /// The clause around a token: as far as a mark or a word that opens a clause.
    fn clause_around(&self, at: usize) -> Range<usize> {
        let parts = |at: usize| {
            self.reader
                .token(at)
                .is_some_and(|token| token.kind == TokenKind::Mark && !self.reader.is(at, "%"))
                || self.reader.has(
                    at,
                    Traits::CONJUNCTION
                        .or(Traits::RELATIVE)
                        .or(Traits::COMPLEMENTISER)
                        .or(Traits::OPENER),
                )
        };
        let start = (at.saturating_sub(LONGEST_SIDE)..at)
            .rev()
            .find(|at| parts(*at))
            .map_or(at.saturating_sub(LONGEST_SIDE), |at| at + 1);
        let limit = self.reader.tokens.len().min(at + LONGEST_SIDE);
        let end = (at + 1..limit).find(|at| parts(*at)).unwrap_or(limit);
        start..end
    }
}

/// Whether a question mark closes runs of tokens, inside them or right after.
fn asks(reader: Reader<'_>, runs: &[Range<usize>]) -> bool {
    let end = runs.last().map_or(0, |run| run.end);
    (end.saturating_sub(2)..end + 2).any(|at| reader.is(at, "?"))
}

/// Runs of tokens, each with the clause that leads into it by a word such as `that`.
fn with_lead_ins(reader: Reader<'_>, runs: &[Range<usize>]) -> Vec<Range<usize>> {
    let with_lead_in = |run: &Range<usize>| {
        let leads = run.start > 0 && reader.has(run.start - 1, Traits::COMPLEMENTISER);
        let start = if leads { start_of_lead_in(reader, run.start - 1) } else { run.start };
        start..end_of_source(reader, run.end)
    };
    let mut heard: Vec<Range<usize>> = runs.iter().map(with_lead_in).collect();
    for at in 1..heard.len() {
        let before = heard[at - 1].end;
        heard[at].start = heard[at].start.max(before);
    }
    heard
}

/// One past what follows a run and tells who says it: `…, the inquiry concluded`.
fn end_of_source(reader: Reader<'_>, end: usize) -> usize {
    let is_mark = |at: usize| reader.token(at).is_some_and(|token| token.kind == TokenKind::Mark);
    let from = (end..end + 2).find(|at| !is_mark(*at)).unwrap_or(end);
    let follows_mark = from > 0 && is_mark(from - 1);
    let last = reader.tokens.len().min(from + LONGEST_LEAD_IN);
    let stop = (from..last).find(|at| is_mark(*at)).unwrap_or(last);
    // In `the firm that built it, believes that …` the verb goes on to something else.
    let tells = (from..stop)
        .any(|at| reader.has(at, Traits::REPORT) && !reader.has(at + 1, Traits::COMPLEMENTISER));
    if follows_mark && tells { stop } else { end }
}

/// Tokens of a clause that leads into another.
const LONGEST_LEAD_IN: usize = 12;

fn start_of_lead_in(reader: Reader<'_>, end: usize) -> usize {
    let is_mark = |at: &usize| reader.token(*at).is_some_and(|token| token.kind == TokenKind::Mark);
    let least = end.saturating_sub(LONGEST_LEAD_IN);
    (least..end).rev().find(is_mark).map_or(least, |at| at + 1)
}

/// Runs of tokens without what lies beyond the longest side.
fn clipped(runs: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut left = LONGEST_SIDE;
    let clip = |run: &Range<usize>| {
        let length = run.len().min(left);
        left -= length;
        (length > 0).then(|| run.start..run.start + length)
    };
    runs.iter().map_while(clip).collect()
}

/// Everything that differs between the two sides, the surest first.
pub(in crate::analysis) fn differences(meeting: &Meeting<'_, '_>) -> Vec<Difference> {
    let mut found = if meeting.has_ground() { on_ground(meeting) } else { without_ground(meeting) };
    found.sort_by(|x, y| y.confidence.total_cmp(&x.confidence).then(x.kind.cmp(&y.kind)));
    found
}

/// Who or what differs: what tells of one thing whatever else is said.
pub(in crate::analysis) fn differences_of_bearers(meeting: &Meeting<'_, '_>) -> Vec<Difference> {
    if !meeting.has_ground() {
        return without_ground(meeting);
    }
    let mut found = bearers::differences(meeting);
    found.extend(name::differences(meeting));
    found.extend(scope::differences(meeting));
    found.extend(amounts::differences(meeting));
    found.extend(worth::differences(meeting));
    found.extend(attribution::differences(meeting));
    without_named_sources(&mut found);
    found
}

/// What differs though the passages have little in common: what tells itself that one thing is meant.
fn without_ground(meeting: &Meeting<'_, '_>) -> Vec<Difference> {
    let mut found = name::slips(meeting);
    found.extend(outcome::differences(meeting));
    if meeting.shares_figure() {
        found.extend(bearers::differences(meeting));
        found.extend(date::differences(meeting));
    } else {
        found.extend(date::points(meeting));
    }
    found
}

fn on_ground(meeting: &Meeting<'_, '_>) -> Vec<Difference> {
    let mut found = number::differences(meeting);
    found.extend(rival::differences(meeting));
    found.extend(rival::differences(&meeting.turned()).map(Difference::turned));
    found.extend(rate::differences(meeting));
    found.extend(ballot::differences(meeting));
    found.extend(bearers::differences(meeting));
    found.extend(date::differences(meeting));
    found.extend(name::differences(meeting));
    found.extend(scope::differences(meeting));
    found.extend(amounts::differences(meeting));
    found.extend(worth::differences(meeting));
    found.extend(certainty::differences(meeting));
    found.extend(negation::differences(meeting));
    found.extend(attribution::differences(meeting));
    found.extend(wording::differences(meeting));
    found.extend(outcome::differences(meeting));
    without_named_sources(&mut found);
    found
}

/// Other people as sources are a difference of source, and not one of names as well.
fn without_named_sources(found: &mut Vec<Difference>) {
    let sources: Vec<[Range<usize>; 2]> = found
        .iter()
        .filter(|one| one.telling == Telling::Sources && one.confidence >= MATERIAL)
        .map(|one| one.tokens.clone())
        .collect();
    found.retain(|one| one.kind != ReasonKind::Name || !sources.contains(&one.tokens));
}
