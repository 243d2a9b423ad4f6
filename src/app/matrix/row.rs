//! One claim of the matrix.

use std::ops::Range;

use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{
    Align2, CursorIcon, Rect, RichText, Role, Sense, Stroke, StrokeKind, TextFormat, Ui,
    WidgetInfo, pos2, vec2,
};

use super::cell::Cell;
use super::header::{id_of, line};
use super::legend::sign;
use super::place::{Columns, DIFFERS, HEADER};
use crate::app::action::Action;
use crate::app::claims::shortened;
use crate::app::mark;
use crate::app::theme::{
    CORNER_MARK, PANEL_MARGIN, SIZE_BODY, Theme, plain, serif, serif_bold, strong,
};
use crate::app::view::has_reason;
use crate::app::words;
use crate::model::{Article, ArticleId, Claim, Origin, Project, ReasonKind, Stance};

/// Size of the cells' type.
const SIZE: f32 = 14.0;

/// What one row needs to know.
pub(super) struct RowInput<'a> {
    pub(super) claim: &'a Claim,
    pub(super) project: &'a Project,
    /// Words that set the claim apart from another of the same beginning.
    pub(super) apart: Option<&'a str>,
    pub(super) cells: &'a [Option<Cell>],
    pub(super) is_chosen: bool,
    /// The article whose column is worked on.
    pub(super) column: Option<ArticleId>,
    pub(super) columns: Columns,
    /// The articles that are in view.
    pub(super) seen: Range<usize>,
}

/// Draws a row at `place` as far as it is in `window`.
pub(super) fn row_ui(
    ui: &Ui,
    place: Rect,
    window: Rect,
    input: &RowInput<'_>,
    actions: &mut Vec<Action>,
) {
    let theme = Theme::of(ui.ctx());
    let below = Rect::from_min_max(pos2(window.left(), window.top() + HEADER), window.max);
    let still = window.left() + input.columns.still();
    let articles = Rect::from_min_max(pos2(still, below.top()), below.max);
    for index in input.seen.clone() {
        let (Some(article), Some(cell)) =
            (input.project.articles.get(index), input.cells.get(index))
        else {
            continue;
        };
        let left = place.left() + input.columns.left(index);
        let size = vec2(input.columns.article, place.height());
        let at = Rect::from_min_size(pos2(left, place.top()), size);
        cell_ui(ui, at, articles, (article, cell.as_ref()), input, actions);
    }
    claim_ui(ui, place.translate(vec2(window.left() - place.left(), 0.0)), below, input, actions);
    let across = window.left()..=window.right().min(place.right());
    let line = Stroke::new(1.0, theme.hairline);
    ui.painter_at(below).hline(across, place.bottom() - 0.5, line);
}

/// The claim and what differs in it, which stay in view.
fn claim_ui(ui: &Ui, place: Rect, below: Rect, input: &RowInput<'_>, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    let claim = input.claim;
    let whole = Rect::from_min_size(place.min, vec2(input.columns.still(), place.height()));
    let response =
        ui.interact(whole.intersect(below), id_of(ui, ("claim", claim.id)), Sense::click());
    let name = format!("{}: {}", words::tag_title(claim.tag()), claim.summary);
    response.widget_info(|| WidgetInfo::selected(Role::RowHeader, true, input.is_chosen, &name));
    let painter = ui.painter_at(below);
    let fill = match (input.is_chosen, response.hovered() || response.has_focus()) {
        (true, _) => theme.chosen,
        (false, true) => theme.background,
        (false, false) => theme.panel,
    };
    painter.rect_filled(whole, 0, fill);
    let centre = pos2(place.left() + f32::from(PANEL_MARGIN) + 8.0, place.center().y);
    mark::paint(&painter, centre, 18.0, claim.tag(), &theme);
    let left = centre.x + 18.0;
    let width = place.left() + input.columns.claim - 10.0 - left;
    let at = pos2(left, place.center().y - 8.0);
    let summary = shortened(&claim.summary, input.apart);
    line(&painter, at, &summary, plain(SIZE_BODY), theme.ink, width);
    let differs = Rect::from_min_size(
        pos2(place.left() + input.columns.claim, place.top()),
        vec2(DIFFERS, place.height()),
    );
    reasons(&painter, differs, claim, &theme);
    for x in [differs.left(), differs.right()] {
        painter.vline(x, place.y_range(), Stroke::new(1.0, theme.hairline));
    }
    if response.clicked() {
        actions.push(Action::ClickClaim(claim.id));
    }
    let kinds = ReasonKind::ALL.into_iter().filter(|kind| has_reason(claim, *kind));
    let kinds: Vec<_> = kinds.map(words::reason_word).collect();
    let hint = [claim.summary.as_str(), &kinds.join(", ")].join("\n");
    if !hint.trim().is_empty() {
        response.on_hover_text_at_pointer(hint.trim());
    }
}

