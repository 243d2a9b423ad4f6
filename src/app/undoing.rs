//! Undo and redo, which show where they changed something.

use super::words;
use super::workbench::Workbench;
use crate::model::{Place, Project};
use crate::review::{Edit, Step};
use crate::session::Session;
use crate::text::Span;

impl Workbench {
    /// Takes a step back, or makes it again, and tells it with `word`.
    pub(crate) fn undo(&mut self, go: fn(&mut Session) -> Option<Step>, word: &str) {
        self.refresh_listing();
        let row = self.view.chosen.and_then(|claim| self.listing.row_of(claim));
        let Some(step) = self.session.as_mut().and_then(go) else { return };
        self.message = words::fill(word, &[&words::retold(&step.name)]);
        self.view.selection = None;
        let Some(project) = self.session.as_ref().map(Session::project) else { return };
        let claim = step.claim.filter(|claim| project.claim(*claim).is_some());
        let place = step.place.filter(|place| project.article(place.article).is_some());
        if let Some(claim) = claim {
            self.show_everything_if_hidden(claim);
            self.choose(claim);
        } else if let Some(place) = place {
            self.show_changed(place);
        }
        if self.chosen().is_none() {
            self.choose_in_row(row.unwrap_or(0));
        }
    }

    /// Chooses the claim that stands where one stood that is gone.
    fn choose_in_row(&mut self, row: usize) {
        self.refresh_listing();
        let claims = self.listing.claims();
        if let Some(claim) = claims.get(row).or(claims.last()).copied() {
            self.choose(claim);
        }
    }

    /// Brings an article that was changed into view, and the place in it if the change has one.
    fn show_changed(&mut self, place: Place) {
        self.board.show_article(place.article);
        self.matrix.choose_column(place.article);
        if !place.span.is_empty() {
            self.board.show_place(place.article, place.span.start());
        }
    }
}

/// The article that an edit changes, with the place in it; an empty place for all of it. `None` for what
/// changes no article.
pub(crate) fn place_of(edit: &Edit, project: &Project) -> Option<Place> {
    let whole = |article| Place { article, span: Span::default() };
    match edit {
        Edit::SetPartKind(article, part, _) => {
            let part = project.article(*article)?.parts.get(*part)?;
            Some(Place { article: *article, span: part.span })
        }
        Edit::SetMetadata(article, _)
        | Edit::MoveArticle(article, _)
        | Edit::TakeArticle(article) => Some(whole(*article)),
        Edit::PutArticle(_, article) => Some(whole(article.id)),
        Edit::Batch(edits) => edits.iter().find_map(|edit| place_of(edit, project)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ArticleId, ClaimId, PartKind};
    use crate::review::actions::tests::project;

    #[test]
    fn an_edit_of_a_part_is_shown_at_the_part_and_one_of_an_article_at_its_beginning() {
        let project = project();
        let part = Edit::SetPartKind(ArticleId(2), 0, PartKind::Boilerplate);
        let shown = place_of(&Edit::Batch(vec![part]), &project).expect("it has a place");
        assert_eq!((shown.article, shown.span.len()), (ArticleId(2), 36));
        let moved = place_of(&Edit::MoveArticle(ArticleId(1), 1), &project);
        assert!(moved.is_some_and(|place| place.span.is_empty()));
        assert_eq!(place_of(&Edit::TakeClaim(ClaimId(1)), &project), None);
    }
}
