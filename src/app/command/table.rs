//! The table of commands: names in both languages, keys, menus. Each menu has a file of its own.

mod article;
mod claim;
mod edit;
mod file;
mod help;
mod review;
mod view;

use eframe::egui::{Key, KeyboardShortcut, Modifiers};

use super::{Command, Needs};
use crate::app::words;

/// A menu of the menu bar.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Menu {
    File,
    Edit,
    Review,
    Claim,
    Article,
    View,
    Help,
}

impl Menu {
    pub(crate) const ALL: [Self; 7] =
        [Self::File, Self::Edit, Self::Review, Self::Claim, Self::Article, Self::View, Self::Help];

    /// Its commands, in its order.
    pub(crate) const fn entries(self) -> &'static [Entry] {
        match self {
            Self::File => file::ENTRIES,
            Self::Edit => edit::ENTRIES,
            Self::Review => review::ENTRIES,
            Self::Claim => claim::ENTRIES,
            Self::Article => article::ENTRIES,
            Self::View => view::ENTRIES,
            Self::Help => help::ENTRIES,
        }
    }
}

/// What the table says of a command.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    pub(crate) command: Command,
    /// What it is called, in English and in German.
    names: [&'static str; 2],
    /// Commands of one menu that stand in other groups are parted by a line.
    pub(crate) group: u8,
    pub(crate) keys: &'static [KeyboardShortcut],
    pub(crate) reach: Reach,
    pub(crate) needs: Needs,
}

impl Entry {
    /// The same with keys that a text field keeps for itself.
    const fn keys(self, keys: &'static [KeyboardShortcut]) -> Self {
        Self { keys, reach: Reach::OutsideText, ..self }
    }

    /// The same with keys that work everywhere.
    const fn keys_everywhere(self, keys: &'static [KeyboardShortcut]) -> Self {
        Self { keys, reach: Reach::Everywhere, ..self }
    }

    /// The same for what can be done only where something is there.
    const fn needs(self, needs: Needs) -> Self {
        Self { needs, ..self }
    }

    /// What it is called in the language of the window.
    pub(crate) fn name(&self) -> &'static str {
        let [english, german] = self.names;
        words::either(english, german)
    }

    /// Its name without the sign that more will be asked.
    pub(crate) fn plain_name(&self) -> &'static str {
        self.name().trim_end_matches('…').trim_end()
    }

    /// What it is called in each language.
    #[cfg(test)]
    pub(crate) const fn names(&self) -> [&'static str; 2] {
        self.names
    }
}

/// Whether keys with Ctrl work while a text field has the keyboard. Plain keys never do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Reach {
    /// Everywhere.
    Everywhere,
    /// Not in a text field, whose keys they are.
    OutsideText,
}

/// The first line of the table.
pub(super) const FIRST: &Entry = &file::ENTRIES[0];

/// Every line of the table, in the order of the menus.
pub(crate) fn entries() -> impl Iterator<Item = &'static Entry> {
    Menu::ALL.into_iter().flat_map(Menu::entries)
}

/// A line of the table: a command of that group of its menu, with its names in English and German.
/// It has no keys and can always be done.
const fn entry(group: u8, command: Command, names: [&'static str; 2]) -> Entry {
    let (keys, reach, needs) = (&[], Reach::Everywhere, Needs::Nothing);
    Entry { command, names, group, keys, reach, needs }
}

const fn plain(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

const fn shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::SHIFT, key)
}

const fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn alt(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::ALT, key)
}

const fn ctrl_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers { shift: true, ..Modifiers::COMMAND }, key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::keys_text;
    use crate::app::keymap::Keymap;

    #[test]
    fn no_two_commands_that_can_be_done_at_once_share_a_key() {
        for entry in entries() {
            for keys in entry.keys {
                let other = Keymap::default().clash(entry.command, *keys);
                assert_eq!(other, None, "{}: {}", entry.name(), keys_text(*keys));
            }
        }
    }

    #[test]
    fn every_command_stands_in_the_table_once() {
        for entry in entries() {
            let lines = entries().filter(|other| other.command == entry.command);
            assert_eq!(lines.count(), 1, "{}", entry.name());
        }
        // `About` is the last of the enum: as many lines as commands.
        assert_eq!(entries().count(), Command::About as usize + 1);
    }
}
