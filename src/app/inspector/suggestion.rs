//! The program's word on a claim, with its reasons.

use eframe::egui::{self, Frame, Margin, RichText, Stroke, Ui};

use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::mark;
use crate::app::theme::{CORNER_CARD, SIZE_BODY, SIZE_SMALL, Theme, strong};
use crate::app::words;
use crate::model::{Claim, Project, Suggestion, Tag};

/// Draws the suggestion as a card.
pub(super) fn suggestion_ui(
    ui: &mut Ui,
    project: &Project,
    claim: &Claim,
    actions: &mut Vec<Action>,
) {
    let Some(suggestion) = &claim.suggestion else { return };
    let theme = Theme::of(ui.ctx());
    let colours = theme.tag(Some(suggestion.tag));
    let frame = Frame::new().stroke(Stroke::new(1.0, theme.hairline)).corner_radius(CORNER_CARD);
    let shown =
        frame.inner_margin(Margin { left: 14, right: 10, top: 8, bottom: 8 }).show(ui, |ui| {
            ui.set_width(ui.available_width());
            title_ui(ui, suggestion, claim.tag() == Some(suggestion.tag), &theme, actions);
            for reason in &suggestion.reasons {
                let mut job = egui::text::LayoutJob::default();
                let bold = egui::TextFormat::simple(strong(SIZE_BODY), theme.ink);
                let usual =
                    egui::TextFormat::simple(crate::app::theme::plain(SIZE_BODY), theme.ink);
                job.append(words::reason(reason.kind), 0.0, bold);
                job.append(&format!(" · {}", reason.detail), 0.0, usual);
                ui.label(job);
            }
            if suggestion.reasons.is_empty() {
                ui.label(
                    RichText::new(plain_reason(suggestion.tag, claim, project)).color(theme.muted),
                );
            }
        });
    let edge = shown.response.rect.with_max_x(shown.response.rect.left() + 3.0);
    ui.painter().rect_filled(edge, 2, colours.mark);
}

fn title_ui(
    ui: &mut Ui,
    suggestion: &Suggestion,
    is_taken: bool,
    theme: &Theme,
    actions: &mut Vec<Action>,
) {
    let words = words::inspector();
    let colour = theme.tag(Some(suggestion.tag)).mark;
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(egui::vec2(10.0, 20.0), egui::Sense::hover());
        ui.painter().add(mark::shape(rect.center(), 9.0, Some(suggestion.tag), colour));
        let title = words::fill(words.suggested, &[&words::tag_word(suggestion.tag)]);
        ui.label(RichText::new(title).font(strong(SIZE_BODY)).color(colour));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if is_taken {
                ui.label(RichText::new(words.accepted).size(SIZE_SMALL).color(theme.muted));
            } else if ui.button(words.accept).on_hover_text(words.accept_hint).clicked() {
                actions.push(Action::Command(Command::AcceptSuggestion));
            }
            let percent = format!("{} %", suggestion.confidence.percent());
            ui.label(RichText::new(percent).size(SIZE_SMALL).color(theme.muted));
        });
    });
}

fn plain_reason(tag: Tag, claim: &Claim, project: &Project) -> String {
    let words = words::inspector();
    let articles = claim.articles();
    match (tag, articles.first()) {
        (Tag::Unique, Some(only)) => {
            let name =
                project.article(*only).map_or(words.one_article, |article| article.short_name());
            words::fill(words.only_one, &[&name])
        }
        _ => words::fill(words.nothing_differs, &[&articles.len()]),
    }
}
