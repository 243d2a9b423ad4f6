//! Which articles tell the same story.
//!
//! Twenty texts about two look-alike events share many frames and few names. Comparing only articles of
//! one story keeps the claims of the two apart. The articles are cut in two where they hang together
//! least: at the sign of the second eigenvector of their likeness. A single story is never cut: it takes
//! enough articles on both sides, and much less in common between them than within.

use std::collections::BTreeMap;

use crate::analysis::parallel;
use crate::analysis::story::Story;
use crate::analysis::words::terms::TermId;

/// Fewer articles are always taken for one story.
const LEAST_ARTICLES: usize = 8;
/// Articles that each side of a cut must have.
const LEAST_SIDE: usize = 3;
/// The likeness between the sides of a cut, as a share of that within them, at which they are two stories;
const APART: f64 = 0.45;
/// and at which they are where the cut is also as clear as [`CLEAR`].
const RATHER_APART: f64 = 0.57;
/// The eigenvalue that goes with the cut, from 0 (none) to 1 (two sets with nothing in common).
const CLEAR: f64 = 0.285;
/// Steps towards the eigenvector.
const STEPS: usize = 200;
/// More articles than this are not cut apart: every two are compared.
const MOST_ARTICLES: usize = 150;
/// Heaviest terms that an article is known by.
const DEPTH: usize = 200;

/// The stories that articles tell.
pub(in crate::analysis) struct Stories {
    /// How alike articles are as wholes; empty where there are too few or too many to tell.
    likeness: Vec<Vec<f64>>,
    /// The story of each article.
    story_of: Vec<usize>,
}

impl Stories {
    /// Compares the articles of `story`.
    pub(in crate::analysis) fn of(story: &Story<'_>) -> Self {
        let count = story.articles.len();
        if !(LEAST_ARTICLES..=MOST_ARTICLES).contains(&count) {
            return Self { likeness: Vec::new(), story_of: vec![0; count] };
        }
        let articles: Vec<usize> = (0..count).collect();
        let vectors = parallel::map_soon(&articles, |article| vector(story, *article));
        let with_later = |a: &usize| -> Vec<f64> {
            vectors[*a..].iter().map(|other| cosine(&vectors[*a], other)).collect()
        };
        let mut likeness = vec![vec![0.0; count]; count];
        for (a, row) in parallel::map_soon(&articles, with_later).into_iter().enumerate() {
            for (b, alike) in (a..).zip(row) {
                (likeness[a][b], likeness[b][a]) = (alike, alike);
            }
        }
        let mut stories = Self { likeness, story_of: vec![0; count] };
        stories.cut((0..count).collect());
        stories
    }

    /// Whether two articles tell the same story.
    pub(in crate::analysis) fn is_one(&self, a: usize, b: usize) -> bool {
        self.story_of[a] == self.story_of[b]
    }

    /// Cuts a set of articles in two where it holds two stories, and each again.
    fn cut(&mut self, articles: Vec<usize>) {
        let number = articles.first().copied().unwrap_or(0);
        if articles.len() >= LEAST_ARTICLES
            && let Some([left, right]) = self.halves(&articles)
        {
            self.cut(left);
            self.cut(right);
            return;
        }
        for article in articles {
            self.story_of[article] = number;
        }
    }

    /// The two sides of the best cut, where they tell two stories.
    fn halves(&self, articles: &[usize]) -> Option<[Vec<usize>; 2]> {
        let likeness = |a: usize, b: usize| self.likeness[articles[a]][articles[b]];
        let (signs, clearness) = bisect(articles.len(), &likeness);
        let side = |is_right: bool| -> Vec<usize> {
            let on_it = articles.iter().zip(&signs).filter(|(_, sign)| **sign == is_right);
            on_it.map(|(article, _)| *article).collect()
        };
        let (left, right) = (side(false), side(true));
        if left.len().min(right.len()) < LEAST_SIDE {
            return None;
        }
        let ratio = self.mean_between(&left, &right) / self.mean_within(&left, &right).max(1e-9);
        let are_two = ratio < APART || (ratio < RATHER_APART && clearness > CLEAR);
        are_two.then_some([left, right])
    }

    fn mean_between(&self, left: &[usize], right: &[usize]) -> f64 {
        let pairs = left.iter().flat_map(|a| right.iter().map(move |b| (*a, *b)));
        self.mean(pairs)
    }

    fn mean_within(&self, left: &[usize], right: &[usize]) -> f64 {
        let pairs = [left, right].into_iter().flat_map(|side| {
            side.iter()
                .flat_map(move |a| side.iter().map(move |b| (*a, *b)))
                .filter(|(a, b)| a != b)
        });
        self.mean(pairs)
    }

    fn mean(&self, pairs: impl Iterator<Item = (usize, usize)>) -> f64 {
        let (mut sum, mut count) = (0.0, 0.0);
        for (a, b) in pairs {
            sum += self.likeness[a][b];
            count += 1.0;
        }
        if count > 0.0 { sum / count } else { 0.0 }
    }
}

