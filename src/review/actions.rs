//! What a reviewer means, as edits.
//!
//! Each function reads the project and returns the edit that does it; none changes anything itself.

mod details;
mod shaping;

pub use details::{put_evidence, remove_evidence, set_labels, set_note, set_stance, set_summary};
pub use shaping::{merge, move_passage, remove_passage, set_bounds, split};

use crate::model::{
    Article, ArticleId, Claim, ClaimId, Decision, Origin, Passage, Project, Reviewer, ReviewerId,
    Stance, Tag, Timestamp,
};
use crate::review::{Edit, EditError};
use crate::text::{Span, collapse_white_space, with_capital};

/// Longest summary made from a passage, in characters.
const SUMMARY_LENGTH: usize = 160;

/// Tags a claim, or takes its tag back with `None`.
pub fn tag(
    project: &Project,
    claim: ClaimId,
    tag: Option<Tag>,
    reviewer: ReviewerId,
    at: Timestamp,
) -> Result<Edit, EditError> {
    change(project, claim, |claim| claim.decisions.push(Decision { tag, reviewer, at }))
}

/// Adds the stretch of an article to a claim.
pub fn add_passage(
    project: &Project,
    claim: ClaimId,
    article: ArticleId,
    span: Span,
) -> Result<Edit, EditError> {
    let passage = passage(project, article, span)?;
    change(project, claim, |claim| shaping::add(claim, vec![passage]))
}

/// Makes a claim of the stretch of an article, in its place in reading order. The second value is
/// the new claim's id.
pub fn new_claim(
    project: &Project,
    article: ArticleId,
    span: Span,
) -> Result<(Edit, ClaimId), EditError> {
    let passage = passage(project, article, span)?;
    let id = project.free_claim_id();
    let index = place_in_reading_order(project, &passage);
    let claim = Claim::new(id, summary_of(&passage.quote), Origin::Reviewer, vec![passage]);
    Ok((Edit::PutClaim(index, Box::new(claim)), id))
}

/// Takes a claim out.
#[must_use]
pub const fn remove_claim(claim: ClaimId) -> Edit {
    Edit::TakeClaim(claim)
}

/// Adds articles at the end. Their ids must be free.
#[must_use]
pub fn add_articles(articles: Vec<Article>) -> Edit {
    Edit::Batch(
        articles
            .into_iter()
            .map(|article| Edit::PutArticle(usize::MAX, Box::new(article)))
            .collect(),
    )
}

/// Takes an article out together with its passages, and the claims that only it stated.
pub fn remove_article(project: &Project, article: ArticleId) -> Result<Edit, EditError> {
    project.article(article).ok_or(EditError::NoArticle(article))?;
    let mut edits = Vec::new();
    for claim in &project.claims {
        if claim.passages_in(article).next().is_none() {
            continue;
        }
        let mut rest = claim.clone();
        rest.passages.retain(|passage| passage.article != article);
        rest.suggestion =
            rest.suggestion.and_then(|suggestion| shaping::still_true(suggestion, &rest.passages));
        edits.push(if rest.passages.is_empty() {
            Edit::TakeClaim(claim.id)
        } else {
            Edit::ReplaceClaim(Box::new(rest))
        });
    }
    let aside = project.set_aside.iter().filter(|place| place.article == article);
    edits.extend(aside.copied().map(Edit::TakeBack));
    edits.push(Edit::TakeArticle(article));
    Ok(Edit::Batch(edits))
}

/// The reviewer of that name, and the edit that adds them where they are new.
#[must_use]
pub fn reviewer(project: &Project, name: &str) -> (ReviewerId, Option<Edit>) {
    match project.reviewers.iter().find(|reviewer| reviewer.name == name) {
        Some(known) => (known.id, None),
        None => {
            let id = project.free_reviewer_id();
            (id, Some(Edit::PutReviewer(Reviewer { id, name: name.to_owned() })))
        }
    }
}

/// Gives the review a title, and the reviewer of one name another, whom the review then calls so in
/// what was decided before; nothing where it is so already.
#[must_use]
pub fn set_details(project: &Project, title: &str, before: &str, name: &str) -> Option<Edit> {
    let mut edits = Vec::new();
    if project.title != title {
        edits.push(Edit::SetTitle(title.to_owned()));
    }
    let of_name = |wanted: &str| project.reviewers.iter().find(|known| known.name == wanted);
    if let (Some(known), None) = (of_name(before), of_name(name)) {
        edits.push(Edit::RenameReviewer(known.id, name.to_owned()));
    }
    (!edits.is_empty()).then_some(Edit::Batch(edits))
}

/// One line that says what `quote` says, cut at a word where it is long.
#[must_use]
pub fn summary_of(quote: &str) -> String {
    let line = with_capital(&collapse_white_space(quote));
    let Some((cut, _)) = line.char_indices().nth(SUMMARY_LENGTH) else { return line };
    let head = line.get(..cut).unwrap_or_default();
    let head = head.rsplit_once(' ').map_or(head, |(words, _)| words);
    format!("{head}…")
}

