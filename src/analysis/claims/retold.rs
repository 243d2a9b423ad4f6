//! One dispute is one claim: what tells a dispute again joins the claim that tells it best.
//!
//! A headline, a lead and a later paragraph may each give the number of the dead, and grouping may make
//! three claims of them. A reviewer wants to settle it once. Two claims dispute the same where their
//! reasons name the same words of an article, or the same number of people of one fate in sentences that
//! are alike. Only the clauses that hold the disputed words move; the rest of a claim stays.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::analysis::judging::facts::Facts;
use crate::analysis::judging::suggestion::{Dispute, Suggested, compare};
use crate::analysis::matching::narrowing::Member;
use crate::analysis::story::apart::Stories;
use crate::analysis::story::clauses::clauses;
use crate::analysis::story::{Story, Stream, Unit};
use crate::analysis::values::names::{Name, names};
use crate::analysis::words::terms::TermId;
use crate::analysis::{Cancelled, Progress, parallel};
use crate::model::ReasonKind;

/// Stems that two sentences share when they tell of one event.
const LEAST_SHARED: usize = 3;
/// Claims that are looked at for one number and fate.
const LOOKED_AT: usize = 8;

/// A claim in the making.
pub(in crate::analysis) struct Draft {
    /// What states it.
    pub(in crate::analysis) members: Vec<Member>,
    /// What is suggested for just these members, where they have been compared.
    pub(in crate::analysis) suggested: Option<Suggested>,
    /// What they dispute, where they have been compared.
    pub(super) told: Vec<Dispute>,
}

impl Draft {
    /// A claim that has not been compared.
    pub(in crate::analysis) const fn new(members: Vec<Member>) -> Self {
        Self { members, suggested: None, told: Vec::new() }
    }

    /// One that has been.
    pub(super) fn compared(
        members: Vec<Member>,
        (suggested, told): (Suggested, Vec<Dispute>),
    ) -> Self {
        Self { members, suggested: Some(suggested), told }
    }

    /// Whether its members dispute anything, as far as they have been compared.
    pub(super) const fn is_disputed(&self) -> bool {
        !self.told.is_empty()
    }

    /// Forgets what was suggested for other members.
    fn change(&mut self) {
        self.suggested = None;
        self.told.clear();
    }
}

/// The drafts with every dispute in one of them.
pub(super) fn gather<'s>(
    story: &'s Story<'s>,
    stories: &Stories,
    facts: &[Facts<'s>],
    mut drafts: Vec<Draft>,
    progress: &mut Progress<'_, '_>,
) -> Result<Vec<Draft>, Cancelled> {
    compare_all(story, facts, &mut drafts, progress)?;
    let moves = moves(story, stories, &drafts, progress)?;
    for (from, to, clauses) in moves {
        for clause in clauses {
            take_out(&mut drafts[from].members, &clause);
            // Who has moved is compared anew.
            drafts[from].change();
            if put_in(&mut drafts[to].members, clause) {
                drafts[to].change();
            }
        }
    }
    drafts.retain(|draft| !draft.members.is_empty());
    Ok(drafts)
}

/// Clauses that move from one draft to another.
type Move = (usize, usize, Vec<Clause>);

/// What is to move to the drafts that tell a dispute best.
fn moves(
    story: &Story<'_>,
    stories: &Stories,
    drafts: &[Draft],
    progress: &mut Progress<'_, '_>,
) -> Result<Vec<Move>, Cancelled> {
    let mut index = Index::default();
    let mut moves = Vec::new();
    for (count, at) in disputed(story, drafts).into_iter().enumerate() {
        if count % 64 == 0 {
            progress.still()?;
        }
        let home = |dispute: &Dispute| {
            let home = index.home_of(story, dispute).filter(|_| is_gathered(dispute.kind))?;
            let joins = fits(story, dispute, &drafts[home].told)
                && is_of_one_story(story, stories, dispute, &drafts[home].members);
            joins.then_some(home)
        };
        let homes: Vec<Option<usize>> = drafts[at].told.iter().map(home).collect();
        if homes.iter().all(Option::is_none) {
            drafts[at].told.iter().for_each(|dispute| index.add(at, dispute));
        }
        moves.extend(moved(story, drafts, at, &homes));
    }
    Ok(moves)
}

