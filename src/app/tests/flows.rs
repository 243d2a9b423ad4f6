//! What reviewers do, from one end to the other.

use std::path::{Path, PathBuf};

use eframe::egui::{Event, Key, Modifiers, Role, vec2};
use egui_kittest::kittest::Queryable as _;

use super::support::{chord, open, opened, press, review, tag, wait_for_work, welcome};
use crate::app::dialog::Dialog;
use crate::app::workbench::Asked;
use crate::model::{ClaimId, Project, Tag};
use crate::review::actions::tests::article;
use crate::session::Session;
use crate::storage;

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder for the test")
}

fn write(folder: &tempfile::TempDir, name: &str, text: &str) -> PathBuf {
    let path = folder.path().join(name);
    storage::write_file(&path, text.as_bytes()).expect("the folder takes files");
    path
}

#[test]
fn one_key_tags_a_claim() {
    let mut window = review();
    press(&mut window, &[Key::D]);
    assert_eq!(tag(&window, 1), Some(Tag::Disputed));
    press(&mut window, &[Key::K, Key::Backspace]);
    assert_eq!(tag(&window, 1), None);
}

#[test]
fn a_menu_shows_its_last_entry_in_a_small_window() {
    let mut window = review();
    window.get_by_role_and_label(Role::Button, "Claim").click();
    window.run();
    let entry = window.get_by_label_contains("Delete the claim");
    entry.click();
    window.run();
    assert!(opened(&window).claim(ClaimId(1)).is_none(), "it was in view to be clicked");
}

#[test]
fn enter_takes_the_suggestion_and_goes_on() {
    let mut window = review();
    press(&mut window, &[Key::Enter, Key::Enter]);
    assert_eq!((tag(&window, 1), tag(&window, 2)), (Some(Tag::Agreed), Some(Tag::Unique)));
    window.get_by_label_contains("2 of 2 tagged");
}

#[test]
fn a_click_on_a_claim_chooses_it() {
    let mut window = review();
    window.get_by_label("Untagged: A ferry runs.").click();
    window.run();
    assert_eq!(window.state().view.chosen, Some(ClaimId(2)));
}

#[test]
fn letters_typed_into_the_note_tag_nothing() {
    let mut window = review();
    press(&mut window, &[Key::N]);
    window.get_by_role_and_label(Role::MultilineTextInput, "Note").type_text("add u");
    window.run();
    press(&mut window, &[Key::A, Key::Delete, Key::Slash, Key::Escape]);
    assert_eq!(tag(&window, 1), None);
    assert_eq!(opened(&window).claim(ClaimId(1)).map(|claim| claim.note.as_str()), Some("add u"));
}

#[test]
fn undo_and_redo_walk_through_the_tags_and_show_where() {
    let mut window = review();
    press(&mut window, &[Key::A, Key::U]);
    press(&mut window, &[Key::K]);
    chord(&mut window, CTRL, Key::Z);
    assert_eq!((tag(&window, 1), tag(&window, 2)), (Some(Tag::Agreed), None));
    assert_eq!(window.state().view.chosen, Some(ClaimId(2)), "undo shows where it undid");
    chord(&mut window, CTRL, Key::Z);
    assert_eq!(tag(&window, 1), None);
    chord(&mut window, CTRL_SHIFT, Key::Z);
    chord(&mut window, CTRL_SHIFT, Key::Z);
    assert_eq!((tag(&window, 1), tag(&window, 2)), (Some(Tag::Agreed), Some(Tag::Unique)));
}

#[test]
fn articles_become_a_review_with_claims() {
    let folder = folder();
    let a = write(&folder, "a.txt", "The bridge was shut on Sunday.\n\nNobody was hurt.\n");
    let b = write(&folder, "b.txt", "The bridge was closed on Sunday.\n");
    let mut window = welcome(vec![vec![a, b]]);
    window.get_by_label("New review from articles…").click();
    window.run_steps(2);
    wait_for_work(&mut window);
    assert_eq!(opened(&window).articles.len(), 2);
    assert!(!opened(&window).claims.is_empty());
    chord(&mut window, CTRL, Key::Z);
    assert!(opened(&window).claims.is_empty(), "finding claims is one step");
}

