//! Everything the reviewer can do.
//!
//! [`table`] tells of each command its names, keys and menu, [`needs`] when it can be done, [`shown`]
//! how its keys are written.

mod needs;
mod shown;
mod table;

pub(crate) use needs::{Needs, Situation};
pub(crate) use shown::keys_text;
pub(crate) use table::{Entry, Menu, Reach, entries};

use super::keymap;
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
    EditSummary,
    WriteNote,
    AddLabel,
    AddEvidence,
    CopySummary,
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
    ReviewDetails,
    SystemTheme,
    LightTheme,
    DarkTheme,
    HighContrast,
    ReducedMotion,
    LargerText,
    SmallerText,
    NormalText,
    LooserLines,
    TighterLines,
    UsualLines,
    LargerInterface,
    SmallerInterface,
    NormalInterface,
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
    EditArticle,
    RemoveArticle,
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
    ClaimMenu,
    FoldClaims,
    FoldInspector,
    ShowPalette,
    ShowSettings,
    ShowKeys,
    About,
}

impl Command {
    /// What the table says of it.
    pub(crate) fn entry(self) -> &'static Entry {
        // Every command stands in the table once, which a test sees to.
        entries().find(|entry| entry.command == self).unwrap_or(table::FIRST)
    }

    /// Whether keys mean something else after it: it leads into a text field, or puts something in
    /// front of the window.
    pub(crate) const fn leads_away(self) -> bool {
        matches!(
            self,
            Self::EditSummary
                | Self::WriteNote
                | Self::Find
                | Self::FindInArticles
                | Self::AddLabel
                | Self::AddEvidence
                | Self::MovePassage
                | Self::EditArticle
                | Self::NewReview
                | Self::Open
                | Self::AddArticles
                | Self::TypePath
                | Self::Save
                | Self::SaveAs
                | Self::ExportSummary
                | Self::Close
                | Self::Quit
                | Self::ReviewDetails
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
                | C::EditArticle
                | C::RemoveArticle
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
