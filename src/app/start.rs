//! From the command line to an open window.

use std::fmt;
use std::panic;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use eframe::egui::{self, Ui, ViewportBuilder};

use super::action::Action;
use super::dispatch::FALLBACK;
use super::files::SystemDialogs;
use super::menu;
use super::screen;
use super::theme;
use super::words::Language;
use super::workbench::Workbench;
use crate::storage::settings::{self, Settings};

/// Name of the window to the window system.
const APP_ID: &str = "crosscheck";

/// Opens the window on the project or the articles at `paths`, and returns once it is shut.
///
/// Where the system lacks a library that windows need, the error names the package that has it.
pub fn run(paths: Vec<PathBuf>) -> Result<(), StartError> {
    let path = settings::path();
    let settings = path.as_deref().map(settings::load).unwrap_or_default();
    let options = eframe::NativeOptions {
        viewport: screen::placed(builder(), settings.layout.window),
        ..eframe::NativeOptions::default()
    };
    let open = move || {
        eframe::run_native(
            APP_ID,
            options,
            Box::new(|creation| {
                screen::bring_into_view(creation, settings.layout.window, settings.zoom());
                Ok(Box::new(Window::new(&creation.egui_ctx, settings, path, paths)))
            }),
        )
    };
    match quietly(open) {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(StartError::new(&error.to_string())),
        Err(words) => Err(StartError::new(&words)),
    }
}

/// The window as it opens for the first time.
fn builder() -> ViewportBuilder {
    ViewportBuilder::default()
        .with_app_id(APP_ID)
        .with_title("Crosscheck")
        .with_inner_size([1240.0, 750.0])
        .with_min_inner_size([800.0, 500.0])
}

/// Runs `open`; a panic while the window is made is caught and its words are returned, since the
/// window library panics where a system library is missing.
fn quietly<T>(open: impl FnOnce() -> T) -> Result<T, String> {
    let words = Arc::new(Mutex::new(String::new()));
    let heard = Arc::clone(&words);
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        let message = info.payload_as_str().unwrap_or_default();
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        if let Ok(mut words) = heard.lock() {
            *words = format!("{message} ({place})");
        }
    }));
    let result = panic::catch_unwind(panic::AssertUnwindSafe(open));
    panic::set_hook(usual);
    result.map_err(|_payload| words.lock().map(|words| words.clone()).unwrap_or_default())
}

/// Why there is no window.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum StartError {
    /// There is no display to open it on.
    NoDisplay,
    /// A library of the system is missing; the Debian package that has it.
    MissingLibrary(&'static str),
    /// Anything else, in the window library's words.
    Other(String),
}

/// Words in the window library's messages, and the Debian package whose library they are about.
const PACKAGES: [(&str, &str); 12] = [
    ("xlib's shared libraries", "libx11-6, libx11-xcb1, libxcursor1, libxi6 and libxrandr2"),
    ("libxkbcommon-x11", "libxkbcommon-x11-0"),
    ("libxkbcommon", "libxkbcommon0"),
    ("libX11-xcb", "libx11-xcb1"),
    ("libX11", "libx11-6"),
    ("libXcursor", "libxcursor1"),
    ("libXi", "libxi6"),
    ("libXrandr", "libxrandr2"),
    ("libwayland", "libwayland-client0"),
    ("libEGL", "libegl1"),
    ("glutin", "libgl1, libegl1 and libgl1-mesa-dri"),
    ("egui_glow", "libgl1, libegl1 and libgl1-mesa-dri"),
];

