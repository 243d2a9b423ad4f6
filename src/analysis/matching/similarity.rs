//! First pass: how alike two sentences are by themselves.
//!
//! A logistic regression on eight figures. Its weights were fitted on the three visible stories by the
//! prototype that the engine notes describe (part 1, section 2 F). The constant was raised by 0.5: on
//! stories that were not fitted the prototype's missed more links than it made wrong ones.

use super::candidates::Candidates;
use crate::analysis::story::{Story, TermClass, Unit, UnitTerm};
use crate::analysis::words::kinship::Kinship;
use crate::analysis::words::terms::TermId;
use crate::analysis::{Cancelled, Progress, parallel};

/// Two units of different articles and how alike they are.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(in crate::analysis) struct Pair {
    /// Index of the unit of the earlier article.
    pub(in crate::analysis) a: u32,
    /// Index of the unit of the later article.
    pub(in crate::analysis) b: u32,
    /// The first pass's word, 0 to 1.
    pub(in crate::analysis) alike: f64,
    /// Twice the weight in common over the weight of both.
    pub(in crate::analysis) overlap: f64,
}

/// What two sets of terms have in common.
#[derive(Clone, Copy, Default, PartialEq, Debug)]
pub(in crate::analysis) struct Common {
    overlap: f64,
    least_cover: f64,
    numbers: f64,
    names: f64,
    rare: f64,
    lengths: f64,
    strangers: f64,
}

impl Common {
    /// How likely it is that both state the same, 0 to 1.
    fn alike(self) -> f64 {
        logistic(
            -6.67 + 5.60 * self.overlap + 11.09 * self.least_cover + 3.62 * self.numbers
                - 1.08 * self.names
                + 2.56 * self.rare
                + 1.14 * self.lengths
                - 0.67 * self.strangers,
        )
    }
}

/// The logistic function.
pub(in crate::analysis) fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

/// The lesser of two numbers: `f64::min` also looks for what is no number, which takes as long again.
pub(in crate::analysis) fn lesser(a: f64, b: f64) -> f64 {
    if a < b { a } else { b }
}

/// The greater of two numbers, likewise.
pub(in crate::analysis) fn greater(a: f64, b: f64) -> f64 {
    if a > b { a } else { b }
}

/// Compares the candidate pairs; what is found ascends.
pub(in crate::analysis) fn compare(
    story: &Story<'_>,
    kinship: &Kinship,
    candidates: &Candidates,
    progress: &mut Progress<'_, '_>,
) -> Result<Vec<Pair>, Cancelled> {
    let units: Vec<u32> = (0..).take(story.units.len()).collect();
    let matcher = || Matcher::new(story.terms.len(), kinship);
    let pairs = parallel::map(&units, progress, matcher, |matcher, unit| {
        matcher.pairs(story, *unit, &candidates.after(*unit))
    })?;
    Ok(pairs.concat())
}

/// Matches the terms of one unit with those of others.
pub(in crate::analysis) struct Matcher<'k> {
    kinship: &'k Kinship,
    /// Place in the open terms plus one, 0 for a term that is not among them; one entry a term.
    places: Vec<u32>,
    /// The last of the [`Match`]es of each term plus one, 0 where it has none; one entry a term.
    last: Vec<u32>,
    /// What is akin to the open terms, themselves included.
    matches: Vec<Match>,
    /// The best match of each term of the open unit, and of the other.
    best: [Vec<f64>; 2],
}

/// A term that is akin to an open one.
struct Match {
    term: TermId,
    /// The open term, by its place, and its weight.
    place: u32,
    weight: f64,
    likeness: f64,
    /// The match of the same term before this one, plus one.
    before: u32,
}

impl<'k> Matcher<'k> {
    /// A matcher for a story of `terms` terms.
    pub(in crate::analysis) fn new(terms: usize, kinship: &'k Kinship) -> Self {
        let (places, last) = (vec![0; terms], vec![0; terms]);
        Self { kinship, places, last, matches: Vec::new(), best: [Vec::new(), Vec::new()] }
    }

    /// The pairs of a unit with others.
    fn pairs(&mut self, story: &Story<'_>, a: u32, others: &[u32]) -> Vec<Pair> {
        let first = &story.units[a as usize];
        self.open(&first.terms);
        let pair = |b: &u32| {
            let common = self.common(first, &story.units[*b as usize]);
            Pair { a, b: *b, alike: common.alike(), overlap: common.overlap }
        };
        let pairs = others.iter().map(pair).collect();
        self.close(&first.terms);
        pairs
    }

