//! How long it takes to save and to open a project of 100 articles of 2,000 words and 5,000 claims.
//!
//! Use: `cargo bench --bench project`. Prints `name median_ms worst_ms` a line, of nine runs each, and
//! the size of the file. The file is written as the program writes it: synced to the disk, and renamed.

mod generator {
    pub(crate) mod dice;
    pub(crate) mod review;
}

use std::io::Write as _;
use std::time::Instant;

use crosscheck::session::Session;
use generator::review::review;

const RUNS: usize = 9;

/// As in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("review.ron");
    let mut session = Session::unsaved(review(100, 2_000, 5_000, 3));
    tell("save", measured(|| session.save_as(&path))?)?;
    drop(session);
    tell("open", measured(|| Session::open(&path))?)?;
    let kilobytes = std::fs::metadata(&path)?.len() / 1_000;
    writeln!(std::io::stdout(), "file {kilobytes} kB")?;
    Ok(())
}

/// The milliseconds of every run.
fn measured<T, E>(mut work: impl FnMut() -> Result<T, E>) -> Result<Vec<f64>, E> {
    let run = |_| {
        let begun = Instant::now();
        work()?;
        Ok(begun.elapsed().as_secs_f64() * 1_000.0)
    };
    (0..RUNS).map(run).collect()
}

fn tell(name: &str, mut times: Vec<f64>) -> std::io::Result<()> {
    times.sort_by(f64::total_cmp);
    let median = times.get(times.len() / 2).copied().unwrap_or_default();
    let worst = times.last().copied().unwrap_or_default();
    writeln!(std::io::stdout(), "{name} {median:.2} {worst:.2}")
}
