//! The claims list.

use super::words;

words! {
    find_hint: "Find in claims and passages" / "In Aussagen und Stellen suchen",
    find: "Find" / "Suchen",
    all: "All" / "Alle",
    nothing_fits: "No claim fits the filter" / "Keine Aussage passt zum Filter",
    show_all: "Show all claims" / "Alle Aussagen zeigen",
    add_articles: "Add articles to compare them" / "Artikel hinzufügen, um sie zu vergleichen",
    no_claims: "No claims yet" / "Noch keine Aussagen",
    no_passage: "no passage" / "keine Stelle",
    one_article: "{} article" / "{} Artikel",
    many_articles: "{} articles" / "{} Artikel",
    one_family: "{} family" / "{} Familie",
    many_families: "{} families" / "{} Familien",
}
