//! Text and places in it: the lowest layer.
//!
//! A [`Span`] is a stretch of a text in bytes; it is the only way the program cuts a text. A
//! [`ScalarIndex`] turns byte offsets into the Unicode scalar offsets that leave the program.

mod scalar;
mod span;
mod words;

pub use scalar::ScalarIndex;
pub use span::{Span, ceil_boundary, collapse_white_space, floor_boundary, with_capital};
pub use words::{is_wide_script, whole_words, word_count, words};
