//! The one place where what was asked for is done; [`commands`] does what a command says.

mod commands;

use eframe::egui::{Context, Theme as EguiTheme, ThemePreference};

use super::action::Action;
use super::command::Command;
use super::dialog::{Dialog, MetadataForm};
use super::undoing::place_of;
use super::view::{ClaimFilter, TagFilter};
use super::words;
use super::workbench::{Destination, Workbench};
use crate::model::{ArticleId, ClaimId, Project};
use crate::review::{Edit, EditError, Step, actions};
use crate::session::{Session, drop_recovered, with_suggestions};
use crate::storage::settings::ThemeChoice;

impl Workbench {
    /// Does what was asked for.
    #[expect(clippy::too_many_lines, reason = "a table: one arm an action")]
    pub(crate) fn run(&mut self, ctx: &Context, action: Action) {
        match action {
            Action::Command(command) => self.command(ctx, command),
            Action::ChooseClaim(claim) => self.choose(claim),
            Action::ShowArticle(article) => self.board.show_article(article),
            Action::ShowPlace(article, byte) => self.board.show_place(article, byte),
            Action::ClickClaim(claim) => {
                self.view.picked.clear();
                self.choose(claim);
            }
            Action::MeanClaim(claim) => self.mean(claim),
            Action::Pick(claim) => self.pick(claim),
            Action::PickUpTo(claim) => self.pick_up_to(claim),
            Action::SelectText(selection) => self.view.selection = selection,
            Action::ToggleFold(article, part) => self.board.toggle_fold(article, part),
            Action::SetPartKind(article, part, kind) => {
                self.edit(words::steps().mark_part, None, |_| {
                    Ok(Edit::SetPartKind(article, part, kind))
                });
            }
            Action::MoveArticle(article, to) => {
                self.edit(words::steps().move_article, None, |_| {
                    Ok(Edit::MoveArticle(article, to))
                });
            }
            Action::RemoveArticle(article) => self.remove_article(article),
            Action::EditMetadata(article) => self.ask_metadata(article),
            Action::SetMetadata(article, metadata) => {
                self.edit(words::steps().metadata, None, |_| {
                    Ok(Edit::SetMetadata(article, metadata))
                });
            }
            Action::SetNote(claim, note) => {
                self.edit(words::steps().note, Some(claim), |project| {
                    actions::set_note(project, claim, &note)
                });
            }
            Action::SetSummary(claim, summary) => {
                self.edit(words::steps().summary, Some(claim), |project| {
                    actions::set_summary(project, claim, &summary)
                });
            }
            Action::LookAt(place) => self.look_at(place),
            Action::SetReference(claim, index) => self.set_reference(claim, index),
            Action::SetStance(claim, index, stance) => {
                self.edit(words::steps().stance, Some(claim), |project| {
                    actions::set_stance(project, claim, index, stance)
                });
            }
            Action::SplitOff(claim, index) => self.split_off(claim, index),
            Action::AskMove(claim, index) => {
                self.dialog = Some(Dialog::move_passage(claim, index));
                self.typing.begin();
            }
            Action::MovePassage(from, index, to) => self.move_passage(from, index, to),
            Action::SetLabels(claim, labels) => {
                self.edit(words::steps().labels, Some(claim), |project| {
                    actions::set_labels(project, claim, &labels)
                });
            }
            Action::EditEvidence(claim, index) => self.ask_evidence(claim, index),
            Action::PutEvidence => self.put_evidence(),
            Action::DropEvidence => self.dialog = None,
            Action::ResumeEvidence(number) => self.resume_evidence(number),
            Action::DropDrafts(then) => {
                self.drop_drafts();
                self.run(ctx, *then);
            }
            Action::RemoveEvidence(claim, index) => {
                self.edit(words::steps().remove_evidence, Some(claim), |project| {
                    actions::remove_evidence(project, claim, index)
                });
            }
            Action::RemovePassage(claim, index) => {
                self.edit(words::steps().remove_passage, Some(claim), |project| {
                    let edit = actions::remove_passage(project, claim, index)?;
                    Ok(with_suggestions(project, edit))
                });
            }
            Action::Filter(facet) => self.filter(|view| view.filter.toggle(facet)),
            Action::ShowAllClaims => self.filter(|view| view.filter = ClaimFilter::default()),
            Action::OrderClaims(order) => self.filter(|view| view.order = order),
            Action::TakePaths(paths) => self.take_paths(ctx, paths),
            Action::TakeTyped(asked, paths) => self.take_typed(ctx, asked, paths),
            Action::ForgetRecent(path) => self.change_settings(|settings| settings.forget(&path)),
            Action::SetDetails { title, reviewer } => self.set_details(&title, &reviewer),
            Action::OpenBackup(path) => self.open_backup(&path),
            Action::OpenAllTheSame(path) => {
                self.dialog = None;
                self.open_file(&path);
            }
            Action::TakeUp(recovered, path) => self.take_up(&recovered, path.as_deref()),
            Action::DropRecovered(recovered) => {
                self.dialog = None;
                drop_recovered(&recovered);
            }
            Action::SaveAnyway => self.save_anyway(ctx),
            Action::SaveThen(then) => self.save_then(ctx, *then),
            Action::Discard(then) => self.discard(ctx, *then),
            Action::Show(view) => self.show_view(view),
            Action::ShowClaims(filter) => self.show_claims(*filter),
            Action::ReadClaim(claim, article) => self.read_claim(claim, article),
            Action::ReadArticle(article) => self.read_article(article),
            Action::FoundClaim(claim) => self.found_claim(claim),
            Action::ClickCell(claim, article) => self.click_cell(claim, article),
            Action::ChooseSentence(place) => self.choose_sentence(place),
            Action::ShowAside(shows_aside) => self.show_aside(shows_aside),
            Action::Offered(command) => {
                self.remember_command(command);
                self.command(ctx, command);
            }
            Action::Set(setting) => self.set(ctx, setting),
            Action::CloseOverlay => self.overlay = None,
            Action::CancelJob => self.cancel_work(),
            Action::CloseDialog => self.close_dialog(),
        }
    }

