//! How the window looks and goes on.

use eframe::egui::{
    Align, Button, Id, Layout, RichText, Role, Slider, TextEdit, Ui, WidgetInfo, vec2,
};

use super::{Setting, SettingsDialog};
use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::radio::radio_ui;
use crate::app::theme::{SIZE_SMALL, Theme};
use crate::app::words;
use crate::storage::settings::{
    Contrast, INTERFACE_SIZES, LanguageChoice, Motion, Settings, ThemeChoice,
};

/// Sizes and spacings that are offered; keys reach further.
const TEXT_SIZES: std::ops::RangeInclusive<f32> = 10.0..=32.0;
const SPACINGS: std::ops::RangeInclusive<f32> = 1.2..=2.2;

/// Width of the names.
const NAMES: f32 = 190.0;

/// Draws the page.
pub(super) fn general_ui(
    ui: &mut Ui,
    dialog: &mut SettingsDialog,
    settings: &Settings,
    actions: &mut Vec<Action>,
) {
    let words = words::settings();
    let mut set = |setting| actions.push(Action::Set(setting));
    ui.spacing_mut().item_spacing.y = 10.0;
    let rail = Theme::of(ui.ctx()).hairline;
    ui.visuals_mut().widgets.inactive.bg_fill = rail;
    let themes = [
        (ThemeChoice::System, words.as_system),
        (ThemeChoice::Light, words.light),
        (ThemeChoice::Dark, words.dark),
    ];
    choice_ui(ui, words.theme, settings.theme, &themes, |theme| set(Setting::Theme(theme)));
    let contrasts = [(Contrast::Usual, words.usual), (Contrast::High, words.high)];
    choice_ui(ui, words.contrast, settings.contrast, &contrasts, |contrast| {
        set(Setting::Contrast(contrast));
    });
    let motions = [(Motion::Usual, words.usual), (Motion::Reduced, words.reduced)];
    choice_ui(ui, words.motion, settings.motion, &motions, |motion| {
        set(Setting::Motion(motion));
    });
    // Each language is called by its own name.
    let languages = [
        (LanguageChoice::System, words.as_system),
        (LanguageChoice::English, Command::English.entry().name()),
        (LanguageChoice::German, Command::German.entry().name()),
    ];
    choice_ui(ui, words.language, settings.language, &languages, |language| {
        set(Setting::Language(language));
    });
    interface_ui(ui, settings.interface_size, actions);
    let mut set = |setting| actions.push(Action::Set(setting));
    slider_ui(ui, words.text_size, settings.text_size, TEXT_SIZES, 0, |size| {
        set(Setting::TextSize(size));
    });
    slider_ui(ui, words.line_spacing, settings.line_spacing, SPACINGS, 2, |spacing| {
        set(Setting::LineSpacing(spacing));
    });
    let after = [(true, words.go_on), (false, words.stay)];
    choice_ui(ui, words.after_tag, settings.advance, &after, |advance| {
        set(Setting::Advance(advance));
    });
    if let Some(name) = reviewer_ui(ui, &mut dialog.reviewer) {
        set(Setting::Reviewer(name));
    }
}

/// The name of a setting before what it is; what `add` gave, with the name's id.
fn named_ui<T>(ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui, Id) -> T) -> T {
    let row = ui.horizontal(|ui| {
        let column = vec2(NAMES, ui.spacing().interact_size.y);
        let label =
            ui.allocate_ui_with_layout(column, Layout::left_to_right(Align::Center), |ui| {
                ui.set_min_size(column);
                ui.label(name).id
            });
        add(ui, label.inner)
    });
    row.inner
}

/// A setting with few values, side by side.
fn choice_ui<T: PartialEq + Copy>(
    ui: &mut Ui,
    name: &str,
    now: T,
    choices: &[(T, &str)],
    mut choose: impl FnMut(T),
) {
    named_ui(ui, name, |ui, _| {
        ui.spacing_mut().item_spacing.x = 16.0;
        for (value, name) in choices {
            if radio_ui(ui, *value == now, name).clicked() {
                choose(*value);
            }
        }
    });
}

/// A setting that is a number.
fn slider_ui(
    ui: &mut Ui,
    name: &str,
    now: f32,
    range: std::ops::RangeInclusive<f32>,
    decimals: usize,
    mut choose: impl FnMut(f32),
) {
    named_ui(ui, name, |ui, label| {
        let mut value = now;
        ui.spacing_mut().slider_width = 180.0;
        let slider = Slider::new(&mut value, range).fixed_decimals(decimals).trailing_fill(true);
        let slider = slider.step_by(if decimals == 0 { 1.0 } else { 0.05 });
        let slider = slider
            .custom_formatter(move |value, _| words::decimal(value, decimals))
            .custom_parser(|typed| typed.trim().replace(',', ".").parse().ok());
        if ui.add(slider).labelled_by(label).changed() {
            choose(value);
        }
    });
}

/// How large the whole window is drawn. No slider: it would move away under the pointer.
fn interface_ui(ui: &mut Ui, size: u16, actions: &mut Vec<Action>) {
    named_ui(ui, words::settings().interface_size, |ui, _| {
        let percent = words::fill(words::settings().percent, &[&size]);
        let steps = [
            (Command::SmallerInterface, "−", size > *INTERFACE_SIZES.start()),
            (Command::LargerInterface, "+", size < *INTERFACE_SIZES.end()),
        ];
        for (command, sign, is_possible) in steps {
            let button = Button::new(sign).min_size(ui.spacing().interact_size);
            let response = ui.add_enabled(is_possible, button);
            let name = command.entry().plain_name();
            response.widget_info(|| WidgetInfo::labeled(Role::Button, is_possible, name));
            if response.on_hover_text(command.keys_text()).clicked() {
                actions.push(Action::Command(command));
            }
            if command == Command::SmallerInterface {
                ui.label(&percent);
            }
        }
    });
}

/// The reviewer's name; what it is now if it was changed.
fn reviewer_ui(ui: &mut Ui, name: &mut String) -> Option<String> {
    let words = words::settings();
    let is_changed = named_ui(ui, words.reviewer, |ui, label| {
        ui.add(TextEdit::singleline(name).desired_width(240.0)).labelled_by(label).changed()
    });
    named_ui(ui, "", |ui, _| {
        let muted = Theme::of(ui.ctx()).muted;
        ui.label(RichText::new(words.reviewer_hint).size(SIZE_SMALL).color(muted));
    });
    let name = name.trim();
    (is_changed && !name.is_empty()).then(|| name.to_owned())
}
