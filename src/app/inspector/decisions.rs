//! Who decided what, and when.

use eframe::egui::{RichText, Ui};

use super::Inspected;
use crate::app::theme::SIZE_SMALL;
use crate::app::words;

/// Draws a line for each decision, the latest first.
pub(super) fn decisions_ui(ui: &mut Ui, it: &Inspected<'_>) {
    let words = words::inspector();
    for decision in it.claim.decisions.iter().rev() {
        let who = it
            .project
            .reviewer(decision.reviewer)
            .map_or(words.somebody, |reviewer| reviewer.name.as_str());
        let when = words::date_and_time(decision.at);
        let line = match decision.tag {
            Some(tag) => words::fill(words.tagged_by, &[&words::tag_word(tag), &who, &when]),
            None => words::fill(words.taken_back_by, &[&who, &when]),
        };
        ui.label(RichText::new(line).size(SIZE_SMALL).color(it.theme.muted));
    }
}
