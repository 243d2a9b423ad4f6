//! What import promises for any input.

use PartKind::{Byline, Caption, Dateline, Headline, ListItem, Paragraph, Subhead};
use crosscheck::analysis::sentences;
use crosscheck::import::{Imported, import, import_pasted};
use crosscheck::model::{Article, ArticleId, PartKind};
use proptest::prelude::*;

const NAMES: [&str; 3] = ["a.txt", "a.md", "a.html"];

/// Fails unless parts and sentences stand where the model says they do.
fn check(imported: &Imported) {
    let article = &imported.article;
    assert!(!article.parts.is_empty());
    let mut end = 0;
    for part in &article.parts {
        let text = part.span.of(&article.text).expect("a part stands on character boundaries");
        assert!(part.span.start() >= end, "parts ascend and stand apart");
        assert!(!text.is_empty() && text == text.trim(), "parts have no white space at their ends");
        end = part.span.end();
    }
    check_sentences(article);
    for at in &imported.carriage_returns {
        assert_eq!(article.text.as_bytes().get(*at), Some(&b'\n'));
    }
}

fn check_sentences(article: &Article) {
    let mut end = 0;
    for sentence in sentences(article) {
        let part = article.part_at(sentence.span.start()).and_then(|at| article.parts.get(at));
        let part = part.expect("a sentence stands in a part");
        assert!(part.span.contains(sentence.span) && part.kind == sentence.kind);
        let text =
            sentence.span.of(&article.text).expect("a sentence stands on character boundaries");
        assert!(sentence.span.start() >= end, "sentences ascend and stand apart");
        assert!(!text.is_empty() && text == text.trim());
        end = sentence.span.end();
    }
}

/// Pieces that decide something, so that random texts come by the interesting paths.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("\n"),
        Just("\n\n"),
        Just("\r\n"),
        Just(" "),
        Just("\u{a0}"),
        Just("."),
        Just("…"),
        Just(". . ."),
        Just("\""),
        Just("“"),
        Just("”"),
        Just("("),
        Just(")"),
        Just("["),
        Just("1. "),
        Just("a) "),
        Just("• "),
        Just("--"),
        Just("LISBON (ABC) — "),
        Just("By Jo Doe"),
        Just("May 3, 2024"),
        Just("U.S."),
        Just("The mayor resigned"),
        Just("Most read"),
        Just("2 Comments"),
        Just("Read more: "),
        Just("市長は辞任した。"),
        Just("😀"),
        Just("é"),
        Just("---\n"),
        Just("title: x\n"),
        Just("# "),
        Just("> "),
        Just("* "),
        Just("<p>"),
        Just("</p>"),
        Just("<div class='comments'>"),
        Just("</div>"),
        Just("<li>"),
        Just("<br>"),
        Just("<a href=x>"),
        Just("</a>"),
        Just("<script type='application/ld+json'>{}"),
        Just("</script>"),
        Just("<!--"),
        Just("-->"),
        Just("&amp;"),
        Just("<td>"),
        Just("<h1>"),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn no_bytes_break_it(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        for name in NAMES {
            if let Ok(imported) = import(&bytes, name, ArticleId(1)) {
                check(&imported);
            }
        }
    }

    #[test]
    fn no_text_breaks_it(text in any::<String>()) {
        for name in NAMES {
            if let Ok(imported) = import(text.as_bytes(), name, ArticleId(1)) {
                check(&imported);
            }
        }
    }

    #[test]
    fn no_mixture_breaks_it(text in pieces()) {
        for name in NAMES {
            if let Ok(imported) = import(text.as_bytes(), name, ArticleId(1)) {
                check(&imported);
            }
        }
    }

    #[test]
    fn plain_text_is_kept_as_it_is(text in pieces()) {
        if let Ok(imported) = import_pasted(&text, ArticleId(1)) {
            prop_assert_eq!(imported.article.text, text.replace("\r\n", "\n").replace('\r', "\n"));
            prop_assert!(!imported.has_own_text);
        }
    }
}

fn parts(name: &str, text: &str) -> Vec<(PartKind, String)> {
    let imported = import(text.as_bytes(), name, ArticleId(1)).expect("is an article");
    let article = imported.article;
    article.parts.iter().map(|part| (part.kind, article.quote(part.span).to_owned())).collect()
}

