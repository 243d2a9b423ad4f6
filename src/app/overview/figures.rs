//! Every figure by article, conflicts first.

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{Color32, Painter, Rect, RichText, ScrollArea, Sense, Stroke, Ui, pos2, vec2};

use super::View;
use super::card::{link_at, numbered, title_ui};
use crate::analysis::{FigureCell, FigureRow};
use crate::app::action::Action;
use crate::app::theme::{
    CORNER_MARK, SIZE_BODY, SIZE_SMALL, Theme, plain, serif, serif_bold, strong,
};
use crate::app::words;
use crate::model::{Article, Project};
use crate::text::collapse_white_space;

/// Height of the title, with the space below it, and of a row.
const TITLE: f32 = 36.0;
const ROW: f32 = 38.0;
/// No column is narrower.
const LEAST: f32 = 76.0;

/// How high the card is in which every row is in view.
pub(super) fn height(view: &View<'_>) -> f32 {
    TITLE + ROW * (view.values.figures.len() + 1) as f32
}

/// Draws the table.
pub(super) fn figures_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let words = words::overview();
    let theme = Theme::of(ui.ctx());
    title_ui(ui, words.figures);
    let rows = &view.values.figures;
    if rows.is_empty() {
        let text = if view.known.version == 0 { words.reading } else { words.no_figures };
        ui.label(RichText::new(text).color(theme.muted));
        return;
    }
    let project = view.session.project();
    let count = project.articles.len().max(1) as f32;
    let width = ui.available_width() - 8.0;
    // Where room is short, names give some of theirs to the last column.
    let name = (width - LEAST * count).min(width * 0.3).clamp(104.0, 320.0).round();
    let column = ((width - name) / count).max(LEAST).floor();
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::both().id_salt("figures").auto_shrink(false).animated(false).show_viewport(
        ui,
        |ui, viewport| {
            let size = vec2(name + column * count, ROW * (rows.len() + 1) as f32);
            let (whole, _) = ui.allocate_exact_size(size, eframe::egui::Sense::hover());
            let window = Rect::from_min_size(whole.min + viewport.min.to_vec2(), viewport.size());
            let table = Table { whole, window, name, column, project };
            let first = (viewport.top() / ROW).floor().max(0.0) as usize;
            let seen = (viewport.height() / ROW).ceil() as usize + 1;
            for (index, row) in rows.iter().enumerate().skip(first).take(seen) {
                table.row_ui(ui, index, row, actions);
            }
            table.header_ui(ui);
        },
    );
}

/// Where the table stands, and what it is of.
struct Table<'a> {
    whole: Rect,
    window: Rect,
    name: f32,
    column: f32,
    project: &'a Project,
}

impl Table<'_> {
    fn header_ui(&self, ui: &Ui) {
        let theme = Theme::of(ui.ctx());
        let band = Rect::from_min_size(self.window.min, vec2(self.window.width(), ROW));
        ui.painter().rect_filled(band, 0, theme.panel);
        for (index, article) in self.project.articles.iter().enumerate() {
            let left = self.whole.left() + self.name + self.column * index as f32 + 8.0;
            let place = Rect::from_min_size(pos2(left, band.top()), vec2(self.column, ROW));
            let name = numbered(index, article);
            let id = ui.scope_id().with(("figures of", article.id));
            ui.interact(place.intersect(band), id, Sense::hover()).on_hover_text(&name);
            let mut job = LayoutJob::simple_singleline(name, strong(SIZE_SMALL), theme.ink);
            job.wrap = TextWrapping::truncate_at_width(self.column - 12.0);
            let galley = ui.painter().layout_job(job);
            let top = band.center().y - galley.size().y / 2.0;
            ui.painter().galley(pos2(left, top), galley, theme.ink);
        }
        ui.painter().hline(band.x_range(), band.bottom() - 0.5, Stroke::new(1.0, theme.hairline));
    }

    fn row_ui(&self, ui: &Ui, index: usize, row: &FigureRow, actions: &mut Vec<Action>) {
        let theme = Theme::of(ui.ctx());
        let top = self.whole.top() + ROW * (index + 1) as f32;
        let place = Rect::from_min_size(
            pos2(self.whole.left(), top),
            vec2(self.name + self.column * self.project.articles.len() as f32, ROW),
        );
        let below = self.window.with_min_y(self.window.top() + ROW);
        let painter = ui.painter_at(below);
        let Some(claim) = self.project.claim(row.claim) else { return };
        let head = Rect::from_min_size(place.min, vec2(self.name, ROW));
        let words = words::overview();
        let spoken = if row.is_conflict {
            words::fill(words.conflict, &[&claim.summary])
        } else {
            claim.summary.clone()
        };
        let id = ("figure", index);
        let response = link_at(ui, head.intersect(below), id, &spoken);
        let colour = if response.hovered() { theme.accent } else { theme.ink };
        if below.intersects(head) {
            two_lines(&painter, head.shrink2(vec2(2.0, 0.0)), &claim.summary, colour);
        }
        if response.on_hover_text(&claim.summary).clicked() {
            actions.push(Action::ReadClaim(row.claim, None));
        }
        for (column, article) in self.project.articles.iter().enumerate() {
            let left = place.left() + self.name + self.column * column as f32;
            let at = Rect::from_min_size(pos2(left, top), vec2(self.column, ROW));
            cell_ui(ui, at, below, (row, article), actions);
        }
        painter.hline(place.x_range(), place.bottom() - 0.5, Stroke::new(1.0, theme.hairline));
    }
}

