//! The system's file dialogs, asked without holding up the window.

use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, TryRecvError};
use std::time::{Duration, Instant};

use eframe::egui::Context;

/// What a dialog is to ask for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Question {
    /// What the dialog is called.
    pub(crate) title: &'static str,
    /// How many and whether they exist.
    pub(crate) kind: QuestionKind,
    /// The folder to begin in, where one is likely.
    pub(crate) folder: Option<PathBuf>,
    /// Name offered for a new file.
    pub(crate) name: String,
    /// Endings to show, the first one first.
    pub(crate) endings: Vec<(&'static str, &'static [&'static str])>,
}

/// What kind of paths a dialog asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum QuestionKind {
    /// Several files that exist.
    PickMany,
    /// A file to write.
    Save,
}

/// Asks the user for paths.
pub(crate) trait FileDialogs {
    /// Opens a dialog; the answer comes through the ticket.
    fn ask(&mut self, question: &Question) -> Ticket;
}

/// Stands for a dialog that is open.
#[derive(Debug)]
pub(crate) struct Ticket {
    answer: Receiver<Vec<PathBuf>>,
    asked: Instant,
}

/// How a dialog was answered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Answer {
    /// With these paths.
    Paths(Vec<PathBuf>),
    /// With none: the user thought better of it.
    Cancelled,
    /// There is no dialog on this machine.
    Unavailable,
}

/// No person cancels a dialog as fast as a machine without dialogs answers, even a busy one. Who does is
/// asked for a path, which can be cancelled as well.
const FASTER_THAN_A_PERSON: Duration = Duration::from_secs(1);

impl Ticket {
    /// A ticket whose answer comes through `answer`.
    pub(crate) fn new(answer: Receiver<Vec<PathBuf>>) -> Self {
        Self { answer, asked: Instant::now() }
    }

    /// The answer; `None` while the dialog is open.
    pub(crate) fn answer(&self) -> Option<Answer> {
        match self.answer.try_recv() {
            Ok(paths) if !paths.is_empty() => Some(Answer::Paths(paths)),
            Err(TryRecvError::Empty) => None,
            Ok(_) | Err(TryRecvError::Disconnected) => {
                Some(if self.asked.elapsed() < FASTER_THAN_A_PERSON {
                    Answer::Unavailable
                } else {
                    Answer::Cancelled
                })
            }
        }
    }
}

/// The dialogs of the desktop.
pub(crate) struct SystemDialogs {
    ctx: Context,
}

impl SystemDialogs {
    /// Dialogs that wake `ctx` with their answer.
    pub(crate) const fn new(ctx: Context) -> Self {
        Self { ctx }
    }
}

impl FileDialogs for SystemDialogs {
    fn ask(&mut self, question: &Question) -> Ticket {
        let (send, answer) = mpsc::channel();
        if !has_dialogs() {
            // The sender is dropped: there is no answer.
            return Ticket::new(answer);
        }
        let mut dialog = rfd::AsyncFileDialog::new().set_title(question.title);
        if let Some(folder) = &question.folder {
            dialog = dialog.set_directory(folder);
        }
        for (name, endings) in &question.endings {
            dialog = dialog.add_filter(*name, endings);
        }
        let (kind, ctx) = (question.kind, self.ctx.clone());
        if kind == QuestionKind::Save {
            dialog = dialog.set_file_name(&question.name);
        }
        // The dialog is made here, on the window's thread, as macOS wants it; only waiting for its
        // answer happens elsewhere.
        let wait = crate::session::Job::start(
            "Dialog",
            || (),
            move |_| {
                let paths = match kind {
                    QuestionKind::PickMany => {
                        pollster::block_on(dialog.pick_files()).unwrap_or_default()
                    }
                    QuestionKind::Save => {
                        pollster::block_on(dialog.save_file()).into_iter().collect()
                    }
                };
                send.send(paths.iter().map(|file| file.path().to_owned()).collect()).ok();
                ctx.request_repaint();
            },
        );
        drop(wait);
        Ticket::new(answer)
    }
}

/// Whether the desktop can show dialogs at all: a session bus on which its portal may be, or `zenity`.
/// Windows and macOS always can.
fn has_dialogs() -> bool {
    let has_value = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let has_bus = has_value("DBUS_SESSION_BUS_ADDRESS")
        || std::env::var_os("XDG_RUNTIME_DIR")
            .is_some_and(|folder| PathBuf::from(folder).join("bus").exists());
    let path = std::env::var_os("PATH").unwrap_or_default();
    let has_zenity = || std::env::split_paths(&path).any(|folder| folder.join("zenity").exists());
    cfg!(any(windows, target_os = "macos")) || has_bus || has_zenity()
}
