//! The settings, each of which takes effect at once.

mod general;
mod keys;

use eframe::egui::{Context, Frame, Id, Modal, RichText, ScrollArea, vec2};

use self::keys::KeysPage;
use super::action::Action;
use super::command::Command;
use super::dialog::{buttons_ui, primary};
use super::theme::{SIZE_HEADING, strong};
use super::words;
use crate::storage::settings::{Contrast, LanguageChoice, Motion, Settings, ThemeChoice};

/// The dialog while it is open.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct SettingsDialog {
    page: Page,
    /// The reviewer's name as it is typed.
    reviewer: String,
    keys: KeysPage,
}

/// A page of the dialog.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Page {
    #[default]
    General,
    Keys,
}

/// One setting and its new value.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Setting {
    Theme(ThemeChoice),
    Contrast(Contrast),
    Motion(Motion),
    Language(LanguageChoice),
    /// In percent.
    InterfaceSize(u16),
    TextSize(f32),
    LineSpacing(f32),
    Advance(bool),
    Reviewer(String),
    /// These keys alone for a command, taken from whatever had them.
    Keys(Command, eframe::egui::KeyboardShortcut),
    /// No keys for a command.
    NoKeys(Command),
    /// The usual keys for a command.
    UsualKeys(Command),
    /// The usual keys for all commands.
    AllUsualKeys,
}

impl SettingsDialog {
    /// The dialog on its first page.
    pub(crate) fn new(reviewer: &str) -> Self {
        Self { page: Page::default(), reviewer: reviewer.to_owned(), keys: KeysPage::default() }
    }

    /// Whether it waits for keys, which are then no commands.
    pub(crate) const fn waits_for_keys(&self) -> bool {
        self.keys.waits()
    }
}

/// Width of the dialog, and what a small window keeps beside it.
const WIDTH: f32 = 580.0;
const BESIDE: f32 = 64.0;

/// Draws the dialog.
pub(crate) fn settings_ui(
    ctx: &Context,
    dialog: &mut SettingsDialog,
    settings: &Settings,
    actions: &mut Vec<Action>,
) {
    let words = words::settings();
    let frame = Frame::popup(&ctx.global_style()).inner_margin(20);
    let waits = dialog.waits_for_keys();
    let response = Modal::new(Id::unique("settings")).frame(frame).show(ctx, |ui| {
        let width = WIDTH.min(ctx.content_rect().width() - BESIDE);
        ui.set_width(width);
        ui.horizontal(|ui| {
            ui.label(RichText::new(words.title).font(strong(SIZE_HEADING)));
            ui.add_space(12.0);
            for (page, name) in [(Page::General, words.general), (Page::Keys, words.keys)] {
                ui.selectable_value(&mut dialog.page, page, name);
            }
        });
        ui.add_space(8.0);
        let height = (ctx.content_rect().height() - 200.0).clamp(200.0, 400.0);
        ui.allocate_ui(vec2(width, height), |ui| {
            ui.set_min_height(height);
            match dialog.page {
                Page::General => {
                    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                        general::general_ui(ui, dialog, settings, actions);
                    });
                }
                Page::Keys => keys::keys_ui(ui, &mut dialog.keys, actions),
            }
        });
        buttons_ui(ui, |ui| {
            if ui.add(primary(ui, words.close)).clicked() {
                actions.push(Action::CloseOverlay);
            }
        });
    });
    if response.should_close() && !waits {
        actions.push(Action::CloseOverlay);
    }
}
