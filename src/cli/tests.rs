//! What is asked, and what is answered.

use std::path::{Path, PathBuf};

use serde_json::Value;
use tempfile::TempDir;

use super::*;
use crate::storage::{self, write_file};

/// A folder with articles in it.
struct Desk(TempDir);

/// What a command answered.
struct Answer {
    status: u8,
    out: String,
    words: String,
}

fn desk(files: &[(&str, &str)]) -> Desk {
    let desk = Desk(tempfile::tempdir().unwrap());
    for (name, text) in files {
        write_file(&desk.path(name), text.as_bytes()).unwrap();
    }
    desk
}

const WIRE: (&str, &str) = ("wire.txt", "The ferry Alma sank on Tuesday. Nine people were hurt.");
const HERALD: (&str, &str) = ("the herald 😀.txt", "About ten people were hurt.");

impl Desk {
    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Runs a command; a word that is the name of a file or ends in `.ron` or `.html` stands for its path here.
    fn run(&self, command: &str) -> Answer {
        let is_file =
            |word: &str| !word.starts_with('-') && (word.contains('.') || self.path(word).exists());
        let words = command.split(' ').map(|word| word.replace('_', " "));
        let args =
            words.map(
                |word| {
                    if is_file(&word) { self.path(&word).into_os_string() } else { word.into() }
                },
            );
        let args = std::iter::once("crosscheck".into()).chain(args);
        let arguments = Arguments::try_parse_from(args).expect("a right use");
        let (mut out, mut words) = (Vec::new(), Vec::new());
        let mut console = Console { out: &mut out, words: &mut words };
        let done = arguments.command.expect("a command").execute(&mut console);
        let status = console.conclude(done);
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        Answer { status, out: text(out), words: text(words) }
    }
}

impl Answer {
    fn json(&self) -> Value {
        assert_eq!((self.status, self.words.as_str()), (0, ""));
        serde_json::from_str(&self.out).expect("JSON")
    }

    #[track_caller]
    fn fails_with(&self, words: &str) {
        assert_eq!(self.status, FAILED, "{}", self.words);
        assert!(self.words.contains(words), "{words} is in {}", self.words);
        assert_eq!(self.out, "");
    }
}

#[test]
fn the_command_line_is_well_formed() {
    use clap::CommandFactory as _;
    Arguments::command().debug_assert();
}

#[test]
fn wrong_use_is_told_from_failure() {
    for wrong in
        ["compare", "new a.txt", "claims a.txt --text", "compare a --json --explain", "--what"]
    {
        let args = std::iter::once("crosscheck").chain(wrong.split(' '));
        let error = Arguments::try_parse_from(args).expect_err("wrong");
        assert!(error.use_stderr(), "{wrong}");
    }
}

#[test]
fn an_articles_sentences_are_printed_with_their_offsets() {
    let desk = desk(&[("a.txt", "É 😀 one. Two two.")]);
    let json = desk.run("claims a.txt --json").json();
    let article = &json["articles"][0];
    assert_eq!(article["path"], desk.path("a.txt").to_str().unwrap());
    assert_eq!(article["sentences"][1]["start"], 9);
    assert_eq!(article["sentences"][1]["end"], 17);
    assert_eq!(article["sentences"][1]["kind"], "body");
    assert!(article.get("text").is_none() && json.get("claims").is_none());
    let with_text = desk.run("claims a.txt --json --text").json();
    assert_eq!(with_text["articles"][0]["text"], "É 😀 one. Two two.");
}

#[test]
fn a_comparison_has_every_article_and_claim() {
    let desk = desk(&[WIRE, HERALD]);
    let json = desk.run("compare wire.txt the_herald_😀.txt --json --links").json();
    assert_eq!(json["articles"].as_array().map(Vec::len), Some(2));
    assert!(json["links"].is_array());
    let claims = json["claims"].as_array().expect("claims");
    for (claim, id) in claims.iter().zip(1..) {
        assert_eq!(claim["id"], id);
        assert!(["agreed", "disputed", "unique"].contains(&claim["tag"].as_str().unwrap()));
        assert!(claim["confidence"].as_f64().is_some_and(|share| (0.0..=1.0).contains(&share)));
        assert!(claim["members"][0]["end"].as_u64() > claim["members"][0]["start"].as_u64());
        assert!(claim["families"].as_u64().is_some_and(|number| number > 0));
    }
    assert!(desk.run("compare wire.txt the_herald_😀.txt --json").json().get("links").is_none());
}

