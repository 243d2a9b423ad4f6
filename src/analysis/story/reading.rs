//! From articles to the units of a story.
//!
//! First the words of all sentences are entered, one sentence after the other; then each sentence is
//! understood by itself; then what they tell is entered.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

use super::clauses::is_credit;
use super::echoes::{Echo, Known, Setting};
use super::headings::states_nothing;
use super::idioms::{Idiom, idioms};
use super::{Copies, Story, Stream, TermClass, Unit, UnitTerm};
use crate::analysis::lists::Lists;
use crate::analysis::sentences::{Sentence, sentences};
use crate::analysis::values::calendar::{Day, day_of};
use crate::analysis::values::reader::Reader;
use crate::analysis::values::slots::slots;
use crate::analysis::values::{Value, values};
use crate::analysis::words::language::{detected, language_of};
use crate::analysis::words::lexicon::Lexicon;
use crate::analysis::words::terms::{Terms, ValueKey};
use crate::analysis::words::tokens::Token;
use crate::analysis::words::vocabulary::Vocabulary;
use crate::analysis::{Cancelled, Progress, parallel};
use crate::model::{Article, PartKind};
use crate::text::{Span, is_wide_script};

/// Articles cut into sentences, those that read the same once.
pub(in crate::analysis) struct Texts<'a> {
    articles: Vec<&'a Article>,
    copies: Copies,
    /// The language and the sentences of each.
    cut: Vec<(&'static str, Vec<Sentence>)>,
}

impl<'a> Texts<'a> {
    /// Cuts `articles`.
    pub(in crate::analysis) fn of(
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
    pub(in crate::analysis) fn read(
        articles: &[&'a Article],
        progress: &mut Progress<'_, '_>,
    ) -> Result<Self, Cancelled> {
        Self::of(Texts::of(articles, progress)?, progress)
    }

    /// Reads articles that are cut into sentences.
    pub(in crate::analysis) fn of(
        texts: Texts<'a>,
        progress: &mut Progress<'_, '_>,
    ) -> Result<Self, Cancelled> {
        let mut story = Self { copies: texts.copies, ..Self::empty(&texts.articles) };
        let mut known = Known::of(&texts.articles);
        for (index, (language, sentences)) in texts.cut.into_iter().enumerate() {
            story.read_article(index, language, &sentences, &mut known, progress)?;
        }
        story.understand(progress)?;
        Ok(story)
    }

    /// Reads articles of which each is one sentence, whatever its marks.
    pub(in crate::analysis) fn of_lone_sentences(articles: &[&'a Article]) -> Self {
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
        for index in 0..story.units.len() {
            let told = Told::by(story.reader(&story.units[index]), None);
            story.enter(index, told);
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
        let tells_date = |unit: u32, today: Option<Day>| {
            let unit = &self.units[unit as usize];
            values(self.reader(unit), today).iter().any(Value::is_date)
        };
        let echoed = known.as_mut().and_then(|known| known.find(text, setting, tells_date));
        if let Some(unit) = echoed {
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
        let Setting { stream, language, .. } = setting;
        let tokens = self.vocabulary.tokens(&article.text, span, language, &mut self.terms);
        if tokens.is_empty() {
            return None;
        }
        let lexicon = Lexicon::of(language);
        let reader = Reader { tokens: &tokens, vocabulary: &self.vocabulary, lexicon };
        if states_nothing(reader, kind) || is_credit(reader, &(0..tokens.len())) {
            return None;
        }
        self.units.push(Unit {
            article: index,
            span,
            echoes: Vec::new(),
            stream,
            position: 0.0,
            tokens,
            values: Vec::new(),
            places: Vec::new(),
            terms: Vec::new(),
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

    /// Finds what the units tell, and enters it.
    fn understand(&mut self, progress: &mut Progress<'_, '_>) -> Result<(), Cancelled> {
        let todays: Vec<_> =
            self.articles.iter().map(|article| article.metadata.published.map(day_of)).collect();
        let told = |(): &mut (), unit: &Unit| Told::by(self.reader(unit), todays[unit.article]);
        let told = parallel::map(&self.units, progress, || (), told)?;
        for (index, told) in told.into_iter().enumerate() {
            if index % 256 == 0 {
                progress.still()?;
            }
            self.enter(index, told);
        }
        Ok(())
    }

    /// Enters what a unit tells.
    fn enter(&mut self, index: usize, told: Told) {
        let unit = &self.units[index];
        if unit.stream != Stream::Title && !unit.lexicon.data.nouns_have_capitals {
            let inside = unit.tokens.iter().skip(1).filter(|token| token.capital);
            self.names.extend(inside.filter_map(|token| self.vocabulary.word(token.word).stem));
        }
        let text = &self.articles[unit.article].text;
        let places = places_of(&mut self.terms, &self.vocabulary, &unit.tokens, &told, text);
        let unit = &mut self.units[index];
        unit.values = told.values;
        unit.terms = terms_at(&places);
        unit.places = places.into_iter().map(|(at, term)| (at, term.id)).collect();
    }
}

/// What a sentence tells by itself.
struct Told {
    values: Vec<Value>,
    slots: Vec<(usize, ValueKey)>,
    idioms: Vec<Idiom>,
}

impl Told {
    /// In an article of the day `today`.
    fn by(reader: Reader<'_>, today: Option<Day>) -> Self {
        let values = values(reader, today);
        Self { slots: slots(reader, &values), idioms: idioms(reader, &values), values }
    }
}

/// The terms of a sentence where they stand, their weights still to come.
fn places_of(
    all: &mut Terms,
    vocabulary: &Vocabulary,
    tokens: &[Token],
    told: &Told,
    text: &str,
) -> Vec<(usize, UnitTerm)> {
    let mut terms: Vec<(usize, UnitTerm)> = Vec::with_capacity(tokens.len());
    let mut add = |at, id, class| terms.push((at, UnitTerm { id, weight: 0.0, class }));
    for value in &told.values {
        for key in value.keys() {
            add(value.tokens.start, all.of_value(key), TermClass::Number);
        }
    }
    for (at, key) in &told.slots {
        add(*at, all.of_value(*key), TermClass::Word);
    }
    for idiom in &told.idioms {
        let id = all.of_word(&idiom.meaning, idiom.lexicon);
        add(idiom.tokens.start, id, TermClass::Word);
    }
    let mut wide: Option<Token> = None;
    for (at, token) in tokens.iter().enumerate() {
        let word = vocabulary.word(token.word);
        if word.form.chars().all(is_wide_script) {
            if let Some(before) = wide.filter(|_| token.joined) {
                let pair = before.span.join(token.span).of_or_empty(text).to_owned();
                add(at, all.of_characters(pair), TermClass::Word);
            }
            wide = Some(*token);
            continue;
        }
        let is_read = told.idioms.iter().any(|idiom| idiom.tokens.contains(&at))
            || word.unit.is_none() && told.values.iter().any(|value| value.tokens.contains(&at));
        if let Some(stem) = word.stem.filter(|_| word.is_content() && !is_read) {
            add(at, stem, TermClass::Word);
        }
    }
    terms.sort_by_key(|(at, term)| (*at, term.id));
    terms
}

/// Terms in their order, each once.
fn terms_at(places: &[(usize, UnitTerm)]) -> Vec<UnitTerm> {
    let mut terms: Vec<UnitTerm> = places.iter().map(|(_, term)| *term).collect();
    terms.sort_by_key(|term| term.id);
    terms.dedup_by_key(|term| term.id);
    terms
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
