//! The figures of each article, to be laid side by side.
//!
//! Read from the articles alone, so that they stay good however claims are tagged, split and merged.
//! Ranks, labels (`No. 4`) and dates are no figures here: a story has one date in every paragraph.

pub(super) mod table;

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use super::parallel;
use super::progress::Progress;
use super::story::Story;
use super::values::{Meaning, Value};
use crate::analysis::judging::differences::are_one_moment;
use crate::analysis::values::numerals::{NumeralForm, numeral};
use crate::analysis::values::quantity::{Quantity, equal};
use crate::analysis::values::reader::Reader;
use crate::analysis::words::lexicon::{Bound, Traits};
use crate::analysis::words::terms::ValueKind;
use crate::analysis::words::tokens::TokenKind;
use crate::model::{Article, ArticleId};
use crate::text::Span;

/// A number of something, where an article states it.
#[derive(Clone, PartialEq, Debug)]
pub struct Figure {
    /// Its words, with bound and unit.
    pub span: Span,
    /// The same without the words that bound or blur it.
    pub core: Span,
    /// Whether it tells little beside other figures: a small number in words of what no one asks about
    /// (`the two countries`), or a part of the year (`its best quarter of trade`).
    pub is_incidental: bool,
    quantity: Quantity,
}

/// The figures of a set of articles, and the days and times, which are only ever compared.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Figures {
    figures: BTreeMap<ArticleId, Vec<Figure>>,
    moments: BTreeMap<ArticleId, Vec<Moment>>,
}

/// A day or a time of day, where an article states it.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Moment {
    span: Span,
    meaning: Meaning,
}

impl Moment {
    /// Whether both may be the same day or time, however they are put.
    pub(super) fn agrees(&self, other: &Self) -> bool {
        are_one_moment(&self.meaning, &other.meaning)
    }
}

impl Figure {
    /// Whether both say the same of one kind of thing, rounding and bounds allowed.
    #[must_use]
    pub fn agrees(&self, other: &Self) -> bool {
        equal(&self.quantity, &other.quantity)
    }

    /// The sign for the words that bound or blur it; empty where there are none.
    #[must_use]
    pub const fn sign(&self) -> &'static str {
        match self.quantity.bound {
            Bound::Exactly => "",
            Bound::About => "≈",
            Bound::Over | Bound::SlightlyOver => ">",
            Bound::Under | Bound::SlightlyUnder => "<",
            Bound::AtLeast => "≥",
            Bound::AtMost => "≤",
        }
    }
}

impl Figures {
    /// The figures of `article` that lie within `span`, in order.
    #[must_use]
    pub fn within(&self, article: ArticleId, span: Span) -> &[Figure] {
        let all = self.figures.get(&article).map(Vec::as_slice).unwrap_or_default();
        let from = all.partition_point(|figure| figure.span.start() < span.start());
        let rest = all.get(from..).unwrap_or_default();
        let count = rest.iter().take_while(|figure| figure.span.end() <= span.end()).count();
        rest.get(..count).unwrap_or_default()
    }

    /// The first day or time of `article` that lies within `span`.
    pub(super) fn moment(&self, article: ArticleId, span: Span) -> Option<&Moment> {
        let all = self.moments.get(&article)?;
        let from = all.partition_point(|moment| moment.span.start() < span.start());
        all.get(from).filter(|moment| moment.span.end() <= span.end())
    }
}

/// Reads the figures of `articles`, one at a time: no article matters to another, and all that is
/// known of the words of one is soon forgotten.
#[must_use]
pub fn figures(articles: &[&Article]) -> Figures {
    let of_each = parallel::map_soon(articles, |article| of_article(article));
    let mut found = Figures::default();
    for (article, (figures, moments)) in articles.iter().zip(of_each) {
        found.figures.insert(article.id, figures);
        found.moments.insert(article.id, moments);
    }
    found
}

/// The figures of one article, and its days and times.
fn of_article(article: &Article) -> (Vec<Figure>, Vec<Moment>) {
    let (mut figures, mut moments) = (Vec::new(), Vec::new());
    let mut watch = |_share: f32| ControlFlow::Continue(());
    let read = Story::read(&[article], &mut Progress::new(&mut watch));
    let Ok(story) = read else { return (figures, moments) };
    for unit in &story.units {
        let reader = story.reader(unit);
        for (_, _, place) in story.places(unit, unit.span) {
            let there = |span: Span| moved(span, unit.span, place);
            for value in &unit.values {
                let span = there(value.span);
                match &value.meaning {
                    Meaning::Quantity(quantity) if is_figure(quantity) => figures.push(Figure {
                        span,
                        core: there(core(reader, value)),
                        is_incidental: is_incidental(reader, value, quantity),
                        quantity: quantity.clone(),
                    }),
                    Meaning::Quantity(_) => {}
                    meaning => moments.push(Moment { span, meaning: meaning.clone() }),
                }
            }
        }
    }
    figures.sort_by_key(|figure| figure.span);
    moments.sort_by_key(|moment| moment.span);
    (figures, moments)
}

/// Where `span` of a sentence lies when the sentence stands at another place.
fn moved(span: Span, from: Span, to: Span) -> Span {
    let start = to.start() + (span.start() - from.start());
    Span::new(start, start + span.len())
}

