//! The pointer over a column: choosing passages, selecting text, the menu at the pointer.

use eframe::egui::{CursorIcon, Id, PointerButton, Pos2, Rect, Response, Ui, vec2};

use super::block::Block;
use super::column::Column;
use super::layout::BlockLayout;
use super::paint::ColumnInput;
use super::selection::{Selection, Unit};
use crate::app::action::Action;
use crate::app::words;
use crate::model::PartKind;

/// Moves the column by the wheel, and along with a selection that is drawn past its edge.
pub(super) fn take_scrolling(ui: &Ui, column: &mut Column, area: Rect, id: Id) {
    if ui.rect_contains_pointer(area.expand2(vec2(14.0, 0.0))) {
        let by = ui.input(|input| input.smooth_scroll_delta().y);
        if by != 0.0 {
            column.scroll.move_by(by);
        }
    }
    let dragged = ui.ctx().dragged_id();
    let is_dragged = |dragged: Id| column.seen.iter().any(|(index, _)| id.with(index) == dragged);
    let pointer = dragged.filter(|dragged| is_dragged(*dragged));
    let Some(pointer) = pointer.and_then(|_| ui.ctx().pointer_latest_pos()) else { return };
    let past = (area.top() - pointer.y).max(0.0) - (pointer.y - area.bottom()).max(0.0);
    if past != 0.0 {
        column.scroll.move_by(past.clamp(-40.0, 40.0) * 0.4);
        ui.ctx().request_repaint();
    }
}

/// Turns what the pointer does over a block into actions.
pub(super) fn handle_pointer(
    ui: &Ui,
    response: &Response,
    column: &Column,
    area: Rect,
    input: &ColumnInput<'_>,
    actions: &mut Vec<Action>,
) {
    let Some(pointer) = response.interact_pointer_pos().or(response.hover_pos()) else { return };
    let Some((offset, is_exact)) = byte_at(column, pointer, area) else { return };
    if response.hovered() {
        let is_passage = input.highlights.claim_at(offset, None).is_some();
        let icon = if is_passage { CursorIcon::PointingHand } else { CursorIcon::Text };
        ui.ctx().set_cursor_icon(icon);
    }
    let begin = |offset, unit| {
        let unit = if is_exact || unit == Unit::Part { unit } else { Unit::Sentence };
        Selection::begin(input.article, offset, unit)
    };
    let select = |selection| Action::SelectText(Some(selection));
    let is_shifted = ui.input(|state| state.modifiers.shift);
    if response.triple_clicked() {
        actions.push(select(begin(offset, Unit::Part)));
    } else if response.double_clicked() {
        actions.push(select(begin(offset, Unit::Word)));
    } else if response.drag_started_by(PointerButton::Primary) {
        let from = ui.input(|state| state.pointer.press_origin()).unwrap_or(pointer);
        let from = byte_at(column, from, area).map_or(offset, |(byte, _)| byte);
        actions.push(select(begin(from, Unit::Character).reaching(input.article, offset)));
    } else if response.dragged_by(PointerButton::Primary) {
        actions.extend(
            input.selection.map(|selection| select(selection.reaching(input.article, offset))),
        );
    } else if response.clicked() && is_shifted {
        let begun = input.selection.unwrap_or_else(|| begin(offset, Unit::Character));
        actions.push(select(begun.reaching(input.article, offset)));
    } else if response.clicked() {
        actions.push(Action::SelectText(None));
        actions.extend(input.highlights.claim_at(offset, input.chosen).map(Action::ChooseClaim));
    }
}

/// The byte below the pointer, and whether places in its block are exact.
fn byte_at(column: &Column, pointer: Pos2, area: Rect) -> Option<(usize, bool)> {
    let y = pointer.y - area.top();
    let text = |(index, _): &&(usize, f32)| column.laid_out(*index).is_some();
    let at = column.seen.iter().filter(text).rev().find(|(_, top)| *top <= y);
    let &(index, top) = at.or_else(|| column.seen.iter().find(text))?;
    let layout = column.laid_out(index)?;
    Some((layout.byte_at(vec2(pointer.x - area.left(), y - top)), layout.has_exact_places()))
}

/// The menu of a block: what can be done with the selection, and with the part itself.
pub(super) fn block_menu(
    response: &Response,
    block: &Block,
    layout: &BlockLayout,
    input: &ColumnInput<'_>,
    actions: &mut Vec<Action>,
) {
    let part = block.parts().end.saturating_sub(1);
    let is_boilerplate =
        input.article.parts.get(part).is_some_and(|part| part.kind == PartKind::Boilerplate);
    if !layout.has_exact_places() {
        response.clone().on_hover_text_at_pointer(words::articles().by_sentences);
    }
    response.context_menu(|ui| {
        let (has_selection, has_claim) = (input.selection.is_some(), input.chosen.is_some());
        crate::app::menu::selection_menu_ui(ui, has_selection, has_claim, actions);
        ui.separator();
        let (label, kind) = if is_boilerplate {
            (words::articles().into_article, PartKind::Paragraph)
        } else {
            (words::articles().out_of_article, PartKind::Boilerplate)
        };
        if ui.button(label).clicked() {
            actions.push(Action::SetPartKind(input.article.id, part, kind));
        }
    });
}
