//! All columns, side by side.
//!
//! What is to be shown is asked of the [`Board`] by its methods, and done in the next frame, when it is
//! known how much room there is.

use std::collections::{BTreeMap, BTreeSet};

use eframe::egui::{Key, Popup, RichText, Ui};

use super::arrangement::{Arrangement, sideways_to_show};
use super::column::{Column, Side};
use super::columns;
use super::focus::focus;
use super::highlight::Passages;
use super::place::Place;
use super::search::Search;
use super::search_bar::search_bar_ui;
use super::selection::Selection;
use super::sideways::Sideways;
use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::theme::{Theme, strong};
use crate::app::words;
use crate::model::{Article, ArticleId, Claim, ClaimId, Project};
use crate::text::Span;

/// The chosen passages stand this far down, as a share of the view.
const EYE_LEVEL: f32 = 0.26;

/// What the columns remember from one frame to the next.
#[derive(Default)]
pub(crate) struct Board {
    pub(super) columns: BTreeMap<ArticleId, Column>,
    pub(crate) arrangement: Arrangement,
    pub(crate) search: Search,
    pub(super) passages: Passages,
    pub(super) sideways: Sideways,
    pub(super) open_folds: BTreeMap<ArticleId, BTreeSet<usize>>,
    /// What is to be brought into view in the next frame.
    to_show: Option<ToShow>,
    /// An article whose column is to be in view, whatever else is.
    column_to_show: Option<ArticleId>,
    /// Height of the columns' text in the last frame.
    pub(super) view_height: f32,
    /// Whether anything had the keyboard in the last frame.
    had_focus: bool,
}

/// What is to be brought into view.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum ToShow {
    /// A claim's passages, at one height.
    Claim(ClaimId),
    /// A place of an article, at the height of the eyes.
    Place(ArticleId, usize),
    /// The first match of each article, at one height.
    Matches,
}

/// What the board needs to know of the review.
pub(crate) struct BoardInput<'a> {
    pub(crate) project: &'a Project,
    pub(crate) state: u64,
    pub(crate) chosen: Option<&'a Claim>,
    pub(crate) selection: Option<Selection>,
    /// The passage of the chosen claim that is looked at.
    pub(crate) looked_at: Option<crate::model::Place>,
    /// The words of the reason that is pointed at.
    pub(crate) pointed: &'a [crate::model::Place],
    pub(crate) families: &'a BTreeMap<ArticleId, usize>,
    /// Size of the articles' type, in points, and a line as a multiple of it.
    pub(crate) text_size: f32,
    pub(crate) line_spacing: f32,
}

impl Board {
    /// Brings the passages of `claim` to one height.
    pub(crate) const fn align(&mut self, claim: ClaimId) {
        self.to_show = Some(ToShow::Claim(claim));
    }

    /// Brings a place of an article into view.
    pub(crate) fn show_place(&mut self, article: ArticleId, byte: usize) {
        self.arrangement.show(article);
        self.to_show = Some(ToShow::Place(article, byte));
    }

    /// Brings a passage into view; one that stands in its column's view already stays where it is.
    pub(crate) fn show_passage(&mut self, article: &Article, span: Span) {
        if self.is_in_view(article, span) {
            self.arrangement.show(article.id);
            self.column_to_show = Some(article.id);
        } else {
            self.show_place(article.id, span.start());
        }
    }

    /// Brings an article to the front: its column into view, and keys to it.
    pub(crate) fn show_article(&mut self, article: ArticleId) {
        self.arrangement.bring_to_front(article);
        self.column_to_show = Some(article);
    }

    /// Looks for `text` in all articles and brings what is found to one height.
    pub(crate) fn search_for(&mut self, text: &str) {
        self.search.open(Some(text));
        self.to_show = Some(ToShow::Matches);
    }

    /// Goes to the next match, or `steps` of them on.
    pub(crate) fn step_match(&mut self, project: &Project, steps: isize) {
        self.search.open_if_shut();
        self.search.refresh(project);
        let articles: Vec<_> = project.articles.iter().map(|article| article.id).collect();
        if let Some((article, span)) = self.search.step(steps, self.arrangement.front(&articles)) {
            self.show_place(article, span.start());
        }
    }

    /// Scrolls a column by a share of what is in view, downwards for a positive one.
    pub(crate) fn turn_page(&mut self, article: ArticleId, share: f32) {
        if let Some(column) = self.columns.get_mut(&article) {
            column.scroll.move_by(-share * self.view_height);
        }
    }

    /// Goes to the beginning of an article, or to its end.
    pub(crate) fn go_to_end(&mut self, article: ArticleId, share: f32) {
        if let Some(column) = self.columns.get_mut(&article) {
            column.scroll.go_to_share(share, self.view_height);
        }
    }

    /// The first byte of an article that is in view.
    pub(super) fn first_in_view(&self, article: ArticleId) -> Option<usize> {
        self.columns.get(&article)?.first_in_view()
    }

    /// Whether a stretch of an article is in view.
    pub(super) fn is_in_view(&self, article: &Article, span: Span) -> bool {
        let column = self.columns.get(&article.id);
        column.is_some_and(|column| column.side_of(article, span, self.view_height) == Side::Within)
    }

    /// Makes a column wider by `by`.
    pub(crate) fn widen(&mut self, article: ArticleId, by: f32) {
        if let Some(column) = self.columns.get(&article) {
            self.arrangement.set_width(article, column.slot_width + by);
        }
    }

