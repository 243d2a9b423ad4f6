//! A path to type, where the system has no dialog.

use std::path::{Path, PathBuf};

use eframe::egui::{RichText, Ui};

use super::{buttons_ui, cancel_ui, ends, primary, text_ui, title_ui};
use crate::app::action::Action;
use crate::app::theme::Theme;
use crate::app::words;
use crate::app::workbench::Asked;

/// A path as it is typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct PathForm {
    /// What the path is for.
    asked: Asked,
    pub(crate) typed: String,
    /// What is wrong with what was typed.
    trouble: Option<Trouble>,
}

/// What may be wrong with a path.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Trouble {
    /// Nothing is there to be read.
    Missing(PathBuf),
    /// A file is there that would be replaced.
    Taken(PathBuf),
}

impl Trouble {
    fn told(&self) -> String {
        let words = words::errors();
        match self {
            Self::Missing(path) => words::fill(words.missing, &[&path.display()]),
            Self::Taken(path) => words::fill(words.taken, &[&path.display()]),
        }
    }
}

impl PathForm {
    /// A form that holds `path`.
    pub(crate) const fn new(asked: Asked, path: String) -> Self {
        Self { asked, typed: path, trouble: None }
    }

    /// Tells what is wrong with what was typed; whether that was told before, and is wanted all the same.
    pub(crate) fn tell(&mut self, trouble: Trouble) -> bool {
        let is_known =
            matches!(trouble, Trouble::Taken(_)) && self.trouble.as_ref() == Some(&trouble);
        self.trouble = Some(trouble);
        is_known
    }

    /// The paths that were typed: one to write to, any number to read.
    fn paths(&self) -> Vec<PathBuf> {
        if self.asked.is_to_write() {
            return vec![whole(self.typed.trim())];
        }
        let typed = self.typed.split(';').map(str::trim);
        typed.filter(|path| !path.is_empty()).map(whole).collect()
    }
}

/// A path that may begin in the user's own folder, as shells write it.
fn whole(path: &str) -> PathBuf {
    match (path.strip_prefix("~/"), std::env::home_dir()) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => Path::new(path).to_owned(),
    }
}

/// Draws the form.
pub(super) fn path_ui(ui: &mut Ui, form: &mut PathForm, actions: &mut Vec<Action>) {
    let (words, theme) = (words::dialogs(), Theme::of(ui.ctx()));
    let (title, hint, verb) = told(form.asked);
    title_ui(ui, title);
    ui.label(RichText::new(hint).color(theme.muted));
    let field = text_ui(ui, words.path, &mut form.typed);
    if field.changed() {
        form.trouble = None;
    }
    if let Some(trouble) = &form.trouble {
        ui.label(RichText::new(trouble.told()).color(theme.disputed.mark));
    }
    let is_done = ends(ui, &field);
    if is_done {
        // What was typed can be mended.
        field.request_focus();
    }
    buttons_ui(ui, |ui| {
        let is_ready = !form.typed.trim().is_empty();
        if ui.add_enabled(is_ready, primary(ui, verb)).clicked() || (is_done && is_ready) {
            actions.push(Action::TakeTyped(form.asked, form.paths()));
        }
        cancel_ui(ui, actions);
    });
}

/// Title, hint and verb of the form.
fn told(asked: Asked) -> (&'static str, &'static str, &'static str) {
    let (words, files) = (words::dialogs(), words::files());
    match asked {
        Asked::Open => (files.pick_any, words.open_hint, words.open),
        Asked::NewReview => (files.pick_new, words.articles_hint, words.open),
        Asked::AddArticles => (files.pick_more, words.articles_hint, words.add),
        Asked::Save => (files.save_review, words.save_hint, words.save),
        Asked::Export => (files.export, words.export_hint, words.export),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(asked: Asked, typed: &str, expected: &[&str]) {
        let paths = PathForm::new(asked, typed.into()).paths();
        assert_eq!(paths, expected.iter().map(PathBuf::from).collect::<Vec<_>>());
    }

    #[test]
    fn several_paths_are_read_and_one_is_written() {
        check(Asked::NewReview, " a.txt ; b;", &["a.txt", "b"]);
        check(Asked::Save, " a;b.ron ", &["a;b.ron"]);
    }

    #[test]
    fn a_path_may_begin_in_the_folder_of_the_user() {
        let home = std::env::home_dir().expect("the machine has users");
        let paths = PathForm::new(Asked::Open, "~/a.ron".into()).paths();
        assert_eq!(paths, [home.join("a.ron")]);
        check(Asked::Open, "a~/b.ron", &["a~/b.ron"]);
    }
}
