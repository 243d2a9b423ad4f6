//! The articles of a comparison, read into units: one a sentence that may state a claim.

pub(super) mod apart;
pub(super) mod clauses;
pub(super) mod echoes;
mod headings;
pub(super) mod idioms;
mod parted;
pub(super) mod pieces;
pub(super) mod weights;

use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::lists::Lists;
use super::sentences::{Sentence, sentences};
use super::values::{Value, values};
use super::{Cancelled, Progress, parallel};
use crate::analysis::values::calendar::day_of;
use crate::analysis::values::numerals::Reader;
use crate::analysis::values::slots::slots;
use crate::analysis::words::language::{detected, language_of};
use crate::analysis::words::lexicon::Lexicon;
use crate::analysis::words::terms::{TermId, Terms, ValueKey};
use crate::analysis::words::tokens::Token;
use crate::analysis::words::vocabulary::Vocabulary;
use crate::model::{Article, ArticleId, PartKind, Place};
use crate::text::{Span, is_wide_script};
use clauses::is_credit;
use echoes::{Echo, Known, Setting};
use headings::states_nothing;
use idioms::{Idiom, idioms};

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

/// Articles cut into sentences, those that read the same once.
pub(super) struct Texts<'a> {
    articles: Vec<&'a Article>,
    copies: Copies,
    /// The language and the sentences of each.
    cut: Vec<(&'static str, Vec<Sentence>)>,
}

