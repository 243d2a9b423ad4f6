//! The list of claims, with its search and its filters.
//!
//! [`listing`] tells which claims are listed, [`search`] finds words, [`facets`] counts, [`alike`] tells
//! claims apart, [`picking`] holds several together; the rest draws.

mod alike;
mod chips;
mod facets;
mod listing;
pub(crate) mod picking;
mod row;
mod row_menu;
mod search;
mod signs;
mod summary;

pub(crate) use alike::shortened;
pub(crate) use chips::{chip_ui, chips_ui};
pub(crate) use facets::Facets;
pub(crate) use listing::Listing;
pub(crate) use search::Words;

use eframe::egui::{self, Frame, Margin, RichText, Sense, Stroke, Ui, vec2};
use egui_extras::{Column, TableBuilder};

use self::row::Row;
use self::row_menu::Opens;
use super::action::Action;
use super::command::Command;
use super::theme::{CLAIM_ROW, PANEL_MARGIN, SIZE_SMALL, Theme, strong};
use super::words;
use super::workbench::{Work, Workbench};
use crate::model::{ClaimId, Project};

/// Draws the search field, the filters and the list.
pub(crate) fn claims_ui(ui: &mut Ui, bench: &mut Workbench, actions: &mut Vec<Action>) {
    go_back_by_escape(ui, bench);
    Frame::new().inner_margin(Margin { bottom: 4, ..Margin::symmetric(PANEL_MARGIN, 10) }).show(
        ui,
        |ui| {
            chips::chips_ui(ui, bench, actions);
            summary::summary_ui(ui, bench, actions);
        },
    );
    ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), line(ui));
    let scroll_to = bench.list.scroll_to.take();
    let Some(session) = &bench.session else { return };
    if bench.listing.claims().is_empty() {
        if matches!(bench.work, Some(Work::Finding(..))) {
            return looking_ui(ui);
        }
        return empty_ui(ui, session.project(), bench.view.filter.is_narrow(), actions);
    }
    let row = scroll_to.and_then(|claim| bench.listing.row_of(claim));
    let menu_for = bench.list.menu_for.take();
    table_ui(ui, bench, row, menu_for, actions);
}

/// `Escape` lets picked claims go, else the words that are searched for, unless it shuts a menu or leaves
/// a field.
fn go_back_by_escape(ui: &Ui, bench: &mut Workbench) {
    let is_elsewhere = egui::Popup::is_any_open(ui.ctx()) || ui.ctx().text_edit_focused();
    let is_free = bench.dialog.is_none() && !is_elsewhere;
    if is_free && ui.input(|input| input.key_pressed(egui::Key::Escape)) {
        if bench.view.picked.is_empty() && !bench.view.filter.text.is_empty() {
            bench.filter(|view| view.filter.text.clear());
        }
        bench.view.picked.clear();
    }
}

fn line(ui: &Ui) -> Stroke {
    Stroke::new(1.0, Theme::of(ui.ctx()).hairline)
}

fn looking_ui(ui: &mut Ui) {
    let muted = Theme::of(ui.ctx()).muted;
    ui.vertical_centered(|ui| {
        ui.add_space(40.0);
        ui.label(RichText::new(words::list().are_looked_for).color(muted));
    });
}

fn empty_ui(ui: &mut Ui, project: &Project, is_filtered: bool, actions: &mut Vec<Action>) {
    let words = words::list();
    let theme = Theme::of(ui.ctx());
    ui.vertical_centered(|ui| {
        ui.add_space(40.0);
        if is_filtered {
            ui.label(RichText::new(words.nothing_fits).color(theme.muted));
            if ui.button(words.show_all).clicked() {
                actions.push(Action::ShowAllClaims);
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
    scroll_to: Option<usize>,
    menu_for: Option<ClaimId>,
    actions: &mut Vec<Action>,
) {
    let situation = bench.situation();
    let Workbench { session: Some(session), view, listing, families, drafts, .. } = bench else {
        return;
    };
    let theme = Theme::of(ui.ctx());
    let words = Words::new(&view.filter.text);
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    let height = ui.available_height();
    let mut table = TableBuilder::new(ui)
        .sense(Sense::click())
        .column(Column::remainder().clip(true))
        .min_scrolled_height(0.0)
        .max_scroll_height(height)
        .auto_shrink(false);
    if let Some(row) = scroll_to {
        table = table.scroll_to_row(row, None);
    }
    table.body(|body| {
        body.rows(CLAIM_ROW, listing.claims().len(), |mut table_row| {
            let project = session.project();
            let Some(claim) = listing.claim_in(project, table_row.index()) else { return };
            let is_chosen = view.chosen == Some(claim.id);
            let is_picked = view.picked.contains(&claim.id);
            let apart = listing.apart(claim.id);
            let begun = drafts.of(claim.id).count();
            let row =
                Row { claim, project, families, is_chosen, is_picked, words: &words, apart, begun };
            let mut shows_whole = false;
            let (_, response) = table_row.col(|ui| shows_whole = row::row_ui(ui, &row, &theme));
            let name = format!("{}: {}", words::tag_title(claim.tag()), claim.summary);
            let is_on = is_chosen || is_picked;
            response.widget_info(|| {
                egui::WidgetInfo::selected(egui::Role::ListItem, true, is_on, &name)
            });
            if response.clicked() {
                actions.push(clicked(&response, claim.id));
            }
            if response.secondary_clicked() {
                actions.push(Action::MeanClaim(claim.id));
            }
            let opens = if menu_for == Some(claim.id) { Opens::Now } else { Opens::ByPointer };
            row_menu::row_menu(&response, opens).show(|ui| {
                row_menu::row_menu_ui(ui, &situation, actions);
            });
            if shows_whole {
                response.on_hover_text(&claim.summary);
            }
        });
    });
}

/// What a click on a claim asks for: alone it chooses, with Ctrl or Shift it picks.
fn clicked(response: &egui::Response, claim: ClaimId) -> Action {
    let modifiers = response.ctx.input(|input| input.modifiers);
    if modifiers.command {
        Action::Pick(claim)
    } else if modifiers.shift {
        Action::PickUpTo(claim)
    } else {
        Action::ClickClaim(claim)
    }
}

/// A heading within a panel.
pub(crate) fn heading(text: &str, theme: &Theme) -> RichText {
    RichText::new(text).font(strong(SIZE_SMALL)).color(theme.muted)
}