#[test]
fn a_file_that_cannot_be_read_is_named_and_the_others_are_there() {
    let folder = folder();
    let good = write(&folder, "good.txt", "The bridge was shut on Sunday.");
    let empty = write(&folder, "empty.txt", "");
    let mut window = welcome(vec![vec![good, empty]]);
    window.get_by_label("New review from articles…").click();
    window.run_steps(2);
    wait_for_work(&mut window);
    assert_eq!(opened(&window).articles.len(), 1);
    window.get_by_label_contains("empty.txt");
}

#[test]
fn what_is_saved_is_there_when_it_is_opened_again() {
    let folder = folder();
    let path = folder.path().join("bridge.ron");
    let mut window = open(
        Some(Project { articles: vec![article(1, "A.")], ..Project::default() }),
        vec![vec![path.clone()]],
    );
    chord(&mut window, CTRL, Key::S);
    wait_for_work(&mut window);
    assert!(window.state().session.as_ref().is_some_and(Session::is_saved));
    let again = storage::open(&path).expect("it was saved");
    assert_eq!(&again.project, opened(&window));
}

#[test]
fn unsaved_work_is_asked_about_before_it_goes() {
    let mut window = review();
    press(&mut window, &[Key::A]);
    chord(&mut window, CTRL, Key::W);
    assert!(matches!(window.state().dialog, Some(Dialog::Message { .. })));
    window.get_by_label("Cancel").click();
    window.run();
    assert_eq!(tag(&window, 1), Some(Tag::Agreed));
    chord(&mut window, CTRL, Key::W);
    window.get_by_label("Go on without saving").click();
    window.run();
    assert!(window.state().session.is_none());
}

#[test]
fn without_a_system_dialog_a_path_can_be_typed() {
    let folder = folder();
    let path = folder.path().join("typed.ron");
    let mut window = review();
    press(&mut window, &[Key::A]);
    chord(&mut window, CTRL, Key::S);
    wait_for_work(&mut window);
    let Some(Dialog::TypedPath(form)) = &mut window.state_mut().dialog else {
        panic!("a path is asked for");
    };
    form.typed = path.display().to_string();
    window.run();
    window.get_by_role_and_label(Role::Button, "Save").click();
    window.run();
    assert!(path.exists());
}

#[test]
fn a_file_that_would_be_replaced_by_a_typed_path_is_told_first() {
    let folder = folder();
    let path = folder.path().join("notes.html");
    storage::write_file(&path, b"mine").expect("it can be written");
    let mut window = review();
    window.state_mut().type_path(Asked::Export);
    let Some(Dialog::TypedPath(form)) = &mut window.state_mut().dialog else {
        panic!("a path is asked for");
    };
    form.typed = folder.path().join("notes").display().to_string();
    window.run();
    window.get_by_role_and_label(Role::Button, "Export").click();
    window.run();
    let told = "There is such a file already; once more replaces it";
    window.get_by_label_contains(told);
    assert_eq!(std::fs::read(&path).ok().as_deref(), Some(&b"mine"[..]));
    window.get_by_role_and_label(Role::Button, "Export").click();
    window.run();
    assert!(window.query_by_label_contains(told).is_none());
    assert_ne!(std::fs::read(&path).ok().as_deref(), Some(&b"mine"[..]));
}

#[test]
fn a_path_that_is_not_there_can_be_mended() {
    let folder = folder();
    let mut window = welcome(Vec::new());
    chord(&mut window, CTRL, Key::N);
    wait_for_work(&mut window);
    window.get_by_label("Articles for a new review");
    window.get_by_label("Path").type_text("no such folder");
    window.run();
    press(&mut window, &[Key::Enter]);
    window.get_by_label("There is no such file: no such folder");
    let Some(Dialog::TypedPath(form)) = &mut window.state_mut().dialog else {
        panic!("the path can be mended");
    };
    form.typed = folder.path().display().to_string();
    press(&mut window, &[Key::Enter]);
    assert!(!matches!(window.state().dialog, Some(Dialog::TypedPath(_))));
}