const PAGE: &str = "<!doctype html><html lang=en><head><title>Council closes old bridge | Harbour Gazette</title>
<meta property='og:site_name' content='Harbour Gazette'>
<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Council closes old bridge\",\"datePublished\":\"2024-05-03T10:00:00Z\",\"author\":[{\"name\":\"Jo Doe\"}]}</script></head>
<body><nav><a href=/>Home</a> <a href=/news>News</a></nav><article><h1>Council closes old bridge</h1><p class=byline>By Jo Doe</p>
<ul><li>Bridge closed from Monday<li>Repairs may take two years</ul>
<p>LISBON (ABC) — The council closed the old bridge on Friday, after a second report found cracks in two of its pillars.</p>
<h2>What comes next</h2><p>Repairs will take two years and cost four million euros, the mayor said on Friday.</p>
<figure><img><figcaption>The bridge on Friday. (Jo Doe/Gazette)</figcaption></figure>
<p>Lorries have not used the bridge since May, when a first report was published.</p></article>
<aside><h3>Most read</h3><ul><li><a href=/1>Pool opens after repairs</a></ul></aside><footer>© 2024 Harbour Gazette</footer></body></html>";

#[test]
fn a_page_gives_its_article_and_what_it_says_of_itself() {
    let imported =
        import(PAGE.as_bytes(), "folder/page.html", ArticleId(1)).expect("is an article");
    let metadata = &imported.article.metadata;
    assert_eq!(metadata.title.as_deref(), Some("Council closes old bridge"));
    assert_eq!(metadata.outlet.as_deref(), Some("Harbour Gazette"));
    assert_eq!(metadata.author.as_deref(), Some("Jo Doe"));
    assert_eq!(metadata.published.map(|date| date.to_string()).as_deref(), Some("2024-05-03"));
    assert_eq!(metadata.language.as_deref(), Some("en"));
    assert!(imported.has_own_text);
    assert_eq!(imported.article.source.name, "page.html");
    let kinds: Vec<PartKind> = parts("a.html", PAGE)
        .into_iter()
        .map(|(kind, _)| kind)
        .filter(|kind| *kind != PartKind::Boilerplate)
        .collect();
    assert_eq!(
        kinds,
        [
            Headline, Byline, ListItem, ListItem, Dateline, Paragraph, Subhead, Paragraph, Caption,
            Paragraph
        ]
    );
}

#[test]
fn front_matter_is_metadata_and_markdown_is_read_as_it_is_rendered() {
    let text = "---\ntitle: \"Council closes bridge\"\ndate: 2024-05-03\nsource: Harbour Gazette\nauthor: Jo Doe\n---\n\n# Council closes bridge\n\nThe *old* bridge [was closed](http://x.example) on Friday.\n\n## What comes next\n\n- Repairs\n- Tests\n";
    let imported = import(text.as_bytes(), "a.md", ArticleId(1)).expect("is an article");
    let metadata = &imported.article.metadata;
    assert_eq!(metadata.outlet.as_deref(), Some("Harbour Gazette"));
    assert_eq!(metadata.published.map(|date| date.to_string()).as_deref(), Some("2024-05-03"));
    let found = parts("a.md", text);
    assert_eq!(
        found.get(1),
        Some(&(PartKind::Paragraph, "The old bridge was closed on Friday.".to_owned()))
    );
    assert_eq!(found.len(), 5);
}

#[test]
fn a_saved_page_in_plain_text_keeps_its_sentences_and_loses_its_menus() {
    let text = "HARBOUR GAZETTE\nHome | News | Sport\nWe use cookies. Accept all | Options\n\nCouncil closes old bridge after report\n\nBy Jo Doe\n\n3 May 2024\n\nLISBON (ABC) — The council closed the old bridge on Friday after a report.\n\nRead more: Pool opens\n\nRepairs of the bridge will take two years, the mayor said.\n\nMost read\nPool opens after repairs\nTeachers ask for smaller classes\n2 Comments\nGullFan 3 May 5:12 pm\nNobody asked us.\n© 2024 Harbour Gazette";
    let found = parts("a.txt", text);
    let kept: Vec<(PartKind, &str)> = found
        .iter()
        .filter(|(kind, _)| *kind != PartKind::Boilerplate)
        .map(|(kind, text)| (*kind, text.as_str()))
        .collect();
    assert_eq!(
        kept,
        [
            (PartKind::Headline, "Council closes old bridge after report"),
            (PartKind::Byline, "By Jo Doe"),
            (PartKind::Dateline, "3 May 2024"),
            (PartKind::Dateline, "LISBON (ABC) —"),
            (PartKind::Paragraph, "The council closed the old bridge on Friday after a report."),
            (PartKind::Paragraph, "Repairs of the bridge will take two years, the mayor said."),
        ]
    );
}

#[test]
fn a_headline_may_cry_out_below_the_name_of_its_paper() {
    let text = "THE HARBOUR HERALD\nNews | Sport | Games\n\nCLOSED! Council shuts old bridge after report\n\nBy Jo Doe\n\nThe council shut the old bridge on Friday after a second report found cracks.\n\nRepairs of the bridge will take two years, the mayor said.";
    let found = parts("a.txt", text);
    let headlines: Vec<&str> =
        found.iter().filter(|(kind, _)| *kind == Headline).map(|(_, text)| text.as_str()).collect();
    assert_eq!(headlines, ["CLOSED! Council shuts old bridge after report"]);
}
