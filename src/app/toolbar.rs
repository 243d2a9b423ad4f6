//! The buttons below the menu bar: articles and claims, the views, what is looked for, undo, export.

use eframe::egui::{
    Align, Align2, Button, CornerRadius, CursorIcon, Id, Key, Layout, Margin, Rect, Response, Role,
    Sense, Stroke, StrokeKind, TextEdit, Ui, WidgetInfo, pos2, vec2,
};

use super::action::Action;
use super::command::{Command, Situation};
use super::dialog::primary;
use super::theme::{CORNER_CONTROL, SIZE_BODY, SIZE_SMALL, Theme, plain, strong};
use super::words;
use super::workbench::Workbench;
use crate::storage::settings::MainView;

/// Height of what stands in the toolbar.
const HEIGHT: f32 = 28.0;
/// Width of the field that claims are looked for in, and its least.
const FIELD: f32 = 250.0;
const LEAST_FIELD: f32 = 60.0;

/// In a narrower window some words give way, and in a yet narrower one what stands in a menu as well.
const NARROW: f32 = 1_120.0;
const VERY_NARROW: f32 = 900.0;
const NARROWEST: f32 = 700.0;

/// Draws the toolbar.
pub(crate) fn toolbar_ui(ui: &mut Ui, bench: &mut Workbench, actions: &mut Vec<Action>) {
    let situation = bench.situation();
    let sides = bench.sides(ui.ctx());
    ui.horizontal(|ui| {
        fold_ui(ui, &situation, Command::FoldClaims, sides.claims, actions);
        // Where room is short, the field for searching is worth more than the word.
        let room = ui.available_width();
        let word = if room < NARROW { "" } else { add_name() };
        let add = Button::new(["+", word].join(" ").trim_end().to_owned());
        let add = add.min_size(vec2(HEIGHT, 0.0));
        button_ui(ui, &situation, add, Command::AddArticles, actions);
        if room >= VERY_NARROW {
            let find = Button::new(Command::FindClaims.entry().name());
            button_ui(ui, &situation, find, Command::FindClaims, actions);
        }
        switch_ui(ui, bench, actions);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let export = primary(ui, Command::ExportSummary.entry().name());
            fold_ui(ui, &situation, Command::FoldInspector, sides.inspector, actions);
            button_ui(ui, &situation, export, Command::ExportSummary, actions);
            if room >= VERY_NARROW {
                arrow_ui(ui, &situation, Command::Redo, actions);
            }
            if room >= NARROWEST {
                arrow_ui(ui, &situation, Command::Undo, actions);
            }
            field_ui(ui, bench);
        });
    });
}

fn add_name() -> &'static str {
    Command::AddArticles.entry().name()
}

fn button_ui(
    ui: &mut Ui,
    situation: &Situation,
    button: Button<'_>,
    command: Command,
    actions: &mut Vec<Action>,
) {
    let is_enabled = situation.meets(command.entry().needs);
    let response = ui.add_enabled(is_enabled, button);
    let name = command.entry().name();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, is_enabled, name));
    if response.on_hover_text(hint(command)).clicked() {
        actions.push(Action::Command(command));
    }
}

/// Undo or redo, as a bent arrow.
fn arrow_ui(ui: &mut Ui, situation: &Situation, command: Command, actions: &mut Vec<Action>) {
    let is_enabled = situation.meets(command.entry().needs);
    let response = ui.add_enabled(is_enabled, Button::new("").min_size(vec2(34.0, HEIGHT)));
    let name = command.entry().plain_name();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, is_enabled, name));
    let theme = Theme::of(ui.ctx());
    let colour = if is_enabled { theme.ink } else { theme.muted.gamma_multiply(0.6) };
    let turn = if command == Command::Undo { 1.0 } else { -1.0 };
    bent_arrow(ui, response.rect.center(), turn, colour);
    if response.on_hover_text(hint(command)).clicked() {
        actions.push(Action::Command(command));
    }
}

