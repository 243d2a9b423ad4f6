//! One article, as a column of blocks.

use std::collections::{BTreeMap, BTreeSet};

use eframe::egui::{
    self, Color32, CornerRadius, CursorIcon, Id, Pos2, Rect, Response, Role, Sense, Shape, Stroke,
    Ui, WidgetInfo, pos2, vec2,
};

use super::block::{Block, blocks};
use super::highlight::{Highlight, Highlights};
use super::layout::{BlockLayout, LayoutStyle};
use super::scroll::Scroll;
use super::selection::{Selection, Unit};
use crate::app::action::Action;
use crate::app::mark;
use crate::app::theme::{SIZE_SMALL, Theme, plain};
use crate::model::{Article, ClaimId, PartKind, Project};
use crate::text::Span;

/// How many laid-out blocks a column keeps beyond those in view, to either side.
const KEPT: usize = 60;
/// Height of the line that stands for folded boilerplate, gap below it included.
const FOLD_HEIGHT: f32 = 38.0;

/// What a column remembers from one frame to the next.
#[derive(Default)]
pub(super) struct Column {
    blocks: Vec<Block>,
    pub(super) scroll: Scroll,
    pub(super) highlights: Highlights,
    layouts: BTreeMap<usize, BlockLayout>,
    style: Option<LayoutStyle>,
    /// The project's state and the open folds that `blocks` and `highlights` were made of.
    made_of: Option<(u64, BTreeSet<usize>)>,
}

/// What one frame of a column needs to know.
pub(super) struct ColumnInput<'a> {
    pub(super) article: &'a Article,
    pub(super) chosen: Option<ClaimId>,
    /// Words of this article that differ in the chosen claim.
    pub(super) differing: &'a [Span],
    /// The passage of the chosen claim that bands lead to.
    pub(super) focus: Option<Span>,
    pub(super) selection: Option<Selection>,
    pub(super) theme: Theme,
}

impl Column {
    /// Brings blocks and highlights up to date with the project.
    pub(super) fn refresh(
        &mut self,
        project: &Project,
        article: &Article,
        state: u64,
        open: &BTreeSet<usize>,
    ) {
        if self.made_of.as_ref().is_some_and(|(made, folds)| *made == state && folds == open) {
            return;
        }
        self.made_of = Some((state, open.clone()));
        self.highlights = Highlights::of(project, article.id);
        let blocks = blocks(article, open);
        if blocks != self.blocks {
            self.blocks = blocks;
            self.layouts.clear();
            self.estimate();
        }
    }

    /// Lays everything out anew where the style is another.
    pub(super) fn restyle(&mut self, style: LayoutStyle) {
        if self.style != Some(style) {
            self.style = Some(style);
            self.layouts.clear();
            self.estimate();
        }
    }

    /// Starts with estimated heights, standing at the block it stood at.
    fn estimate(&mut self) {
        let Some(style) = self.style else { return };
        let heights = self.blocks.iter().map(|block| match block {
            Block::Fold { .. } => FOLD_HEIGHT,
            Block::Text { .. } => style.estimate(block) + style.gap(),
        });
        self.scroll.replace_heights(heights.collect());
    }

    /// Where byte `offset` stands below the article's top, as far as heights are known.
    pub(super) fn offset_of(&mut self, ui: &Ui, article: &Article, offset: usize) -> Option<f32> {
        let index = self.block_of(offset)?;
        let top = self.layout(ui, article, index)?.row_top(offset);
        Some(self.scroll.offset_of(index) + top)
    }

    /// Puts the row of byte `offset` at `y` below the top of the view.
    pub(super) fn align(&mut self, ui: &Ui, article: &Article, offset: usize, y: f32) {
        let Some(index) = self.block_of(offset) else { return };
        let Some(top) = self.layout(ui, article, index).map(|layout| layout.row_top(offset)) else {
            return;
        };
        self.scroll.put(index, y - top);
    }

    /// The first part of the run of boilerplate that hides byte `offset`.
    pub(super) fn fold_hiding(&self, article: &Article, offset: usize) -> Option<usize> {
        let part = article.part_at(offset)?;
        self.blocks.iter().find_map(|block| match block {
            Block::Fold { parts, is_open: false, .. } if parts.contains(&part) => Some(parts.start),
            _ => None,
        })
    }

    fn block_of(&self, offset: usize) -> Option<usize> {
        self.blocks
            .iter()
            .position(|block| block.span().is_some_and(|span| span.contains_offset(offset)))
    }

