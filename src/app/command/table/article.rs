//! The articles and their columns.

use eframe::egui::{Key, KeyboardShortcut};

use super::{Entry, ctrl_shift, entry, plain, shift};
use crate::app::command::Command as C;
use crate::app::command::Needs as N;

/// The menu's entries, in its order.
pub(super) const ENTRIES: &[Entry] = &[
    show(C::ShowArticle1, ["Article 1", "Artikel 1"], &[plain(Key::Num1)]),
    show(C::ShowArticle2, ["Article 2", "Artikel 2"], &[plain(Key::Num2)]),
    show(C::ShowArticle3, ["Article 3", "Artikel 3"], &[plain(Key::Num3)]),
    show(C::ShowArticle4, ["Article 4", "Artikel 4"], &[plain(Key::Num4)]),
    show(C::ShowArticle5, ["Article 5", "Artikel 5"], &[plain(Key::Num5)]),
    show(C::ShowArticle6, ["Article 6", "Artikel 6"], &[plain(Key::Num6)]),
    show(C::ShowArticle7, ["Article 7", "Artikel 7"], &[plain(Key::Num7)]),
    show(C::ShowArticle8, ["Article 8", "Artikel 8"], &[plain(Key::Num8)]),
    show(C::NextArticle, ["Next article", "Nächster Artikel"], &[plain(Key::Period)]),
    show(C::PreviousArticle, ["Previous article", "Voriger Artikel"], &[plain(Key::Comma)]),
    column(
        1,
        C::MoveArticleLeft,
        ["Move the article to the left", "Artikel nach links rücken"],
        &[shift(Key::ArrowLeft)],
    ),
    column(
        1,
        C::MoveArticleRight,
        ["Move the article to the right", "Artikel nach rechts rücken"],
        &[shift(Key::ArrowRight)],
    ),
    column(
        1,
        C::PinArticle,
        ["Pin the article, or unpin it", "Artikel anheften oder lösen"],
        &[shift(Key::P)],
    ),
    column(1, C::HideArticle, ["Hide the article", "Artikel ausblenden"], &[plain(Key::H)]),
    column(
        1,
        C::SoloArticle,
        ["Show the article alone, or all", "Artikel allein zeigen oder alle"],
        &[plain(Key::O)],
    ),
    column(1, C::ShowAllArticles, ["Show all articles", "Alle Artikel zeigen"], &[shift(Key::H)]),
    column(2, C::WiderArticle, ["Wider column", "Breitere Spalte"], &[ctrl_shift(Key::ArrowRight)]),
    column(
        2,
        C::NarrowerArticle,
        ["Narrower column", "Schmalere Spalte"],
        &[ctrl_shift(Key::ArrowLeft)],
    ),
    column(
        2,
        C::EvenWidths,
        ["Same width for all columns", "Gleiche Breite für alle Spalten"],
        &[],
    ),
    column(3, C::PageDown, ["Down a page", "Eine Seite hinab"], &[plain(Key::PageDown)]),
    column(3, C::PageUp, ["Up a page", "Eine Seite hinauf"], &[plain(Key::PageUp)]),
    column(
        3,
        C::ArticleStart,
        ["Beginning of the article", "Anfang des Artikels"],
        &[plain(Key::Home)],
    ),
    column(3, C::ArticleEnd, ["End of the article", "Ende des Artikels"], &[plain(Key::End)]),
    column(
        4,
        C::EditArticle,
        ["Edit title, outlet and date…", "Titel, Medium und Datum bearbeiten …"],
        &[shift(Key::E)],
    ),
    column(
        4,
        C::RemoveArticle,
        ["Take the article out of the review", "Artikel aus der Prüfung nehmen"],
        &[],
    ),
];

/// A command that brings an article to the front.
const fn show(command: C, names: [&'static str; 2], keys: &'static [KeyboardShortcut]) -> Entry {
    column(0, command, names, keys)
}

/// A command about the article in front.
const fn column(
    group: u8,
    command: C,
    names: [&'static str; 2],
    keys: &'static [KeyboardShortcut],
) -> Entry {
    entry(group, command, names).keys(keys).needs(N::Articles)
}
