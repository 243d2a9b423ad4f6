//! The matrix of claims and articles.

use super::words;

words! {
    claim: "Claim" / "Aussage",
    differs_in: "Differs in" / "Unterschied",
    one_claim: "{} claim" / "{} Aussage",
    many_claims: "{} claims" / "{} Aussagen",
    some_claims: "{} of {} claims" / "{} von {} Aussagen",
    silent: "{}: does not state it" / "{}: sagt es nicht",
    no_passage: "{}: no passage of it" / "{}: keine Stelle dazu",
    is_silent: "does not state it" / "sagt es nicht",
    cell: "{}: {}" / "{}: {}",
    cell_stance: "{}: {}, {}" / "{}: {}, {}",
    again: "Click again to read it in the article" / "Noch einmal klicken, um es im Artikel zu lesen",
    nothing_fits: "No claim fits the filter" / "Keine Aussage passt zum Filter",
    show_all: "Show all claims" / "Alle Aussagen zeigen",
    no_claims: "No claims yet" / "Noch keine Aussagen",
    no_claims_hint: "Find the claims of the articles to lay them side by side" / "Suchen Sie die Aussagen der Artikel, um sie nebeneinanderzulegen",
}