/// The words of a value from its number on, a sign right before it included; all of them where the
/// number is a word of its own, such as `half`.
fn core(reader: Reader<'_>, value: &Value) -> Span {
    let tokens = value.tokens.clone();
    let Some(first) = tokens.clone().find(|at| numeral(reader, *at).is_some()) else {
        return value.span;
    };
    let sign = first.checked_sub(1).filter(|before| {
        let is_mark = reader.token(*before).is_some_and(|token| token.kind != TokenKind::Word);
        tokens.contains(before) && is_mark
    });
    let start = reader.token(sign.unwrap_or(first)).map_or(value.span.start(), |t| t.span.start());
    Span::new(start, value.span.end())
}

/// Numbers in words below this are small: most houses write them out.
const SMALL: f64 = 13.0;
/// A word of what happens to people, such as `killed`, tells of a number no farther than this.
const NEAR: usize = 3;

fn is_incidental(reader: Reader<'_>, value: &Value, quantity: &Quantity) -> bool {
    let tokens = value.tokens.clone();
    let Some(number) = tokens.clone().find_map(|at| numeral(reader, at)) else {
        // A share is `a quarter` or `half`; without its article a quarter is one of four.
        let divisor = reader.word(tokens.start).and_then(|word| word.fraction);
        return divisor.is_some_and(|divisor| divisor > 2.5);
    };
    let is_small = number.form == NumeralForm::Words && quantity.value < SMALL;
    let near = tokens.start.saturating_sub(NEAR)..tokens.end + NEAR;
    let counts_people = reader.has(tokens.end, Traits::PEOPLE)
        || near
            .into_iter()
            .any(|at| reader.word(at).is_some_and(|word| word.role.is_some() && word.is_content()));
    let is_bare = quantity.kind == ValueKind::Count && quantity.of.is_none();
    is_small && is_bare && quantity.bound == Bound::Exactly && !counts_people
}

fn is_figure(quantity: &Quantity) -> bool {
    !matches!(quantity.kind, ValueKind::Ordinal | ValueKind::Label)
}

#[cfg(test)]
mod tests {
    use super::super::testing::article;
    use super::*;

    fn read(texts: &[&str]) -> (Vec<Article>, Figures) {
        let articles: Vec<Article> = (1..).zip(texts).map(|(id, text)| article(id, text)).collect();
        let found = figures(&articles.iter().collect::<Vec<_>>());
        (articles, found)
    }

    fn check(text: &str, expected: &[&str]) {
        let (articles, found) = read(&[text]);
        let article = articles.first().expect("an article");
        let all = found.within(article.id, Span::whole(text));
        let words: Vec<_> = all.iter().map(|figure| article.quote(figure.span)).collect();
        assert_eq!(words, expected);
    }

    #[test]
    fn figures_are_read_with_their_bounds_and_units() {
        check(
            "The yard employs about 1,200 people and owes 3.5 million euros.",
            &["about 1,200", "3.5 million euros"],
        );
        let (articles, found) = read(&["It owes at least €3.5 million."]);
        let article = articles.first().expect("an article");
        let figure = found.within(article.id, Span::whole(&article.text)).first().expect("a sum");
        assert_eq!((figure.sign(), article.quote(figure.core)), ("≥", "€3.5 million"));
        check("On Monday the second boat left pier No. 4 at 9:15 p.m.", &[]);
        check("The harbour grew in the last quarter of 2023.", &[]);
    }

    #[test]
    fn small_numbers_in_words_are_incidental_unless_they_count_people() {
        let check = |text: &str, expected: bool| {
            let (articles, found) = read(&[text]);
            let article = articles.first().expect("an article");
            let first = found.within(article.id, Span::whole(text)).first().expect("a figure");
            assert_eq!(first.is_incidental, expected, "{text}");
        };
        check("The two harbours lie far apart.", true);
        check("The port announced rare sanctions against two U.S. firms over their support.", true);
        check("The harbour had its best quarter of trade.", true);
        check("The harbour lost a quarter of its trade.", false);
        check("The wave killed two of the fishermen.", false);
        check("It took ten men.", false);
        check("The 2 harbours lie far apart.", false);
        check("The harbour has at least two cranes.", false);
    }

    #[test]
    fn the_same_value_agrees_however_it_is_written() {
        let agree = |a: &str, b: &str| {
            let (articles, found) = read(&[a, b]);
            let first = |article: &Article| {
                found.within(article.id, Span::whole(&article.text)).first().cloned()
            };
            let mut figures = articles.iter().filter_map(first);
            let (a, b) = figures.next().zip(figures.next()).expect("a figure in each");
            a.agrees(&b)
        };
        assert!(agree("It took ten men.", "It took 10 men."));
        assert!(agree("It cost $1.2 billion.", "It cost $1,198 million."));
        assert!(!agree("It took ten men.", "It took eleven men."));
        assert!(!agree("It took ten men.", "It grew by ten percent."));
    }

    #[test]
    fn a_copy_has_the_figures_of_what_it_copies() {
        let (articles, found) = read(&["Forty people were hurt.", "Forty people were hurt."]);
        for article in &articles {
            assert_eq!(found.within(article.id, Span::whole(&article.text)).len(), 1);
        }
    }
}
