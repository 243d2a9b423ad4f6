//! What is done to the chosen claim.

use eframe::egui::Key;

use super::{Entry, entry, plain, shift};
use crate::app::command::Command as C;
use crate::app::command::Needs as N;

/// The menu's entries, in its order.
pub(super) const ENTRIES: &[Entry] = &[
    entry(2, C::TagAgreed, ["Tag agreed", "Als einig kennzeichnen"])
        .keys(&[plain(Key::A)])
        .needs(N::Claim),
    entry(2, C::TagDisputed, ["Tag disputed", "Als strittig kennzeichnen"])
        .keys(&[plain(Key::D)])
        .needs(N::Claim),
    entry(2, C::TagUnique, ["Tag unique", "Als einzeln kennzeichnen"])
        .keys(&[plain(Key::U)])
        .needs(N::Claim),
    entry(2, C::AcceptSuggestion, ["Accept the suggestion", "Vorschlag annehmen"])
        .keys(&[plain(Key::Enter)])
        .needs(N::Suggestion),
    entry(2, C::ClearTag, ["Clear the tag", "Kennzeichen entfernen"])
        .keys(&[plain(Key::Backspace)])
        .needs(N::TaggedClaim),
    entry(3, C::EditSummary, ["Edit the summary", "Zusammenfassung ändern"])
        .keys(&[plain(Key::F2)])
        .needs(N::Claim),
    entry(3, C::WriteNote, ["Write a note", "Notiz schreiben"])
        .keys(&[plain(Key::N)])
        .needs(N::Claim),
    entry(3, C::AddLabel, ["Add a label", "Schlagwort hinzufügen"])
        .keys(&[plain(Key::L)])
        .needs(N::Claim),
    entry(3, C::AddEvidence, ["Add evidence…", "Beleg hinzufügen …"])
        .keys(&[plain(Key::E)])
        .needs(N::Claim),
    entry(3, C::CopySummary, ["Copy the summary", "Zusammenfassung kopieren"])
        .keys(&[shift(Key::C)])
        .needs(N::Claim),
    entry(4, C::PreviousPassage, ["Previous passage", "Vorige Stelle"])
        .keys(&[plain(Key::ArrowLeft)])
        .needs(N::Claim),
    entry(4, C::NextPassage, ["Next passage", "Nächste Stelle"])
        .keys(&[plain(Key::ArrowRight)])
        .needs(N::Claim),
    entry(4, C::SplitClaim, ["Split the passage off", "Stelle abtrennen"])
        .keys(&[plain(Key::S)])
        .needs(N::Claim),
    entry(4, C::MovePassage, ["Move the passage…", "Stelle verschieben …"])
        .keys(&[shift(Key::M)])
        .needs(N::Claim),
    entry(4, C::MergeClaims, ["Merge the picked claims", "Markierte Aussagen vereinen"])
        .keys(&[plain(Key::M)])
        .needs(N::SeveralPicked),
    entry(5, C::NewClaim, ["New claim from selection", "Neue Aussage aus der Auswahl"])
        .keys(&[plain(Key::C)])
        .needs(N::Selection),
    entry(5, C::AddToClaim, ["Add selection to the claim", "Auswahl zur Aussage hinzufügen"])
        .keys(&[plain(Key::P)])
        .needs(N::SelectionAndClaim),
    entry(5, C::SetBounds, ["Set the passage to the selection", "Stelle auf die Auswahl setzen"])
        .keys(&[plain(Key::B)])
        .needs(N::SelectionAndClaim),
    entry(5, C::DeleteClaim, ["Delete the claim", "Aussage löschen"])
        .keys(&[plain(Key::Delete)])
        .needs(N::Claim),
];
