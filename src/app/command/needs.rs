//! When a command can be done.

use std::collections::BTreeSet;

/// What must be there for a command to do anything.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Needs {
    Nothing,
    Review,
    Articles,
    Claims,
    Claim,
    Picked,
    /// Two claims at least, picked.
    SeveralPicked,
    Suggestion,
    TaggedClaim,
    Selection,
    SelectionAndClaim,
    /// A sentence that is in no claim, chosen among them.
    Sentence,
    Undoable,
    Redoable,
    /// A view beside which the claims list stands.
    ClaimsPanel,
    /// A view beside which the inspector stands.
    InspectorPanel,
}

/// What is there, to tell which commands can be done.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Situation(BTreeSet<Needs>);

impl Situation {
    /// Whether what a command needs is there.
    pub(crate) fn meets(&self, needs: Needs) -> bool {
        needs == Needs::Nothing || self.0.contains(&needs)
    }
}

impl Needs {
    /// Whether one of the two is never there when the other is: then commands may share their keys.
    pub(crate) const fn excludes(self, other: Self) -> bool {
        matches!((self, other), (Self::Sentence, Self::Claim) | (Self::Claim, Self::Sentence))
    }
}

impl FromIterator<(Needs, bool)> for Situation {
    /// From what may be needed and whether it is there.
    fn from_iter<I: IntoIterator<Item = (Needs, bool)>>(there: I) -> Self {
        Self(there.into_iter().filter(|(_, is_there)| *is_there).map(|(needs, _)| needs).collect())
    }
}