/// An arrow that bends back to the left (`turn` 1) or to the right (−1).
fn bent_arrow(ui: &Ui, centre: eframe::egui::Pos2, turn: f32, colour: eframe::egui::Color32) {
    let stroke = Stroke::new(1.5, colour);
    let at = |x: f32, y: f32| centre + vec2(x * turn, y);
    let mut line = vec![at(-5.0, -2.5), at(1.5, -2.5)];
    line.extend((0..=10_u8).map(|step| {
        let (sin, cos) = (std::f32::consts::PI * (f32::from(step) / 10.0 - 0.5)).sin_cos();
        at(1.5 + 3.5 * cos, 1.0 + 3.5 * sin)
    }));
    line.push(at(-2.0, 4.5));
    ui.painter().line(line, stroke);
    ui.painter().line(vec![at(-2.0, -5.5), at(-5.0, -2.5), at(-2.0, 0.5)], stroke);
}

/// A window with a panel at its left or right, which is filled while that is shown.
fn fold_ui(
    ui: &mut Ui,
    situation: &Situation,
    command: Command,
    is_on: bool,
    actions: &mut Vec<Action>,
) {
    let theme = Theme::of(ui.ctx());
    let is_left = command == Command::FoldClaims;
    let is_enabled = situation.meets(command.entry().needs);
    let button = Button::new("").frame_when_inactive(false).min_size(vec2(HEIGHT, HEIGHT));
    let response = ui.add_enabled(is_enabled, button);
    let name = command.entry().plain_name();
    response.widget_info(|| WidgetInfo::selected(Role::Button, is_enabled, is_on, name));
    let colour = if is_enabled { theme.ink } else { theme.muted.gamma_multiply(0.6) };
    let whole = Rect::from_center_size(response.rect.center(), vec2(16.0, 13.0));
    let split = if is_left { whole.left() + 5.5 } else { whole.right() - 5.5 };
    let panel = if is_left { whole.with_max_x(split) } else { whole.with_min_x(split) }.shrink(1.0);
    if is_on && is_enabled {
        ui.painter().rect_filled(panel, 1, theme.muted);
    }
    let stroke = Stroke::new(1.2, colour);
    ui.painter().rect_stroke(whole, 2, stroke, StrokeKind::Inside);
    ui.painter().vline(split, whole.y_range(), stroke);
    if response.on_hover_text(hint(command)).clicked() {
        actions.push(Action::Command(command));
    }
}

/// The switch between the views, one piece with an end to either side.
fn switch_ui(ui: &mut Ui, bench: &Workbench, actions: &mut Vec<Action>) {
    let shown = bench.settings.layout.main_view;
    let last = MainView::ALL.len() - 1;
    ui.spacing_mut().item_spacing.x = 0.0;
    ui.add_space(8.0);
    for (index, view) in MainView::ALL.into_iter().enumerate() {
        let corner = |is_end: bool| if is_end { CORNER_CONTROL } else { 0 };
        let (left, right) = (corner(index == 0), corner(index == last));
        let corners = CornerRadius { nw: left, sw: left, ne: right, se: right };
        let response = segment_ui(ui, &name(view, bench), view == shown, corners);
        if response.on_hover_text(hint(command(view))).clicked() {
            actions.push(Action::Show(view));
        }
    }
    ui.spacing_mut().item_spacing.x = 8.0;
    ui.add_space(8.0);
}

fn segment_ui(ui: &mut Ui, text: &str, is_on: bool, corners: CornerRadius) -> Response {
    let theme = Theme::of(ui.ctx());
    let (font, colour) =
        if is_on { (strong(SIZE_BODY), theme.accent) } else { (plain(SIZE_BODY), theme.ink) };
    let words = ui.painter().layout_no_wrap(text.to_owned(), font, colour);
    // Room for the strong face, so that nothing moves when another view is chosen.
    let widest = ui.painter().layout_no_wrap(text.to_owned(), strong(SIZE_BODY), colour);
    let size = vec2((widest.size().x + 24.0).ceil(), HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_on, text));
    let fill = match (is_on, response.hovered()) {
        (true, _) => theme.chosen,
        (false, true) => theme.background,
        (false, false) => theme.panel,
    };
    let line = if response.has_focus() { theme.accent } else { theme.hairline };
    // Neighbours share the line between them.
    let frame = rect.with_max_x(rect.right() + 1.0);
    let stroke = Stroke::new(1.0, line);
    ui.painter().rect(frame, corners, fill, stroke, StrokeKind::Inside);
    let at = rect.center() - words.size() / 2.0;
    ui.painter().galley(at, words, colour);
    response
}

