//! Asking the system for paths, and taking what dialogs and jobs have to say.

use std::path::{Path, PathBuf};

use eframe::egui::Context;

use super::dialog::{Dialog, PathForm, Trouble};
use super::files::{Answer, Question, QuestionKind};
use super::saving::with_ending;
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
        let (title, endings) = match asked {
            Asked::Open => (words.pick_any, reviews_and_articles()),
            Asked::NewReview => (words.pick_new, articles()),
            Asked::AddArticles => (words.pick_more, articles()),
            Asked::Save => (words.save_review, reviews()),
            Asked::Export => (words.export, summaries()),
        };
        let kind = if asked.is_to_write() { QuestionKind::Save } else { QuestionKind::PickMany };
        let (folder, name) = (self.next_folder(), self.name_for(asked));
        let question = Question { title, kind, folder, name, endings };
        self.asked = Some((self.dialogs.ask(&question), asked));
    }

    fn file_stem(&self) -> String {
        let path = self.session.as_ref().and_then(Session::path).and_then(Path::file_stem);
        path.map_or_else(|| self.review_title(), |stem| stem.to_string_lossy().into_owned())
    }

    /// The name of the file that is to be written; empty where none is.
    fn name_for(&self, asked: Asked) -> String {
        match asked {
            Asked::Save => format!("{}.ron", self.file_stem()),
            Asked::Export => words::fill(words::files().summary_name, &[&self.file_stem()]),
            Asked::Open | Asked::NewReview | Asked::AddArticles => String::new(),
        }
    }

    /// Where the next file is likely to be: beside the review's, else where files were last read.
    fn next_folder(&self) -> Option<PathBuf> {
        let path = self.session.as_ref().and_then(Session::path);
        let beside = path.and_then(Path::parent).map(Path::to_owned);
        beside.or_else(|| self.folder.clone())
    }

    /// Remembers the folder that the first of `paths` is in, or is.
    pub(crate) fn remember_folder(&mut self, paths: &[PathBuf]) {
        let first = paths.first().map(|path| absolute(path));
        self.folder = first.and_then(|path| {
            if path.is_dir() { Some(path) } else { path.parent().map(Path::to_owned) }
        });
    }

    pub(crate) fn answered(&mut self, ctx: &Context, asked: Asked, answer: Answer) {
        if answer != Answer::Unavailable {
            self.typing.forget();
        }
        match (answer, asked) {
            (Answer::Cancelled, _) => self.after_saving = None,
            (Answer::Unavailable, _) => self.type_path(asked),
            (Answer::Paths(paths), Asked::Open) => self.take_paths(ctx, paths),
            (Answer::Paths(paths), Asked::NewReview) => {
                self.remember_folder(&paths);
                self.start_review(ctx, paths);
            }
            (Answer::Paths(paths), Asked::AddArticles) => {
                self.remember_folder(&paths);
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
    pub(crate) fn type_path(&mut self, asked: Asked) {
        let path = if asked.is_to_write() {
            let folder = self.next_folder().unwrap_or_default();
            absolute(&folder.join(self.name_for(asked))).display().to_string()
        } else {
            String::new()
        };
        self.dialog = Some(Dialog::TypedPath(PathForm::new(asked, path)));
        self.typing.begin();
    }

    /// Does what paths were typed for; one that is not there is told, and can be mended, and a file that would
    /// be replaced is told once.
    pub(crate) fn take_typed(&mut self, ctx: &Context, asked: Asked, paths: Vec<PathBuf>) {
        let paths: Vec<PathBuf> = paths.into_iter().map(|path| self.file_at(asked, path)).collect();
        let trouble = self.trouble_with(asked, &paths);
        if let (Some(trouble), Some(Dialog::TypedPath(form))) = (trouble, &mut self.dialog)
            && !form.tell(trouble)
        {
            return;
        }
        self.dialog = None;
        self.answered(ctx, asked, Answer::Paths(paths));
    }

    /// What stands against reading or writing these paths.
    fn trouble_with(&self, asked: Asked, paths: &[PathBuf]) -> Option<Trouble> {
        let own = self.session.as_ref().and_then(Session::path);
        paths.iter().find_map(|path| match (asked.is_to_write(), path.exists()) {
            (false, false) => Some(Trouble::Missing(path.clone())),
            (true, true) if own != Some(path.as_path()) => Some(Trouble::Taken(path.clone())),
            _ => None,
        })
    }

    /// The file that `path` means: in a folder that is there, a new file has the name it was offered, and one
    /// without an ending gets the usual one.
    fn file_at(&self, asked: Asked, path: PathBuf) -> PathBuf {
        match asked {
            Asked::Save | Asked::Export if path.is_dir() => path.join(self.name_for(asked)),
            Asked::Save => with_ending(&path, "ron"),
            Asked::Export => with_ending(&path, "html"),
            Asked::Open | Asked::NewReview | Asked::AddArticles => path,
        }
    }
}

/// A path from the root.
pub(crate) fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}
