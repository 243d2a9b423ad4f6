//! What is done to one claim: passages, labels, evidence, note.

use eframe::egui::{Key, Modifiers, Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::support::{Window, chord, open, opened, press, review, sample, window};
use crate::app::action::Action;
use crate::app::articles::Selection;
use crate::app::view::has_reason;
use crate::model::{Bearing, Claim, ClaimId, Evidence, ReasonKind, Stance, Tag};
use crate::text::Span;

fn claim(window: &Window, id: u32) -> &Claim {
    opened(window).claim(ClaimId(id)).expect("the claim is there")
}

fn quotes(window: &Window, id: u32) -> Vec<&str> {
    claim(window, id).passages.iter().map(|passage| passage.quote.as_str()).collect()
}

fn undo(window: &mut Window) {
    chord(window, Modifiers::COMMAND, Key::Z);
}

#[test]
fn a_passage_is_split_off_by_keys() {
    let mut window = review();
    press(&mut window, &[Key::S]);
    assert!(window.state().message.contains("passage"), "no passage is looked at");
    press(&mut window, &[Key::ArrowRight, Key::ArrowRight, Key::S]);
    assert_eq!(opened(&window).claims.len(), 3);
    assert_eq!(quotes(&window, 3), ["The bridge was closed."]);
    assert_eq!(window.state().view.chosen, Some(ClaimId(3)), "the new claim is shown");
    undo(&mut window);
    assert_eq!(quotes(&window, 1).len(), 2);
    assert_eq!(window.state().view.chosen, Some(ClaimId(1)), "undo shows where it undid");
}

#[test]
fn after_a_claim_that_was_split_off_the_one_it_came_from_comes_up_again() {
    let mut window = review();
    press(&mut window, &[Key::ArrowRight, Key::ArrowRight, Key::S, Key::D]);
    assert_eq!(claim(&window, 3).tag(), Some(Tag::Disputed));
    assert_eq!(window.state().view.chosen, Some(ClaimId(1)), "it is not judged yet");
    press(&mut window, &[Key::U]);
    assert_eq!(window.state().view.chosen, Some(ClaimId(2)));
}

#[test]
fn a_passage_that_is_looked_at_comes_into_view() {
    let mut window = open(Some(sample()), Vec::new());
    let last = opened(&window).articles.last().map(|article| article.id).expect("an article");
    let stated =
        |claim: &&Claim| claim.passages.last().is_some_and(|last_of| last_of.article == last);
    let claim = opened(&window).claims.iter().find(stated).map(|claim| claim.id).expect("one");
    let ctx = window.ctx.clone();
    window.state_mut().run(&ctx, Action::ChooseClaim(claim));
    window.run();
    let header = |window: &Window| window.query_by_label_contains("Article 5:").is_some();
    assert!(!header(&window), "it lies outside the window");
    press(&mut window, &[Key::ArrowLeft]);
    assert!(header(&window));
}

#[test]
fn a_passage_moves_to_the_claim_that_was_typed() {
    let mut window = review();
    press(&mut window, &[Key::ArrowLeft]);
    chord(&mut window, Modifiers::SHIFT, Key::M);
    window.get_by_label("Find a claim").type_text("ferry");
    window.run();
    press(&mut window, &[Key::Enter]);
    assert_eq!(quotes(&window, 2), ["The bridge was closed.", "A ferry runs."]);
    assert_eq!(window.state().view.chosen, Some(ClaimId(2)));
    undo(&mut window);
    assert_eq!(quotes(&window, 1).len(), 2);
}

#[test]
fn a_passage_gets_the_bounds_of_the_selection() {
    let mut window = review();
    let first = opened(&window).articles.first().cloned().expect("an article");
    let ctx = window.ctx.clone();
    let selected = Action::SelectText(Some(Selection::of(first.id, Span::new(4, 18))));
    window.state_mut().run(&ctx, selected);
    press(&mut window, &[Key::B]);
    assert_eq!(quotes(&window, 1), ["bridge is shut", "The bridge was closed."]);
    undo(&mut window);
    assert_eq!(quotes(&window, 1)[0], "The bridge is shut.");
}

#[test]
fn a_stance_is_chosen_from_its_menu() {
    let mut window = review();
    window.get_by_label("Stance of passage 2: same").click();
    window.run();
    window.get_by_label("hedged").click();
    window.run();
    assert_eq!(claim(&window, 1).passages.get(1).map(|p| p.stance), Some(Stance::Hedged));
    undo(&mut window);
    assert_eq!(claim(&window, 1).passages.get(1).map(|p| p.stance), Some(Stance::Same));
}

#[test]
fn a_passage_is_taken_out_or_compared_with_from_its_menu() {
    let mut window = review();
    window.get_by_label("More about passage 2").click();
    window.run();
    window.get_by_label("Compare the others with this").click();
    window.run();
    let bench = window.state();
    assert_eq!(bench.view.reference(opened(&window), claim(&window, 1)), 1);
    window.get_by_label("More about passage 1").click();
    window.run();
    window.get_by_label("Take out of the claim").click();
    window.run();
    assert_eq!(quotes(&window, 1), ["The bridge was closed."]);
}

#[test]
fn a_label_is_typed_completed_and_removed() {
    let mut window = review();
    press(&mut window, &[Key::L]);
    window.get_by_label("Add a label").type_text("traffic");
    window.run();
    press(&mut window, &[Key::Enter]);
    assert_eq!(claim(&window, 1).labels.iter().collect::<Vec<_>>(), ["traffic"]);
    press(&mut window, &[Key::J, Key::L]);
    window.get_by_label("Add a label").type_text("tr");
    window.run();
    press(&mut window, &[Key::Tab]);
    assert_eq!(claim(&window, 2).labels.iter().collect::<Vec<_>>(), ["traffic"]);
    press(&mut window, &[Key::Escape]);
    window.get_by_label("Remove the label traffic").click();
    window.run();
    assert!(claim(&window, 2).labels.is_empty());
}

#[test]
fn a_note_that_is_being_typed_is_unsaved_work() {
    let mut window = review();
    press(&mut window, &[Key::N]);
    assert!(!window.state().has_unsaved_work());
    window.get_by_label("Note").type_text("Asked");
    window.run();
    assert!(window.state().has_unsaved_work(), "what was typed would be lost");
    let ctx = window.ctx.clone();
    window.state_mut().close_requested(&ctx);
    assert_eq!(claim(&window, 1).note, "Asked");
    assert!(window.state().dialog.is_some(), "it is asked about");
}

#[test]
fn the_summary_is_written_in_by_keys() {
    let mut window = review();
    press(&mut window, &[Key::F2]);
    window.get_by_label("Summary").type_text(" At noon.");
    window.run();
    press(&mut window, &[Key::Escape]);
    assert!(claim(&window, 1).summary.contains("At noon."), "{}", claim(&window, 1).summary);
}

#[test]
fn where_a_claim_is_gone_again_its_neighbour_is_chosen() {
    let mut window = review();
    press(&mut window, &[Key::ArrowRight, Key::S]);
    let made = window.state().view.chosen;
    assert!(made.is_some_and(|made| made.0 > 2), "the passage is a claim of its own");
    assert!(window.state().message.contains("Ctrl+Z"), "{}", window.state().message);
    undo(&mut window);
    assert_eq!(window.state().view.chosen, Some(ClaimId(1)));
    let article = opened(&window).articles.first().map(|article| article.id).expect("one");
    window.state_mut().view.selection = Some(Selection::of(article, Span::new(0, 5)));
    press(&mut window, &[Key::C]);
    undo(&mut window);
    assert!(window.state().chosen().is_some(), "some claim is shown");
}

#[test]
fn a_half_typed_label_stays_with_no_claim() {
    let mut window = review();
    press(&mut window, &[Key::L]);
    window.get_by_label("Add a label").type_text("tr");
    window.run();
    window.get_by_label("Untagged: A ferry runs.").click();
    window.run();
    assert_eq!(window.state().labels.typed, "");
    assert!(claim(&window, 1).labels.is_empty() && claim(&window, 2).labels.is_empty());
}

#[test]
fn evidence_is_added_by_keys_then_edited_and_removed() {
    let mut window = review();
    press(&mut window, &[Key::E]);
    window.get_by_label("Source: citation or address").type_text("https://example.org/survey");
    window.run();
    window.get_by_label("refutes").click();
    window.run();
    window.get_by_label("Keep").click();
    window.run();
    let evidence = claim(&window, 1).evidence.first().cloned().expect("it was added");
    assert_eq!(evidence.bearing, Bearing::Refutes);
    assert!(evidence.seen.is_some(), "seen today unless said otherwise");
    window.get_by_role_and_label(Role::Link, "https://example.org/survey");
    window.get_by_label("Edit evidence 1").click();
    window.run();
    window.get_by_label("supports").click();
    window.run();
    window.get_by_label("Keep").click();
    window.run();
    assert_eq!(claim(&window, 1).evidence, [Evidence { bearing: Bearing::Supports, ..evidence }]);
    window.get_by_label("Remove evidence 1").click();
    window.run();
    assert!(claim(&window, 1).evidence.is_empty());
}

#[test]
fn evidence_is_kept_by_keys_from_the_field_of_several_lines() {
    let mut window = review();
    press(&mut window, &[Key::E]);
    window.get_by_label("Source: citation or address").type_text("Survey");
    window.run();
    window.get_by_label("What it says").focus();
    window.run();
    window.get_by_label("What it says").type_text("220 hangers");
    window.run();
    press(&mut window, &[Key::Enter]);
    assert!(window.state().dialog.is_some(), "Enter begins a line");
    chord(&mut window, Modifiers::COMMAND, Key::Enter);
    let evidence = claim(&window, 1).evidence.first().cloned().expect("it was kept");
    assert_eq!((evidence.citation.as_str(), evidence.quote.as_str()), ("Survey", "220 hangers"));
}

#[test]
fn letters_typed_into_the_evidence_tag_nothing() {
    let mut window = review();
    press(&mut window, &[Key::E]);
    window.get_by_label("Source: citation or address").type_text("add u");
    window.run();
    press(&mut window, &[Key::D, Key::Escape]);
    assert!(window.state().dialog.is_none());
    assert_eq!(claim(&window, 1).tag(), None);
}

#[test]
fn the_summary_is_edited_where_it_stands() {
    let mut window = review();
    let field = window.get_by_label("Summary");
    field.focus();
    window.run();
    window.get_by_label("Summary").type_text(" At noon.");
    window.run();
    press(&mut window, &[Key::J]);
    window.get_by_label("Untagged: A ferry runs.").click();
    window.run();
    assert!(claim(&window, 1).summary.contains("At noon."), "{}", claim(&window, 1).summary);
}

#[test]
fn a_reason_that_is_pointed_at_marks_its_words() {
    let mut window = open(Some(sample()), Vec::new());
    let with_reason = opened(&window)
        .claims
        .iter()
        .find(|claim| has_reason(claim, ReasonKind::Number))
        .map(|claim| claim.id)
        .expect("a claim with a reason");
    let ctx = window.ctx.clone();
    window.state_mut().run(&ctx, Action::ChooseClaim(with_reason));
    window.run();
    assert!(window.state().view.pointed.is_empty());
    window.get_by_label_contains("Number · ").hover();
    window.run();
    assert!(window.state().view.pointed.len() > 1);
}

const SOURCE: &str = "Source: citation or address";

/// A window in which evidence was begun and left with `Esc`.
fn begun(typed: &str) -> Window {
    let mut window = review();
    press(&mut window, &[Key::E]);
    window.get_by_label(SOURCE).type_text(typed);
    window.run();
    press(&mut window, &[Key::Escape]);
    assert!(window.state().dialog.is_none());
    window
}

#[test]
fn escape_leaves_half_written_evidence_to_go_on_with() {
    let mut window = begun("Minutes");
    assert!(claim(&window, 1).evidence.is_empty());
    assert!(window.state().has_unsaved_work());
    window.get_by_label("begun, not added");
    window.get_by_label("evidence begun, not added");
    press(&mut window, &[Key::E]);
    assert_eq!(window.get_by_label(SOURCE).value().as_deref(), Some("Minutes"));
    window.get_by_label("Keep").click();
    window.run();
    assert_eq!(claim(&window, 1).evidence[0].citation, "Minutes");
    assert!(window.query_by_label("begun, not added").is_none());
}

#[test]
fn half_written_evidence_belongs_to_its_claim() {
    let mut window = begun("Minutes");
    press(&mut window, &[Key::J, Key::E]);
    assert_ne!(window.get_by_label(SOURCE).value().as_deref(), Some("Minutes"));
    press(&mut window, &[Key::Escape, Key::K]);
    window.get_by_label("Go on with evidence Minutes").click();
    window.run();
    window.get_by_label("Discard").click();
    window.run();
    assert!(window.state().unfinished().next().is_none());
}

#[test]
fn half_written_evidence_is_asked_about_before_it_is_lost() {
    let mut window = begun("Minutes");
    chord(&mut window, Modifiers::COMMAND, Key::W);
    window.get_by_label("Continue").click();
    window.run();
    assert_eq!(window.get_by_label(SOURCE).value().as_deref(), Some("Minutes"));
    press(&mut window, &[Key::Escape]);
    chord(&mut window, Modifiers::COMMAND, Key::W);
    window.get_by_label("Discard").click();
    window.run();
    assert!(window.state().session.is_none(), "nothing else was unsaved");
}

#[test]
fn evidence_being_written_is_kept_against_a_crash() {
    let window = begun("Minutes");
    let kept = window.state().project_to_keep().expect("a review is open");
    let evidence = &kept.claim(ClaimId(1)).expect("the claim is there").evidence;
    assert_eq!(evidence.iter().map(|it| it.citation.as_str()).collect::<Vec<_>>(), ["Minutes"]);
    assert!(claim(&window, 1).evidence.is_empty(), "it is not added before the reviewer does it");
}

#[test]
fn new_evidence_is_brought_into_view() {
    let mut window = review();
    for source in ["A", "B", "C", "D", "E", "F"] {
        press(&mut window, &[Key::E]);
        window.get_by_label(SOURCE).type_text(source);
        window.run();
        window.get_by_label("Keep").click();
        window.run();
        window.run();
    }
    let last = window.get_by_label("Edit evidence 6").rect();
    assert!(last.bottom() < 760.0, "it is above the status bar: {last:?}");
}

#[test]
fn the_next_claim_is_read_from_its_beginning() {
    let low = Harness::builder().with_size(vec2(1280.0, 480.0));
    let mut window = window(low, Some(sample()), Vec::new());
    window.run();
    let beginning = window.get_by_label("Summary").rect().top();
    press(&mut window, &[Key::N]);
    for _ in 0..30 {
        window.step();
    }
    assert!(window.get_by_label("Summary").rect().top() < beginning, "the note is in view");
    press(&mut window, &[Key::Escape, Key::J]);
    assert!((window.get_by_label("Summary").rect().top() - beginning).abs() < 1.0);
}