impl<'a> Texts<'a> {
    /// Cuts `articles`.
    pub(super) fn of(
        articles: &[&'a Article],
        progress: &mut Progress<'_, '_>,
    ) -> Result<Self, Cancelled> {
        let (articles, copies) = without_copies(articles);
        let cut = |(): &mut (), article: &&Article| (language_of(article), sentences(article));
        let cut = |progress: &mut Progress<'_, '_>| parallel::map(&articles, progress, || (), cut);
        // Lexicons are read when they are first asked for: sooner here than by who needs them.
        let first = articles.first().copied();
        let ask = |_: &mut Progress<'_, '_>| Ok(first.map(|one| Lexicon::of(language_of(one))));
        let (cut, _) = parallel::beside(progress, cut, ask)?;
        Ok(Self { articles, copies, cut })
    }
}

impl<'a> Story<'a> {
    /// Reads `articles`.
    pub(super) fn read(
        articles: &[&'a Article],
        progress: &mut Progress<'_, '_>,
    ) -> Result<Self, Cancelled> {
        Self::of(Texts::of(articles, progress)?, progress)
    }

    /// Reads articles that are cut into sentences.
    pub(super) fn of(texts: Texts<'a>, progress: &mut Progress<'_, '_>) -> Result<Self, Cancelled> {
        let mut story = Self { copies: texts.copies, ..Self::empty(&texts.articles) };
        let mut known = Known::of(&texts.articles);
        for (index, (language, sentences)) in texts.cut.into_iter().enumerate() {
            story.read_article(index, language, &sentences, &mut known, progress)?;
        }
        Ok(story)
    }

    /// Reads articles of which each is one sentence, whatever its marks.
    pub(super) fn of_lone_sentences(articles: &[&'a Article]) -> Self {
        let mut story = Self::empty(articles);
        let language = story.common_language();
        for (index, article) in articles.iter().enumerate() {
            for part in &article.parts {
                let setting = Setting { stream: Stream::of(part.kind), language, today: None };
                let unit = story.read_unit(index, article, part.span, part.kind, setting);
                if let Some(unit) = unit {
                    story.readings.push(unit);
                }
            }
            story.readings.end_list();
        }
        story
    }

    /// The language of all articles together: a lone sentence is too short to tell.
    fn common_language(&self) -> &'static str {
        let texts: Vec<&str> = self.articles.iter().map(|article| article.text.as_str()).collect();
        detected(&texts.join("\n"))
    }

    fn empty(articles: &[&'a Article]) -> Self {
        Self {
            articles: articles.to_vec(),
            copies: (1..).zip(articles).map(|(at, article)| vec![(at, article.id)]).collect(),
            units: Vec::new(),
            readings: Lists::default(),
            vocabulary: Vocabulary::default(),
            terms: Terms::default(),
            names: FxHashSet::default(),
        }
    }

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

    fn read_article(
        &mut self,
        index: usize,
        language: &'static str,
        sentences: &[Sentence],
        known: &mut Option<Known<'a>>,
        progress: &mut Progress<'_, '_>,
    ) -> Result<(), Cancelled> {
        let article = self.articles[index];
        let today = article.metadata.published.map(day_of);
        for (count, sentence) in sentences.iter().enumerate() {
            if count % 256 == 0 {
                progress.still()?;
            }
            if sentence.kind.states_claims() {
                let setting = Setting { stream: Stream::of(sentence.kind), language, today };
                self.read_sentence(index, article, *sentence, setting, known);
            }
        }
        self.readings.end_list();
        self.place(index);
        Ok(())
    }

    /// Reads a sentence into a unit of its own, or as an echo of one that is known.
    fn read_sentence(
        &mut self,
        index: usize,
        article: &'a Article,
        sentence: Sentence,
        setting: Setting,
        known: &mut Option<Known<'a>>,
    ) {
        let Sentence { span, kind } = sentence;
        let text = article.quote(span);
        if let Some(unit) = known.as_ref().and_then(|known| known.find(text, setting, &self.units))
        {
            self.units[unit as usize].echoes.push(Echo { article: index, span });
            self.readings.push(unit);
        } else if let Some(unit) = self.read_unit(index, article, span, kind, setting) {
            self.readings.push(unit);
            if let Some(known) = known {
                known.note(text, setting, unit);
            }
        }
    }

    /// The index of the unit; `None` for what states nothing.
    fn read_unit(
        &mut self,
        index: usize,
        article: &Article,
        span: Span,
        kind: PartKind,
        setting: Setting,
    ) -> Option<u32> {
        let Setting { stream, language, today } = setting;
        let tokens = self.vocabulary.tokens(&article.text, span, language, &mut self.terms);
        if tokens.is_empty() {
            return None;
        }
        let lexicon = Lexicon::of(language);
        let reader = Reader { tokens: &tokens, vocabulary: &self.vocabulary, lexicon };
        if states_nothing(reader, kind) || is_credit(reader, &(0..tokens.len())) {
            return None;
        }
        let values = values(reader, today);
        if stream != Stream::Title && !lexicon.data.nouns_have_capitals {
            let inside = tokens.iter().skip(1).filter(|token| token.capital);
            self.names.extend(inside.filter_map(|token| self.vocabulary.word(token.word).stem));
        }
        let slots = slots(reader, &values);
        let idioms = idioms(reader, &values);
        let places = self.places_of(&tokens, &values, slots, &idioms, &article.text);
        self.units.push(Unit {
            article: index,
            span,
            echoes: Vec::new(),
            stream,
            position: 0.0,
            tokens,
            values,
            terms: terms_at(&places),
            places: places.into_iter().map(|(at, term)| (at, term.id)).collect(),
            weight: 0.0,
            language,
            lexicon,
        });
        Some(self.units.len() as u32 - 1)
    }

    /// Numbers the units of an article within their streams.
    fn place(&mut self, article: usize) {
        let reading = self.readings.of(article);
        let mut counts: BTreeMap<Stream, usize> = BTreeMap::new();
        for unit in reading {
            *counts.entry(self.units[*unit as usize].stream).or_default() += 1;
        }
        let mut seen: BTreeMap<Stream, usize> = BTreeMap::new();
        for unit in reading {
            let unit = &mut self.units[*unit as usize];
            let at = seen.entry(unit.stream).or_default();
            let last = counts.get(&unit.stream).map_or(0, |count| count - 1);
            if unit.article == article {
                unit.position = if last > 0 { *at as f64 / last as f64 } else { 0.5 };
            }
            *at += 1;
        }
    }

    /// The terms of a sentence where they stand, their weights still to come.
    fn places_of(
        &mut self,
        tokens: &[Token],
        values: &[Value],
        slots: Vec<(usize, ValueKey)>,
        idioms: &[Idiom],
        text: &str,
    ) -> Vec<(usize, UnitTerm)> {
        let mut terms: Vec<(usize, UnitTerm)> = Vec::with_capacity(tokens.len());
        let mut add = |at, id, class| terms.push((at, UnitTerm { id, weight: 0.0, class }));
        for value in values {
            for key in value.keys() {
                add(value.tokens.start, self.terms.of_value(key), TermClass::Number);
            }
        }
        for (at, key) in slots {
            add(at, self.terms.of_value(key), TermClass::Word);
        }
        for idiom in idioms {
            let id = self.terms.of_word(&idiom.meaning, idiom.lexicon);
            add(idiom.tokens.start, id, TermClass::Word);
        }
        let mut wide: Option<Token> = None;
        for (at, token) in tokens.iter().enumerate() {
            let word = self.vocabulary.word(token.word);
            if word.form.chars().all(is_wide_script) {
                if let Some(before) = wide.filter(|_| token.joined) {
                    let pair = before.span.join(token.span).of_or_empty(text).to_owned();
                    add(at, self.terms.of_characters(pair), TermClass::Word);
                }
                wide = Some(*token);
                continue;
            }
            let is_read = idioms.iter().any(|idiom| idiom.tokens.contains(&at))
                || word.unit.is_none() && values.iter().any(|value| value.tokens.contains(&at));
            if let Some(stem) = word.stem.filter(|_| word.is_content() && !is_read) {
                add(at, stem, TermClass::Word);
            }
        }
        terms.sort_by_key(|(at, term)| (*at, term.id));
        terms
    }
}

/// The articles that read differently, and who has copies of each.
fn without_copies<'a>(articles: &[&'a Article]) -> (Vec<&'a Article>, Copies) {
    let mut distinct: Vec<&Article> = Vec::new();
    let mut copies: Copies = Vec::new();
    let mut by_text: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (number, article) in (1..).zip(articles) {
        let alike = by_text.entry(&article.text).or_default();
        let known = alike.iter().find(|at| reads_like(distinct[**at], article));
        if let Some(at) = known {
            copies[*at].push((number, article.id));
        } else {
            alike.push(distinct.len());
            distinct.push(article);
            copies.push(vec![(number, article.id)]);
        }
    }
    (distinct, copies)
}

/// Whether two articles of the same text are read in the same way.
fn reads_like(a: &Article, b: &Article) -> bool {
    a.parts == b.parts
        && a.metadata.language == b.metadata.language
        && a.metadata.published == b.metadata.published
}

/// Terms in their order, each once.
fn terms_at(places: &[(usize, UnitTerm)]) -> Vec<UnitTerm> {
    let mut terms: Vec<UnitTerm> = places.iter().map(|(_, term)| *term).collect();
    terms.sort_by_key(|term| term.id);
    terms.dedup_by_key(|term| term.id);
    terms
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
