//! The one place where what was asked for is done.

use eframe::egui::{Context, Theme as EguiTheme, ThemePreference, ViewportCommand};

use super::action::Action;
use super::articles::Spacing;
use super::command::Command;
use super::dialog::{Dialog, MetadataForm, PathPurpose, Then};
use super::undoing::place_of;
use super::view::{ClaimFilter, TagFilter};
use super::walking::{self, Way};
use super::words;
use super::workbench::{Asked, Destination, Workbench};
use crate::model::{ArticleId, ClaimId, Project, Tag};
use crate::review::{Edit, EditError, Step, actions};
use crate::session::{Session, drop_recovered};
use crate::storage::settings::{LanguageChoice, MainView, Settings, ThemeChoice};

/// Steps of the articles' type, and its bounds, in points.
const TEXT_STEP: f32 = 1.0;
const TEXT_SIZES: std::ops::RangeInclusive<f32> = 10.0..=32.0;

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
            Action::RemoveArticle(article) => {
                self.edit(words::steps().remove_article, None, |project| {
                    actions::remove_article(project, article)
                });
            }
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
            Action::LookAt(place) => self.view.passage = place,
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
            Action::PutEvidence(claim, index, evidence) => {
                self.edit(words::steps().evidence, Some(claim), |project| {
                    actions::put_evidence(project, claim, index, *evidence)
                });
            }
            Action::RemoveEvidence(claim, index) => {
                self.edit(words::steps().remove_evidence, Some(claim), |project| {
                    actions::remove_evidence(project, claim, index)
                });
            }
            Action::RemovePassage(claim, index) => {
                self.edit(words::steps().remove_passage, Some(claim), |project| {
                    actions::remove_passage(project, claim, index)
                });
            }
            Action::Filter(facet) => self.filter(|view| view.filter.toggle(facet)),
            Action::ShowAllClaims => self.filter(|view| view.filter = ClaimFilter::default()),
            Action::OrderClaims(order) => self.filter(|view| view.order = order),
            Action::TakePaths(paths) => self.take_paths(ctx, paths),
            Action::ExportTo(path) => self.export_to(&path),
            Action::SaveTo(path) => self.save_to(ctx, &path),
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
            Action::CloseDialog => self.dialog = None,
        }
    }

    #[expect(clippy::too_many_lines, reason = "a table: one arm a command")]
    fn command(&mut self, ctx: &Context, command: Command) {
        self.hand_over_note();
        if !self.situation().meets(command.entry().needs) {
            if command == Command::MergeClaims {
                self.message = words::shell().pick_to_merge.into();
            }
            return;
        }
        if self.view_command(command) {
            return;
        }
        match command {
            Command::NewReview => self.ask_for(Asked::NewReview),
            Command::Open => self.ask_for(Asked::Open),
            Command::AddArticles => self.ask_for(Asked::AddArticles),
            Command::TypePath => self.type_path(PathPurpose::Open),
            Command::OpenSample => self.open_sample(),
            Command::PasteArticle => ctx.send_viewport_cmd(ViewportCommand::RequestPaste),
            Command::Save => self.save(ctx),
            Command::SaveAs => self.ask_for(Asked::Save),
            Command::ExportSummary => self.export_summary(),
            Command::Close => self.close_review(),
            Command::Quit => self.close_requested(ctx),
            Command::Undo => self.undo(Session::undo, words::shell().undone),
            Command::Redo => self.undo(Session::redo, words::shell().redone),
            Command::Copy => self.copy(ctx),
            Command::Find => {
                self.list.search_takes_focus = true;
                self.typing.begin();
            }
            Command::FindInArticles
            | Command::FindNext
            | Command::FindPrevious
            | Command::FindSelection
            | Command::ShowArticle1
            | Command::ShowArticle2
            | Command::ShowArticle3
            | Command::ShowArticle4
            | Command::ShowArticle5
            | Command::ShowArticle6
            | Command::ShowArticle7
            | Command::ShowArticle8
            | Command::NextArticle
            | Command::PreviousArticle
            | Command::MoveArticleLeft
            | Command::MoveArticleRight
            | Command::PinArticle
            | Command::HideArticle
            | Command::SoloArticle
            | Command::ShowAllArticles
            | Command::WiderArticle
            | Command::NarrowerArticle
            | Command::EvenWidths
            | Command::PageDown
            | Command::PageUp
            | Command::ArticleStart
            | Command::ArticleEnd
            | Command::SelectNext
            | Command::SelectPrevious
            | Command::SelectFurther
            | Command::TogglePart => self.article_command(command),
            Command::LooserLines => self.set_spacing(Spacing::Looser),
            Command::TighterLines => self.set_spacing(Spacing::Tighter),
            Command::UsualLines => self.set_spacing(Spacing::Usual),
            Command::FindClaims => self.find_claims(ctx),
            Command::NextClaim => self.step(1),
            Command::PreviousClaim => self.step(-1),
            Command::NextUntagged => self.go_to_untagged(),
            Command::TagAgreed => self.tag_and_go_on(Tag::Agreed),
            Command::TagDisputed => self.tag_and_go_on(Tag::Disputed),
            Command::TagUnique => self.tag_and_go_on(Tag::Unique),
            Command::AcceptSuggestion => self.accept(),
            Command::ClearTag => {
                self.tag(None);
            }
            Command::PickClaim => self.view.chosen.into_iter().for_each(|claim| self.pick(claim)),
            Command::PickNext => self.pick_on(1),
            Command::PickPrevious => self.pick_on(-1),
            Command::PickAll => self.pick_all(),
            Command::PickNone => self.view.picked.clear(),
            Command::NextPassage => self.step_passage(1),
            Command::PreviousPassage => self.step_passage(-1),
            Command::AddLabel => {
                self.settings.layout.shows_inspector = true;
                self.labels.takes_focus = true;
                self.typing.begin();
            }
            Command::AddEvidence => self.add_evidence(),
            Command::SplitClaim => self.split_claim(),
            Command::MergeClaims => self.merge_claims(),
            Command::MovePassage => self.ask_move(),
            Command::SetBounds => self.set_bounds(),
            Command::ToggleAdvance => {
                self.change_settings(|settings| settings.advance = !settings.advance);
            }
            Command::WriteNote => {
                self.settings.layout.shows_inspector = true;
                self.note.takes_focus = true;
                self.typing.begin();
            }
            Command::NewClaim => self.new_claim(),
            Command::SetAside => self.set_aside(),
            Command::ShowArticles => self.show_view(MainView::Articles),
            Command::ShowMatrix => self.show_view(MainView::Matrix),
            Command::ShowOverview => self.show_view(MainView::Overview),
            Command::ShowUnchecked => self.show_view(MainView::Unchecked),
            Command::ReadInArticle => self.read_chosen(),
            Command::NextPanel => walking::walk(ctx, Way::On),
            Command::PreviousPanel => walking::walk(ctx, Way::Back),
            Command::FoldClaims => {
                self.change_settings(|settings| {
                    settings.layout.shows_claims = !settings.layout.shows_claims;
                });
            }
            Command::FoldInspector => {
                self.change_settings(|settings| {
                    settings.layout.shows_inspector = !settings.layout.shows_inspector;
                });
            }
            Command::ShowPalette => self.open_palette(),
            Command::ShowSettings => self.open_settings(),
            Command::AddToClaim => self.add_to_claim(),
            Command::DeleteClaim => self.delete_claims(),
            Command::ReviewDetails => self.ask_details(Then::Nothing),
            Command::SystemTheme => self.set_theme(ctx, ThemeChoice::System),
            Command::LightTheme => self.set_theme(ctx, ThemeChoice::Light),
            Command::DarkTheme => self.set_theme(ctx, ThemeChoice::Dark),
            Command::LargerText => self.set_text_size(self.settings.text_size + TEXT_STEP),
            Command::SmallerText => self.set_text_size(self.settings.text_size - TEXT_STEP),
            Command::NormalText => self.set_text_size(Settings::default().text_size),
            Command::SystemLanguage => self.set_language(LanguageChoice::System),
            Command::English => self.set_language(LanguageChoice::English),
            Command::German => self.set_language(LanguageChoice::German),
            Command::ShowKeys => self.dialog = Some(Dialog::Keys),
            Command::About => self.dialog = Some(about()),
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
                self.message.clear();
                true
            }
            Err(error) => {
                self.message = words::fill(words::shell().named_step, &[&name, &error]);
                false
            }
        }
    }

    /// A note that is still being typed counts as written before anything else is done.
    fn hand_over_note(&mut self) {
        if let Some((claim, note)) = self.note.pending(self.chosen()) {
            self.edit(words::steps().note, Some(claim), |project| {
                actions::set_note(project, claim, &note)
            });
        }
    }

    fn copy(&mut self, ctx: &Context) {
        let Some((article, span)) = self.selected() else { return };
        let text = self.session.as_ref().and_then(|session| session.project().article(article));
        if let Some(text) = text.map(|article| article.quote(span)) {
            ctx.copy_text(text.to_owned());
            self.message = words::shell().copied.into();
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

    fn add_evidence(&mut self) {
        if let Some((claim, end)) = self.chosen().map(|claim| (claim.id, claim.evidence.len())) {
            self.ask_evidence(claim, end);
        }
    }

    /// Asks for evidence in the place of that index; past the end for one more.
    fn ask_evidence(&mut self, claim: ClaimId, index: usize) {
        let project = self.session.as_ref().map(Session::project);
        let known = project.and_then(|project| project.claim(claim)?.evidence.get(index));
        self.dialog = Some(Dialog::evidence(claim, index, known));
        self.typing.begin();
    }

    fn ask_metadata(&mut self, article: ArticleId) {
        let article = self.session.as_ref().and_then(|session| session.project().article(article));
        if let Some(article) = article {
            let form = MetadataForm::new(&article.metadata);
            self.dialog = Some(Dialog::Metadata(article.id, Box::new(form)));
            self.typing.begin();
        }
    }

    fn set_theme(&mut self, ctx: &Context, choice: ThemeChoice) {
        ctx.set_theme(preference(choice));
        self.change_settings(|settings| settings.theme = choice);
    }

    fn set_language(&mut self, choice: LanguageChoice) {
        self.change_settings(|settings| settings.language = choice);
    }

    fn set_text_size(&mut self, size: f32) {
        let size = size.clamp(*TEXT_SIZES.start(), *TEXT_SIZES.end());
        self.change_settings(|settings| settings.text_size = size);
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

fn about() -> Dialog {
    let words = words::dialogs();
    let lines = vec![
        words::fill(words.version, &[&env!("CARGO_PKG_VERSION")]),
        words.about.into(),
        words.offline.into(),
    ];
    Dialog::message("Crosscheck", lines)
}
