//! Which English words share a meaning: a table made from `WordNet` by `scripts/wordnet.py`.
//!
//! The table is never parsed, nor even cut into lines. A stem's line is found by halving, since
//! they ascend; only the stems of a story are ever looked up.

use std::cmp::Ordering;
use std::ops::Range;

const TABLE: &str = include_str!("../../../../assets/lexicon/en-wordnet.txt");

/// A meaning that a word has, or one just above such a meaning.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(in crate::analysis) struct Concept {
    /// Its number in the table.
    pub(in crate::analysis) number: u32,
    /// How near it is to the word, in hundredths.
    pub(in crate::analysis) weight: u8,
    /// Whether it is only what the word is a kind of: two kinds of one thing are not yet akin.
    pub(in crate::analysis) is_above: bool,
}

/// The concepts of a stem, as they stand in the table; empty where it has none.
pub(super) fn line_of(stem: &str) -> &'static str {
    // The lines from `low` to `high` are those that may be the stem's.
    let (mut low, mut high) = (0, TABLE.len());
    while low < high {
        let place = line_around(low.midpoint(high));
        let (start, end) = (place.start, place.end);
        let line = TABLE.get(place).unwrap_or_default();
        let (key, concepts) = line.split_once(' ').unwrap_or((line, ""));
        match key.cmp(stem) {
            Ordering::Equal => return concepts,
            Ordering::Less => low = end + 1,
            Ordering::Greater => high = start,
        }
    }
    ""
}

/// The line of the table in which the byte at `at` stands, the break at its end being one of its own.
fn line_around(at: usize) -> Range<usize> {
    let is_break = |byte: &u8| *byte == b'\n';
    let (before, behind) = TABLE.as_bytes().split_at(at);
    let start = before.iter().rposition(is_break).map_or(0, |at| at + 1);
    start..behind.iter().position(is_break).map_or(TABLE.len(), |length| at + length)
}

/// The concepts that a line of the table tells.
pub(in crate::analysis) fn concepts(line: &str) -> impl Iterator<Item = Concept> + '_ {
    line.as_bytes().chunks_exact(4).map(|code| Concept {
        number: code[..3].iter().fold(0, |number, digit| number * 64 + u32::from(digit_of(*digit))),
        weight: (code[3].to_ascii_lowercase() - b'a') * 4,
        is_above: code[3].is_ascii_uppercase(),
    })
}

const fn digit_of(byte: u8) -> u8 {
    match byte {
        b'0'..=b'9' => byte - b'0',
        b'A'..=b'Z' => byte - b'A' + 10,
        b'a'..=b'z' => byte - b'a' + 36,
        b'-' => 62,
        _ => 63,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_found_and_nothing_else() {
        for line in TABLE.lines().step_by(97).chain(TABLE.lines().last()) {
            let (stem, concepts) = line.split_once(' ').expect("a stem and its concepts");
            assert_eq!(line_of(stem), concepts, "{stem}");
        }
        for stem in ["", "a", "zzz", "explosionless", "\u{e9}"] {
            assert_eq!(line_of(stem), "", "{stem}");
        }
    }

    #[test]
    fn words_of_one_meaning_share_a_concept() {
        let shares = |a: &str, b: &str| {
            concepts(line_of(a)).any(|x| concepts(line_of(b)).any(|y| x.number == y.number))
        };
        assert!(shares("acquit", "exoner") && shares("lawyer", "attorney"));
        assert!(!shares("mayor", "river"));
    }

    #[test]
    fn the_table_is_well_formed() {
        assert!(TABLE.lines().is_sorted_by_key(|line| line.split(' ').next()));
        assert!(TABLE.lines().all(|line| line.len() % 4 == (line.find(' ').unwrap_or(0) + 1) % 4));
        assert!(
            TABLE
                .lines()
                .flat_map(|line| concepts(line.rsplit(' ').next().unwrap_or("")))
                .all(|x| x.weight <= 100)
        );
    }
}
