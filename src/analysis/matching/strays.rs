//! What an article tells of a claim in words that others use, too, stays in it; what only gives the same
//! figure or name leaves it.
//!
//! `The insurance covers damage up to 2.3 million` may stand beside `the damage is put at 2.3 million` for
//! the sake of the sum, and `the flood of 1957 killed nine` beside the dead of today. Where its article
//! tells the claim better elsewhere, such a passage is a stray.

use super::narrowing::Member;
use crate::analysis::story::{Story, Stream, TermClass, Unit, UnitTerm};
use crate::analysis::values::Meaning;
use crate::analysis::words::kinship::Kinship;
use crate::analysis::words::terms::TermId;
use crate::analysis::{Cancelled, Progress, parallel};

/// A passage that shares less of its own words with other articles than [`LEAST_COVER`], and less than this
/// share of what the best passage of its article shares with them, is a stray. On 29 stories of five articles
/// shares from 0.3 to 0.8 part claims that only look alike, the more the greater they are, and leave the
/// links as good as before.
const SHARE: f64 = 0.8;
/// See [`SHARE`]; anything from 0.3 to 0.7 does as well.
const LEAST_COVER: f64 = 0.4;
/// Passages of other articles that a passage is measured by.
const COMPARED: usize = 12;

/// The drafts without strays.
pub(in crate::analysis) fn without_strays(
    story: &Story<'_>,
    kinship: &Kinship,
    drafts: Vec<Vec<Member>>,
    progress: &mut Progress<'_, '_>,
) -> Result<Vec<Vec<Member>>, Cancelled> {
    let strays = |(): &mut (), members: &Vec<Member>| strays(story, kinship, members);
    let strays = parallel::map(&drafts, progress, || (), strays)?;
    let without = |(members, strays): (Vec<Member>, Vec<bool>)| {
        let both = members.into_iter().zip(strays);
        both.filter(|(_, is_stray)| !is_stray).map(|(member, _)| member).collect()
    };
    Ok(drafts.into_iter().zip(strays).map(without).collect())
}

/// Which members of a draft are strays.
fn strays(story: &Story<'_>, kinship: &Kinship, members: &[Member]) -> Vec<bool> {
    let told: Vec<Told> = members.iter().map(|member| Told::by(story, member)).collect();
    let supports: Vec<Option<Support>> =
        (0..told.len()).map(|at| Support::of(kinship, &told, at)).collect();
    let is_stray = |(own, support): (&Told, &Option<Support>)| {
        let of_article =
            told.iter().zip(&supports).filter(|(other, _)| other.article == own.article);
        let best = of_article.filter_map(|(_, support)| support.as_ref()).map(|one| one.words);
        let best = best.fold(0.0, f64::max);
        support.as_ref().is_some_and(|own| own.is_stray(best))
    };
    told.iter().zip(&supports).map(is_stray).collect()
}

/// What a passage tells.
struct Told {
    article: usize,
    is_text: bool,
    /// Its terms, ascending.
    terms: Vec<UnitTerm>,
    /// The years long before its article that it names, as terms.
    past: Vec<TermId>,
}

impl Told {
    fn by(story: &Story<'_>, member: &Member) -> Self {
        let unit = &story.units[member.unit as usize];
        let mut terms: Vec<UnitTerm> =
            member.runs.iter().flat_map(|run| unit.terms_in(run)).collect();
        terms.sort_by_key(|term| term.id);
        terms.dedup_by_key(|term| term.id);
        let is_text = unit.stream == Stream::Text;
        Self { article: unit.article, is_text, terms, past: past_years(story, unit, member) }
    }

    fn words(&self) -> impl Iterator<Item = &UnitTerm> {
        self.terms.iter().filter(|term| term.class == TermClass::Word)
    }

    fn has(&self, id: TermId) -> bool {
        self.terms.binary_search_by_key(&id, |term| term.id).is_ok()
    }
}

/// The terms of the years in a passage that ended more than a year before its article.
fn past_years(story: &Story<'_>, unit: &Unit, member: &Member) -> Vec<TermId> {
    let Some(today) = story.articles[unit.article].metadata.published else { return Vec::new() };
    let is_past = |year: i32| year + 1 < i32::from(today.year());
    let past = unit.values.iter().filter(|value| {
        let is_inside = member.runs.iter().any(|run| run.contains(&value.tokens.start));
        let year = match &value.meaning {
            Meaning::Date(date) => date.year,
            _ => None,
        };
        is_inside && year.is_some_and(is_past)
    });
    let starts: Vec<usize> = past.map(|value| value.tokens.start).collect();
    let there = unit.places.iter().filter(|(at, _)| starts.contains(at));
    there.map(|(_, id)| *id).collect()
}

