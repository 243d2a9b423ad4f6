//! What the window shows, and how.

use eframe::egui::{Key, KeyboardShortcut};

use super::{Entry, alt, ctrl, ctrl_shift, entry, plain, shift};
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
    show(C::ShowArticle1, ["Article 1", "Artikel 1"], &[plain(Key::Num1)]),
    show(C::ShowArticle2, ["Article 2", "Artikel 2"], &[plain(Key::Num2)]),
    show(C::ShowArticle3, ["Article 3", "Artikel 3"], &[plain(Key::Num3)]),
    show(C::ShowArticle4, ["Article 4", "Artikel 4"], &[plain(Key::Num4)]),
    show(C::ShowArticle5, ["Article 5", "Artikel 5"], &[plain(Key::Num5)]),
    show(C::ShowArticle6, ["Article 6", "Artikel 6"], &[plain(Key::Num6)]),
    show(C::ShowArticle7, ["Article 7", "Artikel 7"], &[plain(Key::Num7)]),
    show(C::ShowArticle8, ["Article 8", "Artikel 8"], &[plain(Key::Num8)]),
    column(C::NextArticle, ["Next article", "Nächster Artikel"], &[plain(Key::Period)]),
    column(C::PreviousArticle, ["Previous article", "Voriger Artikel"], &[plain(Key::Comma)]),
    column(
        C::MoveArticleLeft,
        ["Move the article to the left", "Artikel nach links rücken"],
        &[shift(Key::ArrowLeft)],
    ),
    column(
        C::MoveArticleRight,
        ["Move the article to the right", "Artikel nach rechts rücken"],
        &[shift(Key::ArrowRight)],
    ),
    column(
        C::PinArticle,
        ["Pin the article, or unpin it", "Artikel anheften oder lösen"],
        &[shift(Key::P)],
    ),
    column(C::HideArticle, ["Hide the article", "Artikel ausblenden"], &[plain(Key::H)]),
    column(
        C::SoloArticle,
        ["Show the article alone, or all", "Artikel allein zeigen oder alle"],
        &[plain(Key::O)],
    ),
    column(C::ShowAllArticles, ["Show all articles", "Alle Artikel zeigen"], &[shift(Key::H)]),
    column(C::WiderArticle, ["Wider column", "Breitere Spalte"], &[ctrl_shift(Key::ArrowRight)]),
    column(
        C::NarrowerArticle,
        ["Narrower column", "Schmalere Spalte"],
        &[ctrl_shift(Key::ArrowLeft)],
    ),
    column(C::EvenWidths, ["Same width for all columns", "Gleiche Breite für alle Spalten"], &[]),
    column(C::PageDown, ["Down a page", "Eine Seite hinab"], &[plain(Key::PageDown)]),
    column(C::PageUp, ["Up a page", "Eine Seite hinauf"], &[plain(Key::PageUp)]),
    column(
        C::ArticleStart,
        ["Beginning of the article", "Anfang des Artikels"],
        &[plain(Key::Home)],
    ),
    column(C::ArticleEnd, ["End of the article", "Ende des Artikels"], &[plain(Key::End)]),
];

/// A command that brings an article to the front.
const fn show(command: C, names: [&'static str; 2], keys: &'static [KeyboardShortcut]) -> Entry {
    entry(6, command, names).keys(keys).needs(N::Articles)
}

/// A command about the article in front.
const fn column(command: C, names: [&'static str; 2], keys: &'static [KeyboardShortcut]) -> Entry {
    entry(7, command, names).keys(keys).needs(N::Articles)
}
