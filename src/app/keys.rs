//! From keys to commands.

use eframe::egui::{Context, Event, Key, KeyboardShortcut};

use super::command::{Command, Entry, Needs, Reach, Situation, TABLE};

/// The commands whose keys were pressed, which are thereby used up.
///
/// While a text field has the keyboard, only keys that no text field knows are taken. `Enter` stays
/// with a button that has the focus.
pub(crate) fn pressed(ctx: &Context, situation: &Situation) -> Vec<Command> {
    let is_typing = ctx.text_edit_focused();
    let has_focus = ctx.memory(|memory| memory.focused().is_some());
    let mut commands = Vec::new();
    // Keys with Shift first: those without would take them too.
    for has_shift in [true, false] {
        for (entry, keys) in all_keys().filter(|(_, keys)| keys.modifiers.shift == has_shift) {
            let is_fields = is_typing && entry.reach == Reach::OutsideText;
            let is_buttons = has_focus && keys.logical_key == Key::Enter;
            let can_run = situation.meets(entry.needs) && !is_fields && !is_buttons;
            if can_run && ctx.input_mut(|input| input.consume_shortcut(keys)) {
                commands.push(entry.command);
            }
        }
    }
    if !is_typing {
        commands.extend(clipboard(ctx, situation));
    }
    commands
}

fn all_keys() -> impl Iterator<Item = (&'static Entry, &'static KeyboardShortcut)> {
    TABLE.iter().flat_map(|entry| entry.keys.iter().map(move |keys| (entry, keys)))
}

/// The window system turns `Ctrl+C` into an event of its own.
fn clipboard(ctx: &Context, situation: &Situation) -> Option<Command> {
    let is_copy = ctx.input(|input| input.events.iter().any(|event| matches!(event, Event::Copy)));
    (is_copy && situation.meets(Needs::Selection)).then_some(Command::Copy)
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
