//! Keys as they are written.

use eframe::egui::KeyboardShortcut;

use crate::app::words;

/// Keys as they are shown: `Ctrl+Shift+S`.
pub(crate) fn keys_text(keys: KeyboardShortcut) -> String {
    let mut text = String::new();
    let modifiers = keys.modifiers;
    let words = words::keys();
    for (is_down, name) in [
        (modifiers.command || modifiers.ctrl, words.ctrl),
        (modifiers.shift, words.shift),
        (modifiers.alt, words.alt),
    ] {
        if is_down {
            text.push_str(name);
            text.push('+');
        }
    }
    text.push_str(words::key(keys.logical_key));
    text
}
