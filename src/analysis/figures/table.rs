//! All figures of a review by article, conflicts first.

use std::collections::BTreeMap;

use crate::analysis::figures::{Figure, Figures, Moment};
use crate::model::{ArticleId, Claim, ClaimId, Project, Reason, ReasonKind};
use crate::text::{Span, collapse_white_space};

/// One thing that is counted, measured or dated, and what each article says of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FigureRow {
    /// The claim that states it.
    pub claim: ClaimId,
    /// Whether the articles contradict one another.
    pub is_conflict: bool,
    /// The words of each article that states it.
    pub cells: BTreeMap<ArticleId, FigureCell>,
}

/// What one article says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FigureCell {
    /// Its words.
    pub span: Span,
    /// The words of its value alone.
    pub core: Span,
    /// The sign for the words that bound or blur the value; empty where there are none.
    pub sign: &'static str,
    /// Whether most of the others say otherwise.
    pub stands_apart: bool,
}

impl FigureCell {
    /// What is told at `span`, which is `figure` if that is one.
    fn new(span: Span, figure: Option<&Figure>, stands_apart: bool) -> Self {
        match figure.filter(|figure| figure.span == span) {
            Some(figure) => Self { span, core: figure.core, sign: figure.sign(), stands_apart },
            None => Self { span, core: span, sign: "", stands_apart },
        }
    }
}

/// The figures of the claims of `project`: those that contradict one another first, then those that
/// most articles state; in reading order otherwise.
#[must_use]
pub fn figure_table(project: &Project, figures: &Figures) -> Vec<FigureRow> {
    let mut rows: Vec<FigureRow> =
        project.claims.iter().flat_map(|claim| rows_of(project, claim, figures)).collect();
    rows.sort_by_key(|row| (!row.is_conflict, std::cmp::Reverse(row.cells.len())));
    rows
}

fn rows_of(project: &Project, claim: &Claim, figures: &Figures) -> Vec<FigureRow> {
    let reasons = claim.suggestion.iter().flat_map(|suggestion| &suggestion.reasons);
    let counted =
        reasons.filter(|reason| matches!(reason.kind, ReasonKind::Number | ReasonKind::Date));
    let mut rows: Vec<FigureRow> =
        counted.map(|reason| conflict(project, claim.id, reason, figures)).collect();
    rows.retain(|row| row.cells.len() > 1);
    let conflicts = rows.len();
    for passage in &claim.passages {
        let own = figures.within(passage.article, passage.span).iter();
        for figure in own.filter(|figure| !figure.is_incidental) {
            let is_told = rows.iter().any(|row| {
                row.cells.get(&passage.article).is_some_and(|c| c.span.overlap(figure.span) > 0)
            });
            if !is_told {
                put(&mut rows, conflicts, claim.id, passage.article, figure, figures);
            }
        }
    }
    rows
}

/// Puts a figure into the first row that agrees with it, else into one of its own.
fn put(
    rows: &mut Vec<FigureRow>,
    conflicts: usize,
    claim: ClaimId,
    article: ArticleId,
    figure: &Figure,
    figures: &Figures,
) {
    let agrees = |row: &&mut FigureRow| {
        let mut others = row.cells.iter().flat_map(|(id, cell)| figures.within(*id, cell.span));
        others.any(|other| other.agrees(figure))
    };
    let cell = FigureCell::new(figure.span, Some(figure), false);
    match rows.iter_mut().skip(conflicts).find(agrees) {
        Some(row) => {
            // An article that says it twice says it once here.
            row.cells.entry(article).or_insert(cell);
        }
        None => {
            let cells = BTreeMap::from([(article, cell)]);
            rows.push(FigureRow { claim, is_conflict: false, cells });
        }
    }
}

fn conflict(project: &Project, claim: ClaimId, reason: &Reason, figures: &Figures) -> FigureRow {
    let mut spans: BTreeMap<ArticleId, Span> = BTreeMap::new();
    for place in &reason.places {
        spans.entry(place.article).or_insert(place.span);
    }
    let said: Vec<Said<'_>> =
        spans.iter().map(|(id, span)| Said::new(project, figures, *id, *span)).collect();
    let usual = most_said(&said);
    let cells = spans.iter().zip(&said).map(|((id, span), said)| {
        let stands_apart = !usual.is_some_and(|usual| said.is_same(usual));
        (*id, FigureCell::new(*span, said.figure, stands_apart))
    });
    FigureRow { claim, is_conflict: true, cells: cells.collect() }
}

