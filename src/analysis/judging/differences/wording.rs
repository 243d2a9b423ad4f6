//! Quotations and near-equal sentences that differ in a word, and who did what to whom.

use std::ops::Range;

use super::{Difference, Meeting, Side};
use crate::analysis::story::Stream;
use crate::analysis::words::lexicon::Traits;
use crate::analysis::words::spelling::edit_distance;
use crate::analysis::words::terms::TermId;
use crate::analysis::words::tokens::TokenKind;
use crate::model::ReasonKind;

/// A quotation shorter than this is a phrase that anybody might use.
const LEAST_WORDS: usize = 4;

/// Words of a quotation that stand in the place of others at most.
const LONGEST_CHANGE: usize = 5;

/// Words that two quotations have in common before their ends differ in length and are still told of one.
const LONG_BEGINNING: usize = 6;

/// Words after a quality within which its noun stands: `a German crime thriller`.
const QUALITIES: usize = 3;

/// Changed quotations and words of one contrast in the same place.
pub(super) fn differences(meeting: &Meeting<'_, '_>) -> Vec<Difference> {
    let mut found: Vec<Difference> = quotations(meeting)
        .into_iter()
        .filter_map(|pair| changed_quotation(meeting, &pair))
        .collect();
    found.extend(contrasts(meeting));
    found.extend(swapped(meeting));
    found
}

/// A quotation of either side and how alike they are.
pub(super) struct Quotations {
    /// The tokens of the words of the first.
    pub(super) a: Vec<usize>,
    /// The tokens of the words of the second.
    pub(super) b: Vec<usize>,
    /// Twice the words in common over all.
    pub(super) ratio: f64,
}

/// The quotations of both sides, every one with every other.
pub(super) fn quotations(meeting: &Meeting<'_, '_>) -> Vec<Quotations> {
    let (left, right) = (quoted(meeting.a), quoted(meeting.b));
    let mut found = Vec::new();
    for a in left {
        for b in right {
            let common: usize = changes(meeting, a, b)
                .iter()
                .map(|change| if change.is_equal { change.a.len() } else { 0 })
                .sum();
            found.push(Quotations {
                a: a.clone(),
                b: b.clone(),
                ratio: 2.0 * common as f64 / (a.len() + b.len()) as f64,
            });
        }
    }
    found
}

/// The words inside the quotation marks of a sentence that touch the side, each quotation by itself.
fn quoted<'m>(side: &'m Side<'_>) -> &'m [Vec<usize>] {
    side.once.quoted.get_or_init(|| find_quoted(side))
}

fn find_quoted(side: &Side<'_>) -> Vec<Vec<usize>> {
    let mut found = Vec::new();
    let mut open: Option<Vec<usize>> = None;
    for at in 0..side.reader.tokens.len() {
        let form = side.reader.form(at).unwrap_or_default();
        let is_mark = side.reader.token(at).is_some_and(|token| token.kind == TokenKind::Mark);
        match form {
            "„" if is_mark => open = Some(Vec::new()),
            "”" if is_mark => found.extend(open.take()),
            // These open in one language and close in another.
            "“" | "«" | "»" | "\"" if is_mark => match open.take() {
                Some(words) => found.push(words),
                None => open = Some(Vec::new()),
            },
            _ if !is_mark => {
                if let Some(words) = &mut open {
                    words.push(at);
                }
            }
            _ => {}
        }
    }
    found.extend(open);
    found.retain(|words| words.len() >= LEAST_WORDS && words.iter().any(|at| side.holds(*at)));
    found
}

/// A stretch of two word lists, equal or not.
struct Change {
    is_equal: bool,
    a: Range<usize>,
    b: Range<usize>,
}

