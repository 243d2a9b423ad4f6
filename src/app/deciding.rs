//! Going through the claims and tagging them.

use super::claims::picking;
use super::command::Command;
use super::room::Side;
use super::view::{ClaimFilter, View};
use super::words;
use super::workbench::Workbench;
use crate::model::{ClaimId, Tag};
use crate::session::Session;
use crate::storage::settings::MainView;

impl Workbench {
    /// Chooses a claim and shows it everywhere.
    pub(crate) fn choose(&mut self, claim: ClaimId) {
        if self.view.chosen != Some(claim) {
            self.view.passage = None;
            self.labels.typed.clear();
        }
        self.view.chosen = Some(claim);
        self.list.scroll_to = Some(claim);
        self.board.align(claim);
    }

    /// Chooses a claim, beside those that are picked if it is one of them.
    pub(crate) fn mean(&mut self, claim: ClaimId) {
        if !self.view.picked.contains(&claim) {
            self.view.picked.clear();
        }
        self.choose(claim);
    }

    /// Opens the menu of the chosen claim in the list.
    pub(crate) fn open_claim_menu(&mut self) {
        self.unfold_claims();
        self.list.menu_for = self.view.chosen;
        self.list.scroll_to = self.view.chosen;
    }

    /// The summaries of the claims that are meant, one a line.
    pub(crate) fn summaries(&mut self) -> String {
        self.refresh_listing();
        let project = self.session.as_ref().map(Session::project);
        let meant = picking::meant(&self.view, &self.listing).into_iter();
        let claims = meant.filter_map(|claim| project?.claim(claim));
        claims.map(|claim| claim.summary.as_str()).collect::<Vec<_>>().join("\n")
    }

    /// Chooses the claim `steps` further down the list.
    pub(crate) fn step(&mut self, steps: isize) {
        self.refresh_listing();
        if let Some(claim) = self.listing.neighbour(self.view.chosen, steps) {
            self.choose(claim);
        }
    }

    /// Picks the chosen claim and the one `steps` further down, and chooses that.
    pub(crate) fn pick_on(&mut self, steps: isize) {
        self.view.picked.extend(self.view.chosen);
        self.step(steps);
        self.view.picked.extend(self.view.chosen);
        self.unfold_claims();
    }

    /// What is picked is never out of sight.
    fn unfold_claims(&mut self) {
        if self.main_view() == MainView::Articles {
            self.show_side(Side::Claims);
        }
    }

    /// Picks every claim that is listed.
    pub(crate) fn pick_all(&mut self) {
        self.refresh_listing();
        self.view.picked = self.listing.claims().iter().copied().collect();
        self.unfold_claims();
    }

    /// Picks a claim beside the others, or no more.
    pub(crate) fn pick(&mut self, claim: ClaimId) {
        picking::toggle(&mut self.view, claim);
        self.unfold_claims();
    }

    /// Picks the claims from the chosen one to `claim`.
    pub(crate) fn pick_up_to(&mut self, claim: ClaimId) {
        self.refresh_listing();
        picking::reach(&mut self.view, &self.listing, claim);
    }

    /// Goes on to the next untagged claim of the list.
    pub(crate) fn go_to_untagged(&mut self) {
        let next = self.next_untagged();
        self.go_on_to(next);
    }

    /// The next untagged claim. From one that was split off the way leads back to where it comes from.
    pub(crate) fn next_untagged(&mut self) -> Option<ClaimId> {
        self.refresh_listing();
        let project = self.session.as_ref().map(Session::project)?;
        let (chosen, from) = (self.view.chosen, self.view.from());
        let is_open = |claim: &ClaimId| {
            let is_listed = self.listing.row_of(*claim).is_some();
            is_listed && project.claim(*claim).is_some_and(|claim| claim.tag().is_none())
        };
        let back = from.filter(|from| Some(*from) != chosen && is_open(from));
        let next = back.or_else(|| self.listing.next_untagged(project, from));
        next.filter(|next| Some(*next) != chosen)
    }

    fn go_on_to(&mut self, next: Option<ClaimId>) {
        let words = words::shell();
        match next {
            Some(claim) => self.choose(claim),
            None if self.view.filter.is_narrow() => self.message = words.listed_tagged.into(),
            None => {
                let keys = Command::ExportSummary.keys_text();
                self.message = words::fill(words.all_tagged, &[&keys]);
            }
        }
    }

