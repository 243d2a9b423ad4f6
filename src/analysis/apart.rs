//! Which articles tell the same story.
//!
//! Twenty texts about two look-alike events share many frames and few names. Comparing only articles of
//! one story keeps the claims of the two apart. A single story is never cut: it takes enough articles
//! on both sides, and next to nothing in common between them.

use std::collections::BTreeMap;

use super::story::Story;
use super::terms::TermId;

/// Fewer articles are always taken for one story.
const LEAST_ARTICLES: usize = 8;
/// Articles that each side of a cut must have.
const LEAST_SIDE: usize = 3;
/// Likeness between two sets of articles below which they may be two stories,
const APART: f64 = 0.14;
/// if it is below this share of the likeness within the sets.
const BESIDE_WITHIN: f64 = 0.5;
/// More articles than this are not cut apart: the linkage is cubic in their number.
const MOST_ARTICLES: usize = 150;
/// Heaviest terms that an article is known by.
const DEPTH: usize = 200;

/// How alike articles are as wholes, and the stories they tell.
pub(super) struct Stories {
    likeness: Vec<Vec<f64>>,
    /// The story of each article.
    story_of: Vec<usize>,
}

impl Stories {
    /// Compares the articles of `story`.
    pub(super) fn of(story: &Story<'_>) -> Self {
        let count = story.articles.len();
        if count > MOST_ARTICLES {
            return Self { likeness: Vec::new(), story_of: vec![0; count] };
        }
        let vectors: Vec<BTreeMap<TermId, f64>> =
            (0..count).map(|article| vector(story, article)).collect();
        let likeness: Vec<Vec<f64>> =
            vectors.iter().map(|a| vectors.iter().map(|b| cosine(a, b)).collect()).collect();
        let mut stories = Self { likeness, story_of: vec![0; count] };
        if count >= LEAST_ARTICLES {
            stories.cut((0..count).collect());
        }
        stories
    }

    /// Whether two articles tell the same story.
    pub(super) fn is_one(&self, a: usize, b: usize) -> bool {
        self.story_of[a] == self.story_of[b]
    }

    /// How alike two articles are, 0 to 1; 0 where there are too many to tell.
    pub(super) fn likeness(&self, a: usize, b: usize) -> f64 {
        self.likeness.get(a).and_then(|row| row.get(b)).copied().unwrap_or(0.0)
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

    /// The two sets that average linkage joins last, small ones put back to the nearer set.
    fn halves(&self, articles: &[usize]) -> Option<[Vec<usize>; 2]> {
        let mut clusters: Vec<Vec<usize>> = articles.iter().map(|article| vec![*article]).collect();
        while clusters.iter().filter(|cluster| cluster.len() >= LEAST_SIDE).count() != 2
            || clusters.len() > 2
        {
            let (x, y) = self.nearest(&clusters)?;
            let large = |at: usize| clusters[at].len() >= LEAST_SIDE;
            let are_last =
                clusters.iter().filter(|cluster| cluster.len() >= LEAST_SIDE).count() == 2;
            if are_last && large(x) && large(y) {
                return None;
            }
            let from = clusters.remove(y);
            clusters[x].extend(from);
        }
        let [mut left, mut right] = <[Vec<usize>; 2]>::try_from(clusters).ok()?;
        left.sort_unstable();
        right.sort_unstable();
        let between = self.mean(&left, &right);
        let within = f64::midpoint(self.mean(&left, &left), self.mean(&right, &right));
        (between < APART && between < BESIDE_WITHIN * within).then_some([left, right])
    }

    /// The two clusters most alike; two large ones only where nothing small is left.
    fn nearest(&self, clusters: &[Vec<usize>]) -> Option<(usize, usize)> {
        let has_small = clusters.iter().any(|cluster| cluster.len() < LEAST_SIDE);
        let are_two = clusters.iter().filter(|cluster| cluster.len() >= LEAST_SIDE).count() == 2;
        let mut best: Option<(f64, usize, usize)> = None;
        for x in 0..clusters.len() {
            for y in x + 1..clusters.len() {
                let both_large = clusters[x].len() >= LEAST_SIDE && clusters[y].len() >= LEAST_SIDE;
                if both_large && has_small && are_two {
                    continue;
                }
                let mean = self.mean(&clusters[x], &clusters[y]);
                if best.is_none_or(|(known, ..)| mean > known) {
                    best = Some((mean, x, y));
                }
            }
        }
        best.map(|(_, x, y)| (x, y))
    }

    /// The mean likeness of two sets; of one set with itself without its own diagonal.
    fn mean(&self, left: &[usize], right: &[usize]) -> f64 {
        let pairs =
            left.iter().flat_map(|a| right.iter().map(move |b| (*a, *b))).filter(|(a, b)| a != b);
        let (mut sum, mut count) = (0.0, 0.0);
        for (a, b) in pairs {
            sum += self.likeness[a][b];
            count += 1.0;
        }
        if count > 0.0 { sum / count } else { 0.0 }
    }
}

/// An article's heaviest terms, as a vector of length 1.
fn vector(story: &Story<'_>, article: usize) -> BTreeMap<TermId, f64> {
    let mut terms: BTreeMap<TermId, (f64, f64)> = BTreeMap::new();
    for term in story.units[story.units_of(article)].iter().flat_map(|unit| &unit.terms) {
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
    heavy.into_iter().map(|(id, weight)| (id, weight / length)).collect()
}

fn cosine(a: &BTreeMap<TermId, f64>, b: &BTreeMap<TermId, f64>) -> f64 {
    a.iter().filter_map(|(id, weight)| Some(weight * b.get(id)?)).sum()
}
