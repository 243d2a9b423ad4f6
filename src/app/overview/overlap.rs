//! Article × article: which share of their claims two articles have in common.

use eframe::egui::{Align2, Color32, Rect, Sense, Ui, lerp, pos2, vec2};

use super::View;
use super::card::{line, link_at, numbered, title_ui};
use super::values::Overlap;
use crate::app::action::Action;
use crate::app::theme::{CORNER_MARK, SIZE_SMALL, Theme, strong};
use crate::app::view::ClaimFilter;
use crate::app::words;
use crate::model::Article;

/// Height of a row, least and greatest width of a column.
const ROW: f32 = 40.0;
const LEAST: f32 = 38.0;
const WIDEST: f32 = 64.0;
/// Between cells.
const GAP: f32 = 3.0;
/// How much of the width the names at the left have at least, where the columns allow it.
const NAMES: f32 = 0.36;

/// Draws the heat map.
pub(super) fn overlap_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    title_ui(ui, words::overview().overlap);
    let articles = &view.session.project().articles;
    let count = articles.len();
    let room = ui.available_width();
    let width = (room * (1.0 - NAMES) / count.max(1) as f32).clamp(LEAST, WIDEST).floor();
    let beside = (room - width * count as f32).max(room * NAMES).round();
    let size = vec2(beside + width * count as f32, 24.0 + ROW * count as f32);
    let (whole, _) = ui.allocate_exact_size(size, Sense::hover());
    names_ui(ui, whole, beside, width, articles);
    for (row, overlaps) in view.values.overlaps.iter().enumerate() {
        for (column, overlap) in overlaps.iter().enumerate() {
            let at = vec2(beside + width * column as f32, 24.0 + ROW * row as f32);
            let place = Rect::from_min_size(whole.min + at, vec2(width - GAP, ROW - GAP));
            match (overlap, articles.get(row), articles.get(column)) {
                (Some(overlap), Some(a), Some(b)) => {
                    cell_ui(ui, place, *overlap, (a, b), actions);
                }
                _ => {
                    let theme = Theme::of(ui.ctx());
                    ui.painter().rect_filled(place, CORNER_MARK, theme.untagged.tint);
                }
            }
        }
    }
}

/// The articles with their numbers at the left, the numbers alone above; both tell the whole name to a
/// pointer that rests on them.
fn names_ui(ui: &Ui, whole: Rect, beside: f32, width: f32, articles: &[Article]) {
    let theme = Theme::of(ui.ctx());
    for (index, article) in articles.iter().enumerate() {
        let above = pos2(whole.left() + beside + width * index as f32, whole.top());
        let above = Rect::from_min_size(above, vec2(width - GAP, 22.0));
        let left = pos2(whole.left(), whole.top() + 24.0 + ROW * index as f32);
        let left = Rect::from_min_size(left, vec2(beside - 8.0, ROW - GAP));
        let number = (index + 1).to_string();
        let name = numbered(index, article);
        ui.painter().text(
            above.center(),
            Align2::CENTER_CENTER,
            number,
            strong(SIZE_SMALL),
            theme.muted,
        );
        line(ui.painter(), left.left_center(), &name, theme.ink, left.width());
        for (place, side) in [(above, "above"), (left, "left")] {
            let id = ui.scope_id().with(("overlapping", article.id, side));
            ui.interact(place, id, Sense::hover()).on_hover_text(&name);
        }
    }
}

fn cell_ui(
    ui: &Ui,
    place: Rect,
    overlap: Overlap,
    (a, b): (&Article, &Article),
    actions: &mut Vec<Action>,
) {
    let theme = Theme::of(ui.ctx());
    let words = words::overview();
    let percent = (overlap.share() * 100.0).round() as usize;
    let name = words::fill(
        words.overlap_hint,
        &[&a.short_name(), &b.short_name(), &overlap.shared, &overlap.least],
    );
    let response = link_at(ui, place, ("overlap", a.id, b.id), &name);
    let fill = heat(&theme, overlap.share());
    ui.painter().rect_filled(place, CORNER_MARK, fill);
    let colour = if overlap.share() > 0.5 { theme.on_accent } else { theme.ink };
    let text = words::fill(words.percent, &[&percent]);
    ui.painter().text(place.center(), Align2::CENTER_CENTER, text, strong(SIZE_SMALL), colour);
    if response.on_hover_text(name).clicked() {
        actions.push(Action::ShowClaims(Box::new(ClaimFilter {
            article: Some(a.id),
            beside: Some(b.id),
            ..ClaimFilter::default()
        })));
    }
}

/// From the panel's quietest tint to the accent; the upper half of the shares is set off, so that
/// words stand out on either side.
fn heat(theme: &Theme, share: f32) -> Color32 {
    let strength = if share > 0.5 { lerp(0.82..=1.0, (share - 0.5) * 2.0) } else { share * 0.5 };
    theme.untagged.tint.lerp_to_gamma(theme.accent, strength)
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::Context;

    #[test]
    fn more_in_common_is_hotter() {
        let theme = Theme::of(&Context::default());
        let distance = |share: f32| {
            let (a, b) = (heat(&theme, share), theme.accent);
            [(a.r(), b.r()), (a.g(), b.g()), (a.b(), b.b())]
                .map(|(x, y)| x.abs_diff(y))
                .iter()
                .map(|d| u32::from(*d))
                .sum::<u32>()
        };
        let shares = [0.0, 0.2, 0.4, 0.5, 0.6, 0.8, 1.0];
        let distances: Vec<_> = shares.into_iter().map(distance).collect();
        assert!(distances.windows(2).all(|pair| pair[0] >= pair[1]), "{distances:?}");
        assert_eq!(distances.last(), Some(&0));
    }
}
