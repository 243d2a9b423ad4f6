//! What the steps of undo are called.

use super::words;

words! {
    mark_part: "Mark a part" / "Teil einordnen",
    move_article: "Move an article" / "Artikel verschieben",
    remove_article: "Take an article out" / "Artikel herausnehmen",
    metadata: "Edit what an article says of itself" / "Angaben eines Artikels ändern",
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
    tag: "Tag {}" / "Als {} kennzeichnen",
    clear_tag: "Clear tag" / "Kennzeichen entfernen",
}
