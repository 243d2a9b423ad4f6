//! The matrix itself: what is in view of it, with header and claims standing still.

use eframe::egui::{Rect, ScrollArea, Sense, Stroke, Ui, pos2, vec2};

use super::place::{Columns, HEADER, ROW, offset_showing, offset_showing_article, rows};
use super::row::RowInput;
use super::{header, row};
use crate::app::action::Action;
use crate::app::theme::Theme;
use crate::app::workbench::Workbench;
use crate::model::ClaimId;

/// Draws the matrix; the row of `scroll_to` is brought into view.
pub(super) fn table_ui(
    ui: &mut Ui,
    bench: &mut Workbench,
    scroll_to: Option<ClaimId>,
    actions: &mut Vec<Action>,
) {
    let Workbench { session: Some(session), view, listing, matrix, known, kinship, .. } = bench
    else {
        return;
    };
    matrix.refresh(session, known);
    let project = session.project();
    let space = ui.available_size();
    let columns = Columns::new(space.x, project.articles.len());
    let count = listing.claims().len();
    let mut area = ScrollArea::both().auto_shrink(false).animated(false);
    if let Some(row) = scroll_to.and_then(|claim| listing.row_of(claim)) {
        let down = offset_showing(row, matrix.offset.1, space.y);
        let column = matrix.column.and_then(|id| project.article_index(id));
        let right = column.map_or(matrix.offset.0, |index| {
            offset_showing_article(index, &columns, matrix.offset.0, space.x)
        });
        area = area.scroll_offset(vec2(right, down));
    }
    let size = vec2(columns.total(), HEADER + ROW * count as f32);
    let shown = area.show_viewport(ui, |ui, viewport| {
        let (whole, _) = ui.allocate_exact_size(size, Sense::hover());
        let window = Rect::from_min_size(whole.min + viewport.min.to_vec2(), viewport.size());
        let theme = Theme::of(ui.ctx());
        for index in rows(viewport.top(), viewport.height(), count) {
            let Some(claim) = listing.claim_in(project, index) else { continue };
            let top = whole.top() + HEADER + ROW * index as f32;
            let column = matrix.column();
            let input = RowInput {
                claim,
                project,
                column,
                apart: listing.apart(claim.id),
                cells: matrix.cells(claim, session, known),
                is_chosen: view.chosen == Some(claim.id),
                columns,
                seen: columns.seen(viewport.left(), viewport.width()),
            };
            let line = Rect::from_min_size(pos2(whole.left(), top), vec2(size.x, ROW));
            row::row_ui(ui, line, window, &input, actions);
        }
        chosen_line(ui, whole, window, view.chosen.and_then(|id| listing.row_of(id)), &theme);
        header::header_ui(ui, whole, window, &columns, project, kinship, count);
    });
    let offset = shown.state.clamped_offset();
    matrix.offset = (offset.x, offset.y);
}

/// The lines above and below the chosen row.
fn chosen_line(ui: &Ui, whole: Rect, window: Rect, row: Option<usize>, theme: &Theme) {
    let Some(row) = row else { return };
    let top = whole.top() + HEADER + ROW * row as f32;
    let below = Rect::from_min_max(pos2(window.left(), window.top() + HEADER), window.max);
    let painter = ui.painter_at(below.expand2(vec2(0.0, 1.0)));
    let across = window.left()..=window.right().min(whole.right());
    for y in [top - 0.5, top + ROW - 0.5] {
        painter.hline(across.clone(), y, Stroke::new(2.0, theme.accent));
    }
}
