//! The real program on a display of its own, driven by keys as a reviewer drives it.
//!
//! Needs Xvfb, openbox and xdotool, which `scripts/test` installs.

mod window_support;

use crosscheck::model::{Claim, Tag};
use crosscheck::storage;

use window_support::{Desk, Window, project_folder};

#[test]
fn a_review_by_keys_alone_is_saved_and_there_again() {
    let desk = Desk::new();
    let folder = project_folder();
    let path = folder.path().join("review.ron");
    let before = storage::open(&path).expect("the project opens").project;
    let window = desk.open(&[path.as_os_str()]);
    window.wait_for_title("review – Crosscheck");
    window.keys(&["d"]);
    window.wait_for_title("review · edited – Crosscheck");
    window.keys(&["a", "u", "ctrl+z", "ctrl+shift+z", "ctrl+s"]);
    window.wait_for_title("review – Crosscheck");
    window.keys(&["ctrl+q"]);
    window.wait_for_end();

    let after = storage::open(&path).expect("the saved project opens").project;
    let tags: Vec<_> = after.claims.iter().take(3).map(Claim::tag).collect();
    assert_eq!(tags, [Some(Tag::Disputed), Some(Tag::Agreed), Some(Tag::Unique)]);
    assert_eq!(after.articles, before.articles, "no article changed");
    assert_eq!(after.claims.len(), before.claims.len());
}

#[test]
fn closing_the_window_asks_about_unsaved_work() {
    let desk = Desk::new();
    let folder = project_folder();
    let path = folder.path().join("review.ron");
    let window = desk.open(&[path.as_os_str()]);
    window.wait_for_title("review – Crosscheck");
    window.keys(&["d"]);
    window.wait_for_title("review · edited – Crosscheck");
    // The window manager's way to shut a window, then Enter for "Save".
    window.keys(&["alt+F4"]);
    window.wait_until_idle();
    window.keys(&["Return"]);
    window.wait_for_end();
    let after = storage::open(&path).expect("the saved project opens").project;
    assert_eq!(after.claims.first().and_then(Claim::tag), Some(Tag::Disputed));
}

#[test]
fn an_idle_window_uses_no_processor() {
    let desk = Desk::new();
    let folder = project_folder();
    let window = desk.open(&[folder.path().join("review.ron").as_os_str()]);
    window.wait_for_title("review – Crosscheck");
    window.wait_until_idle();
    let before = window.processor_ticks();
    Window::let_seconds_pass(3);
    let used = window.processor_ticks() - before;
    assert!(used <= 1, "an idle window used {used} ticks in three seconds");
}
