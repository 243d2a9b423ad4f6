//! Working through the list of claims: filtering, sorting, picking, tagging.

use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use super::support::{chord, open, opened, press, review, sample, tag};
use crate::app::claims::Words;
use crate::model::{Claim, ClaimId, Tag};

const SHIFT: Modifiers = Modifiers::SHIFT;

fn listed(window: &super::support::Window) -> Vec<u32> {
    window.state().listing.claims().iter().map(|claim| claim.0).collect()
}

/// How many keys a claim a review may take where the suggestion is right.
const KEYS_A_CLAIM: f32 = 1.3;

#[test]
fn a_whole_review_takes_little_more_than_a_key_a_claim() {
    let mut project = sample();
    for claim in &mut project.claims {
        claim.decisions.clear();
    }
    let count = project.claims.len();
    let mut window = open(Some(project), Vec::new());
    let mut keys = 0;
    while opened(&window).count(None) > 0 {
        let chosen = window.state().chosen().expect("a claim comes up by itself");
        let has_suggestion = chosen.suggestion.is_some();
        press(&mut window, &[if has_suggestion { Key::Enter } else { Key::D }]);
        keys += 1;
        assert!(keys <= 2 * count, "the review comes to an end");
    }
    let accepted = opened(&window)
        .claims
        .iter()
        .all(|claim| claim.suggestion.as_ref().is_none_or(|word| claim.tag() == Some(word.tag)));
    assert!(accepted, "every claim bears the tag that was suggested");
    assert!(keys as f32 <= KEYS_A_CLAIM * count as f32, "{keys} keys for {count} claims");
    assert_eq!(window.state().message, "Every claim is tagged · Ctrl+E exports the summary");
}

#[test]
fn after_a_tag_the_next_untagged_claim_comes_up_unless_that_is_turned_off() {
    let mut window = review();
    press(&mut window, &[Key::D]);
    assert_eq!(window.state().view.chosen, Some(ClaimId(2)));
    let mut window = review();
    window.state_mut().settings.advance = false;
    press(&mut window, &[Key::D]);
    assert_eq!(window.state().view.chosen, Some(ClaimId(1)));
}

#[test]
fn no_key_tags_a_claim_that_the_filter_leaves_out() {
    let mut window = review();
    press(&mut window, &[Key::A]);
    window.get_by_label("Agreed 1").click();
    window.run();
    assert_eq!(window.state().view.chosen, Some(ClaimId(1)));
    press(&mut window, &[Key::U]);
    assert_eq!((tag(&window, 1), tag(&window, 2)), (Some(Tag::Unique), None));
}

#[test]
fn a_tag_that_the_filter_leaves_out_still_leads_on() {
    let mut window = review();
    window.get_by_label("Untagged 2").click();
    window.run();
    press(&mut window, &[Key::D]);
    assert_eq!((listed(&window), window.state().view.chosen), (vec![2], Some(ClaimId(2))));
    press(&mut window, &[Key::U]);
    assert_eq!(window.state().message, "Every listed claim is tagged");
}

