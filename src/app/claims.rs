//! The list of claims, with its search and its filters.

use eframe::egui::{
    self, Align, Frame, Label, Margin, RichText, Sense, Stroke, TextEdit, Ui, vec2,
};
use egui_extras::{Column, TableBuilder};

use super::action::Action;
use super::command::Command;
use super::mark;
use super::theme::{CLAIM_ROW, PANEL_MARGIN, SIZE_BODY, SIZE_SMALL, Theme, plain, strong};
use super::view::{TagFilter, has_reason, listed};
use super::words;
use super::workbench::Workbench;
use crate::model::{ArticleId, Claim, Project, ReasonKind, Tag};
use crate::session::Session;

/// Draws the search field, the filters and the list.
pub(crate) fn claims_ui(ui: &mut Ui, bench: &mut Workbench, actions: &mut Vec<Action>) {
    Frame::new().inner_margin(Margin::symmetric(PANEL_MARGIN, 10)).show(ui, |ui| {
        search_ui(ui, bench);
        filters_ui(ui, bench, actions);
    });
    ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), line(ui));
    let scroll_to = bench.list.scroll_to.take();
    let Some(session) = &bench.session else { return };
    let claims = listed(session.project(), &bench.view.filter);
    if claims.is_empty() {
        return empty_ui(ui, session.project(), bench.view.filter.is_narrow(), actions);
    }
    let row = scroll_to.and_then(|claim| claims.iter().position(|listed| listed.id == claim));
    table_ui(ui, bench, &claims, row, actions);
}

fn line(ui: &Ui) -> Stroke {
    Stroke::new(1.0, Theme::of(ui.ctx()).hairline)
}

fn search_ui(ui: &mut Ui, bench: &mut Workbench) {
    let field = TextEdit::singleline(&mut bench.view.filter.text)
        .hint_text(words::list().find_hint)
        .desired_width(f32::INFINITY)
        .margin(Margin::symmetric(8, 6));
    let response = ui.add(field);
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::Role::SearchInput, true, words::list().find)
    });
    if std::mem::take(&mut bench.list.search_takes_focus) {
        response.request_focus();
    }
    if response.has_focus() && ui.input(|input| input.key_pressed(egui::Key::Escape)) {
        bench.view.filter.text.clear();
        response.surrender_focus();
    }
    if response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter)) {
        bench.list.scroll_to = bench.view.chosen;
    }
}

fn filters_ui(ui: &mut Ui, bench: &Workbench, actions: &mut Vec<Action>) {
    let Some(project) = bench.session.as_ref().map(Session::project) else { return };
    let filter = &bench.view.filter;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        let all = format!("{} {}", words::list().all, words::number(project.claims.len()));
        if chip_ui(ui, &all, None, filter.tag == TagFilter::All) {
            actions.push(Action::FilterByTag(TagFilter::All));
        }
        for tag in Tag::ALL.into_iter().map(Some).chain([None]) {
            let text = format!("{} {}", words::tag_title(tag), words::number(project.count(tag)));
            if chip_ui(ui, &text, tag, filter.tag == TagFilter::Only(tag)) {
                actions.push(Action::FilterByTag(TagFilter::Only(tag)));
            }
        }
        for kind in ReasonKind::ALL {
            let count = project.claims.iter().filter(|claim| has_reason(claim, kind)).count();
            let is_on = filter.reason == Some(kind);
            if (count > 0 || is_on)
                && chip_ui(
                    ui,
                    &format!("{} {count}", words::reason(kind).to_lowercase()),
                    None,
                    is_on,
                )
            {
                actions.push(Action::FilterByReason(if is_on { None } else { Some(kind) }));
            }
        }
    });
}

/// A round button that filters; whether it was pressed.
fn chip_ui(ui: &mut Ui, text: &str, mark: Option<Tag>, is_on: bool) -> bool {
    let theme = Theme::of(ui.ctx());
    let colour = if is_on { theme.accent } else { theme.ink };
    // Room for the mark before the words.
    let indent = if mark.is_some() { "     " } else { "" };
    let text = RichText::new(format!("{indent}{text}")).size(SIZE_SMALL).color(colour);
    let mut button = egui::Button::new(text).corner_radius(11).min_size(vec2(0.0, 22.0));
    button = if is_on {
        button.fill(theme.chosen).stroke(Stroke::new(1.0, theme.accent))
    } else {
        button.fill(theme.panel)
    };
    let response = ui.add(button);
    if let Some(tag) = mark {
        let centre = response.rect.left_center() + vec2(15.0, 0.0);
        ui.painter().add(super::mark::shape(centre, 8.0, Some(tag), theme.tag(Some(tag)).mark));
    }
    response.clicked()
}

