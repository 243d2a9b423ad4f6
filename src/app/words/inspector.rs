//! The inspector: everything about the chosen claim.

use super::words;

words! {
    choose: "Choose a claim to see what the articles say" / "Eine Aussage wählen, um zu sehen, was die Artikel sagen",
    claim_of: "Claim {} of {}" / "Aussage {} von {}",
    summary: "Summary" / "Zusammenfassung",
    edit_summary: "Click to edit the summary" / "Anklicken, um die Zusammenfassung zu ändern",
    one_independent: "{} independent family" / "{} unabhängige Familie",
    many_independent: "{} independent families" / "{} unabhängige Familien",
    tag_as: "Tag {}" / "Als {} kennzeichnen",
    suggested: "Suggested: {}" / "Vorschlag: {}",
    accepted: "accepted" / "angenommen",
    accept: "Accept" / "Annehmen",
    accept_hint: "Tag as suggested and go on to the next untagged claim (Enter)" / "Wie vorgeschlagen kennzeichnen und zur nächsten offenen Aussage gehen (Enter)",
    only_one: "Only {} states it" / "Nur {} sagt es",
    one_article: "one article" / "ein Artikel",
    nothing_differs: "{} articles state it and nothing material differs" / "{} Artikel sagen es, ohne wesentlichen Unterschied",
    passages: "Passages" / "Stellen",
    take_out: "Take out of the claim" / "Aus der Aussage nehmen",
    family: "family {}" / "Familie {}",
    note: "Note" / "Notiz",
    note_hint: "What you asked, whom, what came of it" / "Was wurde gefragt, wer, was kam heraus",
    evidence: "Evidence" / "Belege",
    seen: "seen {}" / "gesehen am {}",
    somebody: "somebody" / "jemandem",
    tagged_by: "Tagged {} by {}, {}" / "Als {} gekennzeichnet von {}, {}",
    taken_back_by: "Tag taken back by {}, {}" / "Kennzeichen zurückgenommen von {}, {}",
}
