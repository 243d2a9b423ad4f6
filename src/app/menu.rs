//! The menu bar and the menus at the pointer, made from the table of commands.

use eframe::egui::{Button, MenuBar, RichText, ScrollArea, TextWrapMode, Ui};

use super::action::Action;
use super::command::{Command, Menu, Needs, Situation};
use super::theme::{Theme, strong};
use super::words;
use super::workbench::Workbench;
use crate::storage::settings::{Contrast, LanguageChoice, Motion, ThemeChoice};

/// Draws the menu bar, with the review's name at its right end.
pub(crate) fn menu_bar_ui(ui: &mut Ui, bench: &Workbench, actions: &mut Vec<Action>) {
    let situation = bench.situation();
    MenuBar::new().ui(ui, |ui| {
        ui.label(RichText::new("Crosscheck").font(strong(13.0)));
        ui.add_space(6.0);
        for menu in Menu::ALL {
            ui.menu_button(words::menu(menu), |ui| menu_ui(ui, menu, &situation, bench, actions));
        }
        ui.with_layout(eframe::egui::Layout::right_to_left(eframe::egui::Align::Center), |ui| {
            title_ui(ui, bench, actions);
        });
    });
}

/// The review's name, which leads to its details.
fn title_ui(ui: &mut Ui, bench: &Workbench, actions: &mut Vec<Action>) {
    if bench.session.is_none() {
        return;
    }
    let text = RichText::new(title(bench)).color(Theme::of(ui.ctx()).muted);
    let command = Command::ReviewDetails;
    let hint = format!("{} ({})", command.entry().plain_name(), command.keys_text());
    if ui.add(Button::new(text).truncate().frame(false)).on_hover_text(hint).clicked() {
        actions.push(Action::Command(command));
    }
}

/// The review's name, and whether it has changes that are not saved.
pub(crate) fn title(bench: &Workbench) -> String {
    match &bench.session {
        Some(_) if bench.has_unsaved_work() => {
            words::fill(words::shell().edited, &[&bench.review_title()])
        }
        Some(_) => bench.review_title(),
        None => String::new(),
    }
}

fn menu_ui(
    ui: &mut Ui,
    menu: Menu,
    situation: &Situation,
    bench: &Workbench,
    actions: &mut Vec<Action>,
) {
    lay_out_menu(ui);
    // A menu longer than a small window is high scrolls.
    let room = ui.ctx().content_rect().height() - BESIDE;
    ScrollArea::vertical().max_height(room).min_scrolled_height(room).show(ui, |ui| {
        let mut group = None;
        for entry in menu.entries() {
            if group.is_some_and(|group| group != entry.group) {
                ui.separator();
            }
            group = Some(entry.group);
            let name = name_now(entry.command, entry.name(), bench);
            entry_ui(ui, entry.command, &name, situation, actions);
        }
    });
}

/// Gives a menu its least width and the heights of its entries, whose names stay on one line.
pub(crate) fn lay_out_menu(ui: &mut Ui) {
    ui.set_min_width(230.0);
    ui.spacing_mut().interact_size.y = ROW;
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.style_mut().wrap_mode = Some(TextWrapMode::Extend);
}

/// Draws an entry of a menu: a command as it is called now, with its keys.
pub(crate) fn entry_ui(
    ui: &mut Ui,
    command: Command,
    name: &str,
    situation: &Situation,
    actions: &mut Vec<Action>,
) {
    let button = Button::new(name).shortcut_text(command.keys_text());
    if ui.add_enabled(situation.meets(command.entry().needs), button).clicked() {
        actions.push(Action::Command(command));
    }
}

/// Height of an entry, and the room that a menu leaves above and below itself.
const ROW: f32 = 25.0;
const BESIDE: f32 = 80.0;

/// Undo and redo name their step; what is chosen or on has a tick.
fn name_now(command: Command, name: &str, bench: &Workbench) -> String {
    let session = bench.session.as_ref();
    let step = match command {
        Command::Undo => session.and_then(|session| session.next_undo()),
        Command::Redo => session.and_then(|session| session.next_redo()),
        _ => None,
    };
    let is_ticked = matches!(
        (command, bench.settings.theme),
        (Command::SystemTheme, ThemeChoice::System)
            | (Command::LightTheme, ThemeChoice::Light)
            | (Command::DarkTheme, ThemeChoice::Dark)
    ) || matches!(
        (command, bench.settings.language),
        (Command::SystemLanguage, LanguageChoice::System)
            | (Command::English, LanguageChoice::English)
            | (Command::German, LanguageChoice::German)
    ) || match command {
        Command::ToggleAdvance => bench.settings.advance,
        Command::HighContrast => bench.settings.contrast == Contrast::High,
        Command::ReducedMotion => bench.settings.motion == Motion::Reduced,
        _ => false,
    };
    match step {
        Some(step) => words::fill(words::shell().named_step, &[&name, &words::retold(&step.name)]),
        None if is_ticked => format!("✓ {name}"),
        None => name.to_owned(),
    }
}

/// What can be done with selected text.
pub(crate) fn selection_menu_ui(
    ui: &mut Ui,
    has_selection: bool,
    has_claim: bool,
    actions: &mut Vec<Action>,
) {
    let there =
        [(Needs::Selection, has_selection), (Needs::SelectionAndClaim, has_selection && has_claim)];
    let situation: Situation = there.into_iter().collect();
    lay_out_menu(ui);
    for command in [Command::NewClaim, Command::AddToClaim, Command::SetBounds, Command::Copy] {
        entry_ui(ui, command, command.entry().name(), &situation, actions);
    }
}