#[test]
fn where_no_path_is_typed_nothing_follows_later() {
    let mut window = review();
    press(&mut window, &[Key::A]);
    chord(&mut window, CTRL, Key::W);
    window.get_by_label("Save").click();
    wait_for_work(&mut window);
    assert!(window.state().after_saving.is_some());
    press(&mut window, &[Key::Escape]);
    assert_eq!(window.state().after_saving, None, "a later saving would shut the review");
}

#[test]
fn a_review_saved_in_a_folder_has_the_name_it_was_offered() {
    let folder = folder();
    let mut window = review();
    let ctx = window.ctx.clone();
    window.state_mut().take_typed(&ctx, Asked::Save, vec![folder.path().to_owned()]);
    assert!(folder.path().join("Untitled review.ron").exists());
}

#[test]
fn a_summary_is_offered_a_place_beside_the_review() {
    let folder = folder();
    let mut window = review();
    let ctx = window.ctx.clone();
    let bench = window.state_mut();
    bench.save_to(&ctx, &folder.path().join("bridge.ron"));
    bench.type_path(Asked::Export);
    let Some(Dialog::TypedPath(form)) = &bench.dialog else { panic!("a path is asked for") };
    assert_eq!(Path::new(&form.typed), folder.path().join("bridge summary.html"));
}

#[test]
fn a_search_leaves_the_claims_that_hold_the_words() {
    let mut window = review();
    press(&mut window, &[Key::Slash]);
    window.get_by_label("Find").type_text("ferry");
    window.run();
    assert!(window.query_by_label("Untagged: The bridge is shut.").is_none());
    window.get_by_label("Untagged: A ferry runs.");
    press(&mut window, &[Key::Enter]);
    assert!(window.query_by_label("Untagged: The bridge is shut.").is_none(), "it is worked on");
    press(&mut window, &[Key::Escape]);
    window.get_by_label("Untagged: The bridge is shut.");
}

#[test]
fn every_key_stands_on_the_sheet() {
    let mut window = review();
    press(&mut window, &[Key::Questionmark]);
    for name in ["Next claim", "Tag disputed", "Save as", "Export summary"] {
        assert!(window.query_all_by_label(name).count() > 0, "{name}");
    }
    press(&mut window, &[Key::Escape]);
    assert!(window.state().dialog.is_none());
}

#[test]
fn the_summary_is_written_in_the_format_of_the_ending() {
    let folder = folder();
    let path = folder.path().join("summary.md");
    let mut window = open(
        Some(Project { articles: vec![article(1, "A.")], ..Project::default() }),
        vec![vec![path.clone()]],
    );
    chord(&mut window, CTRL, Key::E);
    press(&mut window, &[Key::Enter]);
    wait_for_work(&mut window);
    let written = storage::read_file(&path).expect("it was written");
    assert!(String::from_utf8_lossy(&written).starts_with('#'));
}

#[test]
fn closing_the_window_waits_for_an_answer() {
    use eframe::egui::{ViewportCommand, ViewportEvent, ViewportId};
    let mut window = review();
    press(&mut window, &[Key::A]);
    let viewport = window.input_mut().viewports.get_mut(&ViewportId::ROOT);
    viewport.expect("the window has a viewport").events.push(ViewportEvent::Close);
    window.step();
    let commands = &window
        .output()
        .viewport_output
        .get(&ViewportId::ROOT)
        .expect("the window's output")
        .commands;
    assert!(commands.contains(&ViewportCommand::CancelClose));
    assert!(window.state().dialog.is_some());
}

#[test]
fn selected_text_becomes_a_claim_or_joins_one() {
    use crate::app::action::Action;
    use crate::app::articles::Selection;
    let mut window = review();
    let first = opened(&window).articles.first().cloned().expect("an article");
    let select = |from, to| {
        Action::SelectText(Some(Selection::of(first.id, crate::text::Span::new(from, to))))
    };
    let ctx = window.ctx.clone();
    window.state_mut().run(&ctx, select(20, 41));
    press(&mut window, &[Key::C]);
    assert_eq!(opened(&window).claims.len(), 3);
    let chosen = window.state().view.chosen.expect("the new claim is chosen");
    assert_eq!(
        opened(&window).claim(chosen).map(|claim| claim.summary.as_str()),
        Some("It was built in 1987.")
    );
    press(&mut window, &[Key::J, Key::J]);
    window.state_mut().run(&ctx, select(20, 41));
    press(&mut window, &[Key::P]);
    assert_eq!(opened(&window).claim(ClaimId(2)).map(|claim| claim.passages.len()), Some(2));
}

