//! How much of each article stands in claims.

use eframe::egui::{CornerRadius, Pos2, Rect, RichText, Role, Ui, WidgetInfo, pos2, vec2};

use super::View;
use super::card::{line, link_at, numbered, title_ui};
use super::values::Coverage;
use crate::app::action::Action;
use crate::app::mark;
use crate::app::theme::{SIZE_SMALL, Theme, plain};
use crate::app::view::{ClaimFilter, TagFilter};
use crate::app::words;
use crate::model::Tag;
use crate::storage::settings::MainView;

/// Height of an article's name and bar.
const ROW: f32 = 48.0;
const BAR: f32 = 10.0;

/// Draws a bar for each article.
pub(super) fn coverage_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let words = words::overview();
    title_ui(ui, words.coverage);
    if view.known.version == 0 {
        ui.label(RichText::new(words::unchecked().reading).color(Theme::of(ui.ctx()).muted));
        return;
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    for coverage in &view.values.coverage {
        article_ui(ui, view, coverage, actions);
    }
    legend_ui(ui);
}

fn article_ui(ui: &mut Ui, view: &View<'_>, coverage: &Coverage, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    let words = words::overview();
    let project = view.session.project();
    let Some(index) = project.article_index(coverage.article) else { return };
    let Some(article) = project.articles.get(index) else { return };
    let size = vec2(ui.available_width(), ROW);
    let (rect, _) = ui.allocate_exact_size(size, eframe::egui::Sense::hover());
    let count = words::fill(words.covered, &[&coverage.stated(), &coverage.total]);
    let count = ui.painter().layout_no_wrap(count, plain(SIZE_SMALL), theme.muted);
    let top = rect.top() + 10.0;
    let width = count.size().x;
    let at = pos2(rect.right() - width, top - count.size().y / 2.0);
    ui.painter().galley(at, count, theme.muted);
    let title = Rect::from_min_size(rect.min, vec2(rect.width() - width - 12.0, 20.0));
    let name = article.short_name();
    let response = link_at(ui, title, ("covered article", article.id), name);
    let colour = if response.hovered() { theme.accent } else { theme.ink };
    let numbered = numbered(index, article);
    line(ui.painter(), pos2(rect.left(), top), &numbered, colour, title.width());
    if response.on_hover_text(name).clicked() {
        let filter = ClaimFilter { article: Some(article.id), ..ClaimFilter::default() };
        actions.push(Action::ShowClaims(Box::new(filter)));
    }
    let bar = Rect::from_min_size(pos2(rect.left(), rect.top() + 24.0), vec2(rect.width(), BAR));
    bar_ui(ui, bar, coverage, name, actions);
}

fn bar_ui(ui: &Ui, bar: Rect, coverage: &Coverage, name: &str, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    let words = words::overview();
    ui.painter().rect_filled(bar, CornerRadius::same(2), theme.untagged.tint);
    let total = coverage.total.max(1) as f32;
    let mut left = bar.left();
    let stated = Coverage::TAGS.into_iter().zip(coverage.counts);
    for (tag, count) in stated.filter(|(_, count)| *count > 0) {
        let width = count as f32 / total * bar.width();
        let place = Rect::from_min_size(pos2(left, bar.top()), vec2(width, BAR));
        let word = match tag {
            Some(Tag::Agreed) => words.in_agreed,
            Some(Tag::Disputed) => words.in_disputed,
            Some(Tag::Unique) => words.in_unique,
            None => words.in_untagged,
        };
        let hint = words::fill(words.share, &[&name, &count, &word]);
        let response = link_at(ui, place, ("covered", coverage.article, tag), &hint);
        let shape = if response.hovered() { place.expand2(vec2(0.0, 2.0)) } else { place };
        let colours = theme.tag(tag);
        // What nobody has tagged yet stands back behind what is done.
        let strength = if tag.is_some() { 1.0 } else { 0.45 };
        let colour = theme.untagged.tint.lerp_to_gamma(colours.mark, strength);
        ui.painter().rect_filled(shape.with_max_x(shape.right() - 1.0), 1, colour);
        if response.on_hover_text(hint).clicked() {
            let filter = ClaimFilter {
                article: Some(coverage.article),
                tag: TagFilter::Only(tag),
                ..ClaimFilter::default()
            };
            actions.push(Action::ShowClaims(Box::new(filter)));
        }
        left += width;
    }
    let rest = coverage.total - coverage.stated();
    if rest > 0 {
        let place = Rect::from_min_max(pos2(left, bar.top()), bar.max);
        let hint = words::fill(words.share, &[&name, &rest, &words.in_no_claim]);
        let response = link_at(ui, place, ("uncovered", coverage.article), &hint);
        if response.on_hover_text(hint).clicked() {
            actions.push(Action::Show(MainView::Unchecked));
        }
    }
}

/// What the pieces of the bars stand for.
fn legend_ui(ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    let words = words::overview();
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(14.0, 4.0);
        for tag in Coverage::TAGS {
            let word = tag.map_or(words.legend_untagged, words::tag_word);
            let centre = legend_item_ui(ui, word);
            ui.painter().add(mark::shape(centre, 9.0, tag, theme.tag(tag).mark));
        }
        let centre = legend_item_ui(ui, words.legend_none);
        let blank = Rect::from_center_size(centre, vec2(10.0, 10.0));
        ui.painter().rect_filled(blank, 1, theme.untagged.tint);
    });
}

/// A word of the legend; where the middle of its sign is.
fn legend_item_ui(ui: &mut Ui, word: &str) -> Pos2 {
    let muted = Theme::of(ui.ctx()).muted;
    let galley = ui.painter().layout_no_wrap(word.to_owned(), plain(SIZE_SMALL), muted);
    let size = vec2(galley.size().x + 15.0, 18.0);
    let (rect, response) = ui.allocate_exact_size(size, eframe::egui::Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, word));
    let at = pos2(rect.left() + 15.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, muted);
    pos2(rect.left() + 5.0, rect.center().y)
}
