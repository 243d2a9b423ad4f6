//! Which articles stand in columns, where, and how wide.
//!
//! The order of the columns is the project's. What else the reader did to them – pinned some to the
//! left, folded some to stubs, kept one alone, drew some wider – belongs to the window and is not
//! saved with the project.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::ArticleId;

/// No column is narrower; one that nobody drew narrower is wider in proportion where its type is larger
/// than usual.
const LEAST_WIDTH: f32 = 210.0;
const USUAL_TEXT: f32 = 15.0;
/// By so much columns are narrower where one more of them has room then.
const SNUG: f32 = 0.93;
/// No column can be drawn wider.
const MOST_WIDTH: f32 = 1_200.0;
/// How wide the stub of a hidden article is.
pub(super) const STUB: f32 = 30.0;
/// What one press of a key makes a column wider.
pub(super) const WIDTH_STEP: f32 = 40.0;

/// What the reader did to the columns.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Arrangement {
    pinned: BTreeSet<ArticleId>,
    hidden: BTreeSet<ArticleId>,
    /// The article that alone has a column.
    solo: Option<ArticleId>,
    /// Columns that were given a width; the others share what is left.
    widths: BTreeMap<ArticleId, f32>,
    /// The article that keys are for.
    front: Option<ArticleId>,
}

/// Where an article stands.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Slot {
    /// The article.
    pub(super) article: ArticleId,
    /// Its number, from 1.
    pub(super) number: usize,
    /// Left edge: from the board's for a pinned one, else from where the pinned ones end.
    pub(super) x: f32,
    /// How wide it is.
    pub(super) width: f32,
    pub(super) kind: SlotKind,
}

/// What stands in a slot.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum SlotKind {
    /// A column that stays where it is.
    Pinned,
    /// A column that scrolls sideways with the others.
    Column,
    /// The stub of a hidden article; it scrolls with the columns.
    Stub,
}

/// All slots, in the order of the articles but for the pinned ones, which come first.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Slots {
    pub(super) all: Vec<Slot>,
    /// How much the pinned ones take.
    pub(super) pinned_width: f32,
    /// How much the others take.
    pub(super) width: f32,
}

impl Arrangement {
    /// The slots of `articles` on a board that is `room` wide, with type of that size.
    pub(super) fn slots(&self, articles: &[ArticleId], room: f32, text_size: f32) -> Slots {
        let numbered = (1..).zip(articles.iter().copied());
        let (pinned, others): (Vec<_>, Vec<_>) = numbered
            .map(|(number, id)| (number, id, self.kind(id)))
            .partition(|(_, _, kind)| *kind == SlotKind::Pinned);
        let share = self.share(articles, room, least_width(room, text_size));
        let mut slots = Slots::default();
        for (group, width) in [(pinned, &mut slots.pinned_width), (others, &mut slots.width)] {
            for (number, article, kind) in group {
                let own = match kind {
                    SlotKind::Stub => STUB,
                    _ => self.widths.get(&article).copied().unwrap_or(share),
                };
                slots.all.push(Slot { article, number, x: *width, width: own, kind });
                *width += own;
            }
        }
        slots
    }

    /// What a column that was given no width has of a board that is `room` wide, `least` at least.
    fn share(&self, articles: &[ArticleId], room: f32, least: f32) -> f32 {
        let (mut left, mut count) = (room, 0.0);
        for id in articles {
            match (self.kind(*id), self.widths.get(id)) {
                (SlotKind::Stub, _) => left -= STUB,
                (_, Some(width)) => left -= width,
                (_, None) => count += 1.0,
            }
        }
        let even = left / f32::max(count, 1.0);
        if even >= least {
            return even.floor();
        }
        // Where not all have room, those in view are whole, and nothing is seen of the next.
        let least = least * SNUG;
        let seen = (left / least).floor().max(1.0);
        (left / seen).max(least).ceil()
    }

    fn kind(&self, article: ArticleId) -> SlotKind {
        match self.solo {
            Some(solo) if solo != article => SlotKind::Stub,
            None if self.hidden.contains(&article) => SlotKind::Stub,
            None if self.pinned.contains(&article) => SlotKind::Pinned,
            _ => SlotKind::Column,
        }
    }

    /// The article that keys are for; the first where none was chosen.
    pub(crate) fn front(&self, articles: &[ArticleId]) -> Option<ArticleId> {
        self.front.filter(|front| articles.contains(front)).or(articles.first().copied())
    }

    /// Makes `article` the one that keys are for, and gives it a column.
    pub(crate) fn bring_to_front(&mut self, article: ArticleId) {
        self.front = Some(article);
        self.show(article);
    }