    /// Makes `terms` those that others are matched with.
    pub(in crate::analysis) fn open(&mut self, terms: &[UnitTerm]) {
        let kinship = self.kinship;
        for (place, term) in (0..).zip(terms) {
            self.places[term.id.index()] = place + 1;
            self.add_match(term.id, place, term.weight, 1.0);
            for (kin, likeness) in kinship.of_term(term.id) {
                self.add_match(*kin, place, term.weight, *likeness);
            }
        }
    }

    fn add_match(&mut self, term: TermId, place: u32, weight: f64, likeness: f64) {
        let last = &mut self.last[term.index()];
        self.matches.push(Match { term, place, weight, likeness, before: *last });
        *last = self.matches.len() as u32;
    }

    /// Undoes [`Self::open`].
    pub(in crate::analysis) fn close(&mut self, terms: &[UnitTerm]) {
        for term in terms {
            self.places[term.id.index()] = 0;
        }
        for one in self.matches.drain(..) {
            self.last[one.term.index()] = 0;
        }
    }

    /// Gives every term of both sides its best match; the sums of them. Kinship goes both ways: what
    /// is akin to the open terms is all that they are akin to.
    pub(in crate::analysis) fn matched(
        &mut self,
        open: &[UnitTerm],
        other: &[UnitTerm],
    ) -> (f64, f64) {
        for (best, terms) in self.best.iter_mut().zip([open, other]) {
            best.clear();
            best.resize(terms.len(), 0.0);
        }
        let [best_open, best_other] = &mut self.best;
        for (term, best) in other.iter().zip(best_other.iter_mut()) {
            let mut at = self.last[term.id.index()] as usize;
            while let Some(found) = at.checked_sub(1).and_then(|at| self.matches.get(at)) {
                let value = found.likeness * lesser(term.weight, found.weight);
                let best_open = &mut best_open[found.place as usize];
                if value > *best {
                    *best = value;
                }
                if value > *best_open {
                    *best_open = value;
                }
                at = found.before as usize;
            }
        }
        (best_open.iter().sum(), best_other.iter().sum())
    }

    fn common(&mut self, open: &Unit, other: &Unit) -> Common {
        let (sum_a, sum_b) = self.matched(&open.terms, &other.terms);
        let (total_a, total_b) = (open.weight, other.weight);
        if total_a <= 0.0 || total_b <= 0.0 {
            return Common::default();
        }
        let (mass_a, mass_b) = (sum_a.min(total_a), sum_b.min(total_b));
        let [a, b] = [(open, &self.best[0]), (other, &self.best[1])]
            .map(|(unit, best)| Told::by(&unit.terms, best));
        let lengths = (open.terms.len() as f64 + 1.0) / (other.terms.len() as f64 + 1.0);
        Common {
            overlap: (mass_a + mass_b) / (total_a + total_b),
            least_cover: (mass_a / total_a).min(mass_b / total_b),
            numbers: f64::midpoint(a.numbers.min(12.0) / 6.0, b.numbers.min(12.0) / 6.0),
            names: equal_names(&open.terms, &self.places, &other.terms),
            rare: f64::midpoint(a.heaviest(), b.heaviest()) / 10.0,
            lengths: lengths.ln().abs(),
            strangers: a.strangers.min(b.strangers).min(12.0) / 6.0,
        }
    }
}

/// What the matches of one unit's terms tell.
#[derive(Default)]
struct Told {
    /// What its values have in common with the other's.
    numbers: f64,
    /// What its names weigh that the other has not.
    strangers: f64,
    /// The three heaviest matches.
    top: [f64; 3],
}

impl Told {
    fn by(terms: &[UnitTerm], best: &[f64]) -> Self {
        let mut told = Self::default();
        for (term, best) in terms.iter().zip(best) {
            match term.class {
                TermClass::Number => told.numbers += best,
                TermClass::Name if *best <= 0.0 => told.strangers += term.weight,
                _ => {}
            }
            if *best > told.top[2] {
                told.enter(*best);
            }
        }
        told
    }

    fn enter(&mut self, mut value: f64) {
        for place in &mut self.top {
            if value > *place {
                std::mem::swap(place, &mut value);
            }
        }
    }

    fn heaviest(&self) -> f64 {
        self.top.iter().sum()
    }
}

fn equal_names(open: &[UnitTerm], places: &[u32], other: &[UnitTerm]) -> f64 {
    let equal = other.iter().filter(|term| {
        let place = (places[term.id.index()] as usize).checked_sub(1);
        term.class == TermClass::Name
            && place.is_some_and(|place| open[place].class == TermClass::Name)
    });
    equal.map(|term| term.weight).sum::<f64>().min(12.0) / 6.0
}
