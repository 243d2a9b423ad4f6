//! The switch between the views, and what several of them say.

use super::words;

words! {
    articles: "Articles" / "Artikel",
    matrix: "Matrix" / "Matrix",
    overview: "Overview" / "Überblick",
    unchecked: "Not in a claim" / "Ohne Aussage",
    unchecked_count: "Not in a claim {}" / "Ohne Aussage {}",
    claims_panel: "Claims" / "Aussagen",
    claim_panel: "Chosen claim" / "Gewählte Aussage",
    hint_step: "next, previous" / "nächste, vorige",
    hint_tag: "tag" / "kennzeichnen",
    hint_accept: "accept" / "annehmen",
    hint_claim: "make a claim" / "Aussage anlegen",
    hint_aside: "set aside" / "beiseitelegen",
    hint_merge: "merge" / "vereinen",
    hint_leave: "leave the field" / "Feld verlassen",
    hint_commands: "commands" / "Befehle",
    hint_keys: "keys" / "Tasten",
    copies: "copies {}" / "Kopie von {}",
    rewrites: "rewrites {}" / "Bearbeitung von {}",
    same_text: "same text as {}" / "gleicher Text wie {}",
    shared_text: "shares text with {}" / "teilt Text mit {}",
    article: "article {}" / "Artikel {}",
    family: "family {}" / "Familie {}",
}
