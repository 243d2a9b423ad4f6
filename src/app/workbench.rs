//! What the window holds, and one frame of it.

use std::collections::BTreeMap;
use std::path::PathBuf;

use eframe::egui::{Context, Event, Id, Memory, Popup, Ui};

use super::action::Action;
use super::articles::Board;
use super::claims::Listing;
use super::command::{Command, Needs, Situation};
use super::dialog::Dialog;
use super::drafts::Drafts;
use super::files::{FileDialogs, Ticket};
use super::keymap::{self, Keymap};
use super::known::Known;
use super::matrix::Matrix;
use super::overlay::{Overlay, overlay_ui};
use super::overview::Overview;
use super::room::Side;
use super::safety::Guard;
use super::typing::Typing;
use super::unchecked::Unchecked;
use super::view::View;
use super::words::{self, Language};
use super::{dialog, keys, panels, turns, welcome};
use crate::analysis::{Analysis, Cancelled, Families};
use crate::model::{ArticleId, Claim, ClaimId};
use crate::session::{Job, Reading, Session};
use crate::storage::settings::{MainView, Settings};

/// The whole state of the window.
pub(crate) struct Workbench {
    /// The open review; `None` on the welcome page.
    pub(crate) session: Option<Session>,
    pub(crate) view: View,
    pub(crate) board: Board,
    pub(crate) settings: Settings,
    /// What the system speaks.
    pub(crate) system_language: Language,
    /// Where the settings are kept; `None` where they are not.
    pub(crate) settings_path: Option<PathBuf>,
    pub(crate) dialogs: Box<dyn FileDialogs>,
    pub(crate) dialog: Option<Dialog>,
    /// A system dialog that is open, and what its answer is for.
    pub(crate) asked: Option<(Ticket, Asked)>,
    /// The folder that files were last read from, where the next ones are looked for.
    pub(crate) folder: Option<PathBuf>,
    pub(crate) work: Option<Work>,
    /// The family of each article, by number.
    pub(crate) families: BTreeMap<ArticleId, usize>,
    /// What the status bar says was done last.
    pub(crate) message: String,
    /// A note being written: its claim, its words, and whether the field is to get the keyboard.
    pub(crate) note: NoteField,
    pub(crate) drafts: Drafts,
    /// The place of evidence on the chosen claim that is to be brought into view.
    pub(crate) evidence_to_show: Option<usize>,
    pub(crate) summary: SummaryField,
    /// The label being typed.
    pub(crate) labels: LabelField,
    pub(crate) list: ListState,
    /// The side panel that stays where there is no room for both.
    pub(crate) first_side: Side,
    /// Which claims are listed.
    pub(crate) listing: Listing,
    /// Whether the window may be shut although there is unsaved work.
    pub(crate) may_close: bool,
    /// What the system calls the user; empty where it does not say.
    pub(crate) user_name: String,
    /// Whether the details of the open review were asked for before its summary went out.
    pub(crate) asked_for_details: bool,
    /// What is to be done once the work has been saved under a new name.
    pub(crate) after_saving: Option<Action>,
    pub(crate) guard: Guard,
    pub(crate) typing: Typing,
    /// How the articles are related.
    pub(crate) kinship: Families,
    /// What is read from the articles alone.
    pub(crate) known: Known,
    pub(crate) matrix: Matrix,
    pub(crate) overview: Overview,
    pub(crate) unchecked: Unchecked,
    /// What stands in front of the window besides questions.
    pub(crate) overlay: Option<Overlay>,
    /// Commands that were taken from the palette, the latest last.
    pub(crate) recent_commands: Vec<Command>,
    /// Whether anything had the keyboard in the last frame.
    pub(crate) had_focus: bool,
}

/// What the answer of a system dialog is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Asked {
    Open,
    NewReview,
    AddArticles,
    Save,
    Export,
}

impl Asked {
    /// Whether a file is to be written there.
    pub(crate) const fn is_to_write(self) -> bool {
        matches!(self, Self::Save | Self::Export)
    }
}