#[test]
fn keys_pressed_within_one_frame_take_effect_in_their_order() {
    let mut window = review();
    for key in [Key::D, Key::U, Key::K, Key::Backspace] {
        let event = |pressed| Event::Key {
            key,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers: Modifiers::NONE,
        };
        window.input_mut().events.extend([event(true), event(false)]);
    }
    window.run();
    assert_eq!((tag(&window, 1), tag(&window, 2)), (None, Some(Tag::Unique)));
    assert_eq!(opened(&window).claim(ClaimId(1)).map(|claim| claim.decisions.len()), Some(2));
}

#[test]
fn what_is_typed_before_the_field_has_the_keyboard_still_goes_into_it() {
    let mut window = review();
    let key = |key| Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    let text = |text: &str| Event::Text(text.to_owned());
    let events = [key(Key::N), text("n"), key(Key::A), text("a"), key(Key::D), text("d")];
    window.input_mut().events.extend(events);
    window.step();
    window.input_mut().events.extend([key(Key::U), text("u")]);
    window.run();
    press(&mut window, &[Key::Escape]);
    assert_eq!(tag(&window, 1), None);
    assert_eq!(opened(&window).claim(ClaimId(1)).map(|claim| claim.note.as_str()), Some("adu"));
}

#[test]
fn escape_and_the_cross_take_what_was_searched_for_away() {
    let mut window = review();
    for leave in ["key", "cross"] {
        press(&mut window, &[Key::Slash]);
        window.get_by_label("Find").type_text("ferry");
        window.run();
        assert_eq!(window.state().listing.claims().len(), 1);
        match leave {
            "key" => press(&mut window, &[Key::Escape]),
            _ => {
                window.get_by_label("Clear the search").click();
                window.run();
            }
        }
        assert_eq!(window.state().listing.claims().len(), 2, "{leave}");
        assert!(window.query_by_label("Clear the search").is_none());
    }
}

#[test]
fn a_question_waits_for_its_answer() {
    use eframe::egui::{PointerButton, pos2};
    let mut window = review();
    press(&mut window, &[Key::A]);
    chord(&mut window, CTRL, Key::W);
    for pressed in [true, false] {
        let (pos, button) = (pos2(40.0, 700.0), PointerButton::Primary);
        let modifiers = Modifiers::NONE;
        let click = Event::PointerButton { pos, button, pressed, modifiers };
        window.input_mut().events.extend([Event::PointerMoved(pos), click]);
        window.step();
    }
    window.run();
    assert!(window.state().dialog.is_some(), "a click beside it is no answer");
    press(&mut window, &[Key::Escape]);
    assert!(window.state().dialog.is_none(), "Esc is Cancel");
    assert!(window.state().session.is_some());
}

#[test]
fn what_is_searched_for_in_a_small_window_goes_into_the_field() {
    use crate::storage::settings::LanguageChoice;
    for language in [LanguageChoice::English, LanguageChoice::German] {
        let builder = super::support::Window::builder().with_size(vec2(800.0, 600.0));
        let project = crate::review::actions::tests::project();
        let mut window = super::support::window(builder, Some(project), Vec::new());
        window.state_mut().settings.language = language;
        window.run();
        press(&mut window, &[Key::Slash]);
        assert!(window.ctx.text_edit_focused(), "{language:?}");
    }
}

#[test]
fn the_field_stays_where_it_is_while_somebody_types() {
    let mut window = review();
    let place = |window: &super::support::Window| {
        window.get_by_role_and_label(Role::SearchInput, "Find").rect()
    };
    let before = place(&window);
    press(&mut window, &[Key::Slash]);
    window.get_by_label("Find").type_text("ferry");
    window.run();
    assert_eq!(place(&window), before);
}
