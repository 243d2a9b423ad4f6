//! Where to find everything else.

use eframe::egui::Key;

use super::{Entry, ctrl, entry, plain};
use crate::app::command::Command as C;

/// The menu's entries, in its order.
pub(super) const ENTRIES: &[Entry] = &[
    entry(0, C::ShowPalette, ["Commands…", "Befehle …"]).keys_everywhere(&[ctrl(Key::K)]),
    entry(0, C::ShowKeys, ["Keys", "Tasten"]).keys(&[plain(Key::Questionmark), plain(Key::F1)]),
    entry(0, C::About, ["About Crosscheck", "Über Crosscheck"]),
];
