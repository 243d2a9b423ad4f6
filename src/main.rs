//! The program: hands its arguments to the command line.

use std::process::ExitCode;

fn main() -> ExitCode {
    crosscheck::cli::run(std::env::args_os())
}
