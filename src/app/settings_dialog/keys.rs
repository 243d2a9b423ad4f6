//! Which keys each command has, to be changed.

use eframe::egui::{
    Align, Button, Context, Event, Key, KeyboardShortcut, Layout, Modifiers, RichText, ScrollArea,
    TextEdit, Ui, vec2,
};

use super::Setting;
use crate::app::action::Action;
use crate::app::command::{Command, Entry, entries, keys_text};
use crate::app::keymap::{self, Keymap};
use crate::app::theme::{SIZE_SMALL, Theme};
use crate::app::words;

/// Height of a row.
const ROW: f32 = 32.0;

/// The page while it is open.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct KeysPage {
    typed: String,
    /// The command that waits for keys, and keys that another command has.
    waiting: Option<(Command, Option<KeyboardShortcut>)>,
}

impl KeysPage {
    /// Whether keys are waited for.
    pub(super) const fn waits(&self) -> bool {
        self.waiting.is_some()
    }
}

/// Draws the page.
pub(super) fn keys_ui(ui: &mut Ui, page: &mut KeysPage, actions: &mut Vec<Action>) {
    let words = words::settings();
    let keymap = keymap::current();
    take_keys(ui.ctx(), page, &keymap, actions);
    ui.horizontal(|ui| {
        let field =
            TextEdit::singleline(&mut page.typed).hint_text(words.find_key).desired_width(240.0);
        let response = ui.add(field);
        response.widget_info(|| {
            let role = eframe::egui::Role::SearchInput;
            eframe::egui::WidgetInfo::labeled(role, true, words.find_key)
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let button = Button::new(words.all_usual);
            if ui.add_enabled(keymap.is_any_changed(), button).clicked() {
                actions.push(Action::Set(Setting::AllUsualKeys));
            }
        });
    });
    ui.add_space(8.0);
    let found: Vec<&Entry> = entries().filter(|entry| is_found(entry, &page.typed)).collect();
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical().auto_shrink(false).show_rows(ui, ROW, found.len(), |ui, range| {
        for entry in found.get(range).unwrap_or_default() {
            row_ui(ui, entry, page, &keymap, actions);
        }
    });
}

fn is_found(entry: &Entry, typed: &str) -> bool {
    let typed = typed.trim().to_lowercase();
    typed.is_empty() || entry.name().to_lowercase().contains(&typed)
}

fn row_ui(
    ui: &mut Ui,
    entry: &Entry,
    page: &mut KeysPage,
    keymap: &Keymap,
    actions: &mut Vec<Action>,
) {
    let size = vec2(ui.available_width() - 10.0, ROW);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(size);
        ui.label(entry.plain_name());
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            match page.waiting {
                Some((command, clash)) if command == entry.command => {
                    waiting_ui(ui, page, command, clash, keymap, actions);
                }
                _ => keys_of_ui(ui, entry, page, keymap, actions),
            }
        });
    });
}

/// The keys of a command, to be pressed for others.
fn keys_of_ui(
    ui: &mut Ui,
    entry: &Entry,
    page: &mut KeysPage,
    keymap: &Keymap,
    actions: &mut Vec<Action>,
) {
    let words = words::settings();
    let keys = keymap.keys(entry.command);
    let text = match keys {
        [] => words.no_keys.to_owned(),
        keys => keys.iter().copied().map(keys_text).collect::<Vec<_>>().join("  "),
    };
    let response = ui.add(Button::new(text).min_size(vec2(96.0, 24.0)));
    let name = words::fill(words.change, &[&entry.plain_name()]);
    response
        .widget_info(|| eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Button, true, &name));
    if response.on_hover_text(name).clicked() {
        page.waiting = Some((entry.command, None));
    }
    if keymap.is_changed(entry.command) && ui.small_button(words.usual_keys).clicked() {
        actions.push(Action::Set(Setting::UsualKeys(entry.command)));
    }
}

