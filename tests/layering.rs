//! Keeps the rooms of the house apart: each names only what it may name.
//!
//! Sources are read as text, without macros being expanded; what a macro of another crate hides is
//! not seen.

#[path = "layering/paths.rs"]
mod paths;
#[path = "layering/tokens.rs"]
mod tokens;

use std::path::{Path, PathBuf};

/// Each room, the rooms it may name, and whether it is pure: without files, clock, threads and chance.
const ROOMS: [(&str, &[&str], Kind); 10] = [
    ("text", &[], Kind::Pure),
    ("model", &["text"], Kind::Pure),
    ("import", &["text", "model"], Kind::Pure),
    ("analysis", &["text", "model"], Kind::Pure),
    ("review", &["text", "model"], Kind::Pure),
    ("storage", &["text", "model"], Kind::Shell),
    ("export", &["text", "model"], Kind::Pure),
    ("session", &BELOW_SESSION, Kind::Shell),
    ("cli", &BELOW_FACES, Kind::Shell),
    ("app", &BELOW_FACES, Kind::Shell),
];
const BELOW_SESSION: [&str; 7] =
    ["text", "model", "import", "analysis", "review", "storage", "export"];
const BELOW_FACES: [&str; 8] =
    ["text", "model", "import", "analysis", "review", "storage", "export", "session"];

/// The steps of the analysis; each names only those before it.
const STEPS: [&str; 9] = [
    "words",
    "values",
    "sentences",
    "story",
    "matching",
    "judging",
    "claims",
    "families",
    "figures",
];

/// Crates that belong to some modules, and these modules.
const CRATES: [(&str, &[&str]); 8] = [
    ("eframe", &["app"]),
    ("egui", &["app"]),
    ("egui_extras", &["app"]),
    ("egui_kittest", &["app"]),
    ("rfd", &["app"]),
    ("clap", &["cli"]),
    ("ron", &["storage", "analysis::words::lexicon"]),
    // The files of a project are storage's alone; reports and results are JSON.
    ("serde", &["storage", "analysis::words::lexicon", "export", "cli"]),
];

/// What a pure room does not name.
const IMPURE: [&str; 9] = [
    "std::env",
    "std::fs",
    "std::io::stdin",
    "std::net",
    "std::process",
    "std::thread",
    "fastrand",
    "getrandom",
    "rand",
];

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Pure,
    Shell,
}

#[test]
fn every_room_names_only_what_it_may() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let breaches: Vec<String> = sources(&root.join("src"))
        .iter()
        .flat_map(|file| {
            let source = std::fs::read_to_string(file).expect("a source file is readable");
            let name = file.strip_prefix(root).expect("it was found under the root");
            breaches(&name.to_string_lossy().replace('\\', "/"), &source)
        })
        .collect();
    assert!(breaches.is_empty(), "{} breaches:\n{}", breaches.len(), breaches.join("\n"));
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("the sources are a folder");
    let mut paths: Vec<PathBuf> =
        entries.map(|entry| entry.expect("an entry is readable").path()).collect();
    paths.sort();
    paths
        .into_iter()
        .flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect()
}

/// Every breach in the source of the file `name`, as `file:line: what`.
fn breaches(name: &str, source: &str) -> Vec<String> {
    let module: Vec<&str> =
        name.trim_start_matches("src/").trim_end_matches(".rs").split('/').collect();
    if matches!(module[..], ["lib" | "main"]) {
        return Vec::new();
    }
    let Some((_, rooms, kind)) = ROOMS.iter().find(|(room, ..)| *room == module[0]) else {
        return vec![format!("{name}:1: no room is called `{}`", module[0])];
    };
    let is_test_file = module.last() == Some(&"tests");
    paths::paths(source)
        .iter()
        .filter_map(|path| {
            let is_test = path.is_test || is_test_file;
            let wrong = wrong_room(&module, rooms, path)
                .or_else(|| wrong_step(&module, path))
                .or_else(|| wrong_crate(&module, path))
                .or_else(|| (*kind == Kind::Pure && !is_test).then(|| impure(path)).flatten())?;
            Some(format!("{name}:{}: `{}` {wrong}", path.line, path.names.join("::")))
        })
        .collect()
}

/// What is wrong where a step of the analysis names a later one.
fn wrong_step(module: &[&str], path: &paths::Path) -> Option<String> {
    let ["analysis", step, ..] = module else {
        return None;
    };
    let names: Vec<&str> = path.names.iter().map(String::as_str).collect();
    let supers = names.iter().take_while(|name| **name == "super").count();
    let depth = module.len() + usize::from(path.is_test);
    let named = match names[..] {
        ["crate", "analysis", named, ..] => named,
        ["super", ..] if supers + 1 == depth => names.get(supers)?,
        _ => return None,
    };
    let place = |step: &str| STEPS.iter().position(|other| *other == step);
    let is_later = place(named)? > place(step)?;
    is_later.then(|| format!("is a later step than `{step}`"))
}

fn wrong_room(module: &[&str], rooms: &[&str], path: &paths::Path) -> Option<String> {
    let names = path.names.iter().map(String::as_str);
    let supers = names.clone().take_while(|name| *name == "super").count();
    // A module inside the file lies one deeper; only test modules are written so.
    let depth = module.len() + usize::from(path.is_test);
    let room = match path.names[0].as_str() {
        "crate" => names.clone().nth(1),
        "super" if supers == depth => names.clone().nth(supers),
        _ => None,
    }?;
    let is_room = ROOMS.iter().any(|(known, ..)| *known == room);
    let may = room == module[0] || rooms.contains(&room) || !is_room;
    (!may).then(|| format!("is no room that `{}` may name", module[0]))
}

