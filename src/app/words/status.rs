//! The status bar.

use super::words;

words! {
    tagged: "{} of {} tagged" / "{} von {} gekennzeichnet",
    saved: "Saved" / "Gespeichert",
    not_saved: "Not saved" / "Nicht gespeichert",
    cancel: "Cancel" / "Abbrechen",
    reading: "Reading articles" / "Artikel werden gelesen",
    finding: "Finding claims" / "Aussagen werden gesucht",
    comparing_origins: "Comparing origins" / "Herkunft wird verglichen",
}
