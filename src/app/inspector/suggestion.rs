//! The program's word on a claim, with its reasons.

use eframe::egui::text::LayoutJob;
use eframe::egui::{
    Align, Color32, CursorIcon, Frame, Label, Layout, Margin, Response, RichText, Sense, Stroke,
    TextFormat, Ui, vec2,
};

use super::Inspected;
use super::sentence::{Piece, pieces};
use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::mark;
use crate::app::origin;
use crate::app::theme::{CORNER_CARD, SIZE_BODY, SIZE_SMALL, Theme, plain, strong};
use crate::app::words;
use crate::model::{Place, Reason, Suggestion, Tag};

/// How much room it takes to tell how sure the suggestion is.
const PERCENT: f32 = 48.0;

/// Draws the suggestion as a card, and returns the words of the reason that is pointed at.
pub(super) fn suggestion_ui(
    ui: &mut Ui,
    it: &Inspected<'_>,
    actions: &mut Vec<Action>,
) -> Vec<Place> {
    let Some(suggestion) = &it.claim.suggestion else { return Vec::new() };
    let theme = &it.theme;
    let mut pointed = Vec::new();
    let frame = Frame::new().stroke(Stroke::new(1.0, theme.hairline)).corner_radius(CORNER_CARD);
    let margin = Margin { left: 14, right: 10, top: 8, bottom: 10 };
    let shown = frame.inner_margin(margin).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 6.0;
        title_ui(ui, suggestion, it, actions);
        for reason in &suggestion.reasons {
            if reason_ui(ui, reason, it).hovered() {
                pointed.clone_from(&reason.places);
            }
        }
        if suggestion.reasons.is_empty() {
            ui.label(RichText::new(plain_reason(suggestion.tag, it)).color(theme.muted));
        }
    });
    let edge = shown.response.rect.with_max_x(shown.response.rect.left() + 3.0);
    ui.painter().rect_filled(edge, 2, theme.tag(Some(suggestion.tag)).mark);
    pointed
}

fn title_ui(ui: &mut Ui, suggestion: &Suggestion, it: &Inspected<'_>, actions: &mut Vec<Action>) {
    let (words, theme) = (words::inspector(), &it.theme);
    let colour = theme.tag(Some(suggestion.tag)).mark;
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(10.0, 20.0), Sense::hover());
        ui.painter().add(mark::shape(rect.center(), 9.0, Some(suggestion.tag), colour));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if it.claim.tag() == Some(suggestion.tag) {
                ui.label(RichText::new(words.accepted).size(SIZE_SMALL).color(theme.muted));
            } else if ui.button(words.accept).on_hover_text(words.accept_hint).clicked() {
                actions.push(Action::Command(Command::AcceptSuggestion));
            }
            let title = words::fill(words.suggested, &[&words::tag_word(suggestion.tag)]);
            let width = width_of(ui, &title);
            if ui.available_width() > width + PERCENT {
                let percent = format!("{} %", suggestion.confidence.percent());
                ui.label(RichText::new(percent).size(SIZE_SMALL).color(theme.muted))
                    .on_hover_text(words.confidence);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let has_room = ui.available_width() >= width;
                let title =
                    if has_room { title.as_str() } else { words::tag_title(Some(suggestion.tag)) };
                let title = RichText::new(title).font(strong(SIZE_BODY)).color(colour);
                ui.add(Label::new(title).truncate());
            });
        });
    });
}

fn width_of(ui: &Ui, title: &str) -> f32 {
    let galley = ui.painter().layout_no_wrap(title.to_owned(), strong(SIZE_BODY), Color32::BLACK);
    galley.size().x
}

/// One reason as a sentence; its words are marked elsewhere while it is pointed at.
fn reason_ui(ui: &mut Ui, reason: &Reason, it: &Inspected<'_>) -> Response {
    let job = sentence(reason, it);
    let label = Label::new(job).wrap().selectable(false).sense(Sense::hover());
    ui.add(label).on_hover_cursor(CursorIcon::Help)
}

fn sentence(reason: &Reason, it: &Inspected<'_>) -> LayoutJob {
    let Theme { ink, differing, muted, background, .. } = it.theme;
    let bold = TextFormat::simple(strong(SIZE_BODY), ink);
    let said = TextFormat { background: differing, ..bold.clone() };
    let number =
        TextFormat { background, expand_bg: 2.0, ..TextFormat::simple(strong(11.0), muted) };
    let mut job = LayoutJob::default();
    job.append(words::reason(reason.kind), 0.0, bold);
    job.append(" · ", 0.0, TextFormat::simple(plain(SIZE_BODY), muted));
    for piece in pieces(&it.project.told(reason), it.project) {
        match piece {
            Piece::Plain(text) => {
                job.append(&text, 0.0, TextFormat::simple(plain(SIZE_BODY), ink));
            }
            Piece::Said(text) => job.append(&text, 0.0, said.clone()),
            Piece::Number(text) => job.append(&text, 2.0, number.clone()),
        }
    }
    job
}

/// What is said where nothing differs.
fn plain_reason(tag: Tag, it: &Inspected<'_>) -> String {
    let words = words::inspector();
    let articles = it.claim.articles();
    match (tag, articles.first()) {
        (Tag::Unique, Some(only)) => {
            let article = it.project.article(*only);
            let name = article.map_or_else(
                || words.one_article.to_owned(),
                |article| origin::name(it.project, article),
            );
            words::fill(words.only_one, &[&name])
        }
        _ if are_of_one_family(it) => words::fill(words.one_origin, &[&articles.len()]),
        _ => words::fill(words.nothing_differs, &[&articles.len()]),
    }
}

/// Whether the articles that state the claim copy or rewrite one another.
fn are_of_one_family(it: &Inspected<'_>) -> bool {
    let articles = it.claim.articles();
    let mut families = articles.iter().map(|article| it.families.get(article));
    let first = families.next().flatten();
    articles.len() > 1 && first.is_some() && families.all(|family| family == first)
}
