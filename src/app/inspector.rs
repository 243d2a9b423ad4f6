//! Everything about the chosen claim.

mod compare;
mod decisions;
mod evidence;
mod head;
mod labels;
mod note;
mod passages;
mod sentence;
mod suggestion;
mod tags;

use eframe::egui::{Frame, Id, Margin, RichText, ScrollArea, Ui, vec2};

use super::action::Action;
use super::theme::{PANEL_MARGIN, Theme};
use super::view::Families;
use super::words;
use super::workbench::Workbench;
use crate::model::{Claim, Project};

/// What the inspector's parts draw.
struct Inspected<'a> {
    project: &'a Project,
    claim: &'a Claim,
    families: &'a Families,
    /// The index of the passage that the others are compared with.
    reference: usize,
    /// The index of the passage that is looked at.
    passage: Option<usize>,
    /// The same where it is another than before.
    passage_to_show: Option<usize>,
    theme: Theme,
}

/// Draws the inspector.
pub(crate) fn inspector_ui(ui: &mut Ui, bench: &mut Workbench, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    let Workbench {
        session: Some(session),
        view,
        note,
        summary,
        labels,
        listing,
        families,
        drafts,
        evidence_to_show,
        ..
    } = bench
    else {
        return;
    };
    let project = session.project();
    let Some(claim) = view.chosen.and_then(|id| project.claim(id)) else {
        nothing_ui(ui, &theme);
        return;
    };
    note.follow(claim, session.state());
    let (reference, passage) = (view.reference(project, claim), view.passage_of(claim));
    let is_new = is_other(ui, "passage", (claim.id, passage));
    let passage_to_show = passage.filter(|_| is_new);
    let it = Inspected { project, claim, families, reference, passage, passage_to_show, theme };
    let mut pointed = Vec::new();
    let mut area = ScrollArea::vertical().auto_shrink(false);
    // Another claim is read from its beginning.
    if is_other(ui, "claim", claim.id) {
        area = area.vertical_scroll_offset(0.0);
    }
    area.show(ui, |ui| {
        Frame::new().inner_margin(Margin::symmetric(PANEL_MARGIN, 14)).show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
            head::head_ui(ui, &it, summary, actions);
            pointed = suggestion::suggestion_ui(ui, &it, actions);
            tags::tags_ui(ui, claim, actions);
            passages::passages_ui(ui, &it, &pointed, actions);
            labels::labels_ui(ui, &it, labels, listing.facets(), actions);
            note::note_ui(ui, &it, note, actions);
            evidence::evidence_ui(ui, &it, drafts, evidence_to_show.take(), actions);
            decisions::decisions_ui(ui, &it);
        });
    });
    view.pointed = pointed;
}

/// Whether something else was shown before than `now`.
fn is_other<T>(ui: &Ui, name: &str, now: T) -> bool
where
    T: PartialEq + Copy + Send + Sync + 'static,
{
    let shown = Id::unique(("shown in the inspector", name));
    ui.data_mut(|data| data.get_temp_mut_or(shown, None).replace(now)) != Some(now)
}

fn nothing_ui(ui: &mut Ui, theme: &Theme) {
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.3);
        ui.label(RichText::new(words::inspector().choose).color(theme.muted));
    });
}
