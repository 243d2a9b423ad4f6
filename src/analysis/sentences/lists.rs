//! Items of a list that stand in one paragraph: `1. … 2. …`, `a) … b) …`, `• … • …`.

const BULLETS: [char; 4] = ['•', '⁃', '‣', '▪'];

/// Where items open, ascending: bullets, and markers that count up.
pub(super) fn openings(text: &str) -> Vec<usize> {
    let has_bullets = !text.is_ascii() && text.contains(BULLETS);
    if !has_bullets && !may_hold_markers(text) {
        return Vec::new();
    }
    let markers = markers(text);
    let mut openings = Vec::new();
    let mut at = 0;
    while at < markers.len() {
        let run = run(markers.get(at..).unwrap_or_default());
        openings.extend(run.iter().map(|marker| marker.at));
        at += run.len().max(1);
    }
    openings.extend(text.match_indices(BULLETS).map(|(at, _)| at));
    openings.sort_unstable();
    openings.dedup();
    without_nested(text, openings)
}

/// `• 9. …` is one item: a marker right behind a bullet opens nothing.
fn without_nested(text: &str, openings: Vec<usize>) -> Vec<usize> {
    let mut kept: Vec<usize> = Vec::new();
    for at in openings {
        let between = kept.last().and_then(|last| text.get(*last..at));
        if between.is_none_or(|between| between.chars().any(char::is_alphanumeric)) {
            kept.push(at);
        }
    }
    kept
}

/// Whether `sentence`, without the dot behind it, is nothing but the marker of an item.
pub(super) fn is_marker(sentence: &str) -> bool {
    const LONGEST: usize = 16;
    if sentence.len() > LONGEST {
        return false;
    }
    let inner = sentence.trim_start_matches(['•', '⁃', '(', ' ']);
    let is_number = inner.len() <= 2 && inner.chars().all(|c| c.is_ascii_digit());
    let is_letter = inner.chars().count() == 1 && inner.chars().all(char::is_alphabetic);
    is_number || is_letter
}