    /// Gives `article` a column.
    pub(crate) fn show(&mut self, article: ArticleId) {
        self.hidden.remove(&article);
        if self.solo.is_some_and(|solo| solo != article) {
            self.solo = Some(article);
        }
    }

    /// Pins a column to the left, or no longer.
    pub(crate) fn toggle_pin(&mut self, article: ArticleId) {
        if !self.pinned.remove(&article) {
            self.pinned.insert(article);
            self.show(article);
        }
    }

    /// Folds a column to a stub, or unfolds it; the last one stays.
    pub(crate) fn toggle_hide(&mut self, article: ArticleId, articles: &[ArticleId]) {
        let is_last =
            !articles.iter().any(|other| *other != article && !self.hidden.contains(other));
        if self.hidden.contains(&article) {
            self.show(article);
        } else if !is_last {
            self.hidden.insert(article);
            self.pinned.remove(&article);
            self.solo = None;
        }
    }

    /// Shows one article alone, or all again.
    pub(crate) fn toggle_solo(&mut self, article: ArticleId) {
        self.solo = if self.solo == Some(article) { None } else { Some(article) };
    }

    /// Gives every article a column.
    pub(crate) fn show_all(&mut self) {
        self.hidden.clear();
        self.solo = None;
    }

    pub(crate) fn is_pinned(&self, article: ArticleId) -> bool {
        self.pinned.contains(&article)
    }

    pub(crate) fn is_solo(&self, article: ArticleId) -> bool {
        self.solo == Some(article)
    }

    /// Makes a column that is `width` wide.
    pub(super) fn set_width(&mut self, article: ArticleId, width: f32) {
        self.widths.insert(article, width.clamp(LEAST_WIDTH, MOST_WIDTH).round());
    }

    /// All columns share the board again.
    pub(crate) fn even_out(&mut self) {
        self.widths.clear();
    }
}

fn least_width(room: f32, text_size: f32) -> f32 {
    (LEAST_WIDTH * (text_size / USUAL_TEXT)).min(room).max(LEAST_WIDTH)
}

/// How far the columns must be scrolled sideways, standing at `now`, so that the stretches
/// `wanted` of the scrolled part are within a view that is `view` wide. Where not all have room, the
/// first ones have.
pub(super) fn sideways_to_show(now: f32, view: f32, wanted: &[(f32, f32)]) -> f32 {
    let Some(&(first, first_end)) = wanted.first() else { return now };
    let fits = |&&(_, end): &&(f32, f32)| end - first <= view;
    let end = wanted.iter().take_while(fits).map(|(_, end)| *end).fold(first_end, f32::max);
    now.max(end - view).min(first)
}

/// Where a column that is dragged would go.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Goal {
    /// Its place among the other articles, from 0.
    pub(super) index: usize,
    /// The number of the article it would stand beside.
    pub(super) beside: usize,
    /// Whether it would stand behind that one.
    pub(super) is_after: bool,
}

