//! Which articles share an origin, as a tree.

use eframe::egui::{Rect, Stroke, Ui, pos2, vec2};

use super::View;
use super::card::{TITLE, line, link, numbered, title_ui};
use super::values::Family;
use crate::analysis::{Degree, Families};
use crate::app::action::Action;
use crate::app::origin;
use crate::app::theme::{Theme, plain};
use crate::app::view::ClaimFilter;
use crate::app::words;
use crate::model::{Article, Project};

/// Height of a line.
const ROW: f32 = 24.0;
/// What a second line adds to it.
const LINE: f32 = 17.0;
/// How far each level stands in.
const INDENT: f32 = 20.0;

/// Draws the tree.
pub(super) fn families_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let words = words::overview();
    title_ui(ui, words.families);
    if view.values.families.is_empty() {
        ui.label(eframe::egui::RichText::new(words.looking).color(Theme::of(ui.ctx()).muted));
    }
    let project = view.session.project();
    ui.spacing_mut().item_spacing.y = 0.0;
    for family in &view.values.families {
        family_ui(ui, family, project, view.kinship, actions);
        ui.add_space(6.0);
    }
}

fn family_ui(
    ui: &mut Ui,
    family: &Family,
    project: &Project,
    kinship: &Families,
    actions: &mut Vec<Action>,
) {
    let theme = Theme::of(ui.ctx());
    let words = words::overview();
    let count = family.articles.len();
    let title = words::fill(words.family, &[&family.number]);
    let beside = if count > 1 { words::fill(words.family_of, &[&count]) } else { String::new() };
    let top = ui.cursor().top();
    let response = node_ui(ui, 0.0, &title, &beside);
    if response.clicked() {
        let filter = ClaimFilter { family: Some(family.number), ..ClaimFilter::default() };
        actions.push(Action::ShowClaims(Box::new(filter)));
    }
    for (index, id) in family.articles.iter().enumerate() {
        let Some(article) = project.article(*id) else { continue };
        let date = article.metadata.published.map(|date| format!(" · {}", words::date(date)));
        let number = project.article_index(*id).unwrap_or_default();
        let name = format!("{}{}", numbered(number, article), date.unwrap_or_default());
        let origin = has_from_others(family, index, article, project, kinship);
        let response = node_ui(ui, INDENT, &name, &origin);
        if response.clicked() {
            let filter = ClaimFilter { article: Some(*id), ..ClaimFilter::default() };
            actions.push(Action::ShowClaims(Box::new(filter)));
        }
    }
    let left = ui.min_rect().left() + 6.0;
    let branch = Rect::from_min_max(pos2(left, top + ROW), pos2(left, ui.cursor().top() - 6.0));
    ui.painter().vline(left, branch.y_range(), Stroke::new(2.0, theme.hairline));
}

/// A line of the tree: its name, and what is said of it beside the name or, without room, below.
fn node_ui(ui: &mut Ui, indent: f32, name: &str, beside: &str) -> eframe::egui::Response {
    let theme = Theme::of(ui.ctx());
    let spoken = [name, beside].join(" ");
    let spoken = spoken.trim_end();
    let room = ui.available_width() - indent;
    let width_of =
        |text: &str| ui.painter().layout_no_wrap(text.to_owned(), plain(TITLE), theme.ink).size().x;
    let (name_width, beside_width) = (width_of(name), width_of(beside));
    let is_below = !beside.is_empty() && name_width + 8.0 + beside_width > room;
    let height = if is_below { ROW + LINE } else { ROW };
    let response = link(ui, vec2(indent + room, height), spoken);
    let rect = response.rect;
    let colour = if response.hovered() { theme.accent } else { theme.ink };
    let at = pos2(rect.left() + indent, rect.top() + ROW / 2.0);
    line(ui.painter(), at, name, colour, room);
    let next = if is_below { vec2(0.0, LINE) } else { vec2(name_width + 8.0, 0.0) };
    line(ui.painter(), at + next, beside, theme.muted, room - next.x);
    let is_cut = name_width > room || (is_below && beside_width > room);
    if is_cut { response.on_hover_text(spoken) } else { response }
}

/// What is said beside an article: what it has from others.
fn has_from_others(
    family: &Family,
    index: usize,
    article: &Article,
    project: &Project,
    kinship: &Families,
) -> String {
    if family.articles.len() == 1 {
        return alone(article, project, kinship);
    }
    if index == 0 && family.has_earliest {
        return words::overview().earliest.to_owned();
    }
    origin::origin(project, article, kinship).unwrap_or_default()
}

/// What is said of an article that is alone in its family.
fn alone(article: &Article, project: &Project, kinship: &Families) -> String {
    let words = words::overview();
    let others = project.articles.iter().filter(|other| other.id != article.id);
    let mut quoting =
        others.filter(|other| kinship.degree(other.id, article.id) == Degree::SharesQuotations);
    quoting.next().map_or_else(
        || words.independent.to_owned(),
        |other| words::fill(words.quotes_with, &[&origin::name(project, other)]),
    )
}
