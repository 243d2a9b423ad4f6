//! Words and what they mean: what depends on the language, and the forms a word is compared by.

pub(super) mod kinship;
pub(super) mod language;
pub(super) mod lexicon;
pub(super) mod spelling;
pub(super) mod terms;
pub(super) mod tokens;
pub(super) mod vocabulary;
