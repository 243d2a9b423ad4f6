//! The filters of the claims list, as round buttons with counts.

use std::cmp::Reverse;
use std::sync::Arc;

use eframe::egui::{
    Button, Color32, Galley, Popup, PopupCloseBehavior, Response, RichText, Role, ScrollArea,
    Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

use super::facets::Facets;
use crate::app::action::Action;
use crate::app::mark;
use crate::app::menu::lay_out_menu;
use crate::app::theme::{SIZE_SMALL, Theme, plain};
use crate::app::view::{ClaimFilter, Facet};
use crate::app::words;
use crate::app::workbench::Workbench;
use crate::model::{Project, Tag};
use crate::session::Session;

/// How many reasons have a chip of their own before they are filtered by, at the most.
const REASONS: usize = 2;

/// The chips take no more rows than that, as far as they can.
const ROWS: usize = 2;
/// How wide the list of all filters is.
const MENU: f32 = 320.0;
/// Between two chips.
const GAP: f32 = 6.0;

/// How the chips of the tags are named.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Naming {
    /// By mark and word.
    Words,
    /// By the mark alone.
    Marks,
}

/// What the chips can be drawn as, the most telling first: how tags are named, and how many reasons.
const FORMS: [(Naming, usize); 5] = [
    (Naming::Words, REASONS),
    (Naming::Words, 1),
    (Naming::Words, 0),
    (Naming::Marks, REASONS),
    (Naming::Marks, 1),
];
const SHORTEST: (Naming, usize) = (Naming::Marks, 0);

/// Draws the chips.
pub(crate) fn chips_ui(ui: &mut Ui, bench: &Workbench, actions: &mut Vec<Action>) {
    let Some(project) = bench.session.as_ref().map(Session::project) else { return };
    let (filter, facets) = (&bench.view.filter, bench.listing.facets());
    let room = ui.available_width();
    let made = |form: &(Naming, usize)| {
        let all = Chip::plain(&format!("{} {}", words::list().all, words::number(facets.all)));
        let rest = chips(filter, facets, form.1).into_iter().map(|facet| {
            let chip = Chip::of(&facet, facets.count(&facet), project, form.0);
            (Some(facet), chip)
        });
        std::iter::once((None, all)).chain(rest).collect::<Vec<_>>()
    };
    let more = Chip::plain(words::list().more);
    let fits = |form: &&(Naming, usize)| {
        let chips = made(form);
        let chips = chips.iter().map(|(_, chip)| chip).chain([&more]);
        rows(chips.map(|chip| chip.width(ui)), room) <= ROWS
    };
    let form = FORMS.iter().find(fits).unwrap_or(&SHORTEST);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(GAP, GAP);
        let is_everything = ClaimFilter { text: String::new(), ..filter.clone() }.is_narrow();
        for (facet, chip) in made(form) {
            let is_on = facet.as_ref().map_or(!is_everything, |facet| filter.is_on(facet));
            if chip.draw_ui(ui, is_on).clicked() {
                actions.push(facet.map_or(Action::ShowAllClaims, Action::Filter));
            }
        }
        let more = more.draw_ui(ui, false);
        Popup::menu(&more)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .show(|ui| more_ui(ui, filter, facets, project, actions));
    });
}

/// How many rows chips of these widths take.
fn rows(widths: impl Iterator<Item = f32>, room: f32) -> usize {
    let (mut rows, mut used) = (1, 0.0);
    for width in widths {
        if used > 0.0 && used + GAP + width > room {
            rows += 1;
            used = width;
        } else {
            used += if used > 0.0 { GAP + width } else { width };
        }
    }
    rows
}

/// The facets that have a chip: every tag, what is filtered by, and so many of the commonest reasons.
fn chips(filter: &ClaimFilter, facets: &Facets, most: usize) -> Vec<Facet> {
    let tags = Tag::ALL.into_iter().map(Some).chain([None]).map(Facet::Tag);
    let (on, off): (Vec<_>, Vec<_>) = facets
        .all()
        .filter(|(facet, _)| !matches!(facet, Facet::Tag(_)))
        .partition(|(facet, _)| filter.is_on(facet));
    let mut reasons: Vec<_> =
        off.into_iter().filter(|(facet, _)| matches!(facet, Facet::Reason(_))).collect();
    reasons.sort_by_key(|(_, count)| Reverse(*count));
    let others = on.into_iter().chain(reasons.into_iter().take(most));
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
    lay_out_menu(ui);
    ui.set_max_width(MENU);
    let theme = Theme::of(ui.ctx());
    let mut heading = "";
    ScrollArea::vertical().max_height(420.0).min_scrolled_height(420.0).show(ui, |ui| {
        for (facet, count) in facets.all() {
            let Some(kind) = heading_of(facet) else { continue };
            if kind != heading {
                heading_ui(ui, kind, &theme);
                heading = kind;
            }
            let count = RichText::new(words::number(count)).color(theme.muted);
            let item = Button::selectable(filter.is_on(facet), name(facet, project));
            if ui.add(item.right_text(count).truncate()).clicked() {
                actions.push(Action::Filter(facet.clone()));
            }
        }
        if heading.is_empty() {
            ui.label(words::list().nothing_more);
        }
    });
}

