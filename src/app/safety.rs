//! Keeps the work in hand against a crash, and offers what a crash left.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use eframe::egui::Context;

use super::action::Action;
use super::dialog::{Dialog, EvidenceForm};
use super::words;
use super::workbench::Workbench;
use crate::session::{self, Job, JobEnd, Recovered, Session};
use crate::storage::{Lock, SaveError};

/// No work older than this is lost in a crash, give or take the time of one write.
const KEPT_AFTER: Duration = Duration::from_secs(15);

/// What keeps the open review safe.
#[derive(Default)]
pub(crate) struct Guard {
    /// Held so that no other window writes the same file.
    lock: Option<Lock>,
    kept: Option<Kept>,
    /// Since when there is work that is neither saved nor kept.
    since: Option<Instant>,
    job: Option<Job<Result<u64, SaveError>>>,
    /// The evidence that the job keeps although it is not added yet.
    forms: Vec<EvidenceForm>,
}

/// What is kept, and where.
struct Kept {
    /// The state of the project.
    state: u64,
    /// The evidence that was being written.
    forms: Vec<EvidenceForm>,
    path: PathBuf,
}

impl Workbench {
    /// Writes the work in hand beside the project once it has waited long enough.
    pub(crate) fn keep_work(&mut self, ctx: &Context) {
        self.take_kept();
        let (Some(session), Some(_)) = (&self.session, &self.settings_path) else { return };
        let is_kept =
            self.guard.kept.as_ref().is_some_and(|kept| {
                kept.state == session.state() && self.unfinished().eq(&kept.forms)
            });
        if is_kept && self.pending_note().is_none() || self.guard.job.is_some() {
            self.guard.since = None;
            return;
        }
        if !self.has_unsaved_work() {
            return self.forget_kept();
        }
        let since = *self.guard.since.get_or_insert_with(Instant::now);
        match KEPT_AFTER.checked_sub(since.elapsed()) {
            Some(rest) if !rest.is_zero() => ctx.request_repaint_after(rest),
            _ => {
                self.hand_over_note();
                let ctx = ctx.clone();
                self.guard.job = self.session.as_ref().zip(self.project_to_keep()).and_then(
                    |(session, project)| session.keep(project, move || ctx.request_repaint()),
                );
                self.guard.forms = self.unfinished().cloned().collect();
                self.guard.since = None;
            }
        }
    }

    fn take_kept(&mut self) {
        let Some(end) = self.guard.job.as_ref().and_then(Job::end) else { return };
        self.guard.job = None;
        let forms = std::mem::take(&mut self.guard.forms);
        let path = self.session.as_ref().and_then(Session::recovery_path);
        match (end, path) {
            (JobEnd::Done(Ok(state)), Some(path)) => {
                self.guard.kept = Some(Kept { state, forms, path });
            }
            (JobEnd::Done(Err(error)), _) => {
                self.message = words::fill(words::files().not_kept_safe, &[&error]);
                // Not tried again before something else changes.
                let state = self.session.as_ref().map_or(0, Session::state);
                self.guard.kept = Some(Kept { state, forms, path: PathBuf::new() });
            }
            _ => {}
        }
    }

    /// Removes what was kept: it is saved now, or not wanted.
    pub(crate) fn forget_kept(&mut self) {
        if let Some(kept) = self.guard.kept.take() {
            session::forget(&kept.path);
        }
        self.guard.since = None;
    }

    /// Locks the file of the open review; a lock on another file is given up.
    pub(crate) fn lock_file(&mut self) {
        self.guard.lock = None;
        if let Some(path) = self.session.as_ref().and_then(Session::path) {
            self.guard.lock = session::lock(path).unwrap_or_default();
        }
    }

    /// Whether another window has the project at `path` open; it is told if so.
    pub(crate) fn is_open_elsewhere(&mut self, path: &Path) -> bool {
        if self.session.as_ref().and_then(Session::path) == Some(path) {
            self.guard.lock = None;
        }
        let Err(error) = session::lock(path) else { return false };
        let words = words::files();
        self.dialog = Some(Dialog::Message {
            title: words.open_already.into(),
            lines: vec![format!("{}: {error}", path.display()), words.two_windows.into()],
            choices: vec![
                (words::dialogs().cancel, Action::CloseDialog),
                (words.open_all_the_same, Action::OpenAllTheSame(path.to_owned())),
            ],
        });
        true
    }

    /// Offers work on the project at `path` that a crash left.
    pub(crate) fn offer_left_beside(&mut self, path: &Path) {
        if let Some(recovered) = session::left_beside(path) {
            self.dialog = Some(offer(Some(path.to_owned()), recovered));
        }
    }

    /// Offers work that a crash left and that was in no file yet.
    pub(crate) fn offer_left_untitled(&mut self) {
        let kept_here = self.session.as_ref().and_then(Session::recovery_path);
        let mut left = session::left_untitled().into_iter();
        if let Some(recovered) = left.find(|left| Some(&left.path) != kept_here.as_ref()) {
            self.dialog = Some(offer(None, recovered));
        }
    }

    /// Goes on with work that a crash left.
    pub(crate) fn take_up(&mut self, recovered: &Recovered, path: Option<&Path>) {
        self.dialog = None;
        match Session::take_up(recovered, path) {
            Ok(session) => {
                self.show(session);
                self.lock_file();
                self.message = words::files().taken_up.into();
                let state = self.session.as_ref().map_or(0, Session::state);
                let path = recovered.path.clone();
                self.guard.kept = Some(Kept { state, forms: Vec::new(), path });
            }
            Err(error) => {
                let lines = vec![error.to_string()];
                self.dialog = Some(Dialog::message(words::files().left_not_read, lines));
            }
        }
    }
}

fn offer(path: Option<PathBuf>, recovered: Recovered) -> Dialog {
    let words = words::files();
    let written = jiff::Timestamp::try_from(recovered.written).map(words::date_and_time);
    let when = written.unwrap_or_else(|_| words.unknown_time.to_owned());
    Dialog::Message {
        title: words.unsaved_work.into(),
        lines: vec![words::fill(words.ended_before, &[&when])],
        choices: vec![
            (words.take_it_up, Action::TakeUp(recovered.clone(), path)),
            (words.throw_away, Action::DropRecovered(recovered)),
            (words.ask_later, Action::CloseDialog),
        ],
    }
}
