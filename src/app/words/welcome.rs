//! The welcome page.

use super::words;

words! {
    what_it_is: "See what several articles say about one story, and where they differ" / "Sehen, was mehrere Artikel über ein Ereignis sagen und wo sie voneinander abweichen",
    open_review: "Open a review…" / "Prüfung öffnen …",
    drop_hint: "Or drop files here. Text, Markdown and saved web pages are read as articles; .ron files are reviews" / "Oder Dateien hier ablegen. Text, Markdown und gespeicherte Webseiten werden als Artikel gelesen; .ron-Dateien sind Prüfungen",
    recent: "Recent" / "Zuletzt geöffnet",
    forget: "Forget this file" / "Diese Datei vergessen",
}
