//! Days as they are printed.

use jiff::civil::Date;

/// Names of the months, with the least letters that tell them: English, German, Spanish, French.
const MONTHS: [&[&str]; 12] = [
    &["jan", "january", "januar", "jänner", "enero", "ene", "janvier", "janv"],
    &["feb", "february", "februar", "febrero", "février", "févr", "fév"],
    &["mar", "march", "märz", "mär", "mrz", "marzo", "mars"],
    &["apr", "april", "abril", "abr", "avril", "avr"],
    &["may", "mai", "mayo"],
    &["jun", "june", "juni", "junio", "juin"],
    &["jul", "july", "juli", "julio", "juillet", "juil"],
    &["aug", "august", "agosto", "ago", "août"],
    &["sep", "sept", "september", "septiembre", "setiembre", "septembre"],
    &["oct", "october", "okt", "oktober", "octubre", "octobre"],
    &["nov", "november", "noviembre", "novembre"],
    &["dec", "december", "dez", "dezember", "dic", "diciembre", "déc", "décembre"],
];

/// Whether `word` names a month.
pub(super) fn is_month(word: &str) -> bool {
    month(&word.to_lowercase()).is_some()
}

fn month(word: &str) -> Option<i8> {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    (1..).zip(MONTHS).find(|(_, names)| names.contains(&word)).map(|(number, _)| number)
}

/// A piece of a printed day.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Piece {
    Number(u32, usize),
    Month(i8),
}

/// The first day that `text` names with day, month and year; `None` for a day that may be read in
/// two ways, such as 3/4/2024.
pub(super) fn first_date(text: &str) -> Option<Date> {
    let pieces = pieces(text);
    (0..pieces.len()).find_map(|at| date(pieces.get(at..at + 3)?))
}

/// Whether `text` names a day in numbers, even one that may be read in two ways.
pub(super) fn has_numeric_day(text: &str) -> bool {
    text.split_whitespace().any(|token| {
        let token = token.trim_matches(|c: char| !c.is_ascii_digit());
        let lengths: Vec<usize> = token.split(['/', '-', '.']).map(str::len).collect();
        let is_number = token.chars().all(|c| c.is_ascii_digit() || matches!(c, '/' | '-' | '.'));
        is_number && matches!(*lengths, [1 | 2, 1 | 2, 4] | [4, 1 | 2, 1 | 2])
    })
}

/// The numbers and months of `text` in order. Words like "of" and "de" fall out.
fn pieces(text: &str) -> Vec<Piece> {
    const LONGEST: usize = 400;
    let text = text.get(..text.floor_char_boundary(LONGEST)).unwrap_or_default().to_lowercase();
    let text = text.replace(['年', '月', '日', '년', '월', '일'], " ");
    let mut pieces = Vec::new();
    for token in text.split_whitespace() {
        match dotted(token) {
            Some(dotted) => pieces.extend(dotted),
            None => pieces.extend(token.split(|c: char| !c.is_alphanumeric()).flat_map(piece)),
        }
    }
    pieces
}

/// The pieces of one word or number; none where it is neither.
fn piece(word: &str) -> Vec<Piece> {
    let digits = word.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    if let Some(month) = month(word) {
        vec![Piece::Month(month)]
    } else if (1..=4).contains(&digits.len()) {
        digits.parse().ok().map(|number| Piece::Number(number, digits.len())).into_iter().collect()
    } else if digits.len() == 8 && digits == word {
        compact(digits)
    } else {
        Vec::new()
    }
}

/// `3.5.2024`, where dots part day, month and year in this order: as year, month and day.
fn dotted(token: &str) -> Option<[Piece; 3]> {
    let mut numbers = token.trim_matches(|c: char| !c.is_ascii_digit()).split('.');
    let mut next = |most: usize| {
        let digits = numbers.next().filter(|digits| (1..=most).contains(&digits.len()))?;
        Some(Piece::Number(digits.parse().ok()?, digits.len()))
    };
    let (day, month, year) = (next(2)?, next(2)?, next(4)?);
    numbers.next().is_none().then_some([year, month, day])
}

/// The pieces of `20240503`.
fn compact(digits: &str) -> Vec<Piece> {
    let cuts = [(0..4, 4), (4..6, 2), (6..8, 2)];
    let number = |(range, length): (std::ops::Range<usize>, usize)| {
        Some(Piece::Number(digits.get(range)?.parse().ok()?, length))
    };
    cuts.into_iter().filter_map(number).collect()
}

fn date(three: &[Piece]) -> Option<Date> {
    use Piece::{Month, Number};
    let (year, month, day) = match *three {
        [Number(year, 4), Number(month, 1 | 2), Number(day, 1 | 2)] => {
            (year, i8::try_from(month).ok()?, day)
        }
        [Month(month), Number(day, 1 | 2), Number(year, 4)]
        | [Number(day, 1 | 2), Month(month), Number(year, 4)]
        | [Number(year, 4), Month(month), Number(day, 1 | 2)] => (year, month, day),
        [Number(a, 1 | 2), Number(b, 1 | 2), Number(year, 4)] if a > 12 => {
            (year, i8::try_from(b).ok()?, a)
        }
        [Number(a, 1 | 2), Number(b, 1 | 2), Number(year, 4)] if b > 12 => {
            (year, i8::try_from(a).ok()?, b)
        }
        [Number(a, 2), Number(b, 2), Number(year, 4)] if a == b => (year, i8::try_from(b).ok()?, a),
        _ => return None,
    };
    // Newspapers began in 1605.
    let year = i16::try_from(year).ok().filter(|year| (1605..=2200).contains(year))?;
    Date::new(year, month, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(first_date(text).map(|date| date.to_string()).as_deref(), expected, "{text}");
    }

    #[test]
    fn days_are_read_as_newspapers_print_them() {
        for text in [
            "2024-05-03T10:00:00Z",
            "Posted: May 3, 2024 / 08:14 AM CDT",
            "Friday, 3 May 2024",
            "3rd May 2024",
            "Fri., May 3 - 2024 1:24 PM",
            "3. Mai 2024, 14:05 Uhr",
            "3 de mayo de 2024",
            "vendredi 3 mai 2024 à 10 h",
            "20240503",
            "Stand: 03.05.2024, 14:05 Uhr",
            "2024年5月3日",
        ] {
            check(text, Some("2024-05-03"));
        }
        check("23.04.2024", Some("2024-04-23"));
        check("4/23/2024", Some("2024-04-23"));
    }

    #[test]
    fn what_is_no_sure_day_is_none() {
        check("3/4/2024", None);
        check("May 2024", None);
        check("31 February 2024", None);
        check("Vote count: 0", None);
        assert!(has_numeric_day("le 3/4/2024 à 9h"));
        assert!(!has_numeric_day("in 3/4 of 2024"));
    }
}
