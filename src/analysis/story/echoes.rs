//! Sentences that several articles say word for word.
//!
//! In a large story most sentences were read before: agencies are reprinted, statements are quoted in
//! full. Such a sentence becomes one unit with several places, so that the work grows with what the
//! articles say and not with how often they say it. A small story is read without this: there, where
//! each article puts a sentence may tell what it belongs to.

use rustc_hash::FxHashMap;

use crate::analysis::story::Stream;
use crate::analysis::values::calendar::Day;
use crate::model::Article;
use crate::text::Span;

/// Stories with no more bytes of text than this are read without echoes: about 15 articles of 2,000 words.
const SMALL: usize = 200_000;

/// Another place where a unit's sentence stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::analysis) struct Echo {
    /// Index of the article.
    pub(in crate::analysis) article: usize,
    /// Where the sentence stands in it.
    pub(in crate::analysis) span: Span,
}

/// What decides, besides its words, how a sentence is read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::analysis) struct Setting {
    /// The order it belongs to.
    pub(in crate::analysis) stream: Stream,
    /// The language of its article.
    pub(in crate::analysis) language: &'static str,
    /// The day of its article.
    pub(in crate::analysis) today: Option<Day>,
}

/// The sentences of a large story that were read.
#[derive(Default)]
pub(in crate::analysis) struct Known<'a>(FxHashMap<&'a str, Read>);

/// A sentence that was read.
struct Read {
    unit: u32,
    setting: Setting,
    /// Whether it tells a date, where that was asked.
    tells_date: Option<bool>,
}

impl<'a> Known<'a> {
    /// Ready for the articles of a story; `None` where it is small.
    pub(in crate::analysis) fn of(articles: &[&Article]) -> Option<Self> {
        let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
        (bytes > SMALL).then(Self::default)
    }

    /// The unit that says the same in the same setting; another day is the same where no date is told, which
    /// `tells_date` knows of a unit and the day of its article.
    pub(in crate::analysis) fn find(
        &mut self,
        text: &str,
        setting: Setting,
        tells_date: impl FnOnce(u32, Option<Day>) -> bool,
    ) -> Option<u32> {
        let Read { unit, setting: known, tells_date: told } = self.0.get_mut(text)?;
        let (unit, today) = (*unit, known.today);
        let is_same = *known == setting
            || (*known == Setting { today, ..setting }
                && today.is_some() == setting.today.is_some()
                && !*told.get_or_insert_with(|| tells_date(unit, today)));
        is_same.then_some(unit)
    }

    /// Notes that `unit` says `text`.
    pub(in crate::analysis) fn note(&mut self, text: &'a str, setting: Setting, unit: u32) {
        self.0.insert(text, Read { unit, setting, tells_date: None });
    }
}
