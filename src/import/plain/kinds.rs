//! Units → what each of them is.
//!
//! The first sentence of some length parts the head of a text from its body. In the head the
//! headline is the line whose words come again in the body; what stands before it is the page's.
//! In the body only what is no sentence, or says so in the surest words, is taken for the page's.

use std::collections::BTreeMap;

use super::Unit;
use crate::import::boilerplate::{self, Verdict};
use crate::import::signs;
use crate::model::PartKind;

/// A unit with what the decisions need of it.
struct Sight<'t> {
    text: &'t str,
    unit: Unit,
    words: usize,
    is_prose: bool,
    verdict: Verdict,
    /// Share of its longer words that stand elsewhere in the text's sentences.
    shared: f32,
}

/// The kind of each of `units`.
pub(super) fn kinds(text: &str, units: &[Unit]) -> Vec<PartKind> {
    let sights = sights(text, units);
    let Some(first) = sights.iter().position(Sight::opens_body) else {
        return sights.iter().map(Sight::kind_without_body).collect();
    };
    let headline = headline(&sights, first);
    let mut kinds: Vec<PartKind> = (0..sights.len())
        .map(|at| {
            if at < first {
                head_kind(&sights, at, headline, first)
            } else {
                body_kind(&sights, at, headline)
            }
        })
        .collect();
    mark_menus(&sights, &mut kinds);
    mark_sections(&sights, &mut kinds);
    mark_tail(&sights, &mut kinds);
    kinds
}

fn sights<'t>(text: &'t str, units: &[Unit]) -> Vec<Sight<'t>> {
    let mut sights: Vec<Sight> = units
        .iter()
        .map(|&unit| {
            let text = unit.span.of_or_empty(text);
            let is_prose = signs::is_prose(text);
            let verdict =
                boilerplate::verdict(text, is_prose || unit.has_bullet && signs::words(text) >= 5);
            Sight { text, unit, words: signs::words(text), is_prose, verdict, shared: 0.0 }
        })
        .collect();
    let vocabulary = vocabulary(&sights);
    for sight in &mut sights {
        sight.shared = sight.share_of(&vocabulary);
    }
    sights
}

/// In how many sentences of the text each longer word stands.
fn vocabulary(sights: &[Sight]) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for sight in sights.iter().filter(|sight| sight.is_prose && sight.verdict == Verdict::Unknown) {
        for key in signs::keys(sight.text) {
            *counts.entry(key).or_default() += 1;
        }
    }
    counts
}

impl Sight<'_> {
    fn share_of(&self, vocabulary: &BTreeMap<String, usize>) -> f32 {
        let keys = signs::keys(self.text);
        let own = usize::from(self.is_prose && self.verdict == Verdict::Unknown);
        let shared = keys
            .iter()
            .filter(|key| vocabulary.get(*key).is_some_and(|count| *count > own))
            .count();
        if keys.is_empty() { 0.0 } else { shared as f32 / keys.len() as f32 }
    }

    fn is_free(&self) -> bool {
        self.verdict == Verdict::Unknown
    }

    /// A sentence that a body may open with.
    fn opens_body(&self) -> bool {
        self.is_free()
            && self.is_prose
            && !self.unit.has_bullet
            && !is_caption(self.text)
            && !signs::is_byline(self.text)
            && (signs::is_long(self.text, self.words) || signs::ends_with_stop(self.text))
    }

    /// The kind of a unit of a text that has no sentence.
    fn kind_without_body(&self) -> PartKind {
        match self.verdict {
            Verdict::Unknown if self.unit.has_bullet => PartKind::ListItem,
            Verdict::Unknown => PartKind::Paragraph,
            _ => PartKind::Boilerplate,
        }
    }

    /// What a unit says of itself, wherever it stands.
    fn plain_kind(&self) -> Option<PartKind> {
        match self.verdict {
            Verdict::Unknown if is_caption(self.text) => Some(PartKind::Caption),
            Verdict::Unknown if signs::is_date_line(self.text) => Some(PartKind::Dateline),
            Verdict::Unknown if signs::is_byline(self.text) => Some(PartKind::Byline),
            Verdict::Unknown if self.unit.has_bullet => Some(PartKind::ListItem),
            Verdict::Unknown => None,
            _ => Some(PartKind::Boilerplate),
        }
    }
}

