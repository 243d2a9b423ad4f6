//! Lines → units.
//!
//! A unit is one line, or the lines of a paragraph that was wrapped at a width. Whether a text is
//! wrapped shows in its lines: each is so long that the next line's first word had no room left.

use crate::text::Span;

/// One or more lines that belong together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::import) struct Unit {
    /// Where it stands, without a bullet before it.
    pub(in crate::import) span: Span,
    /// The block it stands in; blocks are parted by blank lines and counted from 0.
    pub(in crate::import) block: usize,
    /// Whether a bullet stands before it.
    pub(in crate::import) has_bullet: bool,
}

/// A line that is not blank.
#[derive(Clone, Copy)]
struct Line {
    span: Span,
    block: usize,
    /// Count of characters, without white space at the ends.
    length: usize,
    first_word: usize,
    indent: usize,
    opens_low: bool,
    has_bullet: bool,
    opens_list: bool,
}

/// Nobody wraps narrower, and what is wider is a paragraph a line.
const WIDTHS: std::ops::RangeInclusive<usize> = 36..=120;

/// The units of `text`, ascending.
pub(in crate::import) fn units(text: &str) -> Vec<Unit> {
    let lines = lines(text);
    let width = wrap_width(&lines);
    let mut units: Vec<Unit> = Vec::new();
    let mut before: Option<Line> = None;
    for line in lines {
        let goes_on =
            before.is_some_and(|before| width.is_some_and(|width| continues(before, line, width)));
        match units.last_mut().filter(|_| goes_on) {
            Some(unit) => unit.span = unit.span.join(line.span),
            None => {
                units.push(Unit {
                    span: line.span,
                    block: line.block,
                    has_bullet: line.has_bullet,
                });
            }
        }
        before = Some(line);
    }
    units
}

fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut block, mut at, mut after_blank) = (0, 0, false);
    for raw in text.split_inclusive('\n') {
        let span = Span::new(at, at + raw.len()).trimmed(text);
        at += raw.len();
        if span.is_empty() {
            after_blank = true;
            continue;
        }
        if std::mem::take(&mut after_blank) && !lines.is_empty() {
            block += 1;
        }
        if let Some(line) = line(text, raw, span, block) {
            lines.push(line);
        }
    }
    lines
}

/// `None` for a line that holds a bullet and nothing else.
fn line(text: &str, raw: &str, span: Span, block: usize) -> Option<Line> {
    let span = without_markup(text, span);
    let whole = span.of_or_empty(text);
    let inside = without_bullet(whole);
    let has_bullet = inside.len() < whole.len();
    let span = Span::new(span.end() - inside.len(), span.end());
    if span.is_empty() {
        return None;
    }
    let indent =
        raw.chars().take_while(|c| c.is_whitespace()).map(|c| if c == '\t' { 4 } else { 1 }).sum();
    Some(Line {
        span,
        block,
        length: whole.chars().count(),
        first_word: whole.split_whitespace().next().map_or(0, |word| word.chars().count()),
        indent,
        opens_low: inside.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase),
        has_bullet,
        opens_list: opens_list(inside),
    })
}

/// `span` without rules (`=====`) and stray tags at its ends, which are no words.
fn without_markup(text: &str, span: Span) -> Span {
    const RULES: [char; 7] = ['/', '=', '-', '_', '*', '#', '~'];
    const SHORTEST: usize = 5;
    let mut inside = span.of_or_empty(text);
    loop {
        let before = inside.len();
        for rule in RULES {
            let head = inside.trim_start_matches(rule);
            inside = if inside.len() - head.len() >= SHORTEST { head.trim_start() } else { inside };
            let tail = inside.trim_end_matches(rule);
            inside = if inside.len() - tail.len() >= SHORTEST { tail.trim_end() } else { inside };
        }
        inside = without_tags(inside);
        if inside.len() == before {
            return Span::of_slice(inside, text).unwrap_or(span);
        }
    }
}

/// `line` without a tag at its start and one at its end.
fn without_tags(line: &str) -> &str {
    const LONGEST: usize = 500;
    let mut inside = line;
    if inside.starts_with('<') {
        let head = inside.get(..inside.floor_char_boundary(LONGEST)).unwrap_or_default();
        let tag = head.find('>').and_then(|end| head.get(..=end)).filter(|tag| is_tag(tag));
        inside = tag.and_then(|tag| inside.strip_prefix(tag)).unwrap_or(inside).trim_start();
    }
    if inside.ends_with('>') {
        let from = inside.ceil_char_boundary(inside.len().saturating_sub(LONGEST));
        let tail = inside.get(from..).unwrap_or_default();
        let tag = tail.rfind('<').and_then(|start| tail.get(start..)).filter(|tag| is_tag(tag));
        inside = tag.and_then(|tag| inside.strip_suffix(tag)).unwrap_or(inside).trim_end();
    }
    inside
}

/// Whether `tag`, from `<` to `>`, is one that pages have.
fn is_tag(tag: &str) -> bool {
    const INLINE: [&str; 12] =
        ["a", "b", "i", "u", "em", "strong", "span", "font", "img", "br", "small", "script"];
    let inner = tag.trim_start_matches(['<', '/']).trim_end_matches(['>', '/']);
    let name = inner.split(char::is_whitespace).next().unwrap_or_default().to_ascii_lowercase();
    INLINE.contains(&name.as_str()) || crate::import::html::is_block(&name)
}

