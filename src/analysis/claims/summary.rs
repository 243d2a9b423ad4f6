//! The one line that stands for a claim in a list: it must read alone.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::analysis::claims::span_of_run;
use crate::analysis::matching::narrowing::Member;
use crate::analysis::story::clauses::{content, has_finite_verb, readable};
use crate::analysis::story::{Story, Stream, Unit};
use crate::analysis::values::reader::Reader;
use crate::analysis::words::lexicon::Traits;
use crate::text::{Span, collapse_white_space, with_capital};

/// What speaks against a passage as summary, the worst first; only their order counts.
const TITLE: u32 = 16;
const FRAGMENT: u32 = 8;
const SHOUTED: u32 = 6;
const QUESTION: u32 = 6;
const LISTED: u32 = 5;
const TAKEN: u32 = 5;
const NO_VERB: u32 = 3;
const SHORT: u32 = 2;
const INSIDE: u32 = 1;
/// Fewer words of content than this say little by themselves.
const FEW: usize = 3;

/// A passage that may stand for its claim.
pub(in crate::analysis) struct Choice {
    /// What speaks against it, were it the line of no other claim.
    flaws: u32,
    article: usize,
    span: Span,
    text: String,
}

/// The passages that may stand for the claim that `members` state.
pub(in crate::analysis) fn choices(story: &Story<'_>, members: &[Member]) -> Vec<Choice> {
    let unit = |member: &Member| &story.units[member.unit as usize];
    let runs =
        members.iter().flat_map(|member| member.runs.iter().map(move |run| (unit(member), run)));
    runs.map(|(unit, run)| choice(story, unit, run)).collect()
}

/// The passage that says the claim best: a whole statement of running text that stands for no other
/// claim yet, of middling length, early.
pub(in crate::analysis) fn summary(
    mut choices: Vec<Choice>,
    taken: &mut BTreeSet<String>,
) -> Option<String> {
    for choice in &mut choices {
        choice.flaws += if taken.contains(&choice.text) { TAKEN } else { 0 };
    }
    let least = choices.iter().map(|choice| choice.flaws).min()?;
    let best: Vec<&Choice> = choices.iter().filter(|choice| choice.flaws == least).collect();
    let mut lengths: Vec<usize> = best.iter().map(|choice| choice.span.len()).collect();
    lengths.sort_unstable();
    let middle = lengths.get(lengths.len() / 2).copied()?;
    let best = best
        .into_iter()
        .min_by_key(|choice| (choice.span.len().abs_diff(middle), choice.article, choice.span))?;
    taken.insert(best.text.clone());
    Some(best.text.clone())
}

fn choice(story: &Story<'_>, unit: &Unit, run: &Range<usize>) -> Choice {
    let (own, whole) = (span_of_run(story, unit, run), readable(story.reader(unit), run));
    let span = if whole == *run { own } else { span_of_run(story, unit, &whole) };
    let article = story.articles[unit.article];
    let text = with_capital(&collapse_white_space(article.quote(span)));
    let flaws = flaws(story.reader(unit), unit.stream, run, article.quote(own));
    Choice { flaws, article: unit.article, span, text }
}

/// What speaks against a run of a sentence in a stream as a line; `quote` is what is shown of it.
fn flaws(reader: Reader<'_>, stream: Stream, run: &Range<usize>, quote: &str) -> u32 {
    let is_fragment = begins_small(quote) || reader.has(run.start, Traits::RELATIVE);
    let is_question = quote.trim_end_matches(['"', '”', '’', ')']).ends_with(['?', '？']);
    let found = [
        (stream == Stream::Title, TITLE),
        (stream == Stream::List, LISTED),
        (is_fragment, FRAGMENT),
        (run.start > 0, INSIDE),
        (is_shouted(quote), SHOUTED),
        (is_question, QUESTION),
        (!has_finite_verb(reader, run), NO_VERB),
        (content(reader, run) < FEW, SHORT),
    ];
    found.into_iter().filter(|(is_so, _)| *is_so).map(|(_, flaw)| flaw).sum()
}

/// Whether the first letter is a small one: what goes on in the middle of a sentence.
fn begins_small(quote: &str) -> bool {
    quote.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase)
}

/// Whether hardly any letter is a small one.
fn is_shouted(quote: &str) -> bool {
    let (mut large, mut small) = (0, 0);
    for letter in quote.chars() {
        large += usize::from(letter.is_uppercase());
        small += usize::from(letter.is_lowercase());
    }
    large > 3 * small && large > 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shouted_or_begins_small_is_known() {
        assert!(is_shouted("DAM BURSTS IN NIGHT") && !is_shouted("The BBC and the FBI agree"));
        assert!(begins_small("“who had gone") && !begins_small("11 people") && !begins_small("A"));
    }
}
