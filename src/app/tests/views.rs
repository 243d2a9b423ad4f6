//! Going from view to view, and what is done in each.

use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use super::support::{Window, chord, open, opened, press, review, tag, wait_for_work};
use crate::app::view::ClaimFilter;
use crate::model::{ArticleId, ClaimId, Project, Tag};
use crate::storage::settings::MainView;

const CTRL: Modifiers = Modifiers::COMMAND;

fn view(window: &Window) -> MainView {
    window.state().main_view()
}

fn showing(view: Key) -> Window {
    let mut window = review();
    wait_for_work(&mut window);
    chord(&mut window, CTRL, view);
    wait_for_work(&mut window);
    window
}

fn sample() -> Project {
    crate::storage::read(include_str!("../../../projects/sample.ron")).expect("the sample opens")
}

fn showing_sample(view: Key) -> Window {
    let mut window = open(Some(sample()), Vec::new());
    wait_for_work(&mut window);
    chord(&mut window, CTRL, view);
    wait_for_work(&mut window);
    window
}

#[test]
fn the_switch_leads_from_view_to_view_and_escape_leads_back() {
    let mut window = review();
    wait_for_work(&mut window);
    for (name, expected) in [
        ("Matrix", MainView::Matrix),
        ("Overview", MainView::Overview),
        ("Not in a claim 1", MainView::Unchecked),
        ("Articles", MainView::Articles),
    ] {
        window.get_by_role_and_label(eframe::egui::Role::Tab, name).click();
        window.run();
        assert_eq!(view(&window), expected);
    }
    for key in [Key::Num2, Key::Num3, Key::Num4] {
        chord(&mut window, CTRL, key);
        assert_ne!(view(&window), MainView::Articles);
        press(&mut window, &[Key::Escape]);
        assert_eq!(view(&window), MainView::Articles);
    }
}

#[test]
fn claims_are_stepped_through_and_tagged_in_the_matrix() {
    let mut window = showing(Key::Num2);
    window.state_mut().settings.advance = false;
    press(&mut window, &[Key::D, Key::J, Key::U]);
    assert_eq!((tag(&window, 1), tag(&window, 2)), (Some(Tag::Disputed), Some(Tag::Unique)));
    window.get_by_label("Disputed: The bridge is shut.");
    press(&mut window, &[Key::ArrowUp, Key::Backspace]);
    assert_eq!(tag(&window, 1), None);
}

#[test]
fn arrows_work_on_another_column_and_the_article_is_read_with_one_key() {
    let mut window = showing(Key::Num2);
    press(&mut window, &[Key::ArrowRight, Key::ArrowRight]);
    assert_eq!(window.state().matrix.column(), Some(ArticleId(2)));
    press(&mut window, &[Key::R]);
    assert_eq!(view(&window), MainView::Articles);
}

#[test]
fn a_cell_says_what_its_article_says() {
    let window = showing(Key::Num2);
    window.get_by_label("1.txt: The bridge is shut.");
    window.get_by_label("2.txt: A ferry runs.");
    window.get_by_label("1.txt: does not state it");
}

#[test]
fn a_cell_leads_to_its_claim_and_then_to_its_article() {
    let mut window = showing(Key::Num2);
    window.get_by_label("2.txt: A ferry runs.").click();
    window.run();
    assert_eq!(window.state().view.chosen, Some(ClaimId(2)));
    assert_eq!(view(&window), MainView::Matrix);
    window.get_by_label("2.txt: A ferry runs.").click();
    window.run();
    assert_eq!(view(&window), MainView::Articles);
}

#[test]
fn the_matrix_lists_what_the_filter_lets_through() {
    let mut window = showing(Key::Num2);
    press(&mut window, &[Key::Slash]);
    window.get_by_label("Find").type_text("ferry");
    window.run();
    assert!(window.query_by_label("Untagged: The bridge is shut.").is_none());
    window.get_by_label("Untagged: A ferry runs.");
    window.get_by_label_contains("1 of 2 claims");
}

#[test]
fn what_is_not_in_view_is_not_tagged() {
    for key in [Key::Num3, Key::Num4] {
        let mut window = showing(key);
        press(&mut window, &[Key::D, Key::Enter]);
        assert_eq!((tag(&window, 1), tag(&window, 2)), (None, None));
    }
}

