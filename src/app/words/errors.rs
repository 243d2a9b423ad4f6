//! What went wrong with files, as sentences. What the system or a parser says stays in its words.

use std::path::Path;

use super::{fill, words};
use crate::import::ImportError;
use crate::session::ReadFailure;
use crate::storage::{FileError, OpenError, ReadError, SaveError};

words! {
    missing: "There is no such file: {}" / "Es gibt keine solche Datei: {}",
    taken: "There is such a file already; once more replaces it: {}" / "Eine solche Datei gibt es schon; noch einmal ersetzt sie: {}",
    folder: "This is a folder, not a file: {}" / "Das ist ein Ordner, keine Datei: {}",
    device: "This is a pipe or a device, not a file: {}" / "Das ist eine Pipe oder ein Gerät, keine Datei: {}",
    unreadable: "There is no permission to read it: {}" / "Das Recht, sie zu lesen, fehlt: {}",
    larger: "It is larger than {} MB: {}" / "Sie ist größer als {} MB: {}",
    other: "{}: {}" / "{}: {}",
    no_project: "This is not a Crosscheck project: {}" / "Das ist keine Prüfung von Crosscheck: {}",
    newer: "It was made by a newer Crosscheck (format {}): {}" / "Sie stammt von einem neueren Crosscheck (Format {}): {}",
    syntax: "The project is damaged at line {}, column {} ({}): {}" / "Die Prüfung ist beschädigt in Zeile {}, Spalte {} ({}): {}",
    broken: "The project is damaged ({}): {}" / "Die Prüfung ist beschädigt ({}): {}",
    newer_there: "The file there was made by a newer Crosscheck (format {}) and is left as it is: {}" / "Die Datei dort stammt von einem neueren Crosscheck (Format {}) und bleibt, wie sie ist: {}",
    changed_outside: "Another program has changed the file since it was opened: {}" / "Ein anderes Programm hat die Datei geändert, seit sie geöffnet wurde: {}",
    read_only: "The file is read-only: {}" / "Die Datei ist schreibgeschützt: {}",
    not_a_file: "There is something of this name that is not a file: {}" / "Unter diesem Namen gibt es etwas, das keine Datei ist: {}",
    no_folder: "The folder is not there: {}" / "Den Ordner gibt es nicht: {}",
    unwritable: "There is no permission to write here: {}" / "Das Recht, hier zu schreiben, fehlt: {}",
    disk_full: "The disk is full: {}" / "Der Datenträger ist voll: {}",
    empty: "There is no text in it: {}" / "Sie enthält keinen Text: {}",
    too_large: "It is larger than articles may be, {} MB: {}" / "Sie ist größer, als Artikel sein dürfen, {} MB: {}",
    no_articles: "There are no articles (.txt, .md, .html) in this folder: {}" / "In diesem Ordner sind keine Artikel (.txt, .md, .html): {}",
    same_bytes: "It has the same bytes as {}, so it was not added again: {}" / "Sie gleicht Byte für Byte {} und wurde darum nicht noch einmal hinzugefügt: {}",
}

/// Why a project could not be opened.
pub(crate) fn open_error(error: &OpenError) -> String {
    let words = super::errors();
    match error {
        OpenError::File(error) => file_error(error),
        OpenError::Read(error, path) => {
            let path = path.display();
            match error {
                ReadError::NotAProject => fill(words.no_project, &[&path]),
                ReadError::Newer { found } => fill(words.newer, &[found, &path]),
                ReadError::Syntax { line, column, reason } => {
                    fill(words.syntax, &[line, column, reason, &path])
                }
                ReadError::Broken(fault) => fill(words.broken, &[fault, &path]),
            }
        }
    }
}

/// Why a file could not be read.
fn file_error(error: &FileError) -> String {
    let words = super::errors();
    let about = |sentence: &str, path: &Path| fill(sentence, &[&path.display()]);
    match error {
        FileError::Missing(path) => about(words.missing, path),
        FileError::Folder(path) => about(words.folder, path),
        FileError::Device(path) => about(words.device, path),
        FileError::Denied(path) => about(words.unreadable, path),
        FileError::TooLarge { limit, path } => {
            fill(words.larger, &[&(limit >> 20), &path.display()])
        }
        FileError::Other(error, path) => fill(words.other, &[error, &path.display()]),
    }
}

/// Why a file could not be saved.
pub(crate) fn save_error(error: &SaveError) -> String {
    let words = super::errors();
    let about = |sentence: &str, path: &Path| fill(sentence, &[&path.display()]);
    match error {
        SaveError::Newer { found, path } => fill(words.newer_there, &[found, &path.display()]),
        SaveError::ChangedOutside(path) => about(words.changed_outside, path),
        SaveError::ReadOnly(path) => about(words.read_only, path),
        SaveError::NotAFile(path) => about(words.not_a_file, path),
        SaveError::NoFolder(path) => about(words.no_folder, path),
        SaveError::Denied(path) => about(words.unwritable, path),
        SaveError::DiskFull(path) => about(words.disk_full, path),
        SaveError::Other(error, path) => fill(words.other, &[error, &path.display()]),
    }
}

/// Why a file was not added as an article.
pub(crate) fn read_failure(failure: &ReadFailure) -> String {
    let words = super::errors();
    match failure {
        ReadFailure::File(error) => file_error(error),
        ReadFailure::NoArticles(path) => fill(words.no_articles, &[&path.display()]),
        ReadFailure::Import(ImportError::Empty, path) => fill(words.empty, &[&path.display()]),
        ReadFailure::Import(ImportError::TooLarge { limit, .. }, path) => {
            fill(words.too_large, &[&(limit >> 20), &path.display()])
        }
        ReadFailure::Import(error, path) => {
            fill(words.other, &[&sentence(&error.to_string()), &path.display()])
        }
        ReadFailure::SameBytes(other, path) => fill(words.same_bytes, &[other, &path.display()]),
    }
}

/// An error as a sentence: its first letter is a capital.
pub(crate) fn sentence(error: &str) -> String {
    let mut letters = error.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::super::{Language, speak};
    use super::*;

    #[test]
    fn an_error_is_told_in_the_language_of_the_window() {
        let full = SaveError::DiskFull("a.ron".into());
        assert_eq!(save_error(&full), "The disk is full: a.ron");
        speak(Language::German);
        assert_eq!(save_error(&full), "Der Datenträger ist voll: a.ron");
        let damaged = ReadError::Syntax { line: 3, column: 7, reason: "x".into() };
        assert_eq!(
            open_error(&OpenError::Read(damaged, "a.ron".into())),
            "Die Prüfung ist beschädigt in Zeile 3, Spalte 7 (x): a.ron"
        );
        let same = ReadFailure::SameBytes("b.txt".into(), "a.txt".into());
        assert!(read_failure(&same).ends_with("hinzugefügt: a.txt"));
    }
}
