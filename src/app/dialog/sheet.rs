//! The sheet of keys: every command that has some, by menu.

use eframe::egui::{Align, Label, Layout, RichText, ScrollArea, Ui, vec2};

use super::{buttons_ui, primary, title_ui};
use crate::app::action::Action;
use crate::app::command::{Entry, Menu, keys_text};
use crate::app::keymap::{self, Keymap};
use crate::app::theme::{SIZE_BODY, Theme, strong};
use crate::app::words;

/// Width of a column, of the keys in it, and height of a line.
const COLUMN: f32 = 304.0;
const KEYS: f32 = 122.0;
const LINE: f32 = 22.0;
/// What is around the list.
const AROUND: f32 = 190.0;

/// A line of the sheet.
#[derive(Clone, Copy)]
enum Row {
    Heading(Menu),
    Command(&'static Entry),
}

/// How wide the sheet is in a window of that width.
pub(super) fn width(window: f32) -> f32 {
    columns(window) as f32 * COLUMN
}

fn columns(window: f32) -> usize {
    (((window - 80.0) / COLUMN) as usize).clamp(1, 4)
}

/// Draws the sheet.
pub(super) fn sheet_ui(ui: &mut Ui, actions: &mut Vec<Action>) {
    title_ui(ui, words::dialogs().keys);
    let keymap = keymap::current();
    let rows = rows(&keymap);
    let window = ui.ctx().content_rect().size();
    let count = columns(window.x);
    let length = rows.len().div_ceil(count).max(1);
    let height = (window.y - AROUND).max(160.0);
    ScrollArea::vertical().max_height(height).min_scrolled_height(height).show(ui, |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            for rows in rows.chunks(length) {
                ui.vertical(|ui| {
                    ui.set_width(COLUMN);
                    for row in rows {
                        row_ui(ui, *row, &keymap);
                    }
                });
            }
        });
    });
    buttons_ui(ui, |ui| {
        if ui.add(primary(ui, words::dialogs().close)).clicked() {
            actions.push(Action::CloseDialog);
        }
    });
}

/// The commands that have keys below the menus they stand in.
fn rows(keymap: &Keymap) -> Vec<Row> {
    let mut rows = Vec::new();
    for menu in Menu::ALL {
        rows.push(Row::Heading(menu));
        let own = menu.entries().iter();
        let with_keys = own.filter(|entry| !keymap.keys(entry.command).is_empty());
        rows.extend(with_keys.map(Row::Command));
    }
    rows
}

fn row_ui(ui: &mut Ui, row: Row, keymap: &Keymap) {
    let theme = Theme::of(ui.ctx());
    ui.horizontal(|ui| {
        ui.set_min_size(vec2(COLUMN, LINE));
        match row {
            Row::Heading(menu) => {
                let title = RichText::new(words::menu(menu)).font(strong(SIZE_BODY));
                text_ui(ui, COLUMN, title);
            }
            Row::Command(entry) => {
                let keys: Vec<_> =
                    keymap.keys(entry.command).iter().copied().map(keys_text).collect();
                text_ui(ui, KEYS, RichText::new(keys.join("  ")).color(theme.muted));
                text_ui(ui, COLUMN - KEYS - 12.0, RichText::new(entry.plain_name()));
            }
        }
    });
}

/// A line of text in a place of its own, cut where there is no room.
fn text_ui(ui: &mut Ui, width: f32, text: RichText) {
    let size = vec2(width, LINE);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(size);
        ui.add(Label::new(text).truncate());
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::Command;
    use crate::app::keymap::{Saved, without_keys};

    #[test]
    fn a_command_whose_keys_were_taken_away_is_left_out() {
        let has = |keymap: &Keymap| {
            rows(keymap)
                .iter()
                .any(|row| matches!(row, Row::Command(entry) if entry.command == Command::Save))
        };
        assert!(has(&Keymap::default()));
        assert!(!has(&Keymap::new(&without_keys(&Saved::new(), Command::Save))));
    }

    #[test]
    fn the_sheet_is_never_wider_than_the_window() {
        for window in [400.0, 800.0, 1280.0, 1920.0] {
            assert!(width(window) <= window, "{window}");
        }
    }
}
