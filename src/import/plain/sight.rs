//! A unit with what the decisions about it need.

use std::collections::BTreeMap;

use super::Unit;
use crate::import::boilerplate::{self, Plea, Verdict};
use crate::import::signs;
use crate::model::PartKind;

/// A unit with what the decisions need of it.
pub(super) struct Sight<'t> {
    pub(super) text: &'t str,
    pub(super) unit: Unit,
    pub(super) words: usize,
    /// Whether it is a sentence of some length.
    pub(super) is_prose: bool,
    pub(super) verdict: Verdict,
    /// Whether it heads entries of the page with nothing else on its line.
    pub(super) is_bare_heading: bool,
    pub(super) plea: Plea,
    /// Whether it is a short line that comes again.
    pub(super) is_repeated: bool,
    /// Share of its longer words that stand elsewhere in the text's sentences.
    pub(super) shared: f32,
}

/// The units with what they tell, each of itself and among the others.
pub(super) fn sights<'t>(text: &'t str, units: &[Unit]) -> Vec<Sight<'t>> {
    let mut sights: Vec<Sight> = units.iter().map(|&unit| Sight::new(text, unit)).collect();
    let vocabulary = vocabulary(&sights);
    for sight in &mut sights {
        sight.shared = sight.share_of(&vocabulary);
    }
    mark_repeated(&mut sights);
    mark_writer(&mut sights);
    sights
}

/// In how many sentences of the text each longer word stands.
fn vocabulary(sights: &[Sight]) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for sight in sights.iter().filter(|sight| sight.tells()) {
        for key in signs::keys(sight.text) {
            *counts.entry(key).or_default() += 1;
        }
    }
    counts
}

/// A short line that comes again: buttons and labels do. A headline is longer.
fn mark_repeated(sights: &mut [Sight]) {
    const LONGEST: usize = 4;
    let may_repeat = |sight: &Sight| {
        sight.is_line() && sight.words <= LONGEST && !sight.text.ends_with([':', '?'])
    };
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for sight in sights.iter().filter(|sight| may_repeat(sight)) {
        *counts.entry(sight.text).or_default() += 1;
    }
    for sight in sights.iter_mut().filter(|sight| may_repeat(sight)) {
        let is_again = counts.get(sight.text).is_some_and(|count| *count >= 2);
        sight.is_repeated = is_again && !signs::is_name(sight.text);
    }
}

/// What opens with the writer's name, apart from the byline, tells of the writer: a box at the end.
fn mark_writer(sights: &mut [Sight]) {
    if let Some(name) = writer_at(sights, byline(sights)) {
        mark_about(sights, name, |_| true);
    }
    // What only looks like a byline may name a place, of which an article may tell.
    let head = sights.iter().take_while(|sight| !sight.tells());
    let named = head.enumerate().filter(|(_, sight)| sight.is_free() && sight.may_name_writer());
    for at in named.map(|(at, _)| at).collect::<Vec<_>>() {
        if let Some(name) = writer_at(sights, Some(at)) {
            mark_about(sights, name, signs::names_role);
        }
    }
}

/// The name that the byline at `at` tells.
fn writer_at<'t>(sights: &[Sight<'t>], at: Option<usize>) -> Option<(usize, &'t str)> {
    let at = at?;
    Some((at, signs::writer(sights.get(at)?.text)?))
}

/// Marks what stands below the byline at `at`, opens with its name, and tells of it as `tells` says.
fn mark_about(sights: &mut [Sight], (at, name): (usize, &str), tells: impl Fn(&str) -> bool) {
    for sight in sights.iter_mut().skip(at + 1) {
        let rest = sight.text.strip_prefix(name);
        if rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric) && tells(rest)) {
            let is_prose = sight.is_prose;
            sight.verdict = if is_prose { Verdict::Boilerplate } else { Verdict::Heading };
        }
    }
}

/// The first unit that tells the writer: a byline, or a name that comes again as a line.
fn byline(sights: &[Sight]) -> Option<usize> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for sight in sights.iter().filter(|sight| sight.is_line() && signs::is_name(sight.text)) {
        *counts.entry(sight.text).or_default() += 1;
    }
    let tells_writer = |sight: &Sight| {
        signs::is_byline(sight.text) || counts.get(sight.text).is_some_and(|count| *count >= 2)
    };
    sights.iter().position(|sight| sight.is_free() && tells_writer(sight))
}

impl<'t> Sight<'t> {
    fn new(text: &'t str, unit: Unit) -> Self {
        let text = unit.span.of_or_empty(text);
        let words = signs::words(text);
        let is_date = signs::is_date_line(text);
        let is_measure = boilerplate::is_measure(text) && !is_date;
        let is_prose = signs::is_prose(text, words) && !is_measure;
        let verdict = match boilerplate::verdict(text, is_prose || unit.has_bullet && words >= 5) {
            Verdict::Unknown
                if is_measure || !is_prose && !is_date && boilerplate::is_link(text) =>
            {
                Verdict::Boilerplate
            }
            verdict => verdict,
        };
        let plea = boilerplate::plea(text);
        let is_bare_heading = !is_prose && boilerplate::is_bare_heading(text);
        let (is_repeated, shared) = (false, 0.0);
        Self { text, unit, words, is_prose, verdict, is_bare_heading, plea, is_repeated, shared }
    }

    fn share_of(&self, vocabulary: &BTreeMap<String, usize>) -> f32 {
        let keys = signs::keys(self.text);
        let own = usize::from(self.tells());
        let shared = keys
            .iter()
            .filter(|key| vocabulary.get(*key).is_some_and(|count| *count > own))
            .count();
        if keys.is_empty() { 0.0 } else { shared as f32 / keys.len() as f32 }
    }

    /// Whether its words leave open what it is.
    pub(super) fn is_free(&self) -> bool {
        self.verdict == Verdict::Unknown
    }

    /// Whether it heads entries that are the page's.
    pub(super) fn heads_entries(&self) -> bool {
        self.verdict == Verdict::Heading || self.is_bare_heading
    }

    /// A sentence that may be the article's.
    pub(super) fn tells(&self) -> bool {
        self.is_free() && self.is_prose
    }

    /// Neither a sentence nor an item of a list.
    pub(super) fn is_line(&self) -> bool {
        !self.is_prose && !self.unit.has_bullet
    }

    /// Whether it may be a writer's name, perhaps with a place and an outlet behind it.
    pub(super) fn may_name_writer(&self) -> bool {
        const LONGEST: usize = 8;
        self.is_line() && self.words <= LONGEST && signs::writer(self.text).is_some()
    }

    pub(super) fn is_caption(&self) -> bool {
        boilerplate::ends_with_credit(self.text) || boilerplate::opens_as_caption(self.text)
    }

    /// What a unit says of itself, wherever it stands.
    pub(super) fn plain_kind(&self) -> Option<PartKind> {
        match self.verdict {
            Verdict::Unknown if self.is_caption() => Some(PartKind::Caption),
            Verdict::Unknown if signs::is_date_line(self.text) => Some(PartKind::Dateline),
            Verdict::Unknown if signs::is_byline(self.text) => Some(PartKind::Byline),
            Verdict::Unknown if self.unit.has_bullet => Some(PartKind::ListItem),
            Verdict::Unknown => None,
            _ => Some(PartKind::Boilerplate),
        }
    }
}
