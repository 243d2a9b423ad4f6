//! What was found outside the articles.

use eframe::egui::{Align, Frame, Label, Layout, Margin, Response, RichText, Role, Ui, WidgetInfo};

use super::Inspected;
use crate::app::action::Action;
use crate::app::claims::heading;
use crate::app::command::Command;
use crate::app::dialog::EvidenceForm;
use crate::app::drafts::Drafts;
use crate::app::theme::{CORNER_CONTROL, SIZE_SMALL, serif};
use crate::app::words;
use crate::model::{Bearing, Evidence};

/// Draws the evidence with what was begun of it, and a button for more. The piece `to_show` is
/// brought into view.
pub(super) fn evidence_ui(
    ui: &mut Ui,
    it: &Inspected<'_>,
    drafts: &Drafts,
    to_show: Option<usize>,
    actions: &mut Vec<Action>,
) {
    ui.horizontal(|ui| {
        ui.label(heading(words::inspector().evidence, &it.theme));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let add = ui.small_button(Command::AddEvidence.entry().name());
            if add.on_hover_text(Command::AddEvidence.keys_text()).clicked() {
                actions.push(Action::Command(Command::AddEvidence));
            }
        });
    });
    for (index, evidence) in it.claim.evidence.iter().enumerate() {
        let response = card_ui(ui, it, |ui| piece_ui(ui, it, index, evidence, actions));
        if to_show == Some(index) {
            response.scroll_to_me(None);
        }
    }
    for (number, form) in drafts.of(it.claim.id) {
        card_ui(ui, it, |ui| draft_ui(ui, it, number, form, actions));
    }
}

fn card_ui(ui: &mut Ui, it: &Inspected<'_>, add: impl FnOnce(&mut Ui)) -> Response {
    let frame = Frame::new().fill(it.theme.background).corner_radius(CORNER_CONTROL);
    let card = frame.inner_margin(Margin::symmetric(10, 8)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        add(ui);
    });
    card.response
}

/// Evidence that was begun and not added, with a button that goes on with it.
fn draft_ui(
    ui: &mut Ui,
    it: &Inspected<'_>,
    number: usize,
    form: &EvidenceForm,
    actions: &mut Vec<Action>,
) {
    let words = words::inspector();
    ui.add(Label::new(RichText::new(form.name()).italics()).truncate());
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = 20.0;
        ui.label(RichText::new(words.begun).size(SIZE_SMALL).color(it.theme.muted));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let response = ui.small_button(words.go_on);
            let name = words::fill(words.go_on_with, &[&form.name()]);
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
            if response.clicked() {
                actions.push(Action::ResumeEvidence(number));
            }
        });
    });
}

fn piece_ui(
    ui: &mut Ui,
    it: &Inspected<'_>,
    index: usize,
    evidence: &Evidence,
    actions: &mut Vec<Action>,
) {
    let words = words::inspector();
    match address(&evidence.citation) {
        Some(address) => {
            ui.hyperlink_to(&evidence.citation, address).on_hover_text(words.open_in_browser);
        }
        None => {
            ui.add(Label::new(&evidence.citation).wrap());
        }
    }
    if !evidence.quote.is_empty() {
        ui.label(RichText::new(format!("“{}”", evidence.quote)).font(serif(14.0)));
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = 20.0;
        let bearing = RichText::new(words::bearing(evidence.bearing)).size(SIZE_SMALL);
        ui.label(bearing.color(match evidence.bearing {
            Bearing::Supports => it.theme.agreed.mark,
            Bearing::Refutes => it.theme.disputed.mark,
            Bearing::Context => it.theme.muted,
        }));
        if let Some(seen) = evidence.seen {
            let seen = words::fill(words.seen, &[&words::date(seen)]);
            ui.label(RichText::new(seen).size(SIZE_SMALL).color(it.theme.muted));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let number = index + 1;
            let buttons = [
                (words.remove, words.remove_evidence, Action::RemoveEvidence(it.claim.id, index)),
                (words.edit, words.edit_evidence, Action::EditEvidence(it.claim.id, index)),
            ];
            for (label, name, action) in buttons {
                let response = ui.small_button(label);
                let name = words::fill(name, &[&number]);
                response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
                if response.clicked() {
                    actions.push(action);
                }
            }
        });
    });
}

/// The address that a citation is; `None` where it is none that a browser opens safely.
fn address(citation: &str) -> Option<&str> {
    let is_address = ["https://", "http://"].iter().any(|scheme| {
        citation.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    });
    (is_address && !citation.contains(char::is_whitespace)).then_some(citation)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_are_opened() {
        assert_eq!(address("https://example.org/a"), Some("https://example.org/a"));
        assert_eq!(address("HTTP://example.org"), Some("HTTP://example.org"));
        for other in ["Survey, p. 31", "file:///etc/passwd", "javascript:x", "https://a b", "ä"] {
            assert_eq!(address(other), None, "{other}");
        }
    }
}
