//! First pass: how alike two sentences are by themselves.
//!
//! A logistic regression on eight figures. Its weights were fitted on the three visible stories by the
//! prototype that the engine notes describe (part 1, section 2 F).

use super::kinship::Kinship;
use super::story::{Story, TermClass, Unit, UnitTerm};
use super::terms::TermId;
use super::{Cancelled, Progress, parallel};

/// Two units of different articles and how alike they are.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Pair {
    /// Index of the unit of the earlier article.
    pub(super) a: u32,
    /// Index of the unit of the later article.
    pub(super) b: u32,
    /// The first pass's word, 0 to 1.
    pub(super) alike: f64,
    /// Twice the weight in common over the weight of both.
    pub(super) overlap: f64,
}

/// What two sets of terms have in common.
#[derive(Clone, Copy, Default, PartialEq, Debug)]
pub(super) struct Common {
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
            -7.17 + 5.60 * self.overlap + 11.09 * self.least_cover + 3.62 * self.numbers
                - 1.08 * self.names
                + 2.56 * self.rare
                + 1.14 * self.lengths
                - 0.67 * self.strangers,
        )
    }
}

/// The logistic function.
pub(super) fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

/// Compares the candidate pairs.
pub(super) fn compare(
    story: &Story<'_>,
    kinship: &Kinship,
    candidates: &[(u32, u32)],
    progress: &mut Progress<'_, '_>,
) -> Result<Vec<Pair>, Cancelled> {
    let runs: Vec<&[(u32, u32)]> = candidates.chunk_by(|x, y| x.0 == y.0).collect();
    let matcher = || Matcher::new(story.terms.len(), kinship);
    let pairs = parallel::map(&runs, progress, matcher, |matcher, run| matcher.pairs(story, run))?;
    Ok(pairs.into_iter().flatten().collect())
}

/// Matches the terms of one unit with those of others.
pub(super) struct Matcher<'k> {
    kinship: &'k Kinship,
    /// Place in the open terms plus one, 0 for a term that is not among them; one entry a term.
    places: Vec<u32>,
    /// The best match of each term of the open unit, and of the other.
    best: [Vec<f64>; 2],
}

impl<'k> Matcher<'k> {
    /// A matcher for a story of `terms` terms.
    pub(super) fn new(terms: usize, kinship: &'k Kinship) -> Self {
        Self { kinship, places: vec![0; terms], best: [Vec::new(), Vec::new()] }
    }

    /// The pairs of one unit with others, all of which `run` names.
    fn pairs(&mut self, story: &Story<'_>, run: &[(u32, u32)]) -> Vec<Pair> {
        let Some((a, _)) = run.first() else { return Vec::new() };
        let first = &story.units[*a as usize];
        self.open(&first.terms);
        let mut pairs = Vec::with_capacity(run.len());
        for (_, b) in run {
            let common = self.common(first, &story.units[*b as usize]);
            pairs.push(Pair { a: *a, b: *b, alike: common.alike(), overlap: common.overlap });
        }
        self.close(&first.terms);
        pairs
    }

    /// Makes `terms` those that others are matched with.
    pub(super) fn open(&mut self, terms: &[UnitTerm]) {
        for (place, term) in (1..).zip(terms) {
            self.places[term.id.index()] = place;
        }
    }

    /// Undoes [`Self::open`].
    pub(super) fn close(&mut self, terms: &[UnitTerm]) {
        for term in terms {
            self.places[term.id.index()] = 0;
        }
    }

    /// Gives every term of both sides its best match; the sums of them.
    pub(super) fn matched(&mut self, open: &[UnitTerm], other: &[UnitTerm]) -> (f64, f64) {
        for (best, terms) in self.best.iter_mut().zip([open, other]) {
            best.clear();
            best.resize(terms.len(), 0.0);
        }
        let [best_open, best_other] = &mut self.best;
        for (at, term) in other.iter().enumerate() {
            let same: &[(TermId, f64)] = &[(term.id, 1.0)];
            for (id, likeness) in same.iter().chain(self.kinship.of_term(term.id)) {
                let Some(place) = (self.places[id.index()] as usize).checked_sub(1) else {
                    continue;
                };
                let value = likeness * term.weight.min(open[place].weight);
                best_other[at] = best_other[at].max(value);
                best_open[place] = best_open[place].max(value);
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
        let sides = [(&open.terms, &self.best[0]), (&other.terms, &self.best[1])];
        let mean = |of: &dyn Fn(&[UnitTerm], &[f64]) -> f64| {
            sides.iter().map(|(terms, best)| of(terms, best)).sum::<f64>() / 2.0
        };
        let strangers = sides.map(|(terms, best)| unmatched_names(terms, best));
        let lengths = (open.terms.len() as f64 + 1.0) / (other.terms.len() as f64 + 1.0);
        Common {
            overlap: (mass_a + mass_b) / (total_a + total_b),
            least_cover: (mass_a / total_a).min(mass_b / total_b),
            numbers: mean(&matched_numbers),
            names: equal_names(&open.terms, &self.places, &other.terms),
            rare: mean(&three_heaviest) / 10.0,
            lengths: lengths.ln().abs(),
            strangers: strangers[0].min(strangers[1]).min(12.0) / 6.0,
        }
    }
}

fn matched_numbers(terms: &[UnitTerm], best: &[f64]) -> f64 {
    let numbers = terms.iter().zip(best).filter(|(term, _)| term.class == TermClass::Number);
    numbers.map(|(_, best)| best).sum::<f64>().min(12.0) / 6.0
}

fn equal_names(open: &[UnitTerm], places: &[u32], other: &[UnitTerm]) -> f64 {
    let equal = other.iter().filter(|term| {
        let place = (places[term.id.index()] as usize).checked_sub(1);
        term.class == TermClass::Name
            && place.is_some_and(|place| open[place].class == TermClass::Name)
    });
    equal.map(|term| term.weight).sum::<f64>().min(12.0) / 6.0
}

fn three_heaviest(_: &[UnitTerm], best: &[f64]) -> f64 {
    let mut top = [0.0_f64; 3];
    for value in best {
        let mut value = *value;
        for place in &mut top {
            if value > *place {
                std::mem::swap(place, &mut value);
            }
        }
    }
    top.iter().sum()
}

fn unmatched_names(terms: &[UnitTerm], best: &[f64]) -> f64 {
    let strangers = terms
        .iter()
        .zip(best)
        .filter(|(term, best)| term.class == TermClass::Name && **best <= 0.0);
    strangers.map(|(term, _)| term.weight).sum()
}