/// The drafts that dispute anything; those that most articles tell first.
pub(super) fn disputed(story: &Story<'_>, drafts: &[Draft]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..drafts.len()).filter(|at| drafts[*at].is_disputed()).collect();
    order.sort_by_cached_key(|at| {
        let members = &drafts[*at].members;
        (Reverse(articles(story, members)), Reverse(members.len()), *at)
    });
    order
}

/// The clauses of a draft that hold what has a home elsewhere. What is disputed in the draft alone stays.
fn moved(story: &Story<'_>, drafts: &[Draft], at: usize, homes: &[Option<usize>]) -> Vec<Move> {
    let draft = &drafts[at];
    // Who says so stands beside a passage and stays where it is.
    let clauses = |dispute: &Dispute| -> Vec<Clause> {
        let places = dispute.places.iter().filter(|place| states(&draft.members, place));
        places.map(|(unit, tokens)| clause_of(story, *unit, tokens)).collect()
    };
    let with_homes = || draft.told.iter().zip(homes);
    let own = with_homes().filter(|(_, home)| home.is_none());
    let kept: Vec<Clause> = own.flat_map(|(dispute, _)| clauses(dispute)).collect();
    let moved = |(dispute, home): (&Dispute, &Option<usize>)| {
        let home = (*home)?;
        let moved = clauses(dispute).into_iter().filter(|clause| !kept.contains(clause));
        Some((at, home, moved.collect()))
    };
    with_homes().filter_map(moved).collect()
}

/// Compares the members of every draft that has not been compared.
pub(super) fn compare_all<'s>(
    story: &'s Story<'s>,
    facts: &[Facts<'s>],
    drafts: &mut [Draft],
    progress: &mut Progress<'_, '_>,
) -> Result<(), Cancelled> {
    let anew =
        |draft: &Draft| draft.suggested.is_none().then(|| compare(story, facts, &draft.members));
    let compared = parallel::map_long(drafts, progress, anew)?;
    for (draft, compared) in drafts.iter_mut().zip(compared) {
        if let Some(compared) = compared {
            *draft = Draft::compared(std::mem::take(&mut draft.members), compared);
        }
    }
    Ok(())
}

/// Whether disputes of a kind are one where they name the same words. One `guilty` or `all` may deny or
/// count several things, and one source may tell several, which stay apart.
const fn is_gathered(kind: ReasonKind) -> bool {
    !matches!(kind, ReasonKind::Negation | ReasonKind::Scope | ReasonKind::Attribution)
}

/// A clause of a unit.
type Clause = (u32, Range<usize>);

/// Which draft tells a dispute first, by the words it names and by number and fate.
#[derive(Default)]
struct Index {
    places: BTreeMap<(ReasonKind, u32, usize), usize>,
    numbers: BTreeMap<(u16, u64), Vec<(usize, u32)>>,
}

impl Index {
    fn add(&mut self, draft: usize, dispute: &Dispute) {
        for (unit, tokens) in &dispute.places {
            self.places.entry((dispute.kind, *unit, tokens.start)).or_insert(draft);
        }
        for (key, unit) in dispute.numbers() {
            let drafts = self.numbers.entry(key).or_default();
            if drafts.len() < LOOKED_AT {
                drafts.push((draft, unit));
            }
        }
    }

    fn home_of(&self, story: &Story<'_>, dispute: &Dispute) -> Option<usize> {
        let place = |(unit, tokens): &(u32, Range<usize>)| {
            self.places.get(&(dispute.kind, *unit, tokens.start)).copied()
        };
        dispute.places.iter().find_map(place).or_else(|| {
            dispute.numbers().find_map(|(key, unit)| {
                let drafts = self.numbers.get(&key)?;
                drafts.iter().find(|(_, other)| are_alike(story, unit, *other)).map(|(at, _)| *at)
            })
        })
    }
}

