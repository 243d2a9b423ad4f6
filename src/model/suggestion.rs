//! The program's word on a claim.

use super::{ArticleId, Tag};
use crate::text::Span;

/// A tag the program suggests, with what speaks for it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Suggestion {
    /// The tag.
    pub tag: Tag,
    /// How sure the program is.
    pub confidence: Confidence,
    /// What differs, most telling first; empty unless the tag is [`Tag::Disputed`].
    pub reasons: Vec<Reason>,
}

/// A share of certainty in whole percent, 0 to 100.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Confidence(u8);

impl Confidence {
    /// From a share between 0 and 1; what lies outside is brought to the nearer end.
    #[must_use]
    pub fn from_share(share: f64) -> Self {
        Self::from_percent((share.clamp(0.0, 1.0) * 100.0).round() as u8)
    }

    /// From whole percent; more than 100 is taken for 100.
    #[must_use]
    pub const fn from_percent(percent: u8) -> Self {
        Self(if percent > 100 { 100 } else { percent })
    }

    /// Whole percent.
    #[must_use]
    pub const fn percent(self) -> u8 {
        self.0
    }

    /// A share between 0 and 1.
    #[must_use]
    pub fn share(self) -> f64 {
        f64::from(self.0) / 100.0
    }
}

/// One typed difference between passages of a claim.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reason {
    /// What kind of thing differs.
    pub kind: ReasonKind,
    /// One plain sentence that tells the difference, without a full stop.
    pub detail: String,
    /// The words that differ, in two articles or more.
    pub places: Vec<Place>,
}

/// A span of an article of the project.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Place {
    /// The article.
    pub article: ArticleId,
    /// Where in its text.
    pub span: Span,
}

/// What kind of thing differs between passages.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ReasonKind {
    /// A quantity has another value.
    Number,
    /// A date or a time of day is another.
    Date,
    /// A person, organisation or place is another.
    Name,
    /// It is said of more or of less.
    Scope,
    /// It is said with more or less certainty.
    Hedging,
    /// One states what the other denies.
    Negation,
    /// Somebody else is named as the source.
    Attribution,
    /// A quotation, or who did what, is worded otherwise.
    Wording,
}

impl ReasonKind {
    /// All kinds, in the order they are shown.
    pub const ALL: [Self; 8] = [
        Self::Number,
        Self::Date,
        Self::Name,
        Self::Scope,
        Self::Hedging,
        Self::Negation,
        Self::Attribution,
        Self::Wording,
    ];

    /// The word in files and results.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Date => "date",
            Self::Name => "name",
            Self::Scope => "scope",
            Self::Hedging => "hedging",
            Self::Negation => "negation",
            Self::Attribution => "attribution",
            Self::Wording => "wording",
        }
    }

    /// The word on screen.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Number => "Number",
            Self::Date => "Date",
            Self::Name => "Name",
            Self::Scope => "Scope",
            Self::Hedging => "Certainty",
            Self::Negation => "Negation",
            Self::Attribution => "Attribution",
            Self::Wording => "Wording",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn confidence_stays_within_its_range() {
        assert_eq!(Confidence::from_share(f64::NAN).percent(), 0);
        assert_eq!(Confidence::from_share(7.0).percent(), 100);
        assert_eq!(Confidence::from_share(0.925).percent(), 93);
        assert_eq!(Confidence::from_percent(250).percent(), 100);
    }
}