#[test]
fn claims_picked_by_keys_are_tagged_in_one_step() {
    let mut window = review();
    chord(&mut window, SHIFT, Key::ArrowDown);
    window.get_by_label("2 picked");
    press(&mut window, &[Key::D]);
    assert_eq!((tag(&window, 1), tag(&window, 2)), (Some(Tag::Disputed), Some(Tag::Disputed)));
    assert!(window.state().view.picked.is_empty());
    chord(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!((tag(&window, 1), tag(&window, 2)), (None, None));
}

#[test]
fn a_click_with_ctrl_or_shift_picks_and_a_click_alone_chooses() {
    let mut window = review();
    let ferry = "Untagged: A ferry runs.";
    window.get_by_label(ferry).click_modifiers(Modifiers::COMMAND);
    window.run();
    assert_eq!(window.state().view.picked.len(), 2);
    window.get_by_label(ferry).click_modifiers(Modifiers::COMMAND);
    window.run();
    assert_eq!(window.state().view.picked.len(), 1);
    window.get_by_label(ferry).click_modifiers(SHIFT);
    window.run();
    assert_eq!(window.state().view.picked.len(), 2);
    window.get_by_label(ferry).click();
    window.run();
    assert!(window.state().view.picked.is_empty());
    assert_eq!(window.state().view.chosen, Some(ClaimId(2)));
}

#[test]
fn all_claims_are_picked_and_let_go() {
    let mut window = review();
    chord(&mut window, Modifiers::COMMAND, Key::A);
    window.get_by_label("2 picked");
    press(&mut window, &[Key::Escape]);
    assert!(window.state().view.picked.is_empty());
}

#[test]
fn picked_claims_become_one_and_undo_parts_them() {
    let mut window = review();
    press(&mut window, &[Key::M]);
    assert!(window.state().message.contains("Pick"), "one claim alone is not merged");
    chord(&mut window, SHIFT, Key::ArrowDown);
    press(&mut window, &[Key::M]);
    assert_eq!(opened(&window).claims.len(), 1);
    assert_eq!(window.state().view.chosen, Some(ClaimId(2)), "the chosen one takes the other in");
    chord(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(opened(&window).claims.len(), 2);
    assert_eq!(window.state().view.chosen, Some(ClaimId(2)));
}

#[test]
fn chips_filter_and_all_shows_everything_again() {
    let mut window = open(Some(sample()), Vec::new());
    let all = listed(&window).len();
    let disputed = opened(&window).count(Some(Tag::Disputed));
    window.get_by_label(&format!("Disputed {disputed}")).click();
    window.run();
    assert_eq!(listed(&window).len(), disputed);
    window.get_by_label(&format!("All {all}")).click();
    window.run();
    assert_eq!(listed(&window).len(), all);
}

#[test]
fn an_article_is_filtered_by_from_the_list_of_filters() {
    let mut window = open(Some(sample()), Vec::new());
    let project = opened(&window);
    let article = project.articles.first().expect("an article");
    let (id, name) = (article.id, article.short_name().to_owned());
    let count = project.claims.iter().filter(|claim| claim.articles().contains(&id)).count();
    window.get_by_label("More…").click();
    window.run();
    window.get_by_label(&format!("{name} {count}")).click();
    window.run();
    assert_eq!(listed(&window).len(), count);
}

#[test]
fn the_list_is_put_into_another_order() {
    let mut window = open(Some(sample()), Vec::new());
    window.get_by_label("Reading order ▼").click();
    window.run();
    window.get_by_label("Surest first").click();
    window.run();
    let project = opened(&window);
    let confidence = |id: &u32| {
        let claim = project.claim(ClaimId(*id)).expect("it is listed");
        claim.suggestion.as_ref().map(|word| word.confidence)
    };
    let listed = listed(&window);
    assert!(listed.is_sorted_by(|a, b| confidence(a) >= confidence(b)));
}

#[test]
fn a_word_is_found_in_summaries_passages_and_notes() {
    let mut project = sample();
    project.claims.last_mut().expect("a claim").note = "Asked the Zeppelin office".into();
    let mut window = open(Some(project), Vec::new());
    press(&mut window, &[Key::Slash]);
    window.get_by_label("Find").type_text("zeppelin OFFICE");
    window.run();
    assert_eq!(listed(&window).len(), 1);
    let holds = |claim: &Claim| Words::new("zeppelin office").are_within(&claim.note);
    assert_eq!(opened(&window).claims.iter().filter(|claim| holds(claim)).count(), 1);
}

#[test]
fn claims_are_merged_only_once_several_are_picked() {
    let mut window = review();
    let can_merge = |window: &super::support::Window| {
        let needs = crate::app::command::Command::MergeClaims.entry().needs;
        window.state().situation().meets(needs)
    };
    assert!(!can_merge(&window));
    press(&mut window, &[Key::M]);
    assert!(window.state().message.contains("Pick the claims"), "the key says what is missing");
    chord(&mut window, SHIFT, Key::ArrowDown);
    assert!(can_merge(&window));
    press(&mut window, &[Key::M]);
    assert_eq!(opened(&window).claims.len(), 1);
}

#[test]
fn a_summary_that_is_cut_is_told_in_full_to_a_pointer_that_rests_on_it() {
    use eframe::egui::{Event, vec2};
    let mut project = crate::review::actions::tests::project();
    let long = "The bridge is shut for so long that nobody remembers how one crossed the water before it was built";
    project.claims[1].summary = long.into();
    let mut window = open(Some(project), Vec::new());
    let told = |window: &super::support::Window| window.query_all_by_label(long).count();
    let before = told(&window);
    let row = window.get_by_label(&format!("Untagged: {long}")).rect();
    window.input_mut().events.push(Event::PointerMoved(row.left_top() + vec2(120.0, 45.0)));
    window.step();
    window.run_steps(90);
    assert!(told(&window) > before, "the whole summary is shown");
}

#[test]
fn a_row_of_the_list_is_no_higher_than_it_looks() {
    let window = review();
    let row = window.get_by_label("Untagged: A ferry runs.").rect();
    assert!(row.height() <= crate::app::theme::CLAIM_ROW + 2.0, "{row:?}");
}

#[test]
fn a_row_shows_signs_of_a_note_labels_and_evidence() {
    let mut project = crate::review::actions::tests::project();
    project.claims[0].note = "Asked".into();
    project.claims[1].labels = ["ships".to_owned()].into();
    let mut window = open(Some(project), Vec::new());
    let row = window.get_by_label("Untagged: The bridge is shut.").rect();
    assert!(row.contains_rect(window.get_by_label("with a note").rect()));
    let row = window.get_by_label("Untagged: A ferry runs.").rect();
    assert!(row.contains_rect(window.get_by_label("Labels: ships").rect()));
    press(&mut window, &[Key::E]);
    window.get_by_label("Source: citation or address").type_text("Minutes");
    window.run();
    window.get_by_label("Keep").click();
    window.run();
    window.get_by_label("1 piece of evidence");
}

/// A window in which the second button was pressed on a claim.
fn menu_on(label: &str) -> super::support::Window {
    let mut window = review();
    window.get_by_label(label).click_secondary();
    window.run();
    window
}

#[test]
fn the_second_button_on_a_claim_opens_its_menu() {
    let mut window = menu_on("Untagged: A ferry runs.");
    assert_eq!(window.state().view.chosen, Some(ClaimId(2)));
    let entries = window.get_all_by_label_contains("Tag disputed").collect::<Vec<_>>();
    let entry = entries.last().expect("the menu has it").rect().center();
    window.drag_at(entry);
    window.drop_at(entry);
    window.run();
    assert_eq!((tag(&window, 1), tag(&window, 2)), (None, Some(Tag::Disputed)));
    assert!(window.query_by_label_contains("Copy the summary").is_none(), "the menu is shut");
}

#[test]
fn picked_claims_stay_picked_for_the_menu_of_one_of_them() {
    let mut window = review();
    chord(&mut window, SHIFT, Key::ArrowDown);
    window.get_by_label("Untagged: The bridge is shut.").click_secondary();
    window.run();
    window.get_by_label_contains("Merge the picked claims").click();
    window.run();
    assert_eq!(opened(&window).claims.len(), 1);
}

#[test]
fn keys_open_the_menu_of_the_chosen_claim_and_walk_through_it() {
    let mut window = review();
    press(&mut window, &[Key::J]);
    chord(&mut window, SHIFT, Key::F10);
    window.get_by_label_contains("Copy the summary");
    press(&mut window, &[Key::ArrowDown, Key::ArrowDown, Key::Enter]);
    assert_eq!((tag(&window, 1), tag(&window, 2)), (None, Some(Tag::Disputed)));
    press(&mut window, &[Key::Menu]);
    press(&mut window, &[Key::Escape]);
    assert!(window.query_by_label_contains("Copy the summary").is_none());
}

#[test]
fn summaries_of_the_claims_that_are_meant_are_copied() {
    let mut window = review();
    chord(&mut window, SHIFT, Key::ArrowDown);
    let summaries = window.state_mut().summaries();
    assert_eq!(summaries, "The bridge is shut.\nA ferry runs.");
    chord(&mut window, SHIFT, Key::C);
    assert_eq!(window.state().message, "Copied");
}
