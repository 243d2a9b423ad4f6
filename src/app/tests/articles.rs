//! Reading side by side: columns, selecting, finding.

use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, Role, pos2, vec2};
use egui_kittest::kittest::Queryable as _;

use super::support::{Window, chord, open, opened, press, review};
use crate::app::theme::{Motion, set_motion};
use crate::model::{
    Article, ArticleId, Claim, ClaimId, Origin, Part, PartKind, Passage, Project, Stance,
};
use crate::review::actions::tests::article;
use crate::text::Span;

const CTRL: Modifiers = Modifiers::COMMAND;

fn order(window: &Window) -> Vec<u32> {
    opened(window).articles.iter().map(|article| article.id.0).collect()
}

fn selected(window: &Window) -> Option<String> {
    let selection = window.state().view.selection?;
    let article = opened(window).article(selection.article)?;
    Some(article.quote(selection.span(article)).to_owned())
}

fn rect(window: &Window, label: &str) -> Rect {
    window.get_by_label(label).rect()
}

fn pointer(window: &mut Window, pos: Pos2, pressed: Option<bool>) {
    let button = |pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    window.input_mut().events.push(Event::PointerMoved(pos));
    window.input_mut().events.extend(pressed.map(button));
    window.step();
}

fn drag(window: &mut Window, from: Pos2, to: Pos2) {
    pointer(window, from, None);
    pointer(window, from, Some(true));
    pointer(window, from.lerp(to, 0.5), None);
    pointer(window, to, None);
    pointer(window, to, Some(false));
    window.run();
}

fn words(paragraph: usize) -> String {
    format!("Paragraph {paragraph} tells of bridge {paragraph} at some length.")
}

/// An article of eighty paragraphs.
fn long_article(id: u32) -> Article {
    let mut article = article(id, "");
    article.parts.clear();
    for number in 0..80 {
        let start = article.text.len();
        article.text.push_str(&words(number));
        let span = Span::new(start, article.text.len());
        article.parts.push(Part { span, kind: PartKind::Paragraph });
        article.text.push_str("\n\n");
    }
    article
}

/// Where a paragraph of the long article is, if it is in view.
fn paragraph(window: &Window, number: usize) -> Option<Rect> {
    window.query_by_role_and_label(Role::Paragraph, &words(number)).map(|node| node.rect())
}

/// A claim that stands in the first and the last paragraph of a long article, and not in a short one.
fn far_apart() -> Project {
    let long = long_article(1);
    let passage = |part: &Part| Passage {
        article: ArticleId(1),
        span: part.span,
        quote: long.quote(part.span).to_owned(),
        stance: Stance::Same,
    };
    let passages = [long.parts.first(), long.parts.last()];
    let passages = passages.into_iter().flatten().map(passage).collect();
    let claim = Claim::new(ClaimId(1), "Bridges.".into(), Origin::Program, passages);
    let articles = vec![long, article(2, "Nothing of the kind.")];
    Project { articles, claims: vec![claim], ..Project::default() }
}

#[test]
fn a_number_brings_an_article_to_the_front_and_arrows_move_its_column() {
    let mut window = review();
    press(&mut window, &[Key::Num2]);
    chord(&mut window, Modifiers::SHIFT, Key::ArrowLeft);
    assert_eq!(order(&window), [2, 1]);
    chord(&mut window, Modifiers::SHIFT, Key::ArrowRight);
    assert_eq!(order(&window), [1, 2]);
    chord(&mut window, CTRL, Key::Z);
    assert_eq!(order(&window), [2, 1], "moving is a step of its own");
}

#[test]
fn a_header_that_is_dragged_takes_its_column_along() {
    let mut window = review();
    let from = window.get_by_label_contains("Article 1: 1.txt").rect();
    let to = window.get_by_label_contains("Article 2: 2.txt").rect();
    drag(&mut window, from.left_top() + vec2(60.0, 30.0), to.right_top() + vec2(-40.0, 30.0));
    assert_eq!(order(&window), [2, 1]);
}

#[test]
fn a_hidden_article_leaves_a_stub_that_brings_it_back() {
    let mut window = review();
    press(&mut window, &[Key::Num1, Key::H]);
    assert!(window.query_by_label_contains("Article 1: 1.txt").is_none());
    window.get_by_label("Show article 1: 1.txt").click();
    window.run();
    window.get_by_label_contains("Article 1: 1.txt");
}

#[test]
fn an_article_alone_has_the_board_and_a_pinned_one_its_left_edge() {
    let mut window = review();
    press(&mut window, &[Key::Num2, Key::O]);
    assert!(window.query_by_label_contains("Article 1: 1.txt").is_none());
    press(&mut window, &[Key::O]);
    chord(&mut window, Modifiers::SHIFT, Key::P);
    let (first, second) = (
        window.get_by_label_contains("Article 1: 1.txt").rect(),
        window.get_by_label_contains("Article 2: 2.txt").rect(),
    );
    assert!(second.left() < first.left());
}

