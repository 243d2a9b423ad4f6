//! What a passage holds, found once: it is compared with many others.

use std::cell::OnceCell;
use std::ops::Range;

use super::ballot::Ballot;
use super::name::Spelling;
use super::number::Told;
use super::outcome::Outcome;
use crate::analysis::values::names::Name;
use crate::analysis::words::lexicon::Traits;

/// What is found in a side when it is first asked for; most sides are never asked for all of it.
#[derive(Default)]
pub(super) struct Once {
    /// Its words of saying.
    pub(super) verbs: OnceCell<Vec<usize>>,
    /// The people who are named as its source.
    pub(super) speakers: OnceCell<Vec<Name>>,
    /// The classes of source it names, with their tokens.
    pub(super) classes: OnceCell<Vec<(u16, Range<usize>)>>,
    /// Its first words that call something untrue.
    pub(super) untrue: OnceCell<Option<Range<usize>>>,
    /// The outcomes that it tells.
    pub(super) outcomes: OnceCell<Vec<Outcome>>,
    /// Its quotations, as the tokens of their words.
    pub(super) quoted: OnceCell<Vec<Vec<usize>>>,
    /// What all its words may be together, those that lead into it as well.
    pub(super) traits: OnceCell<Traits>,
    /// How its names are written.
    pub(super) spellings: OnceCell<Vec<Spelling>>,
    /// Those of its quantities that a source tells, by their places.
    pub(super) sourced: OnceCell<Vec<usize>>,
    /// Its words that may deny others by their beginning, with the length of that.
    pub(super) prefixed: OnceCell<Vec<(usize, usize)>>,
    /// What its quantities tell, by the tokens they begin with.
    pub(super) told: OnceCell<Vec<(usize, Told)>>,
    /// The part of the day that it tells instead of a time.
    pub(super) day_part: OnceCell<Option<(usize, u8)>>,
    /// The votes and scores it tells.
    pub(super) ballots: OnceCell<Vec<Ballot>>,
    /// Its words that stand in a set of contrasts: the set and the token.
    pub(super) contrasts: OnceCell<Vec<(u16, usize)>>,
}