fn wrong_crate(module: &[&str], path: &paths::Path) -> Option<String> {
    let (name, owners) = CRATES.iter().find(|(name, _)| path.names[0] == *name)?;
    let here = module.join("::");
    let may = owners.iter().any(|owner| here == *owner || here.starts_with(&format!("{owner}::")));
    (!may).then(|| format!("belongs to {}: `{name}` is not named elsewhere", owners.join(", ")))
}

fn impure(path: &paths::Path) -> Option<String> {
    let full = path.names.join("::");
    let named = IMPURE.iter().any(|name| full == *name || full.starts_with(&format!("{name}::")));
    let clock = path.names.last().is_some_and(|name| name == "now");
    (named || clock).then(|| "in a room without files, clock, threads and chance".to_owned())
}

/// Checks which lines of `source`, were it the file `name`, are breaches.
fn check(name: &str, source: &str, lines: &[usize]) {
    let found = breaches(name, source);
    let expected: Vec<String> = lines.iter().map(|line| format!("{name}:{line}: ")).collect();
    let is_expected = found.len() == expected.len()
        && found.iter().zip(&expected).all(|(found, start)| found.starts_with(start));
    assert!(is_expected, "{source}\n{found:#?}");
}

#[test]
fn the_window_is_found_outside_the_app() {
    check("src/analysis.rs", "//! Text.\nuse egui::Ui;", &[2]);
    check("src/analysis/pairs.rs", "use std::fmt;\n\nuse eframe::egui;", &[3]);
    check("src/session.rs", "fn f(ui: &mut eframe::egui::Ui) {}", &[1]);
    check("src/review.rs", "use {\n    egui_extras,\n    std::fmt,\n};", &[2]);
    check("src/app/list.rs", "use eframe::egui;\nuse rfd::FileDialog;", &[]);
}

#[test]
fn a_room_to_the_right_or_beside_is_found() {
    check("src/text.rs", "use crate::model::Article;", &[1]);
    check("src/import.rs", "use crate::{model::Part,\n    text::Span,\n    analysis::Pair};", &[3]);
    check("src/export.rs", "fn f() { crate::storage::save(); }", &[1]);
    check("src/session/jobs.rs", "use crate::app;", &[1]);
    check("src/cli.rs", "use crate::app::run;", &[1]);
    check("src/model/claim.rs", "use super::super::review::Edit;", &[1]);
    check("src/model.rs", "use super::review::Edit;", &[1]);
}

#[test]
fn a_room_to_the_left_and_the_room_itself_may_be_named() {
    check("src/model/claim.rs", "use crate::text::Span;\nuse crate::model::Tag;", &[]);
    check("src/analysis/text.rs", "use super::review::Hedge;", &[]);
    check("src/analysis.rs", "#[cfg(test)]\nmod tests { use super::review::Hedge; }", &[]);
    check("src/cli/compare.rs", "use crate::session::Session;\nuse clap::Parser;", &[]);
}

#[test]
fn a_later_step_of_the_analysis_is_found_in_an_earlier_one() {
    check("src/analysis/words.rs", "use super::claims::claims;", &[1]);
    check("src/analysis/story/pieces.rs", "use crate::analysis::{Progress, matching::Bond};", &[1]);
    check("src/analysis/story/pieces.rs", "use super::super::matching::Bond;", &[1]);
    check("src/analysis/story/pieces.rs", "use super::matching::Bond;", &[]);
    check("src/analysis/claims.rs", "use super::story::Story;\nuse crate::analysis::claims;", &[]);
    check("src/analysis/claims.rs", "#[cfg(test)]\nmod tests { use super::super::figures; }", &[2]);
}

#[test]
fn the_file_format_is_found_outside_storage() {
    check("src/model.rs", "#[derive(serde::Serialize)]\nstruct A;", &[1]);
    check("src/session.rs", "use ron;", &[1]);
    check("src/analysis/words/lexicon/read.rs", "use serde::Deserialize;", &[]);
    check("src/analysis/words/lexicon_like.rs", "use serde::Deserialize;", &[1]);
    check("src/export/json.rs", "use serde_json::json;", &[]);
}

#[test]
fn files_clock_threads_and_chance_are_found_in_pure_rooms() {
    check("src/import.rs", "use std::{\n    fs,\n    time::SystemTime,\n};", &[2]);
    check("src/review.rs", "fn f() { let now = jiff::Timestamp::now(); }", &[1]);
    check("src/analysis.rs", "fn f() {\n    std::thread::scope(|s| {});\n}", &[2]);
    check("src/analysis.rs", "use rand::Rng as _;", &[1]);
    check("src/storage.rs", "use std::fs;", &[]);
}

#[test]
fn comments_strings_and_tests_are_left_alone() {
    check(
        "src/text.rs",
        "// use egui::Ui;\n/* crate::app::run */ const A: &str = \"egui::Ui\";",
        &[],
    );
    check("src/import.rs", "#[cfg(test)]\nmod tests {\n    use std::fs;\n}", &[]);
    check("src/import/tests.rs", "use std::fs;", &[]);
}

#[test]
fn a_module_that_is_no_room_is_found() {
    check("src/helpers.rs", "", &[1]);
}
