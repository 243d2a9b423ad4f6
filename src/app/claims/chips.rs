//! The filters of the claims list, as round buttons with counts.

use std::cmp::Reverse;

use eframe::egui::{
    Popup, PopupCloseBehavior, Response, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, vec2,
};

use super::facets::Facets;
use crate::app::action::Action;
use crate::app::mark;
use crate::app::theme::{SIZE_SMALL, Theme, plain};
use crate::app::view::{ClaimFilter, Facet};
use crate::app::words;
use crate::app::workbench::Workbench;
use crate::model::{Project, Tag};
use crate::session::Session;

/// How many reasons have a chip of their own before they are filtered by.
const REASONS: usize = 2;

/// Draws the chips.
pub(crate) fn chips_ui(ui: &mut Ui, bench: &Workbench, actions: &mut Vec<Action>) {
    let Some(project) = bench.session.as_ref().map(Session::project) else { return };
    let (filter, facets) = (&bench.view.filter, bench.listing.facets());
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        let is_everything = ClaimFilter { text: String::new(), ..filter.clone() }.is_narrow();
        let all = format!("{} {}", words::list().all, words::number(facets.all));
        if chip_ui(ui, &all, None, !is_everything).clicked() {
            actions.push(Action::ShowAllClaims);
        }
        for facet in chips(filter, facets) {
            let text = format!("{} {}", name(&facet, project), words::number(facets.count(&facet)));
            let tag = if let Facet::Tag(tag) = facet { Some(tag) } else { None };
            if chip_ui(ui, &text, tag.flatten(), filter.is_on(&facet)).clicked() {
                actions.push(Action::Filter(facet));
            }
        }
        let more = chip_ui(ui, words::list().more, None, false);
        Popup::menu(&more)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .show(|ui| more_ui(ui, filter, facets, project, actions));
    });
}

/// The facets that have a chip: every tag, what is filtered by, and the commonest reasons.
fn chips(filter: &ClaimFilter, facets: &Facets) -> Vec<Facet> {
    let tags = Tag::ALL.into_iter().map(Some).chain([None]).map(Facet::Tag);
    let (on, off): (Vec<_>, Vec<_>) = facets
        .all()
        .filter(|(facet, _)| !matches!(facet, Facet::Tag(_)))
        .partition(|(facet, _)| filter.is_on(facet));
    let mut reasons: Vec<_> =
        off.into_iter().filter(|(facet, _)| matches!(facet, Facet::Reason(_))).collect();
    reasons.sort_by_key(|(_, count)| Reverse(*count));
    let others = on.into_iter().chain(reasons.into_iter().take(REASONS));
    let beside = filter.beside.map(Facet::Beside);
    tags.chain(others.map(|(facet, _)| facet.clone())).chain(beside).collect()
}

/// What a facet is called.
pub(super) fn name(facet: &Facet, project: &Project) -> String {
    match facet {
        Facet::Tag(tag) => words::tag_title(*tag).to_owned(),
        Facet::Reason(kind) => words::reason_word(*kind),
        Facet::Article(article) | Facet::Beside(article) => {
            let article = project.article(*article);
            article.map(|article| article.short_name().to_owned()).unwrap_or_default()
        }
        Facet::Family(family) => words::fill(words::inspector().family, &[family]),
        Facet::Label(label) => label.clone(),
        Facet::Reviewer(reviewer) => {
            let reviewer = project.reviewer(*reviewer);
            reviewer.map(|reviewer| reviewer.name.clone()).unwrap_or_default()
        }
        Facet::Note => words::list().has_note.to_owned(),
    }
}

/// Everything else to filter by, under headings.
fn more_ui(
    ui: &mut Ui,
    filter: &ClaimFilter,
    facets: &Facets,
    project: &Project,
    actions: &mut Vec<Action>,
) {
    ui.set_min_width(220.0);
    let theme = Theme::of(ui.ctx());
    let mut heading = "";
    ScrollArea::vertical().max_height(420.0).min_scrolled_height(420.0).show(ui, |ui| {
        for (facet, count) in facets.all() {
            let Some(kind) = heading_of(facet) else { continue };
            if kind != heading {
                ui.label(super::heading(kind, &theme));
                heading = kind;
            }
            let text = format!("{}  {}", name(facet, project), words::number(count));
            if ui.selectable_label(filter.is_on(facet), text).clicked() {
                actions.push(Action::Filter(facet.clone()));
            }
        }
        if heading.is_empty() {
            ui.label(words::list().nothing_more);
        }
    });
}

/// The heading a facet stands under; `None` for tags, which have their chips.
fn heading_of(facet: &Facet) -> Option<&'static str> {
    let words = words::list();
    match facet {
        Facet::Tag(_) => None,
        Facet::Reason(_) => Some(words.reasons),
        Facet::Article(_) | Facet::Beside(_) => Some(words.articles),
        Facet::Family(_) => Some(words.families),
        Facet::Label(_) => Some(words.labels),
        Facet::Reviewer(_) => Some(words.reviewers),
        Facet::Note => Some(words.notes),
    }
}

/// A round button, with a tag's mark before its words where there is one.
pub(crate) fn chip_ui(ui: &mut Ui, text: &str, tag: Option<Tag>, is_on: bool) -> Response {
    let theme = Theme::of(ui.ctx());
    let colour = if is_on { theme.accent } else { theme.ink };
    let words = ui.painter().layout_no_wrap(text.to_owned(), plain(SIZE_SMALL), colour);
    let indent = if tag.is_some() { 14.0 } else { 0.0 };
    let size = vec2(words.size().x + indent + 18.0, 22.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_on, text));
    let fill = match (is_on, response.hovered()) {
        (true, _) => theme.chosen,
        (false, true) => theme.background,
        (false, false) => theme.panel,
    };
    let is_marked = is_on || response.has_focus();
    let line = Stroke::new(1.0, if is_marked { theme.accent } else { theme.hairline });
    ui.painter().rect(rect, 11, fill, line, StrokeKind::Inside);
    if let Some(tag) = tag {
        let centre = rect.left_center() + vec2(15.0, 0.0);
        ui.painter().add(mark::shape(centre, 8.0, Some(tag), theme.tag(Some(tag)).mark));
    }
    let place = rect.left_center() + vec2(9.0 + indent, -words.size().y / 2.0);
    ui.painter().galley(place, words, colour);
    response
}
