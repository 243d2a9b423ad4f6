//! Tests of saving and opening in real folders.

use std::path::PathBuf;

use tempfile::TempDir;

use super::*;
use crate::storage::test_project::small;
use crate::storage::write_file;

/// A folder with a saved project.
struct Desk {
    folder: TempDir,
    path: PathBuf,
    project: Project,
    stamp: Stamp,
}

fn desk() -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a b 😀.ron");
    let project = small();
    let stamp = save(&path, &project, None).unwrap();
    Desk { folder, path, project, stamp }
}

impl Desk {
    fn files(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
        let mut names: Vec<_> = names.collect();
        names.sort();
        names
    }

    fn refused(&self, expected: Option<&Stamp>) -> SaveError {
        let mut project = self.project.clone();
        project.title.push('!');
        let before = fs::read(&self.path).unwrap();
        let error = save(&self.path, &project, expected).expect_err("it is refused");
        assert_eq!(fs::read(&self.path).unwrap(), before, "nothing was written");
        error
    }
}

#[test]
fn what_was_saved_is_opened() {
    let desk = desk();
    let opened = open(&desk.path).unwrap();
    assert_eq!((&opened.project, opened.stamp), (&desk.project, desk.stamp));
    assert_eq!(opened.lost, []);
    assert_eq!(desk.files(), ["a b 😀.ron"], "nothing else is left");
}

#[test]
fn the_file_before_the_last_save_is_kept() {
    let mut desk = desk();
    for title in ["second", "third"] {
        desk.project.title = title.to_owned();
        desk.stamp = save(&desk.path, &desk.project, Some(&desk.stamp)).unwrap();
    }
    // Saving the same once more does not push the backup out.
    save(&desk.path, &desk.project, Some(&desk.stamp)).unwrap();
    assert_eq!(open(&desk.path).unwrap().project.title, "third");
    assert_eq!(open(&backup_path(&desk.path)).unwrap().project.title, "second");
    assert_eq!(desk.files(), ["a b 😀.ron", "a b 😀.ron.bak"]);
}

#[test]
fn another_programs_change_is_noticed_and_can_be_overruled() {
    let desk = desk();
    let theirs = write(&desk.project).replace("Ferry", "Theirs");
    write_file(&desk.path, theirs.as_bytes()).unwrap();
    assert!(matches!(desk.refused(Some(&desk.stamp)), SaveError::ChangedOutside(_)));
    save(&desk.path, &desk.project, None).unwrap();
    assert_eq!(open(&backup_path(&desk.path)).unwrap().project.title, "Theirs");
}

#[test]
fn a_file_that_is_gone_is_written_again() {
    let desk = desk();
    fs::remove_file(&desk.path).unwrap();
    save(&desk.path, &desk.project, Some(&desk.stamp)).unwrap();
    assert!(open(&desk.path).is_ok());
}

#[test]
fn a_newer_file_is_not_overwritten_even_when_told_to() {
    let desk = desk();
    write_file(&desk.path, b"(format: 99, x: \xff)").unwrap();
    let error = desk.refused(None);
    assert!(error.to_string().contains("newer Crosscheck (format 99)"), "{error}");
    let error = open(&desk.path).expect_err("it is newer");
    assert!(!error.is_damage() && error.to_string().contains("format 99"), "{error}");
}

#[test]
fn damage_is_told_with_its_place_and_its_file() {
    let desk = desk();
    write_file(&desk.path, b"(format: 1,\n title: \"\xff\")").unwrap();
    let error = open(&desk.path).expect_err("it is damaged");
    assert!(error.is_damage());
    let expected = "the project is damaged at line 2, column 10: bytes that are not UTF-8: ";
    assert_eq!(error.to_string(), format!("{expected}{}", desk.path.display()));
}

