//! The program: the command line, then the window if that is what was asked for.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use crosscheck::cli::{self, Next};

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        Next::Exit(status) => status,
        Next::Window(files) => window(&files),
    }
}

/// Opens the window. To be `crosscheck::app::run(files)`, which is not built yet.
fn window(_files: &[PathBuf]) -> ExitCode {
    writeln!(std::io::stderr(), "crosscheck: there is no window yet; see crosscheck --help").ok();
    ExitCode::FAILURE
}
