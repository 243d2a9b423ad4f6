//! What a reviewer found outside the articles.

use super::Date;

/// A source outside the articles that bears on a claim.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Evidence {
    /// Citation or address.
    pub citation: String,
    /// Its words, as far as they matter.
    pub quote: String,
    /// The day the reviewer saw it.
    pub seen: Option<Date>,
    /// What it does to the claim.
    pub bearing: Bearing,
}

/// What a piece of evidence does to a claim.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Bearing {
    /// Speaks for it.
    Supports,
    /// Speaks against it.
    Refutes,
    /// Helps to understand it.
    Context,
}

impl Bearing {
    /// All bearings.
    pub const ALL: [Self; 3] = [Self::Supports, Self::Refutes, Self::Context];

    /// The word in files and on screen.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Supports => "supports",
            Self::Refutes => "refutes",
            Self::Context => "context",
        }
    }
}
