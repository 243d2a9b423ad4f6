//! One change to a project, as plain data.

use std::fmt;

use crate::model::{
    Article, ArticleId, Claim, ClaimId, Metadata, PartKind, Place, Project, Reviewer, ReviewerId,
};

/// A change to a project.
///
/// Applying one gives the edit that takes it back; applying that one gives the first again. An edit
/// that does not fit the project changes nothing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Edit {
    /// Puts a new claim at a place of the list; past the end means last.
    PutClaim(usize, Box<Claim>),
    /// Takes a claim out.
    TakeClaim(ClaimId),
    /// Puts a claim in the place of the one with the same id.
    ReplaceClaim(Box<Claim>),
    /// Puts all claims in the place of all there were.
    ReplaceClaims(Vec<Claim>),
    /// Puts a new article at a place of the list; past the end means last.
    PutArticle(usize, Box<Article>),
    /// Takes an article out, which no claim may have a passage in and of which nothing is set aside.
    TakeArticle(ArticleId),
    /// Moves an article to a place of the list.
    MoveArticle(ArticleId, usize),
    /// Gives an article other metadata.
    SetMetadata(ArticleId, Box<Metadata>),
    /// Gives the part of that index another kind.
    SetPartKind(ArticleId, usize, PartKind),
    /// Adds a reviewer.
    PutReviewer(Reviewer),
    /// Takes out a reviewer who decided nothing.
    TakeReviewer(ReviewerId),
    /// Gives a reviewer another name.
    RenameReviewer(ReviewerId, String),
    /// Sets a sentence aside.
    SetAside(Place),
    /// Takes a sentence back that was set aside.
    TakeBack(Place),
    /// Gives the project another title.
    SetTitle(String),
    /// Several edits, one after the other; all or none.
    Batch(Vec<Edit>),
}

impl Edit {
    /// Changes `project` and returns the edit that takes the change back.
    pub fn apply(self, project: &mut Project) -> Result<Self, EditError> {
        match self {
            Self::PutClaim(index, claim) => put_claim(project, index, *claim),
            Self::TakeClaim(id) => take_claim(project, id),
            Self::ReplaceClaim(claim) => replace_claim(project, *claim),
            Self::ReplaceClaims(claims) => replace_claims(project, claims),
            Self::PutArticle(index, article) => put_article(project, index, *article),
            Self::TakeArticle(id) => take_article(project, id),
            Self::MoveArticle(id, to) => move_article(project, id, to),
            Self::SetMetadata(id, metadata) => set_metadata(project, id, *metadata),
            Self::SetPartKind(id, part, kind) => set_part_kind(project, id, part, kind),
            Self::PutReviewer(reviewer) => put_reviewer(project, reviewer),
            Self::TakeReviewer(id) => take_reviewer(project, id),
            Self::RenameReviewer(id, name) => rename_reviewer(project, id, name),
            Self::SetAside(place) => set_aside(project, place),
            Self::TakeBack(place) => take_back(project, place),
            Self::SetTitle(title) => {
                Ok(Self::SetTitle(std::mem::replace(&mut project.title, title)))
            }
            Self::Batch(edits) => apply_all(project, edits),
        }
    }
}

fn apply_all(project: &mut Project, edits: Vec<Edit>) -> Result<Edit, EditError> {
    let mut inverses = Vec::with_capacity(edits.len());
    for edit in edits {
        match edit.apply(project) {
            Ok(inverse) => inverses.push(inverse),
            Err(error) => {
                for inverse in inverses.into_iter().rev() {
                    inverse.apply(project)?;
                }
                return Err(error);
            }
        }
    }
    inverses.reverse();
    Ok(Edit::Batch(inverses))
}

fn put_claim(project: &mut Project, index: usize, claim: Claim) -> Result<Edit, EditError> {
    if project.claim(claim.id).is_some() {
        return Err(EditError::ClaimExists(claim.id));
    }
    check_claim(project, &claim)?;
    let id = claim.id;
    project.claims.insert(index.min(project.claims.len()), claim);
    Ok(Edit::TakeClaim(id))
}

fn take_claim(project: &mut Project, id: ClaimId) -> Result<Edit, EditError> {
    let index = project.claim_index(id).ok_or(EditError::NoClaim(id))?;
    let claim = project.claims.remove(index);
    Ok(Edit::PutClaim(index, Box::new(claim)))
}

