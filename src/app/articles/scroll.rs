//! Where a column stands.
//!
//! A column holds on to one block, the anchor, and the place of that block's top in view. Everything
//! above and below is laid out from there, so that only what is seen needs a true height; blocks
//! never seen have an estimated one, which only the minimap uses.

/// Heights of a column's blocks and the place the column stands at.
#[derive(Clone, Debug, Default)]
pub(super) struct Scroll {
    /// Height of each block with the gap below it.
    heights: Vec<f32>,
    /// The block the column holds on to.
    anchor: usize,
    /// Where that block's top stands below the top of the view.
    top: f32,
    /// How much empty space may stand above the first block and below the last: none, but for what
    /// an alignment with other columns needed.
    slack_above: f32,
    slack_below: f32,
    /// The height of all blocks, and of those above the anchor: kept, so that no frame adds up a long
    /// article.
    total: f64,
    above: f64,
}

impl Scroll {
    /// Takes other heights, and stands at the block it stood at as far as there is one.
    pub(super) fn replace_heights(&mut self, heights: Vec<f32>) {
        self.heights = heights;
        self.total = self.heights.iter().copied().map(f64::from).sum();
        self.hold(self.anchor, self.top);
    }

    /// Moves the text by `by`, positive downwards.
    pub(super) fn move_by(&mut self, by: f32) {
        self.top += by;
    }

    /// Puts the top of `block` at `top`, as far as the article reaches.
    pub(super) fn hold(&mut self, block: usize, top: f32) {
        self.anchor = block.min(self.heights.len().saturating_sub(1));
        self.above = self.sum_above(self.anchor);
        self.top = top;
    }

    /// Puts the top of `block` at `top`, with empty space where the article does not reach.
    pub(super) fn put(&mut self, block: usize, top: f32) {
        self.hold(block, top);
        self.slack_above = f32::INFINITY;
        self.slack_below = f32::INFINITY;
    }

    /// Puts the place that is `share` of the way through the article at the middle of the view.
    pub(super) fn go_to_share(&mut self, share: f32, view: f32) {
        let mut rest = f64::from(share.clamp(0.0, 1.0)) * self.total;
        for (index, height) in self.heights.iter().enumerate() {
            if rest <= f64::from(*height) || index + 1 == self.heights.len() {
                self.hold(index, view / 2.0 - rest as f32);
                return;
            }
            rest -= f64::from(*height);
        }
    }

    /// The whole height, true where blocks were seen.
    pub(super) const fn total(&self) -> f32 {
        self.total as f32
    }

    /// Where `block` begins below the article's top.
    pub(super) fn offset_of(&self, block: usize) -> f32 {
        self.sum_above(block) as f32
    }

    fn sum_above(&self, block: usize) -> f64 {
        self.heights.iter().take(block).copied().map(f64::from).sum()
    }

    /// How far the view stands below the article's top.
    pub(super) fn offset(&self) -> f32 {
        (self.above - f64::from(self.top)) as f32
    }

    /// Finds what is in a view of height `view`: the blocks with the places of their tops.
    /// `measure` gives a block's true height, gap included.
    pub(super) fn settle(
        &mut self,
        view: f32,
        mut measure: impl FnMut(usize) -> f32,
    ) -> Vec<(usize, f32)> {
        if self.heights.is_empty() {
            return Vec::new();
        }
        self.walk_to_first(&mut measure);
        let end = self.walk_to_end(view, &mut measure);
        if end + self.slack_below < view {
            self.top += view - end - self.slack_below;
            self.walk_to_first(&mut measure);
        }
        self.stop_at_top();
        let seen = self.seen(view, &mut measure);
        self.tighten_slack(view, &seen);
        seen
    }

    /// Moves the anchor to the first block that reaches into view.
    fn walk_to_first(&mut self, measure: &mut impl FnMut(usize) -> f32) {
        while self.top > 0.0 && self.anchor > 0 {
            self.anchor -= 1;
            let before = self.heights.get(self.anchor).copied().unwrap_or_default();
            self.above -= f64::from(before);
            self.top -= self.true_height(self.anchor, measure);
        }
        while self.anchor + 1 < self.heights.len() {
            let height = self.true_height(self.anchor, measure);
            if self.top + height > 0.0 {
                break;
            }
            self.top += height;
            self.above += f64::from(height);
            self.anchor += 1;
        }
        self.stop_at_top();
    }