fn change(
    project: &Project,
    id: ClaimId,
    with: impl FnOnce(&mut Claim),
) -> Result<Edit, EditError> {
    let mut claim = project.claim(id).cloned().ok_or(EditError::NoClaim(id))?;
    with(&mut claim);
    Ok(Edit::ReplaceClaim(Box::new(claim)))
}

fn passage(project: &Project, id: ArticleId, span: Span) -> Result<Passage, EditError> {
    let article = project.article(id).ok_or(EditError::NoArticle(id))?;
    let span = span.trimmed(&article.text);
    let quote = span
        .of(&article.text)
        .filter(|quote| !quote.is_empty())
        .ok_or(EditError::NoSuchPlace(id))?;
    Ok(Passage { article: id, span, quote: quote.to_owned(), stance: Stance::Same })
}

/// Where a claim that begins with `passage` belongs in the list.
fn place_in_reading_order(project: &Project, passage: &Passage) -> usize {
    let key = reading_key(project, passage);
    let is_later = |claim: &Claim| {
        claim.passages.first().is_some_and(|first| reading_key(project, first) > key)
    };
    project.claims.iter().position(is_later).unwrap_or(project.claims.len())
}

/// Claims are read by where their first passage stands: article by article, from the top.
fn reading_key(project: &Project, passage: &Passage) -> (usize, Span) {
    (project.article_index(passage.article).unwrap_or(usize::MAX), passage.span)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::model::{Fingerprint, Format, Metadata, Part, PartKind, Source};

    /// An article whose text is one paragraph.
    pub(crate) fn article(id: u32, text: &str) -> Article {
        let source = Source {
            name: format!("{id}.txt"),
            path: None,
            format: Format::Text,
            encoding: "UTF-8".into(),
            sha256: Fingerprint([0; 32]),
        };
        let parts = vec![Part { span: Span::whole(text), kind: PartKind::Paragraph }];
        Article {
            id: ArticleId(id),
            metadata: Metadata::default(),
            source,
            text: text.into(),
            parts,
        }
    }

    /// Two articles; claim 1 stands in both, claim 2 in the second.
    pub(crate) fn project() -> Project {
        let first = article(1, "The bridge is shut. It was built in 1987.");
        let second = article(2, "The bridge was closed. A ferry runs.");
        let mut project = Project { articles: vec![first, second], ..Project::default() };
        for (id, places) in [(1, vec![(1, 0, 19), (2, 0, 22)]), (2, vec![(2, 23, 36)])] {
            let passages = places.into_iter().map(|(article, start, end)| {
                passage(&project, ArticleId(article), Span::new(start, end))
                    .expect("it stands there")
            });
            let passages: Vec<_> = passages.collect();
            let summary = summary_of(&passages.first().expect("a passage").quote);
            project.claims.push(Claim::new(ClaimId(id), summary, Origin::Program, passages));
        }
        project
    }

    fn after(edit: Edit) -> Project {
        let mut project = project();
        edit.apply(&mut project).expect("the edit fits");
        project
    }

    #[test]
    fn a_selected_stretch_becomes_a_claim_in_reading_order() {
        let (edit, id) =
            new_claim(&project(), ArticleId(1), Span::new(19, 41)).expect("it stands there");
        let project = after(edit);
        assert_eq!(project.claim_index(id), Some(1));
        let claim = project.claim(id).expect("it was put in");
        assert_eq!(claim.summary, "It was built in 1987.");
        assert_eq!(claim.passages.first().map(|p| p.span), Some(Span::new(20, 41)));
        assert!(claim.is_worked_on());
    }

    #[test]
    fn white_space_alone_makes_no_claim() {
        let error = new_claim(&project(), ArticleId(1), Span::new(19, 20));
        assert_eq!(error, Err(EditError::NoSuchPlace(ArticleId(1))));
    }

    #[test]
    fn the_last_decision_holds() {
        let mut project = project();
        let (id, add) = reviewer(&project, "R. M.");
        add.expect("the reviewer is new").apply(&mut project).expect("it fits");
        for given in [Some(Tag::Agreed), None, Some(Tag::Disputed)] {
            let edit = tag(&project, ClaimId(1), given, id, Timestamp::UNIX_EPOCH)
                .expect("the claim is there");
            edit.apply(&mut project).expect("it fits");
            assert_eq!(project.claim(ClaimId(1)).and_then(Claim::tag), given);
        }
        assert_eq!(reviewer(&project, "R. M."), (id, None));
    }

    #[test]
    fn removing_an_article_takes_its_passages_and_its_own_claims() {
        let mut project = project();
        let place = crate::model::Place { article: ArticleId(2), span: Span::new(23, 36) };
        Edit::SetAside(place).apply(&mut project).expect("it stands there");
        let edit = remove_article(&project, ArticleId(2)).expect("the article is there");
        edit.apply(&mut project).expect("the edit fits");
        assert_eq!((project.claims.len(), project.set_aside.len()), (1, 0));
        assert_eq!(project.claims.first().map(|claim| claim.passages.len()), Some(1));
    }

    #[test]
    fn a_long_quote_is_cut_at_a_word() {
        let summary = summary_of(&"word ".repeat(100));
        assert!(summary.ends_with("word…"), "{summary}");
        assert!(summary.chars().count() <= SUMMARY_LENGTH + 1);
    }
}