/// Whether the clauses of a dispute speak of nobody else than those of its home.
fn fits(story: &Story<'_>, dispute: &Dispute, home: &[Dispute]) -> bool {
    let names =
        |(unit, tokens): &(u32, Range<usize>)| names_in(story, &clause_of(story, *unit, tokens));
    let same_kind = home.iter().filter(|told| told.kind == dispute.kind);
    let known: Vec<BTreeSet<TermId>> = same_kind
        .flat_map(|told| told.places.iter().map(names))
        .filter(|names| !names.is_empty())
        .collect();
    let is_strange = |names: &BTreeSet<TermId>| {
        !names.is_empty() && !known.is_empty() && known.iter().all(|known| known.is_disjoint(names))
    };
    !dispute.places.iter().map(names).any(|names| is_strange(&names))
}

/// Whether a dispute is told by articles on the story of its home: look-alike stories count their dead, too.
fn is_of_one_story(
    story: &Story<'_>,
    stories: &Stories,
    dispute: &Dispute,
    home: &[Member],
) -> bool {
    let article = |unit: u32| story.units[unit as usize].article;
    home.first().is_some_and(|member| {
        let own = article(member.unit);
        dispute.places.iter().all(|(unit, _)| stories.is_one(own, article(*unit)))
    })
}

/// The words of the names in a clause that tell who, not where.
///
/// In a headline every word may have a capital, and in German every noun has.
fn names_in(story: &Story<'_>, (unit, clause): &Clause) -> BTreeSet<TermId> {
    let unit = &story.units[*unit as usize];
    let reader = story.reader(unit);
    if unit.stream == Stream::Title || reader.lexicon.data.nouns_have_capitals {
        return BTreeSet::new();
    }
    let people = names(reader, std::slice::from_ref(clause)).into_iter();
    let is_known = |name: &Name| {
        let stem = reader.word(name.tokens.start).and_then(|word| word.stem);
        stem.is_some_and(|stem| story.names.contains(&stem))
    };
    // Any word that begins a sentence has a capital.
    let is_lone_first = |name: &Name| name.is_first && name.words.len() < 2 && !is_known(name);
    let people = people.filter(|name| !name.is_place(reader) && !is_lone_first(name));
    people.flat_map(|name| name.tokens).filter_map(|at| reader.word(at)?.stem).collect()
}

fn are_alike(story: &Story<'_>, a: u32, b: u32) -> bool {
    let stems = |unit: u32| -> BTreeSet<TermId> {
        story.units[unit as usize].terms.iter().map(|term| term.id).collect()
    };
    a == b || stems(a).intersection(&stems(b)).count() >= LEAST_SHARED
}

fn articles(story: &Story<'_>, members: &[Member]) -> usize {
    let articles = members.iter().map(|member| story.units[member.unit as usize].article);
    articles.collect::<BTreeSet<usize>>().len()
}

/// The clause of a unit that holds the first of some tokens; a headline is one.
fn clause_of(story: &Story<'_>, unit: u32, tokens: &Range<usize>) -> Clause {
    let of: &Unit = &story.units[unit as usize];
    let whole = 0..of.tokens.len();
    if of.stream == Stream::Title {
        return (unit, whole);
    }
    let clauses = clauses(story.reader(of));
    (unit, clauses.into_iter().find(|clause| clause.contains(&tokens.start)).unwrap_or(whole))
}

/// Whether the words at a place belong to a passage of a draft.
fn states(members: &[Member], (unit, tokens): &Clause) -> bool {
    members.iter().any(|member| {
        member.unit == *unit && member.runs.iter().any(|run| run.contains(&tokens.start))
    })
}

/// Cuts a clause out of the members of a draft.
pub(super) fn take_out(members: &mut Vec<Member>, (unit, clause): &Clause) {
    for member in members.iter_mut().filter(|member| member.unit == *unit) {
        let parts = member.runs.iter().flat_map(|run| {
            [run.start..run.end.min(clause.start), run.start.max(clause.end)..run.end]
        });
        member.runs = parts.filter(|run| run.start < run.end).collect();
    }
    members.retain(|member| !member.runs.is_empty());
}