#[test]
fn a_comparison_for_people_has_every_claim_too() {
    let desk = desk(&[WIRE, HERALD]);
    for flag in ["", " --explain"] {
        let answer = desk.run(&format!("compare wire.txt the_herald_😀.txt{flag}"));
        assert_eq!(answer.status, 0);
        assert!(answer.out.contains("The ferry Alma sank on Tuesday."), "{}", answer.out);
        assert!(answer.out.contains("2 articles of "), "{}", answer.out);
    }
}

#[test]
fn an_explanation_tells_why_passages_are_together_and_why_the_tag() {
    let desk = desk(&[
        ("a.txt", "The ferry Alma sank off Kilder on Monday, killing nine people."),
        ("b.txt", "Twelve people died when the ferry Alma sank off Kilder on Monday."),
    ]);
    let out = desk.run("compare a.txt b.txt --explain").out;
    for words in [
        "is with 1: both have “",
        "“ferry”",
        "“died” is like “killing”",
        "disputed: 2 articles of 1 family state it and differ in number",
        "number: 2 says “Twelve”, 1 says “nine”",
    ] {
        assert!(out.contains(words), "{words} is not in {out}");
    }
}

#[test]
fn no_text_steers_the_terminal() {
    let desk = desk(&[("a.txt", "One \u{1b}[2J two \u{9b}2J.")]);
    for command in ["claims a.txt", "compare a.txt", "compare a.txt --explain"] {
        assert!(!desk.run(command).out.contains(['\u{1b}', '\u{9b}']), "{command}");
    }
}

#[test]
fn every_file_that_cannot_be_read_is_named() {
    let desk = desk(&[WIRE, ("empty.txt", "")]);
    let answer = desk.run("compare gone.txt wire.txt empty.txt --json");
    answer.fails_with("there is no such file: ");
    answer.fails_with("gone.txt");
    answer.fails_with("there is no text in it: ");
    assert_eq!(answer.words.lines().count(), 2, "{}", answer.words);
}

#[test]
fn a_project_is_made_checked_and_exported() {
    let desk = desk(&[WIRE, HERALD, ("copy.txt", WIRE.1)]);
    let made = desk.run("new wire.txt the_herald_😀.txt copy.txt -o story.ron");
    assert_eq!((made.status, made.out.as_str()), (0, ""));
    assert!(made.words.contains("added once: "), "{}", made.words);
    let opened = storage::open(&desk.path("story.ron")).unwrap();
    assert_eq!((opened.project.title.as_str(), opened.project.articles.len()), ("story", 2));
    assert!(!opened.project.claims.is_empty() && opened.lost.is_empty());

    let checked = desk.run("check story.ron");
    assert_eq!(checked.status, 0, "{}", checked.words);
    assert!(checked.out.starts_with("story: 2 articles"), "{}", checked.out);
    let mut untitled = opened.project;
    untitled.title.clear();
    storage::save(&desk.path("untitled.ron"), &untitled, None).unwrap();
    let named = desk.run("check untitled.ron");
    assert!(named.out.starts_with("untitled: 2 articles"), "{}", named.out);
    assert_eq!(checked.out.matches("the file is as it was imported").count(), 2, "{}", checked.out);

    for (format, start) in
        [("md", "# story"), ("html", "<!DOCTYPE"), ("csv", "claim,"), ("json", "{")]
    {
        let printed = desk.run(&format!("export story.ron -f {format} -o -"));
        assert!(printed.out.starts_with(start), "{}", printed.out);
        let written = desk.run(&format!("export story.ron -o summary.{format}"));
        assert_eq!((written.status, written.out.as_str()), (0, ""));
        let file = storage::read_file(&desk.path(&format!("summary.{format}"))).unwrap();
        assert!(file.starts_with(start.as_bytes()));
    }
}

