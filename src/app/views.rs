//! Going from view to view, and what the views ask for.

use eframe::egui::Context;

use super::articles::Selection;
use super::command::Command;
use super::dispatch::preference;
use super::keymap::{self, Keymap};
use super::overlay::Overlay;
use super::palette::Palette;
use super::settings_dialog::{Setting, SettingsDialog};
use super::view::ClaimFilter;
use super::workbench::Workbench;
use super::{theme, words};
use crate::model::{ArticleId, ClaimId, Place};
use crate::review::Edit;
use crate::session::Session;
use crate::storage::settings::MainView;

/// So many rows a page key goes on.
const PAGE: isize = 12;
/// So many commands are remembered by the palette.
const MOST_RECENT: usize = 24;

impl Workbench {
    /// Brings what the views derive up to date with the open review.
    pub(crate) fn follow_review(&mut self, ctx: &Context) {
        if let Some(session) = &self.session {
            self.known.follow(ctx, session, words::unchecked().reading);
            self.unchecked.refresh(session, &self.known);
        }
        // A list that fills, or one that an undo filled again, has a sentence to look at.
        if self.main_view() == MainView::Unchecked
            && self.sentence().is_none()
            && self.has_sentences()
        {
            self.step_sentence(0);
        }
    }

    /// Forgets what was derived from another review.
    pub(crate) fn forget_derived(&mut self) {
        self.known = super::known::Known::default();
        self.unchecked = super::unchecked::Unchecked::default();
        self.matrix = super::matrix::Matrix::default();
        self.overview = super::overview::Overview::default();
        self.kinship = crate::analysis::Families::default();
    }

    /// What the middle of the window shows.
    pub(crate) const fn main_view(&self) -> MainView {
        self.settings.layout.main_view
    }

    /// Whether the chosen claim is in view, so that it can be worked on.
    pub(crate) const fn shows_claims(&self) -> bool {
        matches!(self.main_view(), MainView::Articles | MainView::Matrix)
    }

    /// Shows another view, with the chosen claim in it.
    pub(crate) fn show_view(&mut self, view: MainView) {
        if self.main_view() == MainView::Unchecked && view != MainView::Unchecked {
            self.view.selection = None;
        }
        self.settings.layout.main_view = view;
        if view == MainView::Unchecked {
            let first = self.session.as_ref().and_then(|session| {
                let chosen = self.unchecked.chosen(session);
                chosen.or_else(|| self.unchecked.neighbour(session, 0))
            });
            self.choose_sentence(first);
        } else if let Some(claim) = self.view.chosen {
            self.choose(claim);
        }
    }

    /// Shows the claims that `filter` lets through beside the articles.
    pub(crate) fn show_claims(&mut self, filter: ClaimFilter) {
        self.view.picked.clear();
        self.filter(|view| view.filter = filter);
        self.show_view(MainView::Articles);
    }

    /// Shows a claim in the articles, with one of them in front where it is named.
    pub(crate) fn read_claim(&mut self, claim: ClaimId, article: Option<ArticleId>) {
        self.show_everything_if_hidden(claim);
        self.view.chosen = Some(claim);
        self.show_view(MainView::Articles);
        self.choose(claim);
        if let Some(article) = article {
            self.bring_to_front(article);
        }
    }

    /// Shows an article beside the others.
    pub(crate) fn read_article(&mut self, article: ArticleId) {
        self.show_view(MainView::Articles);
        self.bring_to_front(article);
    }

    /// Chooses a cell of the matrix, and goes on to the article if it was chosen before.
    pub(crate) fn click_cell(&mut self, claim: ClaimId, article: ArticleId) {
        if self.view.chosen == Some(claim) && self.matrix.column() == Some(article) {
            return self.read_claim(claim, Some(article));
        }
        self.matrix.choose_column(article);
        self.view.picked.clear();
        self.choose(claim);
    }