/// A number or letter that may open an item.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Marker {
    at: usize,
    style: Style,
    value: u32,
    /// Whether it stands at the start of the text or behind the end of a sentence.
    opens: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Style {
    numbering: Numbering,
    suffix: Suffix,
    has_bracket: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Numbering {
    Digits,
    Low,
    High,
    Roman,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Suffix {
    Dot,
    Bracket,
    Both,
}

/// The markers from the first that count up one by one; none if they are no list.
fn run(markers: &[Marker]) -> Vec<Marker> {
    let Some(first) = markers.first().filter(|marker| marker.opens) else { return Vec::new() };
    for candidate in readings(*first) {
        // A list's items stand near one another; the whole text need not be searched from each.
        let values = candidate.value + 1..;
        let counts_up = |(marker, value): &(&Marker, u32)| {
            readings(**marker).iter().any(|own| own.style == candidate.style && own.value == *value)
        };
        let others = markers.iter().skip(1).take(200).zip(values).take_while(counts_up);
        let run: Vec<Marker> =
            [*first].into_iter().chain(others.map(|(marker, _)| *marker)).collect();
        let least = if candidate.value == 1 || first.at == 0 { 2 } else { 3 };
        if run.len() >= least {
            return run;
        }
    }
    Vec::new()
}

/// `i`, `v` and `x` are letters and Roman numbers.
fn readings(marker: Marker) -> Vec<Marker> {
    let as_roman = match (marker.style.numbering, marker.value) {
        (Numbering::Low, 9) => Some(1),
        (Numbering::Low, 22) => Some(5),
        (Numbering::Low, 24) => Some(10),
        _ => None,
    };
    let roman = as_roman.map(|value| Marker {
        value,
        style: Style { numbering: Numbering::Roman, ..marker.style },
        ..marker
    });
    roman.into_iter().chain([marker]).collect()
}

/// Whether a dot or a bracket stands behind what may be a marker; most texts have none.
fn may_hold_markers(text: &str) -> bool {
    const LONGEST: usize = 4;
    let bytes = text.as_bytes();
    let signs = (0..bytes.len()).filter(|at| matches!(bytes[*at], b'.' | b')'));
    let mut names = signs.map(|at| {
        let letters = bytes[..at].iter().rev().take(LONGEST + 1);
        at - letters.take_while(|byte| byte.is_ascii_alphanumeric()).count()..at
    });
    names.any(|name| text.get(name).and_then(numbered).is_some())
}

fn markers(text: &str) -> Vec<Marker> {
    let mut markers = Vec::new();
    let mut before = None;
    let mut last_solid = None;
    for (at, c) in text.char_indices() {
        let at_word =
            before.is_none_or(|before: char| before.is_whitespace() || matches!(before, '•' | '⁃'));
        if at_word && (c == '(' || c.is_ascii_alphanumeric()) {
            let opens = last_solid.is_none_or(|last: char| {
                matches!(last, '.' | '!' | '?' | ':' | ';' | '"' | '”' | ')' | '•' | '⁃')
            });
            markers.extend(text.get(at..).and_then(|rest| marker(at, rest, opens)));
        }
        if !c.is_whitespace() {
            last_solid = Some(c);
        }
        before = Some(c);
    }
    markers
}

fn marker(at: usize, rest: &str, opens: bool) -> Option<Marker> {
    let (has_bracket, inner) = rest.strip_prefix('(').map_or((false, rest), |inner| (true, inner));
    let length = inner.bytes().take(5).position(|byte| !byte.is_ascii_alphanumeric())?;
    let (name, after) = inner.split_at_checked(length)?;
    let (suffix, after) = if let Some(after) = after.strip_prefix(".)") {
        (Suffix::Both, after)
    } else if let Some(after) = after.strip_prefix('.') {
        (Suffix::Dot, after)
    } else {
        (Suffix::Bracket, after.strip_prefix(')')?)
    };
    let (numbering, value) = numbered(name)?;
    let words = after.strip_prefix(char::is_whitespace)?.trim_start();
    let opens_low = words.starts_with(char::is_lowercase);
    // "for 1. above" and "p. m." are no items.
    if words.is_empty() || suffix == Suffix::Dot && opens_low && numbering == Numbering::Digits {
        return None;
    }
    // Initials of names look like items; only low letters are markers before a dot.
    if suffix == Suffix::Dot && numbering == Numbering::High {
        return None;
    }
    Some(Marker { at, style: Style { numbering, suffix, has_bracket }, value, opens })
}

fn numbered(name: &str) -> Option<(Numbering, u32)> {
    if name.len() <= 2 && name.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some((Numbering::Digits, name.parse().ok()?));
    }
    match name.as_bytes() {
        [letter @ b'a'..=b'z'] => Some((Numbering::Low, u32::from(letter - b'a') + 1)),
        [letter @ b'A'..=b'Z'] => Some((Numbering::High, u32::from(letter - b'A') + 1)),
        _ => {
            let romans = ["ii", "iii", "iv", "vi", "vii", "viii", "ix"];
            let values = [2, 3, 4, 6, 7, 8, 9];
            let at = romans.iter().position(|roman| *roman == name)?;
            Some((Numbering::Roman, *values.get(at)?))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(marked: &str) {
        let text = marked.replace('|', "");
        let mut expected = Vec::new();
        let mut at = 0;
        for piece in marked.split('|').skip(1).scan(
            marked.split('|').next().map_or(0, str::len),
            |from, piece| {
                let start = *from;
                *from += piece.len();
                Some(start)
            },
        ) {
            at = piece;
            expected.push(at);
        }
        let _ = at;
        assert_eq!(openings(&text), expected);
    }

    #[test]
    fn markers_that_count_up_open_items() {
        check("|1. The bridge |2. The road");
        check("|(i) One. |(ii) Two. |(iii) Three.");
        check("They left. |a. one |b. two |c. three");
        check("|• 9. The bridge |• 10. The road");
    }

    #[test]
    fn lone_numbers_open_nothing() {
        check("He paid for 1. above and 2. below.");
        check("It happened in room 4. Nobody saw it.");
    }
}