    /// A claim that the filter leaves out is shown all the same when something leads to it.
    pub(crate) fn show_everything_if_hidden(&mut self, claim: ClaimId) {
        self.refresh_listing();
        if self.listing.row_of(claim).is_none() {
            self.view.filter = ClaimFilter::default();
        }
    }

    /// Changes what is listed, and keeps the chosen claim in view; where it is listed no longer, the
    /// first one that is gets chosen, so that no key tags what is out of sight.
    pub(crate) fn filter(&mut self, change: impl FnOnce(&mut View)) {
        change(&mut self.view);
        self.refresh_listing();
        let is_listed = self.view.chosen.is_some_and(|claim| self.listing.row_of(claim).is_some());
        match self.listing.claims().first().copied().filter(|_| !is_listed) {
            Some(first) => self.choose(first),
            None => self.list.scroll_to = self.view.chosen,
        }
    }

    /// Tags the claims that are meant, and goes on if that is wished.
    pub(crate) fn tag_and_go_on(&mut self, tag: Tag) {
        // The next claim is looked for first: a filter may leave the tagged one out.
        let next = self.next_untagged();
        let next = next.filter(|next| !self.view.picked.contains(next));
        if self.tag(Some(tag)) && self.settings.advance {
            match next {
                Some(claim) => self.choose(claim),
                None => self.go_to_untagged_if_any(),
            }
        }
    }

    fn go_to_untagged_if_any(&mut self) {
        let next = self.next_untagged();
        self.go_on_to(next);
    }

    /// Tags as suggested and goes on to the next untagged claim. Each of several picked claims gets
    /// the tag that is suggested for it.
    pub(crate) fn accept(&mut self) {
        let next = self.next_untagged().filter(|next| !self.view.picked.contains(next));
        if !self.view.picked.is_empty() {
            self.accept_picked();
        } else if let Some(tag) =
            self.chosen().and_then(|claim| claim.suggestion.as_ref()).map(|word| word.tag)
        {
            self.tag(Some(tag));
        }
        match next {
            Some(claim) => self.choose(claim),
            None => self.go_to_untagged_if_any(),
        }
    }

    fn accept_picked(&mut self) {
        let Some(session) = &self.session else { return };
        let project = session.project();
        let wanted: Vec<_> = picking::meant(&self.view, &self.listing)
            .into_iter()
            .filter_map(|id| {
                let tag = project.claim(id)?.suggestion.as_ref()?.tag;
                Some((id, Some(tag)))
            })
            .collect();
        let name =
            words::counted(wanted.len(), words::steps().accept_one, words::steps().accept_many);
        if self.decide(&wanted, name) {
            self.view.picked.clear();
        }
    }

    /// Tags the claims that are meant, or takes their tags back with `None`; whether it was done.
    pub(crate) fn tag(&mut self, tag: Option<Tag>) -> bool {
        self.refresh_listing();
        let meant = picking::meant(&self.view, &self.listing);
        let (steps, count) = (words::steps(), meant.len());
        let word = tag.map(words::tag_word);
        let name = match (word, count) {
            (Some(word), 0 | 1) => words::fill(steps.tag, &[&word]),
            (Some(word), _) => words::fill(steps.tag_many, &[&words::number(count), &word]),
            (None, 0 | 1) => steps.clear_tag.to_owned(),
            (None, _) => words::fill(steps.clear_many, &[&words::number(count)]),
        };
        let wanted: Vec<_> = meant.into_iter().map(|claim| (claim, tag)).collect();
        let is_done = self.decide(&wanted, name);
        if is_done {
            self.view.picked.clear();
        }
        is_done
    }

    /// Gives claims their tags in the name of the reviewer; whether it was done.
    fn decide(&mut self, wanted: &[(ClaimId, Option<Tag>)], name: String) -> bool {
        let reviewer = self.reviewer_name().to_owned();
        let Some(session) = &mut self.session else { return false };
        match session.decide(wanted, &reviewer, name) {
            Ok(()) => {
                self.message.clear();
                !wanted.is_empty()
            }
            Err(error) => {
                self.message = error.to_string();
                false
            }
        }
    }
}
