//! What a view asks for. Views change nothing themselves: they push actions, and one place runs them.

use std::path::PathBuf;

use super::articles::Selection;
use super::command::Command;
use super::view::TagFilter;
use crate::model::{ArticleId, ClaimId, Metadata, PartKind, ReasonKind};
use crate::session::Recovered;

/// Something a view asks for.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Action {
    /// Do what the command says.
    Command(Command),
    /// Choose a claim and show its passages.
    ChooseClaim(ClaimId),
    /// Bring an article to the front.
    ShowArticle(ArticleId),
    /// Bring the place of an article at that byte into view.
    ShowPlace(ArticleId, usize),
    /// Select text, or nothing.
    SelectText(Option<Selection>),
    /// Fold or unfold the boilerplate that begins with that part.
    ToggleFold(ArticleId, usize),
    /// Say what a part is.
    SetPartKind(ArticleId, usize, PartKind),
    /// Put an article at that place of the row.
    MoveArticle(ArticleId, usize),
    /// Take an article out of the review.
    RemoveArticle(ArticleId),
    /// Ask for what an article says of itself.
    EditMetadata(ArticleId),
    /// Say what an article says of itself.
    SetMetadata(ArticleId, Box<Metadata>),
    /// Give a claim another note.
    SetNote(ClaimId, String),
    /// Give a claim another summary.
    SetSummary(ClaimId, String),
    /// Take the passage of that index out of a claim.
    RemovePassage(ClaimId, usize),
    /// Show the claims of a tag only.
    FilterByTag(TagFilter),
    /// Show the claims with a reason of that kind only.
    FilterByReason(Option<ReasonKind>),
    /// Open or add what lies at these paths.
    TakePaths(Vec<PathBuf>),
    /// Write the summary there.
    ExportTo(PathBuf),
    /// Save the project there.
    SaveTo(PathBuf),
    /// Take a path out of the recent ones.
    ForgetRecent(PathBuf),
    /// Name the reviewer.
    SetReviewer(String),
    /// Open the backup of the project at that path.
    OpenBackup(PathBuf),
    /// Open the project at that path although another window has it open.
    OpenAllTheSame(PathBuf),
    /// Go on with work that a crash left.
    TakeUp(Recovered, Option<PathBuf>),
    /// Throw away work that a crash left.
    DropRecovered(Recovered),
    /// Save although another program changed the file.
    SaveAnyway,
    /// Save, then do what was waiting for it.
    SaveThen(Box<Action>),
    /// Do it although unsaved work is lost.
    Discard(Box<Action>),
    /// Stop the job.
    CancelJob,
    /// Shut the dialog.
    CloseDialog,
}