/// What is said while keys are waited for, or have another command.
fn waiting_ui(
    ui: &mut Ui,
    page: &mut KeysPage,
    command: Command,
    clash: Option<KeyboardShortcut>,
    keymap: &Keymap,
    actions: &mut Vec<Action>,
) {
    let words = words::settings();
    let theme = Theme::of(ui.ctx());
    if ui.small_button(words.cancel).clicked() {
        page.waiting = None;
    }
    let Some(keys) = clash else {
        if ui.small_button(words.remove).clicked() {
            page.waiting = None;
            actions.push(Action::Set(Setting::NoKeys(command)));
        }
        ui.label(RichText::new(words.press).color(theme.accent));
        return;
    };
    if ui.small_button(words.take).clicked() {
        page.waiting = None;
        actions.push(Action::Set(Setting::Keys(command, keys)));
    }
    let holder = keymap.clash(command, keys).map_or("", |other| other.entry().plain_name());
    let text = words::fill(words.clash, &[&keys_text(keys), &holder]);
    ui.label(RichText::new(text).size(SIZE_SMALL).color(theme.disputed.mark));
}

/// Takes the keys that are waited for.
fn take_keys(ctx: &Context, page: &mut KeysPage, keymap: &Keymap, actions: &mut Vec<Action>) {
    let Some((command, None)) = page.waiting else { return };
    let Some(keys) = ctx.input_mut(|input| pressed(&mut input.events)) else { return };
    if keys.logical_key == Key::Escape {
        page.waiting = None;
    } else if keymap.clash(command, keys).is_some() {
        page.waiting = Some((command, Some(keys)));
    } else {
        page.waiting = None;
        actions.push(Action::Set(Setting::Keys(command, keys)));
    }
}

/// Takes the first key that is pressed out of `events`, with what it types.
fn pressed(events: &mut Vec<Event>) -> Option<KeyboardShortcut> {
    let found = events.iter().find_map(|event| match event {
        Event::Key { key, pressed: true, modifiers, .. } if !is_held(*key) => {
            Some(shortcut(*key, *modifiers))
        }
        Event::Copy => Some(shortcut(Key::C, Modifiers::COMMAND)),
        Event::Cut => Some(shortcut(Key::X, Modifiers::COMMAND)),
        Event::Paste(_) => Some(shortcut(Key::V, Modifiers::COMMAND)),
        _ => None,
    })?;
    events.retain(|event| !matches!(event, Event::Key { .. } | Event::Text(_) | Event::Paste(_)));
    Some(found)
}

/// Whether a key is held down while others are pressed, and is none by itself.
const fn is_held(key: Key) -> bool {
    matches!(
        key,
        Key::ShiftLeft
            | Key::ShiftRight
            | Key::ControlLeft
            | Key::ControlRight
            | Key::AltLeft
            | Key::AltRight
            | Key::SuperLeft
            | Key::SuperRight
    )
}

/// Keys as the table has them: Ctrl, or Command on a Mac, is one modifier.
fn shortcut(key: Key, held: Modifiers) -> KeyboardShortcut {
    let mut modifiers = Modifiers { shift: held.shift, alt: held.alt, ..Modifiers::NONE };
    if held.command || held.ctrl {
        modifiers |= Modifiers::COMMAND;
    }
    KeyboardShortcut::new(modifiers, key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pressed_keys_are_told_as_the_table_tells_them() {
        let key = |key, modifiers| Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers,
        };
        let held = Modifiers { ctrl: true, command: true, ..Modifiers::NONE };
        assert_eq!(pressed(&mut vec![key(Key::ControlLeft, held)]), None, "more is to come");
        let mut events =
            vec![key(Key::ControlLeft, held), key(Key::S, held), Event::Text("s".into())];
        let save = Command::Save.entry().keys.first().copied();
        assert_eq!(pressed(&mut events), save);
        assert!(events.is_empty());
        assert_eq!(pressed(&mut vec![Event::Copy]), Command::Copy.entry().keys.first().copied());
    }
}
