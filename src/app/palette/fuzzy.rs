//! How well typed letters fit a text.

/// Points for each letter that fits.
const LETTER: i32 = 4;
/// More for a letter at the beginning of a word, and of the whole text.
const WORD: i32 = 10;
const FIRST: i32 = 8;
/// More for a letter right after the one before.
const RUN: i32 = 16;
/// Fewer for each letter that is skipped before the first one, up to ten.
const SKIPPED: i32 = 1;

/// How well `typed` fits `text`, greater being better; `None` where it does not. The letters must be
/// there in their order, whatever stands between them; case and spaces do not matter.
pub(crate) fn fit(typed: &str, text: &str) -> Option<i32> {
    let wanted: Vec<char> =
        typed.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    let letters: Vec<char> = text.chars().flat_map(char::to_lowercase).collect();
    if wanted.is_empty() {
        return Some(0);
    }
    let starts = (0..letters.len()).filter(|at| letters.get(*at) == wanted.first());
    let best = starts.filter_map(|start| from(&wanted, &letters, start)).max()?;
    // Of texts that fit as well, the shorter one is meant more likely.
    Some(best * 16 - i32::try_from(letters.len().min(15)).unwrap_or(15))
}

/// The points of a fit that begins at `start`, each letter taken where it earns most: at the next
/// beginning of a word if there is one, unless it goes on with a run.
fn from(wanted: &[char], letters: &[char], start: usize) -> Option<i32> {
    let mut points = -SKIPPED * i32::try_from(start.min(10)).unwrap_or(10);
    let mut at = start;
    for (index, letter) in wanted.iter().enumerate() {
        if index > 0 {
            at = next(*letter, letters, at)?;
        }
        points += LETTER;
        if begins_word(letters, at) {
            points += WORD + if at == 0 { FIRST } else { 0 };
        }
        if index > 0 && at > 0 && letters.get(at - 1) == wanted.get(index - 1) {
            points += RUN;
        }
        at += 1;
    }
    Some(points)
}

fn next(letter: char, letters: &[char], from: usize) -> Option<usize> {
    if letters.get(from) == Some(&letter) {
        return Some(from);
    }
    let rest = || (from..letters.len()).filter(|at| letters.get(*at) == Some(&letter));
    rest().find(|at| begins_word(letters, *at)).or_else(|| rest().next())
}

fn begins_word(letters: &[char], at: usize) -> bool {
    let is_inside = |c: &char| c.is_alphanumeric();
    let before = at.checked_sub(1).and_then(|before| letters.get(before));
    letters.get(at).is_some_and(is_inside) && !before.is_some_and(is_inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The texts from the one that fits best to the one that fits worst.
    fn check(typed: &str, texts: &[&str]) {
        let fits: Vec<_> = texts.iter().map(|text| fit(typed, text)).collect();
        assert!(fits.iter().all(Option::is_some), "{typed}: {fits:?}");
        assert!(fits.windows(2).all(|pair| pair[0] > pair[1]), "{typed} in {texts:?}: {fits:?}");
    }

    #[test]
    fn beginnings_of_words_count_more_than_letters_within() {
        check("td", &["Tag disputed", "Undo the edit"]);
        check("sa", &["Save as", "Usual size again", "Erase all"]);
        check("exp", &["Export summary", "Next panel"]);
    }

    #[test]
    fn letters_in_a_row_count_more_than_letters_apart() {
        check("note", &["Write a note", "Next on the list of everything"]);
    }

    #[test]
    fn of_equal_fits_the_shorter_text_comes_first() {
        check("save", &["Save", "Save as…"]);
    }

    #[test]
    fn letters_must_be_there_in_their_order() {
        assert_eq!(fit("evas", "Save"), None);
        assert_eq!(fit("savee", "Save"), None);
        assert!(fit("s a v e", "Save").is_some());
        assert!(fit("ÜBER", "Überblick").is_some());
        assert_eq!(fit("", "Anything"), Some(0));
    }
}
