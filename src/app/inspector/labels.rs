//! The claim's labels: the reviewer's own words to sort by.

use eframe::egui::{Key, Role, TextEdit, Ui, WidgetInfo, vec2};

use super::Inspected;
use crate::app::action::Action;
use crate::app::claims::{Facets, Words, chip_ui, heading};
use crate::app::view::Facet;
use crate::app::words;
use crate::app::workbench::LabelField;
use crate::model::Claim;

/// How many known labels are offered while one is typed.
const OFFERED: usize = 5;

/// Draws the labels and the field for one more.
pub(super) fn labels_ui(
    ui: &mut Ui,
    it: &Inspected<'_>,
    field: &mut LabelField,
    facets: &Facets,
    actions: &mut Vec<Action>,
) {
    let words = words::inspector();
    ui.label(heading(words.labels, &it.theme));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for label in &it.claim.labels {
            let chip = chip_ui(ui, &format!("{label} ×"), None, false);
            let name = words::fill(words.remove_label, &[label]);
            chip.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
            if chip.on_hover_text(&name).clicked() {
                let rest = it.claim.labels.iter().filter(|other| *other != label);
                actions.push(Action::SetLabels(it.claim.id, rest.cloned().collect()));
            }
        }
        field_ui(ui, it, field, facets, actions);
    });
}

fn field_ui(
    ui: &mut Ui,
    it: &Inspected<'_>,
    field: &mut LabelField,
    facets: &Facets,
    actions: &mut Vec<Action>,
) {
    let words = words::inspector();
    let offered = offered(it.claim, &field.typed, facets);
    // Tab would lead away from the field: it completes while there is something to complete.
    let completion = offered.first().filter(|_| field.has_focus);
    let is_completed = completion.is_some()
        && ui.input_mut(|input| input.consume_key(eframe::egui::Modifiers::NONE, Key::Tab));
    let edit =
        TextEdit::singleline(&mut field.typed).hint_text(words.add_label).desired_width(172.0);
    let response = ui.add(edit);
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, words.add_label));
    if std::mem::take(&mut field.takes_focus) {
        response.request_focus();
        response.scroll_to_me(None);
    }
    field.has_focus = response.has_focus();
    let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let mut taken = is_entered.then(|| field.typed.trim().to_owned());
    if let Some(completion) = completion.filter(|_| is_completed) {
        taken = Some(completion.clone());
    }
    for label in &offered {
        if chip_ui(ui, label, None, false).clicked() {
            taken = Some(label.clone());
        }
    }
    if let Some(label) = taken.filter(|label| !label.is_empty()) {
        let labels = it.claim.labels.iter().cloned().chain([label]).collect();
        actions.push(Action::SetLabels(it.claim.id, labels));
        field.typed.clear();
    }
    if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape)) {
        field.typed.clear();
    }
}

/// The labels of other claims that fit what was typed, without those the claim has.
fn offered(claim: &Claim, typed: &str, facets: &Facets) -> Vec<String> {
    let words = Words::new(typed);
    if words.is_empty() {
        return Vec::new();
    }
    let labels = facets.all().filter_map(|(facet, _)| match facet {
        Facet::Label(label) => Some(label),
        _ => None,
    });
    let fitting = labels.filter(|label| words.are_within(label) && !claim.labels.contains(*label));
    fitting.take(OFFERED).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::actions::tests::project;

    #[test]
    fn labels_of_other_claims_are_offered_as_they_are_typed() {
        let mut project = project();
        project.claims[0].labels.insert("traffic".into());
        project.claims[1].labels.extend(["costs".into(), "Traffic at night".into()]);
        let facets = Facets::of(&project, &[].into());
        assert_eq!(offered(&project.claims[0], "tra", &facets), ["Traffic at night"]);
        assert_eq!(offered(&project.claims[0], " ", &facets), [] as [&str; 0]);
    }
}
