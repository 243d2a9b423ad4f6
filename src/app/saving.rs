//! Saving, exporting, and shutting what is open.

use std::path::{Path, PathBuf};

use eframe::egui::{Context, ViewportCommand};

use super::action::Action;
use super::asking::absolute;
use super::command::Command;
use super::dialog::{Dialog, changed_outside, unsaved};
use super::words;
use super::workbench::{Asked, Workbench};
use crate::session::{self, ExportFormat, Session};
use crate::storage::SaveError;
use crate::storage::settings::{self, Settings};

impl Workbench {
    /// Saves to the review's file, or asks for one.
    pub(crate) fn save(&mut self, ctx: &Context) {
        let Some(session) = &mut self.session else { return };
        match session.save() {
            Ok(true) => self.saved(ctx),
            Ok(false) => self.ask_for(Asked::Save),
            Err(error @ SaveError::ChangedOutside(_)) => {
                self.dialog = Some(changed_outside(words::save_error(&error)));
            }
            Err(error) => self.not_saved(&error),
        }
    }

    /// Saves to `path`.
    pub(crate) fn save_to(&mut self, ctx: &Context, path: &Path) {
        let path = with_ending(path, "ron");
        let Some(session) = &mut self.session else { return };
        match session.save_as(&path) {
            Ok(()) => self.saved(ctx),
            Err(error) => self.not_saved(&error),
        }
    }

    /// Saves over another program's change.
    pub(crate) fn save_anyway(&mut self, ctx: &Context) {
        self.dialog = None;
        if let Some(path) = self.session.as_ref().and_then(Session::path).map(Path::to_owned) {
            self.save_to(ctx, &path);
        }
    }

    fn saved(&mut self, ctx: &Context) {
        let Some(path) = self.session.as_ref().and_then(Session::path).map(absolute) else {
            return;
        };
        self.message = words::fill(words::files().saved_at, &[&words::time(session::now())]);
        self.change_settings(|settings| settings.remember(&path));
        self.forget_kept();
        self.lock_file();
        if let Some(then) = self.after_saving.take() {
            self.run(ctx, then);
        }
    }

    fn not_saved(&mut self, error: &SaveError) {
        self.after_saving = None;
        let words = words::files();
        let lines = vec![words::save_error(error), words.untouched.into()];
        let choices = vec![
            (words::dialogs().save_as, Action::Command(Command::SaveAs)),
            (words::dialogs().close, Action::CloseDialog),
        ];
        self.dialog = Some(Dialog::Message { title: words.not_saved.into(), lines, choices });
    }

    /// Writes the summary in the format that the ending of `path` names.
    pub(crate) fn export_to(&mut self, path: &Path) {
        let words = words::files();
        let Some(session) = &self.session else { return };
        let path =
            if path.extension().is_none() { with_ending(path, "html") } else { path.to_owned() };
        let Some(format) = ExportFormat::of_path(&path) else {
            let lines = vec![words.ending_tells.to_owned()];
            self.dialog = Some(Dialog::message(words.no_such_format, lines));
            return;
        };
        match session.export_to(&path, format, &self.families) {
            Ok(()) => self.message = words::fill(words.written, &[&path.display()]),
            Err(error) => {
                self.dialog =
                    Some(Dialog::message(words.not_written, vec![words::save_error(&error)]));
            }
        }
    }

    /// Whether something would be lost.
    pub(crate) fn has_unsaved_work(&self) -> bool {
        let is_changed = self.session.as_ref().is_some_and(|session| !session.is_saved());
        is_changed || self.pending_note().is_some() || self.unfinished().next().is_some()
    }

    pub(crate) fn ask_to_save(&mut self, then: Action) {
        if self.ask_about_drafts(&then) {
            return;
        }
        let title = self.review_title();
        self.dialog = Some(unsaved(&title, then));
    }

    /// Saves, and does `then` once that is done.
    pub(crate) fn save_then(&mut self, ctx: &Context, then: Action) {
        self.dialog = None;
        self.after_saving = Some(then);
        self.save(ctx);
    }

    /// Does `then` without saving.
    pub(crate) fn discard(&mut self, ctx: &Context, then: Action) {
        self.dialog = None;
        self.session = None;
        self.forget_kept();
        self.run(ctx, then);
    }

    /// Goes back to the welcome page.
    pub(crate) fn close_review(&mut self) {
        if self.has_unsaved_work() {
            self.ask_to_save(Action::Command(Command::Close));
        } else {
            self.cancel_and_forget();
        }
    }

    fn cancel_and_forget(&mut self) {
        self.session = None;
        self.forget_kept();
        self.lock_file();
        self.work = None;
        self.message.clear();
    }

    /// Shuts the window, after asking about unsaved work.
    pub(crate) fn close_requested(&mut self, ctx: &Context) {
        self.hand_over_note();
        if self.has_unsaved_work() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.ask_to_save(Action::Command(Command::Quit));
        } else {
            self.forget_kept();
            self.may_close = true;
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
    }

    /// Changes the settings and keeps them.
    pub(crate) fn change_settings(&mut self, change: impl FnOnce(&mut Settings)) {
        change(&mut self.settings);
        if let Some(path) = &self.settings_path
            && let Err(error) = settings::store(path, &self.settings)
        {
            self.message = words::fill(words::files().settings_not_kept, &[&error]);
        }
    }
}

/// A path with an ending where it has none.
pub(crate) fn with_ending(path: &Path, ending: &str) -> PathBuf {
    if path.extension().is_some() { path.to_owned() } else { path.with_extension(ending) }
}
