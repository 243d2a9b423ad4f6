//! The list of sentences, by article.

use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{
    Align2, Role, ScrollArea, Sense, Stroke, TextFormat, Ui, WidgetInfo, pos2, vec2,
};

use super::{Unchecked, choices};
use crate::app::action::Action;
use crate::app::mark;
use crate::app::theme::{PANEL_MARGIN, SIZE_BODY, SIZE_SMALL, Theme, plain, serif, strong};
use crate::app::words;
use crate::model::{Article, Place, Project};
use crate::session::Session;
use crate::text::collapse_white_space;

/// Height of a row.
const ROW: f32 = 38.0;
/// Size of the sentences' type.
const SIZE: f32 = 14.5;

/// A row of the list.
#[derive(Clone, Copy)]
enum Row<'a> {
    /// An article, with how many of its sentences follow.
    Article(&'a Article, usize),
    /// A sentence.
    Sentence(Place),
}

/// Draws the list.
pub(super) fn rows_ui(
    ui: &mut Ui,
    session: &Session,
    unchecked: &mut Unchecked,
    actions: &mut Vec<Action>,
) {
    let rows = rows(session.project(), unchecked.shown(session));
    let chosen = unchecked.chosen(session);
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    let mut area = ScrollArea::vertical().auto_shrink(false).animated(false);
    if std::mem::take(&mut unchecked.scrolls) {
        let at = |row: &Row<'_>| matches!(row, Row::Sentence(place) if Some(*place) == chosen);
        let view = ui.available_height();
        let id = ui.make_persistent_id("unchecked sentences");
        let before = ui.data(|data| data.get_temp::<f32>(id)).unwrap_or(0.0);
        if let Some(row) = rows.iter().position(at) {
            let top = row as f32 * ROW;
            let offset = before.clamp((top + 2.0 * ROW - view).max(0.0), (top - ROW).max(0.0));
            area = area.vertical_scroll_offset(offset);
        }
    }
    let shown = area.show_rows(ui, ROW, rows.len(), |ui, range| {
        for row in rows.get(range).unwrap_or_default() {
            match row {
                Row::Article(article, count) => article_ui(ui, article, *count),
                Row::Sentence(place) => {
                    sentence_ui(ui, session.project(), *place, chosen, unchecked, actions);
                }
            }
        }
    });
    let id = ui.make_persistent_id("unchecked sentences");
    ui.data_mut(|data| data.insert_temp(id, shown.state.clamped_offset().y));
}

/// The sentences below the articles they stand in.
fn rows<'a>(project: &'a Project, places: &[Place]) -> Vec<Row<'a>> {
    let mut rows = Vec::with_capacity(places.len() + project.articles.len());
    for article in &project.articles {
        let own = places.iter().filter(|place| place.article == article.id);
        let count = own.clone().count();
        if count > 0 {
            rows.push(Row::Article(article, count));
            rows.extend(own.map(|place| Row::Sentence(*place)));
        }
    }
    rows
}

fn article_ui(ui: &mut Ui, article: &Article, count: usize) {
    let theme = Theme::of(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let name = format!("{} {}", article.short_name(), words::number(count));
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &name));
    let left = pos2(rect.left() + f32::from(PANEL_MARGIN), rect.bottom() - 10.0);
    let painter = ui.painter();
    let title =
        painter.text(left, Align2::LEFT_BOTTOM, article.short_name(), strong(SIZE_BODY), theme.ink);
    let beside = pos2(title.right() + 8.0, left.y);
    painter.text(beside, Align2::LEFT_BOTTOM, words::number(count), plain(SIZE_SMALL), theme.muted);
    painter.hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, theme.hairline));
}

fn sentence_ui(
    ui: &mut Ui,
    project: &Project,
    place: Place,
    chosen: Option<Place>,
    unchecked: &Unchecked,
    actions: &mut Vec<Action>,
) {
    let theme = Theme::of(ui.ctx());
    let Some(article) = project.article(place.article) else { return };
    let is_chosen = chosen == Some(place);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let sentence = collapse_white_space(article.quote(place.span));
    let name = words::fill(words::unchecked().sentence, &[&article.short_name(), &sentence]);
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_chosen, &name));
    if is_chosen {
        ui.painter().rect_filled(rect, 0, theme.chosen);
        ui.painter().rect_filled(rect.with_max_x(rect.left() + 3.0), 0, theme.accent);
    } else if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, 0, theme.background);
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, theme.hairline));
    let mark_at = pos2(rect.left() + 24.0, rect.center().y);
    mark::paint(ui.painter(), mark_at, 14.0, None, &theme);
    let room = if is_chosen { buttons_ui(ui, rect, unchecked, actions) } else { rect.right() };
    let left = rect.left() + 42.0;
    let mut job = LayoutJob::default();
    job.append(&sentence, 0.0, TextFormat::simple(serif(SIZE), theme.ink));
    job.wrap = TextWrapping::truncate_at_width((room - 12.0 - left).max(0.0));
    let galley = ui.painter().layout_job(job);
    let top = rect.center().y - galley.size().y / 2.0;
    ui.painter().galley(pos2(left, top), galley, theme.ink);
    if response.clicked() {
        actions.push(Action::ChooseSentence(Some(place)));
    }
}

/// The buttons of the chosen row; where they begin.
fn buttons_ui(
    ui: &mut Ui,
    row: eframe::egui::Rect,
    unchecked: &Unchecked,
    actions: &mut Vec<Action>,
) -> f32 {
    let area = row.shrink2(vec2(8.0, 4.0));
    let layout = eframe::egui::Layout::right_to_left(eframe::egui::Align::Center);
    let mut inside = ui.new_child(eframe::egui::UiBuilder::new().max_rect(area).layout(layout));
    inside.spacing_mut().item_spacing.x = 6.0;
    for (name, command) in choices(unchecked).into_iter().rev() {
        let button = eframe::egui::Button::new(name).shortcut_text(command.keys_text());
        if inside.add(button).clicked() {
            actions.push(Action::Command(command));
        }
    }
    inside.min_rect().left()
}