    fn layout(&mut self, ui: &Ui, article: &Article, index: usize) -> Option<&BlockLayout> {
        let block = self.blocks.get(index)?;
        let (span, style) = (block.span()?, self.style?);
        let make = || BlockLayout::new(ui, article, span, block, &style);
        Some(self.layouts.entry(index).or_insert_with(make))
    }

    /// Draws the column into `area` and returns the rectangle of the chosen claim's
    /// passage that bands lead to: the one in focus, or the first in view.
    pub(super) fn column_ui(
        &mut self,
        ui: &mut Ui,
        area: Rect,
        input: &ColumnInput<'_>,
        actions: &mut Vec<Action>,
    ) -> Option<Rect> {
        let id = ui.scope_id().with(("column", input.article.id));
        self.take_wheel(ui, area);
        self.follow_drag(ui, id, area);
        let seen = self.settle(ui, input.article, area.height());
        let mut ui = ui.new_child(egui::UiBuilder::new().max_rect(area));
        ui.shrink_clip_rect(area.expand2(vec2(4.0, 0.0)));
        let mut chosen = None;
        for &(index, top) in &seen {
            let place = pos2(area.left(), area.top() + top);
            match self.blocks.get(index) {
                Some(Block::Fold { .. }) => self.fold_ui(&mut ui, index, place, input, actions),
                Some(Block::Text { .. }) => {
                    let response = self.block_response(&mut ui, id, index, place, input);
                    self.handle_pointer(&ui, &response, area, &seen, input, actions);
                    let passages = self.paint_block(&ui, index, place, input);
                    for (span, rect) in
                        passages.into_iter().filter(|(_, rect)| rect.intersects(area))
                    {
                        if chosen.is_none() || Some(span) == input.focus {
                            chosen = Some(rect);
                        }
                    }
                    block_menu(&response, index, &self.blocks, input, actions);
                }
                None => {}
            }
        }
        chosen
    }

    fn take_wheel(&mut self, ui: &Ui, area: Rect) {
        let is_here = ui.rect_contains_pointer(area.expand2(vec2(14.0, 0.0)));
        if is_here {
            let by = ui.input(|input| input.smooth_scroll_delta().y);
            if by != 0.0 {
                self.scroll.move_by(by);
            }
        }
    }

    /// A selection drawn past the edge of the view takes the text along.
    fn follow_drag(&mut self, ui: &Ui, id: Id, area: Rect) {
        let is_dragged = ui
            .ctx()
            .dragged_id()
            .is_some_and(|dragged| (0..self.blocks.len()).any(|index| id.with(index) == dragged));
        let Some(pointer) = ui.ctx().pointer_latest_pos().filter(|_| is_dragged) else { return };
        let past = (area.top() - pointer.y).max(0.0) - (pointer.y - area.bottom()).max(0.0);
        if past != 0.0 {
            self.scroll.move_by(past.clamp(-40.0, 40.0) * 0.4);
            ui.ctx().request_repaint();
        }
    }

    fn settle(&mut self, ui: &Ui, article: &Article, view: f32) -> Vec<(usize, f32)> {
        let gap = self.style.map_or(0.0, |style| style.gap());
        let mut scroll = std::mem::take(&mut self.scroll);
        let seen = scroll.settle(view, |index| match self.layout(ui, article, index) {
            Some(layout) => layout.height() + gap,
            None => FOLD_HEIGHT,
        });
        self.scroll = scroll;
        if let (Some(first), Some(last)) = (seen.first(), seen.last()) {
            let kept = first.0.saturating_sub(KEPT)..=last.0 + KEPT;
            self.layouts.retain(|index, _| kept.contains(index));
        }
        seen
    }

    fn block_response(
        &self,
        ui: &mut Ui,
        id: Id,
        index: usize,
        place: Pos2,
        input: &ColumnInput<'_>,
    ) -> Response {
        let Some(layout) = self.layouts.get(&index) else {
            return ui.interact(Rect::NOTHING, id.with(index), Sense::hover());
        };
        let width = self.style.map_or(0.0, |style| style.width);
        let rect = Rect::from_min_size(place, vec2(width, layout.height()));
        let response = ui.interact(rect, id.with(index), Sense::click_and_drag());
        let span = self.blocks.get(index).and_then(Block::span).unwrap_or_default();
        response
            .widget_info(|| WidgetInfo::labeled(Role::Paragraph, true, input.article.quote(span)));
        response
    }

