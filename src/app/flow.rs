//! Opening, reading, saving and exporting: what takes files and time.

use std::path::{Path, PathBuf};

use eframe::egui::{Context, ViewportCommand};

use super::action::Action;
use super::command::Command;
use super::dialog::{Dialog, PathPurpose, changed_outside, unsaved};
use super::files::{Answer, Question, QuestionKind};
use super::workbench::{Asked, Destination, Work, Workbench};
use crate::analysis::{self, Analysis, Cancelled, Families};
use crate::import::import_pasted;
use crate::model::{Article, ArticleId, Project};
use crate::review::Step;
use crate::session::{self, ExportFormat, Job, JobEnd, ReadFailure, Reading, Session};
use crate::storage::settings::{self, Settings};
use crate::storage::{OpenError, SaveError, read};

/// The review that comes with the program.
const SAMPLE: &str = include_str!("../../projects/sample.ron");

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

    fn file_stem(&self) -> String {
        let path = self.session.as_ref().and_then(Session::path).and_then(Path::file_stem);
        let title = self.session.as_ref().map_or_else(|| "review".to_owned(), Session::title);
        path.map_or(title, |stem| stem.to_string_lossy().into_owned())
    }

    fn answered(&mut self, ctx: &Context, asked: Asked, answer: Answer) {
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

    /// Opens the project among `paths`, or reads them as articles.
    pub(crate) fn take_paths(&mut self, ctx: &Context, paths: Vec<PathBuf>) {
        match paths.iter().find(|path| is_project(path)) {
            Some(project) => self.open_or_ask(project.clone()),
            None => self.read(ctx, paths, self.destination()),
        }
    }

    fn open_or_ask(&mut self, path: PathBuf) {
        if self.has_unsaved_work() {
            self.ask_to_save(Action::TakePaths(vec![path]));
        } else {
            self.open(&path);
        }
    }

    fn open(&mut self, path: &Path) {
        match Session::open(path) {
            Ok(opened) => {
                self.show(opened.session);
                self.change_settings(|settings| settings.remember(&absolute(path)));
                if !opened.lost.is_empty() {
                    let mut lines = vec![
                        "The article says something else there now. Nothing was moved".to_owned(),
                    ];
                    lines.extend(opened.lost);
                    self.dialog =
                        Some(Dialog::message("Passages that have lost their place", lines));
                }
            }
            Err(error) => self.not_opened(path, &error),
        }
    }

    fn not_opened(&mut self, path: &Path, error: &OpenError) {
        let mut choices = vec![("OK", Action::CloseDialog)];
        if error.is_damage() && crate::storage::backup_path(path).exists() {
            choices.insert(0, ("Open the backup", Action::OpenBackup(path.to_owned())));
        }
        let lines = vec![sentence(&error.to_string())];
        self.dialog = Some(Dialog::Message {
            title: "The review could not be opened".into(),
            lines,
            choices,
        });
    }

    /// Opens what was kept of a damaged project.
    pub(crate) fn open_backup(&mut self, path: &Path) {
        self.dialog = None;
        match Session::open_backup(path) {
            Ok(session) => {
                self.show(session);
                self.message =
                    "This is the backup; save it to put it in the damaged file's place".into();
            }
            Err(error) => {
                let lines = vec![sentence(&error.to_string())];
                self.dialog = Some(Dialog::message("The backup could not be opened either", lines));
            }
        }
    }

    /// Opens the review that comes with the program, as one that is in no file.
    pub(crate) fn open_sample(&mut self) {
        if self.has_unsaved_work() {
            return self.ask_to_save(Action::Command(Command::OpenSample));
        }
        match read(SAMPLE) {
            Ok(project) => self.show(Session::unsaved(project)),
            Err(error) => self.message = error.to_string(),
        }
    }

    fn start_review(&mut self, ctx: &Context, paths: Vec<PathBuf>) {
        if self.has_unsaved_work() {
            self.ask_to_save(Action::Command(Command::NewReview));
        } else {
            self.read(ctx, paths, Destination::NewReview);
        }
    }

    /// Begins to read articles.
    pub(crate) fn read(&mut self, ctx: &Context, paths: Vec<PathBuf>, to: Destination) {
        if paths.is_empty() {
            return;
        }
        let known = match (&self.session, to) {
            (Some(session), Destination::OpenReview) => session.known_bytes(),
            _ => Vec::new(),
        };
        let job = Job::start("Reading articles", wake(ctx), move |progress| {
            session::read_articles(&paths, &known, progress)
        });
        self.work = Some(Work::Reading(job, to));
    }

    fn read_ended(&mut self, ctx: &Context, end: JobEnd<Reading>, to: Destination) {
        let JobEnd::Done(reading) = end else {
            self.message = "Reading broke off".into();
            return;
        };
        self.tell_failures(&reading.failures);
        let articles: Vec<_> =
            reading.articles.into_iter().map(|imported| imported.article).collect();
        self.add_articles(ctx, articles, to);
    }

    fn tell_failures(&mut self, failures: &[ReadFailure]) {
        if !failures.is_empty() {
            let lines = failures.iter().map(|failure| sentence(&failure.to_string())).collect();
            let title = match failures.len() {
                1 => "One file was not added".to_owned(),
                count => format!("{count} files were not added"),
            };
            self.dialog = Some(Dialog::message(title, lines));
        }
    }

    /// Adds articles as one step and looks for claims.
    fn add_articles(&mut self, ctx: &Context, articles: Vec<Article>, to: Destination) {
        if articles.is_empty() {
            return;
        }
        if to == Destination::NewReview || self.session.is_none() {
            self.show(Session::unsaved(Project::default()));
        }
        let name = match articles.len() {
            1 => "Add an article".to_owned(),
            count => format!("Add {count} articles"),
        };
        if self.edit(&name, None, |project| Ok(session::add(project, articles))) {
            self.find_claims(ctx);
        }
    }

    /// Makes an article of pasted text.
    pub(crate) fn paste_article(&mut self, text: &str) {
        match import_pasted(text, ArticleId(1)) {
            Ok(imported) => {
                if self.session.is_none() {
                    self.show(Session::unsaved(Project::default()));
                }
                self.edit("Paste an article", None, |project| {
                    Ok(session::add(project, vec![imported.article]))
                });
                self.message = "Pasted as an article; find claims to compare it".into();
            }
            Err(error) => self.message = sentence(&error.to_string()),
        }
    }

    /// Begins to find claims.
    pub(crate) fn find_claims(&mut self, ctx: &Context) {
        let Some(session) = &self.session else { return };
        let (project, state) = (session.project().clone(), session.state());
        let job = Job::start("Finding claims", wake(ctx), move |progress| {
            session::compare(&project, &mut |share| progress.report(share))
        });
        self.work = Some(Work::Finding(job, state));
    }

    fn finding_ended(&mut self, end: JobEnd<Result<Analysis, Cancelled>>, state: u64) {
        let analysis = match end {
            JobEnd::Done(Ok(analysis)) => analysis,
            JobEnd::Done(Err(Cancelled)) => {
                return self.message = "Finding claims was stopped".into();
            }
            JobEnd::Broken => return self.message = "Finding claims broke off".into(),
        };
        let Some(session) = &mut self.session else { return };
        if session.state() != state {
            self.message =
                "The review changed while claims were looked for; find them again".into();
            return;
        }
        let families = analysis.families.clone();
        let edit = session::take_in(session.project(), analysis);
        let before = session.project().claims.len();
        let step = Step { name: "Find claims".into(), claim: self.view.chosen };
        if let Err(error) = session.edit(step, edit) {
            self.message = error.to_string();
            return;
        }
        let after = session.project().claims.len();
        self.message = format!("{after} claims, {before} before");
        self.take_families(&families);
        let chosen = self.chosen().map(|claim| claim.id);
        let first = self
            .session
            .as_ref()
            .and_then(|session| session.project().claims.first())
            .map(|claim| claim.id);
        if let Some(claim) = chosen.or(first) {
            self.choose(claim);
        }
    }

    /// Families are not saved: they are found again when a review is opened or its articles change.
    fn look_for_families(&mut self, ctx: &Context) {
        let Some(session) = &self.session else { return };
        let articles = &session.project().articles;
        let is_known = articles.len() == self.families.len()
            && articles.iter().all(|article| self.families.contains_key(&article.id));
        if is_known {
            return;
        }
        let articles = articles.clone();
        let job = Job::start("Comparing origins", wake(ctx), move |_| {
            analysis::families(&articles.iter().collect::<Vec<_>>())
        });
        self.work = Some(Work::Families(job));
    }

    fn take_families(&mut self, families: &Families) {
        let Some(session) = &self.session else { return };
        let ids = session.project().articles.iter().map(|article| article.id);
        self.families = ids.map(|id| (id, families.of(id).unwrap_or(0))).collect();
    }

    /// Saves to the review's file, or asks for one.
    pub(crate) fn save(&mut self, ctx: &Context) {
        let Some(session) = &mut self.session else { return };
        match session.save() {
            Ok(true) => self.saved(ctx),
            Ok(false) => self.ask_for(Asked::Save),
            Err(error @ SaveError::ChangedOutside(_)) => {
                self.dialog = Some(changed_outside(sentence(&error.to_string())));
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
        self.message = format!(
            "Saved {}",
            session::now().to_zoned(jiff::tz::TimeZone::system()).strftime("%H:%M")
        );
        self.change_settings(|settings| settings.remember(&path));
        if let Some(then) = self.after_saving.take() {
            self.run(ctx, then);
        }
    }

    fn not_saved(&mut self, error: &SaveError) {
        self.after_saving = None;
        let lines = vec![
            sentence(&error.to_string()),
            "What was there is untouched; your work is still open".into(),
        ];
        let choices =
            vec![("Save as…", Action::Command(Command::SaveAs)), ("Close", Action::CloseDialog)];
        self.dialog =
            Some(Dialog::Message { title: "The review was not saved".into(), lines, choices });
    }

    /// Writes the summary in the format that the ending of `path` names.
    pub(crate) fn export_to(&mut self, path: &Path) {
        let Some(session) = &self.session else { return };
        let path =
            if path.extension().is_none() { with_ending(path, "html") } else { path.to_owned() };
        let Some(format) = ExportFormat::of_path(&path) else {
            let lines = vec!["The ending says the format: .html, .md, .csv or .json".to_owned()];
            self.dialog = Some(Dialog::message("No such format", lines));
            return;
        };
        match session.export_to(&path, format, &self.families) {
            Ok(()) => self.message = format!("Summary written to {}", path.display()),
            Err(error) => {
                self.dialog = Some(Dialog::message(
                    "The summary was not written",
                    vec![sentence(&error.to_string())],
                ));
            }
        }
    }

    /// Whether something would be lost.
    pub(crate) fn has_unsaved_work(&self) -> bool {
        self.session.as_ref().is_some_and(|session| !session.is_saved())
    }

    fn ask_to_save(&mut self, then: Action) {
        let title = self.session.as_ref().map(Session::title).unwrap_or_default();
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
        self.work = None;
        self.message.clear();
    }

    /// Shuts the window, after asking about unsaved work.
    pub(crate) fn close_requested(&mut self, ctx: &Context) {
        if self.has_unsaved_work() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.ask_to_save(Action::Command(Command::Quit));
        } else {
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
            self.message = format!("The settings were not kept: {error}");
        }
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

fn wake(ctx: &Context) -> impl Fn() + Send + Sync + 'static {
    let ctx = ctx.clone();
    move || ctx.request_repaint()
}

/// Whether a path names a project.
fn is_project(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron"))
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    if path.extension().is_some() { path.to_owned() } else { path.with_extension(ending) }
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

fn in_current_folder(name: &str) -> String {
    absolute(Path::new(name)).display().to_string()
}

/// An error as a sentence: its first letter is a capital.
fn sentence(error: &str) -> String {
    let mut letters = error.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
