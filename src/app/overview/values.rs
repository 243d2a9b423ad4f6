//! What the overview shows, derived from the project.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::{Families, FigureRow, Figures, Sentence, figure_table};
use crate::app::origin::rank;
use crate::model::{ArticleId, PartKind, Place, Project, Tag};
use crate::text::Span;

/// Everything the overview shows.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Values {
    /// How many of the agreed claims only one family states.
    pub(crate) agreed_alone: usize,
    /// How far each article is covered, in the order of the columns.
    pub(crate) coverage: Vec<Coverage>,
    /// How far each two articles overlap, by row and column.
    pub(crate) overlaps: Vec<Vec<Option<Overlap>>>,
    /// The articles of each family, the earliest first.
    pub(crate) families: Vec<Family>,
    /// The figures, conflicts first.
    pub(crate) figures: Vec<FigureRow>,
}

/// How many sentences of an article stand in claims.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Coverage {
    pub(crate) article: ArticleId,
    /// Sentences in claims that are agreed, disputed, unique, untagged.
    pub(crate) counts: [usize; 4],
    /// All sentences of the body but those set aside.
    pub(crate) total: usize,
}

impl Coverage {
    /// Sentences in claims.
    pub(crate) fn stated(&self) -> usize {
        self.counts.iter().sum()
    }

    /// The tags in the order of `counts`.
    pub(crate) const TAGS: [Option<Tag>; 4] =
        [Some(Tag::Agreed), Some(Tag::Disputed), Some(Tag::Unique), None];
}

/// How many claims two articles share.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Overlap {
    /// Claims that both state.
    pub(crate) shared: usize,
    /// Claims of the one that states fewer.
    pub(crate) least: usize,
}

impl Overlap {
    /// The share of the shorter article's claims that are in both.
    pub(crate) fn share(&self) -> f32 {
        self.shared as f32 / self.least.max(1) as f32
    }
}

/// Articles of one origin.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Family {
    pub(crate) number: usize,
    /// The earliest first; in the order of the columns where the days are the same or unknown.
    pub(crate) articles: Vec<ArticleId>,
    /// Whether the first one came out before all others.
    pub(crate) has_earliest: bool,
}

/// Derives everything.
pub(crate) fn values(
    project: &Project,
    sentences: &BTreeMap<ArticleId, Vec<Sentence>>,
    figures: &Figures,
    kinship: &Families,
) -> Values {
    Values {
        agreed_alone: agreed_alone(project, kinship),
        coverage: coverage(project, sentences),
        overlaps: overlaps(project),
        families: families(project, kinship),
        figures: figure_table(project, figures),
    }
}

fn agreed_alone(project: &Project, kinship: &Families) -> usize {
    let agreed = project.claims.iter().filter(|claim| claim.tag() == Some(Tag::Agreed));
    agreed.filter(|claim| kinship.count(claim.articles()) == 1).count()
}

fn coverage(project: &Project, sentences: &BTreeMap<ArticleId, Vec<Sentence>>) -> Vec<Coverage> {
    let mut stated: BTreeMap<ArticleId, Vec<(Span, Option<Tag>)>> = BTreeMap::new();
    for claim in &project.claims {
        for passage in &claim.passages {
            stated.entry(passage.article).or_default().push((passage.span, claim.tag()));
        }
    }
    for spans in stated.values_mut() {
        spans.sort_unstable();
    }
    let of_article = |article: ArticleId| {
        let mut coverage = Coverage { article, counts: [0; 4], total: 0 };
        let stated = stated.get(&article).map(Vec::as_slice).unwrap_or_default();
        let longest = stated.iter().map(|(span, _)| span.len()).max().unwrap_or(0);
        for sentence in sentences.get(&article).unwrap_or(&Vec::new()) {
            let place = Place { article, span: sentence.span };
            let is_body = matches!(sentence.kind, PartKind::Paragraph | PartKind::ListItem);
            if !is_body || project.set_aside.binary_search(&place).is_ok() {
                continue;
            }
            coverage.total += 1;
            let stating = stating(sentence.span, stated, longest);
            let at = stating.and_then(|tag| Coverage::TAGS.iter().position(|other| other == tag));
            if let Some(count) = at.and_then(|at| coverage.counts.get_mut(at)) {
                *count += 1;
            }
        }
        coverage
    };
    project.articles.iter().map(|article| of_article(article.id)).collect()
}

/// The tag of the claim that states most of `sentence`; `None` where no claim states any of it.
fn stating(sentence: Span, stated: &[(Span, Option<Tag>)], longest: usize) -> Option<&Option<Tag>> {
    let first = sentence.start().saturating_sub(longest);
    let from = stated.partition_point(|(span, _)| span.start() < first);
    let rest = stated.get(from..).unwrap_or_default();
    let near = rest.iter().take_while(|(span, _)| span.start() < sentence.end());
    near.map(|(span, tag)| (span.overlap(sentence), tag))
        .filter(|(overlap, _)| *overlap > 0)
        .max_by_key(|(overlap, _)| *overlap)
        .map(|(_, tag)| tag)
}