/// What one article says: a figure, a day or time, or mere words.
struct Said<'f> {
    figure: Option<&'f Figure>,
    moment: Option<&'f Moment>,
    words: String,
}

impl<'f> Said<'f> {
    fn new(project: &Project, figures: &'f Figures, article: ArticleId, span: Span) -> Self {
        let quote = project.article(article).map(|article| article.quote(span)).unwrap_or_default();
        let words = collapse_white_space(quote).to_lowercase();
        let (figure, moment) =
            (figures.within(article, span).first(), figures.moment(article, span));
        Self { figure, moment, words }
    }

    fn is_same(&self, other: &Self) -> bool {
        match (self.figure, other.figure) {
            (Some(a), Some(b)) => a.agrees(b),
            _ if self.words == other.words => true,
            _ => self.moment.zip(other.moment).is_some_and(|(a, b)| a.agrees(b)),
        }
    }
}

/// What most articles say, the first of them where there are several; `None` where no two agree.
fn most_said<'s, 'f>(said: &'s [Said<'f>]) -> Option<&'s Said<'f>> {
    let votes = |one: &Said<'_>| said.iter().filter(|other| one.is_same(other)).count();
    let most = said.iter().map(votes).max().filter(|most| *most > 1)?;
    said.iter().find(|one| votes(one) == most)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::figures::figures;
    use crate::analysis::testing::article;
    use crate::model::{Confidence, Origin, Passage, Place, Stance, Suggestion, Tag};

    /// A project whose one claim is stated by all of `texts`; what stands in brackets is a reason.
    fn project(texts: &[&str]) -> Project {
        let mut project = Project::default();
        let mut places = Vec::new();
        for (id, marked) in (1..).zip(texts) {
            let text = marked.replace(['[', ']'], "");
            if let Some((start, end)) = marked.find('[').zip(marked.find(']')) {
                places.push(Place { article: ArticleId(id), span: Span::new(start, end - 1) });
            }
            project.articles.push(article(id, &text));
        }
        let passages = project.articles.iter().map(|article| Passage {
            article: article.id,
            span: Span::whole(&article.text),
            quote: article.text.clone(),
            stance: Stance::Same,
        });
        let mut claim = Claim::new(ClaimId(1), String::new(), Origin::Program, passages.collect());
        let reason = Reason { kind: ReasonKind::Number, detail: String::new(), places };
        claim.suggestion = Some(Suggestion {
            tag: Tag::Disputed,
            confidence: Confidence::from_percent(80),
            reasons: vec![reason],
        });
        project.claims.push(claim);
        project
    }

    /// Each row as its cells in the order of the articles; `!` before what stands apart.
    fn check(texts: &[&str], expected: &[&[&str]]) {
        let project = project(texts);
        let figures = figures(&project.articles.iter().collect::<Vec<_>>());
        let rows = figure_table(&project, &figures);
        let told = |row: &FigureRow| {
            let cell = |article: &crate::model::Article| {
                let Some(cell) = row.cells.get(&article.id) else { return "—".to_owned() };
                let mark = if cell.stands_apart { "!" } else { "" };
                format!("{mark}{}", article.quote(cell.span))
            };
            project.articles.iter().map(cell).collect::<Vec<_>>()
        };
        assert_eq!(rows.iter().map(told).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn what_contradicts_stands_first_and_the_odd_one_out_is_marked() {
        check(
            &[
                "Of 60 crew, [12] fell ill.",
                "The ship has 60 crew and [twelve] fell ill.",
                "Some [20] fell ill.",
            ],
            &[&["12", "twelve", "!20"], &["60", "60", "—"]],
        );
    }

    #[test]
    fn a_time_that_is_put_otherwise_does_not_stand_apart() {
        check(
            &[
                "It struck at [6:42 a.m.], he said.",
                "It struck at [eighteen minutes to seven].",
                "It struck at [7:42 a.m.], they say.",
            ],
            &[&["6:42 a.m.", "eighteen minutes to seven", "!7:42 a.m."]],
        );
    }

    #[test]
    fn where_no_two_agree_all_stand_apart() {
        check(&["[12] fell ill.", "[20] fell ill."], &[&["!12", "!20"]]);
    }

    #[test]
    fn a_figure_that_one_article_states_has_a_row() {
        check(&["The ferry needs 35 minutes.", "The ferry runs."], &[&["35 minutes", "—"]]);
    }

    #[test]
    fn a_figure_that_an_article_states_twice_has_one_row() {
        let twice = "The ferry needs 35 minutes. It takes 35 minutes by night, too.";
        check(&[twice, "The ferry runs."], &[&["35 minutes", "—"]]);
    }
}
