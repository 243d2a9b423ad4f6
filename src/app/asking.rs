//! Asking the system for paths, and taking what dialogs and jobs have to say.

use std::path::{Path, PathBuf};

use eframe::egui::Context;

use super::dialog::{Dialog, PathPurpose};
use super::files::{Answer, Question, QuestionKind};
use super::words;
use super::workbench::{Asked, Destination, Work, Workbench};
use crate::session::{JobEnd, Session};

/// Kinds of files and their endings, as a system dialog offers them.
type Endings = Vec<(&'static str, &'static [&'static str])>;

fn articles() -> Endings {
    let words = words::files();
    let endings = &["txt", "text", "md", "markdown", "html", "htm"];
    vec![(words.articles, endings), (words.all_files, &["*"])]
}

fn reviews_and_articles() -> Endings {
    let words = words::files();
    let endings = &["ron", "txt", "text", "md", "markdown", "html", "htm"];
    vec![(words.reviews_and_articles, endings), (words.all_files, &["*"])]
}

fn reviews() -> Endings {
    vec![(words::files().reviews, &["ron"])]
}

fn summaries() -> Endings {
    let words = words::files();
    vec![
        (words.web_page, &["html"]),
        (words.markdown, &["md"]),
        (words.table, &["csv"]),
        (words.json, &["json"]),
    ]
}

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
        let words = words::files();
        let question = match asked {
            Asked::Open => pick(words.pick_any, reviews_and_articles()),
            Asked::NewReview => pick(words.pick_new, articles()),
            Asked::AddArticles => pick(words.pick_more, articles()),
            Asked::Save => save(words.save_review, self.review_name(), reviews()),
            Asked::Export => save(words.export, self.summary_name(), summaries()),
        };
        self.asked = Some((self.dialogs.ask(&question), asked));
    }

    fn file_stem(&self) -> String {
        let path = self.session.as_ref().and_then(Session::path).and_then(Path::file_stem);
        path.map_or_else(|| self.review_title(), |stem| stem.to_string_lossy().into_owned())
    }

    /// The name of the review's file.
    fn review_name(&self) -> String {
        format!("{}.ron", self.file_stem())
    }

    /// The name of the summary's file.
    fn summary_name(&self) -> String {
        words::fill(words::files().summary_name, &[&self.file_stem()])
    }

    pub(crate) fn answered(&mut self, ctx: &Context, asked: Asked, answer: Answer) {
        if answer != Answer::Unavailable {
            self.typing.forget();
        }
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
            PathPurpose::Save => in_current_folder(&self.review_name()),
            PathPurpose::Export => in_current_folder(&self.summary_name()),
        };
        self.dialog = Some(Dialog::TypedPath { purpose, path });
        self.typing.begin();
    }
}

fn pick(title: &'static str, endings: Endings) -> Question {
    Question { title, kind: QuestionKind::PickMany, name: String::new(), endings }
}

fn save(title: &'static str, name: String, endings: Endings) -> Question {
    Question { title, kind: QuestionKind::Save, name, endings }
}

fn in_current_folder(name: &str) -> String {
    absolute(Path::new(name)).display().to_string()
}

/// A path from the root.
pub(crate) fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}
