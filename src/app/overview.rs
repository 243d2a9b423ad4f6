//! The whole review at a glance: counts, coverage, overlap, families, figures. Every piece leads to
//! its claims.

mod card;
mod counts;
mod coverage;
mod families;
mod figures;
mod overlap;
mod reasons;
mod values;

use eframe::egui::{Frame, Margin, Rect, RichText, ScrollArea, Ui, UiBuilder, pos2, vec2};

use self::values::{Values, values};
use super::action::Action;
use super::claims::Facets;
use super::known::Known;
use super::theme::{SIZE_HEADING, Theme, strong};
use super::words;
use super::workbench::Workbench;
use crate::analysis::Families;
use crate::session::Session;

/// Between the cards and around them.
const GAP: f32 = 16.0;
/// Height of the card with the counts, where they stand in one row.
const COUNTS: f32 = 104.0;
/// A view that is narrower has two columns of cards, and a yet narrower one a single column.
const WIDE: f32 = 1_520.0;
const NARROW: f32 = 1_080.0;
/// How much of the width the cards beside the figures have in a wide view, and in one that is not; they
/// have room for the names of the articles.
const SHARE: f32 = 0.54;
const SMALL_SHARE: f32 = 0.38;
const LEAST: f32 = 440.0;

/// What the overview remembers: its values and what they were made of.
#[derive(Default)]
pub(crate) struct Overview {
    values: Values,
    made_of: Option<(u64, u64, Families)>,
}

impl Overview {
    /// Derives the values anew where the project, the articles or the families are others.
    fn refresh(&mut self, session: &Session, known: &Known, kinship: &Families) {
        let is_made = self.made_of.as_ref().is_some_and(|(state, version, families)| {
            (*state, *version) == (session.state(), known.version) && families == kinship
        });
        if !is_made {
            self.values = values(session.project(), &known.sentences, &known.figures, kinship);
            self.made_of = Some((session.state(), known.version, kinship.clone()));
        }
    }
}

/// Draws the overview.
pub(crate) fn overview_ui(ui: &mut Ui, bench: &mut Workbench, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    let Workbench { session: Some(session), overview, listing, known, kinship, unchecked, .. } =
        bench
    else {
        return;
    };
    if session.project().articles.is_empty() {
        return empty_ui(ui, &theme);
    }
    overview.refresh(session, known, kinship);
    let (facets, values) = (listing.facets(), &overview.values);
    let unchecked = unchecked.count();
    let view = View { session, facets, known, kinship, values, unchecked };
    let whole = ui.available_rect_before_wrap();
    ui.painter().rect_filled(whole, 0, theme.background);
    match whole.width() {
        width if width < NARROW => one_column_ui(ui, whole, &view, actions),
        width if width < WIDE => two_columns_ui(ui, whole, &view, actions),
        _ => spread_ui(ui, &Places::new(whole.shrink(GAP)), &view, actions),
    }
}

/// The cards side by side; each scrolls by itself.
fn spread_ui(ui: &mut Ui, places: &Places, view: &View<'_>, actions: &mut Vec<Action>) {
    place_ui(ui, places.counts, |ui| counts::counts_ui(ui, view, actions));
    place_ui(ui, places.overlap, |ui| {
        card::card_ui(ui, "overlap", |ui| kin_ui(ui, view, actions));
    });
    place_ui(ui, places.coverage, |ui| {
        card::card_ui(ui, "coverage", |ui| shares_ui(ui, view, actions));
    });
    place_ui(ui, places.figures, |ui| figures::figures_ui(ui, view, actions));
}

/// The figures beside all other cards, which scroll as a whole.
fn two_columns_ui(ui: &mut Ui, whole: Rect, view: &View<'_>, actions: &mut Vec<Action>) {
    let inner = whole.shrink(GAP);
    let split = inner.left() + ((inner.width() - GAP) * SMALL_SHARE).round().max(LEAST);
    column_ui(ui, whole.with_max_x(split + GAP), |ui| {
        card::stacked_ui(ui, |ui| counts::counts_ui(ui, view, actions));
        card::stacked_ui(ui, |ui| kin_ui(ui, view, actions));
        card::stacked_ui(ui, |ui| shares_ui(ui, view, actions));
    });
    let right = inner.with_min_x(split + GAP);
    place_ui(ui, right, |ui| figures::figures_ui(ui, view, actions));
}

