//! Where the rows and columns of the matrix stand.

use std::ops::Range;

/// Height of a row.
pub(super) const ROW: f32 = 38.0;
/// Height of the header.
pub(super) const HEADER: f32 = 52.0;
/// Width of the column that names what differs.
pub(super) const DIFFERS: f32 = 132.0;
/// No article's column is narrower.
const LEAST: f32 = 164.0;
/// No article's column is wider unless all fit.
const MOST: f32 = 360.0;

/// The columns of a matrix: the claims, what differs, and the articles.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Columns {
    /// Width of the column of the claims.
    pub(super) claim: f32,
    /// Width of each article's column.
    pub(super) article: f32,
    /// How many articles there are.
    pub(super) count: usize,
}

impl Columns {
    /// The columns of `count` articles in a view of that width.
    pub(super) fn new(view: f32, count: usize) -> Self {
        let claim = (view * 0.3).clamp(220.0, 420.0).round();
        let rest = view - claim - DIFFERS;
        let article = (rest / count.max(1) as f32).floor().clamp(LEAST, MOST);
        Self { claim, article, count }
    }

    /// Width of what stays in view when the articles are scrolled sideways.
    pub(super) const fn still(&self) -> f32 {
        self.claim + DIFFERS
    }

    /// Where the column of the article of that index begins, from the left of the claims.
    pub(super) fn left(&self, index: usize) -> f32 {
        self.still() + self.article * index as f32
    }

    /// Width of everything.
    pub(super) fn total(&self) -> f32 {
        self.left(self.count)
    }

    /// The articles that are in view when everything is scrolled `offset` to the right in a view of
    /// width `view`.
    pub(super) fn seen(&self, offset: f32, view: f32) -> Range<usize> {
        let first = (offset / self.article).floor().max(0.0) as usize;
        let last = ((offset + view - self.still()) / self.article).ceil().max(0.0) as usize;
        first.min(self.count)..last.min(self.count)
    }
}

/// The rows of `count` that are in view below the header when everything is scrolled `offset` down.
pub(super) fn rows(offset: f32, view: f32, count: usize) -> Range<usize> {
    let first = (offset / ROW).floor().max(0.0) as usize;
    let last = ((offset + view - HEADER) / ROW).ceil().max(0.0) as usize;
    first.min(count)..last.min(count)
}

/// How far everything is to be scrolled so that a row is in view, as little as needed.
pub(super) fn offset_showing(row: usize, offset: f32, view: f32) -> f32 {
    let top = row as f32 * ROW;
    offset.clamp((top + ROW - (view - HEADER)).max(0.0), top)
}

/// The same sideways for an article.
pub(super) fn offset_showing_article(
    index: usize,
    columns: &Columns,
    offset: f32,
    view: f32,
) -> f32 {
    let left = columns.article * index as f32;
    let room = (view - columns.still()).max(columns.article);
    offset.clamp((left + columns.article - room).max(0.0), left)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_articles_share_the_room_and_many_are_scrolled() {
        assert!(Columns::new(1200.0, 3).total() <= 1200.0);
        let many = Columns::new(1200.0, 12);
        assert!((many.article - LEAST).abs() < 0.1 && many.total() > 1200.0);
        assert_eq!(Columns::new(1200.0, 0).seen(0.0, 1200.0), 0..0);
    }

    #[test]
    fn only_what_is_in_view_is_seen() {
        assert_eq!(rows(0.0, HEADER + 3.0 * ROW, 10_000), 0..3);
        assert_eq!(rows(380_000.0, 800.0, 10_000), 10_000..10_000);
        let columns = Columns { claim: 200.0, article: 100.0, count: 12 };
        assert_eq!(columns.seen(250.0, columns.still() + 300.0), 2..6);
    }

    #[test]
    fn a_row_out_of_view_is_scrolled_to_its_edge() {
        let view = HEADER + 3.0 * ROW;
        assert!((offset_showing(0, 100.0, view) - 0.0).abs() < 0.1);
        assert!((offset_showing(5, 0.0, view) - 3.0 * ROW).abs() < 0.1);
        assert!((offset_showing(1, 10.0, view) - 10.0).abs() < 0.1, "it is in view");
    }

    #[test]
    fn an_article_out_of_view_is_scrolled_beside_what_stays() {
        let columns = Columns { claim: 200.0, article: 100.0, count: 12 };
        let view = columns.still() + 300.0;
        assert!((offset_showing_article(5, &columns, 0.0, view) - 300.0).abs() < 0.1);
        assert!((offset_showing_article(1, &columns, 500.0, view) - 100.0).abs() < 0.1);
    }
}
