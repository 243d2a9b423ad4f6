//! What the articles differ in, by kind.

use std::cmp::Reverse;

use eframe::egui::{Align2, CornerRadius, Rect, RichText, Ui, pos2, vec2};

use super::View;
use super::card::{line, link, title_ui};
use crate::app::action::Action;
use crate::app::claims::Facets;
use crate::app::theme::{SIZE_SMALL, Theme, strong};
use crate::app::view::{ClaimFilter, Facet};
use crate::app::words;
use crate::model::ReasonKind;

/// Height of a line, width of the names and of the numbers.
const ROW: f32 = 26.0;
const NAMES: f32 = 96.0;
const NUMBERS: f32 = 34.0;

/// Draws a bar for each kind of difference.
pub(super) fn reasons_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let words = words::overview();
    let theme = Theme::of(ui.ctx());
    title_ui(ui, words.differences);
    let reasons = reasons(view.facets);
    if reasons.is_empty() {
        ui.label(RichText::new(words.no_differences).color(theme.muted));
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    let most = reasons.iter().map(|(_, count)| *count).max().unwrap_or(1) as f32;
    for (kind, count) in reasons {
        let name = words::reason(kind);
        let number = words::number(count);
        let response = link(ui, vec2(ui.available_width(), ROW), &format!("{name} {number}"));
        let rect = response.rect;
        let colour = if response.hovered() { theme.accent } else { theme.ink };
        line(ui.painter(), rect.left_center(), name, colour, NAMES - 8.0);
        let room = rect.width() - NAMES - NUMBERS;
        let bar = Rect::from_min_size(
            pos2(rect.left() + NAMES, rect.center().y - 4.0),
            vec2((room * count as f32 / most).max(2.0), 8.0),
        );
        ui.painter().rect_filled(bar, CornerRadius::same(2), theme.disputed.mark);
        let at = pos2(bar.right() + 8.0, rect.center().y);
        ui.painter().text(at, Align2::LEFT_CENTER, number, strong(SIZE_SMALL), theme.ink);
        if response.clicked() {
            let filter = ClaimFilter { reason: Some(kind), ..ClaimFilter::default() };
            actions.push(Action::ShowClaims(Box::new(filter)));
        }
    }
}

/// In how many claims each kind of difference was found, those found most first.
fn reasons(facets: &Facets) -> Vec<(ReasonKind, usize)> {
    let count = |kind| (kind, facets.count(&Facet::Reason(kind)));
    let mut counts: Vec<_> = ReasonKind::ALL.into_iter().map(count).collect();
    counts.retain(|(_, count)| *count > 0);
    counts.sort_by_key(|(_, count)| Reverse(*count));
    counts
}
