//! A display, a window manager and the program on it.

use std::ffi::OsStr;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crosscheck::model::{Article, ArticleId, Claim, Project};
use crosscheck::storage;
use tempfile::TempDir;

/// A wait that takes longer has failed.
const PATIENCE: Duration = Duration::from_mins(1);

/// A display of its own with a window manager, gone when it is dropped.
pub(crate) struct Desk {
    display: String,
    server: Child,
    manager: Child,
    home: TempDir,
    /// Held until the display is gone.
    _turn: MutexGuard<'static, ()>,
}

/// Displays that start at once slow one another down on a small machine.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

impl Desk {
    /// Starts a display that nobody else uses.
    pub(crate) fn new() -> Self {
        let turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb is installed; scripts/test installs it");
        let mut line = String::new();
        let output = server.stdout.take().expect("its output is piped");
        BufReader::new(output).read_line(&mut line).expect("Xvfb tells its display");
        let display = format!(":{}", line.trim());
        let manager = manager_on(&display);
        let mut desk = Self { display, server, manager, home: folder(), _turn: turn };
        // The window manager is there once it says so on the root window. Started before the
        // display takes everything it asks for, it ends, and is started again.
        wait("the window manager", || {
            if desk.manager.try_wait().is_ok_and(|end| end.is_some()) {
                desk.manager = manager_on(&desk.display);
            }
            desk.has_manager()
        });
        desk
    }

    fn has_manager(&self) -> bool {
        self.xdotool(&["get_num_desktops"]).is_some_and(|desktops| !desktops.is_empty())
    }

    /// Opens the program on `arguments` and waits for its window.
    pub(crate) fn open(&self, arguments: &[&OsStr]) -> Window<'_> {
        let program = Command::new(env!("CARGO_BIN_EXE_crosscheck"))
            .args(arguments)
            .env("DISPLAY", &self.display)
            .env_remove("WAYLAND_DISPLAY")
            .env("XDG_CONFIG_HOME", self.home.path())
            .env("XDG_DATA_HOME", self.home.path())
            .env("LANG", "C.UTF-8")
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let mut window =
            Window { desk: self, program: std::cell::RefCell::new(program), id: String::new() };
        let pid = window.program.borrow().id().to_string();
        let search = ["search", "--onlyvisible", "--pid", &pid];
        wait("the window", || match self.xdotool(&search) {
            Some(found) if !found.is_empty() => {
                found.lines().last().unwrap_or_default().clone_into(&mut window.id);
                true
            }
            _ => false,
        });
        window
    }

    fn xdotool(&self, arguments: &[&str]) -> Option<String> {
        let output = Command::new("xdotool").args(arguments).env("DISPLAY", &self.display).output();
        let output = output.expect("xdotool is installed; scripts/test installs it");
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        for child in [&mut self.manager, &mut self.server] {
            child.kill().ok();
            child.wait().ok();
        }
    }
}

/// The program's window.
pub(crate) struct Window<'d> {
    desk: &'d Desk,
    program: std::cell::RefCell<Child>,
    id: String,
}

impl Window<'_> {
    /// Presses keys, as xdotool names them, one after the other.
    pub(crate) fn keys(&self, keys: &[&str]) {
        let mut arguments = vec!["key", "--delay", "150"];
        arguments.extend(keys);
        self.desk.xdotool(&arguments).expect("the keys are sent");
    }

    /// Waits until the window is called `title`.
    pub(crate) fn wait_for_title(&self, title: &str) {
        let mut last = String::new();
        wait(title, || {
            last = self.desk.xdotool(&["getwindowname", &self.id]).unwrap_or_default();
            last == title
        });
    }

    /// Waits until the program has ended well.
    pub(crate) fn wait_for_end(&self) {
        wait("the program's end", || match self.program.borrow_mut().try_wait() {
            Ok(Some(status)) => {
                assert!(status.success(), "the program ended with {status}");
                true
            }
            _ => false,
        });
    }

    /// Waits until the program has nothing left to do.
    pub(crate) fn wait_until_idle(&self) {
        let mut last = self.processor_ticks();
        wait("an idle window", || {
            Self::let_seconds_pass(1);
            let now = self.processor_ticks();
            now == std::mem::replace(&mut last, now)
        });
    }

    /// Processor time used so far, in clock ticks.
    pub(crate) fn processor_ticks(&self) -> u64 {
        let path = format!("/proc/{}/stat", self.program.borrow().id());
        let stat = fs::read_to_string(path).expect("the program runs");
        let fields = stat.rsplit(") ").next().unwrap_or_default().split(' ');
        fields.skip(11).take(2).map(|ticks| ticks.parse::<u64>().expect("a number")).sum()
    }

    /// Lets time pass in which nothing is asked of the window.
    pub(crate) fn let_seconds_pass(seconds: u64) {
        let pause = Command::new("sleep").arg(seconds.to_string()).status();
        assert!(pause.is_ok_and(|status| status.success()), "sleep is part of every system");
    }
}

impl Drop for Window<'_> {
    fn drop(&mut self) {
        let mut program = self.program.borrow_mut();
        program.kill().ok();
        program.wait().ok();
    }
}

fn wait(what: &str, mut is_there: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !is_there() {
        assert!(begun.elapsed() < PATIENCE, "waited in vain for {what}");
    }
}

fn manager_on(display: &str) -> Child {
    Command::new("openbox")
        .env("DISPLAY", display)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("openbox is installed; scripts/test installs it")
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder for the test")
}

/// A folder with `review.ron`: the sample review with no claim worked on.
pub(crate) fn project_folder() -> TempDir {
    let folder = folder();
    let sample =
        storage::read(include_str!("../../projects/sample.ron")).expect("the sample opens");
    let articles: Vec<Article> = sample.articles;
    let fresh = |claim: Claim| Claim {
        suggestion: claim.suggestion,
        ..Claim::new(claim.id, claim.summary, claim.origin, claim.passages)
    };
    let claims: Vec<Claim> = sample.claims.into_iter().map(fresh).collect();
    assert!(claims.len() > 3 && articles.iter().any(|article| article.id == ArticleId(1)));
    let project = Project { articles, claims, ..Project::default() };
    storage::save(&folder.path().join("review.ron"), &project, None)
        .expect("the folder takes files");
    folder
}
