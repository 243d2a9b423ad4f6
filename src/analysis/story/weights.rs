//! What each term of a story weighs.

use rustc_hash::FxHashMap;

use crate::analysis::story::{Story, TermClass, Unit};
use crate::analysis::words::terms::{Sort, TermId, ValueKind};

/// Gives every term of every unit its weight, and marks the names.
///
/// A weight is the root of what the term tells inside the story (its rarity among the units) times what
/// it tells outside it; a number is as rare as its bare value, whatever it counts.
pub(in crate::analysis) fn weigh(story: &mut Story<'_>) {
    let counts = Frequencies::of(story);
    let total = story.units.iter().map(Unit::count).sum::<usize>() as f64;
    let weights: Vec<f64> = story
        .terms
        .iter()
        .map(|(id, term)| {
            let inside = ((total + 1.0) / (counts.of_term(story, id) + 0.5)).ln();
            (inside.max(0.1) * term.background).sqrt()
        })
        .collect();
    for unit in &mut story.units {
        for term in &mut unit.terms {
            term.weight = weights[term.id.index()];
            if term.class == TermClass::Word && story.names.contains(&term.id) {
                term.class = TermClass::Name;
            }
        }
        unit.weight = unit.terms.iter().map(|term| term.weight).sum();
    }
}

struct Frequencies {
    terms: Vec<u32>,
    values: FxHashMap<(ValueKind, u64), u32>,
}

impl Frequencies {
    fn of(story: &Story<'_>) -> Self {
        let mut counts = Self { terms: vec![0; story.terms.len()], values: FxHashMap::default() };
        for unit in &story.units {
            let times = unit.count() as u32;
            for term in &unit.terms {
                counts.terms[term.id.index()] += times;
                if let Sort::Value(key) = &story.terms.get(term.id).sort {
                    *counts.values.entry((key.kind, key.amount.to_bits())).or_default() += times;
                }
            }
        }
        counts
    }

    fn of_term(&self, story: &Story<'_>, id: TermId) -> f64 {
        match &story.terms.get(id).sort {
            Sort::Stem { .. } => f64::from(self.terms[id.index()]),
            Sort::Value(key) => {
                self.values.get(&(key.kind, key.amount.to_bits())).copied().map_or(0.0, f64::from)
            }
        }
    }
}
