//! All columns, side by side, and the bands that join the chosen claim's passages.

use std::collections::{BTreeMap, BTreeSet};

use eframe::egui::{
    self, Color32, Mesh, Pos2, Rect, ScrollArea, Sense, Shape, Stroke, Ui, pos2, vec2,
};

use super::column::{Column, ColumnInput};
use super::focus::focus;
use super::layout::LayoutStyle;
use super::selection::Selection;
use super::{header, minimap};
use crate::app::action::Action;
use crate::app::theme::{SIZE_BODY, Theme, plain};
use crate::model::{Article, ArticleId, Claim, ClaimId, Project};
use crate::text::Span;

/// No column is narrower.
const LEAST_WIDTH: f32 = 210.0;
/// No column is wider: longer lines are hard to read.
const MOST_WIDTH: f32 = 640.0;
/// Between a column's edge and its text.
const MARGIN: f32 = 14.0;
/// The chosen passages stand this far down, as a share of the view.
const EYE_LEVEL: f32 = 0.26;

/// What the columns remember from one frame to the next.
#[derive(Default)]
pub(crate) struct Board {
    columns: BTreeMap<ArticleId, Column>,
    /// A claim whose passages are to be brought to one height in the next frame.
    to_align: Option<ClaimId>,
    open_folds: BTreeMap<ArticleId, BTreeSet<usize>>,
}

impl Board {
    /// Brings the passages of `claim` to one height in the next frame.
    pub(crate) const fn align(&mut self, claim: ClaimId) {
        self.to_align = Some(claim);
    }

    /// Folds or unfolds the run of boilerplate that begins with that part.
    pub(crate) fn toggle_fold(&mut self, article: ArticleId, part: usize) {
        let open = self.open_folds.entry(article).or_default();
        if !open.remove(&part) {
            open.insert(part);
        }
    }
}

/// What the board needs to know of the review.
pub(crate) struct BoardInput<'a> {
    pub(crate) project: &'a Project,
    pub(crate) state: u64,
    pub(crate) chosen: Option<&'a Claim>,
    pub(crate) selection: Option<Selection>,
    pub(crate) families: &'a BTreeMap<ArticleId, usize>,
    /// Size of the articles' type, in points.
    pub(crate) text_size: f32,
}

/// Draws the articles side by side.
pub(crate) fn board_ui(
    ui: &mut Ui,
    board: &mut Board,
    input: &BoardInput<'_>,
    actions: &mut Vec<Action>,
) {
    let theme = Theme::of(ui.ctx());
    if input.project.articles.is_empty() {
        empty_ui(ui, &theme, actions);
        return;
    }
    let count = input.project.articles.len() as f32;
    let width = (ui.available_width() / count).clamp(LEAST_WIDTH, MOST_WIDTH).floor();
    board.columns.retain(|id, _| input.project.article(*id).is_some());
    let area = ScrollArea::horizontal().auto_shrink(false).scroll_source(
        egui::scroll_area::ScrollSource {
            drag: egui::scroll_area::DragScroll::Never,
            ..egui::scroll_area::ScrollSource::ALL
        },
    );
    area.show(ui, |ui| {
        let size = vec2(width * count, ui.available_height());
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        columns_ui(ui, rect, width, board, input, actions);
    });
}

fn empty_ui(ui: &mut Ui, theme: &Theme, actions: &mut Vec<Action>) {
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.35);
        ui.label(egui::RichText::new("No articles yet").font(crate::app::theme::strong(17.0)));
        ui.label(egui::RichText::new("Drop files here, or add them").color(theme.muted));
        ui.add_space(8.0);
        if ui.button("Add articles…").clicked() {
            actions.push(Action::Command(crate::app::command::Command::AddArticles));
        }
    });
}