fn is_caption(text: &str) -> bool {
    boilerplate::ends_with_credit(text) || boilerplate::opens_as_caption(text)
}

/// The unit of the head that is the headline: its words come again in the body, and a line of its
/// own counts for it.
fn headline(sights: &[Sight], first: usize) -> Option<usize> {
    let is_alone = |at: usize| {
        let block = |at: usize| sights.get(at).map(|sight| sight.unit.block);
        block(at) != block(at + 1) && (at == 0 || block(at) != block(at - 1))
    };
    // The words of a short line come again by chance; four are a sign.
    let score = |at: usize, sight: &Sight| {
        let bonus = if is_alone(at) { 0.4 } else { 0.0 };
        sight.shared * (sight.words as f32 / 4.0).min(1.0) + bonus
    };
    let head = sights.iter().enumerate().take(first);
    let candidates = head.filter(|(_, sight)| {
        let may_be_short = sight.words >= 2 || signs::is_wide(sight.text);
        sight.plain_kind().is_none()
            && !signs::has_inner_stop(sight.text)
            && may_be_short
            && sight.words <= 35
            && !sight.text.ends_with(':')
    });
    let mut best: Option<(usize, f32)> = None;
    for (at, sight) in candidates {
        let score = score(at, sight);
        if best.is_none_or(|(_, most)| score > most + 0.05) {
            best = Some((at, score));
        }
    }
    best.filter(|(_, score)| *score >= 0.3).map(|(at, _)| at)
}

/// The kind of the unit at `at`, before the first sentence at `first`.
fn head_kind(sights: &[Sight], at: usize, headline: Option<usize>, first: usize) -> PartKind {
    let Some(sight) = sights.get(at) else { return PartKind::Boilerplate };
    if headline == Some(at) {
        return PartKind::Headline;
    }
    if let Some(kind) = sight.plain_kind() {
        return kind;
    }
    let is_after = headline.is_none_or(|headline| at > headline);
    let is_near = first - at <= 4;
    match sight.words {
        _ if is_after && signs::is_name(sight.text) => PartKind::Byline,
        _ if !is_after && !sight.is_prose => PartKind::Boilerplate,
        _ if sight.is_prose => PartKind::Paragraph,
        _ if crate::import::dateline::opening(sight.text).is_some() => PartKind::Paragraph,
        _ if signs::has_inner_stop(sight.text) => PartKind::Paragraph,
        words if words >= 4 && is_near || at + 1 == first && headline.is_some() => {
            PartKind::Subhead
        }
        _ if headline.is_none() => PartKind::Paragraph,
        _ => PartKind::Boilerplate,
    }
}

/// The kind of the unit at `at`, from the first sentence on.
fn body_kind(sights: &[Sight], at: usize, headline: Option<usize>) -> PartKind {
    let Some(sight) = sights.get(at) else { return PartKind::Boilerplate };
    if sight.is_prose && sight.is_free() && !is_caption(sight.text) {
        let is_item = sight.unit.has_bullet;
        return if is_item { PartKind::ListItem } else { PartKind::Paragraph };
    }
    if let Some(kind) = sight.plain_kind() {
        return kind;
    }
    let repeats =
        headline.and_then(|at| sights.get(at)).is_some_and(|headline| headline.text == sight.text);
    let has_prose_below = sights
        .get(at + 1..)
        .unwrap_or_default()
        .iter()
        .find(|below| below.is_free())
        .is_some_and(|below| below.is_prose || below.unit.has_bullet);
    match () {
        () if repeats => PartKind::Headline,
        () if sight.words <= 14
            && has_prose_below
            && !sight.text.ends_with([',', ';', ':', '-', '—']) =>
        {
            PartKind::Subhead
        }
        () => PartKind::Paragraph,
    }
}

