//! Which keys each command has: those of the table, unless the user chose others.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use eframe::egui::{Key, KeyboardShortcut, Modifiers};

use super::command::{Command, Entry, entries};

thread_local! {
    /// The keys of the window of this thread; a window lives on one thread.
    static KEYMAP: RefCell<Rc<Keymap>> = RefCell::default();
}

/// The keys of all commands.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Keymap {
    /// The keys of those commands whose keys the user changed.
    changed: BTreeMap<Command, Vec<KeyboardShortcut>>,
}

/// Keys as the settings keep them: by the command's name, each as text.
pub(crate) type Saved = BTreeMap<String, Vec<String>>;

/// The keys that the window goes by now.
pub(crate) fn current() -> Rc<Keymap> {
    KEYMAP.with(|keymap| Rc::clone(&keymap.borrow()))
}

/// Lets the window go by `keymap` from here on.
pub(crate) fn go_by(keymap: Keymap) {
    KEYMAP.with(|current| *current.borrow_mut() = Rc::new(keymap));
}

impl Keymap {
    /// The keys that `saved` tells of. What is unknown there is left out.
    pub(crate) fn new(saved: &Saved) -> Self {
        let changed = entries().filter_map(|entry| {
            let texts = saved.get(&name(entry.command))?;
            Some((entry.command, texts.iter().filter_map(|text| read(text)).collect()))
        });
        Self { changed: changed.collect() }
    }

    /// The keys of a command, those that are shown first.
    pub(crate) fn keys(&self, command: Command) -> &[KeyboardShortcut] {
        self.changed.get(&command).map_or(command.entry().keys, Vec::as_slice)
    }

    /// Every line of the table with each of its keys.
    pub(crate) fn all(&self) -> impl Iterator<Item = (&'static Entry, KeyboardShortcut)> {
        entries().flat_map(|entry| self.keys(entry.command).iter().map(move |k| (entry, *k)))
    }

    /// Another command that has these keys, unless the two can never be done at once.
    pub(crate) fn clash(&self, command: Command, keys: KeyboardShortcut) -> Option<Command> {
        let needs = command.entry().needs;
        let mut others = self
            .all()
            .filter(|(entry, _)| entry.command != command && !entry.needs.excludes(needs));
        others.find(|(_, other)| *other == keys).map(|(entry, _)| entry.command)
    }

    /// Whether the keys of a command are not those of the table.
    pub(crate) fn is_changed(&self, command: Command) -> bool {
        self.changed.contains_key(&command)
    }

    /// Whether any command has other keys than in the table.
    pub(crate) fn is_any_changed(&self) -> bool {
        !self.changed.is_empty()
    }
}

/// The saved keys after `command` got `keys` alone, which no other command keeps.
pub(crate) fn with_keys(saved: &Saved, command: Command, keys: KeyboardShortcut) -> Saved {
    let keymap = Keymap::new(saved);
    let mut saved = saved.clone();
    if let Some(other) = keymap.clash(command, keys) {
        let rest = keymap.keys(other).iter().filter(|other| **other != keys);
        saved.insert(name(other), rest.copied().map(written).collect());
    }
    saved.insert(name(command), vec![written(keys)]);
    saved
}

/// The saved keys after `command` lost all of its own.
pub(crate) fn without_keys(saved: &Saved, command: Command) -> Saved {
    let mut saved = saved.clone();
    saved.insert(name(command), Vec::new());
    saved
}

/// The saved keys after `command` got those of the table back, which no other command keeps.
pub(crate) fn with_usual_keys(saved: &Saved, command: Command) -> Saved {
    let mut saved = saved.clone();
    saved.remove(&name(command));
    for keys in command.entry().keys {
        let keymap = Keymap::new(&saved);
        if let Some(other) = keymap.clash(command, *keys) {
            let rest = keymap.keys(other).iter().filter(|other| *other != keys);
            let rest = rest.copied().map(written).collect();
            saved.insert(name(other), rest);
        }
    }
    saved
}

/// What a command is called in the settings.
fn name(command: Command) -> String {
    format!("{command:?}")
}

/// Keys as the settings keep them, such as `Ctrl+Shift+Down`.
fn written(keys: KeyboardShortcut) -> String {
    let modifiers = keys.modifiers;
    let held = [
        (modifiers.command || modifiers.ctrl, "Ctrl+"),
        (modifiers.shift, "Shift+"),
        (modifiers.alt, "Alt+"),
    ];
    let held = held.into_iter().filter(|(is_held, _)| *is_held).map(|(_, name)| name);
    held.chain([keys.logical_key.name()]).collect()
}

/// Reads what [`written`] wrote; `None` for anything else.
fn read(text: &str) -> Option<KeyboardShortcut> {
    let (mut rest, mut modifiers) = (text, Modifiers::NONE);
    for (name, modifier) in
        [("Ctrl+", Modifiers::COMMAND), ("Shift+", Modifiers::SHIFT), ("Alt+", Modifiers::ALT)]
    {
        if let Some(after) = rest.strip_prefix(name) {
            (rest, modifiers) = (after, modifiers | modifier);
        }
    }
    Key::from_name(rest).map(|key| KeyboardShortcut::new(modifiers, key))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CTRL_J: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::J);

    #[test]
    fn keys_are_read_as_they_were_written() {
        for (entry, keys) in Keymap::default().all() {
            assert_eq!(read(&written(keys)), Some(keys), "{}", entry.name());
        }
        assert_eq!(read("Ctrl+Nonsense"), None);
    }

    #[test]
    fn changed_keys_take_the_place_of_those_in_the_table() {
        let saved = with_keys(&Saved::new(), Command::Save, CTRL_J);
        assert_eq!(Keymap::new(&saved).keys(Command::Save), [CTRL_J]);
        assert!(Keymap::new(&without_keys(&saved, Command::Save)).keys(Command::Save).is_empty());
        assert_eq!(Keymap::new(&with_usual_keys(&saved, Command::Save)), Keymap::default());
    }

    #[test]
    fn no_two_commands_keep_one_key() {
        let usual = Command::Save.entry().keys[0];
        let saved = with_keys(&Saved::new(), Command::Open, usual);
        let keymap = Keymap::new(&saved);
        assert_eq!(Keymap::default().clash(Command::Open, usual), Some(Command::Save));
        assert!(keymap.keys(Command::Save).is_empty(), "Save gave its keys up");
        let back = Keymap::new(&with_usual_keys(&saved, Command::Save));
        assert_eq!(back.keys(Command::Save), [usual]);
        assert!(back.keys(Command::Open).is_empty(), "and took them back");
    }

    #[test]
    fn what_a_newer_program_saved_is_left_out() {
        let saved = Saved::from([
            ("Fly".to_owned(), vec!["Ctrl+F".to_owned()]),
            ("Save".to_owned(), vec!["Hyper+S".to_owned(), "Ctrl+J".to_owned()]),
        ]);
        assert_eq!(Keymap::new(&saved).keys(Command::Save), [CTRL_J]);
    }
}
