//! Which language the window speaks.

use std::cell::Cell;

use crate::storage::settings::LanguageChoice;

/// A language that the window can speak.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum Language {
    #[default]
    English,
    German,
}

thread_local! {
    /// The language of the window of this thread; a window lives on one thread.
    static LANGUAGE: Cell<Language> = const { Cell::new(Language::English) };
}

/// The language the window speaks now.
pub(crate) fn language() -> Language {
    LANGUAGE.get()
}

/// Lets the window speak `language` from here on.
pub(crate) fn speak(language: Language) {
    LANGUAGE.set(language);
}

/// Of a thing in each language, the one in the window's.
pub(super) fn of<T>([english, german]: &[T; 2]) -> &T {
    either(english, german)
}

/// The first in English, the second in German.
pub(crate) fn either<T>(english: T, german: T) -> T {
    match language() {
        Language::English => english,
        Language::German => german,
    }
}

impl Language {
    /// The language of a POSIX locale such as `de_AT.UTF-8`; English where the window does not
    /// speak it.
    pub(crate) fn of_locale(locale: &str) -> Self {
        match locale.split(['_', '.', '@', '-']).next() {
            Some("de" | "DE") => Self::German,
            _ => Self::English,
        }
    }

    /// The language that was chosen, where `system` is that of the system.
    pub(crate) const fn chosen(choice: LanguageChoice, system: Self) -> Self {
        match choice {
            LanguageChoice::System => system,
            LanguageChoice::English => Self::English,
            LanguageChoice::German => Self::German,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_tells_the_language() {
        for locale in ["de_DE.UTF-8", "de_AT", "de", "de@euro", "de-CH"] {
            assert_eq!(Language::of_locale(locale), Language::German, "{locale}");
        }
        for locale in ["", "C", "en_GB.UTF-8", "den_CA", "fr_FR.UTF-8"] {
            assert_eq!(Language::of_locale(locale), Language::English, "{locale}");
        }
    }
}