fn columns_ui(
    ui: &mut Ui,
    rect: Rect,
    width: f32,
    board: &mut Board,
    input: &BoardInput<'_>,
    actions: &mut Vec<Action>,
) {
    let theme = Theme::of(ui.ctx());
    let places: Vec<_> = (0..)
        .map(|index| Place::new(rect, width, index as f32))
        .take(input.project.articles.len())
        .collect();
    let size = input.text_size;
    for (article, place) in input.project.articles.iter().zip(&places) {
        let column = board.columns.entry(article.id).or_default();
        let open = board.open_folds.entry(article.id).or_default();
        column.refresh(input.project, article, input.state, open);
        column.restyle(LayoutStyle { width: place.text.width(), size, theme });
    }
    if let Some(claim) = board.to_align.take().and_then(|id| input.project.claim(id)) {
        align(ui, board, input, claim, rect.height() - header::HEIGHT);
    }
    let mut chosen = Vec::new();
    for (index, (article, place)) in input.project.articles.iter().zip(&places).enumerate() {
        let Some(column) = board.columns.get_mut(&article.id) else { continue };
        if !ui.is_rect_visible(place.whole) {
            chosen.push(None);
            continue;
        }
        let family = input.families.get(&article.id).copied();
        header::header_ui(
            ui,
            place.header,
            (article, index + 1),
            family,
            &column.highlights,
            actions,
        );
        chosen.push(article_ui(ui, place, column, article, input, actions));
        lines(ui, place, &theme);
    }
    let colour = input.chosen.map_or(theme.accent, |claim| match claim.tag() {
        Some(tag) => theme.tag(Some(tag)).mark,
        None => theme.accent,
    });
    bands(ui, &places, &chosen, colour);
}

/// Where the pieces of a column stand.
struct Place {
    whole: Rect,
    header: Rect,
    text: Rect,
    minimap: Rect,
}

impl Place {
    fn new(board: Rect, width: f32, index: f32) -> Self {
        let whole =
            Rect::from_min_size(board.min + vec2(width * index, 0.0), vec2(width, board.height()));
        let right = whole.right() - MARGIN - minimap::WIDTH - 6.0;
        let top = whole.top() + header::HEIGHT;
        Self {
            whole,
            header: Rect::from_min_max(pos2(whole.left() + MARGIN, whole.top()), pos2(right, top)),
            text: Rect::from_min_max(
                pos2(whole.left() + MARGIN, top + 10.0),
                pos2(right, whole.bottom()),
            ),
            minimap: Rect::from_min_max(
                pos2(whole.right() - minimap::WIDTH - 6.0, top + 8.0),
                pos2(whole.right() - 6.0, whole.bottom() - 8.0),
            ),
        }
    }
}

fn article_ui(
    ui: &mut Ui,
    place: &Place,
    column: &mut Column,
    article: &Article,
    input: &BoardInput<'_>,
    actions: &mut Vec<Action>,
) -> Option<Rect> {
    let chosen = input.chosen.map(|claim| claim.id);
    let differing =
        input.chosen.map(|claim| differing_words(claim, article.id)).unwrap_or_default();
    let column_input = ColumnInput {
        article,
        chosen,
        differing: &differing,
        focus: input.chosen.and_then(|claim| focus(claim, article)),
        selection: input.selection,
        theme: Theme::of(ui.ctx()),
    };
    let rects = column.column_ui(ui, place.text, &column_input, actions);
    let id = ui.scope_id().with(("minimap", article.id));
    let body = (&column.highlights, 0..article.text.len());
    minimap::minimap_ui(ui, id, place.minimap, &mut column.scroll, body, chosen);
    let is_absent =
        input.chosen.is_some_and(|claim| claim.passages_in(article.id).next().is_none());
    if is_absent {
        absence(ui, place);
    }
    rects
}

