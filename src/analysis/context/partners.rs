//! The pairs of the first pass, seen from the side of every unit.

use crate::analysis::lists::Lists;
use crate::analysis::similarity::Pair;
use crate::analysis::story::{Stream, Unit};
use crate::analysis::{Cancelled, Progress};

/// Best partners of a unit that speak for its pairs with others.
const WITNESSES: usize = 40;
/// A partner less alike than this speaks for nothing.
const LEAST_WITNESS: f64 = 0.15;
/// Best partners in one article that are looked at.
const RIVALS: usize = 4;

/// A unit seen from its partner, and how alike they are.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub(super) struct Partner {
    /// Index of the unit.
    pub(super) unit: u32,
    /// The first pass's word.
    pub(super) word: f64,
}

/// The partners of every unit, in three orders.
pub(super) struct Partners {
    all: Lists<Partner>,
    witnesses: Lists<Partner>,
    rivals: Lists<Partner>,
    /// For every unit where the rivals of each article and stream begin, ascending.
    places: Lists<RivalsAt>,
}

/// Where the best partners of one article and stream begin in a unit's list of rivals.
#[derive(Clone, Copy, Debug)]
struct RivalsAt {
    article: usize,
    stream: Stream,
    start: usize,
}

impl Partners {
    /// The partners in `pairs`, which ascend.
    pub(super) fn new(
        units: &[Unit],
        pairs: &[Pair],
        progress: &mut Progress<'_, '_>,
    ) -> Result<Self, Cancelled> {
        let all = Lists::collected(units.len(), || {
            pairs.iter().flat_map(|pair| {
                let seen = |unit| Partner { unit, word: pair.alike };
                [(pair.a as usize, seen(pair.b)), (pair.b as usize, seen(pair.a))]
            })
        });
        let mut partners = Self {
            all,
            witnesses: Lists::default(),
            rivals: Lists::default(),
            places: Lists::default(),
        };
        let mut scratch = Vec::new();
        for unit in 0..units.len() {
            if unit % 1024 == 0 {
                progress.still()?;
            }
            partners.add_witnesses(unit, &mut scratch);
            partners.add_rivals(unit, units, &mut scratch);
        }
        Ok(partners)
    }

    /// The partners of a unit, ascending.
    pub(super) fn of(&self, unit: u32) -> &[Partner] {
        self.all.of(unit as usize)
    }

    /// The partners of a unit that stand after `other` in the story, ascending.
    pub(super) fn after(&self, unit: u32, other: u32) -> &[Partner] {
        let partners = self.of(unit);
        let from = partners.partition_point(|partner| partner.unit <= other);
        partners.get(from..).unwrap_or_default()
    }

    /// The partners of a unit that may speak for a pair, the best first.
    pub(super) fn witnesses(&self, unit: u32) -> &[Partner] {
        self.witnesses.of(unit as usize)
    }

    /// The few best partners of a unit in an article and stream, the best first.
    pub(super) fn rivals(&self, unit: u32, article: usize, stream: Stream) -> &[Partner] {
        let places = self.places.of(unit as usize);
        let key = (article, stream);
        let Ok(at) = places.binary_search_by_key(&key, |place| (place.article, place.stream))
        else {
            return &[];
        };
        let rivals = self.rivals.of(unit as usize);
        let end = places.get(at + 1).map_or(rivals.len(), |next| next.start);
        rivals.get(places[at].start..end).unwrap_or_default()
    }

    fn add_witnesses(&mut self, unit: usize, scratch: &mut Vec<Partner>) {
        scratch.clear();
        let all = self.all.of(unit);
        scratch.extend(all.iter().filter(|partner| partner.word > LEAST_WITNESS));
        sort_best_first(scratch);
        for partner in scratch.iter().take(WITNESSES) {
            self.witnesses.push(*partner);
        }
        self.witnesses.end_list();
    }

    fn add_rivals(&mut self, unit: usize, units: &[Unit], scratch: &mut Vec<Partner>) {
        let seat = |partner: &Partner| {
            let unit = &units[partner.unit as usize];
            (unit.article, unit.stream)
        };
        let mut start = 0;
        for of_article in self.all.of(unit).chunk_by(|x, y| seat(x).0 == seat(y).0) {
            for stream in Stream::ALL {
                scratch.clear();
                scratch.extend(of_article.iter().filter(|partner| seat(partner).1 == stream));
                let Some(first) = scratch.first() else { continue };
                self.places.push(RivalsAt { article: seat(first).0, stream, start });
                sort_best_first(scratch);
                for partner in scratch.iter().take(RIVALS) {
                    self.rivals.push(*partner);
                    start += 1;
                }
            }
        }
        self.rivals.end_list();
        self.places.end_list();
    }
}

/// By falling word, then by place.
fn sort_best_first(partners: &mut [Partner]) {
    partners.sort_unstable_by(|x, y| y.word.total_cmp(&x.word).then(x.unit.cmp(&y.unit)));
}