#[test]
fn a_column_is_made_wider_by_its_edge_and_by_keys() {
    let mut window = review();
    let edge = |window: &Window| rect(window, "Width of article 1").center();
    let before = edge(&window);
    drag(&mut window, before, before + vec2(-60.0, 0.0));
    assert!((edge(&window).x - before.x + 60.0).abs() < 6.0, "{:?}", edge(&window));
    press(&mut window, &[Key::Num1]);
    chord(&mut window, Modifiers { shift: true, ..CTRL }, Key::ArrowRight);
    assert!((edge(&window).x - before.x + 20.0).abs() < 6.0, "{:?}", edge(&window));
}

#[test]
fn the_columns_make_room_for_a_list_that_is_drawn_wider() {
    let mut window = review();
    let left = |window: &Window| window.get_by_label_contains("Article 1: 1.txt").rect().left();
    let edge = pos2(left(&window), 500.0);
    drag(&mut window, edge, edge + vec2(60.0, 0.0));
    assert!((left(&window) - edge.x - 60.0).abs() < 8.0, "{}", left(&window));
}

#[test]
fn an_article_that_lacks_the_claim_says_so() {
    let mut window = review();
    assert!(window.query_by_label("Does not state this claim").is_none());
    press(&mut window, &[Key::J]);
    window.get_by_label("Does not state this claim");
}

#[test]
fn a_marker_at_the_edge_leads_to_passages_out_of_view() {
    let mut window = open(Some(far_apart()), Vec::new());
    assert!(window.query_by_label("1 passage above").is_none());
    window.get_by_label("1 passage below").click();
    window.run();
    assert!(paragraph(&window, 79).is_some());
    window.get_by_label("1 passage above").click();
    window.run();
    assert!(paragraph(&window, 0).is_some());
}

#[test]
fn words_are_found_in_all_articles_one_after_the_other() {
    let mut window = review();
    chord(&mut window, CTRL, Key::F);
    window.get_by_label("Find in all articles").type_text("bridge");
    window.run();
    window.get_by_label("1 of 2");
    press(&mut window, &[Key::Enter]);
    window.get_by_label("2 of 2");
    chord(&mut window, Modifiers::SHIFT, Key::Enter);
    window.get_by_label("1 of 2");
    press(&mut window, &[Key::F3, Key::F3]);
    window.get_by_label("1 of 2");
    press(&mut window, &[Key::Escape]);
    assert!(window.query_by_label("Find in all articles").is_none());
}

#[test]
fn what_is_found_far_away_comes_into_view() {
    let mut window = open(Some(far_apart()), Vec::new());
    chord(&mut window, CTRL, Key::F);
    window.get_by_label("Find in all articles").type_text("bridge 55");
    window.run();
    assert!(paragraph(&window, 55).is_some());
}

#[test]
fn a_selection_is_looked_for_in_the_other_articles() {
    let mut window = review();
    let at = rect(&window, "The bridge was closed. A ferry runs.").left_top() + vec2(35.0, 10.0);
    for _ in 0..2 {
        pointer(&mut window, at, Some(true));
        pointer(&mut window, at, Some(false));
    }
    window.run();
    assert_eq!(selected(&window).as_deref(), Some("bridge"));
    chord(&mut window, Modifiers { shift: true, ..CTRL }, Key::F);
    window.get_by_label("2 found");
}

#[test]
fn a_drag_selects_and_shift_draws_the_selection_on() {
    let mut window = review();
    let text = rect(&window, "The bridge was closed. A ferry runs.");
    let middle = text.left_top() + vec2(0.0, 10.0);
    drag(&mut window, middle, middle + vec2(60.0, 0.0));
    let first = selected(&window).expect("something is selected");
    assert!(first.starts_with("The") && first.len() < 15, "{first}");
    window.input_mut().events.push(Event::ModifiersChanged(Modifiers::SHIFT));
    let further = middle + vec2(120.0, 0.0);
    for pressed in [true, false] {
        let event = Event::PointerButton {
            pos: further,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::SHIFT,
        };
        window.input_mut().events.extend([Event::PointerMoved(further), event]);
        window.step();
    }
    let longer = selected(&window).expect("something is selected");
    assert!(longer.starts_with(&first) && longer.len() > first.len(), "{longer}");
    window.get_by_label("New claim");
}

