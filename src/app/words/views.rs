//! The switch between the views, and what several of them say.

use super::words;

words! {
    articles: "Articles" / "Artikel",
    matrix: "Matrix" / "Matrix",
    overview: "Overview" / "Überblick",
    unchecked: "Unchecked" / "Ungeprüft",
    unchecked_count: "Unchecked {}" / "Ungeprüft {}",
    claims_panel: "Claims" / "Aussagen",
    claim_panel: "Chosen claim" / "Gewählte Aussage",
    copies: "copies {}" / "Kopie von {}",
    rewrites: "rewrites {}" / "Bearbeitung von {}",
    family: "family {}" / "Familie {}",
}
