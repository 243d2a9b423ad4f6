//! Text that the reviewer selected.

use crate::analysis::sentences;
use crate::model::{Article, ArticleId, Part};
use crate::text::{Span, words};

/// A selection in one article, from where it began to where it reaches.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Selection {
    /// The article.
    pub(crate) article: ArticleId,
    /// What was selected first; it stays selected while the selection grows.
    anchor: Span,
    /// What the selection reaches to.
    head: Span,
    /// What the selection grows by.
    unit: Unit,
}

/// What a selection grows by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Unit {
    /// Characters: after a press.
    Character,
    /// Words: after a double click.
    Word,
    /// Sentences: by keys, and where single characters have no sure place.
    Sentence,
    /// Whole parts: after a triple click.
    Part,
}

impl Selection {
    /// The selection that a press at `offset` begins.
    pub(crate) fn begin(article: &Article, offset: usize, unit: Unit) -> Self {
        let anchor = unit_at(article, offset, unit);
        Self { article: article.id, anchor, head: anchor, unit }
    }

    /// A selection of exactly `span`.
    pub(crate) const fn of(article: ArticleId, span: Span) -> Self {
        Self { article, anchor: span, head: span, unit: Unit::Character }
    }

    /// The selection drawn on to `offset`.
    pub(crate) fn reaching(self, article: &Article, offset: usize) -> Self {
        Self { head: unit_at(article, offset, self.unit), ..self }
    }

    /// What is selected, on character boundaries.
    pub(crate) fn span(&self, article: &Article) -> Span {
        let span = self.anchor.join(self.head);
        let text = &article.text;
        Span::new(text.floor_char_boundary(span.start()), text.ceil_char_boundary(span.end()))
    }
}

fn unit_at(article: &Article, offset: usize, unit: Unit) -> Span {
    let here = Span::new(offset, offset);
    let Some(part) = article.part_at(offset).and_then(|index| article.parts.get(index)) else {
        return here;
    };
    match unit {
        Unit::Character => here,
        Unit::Part => part.span,
        Unit::Sentence => {
            let found = sentences_of(article, *part);
            found.into_iter().find(|span| span.contains_offset(offset)).unwrap_or(part.span)
        }
        Unit::Word => {
            let found =
                words(article.quote(part.span)).map(|(span, _)| span.shifted(part.span.start()));
            found.into_iter().find(|span| span.contains_offset(offset)).unwrap_or(here)
        }
    }
}

/// The sentences of one part; a long article is not read for them.
fn sentences_of(article: &Article, part: Part) -> Vec<Span> {
    let text = article.quote(part.span).to_owned();
    let alone = Article {
        id: article.id,
        metadata: article.metadata.clone(),
        source: article.source.clone(),
        parts: vec![Part { span: Span::whole(&text), kind: part.kind }],
        text,
    };
    let found = sentences(&alone);
    found.into_iter().map(|sentence| sentence.span.shifted(part.span.start())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::actions::tests::article;

    fn check(unit: Unit, from: usize, to: usize, expected: &str) {
        let article = article(1, "The ferry was late. Again.");
        let selection = Selection::begin(&article, from, unit).reaching(&article, to);
        assert_eq!(article.quote(selection.span(&article)), expected);
    }

    #[test]
    fn a_drag_selects_to_either_side() {
        check(Unit::Character, 4, 9, "ferry");
        check(Unit::Character, 9, 4, "ferry");
        check(Unit::Character, 4, 4, "");
    }

    #[test]
    fn a_double_click_selects_whole_words_and_grows_by_words() {
        check(Unit::Word, 5, 5, "ferry");
        check(Unit::Word, 5, 15, "ferry was late");
        check(Unit::Word, 15, 5, "ferry was late");
    }

    #[test]
    fn where_letters_have_no_place_whole_sentences_are_selected() {
        check(Unit::Sentence, 5, 5, "The ferry was late.");
        check(Unit::Sentence, 22, 5, "The ferry was late. Again.");
    }

    #[test]
    fn a_triple_click_selects_the_paragraph() {
        check(Unit::Part, 5, 5, "The ferry was late. Again.");
    }
}
