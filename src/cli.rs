//! The session without a window.
//!
//! Results go to standard output, in UTF-8, and nothing else does; words for people go to standard
//! error. The exit status is 0, 1 where the work failed, and 2 where the program was used wrongly.

mod args;
mod check;
mod compare;
mod export;
mod form;
mod load;
mod new;
mod table;

use std::ffi::OsString;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;
use std::{fmt, path::PathBuf};

use args::{Arguments, Command};
use clap::Parser as _;

use crate::storage::{OpenError, SaveError};

const FAILED: u8 = 1;
const WRONG_USE: u8 = 2;

/// What is left to do when the command line has had its turn.
#[derive(Debug)]
pub enum Next {
    /// Nothing: the program ends with this status.
    Exit(ExitCode),
    /// To open the window on these files.
    Window(Vec<PathBuf>),
}

/// Does what the arguments ask; the first one is the program's own name.
#[must_use]
pub fn run(args: impl IntoIterator<Item = OsString>) -> Next {
    let mut out = BufWriter::new(io::stdout().lock());
    let mut words = io::stderr().lock();
    let arguments = match Arguments::try_parse_from(args) {
        Ok(arguments) => arguments,
        Err(error) => {
            error.print().ok();
            return Next::Exit(if error.use_stderr() { WRONG_USE } else { 0 }.into());
        }
    };
    let Some(command) = arguments.command else {
        return Next::Window(arguments.files);
    };
    let mut console = Console { out: &mut out, words: &mut words };
    let done = command.execute(&mut console).and_then(|()| Ok(console.out.flush()?));
    Next::Exit(console.conclude(done).into())
}

/// Where results and words go.
struct Console<'w> {
    /// Results.
    out: &'w mut dyn Write,
    /// Words for people.
    words: &'w mut dyn Write,
}

impl Console<'_> {
    /// Tells a person something. What cannot be told is no reason to fail.
    fn tell(&mut self, words: impl fmt::Display) {
        writeln!(self.words, "crosscheck: {}", printable(&words.to_string())).ok();
    }

    /// Tells what went wrong, if anything did, and answers the exit status.
    fn conclude(&mut self, done: Result<(), Failure>) -> u8 {
        match done {
            Ok(()) => 0,
            // Whoever reads the results has read enough.
            Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => 0,
            Err(Failure::Told) => FAILED,
            Err(failure) => {
                self.tell(failure);
                FAILED
            }
        }
    }
}

/// Why the work failed.
#[derive(Debug)]
enum Failure {
    /// The results could not be written out.
    Output(io::Error),
    /// A project could not be opened.
    Open(OpenError),
    /// A file could not be saved.
    Save(SaveError),
    /// The output file holds what somebody may still need.
    InTheWay {
        /// What it holds.
        what: &'static str,
        /// The file.
        path: PathBuf,
    },
    /// The summary would take the place of the project.
    OverProject(PathBuf),
    /// Everything there is to say has been said.
    Told,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Output(error) => write!(f, "the results cannot be written: {error}"),
            Self::Open(error) => error.fmt(f),
            Self::Save(error) => error.fmt(f),
            Self::InTheWay { what, path } => {
                write!(f, "there is {what} of this name; --force replaces it: {}", path.display())
            }
            Self::OverProject(path) => {
                write!(f, "the summary would replace the project itself: {}", path.display())
            }
            Self::Told => Ok(()),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<OpenError> for Failure {
    fn from(error: OpenError) -> Self {
        Self::Open(error)
    }
}

impl From<SaveError> for Failure {
    fn from(error: SaveError) -> Self {
        Self::Save(error)
    }
}

impl Command {
    fn execute(&self, console: &mut Console<'_>) -> Result<(), Failure> {
        match self {
            Self::Claims(options) => compare::claims(options, console),
            Self::Compare(options) => compare::compare(options, console),
            Self::New(options) => new::new(options, console),
            Self::Export(options) => export::export(options, console),
            Self::Check(options) => check::check(options, console),
        }
    }
}

/// `text` on one line, without the characters by which a text could steer a terminal.
fn printable(text: &str) -> String {
    crate::text::collapse_white_space(&text.replace(char::is_control, " "))
}

/// `1 article`, `2 articles`.
fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

#[cfg(test)]
mod tests;
