//! Passages that no longer stand where they stood.

use std::collections::BTreeMap;

use crate::model::{ClaimId, Project};

/// A passage whose quote is not what its article says at its span: the file was changed by hand.
/// It is told of and never moved, since a lookalike elsewhere may mean something else.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Lost {
    /// The claim.
    pub claim: ClaimId,
    /// The passage's index in the claim's list.
    pub passage: usize,
}

/// The lost passages of `project`, in its order.
#[must_use]
pub fn lost(project: &Project) -> Vec<Lost> {
    let texts: BTreeMap<_, _> =
        project.articles.iter().map(|article| (article.id, article.text.as_str())).collect();
    let mut found = Vec::new();
    for claim in &project.claims {
        for (index, passage) in claim.passages.iter().enumerate() {
            let stands = texts.get(&passage.article).and_then(|text| passage.span.of(text));
            if stands != Some(&passage.quote) {
                found.push(Lost { claim: claim.id, passage: index });
            }
        }
    }
    found
}
