//! Draws the row of columns: headers, texts, strips, stubs, dividers, and the bands across.

use eframe::egui::{
    Align2, Color32, CornerRadius, CursorIcon, Rect, Role, Sense, Shape, Stroke, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use super::arrangement::{SlotKind, goal};
use super::bands::bands;
use super::board::{Board, BoardInput};
use super::bubble::bubble_ui;
use super::differing::differing_words;
use super::edge::edges_ui;
use super::focus::focus;
use super::header::{HeaderInput, header_ui};
use super::layout::LayoutStyle;
use super::paint::{ColumnInput, Painted, column_ui};
use super::place::Place;
use super::pointer::take_scrolling;
use super::sideways::BAR;
use super::{header, minimap};
use crate::app::action::Action;
use crate::app::theme::{SIZE_BODY, SIZE_SMALL, Theme, plain, strong};
use crate::app::words;
use crate::model::{Article, ArticleId, Origin};
use crate::text::Span;

/// Draws all columns into what is left of `ui`.
pub(super) fn columns_ui(
    ui: &mut Ui,
    board: &mut Board,
    input: &BoardInput<'_>,
    actions: &mut Vec<Action>,
) {
    let (rect, _) = ui.allocate_exact_size(ui.available_size(), Sense::hover());
    let mut ui = ui.new_child(UiBuilder::new().max_rect(rect));
    ui.shrink_clip_rect(rect);
    let ids: Vec<_> = input.project.articles.iter().map(|article| article.id).collect();
    let slots = board.arrangement.slots(&ids, rect.width(), input.text_size);
    let view = (rect.width() - slots.pinned_width).max(0.0);
    let overflow = (slots.width - view).max(0.0);
    let foot = if overflow > 0.0 { BAR } else { 0.0 };
    let area = rect.with_max_y(rect.bottom() - foot);
    board.view_height = area.height() - header::HEIGHT;
    let place = |sideways: f32| -> Vec<Place> {
        let to_place = |slot| Place::new(area, slot, slots.pinned_width, sideways);
        slots.all.iter().copied().map(to_place).collect()
    };
    prepare(&ui, board, input, &place(board.sideways.now));
    board.bring_into_view(&ui, input, &place(board.sideways.now), board.view_height);
    board.sideways.settle(&ui, rect, overflow);
    let places = place(board.sideways.now);
    let behind = ui.painter().add(Shape::Noop);
    let mut texts = Vec::new();
    let mut passages = Vec::new();
    let mut selected = None;
    for place in &places {
        let Some(article) = input.project.article(place.slot.article) else { continue };
        let mut ui =
            ui.new_child(UiBuilder::new().id_salt(("article", article.id)).max_rect(place.clip));
        ui.shrink_clip_rect(place.clip);
        if place.slot.kind == SlotKind::Stub {
            stub_ui(&ui, place, article, actions);
        } else if place.is_in_view() {
            let (text, painted) = article_ui(&mut ui, place, board, article, input, actions);
            texts.push((*place, text));
            passages.push(painted.passage);
            selected = selected.or(painted.selection);
            divider_ui(&ui, place, board);
        }
    }
    let theme = Theme::of(ui.ctx());
    ui.painter().set(behind, bands(&texts, &passages, band_colour(input, &theme)));
    drag_ui(&ui, &places, actions);
    board.sideways.bar_ui(&ui, rect, (view, slots.width));
    if let Some(row) = selected.filter(|_| !ui.ctx().egui_is_using_pointer()) {
        bubble_ui(&ui, row, rect, input.chosen.is_some(), actions);
    }
}

/// Brings the columns that are in view up to date with the project and the style.
fn prepare(ui: &Ui, board: &mut Board, input: &BoardInput<'_>, places: &[Place]) {
    let theme = Theme::of(ui.ctx());
    for place in places {
        let Some(article) = input.project.article(place.slot.article) else { continue };
        let column = board.columns.entry(article.id).or_default();
        column.slot_width = place.slot.width;
        column.refresh(article, input.state, board.open_folds.entry(article.id).or_default());
        let style = LayoutStyle::new(place.room(), input.text_size, input.line_spacing, theme);
        if place.slot.kind != SlotKind::Stub {
            let focus = input.chosen.and_then(|claim| focus(claim, article));
            let passages = input.chosen.map(|claim| claim.passages_in(article.id));
            let others = passages.into_iter().flatten().map(|passage| passage.span);
            column.restyle(style, focus.into_iter().chain(others));
            let bold = input.chosen.map(|claim| differing_words(claim, article.id));
            column.embolden(&bold.unwrap_or_default());
        }
    }
}

fn band_colour(input: &BoardInput<'_>, theme: &Theme) -> Color32 {
    let tag = input.chosen.and_then(crate::model::Claim::tag);
    tag.map_or(theme.accent, |tag| theme.tag(Some(tag)).mark)
}

fn article_ui(
    ui: &mut Ui,
    place: &Place,
    board: &mut Board,
    article: &Article,
    input: &BoardInput<'_>,
    actions: &mut Vec<Action>,
) -> (Rect, Painted) {
    let theme = Theme::of(ui.ctx());
    let highlights = board.passages.of(article.id);
    let ids: Vec<ArticleId> = input.project.articles.iter().map(|article| article.id).collect();
    let Some(column) = board.columns.get_mut(&article.id) else {
        return (place.text, Painted::default());
    };
    let header = HeaderInput {
        article,
        families: input.families,
        highlights,
        size: column.size,
        arrangement: &board.arrangement,
        is_front: board.arrangement.front(&ids) == Some(article.id),
    };
    header_ui(ui, place, &header, actions);
    let area = place.text_of_width(column.width());
    let id = ui.scope_id().with(("column", article.id));
    take_scrolling(ui, column, place.text, id);
    column.settle(ui, article, area);
    let differing: Vec<Span> =
        input.chosen.map(|claim| differing_words(claim, article.id)).unwrap_or_default();
    let pointed = input.pointed.iter().filter(|place| place.article == article.id);
    let pointed: Vec<Span> = pointed.map(|place| place.span).collect();
    let looked_at = input.looked_at.filter(|place| place.article == article.id);
    let column_input = ColumnInput {
        article,
        highlights,
        chosen: input.chosen.map(|claim| claim.id),
        differing: &differing,
        pointed: &pointed,
        focus: input.chosen.and_then(|claim| focus(claim, article)),
        looked_at: looked_at.map(|place| place.span),
        selection: input.selection.filter(|selection| selection.article == article.id),
        found: board.search.found(article.id),
        theme,
    };
    let painted = column_ui(ui, column, area, &column_input, actions);
    if let Some(claim) = input.chosen {
        edges_ui(ui, column, area, (claim, article), actions);
        if claim.passages_in(article.id).next().is_none() {
            absence_ui(ui, place, claim.origin, &theme);
        }
    }
    let chosen = input.chosen.map(|claim| claim.passages_in(article.id)).into_iter().flatten();
    let chosen: Vec<Span> = chosen.map(|passage| passage.span).collect();
    let minimap_input = minimap::MinimapInput {
        highlights,
        chosen: &chosen,
        found: column_input.found.all,
        length: article.text.len(),
        state: (input.state, board.search.state()),
    };
    let strip = ui.scope_id().with(("minimap", article.id));
    minimap::minimap_ui(
        ui,
        strip,
        place.minimap,
        (&mut column.scroll, &mut column.ticks),
        minimap_input,
    );
    lines(ui, place, &theme);
    (area, painted)
}

/// Says quietly that an article does not state the chosen claim; of one that a reviewer shaped only that
/// it has no passage there, for nobody may have looked.
fn absence_ui(ui: &Ui, place: &Place, origin: Origin, theme: &Theme) {
    let words = match origin {
        Origin::Program => words::articles().absent,
        Origin::Reviewer => words::articles().no_passage,
    };
    let room = place.room();
    let galley = ui.painter().layout(words.to_owned(), plain(SIZE_SMALL), theme.muted, room);
    // The text ends above it: words that are half covered are hard to look at.
    let top = place.text.bottom() - galley.size().y - 14.0;
    let behind = Rect::from_min_max(
        pos2(place.whole.left() + 1.0, top),
        pos2(place.minimap.left() - 2.0, place.whole.bottom()),
    );
    let response = ui.interact(behind, ui.scope_id().with("absence"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    ui.painter().rect_filled(behind, CornerRadius::ZERO, theme.panel);
    let line = Stroke::new(1.0, theme.hairline);
    ui.painter().hline(place.text.left()..=behind.right(), top, line);
    ui.painter().galley(pos2(place.text.left(), top + 7.0), galley, theme.muted);
}

/// The hairlines below the header and at the column's right edge.
fn lines(ui: &Ui, place: &Place, theme: &Theme) {
    let line = Stroke::new(1.0, theme.hairline);
    let whole = place.whole;
    ui.painter().vline(whole.right() - 0.5, whole.y_range(), line);
    ui.painter().hline(whole.x_range(), place.header.bottom(), line);
}

/// What is left of a hidden article: its number, which brings it back.
fn stub_ui(ui: &Ui, place: &Place, article: &Article, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    let id = ui.scope_id().with("stub");
    let response = ui.interact(place.whole, id, Sense::click());
    let name =
        words::fill(words::articles().show_article, &[&place.slot.number, &article.headline()]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let is_near = response.hovered() || response.has_focus();
    let fill = if is_near { theme.chosen } else { theme.background };
    ui.painter().rect_filled(place.whole, CornerRadius::ZERO, fill);
    let at = place.whole.center_top() + vec2(0.0, 20.0);
    let number = place.slot.number.to_string();
    ui.painter().text(at, Align2::CENTER_CENTER, number, strong(SIZE_BODY), theme.muted);
    lines(ui, place, &theme);
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if response.on_hover_text(name).clicked() {
        actions.push(Action::ShowArticle(article.id));
    }
}

/// The edge of a column, which is dragged to make it wider.
fn divider_ui(ui: &Ui, place: &Place, board: &mut Board) {
    let edge = place.whole.with_min_x(place.whole.right() - 4.0).translate(vec2(2.0, 0.0));
    let id = ui.scope_id().with("divider");
    let response = ui.interact(edge, id, Sense::CLICK | Sense::DRAG);
    let number = place.slot.number;
    response.widget_info(|| {
        WidgetInfo::labeled(
            Role::Splitter,
            true,
            words::fill(words::articles().width_of, &[&number]),
        )
    });
    if let Some(pointer) = response.interact_pointer_pos().filter(|_| response.dragged()) {
        board.arrangement.set_width(place.slot.article, pointer.x - place.whole.left());
    }
    if response.double_clicked() {
        board.arrangement.even_out();
    }
    if response.hovered() || response.dragged() {
        let line = Stroke::new(2.0, Theme::of(ui.ctx()).accent);
        ui.painter().vline(place.whole.right() - 1.0, place.whole.y_range(), line);
    }
    response.on_hover_cursor(CursorIcon::ResizeHorizontal);
}

/// Shows where a header that is dragged would go, and lets it.
fn drag_ui(ui: &Ui, places: &[Place], actions: &mut Vec<Action>) {
    let of_header = |place: &&Place| {
        let id = header::id(place.slot.article);
        ui.ctx().is_being_dragged(id) || ui.ctx().drag_stopped_id() == Some(id)
    };
    let Some(dragged) = places.iter().find(of_header) else { return };
    let Some(pointer) = ui.ctx().pointer_latest_pos() else { return };
    let group: Vec<_> = places
        .iter()
        .filter(|place| {
            (place.slot.kind == SlotKind::Pinned) == (dragged.slot.kind == SlotKind::Pinned)
        })
        .map(|place| (place.slot.number, place.whole.center().x))
        .collect();
    let Some(to) = goal(&group, dragged.slot.number, pointer.x) else { return };
    let is_elsewhere = to.index + 1 != dragged.slot.number;
    let edge = places.iter().find(|place| place.slot.number == to.beside);
    let x = edge.map(|place| if to.is_after { place.whole.right() } else { place.whole.left() });
    let theme = Theme::of(ui.ctx());
    if let Some(x) = x.filter(|_| is_elsewhere) {
        ui.painter().vline(x, dragged.whole.y_range(), Stroke::new(3.0, theme.accent));
    }
    ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
    if is_elsewhere && ui.ctx().drag_stopped_id().is_some() {
        actions.push(Action::MoveArticle(dragged.slot.article, to.index));
    }
}
