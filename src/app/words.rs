//! All words of the window, in English and in German.
//!
//! Each part of the window has a file of its own below, in which every word stands in both languages
//! side by side, made by [`words!`]; `words::list().find` is the word in the language of the window.
//! Names of commands stand in the table of commands, in both languages too.
//!
//! A new part needs its file, a `mod` line and a name in `parts!`. A word with gaps, `{}`, is
//! filled by [`fill`]; a counted one by [`counted`]. The words of lower rooms, which stand in files
//! and in results, stay English; `terms` has their names on screen.

mod articles;
mod dates;
mod dialogs;
mod errors;
mod files;
mod gaps;
mod inspector;
mod keys;
mod language;
mod list;
mod matrix;
mod overview;
mod palette;
mod reasons;
mod settings;
mod shell;
mod status;
mod steps;
mod terms;
mod unchecked;
mod views;
mod welcome;

#[cfg(test)]
mod tests;

pub(crate) use dates::{date, date_and_time, time};
pub(crate) use errors::{open_error, read_failure, save_error, sentence};
pub(crate) use gaps::{counted, decimal, fill, number};
pub(crate) use keys::key;
pub(crate) use language::{Language, either, speak};
pub(crate) use steps::retold;
pub(crate) use terms::{bearing, menu, reason, reason_word, stance, tag_title, tag_word};

/// The words of one part of the window: `name: "English" / "German",` for each.
macro_rules! words {
    ($($name:ident: $english:literal / $german:literal),* $(,)?) => {
        /// The words of this part.
        pub(crate) struct Words {
            $(pub(crate) $name: &'static str,)*
        }

        /// The words in each language.
        pub(super) static WORDS: [Words; 2] =
            [Words { $($name: $english,)* }, Words { $($name: $german,)* }];

        /// Every word in each language, by name.
        pub(super) const PAIRS: &[(&str, [&str; 2])] =
            &[$((stringify!($name), [$english, $german]),)*];
    };
}
use words;

/// The way to the words of each part, in the language of the window.
macro_rules! parts {
    ($($part:ident),* $(,)?) => {
        $(
            pub(crate) fn $part() -> &'static $part::Words {
                language::of(&$part::WORDS)
            }
        )*

        /// Every word of every part in each language, by part and name.
        fn all() -> Vec<(&'static str, &'static str, [&'static str; 2])> {
            let mut all = Vec::new();
            $(all.extend($part::PAIRS.iter().map(|&(name, pair)| (stringify!($part), name, pair)));)*
            all
        }
    };
}

parts! {
    articles,
    dates,
    dialogs,
    errors,
    files,
    inspector,
    keys,
    list,
    matrix,
    overview,
    palette,
    reasons,
    settings,
    shell,
    status,
    steps,
    terms,
    unchecked,
    views,
    welcome,
}
