//! Sentences in no claim.

use super::words;

words! {
    title: "Sentences in no claim" / "Sätze ohne Aussage",
    left: "To look at {}" / "Anzusehen {}",
    aside: "Set aside {}" / "Beiseitegelegt {}",
    make_claim: "Make a claim" / "Aussage anlegen",
    set_aside: "Set aside" / "Beiseitelegen",
    take_back: "Take back" / "Zurückholen",
    in_place: "In its place" / "An ihrer Stelle",
    all_checked: "Every sentence is in a claim or set aside" / "Jeder Satz steht in einer Aussage oder ist beiseitegelegt",
    none_aside: "Nothing was set aside" / "Nichts wurde beiseitegelegt",
    no_articles: "Add articles to compare them" / "Fügen Sie Artikel hinzu, um sie zu vergleichen",
    reading: "Reading the sentences…" / "Sätze werden gelesen …",
    choose: "Choose a sentence to see it in its place" / "Wählen Sie einen Satz, um ihn an seiner Stelle zu sehen",
    step_aside: "Set a sentence aside" / "Satz beiseitelegen",
    step_back: "Take a sentence back" / "Satz zurückholen",
    sentence: "{}: {}" / "{}: {}",
}
