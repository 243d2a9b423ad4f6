//! Words with gaps, counted words, numbers.

use std::fmt::{Display, Write as _};

use super::language::{Language, language};

/// `sentence` with its gaps, `{}`, filled in turn.
pub(crate) fn fill(sentence: &str, values: &[&dyn Display]) -> String {
    let mut filled = String::with_capacity(sentence.len() + 16);
    let mut values = values.iter();
    let mut pieces = sentence.split("{}");
    filled.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        if let Some(value) = values.next() {
            // Writing into a text does not fail.
            write!(filled, "{value}").ok();
        }
        filled.push_str(piece);
    }
    filled
}

/// `one` for one thing, else `many`, with the count in its gap if it has one.
pub(crate) fn counted(count: usize, one: &str, many: &str) -> String {
    fill(if count == 1 { one } else { many }, &[&number(count)])
}

/// A number with its thousands parted, from five digits on.
pub(crate) fn number(number: usize) -> String {
    let digits = number.to_string();
    if digits.len() < 5 {
        return digits;
    }
    let parting = match language() {
        Language::English => ',',
        Language::German => '.',
    };
    let mut parted = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            parted.push(parting);
        }
        parted.push(digit);
    }
    parted
}

/// A number with so many decimal places: `1.55`, `1,55`.
pub(crate) fn decimal(value: f64, places: usize) -> String {
    let text = format!("{value:.places$}");
    match language() {
        Language::English => text,
        Language::German => text.replace('.', ","),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_filled_in_turn() {
        assert_eq!(fill("{} of {} tagged", &[&3, &"40"]), "3 of 40 tagged");
        assert_eq!(fill("no gap", &[&3]), "no gap");
        assert_eq!(fill("{}{}", &[&3]), "3");
    }

    #[test]
    fn one_thing_is_not_many() {
        assert_eq!(counted(1, "{} claim", "{} claims"), "1 claim");
        assert_eq!(counted(0, "{} claim", "{} claims"), "0 claims");
        assert_eq!(counted(1, "one file", "{} files"), "one file");
    }

    #[test]
    fn thousands_are_parted_as_the_language_parts_them() {
        assert_eq!((number(9_999), number(10_000)), ("9999".into(), "10,000".into()));
        super::super::speak(Language::German);
        assert_eq!(number(1_234_567), "1.234.567");
        assert_eq!((decimal(1.55, 2), decimal(15.0, 0)), ("1,55".into(), "15".into()));
    }
}