fn changes(meeting: &Meeting<'_, '_>, a: &[usize], b: &[usize]) -> Vec<Change> {
    use similar::{Algorithm, DiffOp, capture_diff_slices};
    let (left, right) = (forms(meeting.a, a), forms(meeting.b, b));
    let change = |op: DiffOp| Change {
        is_equal: matches!(op, DiffOp::Equal { .. }),
        a: op.old_range(),
        b: op.new_range(),
    };
    capture_diff_slices(Algorithm::Myers, &left, &right).into_iter().map(change).collect()
}

/// Changes with those in one of which one word alone is equal: `long [enough]` against `[far too] long`.
fn joined(changes: Vec<Change>) -> Vec<Change> {
    let mut found: Vec<Change> = Vec::new();
    for change in changes {
        let is_bridge = |equal: &Change| equal.is_equal && equal.a.len() == 1;
        match found.as_slice() {
            [.., before, equal]
                if !change.is_equal && is_bridge(equal) && is_half(before, &change) =>
            {
                found.pop();
                if let Some(last) = found.last_mut() {
                    last.a.end = change.a.end;
                    last.b.end = change.b.end;
                }
            }
            _ => found.push(change),
        }
    }
    found
}

/// Whether what one change adds on one side the other adds on the other side.
fn is_half(x: &Change, y: &Change) -> bool {
    let adds = |range: &Range<usize>, other: &Range<usize>| range.is_empty() && !other.is_empty();
    (adds(&x.a, &x.b) && adds(&y.b, &y.a)) || (adds(&x.b, &x.a) && adds(&y.a, &y.b))
}

fn forms<'s>(side: &Side<'s>, list: &[usize]) -> Vec<&'s str> {
    list.iter().map(|at| side.reader.form(*at).unwrap_or_default()).collect()
}

/// A quotation of which some words inside were replaced, or into which `not` was put.
fn changed_quotation(meeting: &Meeting<'_, '_>, pair: &Quotations) -> Option<Difference> {
    if pair.ratio < 0.6 {
        return None;
    }
    let changes = joined(changes(meeting, &pair.a, &pair.b));
    let inner = changes.iter().filter(|change| !change.is_equal && is_inside(change, pair));
    for change in inner {
        let tokens = |list: &[usize], range: &Range<usize>| {
            let first = *list.get(range.start.min(list.len().saturating_sub(1)))?;
            let last =
                *list.get(range.end.saturating_sub(1).max(range.start).min(list.len() - 1))?;
            Some(first..last + 1)
        };
        let (a, b) = (tokens(&pair.a, &change.a)?, tokens(&pair.b, &change.b)?);
        if change.a.is_empty() || change.b.is_empty() {
            let (side, list, range) = if change.a.is_empty() {
                (meeting.b, &pair.b, &change.b)
            } else {
                (meeting.a, &pair.a, &change.a)
            };
            let is_denial = list[range.clone()]
                .iter()
                .any(|at| side.denials.iter().any(|denial| denial.contains(at)));
            if is_denial {
                return Some(Difference::new(ReasonKind::Negation, 0.85, a, b));
            }
        } else if change.a.len().max(change.b.len()) <= LONGEST_CHANGE
            && is_material(meeting, &pair.a[change.a.clone()], &pair.b[change.b.clone()])
        {
            return Some(Difference::new(ReasonKind::Wording, 0.80, a, b));
        }
    }
    None
}

/// Whether words stand before and after a change in both quotations; or before it alone, where both end
/// with it: `… handed a bill` against `… handed a cheque`. One that only goes on was cut.
fn is_inside(change: &Change, pair: &Quotations) -> bool {
    let follows = change.a.start > 0 && change.b.start > 0;
    let (goes_on_a, goes_on_b) = (change.a.end < pair.a.len(), change.b.end < pair.b.len());
    let is_like_length = change.a.len().abs_diff(change.b.len()) <= 1;
    let is_replaced = !change.a.is_empty() && !change.b.is_empty();
    let is_one_quotation = is_replaced && change.a.start.min(change.b.start) >= LONG_BEGINNING;
    let ends_both = !goes_on_a && !goes_on_b && (is_like_length || is_one_quotation);
    follows && ((goes_on_a && goes_on_b) || ends_both)
}

