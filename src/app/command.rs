//! Everything the reviewer can do, in one table: name in both languages, keys, menu, and when it
//! can be done.

use std::collections::BTreeSet;

use eframe::egui::{Key, KeyboardShortcut, Modifiers};

use super::{keymap, words};
use crate::model::Tag;

/// Something the reviewer can do, whatever it takes: a menu, a key or a button.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) enum Command {
    NewReview,
    Open,
    OpenSample,
    TypePath,
    AddArticles,
    PasteArticle,
    Save,
    SaveAs,
    ExportSummary,
    Close,
    Quit,
    Undo,
    Redo,
    Copy,
    Find,
    FindInArticles,
    FindNext,
    FindPrevious,
    FindSelection,
    SelectNext,
    SelectPrevious,
    SelectFurther,
    TogglePart,
    FindClaims,
    NextClaim,
    PreviousClaim,
    NextUntagged,
    TagAgreed,
    TagDisputed,
    TagUnique,
    AcceptSuggestion,
    ClearTag,
    WriteNote,
    AddLabel,
    AddEvidence,
    PreviousPassage,
    NextPassage,
    SplitClaim,
    MovePassage,
    MergeClaims,
    NewClaim,
    AddToClaim,
    SetBounds,
    DeleteClaim,
    PickClaim,
    PickNext,
    PickPrevious,
    PickAll,
    PickNone,
    ToggleAdvance,
    NameReviewer,
    SystemTheme,
    LightTheme,
    DarkTheme,
    LargerText,
    SmallerText,
    NormalText,
    LooserLines,
    TighterLines,
    UsualLines,
    ShowArticle1,
    ShowArticle2,
    ShowArticle3,
    ShowArticle4,
    ShowArticle5,
    ShowArticle6,
    ShowArticle7,
    ShowArticle8,
    NextArticle,
    PreviousArticle,
    MoveArticleLeft,
    MoveArticleRight,
    PinArticle,
    HideArticle,
    SoloArticle,
    ShowAllArticles,
    WiderArticle,
    NarrowerArticle,
    EvenWidths,
    PageDown,
    PageUp,
    ArticleStart,
    ArticleEnd,
    SystemLanguage,
    English,
    German,
    SetAside,
    ShowArticles,
    ShowMatrix,
    ShowOverview,
    ShowUnchecked,
    ReadInArticle,
    NextPanel,
    PreviousPanel,
    ShowPalette,
    ShowSettings,
    ShowKeys,
    About,
}

/// A menu of the menu bar.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Menu {
    File,
    Edit,
    Review,
    Claim,
    View,
    Help,
}

impl Menu {
    pub(crate) const ALL: [Self; 6] =
        [Self::File, Self::Edit, Self::Review, Self::Claim, Self::View, Self::Help];
}

/// What must be there for a command to do anything.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Needs {
    Nothing,
    Review,
    Articles,
    Claims,
    Claim,
    Picked,
    Suggestion,
    TaggedClaim,
    Selection,
    SelectionAndClaim,
    /// A sentence that is in no claim, chosen among them.
    Sentence,
    Undoable,
    Redoable,
}

/// Whether keys with Ctrl work while a text field has the keyboard. Plain keys never do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Reach {
    /// Everywhere.
    Everywhere,
    /// Not in a text field, whose keys they are.
    OutsideText,
}

/// What the table says of a command.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    pub(crate) command: Command,
    /// What it is called, in English and in German.
    names: [&'static str; 2],
    pub(crate) menu: Menu,
    /// Commands of one menu with other groups are parted by a line.
    pub(crate) group: u8,
    pub(crate) keys: &'static [KeyboardShortcut],
    pub(crate) reach: Reach,
    pub(crate) needs: Needs,
}

impl Entry {
    /// What it is called in the language of the window.
    pub(crate) fn name(&self) -> &'static str {
        let [english, german] = self.names;
        words::either(english, german)
    }

    /// Its name without the sign that more will be asked.
    pub(crate) fn plain_name(&self) -> &'static str {
        self.name().trim_end_matches('…').trim_end()
    }

    /// What it is called in each language.
    #[cfg(test)]
    pub(crate) const fn names(&self) -> [&'static str; 2] {
        self.names
    }
}