fn replace_claim(project: &mut Project, claim: Claim) -> Result<Edit, EditError> {
    check_claim(project, &claim)?;
    let id = claim.id;
    let place = project.claims.iter_mut().find(|old| old.id == id).ok_or(EditError::NoClaim(id))?;
    Ok(Edit::ReplaceClaim(Box::new(std::mem::replace(place, claim))))
}

fn replace_claims(project: &mut Project, claims: Vec<Claim>) -> Result<Edit, EditError> {
    let mut ids: Vec<_> = claims.iter().map(|claim| claim.id).collect();
    ids.sort_unstable();
    if let Some(pair) = ids.windows(2).find(|pair| pair.first() == pair.last()) {
        return Err(EditError::ClaimExists(pair.first().copied().unwrap_or(ClaimId(0))));
    }
    claims.iter().try_for_each(|claim| check_claim(project, claim))?;
    Ok(Edit::ReplaceClaims(std::mem::replace(&mut project.claims, claims)))
}

/// A claim's passages must stand in articles of the project and its deciders must be known.
fn check_claim(project: &Project, claim: &Claim) -> Result<(), EditError> {
    for passage in &claim.passages {
        let article =
            project.article(passage.article).ok_or(EditError::NoArticle(passage.article))?;
        if passage.span.of(&article.text).is_none() {
            return Err(EditError::NoSuchPlace(passage.article));
        }
    }
    let deciders = claim.decisions.iter().map(|decision| decision.reviewer);
    deciders
        .into_iter()
        .try_for_each(|id| project.reviewer(id).map(drop).ok_or(EditError::NoReviewer(id)))
}

fn put_article(project: &mut Project, index: usize, article: Article) -> Result<Edit, EditError> {
    if project.article(article.id).is_some() {
        return Err(EditError::ArticleExists(article.id));
    }
    let id = article.id;
    project.articles.insert(index.min(project.articles.len()), article);
    Ok(Edit::TakeArticle(id))
}

fn take_article(project: &mut Project, id: ArticleId) -> Result<Edit, EditError> {
    let index = project.article_index(id).ok_or(EditError::NoArticle(id))?;
    let is_stated = project.claims.iter().any(|claim| claim.passages_in(id).next().is_some());
    if is_stated || project.set_aside.iter().any(|place| place.article == id) {
        return Err(EditError::ArticleInUse(id));
    }
    let article = project.articles.remove(index);
    Ok(Edit::PutArticle(index, Box::new(article)))
}

fn move_article(project: &mut Project, id: ArticleId, to: usize) -> Result<Edit, EditError> {
    let from = project.article_index(id).ok_or(EditError::NoArticle(id))?;
    let article = project.articles.remove(from);
    project.articles.insert(to.min(project.articles.len()), article);
    Ok(Edit::MoveArticle(id, from))
}

fn set_metadata(
    project: &mut Project,
    id: ArticleId,
    metadata: Metadata,
) -> Result<Edit, EditError> {
    let article = article_mut(project, id)?;
    Ok(Edit::SetMetadata(id, Box::new(std::mem::replace(&mut article.metadata, metadata))))
}

fn set_part_kind(
    project: &mut Project,
    id: ArticleId,
    index: usize,
    kind: PartKind,
) -> Result<Edit, EditError> {
    let part = article_mut(project, id)?.parts.get_mut(index).ok_or(EditError::NoSuchPlace(id))?;
    Ok(Edit::SetPartKind(id, index, std::mem::replace(&mut part.kind, kind)))
}

fn article_mut(project: &mut Project, id: ArticleId) -> Result<&mut Article, EditError> {
    project.articles.iter_mut().find(|article| article.id == id).ok_or(EditError::NoArticle(id))
}

fn put_reviewer(project: &mut Project, reviewer: Reviewer) -> Result<Edit, EditError> {
    if project.reviewer(reviewer.id).is_some() {
        return Err(EditError::ReviewerExists(reviewer.id));
    }
    let id = reviewer.id;
    project.reviewers.push(reviewer);
    Ok(Edit::TakeReviewer(id))
}

