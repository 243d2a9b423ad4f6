//! The pairs of the first pass, seen from the side of every unit.

use std::cmp::Ordering;

use crate::analysis::lists::Lists;
use crate::analysis::matching::similarity::Pair;
use crate::analysis::story::{Stream, Unit};
use crate::analysis::{Cancelled, Progress, parallel};

/// Best partners of a unit that speak for its pairs with others.
const WITNESSES: usize = 40;
/// A partner less alike than this speaks for nothing.
const LEAST_WITNESS: f64 = 0.15;
/// A partner more alike than this is a strong one: a few of all partners are.
pub(super) const STRONG: f64 = 0.3;
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

/// The partners of every unit, in several orders.
pub(super) struct Partners {
    all: Lists<Partner>,
    best: Vec<Best>,
}

/// Those partners of a unit that are asked for more often.
struct Best {
    /// Those that are surely alike, ascending.
    strong: Vec<Partner>,
    /// Those that speak for pairs.
    witnesses: Vec<Partner>,
    /// The few best of every seat, the best first.
    rivals: Vec<Partner>,
    /// Where those of each seat begin, ascending.
    places: Vec<RivalsAt>,
}

/// Where the best partners of one seat begin in a unit's list of rivals.
#[derive(Clone, Copy, Debug)]
struct RivalsAt {
    seat: Seat,
    start: u32,
}

/// An article and a stream in one number, ascending by both.
pub(super) type Seat = u32;
const STREAMS: Seat = Stream::ALL.len() as Seat;

/// The seats of all units.
pub(super) fn seats(units: &[Unit]) -> Vec<Seat> {
    let seat = |unit: &Unit| unit.article as u32 * STREAMS + unit.stream as u32;
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
        let units: Vec<usize> = (0..seats.len()).collect();
        let best = |(): &mut (), unit: &usize| Best::of(all.of(*unit), seats);
        let best = parallel::map(&units, progress, || (), best)?;
        Ok(Self { all, best })
    }

    /// The partners of a unit, ascending.
    pub(super) fn of(&self, unit: u32) -> &[Partner] {
        self.all.of(unit as usize)
    }

    /// The partners of a unit that stand after it in the story, ascending.
    pub(super) fn after(&self, unit: u32) -> &[Partner] {
        let partners = self.of(unit);
        let from = partners.partition_point(|partner| partner.unit <= unit);
        partners.get(from..).unwrap_or_default()
    }

    /// The partners of a unit whose word is above [`STRONG`], ascending.
    pub(super) fn strong(&self, unit: u32) -> &[Partner] {
        &self.best[unit as usize].strong
    }

    /// The partners of a unit that may speak for a pair.
    pub(super) fn witnesses(&self, unit: u32) -> &[Partner] {
        &self.best[unit as usize].witnesses
    }

    /// The few best partners of a unit in an article and stream, the best first.
    pub(super) fn rivals(&self, unit: u32, seat: Seat) -> &[Partner] {
        let Best { rivals, places, .. } = &self.best[unit as usize];
        let Ok(at) = places.binary_search_by_key(&seat, |place| place.seat) else { return &[] };
        let end = places.get(at + 1).map_or(rivals.len(), |next| next.start as usize);
        rivals.get(places[at].start as usize..end).unwrap_or_default()
    }
}

impl Best {
    /// The best of all partners of a unit, which ascend.
    fn of(all: &[Partner], seats: &[Seat]) -> Self {
        let above = |least: f64| all.iter().filter(move |partner| partner.word > least).copied();
        let mut witnesses: Vec<Partner> = above(LEAST_WITNESS).collect();
        if witnesses.len() > WITNESSES {
            witnesses.select_nth_unstable_by(WITNESSES, better_first);
            witnesses.truncate(WITNESSES);
        }
        let mut best = Self {
            strong: above(STRONG).collect(),
            witnesses,
            rivals: Vec::new(),
            places: Vec::new(),
        };
        let article = |partner: &Partner| seats[partner.unit as usize] / STREAMS;
        for of_article in all.chunk_by(|x, y| article(x) == article(y)) {
            best.add_rivals(of_article, seats);
        }
        best
    }

    /// Adds the few best of one article, by stream.
    fn add_rivals(&mut self, of_article: &[Partner], seats: &[Seat]) {
        let seat = |partner: &Partner| seats[partner.unit as usize];
        let article = of_article.first().map_or(0, |first| seat(first) / STREAMS);
        for seat_of_stream in article * STREAMS..(article + 1) * STREAMS {
            let start = self.rivals.len();
            for partner in of_article.iter().filter(|partner| seat(partner) == seat_of_stream) {
                self.enter(start, *partner);
            }
            if self.rivals.len() > start {
                self.places.push(RivalsAt { seat: seat_of_stream, start: start as u32 });
            }
        }
    }

    /// Keeps the few best, the best first, of partners that come ascending.
    fn enter(&mut self, start: usize, partner: Partner) {
        let few = &self.rivals[start..];
        let at = few.iter().rposition(|other| other.word >= partner.word).map_or(0, |at| at + 1);
        if at < RIVALS {
            self.rivals.truncate(start + RIVALS - 1);
            self.rivals.insert(start + at, partner);
        }
    }
}

/// By falling word, then by place.
fn better_first(x: &Partner, y: &Partner) -> Ordering {
    y.word.total_cmp(&x.word).then(x.unit.cmp(&y.unit))
}
