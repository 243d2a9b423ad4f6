//! Pairs of sentences from life, one table a kind of difference: half of them differ, half only seem to.
//!
//! A line of a table is one text with what either article says in its place: `The ferry carried
//! {40|60} passengers.` The articles are of Wednesday 13 March 2024.

mod attribution;
mod date;
mod hedging;
mod name;
mod negation;
mod number;
mod scope;
mod wording;

use std::ops::ControlFlow;

use crate::analysis::suggestion_for;
use crate::analysis::testing::article;
use crate::model::{Article, Part, PartKind, Place, Reason, ReasonKind};
use crate::text::Span;

/// Every line of `differ` must give a reason of `kind` that names words in the braces, and no line of
/// `seem` any reason at all.
fn check(language: &str, kind: ReasonKind, differ: &str, seem: &str) {
    check_cases(|line| Case::read(language, line), kind, differ, seem);
}

/// The same of passages that stand in longer articles, where more has to be in common.
fn check_in_story(language: &str, kind: ReasonKind, differ: &str, seem: &str) {
    let more = ["The gulls had left by then.", "Rain fell at night."];
    check_cases(|line| Case::with_more(language, line, more), kind, differ, seem);
}

fn check_cases(case: impl Fn(&str) -> Case, kind: ReasonKind, differ: &str, seem: &str) {
    let mut wrong = Vec::new();
    for line in lines(differ) {
        let case = case(line);
        if !case.reasons().iter().any(|reason| reason.kind == kind && case.is_named_by(reason)) {
            wrong.push(format!("no {} in {line}: {:?}", kind.word(), case.told()));
        }
    }
    for line in lines(seem) {
        let case = case(line);
        if !case.reasons().is_empty() {
            wrong.push(format!("no difference in {line}: {:?}", case.told()));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

fn lines(table: &str) -> impl Iterator<Item = &str> {
    table.lines().map(str::trim).filter(|line| !line.is_empty())
}

/// Two articles of one passage each.
struct Case {
    articles: [Article; 2],
    /// What stood in the braces, by article.
    marked: [Vec<Span>; 2],
}

impl Case {
    fn read(language: &str, line: &str) -> Self {
        let (mut texts, mut marked) = ([String::new(), String::new()], [Vec::new(), Vec::new()]);
        for piece in line.split('{') {
            let (braced, plain) = piece.split_once('}').unwrap_or(("", piece));
            let (a, b) = braced.split_once('|').unwrap_or_default();
            for (side, words) in [a, b].into_iter().enumerate() {
                let start = texts[side].len();
                texts[side].push_str(words);
                marked[side].push(Span::new(start, texts[side].len()));
                texts[side].push_str(plain);
            }
        }
        let read = |id: u32, text: &str| {
            let mut article = article(id, text);
            article.metadata.language = Some(language.to_owned());
            article
        };
        Self { articles: [read(1, &texts[0]), read(2, &texts[1])], marked }
    }

    /// The same with another paragraph in either article, which the claim does not state.
    fn with_more(language: &str, line: &str, more: [&str; 2]) -> Self {
        let mut case = Self::read(language, line);
        for (article, more) in case.articles.iter_mut().zip(more) {
            let start = article.text.len() + 1;
            article.text = format!("{}\n{more}", article.text);
            let span = Span::new(start, article.text.len());
            article.parts.push(Part { span, kind: PartKind::Paragraph });
        }
        case
    }

    fn reasons(&self) -> Vec<Reason> {
        let refs: Vec<&Article> = self.articles.iter().collect();
        let first = |of: &Article| of.parts.first().map_or(Span::whole(&of.text), |part| part.span);
        let place = |of: &Article| Place { article: of.id, span: first(of) };
        let places = self.articles.each_ref().map(place);
        suggestion_for(&refs, &places, &mut |_| ControlFlow::Continue(()))
            .expect("nobody cancels")
            .reasons
    }

    /// Whether a reason tells of both articles and of words that differ in either.
    fn is_named_by(&self, reason: &Reason) -> bool {
        let is_told =
            |side: usize| reason.places.iter().any(|place| place.article == self.articles[side].id);
        let is_marked = |side: usize| {
            let own = reason.places.iter().filter(|place| place.article == self.articles[side].id);
            own.into_iter()
                .any(|place| self.marked[side].iter().any(|marked| marked.overlap(place.span) > 0))
        };
        is_told(0) && is_told(1) && (is_marked(0) || is_marked(1))
    }

    fn told(&self) -> Vec<String> {
        let told = |reason: &Reason| format!("{}: {}", reason.kind.word(), reason.detail);
        self.reasons().iter().map(told).collect()
    }
}

#[test]
fn a_reason_names_the_words_and_the_articles() {
    let case = Case::read("en", "The ferry carried {about 40|60} passengers.");
    let reasons = case.reasons();
    let reason = reasons.first().expect("the numbers differ");
    assert_eq!(reason.detail, "2 says “60”, 1 says “about 40”");
    assert_eq!(reason.places.len(), 2);
}
