//! The bar above the columns that looks for words in all articles.

use eframe::egui::{self, Button, Frame, Key, Margin, RichText, Stroke, TextEdit, Ui, WidgetInfo};

use super::search::Search;
use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::theme::{PANEL_MARGIN, SIZE_SMALL, Theme};
use crate::app::words;

/// What stands beside the field is no wider, in any language.
const BESIDE_FIELD: f32 = 360.0;

/// Draws the bar.
pub(super) fn search_bar_ui(ui: &mut Ui, search: &mut Search, actions: &mut Vec<Action>) {
    let (theme, words) = (Theme::of(ui.ctx()), words::articles());
    let shown = Frame::new().inner_margin(Margin::symmetric(PANEL_MARGIN, 6)).show(ui, |ui| {
        ui.horizontal(|ui| {
            field_ui(ui, search, actions);
            ui.label(RichText::new(count(search)).size(SIZE_SMALL).color(theme.muted));
            let has_any = search.count() > 0;
            for (name, command) in
                [(words.previous, Command::FindPrevious), (words.next, Command::FindNext)]
            {
                let button = Button::new(name);
                let hint = format!("{} ({})", command.entry().name(), command.keys_text());
                if ui.add_enabled(has_any, button).on_hover_text(hint).clicked() {
                    actions.push(Action::Command(command));
                }
            }
            if ui.button(words.done).on_hover_text(words.done_hint).clicked() {
                search.close();
            }
        });
    });
    let bottom = shown.response.rect.bottom();
    ui.painter().hline(ui.max_rect().x_range(), bottom, Stroke::new(1.0, theme.hairline));
}

fn field_ui(ui: &mut Ui, search: &mut Search, actions: &mut Vec<Action>) {
    let width = (ui.available_width() - BESIDE_FIELD).clamp(120.0, 380.0);
    let field = TextEdit::singleline(&mut search.text)
        .hint_text(words::articles().find_hint)
        .desired_width(width)
        .margin(Margin::symmetric(8, 6));
    let response = ui.add(field);
    response.widget_info(|| {
        WidgetInfo::labeled(egui::Role::SearchInput, true, words::articles().find_hint)
    });
    if std::mem::take(&mut search.takes_focus) {
        response.request_focus();
    }
    if response.changed() {
        actions.push(Action::Command(Command::FindNext));
    }
    if !response.lost_focus() {
        return;
    }
    let (enter, escape, shift) = ui.input(|input| {
        (input.key_pressed(Key::Enter), input.key_pressed(Key::Escape), input.modifiers.shift)
    });
    if escape {
        search.close();
    } else if enter {
        let command = if shift { Command::FindPrevious } else { Command::FindNext };
        actions.push(Action::Command(command));
        response.request_focus();
    }
}

/// "3 of 17", "17 found" or "Not found".
fn count(search: &Search) -> String {
    let words = words::articles();
    match (search.number(), search.count()) {
        _ if search.is_empty() => String::new(),
        (_, 0) => words.not_found.to_owned(),
        (Some(number), count) => words::fill(words.nth_of, &[&number, &count]),
        (None, count) => words::fill(words.found, &[&count]),
    }
}