    fn handle_pointer(
        &self,
        ui: &Ui,
        response: &Response,
        area: Rect,
        seen: &[(usize, f32)],
        input: &ColumnInput<'_>,
        actions: &mut Vec<Action>,
    ) {
        let Some(pointer) = response.interact_pointer_pos().or(response.hover_pos()) else {
            return;
        };
        let Some((offset, is_exact)) = self.byte_at(pointer, area, seen) else { return };
        if response.hovered() {
            let is_passage = self.highlights.claim_at(offset, None).is_some();
            ui.ctx().set_cursor_icon(if is_passage {
                CursorIcon::PointingHand
            } else {
                CursorIcon::Text
            });
        }
        let begin = |unit| {
            Selection::begin(input.article, offset, if is_exact { unit } else { Unit::Part })
        };
        let is_shifted = ui.input(|state| state.modifiers.shift);
        let own = input.selection.filter(|selection| selection.article == input.article.id);
        if response.triple_clicked() {
            actions.push(Action::SelectText(Some(begin(Unit::Part))));
        } else if response.double_clicked() {
            actions.push(Action::SelectText(Some(begin(Unit::Word))));
        } else if response.drag_started_by(egui::PointerButton::Primary) {
            let from = ui.input(|state| state.pointer.press_origin()).unwrap_or(pointer);
            let from = self.byte_at(from, area, seen).map_or(offset, |(byte, _)| byte);
            let unit = if is_exact { Unit::Character } else { Unit::Part };
            let begun = Selection::begin(input.article, from, unit);
            actions.push(Action::SelectText(Some(begun.reaching(offset))));
        } else if response.dragged_by(egui::PointerButton::Primary) {
            actions
                .extend(own.map(|selection| Action::SelectText(Some(selection.reaching(offset)))));
        } else if response.clicked() && is_shifted {
            actions.push(Action::SelectText(Some(
                own.unwrap_or_else(|| begin(Unit::Character)).reaching(offset),
            )));
        } else if response.clicked() {
            actions.push(Action::SelectText(None));
            actions.extend(self.highlights.claim_at(offset, input.chosen).map(Action::ChooseClaim));
        }
    }

    /// The byte below the pointer, and whether places in its block are exact.
    fn byte_at(&self, pointer: Pos2, area: Rect, seen: &[(usize, f32)]) -> Option<(usize, bool)> {
        let y = pointer.y - area.top();
        let text = |(index, _): &&(usize, f32)| self.layouts.contains_key(index);
        let at = seen.iter().filter(text).rev().find(|(_, top)| *top <= y);
        let &(index, top) = at.or_else(|| seen.iter().find(text))?;
        let layout = self.layouts.get(&index)?;
        Some((layout.byte_at(vec2(pointer.x - area.left(), y - top)), layout.has_exact_places))
    }

    fn paint_block(
        &self,
        ui: &Ui,
        index: usize,
        place: Pos2,
        input: &ColumnInput<'_>,
    ) -> Vec<(Span, Rect)> {
        let (Some(layout), Some(span)) =
            (self.layouts.get(&index), self.blocks.get(index).and_then(Block::span))
        else {
            return Vec::new();
        };
        let theme = &input.theme;
        let painter = ui.painter();
        let rows = |span: Span| {
            layout.row_rects(span).into_iter().map(move |rect| rect.translate(place.to_vec2()))
        };
        let is_chosen = |highlight: &Highlight| Some(highlight.claim) == input.chosen;
        let here: Vec<_> = self.highlights.within(span).copied().collect();
        for highlight in
            here.iter().filter(|highlight| highlight.tag.is_some() || is_chosen(highlight))
        {
            let tint = theme.tag(highlight.tag).tint;
            rows(highlight.span).for_each(|row| fill(painter, row, tint));
        }
        for differing in input.differing.iter().filter(|differing| differing.overlap(span) > 0) {
            rows(*differing)
                .for_each(|row| fill(painter, row.expand2(vec2(1.0, 0.0)), theme.differing));
        }
        if let Some(selected) =
            input.selection.filter(|selection| selection.article == input.article.id)
        {
            let colour = theme.accent.gamma_multiply(0.28);
            rows(selected.span(input.article)).for_each(|row| fill(painter, row, colour));
        }
        if layout.has_bullet {
            let y = layout.galley.rows.first().map_or(0.0, |row| row.row.height() * 0.55);
            painter.circle_filled(place + vec2(4.0, y), 2.0, theme.muted);
        }
        painter.galley(place + vec2(layout.indent, 0.0), layout.galley.clone(), theme.ink);
        let mut chosen = Vec::new();
        for highlight in &here {
            let colour = theme.tag(highlight.tag).mark;
            let rects: Vec<_> = rows(highlight.span).collect();
            for row in &rects {
                let y = row.bottom() - 2.5;
                mark::underline(
                    painter,
                    pos2(row.left(), y),
                    pos2(row.right(), y),
                    highlight.tag,
                    colour,
                );
            }
            if is_chosen(highlight) {
                outline(
                    painter,
                    &rects,
                    if highlight.tag.is_some() { colour } else { theme.accent },
                );
                let whole = rects.into_iter().reduce(Rect::union);
                chosen.extend(whole.map(|rect| (highlight.span, rect)));
            }
        }
        chosen
    }