/// Adds a clause to a draft unless it states it already; whether it was added.
pub(super) fn put_in(members: &mut Vec<Member>, (unit, clause): Clause) -> bool {
    let own = members.iter_mut().find(|member| member.unit == unit);
    let Some(member) = own else {
        members.push(Member { unit, runs: vec![clause] });
        return true;
    };
    let is_stated = member.runs.iter().any(|run| run.start < clause.end && clause.start < run.end);
    if !is_stated {
        member.runs.push(clause);
        member.runs.sort_by_key(|run| run.start);
    }
    !is_stated
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::*;
    use crate::analysis::Watch;
    use crate::analysis::judging::facts::facts_of_few;
    use crate::analysis::judging::suggestion::suggest;
    use crate::analysis::testing::article;
    use crate::model::Tag;

    #[test]
    fn a_clause_that_a_claim_states_already_changes_nothing() {
        let stated = 0..5;
        let mut members = vec![Member { unit: 0, runs: vec![stated] }];
        assert!(!put_in(&mut members, (0, 2..4)));
        assert!(put_in(&mut members, (0, 6..8)));
        assert!(put_in(&mut members, (1, 0..3)));
    }

    /// How many drafts are left of some, each the units of a story of one sentence an article.
    fn gathered(texts: &[&str], drafts: &[&[u32]]) -> usize {
        let articles: Vec<_> = (1..).zip(texts).map(|(id, text)| article(id, text)).collect();
        let watch: &mut Watch<'_> = &mut |_| ControlFlow::Continue(());
        let mut progress = Progress::new(watch);
        let refs: Vec<_> = articles.iter().collect();
        let story = Story::read(&refs, &mut progress).expect("nobody cancels");
        let (stories, facts) = (Stories::of(&story), facts_of_few(&story));
        let whole = |unit: u32| 0..story.units[unit as usize].tokens.len();
        let member =
            |unit: &u32| Member { unit: *unit, runs: std::iter::once(whole(*unit)).collect() };
        let drafts = drafts.iter().map(|units| Draft::new(units.iter().map(member).collect()));
        let drafts = gather(&story, &stories, &facts, drafts.collect(), &mut progress);
        drafts.expect("nobody cancels").len()
    }

    #[test]
    fn the_first_word_of_a_sentence_names_nobody() {
        let texts = [
            "Wages at the mill rise by 7 percent.",
            "Pay at the mill rises by 4 percent.",
            "Militants at the mill got a rise of 12 percent.",
        ];
        assert_eq!(gathered(&texts, &[&[0, 1], &[0, 2]]), 1);
        let named = ["Reed of the mill got 7 percent.", "The rise of Reed was 4 percent."];
        let other = "The rise of Anna Holt was 12 percent.";
        assert_eq!(gathered(&[named[0], named[1], other], &[&[0, 1], &[0, 2]]), 2);
    }

    #[test]
    fn what_a_claim_alone_disputes_stays_in_it() {
        let third = "Holt checked the crack in May.";
        let dated = ["Holt sealed the crack in May.", "Holt sealed the crack in June.", third];
        assert_eq!(gathered(&dated, &[&[0, 1, 2], &[0, 1]]), 1);
        let denied = "Holt never sealed the crack in June.";
        let sealed = ["Holt sealed the crack in May.", denied, third];
        assert_eq!(gathered(&sealed, &[&[0, 1, 2], &[0, 1]]), 2);
    }

    #[test]
    fn a_claim_that_stayed_is_suggested_as_if_it_were_compared_anew() {
        let texts = ["The storm killed nine people in Leeds.", "The storm killed twelve in Leeds."];
        let articles = [article(1, texts[0]), article(2, texts[1])];
        let watch: &mut Watch<'_> = &mut |_| ControlFlow::Continue(());
        let mut progress = Progress::new(watch);
        let refs: Vec<_> = articles.iter().collect();
        let story = Story::read(&refs, &mut progress).expect("nobody cancels");
        let (stories, facts) = (Stories::of(&story), facts_of_few(&story));
        let whole = |unit: u32| 0..story.units[unit as usize].tokens.len();
        let member = |unit: u32| Member { unit, runs: std::iter::once(whole(unit)).collect() };
        let drafts = vec![Draft::new(vec![member(0), member(1)])];
        let drafts = gather(&story, &stories, &facts, drafts, &mut progress);
        let draft = drafts.ok().and_then(|mut drafts| drafts.pop()).expect("a claim");
        let (known, anew) = (draft.suggested, suggest(&story, &facts, &draft.members));
        let known = known.expect("nothing moved");
        assert_eq!(known.suggestion.tag, Tag::Disputed);
        assert_eq!(known.suggestion, anew.suggestion);
        assert_eq!(known.stances, anew.stances);
    }
}
