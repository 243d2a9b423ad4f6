//! The status bar.

use super::words;

words! {
    tagged: "{} of {} tagged" / "{} von {} gekennzeichnet",
    saved: "Saved" / "Gespeichert",
    not_saved: "Not saved" / "Nicht gespeichert",
    hints: "J K next, previous   ·   A D U tag   ·   Enter accept   ·   ? keys" / "J K nächste, vorige   ·   A D U kennzeichnen   ·   Eingabe annehmen   ·   ? Tasten",
    cancel: "Cancel" / "Abbrechen",
    reading: "Reading articles" / "Artikel werden gelesen",
    finding: "Finding claims" / "Aussagen werden gesucht",
    comparing_origins: "Comparing origins" / "Herkunft wird verglichen",
}
