//! The pairs of the first pass, seen from the side of every unit.

use std::cmp::Ordering;

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

/// Where the best partners of one seat begin in a unit's list of rivals.
#[derive(Clone, Copy, Debug)]
struct RivalsAt {
    seat: Seat,
    start: u32,
}

/// An article and a stream in one number, ascending by both.
pub(super) type Seat = u32;

/// The seats of all units.
pub(super) fn seats(units: &[Unit]) -> Vec<Seat> {
    let seat = |unit: &Unit| (unit.article * Stream::ALL.len()) as u32 + unit.stream as u32;
    units.iter().map(seat).collect()
}

impl Partners {
    /// The partners in `pairs`, which ascend; `seats` tells the seat of every unit.
    pub(super) fn new(
        seats: &[Seat],
        pairs: &[Pair],
        progress: &mut Progress<'_, '_>,
    ) -> Result<Self, Cancelled> {
        let all = Lists::collected(seats.len(), || {
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
        for unit in 0..seats.len() {
            if unit % 1024 == 0 {
                progress.still()?;
            }
            partners.add_witnesses(unit, &mut scratch);
            partners.add_rivals(unit, seats, &mut scratch);
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
    pub(super) fn rivals(&self, unit: u32, seat: Seat) -> &[Partner] {
        let places = self.places.of(unit as usize);
        let Ok(at) = places.binary_search_by_key(&seat, |place| place.seat) else { return &[] };
        let rivals = self.rivals.of(unit as usize);
        let end = places.get(at + 1).map_or(rivals.len(), |next| next.start as usize);
        rivals.get(places[at].start as usize..end).unwrap_or_default()
    }

    fn add_witnesses(&mut self, unit: usize, scratch: &mut Vec<Partner>) {
        scratch.clear();
        let all = self.all.of(unit);
        scratch.extend(all.iter().filter(|partner| partner.word > LEAST_WITNESS));
        scratch.sort_unstable_by(better_first);
        for partner in scratch.iter().take(WITNESSES) {
            self.witnesses.push(*partner);
        }
        self.witnesses.end_list();
    }

    fn add_rivals(&mut self, unit: usize, seats: &[Seat], scratch: &mut Vec<Partner>) {
        let seat = |partner: &Partner| seats[partner.unit as usize];
        scratch.clear();
        scratch.extend(self.all.of(unit));
        scratch.sort_unstable_by(|x, y| seat(x).cmp(&seat(y)).then_with(|| better_first(x, y)));
        let mut start = 0;
        for rivals in scratch.chunk_by(|x, y| seat(x) == seat(y)) {
            self.places.push(RivalsAt { seat: rivals.first().map_or(0, seat), start });
            for partner in rivals.iter().take(RIVALS) {
                self.rivals.push(*partner);
                start += 1;
            }
        }
        self.rivals.end_list();
        self.places.end_list();
    }
}

/// By falling word, then by place.
fn better_first(x: &Partner, y: &Partner) -> Ordering {
    y.word.total_cmp(&x.word).then(x.unit.cmp(&y.unit))
}
