//! What the user chose, kept in the configuration folder.
//!
//! Settings never stand in the way: what is missing or damaged is the default.

mod layout;

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{SaveError, files::read_plain_file, write_file};

pub use layout::{Layout, MainView, WindowPlace};

/// How many files are remembered.
const MOST_RECENT: usize = 12;

/// Sizes of the whole window, in percent of the usual one.
pub const INTERFACE_SIZES: RangeInclusive<u16> = 80..=200;

/// The largest settings file that is read.
const LIMIT: u64 = 1 << 20;

/// The user's choices.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Light or dark.
    pub theme: ThemeChoice,
    /// How far words stand out from what is behind them.
    pub contrast: Contrast,
    /// Whether things move to explain what happens.
    pub motion: Motion,
    /// The name under which the user decides; empty until given.
    pub reviewer: String,
    /// What the window speaks.
    pub language: LanguageChoice,
    /// Whether the next untagged claim comes up by itself once a claim is tagged.
    pub advance: bool,
    /// How large the whole window is drawn, in percent of its usual size.
    pub interface_size: u16,
    /// Size of the articles' text, in points.
    pub text_size: f32,
    /// A line of the articles' text, as a multiple of its size.
    pub line_spacing: f32,
    /// Keys of commands whose keys the user changed, by the command's name in this file. A command
    /// without any has an empty list.
    pub keys: BTreeMap<String, Vec<String>>,
    /// Where things stand on this machine's screen.
    pub layout: Layout,
    /// Project files, the latest first; no more than twelve.
    pub recent: Vec<PathBuf>,
}

/// Where the colours come from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum ThemeChoice {
    /// As the system says.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// How far words stand out from what is behind them.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Contrast {
    /// At least 4.5 to 1.
    #[default]
    Usual,
    /// At least 7 to 1.
    High,
}

impl Contrast {
    /// The one that is not this.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Usual => Self::High,
            Self::High => Self::Usual,
        }
    }
}

/// Whether things move to explain what happens.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Motion {
    /// Where it explains.
    #[default]
    Usual,
    /// Never.
    Reduced,
}

impl Motion {
    /// The one that is not this.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Usual => Self::Reduced,
            Self::Reduced => Self::Usual,
        }
    }
}

/// Where the window's language comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum LanguageChoice {
    /// As the system says.
    #[default]
    System,
    /// English.
    English,
    /// German.
    German,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::default(),
            contrast: Contrast::default(),
            motion: Motion::default(),
            reviewer: String::new(),
            language: LanguageChoice::default(),
            advance: true,
            interface_size: 100,
            text_size: 15.0,
            line_spacing: 1.55,
            keys: BTreeMap::new(),
            layout: Layout::default(),
            recent: Vec::new(),
        }
    }
}

impl Settings {
    /// Puts `path` before the other recent files.
    pub fn remember(&mut self, path: &Path) {
        self.forget(path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(MOST_RECENT);
    }

    /// Takes `path` out of the recent files.
    pub fn forget(&mut self, path: &Path) {
        self.recent.retain(|recent| recent != path);
    }

    /// How large the whole window is drawn; 1 is the usual size.
    #[must_use]
    pub fn zoom(&self) -> f32 {
        f32::from(self.interface_size) / 100.0
    }

    /// The settings with what cannot be brought into its range.
    fn sound(mut self) -> Self {
        self.recent.truncate(MOST_RECENT);
        if !INTERFACE_SIZES.contains(&self.interface_size) {
            self.interface_size = Self::default().interface_size;
        }
        if !(8.0..=48.0).contains(&self.text_size) {
            self.text_size = Self::default().text_size;
        }
        if !(1.0..=3.0).contains(&self.line_spacing) {
            self.line_spacing = Self::default().line_spacing;
        }
        self.layout = self.layout.sound();
        self
    }
}

/// Where the settings are; `None` on a system that has no place for them.
#[must_use]
pub fn path() -> Option<PathBuf> {
    let folders = directories::ProjectDirs::from("", "", "crosscheck")?;
    Some(folders.config_dir().join("settings.ron"))
}

/// The settings at `path`, or the defaults.
#[must_use]
pub fn load(path: &Path) -> Settings {
    let bytes = read_plain_file(LIMIT, path).unwrap_or_default();
    let text = str::from_utf8(&bytes).unwrap_or_default();
    ron::from_str::<Settings>(text).unwrap_or_default().sound()
}

/// Writes `settings` at `path`, whose folder is made if it is not there.
pub fn store(path: &Path, settings: &Settings) -> Result<(), SaveError> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|error| SaveError::new(error, path))?;
    }
    // RON holds only paths that are Unicode; the others cannot be remembered.
    let recent = settings.recent.iter().filter(|path| path.to_str().is_some());
    let settings = Settings { recent: recent.cloned().collect(), ..settings.clone() };
    let pretty = ron::ser::PrettyConfig::default();
    let text = ron::ser::to_string_pretty(&settings, pretty)
        .map_err(|error| SaveError::Other(std::io::Error::other(error), path.to_owned()))?;
    write_file(path, text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_read_as_they_were_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new folder/settings.ron");
        let mut settings = Settings { reviewer: "Ada \"A\"".to_owned(), ..Settings::default() };
        settings.remember(Path::new("/a b/😀.ron"));
        settings.keys.insert("Save".to_owned(), vec!["Ctrl+Shift+S".to_owned()]);
        settings.layout.window =
            Some(WindowPlace { position: (40.0, -3.5), size: (1240.0, 750.0), is_maximized: true });
        settings.layout.main_view = MainView::Matrix;
        store(&path, &settings).unwrap();
        assert_eq!(load(&path), settings);
    }

    #[test]
    fn what_is_missing_or_damaged_is_the_default() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.ron");
        assert_eq!(load(&path), Settings::default());
        for damaged in [
            "(theme: Gr",
            "",
            "\u{0}",
            "(text_size: -inf)",
            "(text_size: 1e9)",
            "(line_spacing: NaN)",
            "(interface_size: 900)",
            "(layout: (claims_width: Some(-4.0)))",
        ] {
            write_file(&path, damaged.as_bytes()).unwrap();
            assert_eq!(load(&path), Settings::default(), "{damaged}");
        }
        write_file(&path, b"(theme: Dark, from_a_newer_version: 7)").unwrap();
        assert_eq!(load(&path).theme, ThemeChoice::Dark);
    }

    #[test]
    fn recent_files_are_few_and_each_is_there_once() {
        let mut settings = Settings::default();
        for number in (0..20).chain([19, 15]) {
            settings.remember(Path::new(&format!("{number}.ron")));
        }
        assert_eq!(settings.recent.len(), MOST_RECENT);
        assert_eq!(settings.recent.first(), Some(&PathBuf::from("15.ron")));
        assert_eq!(settings.recent.get(1), Some(&PathBuf::from("19.ron")));
    }
}
