//! The clauses of all sentences of a story, each known by a number.

use std::ops::Range;

use super::clauses::clauses;
use crate::analysis::story::{Story, UnitTerm};
use crate::analysis::words::terms::TermId;
use crate::analysis::{Cancelled, Progress, parallel};

/// All clauses, in the order of their units and places.
pub(in crate::analysis) struct Pieces {
    list: Vec<Piece>,
    /// First clause of each unit, and the count of all clauses at the end.
    starts: Vec<u32>,
}

/// A clause.
pub(in crate::analysis) struct Piece {
    /// The unit it is part of.
    pub(in crate::analysis) unit: u32,
    /// Its tokens.
    pub(in crate::analysis) tokens: Range<usize>,
    /// Its terms, ascending, each once.
    pub(in crate::analysis) terms: Vec<UnitTerm>,
    /// What its terms weigh together.
    pub(in crate::analysis) weight: f64,
    /// What it tells of, whatever its words and values: its slots among the terms.
    pub(in crate::analysis) slots: Vec<TermId>,
}

impl Pieces {
    /// The clauses of all units.
    pub(in crate::analysis) fn of(
        story: &Story<'_>,
        progress: &mut Progress<'_, '_>,
    ) -> Result<Self, Cancelled> {
        let units: Vec<u32> = (0..).take(story.units.len()).collect();
        let cut = parallel::map(&units, progress, || (), |(), unit| Piece::of_unit(story, *unit))?;
        let mut pieces = Self { list: Vec::new(), starts: Vec::with_capacity(units.len() + 1) };
        for of_unit in cut {
            pieces.starts.push(pieces.list.len() as u32);
            pieces.list.extend(of_unit);
        }
        pieces.starts.push(pieces.list.len() as u32);
        Ok(pieces)
    }

    /// The clause of that number.
    pub(in crate::analysis) fn get(&self, number: u32) -> &Piece {
        &self.list[number as usize]
    }

    /// All clauses.
    pub(in crate::analysis) fn iter(&self) -> impl ExactSizeIterator<Item = &Piece> {
        self.list.iter()
    }

    /// The numbers of the clauses of a unit.
    pub(in crate::analysis) fn of_unit(&self, unit: u32) -> Range<u32> {
        self.starts[unit as usize]..self.starts[unit as usize + 1]
    }
}

impl Piece {
    /// The clauses of one unit.
    fn of_unit(story: &Story<'_>, index: u32) -> Vec<Self> {
        let unit = &story.units[index as usize];
        let piece = |tokens: Range<usize>| {
            let terms = unit.terms_in(&tokens);
            let weight = terms.iter().map(|term| term.weight).sum();
            let ids = terms.iter().map(|term| term.id);
            let slots = ids.filter(|id| story.terms.get(*id).is_slot()).collect();
            Self { unit: index, tokens, terms, weight, slots }
        };
        clauses(story.reader(unit)).into_iter().map(piece).collect()
    }
}
