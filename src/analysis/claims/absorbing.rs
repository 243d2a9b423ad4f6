//! A claim that only says again what another one disputes is told with that one.
//!
//! `Twelve were arrested` may make one claim with `nobody was arrested`, and another with `the police
//! arrest a dozen`: who says the same then stands outside the dispute. Where a disputed passage stands in
//! a second claim of a further article, too, and all passages of that say a value in dispute, or most of them are passages of
//! the first, the two are one claim, if that is a dispute still.

use std::collections::BTreeSet;
use std::ops::Range;

use super::retold::{Draft, compare_all, disputed, put_in};
use crate::analysis::judging::differences::are_one_moment;
use crate::analysis::judging::facts::Facts;
use crate::analysis::judging::suggestion::{Dispute, compare};
use crate::analysis::matching::narrowing::Member;
use crate::analysis::story::{Story, Stream, Unit};
use crate::analysis::values::quantity::equal;
use crate::analysis::values::roles::role;
use crate::analysis::values::{Meaning, Value};
use crate::analysis::words::terms::ValueKind;
use crate::analysis::{Cancelled, Progress};
use crate::model::ReasonKind;

/// A claim of more passages is what it is.
const LARGEST: usize = 100;

/// The drafts, those told with another that only say again what it disputes.
pub(super) fn absorb<'s>(
    story: &'s Story<'s>,
    facts: &[Facts<'s>],
    mut drafts: Vec<Draft>,
    progress: &mut Progress<'_, '_>,
) -> Result<Vec<Draft>, Cancelled> {
    compare_all(story, facts, &mut drafts, progress)?;
    let mut claims = Claims::of(story, drafts);
    for home in disputed(story, &claims.drafts) {
        progress.still()?;
        claims.take_in(facts, home);
    }
    claims.drafts.retain(|draft| !draft.members.is_empty());
    Ok(claims.drafts)
}

/// The claims while they take in one another; who was taken in has no members any more.
struct Claims<'s> {
    story: &'s Story<'s>,
    drafts: Vec<Draft>,
    /// The drafts that state something of each unit.
    of_unit: Vec<Vec<usize>>,
}

impl<'s> Claims<'s> {
    fn of(story: &'s Story<'s>, drafts: Vec<Draft>) -> Self {
        let mut of_unit = vec![Vec::new(); story.units.len()];
        for (at, draft) in drafts.iter().enumerate() {
            for member in &draft.members {
                of_unit[member.unit as usize].push(at);
            }
        }
        Self { story, drafts, of_unit }
    }