#[test]
fn the_same_command_makes_the_same_project() {
    let desk = desk(&[WIRE, HERALD]);
    desk.run("new wire.txt the_herald_😀.txt -o a.ron");
    let first = storage::read_file(&desk.path("a.ron")).unwrap();
    assert_eq!(desk.run("new wire.txt the_herald_😀.txt -o a.ron").status, 0);
    assert_eq!(storage::read_file(&desk.path("a.ron")).unwrap(), first);
}

#[test]
fn somebodys_work_is_not_replaced_unless_told_to() {
    let desk = desk(&[WIRE, ("notes.ron", "my notes"), ("newer.ron", "(format: 99)")]);
    desk.run("new wire.txt -o a.ron");
    let mut project = storage::open(&desk.path("a.ron")).unwrap().project;
    project.claims[0].note = "Call them.".to_owned();
    storage::save(&desk.path("a.ron"), &project, None).unwrap();

    desk.run("new wire.txt -o a.ron").fails_with("somebody's work");
    assert_eq!(storage::open(&desk.path("a.ron")).unwrap().project, project);
    desk.run("new wire.txt -o notes.ron").fails_with("no project");
    desk.run("new wire.txt -o newer.ron").fails_with("newer Crosscheck (format 99)");
    desk.run("new wire.txt -o newer.ron --force").fails_with("newer Crosscheck (format 99)");
    assert_eq!(desk.run("new wire.txt -o a.ron --force").status, 0);
    assert_eq!(desk.run("new wire.txt -o notes.ron --force").status, 0);
}

#[test]
fn a_summary_does_not_replace_its_project() {
    let desk = desk(&[WIRE]);
    desk.run("new wire.txt -o a.ron");
    desk.run("export a.ron -f md -o a.ron").fails_with("would replace the project itself");
}

#[test]
fn a_damaged_project_is_told_with_its_place_and_its_backup() {
    let desk = desk(&[WIRE, HERALD, ("b.ron", "(format: 1,\n title: 7)")]);
    desk.run("check b.ron").fails_with("damaged at line 2, column 9");
    desk.run("export b.ron").fails_with("b.ron");

    desk.run("new wire.txt -o a.ron");
    desk.run("new the_herald_😀.txt -o a.ron");
    write_file(&desk.path("a.ron"), b"(format: 1,").unwrap();
    desk.run("check a.ron").fails_with("a.ron.bak");
}

#[test]
fn a_check_finds_what_was_changed_outside() {
    let desk = desk(&[WIRE, HERALD]);
    desk.run("new wire.txt the_herald_😀.txt -o a.ron");
    let project = storage::read_file(&desk.path("a.ron")).unwrap();
    let project = String::from_utf8(project).unwrap();
    let changed = project.replace("quote: \"Nine people", "quote: \"Nine women");
    assert_ne!(project, changed);
    write_file(&desk.path("a.ron"), changed.as_bytes()).unwrap();
    write_file(&desk.path("wire.txt"), b"Other words.").unwrap();
    std::fs::remove_file(desk.path("the herald 😀.txt")).unwrap();
    let answer = desk.run("check a.ron");
    assert_eq!(answer.status, FAILED);
    assert!(answer.out.contains("“Nine women were hurt.”"), "{}", answer.out);
    assert!(answer.out.contains("wire.txt, the file has changed"), "{}", answer.out);
    assert!(answer.out.contains("herald 😀.txt, the file is no longer there"), "{}", answer.out);
}

#[test]
fn results_that_nobody_reads_any_more_are_no_failure() {
    struct Closed;
    impl Write for Closed {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let desk = desk(&[WIRE]);
    let wire = desk.path("wire.txt");
    let args =
        ["crosscheck".as_ref(), "compare".as_ref(), Path::as_os_str(&wire), "--json".as_ref()];
    let arguments = Arguments::try_parse_from(args).unwrap();
    let mut console = Console { out: &mut Closed, words: &mut io::sink() };
    let done = arguments.command.unwrap().execute(&mut console);
    assert_eq!(console.conclude(done), 0);
}