/// All cards one below the other.
fn one_column_ui(ui: &mut Ui, whole: Rect, view: &View<'_>, actions: &mut Vec<Action>) {
    column_ui(ui, whole, |ui| {
        card::stacked_ui(ui, |ui| counts::counts_ui(ui, view, actions));
        card::stacked_ui(ui, |ui| {
            let height = figures::height(view).min(whole.height() - 4.0 * GAP);
            let size = vec2(ui.available_width(), height);
            ui.allocate_ui(size, |ui| figures::figures_ui(ui, view, actions));
        });
        card::stacked_ui(ui, |ui| kin_ui(ui, view, actions));
        card::stacked_ui(ui, |ui| shares_ui(ui, view, actions));
    });
}

/// A column of cards that scrolls, with a gap to either side.
fn column_ui(ui: &mut Ui, whole: Rect, add: impl FnOnce(&mut Ui)) {
    let place = whole.shrink2(vec2(GAP, 0.0));
    let mut inside = ui.new_child(UiBuilder::new().max_rect(place));
    ScrollArea::vertical().auto_shrink(false).show(&mut inside, |ui| {
        ui.add_space(GAP);
        add(ui);
    });
}

/// What the articles have in common.
fn kin_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    overlap::overlap_ui(ui, view, actions);
    ui.add_space(GAP);
    families::families_ui(ui, view, actions);
}

/// How much of them is in claims, and what they differ in.
fn shares_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    coverage::coverage_ui(ui, view, actions);
    ui.add_space(GAP);
    reasons::reasons_ui(ui, view, actions);
}

/// What the cards draw from.
pub(super) struct View<'a> {
    session: &'a Session,
    facets: &'a Facets,
    known: &'a Known,
    kinship: &'a Families,
    values: &'a Values,
    /// How many sentences are in no claim; `None` while that is not known.
    unchecked: Option<usize>,
}

/// Where the cards stand in a wide view.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Places {
    counts: Rect,
    overlap: Rect,
    coverage: Rect,
    figures: Rect,
}

impl Places {
    fn new(whole: Rect) -> Self {
        let split = whole.left() + ((whole.width() - GAP) * SHARE).round();
        let counts = Rect::from_min_max(whole.min, pos2(split, whole.top() + COUNTS));
        let below = Rect::from_min_max(
            pos2(whole.left(), counts.bottom() + GAP),
            pos2(split, whole.bottom()),
        );
        let middle = (below.left() + (below.width() - GAP) / 2.0).round();
        Self {
            counts,
            overlap: below.with_max_x(middle),
            coverage: below.with_min_x(middle + GAP),
            figures: Rect::from_min_max(pos2(split + GAP, whole.top()), whole.max),
        }
    }
}

fn place_ui(ui: &mut Ui, place: Rect, add: impl FnOnce(&mut Ui)) {
    let theme = Theme::of(ui.ctx());
    let mut inside = ui.new_child(UiBuilder::new().max_rect(place));
    card::frame_ui(&inside, place, &theme);
    inside.shrink_clip_rect(place);
    Frame::new().inner_margin(Margin::symmetric(16, 12)).show(&mut inside, add);
}

fn empty_ui(ui: &mut Ui, theme: &Theme) {
    let words = words::overview();
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.3);
        ui.label(RichText::new(words.nothing).font(strong(SIZE_HEADING)));
        ui.label(RichText::new(words.nothing_hint).color(theme.muted));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cards_stand_apart_and_fill_the_view() {
        for size in [vec2(WIDE - 2.0 * GAP, 400.0), vec2(1_888.0, 900.0)] {
            let whole = Rect::from_min_size(pos2(16.0, 90.0), size);
            let Places { counts, overlap, coverage, figures } = Places::new(whole);
            let cards = [counts, overlap, coverage, figures];
            for (index, card) in cards.iter().enumerate() {
                assert!(whole.contains_rect(*card), "{card:?} is in {whole:?}");
                assert!(card.width() > 200.0 && card.height() > 100.0, "{card:?}");
                for other in &cards[index + 1..] {
                    assert!(!card.expand(GAP / 2.0 - 1.0).intersects(*other), "{card:?} {other:?}");
                }
            }
        }
    }
}
