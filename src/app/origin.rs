//! Which article another one has its text from, told alike in every view.

use std::cmp::Reverse;

use super::words;
use crate::analysis::{Degree, Families};
use crate::model::{Article, Date, Project};

/// Where an article stands among the others: by the day it came out, those without one last; in the
/// order of the columns where that is the same.
pub(crate) fn rank(project: &Project, article: &Article) -> (bool, Option<Date>, usize) {
    let published = article.metadata.published;
    let column = project.article_index(article.id).unwrap_or(usize::MAX);
    (published.is_none(), published, column)
}

/// "copies Coast Wire": what `article` has from the nearest of those that stand before it; `None`
/// where it shares its text with none of them. Which one copies is only said where the days tell.
pub(crate) fn origin(project: &Project, article: &Article, kinship: &Families) -> Option<String> {
    let own = rank(project, article);
    let kin = project.articles.iter().filter(|other| rank(project, other) < own);
    let kin = kin.map(|other| (kinship.degree(other.id, article.id), other));
    let (degree, other) = kin
        .filter(|(degree, _)| *degree >= Degree::Rewrite)
        .min_by_key(|(degree, other)| (Reverse(*degree), rank(project, other)))?;
    let days = (other.metadata.published, article.metadata.published);
    let is_later = matches!(days, (Some(before), Some(after)) if before < after);
    let words = words::views();
    let sentence = match (degree, is_later) {
        (Degree::Copy, true) => words.copies,
        (Degree::Copy, false) => words.same_text,
        (_, true) => words.rewrites,
        (_, false) => words.shared_text,
    };
    Some(words::fill(sentence, &[&other.short_name()]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::families;
    use crate::review::actions::tests::article;

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
        assert_eq!(told([Some(3), Some(4)]), [None, Some("copies 1.txt".into())]);
        assert_eq!(told([Some(4), Some(3)]), [Some("copies 2.txt".into()), None]);
    }

    #[test]
    fn where_no_day_tells_neither_is_called_the_copy() {
        for days in [[Some(3), Some(3)], [Some(3), None], [None, None]] {
            assert_eq!(told(days), [None, Some("same text as 1.txt".into())], "{days:?}");
        }
    }
}