    /// Shows the chosen claim in the article whose column is worked on.
    pub(crate) fn read_chosen(&mut self) {
        if let Some(claim) = self.view.chosen {
            self.read_claim(claim, self.matrix.column());
        }
    }

    /// Shows a claim that was looked for, in the view that is open if it shows claims.
    pub(crate) fn found_claim(&mut self, claim: ClaimId) {
        self.show_everything_if_hidden(claim);
        self.view.picked.clear();
        self.choose(claim);
        if !self.shows_claims() {
            self.show_view(MainView::Articles);
        }
    }

    /// Looks at a sentence that is in no claim: it is then selected.
    pub(crate) fn choose_sentence(&mut self, place: Option<Place>) {
        self.view.selection = place.map(|place| Selection::of(place.article, place.span));
        self.unchecked.choose(place);
    }

    /// Shows the sentences that were set aside, or the others.
    pub(crate) fn show_aside(&mut self, shows_aside: bool) {
        self.unchecked.show_aside(shows_aside);
        let first = self.session.as_ref().and_then(|s| self.unchecked.neighbour(s, 0));
        self.choose_sentence(first);
    }

    /// The sentence that is looked at, where sentences are.
    pub(crate) fn sentence(&self) -> Option<Place> {
        let session = self.session.as_ref().filter(|_| self.main_view() == MainView::Unchecked)?;
        self.unchecked.chosen(session)
    }

    /// Whether there are sentences to go through.
    pub(crate) fn has_sentences(&self) -> bool {
        self.main_view() == MainView::Unchecked
            && self.session.as_ref().is_some_and(|s| self.unchecked.neighbour(s, 0).is_some())
    }

    /// Goes `steps` further down the sentences.
    pub(crate) fn step_sentence(&mut self, steps: isize) {
        let next = self.session.as_ref().and_then(|s| self.unchecked.neighbour(s, steps));
        self.choose_sentence(next);
    }

    /// Sets the sentence aside, or takes it back.
    pub(crate) fn set_aside(&mut self) {
        let (Some(session), Some(place)) = (&self.session, self.sentence()) else { return };
        let is_aside = session.project().set_aside.binary_search(&place).is_ok();
        let next = self.unchecked.after_chosen(session);
        let words = words::unchecked();
        let (name, edit) = if is_aside {
            (words.step_back, Edit::TakeBack(place))
        } else {
            (words.step_aside, Edit::SetAside(place))
        };
        if self.edit(name, None, |_| Ok(edit)) {
            self.go_on_to_sentence(next);
        }
    }

    /// Makes a claim of the sentence and goes on to the next one.
    pub(crate) fn claim_of_sentence(&mut self) {
        let next = self.session.as_ref().and_then(|s| self.unchecked.after_chosen(s));
        self.new_claim();
        self.go_on_to_sentence(next);
    }

    fn go_on_to_sentence(&mut self, next: Option<Place>) {
        if let Some(session) = &self.session {
            self.unchecked.refresh(session, &self.known);
        }
        self.choose_sentence(next);
    }

    /// Opens the palette or the settings.
    pub(crate) fn open_palette(&mut self) {
        self.overlay = Some(Overlay::Palette(Palette::default()));
        self.typing.begin();
    }

    /// Opens the settings.
    pub(crate) fn open_settings(&mut self) {
        self.overlay = Some(Overlay::Settings(SettingsDialog::new(self.known_name())));
    }

    /// Remembers a command that the palette offered.
    pub(crate) fn remember_command(&mut self, command: Command) {
        self.recent_commands.retain(|recent| *recent != command);
        self.recent_commands.push(command);
        let surplus = self.recent_commands.len().saturating_sub(MOST_RECENT);
        self.recent_commands.drain(..surplus);
    }

