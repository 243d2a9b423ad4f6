//! Tokens → the paths they name: `use a::{b, c::d}` names `a::b` and `a::c::d`.

use crate::tokens::{Token, tokens};

/// One path as it is named in a source.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Path {
    pub(crate) names: Vec<String>,
    pub(crate) line: usize,
    /// Whether it stands under `#[cfg(test)]`.
    pub(crate) is_test: bool,
}

/// Every path of two names or more in `source`, and every one that is imported.
pub(crate) fn paths(source: &str) -> Vec<Path> {
    let tokens = tokens(source);
    let tests = test_ranges(&tokens);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let first = found.len();
        let start = at;
        if token.text == "use" {
            at = read_group_or_tree(&tokens, at + 1, &mut found);
        } else if is_word(token) {
            at = read_tree(&tokens, at, &[], &mut found);
            found.truncate(found.len() - usize::from(found.last().is_some_and(is_lone)));
        } else {
            at += 1;
        }
        let is_test = tests.iter().any(|range| range.contains(&start));
        found[first..].iter_mut().for_each(|path| path.is_test = is_test);
    }
    found
}

fn is_lone(path: &Path) -> bool {
    path.names.len() < 2
}

fn read_group_or_tree(tokens: &[Token], start: usize, found: &mut Vec<Path>) -> usize {
    match tokens.get(start) {
        Some(token) if token.text == "{" => read_group(tokens, start + 1, &[], found),
        _ => read_tree(tokens, start, &[], found),
    }
}

/// Reads one branch of a use tree, or a plain path, and returns where it ends.
fn read_tree(tokens: &[Token], start: usize, stem: &[String], found: &mut Vec<Path>) -> usize {
    let mut names = stem.to_vec();
    let mut at = start;
    let mut is_open = true;
    while let Some(token) = tokens.get(at) {
        match token.text.as_str() {
            "::" => is_open = true,
            "{" if is_open && at > start => return read_group(tokens, at + 1, &names, found),
            _ if is_open && is_word(token) => {
                names.push(token.text.clone());
                is_open = false;
            }
            _ => break,
        }
        at += 1;
    }
    if !names.is_empty() {
        let line = tokens.get(start).map_or(0, |token| token.line);
        found.push(Path { names, line, is_test: false });
    }
    at.max(start + 1)
}

fn read_group(tokens: &[Token], start: usize, stem: &[String], found: &mut Vec<Path>) -> usize {
    let mut at = start;
    while let Some(token) = tokens.get(at) {
        match token.text.as_str() {
            "}" => return at + 1,
            "as" => at += 2,
            _ if is_word(token) => at = read_tree(tokens, at, stem, found),
            _ => at += 1,
        }
    }
    at
}

/// The ranges of tokens that `#[cfg(test)]` stands before, up to the `;` or the closing brace.
fn test_ranges(tokens: &[Token]) -> Vec<std::ops::Range<usize>> {
    let is_attribute = |at: usize| {
        ["#", "[", "cfg", "(", "test", ")", "]"]
            .iter()
            .enumerate()
            .all(|(step, text)| tokens.get(at + step).is_some_and(|token| token.text == *text))
    };
    (0..tokens.len())
        .filter(|at| is_attribute(*at))
        .map(|start| start..item_end(tokens, start + 7))
        .collect()
}

fn item_end(tokens: &[Token], start: usize) -> usize {
    let mut depth = 0_i32;
    for (step, token) in tokens[start..].iter().enumerate() {
        match token.text.as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            ";" => {}
            _ => continue,
        }
        if depth == 0 {
            return start + step + 1;
        }
    }
    tokens.len()
}

fn is_word(token: &Token) -> bool {
    token.text.starts_with(|sign: char| sign.is_alphabetic() || sign == '_')
}

#[test]
fn uses_and_plain_paths_are_read() {
    let check = |source: &str, expected: &[&str]| {
        let found: Vec<String> = paths(source).iter().map(|path| path.names.join("::")).collect();
        assert_eq!(found, expected, "{source}");
    };
    check("use egui;", &["egui"]);
    check("use egui as e;", &["egui"]);
    check("use crate::model::*;", &["crate::model"]);
    check("use a::{b, c::{d, e as f},\n g};", &["a::b", "a::c::d", "a::c::e", "a::g"]);
    check("use {egui, ron::de};", &["egui", "ron::de"]);
    check("use ::egui::Ui;", &["egui::Ui"]);
    check("let x = std::fs::read(egui);", &["std::fs::read"]);
    check("fn f(x: crate::text::Span) -> Vec<u8> {}", &["crate::text::Span"]);
    check("#[derive(serde::Serialize)] struct A { b: c::D }", &["serde::Serialize", "c::D"]);
    check("loop { a() }", &[]);
    check("x.iter::<a::B>()", &["a::B"]);
}

#[test]
fn what_stands_under_cfg_test_is_told_apart() {
    let source = "use a::b; #[cfg(test)] mod tests { fn f() { c::d(); } } fn g() { e::f() }";
    let found: Vec<bool> = paths(source).iter().map(|path| path.is_test).collect();
    assert_eq!(found, [false, true, false]);
}
