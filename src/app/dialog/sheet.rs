//! The sheet of keys: every command that has some, by menu.

use eframe::egui::{Align, Color32, Label, Layout, RichText, ScrollArea, Ui, vec2};

use super::primary;
use crate::app::action::Action;
use crate::app::command::{Command, Entry, Menu, keys_text};
use crate::app::keymap::{self, Keymap};
use crate::app::theme::{SIZE_BODY, SIZE_HEADING, Theme, plain, strong};
use crate::app::words;

/// Least and greatest width of a column, that of the keys in it, and height of a line.
const COLUMN: f32 = 304.0;
const WIDEST: f32 = 400.0;
const KEYS: f32 = 128.0;
const LINE: f32 = 19.0;
/// What is around the list.
const AROUND: f32 = 112.0;
const BESIDE: f32 = 80.0;

/// A line of the sheet.
#[derive(Clone, Copy)]
enum Row {
    Heading(Menu),
    Command(&'static Entry),
    /// Nothing, before a heading.
    Space,
}

/// How wide the sheet is in a window of that width.
pub(super) fn width(window: f32) -> f32 {
    columns(window) as f32 * column(window)
}

fn columns(window: f32) -> usize {
    (((window - BESIDE) / COLUMN) as usize).clamp(1, 4)
}

/// How wide a column is: names have the room there is.
fn column(window: f32) -> f32 {
    ((window - BESIDE) / columns(window) as f32).floor().min(WIDEST)
}

/// Draws the sheet.
pub(super) fn sheet_ui(ui: &mut Ui, actions: &mut Vec<Action>) {
    head_ui(ui, actions);
    let keymap = keymap::current();
    let rows = rows(&keymap);
    let window = ui.ctx().content_rect().size();
    let width = column(window.x);
    let height = (window.y - AROUND).max(160.0);
    ScrollArea::vertical().max_height(height).min_scrolled_height(height).show(ui, |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            ui.spacing_mut().interact_size.y = LINE;
            for rows in parted(rows, columns(window.x)) {
                ui.vertical(|ui| {
                    ui.set_width(width);
                    for row in rows {
                        row_ui(ui, row, width, &keymap);
                    }
                });
            }
        });
    });
}

/// The title, with the button beside it: below, it would take lines from the list.
fn head_ui(ui: &mut Ui, actions: &mut Vec<Action>) {
    let words = words::dialogs();
    let size = vec2(ui.available_width(), ui.spacing().interact_size.y);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.label(RichText::new(words.keys).font(strong(SIZE_HEADING)));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if ui.add(primary(ui, words.close)).clicked() {
                actions.push(Action::CloseDialog);
            }
        });
    });
}

/// The commands that have keys below the menus they stand in.
fn rows(keymap: &Keymap) -> Vec<Row> {
    let mut rows = Vec::new();
    for menu in Menu::ALL {
        rows.extend([Row::Space, Row::Heading(menu)]);
        let own = menu.entries().iter();
        let with_keys = own.filter(|entry| {
            !keymap.keys(entry.command).is_empty() && !is_told_by_first(entry, keymap)
        });
        rows.extend(with_keys.map(Row::Command));
    }
    rows
}

/// Whether a command brings an article to the front by its number, as the line of the first one tells.
fn is_told_by_first(entry: &Entry, keymap: &Keymap) -> bool {
    let is_usual = |command| !keymap.is_changed(command);
    entry.command.article_number().is_some_and(|number| number > 1)
        && is_usual(entry.command)
        && is_usual(Command::ShowArticle1)
}

/// What a line says: keys, as far as they fit, and name; the line of the first article speaks for all of
/// them.
fn told(entry: &Entry, keymap: &Keymap, fits: impl Fn(&str) -> bool) -> (String, String) {
    let all = keymap.keys(entry.command).iter().copied().map(keys_text).collect::<Vec<_>>();
    let (joined, name) = (all.join("  "), entry.plain_name().to_owned());
    // Of keys that have no room side by side the first ones are enough.
    let keys = if fits(&joined) { joined } else { entry.command.keys_text() };
    if entry.command == Command::ShowArticle1 && !keymap.is_changed(entry.command) {
        let last = Command::ShowArticle8.keys_text();
        (format!("{keys} – {last}"), format!("{name} – {last}"))
    } else {
        (keys, name)
    }
}

/// The rows in so many columns of like length. No heading stands at the foot of one, no space at the head.
fn parted(rows: Vec<Row>, count: usize) -> Vec<Vec<Row>> {
    let length = rows.len().div_ceil(count).max(1);
    let mut columns: Vec<Vec<Row>> = vec![Vec::new()];
    for row in rows {
        let is_space = matches!(row, Row::Space);
        let filled = columns.last().map_or(0, Vec::len);
        let is_full = filled >= length || (is_space && filled + 3 > length);
        if is_full && columns.len() < count {
            columns.push(Vec::new());
        }
        if let Some(column) = columns.last_mut().filter(|c| !(is_space && c.is_empty())) {
            column.push(row);
        }
    }
    columns
}

fn row_ui(ui: &mut Ui, row: Row, width: f32, keymap: &Keymap) {
    let theme = Theme::of(ui.ctx());
    ui.horizontal(|ui| {
        ui.set_min_size(vec2(width, LINE));
        match row {
            Row::Space => {}
            Row::Heading(menu) => {
                let title = RichText::new(words::menu(menu)).font(strong(SIZE_BODY));
                text_ui(ui, width, title);
            }
            Row::Command(entry) => {
                let (keys, name) = told(entry, keymap, |keys| has_room(ui, keys));
                text_ui(ui, KEYS, RichText::new(keys).color(theme.muted));
                text_ui(ui, width - KEYS - 16.0, RichText::new(name));
            }
        }
    });
}

fn has_room(ui: &Ui, keys: &str) -> bool {
    let galley = ui.painter().layout_no_wrap(keys.to_owned(), plain(SIZE_BODY), Color32::BLACK);
    galley.size().x < KEYS - 8.0
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
    fn of_keys_without_room_the_first_are_told() {
        let keymap = Keymap::default();
        let redo = Menu::ALL.iter().flat_map(|menu| menu.entries());
        let redo =
            redo.clone().find(|entry| entry.command == Command::Redo).expect("a menu has it");
        assert_eq!(told(redo, &keymap, |_| true).0, "Ctrl+Shift+Z  Ctrl+Y");
        assert_eq!(told(redo, &keymap, |_| false).0, "Ctrl+Shift+Z");
    }

    #[test]
    fn no_column_ends_with_a_heading_or_begins_with_nothing() {
        for count in 1..=4 {
            let columns = parted(rows(&Keymap::default()), count);
            assert_eq!(columns.len(), count);
            for column in columns {
                assert!(!matches!(column.first(), Some(Row::Space) | None));
                assert!(matches!(column.last(), Some(Row::Command(_))));
            }
        }
    }

    #[test]
    fn the_sheet_is_never_wider_than_the_window() {
        for window in [400.0, 800.0, 1280.0, 1920.0] {
            assert!(width(window) <= window, "{window}");
        }
    }
}