/// Says quietly that an article does not state the chosen claim.
fn absence(ui: &Ui, place: &Place) {
    let theme = Theme::of(ui.ctx());
    let at = pos2(place.text.left(), place.whole.bottom() - 26.0);
    let galley = ui.painter().layout_no_wrap(
        "Does not state this claim".into(),
        plain(SIZE_BODY),
        theme.muted,
    );
    let behind =
        Rect::from_min_size(at, galley.size()).expand2(vec2(8.0, 4.0)).translate(vec2(8.0, 0.0));
    ui.painter().rect_filled(behind, 6.0, theme.background);
    ui.painter().galley(at + vec2(8.0, 0.0), galley, theme.muted);
}

/// The words of an article that are a reason for the claim's suggestion.
fn differing_words(claim: &Claim, article: ArticleId) -> Vec<Span> {
    let reasons = claim.suggestion.iter().flat_map(|suggestion| &suggestion.reasons);
    let places = reasons.flat_map(|reason| &reason.places);
    places.filter(|place| place.article == article).map(|place| place.span).collect()
}

fn lines(ui: &Ui, place: &Place, theme: &Theme) {
    let stroke = Stroke::new(1.0, theme.hairline);
    ui.painter().vline(place.whole.right(), place.whole.y_range(), stroke);
    ui.painter().hline(place.whole.x_range(), place.whole.top() + header::HEIGHT, stroke);
}

/// Scrolls each column so that its passage of `claim` stands at one height in all of them.
fn align(ui: &Ui, board: &mut Board, input: &BoardInput<'_>, claim: &Claim, view: f32) {
    let mut targets = Vec::new();
    for article in &input.project.articles {
        let Some(first) = focus(claim, article).map(Span::start) else { continue };
        let Some(column) = board.columns.get_mut(&article.id) else { continue };
        if let Some(fold) = column.fold_hiding(article, first) {
            let open = board.open_folds.entry(article.id).or_default();
            open.insert(fold);
            column.refresh(input.project, article, input.state, open);
        }
        if let Some(offset) = column.offset_of(ui, article, first) {
            targets.push((article, first, offset));
        }
    }
    // No empty space above every article when the claim stands near the top of all of them.
    let deepest = targets.iter().map(|(_, _, offset)| *offset).fold(0.0, f32::max);
    let height = (view * EYE_LEVEL).min(deepest).round();
    for (article, first, _) in targets {
        if let Some(column) = board.columns.get_mut(&article.id) {
            column.align(ui, article, first, height);
        }
    }
}

/// Joins the passages of neighbouring columns by soft bands.
fn bands(ui: &Ui, places: &[Place], chosen: &[Option<Rect>], colour: Color32) {
    let ends: Vec<_> = places
        .iter()
        .zip(chosen)
        .map(|(place, rect)| rect.map(|rect| (place.text, rect.intersect(place.text))))
        .collect();
    for pair in ends.windows(2) {
        let [Some((left_text, left)), Some((right_text, right))] = pair else { continue };
        let (from, to) = (left_text.right().max(left.right()) + 2.0, right_text.left() - 3.0);
        band(
            ui,
            [pos2(from, left.top()), pos2(from, left.bottom())],
            [pos2(to, right.top()), pos2(to, right.bottom())],
            colour,
        );
    }
}

/// A band between two upright edges, curved so that it leaves both at a right angle.
fn band(ui: &Ui, from: [Pos2; 2], to: [Pos2; 2], colour: Color32) {
    const STEPS: u8 = 16;
    let colour = colour.gamma_multiply(0.22);
    let mut mesh = Mesh::default();
    for step in 0..=STEPS {
        let share = f32::from(step) / f32::from(STEPS);
        let eased = share * share * (3.0 - 2.0 * share);
        for (a, b) in from.into_iter().zip(to) {
            mesh.colored_vertex(
                pos2(egui::lerp(a.x..=b.x, share), egui::lerp(a.y..=b.y, eased)),
                colour,
            );
        }
    }
    for step in 0..u32::from(STEPS) {
        let at = step * 2;
        mesh.add_triangle(at, at + 1, at + 2);
        mesh.add_triangle(at + 1, at + 2, at + 3);
    }
    ui.painter().add(Shape::mesh(mesh));
}
