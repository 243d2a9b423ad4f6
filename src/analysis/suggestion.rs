//! The tag the program suggests for a claim, and why.

use super::kinship::Kinship;
use super::narrowing::Member;
use super::story::Story;
use crate::model::{ArticleId, Confidence, Stance, Suggestion, Tag};
use crate::text::Span;

/// A suggestion, and how single passages stand to the claim.
pub(super) struct Suggested {
    /// The suggestion.
    pub(super) suggestion: Suggestion,
    /// The stances that are not [`Stance::Same`], by article and place.
    pub(super) stances: Vec<(ArticleId, Span, Stance)>,
}

/// The suggestion for the claim that `members` state.
pub(super) fn suggest(story: &Story<'_>, _kinship: &Kinship, members: &[Member]) -> Suggested {
    let mut articles: Vec<usize> =
        members.iter().map(|member| story.units[member.unit as usize].article).collect();
    articles.sort_unstable();
    articles.dedup();
    let tag = if articles.len() > 1 { Tag::Agreed } else { Tag::Unique };
    Suggested {
        suggestion: Suggestion {
            tag,
            confidence: Confidence::from_percent(88),
            reasons: Vec::new(),
        },
        stances: Vec::new(),
    }
}