    /// Changes the project, and tells where the change does not fit.
    pub(crate) fn edit(
        &mut self,
        name: &str,
        claim: Option<ClaimId>,
        make: impl FnOnce(&Project) -> Result<Edit, EditError>,
    ) -> bool {
        let Some(session) = &mut self.session else { return false };
        let edit = make(session.project());
        let place = edit.as_ref().ok().and_then(|edit| place_of(edit, session.project()));
        let step = Step { name: name.to_owned(), claim, place };
        match edit.and_then(|edit| session.edit(step, edit)) {
            Ok(()) => {
                let undo = Command::Undo.keys_text();
                self.message =
                    words::fill(words::shell().done_step, &[&words::retold(name), &undo]);
                true
            }
            Err(error) => {
                self.message = words::fill(words::shell().named_step, &[&name, &error]);
                false
            }
        }
    }

    fn set_reference(&mut self, claim: ClaimId, index: usize) {
        let claim = self.session.as_ref().and_then(|session| session.project().claim(claim));
        if let Some((claim, passage)) =
            claim.and_then(|claim| Some((claim, claim.passages.get(index)?)))
        {
            self.view.set_reference(claim.id, passage);
        }
    }

    /// Takes an article out of the review.
    pub(crate) fn remove_article(&mut self, article: ArticleId) {
        self.edit(words::steps().remove_article, None, |project| {
            actions::remove_article(project, article)
        });
    }

    /// Asks for what an article says of itself.
    pub(crate) fn ask_metadata(&mut self, article: ArticleId) {
        let article = self.session.as_ref().and_then(|session| session.project().article(article));
        if let Some(article) = article {
            let form = MetadataForm::new(&article.metadata);
            self.dialog = Some(Dialog::Metadata(article.id, Box::new(form)));
            self.typing.begin();
        }
    }

    fn cancel_work(&mut self) {
        use super::workbench::Work;
        match &self.work {
            Some(Work::Reading(job, _)) => job.cancel(),
            Some(Work::Finding(job, _)) => job.cancel(),
            Some(Work::Families(job)) => job.cancel(),
            None => {}
        }
    }

    /// Where articles that come in go: into the open review, or into a new one.
    pub(crate) const fn destination(&self) -> Destination {
        if self.session.is_some() { Destination::OpenReview } else { Destination::NewReview }
    }

    /// Shows a review from its first claim.
    pub(crate) fn show(&mut self, session: Session) {
        self.forget_kept();
        self.view = super::view::View::default();
        self.board = super::articles::Board::default();
        self.note = super::workbench::NoteField::default();
        self.drafts = super::drafts::Drafts::default();
        self.families.clear();
        self.asked_for_details = false;
        self.work = None;
        self.listing = super::claims::Listing::default();
        self.forget_derived();
        let first = session.project().claims.first().map(|claim| claim.id);
        self.session = Some(session);
        let first = self.next_untagged().or(first);
        if let Some(claim) = first {
            self.choose(claim);
        }
        self.view.filter.tag = TagFilter::All;
    }
}

/// How egui calls the choice.
pub(crate) const fn preference(choice: ThemeChoice) -> ThemePreference {
    match choice {
        ThemeChoice::System => ThemePreference::System,
        ThemeChoice::Light => ThemePreference::Light,
        ThemeChoice::Dark => ThemePreference::Dark,
    }
}

/// The mode to start in where the system says nothing.
pub(crate) const FALLBACK: EguiTheme = EguiTheme::Light;
