//! A reason's sentence as the window tells it: articles by name, what they say marked.

use std::collections::BTreeSet;

use crate::app::words;
use crate::model::{Article, Project};

/// A piece of a reason's sentence.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Piece {
    /// Words of the sentence.
    Plain(String),
    /// Words that an article says.
    Said(String),
    /// The number of an article, as at the head of its column.
    Number(String),
}

/// How many characters of an article's name are told.
const NAME_LENGTH: usize = 24;

/// The pieces of `detail`, a sentence in which articles are numbered from 1 and what they say stands
/// in quotation marks. What is told otherwise stays as it is.
pub(super) fn pieces(detail: &str, project: &Project) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = detail;
    while let Some((before, after)) = rest.split_once('“') {
        let Some((said, behind)) = after.split_once('”') else { break };
        pieces.extend(told(before, project));
        pieces.push(Piece::Said(said.to_owned()));
        rest = behind;
    }
    pieces.extend(told(rest, project));
    pieces
}

/// Plain words of a sentence in the language of the window, with articles by name or number.
fn told(text: &str, project: &Project) -> Vec<Piece> {
    let words = words::reasons();
    let (mut pieces, mut told) = (Vec::new(), String::new());
    let mut tokens = text.split_inclusive(' ').peekable();
    while let Some(token) = tokens.next() {
        let word = token.trim_end_matches([' ', ',']);
        let end = token.get(word.len()..).unwrap_or_default();
        let next = tokens.peek().map_or("", |next| next.trim_end());
        let number = word.parse().ok().filter(|_| next != "more");
        let name = number.and_then(|number| name(project, number));
        if number.is_some_and(|number| number <= project.articles.len()) && name.is_none() {
            pieces.push(Piece::Plain(std::mem::replace(&mut told, end.to_owned())));
            pieces.push(Piece::Number(word.to_owned()));
            continue;
        }
        let said = match (word, &name) {
            (_, Some(name)) => name,
            ("and", _) => words.and,
            ("more", _) => words.more,
            ("says", _) => words.says,
            ("say", _) => words.say_many,
            ("does", _) => words.does,
            ("do", _) => words.do_many,
            ("not", _) => words.not,
            ("gives", _) => words.gives,
            ("give", _) => words.give_many,
            ("it", _) => words.it,
            ("to", _) => words.to,
            (other, None) => other,
        };
        // A word that the language does without takes its space along.
        let is_unsaid = said.is_empty() && !word.is_empty();
        told.push_str(said);
        told.push_str(if is_unsaid { "" } else { end });
    }
    pieces.push(Piece::Plain(told));
    pieces.retain(|piece| !matches!(piece, Piece::Plain(text) if text.is_empty()));
    pieces
}

/// The outlet of the article of that number, from 1. Where not every article has one of its own, the
/// numbers say more, which stand at the heads of the columns.
fn name(project: &Project, number: usize) -> Option<String> {
    let mut outlets = BTreeSet::new();
    let mut own = project.articles.iter().map(outlet);
    if !own.all(|outlet| outlet.is_some_and(|outlet| outlets.insert(outlet))) {
        return None;
    }
    let name = outlet(project.articles.get(number.checked_sub(1)?)?)?;
    let Some((cut, _)) = name.char_indices().nth(NAME_LENGTH) else { return Some(name.to_owned()) };
    Some(format!("{}…", name.get(..cut).unwrap_or_default().trim_end()))
}

fn outlet(article: &Article) -> Option<&str> {
    article.metadata.outlet.as_deref().filter(|outlet| !outlet.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::words::{Language, speak};
    use crate::review::actions::tests::project;

    /// What is said stands in brackets; the articles are called Wire and Echo.
    fn check(detail: &str, expected: &str) {
        let mut project = project();
        for (article, name) in project.articles.iter_mut().zip(["Wire", "Echo"]) {
            article.metadata.outlet = Some(name.into());
        }
        let pieces = pieces(detail, &project).into_iter().map(|piece| match piece {
            Piece::Plain(text) => text,
            Piece::Said(text) => format!("[{text}]"),
            Piece::Number(text) => format!("#{text}"),
        });
        assert_eq!(pieces.collect::<String>(), expected);
    }

    #[test]
    fn where_outlets_are_missing_or_alike_numbers_tell_the_articles_apart() {
        let mut project = project();
        let told = |project: &Project| pieces("1 says “11”, 2 does not", project).len();
        let first = |project: &Project| pieces("1 says “11”", project).into_iter().next();
        let numbered = Some(Piece::Number("1".into()));
        project.articles[0].metadata.outlet = Some("Wire".into());
        assert_eq!(first(&project), numbered);
        project.articles[1].metadata.outlet = Some("Wire".into());
        assert_eq!((first(&project), told(&project)), (numbered, 6));
        project.articles[1].metadata.outlet = Some("Echo".into());
        assert_eq!(first(&project), Some(Piece::Plain("Wire says ".into())));
    }

    #[test]
    fn articles_are_told_by_name() {
        check(
            "1 and 2 say “11”, 4 says “At least 14”",
            "Wire and Echo say [11], 4 says [At least 14]",
        );
        check("2 says “may have”, 1 does not", "Echo says [may have], Wire does not");
        check("1 and 2 more say “11”, 2 says “12”", "Wire and 2 more say [11], Echo says [12]");
    }

    #[test]
    fn an_article_without_an_outlet_keeps_its_number() {
        let mut project = project();
        project.articles.iter_mut().for_each(|article| article.metadata.outlet = None);
        let said =
            [Piece::Number("2".into()), Piece::Plain(" says ".into()), Piece::Said("12".into())];
        assert_eq!(pieces("2 says “12”", &project), said);
    }

    #[test]
    fn a_sentence_of_another_kind_stays_as_it_is() {
        check("Only the date differs", "Only the date differs");
        check("an “open quote", "an “open quote");
    }

    #[test]
    fn the_sentence_is_told_in_german() {
        speak(Language::German);
        check("1 and 2 say “11”, 2 says “12”", "Wire und Echo sagen [11], Echo sagt [12]");
        check(
            "1 gives it to “the mayor”, 2 to “the police”",
            "Wire nennt als Quelle [the mayor], Echo [the police]",
        );
        check("2 says “may have”, 1 does not", "Echo sagt [may have], Wire nicht");
    }
}