#[test]
fn sentences_are_selected_by_keys_and_become_a_claim() {
    let mut window = review();
    press(&mut window, &[Key::V, Key::V]);
    assert_eq!(selected(&window).as_deref(), Some("It was built in 1987."));
    press(&mut window, &[Key::C]);
    assert_eq!(opened(&window).claims.len(), 3);
    press(&mut window, &[Key::V, Key::W, Key::Escape]);
    assert_eq!(selected(&window), None);
}

#[test]
fn a_selected_part_is_taken_out_of_the_article_and_back() {
    let mut window = review();
    let kind = |window: &Window| opened(window).articles[0].parts[0].kind;
    press(&mut window, &[Key::V]);
    chord(&mut window, Modifiers::SHIFT, Key::B);
    assert_eq!(kind(&window), PartKind::Boilerplate);
    chord(&mut window, Modifiers::SHIFT, Key::B);
    assert_eq!(kind(&window), PartKind::Paragraph);
}

#[test]
fn text_size_and_lines_follow_the_reader() {
    let mut window = review();
    let height =
        |window: &Window| rect(window, "The bridge is shut. It was built in 1987.").height();
    let usual = height(&window);
    chord(&mut window, CTRL, Key::Plus);
    assert!(height(&window) > usual);
    chord(&mut window, CTRL, Key::Num0);
    assert!((height(&window) - usual).abs() < 0.5);
}

#[test]
fn another_text_size_keeps_what_is_read_in_view() {
    let mut window = open(Some(far_apart()), Vec::new());
    window.get_by_label("1 passage below").click();
    window.run();
    let top = |window: &Window| paragraph(window, 79).expect("it is in view").top();
    let before = top(&window);
    for _ in 0..4 {
        chord(&mut window, CTRL, Key::Plus);
    }
    assert!((top(&window) - before).abs() < 3.0, "{} {before}", top(&window));
}

#[test]
fn keys_pressed_within_one_frame_bring_the_claim_and_the_article_into_view() {
    let mut window = open(Some(far_apart()), Vec::new());
    window.get_by_label("1 passage below").click();
    window.run();
    assert!(paragraph(&window, 0).is_none());
    for key in [Key::J, Key::Num2] {
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
    assert!(paragraph(&window, 0).is_some());
}

/// Eight articles, more than there is room for, with a claim in the last.
fn many() -> Project {
    let mut project = far_apart();
    project.articles.rotate_left(1);
    let others = (3..9).map(|id| article(id, "Something else."));
    project.articles.splice(1..1, others);
    project
}

#[test]
fn columns_glide_all_the_way_to_the_claim() {
    let mut window = open(Some(many()), Vec::new());
    press(&mut window, &[Key::Num1, Key::J]);
    window.run_steps(60);
    let last = window.get_by_label_contains("Article 8: 1.txt").rect();
    let edge = window.get_by_label("1 passage below").rect();
    assert!(last.right() > edge.right() && last.right() < 1280.0);
}

#[test]
fn columns_that_do_not_fit_scroll_sideways_to_the_claim() {
    let mut window = open(Some(many()), Vec::new());
    set_motion(&window.ctx.clone(), Motion::Reduced);
    press(&mut window, &[Key::Num1, Key::J]);
    window.get_by_label("1 passage below");
    assert!(window.query_by_label_contains("Article 1: 2.txt").is_none());
    press(&mut window, &[Key::Num1]);
    window.get_by_label_contains("Article 1: 2.txt");
}

#[test]
fn undo_shows_the_article_it_changed() {
    let mut window = open(Some(many()), Vec::new());
    set_motion(&window.ctx.clone(), Motion::Reduced);
    press(&mut window, &[Key::Num8, Key::V]);
    chord(&mut window, Modifiers::SHIFT, Key::B);
    press(&mut window, &[Key::Num1]);
    assert!(window.query_by_label_contains("Article 8: 1.txt").is_none());
    chord(&mut window, CTRL, Key::Z);
    window.get_by_label_contains("Article 8: 1.txt");
    assert!(paragraph(&window, 0).is_some());
}

#[test]
fn an_article_is_told_of_and_taken_out_by_keys_and_menu() {
    let mut window = open(Some(many()), Vec::new());
    chord(&mut window, Modifiers::SHIFT, Key::E);
    let title = window.get_by_label("Title");
    title.focus();
    window.run();
    window.get_by_label("Title").type_text("Ferry");
    window.run();
    press(&mut window, &[Key::Enter]);
    let first = opened(&window).articles.first().expect("an article");
    assert_eq!(first.metadata.title.as_deref(), Some("Ferry"));
    let count = opened(&window).articles.len();
    window.get_by_label("Article").click();
    window.run();
    window.get_by_label_contains("Take the article out").click();
    window.run();
    assert_eq!(opened(&window).articles.len(), count - 1);
}
