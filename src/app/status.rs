//! The line at the bottom: how far the review has come, and what is going on.

mod hints;

use eframe::egui::{
    Align, CornerRadius, Layout, ProgressBar, Rect, RichText, Sense, Ui, pos2, vec2,
};

use self::hints::Doing;
use super::action::Action;
use super::claims::Facets;
use super::theme::{SIZE_SMALL, Theme};
use super::view::Facet;
use super::words;
use super::workbench::{Work, Workbench};
use crate::model::Tag;
use crate::storage::settings::MainView;

/// Draws the status bar.
pub(crate) fn status_ui(ui: &mut Ui, bench: &Workbench, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    let (facets, words) = (bench.listing.facets(), words::status());
    ui.horizontal(|ui| {
        let total = facets.all;
        let tagged = total - facets.count(&Facet::Tag(None));
        ui.label(small(
            words::fill(words.tagged, &[&words::number(tagged), &words::number(total)]),
            &theme,
        ));
        progress_ui(ui, facets, &theme);
        let saved = if bench.has_unsaved_work() { words.not_saved } else { words.saved };
        ui.label(small(saved.to_owned(), &theme));
        if !bench.message.is_empty() {
            ui.label(small(bench.message.clone(), &theme));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| match &bench.work {
            Some(work) => work_ui(ui, work, actions),
            None => hints::hints_ui(ui, doing(ui, bench)),
        });
    });
}

/// What the keys are for at the moment.
fn doing(ui: &Ui, bench: &Workbench) -> Doing {
    match bench.main_view() {
        _ if ui.ctx().text_edit_focused() => Doing::Writing,
        MainView::Articles if bench.view.picked.len() > 1 => Doing::Picking,
        view => Doing::Looking(view),
    }
}

fn small(text: String, theme: &Theme) -> RichText {
    RichText::new(text).size(SIZE_SMALL).color(theme.muted)
}

/// Shares of the tags, as a bar.
fn progress_ui(ui: &mut Ui, facets: &Facets, theme: &Theme) {
    let (rect, response) = ui.allocate_exact_size(vec2(150.0, 12.0), Sense::hover());
    let bar = Rect::from_center_size(rect.center(), vec2(rect.width(), 5.0));
    ui.painter().rect_filled(bar, CornerRadius::same(2), theme.untagged.tint);
    let counts = Tag::ALL.map(|tag| (tag, facets.count(&Facet::Tag(Some(tag)))));
    let total = facets.all.max(1) as f32;
    let mut x = bar.left();
    for (tag, count) in counts {
        let width = count as f32 / total * bar.width();
        let piece = Rect::from_min_size(pos2(x, bar.top()), vec2(width, bar.height()));
        ui.painter().rect_filled(piece, CornerRadius::ZERO, theme.tag(Some(tag)).mark);
        x += width;
    }
    let told = counts.map(|(tag, count)| format!("{count} {}", words::tag_word(tag)));
    response.on_hover_text(told.join(", "));
}

fn work_ui(ui: &mut Ui, work: &Work, actions: &mut Vec<Action>) {
    let (label, share) = match work {
        Work::Reading(job, _) => (&job.label, job.share()),
        Work::Finding(job, _) => (&job.label, job.share()),
        Work::Families(job) => (&job.label, job.share()),
    };
    if ui.small_button(words::status().cancel).clicked() {
        actions.push(Action::CancelJob);
    }
    ui.add(ProgressBar::new(share).desired_width(120.0));
    ui.label(label);
}
