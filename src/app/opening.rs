//! Opening reviews, reading articles, finding claims.

use std::path::{Path, PathBuf};

use eframe::egui::Context;

use super::action::Action;
use super::asking::absolute;
use super::command::Command;
use super::dialog::Dialog;
use super::words;
use super::workbench::{Destination, Work, Workbench};
use crate::analysis::{self, Analysis, Cancelled, Families};
use crate::import::import_pasted;
use crate::model::{Article, ArticleId, Project};
use crate::review::Step;
use crate::session::{self, Job, JobEnd, ReadFailure, Reading, Session};
use crate::storage::{OpenError, read};

/// The review that comes with the program.
const SAMPLE: &str = include_str!("../../projects/sample.ron");

impl Workbench {
    /// Opens the project among `paths`, or reads them as articles.
    pub(crate) fn take_paths(&mut self, ctx: &Context, paths: Vec<PathBuf>) {
        self.remember_folder(&paths);
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
        if !self.is_open_elsewhere(path) {
            self.open_file(path);
        }
    }

    /// Opens the project at `path`, whoever else has it open.
    pub(crate) fn open_file(&mut self, path: &Path) {
        match Session::open(path) {
            Ok(opened) => {
                self.show(opened.session);
                self.change_settings(|settings| settings.remember(&absolute(path)));
                if !opened.lost.is_empty() {
                    let mut lines = vec![words::files().lost_hint.to_owned()];
                    lines.extend(opened.lost);
                    self.dialog = Some(Dialog::message(words::files().lost_places, lines));
                }
                self.lock_file();
                self.offer_left_beside(path);
            }
            Err(error) => self.not_opened(path, &error),
        }
    }

    fn not_opened(&mut self, path: &Path, error: &OpenError) {
        let mut choices = vec![(words::dialogs().ok, Action::CloseDialog)];
        if error.is_damage() && crate::storage::backup_path(path).exists() {
            choices.insert(0, (words::files().open_backup, Action::OpenBackup(path.to_owned())));
        }
        let lines = vec![words::open_error(error)];
        self.dialog =
            Some(Dialog::Message { title: words::files().not_opened.into(), lines, choices });
    }

    /// Opens what was kept of a damaged project.
    pub(crate) fn open_backup(&mut self, path: &Path) {
        self.dialog = None;
        match Session::open_backup(path) {
            Ok(session) => {
                self.show(session);
                self.message = words::files().is_backup.into();
            }
            Err(error) => {
                let lines = vec![words::open_error(&error)];
                self.dialog = Some(Dialog::message(words::files().backup_not_opened, lines));
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

    pub(crate) fn start_review(&mut self, ctx: &Context, paths: Vec<PathBuf>) {
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
        let job = Job::start(words::status().reading, wake(ctx), move |progress| {
            session::read_articles(&paths, &known, progress)
        });
        self.work = Some(Work::Reading(job, to));
    }

    pub(crate) fn read_ended(&mut self, ctx: &Context, end: JobEnd<Reading>, to: Destination) {
        let JobEnd::Done(reading) = end else {
            self.message = words::files().reading_broke.into();
            return;
        };
        self.tell_failures(&reading.failures);
        let articles: Vec<_> =
            reading.articles.into_iter().map(|imported| imported.article).collect();
        self.add_articles(ctx, articles, to);
    }

    fn tell_failures(&mut self, failures: &[ReadFailure]) {
        if !failures.is_empty() {
            let lines = failures.iter().map(words::read_failure).collect();
            let words = words::files();
            let title = words::counted(failures.len(), words.one_not_added, words.many_not_added);
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
        let words = words::steps();
        let name = words::counted(articles.len(), words.add_article, words.add_articles);
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
                self.edit(words::steps().paste_article, None, |project| {
                    Ok(session::add(project, vec![imported.article]))
                });
                self.message = words::files().pasted.into();
            }
            Err(error) => self.message = words::sentence(&error.to_string()),
        }
    }

    /// Begins to find claims.
    pub(crate) fn find_claims(&mut self, ctx: &Context) {
        let Some(session) = &self.session else { return };
        let (project, state) = (session.project().clone(), session.state());
        let job = Job::compute(words::status().finding, wake(ctx), move |progress| {
            session::compare(&project, &mut |share| progress.report(share))
        });
        self.work = Some(Work::Finding(job, state));
    }

    pub(crate) fn finding_ended(&mut self, end: JobEnd<Result<Analysis, Cancelled>>, state: u64) {
        let analysis = match end {
            JobEnd::Done(Ok(analysis)) => analysis,
            JobEnd::Done(Err(Cancelled)) => {
                return self.message = words::files().finding_stopped.into();
            }
            JobEnd::Broken => return self.message = words::files().finding_broke.into(),
        };
        let Some(session) = &mut self.session else { return };
        if session.state() != state {
            self.message = words::files().changed_meanwhile.into();
            return;
        }
        let families = analysis.families.clone();
        let edit = session::take_in(session.project(), analysis);
        let before = session.project().claims.len();
        let step =
            Step { name: words::steps().find_claims.into(), claim: self.view.chosen, place: None };
        if let Err(error) = session.edit(step, edit) {
            self.message = error.to_string();
            return;
        }
        let after = session.project().claims.len();
        let words = words::files();
        self.message = match before {
            0 => words::counted(after, words.found_one, words.found_many),
            before => words::fill(words.found, &[&after, &before]),
        };
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
    pub(crate) fn look_for_families(&mut self, ctx: &Context) {
        let Some(session) = &self.session else { return };
        let articles = &session.project().articles;
        let is_known = articles.len() == self.families.len()
            && articles.iter().all(|article| self.families.contains_key(&article.id));
        if is_known {
            return;
        }
        let articles = articles.clone();
        let job = Job::compute(words::status().comparing_origins, wake(ctx), move |_| {
            analysis::families(&articles.iter().collect::<Vec<_>>())
        });
        self.work = Some(Work::Families(job));
    }

    pub(crate) fn take_families(&mut self, families: &Families) {
        let Some(session) = &self.session else { return };
        let ids = session.project().articles.iter().map(|article| article.id);
        self.families = ids.map(|id| (id, families.of(id).unwrap_or(0))).collect();
        self.kinship = families.clone();
    }
}

fn wake(ctx: &Context) -> impl Fn() + Send + Sync + 'static {
    let ctx = ctx.clone();
    move || ctx.request_repaint()
}

/// Whether a path names a project.
fn is_project(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron"))
}