impl StartError {
    fn new(words: &str) -> Self {
        let package = PACKAGES.iter().find(|(sign, _)| words.contains(sign));
        match package {
            Some((_, package)) => Self::MissingLibrary(package),
            None if words.contains("neither WAYLAND_DISPLAY nor")
                || words.contains("XOpenDisplayFailed")
                || words.contains("connection to X server") =>
            {
                Self::NoDisplay
            }
            None => Self::Other(words.to_owned()),
        }
    }
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoDisplay => f.write_str(
                "there is no display to open a window on; compare, new, export and check work without one",
            ),
            Self::MissingLibrary(package) => {
                write!(f, "a library that windows need is missing; on Debian and Ubuntu, install {package}")
            }
            Self::Other(words) => write!(f, "the window could not be opened: {words}"),
        }
    }
}

impl std::error::Error for StartError {}

/// The workbench as eframe runs it.
struct Window {
    bench: Workbench,
    /// What the window was opened on; taken in the first frame.
    paths: Vec<PathBuf>,
    title: String,
}

impl Window {
    fn new(
        ctx: &egui::Context,
        settings: Settings,
        path: Option<PathBuf>,
        paths: Vec<PathBuf>,
    ) -> Self {
        theme::install(ctx);
        ctx.options_mut(|options| options.fallback_theme = FALLBACK);
        let dialogs = Box::new(SystemDialogs::new(ctx.clone()));
        let mut bench = Workbench::new(dialogs, settings, path);
        bench.system_language = system_language();
        bench.user_name = user_name();
        bench.take_settings(ctx);
        if paths.is_empty() {
            bench.offer_left_untitled();
        }
        Self { bench, paths, title: String::new() }
    }
}

impl eframe::App for Window {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        if !self.paths.is_empty() {
            let paths = std::mem::take(&mut self.paths);
            self.bench.run(&ui.ctx().clone(), Action::TakePaths(paths));
        }
        self.bench.frame_ui(ui);
        screen::remember(ui.ctx(), &mut self.bench.settings.layout);
        let title = match menu::title(&self.bench) {
            name if name.is_empty() => "Crosscheck".to_owned(),
            name => format!("{name} – Crosscheck"),
        };
        if title != self.title {
            self.title.clone_from(&title);
            ui.ctx().send_viewport_cmd(egui::ViewportCommand::Title(title));
        }
    }

    /// Where things stand is kept once, when the window is shut, and not at every move.
    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.bench.change_settings(|_| {});
    }
}

/// What the system speaks, as POSIX says it.
fn system_language() -> Language {
    let variables = ["LC_ALL", "LC_MESSAGES", "LANG"].iter();
    let mut locales = variables.filter_map(|name| std::env::var(name).ok());
    let locale = locales.find(|locale| !locale.is_empty());
    Language::of_locale(&locale.unwrap_or_default())
}

/// The name the system knows the user by; empty where it does not say.
fn user_name() -> String {
    let name = ["USER", "USERNAME", "LOGNAME"].iter().find_map(|name| std::env::var(name).ok());
    name.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_library_is_told_by_its_package() {
        let panicked = "Library libxkbcommon-x11.so could not be loaded (x11/mod.rs)";
        assert_eq!(StartError::new(panicked), StartError::MissingLibrary("libxkbcommon-x11-0"));
        let failed = "winit EventLoopError: os error: Library libX11.so.6 could not be opened";
        assert_eq!(StartError::new(failed), StartError::MissingLibrary("libx11-6"));
        let failed = "os error: Failed to load one of xlib's shared libraries";
        assert!(matches!(StartError::new(failed), StartError::MissingLibrary(_)));
        let failed = "Found no glutin configs matching the template: ConfigTemplate { .. }. Error: \
            provided display handle is not supported";
        let expected = StartError::MissingLibrary("libgl1, libegl1 and libgl1-mesa-dri");
        assert_eq!(StartError::new(failed), expected);
        assert_eq!(StartError::new("odd"), StartError::Other("odd".into()));
    }

    #[test]
    fn a_panic_is_caught_with_its_words() {
        let words = quietly(|| panic!("libEGL is gone")).expect_err("it panics");
        assert!(words.starts_with("libEGL is gone"), "{words}");
    }
}
