//! The inputs a reviewer really has: every encoding, line end and kind of page gives the same article.

use crosscheck::analysis::sentences;
use crosscheck::import::{Imported, import};
use crosscheck::model::{Article, ArticleId, PartKind};

fn read(name: &str, bytes: &[u8]) -> Imported {
    import(bytes, name, ArticleId(1)).expect("it is an article")
}

/// The words of each part that is not the page's, white space as single spaces.
fn kept(article: &Article) -> Vec<String> {
    let parts = article.parts.iter().filter(|part| part.kind != PartKind::Boilerplate);
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    parts.map(|part| words(article.quote(part.span))).collect()
}

fn sentences_of(text: &str) -> Vec<String> {
    let article = read("a.txt", text.as_bytes()).article;
    sentences(&article).iter().map(|one| article.quote(one.span).to_owned()).collect()
}

const TEXT: &str = "Brücke geschlossen – für “zwei” Jahre\n\nDie Brücke wurde am Montag geschlossen, \
    sagte Bürgermeisterin Jo Döring. Sie öffnet erst in zwei Jahren für größere Lastwagen.\n";

fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn every_encoding_gives_the_same_text() {
    let marked = |text: &str| format!("\u{feff}{text}");
    let western = encoding_rs::WINDOWS_1252.encode(TEXT).0.into_owned();
    for (encoding, bytes) in [
        ("UTF-8", TEXT.as_bytes().to_vec()),
        ("UTF-8 with its mark", marked(TEXT).into_bytes()),
        ("UTF-16LE with its mark", utf_16(&marked(TEXT), u16::to_le_bytes)),
        ("UTF-16BE with its mark", utf_16(&marked(TEXT), u16::to_be_bytes)),
        ("UTF-16LE", utf_16(TEXT, u16::to_le_bytes)),
        ("UTF-16BE", utf_16(TEXT, u16::to_be_bytes)),
        ("windows-1252", western),
    ] {
        assert_eq!(read("a.txt", &bytes).article.text, TEXT, "{encoding}");
    }
}

#[test]
fn a_page_is_read_in_the_encoding_it_declares() {
    let page = "<html><head><meta charset=iso-8859-2></head><body><p>Most zamknięto w poniedziałek, \
        powiedziała burmistrz, a ciężarówki pojadą objazdem.</p></body></html>";
    let bytes = encoding_rs::ISO_8859_2.encode(page).0.into_owned();
    assert!(read("a.html", &bytes).article.text.contains("zamknięto w poniedziałek"));
}

#[test]
fn line_ends_are_lf_and_are_known_again() {
    let imported = read("a.txt", b"One bridge is closed.\r\n\r\nAnother stays open.\r\n");
    assert_eq!(imported.article.text, "One bridge is closed.\n\nAnother stays open.\n");
    assert_eq!(imported.carriage_returns, [21, 22, 42]);
}

#[test]
fn a_paragraph_wrapped_at_72_columns_is_one() {
    let wrapped = "The council closed the old bridge on Monday because its northern pier\n\
        has sunk by nine centimetres since May, which is more than the rules of\n\
        the province allow. It stays closed for two years, the mayor said, and\n\
        lorries have to take the motorway.\n\n\
        Nobody was hurt.\n";
    let article = read("a.txt", wrapped.as_bytes()).article;
    assert_eq!(article.parts.len(), 2);
    assert_eq!(sentences(&article).len(), 3);
}

#[test]
fn odd_spaces_part_words_and_sentences() {
    assert_eq!(
        sentences_of(
            "The bridge\u{a0}is closed.\u{a0} It  opens  in May.  Nobody\u{202f}knows when."
        ),
        ["The bridge\u{a0}is closed.", "It  opens  in May.", "Nobody\u{202f}knows when."]
    );
}

#[test]
fn emoji_beyond_the_first_plane_move_no_boundary() {
    assert_eq!(
        sentences_of(
            "The bridge is closed 🚧👷🏽‍♀️. “It opens in May 🎉,” she said. 👍 Nobody objected."
        ),
        ["The bridge is closed 🚧👷🏽‍♀️.", "“It opens in May 🎉,” she said.", "👍 Nobody objected."]
    );
}

#[test]
fn paragraphs_without_blank_lines_stay_apart() {
    let text = "Council closes old bridge\nThe old bridge was closed on Monday, the mayor said.\n\
        Lorries have to take the motorway until the bridge has been repaired, which takes two years.\n\
        Nobody was hurt.\n";
    let article = read("a.txt", text.as_bytes()).article;
    assert_eq!(kept(&article), text.lines().collect::<Vec<_>>());
    assert_eq!(article.metadata.title.as_deref(), Some("Council closes old bridge"));
}

#[test]
fn meta_tags_tell_what_linked_data_does_not() {
    let page = "<html lang=en-GB><head><title>Page</title>
        <meta property=og:title content='Council closes &quot;old&quot; bridge'>
        <meta property=og:site_name content='Harbour Gazette'><meta name=author content='Jo Doe'>
        <meta property=article:published_time content=2024-05-03T08:00:00+02:00>
        <link rel=canonical href=https://gazette.example/bridge></head>
        <body><p>The old bridge was closed on Monday, the mayor said.</p></body></html>";
    let metadata = read("a.html", page.as_bytes()).article.metadata;
    assert_eq!(metadata.title.as_deref(), Some("Council closes \"old\" bridge"));
    assert_eq!(metadata.outlet.as_deref(), Some("Harbour Gazette"));
    assert_eq!(metadata.author.as_deref(), Some("Jo Doe"));
    assert_eq!(metadata.published.map(|day| day.to_string()).as_deref(), Some("2024-05-03"));
    assert_eq!(metadata.language.as_deref(), Some("en"));
    assert_eq!(metadata.url.as_deref(), Some("https://gazette.example/bridge"));
}

#[test]
fn broken_linked_data_tells_nothing_and_breaks_nothing() {
    let nested = "[".repeat(100_000);
    let page = format!(
        "<script type=application/ld+json>{nested}</script><title></title>
         <p>The old bridge was closed on Monday, the mayor said.</p>"
    );
    let article = read("a.html", page.as_bytes()).article;
    assert_eq!(article.metadata.title, None);
    assert_eq!(kept(&article), ["The old bridge was closed on Monday, the mayor said."]);
}

/// Nesting by which tree builders of browsers take time that grows with its square, and texts by
/// which parsers of entities do.
#[test]
fn hostile_pages_are_read_at_once() {
    const SENTENCE: &str = "The old bridge was closed on Monday, the mayor said.";
    for opening in ["<div>", "<b>", "<table><tr><td>", "<ul><li>", "<a href=x>", "<font size=1>"] {
        let page = format!("{}<p>{SENTENCE}</p>", opening.repeat(50_000));
        assert_eq!(kept(&read("a.html", page.as_bytes()).article), [SENTENCE], "{opening}");
    }
    for noise in ["&", "<", "&amp;", "</p>", "<!-- -->", "<br>"] {
        let page = format!("<p>{SENTENCE}</p>{}", noise.repeat(200_000));
        let article = read("a.html", page.as_bytes()).article;
        assert_eq!(kept(&article).first().map(String::as_str), Some(SENTENCE), "{noise}");
    }
}
