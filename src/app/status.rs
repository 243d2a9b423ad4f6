//! The line at the bottom: how far the review has come, and what is going on.

mod hints;

use eframe::egui::{
    Align, CornerRadius, Layout, ProgressBar, Rect, RichText, Sense, Ui, pos2, vec2,
};

use super::action::Action;
use super::theme::{SIZE_SMALL, Theme};
use super::words;
use super::workbench::{Work, Workbench};
use crate::model::{Project, Tag};

/// Draws the status bar.
pub(crate) fn status_ui(ui: &mut Ui, bench: &Workbench, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    let Some(session) = &bench.session else { return };
    let (project, words) = (session.project(), words::status());
    ui.horizontal(|ui| {
        let total = project.claims.len();
        let tagged = total - project.count(None);
        ui.label(small(
            words::fill(words.tagged, &[&words::number(tagged), &words::number(total)]),
            &theme,
        ));
        progress_ui(ui, project, &theme);
        let saved = if bench.has_unsaved_work() { words.not_saved } else { words.saved };
        ui.label(small(saved.to_owned(), &theme));
        if !bench.message.is_empty() {
            ui.label(small(bench.message.clone(), &theme));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| match &bench.work {
            Some(work) => work_ui(ui, work, actions),
            None => hints::hints_ui(ui, bench.main_view()),
        });
    });
}

fn small(text: String, theme: &Theme) -> RichText {
    RichText::new(text).size(SIZE_SMALL).color(theme.muted)
}

/// Shares of the tags, as a bar.
fn progress_ui(ui: &mut Ui, project: &Project, theme: &Theme) {
    let (rect, response) = ui.allocate_exact_size(vec2(150.0, 12.0), Sense::hover());
    let bar = Rect::from_center_size(rect.center(), vec2(rect.width(), 5.0));
    ui.painter().rect_filled(bar, CornerRadius::same(2), theme.untagged.tint);
    let total = project.claims.len().max(1) as f32;
    let mut x = bar.left();
    for tag in Tag::ALL {
        let width = project.count(Some(tag)) as f32 / total * bar.width();
        let piece = Rect::from_min_size(pos2(x, bar.top()), vec2(width, bar.height()));
        ui.painter().rect_filled(piece, CornerRadius::ZERO, theme.tag(Some(tag)).mark);
        x += width;
    }
    let counts: Vec<_> = Tag::ALL
        .iter()
        .map(|tag| format!("{} {}", project.count(Some(*tag)), words::tag_word(*tag)))
        .collect();
    response.on_hover_text(counts.join(", "));
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