fn take_reviewer(project: &mut Project, id: ReviewerId) -> Result<Edit, EditError> {
    let decided = |claim: &Claim| claim.decisions.iter().any(|decision| decision.reviewer == id);
    if project.claims.iter().any(decided) {
        return Err(EditError::ReviewerInUse(id));
    }
    let index = project.reviewers.iter().position(|reviewer| reviewer.id == id);
    let reviewer = project.reviewers.remove(index.ok_or(EditError::NoReviewer(id))?);
    Ok(Edit::PutReviewer(reviewer))
}

fn rename_reviewer(project: &mut Project, id: ReviewerId, name: String) -> Result<Edit, EditError> {
    let mut reviewers = project.reviewers.iter_mut();
    let reviewer = reviewers.find(|known| known.id == id).ok_or(EditError::NoReviewer(id))?;
    Ok(Edit::RenameReviewer(id, std::mem::replace(&mut reviewer.name, name)))
}

fn set_aside(project: &mut Project, place: Place) -> Result<Edit, EditError> {
    let article = project.article(place.article).ok_or(EditError::NoArticle(place.article))?;
    let there = place.span.of(&article.text);
    match (there, project.set_aside.binary_search(&place)) {
        (Some(_), Err(index)) => {
            project.set_aside.insert(index, place);
            Ok(Edit::TakeBack(place))
        }
        _ => Err(EditError::NoSuchPlace(place.article)),
    }
}

fn take_back(project: &mut Project, place: Place) -> Result<Edit, EditError> {
    let found = project.set_aside.binary_search(&place);
    // What the search says besides is where the place would stand.
    let index = found.map_err(|_place: usize| EditError::NoSuchPlace(place.article))?;
    Ok(Edit::SetAside(project.set_aside.remove(index)))
}

/// Why an edit does not fit the project. The project is unchanged.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EditError {
    /// No claim has that id.
    NoClaim(ClaimId),
    /// A claim has that id already.
    ClaimExists(ClaimId),
    /// No article has that id.
    NoArticle(ArticleId),
    /// An article has that id already.
    ArticleExists(ArticleId),
    /// Claims have passages in the article, or some of it is set aside.
    ArticleInUse(ArticleId),
    /// The claim has no such passage.
    NoSuchPassage(ClaimId),
    /// The claim has one passage alone.
    OnlyPassage(ClaimId),
    /// The article has no such part, or no such stretch of text, or it is set aside already.
    NoSuchPlace(ArticleId),
    /// No reviewer has that id.
    NoReviewer(ReviewerId),
    /// A reviewer has that id already.
    ReviewerExists(ReviewerId),
    /// The reviewer decided on claims.
    ReviewerInUse(ReviewerId),
}

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoClaim(id) => write!(f, "there is no claim {id}"),
            Self::ClaimExists(id) => write!(f, "there is a claim {id} already"),
            Self::NoArticle(id) => write!(f, "there is no article {id}"),
            Self::ArticleExists(id) => write!(f, "there is an article {id} already"),
            Self::ArticleInUse(id) => write!(f, "claims have passages in article {id}"),
            Self::NoSuchPassage(id) => write!(f, "claim {id} has no such passage"),
            Self::OnlyPassage(id) => write!(f, "claim {id} has one passage alone"),
            Self::NoSuchPlace(id) => write!(f, "article {id} has no such place"),
            Self::NoReviewer(id) => write!(f, "there is no reviewer {id}"),
            Self::ReviewerExists(id) => write!(f, "there is a reviewer {id} already"),
            Self::ReviewerInUse(id) => write!(f, "reviewer {id} decided on claims"),
        }
    }
}

