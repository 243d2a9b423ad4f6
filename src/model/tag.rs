//! The reviewer's word on a claim.

/// How a claim stands across the articles. No tag at all is `Option::<Tag>::None`: untagged.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Tag {
    /// Two or more articles state it and nothing material differs.
    Agreed,
    /// Two or more articles state it and something material differs.
    Disputed,
    /// One article states it.
    Unique,
}

impl Tag {
    /// All tags, in the order they are shown.
    pub const ALL: [Self; 3] = [Self::Agreed, Self::Disputed, Self::Unique];

    /// The word in files and results.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Agreed => "agreed",
            Self::Disputed => "disputed",
            Self::Unique => "unique",
        }
    }

    /// The word on screen.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Agreed => "Agreed",
            Self::Disputed => "Disputed",
            Self::Unique => "Unique",
        }
    }

    /// The letter of its mark and of its key.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::Agreed => 'A',
            Self::Disputed => 'D',
            Self::Unique => 'U',
        }
    }
}
