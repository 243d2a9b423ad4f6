//! Where sentences may end.
//!
//! The boundaries of Unicode Standard Annex 29 are the base. To them come the marks at which it has
//! none and running text ends sentences nevertheless: before a number (`He left. 25 people stayed.`)
//! or a dash, where the space is missing, behind an ellipsis, in texts written without capitals, and
//! where a speaker breaks off. Whether a sentence does end there is not said here.

use unicode_segmentation::UnicodeSegmentation as _;

/// Marks that may end a sentence, and the closing brackets and quotes behind them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Stop {
    /// First byte of the marks.
    pub(super) start: usize,
    /// One past the last mark.
    pub(super) marks: usize,
    /// One past the last closing sign.
    pub(super) end: usize,
}

/// The stops of `text`, ascending; each once.
pub(super) fn stops(text: &str) -> Vec<Stop> {
    let mut stops: Vec<Stop> = by_unicode(text).into_iter().chain(by_marks(text)).collect();
    stops.sort_unstable_by_key(|stop| stop.start);
    stops.dedup_by_key(|stop| stop.start);
    stops
}

/// The stops before the boundaries of the annex. It has one at the end of every line; inside a
/// paragraph those are spaces, whatever mark stands before them.
fn by_unicode(text: &str) -> Vec<Stop> {
    if text.chars().all(is_plain) || !is_regular(text) {
        return Vec::new();
    }
    let on_one_line = text.replace(['\n', '\r'], " ");
    let boundaries = on_one_line.split_sentence_bound_indices().map(|(at, _)| at).skip(1);
    boundaries.filter_map(|at| before(text, at)).collect()
}

/// Whether the annex knows no stop at `c` that [`by_marks`] does not know: letters, digits, spaces, and
/// marks that either end sentences for both or stand in none of the annex's rules but as closing signs.
fn is_plain(c: char) -> bool {
    match c {
        '’' | '”' | '“' | '–' | '—' | '…' | '€' | '£' | '\u{a0}' => true,
        c => c.is_ascii() || c.is_alphabetic(),
    }
}

/// Whether no run of signs and spaces in `text` is so long that the crate, which looks through the
/// rest of a run from each of its characters, would take long.
fn is_regular(text: &str) -> bool {
    const LONGEST: usize = 200;
    text.split(char::is_alphanumeric).all(|run| run.len() <= LONGEST)
}

/// The stop that the boundary at `at` stands behind.
fn before(text: &str, at: usize) -> Option<Stop> {
    let passed = text.get(..at)?;
    let is_around = |c: char| c.is_whitespace() || is_closer(c) || matches!(c, '(' | '[' | '{');
    let (last, mark) = passed.char_indices().rev().find(|(_, c)| !is_around(*c))?;
    if mark.is_alphanumeric() {
        return None;
    }
    let run = passed.get(..last + mark.len_utf8())?;
    let start = if is_mark(mark) { run.trim_end_matches(is_mark).len() } else { last };
    Some(stop(text, start))
}

/// The stops at full stops and other marks of the scripts that have capitals, and of the East Asian.
fn by_marks(text: &str) -> impl Iterator<Item = Stop> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let rest = text.get(from..)?;
        let ends = |(at, c): &(usize, char)| is_mark(*c) || breaks_off(rest, *at, *c);
        let (at, _) = rest.char_indices().find(ends)?;
        let stop = stop(text, from + at);
        from = stop.marks;
        Some(stop)
    })
}

/// The stop whose marks begin at `start`.
fn stop(text: &str, start: usize) -> Stop {
    let first = text.get(start..).and_then(|rest| rest.chars().next());
    let marks = match first {
        Some(mark) if is_mark(mark) => skip(text, start, is_mark),
        _ => start + first.map_or(0, char::len_utf8),
    };
    let marks = spaced_dots(text, start, marks);
    Stop { start, marks, end: closers(text, marks) }
}

fn is_mark(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…') || is_wide_mark(c)
}

/// Marks after which no space is needed.
pub(super) fn is_wide_mark(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '｡' | '．')
}

pub(super) fn is_closer(c: char) -> bool {
    matches!(
        c,
        ')' | ']'
            | '}'
            | '"'
            | '\''
            | '”'
            | '’'
            | '»'
            | '›'
            | '」'
            | '』'
            | '】'
            | '）'
            | '〉'
            | '》'
            | '“'
            | '*'
            | '_'
    )
}

