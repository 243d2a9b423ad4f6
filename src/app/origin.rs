//! Which article another one has its text from, told alike in every view.

use std::cmp::Reverse;

use super::words;
use crate::analysis::{Degree, Families};
use crate::model::{Article, Date, Part, PartKind, Project};

/// Where an article stands among the others: by the day it came out, those without one last; in the
/// order of the columns where that is the same.
pub(crate) fn rank(project: &Project, article: &Article) -> (bool, Option<Date>, usize) {
    let published = article.metadata.published;
    let column = project.article_index(article.id).unwrap_or(usize::MAX);
    (published.is_none(), published, column)
}

/// "copies Coast Wire": what `article` has from the nearest of those that stand before it; `None`
/// where it shares its text with none of them. Which one copies is only said where one of them credits
/// the other, or where the days tell.
pub(crate) fn origin(project: &Project, article: &Article, kinship: &Families) -> Option<String> {
    let kin = project.articles.iter().filter(|other| stands_before(project, other, article));
    let kin = kin.map(|other| (kinship.degree(other.id, article.id), other));
    let (degree, other) = kin
        .filter(|(degree, _)| *degree >= Degree::Rewrite)
        .min_by_key(|(degree, other)| (Reverse(*degree), rank(project, other)))?;
    let days = (other.metadata.published, article.metadata.published);
    let is_later =
        credits(article, other) || matches!(days, (Some(before), Some(after)) if before < after);
    let words = words::views();
    let sentence = match (degree, is_later) {
        (Degree::Copy, true) => words.copies,
        (Degree::Copy, false) => words.same_text,
        (_, true) => words.rewrites,
        (_, false) => words.shared_text,
    };
    Some(words::fill(sentence, &[&name(project, other)]))
}

/// What an article is called beside others: its outlet, else the number of its column.
pub(crate) fn name(project: &Project, article: &Article) -> String {
    let outlet = article.metadata.outlet.as_ref().filter(|outlet| !outlet.is_empty());
    let number = project.article_index(article.id).map_or(0, |index| index + 1);
    outlet.cloned().unwrap_or_else(|| words::fill(words::views().article, &[&number]))
}

/// Whether an article had its text before another one: the one that is credited, else the one that came
/// out first.
fn stands_before(project: &Project, one: &Article, other: &Article) -> bool {
    match (credits(other, one), credits(one, other)) {
        (true, false) => true,
        (false, true) => false,
        _ => rank(project, one) < rank(project, other),
    }
}

/// Whether an article names another's outlet in its byline or dateline.
fn credits(article: &Article, other: &Article) -> bool {
    let outlet = other.metadata.outlet.as_deref().filter(|outlet| !outlet.is_empty());
    outlet.is_some_and(|outlet| {
        let credit = |part: &&Part| matches!(part.kind, PartKind::Byline | PartKind::Dateline);
        let mut credits = article.parts.iter().filter(credit);
        article.id != other.id && credits.any(|part| article.quote(part.span).contains(outlet))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::families;
    use crate::review::actions::tests::article;
    use crate::text::Span;

    const WIRE: &str = "The old ferry across the bay sank in calm weather on Monday after its hull \
        struck a sand bank that no chart shows, the harbour master of the town said in the evening.";

    /// What is told of two articles of one text that came out on these days of a month.
    fn told(days: [Option<i8>; 2]) -> [Option<String>; 2] {
        let mut project = Project::default();
        for (id, day) in (1..).zip(days) {
            let mut article = article(id, WIRE);
            article.metadata.published = day.map(|day| Date::constant(2024, 3, day));
            project.articles.push(article);
        }
        let kinship = families(&project.articles.iter().collect::<Vec<_>>());
        [0, 1].map(|at| origin(&project, &project.articles[at], &kinship))
    }

    #[test]
    fn the_later_article_copies_whichever_column_it_stands_in() {
        assert_eq!(told([Some(3), Some(4)]), [None, Some("copies article 1".into())]);
        assert_eq!(told([Some(4), Some(3)]), [Some("copies article 2".into()), None]);
    }

    #[test]
    fn an_article_that_credits_another_has_its_text_from_it() {
        let mut project = Project::default();
        for (id, byline) in [(1, "By Coast Wire"), (2, "By Ida Holm")] {
            let mut article = article(id, &format!("{byline}\n{WIRE}"));
            let (end, text) = (byline.len(), article.text.len());
            let part = |start, end, kind| Part { span: Span::new(start, end), kind };
            article.parts =
                vec![part(0, end, PartKind::Byline), part(end + 1, text, PartKind::Paragraph)];
            article.metadata.outlet = Some(["Daily Echo", "Coast Wire"][id as usize - 1].into());
            project.articles.push(article);
        }
        let kinship = families(&project.articles.iter().collect::<Vec<_>>());
        let told = [0, 1].map(|at| origin(&project, &project.articles[at], &kinship));
        assert_eq!(told, [Some("copies Coast Wire".into()), None]);
    }

    #[test]
    fn where_no_day_tells_neither_is_called_the_copy() {
        for days in [[Some(3), Some(3)], [Some(3), None], [None, None]] {
            assert_eq!(told(days), [None, Some("same text as article 1".into())], "{days:?}");
        }
    }
}
