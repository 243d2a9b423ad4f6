//! The command palette.

use super::words;

words! {
    title: "Commands" / "Befehle",
    hint: "A command, a claim or an article" / "Ein Befehl, eine Aussage oder ein Artikel",
    nothing: "Nothing fits" / "Nichts passt",
    article: "Article {}" / "Artikel {}",
    not_now: "not now" / "jetzt nicht",
}
