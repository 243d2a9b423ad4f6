//! One checkable statement and what the reviewers made of it.

use std::collections::BTreeSet;

use super::{ArticleId, ClaimId, Evidence, ReviewerId, Suggestion, Tag, Timestamp};
use crate::text::Span;

/// A statement, the passages that make it, and the reviewers' work on it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Claim {
    /// Its name inside the project.
    pub id: ClaimId,
    /// One line that says it.
    pub summary: String,
    /// Who shaped it: its summary and passages.
    pub origin: Origin,
    /// Where it is stated, by article and place.
    pub passages: Vec<Passage>,
    /// The program's word; `None` for a claim the program has not looked at.
    pub suggestion: Option<Suggestion>,
    /// Every tagging, oldest first. The last one holds.
    pub decisions: Vec<Decision>,
    /// The reviewer's words on it; several lines.
    pub note: String,
    /// The reviewer's own words to sort by.
    pub labels: BTreeSet<String>,
    /// What was found outside the articles.
    pub evidence: Vec<Evidence>,
}

impl Claim {
    /// A claim that nobody has worked on.
    #[must_use]
    pub const fn new(id: ClaimId, summary: String, origin: Origin, passages: Vec<Passage>) -> Self {
        Self {
            id,
            summary,
            origin,
            passages,
            suggestion: None,
            decisions: Vec::new(),
            note: String::new(),
            labels: BTreeSet::new(),
            evidence: Vec::new(),
        }
    }

    /// The reviewer's tag: that of the last decision.
    #[must_use]
    pub fn tag(&self) -> Option<Tag> {
        self.decisions.last().and_then(|decision| decision.tag)
    }

    /// The articles that state it, ascending.
    #[must_use]
    pub fn articles(&self) -> BTreeSet<ArticleId> {
        self.passages.iter().map(|passage| passage.article).collect()
    }

    /// Its passages in `article`, in the order of the list.
    pub fn passages_in(&self, article: ArticleId) -> impl Iterator<Item = &Passage> {
        self.passages.iter().filter(move |passage| passage.article == article)
    }

    /// Whether a reviewer tagged it, wrote on it or shaped it, so that finding claims again must
    /// leave it as it is.
    #[must_use]
    pub fn is_worked_on(&self) -> bool {
        self.origin == Origin::Reviewer
            || !self.decisions.is_empty()
            || !self.note.is_empty()
            || !self.labels.is_empty()
            || !self.evidence.is_empty()
    }

    /// Puts the passages into the order they are kept in: by article, then by place.
    pub fn sort_passages(&mut self) {
        self.passages.sort_by_key(|passage| (passage.article, passage.span));
    }
}

/// Who shaped a claim's summary and passages.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Origin {
    /// Found by the program and unchanged since.
    Program,
    /// Made, split, merged or changed by a reviewer.
    Reviewer,
}

/// A span of an article that states a claim.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Passage {
    /// The article it stands in.
    pub article: ArticleId,
    /// Where it stands in the article's text.
    pub span: Span,
    /// Its words, kept beside the span so that a lost place is noticed.
    pub quote: String,
    /// How it stands to the claim.
    pub stance: Stance,
}

/// How one passage stands to its claim.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Stance {
    /// It states the same.
    #[default]
    Same,
    /// It states something else of the same matter.
    Differs,
    /// It states it with less certainty.
    Hedged,
    /// It states it with more certainty, or more of it.
    Stronger,
    /// It states it of less.
    Narrower,
    /// It states it of more.
    Broader,
}

impl Stance {
    /// All stances.
    pub const ALL: [Self; 6] =
        [Self::Same, Self::Differs, Self::Hedged, Self::Stronger, Self::Narrower, Self::Broader];

    /// The word in files, results and on screen.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Differs => "differs",
            Self::Hedged => "hedged",
            Self::Stronger => "stronger",
            Self::Narrower => "narrower",
            Self::Broader => "broader",
        }
    }
}

/// One tagging of a claim.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Decision {
    /// The tag given; `None` where a tag was taken back.
    pub tag: Option<Tag>,
    /// Who decided.
    pub reviewer: ReviewerId,
    /// When.
    pub at: Timestamp,
}
