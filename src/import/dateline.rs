//! The place, date and agency that news copy opens with.

/// How many bytes of `paragraph` are a dateline such as `LISBON, May 3 (ABC) --`, dash included;
/// `None` if it opens otherwise.
pub(super) fn opening(paragraph: &str) -> Option<usize> {
    // The longest name two places, a date and an agency.
    const LONGEST: usize = 100;
    let head = paragraph.get(..paragraph.floor_char_boundary(LONGEST)).unwrap_or_default();
    let (at, dash) = dash(head)?;
    let place = head.get(..at)?.trim();
    is_place(place).then_some(at + dash)
}

/// The place and length of the first dash with white space or the end behind it.
fn dash(head: &str) -> Option<(usize, usize)> {
    let dashes = ["---", "--", "—", "–", "-"];
    head.char_indices().filter(|(_, c)| matches!(c, '-' | '–' | '—')).find_map(|(at, _)| {
        let rest = head.get(at..)?;
        let length = dashes.iter().find(|dash| rest.starts_with(**dash))?.len();
        let is_apart = rest.get(length..)?.starts_with(char::is_whitespace) || rest.len() == length;
        let before = head.get(..at)?;
        let may_touch = before.ends_with([')', ' ', '\u{a0}', '\n']) || !rest.starts_with('-');
        (is_apart && may_touch).then_some((at, length))
    })
}

/// Whether `text` names a place, perhaps with a date, and an agency in brackets. Either the place
/// stands in capitals or an agency follows; without both `Paris - ` might open any sentence.
fn is_place(text: &str) -> bool {
    let (place, agency) = match text.split_once('(') {
        Some((place, rest)) => (place.trim(), rest.strip_suffix(')')),
        None => (text, None),
    };
    if text.contains('(') && agency.is_none() {
        return false;
    }
    let has_agency = agency.is_some_and(is_agency);
    let words: Vec<&str> =
        place.split([' ', ',', '/', '\n', '\u{a0}']).filter(|word| !word.is_empty()).collect();
    let first = words.iter().copied().find(|word| is_capitals(word));
    let opens_in_capitals = words.first().is_some_and(|word| is_capitals(word));
    let all_named = words.iter().all(|word| is_named(word));
    (1..=9).contains(&words.len())
        && all_named
        && (opens_in_capitals || has_agency && (first.is_some() || agency.is_some()))
}

/// Whether the text in brackets is the name of an agency rather than an aside.
fn is_agency(text: &str) -> bool {
    let words = text.split_whitespace().count();
    (1..=4).contains(&words) && text.chars().any(char::is_alphabetic) && text.len() <= 40
}

/// A word of at least two letters, all capitals.
fn is_capitals(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic());
    letters.clone().count() >= 2 && letters.clone().all(char::is_uppercase)
}

/// A word that may stand in a dateline: capitalised, a number, or a particle of a name.
fn is_named(word: &str) -> bool {
    const PARTICLES: [&str; 20] = [
        "de", "del", "la", "el", "le", "les", "am", "an", "der", "den", "im", "in", "sur", "of",
        "the", "do", "da", "dos", "y", "et",
    ];
    let opens_high = word
        .chars()
        .find(|c| c.is_alphanumeric())
        .is_some_and(|c| c.is_uppercase() || c.is_numeric());
    opens_high || PARTICLES.contains(&word) || super::dates::is_month(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(paragraph: &str, line: Option<&str>) {
        let found = opening(paragraph).and_then(|length| paragraph.get(..length));
        assert_eq!(found, line);
    }

    #[test]
    fn place_and_agency_open_a_paragraph() {
        check(
            "PORT ELLERY, Maine, May 3 (ABC) -- A ferry ran aground.",
            Some("PORT ELLERY, Maine, May 3 (ABC) --"),
        );
        check("LISBON (ABC) — The minister resigned.", Some("LISBON (ABC) —"));
        check("LISBON —", Some("LISBON —"));
        check("Berlin (dpa) - Der Minister tritt zurück.", Some("Berlin (dpa) -"));
        check("MADRID, 3 may. (EFE) - El ministro dimite.", Some("MADRID, 3 may. (EFE) -"));
        check("Newsroom- LISBON (AP) — The minister resigned.", Some("Newsroom- LISBON (AP) —"));
    }

    #[test]
    fn a_sentence_with_a_dash_is_none() {
        check("The minister — a former judge — resigned.", None);
        check("Paris - the city of light - slept.", None);
        check("NATO-led troops left the town.", None);
        check("The plan (and its cost) - both were criticised.", None);
    }
}
