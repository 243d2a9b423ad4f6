//! Folding the panels away, and what brings them back.

use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use super::support::{Window, chord, press, review};
use crate::app::command::Command;
use crate::storage::settings::MainView;

const CTRL: Modifiers = Modifiers::COMMAND;
const CLAIM: &str = "Untagged: A ferry runs.";

fn article_left(window: &Window) -> f32 {
    window.get_by_label_contains("Article 1: 1.txt").rect().left()
}

#[test]
fn the_claims_list_is_folded_away_by_keys_and_by_its_button() {
    let mut window = review();
    let before = article_left(&window);
    chord(&mut window, CTRL, Key::B);
    assert!(window.query_by_label(CLAIM).is_none());
    assert!(article_left(&window) < before - 200.0, "the articles have its room");
    press(&mut window, &[Key::J]);
    window.get_by_label("Show or fold the claims list").click();
    window.run();
    window.get_by_label(CLAIM);
}

#[test]
fn the_inspector_is_folded_away_and_comes_back_for_a_note() {
    let mut window = review();
    chord(&mut window, CTRL, Key::I);
    assert!(window.query_by_label("Tag disputed").is_none());
    press(&mut window, &[Key::D, Key::N]);
    window.get_by_label("Tag disputed");
    assert!(window.ctx.text_edit_focused());
}

#[test]
fn claims_that_are_picked_are_in_sight() {
    let mut window = review();
    chord(&mut window, CTRL, Key::B);
    press(&mut window, &[Key::X]);
    window.get_by_label(CLAIM);
}

#[test]
fn a_panel_that_a_view_does_not_have_is_not_folded() {
    let mut window = review();
    window.state_mut().show_view(MainView::Overview);
    window.run();
    for command in [Command::FoldClaims, Command::FoldInspector] {
        assert!(!window.state().situation().meets(command.entry().needs), "{command:?}");
    }
    chord(&mut window, CTRL, Key::B);
    assert!(window.state().settings.layout.shows_claims);
}