/// What a passage has in common with those of other articles.
struct Support {
    /// What the words weigh that it shares with one of them, at most.
    words: f64,
    /// The share of them in all its words.
    cover: f64,
    /// Whether it names a year long past that none of them names.
    is_of_another_year: bool,
}

impl Support {
    /// For the passage at `at`; `None` where its article has no other, and for headlines and lists.
    fn of(kinship: &Kinship, told: &[Told], at: usize) -> Option<Self> {
        let own = &told[at];
        let of_article = told.iter().filter(|other| other.article == own.article && other.is_text);
        if !own.is_text || of_article.count() < 2 {
            return None;
        }
        let others = || told.iter().filter(|other| other.article != own.article).take(COMPARED);
        let common = others().map(|other| common(kinship, own, other));
        let (words, all) = (common.fold(0.0, f64::max), own.words().map(|term| term.weight).sum());
        let is_strange = |year: &TermId| others().all(|other| !other.has(*year));
        Some(Self {
            words,
            cover: words / f64::max(all, 1.0),
            is_of_another_year: !own.past.is_empty() && own.past.iter().all(is_strange),
        })
    }

    /// Whether it is a stray beside a passage of its article whose shared words weigh `best`.
    fn is_stray(&self, best: f64) -> bool {
        self.is_of_another_year || (self.cover < LEAST_COVER && self.words < SHARE * best)
    }
}

/// What the words of a passage weigh that another has, too, or words akin to them.
fn common(kinship: &Kinship, own: &Told, other: &Told) -> f64 {
    let likeness = |term: &UnitTerm| {
        let kin = kinship.of_term(term.id).iter().filter(|(kin, _)| other.has(*kin));
        let of_kin = || kin.map(|(_, likeness)| *likeness).fold(0.0, f64::max);
        if other.has(term.id) { 1.0 } else { of_kin() }
    };
    own.words().map(|term| term.weight * likeness(term)).sum()
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::*;
    use crate::analysis::Watch;
    use crate::analysis::story::weights::weigh;
    use crate::analysis::testing::article;

    /// Which sentences of `texts`, an article each, are strays in a claim of all.
    fn check(texts: [&str; 3], expected: &[&str]) {
        let mut articles: Vec<_> = (1..).zip(texts).map(|(id, text)| article(id, text)).collect();
        for article in &mut articles {
            article.metadata.published = Some(jiff::civil::date(2025, 5, 20));
        }
        let refs: Vec<_> = articles.iter().collect();
        let watch: &mut Watch<'_> = &mut |_| ControlFlow::Continue(());
        let mut story = Story::read(&refs, &mut Progress::new(watch)).expect("nobody cancels");
        weigh(&mut story);
        let whole = |unit: &Unit| 0..unit.tokens.len();
        let member = |(at, unit): (u32, &Unit)| Member { unit: at, runs: [whole(unit)].to_vec() };
        let members: Vec<Member> = (0..).zip(&story.units).map(member).collect();
        let strays = strays(&story, &Kinship::of_few(&story.terms), &members);
        let told = story.units.iter().map(|unit| story.articles[unit.article].quote(unit.span));
        let found: Vec<&str> =
            told.zip(strays).filter(|(_, is_stray)| *is_stray).map(|(quote, _)| quote).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_passage_that_only_gives_the_same_figure_is_a_stray() {
        let cover = "The insurance of the brewery pays up to 2.3 million pounds.";
        let told = "Anglers put the loss of fish at 2.3 million pounds.";
        let own = format!("{told} {cover}");
        check([told, "The loss of fish is put at 2.3 million pounds by anglers.", &own], &[cover]);
    }

    #[test]
    fn what_alone_tells_a_claim_in_its_article_is_none() {
        let cover = "The insurance of the brewery pays up to 2.3 million pounds.";
        let told = "Anglers put the loss of fish at 2.3 million pounds.";
        check([told, "The loss of fish is put at 2.3 million pounds by anglers.", cover], &[]);
    }

    #[test]
    fn the_same_of_a_year_long_past_is_a_stray() {
        let past = "The flood of 1957 killed nine people in the town.";
        let own = format!("Twelve people were killed by the flood in the town. {past}");
        let told = "The flood killed twelve people in the town.";
        check([told, "Twelve people in the town were killed by the flood.", &own], &[past]);
        check([told, "A flood killed nine people in the town in 1957.", &own], &[]);
    }
}
