//! Making claims, splitting and merging them, moving passages.

use super::claims::picking;
use super::dialog::Dialog;
use super::view::{ClaimFilter, place_of};
use super::words;
use super::workbench::Workbench;
use crate::model::{ArticleId, Claim, ClaimId, Place};
use crate::review::{Edit, actions};
use crate::session::Session;
use crate::session::with_suggestions;
use crate::text::{Span, whole_words};

impl Workbench {
    /// Makes a claim of the selected words.
    pub(crate) fn new_claim(&mut self) {
        let Some((article, span)) = self.selected_words() else { return };
        let mut made = None;
        let is_made = self.edit(words::steps().new_claim, None, |project| {
            let (edit, id) = actions::new_claim(project, article, span)?;
            made = Some(id);
            Ok(with_suggestions(project, edit))
        });
        if let Some(claim) = made.filter(|_| is_made) {
            self.view.selection = None;
            self.view.filter = ClaimFilter::default();
            self.choose(claim);
        }
    }

    /// Adds the selected words to the chosen claim.
    pub(crate) fn add_to_claim(&mut self) {
        let (Some((article, span)), Some(claim)) = (self.selected_words(), self.view.chosen) else {
            return;
        };
        let name = words::steps().add_passage;
        if self.edit(name, Some(claim), |project| {
            actions::add_passage(project, claim, article, span)
                .map(|edit| with_suggestions(project, edit))
        }) {
            self.view.selection = None;
        }
    }

    /// Gives a passage of the chosen claim the bounds of the selected words: the passage looked at,
    /// else the one that the words overlap, else the only one in their article.
    pub(crate) fn set_bounds(&mut self) {
        let (Some((article, span)), Some(claim)) = (self.selected_words(), self.chosen()) else {
            return;
        };
        let Some(index) = passage_meant(claim, self.view.passage_of(claim), article, span) else {
            self.message = words::shell().no_passage_there.into();
            return;
        };
        let id = claim.id;
        let is_set = self.edit(words::steps().set_bounds, Some(id), |project| {
            let edit = actions::set_bounds(project, id, index, span)?;
            Ok(with_suggestions(project, edit))
        });
        if is_set {
            self.view.selection = None;
            self.board.align(id);
        }
    }

    /// Makes the passage looked at a claim of its own, and shows that.
    pub(crate) fn split_claim(&mut self) {
        match self.chosen().and_then(|claim| Some((claim.id, self.view.passage_of(claim)?))) {
            Some((claim, index)) => self.split_off(claim, index),
            None => self.message = words::shell().choose_passage.into(),
        }
    }

    /// Makes a passage a claim of its own, and shows that.
    pub(crate) fn split_off(&mut self, claim: ClaimId, index: usize) {
        let mut made = None;
        let is_made = self.edit(words::steps().split, Some(claim), |project| {
            let (edit, id) = actions::split(project, claim, index)?;
            made = Some(id);
            Ok(with_suggestions(project, edit))
        });
        if let Some(made) = made.filter(|_| is_made) {
            self.view.split_off = Some((made, claim));
            self.show_everything_if_hidden(made);
            self.choose(made);
        }
    }

    /// Makes one claim of those that are picked: the chosen one, else the first, takes the others in.
    pub(crate) fn merge_claims(&mut self) {
        self.refresh_listing();
        let mut claims = picking::meant(&self.view, &self.listing);
        if let Some(at) = claims.iter().position(|claim| Some(*claim) == self.view.chosen) {
            let chosen = claims.remove(at);
            claims.insert(0, chosen);
        }
        let Some(first) = claims.first().copied() else { return };
        let name = words::fill(words::steps().merge, &[&claims.len()]);
        if self.edit(&name, Some(first), |project| {
            actions::merge(project, &claims).map(|edit| with_suggestions(project, edit))
        }) {
            self.view.picked.clear();
            self.show_everything_if_hidden(first);
            self.choose(first);
        }
    }

    /// Asks which claim the passage looked at is to move to.
    pub(crate) fn ask_move(&mut self) {
        match self.chosen().and_then(|claim| Some((claim.id, self.view.passage_of(claim)?))) {
            Some((claim, index)) => {
                self.dialog = Some(Dialog::move_passage(claim, index));
                self.typing.begin();
            }
            None => self.message = words::shell().choose_passage.into(),
        }
    }