    fn fold_ui(
        &self,
        ui: &mut Ui,
        index: usize,
        place: Pos2,
        input: &ColumnInput<'_>,
        actions: &mut Vec<Action>,
    ) {
        let Some(Block::Fold { parts, is_open, words }) = self.blocks.get(index) else { return };
        let width = self.style.map_or(0.0, |style| style.width);
        let rect = Rect::from_min_size(place, vec2(width, FOLD_HEIGHT - 10.0));
        let response = ui.interact(
            rect,
            ui.scope_id().with(("fold", input.article.id, parts.start)),
            Sense::click(),
        );
        let count = parts.len();
        let lines = if count == 1 { "1 line".to_owned() } else { format!("{count} lines") };
        let state = if *is_open { "open" } else { "folded" };
        let text = format!("{words} · {lines} {state}");
        response.widget_info(|| {
            WidgetInfo::labeled(Role::Button, true, format!("Not part of the article: {text}"))
        });
        let theme = &input.theme;
        let line = Stroke::new(1.0, if response.hovered() { theme.muted } else { theme.hairline });
        let corners = [
            rect.left_top(),
            rect.right_top(),
            rect.right_bottom(),
            rect.left_bottom(),
            rect.left_top(),
        ];
        ui.painter().extend(Shape::dashed_line(&corners, line, 4.0, 3.0));
        triangle(ui, pos2(rect.left() + 11.0, rect.center().y), *is_open, theme.muted);
        let mut job =
            egui::text::LayoutJob::simple_singleline(text, plain(SIZE_SMALL), theme.muted);
        job.wrap = egui::text::TextWrapping::truncate_at_width(width - 30.0);
        let galley = ui.painter().layout_job(job);
        ui.painter().galley(
            pos2(rect.left() + 22.0, rect.center().y - galley.size().y / 2.0),
            galley,
            theme.muted,
        );
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        if response.on_hover_text("What belongs to the page and not to the article").clicked() {
            actions.push(Action::ToggleFold(input.article.id, parts.start));
        }
    }
}

fn block_menu(
    response: &Response,
    index: usize,
    blocks: &[Block],
    input: &ColumnInput<'_>,
    actions: &mut Vec<Action>,
) {
    let Some(part) = blocks.get(index).map(|block| block.parts().end.saturating_sub(1)) else {
        return;
    };
    let is_boilerplate =
        input.article.parts.get(part).is_some_and(|part| part.kind == PartKind::Boilerplate);
    response.context_menu(|ui| {
        crate::app::menu::selection_menu_ui(
            ui,
            input.selection.is_some(),
            input.chosen.is_some(),
            actions,
        );
        ui.separator();
        let (label, kind) = if is_boilerplate {
            ("Take into the article", PartKind::Paragraph)
        } else {
            ("Mark as not part of the article", PartKind::Boilerplate)
        };
        if ui.button(label).clicked() {
            actions.push(Action::SetPartKind(input.article.id, part, kind));
        }
    });
}

fn fill(painter: &egui::Painter, row: Rect, colour: Color32) {
    painter.rect_filled(row.shrink2(vec2(0.0, 2.0)), CornerRadius::same(3), colour);
}

fn triangle(ui: &Ui, centre: Pos2, is_open: bool, colour: Color32) {
    let points = if is_open {
        [vec2(-4.0, -2.0), vec2(4.0, -2.0), vec2(0.0, 3.0)]
    } else {
        [vec2(-2.0, -4.0), vec2(3.0, 0.0), vec2(-2.0, 4.0)]
    };
    ui.painter().add(Shape::convex_polygon(
        points.map(|by| centre + by).to_vec(),
        colour,
        Stroke::NONE,
    ));
}

/// Draws one line around rows of text that follow one another.
fn outline(painter: &egui::Painter, rows: &[Rect], colour: Color32) {
    let mut from = 0;
    for index in 1..=rows.len() {
        let is_apart = match (rows.get(index - 1), rows.get(index)) {
            (Some(a), Some(b)) => b.left() >= a.right() || b.right() <= a.left(),
            _ => true,
        };
        if is_apart {
            let points = around(rows.get(from..index).unwrap_or_default());
            painter.add(Shape::closed_line(points, Stroke::new(1.6, colour)));
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
