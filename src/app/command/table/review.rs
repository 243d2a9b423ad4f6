//! Going through the claims, and picking several.

use eframe::egui::Key;

use super::{Entry, ctrl, entry, plain, shift};
use crate::app::command::Command as C;
use crate::app::command::Needs as N;

/// The menu's entries, in its order.
pub(super) const ENTRIES: &[Entry] = &[
    entry(0, C::FindClaims, ["Find claims", "Aussagen suchen"])
        .keys_everywhere(&[ctrl(Key::G)])
        .needs(N::Articles),
    entry(1, C::NextClaim, ["Next claim", "Nächste Aussage"])
        .keys(&[plain(Key::J), plain(Key::ArrowDown)])
        .needs(N::Claims),
    entry(1, C::PreviousClaim, ["Previous claim", "Vorige Aussage"])
        .keys(&[plain(Key::K), plain(Key::ArrowUp)])
        .needs(N::Claims),
    entry(1, C::NextUntagged, ["Next untagged claim", "Nächste offene Aussage"])
        .keys(&[shift(Key::J)])
        .needs(N::Claims),
    entry(6, C::PickClaim, ["Pick the claim", "Aussage markieren"])
        .keys(&[plain(Key::X)])
        .needs(N::Claim),
    entry(6, C::PickNext, ["Pick on to the next claim", "Bis zur nächsten Aussage markieren"])
        .keys(&[shift(Key::ArrowDown)])
        .needs(N::Claim),
    entry(
        6,
        C::PickPrevious,
        ["Pick on to the previous claim", "Bis zur vorigen Aussage markieren"],
    )
    .keys(&[shift(Key::ArrowUp)])
    .needs(N::Claim),
    entry(6, C::PickAll, ["Pick all listed claims", "Alle aufgeführten Aussagen markieren"])
        .keys(&[ctrl(Key::A)])
        .needs(N::Claims),
    entry(6, C::PickNone, ["Pick no claims", "Keine Aussage markieren"]).keys(&[]).needs(N::Picked),
    entry(7, C::ToggleAdvance, ["Go on after tagging", "Nach dem Kennzeichnen weitergehen"]),
    entry(4, C::SetAside, ["Set the sentence aside", "Satz beiseitelegen"])
        .keys(&[plain(Key::X)])
        .needs(N::Sentence),
    entry(7, C::ReviewDetails, ["Review details…", "Angaben zur Prüfung …"])
        .keys_everywhere(&[ctrl(Key::D)])
        .needs(N::Review),
];