    /// Tells with a draft what says its disputes again.
    fn take_in(&mut self, facts: &[Facts<'s>], home: usize) {
        let (mut others, mut kinds) = (BTreeSet::new(), BTreeSet::new());
        for dispute in std::mem::take(&mut self.drafts[home].told) {
            let mut again = self.stating(&dispute);
            again.retain(|other| *other != home && self.says_again(&dispute, home, *other));
            kinds.extend(again.first().map(|_| dispute.kind));
            others.extend(again);
        }
        self.join(facts, &kinds, home, &others);
    }

    /// The drafts that state a passage in dispute.
    fn stating(&self, dispute: &Dispute) -> BTreeSet<usize> {
        let states = |at: usize, unit: u32, token: usize| {
            let mut own = self.drafts[at].members.iter().filter(|member| member.unit == unit);
            own.any(|member| member.runs.iter().any(|run| run.contains(&token)))
        };
        let of_place = |(unit, tokens): &(u32, Range<usize>)| {
            let (unit, token) = (*unit, tokens.start);
            let all = self.of_unit[unit as usize].iter().copied();
            all.filter(move |at| states(*at, unit, token)).collect::<Vec<usize>>()
        };
        dispute.places.iter().flat_map(of_place).collect()
    }

    fn says_again(&self, dispute: &Dispute, home: usize, other: usize) -> bool {
        let [own, others] = [home, other].map(|at| &self.drafts[at].members);
        let is_small = own.len().max(others.len()) <= LARGEST && !own.is_empty();
        let tells_more = || {
            let told: BTreeSet<usize> = own.iter().map(|member| self.article(member)).collect();
            others.iter().any(|member| !told.contains(&self.article(member)))
        };
        is_small
            && tells_more()
            && (self.says_only(dispute, others) || self.is_mostly_in(others, own))
    }

    /// Whether every member says one of the values in dispute.
    fn says_only(&self, dispute: &Dispute, members: &[Member]) -> bool {
        if !matches!(dispute.kind, ReasonKind::Number | ReasonKind::Date) {
            return false;
        }
        let disputed = dispute.places.iter().filter_map(|(unit, tokens)| {
            let unit = &self.story.units[*unit as usize];
            let is_here = |value: &&Value| tokens.contains(&(value.tokens.end - 1));
            Some((unit, unit.values.iter().find(is_here)?))
        });
        let disputed: Vec<(&Unit, &Value)> = disputed.collect();
        members.iter().all(|member| {
            let unit = &self.story.units[member.unit as usize];
            let is_stated = |value: &&Value| {
                member.runs.iter().any(|run| run.contains(&(value.tokens.end - 1)))
            };
            let mut stated = unit.values.iter().filter(is_stated);
            stated.any(|value| disputed.iter().any(|known| self.are_one((unit, value), *known)))
        })
    }

    /// Whether two values are equal and, if they are counts, of the same things or of one fate.
    fn are_one(&self, first: (&Unit, &Value), second: (&Unit, &Value)) -> bool {
        let (x, y) = (&first.1.meaning, &second.1.meaning);
        let (Meaning::Quantity(own), Meaning::Quantity(other)) = (x, y) else {
            return are_one_moment(x, y);
        };
        let fate = |(unit, value): (&Unit, &Value)| role(self.story.reader(unit), &value.tokens);
        let have_one_fate = || fate(first).is_some_and(|one| fate(second) == Some(one));
        let is_alike = own.kind != ValueKind::Count
            || own.heads.iter().take(2).any(|head| other.heads.contains(head))
            || have_one_fate();
        equal(own, other) && is_alike
    }

    /// Whether passages of another draft are all that two articles or more say here, and those are most of
    /// its articles. A headline tells many things.
    fn is_mostly_in(&self, members: &[Member], home: &[Member]) -> bool {
        let holds = |own: &Member, member: &Member| {
            let is_in = |run: &Range<usize>| {
                own.runs.iter().any(|known| known.start <= run.start && run.end <= known.end)
            };
            own.unit == member.unit && member.runs.iter().all(is_in)
        };
        let is_held = |member: &&Member| {
            let is_title = self.story.units[member.unit as usize].stream == Stream::Title;
            !is_title && home.iter().any(|own| holds(own, member))
        };
        let held: Vec<&Member> = members.iter().filter(is_held).collect();
        let telling = self.articles(held.into_iter());
        telling > 1 && telling * 2 > self.articles(members.iter())
    }

    /// Makes one draft of several, if that disputes what the first did.
    fn join(
        &mut self,
        facts: &[Facts<'s>],
        kinds: &BTreeSet<ReasonKind>,
        home: usize,
        others: &BTreeSet<usize>,
    ) {
        let mut members = self.drafts[home].members.clone();
        let mut is_changed = false;
        for member in others.iter().flat_map(|other| &self.drafts[*other].members) {
            for run in &member.runs {
                is_changed |= put_in(&mut members, (member.unit, run.clone()));
            }
        }
        if is_changed {
            members.sort_by_key(|member| member.unit);
            let compared = compare(self.story, facts, &members);
            if !kinds.iter().all(|kind| compared.1.iter().any(|told| told.kind == *kind)) {
                return;
            }
            self.drafts[home] = Draft::compared(members, compared);
        }
        for other in others {
            self.drafts[*other].members.clear();
        }
    }

    fn article(&self, member: &Member) -> usize {
        self.story.units[member.unit as usize].article
    }

    fn articles<'m>(&self, members: impl Iterator<Item = &'m Member>) -> usize {
        members.map(|member| self.article(member)).collect::<BTreeSet<usize>>().len()
    }
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::*;
    use crate::analysis::Watch;
    use crate::analysis::judging::facts::facts_of_few;
    use crate::analysis::testing::article;

    /// How many claims are left of two, each of which states some of the sentences of `texts`, one an
    /// article.
    fn left(texts: &[&str], claims: [&[u32]; 2]) -> usize {
        let articles: Vec<_> = (1..).zip(texts).map(|(id, text)| article(id, text)).collect();
        let watch: &mut Watch<'_> = &mut |_| ControlFlow::Continue(());
        let mut progress = Progress::new(watch);
        let refs: Vec<_> = articles.iter().collect();
        let story = Story::read(&refs, &mut progress).expect("nobody cancels");
        let whole = |unit: u32| 0..story.units[unit as usize].tokens.len();
        let member =
            |unit: &u32| Member { unit: *unit, runs: std::iter::once(whole(*unit)).collect() };
        let drafts = claims.map(|units| Draft::new(units.iter().map(member).collect()));
        let drafts = absorb(&story, &facts_of_few(&story), drafts.into(), &mut progress);
        drafts.expect("nobody cancels").len()
    }

    #[test]
    fn who_says_a_value_in_dispute_joins_the_dispute() {
        let texts = [
            "Twelve people were arrested at the quay.",
            "Fifteen people were arrested at the quay.",
            "The police made a dozen arrests.",
            "The quay was closed to twelve ships.",
        ];
        assert_eq!(left(&texts, [&[0, 1], &[0, 2]]), 1);
        assert_eq!(left(&texts, [&[0, 1], &[0, 3]]), 2);
        assert_eq!(left(&texts, [&[0, 2], &[0, 3]]), 2);
    }

    #[test]
    fn what_mostly_stands_in_a_dispute_joins_it() {
        let texts = [
            "The board will keep the old pier.",
            "The board will not keep the old pier.",
            "For the pier the board has hopes.",
            "Ships came to the pier in May.",
        ];
        assert_eq!(left(&texts, [&[0, 1], &[0, 1, 2]]), 1);
        assert_eq!(left(&texts, [&[0, 1], &[0, 2, 3]]), 2);
        let copied = ["The board will keep the pier.", "The board will not keep the pier."];
        let told = "For the pier the board has hopes. The hopes of the board are great.";
        assert_eq!(left(&[copied[0], copied[1], told], [&[0, 1], &[0, 1, 2, 3]]), 1);
    }
}
