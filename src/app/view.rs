//! What the window shows of a review: the chosen claim, which claims are listed, the text selected.

use std::collections::{BTreeMap, BTreeSet};

use super::articles::Selection;
use crate::model::{
    ArticleId, Claim, ClaimId, PartKind, Passage, Place, Project, ReasonKind, ReviewerId, Tag,
};

/// What the window shows.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct View {
    /// The claim that is worked on.
    pub(crate) chosen: Option<ClaimId>,
    /// Claims picked in the list, to be tagged or merged together; empty when the chosen one alone
    /// is worked on.
    pub(crate) picked: BTreeSet<ClaimId>,
    /// Which claims are listed.
    pub(crate) filter: ClaimFilter,
    /// In which order.
    pub(crate) order: ClaimOrder,
    /// The text selected in an article.
    pub(crate) selection: Option<Selection>,
    /// The passage of the chosen claim that is looked at, if any.
    pub(crate) passage: Option<Place>,
    /// The claim that was split off last, and the one that it was split off from.
    pub(crate) split_off: Option<(ClaimId, ClaimId)>,
    /// The passages that others are compared with, where one was chosen.
    pub(crate) references: BTreeMap<ClaimId, Place>,
    /// The words of the reason that is pointed at.
    pub(crate) pointed: Vec<Place>,
}

/// The articles' families, by article.
pub(crate) type Families = BTreeMap<ArticleId, usize>;

/// Which claims are listed: those that everything here lets through.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct ClaimFilter {
    /// By tag.
    pub(crate) tag: TagFilter,
    /// By a reason of the suggestion.
    pub(crate) reason: Option<ReasonKind>,
    /// By an article that states them.
    pub(crate) article: Option<ArticleId>,
    /// By another article that states them, too.
    pub(crate) beside: Option<ArticleId>,
    /// By a family that states them.
    pub(crate) family: Option<usize>,
    /// By a label.
    pub(crate) label: Option<String>,
    /// By who decided last.
    pub(crate) reviewer: Option<ReviewerId>,
    /// Those with a note alone.
    pub(crate) has_note: bool,
    /// By words in summary, passages or note.
    pub(crate) text: String,
}

/// A filter by tag.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum TagFilter {
    /// Every claim.
    #[default]
    All,
    /// Claims with that tag, or without any.
    Only(Option<Tag>),
}

/// Something that claims are filtered by besides words.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) enum Facet {
    Tag(Option<Tag>),
    Reason(ReasonKind),
    Article(ArticleId),
    /// Another article.
    Beside(ArticleId),
    Family(usize),
    Label(String),
    Reviewer(ReviewerId),
    Note,
}

/// The order of the list.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum ClaimOrder {
    /// As one reads the articles.
    #[default]
    Reading,
    /// Those the program is surest of first.
    Surest,
    /// Those the program is least sure of first.
    LeastSure,
    /// By tag, the untagged last.
    Tag,
}

impl ClaimOrder {
    pub(crate) const ALL: [Self; 4] = [Self::Reading, Self::Surest, Self::LeastSure, Self::Tag];
}

impl View {
    /// The index of the passage that the others of `claim` are compared with: the one chosen, else
    /// the first in running text, else the first.
    pub(crate) fn reference(&self, project: &Project, claim: &Claim) -> usize {
        let chosen = self.references.get(&claim.id);
        let at = chosen.and_then(|place| {
            claim.passages.iter().position(|passage| place_of(passage) == *place)
        });
        let in_text = || claim.passages.iter().position(|passage| is_in_text(project, passage));
        at.or_else(in_text).unwrap_or(0)
    }

    /// The index of the passage of `claim` that is looked at.
    pub(crate) fn passage_of(&self, claim: &Claim) -> Option<usize> {
        let place = self.passage?;
        claim.passages.iter().position(|passage| place_of(passage) == place)
    }

    /// The claim that one goes on from: the chosen one, or where that was split off from.
    pub(crate) fn from(&self) -> Option<ClaimId> {
        let split_off = self.split_off.filter(|(made, _)| Some(*made) == self.chosen);
        split_off.map(|(_, from)| from).or(self.chosen)
    }

    /// Compares the other passages of `claim` with that one from here on.
    pub(crate) fn set_reference(&mut self, claim: ClaimId, passage: &Passage) {
        self.references.insert(claim, place_of(passage));
    }
}

/// Whether a passage stands in running text, and not in a headline that only announces it.
fn is_in_text(project: &Project, passage: &Passage) -> bool {
    let article = project.article(passage.article);
    let part = article.and_then(|article| {
        let index = article.part_at(passage.span.start())?;
        article.parts.get(index)
    });
    part.is_some_and(|part| matches!(part.kind, PartKind::Paragraph | PartKind::ListItem))
}

/// Where a passage stands.
pub(crate) fn place_of(passage: &Passage) -> Place {
    Place { article: passage.article, span: passage.span }
}