/// `line` without the bullet and the white space after it.
fn without_bullet(line: &str) -> &str {
    const SURE: [char; 12] = ['•', '‣', '◦', '▪', '■', '●', '·', '►', '▶', '➤', '⦁', '∙'];
    const WITH_SPACE: [char; 5] = ['*', '-', '–', '—', 'o'];
    let mut chars = line.chars();
    let first = chars.next().unwrap_or(' ');
    let rest = chars.as_str();
    let spaced = rest.starts_with(char::is_whitespace);
    // Items that follow on the same line keep their bullets, and so does the first.
    if SURE.contains(&first) && rest.contains(first) {
        return line;
    }
    if SURE.contains(&first) && spaced || WITH_SPACE.contains(&first) && spaced && is_item(rest) {
        rest.trim_start()
    } else {
        line
    }
}

/// Whether what follows a dash or star may be an item of a list: rules of stars are not.
fn is_item(rest: &str) -> bool {
    rest.trim_start().starts_with(|c: char| c.is_alphanumeric() || "\"'“„«‘¿¡(".contains(c))
}

/// Whether `line` opens with a number or letter of a list: `1.`, `2)`, `(a)`, `iv)`.
fn opens_list(line: &str) -> bool {
    let inner = line.strip_prefix('(').unwrap_or(line);
    let Some(at) = inner.find(['.', ')']).filter(|at| (1..=4).contains(at)) else { return false };
    let (marker, rest) = inner.split_at(at);
    let is_number = marker.chars().all(|c| c.is_ascii_digit());
    let is_letter = marker.len() == 1 && marker.chars().all(char::is_alphabetic);
    let is_roman = marker.chars().all(|c| "ivxIVX".contains(c));
    (is_number || is_letter || is_roman) && rest.chars().nth(1).is_none_or(char::is_whitespace)
}

/// The width `lines` are wrapped at, if they are.
fn wrap_width(lines: &[Line]) -> Option<usize> {
    let pairs: Vec<(Line, Line)> = lines
        .windows(2)
        .filter_map(|pair| match pair {
            [a, b] if a.block == b.block && !b.has_bullet && !b.opens_list => Some((*a, *b)),
            _ => None,
        })
        .collect();
    let width = pairs.iter().flat_map(|(a, b)| [a.length, b.length]).max()?;
    if !WIDTHS.contains(&width) {
        return None;
    }
    let full: Vec<_> = pairs.iter().filter(|(a, b)| is_full(*a, *b, width)).collect();
    let opened_low = full.iter().filter(|(_, b)| b.opens_low).count();
    // In running text at least a third of the words open low, in German too; headlines under one
    // another open high.
    let is_wrapped =
        full.len() >= 2 && opened_low * 3 >= full.len() && full.len() * 2 >= pairs.len();
    is_wrapped.then_some(width)
}

/// Whether `a` had no room left for the first word of `b`.
fn is_full(a: Line, b: Line, width: usize) -> bool {
    a.length + 1 + b.first_word > width
}

/// Whether `b` continues the paragraph of `a`.
fn continues(a: Line, b: Line, width: usize) -> bool {
    // A wrapped line may be some characters short: wide dashes and links are counted otherwise by
    // the program that wrapped.
    const SLACK: usize = 3;
    a.block == b.block
        && !b.has_bullet
        && !(b.opens_list && b.indent <= a.indent && !b.opens_low)
        && is_full(a, b, width.saturating_sub(SLACK))
        && (b.indent <= a.indent + 1 || a.has_bullet)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The units of a text, each on one line, bulleted ones after `• `.
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = units(text)
            .iter()
            .map(|unit| {
                let line = crate::text::collapse_white_space(unit.span.of_or_empty(text));
                if unit.has_bullet { format!("• {line}") } else { line }
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn lines_wrapped_at_a_width_are_one_paragraph() {
        check(
            "The council of the town voted late on\nMonday to close the old bridge, which\nhas carried no lorries since May.\n\nIt had been repaired twice in the ten\nyears before.",
            &[
                "The council of the town voted late on Monday to close the old bridge, which has carried no lorries since May.",
                "It had been repaired twice in the ten years before.",
            ],
        );
    }

    #[test]
    fn a_short_line_ends_the_paragraph_of_a_wrapped_text() {
        check(
            "The council of the town voted late on\nMonday to close the old bridge, which\nis old.\nNobody of those who live beside it was\nasked what they think of the matter.",
            &[
                "The council of the town voted late on Monday to close the old bridge, which is old.",
                "Nobody of those who live beside it was asked what they think of the matter.",
            ],
        );
    }

    #[test]
    fn menu_lines_stay_apart() {
        check("Home\nNews\nSport", &["Home", "News", "Sport"]);
    }

    #[test]
    fn headlines_of_like_length_stay_apart() {
        let lines = "Council closes bridge after second report\nMayor opens new pool in the western park\nTeachers ask for smaller classes in May";
        check(lines, &lines.lines().collect::<Vec<_>>());
    }

    #[test]
    fn rules_and_stray_tags_are_no_words() {
        check(
            "=====\n<p>One died.</p>\n</div>\n///// Two were hurt",
            &["One died.", "Two were hurt"],
        );
    }

    #[test]
    fn bullets_are_taken_off() {
        check(
            "  • One died\n* Two were hurt\n- 3 are missing\n***",
            &["• One died", "• Two were hurt", "• 3 are missing", "***"],
        );
    }
}
