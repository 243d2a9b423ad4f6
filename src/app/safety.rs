//! Keeps the work in hand against a crash, and offers what a crash left.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use eframe::egui::Context;

use super::action::Action;
use super::dialog::Dialog;
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
    /// The state of the project that is kept, and where.
    kept: Option<(u64, PathBuf)>,
    /// Since when there is work that is neither saved nor kept.
    since: Option<Instant>,
    job: Option<Job<Result<u64, SaveError>>>,
}

impl Workbench {
    /// Writes the work in hand beside the project once it has waited long enough.
    pub(crate) fn keep_work(&mut self, ctx: &Context) {
        self.take_kept();
        let (Some(session), Some(_)) = (&self.session, &self.settings_path) else { return };
        let is_kept = self.guard.kept.as_ref().is_some_and(|(state, _)| *state == session.state());
        if session.is_saved() || is_kept || self.guard.job.is_some() {
            self.guard.since = None;
            return;
        }
        let since = *self.guard.since.get_or_insert_with(Instant::now);
        match KEPT_AFTER.checked_sub(since.elapsed()) {
            Some(rest) if !rest.is_zero() => ctx.request_repaint_after(rest),
            _ => {
                let ctx = ctx.clone();
                self.guard.job = session.keep(move || ctx.request_repaint());
                self.guard.since = None;
            }
        }
    }

    fn take_kept(&mut self) {
        let Some(end) = self.guard.job.as_ref().and_then(Job::end) else { return };
        self.guard.job = None;
        let path = self.session.as_ref().and_then(Session::recovery_path);
        match (end, path) {
            (JobEnd::Done(Ok(state)), Some(path)) => self.guard.kept = Some((state, path)),
            (JobEnd::Done(Err(error)), _) => {
                self.message = format!("The work in hand could not be kept safe: {error}");
                // Not tried again before something else changes.
                let state = self.session.as_ref().map_or(0, Session::state);
                self.guard.kept = Some((state, PathBuf::new()));
            }
            _ => {}
        }
    }

    /// Removes what was kept: it is saved now, or not wanted.
    pub(crate) fn forget_kept(&mut self) {
        if let Some((_, path)) = self.guard.kept.take() {
            session::forget(&path);
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
        self.dialog = Some(Dialog::Message {
            title: "The review is open already".into(),
            lines: vec![
                format!("{}: {error}", path.display()),
                "Two windows that save one file undo each other's work".into(),
            ],
            choices: vec![
                ("Cancel", Action::CloseDialog),
                ("Open it all the same", Action::OpenAllTheSame(path.to_owned())),
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
                self.message = "Taken up where it was left; save it to keep it".into();
                let state = self.session.as_ref().map_or(0, Session::state);
                self.guard.kept = Some((state, recovered.path.clone()));
            }
            Err(error) => {
                let lines = vec![error.to_string()];
                self.dialog = Some(Dialog::message("What was left could not be read", lines));
            }
        }
    }
}

fn offer(path: Option<PathBuf>, recovered: Recovered) -> Dialog {
    let written = jiff::Timestamp::try_from(recovered.written).map(|at| {
        at.to_zoned(jiff::tz::TimeZone::system()).strftime("%-d %b %Y, %H:%M").to_string()
    });
    let when = written.unwrap_or_else(|_| "an unknown time".to_owned());
    Dialog::Message {
        title: "Work that was not saved".into(),
        lines: vec![format!("The program ended before work from {when} was saved. It was kept")],
        choices: vec![
            ("Take it up", Action::TakeUp(recovered.clone(), path)),
            ("Throw it away", Action::DropRecovered(recovered)),
            ("Ask again later", Action::CloseDialog),
        ],
    }
}
