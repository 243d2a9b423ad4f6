//! Undo, finding, selecting text.

use eframe::egui::Key;

use super::{Entry, ctrl, ctrl_shift, entry, plain, shift};
use crate::app::command::Command as C;
use crate::app::command::Needs as N;

/// The menu's entries, in its order.
pub(super) const ENTRIES: &[Entry] = &[
    entry(0, C::Undo, ["Undo", "Zurücknehmen"]).keys(&[ctrl(Key::Z)]).needs(N::Undoable),
    entry(0, C::Redo, ["Redo", "Wiederholen"])
        .keys(&[ctrl_shift(Key::Z), ctrl(Key::Y)])
        .needs(N::Redoable),
    entry(1, C::Copy, ["Copy", "Kopieren"]).keys(&[ctrl(Key::C)]).needs(N::Selection),
    entry(2, C::Find, ["Search the claims…", "In den Aussagen suchen …"])
        .keys_everywhere(&[plain(Key::Slash)])
        .needs(N::Review),
    entry(2, C::FindInArticles, ["Find in the articles…", "In den Artikeln suchen …"])
        .keys_everywhere(&[ctrl(Key::F)])
        .needs(N::Articles),
    entry(2, C::FindNext, ["Next match", "Nächster Treffer"])
        .keys_everywhere(&[plain(Key::F3)])
        .needs(N::Articles),
    entry(2, C::FindPrevious, ["Previous match", "Voriger Treffer"])
        .keys_everywhere(&[shift(Key::F3)])
        .needs(N::Articles),
    entry(
        2,
        C::FindSelection,
        ["Find the selection in all articles", "Auswahl in allen Artikeln suchen"],
    )
    .keys(&[ctrl_shift(Key::F)])
    .needs(N::Selection),
    entry(3, C::SelectNext, ["Select the next sentence", "Nächsten Satz auswählen"])
        .keys(&[plain(Key::V)])
        .needs(N::Articles),
    entry(3, C::SelectPrevious, ["Select the previous sentence", "Vorigen Satz auswählen"])
        .keys(&[shift(Key::V)])
        .needs(N::Articles),
    entry(3, C::SelectFurther, ["Select one more sentence", "Einen Satz mehr auswählen"])
        .keys(&[plain(Key::W)])
        .needs(N::Articles),
    entry(
        3,
        C::TogglePart,
        ["Take the selected parts out, or in", "Gewählte Teile heraus oder hinein"],
    )
    .keys(&[shift(Key::B)])
    .needs(N::Selection),
    entry(9, C::ShowSettings, ["Settings…", "Einstellungen …"])
        .keys_everywhere(&[ctrl(Key::Comma)]),
];
