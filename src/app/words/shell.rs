//! What frames the views: menu bar, toolbar, and what is said of no view in particular.

use super::words;

words! {
    edited: "{} · edited" / "{} · geändert",
    untitled: "Untitled review" / "Prüfung ohne Titel",
    reviewer: "Reviewer" / "Prüfer",
    named_step: "{}: {}" / "{}: {}",
    done_step: "{} · {} undoes it" / "{} · {} nimmt es zurück",
    undone: "Undone: {}" / "Zurückgenommen: {}",
    redone: "Redone: {}" / "Wiederholt: {}",
    all_tagged: "Every claim is tagged · {} exports the summary" / "Jede Aussage ist gekennzeichnet · {} gibt die Übersicht aus",
    listed_tagged: "Every listed claim is tagged" / "Jede aufgeführte Aussage ist gekennzeichnet",
    choose_passage: "Choose a passage first, with ← and →" / "Zuerst eine Stelle wählen, mit ← und →",
    no_passage_there: "The claim has no or several passages there; choose one first, with ← and →" / "Die Aussage hat dort keine oder mehrere Stellen; zuerst eine wählen, mit ← und →",
    pick_to_merge: "Pick the claims to merge first, with X or Ctrl and a click" / "Zuerst die Aussagen markieren, mit X oder Strg und Klick",
    draft_kept: "Evidence kept as a draft · {} goes on with it" / "Beleg als Entwurf behalten · {} schreibt ihn weiter",
    copied: "Copied" / "Kopiert",
    drop_to_open: "Drop to open" / "Zum Öffnen loslassen",
}