/// Whether the words of either side carry content of their own and are no spelling variants.
fn is_material(meeting: &Meeting<'_, '_>, a: &[usize], b: &[usize]) -> bool {
    let stems = |side: &Side<'_>, list: &[usize]| -> Vec<_> {
        list.iter()
            .filter_map(|at| side.reader.word(*at))
            .filter(|word| word.is_content())
            .filter_map(|word| word.stem)
            .collect()
    };
    let (mut x, mut y) = (stems(meeting.a, a), stems(meeting.b, b));
    let common: Vec<TermId> = x.iter().copied().filter(|stem| y.contains(stem)).collect();
    x.retain(|stem| !common.contains(stem));
    y.retain(|stem| !common.contains(stem));
    let is_variant =
        edit_distance(&forms(meeting.a, a).concat(), &forms(meeting.b, b).concat()) <= 2;
    let are_akin = x.iter().any(|stem| y.iter().any(|other| meeting.is_akin(*stem, *other)));
    let is_number = |side: &Side<'_>, list: &[usize]| {
        list.iter().any(|at| {
            let word = side.reader.word(*at);
            side.reader.is_digits(*at)
                || word.is_some_and(|word| word.ordinal.or(word.cardinal).is_some())
        })
    };
    let are_numbers = is_number(meeting.a, a) && is_number(meeting.b, b);
    !x.is_empty() && !y.is_empty() && !is_variant && !are_akin && !are_numbers
}

/// Two words of one contrast set beside the same word.
fn contrasts(meeting: &Meeting<'_, '_>) -> Vec<Difference> {
    let (left, right) = (contrasting(meeting.a), contrasting(meeting.b));
    let mut found = Vec::new();
    for (set, x) in left {
        for (other, y) in right {
            let forms = (meeting.a.reader.form(*x), meeting.b.reader.form(*y));
            let has = |side: &Side<'_>, form: Option<&str>| {
                side.tokens().any(|at| side.reader.form(at) == form)
            };
            let is_lone = set == other
                && !is_same_word(forms.0, forms.1)
                && !has(meeting.a, forms.1)
                && !has(meeting.b, forms.0);
            if is_lone && beside_same(meeting, *x, *y) {
                found.push(Difference::new(ReasonKind::Wording, 0.62, *x..*x + 1, *y..*y + 1));
            }
        }
    }
    found
}

/// Whether two words of a set are forms of one: `north` and `northern`.
fn is_same_word(a: Option<&str>, b: Option<&str>) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return true };
    a.starts_with(b) || b.starts_with(a) || (a.len() > 5 && a.chars().take(5).eq(b.chars().take(5)))
}

/// The words of a side that stand in a set of contrasts: the set and the token.
fn contrasting<'m>(side: &'m Side<'_>) -> &'m [(u16, usize)] {
    side.once.contrasts.get_or_init(|| {
        let set = |at: usize| side.reader.word(at)?.contrast;
        // `South Sudan` is a name.
        let is_capital =
            |at: usize| side.reader.token(at).is_some_and(|token| token.capital && at > 0);
        let is_named = |at: usize| {
            !side.reader.lexicon.data.nouns_have_capitals
                && side.unit.stream != Stream::Title
                && is_capital(at)
                && is_capital(at + 1)
        };
        let tokens = side.tokens().filter(|at| !is_named(*at));
        tokens.filter_map(|at| Some((set(at)?, at))).collect()
    })
}