    /// Moves a passage to another claim, and shows that.
    pub(crate) fn move_passage(&mut self, from: ClaimId, index: usize, to: ClaimId) {
        self.dialog = None;
        let is_moved = self.edit(words::steps().move_passage, Some(to), |project| {
            let edit = actions::move_passage(project, from, index, to)?;
            Ok(with_suggestions(project, edit))
        });
        if is_moved {
            self.show_everything_if_hidden(to);
            self.choose(to);
        }
    }

    /// Deletes the claims that are meant.
    pub(crate) fn delete_claims(&mut self) {
        self.refresh_listing();
        let claims = picking::meant(&self.view, &self.listing);
        let Some(last) = claims.last().copied() else { return };
        let next = self.listing.neighbour(Some(last), 1).filter(|next| !claims.contains(next));
        let before = claims.first().and_then(|first| self.listing.neighbour(Some(*first), -1));
        let steps = words::steps();
        let name = words::counted(claims.len(), steps.delete_claim, steps.delete_claims);
        let first = claims.first().copied();
        let edits = claims.iter().map(|claim| actions::remove_claim(*claim)).collect();
        if self.edit(&name, first, |_| Ok(Edit::Batch(edits))) {
            self.view.picked.clear();
            self.view.chosen = None;
            if let Some(claim) = next.or(before.filter(|before| !claims.contains(before))) {
                self.choose(claim);
            }
        }
    }

    /// Looks at the passage `steps` further down the chosen claim.
    pub(crate) fn step_passage(&mut self, steps: isize) {
        let Some(claim) = self.chosen() else { return };
        let Some(last) = claim.passages.len().checked_sub(1) else { return };
        let at = match self.view.passage_of(claim) {
            Some(at) => at.saturating_add_signed(steps).min(last),
            None if steps < 0 => last,
            None => 0,
        };
        if let Some(place) = claim.passages.get(at).map(place_of) {
            self.look_at(place);
        }
    }

    /// Looks at a passage of the chosen claim, which comes into view where it is not.
    pub(crate) fn look_at(&mut self, place: Place) {
        self.view.passage = Some(place);
        let project = self.session.as_ref().map(Session::project);
        if let Some(article) = project.and_then(|project| project.article(place.article)) {
            self.board.show_passage(article, place.span);
        }
    }

    /// The article and the stretch that are selected, drawn out to whole words: no claim begins in
    /// the middle of one.
    fn selected_words(&self) -> Option<(ArticleId, Span)> {
        let (id, span) = self.selected()?;
        let article = self.session.as_ref()?.project().article(id)?;
        Some((id, whole_words(&article.text, span)))
    }

    /// The article and the stretch that are selected.
    pub(crate) fn selected(&self) -> Option<(ArticleId, Span)> {
        let selection = self.view.selection?;
        let article = self.session.as_ref()?.project().article(selection.article)?;
        Some((article.id, selection.span(article)))
    }
}

/// Which passage of `claim` the stretch of an article is to bound.
fn passage_meant(
    claim: &Claim,
    looked_at: Option<usize>,
    article: ArticleId,
    span: Span,
) -> Option<usize> {
    let here = |index: &usize| {
        claim.passages.get(*index).is_some_and(|passage| passage.article == article)
    };
    let overlaps = |index: &usize| {
        claim.passages.get(*index).is_some_and(|passage| passage.span.overlap(span) > 0)
    };
    let all: Vec<_> = (0..claim.passages.len()).filter(here).collect();
    let only = match all.as_slice() {
        [only] => Some(*only),
        _ => None,
    };
    looked_at.filter(here).or_else(|| all.iter().copied().find(overlaps)).or(only)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::actions::tests::project;

    #[test]
    fn bounds_are_for_the_passage_looked_at_or_overlapped_or_alone() {
        let project = project();
        let claim = project.claims.first().expect("a claim");
        let (first, second) = (ArticleId(1), ArticleId(2));
        let check = |looked_at, article, start, end, expected| {
            let span = Span::new(start, end);
            assert_eq!(passage_meant(claim, looked_at, article, span), expected);
        };
        check(Some(1), second, 30, 35, Some(1));
        check(None, first, 0, 10, Some(0));
        check(None, second, 30, 35, Some(1));
        check(Some(0), second, 0, 5, Some(1));
        check(None, ArticleId(3), 0, 5, None);
    }
}
