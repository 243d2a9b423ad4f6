//! Pictures of the views, compared with those kept in `tests/snapshots`.
//!
//! Rewritten by `UPDATE_SNAPSHOTS=true`, and then looked at before they are kept.

use eframe::egui::{self, Key, vec2};

use super::support::{Window, press, sample, wait_for_work, window};
use crate::model::Project;

fn picture(project: Option<Project>, theme: egui::Theme, keys: &[Key], name: &str) {
    let builder = Window::builder().with_size(vec2(1280.0, 800.0)).with_theme(theme).wgpu();
    let mut window = window(builder.with_render_cursor(false), project, Vec::new());
    wait_for_work(&mut window);
    press(&mut window, keys);
    window.snapshot(name);
}

#[test]
fn the_welcome_page_is_light() {
    picture(None, egui::Theme::Light, &[], "welcome-light");
}

#[test]
fn the_welcome_page_is_dark() {
    picture(None, egui::Theme::Dark, &[], "welcome-dark");
}

#[test]
fn a_review_is_light() {
    picture(Some(sample()), egui::Theme::Light, &[], "review-light");
}

#[test]
fn a_review_is_dark() {
    picture(Some(sample()), egui::Theme::Dark, &[], "review-dark");
}

#[test]
fn the_sheet_of_keys_fits_the_window() {
    picture(Some(sample()), egui::Theme::Light, &[Key::Questionmark], "keys-light");
}

#[test]
fn an_empty_review_says_what_to_do() {
    picture(Some(Project::default()), egui::Theme::Light, &[], "empty-light");
}
