//! Asking the system for paths, and taking what dialogs and jobs have to say.

use std::path::{Path, PathBuf};

use eframe::egui::Context;

use super::dialog::{Dialog, PathPurpose};
use super::files::{Answer, Question, QuestionKind};
use super::workbench::{Asked, Destination, Work, Workbench};
use crate::session::{JobEnd, Session};

const ARTICLES: &[(&str, &[&str])] =
    &[("Articles", &["txt", "text", "md", "markdown", "html", "htm"]), ("All files", &["*"])];
const BOTH: &[(&str, &[&str])] = &[
    ("Reviews and articles", &["ron", "txt", "text", "md", "markdown", "html", "htm"]),
    ("All files", &["*"]),
];
const PROJECTS: &[(&str, &[&str])] = &[("Reviews", &["ron"])];
const SUMMARIES: &[(&str, &[&str])] =
    &[("Web page", &["html"]), ("Markdown", &["md"]), ("Table", &["csv"]), ("JSON", &["json"])];

impl Workbench {
    /// Takes what dialogs and jobs have to say.
    pub(crate) fn take_answers(&mut self, ctx: &Context) {
        if let Some((ticket, asked)) = self.asked.take() {
            match ticket.answer() {
                Some(answer) => self.answered(ctx, asked, answer),
                None => self.asked = Some((ticket, asked)),
            }
        }
        match self.work.take() {
            Some(Work::Reading(job, to)) => match job.end() {
                Some(end) => self.read_ended(ctx, end, to),
                None => self.work = Some(Work::Reading(job, to)),
            },
            Some(Work::Finding(job, state)) => match job.end() {
                Some(end) => self.finding_ended(end, state),
                None => self.work = Some(Work::Finding(job, state)),
            },
            Some(Work::Families(job)) => match job.end() {
                Some(JobEnd::Done(families)) => self.take_families(&families),
                Some(JobEnd::Broken) => {}
                None => self.work = Some(Work::Families(job)),
            },
            None => self.look_for_families(ctx),
        }
    }

    /// Opens the system's dialog.
    pub(crate) fn ask_for(&mut self, asked: Asked) {
        let question = match asked {
            Asked::Open => pick("Open a review or articles", BOTH),
            Asked::NewReview => pick("Articles for a new review", ARTICLES),
            Asked::AddArticles => pick("Add articles", ARTICLES),
            Asked::Save => save("Save the review", format!("{}.ron", self.file_stem()), PROJECTS),
            Asked::Export => {
                save("Export the summary", format!("{} summary.html", self.file_stem()), SUMMARIES)
            }
        };
        self.asked = Some((self.dialogs.ask(&question), asked));
    }

    pub(crate) fn file_stem(&self) -> String {
        let path = self.session.as_ref().and_then(Session::path).and_then(Path::file_stem);
        let title = self.session.as_ref().map_or_else(|| "review".to_owned(), Session::title);
        path.map_or(title, |stem| stem.to_string_lossy().into_owned())
    }

    pub(crate) fn answered(&mut self, ctx: &Context, asked: Asked, answer: Answer) {
        match (answer, asked) {
            (Answer::Cancelled, _) => self.after_saving = None,
            (Answer::Unavailable, Asked::Save) => self.type_path(PathPurpose::Save),
            (Answer::Unavailable, Asked::Export) => self.type_path(PathPurpose::Export),
            (Answer::Unavailable, _) => self.type_path(PathPurpose::Open),
            (Answer::Paths(paths), Asked::Open) => self.take_paths(ctx, paths),
            (Answer::Paths(paths), Asked::NewReview) => self.start_review(ctx, paths),
            (Answer::Paths(paths), Asked::AddArticles) => {
                self.read(ctx, paths, Destination::OpenReview);
            }
            (Answer::Paths(paths), Asked::Save) => {
                if let Some(path) = paths.into_iter().next() {
                    self.save_to(ctx, &path);
                }
            }
            (Answer::Paths(paths), Asked::Export) => {
                if let Some(path) = paths.into_iter().next() {
                    self.export_to(&path);
                }
            }
        }
    }

    /// Asks for a path to type.
    pub(crate) fn type_path(&mut self, purpose: PathPurpose) {
        let path = match purpose {
            PathPurpose::Open => String::new(),
            PathPurpose::Save => in_current_folder(&format!("{}.ron", self.file_stem())),
            PathPurpose::Export => in_current_folder(&format!("{} summary.html", self.file_stem())),
        };
        self.dialog = Some(Dialog::TypedPath { purpose, path });
    }
}

fn pick(
    title: &'static str,
    endings: &'static [(&'static str, &'static [&'static str])],
) -> Question {
    Question { title, kind: QuestionKind::PickMany, name: String::new(), endings }
}

fn save(
    title: &'static str,
    name: String,
    endings: &'static [(&'static str, &'static [&'static str])],
) -> Question {
    Question { title, kind: QuestionKind::Save, name, endings }
}

fn in_current_folder(name: &str) -> String {
    absolute(Path::new(name)).display().to_string()
}

/// A path from the root.
pub(crate) fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}
