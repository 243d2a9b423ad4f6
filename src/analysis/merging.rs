//! One claim instead of several that say the same.
//!
//! A sentence may stand in several groups. Where two groups turn out to be stated by the same clauses,
//! they are one claim, provided that what the second brings is joined to the first.

use std::collections::BTreeMap;
use std::ops::Range;

use super::context::Bond;
use super::narrowing::{Member, runs};
use super::story::Story;

/// Two claims are one where this share of the smaller's words stands in the other.
const SAME: f64 = 0.6;
/// What the second brings must be joined to the first this strongly on the average.
const JOINED: f64 = 0.34;

/// Joins drafts that say the same; those with more members take in those with fewer.
pub(super) fn merge(
    story: &Story<'_>,
    bonds: &[Bond],
    mut drafts: Vec<Vec<Member>>,
) -> Vec<Vec<Member>> {
    drafts.sort_by(|x, y| y.len().cmp(&x.len()).then(units(x).cmp(units(y))));
    let mut merged: Vec<Vec<Member>> = Vec::with_capacity(drafts.len());
    let mut places: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for draft in drafts {
        let mut rivals: Vec<usize> =
            draft.iter().filter_map(|member| places.get(&member.unit)).flatten().copied().collect();
        rivals.sort_unstable();
        rivals.dedup();
        let host = rivals.into_iter().find(|host| {
            is_same(&draft, &merged[*host]) && is_joined(story, bonds, &draft, &merged[*host])
        });
        let at = host.unwrap_or_else(|| {
            merged.push(Vec::new());
            merged.len() - 1
        });
        for member in draft {
            let places = places.entry(member.unit).or_default();
            if places.last() != Some(&at) && !places.contains(&at) {
                places.push(at);
            }
            take_in(&mut merged[at], member);
        }
    }
    merged
}

fn units(draft: &[Member]) -> impl Iterator<Item = u32> {
    draft.iter().map(|member| member.unit)
}

/// Adds a member, or its runs where the claim has the unit already.
fn take_in(claim: &mut Vec<Member>, member: Member) {
    match claim.binary_search_by_key(&member.unit, |other| other.unit) {
        Ok(at) => {
            let mut all = std::mem::take(&mut claim[at].runs);
            all.extend(member.runs);
            all.sort_by_key(|run| (run.start, run.end));
            claim[at].runs = runs(all.into_iter());
        }
        Err(at) => claim.insert(at, member),
    }
}

fn is_same(draft: &[Member], host: &[Member]) -> bool {
    let mut all = 0;
    let mut common = 0;
    for member in draft {
        let own = host
            .binary_search_by_key(&member.unit, |other| other.unit)
            .map_or(&[][..], |at| &host[at].runs);
        all += member.runs.iter().map(ExactSizeIterator::len).sum::<usize>();
        common +=
            member.runs.iter().flat_map(|x| own.iter().map(move |y| overlap(x, y))).sum::<usize>();
    }
    common as f64 >= SAME * all as f64
}

fn overlap(x: &Range<usize>, y: &Range<usize>) -> usize {
    x.end.min(y.end).saturating_sub(x.start.max(y.start))
}

/// Whether every unit that the draft brings is joined to the host's units of other articles.
fn is_joined(story: &Story<'_>, bonds: &[Bond], draft: &[Member], host: &[Member]) -> bool {
    let article = |unit: u32| story.units[unit as usize].article;
    let is_new = |unit: &u32| host.binary_search_by_key(unit, |other| other.unit).is_err();
    units(draft).filter(is_new).all(|unit| {
        let strengths: Vec<f64> = units(host)
            .filter(|other| article(*other) != article(unit))
            .map(|other| strength(bonds, unit, other))
            .collect();
        strengths.iter().sum::<f64>() >= JOINED * strengths.len() as f64
    })
}

fn strength(bonds: &[Bond], a: u32, b: u32) -> f64 {
    let key = (a.min(b), a.max(b));
    bonds.binary_search_by_key(&key, |bond| (bond.a, bond.b)).map_or(0.0, |at| bonds[at].strength)
}
