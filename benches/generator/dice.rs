//! Chance that is the same on every machine.

use std::ops::Range;

/// A linear congruential generator with Knuth's constants.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    /// A number below `bound`.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % bound.max(1)
    }

    /// One of some words.
    pub(crate) fn pick(&mut self, words: &[&'static str]) -> &'static str {
        words.get(self.below(words.len())).copied().unwrap_or_default()
    }

    /// A word of so many syllables.
    pub(crate) fn word(&mut self, syllables: Range<usize>) -> String {
        let count = syllables.start + self.below(syllables.len());
        (0..count).map(|_| self.pick(&SYLLABLES)).collect()
    }
}

const SYLLABLES: [&str; 20] = [
    "ba", "cor", "dan", "el", "fim", "gor", "hul", "ist", "jan", "kel", "lum", "mer", "nor", "os",
    "pal", "quin", "rem", "sol", "tar", "ven",
];