/// Marks blocks of short entries among which one is the page's: menus, share bars.
fn mark_menus(sights: &[Sight], kinds: &mut [PartKind]) {
    let mut from = 0;
    while let Some(block) = sights.get(from).map(|sight| sight.unit.block) {
        let to = from
            + sights
                .get(from..)
                .unwrap_or_default()
                .iter()
                .take_while(|sight| sight.unit.block == block)
                .count();
        let entries = sights.get(from..to).unwrap_or_default();
        let is_short = entries
            .iter()
            .all(|sight| sight.words <= 5 && !sight.is_prose && !sight.unit.has_bullet);
        let marked = entries.iter().filter(|sight| !sight.is_free()).count();
        if is_short && entries.len() >= 3 && marked * 4 >= entries.len() {
            for kind in kinds.get_mut(from..to).unwrap_or_default() {
                *kind = PartKind::Boilerplate;
            }
        }
        from = to;
    }
}

/// Marks what stands under headings such as "Most read", and readers' comments.
fn mark_sections(sights: &[Sight], kinds: &mut [PartKind]) {
    for (at, sight) in sights.iter().enumerate() {
        if sight.verdict == Verdict::Heading {
            mark_entries(sights, kinds, at);
        }
    }
    // Comments end the article, unless sentences follow that are long and in its words.
    let is_body = |sight: &Sight| {
        sight.is_free() && sight.is_prose && sight.words >= 15 && sight.shared >= 0.4
    };
    let last = sights.iter().rposition(is_body).unwrap_or(0);
    let below = sights.iter().skip(last).position(|sight| sight.verdict == Verdict::Comments);
    for kind in below.and_then(|below| kinds.get_mut(last + below..)).unwrap_or_default() {
        *kind = PartKind::Boilerplate;
    }
}

/// No page lists more under one heading.
const MOST_ENTRIES: usize = 100;

/// Marks the entries below the heading at `at`: those of its block, and the list that follows.
fn mark_entries(sights: &[Sight], kinds: &mut [PartKind], at: usize) {
    let Some(heading) = sights.get(at) else { return };
    let mut block = heading.unit.block;
    let mut is_first = true;
    for (below, sight) in sights.iter().enumerate().skip(at + 1).take(MOST_ENTRIES) {
        let in_block = sight.unit.block == block;
        let opens_list =
            is_first && (sight.unit.has_bullet || !sight.is_prose && has_company(sights, below));
        if !in_block && !opens_list
            || sight.is_prose && !sight.unit.has_bullet && sight.shared >= 0.3
        {
            break;
        }
        block = sight.unit.block;
        is_first = false;
        if let Some(kind) = kinds.get_mut(below) {
            *kind = PartKind::Boilerplate;
        }
    }
}

/// Whether the unit at `at` shares its block with others that are no sentences.
fn has_company(sights: &[Sight], at: usize) -> bool {
    let block =
        |at: usize| sights.get(at).filter(|sight| !sight.is_prose).map(|sight| sight.unit.block);
    block(at).is_some() && block(at) == block(at + 1)
}

/// A sentence below the article's last is given up only among so many entries of the page.
const SEVERAL: usize = 3;

/// Marks what stands below the last sentence of the article.
fn mark_tail(sights: &[Sight], kinds: &mut [PartKind]) {
    let is_body = |at: usize, sight: &Sight| {
        let kept = kinds.get(at).is_some_and(|kind| *kind != PartKind::Boilerplate);
        kept && sight.is_free() && sight.is_prose && (sight.words >= 12 || sight.shared >= 0.3)
    };
    let Some(last) =
        sights.iter().enumerate().rev().find(|(at, sight)| is_body(*at, sight)).map(|(at, _)| at)
    else {
        return;
    };
    let mut seen = 0;
    for at in last + 1..sights.len() {
        let (Some(sight), Some(kind)) = (sights.get(at), kinds.get_mut(at)) else { continue };
        seen += usize::from(*kind == PartKind::Boilerplate);
        let is_over = match kind {
            PartKind::Paragraph if sight.is_prose => seen >= SEVERAL,
            PartKind::Paragraph | PartKind::Subhead => {
                // "Nobody was hurt." may be an article's last words.
                let is_sentence = sight.words >= 2 && signs::ends_with_stop(sight.text);
                sight.words <= 20 && (seen > 0 || sight.words <= 4 && !is_sentence)
            }
            PartKind::ListItem => seen > 0,
            _ => false,
        };
        if is_over {
            *kind = PartKind::Boilerplate;
        }
    }
}