fn empty_ui(ui: &mut Ui, project: &Project, is_filtered: bool, actions: &mut Vec<Action>) {
    let words = words::list();
    let theme = Theme::of(ui.ctx());
    ui.vertical_centered(|ui| {
        ui.add_space(40.0);
        if is_filtered {
            ui.label(RichText::new(words.nothing_fits).color(theme.muted));
            if ui.button(words.show_all).clicked() {
                actions.push(Action::FilterByTag(TagFilter::All));
                actions.push(Action::FilterByReason(None));
            }
        } else if project.articles.is_empty() {
            ui.label(RichText::new(words.add_articles).color(theme.muted));
        } else {
            ui.label(RichText::new(words.no_claims).color(theme.muted));
            if ui.button(Command::FindClaims.entry().name()).clicked() {
                actions.push(Action::Command(Command::FindClaims));
            }
        }
    });
}

fn table_ui(
    ui: &mut Ui,
    bench: &Workbench,
    claims: &[&Claim],
    row: Option<usize>,
    actions: &mut Vec<Action>,
) {
    let theme = Theme::of(ui.ctx());
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    let height = ui.available_height();
    let mut table = TableBuilder::new(ui)
        .sense(Sense::click())
        .column(Column::remainder().clip(true))
        .min_scrolled_height(0.0)
        .max_scroll_height(height)
        .auto_shrink(false);
    if let Some(row) = row {
        table = table.scroll_to_row(row, None);
    }
    table.body(|body| {
        body.rows(CLAIM_ROW, claims.len(), |mut row| {
            let Some(claim) = claims.get(row.index()) else { return };
            let is_chosen = bench.view.chosen == Some(claim.id);
            let (_, response) = row.col(|ui| row_ui(ui, claim, is_chosen, bench, &theme));
            let name = format!("{}: {}", words::tag_title(claim.tag()), claim.summary);
            response.widget_info(|| {
                egui::WidgetInfo::selected(egui::Role::ListItem, true, is_chosen, &name)
            });
            if response.clicked() {
                actions.push(Action::ChooseClaim(claim.id));
            }
        });
    });
}

fn row_ui(ui: &mut Ui, claim: &Claim, is_chosen: bool, bench: &Workbench, theme: &Theme) {
    let rect = ui.max_rect();
    if is_chosen {
        ui.painter().rect_filled(rect, 0, theme.chosen);
        ui.painter().rect_filled(rect.with_max_x(rect.left() + 3.0), 0, theme.accent);
    } else if ui.rect_contains_pointer(rect) {
        ui.painter().rect_filled(rect, 0, theme.background);
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line(ui));
    ui.spacing_mut().item_spacing = vec2(10.0, 3.0);
    ui.with_layout(egui::Layout::left_to_right(Align::Center), |ui| {
        ui.add_space(12.0);
        mark::mark_ui(ui, claim.tag());
        ui.vertical(|ui| {
            ui.set_max_width(ui.available_width() - 12.0);
            ui.add_space(9.0);
            let summary = RichText::new(&claim.summary).font(plain(SIZE_BODY)).color(theme.ink);
            ui.add(Label::new(summary).truncate().selectable(false));
            ui.spacing_mut().interact_size.y = 0.0;
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                let where_stated =
                    RichText::new(where_stated(claim, bench)).size(SIZE_SMALL).color(theme.muted);
                ui.add(Label::new(where_stated).truncate().selectable(false));
                reasons_ui(ui, claim, theme);
            });
        });
    });
}

/// The kinds of difference, as small marks.
fn reasons_ui(ui: &mut Ui, claim: &Claim, theme: &Theme) {
    for kind in ReasonKind::ALL.into_iter().filter(|kind| has_reason(claim, *kind)) {
        Frame::new()
            .stroke(Stroke::new(1.0, theme.hairline))
            .corner_radius(super::theme::CORNER_MARK)
            .inner_margin(Margin::symmetric(5, 0))
            .show(ui, |ui| {
                let name =
                    RichText::new(words::reason(kind).to_lowercase()).size(11.0).color(theme.muted);
                ui.add(Label::new(name).extend().selectable(false));
            });
    }
}

/// "4 articles · 2 families", or the one article by name.
fn where_stated(claim: &Claim, bench: &Workbench) -> String {
    let words = words::list();
    let articles: Vec<ArticleId> = claim.articles().into_iter().collect();
    let project = bench.session.as_ref().map(Session::project);
    match articles.as_slice() {
        [] => words.no_passage.to_owned(),
        [only] => {
            let article = project.and_then(|project| project.article(*only));
            article.map(|article| article.short_name().to_owned()).unwrap_or_default()
        }
        many => {
            let mut families: Vec<_> =
                many.iter().filter_map(|id| bench.families.get(id)).collect();
            families.sort_unstable();
            families.dedup();
            let articles = words::counted(many.len(), words.one_article, words.many_articles);
            match families.len() {
                0 => articles,
                count => {
                    let families = words::counted(count, words.one_family, words.many_families);
                    format!("{articles} · {families}")
                }
            }
        }
    }
}

/// The face of the list's headings, for the inspector to match.
pub(crate) fn heading(text: &str, theme: &Theme) -> RichText {
    RichText::new(text).font(strong(SIZE_SMALL)).color(theme.muted)
}