impl std::error::Error for EditError {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Date, Decision, Origin, Tag, Timestamp};
    use crate::review::actions::tests::project;

    /// Applies `edit`, then its inverse, then the inverse of that.
    fn check(edit: Edit) {
        let before = project();
        let mut now = before.clone();
        let inverse = edit.apply(&mut now).expect("the edit fits");
        let after = now.clone();
        let again = inverse.apply(&mut now).expect("the inverse fits");
        assert_eq!(now, before, "the inverse takes the change back");
        again.apply(&mut now).expect("the edit fits again");
        assert_eq!(now, after, "the inverse of the inverse is the edit");
    }

    #[test]
    fn every_edit_is_taken_back_by_its_inverse() {
        let first = project().claims.first().cloned().expect("the project has claims");
        let mut new = first.clone();
        new.id = ClaimId(77);
        let metadata =
            Metadata { published: Some(Date::constant(2024, 3, 1)), ..Metadata::default() };
        check(Edit::PutClaim(1, Box::new(new.clone())));
        check(Edit::TakeClaim(first.id));
        check(Edit::ReplaceClaim(Box::new(Claim { note: "Asked".into(), ..first.clone() })));
        check(Edit::ReplaceClaims(vec![new]));
        check(Edit::MoveArticle(ArticleId(2), 0));
        check(Edit::SetMetadata(ArticleId(1), Box::new(metadata)));
        check(Edit::SetPartKind(ArticleId(1), 0, PartKind::Boilerplate));
        check(Edit::PutReviewer(Reviewer { id: ReviewerId(9), name: "R. M.".into() }));
        check(Edit::Batch(vec![
            Edit::PutReviewer(Reviewer { id: ReviewerId(9), name: "R. M.".into() }),
            Edit::RenameReviewer(ReviewerId(9), "Rosa Meer".into()),
        ]));
        check(Edit::SetAside(place(20, 41)));
        check(Edit::Batch(vec![Edit::SetAside(place(20, 41)), Edit::SetAside(place(0, 19))]));
        check(Edit::SetTitle("Bridge".into()));
        check(Edit::Batch(vec![Edit::TakeClaim(first.id), Edit::SetTitle("Both".into())]));
        let unused = Article {
            id: ArticleId(9),
            ..project().articles.first().cloned().expect("an article")
        };
        check(Edit::PutArticle(0, Box::new(unused)));
    }

    fn place(start: usize, end: usize) -> Place {
        Place { article: ArticleId(1), span: crate::text::Span::new(start, end) }
    }

    #[test]
    fn a_sentence_is_set_aside_once_and_taken_back_once() {
        let mut now = project();
        let refused = Err(EditError::NoSuchPlace(ArticleId(1)));
        Edit::SetAside(place(20, 41)).apply(&mut now).expect("it stands there");
        assert_eq!(Edit::SetAside(place(20, 41)).apply(&mut now), refused);
        assert_eq!(Edit::SetAside(place(20, 4_100)).apply(&mut now), refused);
        Edit::TakeBack(place(20, 41)).apply(&mut now).expect("it was set aside");
        assert_eq!(Edit::TakeBack(place(20, 41)).apply(&mut now), refused);
        assert_eq!(now, project());
    }

    #[test]
    fn a_batch_that_fails_changes_nothing() {
        let mut now = project();
        let edits = vec![
            Edit::SetTitle("Other".into()),
            Edit::TakeClaim(ClaimId(1)),
            Edit::TakeClaim(ClaimId(99)),
        ];
        assert_eq!(Edit::Batch(edits).apply(&mut now), Err(EditError::NoClaim(ClaimId(99))));
        assert_eq!(now, project());
    }

    #[test]
    fn an_article_with_passages_stays() {
        let mut now = project();
        assert_eq!(
            Edit::TakeArticle(ArticleId(1)).apply(&mut now),
            Err(EditError::ArticleInUse(ArticleId(1)))
        );
    }

    #[test]
    fn a_decision_of_nobody_is_refused() {
        let mut now = project();
        let mut claim = now.claims.first().cloned().expect("the project has claims");
        let decision =
            Decision { tag: Some(Tag::Agreed), reviewer: ReviewerId(5), at: Timestamp::UNIX_EPOCH };
        claim.decisions.push(decision);
        let error = Edit::ReplaceClaim(Box::new(claim)).apply(&mut now);
        assert_eq!(error, Err(EditError::NoReviewer(ReviewerId(5))));
        assert_eq!(now, project());
    }

    #[test]
    fn a_passage_outside_its_article_is_refused() {
        let mut now = project();
        let mut claim = Claim::new(ClaimId(50), "x".into(), Origin::Reviewer, Vec::new());
        let mut passage =
            now.claims.first().and_then(|c| c.passages.first()).cloned().expect("a passage");
        passage.span = crate::text::Span::new(0, 100_000);
        claim.passages.push(passage);
        let error = Edit::PutClaim(0, Box::new(claim)).apply(&mut now);
        assert_eq!(error, Err(EditError::NoSuchPlace(ArticleId(1))));
    }
}
