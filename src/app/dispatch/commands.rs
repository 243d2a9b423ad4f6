//! What each command does.

use eframe::egui::{Context, ViewportCommand};

use super::preference;
use crate::app::articles::Spacing;
use crate::app::command::Command;
use crate::app::dialog::{Dialog, Then};
use crate::app::room::Side;
use crate::app::settings_dialog::Setting;
use crate::app::walking::{self, Way};
use crate::app::words;
use crate::app::workbench::{Asked, Workbench};
use crate::model::{ClaimId, Tag};
use crate::review::actions;
use crate::session::Session;
use crate::storage::settings::{INTERFACE_SIZES, LanguageChoice, MainView, Settings, ThemeChoice};

/// A step of the interface's size, in percent.
const INTERFACE_STEP: i16 = 10;
/// Steps of the articles' type, and its bounds, in points.
const TEXT_STEP: f32 = 1.0;
const TEXT_SIZES: std::ops::RangeInclusive<f32> = 10.0..=32.0;

impl Workbench {
    #[expect(clippy::too_many_lines, reason = "a table: one arm a command")]
    pub(super) fn command(&mut self, ctx: &Context, command: Command) {
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
            Command::TypePath => self.type_path(Asked::Open),
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
            | Command::EditArticle
            | Command::RemoveArticle
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
                self.show_side(Side::Inspector);
                self.labels.takes_focus = true;
                self.typing.begin();
            }
            Command::AddEvidence => self.add_evidence(),
            Command::CopySummary => {
                ctx.copy_text(self.summaries());
                self.message = words::shell().copied.into();
            }
            Command::ClaimMenu => self.open_claim_menu(),
            Command::SplitClaim => self.split_claim(),
            Command::MergeClaims => self.merge_claims(),
            Command::MovePassage => self.ask_move(),
            Command::SetBounds => self.set_bounds(),
            Command::ToggleAdvance => {
                self.change_settings(|settings| settings.advance = !settings.advance);
            }
            Command::EditSummary => {
                self.show_side(Side::Inspector);
                self.summary.takes_focus = true;
                self.typing.begin();
            }
            Command::WriteNote => {
                self.show_side(Side::Inspector);
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
            Command::FoldClaims => self.fold_side(ctx, Side::Claims),
            Command::FoldInspector => self.fold_side(ctx, Side::Inspector),
            Command::ShowPalette => self.open_palette(),
            Command::ShowSettings => self.open_settings(),
            Command::AddToClaim => self.add_to_claim(),
            Command::DeleteClaim => self.delete_claims(),
            Command::ReviewDetails => self.ask_details(Then::Nothing),
            Command::SystemTheme => self.set_theme(ctx, ThemeChoice::System),
            Command::LightTheme => self.set_theme(ctx, ThemeChoice::Light),
            Command::DarkTheme => self.set_theme(ctx, ThemeChoice::Dark),
            Command::HighContrast => {
                self.set(ctx, Setting::Contrast(self.settings.contrast.other()));
            }
            Command::ReducedMotion => self.set(ctx, Setting::Motion(self.settings.motion.other())),
            Command::LargerInterface => self.step_interface(ctx, INTERFACE_STEP),
            Command::SmallerInterface => self.step_interface(ctx, -INTERFACE_STEP),
            Command::NormalInterface => {
                let usual = Settings::default().interface_size;
                self.set(ctx, Setting::InterfaceSize(usual));
            }
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

    /// The note that is being typed and not in the project yet, with its claim.
    pub(crate) fn pending_note(&self) -> Option<(ClaimId, String)> {
        self.note.pending(self.chosen())
    }

    /// A note that is still being typed counts as written before anything else is done.
    pub(crate) fn hand_over_note(&mut self) {
        if let Some((claim, note)) = self.pending_note() {
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

    fn set_theme(&mut self, ctx: &Context, choice: ThemeChoice) {
        ctx.set_theme(preference(choice));
        self.change_settings(|settings| settings.theme = choice);
    }

    fn set_language(&mut self, choice: LanguageChoice) {
        self.message.clear();
        self.change_settings(|settings| settings.language = choice);
    }

    /// Draws the whole window larger or smaller, by so many percent of its usual size.
    fn step_interface(&mut self, ctx: &Context, percent: i16) {
        let size = self.settings.interface_size.saturating_add_signed(percent);
        let size = size.clamp(*INTERFACE_SIZES.start(), *INTERFACE_SIZES.end());
        self.set(ctx, Setting::InterfaceSize(size));
    }

    fn set_text_size(&mut self, size: f32) {
        let size = size.clamp(*TEXT_SIZES.start(), *TEXT_SIZES.end());
        self.change_settings(|settings| settings.text_size = size);
    }
}

fn about() -> Dialog {
    let words = words::dialogs();
    let lines = vec![
        words::fill(words.version, &[&env!("CARGO_PKG_VERSION")]),
        words.about.into(),
        words.offline.into(),
    ];
    Dialog::message("Crosscheck", lines)
}
