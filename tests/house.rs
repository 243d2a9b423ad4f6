//! What stands around the program is in order: samples, scripts, fonts.

use std::path::{Path, PathBuf};
use std::process::Command;

use crosscheck::import::import;
use crosscheck::model::ArticleId;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(root().join(folder)).expect("the folder is there");
    let mut files: Vec<PathBuf> =
        entries.map(|entry| entry.expect("an entry is readable").path()).collect();
    files.sort();
    files
}

#[test]
fn every_sample_article_is_read() {
    let samples = files("assets/sample");
    assert_eq!(samples.len(), 5);
    for path in samples {
        let bytes = std::fs::read(&path).expect("a sample is readable");
        let read = import(&bytes, &path.to_string_lossy(), ArticleId(1));
        assert!(read.is_ok(), "{}: {read:?}", path.display());
    }
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
