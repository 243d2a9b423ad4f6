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
    /// One plain sentence that tells the difference, without a full stop; it calls articles by their ids
    /// and has what they say in quotation marks.
    pub detail: String,
    /// The words that differ, in two articles or more.
    pub places: Vec<Place>,
}

impl Reason {
    /// The sentence with its articles called by other numbers: `number_of` tells the one in place of
    /// each, and `None` for one that stays.
    #[must_use]
    pub fn renumbered(&self, number_of: impl Fn(u32) -> Option<u32>) -> String {
        let mut told = String::new();
        let mut rest = self.detail.as_str();
        while let Some((before, after)) = rest.split_once('“') {
            renumber(before, &number_of, &mut told);
            let (said, behind) = after.split_once('”').unwrap_or((after, ""));
            told.extend(["“", said, if said.len() < after.len() { "”" } else { "" }]);
            rest = behind;
        }
        renumber(rest, &number_of, &mut told);
        told
    }
}

/// Puts words that no article says behind `told`. A number before “more” is a count.
fn renumber(words: &str, number_of: &impl Fn(u32) -> Option<u32>, told: &mut String) {
    let mut words = words.split_inclusive(' ').peekable();
    while let Some(word) = words.next() {
        let is_count = words.peek().is_some_and(|next| next.trim_end() == "more");
        let number = word.trim_end_matches([' ', ',']);
        match number.parse().ok().filter(|_| !is_count).and_then(number_of) {
            Some(other) => {
                told.push_str(&other.to_string());
                told.push_str(word.trim_start_matches(number));
            }
            None => told.push_str(word),
        }
    }
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
    fn articles_of_a_reason_are_called_by_other_numbers() {
        let check = |detail: &str, expected: &str| {
            let reason =
                Reason { kind: ReasonKind::Number, detail: detail.into(), places: Vec::new() };
            assert_eq!(reason.renumbered(|number| (number < 5).then_some(number + 10)), expected);
        };
        check("1, 2 and 2 more say “2 of 3”, 4 “4”", "11, 12 and 2 more say “2 of 3”, 14 “4”");
        check("7 says “7", "7 says “7");
        check("only the date differs", "only the date differs");
    }

    #[test]
    fn confidence_stays_within_its_range() {
        assert_eq!(Confidence::from_share(f64::NAN).percent(), 0);
        assert_eq!(Confidence::from_share(7.0).percent(), 100);
        assert_eq!(Confidence::from_share(0.925).percent(), 93);
        assert_eq!(Confidence::from_percent(250).percent(), 100);
    }
}