/// Work that goes on beside the window.
pub(crate) enum Work {
    /// Reading articles, for a new review or for the one that is open.
    Reading(Job<Reading>, Destination),
    /// Finding the claims of the project in that state.
    Finding(Job<Result<Analysis, Cancelled>>, u64),
    /// Finding the families alone.
    Families(Job<Families>),
}

/// Where articles that were read go.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Destination {
    NewReview,
    OpenReview,
}

/// The note of the chosen claim while it is written.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct NoteField {
    pub(crate) claim: Option<ClaimId>,
    /// The state of the project that `text` was read from.
    pub(crate) state: u64,
    pub(crate) text: String,
    pub(crate) takes_focus: bool,
}

/// The summary of the chosen claim, which can be written in.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct SummaryField {
    /// Whether it is to get the keyboard.
    pub(crate) takes_focus: bool,
}

/// A label while it is typed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct LabelField {
    pub(crate) typed: String,
    pub(crate) has_focus: bool,
    pub(crate) takes_focus: bool,
}

/// What the claims list remembers.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct ListState {
    /// A claim that is to be brought into view.
    pub(crate) scroll_to: Option<ClaimId>,
    /// A claim whose menu is to be opened.
    pub(crate) menu_for: Option<ClaimId>,
    /// Whether the search field is to get the keyboard.
    pub(crate) search_takes_focus: bool,
}

impl Workbench {
    /// A window without a review.
    pub(crate) fn new(
        dialogs: Box<dyn FileDialogs>,
        settings: Settings,
        settings_path: Option<PathBuf>,
    ) -> Self {
        keymap::go_by(Keymap::new(&settings.keys));
        Self {
            session: None,
            view: View::default(),
            board: Board::default(),
            settings,
            system_language: Language::default(),
            settings_path,
            dialogs,
            dialog: None,
            asked: None,
            folder: None,
            work: None,
            families: BTreeMap::new(),
            message: String::new(),
            note: NoteField::default(),
            drafts: Drafts::default(),
            evidence_to_show: None,
            summary: SummaryField::default(),
            labels: LabelField::default(),
            list: ListState::default(),
            first_side: Side::default(),
            listing: Listing::default(),
            may_close: false,
            user_name: String::new(),
            asked_for_details: false,
            after_saving: None,
            guard: Guard::default(),
            typing: Typing::default(),
            kinship: Families::default(),
            known: Known::default(),
            matrix: Matrix::default(),
            overview: Overview::default(),
            unchecked: Unchecked::default(),
            overlay: None,
            recent_commands: Vec::new(),
            had_focus: false,
        }
    }

    /// One frame: what came in, what is shown, what that leads to.
    pub(crate) fn frame_ui(&mut self, ui: &mut Ui) {
        words::speak(Language::chosen(self.settings.language, self.system_language));
        let ctx = ui.ctx().clone();
        turns::keep(&ctx);
        self.take_answers(&ctx);
        self.keep_work(&ctx);
        self.follow_review(&ctx);
        let mut actions = self.input(&ctx);
        // What stands in front has the keys; nothing behind it hears them.
        let is_covered = self.is_covered();
        let kept = if is_covered { take_events(&ctx) } else { Vec::new() };
        match self.session {
            Some(_) => panels::panels_ui(ui, self, &mut actions),
            None => welcome::welcome_ui(ui, self, &mut actions),
        }
        if is_covered {
            ctx.input_mut(|input| input.events = kept);
        }
        drop_hint_ui(&ctx);
        if let Some(dialog) = &mut self.dialog {
            let project = self.session.as_ref().map(Session::project);
            dialog::dialog_ui(&ctx, dialog, project, &mut actions);
        } else {
            overlay_ui(&ctx, self, &mut actions);
        }
        let focused = ctx.memory(Memory::focused);
        for action in actions {
            self.run(&ctx, action);
        }
        if is_covered && !self.is_covered() {
            leave_field(&ctx, focused);
        }
    }

    /// Whether something stands in front of the window.
    fn is_covered(&self) -> bool {
        self.dialog.is_some() || self.overlay.is_some()
    }