/// On which side of the best cut each of `count` things is, and how clear the cut is: the signs of the
/// second eigenvector of their likeness, each row and column divided by the root of its sum, and its
/// eigenvalue. Found by stepping from a fixed start, so that the answer is always the same.
fn bisect(count: usize, likeness: &dyn Fn(usize, usize) -> f64) -> (Vec<bool>, f64) {
    let of = |a: usize, b: usize| if a == b { 0.0 } else { likeness(a, b) };
    let roots: Vec<f64> =
        (0..count).map(|a| (0..count).map(|b| of(a, b)).sum::<f64>().max(1e-9).sqrt()).collect();
    let share = |a: usize, b: usize| of(a, b) / (roots[a] * roots[b]);
    let rows: Vec<Vec<f64>> =
        (0..count).map(|a| (0..count).map(|b| share(a, b)).collect()).collect();
    let mut vector: Vec<f64> =
        (1..=count).map(|at| (at as f64 * 0.618_034).fract() - 0.5).collect();
    let mut value = 0.0;
    for _ in 0..STEPS {
        without(&mut vector, &roots);
        let times = |row: &Vec<f64>| row.iter().zip(&vector).map(|(x, y)| x * y).sum::<f64>();
        let stepped: Vec<f64> = rows.iter().map(times).collect();
        value = stepped.iter().zip(&vector).map(|(x, y)| x * y).sum();
        // The vector itself is added: then no negative eigenvalue can win.
        for (old, new) in vector.iter_mut().zip(stepped) {
            *old += new;
        }
    }
    (vector.into_iter().map(|part| part > 0.0).collect(), value)
}

/// Takes what is along `axis` out of `vector` and makes its length 1.
fn without(vector: &mut [f64], axis: &[f64]) {
    let square = |of: &[f64]| of.iter().map(|part| part * part).sum::<f64>().max(1e-18);
    let along = vector.iter().zip(axis).map(|(x, y)| x * y).sum::<f64>() / square(axis);
    for (part, axis) in vector.iter_mut().zip(axis) {
        *part -= along * axis;
    }
    let length = square(vector).sqrt();
    for part in vector {
        *part /= length;
    }
}

/// An article's heaviest terms, ascending, as a vector of length 1.
fn vector(story: &Story<'_>, article: usize) -> Vec<(TermId, f64)> {
    let mut terms: BTreeMap<TermId, (f64, f64)> = BTreeMap::new();
    for term in story.units_of(article).flat_map(|unit| &unit.terms) {
        let (count, weight) = terms.entry(term.id).or_default();
        *count += 1.0;
        *weight = term.weight * term.weight;
    }
    let mut heavy: Vec<(TermId, f64)> = terms
        .into_iter()
        .map(|(id, (count, weight))| (id, (1.0 + f64::ln(count)) * weight))
        .collect();
    heavy.sort_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
    heavy.truncate(DEPTH);
    let length = heavy.iter().map(|(_, weight)| weight * weight).sum::<f64>().sqrt().max(1e-9);
    heavy.sort_by_key(|(id, _)| *id);
    heavy.into_iter().map(|(id, weight)| (id, weight / length)).collect()
}

fn cosine(a: &[(TermId, f64)], b: &[(TermId, f64)]) -> f64 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while let (Some((p, x)), Some((q, y))) = (a.get(i), b.get(j)) {
        if p == q {
            sum += x * y;
        }
        i += usize::from(p <= q);
        j += usize::from(q <= p);
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The side of each of `count` things, of which those below `first` are alike among themselves.
    fn sides(count: usize, first: usize, within: f64, between: f64) -> (Vec<bool>, f64) {
        bisect(count, &|a, b| if (a < first) == (b < first) { within } else { between })
    }

    #[test]
    fn two_sets_are_parted_where_they_meet() {
        let (sides, clearness) = sides(9, 4, 0.3, 0.05);
        assert!(sides[..4].iter().all(|side| *side == sides[0]));
        assert!(sides[4..].iter().all(|side| *side != sides[0]));
        assert!(clearness > CLEAR);
    }

    #[test]
    fn one_set_has_no_clear_cut() {
        assert!(sides(9, 9, 0.3, 0.3).1 < CLEAR);
        assert_eq!(bisect(1, &|_, _| 1.0).0.len(), 1);
    }

    #[test]
    fn only_what_is_two_stories_is_cut() {
        let stories = |between: f64| {
            let likeness = |a: usize, b: usize| if (a < 5) == (b < 5) { 0.2 } else { between };
            let row = |a: usize| (0..10).map(|b| likeness(a, b)).collect();
            let mut stories =
                Stories { likeness: (0..10).map(row).collect(), story_of: vec![0; 10] };
            stories.cut((0..10).collect());
            stories
        };
        assert!(!stories(0.04).is_one(0, 9) && stories(0.04).is_one(0, 4));
        assert!(stories(0.17).is_one(0, 9));
    }
}
