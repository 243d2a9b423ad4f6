//! Folding the panels away, and what brings them back.

use eframe::egui::{Key, Modifiers, vec2};
use egui_kittest::kittest::Queryable as _;

use super::support::{Window, chord, opened, press, review, sample, window};
use crate::app::command::Command;
use crate::model::Tag;
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

/// A window of that width on the review that comes with the program.
fn wide(width: f32) -> Window {
    let builder = egui_kittest::Harness::builder().with_size(vec2(width, 640.0));
    let mut window = window(builder, Some(sample()), Vec::new());
    window.run();
    window
}

fn shows_list(window: &Window) -> bool {
    let count = opened(window).claims.len();
    window.query_by_label_contains(&format!("{count} claims")).is_some()
}

fn shows_inspector(window: &Window) -> bool {
    window.query_by_label("Tag disputed").is_some()
}

#[test]
fn in_a_narrow_window_one_panel_gives_way_until_there_is_room() {
    let mut window = wide(800.0);
    assert!(shows_list(&window) && !shows_inspector(&window));
    chord(&mut window, CTRL, Key::I);
    assert!(!shows_list(&window) && shows_inspector(&window), "what was asked for is shown");
    chord(&mut window, CTRL, Key::B);
    assert!(shows_list(&window) && !shows_inspector(&window));
    press(&mut window, &[Key::N]);
    assert!(shows_inspector(&window), "it comes for a note");
    window.set_size(vec2(1280.0, 640.0));
    window.run();
    assert!(shows_list(&window) && shows_inspector(&window));
}

#[test]
fn a_panel_that_was_folded_by_hand_stays_folded_where_there_is_room() {
    let mut window = wide(800.0);
    chord(&mut window, CTRL, Key::B);
    assert!(shows_inspector(&window), "there is room for the other one");
    window.set_size(vec2(1280.0, 640.0));
    window.run();
    assert!(!shows_list(&window));
}

#[test]
fn the_filters_take_two_rows_in_a_narrow_window() {
    for width in [800.0, 1280.0] {
        let window = wide(width);
        let claims = &opened(&window).claims;
        let tagged = |tag: Option<Tag>| claims.iter().filter(|claim| claim.tag() == tag).count();
        let all = format!("All {}", claims.len());
        let agreed = format!("Agreed {}", tagged(Some(Tag::Agreed)));
        let untagged = format!("Untagged {}", tagged(None));
        let top = window.get_by_label(&all).rect().top();
        for chip in [agreed.as_str(), &untagged, "More…"] {
            let chip = window.get_by_label(chip).rect();
            assert!(chip.top() - top < 40.0, "{chip:?} in a window {width} wide");
        }
    }
}

#[test]
fn a_reason_that_has_no_room_in_the_list_is_left_away() {
    let mut window = wide(1280.0);
    let reasons = |window: &Window| {
        let list = window.get_by_label_contains("Reading order").rect().right();
        let marks = window.query_all_by_label("number").map(|mark| mark.rect());
        let of_list = marks.filter(|mark| mark.left() < list).collect::<Vec<_>>();
        assert!(of_list.iter().all(|mark| mark.right() <= list + 8.0), "{of_list:?} beside {list}");
        of_list.len()
    };
    let with_room = reasons(&window);
    assert!(with_room > 0);
    for _ in 0..5 {
        chord(&mut window, Modifiers::ALT, Key::Plus);
    }
    window.run();
    assert!(reasons(&window) < with_room);
}