    /// Keys, dropped files, pasted text and the window's close button.
    fn input(&mut self, ctx: &Context) -> Vec<Action> {
        let mut actions = Vec::new();
        self.typing.frame(ctx);
        if self.asked.is_some() {
            self.typing.hold_back(ctx);
        } else if !self.is_covered() {
            let pressed = keys::pressed(ctx, &self.situation());
            if !pressed.commands.is_empty() {
                Popup::close_all(ctx);
            }
            actions.extend(pressed.commands.into_iter().map(Action::Command));
            turns::later(ctx, pressed.typed_after);
            if let Some(text) = keys::pasted(ctx) {
                self.paste_article(&text);
            }
        }
        let dropped: Vec<_> = ctx.input(|input| {
            input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect()
        });
        if !dropped.is_empty() {
            actions.push(Action::TakePaths(dropped));
        }
        if ctx.input(|input| input.viewport().close_requested()) && !self.may_close {
            self.close_requested(ctx);
        }
        actions
    }

    /// What the open review is called.
    pub(crate) fn review_title(&self) -> String {
        let title = self.session.as_ref().and_then(Session::title);
        title.unwrap_or_else(|| words::shell().untitled.to_owned())
    }

    /// Brings the list of claims up to date.
    pub(crate) fn refresh_listing(&mut self) {
        if let Some(session) = &self.session {
            self.listing.refresh(session, &self.view, &self.families);
        }
    }

    /// The claim that is worked on.
    pub(crate) fn chosen(&self) -> Option<&Claim> {
        self.session.as_ref()?.project().claim(self.view.chosen?)
    }

    /// What is there, to tell which commands can be done.
    pub(crate) fn situation(&self) -> Situation {
        let project = self.session.as_ref().map(Session::project);
        let chosen = self.chosen();
        let session = self.session.as_ref();
        let has_selection = self.view.selection.is_some();
        // What is not in view is not worked on.
        let chosen = chosen.filter(|_| self.shows_claims());
        [
            (Needs::Review, project.is_some()),
            (Needs::Articles, project.is_some_and(|project| !project.articles.is_empty())),
            (
                Needs::Claims,
                self.has_sentences() || project.is_some_and(|project| !project.claims.is_empty()),
            ),
            (Needs::Sentence, self.sentence().is_some()),
            (Needs::Claim, chosen.is_some()),
            (Needs::Picked, !self.view.picked.is_empty()),
            (Needs::SeveralPicked, self.view.picked.len() > 1),
            (Needs::Suggestion, chosen.is_some_and(|claim| claim.suggestion.is_some())),
            (Needs::TaggedClaim, chosen.is_some_and(|claim| claim.tag().is_some())),
            (Needs::Selection, has_selection),
            (Needs::SelectionAndClaim, has_selection && chosen.is_some()),
            (Needs::Undoable, session.is_some_and(|session| session.next_undo().is_some())),
            (Needs::ClaimsPanel, session.is_some() && self.main_view() == MainView::Articles),
            (Needs::InspectorPanel, session.is_some() && self.shows_claims()),
            (Needs::Redoable, session.is_some_and(|session| session.next_redo().is_some())),
        ]
        .into_iter()
        .collect()
    }
}

fn take_events(ctx: &Context) -> Vec<Event> {
    ctx.input_mut(|input| std::mem::take(&mut input.events))
}

/// A field that is gone with its dialog does not keep the keyboard, unless that went elsewhere.
fn leave_field(ctx: &Context, field: Option<Id>) {
    ctx.memory_mut(|memory| {
        if let Some(field) = field.filter(|field| memory.has_focus(*field)) {
            memory.surrender_focus(field);
        }
    });
}

/// Says what happens to files that are held over the window.
fn drop_hint_ui(ctx: &Context) {
    use eframe::egui::{Align2, Area, Frame, Order};
    if ctx.input(|input| input.raw.hovered_files.is_empty()) {
        return;
    }
    let area = Area::new(Id::unique("drop hint")).order(Order::Foreground);
    area.anchor(Align2::CENTER_CENTER, [0.0, 0.0]).show(ctx, |ui| {
        Frame::popup(ui.style()).show(ui, |ui| ui.label(words::shell().drop_to_open));
    });
}