    /// Changes a setting, which takes effect at once.
    pub(crate) fn set(&mut self, ctx: &Context, setting: Setting) {
        self.change_settings(|settings| match setting {
            Setting::Theme(theme) => settings.theme = theme,
            Setting::Contrast(contrast) => settings.contrast = contrast,
            Setting::Motion(motion) => settings.motion = motion,
            Setting::Language(language) => settings.language = language,
            Setting::InterfaceSize(size) => settings.interface_size = size,
            Setting::TextSize(size) => settings.text_size = size,
            Setting::LineSpacing(spacing) => settings.line_spacing = spacing,
            Setting::Advance(advance) => settings.advance = advance,
            Setting::Reviewer(name) => settings.reviewer = name,
            Setting::Keys(command, keys) => {
                settings.keys = keymap::with_keys(&settings.keys, command, keys);
            }
            Setting::NoKeys(command) => {
                settings.keys = keymap::without_keys(&settings.keys, command);
            }
            Setting::UsualKeys(command) => {
                settings.keys = keymap::with_usual_keys(&settings.keys, command);
            }
            Setting::AllUsualKeys => settings.keys.clear(),
        });
        self.take_settings(ctx);
    }

    /// Lets the window look and go as the settings say.
    pub(crate) fn take_settings(&self, ctx: &Context) {
        ctx.set_theme(preference(self.settings.theme));
        theme::set_contrast(ctx, self.settings.contrast);
        theme::set_motion(ctx, self.settings.motion);
        ctx.set_zoom_factor(self.settings.zoom());
        keymap::go_by(Keymap::new(&self.settings.keys));
    }

    /// Does what a command means in the view that is open, where that is not what it means beside
    /// the articles; whether it did.
    pub(crate) fn view_command(&mut self, command: Command) -> bool {
        match (self.main_view(), command) {
            (MainView::Articles, _) => return false,
            (MainView::Matrix, Command::NextArticle | Command::NextPassage) => self.step_column(1),
            (MainView::Matrix, Command::PreviousArticle | Command::PreviousPassage) => {
                self.step_column(-1);
            }
            (MainView::Matrix, Command::PageDown) => self.step(PAGE),
            (MainView::Matrix, Command::PageUp) => self.step(-PAGE),
            (MainView::Matrix, Command::ArticleStart) => self.step(isize::MIN),
            (MainView::Matrix, Command::ArticleEnd) => self.step(isize::MAX),
            (MainView::Unchecked, Command::NextClaim) => self.step_sentence(1),
            (MainView::Unchecked, Command::PreviousClaim) => self.step_sentence(-1),
            (MainView::Unchecked, Command::PageDown) => self.step_sentence(PAGE),
            (MainView::Unchecked, Command::PageUp) => self.step_sentence(-PAGE),
            (MainView::Unchecked, Command::ArticleStart) => self.step_sentence(isize::MIN),
            (MainView::Unchecked, Command::ArticleEnd) => self.step_sentence(isize::MAX),
            (MainView::Unchecked, Command::NewClaim) => self.claim_of_sentence(),
            (_, command) if command.is_about_columns() => {}
            (_, command) if command.is_found_in_articles() => {
                self.show_view(MainView::Articles);
                return false;
            }
            _ => return false,
        }
        true
    }

    /// Works on the column of the matrix that is `steps` to the right.
    fn step_column(&mut self, steps: isize) {
        let Some(project) = self.session.as_ref().map(Session::project) else { return };
        let at = self.matrix.column().and_then(|id| project.article_index(id));
        let last = project.articles.len().saturating_sub(1);
        let to = at.map_or(0, |at| at.saturating_add_signed(steps).min(last));
        if let Some(article) = project.articles.get(to).map(|article| article.id) {
            self.matrix.choose_column(article);
            self.list.scroll_to = self.view.chosen;
        }
    }

    fn bring_to_front(&mut self, article: ArticleId) {
        self.board.show_article(article);
        if let Some(claim) = self.view.chosen {
            self.board.align(claim);
        }
    }
}