/// What is there, to tell which commands can be done.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Situation(BTreeSet<Needs>);

impl Situation {
    /// Whether what a command needs is there.
    pub(crate) fn meets(&self, needs: Needs) -> bool {
        needs == Needs::Nothing || self.0.contains(&needs)
    }
}

impl Needs {
    /// Whether one of the two is never there when the other is: then commands may share their keys.
    pub(crate) const fn excludes(self, other: Self) -> bool {
        matches!((self, other), (Self::Sentence, Self::Claim) | (Self::Claim, Self::Sentence))
    }
}

impl FromIterator<(Needs, bool)> for Situation {
    /// From what may be needed and whether it is there.
    fn from_iter<I: IntoIterator<Item = (Needs, bool)>>(there: I) -> Self {
        Self(there.into_iter().filter(|(_, is_there)| *is_there).map(|(needs, _)| needs).collect())
    }
}

impl Command {
    /// What the table says of it.
    pub(crate) fn entry(self) -> &'static Entry {
        // Every command stands in the table once, which a test sees to.
        TABLE.iter().find(|entry| entry.command == self).unwrap_or(&TABLE[0])
    }

    /// Whether keys mean something else after it: it leads into a text field, or puts something in
    /// front of the window.
    pub(crate) const fn leads_away(self) -> bool {
        matches!(
            self,
            Self::WriteNote
                | Self::Find
                | Self::FindInArticles
                | Self::AddLabel
                | Self::AddEvidence
                | Self::MovePassage
                | Self::NewReview
                | Self::Open
                | Self::AddArticles
                | Self::TypePath
                | Self::Save
                | Self::SaveAs
                | Self::ExportSummary
                | Self::Close
                | Self::Quit
                | Self::NameReviewer
                | Self::ShowPalette
                | Self::ShowSettings
                | Self::ShowKeys
                | Self::About
        )
    }

    /// The number of the article that the command brings to the front.
    pub(crate) const fn article_number(self) -> Option<usize> {
        Some(match self {
            Self::ShowArticle1 => 1,
            Self::ShowArticle2 => 2,
            Self::ShowArticle3 => 3,
            Self::ShowArticle4 => 4,
            Self::ShowArticle5 => 5,
            Self::ShowArticle6 => 6,
            Self::ShowArticle7 => 7,
            Self::ShowArticle8 => 8,
            _ => return None,
        })
    }

    /// Whether it does something to a column of the articles, which only they have.
    pub(crate) const fn is_about_columns(self) -> bool {
        use Command as C;
        matches!(
            self,
            C::NextArticle
                | C::PreviousArticle
                | C::MoveArticleLeft
                | C::MoveArticleRight
                | C::PinArticle
                | C::HideArticle
                | C::SoloArticle
                | C::ShowAllArticles
                | C::WiderArticle
                | C::NarrowerArticle
                | C::EvenWidths
                | C::PageDown
                | C::PageUp
                | C::ArticleStart
                | C::ArticleEnd
                | C::SelectNext
                | C::SelectPrevious
                | C::SelectFurther
        )
    }

    /// Whether it leads into the text of the articles.
    pub(crate) const fn is_found_in_articles(self) -> bool {
        self.article_number().is_some()
            || matches!(
                self,
                Self::FindInArticles | Self::FindNext | Self::FindPrevious | Self::FindSelection
            )
    }

    /// The command that tags.
    pub(crate) const fn of_tag(tag: Tag) -> Self {
        match tag {
            Tag::Agreed => Self::TagAgreed,
            Tag::Disputed => Self::TagDisputed,
            Tag::Unique => Self::TagUnique,
        }
    }

    /// Its first keys as they are shown, or nothing.
    pub(crate) fn keys_text(self) -> String {
        keymap::current().keys(self).first().copied().map(keys_text).unwrap_or_default()
    }
}

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

const fn plain(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

const fn shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::SHIFT, key)
}

const fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn ctrl_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers { shift: true, ..Modifiers::COMMAND }, key)
}

