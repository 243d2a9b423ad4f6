//! The note on the chosen claim.

use eframe::egui::{Key, Margin, TextEdit, Ui};

use super::Inspected;
use crate::app::action::Action;
use crate::app::claims::heading;
use crate::app::words;
use crate::app::workbench::NoteField;
use crate::model::{Claim, ClaimId};

/// Draws the note's field.
pub(super) fn note_ui(
    ui: &mut Ui,
    it: &Inspected<'_>,
    note: &mut NoteField,
    actions: &mut Vec<Action>,
) {
    let label = ui.label(heading(words::inspector().note, &it.theme));
    let field = TextEdit::multiline(&mut note.text)
        .desired_rows(2)
        .desired_width(f32::INFINITY)
        .margin(Margin::symmetric(10, 8))
        .hint_text(words::inspector().note_hint);
    let response = ui.add(field).labelled_by(label.id);
    if std::mem::take(&mut note.takes_focus) {
        response.request_focus();
        response.scroll_to_me(None);
    }
    if response.has_focus() && ui.input(|input| input.key_pressed(Key::Escape)) {
        response.surrender_focus();
    }
    if response.lost_focus() && note.text != it.claim.note {
        actions.push(Action::SetNote(it.claim.id, note.text.clone()));
    }
}

impl NoteField {
    /// Shows the note of `claim`, unless its words are being typed.
    pub(super) fn follow(&mut self, claim: &Claim, state: u64) {
        if self.claim != Some(claim.id) || self.state != state {
            *self = Self {
                claim: Some(claim.id),
                state,
                text: claim.note.clone(),
                takes_focus: self.takes_focus,
            };
        }
    }

    /// What was typed and not handed over yet, with its claim.
    pub(crate) fn pending(&self, claim: Option<&Claim>) -> Option<(ClaimId, String)> {
        let claim =
            claim.filter(|claim| self.claim == Some(claim.id) && self.text != claim.note)?;
        Some((claim.id, self.text.clone()))
    }
}
