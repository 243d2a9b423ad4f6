//! From keys to commands.

use eframe::egui::{Context, Event, Key, KeyboardShortcut, Memory, Modifiers, Popup};

use super::command::{Command, Entry, Reach, Situation};
use super::keymap;
use super::turns::take_typed;
use super::walking::is_panel;

/// What the keys of a frame came to.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Pressed {
    /// The commands, in the order of the presses.
    pub(crate) commands: Vec<Command>,
    /// What was typed after a command that changes what keys mean.
    pub(crate) typed_after: Vec<Event>,
}

/// The commands whose keys were pressed, which are thereby used up.
///
/// While a text field has the keyboard, only keys that no text field knows are taken. `Enter` stays
/// with a button that has the focus, and arrows with a menu that is open. Of commands that share their keys, the one that `situation`
/// allows is meant.
pub(crate) fn pressed(ctx: &Context, situation: &Situation) -> Pressed {
    let is_typing = ctx.text_edit_focused();
    let is_in_menu = Popup::is_any_open(ctx);
    let has_focus = ctx.memory(Memory::focused).is_some_and(|id| !is_panel(ctx, id));
    let is_for_us = |(entry, keys): &(&Entry, KeyboardShortcut)| {
        let is_letter = !keys.modifiers.command && !is_function_key(keys.logical_key);
        let is_fields = is_typing && (is_letter || entry.reach == Reach::OutsideText);
        let is_buttons = has_focus && keys.logical_key == Key::Enter;
        let is_menus = is_in_menu && matches!(keys.logical_key, Key::ArrowUp | Key::ArrowDown);
        !is_fields && !is_buttons && !is_menus
    };
    let mut pressed = Pressed::default();
    ctx.input_mut(|input| {
        let mut rest = Vec::new();
        let mut events = std::mem::take(&mut input.events).into_iter();
        while let Some(event) = events.next() {
            match entry_of(&event, situation).filter(is_for_us) {
                None => rest.push(event),
                Some((entry, _)) => {
                    pressed.commands.push(entry.command);
                    if entry.command.leads_away() {
                        let mut after: Vec<_> = events.by_ref().collect();
                        // The letter that the command's own key types is not meant for the field.
                        if matches!(after.first(), Some(Event::Text(_))) {
                            after.remove(0);
                        }
                        pressed.typed_after = take_typed(&mut after);
                        rest.append(&mut after);
                    }
                }
            }
        }
        input.events = rest;
    });
    pressed
}

/// A key that types nothing.
fn is_function_key(key: Key) -> bool {
    (Key::F1..=Key::F35).contains(&key)
}

/// The line of the table that an event is about, with the keys that fit.
fn entry_of(event: &Event, situation: &Situation) -> Option<(&'static Entry, KeyboardShortcut)> {
    match event {
        Event::Key { key, pressed: true, modifiers, .. } => entry_for(*key, *modifiers, situation),
        // The window system turns `Ctrl+C` into an event of its own.
        Event::Copy => entry_for(Key::C, Modifiers::COMMAND, situation),
        _ => None,
    }
}

/// Of the entries that fit, the one that asks for Shift goes first: the others do not look at it.
fn entry_for(
    key: Key,
    modifiers: Modifiers,
    situation: &Situation,
) -> Option<(&'static Entry, KeyboardShortcut)> {
    let fits = |keys: &KeyboardShortcut| {
        keys.logical_key == key
            && modifiers.alt == keys.modifiers.alt
            && modifiers.matches_logically(keys.modifiers)
    };
    let keymap = keymap::current();
    let all = keymap.all().filter(|(_, keys)| fits(keys));
    all.max_by_key(|(entry, keys)| (keys.modifiers.shift, situation.meets(entry.needs)))
}

/// Text pasted outside every text field.
pub(crate) fn pasted(ctx: &Context) -> Option<String> {
    if ctx.text_edit_focused() {
        return None;
    }
    let paste = |event: &Event| match event {
        Event::Paste(text) if !text.trim().is_empty() => Some(text.clone()),
        _ => None,
    };
    ctx.input(|input| input.events.iter().find_map(paste))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::Needs;

    fn check(key: Key, modifiers: Modifiers, expected: Option<Command>) {
        let situation: Situation = [(Needs::Claim, true)].into_iter().collect();
        let found = entry_for(key, modifiers, &situation);
        assert_eq!(found.map(|(entry, _)| entry.command), expected);
    }

    #[test]
    fn shift_tells_redo_from_undo() {
        check(Key::Z, Modifiers::COMMAND, Some(Command::Undo));
        check(Key::Z, Modifiers::COMMAND | Modifiers::SHIFT, Some(Command::Redo));
    }

    #[test]
    fn a_letter_with_another_modifier_is_another_key() {
        check(Key::D, Modifiers::NONE, Some(Command::TagDisputed));
        check(Key::D, Modifiers::COMMAND, Some(Command::ReviewDetails));
        check(Key::D, Modifiers::ALT, None);
    }

    #[test]
    fn changed_keys_lead_to_their_command() {
        let keys = KeyboardShortcut::new(Modifiers::ALT, Key::J);
        keymap::go_by(keymap::Keymap::new(&keymap::with_keys(
            &keymap::Saved::new(),
            Command::Save,
            keys,
        )));
        check(Key::J, Modifiers::ALT, Some(Command::Save));
        check(Key::S, Modifiers::COMMAND, None);
        check(Key::J, Modifiers::NONE, Some(Command::NextClaim));
    }

    #[test]
    fn a_question_mark_is_one_whatever_keys_make_it() {
        check(Key::Questionmark, Modifiers::SHIFT, Some(Command::ShowKeys));
        check(Key::Questionmark, Modifiers::NONE, Some(Command::ShowKeys));
    }
}
