//! What each whole article holds, so that a difference between two passages can be checked against it.

use std::collections::BTreeSet;

use rustc_hash::FxHashSet;

use super::sizes::Sizes;
use crate::analysis::story::Story;
use crate::analysis::values::Value;
use crate::analysis::values::names::names;
use crate::analysis::words::terms::TermId;
use crate::analysis::{Cancelled, Progress, parallel};

/// What one article holds.
#[derive(Debug, Default)]
pub(in crate::analysis) struct Facts<'s> {
    /// All stems.
    pub(in crate::analysis) stems: FxHashSet<TermId>,
    /// All values.
    pub(in crate::analysis) values: Vec<&'s Value>,
    /// Its quantities.
    pub(in crate::analysis) sizes: Sizes<'s>,
    /// Given name and surname of everybody named in full.
    pub(in crate::analysis) people: BTreeSet<(String, String)>,
    /// How many words it has.
    pub(in crate::analysis) words: usize,
}

/// The facts of every article of a story.
pub(in crate::analysis) fn facts<'s>(
    story: &'s Story<'_>,
    progress: &mut Progress<'_, '_>,
) -> Result<Vec<Facts<'s>>, Cancelled> {
    let articles: Vec<usize> = (0..story.articles.len()).collect();
    parallel::map(&articles, progress, || (), |(), article| facts_of(story, *article))
}

/// The facts of a few articles, which are soon found.
pub(in crate::analysis) fn facts_of_few<'s>(story: &'s Story<'_>) -> Vec<Facts<'s>> {
    (0..story.articles.len()).map(|article| facts_of(story, article)).collect()
}

fn facts_of<'s>(story: &'s Story<'_>, article: usize) -> Facts<'s> {
    let mut facts = Facts::default();
    for unit in story.units_of(article) {
        let reader = story.reader(unit);
        facts
            .stems
            .extend(unit.tokens.iter().filter_map(|token| story.vocabulary.word(token.word).stem));
        facts.values.extend(&unit.values);
        facts.words += unit.tokens.len();
        let whole = 0..unit.tokens.len();
        for name in names(reader, &[whole]) {
            let person = name.person().map(|(given, last)| (given.to_owned(), last.to_owned()));
            facts.people.extend(person);
        }
    }
    facts.sizes = Sizes::of(&facts.values);
    facts
}
