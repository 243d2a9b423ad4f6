//! The header of the matrix, which stays in view.

use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{
    AsIdSalt, Color32, FontId, Id, Painter, Pos2, Rect, Response, Role, Sense, Stroke, TextFormat,
    Ui, WidgetInfo, pos2, vec2,
};

use super::place::{Columns, DIFFERS, HEADER};
use crate::analysis::Families;
use crate::app::origin::origin;
use crate::app::theme::{PANEL_MARGIN, SIZE_BODY, Theme, plain, strong};
use crate::app::words;
use crate::model::{Article, Project};

/// Size of the small print below a name.
const SMALL: f32 = 11.0;

/// Draws the header over what is in `window` of `whole`.
pub(super) fn header_ui(
    ui: &Ui,
    whole: Rect,
    window: Rect,
    columns: &Columns,
    project: &Project,
    kinship: &Families,
    shown: usize,
) {
    let theme = Theme::of(ui.ctx());
    let band = Rect::from_min_size(window.min, vec2(window.width(), HEADER));
    ui.painter().rect_filled(band, 0, theme.panel);
    let seen = columns.seen(window.left() - whole.left(), window.width());
    let still = window.left() + columns.still();
    let beside = Rect::from_min_max(pos2(still, band.top()), band.max);
    let painter = ui.painter_at(beside);
    for index in seen {
        let Some(article) = project.articles.get(index) else { continue };
        let left = whole.left() + columns.left(index);
        let place = Rect::from_min_size(pos2(left, band.top()), vec2(columns.article, HEADER));
        let below = about(project, article, kinship);
        let title = format!("{}  {}", index + 1, article.short_name());
        let response = name(ui, place.intersect(beside), ("article", index), article.short_name());
        response.on_hover_text(format!("{title}\n{below}").trim_end());
        two_lines(&painter, place, &title, &below, &theme);
        painter.vline(place.left(), band.y_range(), Stroke::new(1.0, theme.hairline));
    }
    let claims = Rect::from_min_size(band.min, vec2(columns.claim, HEADER));
    let painter = ui.painter_at(band.with_max_x(still));
    let words = words::matrix();
    let count = count(shown, project.claims.len());
    name(ui, claims, ("claims", 0), &format!("{}, {count}", words.claim));
    two_lines(&painter, claims, words.claim, &count, &theme);
    let differs = Rect::from_min_size(claims.right_top(), vec2(DIFFERS, HEADER));
    name(ui, differs, ("differs", 0), words.differs_in);
    two_lines(&painter, differs, words.differs_in, "", &theme);
    ui.painter().hline(band.x_range(), band.bottom() - 0.5, Stroke::new(1.0, theme.hairline));
}

fn name(ui: &Ui, place: Rect, id: (&str, usize), name: &str) -> Response {
    let response = ui.interact(place, ui.scope_id().with(id), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, name));
    response
}

fn count(shown: usize, all: usize) -> String {
    let words = words::matrix();
    if shown == all {
        words::counted(all, words.one_claim, words.many_claims)
    } else {
        words::fill(words.some_claims, &[&words::number(shown), &words::number(all)])
    }
}

/// "3 Mar 2024 · copies Coast Wire".
fn about(project: &Project, article: &Article, kinship: &Families) -> String {
    let words = words::views();
    let date = article.metadata.published.map(words::date);
    let family = || kinship.of(article.id).map(|family| words::fill(words.family, &[&family]));
    let origin = origin(project, article, kinship).or_else(family);
    [date, origin].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn two_lines(painter: &Painter, place: Rect, title: &str, below: &str, theme: &Theme) {
    let left = place.left() + f32::from(PANEL_MARGIN);
    let width = place.width() - 2.0 * f32::from(PANEL_MARGIN) + 6.0;
    let top = place.top() + if below.is_empty() { 18.0 } else { 9.0 };
    line(painter, pos2(left, top), title, strong(SIZE_BODY), theme.ink, width);
    line(painter, pos2(left, place.top() + 28.0), below, plain(SMALL), theme.muted, width);
}

/// One line of text, cut where there is no room.
pub(super) fn line(
    painter: &Painter,
    at: Pos2,
    text: &str,
    font: FontId,
    colour: Color32,
    width: f32,
) {
    let mut job = LayoutJob::default();
    job.append(text, 0.0, TextFormat::simple(font, colour));
    job.wrap = TextWrapping::truncate_at_width(width.max(0.0));
    let galley = painter.layout_job(job);
    painter.galley(at, galley, colour);
}

/// The name of a widget of the matrix.
pub(super) fn id_of(ui: &Ui, of: impl AsIdSalt) -> Id {
    ui.scope_id().with(of)
}