#[test]
fn missing_folders_and_folders_are_told_apart() {
    let desk = desk();
    let save_to = |path: &Path| save(path, &desk.project, None);
    let nowhere = desk.folder.path().join("no/such/p.ron");
    assert!(matches!(save_to(&nowhere), Err(SaveError::NoFolder(_))));
    assert!(matches!(save_to(&desk.path.join("p.ron")), Err(SaveError::NoFolder(_))));
    assert!(matches!(save_to(desk.folder.path()), Err(SaveError::NotAFile(_))));
    assert!(matches!(open(desk.folder.path()), Err(OpenError::File(FileError::Folder(_)))));
    assert!(matches!(open(&nowhere), Err(OpenError::File(FileError::Missing(_)))));
}

#[test]
fn a_name_as_long_as_names_may_be_is_no_obstacle() {
    let desk = desk();
    let path = desk.folder.path().join("é".repeat(127));
    let stamp = save(&path, &desk.project, None).unwrap();
    save(&path, &Project::default(), Some(&stamp)).unwrap();
    assert_eq!(open(&path).unwrap().project, Project::default());
}

#[test]
fn what_a_killed_save_left_is_cleared_away_and_nothing_else() {
    let desk = desk();
    for name in [".a b 😀.ron.x1.saving", ".a b 😀.ron.note", ".b.ron.x1.saving"] {
        write_file(&desk.folder.path().join(name), b"").unwrap();
    }
    save(&desk.path, &Project::default(), None).unwrap();
    let left = [".a b 😀.ron.note", ".b.ron.x1.saving", "a b 😀.ron", "a b 😀.ron.bak"];
    assert_eq!(desk.files(), left);
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o7777
    }

    fn set_mode(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }

    #[test]
    fn permissions_stay_as_they_were() {
        let desk = desk();
        for wanted in [0o640, 0o664, 0o600] {
            set_mode(&desk.path, wanted);
            let mut project = desk.project.clone();
            project.title = wanted.to_string();
            save(&desk.path, &project, None).unwrap();
            assert_eq!(mode(&desk.path), wanted);
        }
    }

    #[test]
    fn a_new_file_is_no_more_secret_than_any_other() {
        let desk = desk();
        let plain = desk.folder.path().join("plain");
        fs::OpenOptions::new().write(true).create(true).truncate(true).open(&plain).unwrap();
        assert_eq!(mode(&desk.path), mode(&plain));
    }

    #[test]
    fn a_read_only_file_is_refused_and_named() {
        let desk = desk();
        set_mode(&desk.path, 0o444);
        let error = desk.refused(Some(&desk.stamp));
        assert_eq!(error.to_string(), format!("the file is read-only: {}", desk.path.display()));
    }

    #[test]
    fn a_link_stays_a_link_and_its_file_is_replaced() {
        let desk = desk();
        let elsewhere = tempfile::tempdir().unwrap();
        let (link, chain) = (elsewhere.path().join("link.ron"), elsewhere.path().join("chain.ron"));
        symlink(&desk.path, &link).unwrap();
        symlink("link.ron", &chain).unwrap();
        save(&chain, &Project::default(), Some(&desk.stamp)).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(open(&desk.path).unwrap().project, Project::default());
        assert_eq!(open(&backup_path(&chain)).unwrap().project, desk.project);
        assert_eq!(desk.files(), ["a b 😀.ron", "a b 😀.ron.bak"]);
    }

    #[test]
    fn links_in_a_circle_are_an_error() {
        let desk = desk();
        let link = desk.folder.path().join("link.ron");
        symlink("link.ron", &link).unwrap();
        assert!(save(&link, &desk.project, None).is_err());
    }

    #[test]
    fn a_device_is_no_project() {
        let endless = Path::new("/dev/zero");
        assert!(matches!(open(endless), Err(OpenError::File(FileError::Device(_)))));
        assert!(matches!(save(endless, &small(), None), Err(SaveError::NotAFile(_))));
    }

    #[test]
    fn a_full_disk_is_called_so() {
        let full = Path::new("/dev/full");
        if full.exists() {
            let error = write_file(full, b"x").expect_err("it is always full");
            assert_eq!(error.to_string(), "the disk is full: /dev/full");
        }
    }
}