/// Whether a speaker breaks off at `at`: `“We were --”`.
fn breaks_off(rest: &str, at: usize, c: char) -> bool {
    matches!(c, '-' | '—')
        && rest.get(at + c.len_utf8()..).is_some_and(|after| after.starts_with(['"', '”']))
}

/// One past the closing signs at `from`; a quote that opens the next word is none.
fn closers(text: &str, from: usize) -> usize {
    let end = skip(text, from, is_closer);
    let taken = text.get(from..end).unwrap_or_default();
    let after = text.get(end..).and_then(|rest| rest.chars().next());
    match taken.chars().next_back() {
        Some(quote @ ('"' | '\'' | '“' | '*' | '_'))
            if after.is_some_and(char::is_alphanumeric) =>
        {
            end - quote.len_utf8()
        }
        _ => end,
    }
}

/// One past the characters from `from` on for which `which` holds.
pub(super) fn skip(text: &str, from: usize, which: impl Fn(char) -> bool) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    from + (rest.len() - rest.trim_start_matches(which).len())
}

/// One past `. . .` where the marks from `start` to `end` go on as dots with spaces between.
fn spaced_dots(text: &str, start: usize, end: usize) -> usize {
    if text.get(start..end).is_none_or(|marks| marks != ".") {
        return end;
    }
    let mut end = end;
    while text.get(end..).is_some_and(|rest| rest.starts_with(" .") && !rest.starts_with(" .c")) {
        let after = text.get(end + 2..).and_then(|rest| rest.chars().next());
        if after.is_some_and(char::is_alphanumeric) {
            break;
        }
        end += 2;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Stops are marked by `|` behind them.
    fn check(marked: &str) {
        let text = marked.replace('|', "");
        let mut found = String::new();
        let mut from = 0;
        for stop in stops(&text) {
            found.push_str(text.get(from..stop.end).unwrap_or_default());
            found.push('|');
            from = stop.end;
        }
        found.push_str(text.get(from..).unwrap_or_default());
        assert_eq!(found, marked);
    }

    /// The end of the text ends the last sentence anyway.
    #[test]
    fn every_script_has_its_stops() {
        check("पुल बंद हो गया।| मेयर ने इस्तीफ़ा दिया।");
        check("أغلق الجسر؟| استقال العمدة.|");
        check("Կամուրջը փակվեց։| Քաղաքապետը հրաժարվեց։");
        check("市長は辞任した。|次は？|");
        check("ድልድዩ ተዘጋ።| ከንቲባው ለቀቁ።");
    }

    #[test]
    fn what_unicode_overlooks_is_found() {
        check("He left.| 25 people stayed.|");
        check("It was late …| and cold.|");
        check("It closed.|The mayor left.|");
        check("“We were --”| She left.|");
    }

    #[test]
    fn plain_text_ends_nowhere_else_for_the_annex() {
        let signs = [
            ". ", ".", "! ", "?", "…", "Ab ", "c", "7", " ", "’", "”", "“", "\"", "'", "(", ") ",
            "[", "]", "–", "—", ", ", "; ", ":", "*", "_", "-", "é", "\u{a0}", "£", "$", "%", "/",
            "{", "}",
        ];
        let mut chance = 7_usize;
        for _ in 0..20_000 {
            let mut text = String::new();
            for _ in 0..10 {
                chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                text.push_str(signs[(chance >> 33) % signs.len()]);
            }
            assert!(text.chars().all(is_plain));
            let boundaries = text.split_sentence_bound_indices().map(|(at, _)| at).skip(1);
            let of_annex = boundaries.filter_map(|at| before(&text, at));
            // What stands among the marks of another stop ends nothing.
            let known = stops(&text);
            let is_known =
                |at: usize| known.iter().any(|stop| (stop.start..stop.marks).contains(&at));
            for stop in of_annex {
                assert!(is_known(stop.start), "{stop:?} in {text:?}");
            }
        }
    }

    #[test]
    fn ends_of_lines_are_none() {
        check("The old\nbridge.|");
    }

    #[test]
    fn closing_signs_go_with_their_stop() {
        check("(He left.)| “So did I.”|");
    }
}