    fn stop_at_top(&mut self) {
        if self.anchor == 0 {
            self.top = self.top.min(self.slack_above);
        }
    }

    /// Where the last block ends, or anywhere below the view if it is out of sight.
    fn walk_to_end(&mut self, view: f32, measure: &mut impl FnMut(usize) -> f32) -> f32 {
        let mut bottom = self.top;
        for index in self.anchor..self.heights.len() {
            bottom += self.true_height(index, measure);
            if bottom >= view {
                break;
            }
        }
        bottom
    }

    fn seen(&mut self, view: f32, measure: &mut impl FnMut(usize) -> f32) -> Vec<(usize, f32)> {
        let mut seen = Vec::new();
        let mut top = self.top;
        for index in self.anchor..self.heights.len() {
            if top >= view {
                break;
            }
            seen.push((index, top));
            top += self.true_height(index, measure);
        }
        seen
    }

    /// Empty space that is no longer in view may not come back by scrolling.
    fn tighten_slack(&mut self, view: f32, seen: &[(usize, f32)]) {
        self.slack_above = if self.anchor == 0 { self.top.max(0.0) } else { 0.0 };
        let end = seen.last().filter(|(index, _)| index + 1 == self.heights.len());
        self.slack_below = end.map_or(0.0, |&(index, top)| {
            (view - top - self.heights.get(index).copied().unwrap_or_default()).max(0.0)
        });
    }

    fn true_height(&mut self, index: usize, measure: &mut impl FnMut(usize) -> f32) -> f32 {
        let height = measure(index);
        if let Some(old) = self.heights.get_mut(index) {
            self.total += f64::from(height) - f64::from(*old);
            *old = height;
        }
        height
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ten blocks of 100, estimated at 30; a view of 250.
    fn scroll() -> Scroll {
        with_heights(vec![30.0; 10])
    }

    fn with_heights(heights: Vec<f32>) -> Scroll {
        let mut scroll = Scroll::default();
        scroll.replace_heights(heights);
        scroll
    }

    fn settle(scroll: &mut Scroll) -> Vec<(usize, f32)> {
        scroll.settle(250.0, |_| 100.0)
    }

    #[test]
    fn a_new_column_stands_at_its_top() {
        assert_eq!(settle(&mut scroll()), [(0, 0.0), (1, 100.0), (2, 200.0)]);
    }

    #[test]
    fn scrolling_stops_at_both_ends() {
        let mut scroll = scroll();
        scroll.move_by(50.0);
        assert_eq!(settle(&mut scroll).first(), Some(&(0, 0.0)));
        scroll.move_by(-5000.0);
        assert_eq!(settle(&mut scroll), [(7, -50.0), (8, 50.0), (9, 150.0)]);
    }

    #[test]
    fn a_block_never_seen_can_be_put_anywhere_in_view() {
        let mut scroll = scroll();
        scroll.put(6, 120.0);
        assert_eq!(settle(&mut scroll), [(4, -80.0), (5, 20.0), (6, 120.0), (7, 220.0)]);
    }

    #[test]
    fn an_alignment_may_leave_space_above_which_scrolling_takes_away() {
        let mut scroll = scroll();
        scroll.put(0, 90.0);
        assert_eq!(settle(&mut scroll).first(), Some(&(0, 90.0)));
        scroll.move_by(-60.0);
        assert_eq!(settle(&mut scroll).first(), Some(&(0, 30.0)));
        scroll.move_by(60.0);
        assert_eq!(settle(&mut scroll).first(), Some(&(0, 30.0)));
    }

    #[test]
    fn the_sums_that_are_kept_are_those_of_the_heights() {
        let mut scroll = scroll();
        for by in [-120.0, -700.0, 300.0, -5000.0, 90.0, 5000.0] {
            scroll.move_by(by);
            settle(&mut scroll);
            let heights = scroll.heights.iter().sum::<f32>();
            assert!((scroll.total() - heights).abs() < 0.01);
            let above = scroll.offset_of(scroll.anchor) - scroll.top;
            assert!((scroll.offset() - above).abs() < 0.01);
        }
    }

    #[test]
    fn an_article_shorter_than_the_view_does_not_move() {
        let mut scroll = with_heights(vec![30.0]);
        for by in [-40.0, 40.0] {
            scroll.move_by(by);
            assert_eq!(settle(&mut scroll), [(0, 0.0)]);
        }
    }
}