    /// Folds or unfolds the run of boilerplate that begins with that part.
    pub(crate) fn toggle_fold(&mut self, article: ArticleId, part: usize) {
        let open = self.open_folds.entry(article).or_default();
        if !open.remove(&part) {
            open.insert(part);
        }
    }

    /// `Esc` leaves the selection, then the search, unless something has the keyboard.
    fn leave(&mut self, ui: &Ui, input: &BoardInput<'_>, actions: &mut Vec<Action>) {
        let is_open = Popup::is_any_open(ui.ctx());
        let has_focus = is_open || ui.memory(|memory| memory.focused().is_some());
        let had_focus = std::mem::replace(&mut self.had_focus, has_focus);
        if had_focus || has_focus || !ui.input(|input| input.key_pressed(Key::Escape)) {
            return;
        }
        if input.selection.is_some() {
            actions.push(Action::SelectText(None));
        } else {
            self.search.close();
        }
    }

    /// Tells the columns where to stand, now that it is known how much room there is.
    pub(super) fn bring_into_view(
        &mut self,
        ui: &Ui,
        input: &BoardInput<'_>,
        places: &[Place],
        view: f32,
    ) {
        let column = self.column_to_show.take();
        let to_show = self.to_show.take();
        let targets = to_show.map(|to_show| self.targets(to_show, input)).unwrap_or_default();
        let of_targets: Vec<_> = targets.iter().map(|(article, _)| *article).collect();
        let wanted = column.map_or(of_targets, |article| vec![article]);
        self.show_sideways(places, &wanted);
        let mut deepest = 0.0;
        for (article, byte) in &targets {
            self.unfold(input, *article, *byte);
            let Some(place) = places.iter().find(|place| place.slot.article == *article) else {
                continue;
            };
            let (Some(column), Some(source)) =
                (self.columns.get_mut(article), input.project.article(*article))
            else {
                continue;
            };
            if place.is_in_view() {
                deepest = f32::max(deepest, column.offset_of(ui, source, *byte).unwrap_or(0.0));
            } else {
                deepest = f32::INFINITY;
            }
        }
        // No empty space above every article when the claim stands near the top of all of them.
        let height = (view * EYE_LEVEL).min(deepest).round();
        for (article, byte) in targets {
            if let Some(column) = self.columns.get_mut(&article) {
                column.align(byte, height);
            }
        }
    }

    /// The articles with the bytes that are to stand at one height.
    fn targets(&self, to_show: ToShow, input: &BoardInput<'_>) -> Vec<(ArticleId, usize)> {
        let start = |(article, span): (ArticleId, Span)| (article, span.start());
        match to_show {
            ToShow::Claim(claim) => {
                let Some(claim) = input.project.claim(claim) else { return Vec::new() };
                let articles = input.project.articles.iter();
                articles
                    .filter_map(|article| Some(start((article.id, focus(claim, article)?))))
                    .collect()
            }
            ToShow::Place(article, byte) => vec![(article, byte)],
            ToShow::Matches => self.search.firsts().map(start).collect(),
        }
    }

    /// Opens the fold that hides a place.
    fn unfold(&mut self, input: &BoardInput<'_>, article: ArticleId, byte: usize) {
        let (Some(column), Some(source)) =
            (self.columns.get_mut(&article), input.project.article(article))
        else {
            return;
        };
        if let Some(fold) = column.fold_hiding(source, byte) {
            let open = self.open_folds.entry(article).or_default();
            open.insert(fold);
            column.refresh(source, input.state, open);
        }
    }

    /// Scrolls sideways as far as the columns of `wanted` need it.
    fn show_sideways(&mut self, places: &[Place], wanted: &[ArticleId]) {
        let view = places.iter().map(Place::scrolled_view).reduce(f32::min);
        let Some(view) = view.filter(|_| !wanted.is_empty()) else { return };
        let stretches: Vec<_> = places
            .iter()
            .filter(|place| place.is_scrolled_column() && wanted.contains(&place.slot.article))
            .map(|place| (place.slot.x, place.slot.x + place.slot.width))
            .collect();
        self.sideways.target = sideways_to_show(self.sideways.now, view, &stretches);
    }
}

/// Draws the articles side by side.
pub(crate) fn board_ui(
    ui: &mut Ui,
    board: &mut Board,
    input: &BoardInput<'_>,
    actions: &mut Vec<Action>,
) {
    if input.project.articles.is_empty() {
        return empty_ui(ui, actions);
    }
    board.columns.retain(|id, _| input.project.article(*id).is_some());
    board.passages.refresh(input.project, input.state);
    if board.search.is_open {
        search_bar_ui(ui, &mut board.search, actions);
    }
    board.search.refresh(input.project);
    board.leave(ui, input, actions);
    columns::columns_ui(ui, board, input, actions);
}

fn empty_ui(ui: &mut Ui, actions: &mut Vec<Action>) {
    let (theme, words) = (Theme::of(ui.ctx()), words::articles());
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.35);
        ui.label(RichText::new(words.none_yet).font(strong(17.0)));
        ui.label(RichText::new(words.drop_files).color(theme.muted));
        ui.add_space(8.0);
        if ui.button(Command::AddArticles.entry().name()).clicked() {
            actions.push(Action::Command(Command::AddArticles));
        }
    });
}
