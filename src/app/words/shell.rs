//! What frames the views: menu bar, toolbar, and what is said of no view in particular.

use super::words;

words! {
    edited: "{} · edited" / "{} · geändert",
    untitled: "Untitled review" / "Prüfung ohne Titel",
    named_step: "{}: {}" / "{}: {}",
    undone: "Undone: {}" / "Zurückgenommen: {}",
    redone: "Redone: {}" / "Wiederholt: {}",
    all_tagged: "Every claim is tagged" / "Jede Aussage ist gekennzeichnet",
    copied: "Copied" / "Kopiert",
    drop_to_open: "Drop to open" / "Zum Öffnen loslassen",
    add_to_claim: "Add to claim" / "Zur Aussage",
}
