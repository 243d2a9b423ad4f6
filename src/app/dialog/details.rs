//! What stands at the head of a review's summary: its title, and who reviewed it.

use eframe::egui::{RichText, Ui};

use super::{buttons_ui, cancel_ui, field_ui, primary, title_ui};
use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::theme::Theme;
use crate::app::words;

/// The details as they are typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct DetailsForm {
    title: String,
    reviewer: String,
    then: Then,
}

/// What follows once the details are kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Then {
    Nothing,
    Export,
}

impl DetailsForm {
    /// A form that holds what is known.
    pub(crate) const fn new(title: String, reviewer: String, then: Then) -> Self {
        Self { title, reviewer, then }
    }
}

/// Draws the form.
pub(super) fn details_ui(ui: &mut Ui, form: &mut DetailsForm, actions: &mut Vec<Action>) {
    let words = words::dialogs();
    title_ui(ui, words.details);
    ui.label(RichText::new(words.details_hint).color(Theme::of(ui.ctx()).muted));
    ui.add_space(4.0);
    let ended = [
        field_ui(ui, words.review_title, &mut form.title),
        field_ui(ui, words.your_name, &mut form.reviewer),
    ];
    let verb = match form.then {
        Then::Nothing => words.keep,
        Then::Export => words.go_on_to_export,
    };
    buttons_ui(ui, |ui| {
        if ui.add(primary(ui, verb)).clicked() || ended.contains(&true) {
            let [title, reviewer] =
                [&form.title, &form.reviewer].map(|text| text.trim().to_owned());
            actions.push(Action::CloseDialog);
            actions.push(Action::SetDetails { title, reviewer });
            if form.then == Then::Export {
                actions.push(Action::Command(Command::ExportSummary));
            }
        }
        cancel_ui(ui, actions);
    });
}
