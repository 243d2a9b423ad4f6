//! The page before a review is open.

use std::path::Path;

use eframe::egui::{self, Button, CentralPanel, Frame, Label, Margin, Panel, RichText, Ui, vec2};

use super::action::Action;
use super::command::Command;
use super::dialog::primary;
use super::theme::{PANEL_MARGIN, SIZE_SMALL, Theme, strong};
use super::words;
use super::workbench::{Work, Workbench};
use super::{mark, menu};
use crate::model::Tag;

/// How wide the page's text is.
const WIDTH: f32 = 600.0;

/// Draws the welcome page.
pub(crate) fn welcome_ui(ui: &mut Ui, bench: &Workbench, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    let bar = Frame::new().fill(theme.panel).inner_margin(Margin::symmetric(PANEL_MARGIN, 3));
    Panel::top("menu").frame(bar).show(ui, |ui| menu::menu_bar_ui(ui, bench, actions));
    CentralPanel::default().frame(Frame::new().fill(theme.panel)).show(ui, |ui| {
        let margin = ((ui.available_width() - WIDTH) / 2.0).max(20.0);
        let top = (ui.available_height() * 0.16).max(20.0);
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.add_space(top);
            ui.horizontal(|ui| {
                ui.add_space(margin);
                ui.vertical(|ui| {
                    ui.set_width(WIDTH.min(ui.available_width() - 20.0));
                    page_ui(ui, bench, &theme, actions);
                });
            });
        });
    });
}

fn page_ui(ui: &mut Ui, bench: &Workbench, theme: &Theme, actions: &mut Vec<Action>) {
    let words = words::welcome();
    ui.horizontal(|ui| {
        for tag in Tag::ALL {
            ui.spacing_mut().item_spacing.x = 6.0;
            mark::mark_ui(ui, Some(tag));
            ui.spacing_mut().item_spacing.x = 18.0;
            let word = RichText::new(words::tag_title(Some(tag))).font(strong(SIZE_SMALL));
            ui.label(word.color(theme.tag(Some(tag)).mark));
        }
    });
    ui.add_space(6.0);
    ui.label(RichText::new("Crosscheck").font(strong(30.0)));
    ui.label(RichText::new(words.what_it_is).size(15.0).color(theme.muted));
    ui.add_space(18.0);
    ui.horizontal_wrapped(|ui| {
        let new = primary(ui, Command::NewReview.entry().name()).min_size(vec2(0.0, 34.0));
        button_ui(ui, new, Command::NewReview, actions);
        button_ui(
            ui,
            Button::new(words.open_review).min_size(vec2(0.0, 34.0)),
            Command::Open,
            actions,
        );
        button_ui(
            ui,
            Button::new(Command::OpenSample.entry().name()).min_size(vec2(0.0, 34.0)),
            Command::OpenSample,
            actions,
        );
    });
    ui.add_space(6.0);
    ui.label(RichText::new(words.drop_hint).size(SIZE_SMALL).color(theme.muted));
    if let Some(Work::Reading(job, _)) = &bench.work {
        ui.add_space(10.0);
        ui.add(egui::ProgressBar::new(job.share()).text(job.label.clone()));
    }
    if !bench.message.is_empty() {
        ui.add_space(10.0);
        ui.label(&bench.message);
    }
    if !bench.settings.recent.is_empty() {
        ui.add_space(26.0);
        ui.label(RichText::new(words.recent).font(strong(14.0)));
        for path in &bench.settings.recent {
            recent_ui(ui, path, theme, actions);
        }
    }
}

fn button_ui(ui: &mut Ui, button: Button<'_>, command: Command, actions: &mut Vec<Action>) {
    if ui.add(button).on_hover_text(command.keys_text()).clicked() {
        actions.push(Action::Command(command));
    }
}

fn recent_ui(ui: &mut Ui, path: &Path, theme: &Theme, actions: &mut Vec<Action>) {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let folder = path.parent().map(|folder| folder.display().to_string()).unwrap_or_default();
    ui.horizontal(|ui| {
        let response = ui
            .link(RichText::new(name).color(theme.accent))
            .on_hover_text(path.display().to_string());
        if response.clicked() {
            actions.push(Action::TakePaths(vec![path.to_owned()]));
        }
        response.context_menu(|ui| {
            if ui.button(words::welcome().forget).clicked() {
                actions.push(Action::ForgetRecent(path.to_owned()));
            }
        });
        ui.add(Label::new(RichText::new(folder).size(SIZE_SMALL).color(theme.muted)).truncate());
    });
}
