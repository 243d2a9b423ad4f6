//! The articles of a comparison, read into units: one a sentence that may state a claim.

pub(super) mod apart;
pub(super) mod clauses;
pub(super) mod echoes;
mod headings;
pub(super) mod idioms;
mod parted;
pub(super) mod pieces;
mod reading;
pub(super) mod weights;

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::lists::Lists;
use super::values::Value;
use crate::analysis::values::reader::Reader;
use crate::analysis::words::lexicon::Lexicon;
use crate::analysis::words::terms::{TermId, Terms};
use crate::analysis::words::tokens::Token;
use crate::analysis::words::vocabulary::Vocabulary;
use crate::model::{Article, ArticleId, PartKind, Place};
use crate::text::Span;
use echoes::Echo;

pub(in crate::analysis) use reading::Texts;

/// The numbers and names of the articles that read the same, for every article that is read.
type Copies = Vec<Vec<(usize, ArticleId)>>;

/// What the comparison knows of its articles.
pub(super) struct Story<'a> {
    /// The articles as they were given, those that read the same once.
    pub(super) articles: Vec<&'a Article>,
    /// Every article that reads like the one at its place, that one first: its number, from 1, in the
    /// order they were given, and its name.
    pub(super) copies: Copies,
    /// Their units: by article, then by place.
    pub(super) units: Vec<Unit>,
    /// The units of each article as it is read; those that are echoed stand in several.
    readings: Lists<u32>,
    /// Word forms.
    pub(super) vocabulary: Vocabulary,
    /// Terms.
    pub(super) terms: Terms,
    /// Stems that some sentence writes with a capital where it need not.
    pub(super) names: FxHashSet<TermId>,
}

/// A sentence with what it is compared by.
#[derive(Clone)]
pub(super) struct Unit {
    /// Index of its article.
    pub(super) article: usize,
    /// Where it stands.
    pub(super) span: Span,
    /// Where else it stands, word for word.
    pub(super) echoes: Vec<Echo>,
    /// The order it belongs to.
    pub(super) stream: Stream,
    /// Its place in that order, from 0 to 1.
    pub(super) position: f64,
    /// Its words and marks.
    pub(super) tokens: Vec<Token>,
    /// Its values in order.
    pub(super) values: Vec<Value>,
    /// Where its terms stand: token and term, by token.
    pub(super) places: Vec<(usize, TermId)>,
    /// Its terms, ascending, each once.
    pub(super) terms: Vec<UnitTerm>,
    /// What its terms weigh together.
    pub(super) weight: f64,
    /// Its language.
    pub(super) language: &'static str,
    /// What is known of that.
    lexicon: &'static Lexicon,
}

/// A term of a unit.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct UnitTerm {
    /// The term.
    pub(super) id: TermId,
    /// What it weighs.
    pub(super) weight: f64,
    /// What it is.
    pub(super) class: TermClass,
}

/// What a term is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum TermClass {
    /// A stem.
    Word,
    /// A stem that is a name.
    Name,
    /// A value.
    Number,
}

/// The order a unit belongs to: running text keeps the order of the story, lists and captions have
/// their own, headlines stand outside.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) enum Stream {
    /// Running text.
    Text,
    /// Lists and captions.
    List,
    /// Headlines and subheads.
    Title,
}

impl Stream {
    /// All streams, ascending.
    pub(super) const ALL: [Self; 3] = [Self::Text, Self::List, Self::Title];

    const fn of(kind: PartKind) -> Self {
        match kind {
            PartKind::Headline | PartKind::Subhead => Self::Title,
            PartKind::ListItem | PartKind::Caption => Self::List,
            _ => Self::Text,
        }
    }
}

impl Story<'_> {
    /// The indices of the units of an article in the order it is read, its echoes of others included.
    pub(super) fn reading(&self, article: usize) -> &[u32] {
        self.readings.of(article)
    }

    /// The units of an article, its echoes of others included.
    pub(super) fn units_of(&self, article: usize) -> impl Iterator<Item = &Unit> {
        self.reading(article).iter().map(|unit| &self.units[*unit as usize])
    }

    /// Every place of a stretch of a unit, its own first: the number of the article, from 1 in the order
    /// they were given, its name, and the stretch in it.
    pub(super) fn places(
        &self,
        unit: &Unit,
        span: Span,
    ) -> impl Iterator<Item = (usize, ArticleId, Span)> {
        let own = std::iter::once(Echo { article: unit.article, span });
        let (from, length) = (span.start() - unit.span.start(), span.len());
        let echoes = unit.echoes.iter().map(move |echo| {
            let start = echo.span.start() + from;
            Echo { article: echo.article, span: Span::new(start, start + length) }
        });
        own.chain(echoes).flat_map(|place| {
            let copies = self.copies[place.article].iter();
            copies.map(move |(number, article)| (*number, *article, place.span))
        })
    }

    /// The reader of a unit's words.
    pub(super) fn reader<'s>(&'s self, unit: &'s Unit) -> Reader<'s> {
        Reader { tokens: &unit.tokens, vocabulary: &self.vocabulary, lexicon: unit.lexicon }
    }

    /// Where a place of any article lies in a unit, told in the unit's own article; `None` where the
    /// unit is not said there.
    pub(super) fn own_span(&self, unit: &Unit, place: Place) -> Option<Span> {
        let mut places = self.places(unit, unit.span);
        places.find_map(|(_, article, whole)| {
            let inside = whole.intersection(place.span).filter(|_| article == place.article)?;
            let start = unit.span.start() + (inside.start() - whole.start());
            Some(Span::new(start, start + inside.len()))
        })
    }
}

impl Unit {
    /// How many times the articles say it.
    pub(super) fn count(&self) -> usize {
        1 + self.echoes.len()
    }

    /// The indices of the articles that say it, its own first, one for each time.
    pub(super) fn articles(&self) -> impl Iterator<Item = usize> {
        std::iter::once(self.article).chain(self.echoes.iter().map(|echo| echo.article))
    }

    /// The terms that stand in a run of its tokens, ascending, each once.
    pub(super) fn terms_in(&self, tokens: &Range<usize>) -> Vec<UnitTerm> {
        let inside = self.places.iter().filter(|(at, _)| tokens.contains(at));
        let mut terms: Vec<UnitTerm> = inside.filter_map(|(_, id)| self.term(*id)).collect();
        terms.sort_by_key(|term| term.id);
        terms.dedup_by_key(|term| term.id);
        terms
    }

    /// Its term of that number.
    pub(super) fn term(&self, id: TermId) -> Option<UnitTerm> {
        self.terms.binary_search_by_key(&id, |term| term.id).ok().map(|at| self.terms[at])
    }

    /// The stretch of the article that a run of its tokens covers.
    pub(super) fn span_of(&self, tokens: &Range<usize>) -> Span {
        let first = self.tokens.get(tokens.start).map_or(self.span, |token| token.span);
        let last = tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last));
        last.map_or(first, |last| first.join(last.span))
    }
}