/// Where the column of article `dragged` goes when it is let go at `x`. `group` holds the numbers of the
/// columns it moves among with the middle of each, from left to right.
pub(super) fn goal(group: &[(usize, f32)], dragged: usize, x: f32) -> Option<Goal> {
    let mut others = group.iter().filter(|(number, _)| *number != dragged);
    let index = |number: usize| number - 1 - usize::from(number > dragged);
    let before = others.clone().find(|(_, middle)| *middle > x);
    let (beside, is_after) = match before {
        Some((number, _)) => (*number, false),
        None => (others.next_back()?.0, true),
    };
    Some(Goal { index: index(beside) + usize::from(is_after), beside, is_after })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ARTICLES: [ArticleId; 3] = [ArticleId(1), ArticleId(2), ArticleId(3)];

    fn check(arrangement: &Arrangement, room: f32, expected: &[(u32, f32, f32)]) {
        let slots = arrangement.slots(&ARTICLES, room, USUAL_TEXT);
        let found: Vec<_> =
            slots.all.iter().map(|slot| (slot.article.0, slot.x, slot.width)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn columns_share_the_board_or_reach_beyond_it() {
        let arrangement = Arrangement::default();
        check(&arrangement, 900.0, &[(1, 0.0, 300.0), (2, 300.0, 300.0), (3, 600.0, 300.0)]);
        check(&arrangement, 300.0, &[(1, 0.0, 300.0), (2, 300.0, 300.0), (3, 600.0, 300.0)]);
    }

    #[test]
    fn where_not_all_columns_have_room_none_in_view_is_cut() {
        let width = |room| {
            let slots = Arrangement::default().slots(&ARTICLES, room, USUAL_TEXT);
            slots.all.first().map(|slot| slot.width)
        };
        assert_eq!(width(500.0), Some(250.0));
        assert_eq!(width(399.0), Some(200.0));
        assert_eq!(width(600.0), Some(200.0), "all three have room if they are a little narrower");
    }

    #[test]
    fn larger_type_has_wider_columns_but_none_wider_than_the_board() {
        let width = |room, text_size| {
            let slots = Arrangement::default().slots(&ARTICLES, room, text_size);
            slots.all.first().map(|slot| slot.width)
        };
        assert_eq!(width(630.0, 15.0), Some(210.0));
        assert_eq!(width(630.0, 22.5), Some(315.0));
        assert_eq!(width(300.0, 30.0), Some(300.0));
        assert_eq!(width(630.0, 10.0), Some(210.0));
    }

    #[test]
    fn a_column_that_was_drawn_wider_leaves_the_others_less() {
        let mut arrangement = Arrangement::default();
        arrangement.set_width(ArticleId(2), 400.0);
        check(&arrangement, 900.0, &[(1, 0.0, 250.0), (2, 250.0, 400.0), (3, 650.0, 250.0)]);
        arrangement.even_out();
        check(&arrangement, 900.0, &[(1, 0.0, 300.0), (2, 300.0, 300.0), (3, 600.0, 300.0)]);
    }

    #[test]
    fn a_pinned_column_stands_before_the_others_which_scroll() {
        let mut arrangement = Arrangement::default();
        arrangement.toggle_pin(ArticleId(3));
        check(&arrangement, 900.0, &[(3, 0.0, 300.0), (1, 0.0, 300.0), (2, 300.0, 300.0)]);
        let pinned = arrangement.slots(&ARTICLES, 900.0, USUAL_TEXT).pinned_width;
        assert!((pinned - 300.0).abs() < 0.1);
    }

    #[test]
    fn a_hidden_article_leaves_a_stub_and_the_last_one_stays() {
        let mut arrangement = Arrangement::default();
        arrangement.toggle_hide(ArticleId(1), &ARTICLES);
        check(&arrangement, 830.0, &[(1, 0.0, STUB), (2, 30.0, 400.0), (3, 430.0, 400.0)]);
        arrangement.toggle_hide(ArticleId(2), &ARTICLES);
        arrangement.toggle_hide(ArticleId(3), &ARTICLES);
        let kinds: Vec<_> = arrangement
            .slots(&ARTICLES, 900.0, USUAL_TEXT)
            .all
            .iter()
            .map(|slot| slot.kind)
            .collect();
        assert_eq!(kinds, [SlotKind::Stub, SlotKind::Stub, SlotKind::Column]);
        arrangement.bring_to_front(ArticleId(1));
        assert_eq!(arrangement.front(&ARTICLES), Some(ArticleId(1)));
        assert_eq!(arrangement.kind(ArticleId(1)), SlotKind::Column);
    }

    #[test]
    fn an_article_alone_gives_way_to_the_one_that_is_asked_for() {
        let mut arrangement = Arrangement::default();
        arrangement.toggle_solo(ArticleId(2));
        check(&arrangement, 900.0, &[(1, 0.0, STUB), (2, 30.0, 840.0), (3, 870.0, STUB)]);
        arrangement.show(ArticleId(3));
        assert!(arrangement.is_solo(ArticleId(3)));
        arrangement.toggle_solo(ArticleId(3));
        check(&arrangement, 900.0, &[(1, 0.0, 300.0), (2, 300.0, 300.0), (3, 600.0, 300.0)]);
    }

    #[test]
    fn a_column_goes_before_the_one_whose_middle_it_was_let_go_left_of() {
        let group = [(1, 50.0), (2, 150.0), (3, 250.0)];
        let check = |dragged, x, expected| {
            let goal =
                goal(&group, dragged, x).map(|goal| (goal.index, goal.beside, goal.is_after));
            assert_eq!(goal, expected);
        };
        check(1, 10.0, Some((0, 2, false)));
        check(1, 160.0, Some((1, 3, false)));
        check(1, 999.0, Some((2, 3, true)));
        check(3, 10.0, Some((0, 1, false)));
        check(3, 999.0, Some((2, 2, true)));
        assert_eq!(goal(&[(1, 50.0)], 1, 10.0), None);
    }

    #[test]
    fn the_board_scrolls_no_further_than_it_must() {
        let wanted = [(300.0, 600.0), (600.0, 900.0)];
        let check = |now, view, wanted: &[(f32, f32)], expected: f32| {
            let found = sideways_to_show(now, view, wanted);
            assert!((found - expected).abs() < 0.1, "{found}, not {expected}");
        };
        check(0.0, 1_000.0, &wanted, 0.0);
        check(0.0, 700.0, &wanted, 200.0);
        check(500.0, 700.0, &wanted, 300.0);
        // Where not all have room, the first has.
        check(0.0, 400.0, &wanted, 200.0);
        check(70.0, 400.0, &[], 70.0);
    }
}
