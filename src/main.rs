//! The program: the command line, then the window if that is what was asked for.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use crosscheck::app;
use crosscheck::cli::{self, Next};

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
