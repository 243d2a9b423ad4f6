//! What the steps of undo are called.

use super::{either, fill, words};

words! {
    mark_part: "Mark a part" / "Teil einordnen",
    move_article: "Move an article" / "Artikel verschieben",
    remove_article: "Take an article out" / "Artikel herausnehmen",
    metadata: "Edit what an article says of itself" / "Angaben eines Artikels ändern",
    details: "Edit the review details" / "Angaben zur Prüfung ändern",
    note: "Write a note" / "Notiz schreiben",
    summary: "Edit the summary" / "Zusammenfassung ändern",
    remove_passage: "Take a passage out" / "Stelle herausnehmen",
    new_claim: "Make a claim" / "Aussage anlegen",
    add_passage: "Add a passage" / "Stelle hinzufügen",
    delete_claim: "Delete a claim" / "Aussage löschen",
    add_article: "Add an article" / "Artikel hinzufügen",
    add_articles: "Add {} articles" / "{} Artikel hinzufügen",
    paste_article: "Paste an article" / "Artikel einfügen",
    find_claims: "Find claims" / "Aussagen suchen",
    delete_claims: "Delete {} claims" / "{} Aussagen löschen",
    stance: "Set a stance" / "Verhältnis angeben",
    labels: "Set labels" / "Schlagwörter ändern",
    evidence: "Add evidence" / "Beleg ändern",
    remove_evidence: "Remove evidence" / "Beleg entfernen",
    set_bounds: "Set the bounds of a passage" / "Grenzen einer Stelle setzen",
    split: "Split a passage off" / "Stelle abtrennen",
    merge: "Merge {} claims" / "{} Aussagen vereinen",
    move_passage: "Move a passage" / "Stelle verschieben",
    accept_one: "Accept a suggestion" / "Vorschlag annehmen",
    accept_many: "Accept {} suggestions" / "{} Vorschläge annehmen",
    tag_many: "Tag {} claims {}" / "{} Aussagen als {} kennzeichnen",
    clear_many: "Clear {} tags" / "{} Kennzeichen entfernen",
    tag: "Tag {}" / "Als {} kennzeichnen",
    clear_tag: "Clear tag" / "Kennzeichen entfernen",
}

/// Parts that have names of steps.
const PARTS: [&str; 2] = ["steps", "unchecked"];

/// The name of a step in the language of the window now, whatever it spoke when the step was made.
pub(crate) fn retold(name: &str) -> String {
    let all = super::all();
    let mut names: Vec<_> = all.iter().filter(|(part, ..)| PARTS.contains(part)).collect();
    // Of two names that fit, the one with more words of its own is meant.
    names.sort_by_key(|(_, _, [english, german])| std::cmp::Reverse(english.len() + german.len()));
    for (_, _, pair) in names {
        if let Some(values) = pair.iter().find_map(|sentence| values_in(sentence, name)) {
            let values: Vec<&str> = values.into_iter().map(|value| term(&all, value)).collect();
            let values: Vec<&dyn std::fmt::Display> = values.iter().map(|v| v as _).collect();
            return fill(either(pair[0], pair[1]), &values);
        }
    }
    name.to_owned()
}

/// A tag or the like in the language of the window now; anything else as it is.
fn term<'a>(all: &[(&str, &str, [&'static str; 2])], value: &'a str) -> &'a str {
    let known = all.iter().find(|(part, _, pair)| *part == "terms" && pair.contains(&value));
    known.map_or(value, |(_, _, [english, german])| either(*english, *german))
}

/// What stands in the gaps of `sentence` in `text`; `None` where `text` is another sentence.
fn values_in<'a>(sentence: &str, text: &'a str) -> Option<Vec<&'a str>> {
    let (first, rest) = sentence.split_once("{}").map_or((sentence, None), |(a, b)| (a, Some(b)));
    let mut text = text.strip_prefix(first)?;
    let Some(rest) = rest else { return text.is_empty().then(Vec::new) };
    let mut values = Vec::new();
    let pieces: Vec<&str> = rest.split("{}").collect();
    let (last, between) = pieces.split_last()?;
    for piece in between {
        let (value, after) = text.split_once(piece)?;
        values.push(value);
        text = after;
    }
    values.push(text.strip_suffix(last)?);
    Some(values)
}

#[cfg(test)]
mod tests {
    use super::super::{Language, speak};
    use super::*;

    #[test]
    fn a_step_made_in_another_language_is_named_in_that_of_the_window() {
        let check = |name: &str, expected: &str| assert_eq!(retold(name), expected);
        check("Als strittig kennzeichnen", "Tag disputed");
        check("Tag disputed", "Tag disputed");
        speak(Language::German);
        check("Find claims", "Aussagen suchen");
        check("Tag agreed", "Als einig kennzeichnen");
        check("Tag 12 claims unique", "12 Aussagen als einzeln kennzeichnen");
        check("Set a sentence aside", "Satz beiseitelegen");
        check("Of a newer program", "Of a newer program");
    }
}