/// The kinds of difference, as small marks; `…` for those without room.
fn reasons(painter: &eframe::egui::Painter, place: Rect, claim: &Claim, theme: &Theme) {
    let mut x = place.left() + 10.0;
    for kind in ReasonKind::ALL.into_iter().filter(|kind| has_reason(claim, *kind)) {
        let word = words::reason_word(kind);
        let galley = painter.layout_no_wrap(word, plain(11.0), theme.muted);
        let size = galley.size() + vec2(10.0, 2.0);
        if x + size.x > place.right() - 6.0 {
            let at = pos2(x, place.center().y);
            painter.text(at, Align2::LEFT_CENTER, "…", plain(SIZE_BODY), theme.muted);
            break;
        }
        let frame = Rect::from_min_size(pos2(x, place.center().y - size.y / 2.0), size);
        let stroke = Stroke::new(1.0, theme.hairline);
        painter.rect_stroke(frame, CORNER_MARK, stroke, StrokeKind::Inside);
        painter.galley(frame.min + vec2(5.0, 1.0), galley, theme.muted);
        x = frame.right() + 4.0;
    }
}

/// What one article says.
fn cell_ui(
    ui: &Ui,
    place: Rect,
    articles: Rect,
    (article, cell): (&Article, Option<&Cell>),
    input: &RowInput<'_>,
    actions: &mut Vec<Action>,
) {
    let theme = Theme::of(ui.ctx());
    let id = id_of(ui, ("cell", input.claim.id, article.id));
    let response = ui.interact(place.intersect(articles), id, Sense::click());
    response.widget_info(|| {
        WidgetInfo::selected(
            Role::Cell,
            true,
            input.is_chosen,
            name(article, cell, input.claim.origin),
        )
    });
    let painter = ui.painter_at(articles);
    let fill = match cell.and_then(|cell| cell.tint) {
        Some(tag) => Some(theme.tag(Some(tag)).tint),
        None if input.is_chosen => Some(theme.chosen),
        None => None,
    };
    if let Some(fill) = fill {
        painter.rect_filled(place, 0, fill);
    }
    let is_worked_on = input.is_chosen && input.column == Some(article.id);
    if response.hovered() || response.has_focus() || is_worked_on {
        let stroke = Stroke::new(if is_worked_on { 2.0 } else { 1.0 }, theme.accent);
        painter.rect_stroke(place.shrink(1.0), 2, stroke, StrokeKind::Inside);
    }
    painter.vline(place.right(), place.y_range(), Stroke::new(1.0, theme.hairline));
    match cell {
        Some(cell) => words_of(&painter, place, cell, &theme),
        None => {
            let font = plain(SIZE_BODY);
            painter.text(place.center(), Align2::CENTER_CENTER, "—", font, theme.muted);
        }
    }
    if response.clicked() {
        actions.push(Action::ClickCell(input.claim.id, article.id));
    }
    let is_covered = ui.memory(|memory| memory.top_modal_layer().is_some());
    if cell.is_some() && !is_covered {
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        response.on_hover_ui_at_pointer(|ui| hover_ui(ui, article, input, is_worked_on));
    }
}

/// The passages of a cell in full, and what a click does.
fn hover_ui(ui: &mut Ui, article: &Article, input: &RowInput<'_>, is_worked_on: bool) {
    let theme = Theme::of(ui.ctx());
    ui.set_max_width(360.0);
    for passage in input.claim.passages_in(article.id) {
        let text = crate::text::collapse_white_space(&passage.quote);
        ui.label(RichText::new(text).font(serif(SIZE)));
        if passage.stance != Stance::Same {
            ui.label(RichText::new(words::stance(passage.stance)).small().color(theme.muted));
        }
    }
    if is_worked_on {
        ui.label(RichText::new(words::matrix().again).small().color(theme.muted));
    }
}

/// What a cell is called.
fn name(article: &Article, cell: Option<&Cell>, origin: Origin) -> String {
    let words = words::matrix();
    let silent = if origin == Origin::Program { words.silent } else { words.no_passage };
    let Some(cell) = cell else { return words::fill(silent, &[&article.short_name()]) };
    let said: String = cell.pieces.iter().map(|piece| piece.words.as_str()).collect();
    match cell.stance {
        Stance::Same => words::fill(words.cell, &[&article.short_name(), &said]),
        stance => {
            let stance = words::stance(stance);
            words::fill(words.cell_stance, &[&article.short_name(), &said, &stance])
        }
    }
}

fn words_of(painter: &eframe::egui::Painter, place: Rect, cell: &Cell, theme: &Theme) {
    let sign = sign(cell.stance);
    let left = place.left() + f32::from(PANEL_MARGIN) - 2.0;
    let room = if sign.is_empty() { 8.0 } else { 24.0 };
    let mut job = LayoutJob::default();
    let usual = TextFormat::simple(serif(SIZE), theme.ink);
    let marked = TextFormat {
        background: theme.differing,
        expand_bg: 1.5,
        ..TextFormat::simple(serif_bold(SIZE), theme.ink)
    };
    for piece in &cell.pieces {
        let format = if piece.is_marked { marked.clone() } else { usual.clone() };
        job.append(&piece.words, 0.0, format);
    }
    job.wrap = TextWrapping::truncate_at_width((place.right() - room - left).max(0.0));
    let galley = painter.layout_job(job);
    let top = place.center().y - galley.size().y / 2.0;
    painter.galley(pos2(left, top), galley, theme.ink);
    if !sign.is_empty() {
        let at = pos2(place.right() - 12.0, place.center().y);
        painter.text(at, Align2::CENTER_CENTER, sign, strong(SIZE_BODY), theme.muted);
    }
}