fn overlaps(project: &Project) -> Vec<Vec<Option<Overlap>>> {
    let count = project.articles.len();
    let places: BTreeMap<ArticleId, usize> =
        project.articles.iter().enumerate().map(|(at, article)| (article.id, at)).collect();
    let mut shared = vec![vec![0_usize; count]; count];
    for claim in &project.claims {
        let articles = claim.articles();
        let at: Vec<usize> = articles.iter().filter_map(|id| places.get(id).copied()).collect();
        for row in &at {
            for column in &at {
                if let Some(cell) = shared.get_mut(*row).and_then(|row| row.get_mut(*column)) {
                    *cell += 1;
                }
            }
        }
    }
    let of = |row: usize, column: usize| {
        shared.get(row).and_then(|row| row.get(column)).copied().unwrap_or(0)
    };
    let cell = |row: usize, column: usize| {
        (row != column).then(|| Overlap {
            shared: of(row, column),
            least: of(row, row).min(of(column, column)),
        })
    };
    (0..count).map(|row| (0..count).map(|column| cell(row, column)).collect()).collect()
}

fn families(project: &Project, kinship: &Families) -> Vec<Family> {
    let numbers: BTreeSet<usize> =
        project.articles.iter().filter_map(|article| kinship.of(article.id)).collect();
    let family = |number: usize| {
        let mut own: Vec<_> = project
            .articles
            .iter()
            .filter(|article| kinship.of(article.id) == Some(number))
            .collect();
        own.sort_by_key(|article| rank(project, article));
        let days: Vec<_> = own.iter().map(|article| article.metadata.published).collect();
        let has_earliest = match days.as_slice() {
            [Some(first), rest @ ..] if !rest.is_empty() => {
                rest.iter().all(|day| day.is_some_and(|day| day > *first))
            }
            _ => false,
        };
        let articles = own.into_iter().map(|article| article.id).collect();
        Family { number, articles, has_earliest }
    };
    numbers.into_iter().map(family).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{families as find_families, sentences};
    use crate::model::{ClaimId, Date, Decision, Reviewer, ReviewerId, Timestamp};
    use crate::review::Edit;
    use crate::review::actions::tests::project;

    fn of(project: &Project) -> Values {
        let of_each = project.articles.iter().map(|a| (a.id, sentences(a))).collect();
        let kinship = find_families(&project.articles.iter().collect::<Vec<_>>());
        values(project, &of_each, &Figures::default(), &kinship)
    }

    fn tagged(claim: u32, tag: Tag) -> Project {
        let mut project = project();
        project.reviewers.push(Reviewer { id: ReviewerId(1), name: "R. M.".into() });
        let found = project.claims.iter_mut().find(|found| found.id == ClaimId(claim));
        found.expect("the claim is there").decisions.push(Decision {
            tag: Some(tag),
            reviewer: ReviewerId(1),
            at: Timestamp::UNIX_EPOCH,
        });
        project
    }

    #[test]
    fn sentences_count_by_the_tag_of_their_claim() {
        let coverage = of(&tagged(1, Tag::Agreed)).coverage;
        assert_eq!((coverage[0].counts, coverage[0].total), ([1, 0, 0, 0], 2));
        assert_eq!((coverage[1].counts, coverage[1].total), ([1, 0, 0, 1], 2));
    }

    #[test]
    fn a_sentence_set_aside_counts_no_more() {
        let mut project = project();
        let place = Place { article: ArticleId(1), span: Span::new(20, 41) };
        Edit::SetAside(place).apply(&mut project).expect("it stands there");
        assert_eq!(of(&project).coverage[0].total, 1);
    }

    #[test]
    fn articles_overlap_in_the_claims_that_both_state() {
        let overlaps = of(&project()).overlaps;
        let both = Some(Overlap { shared: 1, least: 1 });
        assert_eq!(overlaps, [[None, both], [both, None]]);
    }

    #[test]
    fn an_agreed_claim_of_one_family_is_told_apart() {
        let mut project = tagged(1, Tag::Agreed);
        assert_eq!(of(&project).agreed_alone, 0);
        project.articles.pop();
        project.claims.truncate(1);
        project.claims[0].passages.truncate(1);
        assert_eq!(of(&project).agreed_alone, 1);
    }

    #[test]
    fn a_family_begins_with_its_earliest_article() {
        let wire = "The old ferry across the bay sank in calm weather on Monday after its hull struck \
            a sand bank that no chart shows, the harbour master of the town said in the evening.";
        let mut project = Project::default();
        for (id, day) in [(1, 3), (2, 2)] {
            let mut article = crate::review::actions::tests::article(id, wire);
            article.metadata.published = Some(Date::constant(2024, 3, day));
            project.articles.push(article);
        }
        let families = of(&project).families;
        assert_eq!(families.len(), 1);
        assert_eq!(families[0].articles, [ArticleId(2), ArticleId(1)]);
        assert!(families[0].has_earliest);
    }
}
