//! Markers at the edges of a column for passages that are out of view.

use eframe::egui::{
    CornerRadius, CursorIcon, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};

use super::column::{Column, Side};
use crate::app::action::Action;
use crate::app::theme::{SIZE_SMALL, Theme, strong};
use crate::app::words;
use crate::model::{Article, Claim};
use crate::text::Span;

const SIZE: eframe::egui::Vec2 = vec2(44.0, 20.0);

/// The passages on one side of the view: how many, and the one next to the view.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Away {
    count: usize,
    nearest: Span,
}

/// Draws a marker above and one below the text in `area` for the passages of `claim` that are there.
pub(super) fn edges_ui(
    ui: &Ui,
    column: &Column,
    area: Rect,
    (claim, article): (&Claim, &Article),
    actions: &mut Vec<Action>,
) {
    let spans: Vec<_> = claim
        .passages_in(article.id)
        .map(|passage| (passage.span, column.side_of(article, passage.span, area.height())))
        .collect();
    for side in [Side::Above, Side::Below] {
        if let Some(away) = away(&spans, side) {
            let y =
                if side == Side::Above { area.top() + 2.0 } else { area.bottom() - 6.0 - SIZE.y };
            let rect = Rect::from_min_size(pos2(area.right() - SIZE.x, y), SIZE);
            if marker_ui(ui, rect, (article, side), away) {
                actions.push(Action::ShowPlace(article.id, away.nearest.start()));
            }
        }
    }
}

fn away(spans: &[(Span, Side)], side: Side) -> Option<Away> {
    let there = spans.iter().filter(|(_, at)| *at == side).map(|(span, _)| *span);
    let nearest = match side {
        Side::Below => there.clone().min(),
        _ => there.clone().max(),
    };
    Some(Away { count: there.count(), nearest: nearest? })
}

/// A button that points up or down; whether it was pressed.
fn marker_ui(ui: &Ui, rect: Rect, (article, side): (&Article, Side), away: Away) -> bool {
    let theme = Theme::of(ui.ctx());
    let id = ui.scope_id().with(("edge", article.id, side as u8));
    let response = ui.interact(rect, id, Sense::click()).on_hover_cursor(CursorIcon::PointingHand);
    let words = words::articles();
    let name = match side {
        Side::Above => words::counted(away.count, words.one_above, words.many_above),
        _ => words::counted(away.count, words.one_below, words.many_below),
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let painter = ui.painter();
    let fill = if response.hovered() { theme.chosen } else { theme.panel };
    let stroke = Stroke::new(1.0, theme.accent);
    painter.rect(rect, CornerRadius::same(10), fill, stroke, StrokeKind::Inside);
    let (tip, base) = if side == Side::Above { (-3.5, 2.5) } else { (3.5, -2.5) };
    let centre = pos2(rect.left() + 14.0, rect.center().y);
    let points = [vec2(-4.5, base), vec2(4.5, base), vec2(0.0, tip)].map(|by| centre + by);
    painter.add(Shape::convex_polygon(points.to_vec(), theme.accent, Stroke::NONE));
    let at = pos2(rect.left() + 24.0, rect.center().y);
    let align = eframe::egui::Align2::LEFT_CENTER;
    painter.text(at, align, away.count.to_string(), strong(SIZE_SMALL), theme.accent);
    response.on_hover_text(name).clicked()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_passage_on_each_side_is_told_with_the_count() {
        let at = |start, side| (Span::new(start, start + 5), side);
        let spans = [
            at(0, Side::Above),
            at(10, Side::Above),
            at(30, Side::Within),
            at(50, Side::Below),
            at(90, Side::Below),
        ];
        let nearest = |side| away(&spans, side).map(|away| (away.count, away.nearest.start()));
        assert_eq!(nearest(Side::Above), Some((2, 10)));
        assert_eq!(nearest(Side::Below), Some((2, 50)));
        assert_eq!(away(spans.get(2..3).expect("one is left"), Side::Below), None);
    }
}
