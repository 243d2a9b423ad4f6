//! The window while a review is open: what stands where.

use eframe::egui::{CentralPanel, Frame, Margin, Panel, Ui};

use super::action::Action;
use super::articles::board_input;
use super::theme::{PANEL_MARGIN, Theme};
use super::workbench::Workbench;
use super::{articles, claims, inspector, menu, status, toolbar};

/// Draws all panels.
pub(crate) fn panels_ui(ui: &mut Ui, bench: &mut Workbench, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    let bare = Frame::new().fill(theme.panel);
    let padded = bare.inner_margin(Margin::symmetric(PANEL_MARGIN, 6));
    Panel::top("menu").frame(padded.inner_margin(Margin::symmetric(PANEL_MARGIN, 3))).show(
        ui,
        |ui| {
            menu::menu_bar_ui(ui, bench, actions);
        },
    );
    Panel::top("toolbar").frame(padded).show(ui, |ui| toolbar::toolbar_ui(ui, bench, actions));
    Panel::bottom("status").frame(padded.inner_margin(Margin::symmetric(PANEL_MARGIN, 4))).show(
        ui,
        |ui| {
            status::status_ui(ui, bench, actions);
        },
    );
    Panel::left("claims").default_size(310.0).size_range(220.0..=560.0).frame(bare).show(
        ui,
        |ui| {
            claims::claims_ui(ui, bench, actions);
        },
    );
    Panel::right("inspector").default_size(340.0).size_range(260.0..=560.0).frame(bare).show(
        ui,
        |ui| {
            inspector::inspector_ui(ui, bench, actions);
        },
    );
    CentralPanel::default().frame(bare).show(ui, |ui| {
        let Workbench { session: Some(session), view, board, families, settings, .. } = bench
        else {
            return;
        };
        let input = board_input(session, view, families, settings);
        articles::board_ui(ui, board, &input, actions);
    });
}