/// Text on two lines at most, in the middle of `place`.
fn two_lines(painter: &Painter, place: Rect, text: &str, colour: Color32) {
    let mut job = LayoutJob::default();
    job.append(text, 0.0, TextFormat::simple(plain(SIZE_SMALL), colour));
    job.wrap = TextWrapping { max_rows: 2, ..TextWrapping::wrap_at_width(place.width() - 8.0) };
    let galley = painter.layout_job(job);
    let top = place.center().y - galley.size().y / 2.0;
    painter.galley(pos2(place.left(), top), galley, colour);
}

/// What one article says of a figure.
fn cell_ui(
    ui: &Ui,
    place: Rect,
    below: Rect,
    (row, article): (&FigureRow, &Article),
    actions: &mut Vec<Action>,
) {
    let theme = Theme::of(ui.ctx());
    let painter = ui.painter_at(below);
    painter.vline(place.left(), place.y_range(), Stroke::new(1.0, theme.hairline));
    let Some(cell) = row.cells.get(&article.id) else {
        let at = pos2(place.center().x, place.center().y);
        let align = eframe::egui::Align2::CENTER_CENTER;
        painter.text(at, align, "—", plain(SIZE_BODY), theme.muted);
        return;
    };
    let said = collapse_white_space(article.quote(cell.span));
    let core = collapse_white_space(article.quote(cell.core));
    let shown = [cell.sign, core.as_str()].join(if cell.sign.is_empty() { "" } else { " " });
    let name = words::fill(words::matrix().cell, &[&article.short_name(), &said]);
    let response = link_at(
        ui,
        place.intersect(below),
        ("said", row.claim, cell.span.start(), article.id),
        &name,
    );
    value(&painter, place, *cell, row.is_conflict, &shown, &theme);
    if response.hovered() {
        let stroke = Stroke::new(1.0, theme.accent);
        let inside = eframe::egui::StrokeKind::Inside;
        painter.rect_stroke(place.shrink(1.0), CORNER_MARK, stroke, inside);
    }
    if response.on_hover_text(name).clicked() {
        actions.push(Action::ReadClaim(row.claim, Some(article.id)));
    }
}

/// The words of a cell; what stands apart is marked.
fn value(
    painter: &Painter,
    place: Rect,
    cell: FigureCell,
    is_conflict: bool,
    said: &str,
    theme: &Theme,
) {
    let format = if cell.stands_apart {
        painter.rect_filled(place, 0, theme.disputed.tint);
        TextFormat {
            background: theme.differing,
            expand_bg: 1.5,
            ..TextFormat::simple(serif_bold(14.0), theme.ink)
        }
    } else {
        TextFormat::simple(if is_conflict { serif_bold(14.0) } else { serif(14.0) }, theme.ink)
    };
    let mut job = LayoutJob::default();
    job.append(said, 0.0, format);
    job.wrap = TextWrapping::truncate_at_width(place.width() - 14.0);
    let galley = painter.layout_job(job);
    let at = pos2(place.left() + 8.0, place.center().y - galley.size().y / 2.0);
    painter.galley(at, galley, theme.ink);
}
