//! Draws what a column has in view.

use eframe::egui::{
    Color32, CornerRadius, Id, Painter, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use super::block::Block;
use super::column::Column;
use super::highlight::{Highlight, Highlights};
use super::layout::BlockLayout;
use super::pointer::{block_menu, handle_pointer};
use super::selection::Selection;
use super::{fold, search::Found};
use crate::app::action::Action;
use crate::app::mark;
use crate::app::theme::Theme;
use crate::model::{Article, ClaimId};
use crate::text::Span;

/// How far apart the lines of passages that overlap are.
const LANE: f32 = 3.4;
/// How thick the line around a passage is.
const LINE: f32 = 1.6;

/// What one frame of a column needs to know.
pub(super) struct ColumnInput<'a> {
    pub(super) article: &'a Article,
    pub(super) highlights: &'a Highlights,
    pub(super) chosen: Option<ClaimId>,
    /// Words of this article that differ in the chosen claim.
    pub(super) differing: &'a [Span],
    /// Words of the reason that is pointed at.
    pub(super) pointed: &'a [Span],
    /// The passage of the chosen claim that bands lead to.
    pub(super) focus: Option<Span>,
    /// The passage of the chosen claim that is looked at.
    pub(super) looked_at: Option<Span>,
    /// What is selected in this article.
    pub(super) selection: Option<Selection>,
    /// What was looked for.
    pub(super) found: Found<'a>,
    pub(super) theme: Theme,
}

/// Where things that others join on to were drawn.
#[derive(Clone, Copy, Default)]
pub(super) struct Painted {
    /// The chosen claim's passage: the one in focus, or the first in view.
    pub(super) passage: Option<Rect>,
    /// The last row of the selection.
    pub(super) selection: Option<Rect>,
}

/// Draws the column into `area`.
pub(super) fn column_ui(
    ui: &mut Ui,
    column: &Column,
    area: Rect,
    input: &ColumnInput<'_>,
    actions: &mut Vec<Action>,
) -> Painted {
    let id = ui.scope_id().with(("column", input.article.id));
    let mut ui = ui.new_child(UiBuilder::new().max_rect(area));
    ui.shrink_clip_rect(area.expand2(vec2(4.0, 0.0)));
    let mut painted = Painted::default();
    for &(index, top) in &column.seen {
        let place = pos2(area.left(), area.top() + top);
        match (column.blocks.get(index), column.laid_out(index)) {
            (Some(block @ Block::Fold { .. }), _) => {
                fold::fold_ui(&ui, block, (place, column.width()), input, actions);
            }
            (Some(block @ Block::Text { span, .. }), Some(layout)) => {
                let size = vec2(column.width(), layout.height());
                let response = block_response(
                    &ui,
                    id.with(index),
                    Rect::from_min_size(place, size),
                    *span,
                    input,
                );
                handle_pointer(&ui, &response, column, area, input, actions);
                paint_block(ui.painter(), layout, *span, place, input, &mut painted);
                block_menu(&response, block, layout, input, actions);
            }
            _ => {}
        }
    }
    let in_view = |rect: &Rect| rect.intersects(area);
    Painted {
        passage: painted.passage.filter(in_view),
        selection: painted.selection.filter(in_view),
    }
}

fn block_response(
    ui: &Ui,
    id: Id,
    rect: Rect,
    span: Span,
    input: &ColumnInput<'_>,
) -> eframe::egui::Response {
    let response = ui.interact(rect, id, Sense::CLICK | Sense::DRAG);
    response.widget_info(|| WidgetInfo::labeled(Role::Paragraph, true, input.article.quote(span)));
    response
}

