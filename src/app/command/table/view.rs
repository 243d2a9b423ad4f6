//! What the window shows, and how.

use eframe::egui::Key;

use super::{Entry, alt, ctrl, entry, plain, shift};
use crate::app::command::Command as C;
use crate::app::command::Needs as N;

/// The menu's entries, in its order.
pub(super) const ENTRIES: &[Entry] = &[
    entry(0, C::ShowArticles, ["Articles side by side", "Artikel nebeneinander"])
        .keys_everywhere(&[ctrl(Key::Num1)])
        .needs(N::Review),
    entry(0, C::ShowMatrix, ["Matrix of claims", "Matrix der Aussagen"])
        .keys_everywhere(&[ctrl(Key::Num2)])
        .needs(N::Review),
    entry(0, C::ShowOverview, ["Overview", "Überblick"])
        .keys_everywhere(&[ctrl(Key::Num3)])
        .needs(N::Review),
    entry(0, C::ShowUnchecked, ["Sentences in no claim", "Sätze ohne Aussage"])
        .keys_everywhere(&[ctrl(Key::Num4)])
        .needs(N::Review),
    entry(0, C::ReadInArticle, ["Read it in the article", "Im Artikel lesen"])
        .keys(&[plain(Key::R)])
        .needs(N::Claim),
    entry(1, C::NextPanel, ["Next panel", "Nächster Bereich"])
        .keys_everywhere(&[plain(Key::F6)])
        .needs(N::Review),
    entry(1, C::PreviousPanel, ["Previous panel", "Voriger Bereich"])
        .keys_everywhere(&[shift(Key::F6)])
        .needs(N::Review),
    entry(1, C::ClaimMenu, ["Menu of the claim", "Menü der Aussage"])
        .keys(&[shift(Key::F10), plain(Key::Menu)])
        .needs(N::ClaimsPanel),
    entry(1, C::FoldClaims, ["Show or fold the claims list", "Aussagenliste ein- oder ausblenden"])
        .keys_everywhere(&[ctrl(Key::B)])
        .needs(N::ClaimsPanel),
    entry(
        1,
        C::FoldInspector,
        ["Show or fold the chosen claim", "Gewählte Aussage ein- oder ausblenden"],
    )
    .keys_everywhere(&[ctrl(Key::I)])
    .needs(N::InspectorPanel),
    entry(2, C::SystemTheme, ["Light or dark by the system", "Hell oder dunkel wie das System"]),
    entry(2, C::LightTheme, ["Light", "Hell"]),
    entry(2, C::DarkTheme, ["Dark", "Dunkel"]),
    entry(2, C::HighContrast, ["High contrast", "Hoher Kontrast"]),
    entry(2, C::ReducedMotion, ["Less motion", "Weniger Bewegung"]),
    entry(3, C::LargerText, ["Larger text", "Größerer Text"])
        .keys_everywhere(&[ctrl(Key::Plus), ctrl(Key::Equals)]),
    entry(3, C::SmallerText, ["Smaller text", "Kleinerer Text"])
        .keys_everywhere(&[ctrl(Key::Minus)]),
    entry(3, C::NormalText, ["Usual text size", "Übliche Textgröße"])
        .keys_everywhere(&[ctrl(Key::Num0)]),
    entry(3, C::LooserLines, ["Lines further apart", "Zeilen weiter auseinander"]),
    entry(3, C::TighterLines, ["Lines closer together", "Zeilen enger zusammen"]),
    entry(3, C::UsualLines, ["Usual lines", "Üblicher Zeilenabstand"]),
    entry(4, C::LargerInterface, ["Larger interface", "Größere Oberfläche"])
        .keys(&[alt(Key::Plus), alt(Key::Equals)]),
    entry(4, C::SmallerInterface, ["Smaller interface", "Kleinere Oberfläche"])
        .keys(&[alt(Key::Minus)]),
    entry(4, C::NormalInterface, ["Usual interface size", "Übliche Größe der Oberfläche"])
        .keys(&[alt(Key::Num0)]),
    entry(5, C::SystemLanguage, ["Language by the system", "Sprache wie das System"]),
    entry(5, C::English, ["English", "English"]),
    entry(5, C::German, ["Deutsch", "Deutsch"]),
];
