//! What stands above a column: title, outlet, date, family, and how much of it claims cover.

use eframe::egui::{CornerRadius, FontId, Rect, Role, Sense, Ui, WidgetInfo, pos2, text, vec2};

use super::highlight::Highlights;
use crate::app::action::Action;
use crate::app::theme::{SIZE_BODY, SIZE_SMALL, Theme, plain, strong};
use crate::model::{Article, PartKind, Tag};

/// How high the header is.
pub(super) const HEIGHT: f32 = 68.0;

/// Draws the header of the article that stands at `number` (from 1) into `rect`.
pub(super) fn header_ui(
    ui: &Ui,
    rect: Rect,
    (article, number): (&Article, usize),
    family: Option<usize>,
    highlights: &Highlights,
    actions: &mut Vec<Action>,
) {
    let theme = Theme::of(ui.ctx());
    let response = ui.interact(rect, ui.scope_id().with(("header", article.id)), Sense::click());
    let line = second_line(article, family);
    response.widget_info(|| {
        WidgetInfo::labeled(
            Role::Heading,
            true,
            format!("Article {number}: {}, {line}", article.headline()),
        )
    });
    let width = rect.width();
    let y = rect.top() + 12.0;
    put_line(
        ui,
        rect.left(),
        y,
        width,
        &format!("{number}  {}", article.headline()),
        strong(SIZE_BODY),
        theme.ink,
    );
    put_line(ui, rect.left(), y + 19.0, width, &line, plain(SIZE_SMALL), theme.muted);
    coverage_bar(
        ui,
        Rect::from_min_size(pos2(rect.left(), y + 42.0), vec2(width, 4.0)),
        article,
        highlights,
        &theme,
    );
    response.context_menu(|ui| {
        if ui.button("Edit what it says of itself…").clicked() {
            actions.push(Action::EditMetadata(article.id));
        }
        if ui.button("Move to the left").clicked() {
            actions.push(Action::MoveArticle(article.id, number.saturating_sub(2)));
        }
        if ui.button("Move to the right").clicked() {
            actions.push(Action::MoveArticle(article.id, number));
        }
        ui.separator();
        if ui.button("Take out of the review").clicked() {
            actions.push(Action::RemoveArticle(article.id));
        }
    });
    response.on_hover_text(format!("{}\n{}", article.headline(), article.source.name));
}

/// Outlet, date and family, as far as they are known.
fn second_line(article: &Article, family: Option<usize>) -> String {
    let outlet = article.metadata.outlet.clone().unwrap_or_else(|| article.source.name.clone());
    let date = article.metadata.published.map(|date| date.strftime("%-d %b %Y").to_string());
    let family = family.map(|number| format!("family {number}"));
    [Some(outlet), date, family].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn put_line(
    ui: &Ui,
    x: f32,
    y: f32,
    width: f32,
    line: &str,
    font: FontId,
    colour: eframe::egui::Color32,
) {
    let mut job = text::LayoutJob::simple_singleline(line.to_owned(), font, colour);
    job.wrap = text::TextWrapping::truncate_at_width(width);
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(pos2(x, y), galley, colour);
}

fn coverage_bar(ui: &Ui, bar: Rect, article: &Article, highlights: &Highlights, theme: &Theme) {
    let body = article.parts.iter().filter(|part| part.kind != PartKind::Boilerplate);
    let whole = body.map(|part| part.span.len()).sum::<usize>().max(1) as f32;
    ui.painter().rect_filled(bar, CornerRadius::same(2), theme.untagged.tint);
    let mut x = bar.left();
    let tags = [Some(Tag::Agreed), Some(Tag::Disputed), Some(Tag::Unique), None];
    for (tag, bytes) in tags.into_iter().zip(highlights.coverage()) {
        let width = (bytes as f32 / whole * bar.width()).min(bar.right() - x);
        let piece = Rect::from_min_size(pos2(x, bar.top()), vec2(width.max(0.0), bar.height()));
        let colour = if tag.is_some() { theme.tag(tag).mark } else { theme.hairline };
        ui.painter().rect_filled(piece, CornerRadius::ZERO, colour);
        x += width;
    }
}
