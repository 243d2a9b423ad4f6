//! Keys that are typed faster than frames are drawn.

use std::sync::mpsc;

use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use super::support::{Window, chord, opened, press, review, tag};
use crate::app::action::Action;
use crate::app::articles::Selection;
use crate::app::command::Command;
use crate::app::dialog::Dialog;
use crate::app::files::{Answer, Ticket};
use crate::app::workbench::Asked;
use crate::model::{ArticleId, ClaimId};
use crate::text::Span;

const ESCAPE: &str = "\u{1b}";

/// The events of typing `text`, in which a line end is Enter.
fn typed(text: &str) -> Vec<Event> {
    text.chars().flat_map(typed_character).collect()
}

fn typed_character(character: char) -> Vec<Event> {
    let key = match character {
        '\n' => Key::Enter,
        '\u{1b}' => Key::Escape,
        ' ' => Key::Space,
        letter => Key::from_name(&letter.to_uppercase().to_string()).expect("a key"),
    };
    let text = (!character.is_control()).then(|| Event::Text(character.to_string()));
    [Some(pressed(key, Modifiers::NONE, true)), text, Some(pressed(key, Modifiers::NONE, false))]
        .into_iter()
        .flatten()
        .collect()
}

fn pressed(key: Key, modifiers: Modifiers, pressed: bool) -> Event {
    Event::Key { key, physical_key: None, pressed, repeat: false, modifiers }
}

/// Lets all of `events` come in one frame.
fn at_once(window: &mut Window, events: Vec<Event>) {
    window.input_mut().events.extend(events);
    window.step();
}

fn run(window: &mut Window, action: Action) {
    let ctx = window.ctx.clone();
    window.state_mut().run(&ctx, action);
    window.run();
}

/// A note is begun and written by the keys that follow `shut`, wherever a frame ends among them.
fn check(open: fn(&mut Window), shut: &str) {
    let events = typed(&format!("{shut}na dud"));
    for end in 0..events.len() {
        let mut window = review();
        open(&mut window);
        let (first, second) = events.split_at(end);
        at_once(&mut window, first.to_vec());
        at_once(&mut window, second.to_vec());
        window.run();
        let bench = window.state();
        assert!(bench.dialog.is_none() && bench.overlay.is_none(), "{end}: it is shut");
        assert_eq!((tag(&window, 1), tag(&window, 2)), (None, None), "{end}: nothing is tagged");
        assert_eq!(window.state().note.text, "a dud", "{end}");
    }
}

fn open_evidence(window: &mut Window) {
    press(window, &[Key::E]);
    window.get_by_label("Source: citation or address").type_text("survey");
    window.run();
}

fn open_palette(window: &mut Window) {
    chord(window, Modifiers::COMMAND, Key::K);
    at_once(window, typed("further apart"));
    window.run();
}

#[test]
fn a_note_is_typed_at_once_after_the_evidence() {
    check(open_evidence, "\n");
    check(open_evidence, ESCAPE);
}

#[test]
fn a_note_is_typed_at_once_after_the_palette() {
    check(open_palette, "\n");
    check(open_palette, ESCAPE);
}

#[test]
fn a_note_is_typed_at_once_after_the_details() {
    let open = |window: &mut Window| run(window, Action::Command(Command::ReviewDetails));
    check(open, "\n");
    check(open, ESCAPE);
}

#[test]
fn a_note_is_typed_at_once_after_a_form_that_is_left() {
    check(|window| run(window, Action::Command(Command::TypePath)), ESCAPE);
    check(
        |window| {
            let first = opened(window).articles.first().map(|article| article.id);
            run(window, Action::EditMetadata(first.expect("an article")));
        },
        ESCAPE,
    );
}

#[test]
fn a_note_is_typed_at_once_after_the_details_of_an_article() {
    check(|window| run(window, Action::EditMetadata(ArticleId(1))), "\n");
}

#[test]
fn a_note_is_typed_at_once_after_what_has_no_field() {
    check(|window| run(window, Action::Command(Command::ShowSettings)), ESCAPE);
    check(|window| run(window, Action::Command(Command::ShowKeys)), ESCAPE);
}

#[test]
fn all_keys_of_a_piece_of_evidence_and_a_note_may_come_in_one_frame() {
    let mut window = review();
    at_once(&mut window, typed("esad fund\nnadd"));
    window.run();
    let claim = opened(&window).claim(ClaimId(1)).expect("the claim is there");
    let evidence: Vec<_> = claim.evidence.iter().map(|it| it.citation.as_str()).collect();
    assert_eq!(evidence, ["sad fund"]);
    assert_eq!((tag(&window, 1), tag(&window, 2)), (None, None));
    assert_eq!(window.state().note.text, "add");
}

#[test]
fn letters_for_the_palette_may_come_in_the_frame_that_opens_it() {
    let mut window = review();
    let mut events = vec![pressed(Key::K, Modifiers::COMMAND, true)];
    events.extend(typed("add"));
    at_once(&mut window, events);
    window.run();
    assert!(window.state().overlay.is_some());
    assert_eq!((tag(&window, 1), tag(&window, 2)), (None, None));
    at_once(&mut window, typed(" evidence\n"));
    window.run();
    assert!(matches!(window.state().dialog, Some(Dialog::Evidence(_))), "it was found by its name");
}

#[test]
fn letters_typed_before_a_path_is_asked_for_are_the_path() {
    let mut window = review();
    let (_answer, ticket) = mpsc::channel();
    window.state_mut().asked = Some((Ticket::new(ticket), Asked::Open));
    at_once(&mut window, typed("dad"));
    assert_eq!(tag(&window, 1), None);
    let ctx = window.ctx.clone();
    let bench = window.state_mut();
    bench.asked = None;
    bench.answered(&ctx, Asked::Open, Answer::Unavailable);
    window.run();
    let Some(Dialog::TypedPath(form)) = &window.state().dialog else {
        panic!("a path is asked for");
    };
    assert_eq!(form.typed, "dad");
}

#[test]
fn escape_shuts_a_dialog_and_leaves_what_is_behind_it() {
    let mut window = review();
    let first = opened(&window).articles.first().map(|article| article.id).expect("an article");
    let selection = Selection::of(first, Span::new(4, 18));
    run(&mut window, Action::SelectText(Some(selection)));
    run(&mut window, Action::Pick(ClaimId(2)));
    for command in [Command::ShowKeys, Command::ShowSettings, Command::ShowPalette] {
        run(&mut window, Action::Command(command));
        press(&mut window, &[Key::Escape]);
        let bench = window.state();
        assert!(bench.dialog.is_none() && bench.overlay.is_none(), "{command:?}: it is shut");
        assert_eq!(bench.view.selection, Some(selection), "{command:?}");
        assert!(!bench.view.picked.is_empty(), "{command:?}");
    }
}
