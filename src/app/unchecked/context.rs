//! The chosen sentence in its place in the article.

use eframe::egui::text::LayoutJob;
use eframe::egui::{Button, Frame, Label, Margin, RichText, ScrollArea, TextFormat, Ui};

use super::{Unchecked, choices};
use crate::app::action::Action;
use crate::app::dialog::primary;
use crate::app::theme::{PANEL_MARGIN, SIZE_HEADING, SIZE_SMALL, Theme, serif, strong};
use crate::app::words;
use crate::model::{Article, PartKind, Place};
use crate::session::Session;
use crate::text::{Span, collapse_white_space};

/// How many paragraphs are shown to either side of the sentence's own.
const AROUND: usize = 2;

/// Draws the sentence with the text around it.
pub(super) fn context_ui(
    ui: &mut Ui,
    session: &Session,
    unchecked: &Unchecked,
    text_size: f32,
    actions: &mut Vec<Action>,
) {
    let theme = Theme::of(ui.ctx());
    let chosen = unchecked.chosen(session);
    let Some((article, place)) =
        chosen.and_then(|place| Some((session.project().article(place.article)?, place)))
    else {
        ui.vertical_centered(|ui| {
            ui.add_space(ui.available_height() * 0.3);
            ui.label(RichText::new(words::unchecked().choose).color(theme.muted));
        });
        return;
    };
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        Frame::new().inner_margin(Margin::symmetric(PANEL_MARGIN, 14)).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            let small =
                |text: &str| RichText::new(text).font(strong(SIZE_SMALL)).color(theme.muted);
            ui.label(small(words::unchecked().in_place));
            ui.add(Label::new(RichText::new(article.headline()).font(strong(SIZE_HEADING))).wrap());
            ui.label(RichText::new(article.short_name()).size(SIZE_SMALL).color(theme.muted));
            ui.horizontal(|ui| {
                for (index, (name, command)) in choices(unchecked).into_iter().enumerate() {
                    let is_first = index == 0;
                    let button = if is_first { primary(ui, name) } else { Button::new(name) };
                    let colour = if is_first { theme.on_accent } else { theme.muted };
                    let keys = RichText::new(command.keys_text()).color(colour);
                    if ui.add(button.shortcut_text(keys)).clicked() {
                        actions.push(Action::Command(command));
                    }
                }
            });
            ui.add_space(4.0);
            for piece in surroundings(article, place) {
                ui.add(Label::new(paragraph(article, piece, place.span, text_size, &theme)).wrap());
            }
        });
    });
}

/// The paragraphs around a place, its own among them.
fn surroundings(article: &Article, place: Place) -> Vec<Span> {
    let is_text = |kind: PartKind| kind.states_claims() || kind == PartKind::Dateline;
    let parts: Vec<Span> = article
        .parts
        .iter()
        .filter(|part| is_text(part.kind) || part.span.contains(place.span))
        .map(|part| part.span)
        .collect();
    let own = parts.iter().position(|span| span.overlap(place.span) > 0).unwrap_or(0);
    let from = own.saturating_sub(AROUND);
    parts.get(from..(own + AROUND + 1).min(parts.len())).unwrap_or_default().to_vec()
}

/// A paragraph, muted but for the sentence.
fn paragraph(
    article: &Article,
    part: Span,
    sentence: Span,
    text_size: f32,
    theme: &Theme,
) -> LayoutJob {
    let usual = TextFormat {
        line_height: Some((text_size * 1.5).round()),
        ..TextFormat::simple(serif(text_size), theme.muted)
    };
    let marked = TextFormat { color: theme.ink, background: theme.untagged.tint, ..usual.clone() };
    let mut job = LayoutJob::default();
    let inside = part.intersection(sentence);
    let (start, end) = inside.map_or((part.end(), part.end()), |span| (span.start(), span.end()));
    let pieces = [
        (Span::new(part.start(), start), &usual),
        (Span::new(start, end), &marked),
        (Span::new(end, part.end()), &usual),
    ];
    for (span, format) in pieces {
        let text = collapse_white_space(article.quote(span));
        let space = if job.text.is_empty() || text.is_empty() { "" } else { " " };
        job.append(space, 0.0, usual.clone());
        job.append(&text, 0.0, format.clone());
    }
    job
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ArticleId, Part};
    use crate::review::actions::tests::article;

    #[test]
    fn two_paragraphs_to_either_side_are_shown_without_boilerplate() {
        let mut article = article(1, "Aa. Bb. Cc. Dd. Ee. Ff.");
        article.parts = (0..6)
            .map(|index| Part {
                span: Span::new(index * 4, index * 4 + 3),
                kind: if index == 1 { PartKind::Boilerplate } else { PartKind::Paragraph },
            })
            .collect();
        let shown = |start| {
            let place = Place { article: ArticleId(1), span: Span::new(start, start + 3) };
            let spans = surroundings(&article, place);
            spans.into_iter().map(|span| article.quote(span).to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(shown(12), ["Aa.", "Cc.", "Dd.", "Ee.", "Ff."]);
        assert_eq!(shown(0), ["Aa.", "Cc.", "Dd."]);
    }
}