fn paint_block(
    painter: &Painter,
    layout: &BlockLayout,
    span: Span,
    place: Pos2,
    input: &ColumnInput<'_>,
    painted: &mut Painted,
) {
    let rows = |span: Span| {
        layout.row_rects(span).into_iter().map(move |rect| rect.translate(place.to_vec2()))
    };
    let theme = &input.theme;
    let is_chosen = |highlight: &Highlight| Some(highlight.claim) == input.chosen;
    let passages: Vec<(Highlight, Vec<Rect>)> = input
        .highlights
        .within(span)
        .map(|highlight| (*highlight, rows(highlight.span).collect()))
        .collect();
    for (highlight, rects) in &passages {
        if highlight.tag.is_some() || is_chosen(highlight) {
            let tint = theme.tag(highlight.tag).tint;
            for row in rects {
                fill(painter, *row, tint);
            }
        }
    }
    for differing in input.differing.iter().filter(|differing| differing.overlap(span) > 0) {
        rows(*differing)
            .for_each(|row| fill(painter, row.expand2(vec2(1.0, 0.0)), theme.differing));
    }
    for found in input.found.within(span) {
        rows(found).for_each(|row| fill(painter, row, theme.found));
    }
    if let Some(selected) = input.selection.map(|selection| selection.span(input.article)) {
        let colour = theme.accent.gamma_multiply(0.28);
        for row in rows(selected) {
            fill(painter, row, colour);
            painted.selection = Some(row);
        }
    }
    if layout.has_bullet {
        let y = layout.galley.rows.first().map_or(0.0, |row| row.row.height() * 0.55);
        painter.circle_filled(place + vec2(4.0, y), 2.0, theme.muted);
    }
    painter.galley(place + vec2(layout.indent, 0.0), layout.galley.clone(), theme.ink);
    for (highlight, rects) in passages {
        let colours = theme.tag(highlight.tag);
        let drop = f32::from(highlight.lane) * LANE - 2.5;
        let line = colours.mark.gamma_multiply(line_strength(&highlight, is_chosen(&highlight)));
        for row in &rects {
            let ends = [row.left_bottom(), row.right_bottom()].map(|end| end + vec2(0.0, drop));
            mark::underline(painter, ends, highlight.tag, line);
        }
        if is_chosen(&highlight) {
            let colour = if highlight.tag.is_some() { colours.mark } else { theme.accent };
            let is_looked_at = Some(highlight.span) == input.looked_at;
            outline(painter, &rects, Stroke::new(if is_looked_at { 3.0 } else { LINE }, colour));
            let is_better = painted.passage.is_none() || Some(highlight.span) == input.focus;
            painted.passage =
                rects.into_iter().reduce(Rect::union).filter(|_| is_better).or(painted.passage);
        }
    }
    for pointed in input.pointed.iter().filter(|pointed| pointed.overlap(span) > 0) {
        for row in rows(*pointed) {
            let ends = [row.left_bottom(), row.right_bottom()];
            painter.line_segment(ends, Stroke::new(2.0, theme.accent));
        }
    }
    if let Some(now) = input.found.now.filter(|now| now.overlap(span) > 0) {
        let rects: Vec<_> = rows(now).collect();
        outline(painter, &rects, Stroke::new(LINE, theme.ink));
    }
}

/// What nobody has decided on yet steps back, and the more so below another line.
const fn line_strength(highlight: &Highlight, is_chosen: bool) -> f32 {
    match (highlight.tag, highlight.lane) {
        _ if is_chosen => 1.0,
        (Some(_), _) => 1.0,
        (None, 0) => 0.75,
        (None, _) => 0.5,
    }
}

fn fill(painter: &Painter, row: Rect, colour: Color32) {
    painter.rect_filled(row.shrink2(vec2(0.0, 2.0)), CornerRadius::same(3), colour);
}

/// Draws one line around rows of text that follow one another.
fn outline(painter: &Painter, rows: &[Rect], stroke: Stroke) {
    let mut from = 0;
    for index in 1..=rows.len() {
        let is_apart = match (rows.get(index - 1), rows.get(index)) {
            (Some(a), Some(b)) => b.left() >= a.right() || b.right() <= a.left(),
            _ => true,
        };
        if is_apart {
            let points = around(rows.get(from..index).unwrap_or_default());
            painter.add(Shape::closed_line(points, stroke));
            from = index;
        }
    }
}

/// The corners of rows that touch, down their right ends and up their left ones.
fn around(rows: &[Rect]) -> Vec<Pos2> {
    let rows: Vec<_> = rows.iter().map(|row| row.expand2(vec2(2.0, 0.0))).collect();
    let down = rows.iter().flat_map(|row| [row.right_top(), row.right_bottom()]);
    let up = rows.iter().rev().flat_map(|row| [row.left_bottom(), row.left_top()]);
    down.chain(up).collect()
}
