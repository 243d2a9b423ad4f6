//! The program: the command line, then the window if that is what was asked for.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use crosscheck::app;
use crosscheck::cli::{self, Next};

/// Text is laid out, compared and drawn in many small pieces; the system's allocator would take a fifth
/// of the time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        Next::Exit(status) => status,
        Next::Window(files) => window(files),
    }
}

/// Opens the window and waits until it is shut.
fn window(files: Vec<PathBuf>) -> ExitCode {
    match app::run(files) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            writeln!(std::io::stderr(), "crosscheck: {error}").ok();
            ExitCode::FAILURE
        }
    }
}
