//! Pictures of the views, compared with those kept in `tests/snapshots`.
//!
//! Rewritten by `UPDATE_SNAPSHOTS=true`, and then looked at before they are kept.

use eframe::egui::{self, Key, Modifiers, vec2};

use super::support::{Window, chord, press, sample, wait_for_work, window};
use crate::model::Project;
use crate::storage::settings::MainView;

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

/// A view of the sample in a small window, after `keys`.
fn view_picture(view: MainView, theme: egui::Theme, keys: &[(Modifiers, Key)], name: &str) {
    let builder = Window::builder().with_size(vec2(1000.0, 640.0)).with_theme(theme).wgpu();
    let mut window = window(builder.with_render_cursor(false), Some(sample()), Vec::new());
    window.state_mut().settings.layout.main_view = view;
    wait_for_work(&mut window);
    window.state_mut().show_view(view);
    window.run();
    for (modifiers, key) in keys {
        chord(&mut window, *modifiers, *key);
    }
    window.snapshot(name);
}

#[test]
fn the_matrix_is_light() {
    view_picture(MainView::Matrix, egui::Theme::Light, &[], "matrix-light");
}

#[test]
fn the_matrix_is_dark() {
    view_picture(MainView::Matrix, egui::Theme::Dark, &[], "matrix-dark");
}

#[test]
fn the_overview_is_light() {
    view_picture(MainView::Overview, egui::Theme::Light, &[], "overview-light");
}

#[test]
fn the_overview_is_dark() {
    view_picture(MainView::Overview, egui::Theme::Dark, &[], "overview-dark");
}

#[test]
fn unchecked_sentences_are_light() {
    view_picture(MainView::Unchecked, egui::Theme::Light, &[], "unchecked-light");
}

#[test]
fn unchecked_sentences_are_dark() {
    view_picture(MainView::Unchecked, egui::Theme::Dark, &[], "unchecked-dark");
}

#[test]
fn the_palette_is_light() {
    let keys = [(Modifiers::COMMAND, Key::K)];
    view_picture(MainView::Articles, egui::Theme::Light, &keys, "palette-light");
}

#[test]
fn the_palette_is_dark() {
    let keys = [(Modifiers::COMMAND, Key::K)];
    view_picture(MainView::Articles, egui::Theme::Dark, &keys, "palette-dark");
}

#[test]
fn the_settings_are_light() {
    let keys = [(Modifiers::COMMAND, Key::Comma)];
    view_picture(MainView::Articles, egui::Theme::Light, &keys, "settings-light");
}

#[test]
fn the_settings_are_dark() {
    let keys = [(Modifiers::COMMAND, Key::Comma)];
    view_picture(MainView::Articles, egui::Theme::Dark, &keys, "settings-dark");
}