/// What a view is called.
pub(crate) fn view_name(view: MainView) -> &'static str {
    let words = words::views();
    match view {
        MainView::Articles => words.articles,
        MainView::Matrix => words.matrix,
        MainView::Overview => words.overview,
        MainView::Unchecked => words.unchecked,
    }
}

/// The same with how much is in it, where that tells whether to go there.
fn name(view: MainView, bench: &Workbench) -> String {
    match bench.unchecked.count().filter(|_| view == MainView::Unchecked) {
        Some(count) if count > 0 => {
            words::fill(words::views().unchecked_count, &[&words::number(count)])
        }
        _ => view_name(view).to_owned(),
    }
}

/// The command that leads to a view.
const fn command(view: MainView) -> Command {
    match view {
        MainView::Articles => Command::ShowArticles,
        MainView::Matrix => Command::ShowMatrix,
        MainView::Overview => Command::ShowOverview,
        MainView::Unchecked => Command::ShowUnchecked,
    }
}

/// The field that claims are looked for in, with its keys at its end.
fn field_ui(ui: &mut Ui, bench: &mut Workbench) {
    let room = ui.available_width() - 16.0;
    // What is typed after the key of the search would else be taken for commands.
    let id = Id::unique("search of the claims");
    let is_asked_for = bench.list.search_takes_focus
        || !bench.view.filter.text.is_empty()
        || ui.memory(|memory| memory.has_focus(id));
    if room < LEAST_FIELD && !is_asked_for {
        return;
    }
    let room = room.max(LEAST_FIELD);
    let theme = Theme::of(ui.ctx());
    let words = words::list();
    let width = room.min(FIELD) - 16.0;
    let fits = |hint: &&str| {
        let font = plain(SIZE_BODY);
        let galley = ui.painter().layout_no_wrap((*hint).to_owned(), font, theme.muted);
        galley.size().x <= width - 36.0
    };
    let hints = [words.find_hint, words.find_short];
    let hint = hints.into_iter().find(|hint| fits(hint)).unwrap_or(words.find);
    // At the end there is room for the keys, or for the cross.
    let field = TextEdit::singleline(&mut bench.view.filter.text)
        .id(id)
        .hint_text(hint)
        .desired_width(width)
        .margin(Margin { left: 8, right: 24, top: 5, bottom: 5 });
    let response = ui.add(field);
    response.widget_info(|| WidgetInfo::labeled(Role::SearchInput, true, words.find));
    if bench.view.filter.text.is_empty() && !response.has_focus() {
        let at = pos2(response.rect.right() - 8.0, response.rect.center().y);
        let keys = Command::Find.keys_text();
        ui.painter().text(at, Align2::RIGHT_CENTER, keys, plain(SIZE_SMALL), theme.muted);
    }
    if std::mem::take(&mut bench.list.search_takes_focus) {
        response.request_focus();
    }
    let is_shown_whole = clear_ui(ui, &response, &bench.view.filter.text);
    // The field has lost the keyboard by the time it hears of the key.
    let is_left = response.lost_focus();
    if is_shown_whole || (is_left && ui.input(|input| input.key_pressed(Key::Escape))) {
        bench.view.filter.text.clear();
    }
    if is_shown_whole || is_left {
        bench.filter(|_| {});
    }
}

/// A cross at the end of the field that takes out what was typed; whether it was pressed.
fn clear_ui(ui: &Ui, field: &Response, typed: &str) -> bool {
    if typed.is_empty() {
        return false;
    }
    let theme = Theme::of(ui.ctx());
    let centre = pos2(field.rect.right() - 13.0, field.rect.center().y);
    let place = Rect::from_center_size(centre, vec2(22.0, 22.0));
    let response = ui.interact(place, field.id.with("clear"), Sense::click());
    let name = words::list().clear_search;
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let is_near = response.hovered() || response.has_focus();
    let stroke = Stroke::new(1.5, if is_near { theme.ink } else { theme.muted });
    for turn in [-1.0, 1.0] {
        let arm = vec2(4.0, 4.0 * turn);
        ui.painter().line_segment([centre - arm, centre + arm], stroke);
    }
    response.on_hover_text(name).on_hover_cursor(CursorIcon::Default).clicked()
}

fn hint(command: Command) -> String {
    let keys = command.keys_text();
    let name = command.entry().plain_name();
    if keys.is_empty() { name.to_owned() } else { format!("{name} ({keys})") }
}