#[test]
fn a_number_of_the_overview_leads_to_its_claims() {
    let mut window = showing_sample(Key::Num3);
    let disputed = opened(&window).count(Some(Tag::Disputed));
    window.get_by_label(&format!("{disputed} disputed")).click();
    window.run();
    assert_eq!(view(&window), MainView::Articles);
    assert_eq!(window.state().listing.claims().len(), disputed);
}

#[test]
fn an_overlap_leads_to_the_claims_of_both_articles() {
    let mut window = showing(Key::Num3);
    let names: Vec<_> = window.query_all_by_label_contains("1.txt and 2.txt").collect();
    let cell = names.first().expect("the two articles overlap");
    cell.click();
    window.run();
    let filter = &window.state().view.filter;
    assert_eq!((filter.article, filter.beside), (Some(ArticleId(1)), Some(ArticleId(2))));
    assert_eq!(window.state().listing.claims(), [ClaimId(1)]);
}

#[test]
fn a_figure_leads_to_its_claim() {
    let mut window = showing_sample(Key::Num3);
    let before = window.state().view.chosen;
    let conflicts: Vec<_> = window.query_all_by_label_contains("contradict").collect();
    conflicts.last().expect("the sample's articles contradict one another").click();
    window.run();
    assert_eq!(view(&window), MainView::Articles);
    assert!(window.state().view.chosen.is_some());
    assert_ne!(window.state().view.chosen, before);
}

#[test]
fn a_sentence_in_no_claim_becomes_one_with_one_key() {
    let mut window = showing(Key::Num4);
    assert_eq!(window.state().unchecked.count(), Some(1));
    press(&mut window, &[Key::C]);
    assert_eq!(opened(&window).claims.len(), 3);
    assert_eq!(window.state().unchecked.count(), Some(0));
    window.get_by_label_contains("Every sentence is in a claim");
    chord(&mut window, CTRL, Key::Z);
    assert_eq!(window.state().unchecked.count(), Some(1));
}

#[test]
fn a_sentence_is_set_aside_with_one_key_and_taken_back_with_the_same() {
    let mut window = showing(Key::Num4);
    press(&mut window, &[Key::X]);
    assert_eq!(opened(&window).set_aside.len(), 1);
    assert_eq!(window.state().unchecked.count(), Some(0));
    window.get_by_label("Set aside 1").click();
    window.run();
    press(&mut window, &[Key::X]);
    assert_eq!(opened(&window).set_aside.len(), 0);
    chord(&mut window, CTRL, Key::Z);
    assert_eq!(opened(&window).set_aside.len(), 1, "undo covers it");
}

#[test]
fn sentences_are_stepped_through_like_claims() {
    let mut project = crate::review::actions::tests::project();
    project.claims.clear();
    let mut window = open(Some(project), Vec::new());
    wait_for_work(&mut window);
    chord(&mut window, CTRL, Key::Num4);
    wait_for_work(&mut window);
    let first = window.state().sentence().expect("the first sentence is looked at");
    press(&mut window, &[Key::J]);
    assert_ne!(window.state().sentence(), Some(first));
    press(&mut window, &[Key::K]);
    assert_eq!(window.state().sentence(), Some(first));
    press(&mut window, &[Key::X, Key::X, Key::C]);
    assert_eq!((opened(&window).set_aside.len(), opened(&window).claims.len()), (2, 1));
}

#[test]
fn panels_are_walked_by_keys_and_claims_are_tagged_meanwhile() {
    let mut window = review();
    wait_for_work(&mut window);
    let focused = |window: &Window| window.ctx.memory(eframe::egui::Memory::focused);
    let mut seen = Vec::new();
    for _ in 0..3 {
        press(&mut window, &[Key::F6]);
        seen.push(focused(&window).expect("a panel has the keyboard"));
    }
    let different: std::collections::BTreeSet<_> =
        seen.iter().map(eframe::egui::Id::value).collect();
    assert_eq!(different.len(), 3);
    press(&mut window, &[Key::Enter]);
    assert_eq!(tag(&window, 1), Some(Tag::Agreed), "Enter goes to the claim, not to the panel");
    press(&mut window, &[Key::Escape]);
    assert_eq!(focused(&window), None);
}

#[test]
fn what_the_filter_of_the_overview_left_out_comes_back_with_all() {
    let mut window = showing(Key::Num3);
    window.get_by_label("0 disputed").click();
    window.run();
    window.get_by_label("Show all claims").click();
    window.run();
    assert_eq!(window.state().view.filter, ClaimFilter::default());
}
