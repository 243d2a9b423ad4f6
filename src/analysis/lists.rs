//! Many short lists, as a story has them: one a unit, one a term.

use std::ops::Range;

/// Lists that lie one after the other in one piece of memory: quicker to build and to walk through than
/// as many vectors.
#[derive(Clone, Debug)]
pub(super) struct Lists<T> {
    /// Where each list begins, and the end of the last.
    starts: Vec<u32>,
    items: Vec<T>,
}

impl<T> Default for Lists<T> {
    fn default() -> Self {
        Self { starts: vec![0], items: Vec::new() }
    }
}

impl<T> Lists<T> {
    /// The list of that number; empty where there is none.
    pub(super) fn of(&self, number: usize) -> &[T] {
        self.items.get(self.range(number)).unwrap_or_default()
    }

    /// Adds an item to the list that is being written.
    pub(super) fn push(&mut self, item: T) {
        self.items.push(item);
    }

    /// Ends the list that is being written; the next item begins the next list.
    pub(super) fn end_list(&mut self) {
        self.starts.push(self.items.len() as u32);
    }

    fn range(&self, number: usize) -> Range<usize> {
        match (self.starts.get(number), self.starts.get(number + 1)) {
            (Some(start), Some(end)) => *start as usize..*end as usize,
            _ => 0..0,
        }
    }
}

impl<T: Copy + Default> Lists<T> {
    /// `count` lists of numbered items, each list in the order in which its items come.
    ///
    /// `each` is asked twice: how long the lists are, and what stands in them.
    pub(super) fn collected<I>(count: usize, each: impl Fn() -> I) -> Self
    where
        I: Iterator<Item = (usize, T)>,
    {
        let mut starts = vec![0_u32; count + 1];
        for (list, _) in each() {
            starts[list + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut items = vec![T::default(); starts[count] as usize];
        for (list, item) in each() {
            items[next[list] as usize] = item;
            next[list] += 1;
        }
        Self { starts, items }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_stand_in_their_lists_in_the_order_they_came() {
        let pairs = [(2, 'a'), (0, 'b'), (2, 'c')];
        let lists = Lists::collected(4, || pairs.into_iter());
        let found: Vec<String> = (0..5).map(|list| lists.of(list).iter().collect()).collect();
        assert_eq!(found, ["b", "", "ac", "", ""]);
    }

    #[test]
    fn lists_are_written_one_after_the_other() {
        let mut lists = Lists::default();
        lists.push(1);
        lists.push(2);
        lists.end_list();
        lists.end_list();
        assert_eq!((lists.of(0), lists.of(1), lists.of(2)), (&[1, 2][..], &[][..], &[][..]));
    }
}
