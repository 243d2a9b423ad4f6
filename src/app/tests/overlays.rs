//! The palette and the settings.

use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable as _;

use super::support::{Window, chord, opened, press, review, tag, wait_for_work, welcome};
use crate::app::command::Command;
use crate::app::keymap;
use crate::app::theme;
use crate::model::{ClaimId, Tag};
use crate::storage::settings::{Contrast, MainView, Motion, ThemeChoice};

const CTRL: Modifiers = Modifiers::COMMAND;

fn palette(typed: &str) -> Window {
    let mut window = review();
    wait_for_work(&mut window);
    chord(&mut window, CTRL, Key::K);
    window.get_by_role_and_label(Role::SearchInput, "Commands").type_text(typed);
    window.run();
    window
}

#[test]
fn letters_of_a_command_lead_to_it() {
    let mut window = palette("tagdis");
    press(&mut window, &[Key::Enter]);
    assert_eq!(tag(&window, 1), Some(Tag::Disputed));
    assert!(window.state().overlay.is_none());
}

#[test]
fn arrows_go_down_the_palette_and_escape_leaves_it() {
    let mut window = palette("tag ");
    press(&mut window, &[Key::ArrowDown, Key::ArrowUp, Key::Escape]);
    assert!(window.state().overlay.is_none());
    assert_eq!((tag(&window, 1), tag(&window, 2)), (None, None));
}

#[test]
fn a_claim_is_found_by_its_words_and_an_article_by_its_name() {
    let mut window = palette("ferry runs");
    press(&mut window, &[Key::Enter]);
    assert_eq!(window.state().view.chosen, Some(ClaimId(2)));
    let window = palette("2.txt");
    window.get_by_label("Article 2 · 2.txt");
}

#[test]
fn what_cannot_be_done_does_nothing() {
    let mut window = palette("redo");
    press(&mut window, &[Key::Enter]);
    assert!(window.state().overlay.is_some(), "the palette stays");
    assert!(opened(&window).reviewers.is_empty());
}

#[test]
fn what_was_used_before_comes_first() {
    let mut window = palette("matrix");
    press(&mut window, &[Key::Enter]);
    assert_eq!(window.state().main_view(), MainView::Matrix);
    chord(&mut window, CTRL, Key::K);
    press(&mut window, &[Key::Enter]);
    assert_eq!(window.state().recent_commands, [Command::ShowMatrix]);
}

#[test]
fn the_palette_opens_before_there_is_a_review() {
    let mut window = welcome(Vec::new());
    chord(&mut window, CTRL, Key::K);
    window.get_by_role_and_label(Role::SearchInput, "Commands").type_text("sample");
    window.run();
    press(&mut window, &[Key::Enter]);
    wait_for_work(&mut window);
    assert!(!opened(&window).claims.is_empty());
}

fn settings() -> Window {
    let mut window = review();
    wait_for_work(&mut window);
    chord(&mut window, CTRL, Key::Comma);
    window
}

#[test]
fn a_setting_takes_effect_at_once() {
    let mut window = settings();
    window.get_by_role_and_label(Role::RadioButton, "Dark").click();
    window.run();
    assert_eq!(window.state().settings.theme, ThemeChoice::Dark);
    assert_eq!(window.ctx.theme(), eframe::egui::Theme::Dark);
    window.get_by_role_and_label(Role::RadioButton, "Stay").click();
    window.run();
    assert!(!window.state().settings.advance);
    press(&mut window, &[Key::Escape]);
    assert!(window.state().overlay.is_none());
}

fn keys_page() -> Window {
    let mut window = settings();
    window.get_by_role_and_label(Role::Button, "Keys").click();
    window.run();
    let field = "Find a command";
    window.get_by_role_and_label(Role::SearchInput, field).focus();
    window.run();
    window.get_by_role_and_label(Role::SearchInput, field).type_text("tag disputed");
    window.run();
    window.get_by_label("Change the keys of Tag disputed").click();
    window.run();
    window
}

#[test]
fn a_command_gets_the_keys_that_are_pressed() {
    let mut window = keys_page();
    press(&mut window, &[Key::Y]);
    assert_eq!(keymap::current().keys(Command::TagDisputed).len(), 1);
    window.get_by_label("Close").click();
    window.run();
    window.state_mut().settings.advance = false;
    press(&mut window, &[Key::Y]);
    assert_eq!(tag(&window, 1), Some(Tag::Disputed));
    press(&mut window, &[Key::Backspace, Key::D]);
    assert_eq!(tag(&window, 1), None, "the old key leads nowhere");
}

#[test]
fn keys_that_another_command_has_are_told_of_before_they_are_taken() {
    let mut window = keys_page();
    press(&mut window, &[Key::A]);
    window.get_by_label("A is the key of Tag agreed");
    assert!(window.state().settings.keys.is_empty());
    window.get_by_label("Take it").click();
    window.run();
    assert!(keymap::current().keys(Command::TagAgreed).is_empty());
    window.get_by_label("Back to the usual keys").click();
    window.run();
    assert!(window.state().settings.keys.is_empty());
}

#[test]
fn escape_keeps_the_keys_as_they_are() {
    let mut window = keys_page();
    press(&mut window, &[Key::Escape]);
    assert!(window.state().overlay.is_some(), "the settings stay open");
    assert!(window.state().settings.keys.is_empty());
}

#[test]
fn the_whole_window_is_drawn_larger_and_smaller_by_keys_and_in_the_settings() {
    let mut window = review();
    let zoom = |window: &Window| format!("{:.2}", window.ctx.zoom_factor());
    for _ in 0..2 {
        chord(&mut window, Modifiers::ALT, Key::Plus);
    }
    assert_eq!(zoom(&window), "1.20");
    assert_eq!(window.state().settings.interface_size, 120, "it is remembered");
    chord(&mut window, Modifiers::ALT, Key::Num0);
    assert_eq!(zoom(&window), "1.00");
    chord(&mut window, CTRL, Key::Comma);
    for _ in 0..3 {
        window.get_by_label("Smaller interface").click();
        window.run();
    }
    assert_eq!(zoom(&window), "0.80", "there is a least size");
    window.get_by_label("80 %");
}

#[test]
fn contrast_and_motion_are_commands_that_the_menu_ticks() {
    let mut window = palette("high contrast");
    press(&mut window, &[Key::Enter]);
    assert_eq!(window.state().settings.contrast, Contrast::High);
    window.get_by_role_and_label(Role::Button, "View").click();
    window.run();
    window.get_by_label_contains("✓ High contrast");
    window.get_by_label_contains("Less motion").click();
    window.run();
    assert_eq!(theme::motion(&window.ctx), Motion::Reduced);
    window.get_by_role_and_label(Role::Button, "View").click();
    window.run();
    window.get_by_label_contains("✓ High contrast").click();
    window.run();
    assert_eq!(window.state().settings.contrast, Contrast::Usual);
}
