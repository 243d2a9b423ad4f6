//! Opening, saving, exporting, and leaving.

use eframe::egui::Key;

use super::{Entry, ctrl, ctrl_shift, entry};
use crate::app::command::Command as C;
use crate::app::command::Needs as N;

/// The menu's entries, in its order.
pub(super) const ENTRIES: &[Entry] = &[
    entry(0, C::NewReview, ["New review from articles…", "Neue Prüfung aus Artikeln …"])
        .keys_everywhere(&[ctrl(Key::N)]),
    entry(0, C::Open, ["Open…", "Öffnen …"]).keys_everywhere(&[ctrl(Key::O)]),
    entry(0, C::TypePath, ["Open by path…", "Über den Pfad öffnen …"])
        .keys_everywhere(&[ctrl_shift(Key::O)]),
    entry(0, C::OpenSample, ["Open the sample", "Beispiel öffnen"]),
    entry(1, C::AddArticles, ["Add articles…", "Artikel hinzufügen …"])
        .keys_everywhere(&[ctrl_shift(Key::A)])
        .needs(N::Review),
    entry(1, C::PasteArticle, ["Paste as an article", "Als Artikel einfügen"])
        .keys(&[ctrl(Key::V)]),
    entry(2, C::Save, ["Save", "Speichern"]).keys_everywhere(&[ctrl(Key::S)]).needs(N::Review),
    entry(2, C::SaveAs, ["Save as…", "Speichern unter …"])
        .keys_everywhere(&[ctrl_shift(Key::S)])
        .needs(N::Review),
    entry(2, C::ExportSummary, ["Export summary…", "Übersicht ausgeben …"])
        .keys_everywhere(&[ctrl(Key::E)])
        .needs(N::Review),
    entry(3, C::Close, ["Close review", "Prüfung schließen"])
        .keys_everywhere(&[ctrl(Key::W)])
        .needs(N::Review),
    entry(3, C::Quit, ["Quit", "Beenden"]).keys_everywhere(&[ctrl(Key::Q)]),
];
