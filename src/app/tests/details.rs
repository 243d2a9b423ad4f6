//! What the review is called and who reviews it.

use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable as _;

use super::support::{Window, chord, open, opened, press, wait_for_work};
use crate::model::Project;
use crate::review::actions::tests::{article, project};
use crate::storage;

const CTRL: Modifiers = Modifiers::COMMAND;

fn type_into(window: &mut Window, field: &str, text: &str) {
    window.get_by_role_and_label(Role::TextInput, field).focus();
    window.run();
    chord(window, CTRL, Key::A);
    window.get_by_role_and_label(Role::TextInput, field).type_text(text);
    window.run();
}

#[test]
fn the_first_summary_asks_for_title_and_name_and_bears_them() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("summary.md");
    let answers = vec![vec![path.clone()], vec![path.clone()]];
    let mut window = open(Some(project()), answers);
    window.state_mut().settings.reviewer.clear();
    window.state_mut().user_name = "rm".into();
    press(&mut window, &[Key::A]);
    chord(&mut window, CTRL, Key::E);
    type_into(&mut window, "Title of the review", "Harbour bridge");
    type_into(&mut window, "Your name", "Rosa Meer");
    window.get_by_label("Go on to export").click();
    window.run();
    wait_for_work(&mut window);
    let written = storage::read_file(&path).expect("it was written");
    let written = String::from_utf8_lossy(&written);
    assert!(written.starts_with("# Harbour bridge"), "{written}");
    assert!(written.contains("Reviewed by Rosa Meer."), "{written}");
    assert_eq!(window.state().settings.reviewer, "Rosa Meer");
    chord(&mut window, CTRL, Key::E);
    assert!(window.state().dialog.is_none(), "it is asked for once");
}

#[test]
fn who_leaves_the_fields_empty_is_not_asked_again() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("summary.md");
    let bare = Project { articles: vec![article(1, "A.")], ..Project::default() };
    let mut window = open(Some(bare), vec![vec![path.clone()], vec![path]]);
    chord(&mut window, CTRL, Key::E);
    press(&mut window, &[Key::Enter]);
    wait_for_work(&mut window);
    chord(&mut window, CTRL, Key::E);
    assert!(window.state().dialog.is_none());
}

#[test]
fn the_details_are_edited_at_any_time_and_undone_as_one_step() {
    let mut window = open(Some(project()), Vec::new());
    press(&mut window, &[Key::A]);
    chord(&mut window, CTRL, Key::D);
    type_into(&mut window, "Title of the review", "Harbour bridge");
    type_into(&mut window, "Your name", "Rosa Meer");
    press(&mut window, &[Key::Enter]);
    let names = |window: &Window| {
        let project = opened(window);
        (project.title.clone(), project.reviewers[0].name.clone())
    };
    assert_eq!(names(&window), ("Harbour bridge".into(), "Rosa Meer".into()));
    chord(&mut window, CTRL, Key::Z);
    assert_eq!(names(&window), (String::new(), "R. M.".into()));
}
