//! Two passages that are compared, and what they have in common.

use std::ops::Range;
use std::rc::Rc;

use super::Side;
use crate::analysis::judging::facts::Facts;
use crate::analysis::story::Story;
use crate::analysis::values::quantity::{Quantity, equal};
use crate::analysis::words::terms::{Sort, TermId, ValueKind};

/// Two passages of different articles side by side.
pub(in crate::analysis) struct Meeting<'m, 's> {
    /// The passage of the earlier article.
    pub(super) a: &'m Side<'s>,
    /// The passage of the later article.
    pub(super) b: &'m Side<'s>,
    /// The story they tell.
    pub(super) story: &'s Story<'s>,
    /// What the article of either holds.
    pub(super) facts: [&'m Facts<'s>; 2],
    /// All passages of the claim.
    pub(super) all: &'m [&'m Side<'s>],
    /// Stems of content that both have, ascending.
    pub(super) shared: Rc<[TermId]>,
    /// The share of them in the shorter side.
    pub(in crate::analysis) fraction: f64,
}

impl<'m, 's> Meeting<'m, 's> {
    pub(in crate::analysis) fn new(
        story: &'s Story<'s>,
        facts: [&'m Facts<'s>; 2],
        all: &'m [&'m Side<'s>],
        a: &'m Side<'s>,
        b: &'m Side<'s>,
    ) -> Self {
        let is_in_both = |stem: &TermId| b.stems.binary_search(stem).is_ok();
        let shared: Rc<[TermId]> = a.stems.iter().copied().filter(is_in_both).collect();
        let least = a.stems.len().min(b.stems.len()).max(1);
        let fraction = shared.len() as f64 / least as f64;
        Self { a, b, story, facts, all, shared, fraction }
    }

    /// The same seen from the other side.
    pub(super) fn turned(&self) -> Meeting<'m, 's> {
        Meeting {
            a: self.b,
            b: self.a,
            story: self.story,
            facts: [self.facts[1], self.facts[0]],
            all: self.all,
            shared: Rc::clone(&self.shared),
            fraction: self.fraction,
        }
    }

    /// Whether there is more to tell than two sentences: then two passages need not speak of one thing.
    pub(super) fn is_in_story(&self) -> bool {
        self.story.units.len() > 2
    }

    /// Whether either side of a story asks: what is asked is not stated, and the answer no difference.
    pub(super) fn is_asked(&self) -> bool {
        self.is_in_story() && (self.a.asks || self.b.asks)
    }

    /// Whether two stems of content mean nearly the same: equal ones, synonyms, a compound and its part.
    pub(super) fn is_akin(&self, x: TermId, y: TermId) -> bool {
        let sort = |id: TermId| match &self.story.terms.get(id).sort {
            Sort::Stem { stem, groups, compounds, .. } => Some((stem, groups, *compounds)),
            Sort::Value(_) => None,
        };
        let Some((a, b)) = sort(x).zip(sort(y)) else { return x == y };
        let is_one_language = self.a.unit.language == self.b.unit.language;
        let (short, long) = if a.0.len() < b.0.len() { (a, b) } else { (b, a) };
        let is_part = short.2 && long.2 && short.0.len() >= LEAST_PART;
        x == y
            || (is_one_language && a.1.iter().any(|group| b.1.contains(group)))
            || (is_part && (long.0.starts_with(&**short.0) || long.0.ends_with(&**short.0)))
    }

    /// Whether the second side has a stem that is akin to one of the first.
    pub(super) fn has_akin(&self, stem: TermId) -> bool {
        self.b.stems.iter().any(|other| self.is_akin(stem, *other))
    }

    /// Whether both sides give one figure that is no mere small count: `the 2% target`.
    pub(super) fn shares_figure(&self) -> bool {
        let tells =
            |figure: &Quantity| figure.kind != ValueKind::Count || figure.value > SMALL_COUNT;
        let is_same = |x: &Quantity| self.b.quantities.iter().any(|(_, y)| equal(x, y));
        self.a.quantities.iter().any(|(_, x)| tells(x) && is_same(x))
    }

    /// The share of the shorter side's stems that have one akin to them in the other.
    pub(in crate::analysis) fn akin_fraction(&self) -> f64 {
        let akin = |own: &Side<'_>, other: &Side<'_>| {
            let told =
                |stem: &&TermId| other.stems.iter().any(|theirs| self.is_akin(**stem, *theirs));
            own.stems.iter().filter(told).count() as f64 / own.stems.len().max(1) as f64
        };
        if self.a.stems.len() <= self.b.stems.len() {
            akin(self.a, self.b)
        } else {
            akin(self.b, self.a)
        }
    }

    /// Whether the passages have enough in common to differ rather than state different things.
    pub(super) fn has_ground(&self) -> bool {
        let is_bare = self.a.stems.len().min(self.b.stems.len()) < LEAST_STEMS;
        // `Seven days` and `five days` may be told of anything.
        let told = self.shared.iter().filter(|stem| !self.a.measures_in(**stem)).count();
        (told > 0 && self.fraction >= LEAST_FRACTION)
            || told >= LEAST_SHARED
            || self.a.slots.intersection(&self.b.slots).next().is_some()
            || (is_bare && self.a.whole_stems().intersection(&self.b.whole_stems()).count() >= 1)
    }

    /// How many stems around `x` in the first side and around `y` in the second are the same.
    pub(super) fn common_context(&self, x: &Range<usize>, y: &Range<usize>) -> usize {
        let theirs: Vec<TermId> = self.b.near(y, 6).collect();
        let mut common: Vec<TermId> =
            self.a.near(x, 6).filter(|stem| theirs.contains(stem)).collect();
        common.sort_unstable();
        common.dedup();
        common.len()
    }
}

/// Counts up to this are told of many things.
const SMALL_COUNT: f64 = 20.0;
/// Letters of a word that is looked for in compounds.
const LEAST_PART: usize = 5;
/// Passages that share less than this, fewer stems than [`LEAST_SHARED`] and no slot are not compared.
const LEAST_FRACTION: f64 = 0.25;
/// See [`LEAST_FRACTION`].
const LEAST_SHARED: usize = 2;
/// A passage of fewer stems is hardly more than its value: its whole sentence tells what it is about.
const LEAST_STEMS: usize = 3;
