//! Every word stands in both languages, and no other place of the window has words.

use std::path::{Path, PathBuf};

use super::all;
use crate::app::command::entries;

/// Words that are the same in both languages, by right.
const SAME: [&str; 11] = [
    "Alt",
    "CSV",
    "Deutsch",
    "English",
    "JSON",
    "Markdown",
    "Matrix",
    "Name",
    "OK",
    "Tab",
    "Version {}",
];

/// Words of a reason's sentence that German does without.
const UNSAID: [&str; 3] = ["do", "does", "to"];

/// Every word with where it stands.
fn words() -> Vec<(String, [&'static str; 2])> {
    let parts = all().into_iter().map(|(part, name, pair)| (format!("{part}().{name}"), pair));
    let commands = entries().map(|entry| (format!("{:?}", entry.command), entry.names()));
    parts.chain(commands).collect()
}

#[test]
fn every_word_has_german_of_its_own() {
    let untranslated: Vec<_> = words()
        .into_iter()
        .filter(|(_, [english, german])| {
            let is_word = english.chars().filter(|c| c.is_alphabetic()).count() > 1;
            let is_unsaid = german.trim().is_empty() && !UNSAID.contains(english);
            is_unsaid || (is_word && english == german && !SAME.contains(english))
        })
        .collect();
    assert!(untranslated.is_empty(), "{untranslated:#?}");
}

#[test]
fn both_languages_have_the_same_gaps() {
    let gaps = |word: &str| word.matches("{}").count();
    for (name, [english, german]) in words() {
        assert_eq!(gaps(english), gaps(german), "{name}: {english} / {german}");
    }
}

#[test]
fn a_word_that_asks_more_asks_it_in_both_languages() {
    for (name, [english, german]) in words() {
        assert_eq!(english.ends_with('…'), german.ends_with(" …"), "{name}: {english} / {german}");
    }
}

#[test]
fn no_two_commands_bear_one_name() {
    for language in [0, 1] {
        let mut names: Vec<_> =
            entries().filter_map(|entry| entry.names().get(language).copied()).collect();
        names.sort_unstable();
        let twice: Vec<_> = names.windows(2).filter(|pair| pair.first() == pair.last()).collect();
        assert!(twice.is_empty(), "{twice:?}");
    }
}

/// Calls that show their first text.
const SHOWING: [&str; 16] = [
    "label(",
    "button(",
    "Button::new(",
    "RichText::new(",
    "hint_text(",
    "on_hover_text(",
    "on_disabled_hover_text(",
    "heading(",
    "primary(ui, ",
    "title_ui(ui, ",
    "link(",
    "checkbox(",
    "Dialog::message(",
    "message = ",
    "title: ",
    "self.edit(",
];

/// Files that speak to the terminal or hold words by right.
const EXEMPT: [&str; 3] = ["app/start.rs", "app/words", "app/tests"];

#[test]
fn the_window_takes_its_words_from_here() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut strays = Vec::new();
    for file in sources(&root.join("app")) {
        let name = file.strip_prefix(&root).expect("it lies there").display().to_string();
        if EXEMPT.iter().all(|exempt| !name.starts_with(exempt)) {
            let source = std::fs::read_to_string(&file).expect("a source is readable");
            strays.extend(strays_of(&source).into_iter().map(|stray| format!("{name}: {stray}")));
        }
    }
    assert!(strays.is_empty(), "{strays:#?}");
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("the sources are a folder");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths
        .into_iter()
        .flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] })
        .collect()
}

/// The texts with words in them that the code of `source` shows itself.
fn strays_of(source: &str) -> Vec<&str> {
    let code = source.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let mut strays = Vec::new();
    for showing in SHOWING {
        for (at, _) in code.match_indices(showing) {
            let shown = code.get(at + showing.len()..).unwrap_or_default().trim_start();
            let shown = shown.trim_start_matches('&').trim_start_matches("format!(");
            let text = shown.strip_prefix('"').and_then(|text| text.split('"').next());
            strays.extend(text.filter(|text| has_word(text) && *text != "Crosscheck"));
        }
    }
    strays
}

/// Whether `text` has letters outside its gaps.
fn has_word(text: &str) -> bool {
    let pieces = text.split('{').map(|piece| piece.split_once('}').map_or(piece, |(_, rest)| rest));
    pieces.flat_map(str::chars).filter(|c| c.is_alphabetic()).count() > 1
}

#[test]
fn a_text_shown_by_the_code_is_found() {
    let found = [
        "ui.label(\"Words\");",
        "ui.button(\n    \"Words\",\n);",
        "RichText::new(&format!(\"{} Words\", 1));",
        "self.message = \"Words\".into();",
    ];
    let free = [
        "ui.label(words.all)",
        "RichText::new(format!(\"{name} {count}\"))",
        "ui.label(\"·\")",
        "let id = Id::unique(\"words\");",
        "#[cfg(test)]\nmod tests {\nui.label(\"Words\")",
    ];
    for source in found {
        assert_eq!(strays_of(source).len(), 1, "{source}");
    }
    for source in free {
        assert_eq!(strays_of(source), [] as [&str; 0], "{source}");
    }
}
