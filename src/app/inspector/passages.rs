//! The claim's passages, one under the other, with the words that differ.

use std::collections::BTreeMap;

use eframe::egui::text::LayoutJob;
use eframe::egui::{self, Frame, Label, Margin, RichText, Sense, Stroke, TextFormat, Ui};

use crate::app::action::Action;
use crate::app::claims::heading;
use crate::app::theme::{SIZE_SMALL, Theme, serif, serif_bold};
use crate::app::words;
use crate::model::{ArticleId, Claim, Passage, Project};
use crate::text::{Span, collapse_white_space};

/// Size of the passages' type.
const SIZE: f32 = 14.5;

/// Draws the passages.
pub(super) fn passages_ui(
    ui: &mut Ui,
    project: &Project,
    claim: &Claim,
    families: &BTreeMap<ArticleId, usize>,
    actions: &mut Vec<Action>,
) {
    let theme = Theme::of(ui.ctx());
    ui.add_space(2.0);
    ui.label(heading(words::inspector().passages, &theme));
    for (index, passage) in claim.passages.iter().enumerate() {
        let response = passage_ui(ui, project, claim, passage, families, &theme);
        if response.clicked() {
            actions.push(Action::ChooseClaim(claim.id));
        }
        response.context_menu(|ui| {
            if ui.button(words::inspector().take_out).clicked() {
                actions.push(Action::RemovePassage(claim.id, index));
            }
        });
    }
}

fn passage_ui(
    ui: &mut Ui,
    project: &Project,
    claim: &Claim,
    passage: &Passage,
    families: &BTreeMap<ArticleId, usize>,
    theme: &Theme,
) -> egui::Response {
    let frame = Frame::new().inner_margin(Margin { left: 10, right: 0, top: 0, bottom: 2 });
    let shown = frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.add(
            Label::new(
                RichText::new(source_line(project, passage, families))
                    .size(SIZE_SMALL)
                    .color(theme.muted),
            )
            .truncate(),
        );
        let differing = differing(claim, passage);
        ui.add(Label::new(marked(&passage.quote, passage.span, &differing, theme)).wrap());
    });
    let rect = shown.response.rect;
    ui.painter().vline(rect.left(), rect.y_range(), Stroke::new(2.0, theme.hairline));
    ui.interact(rect, shown.response.id.with("passage"), Sense::click())
}

/// "2 Daily Echo · 3 Mar 2024 · family 1 · hedged".
fn source_line(
    project: &Project,
    passage: &Passage,
    families: &BTreeMap<ArticleId, usize>,
) -> String {
    let Some(article) = project.article(passage.article) else { return String::new() };
    let number = project.article_index(passage.article).map_or(0, |index| index + 1);
    let date = article.metadata.published.map(words::date);
    let family = families
        .get(&passage.article)
        .map(|family| words::fill(words::inspector().family, &[family]));
    let name = Some(format!("{number}  {}", article.short_name()));
    let stance = Some(words::stance(passage.stance).to_owned());
    [name, date, family, stance].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The stretches of a passage that are a reason for the claim's suggestion, ascending and apart.
fn differing(claim: &Claim, passage: &Passage) -> Vec<Span> {
    let reasons = claim.suggestion.iter().flat_map(|suggestion| &suggestion.reasons);
    let places =
        reasons.flat_map(|reason| &reason.places).filter(|place| place.article == passage.article);
    let mut spans: Vec<_> =
        places.filter_map(|place| place.span.intersection(passage.span)).collect();
    spans.sort_unstable();
    let mut apart: Vec<Span> = Vec::new();
    for span in spans {
        match apart.last_mut() {
            Some(last) if span.start() <= last.end() => *last = last.join(span),
            _ => apart.push(span),
        }
    }
    apart
}

/// A quote with its differing words marked and bold.
fn marked(quote: &str, place: Span, differing: &[Span], theme: &Theme) -> LayoutJob {
    let mut job = LayoutJob::default();
    let plain = TextFormat::simple(serif(SIZE), theme.ink);
    let bold = TextFormat {
        background: theme.differing,
        ..TextFormat::simple(serif_bold(SIZE), theme.ink)
    };
    let mut at = place.start();
    let mut put = |from: usize, to: usize, format: &TextFormat| {
        let piece = quote.get(from - place.start()..to - place.start()).unwrap_or_default();
        if !piece.is_empty() {
            job.append(&keep_ends(piece), 0.0, format.clone());
        }
    };
    for span in differing {
        put(at, span.start(), &plain);
        put(span.start(), span.end(), &bold);
        at = span.end();
    }
    put(at, place.end(), &plain);
    job
}

/// Text on one line, with a space at either end where there was white space.
fn keep_ends(piece: &str) -> String {
    let line = collapse_white_space(piece);
    let has_space = |c: Option<char>| c.is_some_and(char::is_whitespace);
    let before = if has_space(piece.chars().next()) { " " } else { "" };
    let after = if has_space(piece.chars().next_back()) && !line.is_empty() { " " } else { "" };
    format!("{before}{line}{after}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Confidence, Place, Reason, ReasonKind, Suggestion, Tag};
    use crate::review::actions::tests::project;

    #[test]
    fn reasons_that_touch_are_marked_as_one() {
        let project = project();
        let mut claim = project.claims.first().cloned().expect("a claim");
        let article = ArticleId(1);
        let reason = |start, end| Reason {
            kind: ReasonKind::Wording,
            detail: String::new(),
            places: vec![Place { article, span: Span::new(start, end) }],
        };
        let reasons = vec![reason(4, 10), reason(8, 13), reason(14, 99)];
        claim.suggestion = Some(Suggestion {
            tag: Tag::Disputed,
            confidence: Confidence::from_percent(60),
            reasons,
        });
        let passage = claim.passages.first().expect("a passage");
        assert_eq!(differing(&claim, passage), [Span::new(4, 13), Span::new(14, 19)]);
    }

    #[test]
    fn a_marked_piece_keeps_the_space_around_it() {
        assert_eq!(keep_ends(" a\n b "), " a b ");
        assert_eq!(keep_ends("a"), "a");
        assert_eq!(keep_ends(" "), " ");
    }
}