impl ClaimFilter {
    /// Whether a claim is listed, its words aside.
    pub(crate) fn lets_through(&self, claim: &Claim, families: &Families) -> bool {
        let tag = match self.tag {
            TagFilter::All => true,
            TagFilter::Only(tag) => claim.tag() == tag,
        };
        let states = |article: ArticleId| claim.passages_in(article).next().is_some();
        let family_states = |family: usize| {
            claim.passages.iter().any(|passage| families.get(&passage.article) == Some(&family))
        };
        tag && self.reason.is_none_or(|kind| has_reason(claim, kind))
            && self.article.is_none_or(states)
            && self.beside.is_none_or(states)
            && self.family.is_none_or(family_states)
            && self.label.as_ref().is_none_or(|label| claim.labels.contains(label))
            && self.reviewer.is_none_or(|reviewer| decided_last(claim) == Some(reviewer))
            && (!self.has_note || !claim.note.is_empty())
    }

    /// Whether anything is left out.
    pub(crate) fn is_narrow(&self) -> bool {
        *self != Self::default()
    }

    /// Whether claims are filtered by `facet`.
    pub(crate) fn is_on(&self, facet: &Facet) -> bool {
        match facet {
            Facet::Tag(tag) => self.tag == TagFilter::Only(*tag),
            Facet::Reason(kind) => self.reason == Some(*kind),
            Facet::Article(article) => self.article == Some(*article),
            Facet::Beside(article) => self.beside == Some(*article),
            Facet::Family(family) => self.family == Some(*family),
            Facet::Label(label) => self.label.as_ref() == Some(label),
            Facet::Reviewer(reviewer) => self.reviewer == Some(*reviewer),
            Facet::Note => self.has_note,
        }
    }

    /// Filters by `facet`, or no more.
    pub(crate) fn toggle(&mut self, facet: Facet) {
        let is_wanted = !self.is_on(&facet);
        match facet {
            Facet::Tag(tag) if is_wanted => self.tag = TagFilter::Only(tag),
            Facet::Tag(_) => self.tag = TagFilter::All,
            Facet::Reason(kind) => self.reason = is_wanted.then_some(kind),
            Facet::Article(article) => self.article = is_wanted.then_some(article),
            Facet::Beside(article) => self.beside = is_wanted.then_some(article),
            Facet::Family(family) => self.family = is_wanted.then_some(family),
            Facet::Label(label) => self.label = is_wanted.then_some(label),
            Facet::Reviewer(reviewer) => self.reviewer = is_wanted.then_some(reviewer),
            Facet::Note => self.has_note = is_wanted,
        }
    }
}

/// Who gave the claim its tag or took it back.
pub(crate) fn decided_last(claim: &Claim) -> Option<ReviewerId> {
    claim.decisions.last().map(|decision| decision.reviewer)
}

/// Whether the suggestion for a claim has a reason of that kind.
pub(crate) fn has_reason(claim: &Claim, kind: ReasonKind) -> bool {
    let mut reasons = claim.suggestion.iter().flat_map(|suggestion| &suggestion.reasons);
    reasons.any(|reason| reason.kind == kind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::actions::tests::project;

    #[test]
    fn a_facet_that_is_on_is_turned_off_by_the_same() {
        let facets = [
            Facet::Tag(None),
            Facet::Tag(Some(Tag::Unique)),
            Facet::Reason(ReasonKind::Date),
            Facet::Article(ArticleId(2)),
            Facet::Beside(ArticleId(1)),
            Facet::Family(1),
            Facet::Label("traffic".into()),
            Facet::Reviewer(ReviewerId(1)),
            Facet::Note,
        ];
        for facet in facets {
            let mut filter = ClaimFilter::default();
            filter.toggle(facet.clone());
            assert!(filter.is_on(&facet) && filter.is_narrow(), "{facet:?}");
            filter.toggle(facet.clone());
            assert!(!filter.is_narrow(), "{facet:?}");
        }
    }

    #[test]
    fn passages_are_compared_with_the_first_unless_another_was_chosen() {
        let project = project();
        let claim = project.claims.first().expect("a claim");
        let mut view = View::default();
        assert_eq!(view.reference(&project, claim), 0);
        view.set_reference(claim.id, claim.passages.last().expect("a passage"));
        assert_eq!(view.reference(&project, claim), 1);
        let gone = Claim { passages: claim.passages[..1].to_vec(), ..claim.clone() };
        assert_eq!(view.reference(&project, &gone), 0, "a passage that went is no reference");
    }

    #[test]
    fn passages_are_compared_with_running_text_before_a_headline() {
        let mut project = project();
        project.articles[0].parts[0].kind = PartKind::Headline;
        let claim = project.claims.first().expect("a claim");
        assert_eq!(View::default().reference(&project, claim), 1);
    }
}
