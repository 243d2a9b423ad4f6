//! A save that is killed leaves the old file or the new one, whole.
//!
//! The test starts itself as another process, which does nothing but save, and kills that process
//! at a moment that differs from round to round.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crosscheck::model::{Claim, ClaimId, Origin, Project};
use crosscheck::storage;

/// Set for the process that saves: the path to save at.
const SAVER: &str = "CROSSCHECK_TEST_SAVES_AT";

const ROUNDS: u32 = 200;
/// A save takes about as many steps of the moments at which it is killed.
const MOMENTS: u32 = 50;

#[test]
fn a_killed_save_leaves_the_old_file_or_the_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("review.ron");
    storage::save(&path, &large(0), None).unwrap();
    let mut seen = std::collections::BTreeSet::new();
    for round in 0..ROUNDS {
        seen.insert(number_in(&path));
        kill_while_saving(&path, round);
    }
    assert!(seen.len() > 1, "no process came to save: {seen:?}");
    storage::save(&path, &large(9_999), None).unwrap();
    let names = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<_> = names.collect();
    names.sort();
    assert_eq!(names, ["review.ron", "review.ron.bak"], "what was left is cleared away");
}

/// Does nothing unless it runs in the process that is to be killed.
#[test]
fn saves_until_it_is_killed() {
    let Some(path) = std::env::var_os(SAVER) else { return };
    let path = Path::new(&path);
    for number in number_in(path) + 1.. {
        storage::save(path, &large(number), None).expect("saved");
    }
}

fn kill_while_saving(path: &Path, round: u32) {
    let before = storage::stamp(path).expect("there is a file");
    let mut process = Command::new(std::env::current_exe().expect("this program has a path"))
        .args(["--exact", "saves_until_it_is_killed"])
        .env(SAVER, path)
        .stdout(Stdio::null())
        .spawn()
        .expect("this program can be started");
    let started = Instant::now();
    while storage::stamp(path).expect("there is a file") == before
        && started.elapsed() < Duration::from_secs(10)
    {
        std::thread::yield_now();
    }
    let moment = Instant::now() + Duration::from_micros(u64::from(round % MOMENTS) * 701);
    while Instant::now() < moment {
        std::hint::spin_loop();
    }
    process.kill().expect("it is ours");
    process.wait().expect("it was killed");
}

/// The number of the save that the file holds, which must be whole, as must be its backup.
fn number_in(path: &Path) -> u32 {
    let opened = storage::open(path).expect("the file is whole");
    let number = opened.project.title.parse().expect("titles are numbers");
    assert_eq!(opened.project, large(number));
    let backup = storage::backup_path(path);
    if backup.exists() {
        storage::open(&backup).expect("the backup is whole");
    }
    number
}

/// A project of some hundred kilobytes.
fn large(number: u32) -> Project {
    let claim = |id| {
        let summary = format!("Claim {id} of save {number}. ").repeat(20);
        Claim::new(ClaimId(id), summary, Origin::Program, Vec::new())
    };
    Project {
        title: number.to_string(),
        claims: (1..500).map(claim).collect(),
        ..Project::default()
    }
}
