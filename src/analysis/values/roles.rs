//! What a number counts and what part it plays.

use std::ops::Range;

use super::reader::Reader;
use crate::analysis::words::lexicon::Traits;
use crate::analysis::words::terms::TermId;
use crate::analysis::words::tokens::TokenKind;

/// Up to four stems after `from`, not past a mark or a clause's verb.
pub(in crate::analysis) fn heads(reader: Reader<'_>, from: usize) -> Vec<TermId> {
    let mut heads = Vec::new();
    for at in from..from + 9 {
        let Some((token, word)) = reader.token(at).zip(reader.word(at)) else { break };
        let ends = token.kind != TokenKind::Word
            || word.traits.has(Traits::FINITE.or(Traits::CONJUNCTION).or(Traits::RELATIVE));
        if ends || heads.len() == 4 {
            break;
        }
        if word.is_content() {
            heads.extend(word.stem);
        }
    }
    heads
}

/// What happens to those who are counted by a number.
pub(in crate::analysis) fn role(reader: Reader<'_>, tokens: &Range<usize>) -> Option<u16> {
    nearest(reader, tokens, |at| reader.word(at)?.role.or_else(|| role_of_idiom(reader, at)))
}

/// What the phrase at `at` says that happens to people: `five had not been found`.
fn role_of_idiom(reader: Reader<'_>, at: usize) -> Option<u16> {
    let (_, line) = reader.phrase(&reader.lexicon.idioms, at)?;
    reader.lexicon.role(reader.lexicon.meaning_of_idiom(line))
}

/// What a sum of money is for.
pub(in crate::analysis) fn purpose(reader: Reader<'_>, tokens: &Range<usize>) -> Option<u16> {
    nearest(reader, tokens, |at| reader.word(at)?.purpose)
}

/// What the nearest word tells that tells something, a comma counting for four words.
fn nearest(
    reader: Reader<'_>,
    tokens: &Range<usize>,
    told: impl Fn(usize) -> Option<u16>,
) -> Option<u16> {
    const FAR: usize = 10;
    let distance = |at: usize| {
        let between = if at < tokens.start { at..tokens.start } else { tokens.end..at };
        let commas = between.clone().filter(|at| reader.is(*at, ",")).count();
        between.len() + 4 * commas
    };
    let near = tokens.start.saturating_sub(FAR)..(tokens.end + FAR + 1).min(reader.tokens.len());
    near.filter_map(|at| told(at).map(|told| (distance(at), told)))
        .filter(|(distance, _)| *distance <= FAR)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, told)| told)
}
