//! Keys as they are called on keyboards.

use eframe::egui::Key;

use super::words;

words! {
    ctrl: "Ctrl" / "Strg",
    shift: "Shift" / "Umschalt",
    alt: "Alt" / "Alt",
    enter: "Enter" / "Eingabe",
    backspace: "Backspace" / "Rücktaste",
    delete: "Delete" / "Entf",
    insert: "Insert" / "Einfg",
    escape: "Escape" / "Esc",
    space: "Space" / "Leertaste",
    tab: "Tab" / "Tab",
    menu: "Menu" / "Menü",
    home: "Home" / "Pos1",
    end: "End" / "Ende",
    page_up: "PageUp" / "Bild↑",
    page_down: "PageDown" / "Bild↓",
}

/// What a key is called.
pub(crate) fn key(key: Key) -> &'static str {
    let words = super::keys();
    match key {
        Key::Enter => words.enter,
        Key::Backspace => words.backspace,
        Key::Delete => words.delete,
        Key::Insert => words.insert,
        Key::Escape => words.escape,
        Key::Space => words.space,
        Key::Tab => words.tab,
        Key::Menu => words.menu,
        Key::Home => words.home,
        Key::End => words.end,
        Key::PageUp => words.page_up,
        Key::PageDown => words.page_down,
        Key::ArrowDown => "↓",
        Key::ArrowUp => "↑",
        Key::ArrowLeft => "←",
        Key::ArrowRight => "→",
        Key::Questionmark => "?",
        Key::Plus => "+",
        Key::Minus => "−",
        Key::Slash => "/",
        Key::Equals => "=",
        Key::Comma => ",",
        Key::Period => ".",
        other => other.symbol_or_name(),
    }
}
