//! What a view asks for. Views change nothing themselves: they push actions, and one place runs them.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::articles::Selection;
use super::command::Command;
use super::settings_dialog::Setting;
use super::view::{ClaimFilter, ClaimOrder, Facet};
use super::workbench::Asked;
use crate::model::{ArticleId, ClaimId, Metadata, PartKind, Place, Stance};
use crate::session::Recovered;
use crate::storage::settings::MainView;

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
    /// Look at a passage of the chosen claim.
    LookAt(Place),
    /// Compare the other passages of a claim with the one of that index.
    SetReference(ClaimId, usize),
    /// Say how the passage of that index stands to the claim.
    SetStance(ClaimId, usize, Stance),
    /// Make the passage of that index a claim of its own.
    SplitOff(ClaimId, usize),
    /// Ask which claim the passage of that index is to move to.
    AskMove(ClaimId, usize),
    /// Move the passage of that index of the first claim to the second.
    MovePassage(ClaimId, usize, ClaimId),
    /// Give a claim other labels.
    SetLabels(ClaimId, BTreeSet<String>),
    /// Ask for the evidence of that index; past the end for more.
    EditEvidence(ClaimId, usize),
    /// Add the evidence that is being written.
    PutEvidence,
    /// Throw away the evidence that is being written.
    DropEvidence,
    /// Go on with the evidence that was begun and has that number.
    ResumeEvidence(usize),
    /// Do it although evidence that was begun is lost.
    DropDrafts(Box<Action>),
    /// Take the evidence of that index away.
    RemoveEvidence(ClaimId, usize),
    /// Take the passage of that index out of a claim.
    RemovePassage(ClaimId, usize),
    /// Choose a claim and pick no others.
    ClickClaim(ClaimId),
    /// Choose a claim; others stay picked only if it is one of them.
    MeanClaim(ClaimId),
    /// Pick a claim beside those that are picked, or no more.
    Pick(ClaimId),
    /// Pick the claims from the chosen one to that one.
    PickUpTo(ClaimId),
    /// Filter the claims by something, or no more.
    Filter(Facet),
    /// Show all claims.
    ShowAllClaims,
    /// Show the claims in that order.
    OrderClaims(ClaimOrder),
    /// Open or add what lies at these paths.
    TakePaths(Vec<PathBuf>),
    /// Do what paths were asked for, with those that were typed.
    TakeTyped(Asked, Vec<PathBuf>),
    /// Take a path out of the recent ones.
    ForgetRecent(PathBuf),
    /// Give the review a title and the reviewer a name.
    SetDetails { title: String, reviewer: String },
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
    /// Show another view.
    Show(MainView),
    /// Show the claims that a filter lets through beside the articles.
    ShowClaims(Box<ClaimFilter>),
    /// Show a claim in the articles, one of them in front.
    ReadClaim(ClaimId, Option<ArticleId>),
    /// Show an article beside the others.
    ReadArticle(ArticleId),
    /// Choose a claim that was looked for.
    FoundClaim(ClaimId),
    /// Choose a cell of the matrix.
    ClickCell(ClaimId, ArticleId),
    /// Look at a sentence that is in no claim, or at none.
    ChooseSentence(Option<Place>),
    /// Show the sentences that were set aside, or the others.
    ShowAside(bool),
    /// Do what the palette offered.
    Offered(Command),
    /// Change a setting.
    Set(Setting),
    /// Shut the palette or the settings.
    CloseOverlay,
    /// Stop the job.
    CancelJob,
    /// Shut the dialog.
    CloseDialog,
}
