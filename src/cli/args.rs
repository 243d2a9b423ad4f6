//! What can be asked on the command line, and its help pages.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Compare what several articles say about one story.
///
/// Without a command, opens the window: on a project, on articles, or on the welcome page.
#[derive(Parser, Debug)]
#[command(version, args_conflicts_with_subcommands = true, after_help = PROGRAM_HELP)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    /// A project (.ron), or articles (.txt, .md, .html)
    pub(super) files: Vec<PathBuf>,
}

const PROGRAM_HELP: &str = "\
Examples:
  crosscheck wire.txt herald.html            open the window on two articles
  crosscheck compare wire.txt herald.html    list the claims and what differs
  crosscheck new *.html -o story.ron         make a project to review
  crosscheck export story.ron -o story.html  write the summary for an editor

Results go to standard output, words to standard error. Exit status: 0; 1 if the work failed; 2 if \
the command line is wrong.";

#[derive(Subcommand, Debug)]
pub(super) enum Command {
    Claims(Claims),
    Compare(Compare),
    New(New),
    Export(Export),
    Check(Check),
}

/// Show how an article is read: its title and date, and its sentences by kind
#[derive(Args, Debug)]
#[command(after_help = CLAIMS_HELP)]
pub(super) struct Claims {
    /// The article (.txt, .md, .html)
    pub(super) file: PathBuf,
    #[command(flatten)]
    pub(super) form: Form,
}

const CLAIMS_HELP: &str = "\
Examples:
  crosscheck claims wire.txt
  crosscheck claims page.html --json

The JSON is {\"articles\":[{\"path\",\"title\",\"published\",\"sentences\":[{\"start\",\"end\",\"kind\"}]}]}. \
Offsets count Unicode scalar values of the file's decoded text, without its byte order mark and with \
its line ends as they are; or of \"text\" where that is given, as it is for HTML.";

/// Find the claims of several articles, and what differs between them
///
/// For each claim: the suggested tag (agreed, disputed or unique), how sure the program is, the
/// articles that state it, and what differs.
#[derive(Args, Debug)]
#[command(after_help = COMPARE_HELP)]
pub(super) struct Compare {
    /// The articles (.txt, .md, .html)
    #[arg(required = true)]
    pub(super) files: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) form: Form,
    /// Add every similar pair of sentences with its score
    #[arg(long, requires = "json")]
    pub(super) links: bool,
    /// Say for each claim why its passages are together and why it has its tag
    #[arg(long, conflicts_with = "json")]
    pub(super) explain: bool,
    /// Work with so many threads; without it, with one a core. The result is the same
    #[arg(long, value_name = "N")]
    pub(super) threads: Option<NonZeroUsize>,
}

const COMPARE_HELP: &str = "\
Examples:
  crosscheck compare wire.txt herald.html
  crosscheck compare *.txt --explain
  crosscheck compare *.txt --json --links > claims.json

The JSON is {\"articles\":[…], \"claims\":[{\"id\",\"tag\",\"summary\",\"confidence\",\"families\", \
\"members\":[{\"article\",\"start\",\"end\",\"stance\"}], \"reasons\":[{\"kind\",\"detail\",\"spans\":[…]}]}]}. \
Articles are numbered from 0 in the order given; they and the offsets are as in crosscheck claims \
--help. If any file cannot be read, there is no result.";

#[derive(Args, Clone, Copy, Debug)]
pub(super) struct Form {
    /// Print JSON instead of a table
    #[arg(long)]
    pub(super) json: bool,
    /// Add each article's decoded text
    #[arg(long, requires = "json")]
    pub(super) text: bool,
}

/// Make a project of articles, with the claims found in them
#[derive(Args, Debug)]
#[command(after_help = NEW_HELP)]
pub(super) struct New {
    /// The articles (.txt, .md, .html)
    #[arg(required = true)]
    pub(super) files: Vec<PathBuf>,
    /// The project to write
    #[arg(short, long, value_name = "PROJECT")]
    pub(super) output: PathBuf,
    /// Replace whatever is there
    #[arg(long)]
    pub(super) force: bool,
}

const NEW_HELP: &str = "\
Example:
  crosscheck new wire.txt herald.html -o story.ron

A file whose bytes are there already is added once. A review that somebody has worked on, and a file \
that is no project, are not replaced without --force.";

/// Write the summary of a project
#[derive(Args, Debug)]
#[command(after_help = EXPORT_HELP)]
pub(super) struct Export {
    /// The project (.ron)
    pub(super) project: PathBuf,
    /// The format; without it, the ending of OUT decides, and Markdown where there is none
    #[arg(short, long, value_enum)]
    pub(super) format: Option<Format>,
    /// The file to write; - or nothing for standard output
    #[arg(short, long, value_name = "OUT")]
    pub(super) output: Option<PathBuf>,
}

const EXPORT_HELP: &str = "\
Examples:
  crosscheck export story.ron -o story.html
  crosscheck export story.ron -f csv > story.csv";

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Format {
    /// Markdown, for wikis and version control
    #[value(name = "md", alias = "markdown")]
    Markdown,
    /// A page to read, send and print
    #[value(alias = "htm")]
    Html,
    /// A table with a row for each passage
    Csv,
    /// For other programs; docs/report.schema.json describes it
    Json,
}

/// Say whether a project is sound, and what is in it
///
/// Looks for passages that no longer stand where they stood, and for articles whose files have
/// changed since they were imported. Exit status 1 if the project cannot be read or a passage is
/// lost; a file that has changed or gone is only told of, since the project holds its text.
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  crosscheck check story.ron")]
pub(super) struct Check {
    /// The project (.ron)
    pub(super) project: PathBuf,
}

impl From<Format> for crate::session::ExportFormat {
    fn from(format: Format) -> Self {
        match format {
            Format::Markdown => Self::Markdown,
            Format::Html => Self::Html,
            Format::Csv => Self::Csv,
            Format::Json => Self::Json,
        }
    }
}
