//! What the review is called and who reviews it: asked for before the first summary goes out.

use super::dialog::{DetailsForm, Dialog, Then};
use super::words;
use super::workbench::{Asked, Workbench};
use crate::review::actions;
use crate::session::Session;

impl Workbench {
    /// The name under which the user decides: the one they gave, else what the system calls them, else
    /// that they are a reviewer.
    pub(crate) fn reviewer_name(&self) -> &str {
        let known = self.known_name();
        if known.is_empty() { words::shell().reviewer } else { known }
    }

    /// The name the user gave, else what the system calls them; empty where it does not say.
    pub(crate) fn known_name(&self) -> &str {
        let given = self.settings.reviewer.as_str();
        if given.is_empty() { &self.user_name } else { given }
    }

    /// Asks for the review's details.
    pub(crate) fn ask_details(&mut self, then: Then) {
        let title = self.session.as_ref().and_then(Session::title).unwrap_or_default();
        let form = DetailsForm::new(title, self.known_name().to_owned(), then);
        self.dialog = Some(Dialog::Details(Box::new(form)));
        self.typing.begin();
    }

    /// Exports the summary; a review without a title, or a reviewer without a name, is asked about once.
    pub(crate) fn export_summary(&mut self) {
        let has_title =
            self.session.as_ref().is_some_and(|session| !session.project().title.is_empty());
        let is_complete = has_title && !self.settings.reviewer.is_empty();
        if is_complete || std::mem::replace(&mut self.asked_for_details, true) {
            self.ask_for(Asked::Export);
        } else {
            self.ask_details(Then::Export);
        }
    }

    /// Gives the review its title and the user a name, under which earlier decisions then stand, too.
    pub(crate) fn set_details(&mut self, title: &str, reviewer: &str) {
        let before = self.reviewer_name().to_owned();
        let reviewer = if reviewer.is_empty() { before.clone() } else { reviewer.to_owned() };
        let project = self.session.as_ref().map(Session::project);
        let edit = project.and_then(|p| actions::set_details(p, title, &before, &reviewer));
        if let Some(edit) = edit {
            self.edit(words::steps().details, None, |_| Ok(edit));
        }
        if self.settings.reviewer != reviewer {
            self.change_settings(|settings| settings.reviewer = reviewer);
        }
    }
}