/// Whether the same word of content stands directly before both, or soon after both.
fn beside_same(meeting: &Meeting<'_, '_>, x: usize, y: usize) -> bool {
    let stem = |side: &Side<'_>, at: usize| {
        side.reader.word(at).filter(|word| word.is_content()).and_then(|word| word.stem)
    };
    let same = |a: Option<usize>, b: Option<usize>| match (a, b) {
        (Some(a), Some(b)) => {
            stem(meeting.a, a).is_some() && stem(meeting.a, a) == stem(meeting.b, b)
        }
        _ => false,
    };
    let after = |i: usize, j: usize| same(Some(x + i), Some(y + j));
    // `Friday morning` and `Friday evening` are times like any others.
    let before = |at: usize, side: &Side<'_>| {
        at.checked_sub(1)
            .filter(|at| side.reader.word(*at).is_some_and(|word| word.weekday.is_none()))
    };
    same(before(x, meeting.a), before(y, meeting.b))
        || (1..=QUALITIES).any(|i| (1..=QUALITIES).any(|j| after(i, j)))
}

/// Tokens between two names and the verb that joins them.
const FRAME: usize = 8;

/// Two names that stand round the same verb the other way about.
fn swapped(meeting: &Meeting<'_, '_>) -> Option<Difference> {
    if meeting.fraction < 0.6 {
        return None;
    }
    let (left, right) = (frames(meeting, meeting.a), frames(meeting, meeting.b));
    let is_turned = |(x, y): &(&Frame, &Frame)| {
        x.verb == y.verb && x.doer == y.done && x.done == y.doer && x.doer != x.done
    };
    let pairs = left.iter().flat_map(|x| right.iter().map(move |y| (x, y)));
    let same = left.iter().any(|x| right.iter().any(|y| x.is_same(y)));
    let (x, y) = pairs.filter(|_| !same).find(is_turned)?;
    Some(Difference::new(ReasonKind::Wording, 0.75, x.tokens.clone(), y.tokens.clone()))
}

/// Who did what to whom.
struct Frame {
    doer: TermId,
    verb: TermId,
    done: TermId,
    tokens: Range<usize>,
}

impl Frame {
    fn is_same(&self, other: &Self) -> bool {
        self.doer == other.doer && self.verb == other.verb && self.done == other.done
    }
}

/// Every shared word that stands between two names with no other word of content, mark, `and` or
/// relative between them; after a `by` it is undone.
fn frames(meeting: &Meeting<'_, '_>, side: &Side<'_>) -> Vec<Frame> {
    let is_name = |at: usize, stem: &TermId| {
        meeting.story.names.contains(stem)
            && side.reader.token(at).is_some_and(|token| token.capital)
    };
    let parts = |at: usize| {
        side.reader.token(at).is_some_and(|token| token.kind == TokenKind::Mark)
            || side.reader.has(at, Traits::CONJUNCTION.or(Traits::RELATIVE))
    };
    let names: Vec<(usize, TermId)> =
        side.content.iter().copied().filter(|(at, stem)| is_name(*at, stem)).collect();
    let content = &side.content;
    let mut found = Vec::new();
    for pair in names.windows(2) {
        let [(x, first), (y, second)] = pair else { continue };
        let mut between = x + 1..*y;
        let verb = side.content.iter().find(|(at, stem)| {
            between.contains(at)
                && meeting.shared.contains(stem)
                && !side.reader.has(at - 1, Traits::ARTICLE)
        });
        let Some((_, verb)) = verb.filter(|_| between.len() <= FRAME) else { continue };
        let is_verb_alone = content.iter().filter(|(at, _)| between.contains(at)).count() == 1;
        let owns = |at: usize| side.reader.form(at).is_some_and(|form| form.contains('\''));
        if !is_verb_alone || owns(*x) {
            continue;
        }
        let is_passive = between.clone().any(|at| side.reader.has(at, Traits::BY));
        if between.any(parts) {
            continue;
        }
        let (doer, done) = if is_passive { (*second, *first) } else { (*first, *second) };
        found.push(Frame { doer, verb: *verb, done, tokens: *x..y + 1 });
    }
    found
}