/// One line of the table.
const fn entry(
    command: Command,
    names: [&'static str; 2],
    place: (Menu, u8),
    keys: (&'static [KeyboardShortcut], Reach),
    needs: Needs,
) -> Entry {
    Entry { command, names, menu: place.0, group: place.1, keys: keys.0, reach: keys.1, needs }
}

/// A line of the table that brings an article to the front.
const fn show(
    command: Command,
    names: [&'static str; 2],
    keys: &'static [KeyboardShortcut],
) -> Entry {
    entry(command, names, (M::View, 3), (keys, OutsideText), N::Articles)
}

/// A line of the table about the article in front.
const fn column(
    command: Command,
    names: [&'static str; 2],
    keys: &'static [KeyboardShortcut],
) -> Entry {
    entry(command, names, (M::View, 4), (keys, OutsideText), N::Articles)
}

use Command as C;
use Menu as M;
use Needs as N;
use Reach::{Everywhere, OutsideText};

/// All commands, in the order of the menus.
pub(crate) const TABLE: &[Entry] = &[
    entry(
        C::NewReview,
        ["New review from articles…", "Neue Prüfung aus Artikeln …"],
        (M::File, 0),
        (&[ctrl(Key::N)], Everywhere),
        N::Nothing,
    ),
    entry(C::Open, ["Open…", "Öffnen …"], (M::File, 0), (&[ctrl(Key::O)], Everywhere), N::Nothing),
    entry(
        C::TypePath,
        ["Open by path…", "Über den Pfad öffnen …"],
        (M::File, 0),
        (&[ctrl_shift(Key::O)], Everywhere),
        N::Nothing,
    ),
    entry(
        C::OpenSample,
        ["Open the sample", "Beispiel öffnen"],
        (M::File, 0),
        (&[], Everywhere),
        N::Nothing,
    ),
    entry(
        C::AddArticles,
        ["Add articles…", "Artikel hinzufügen …"],
        (M::File, 1),
        (&[ctrl_shift(Key::A)], Everywhere),
        N::Review,
    ),
    entry(
        C::PasteArticle,
        ["Paste as an article", "Als Artikel einfügen"],
        (M::File, 1),
        (&[ctrl(Key::V)], OutsideText),
        N::Nothing,
    ),
    entry(C::Save, ["Save", "Speichern"], (M::File, 2), (&[ctrl(Key::S)], Everywhere), N::Review),
    entry(
        C::SaveAs,
        ["Save as…", "Speichern unter …"],
        (M::File, 2),
        (&[ctrl_shift(Key::S)], Everywhere),
        N::Review,
    ),
    entry(
        C::ExportSummary,
        ["Export summary…", "Übersicht ausgeben …"],
        (M::File, 2),
        (&[ctrl(Key::E)], Everywhere),
        N::Review,
    ),
    entry(
        C::Close,
        ["Close review", "Prüfung schließen"],
        (M::File, 3),
        (&[ctrl(Key::W)], Everywhere),
        N::Review,
    ),
    entry(C::Quit, ["Quit", "Beenden"], (M::File, 3), (&[ctrl(Key::Q)], Everywhere), N::Nothing),
    entry(
        C::Undo,
        ["Undo", "Zurücknehmen"],
        (M::Edit, 0),
        (&[ctrl(Key::Z)], OutsideText),
        N::Undoable,
    ),
    entry(
        C::Redo,
        ["Redo", "Wiederholen"],
        (M::Edit, 0),
        (&[ctrl_shift(Key::Z), ctrl(Key::Y)], OutsideText),
        N::Redoable,
    ),
    entry(
        C::Copy,
        ["Copy", "Kopieren"],
        (M::Edit, 1),
        (&[ctrl(Key::C)], OutsideText),
        N::Selection,
    ),
    entry(
        C::Find,
        ["Search the claims…", "In den Aussagen suchen …"],
        (M::Edit, 2),
        (&[plain(Key::Slash)], Everywhere),
        N::Review,
    ),
    entry(
        C::FindInArticles,
        ["Find in the articles…", "In den Artikeln suchen …"],
        (M::Edit, 2),
        (&[ctrl(Key::F)], Everywhere),
        N::Articles,
    ),
    entry(
        C::FindNext,
        ["Next match", "Nächster Treffer"],
        (M::Edit, 2),
        (&[plain(Key::F3)], Everywhere),
        N::Articles,
    ),
    entry(
        C::FindPrevious,
        ["Previous match", "Voriger Treffer"],
        (M::Edit, 2),
        (&[shift(Key::F3)], Everywhere),
        N::Articles,
    ),
    entry(
        C::FindSelection,
        ["Find the selection in all articles", "Auswahl in allen Artikeln suchen"],
        (M::Edit, 2),
        (&[ctrl_shift(Key::F)], OutsideText),
        N::Selection,
    ),
    entry(
        C::SelectNext,
        ["Select the next sentence", "Nächsten Satz auswählen"],
        (M::Edit, 3),
        (&[plain(Key::V)], OutsideText),
        N::Articles,
    ),
    entry(
        C::SelectPrevious,
        ["Select the previous sentence", "Vorigen Satz auswählen"],
        (M::Edit, 3),
        (&[shift(Key::V)], OutsideText),
        N::Articles,
    ),
    entry(
        C::SelectFurther,
        ["Select one more sentence", "Einen Satz mehr auswählen"],
        (M::Edit, 3),
        (&[plain(Key::W)], OutsideText),
        N::Articles,
    ),
    entry(
        C::TogglePart,
        ["Selection belongs to the article, or not", "Auswahl gehört zum Artikel oder nicht"],
        (M::Edit, 3),
        (&[shift(Key::B)], OutsideText),
        N::Selection,
    ),
    entry(
        C::ShowSettings,
        ["Settings…", "Einstellungen …"],
        (M::Edit, 9),
        (&[ctrl(Key::Comma)], Everywhere),
        N::Nothing,
    ),
    entry(
        C::FindClaims,
        ["Find claims", "Aussagen suchen"],
        (M::Review, 0),
        (&[ctrl(Key::G)], Everywhere),
        N::Articles,
    ),
    entry(
        C::NextClaim,
        ["Next claim", "Nächste Aussage"],
        (M::Review, 1),
        (&[plain(Key::J), plain(Key::ArrowDown)], OutsideText),
        N::Claims,
    ),
    entry(
        C::PreviousClaim,
        ["Previous claim", "Vorige Aussage"],
        (M::Review, 1),
        (&[plain(Key::K), plain(Key::ArrowUp)], OutsideText),
        N::Claims,
    ),
    entry(
        C::NextUntagged,
        ["Next untagged claim", "Nächste offene Aussage"],
        (M::Review, 1),
        (&[shift(Key::J)], OutsideText),
        N::Claims,
    ),
    entry(
        C::TagAgreed,
        ["Tag agreed", "Als einig kennzeichnen"],
        (M::Claim, 2),
        (&[plain(Key::A)], OutsideText),
        N::Claim,
    ),
    entry(
        C::TagDisputed,
        ["Tag disputed", "Als strittig kennzeichnen"],
        (M::Claim, 2),
        (&[plain(Key::D)], OutsideText),
        N::Claim,
    ),
    entry(
        C::TagUnique,
        ["Tag unique", "Als einzeln kennzeichnen"],
        (M::Claim, 2),
        (&[plain(Key::U)], OutsideText),
        N::Claim,
    ),
    entry(
        C::AcceptSuggestion,
        ["Accept the suggestion", "Vorschlag annehmen"],
        (M::Claim, 2),
        (&[plain(Key::Enter)], OutsideText),
        N::Suggestion,
    ),
    entry(
        C::ClearTag,
        ["Clear the tag", "Kennzeichen entfernen"],
        (M::Claim, 2),
        (&[plain(Key::Backspace)], OutsideText),
        N::TaggedClaim,
    ),
    entry(
        C::WriteNote,
        ["Write a note", "Notiz schreiben"],
        (M::Claim, 3),
        (&[plain(Key::N)], OutsideText),
        N::Claim,
    ),
    entry(
        C::AddLabel,
        ["Add a label", "Schlagwort hinzufügen"],
        (M::Claim, 3),
        (&[plain(Key::L)], OutsideText),
        N::Claim,
    ),
    entry(
        C::AddEvidence,
        ["Add evidence…", "Beleg hinzufügen …"],
        (M::Claim, 3),
        (&[plain(Key::E)], OutsideText),
        N::Claim,
    ),
    entry(
        C::PreviousPassage,
        ["Previous passage", "Vorige Stelle"],
        (M::Claim, 4),
        (&[plain(Key::ArrowLeft)], OutsideText),
        N::Claim,
    ),
    entry(
        C::NextPassage,
        ["Next passage", "Nächste Stelle"],
        (M::Claim, 4),
        (&[plain(Key::ArrowRight)], OutsideText),
        N::Claim,
    ),
    entry(
        C::SplitClaim,
        ["Split the passage off", "Stelle abtrennen"],
        (M::Claim, 4),
        (&[plain(Key::S)], OutsideText),
        N::Claim,
    ),
    entry(
        C::MovePassage,
        ["Move the passage…", "Stelle verschieben …"],
        (M::Claim, 4),
        (&[shift(Key::M)], OutsideText),
        N::Claim,
    ),
    entry(
        C::MergeClaims,
        ["Merge the picked claims", "Markierte Aussagen vereinen"],
        (M::Claim, 4),
        (&[plain(Key::M)], OutsideText),
        N::Claim,
    ),
    entry(
        C::NewClaim,
        ["New claim from selection", "Neue Aussage aus der Auswahl"],
        (M::Claim, 5),
        (&[plain(Key::C)], OutsideText),
        N::Selection,
    ),
    entry(
        C::AddToClaim,
        ["Add selection to the claim", "Auswahl zur Aussage hinzufügen"],
        (M::Claim, 5),
        (&[plain(Key::P)], OutsideText),
        N::SelectionAndClaim,
    ),
    entry(
        C::SetBounds,
        ["Set the passage to the selection", "Stelle auf die Auswahl setzen"],
        (M::Claim, 5),
        (&[plain(Key::B)], OutsideText),
        N::SelectionAndClaim,
    ),
    entry(
        C::DeleteClaim,
        ["Delete the claim", "Aussage löschen"],
        (M::Claim, 5),
        (&[plain(Key::Delete)], OutsideText),
        N::Claim,
    ),
    entry(
        C::PickClaim,
        ["Pick the claim", "Aussage markieren"],
        (M::Review, 6),
        (&[plain(Key::X)], OutsideText),
        N::Claim,
    ),
    entry(
        C::PickNext,
        ["Pick on to the next claim", "Bis zur nächsten Aussage markieren"],
        (M::Review, 6),
        (&[shift(Key::ArrowDown)], OutsideText),
        N::Claim,
    ),
    entry(
        C::PickPrevious,
        ["Pick on to the previous claim", "Bis zur vorigen Aussage markieren"],
        (M::Review, 6),
        (&[shift(Key::ArrowUp)], OutsideText),
        N::Claim,
    ),
    entry(
        C::PickAll,
        ["Pick all listed claims", "Alle aufgeführten Aussagen markieren"],
        (M::Review, 6),
        (&[ctrl(Key::A)], OutsideText),
        N::Claims,
    ),
    entry(
        C::PickNone,
        ["Pick no claims", "Keine Aussage markieren"],
        (M::Review, 6),
        (&[], OutsideText),
        N::Picked,
    ),
    entry(
        C::ToggleAdvance,
        ["Go on after tagging", "Nach dem Kennzeichnen weitergehen"],
        (M::Review, 7),
        (&[], Everywhere),
        N::Nothing,
    ),
    entry(
        C::SetAside,
        ["Set the sentence aside", "Satz beiseitelegen"],
        (M::Review, 4),
        (&[plain(Key::X)], OutsideText),
        N::Sentence,
    ),
    entry(
        C::NameReviewer,
        ["Your name…", "Ihr Name …"],
        (M::Review, 7),
        (&[], Everywhere),
        N::Nothing,
    ),
    entry(
        C::ShowArticles,
        ["Articles side by side", "Artikel nebeneinander"],
        (M::View, 0),
        (&[ctrl(Key::Num1)], Everywhere),
        N::Review,
    ),
    entry(
        C::ShowMatrix,
        ["Matrix of claims", "Matrix der Aussagen"],
        (M::View, 0),
        (&[ctrl(Key::Num2)], Everywhere),
        N::Review,
    ),
    entry(
        C::ShowOverview,
        ["Overview", "Überblick"],
        (M::View, 0),
        (&[ctrl(Key::Num3)], Everywhere),
        N::Review,
    ),
    entry(
        C::ShowUnchecked,
        ["Unchecked sentences", "Ungeprüfte Sätze"],
        (M::View, 0),
        (&[ctrl(Key::Num4)], Everywhere),
        N::Review,
    ),
    entry(
        C::ReadInArticle,
        ["Read it in the article", "Im Artikel lesen"],
        (M::View, 0),
        (&[plain(Key::R)], OutsideText),
        N::Claim,
    ),
    entry(
        C::NextPanel,
        ["Next panel", "Nächster Bereich"],
        (M::View, 10),
        (&[plain(Key::F6)], Everywhere),
        N::Review,
    ),
    entry(
        C::PreviousPanel,
        ["Previous panel", "Voriger Bereich"],
        (M::View, 10),
        (&[shift(Key::F6)], Everywhere),
        N::Review,
    ),
    entry(
        C::SystemTheme,
        ["Light or dark by the system", "Hell oder dunkel wie das System"],
        (M::View, 0),
        (&[], Everywhere),
        N::Nothing,
    ),
    entry(C::LightTheme, ["Light", "Hell"], (M::View, 0), (&[], Everywhere), N::Nothing),
    entry(C::DarkTheme, ["Dark", "Dunkel"], (M::View, 0), (&[], Everywhere), N::Nothing),
    entry(
        C::LargerText,
        ["Larger text", "Größerer Text"],
        (M::View, 1),
        (&[ctrl(Key::Plus), ctrl(Key::Equals)], Everywhere),
        N::Nothing,
    ),
    entry(
        C::SmallerText,
        ["Smaller text", "Kleinerer Text"],
        (M::View, 1),
        (&[ctrl(Key::Minus)], Everywhere),
        N::Nothing,
    ),
    entry(
        C::NormalText,
        ["Usual text size", "Übliche Textgröße"],
        (M::View, 1),
        (&[ctrl(Key::Num0)], Everywhere),
        N::Nothing,
    ),
    entry(
        C::LooserLines,
        ["Lines further apart", "Zeilen weiter auseinander"],
        (M::View, 1),
        (&[], Everywhere),
        N::Nothing,
    ),
    entry(
        C::TighterLines,
        ["Lines closer together", "Zeilen enger zusammen"],
        (M::View, 1),
        (&[], Everywhere),
        N::Nothing,
    ),
    entry(
        C::UsualLines,
        ["Usual lines", "Üblicher Zeilenabstand"],
        (M::View, 1),
        (&[], Everywhere),
        N::Nothing,
    ),
    entry(
        C::SystemLanguage,
        ["Language by the system", "Sprache wie das System"],
        (M::View, 2),
        (&[], Everywhere),
        N::Nothing,
    ),
    entry(C::English, ["English", "English"], (M::View, 2), (&[], Everywhere), N::Nothing),
    entry(C::German, ["Deutsch", "Deutsch"], (M::View, 2), (&[], Everywhere), N::Nothing),
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
    entry(
        C::ShowPalette,
        ["Commands…", "Befehle …"],
        (M::Help, 0),
        (&[ctrl(Key::K)], Everywhere),
        N::Nothing,
    ),
    entry(
        C::ShowKeys,
        ["Keys", "Tasten"],
        (M::Help, 0),
        (&[plain(Key::Questionmark), plain(Key::F1)], OutsideText),
        N::Nothing,
    ),
    entry(
        C::About,
        ["About Crosscheck", "Über Crosscheck"],
        (M::Help, 0),
        (&[], Everywhere),
        N::Nothing,
    ),
];

#[cfg(test)]
mod tests {
    use super::keymap::Keymap;
    use super::*;

    #[test]
    fn no_two_commands_that_can_be_done_at_once_share_a_key() {
        for entry in TABLE {
            for keys in entry.keys {
                let other = Keymap::default().clash(entry.command, *keys);
                assert_eq!(other, None, "{}: {}", entry.name(), keys_text(*keys));
            }
        }
    }

    #[test]
    fn every_command_stands_in_the_table_once() {
        for entry in TABLE {
            assert_eq!(
                TABLE.iter().filter(|other| other.command == entry.command).count(),
                1,
                "{}",
                entry.name()
            );
        }
        // `About` is the last of the enum: as many lines as commands.
        assert_eq!(TABLE.len(), Command::About as usize + 1);
    }
}