/// What stands above the facets of a kind, where their names begin.
fn heading_ui(ui: &mut Ui, kind: &str, theme: &Theme) {
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        ui.add_space(ui.spacing().button_padding.x);
        ui.label(super::heading(kind, theme));
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
    let mark = tag.map_or(Mark::None, |tag| Mark::Of(Some(tag)));
    Chip { text: text.to_owned(), name: text.to_owned(), mark }.draw_ui(ui, is_on)
}

/// What stands before the words of a chip.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Mark {
    None,
    /// The mark of a tag, or of none.
    Of(Option<Tag>),
}

/// What a chip shows and is called.
struct Chip {
    text: String,
    name: String,
    mark: Mark,
}

/// Between a chip's edge and what stands in it, and the room of a mark.
const EDGE: f32 = 9.0;
const INDENT: f32 = 14.0;

impl Chip {
    fn plain(text: &str) -> Self {
        Self { text: text.to_owned(), name: text.to_owned(), mark: Mark::None }
    }

    /// The chip of a facet that so many claims have.
    fn of(facet: &Facet, count: usize, project: &Project, naming: Naming) -> Self {
        let count = words::number(count);
        let name = format!("{} {count}", name(facet, project));
        match (facet, naming) {
            (Facet::Tag(tag), Naming::Marks) => Self { text: count, name, mark: Mark::Of(*tag) },
            (Facet::Tag(Some(tag)), Naming::Words) => {
                Self { text: name.clone(), name, mark: Mark::Of(Some(*tag)) }
            }
            _ => Self::plain(&name),
        }
    }

    fn laid_out(&self, ui: &Ui, colour: Color32) -> Arc<Galley> {
        ui.painter().layout_no_wrap(self.text.clone(), plain(SIZE_SMALL), colour)
    }

    fn indent(&self) -> f32 {
        if self.mark == Mark::None { 0.0 } else { INDENT }
    }

    fn width(&self, ui: &Ui) -> f32 {
        let ink = Theme::of(ui.ctx()).ink;
        self.laid_out(ui, ink).size().x + self.indent() + 2.0 * EDGE
    }

    fn draw_ui(&self, ui: &mut Ui, is_on: bool) -> Response {
        let theme = Theme::of(ui.ctx());
        let colour = if is_on { theme.accent } else { theme.ink };
        let words = self.laid_out(ui, colour);
        let size = vec2(self.width(ui), 22.0);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_on, &self.name));
        let fill = match (is_on, response.hovered()) {
            (true, _) => theme.chosen,
            (false, true) => theme.background,
            (false, false) => theme.panel,
        };
        let is_marked = is_on || response.has_focus();
        let line = Stroke::new(1.0, if is_marked { theme.accent } else { theme.hairline });
        ui.painter().rect(rect, 11, fill, line, StrokeKind::Inside);
        if let Mark::Of(tag) = self.mark {
            let centre = rect.left_center() + vec2(15.0, 0.0);
            ui.painter().add(mark::shape(centre, 8.0, tag, theme.tag(tag).mark));
        }
        let place = rect.left_center() + vec2(EDGE + self.indent(), -words.size().y / 2.0);
        ui.painter().galley(place, words, colour);
        if self.text == self.name { response } else { response.on_hover_text(&self.name) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chip_that_does_not_fit_begins_a_row() {
        assert_eq!(rows([50.0, 44.0].into_iter(), 100.0), 1);
        assert_eq!(rows([50.0, 45.0].into_iter(), 100.0), 2);
        assert_eq!(rows([200.0, 10.0, 84.0].into_iter(), 100.0), 2, "one may be wider than all");
    }
}
