//! What stands around the program is in order: samples, scripts, fonts.

use std::path::{Path, PathBuf};
use std::process::Command;

use crosscheck::import::import;
use crosscheck::model::{Article, ArticleId, Claim, Tag};
use crosscheck::storage;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files of a folder, without hidden ones such as the lock of an open project.
fn files(folder: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(root().join(folder)).expect("the folder is there");
    let paths = entries.map(|entry| entry.expect("an entry is readable").path());
    let is_shown = |path: &PathBuf| {
        !path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
    };
    let mut files: Vec<PathBuf> = paths.filter(is_shown).collect();
    files.sort();
    files
}

fn sample(path: &Path) -> Article {
    let bytes = std::fs::read(path).expect("a sample is readable");
    import(&bytes, &path.to_string_lossy(), ArticleId(1)).expect("a sample is read").article
}

#[test]
fn every_sample_article_is_read() {
    let samples = files("assets/sample");
    assert_eq!(samples.len(), 5);
    for path in samples {
        assert!(sample(&path).metadata.title.is_some(), "{} has a title", path.display());
    }
}

#[test]
fn every_stored_project_opens_with_every_passage_in_its_place() {
    for path in files("projects") {
        let opened = storage::open(&path).expect("a stored project opens");
        assert!(opened.lost.is_empty(), "{}: {:?}", path.display(), opened.lost);
    }
}

#[test]
fn the_sample_review_is_a_half_done_one_of_the_sample_articles() {
    let project = storage::open(&root().join("projects/sample.ron")).expect("it opens").project;
    let reviewed: Vec<_> = project.articles.iter().map(|article| article.source.sha256).collect();
    let samples = files("assets/sample").into_iter().map(|path| sample(&path).source.sha256);
    assert_eq!(reviewed, samples.collect::<Vec<_>>(), "run `cargo run --example sample_review`");
    for tag in [None, Some(Tag::Agreed), Some(Tag::Disputed), Some(Tag::Unique)] {
        assert!(project.count(tag) > 0, "no claim is tagged {tag:?}");
    }
    let has = |is: fn(&Claim) -> bool| project.claims.iter().any(is);
    assert!(has(|claim| !claim.note.is_empty()) && has(|claim| !claim.evidence.is_empty()));
}

#[test]
fn the_wire_copy_is_wrapped_as_wires_wrap_it() {
    let wire =
        std::fs::read_to_string(root().join("assets/sample/1-wire.txt")).expect("it is there");
    let too_long: Vec<&str> = wire.lines().filter(|line| line.chars().count() > 72).collect();
    assert!(too_long.is_empty(), "{too_long:#?}");
}

#[test]
fn every_font_is_whole_and_told_of() {
    let readme =
        std::fs::read_to_string(root().join("assets/fonts/README.md")).expect("it is there");
    for path in files("assets/fonts").iter().filter(|path| path.extension() == Some("ttf".as_ref()))
    {
        let bytes = std::fs::read(path).expect("a font is readable");
        assert!(bytes.starts_with(&[0, 1, 0, 0]), "{} is no TrueType font", path.display());
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let (family, style) = stem.split_once('-').expect("a font is named by family and style");
        assert!(readme.contains(family) && readme.contains(style), "{stem} is not in the README");
        assert!(root().join(format!("assets/fonts/OFL-{family}.txt")).is_file(), "{family}");
    }
}

#[cfg(unix)]
#[test]
fn every_script_can_be_started_and_parsed() {
    use std::os::unix::fs::PermissionsExt as _;
    for name in ["scripts/run", "scripts/test", ".ci/run"] {
        let path = root().join(name);
        let mode = path.metadata().expect("the script is there").permissions().mode();
        assert_eq!(mode & 0o111, 0o111, "{name} is not executable");
        let status = Command::new("sh").arg("-n").arg(&path).status().expect("there is a shell");
        assert!(status.success(), "{name} does not parse");
    }
}
