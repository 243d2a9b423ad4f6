//! One claim instead of several that the same sentences state.
//!
//! Where all sentences of a group stand in another group, too, and say little in it, the two are one
//! claim: a date or a place is told with what happened.

use std::ops::Range;

use super::narrowing::{Member, runs};
use crate::analysis::story::Story;
use crate::analysis::{Cancelled, Progress, parallel};

/// A group whose members weigh less than this on the average says little by itself.
const LITTLE: f64 = 18.0;

/// Joins drafts; those that say more take in those that say less.
pub(in crate::analysis) fn merge(
    story: &Story<'_>,
    drafts: Vec<Vec<Member>>,
    progress: &mut Progress<'_, '_>,
) -> Result<Vec<Vec<Member>>, Cancelled> {
    let weights = parallel::map(&drafts, progress, || (), |(), draft| weight(story, draft))?;
    let mut weighed: Vec<(f64, Vec<Member>)> = weights.into_iter().zip(drafts).collect();
    weighed.sort_by(|(x, a), (y, b)| y.total_cmp(x).then_with(|| units(a).cmp(units(b))));
    let mut merged: Vec<Vec<Member>> = Vec::with_capacity(weighed.len());
    let mut places: Vec<Vec<usize>> = vec![Vec::new(); story.units.len()];
    for (count, (weight, draft)) in weighed.into_iter().enumerate() {
        if count % 256 == 0 {
            progress.still()?;
        }
        let says_little = weight < LITTLE * draft.len() as f64;
        let host = says_little.then(|| host(&draft, &places)).flatten();
        let at = host.unwrap_or(merged.len());
        if host.is_none() {
            merged.push(Vec::new());
        }
        for member in draft {
            let places = &mut places[member.unit as usize];
            if !places.contains(&at) {
                places.push(at);
            }
            take_in(&mut merged[at], member);
        }
    }
    Ok(merged)
}

/// The first claim that holds all units of a draft.
fn host(draft: &[Member], places: &[Vec<usize>]) -> Option<usize> {
    let mut held = draft.iter().map(|member| &places[member.unit as usize]);
    let first = held.next()?;
    // Who stands in few claims rules out most.
    let mut others: Vec<&Vec<usize>> = held.collect();
    others.sort_by_key(|places| places.len());
    first.iter().copied().find(|host| others.iter().all(|places| places.contains(host)))
}

fn units(draft: &[Member]) -> impl Iterator<Item = u32> {
    draft.iter().map(|member| member.unit)
}

/// What the terms of all members weigh together.
fn weight(story: &Story<'_>, draft: &[Member]) -> f64 {
    let of = |member: &Member| {
        let unit = &story.units[member.unit as usize];
        let terms = member.runs.iter().flat_map(|run| unit.terms_in(run));
        terms.map(|term| term.weight).sum::<f64>()
    };
    draft.iter().map(of).sum()
}

/// Adds a member, or its runs where the claim has the unit already.
fn take_in(claim: &mut Vec<Member>, member: Member) {
    match claim.binary_search_by_key(&member.unit, |other| other.unit) {
        Ok(at) => {
            let mut all: Vec<Range<usize>> = std::mem::take(&mut claim[at].runs);
            all.extend(member.runs);
            all.sort_by_key(|run| (run.start, run.end));
            claim[at].runs = runs(all.into_iter());
        }
        Err(at) => claim.insert(at, member),
    }
}
