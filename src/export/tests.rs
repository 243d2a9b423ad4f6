//! The formats against files, and what no text may do to them.

mod schema;

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;
use crate::model::{
    Article, ArticleId, Bearing, Claim, ClaimId, Confidence, Date, Decision, Evidence, Fingerprint,
    Format, Metadata, Origin, Part, PartKind, Passage, Place, Project, Reason, ReasonKind,
    Reviewer, ReviewerId, Source, Stance, Suggestion, Tag, Timestamp,
};
use crate::text::Span;

const WIRE: &str = "Ferry runs aground off Skarholm\n\nSKARHOLM (Nordwire) — The ferry Alma, \
with 212 people aboard, ran aground on Tuesday at 6:40 a.m. Nine people were hurt. \
\"The engines failed,\" the captain told the coast guard.";

const REPOST: &str = "The ferry Alma, with 212 people aboard, ran aground on Tuesday at 6:40 a.m. \
About ten people were hurt, two of them badly.";

const GERMAN: &str = "=SUMME(A1)<script>alert(1)</script> Die Fähre „Alma“ lief am Dienstag auf \
Grund 🚢. Rund 200 Menschen waren an Bord.";

/// A review of three articles with a claim of every kind.
fn review() -> Project {
    let articles = vec![
        article(1, WIRE, "Nordwire", "en"),
        article(2, REPOST, "The Skarholm Herald", "en"),
        article(3, GERMAN, "Küsten|blatt & *Söhne*", "de"),
    ];
    let claim = |id, summary: &str, quotes: &[(u32, &str, Stance)]| {
        let passages =
            quotes.iter().map(|(id, quote, stance)| passage(&articles, *id, quote, *stance));
        Claim::new(ClaimId(id), summary.to_owned(), Origin::Program, passages.collect())
    };
    let aground = "ran aground on Tuesday at 6:40 a.m.";
    let mut agreed = claim(
        1,
        "The ferry Alma ran aground on Tuesday at 6:40 a.m.",
        &[(1, aground, Stance::Same), (2, aground, Stance::Same)],
    );
    agreed.suggestion = Some(suggestion(Tag::Agreed, 96, Vec::new()));
    agreed.decisions = vec![decision(Some(Tag::Agreed), 1, 0)];

    let mut disputed = claim(
        2,
        "Nine people were hurt",
        &[
            (1, "Nine people were hurt.", Stance::Same),
            (2, "About ten people were hurt, two of them badly.", Stance::Differs),
        ],
    );
    let places = vec![place(&articles, 1, "Nine"), place(&articles, 2, "About ten")];
    let detail = "2 says \"About ten\", 1 says \"Nine\"".to_owned();
    let scope = Reason {
        kind: ReasonKind::Scope,
        detail: "only 2 says \"two of them badly\"".to_owned(),
        places: vec![place(&articles, 2, "two of them badly")],
    };
    let number = Reason { kind: ReasonKind::Number, detail, places };
    disputed.suggestion = Some(suggestion(Tag::Disputed, 85, vec![number, scope]));
    disputed.decisions = vec![
        decision(Some(Tag::Agreed), 2, 60),
        decision(None, 2, 90),
        decision(Some(Tag::Disputed), 1, 4_000),
    ];
    disputed.note = "Ask the coast guard.\n\n- They call back\n# after <noon>".to_owned();
    disputed.labels = BTreeSet::from(["injured".to_owned(), "to do".to_owned()]);
    disputed.evidence = vec![
        Evidence {
            citation: "https://example.org/report?a=1&b=2".to_owned(),
            quote: "Nine people were treated".to_owned(),
            seen: Some(Date::constant(2026, 11, 21)),
            bearing: Bearing::Supports,
        },
        Evidence {
            citation: "javascript:alert(1)".to_owned(),
            quote: String::new(),
            seen: None,
            bearing: Bearing::Context,
        },
    ];

    let mut unique =
        claim(5, "+The engines failed", &[(1, "\"The engines failed,\"", Stance::Same)]);
    unique.decisions = vec![decision(Some(Tag::Unique), 1, 5_000)];

    let mut untagged =
        claim(9, "Rund 200 Menschen", &[(3, "Rund 200 Menschen waren an Bord.", Stance::Hedged)]);
    untagged.passages[0].quote = "Etwa 200 Menschen".to_owned();
    let hostile = claim(
        10,
        "=SUMME(A1)<script>",
        &[(3, "=SUMME(A1)<script>alert(1)</script>", Stance::Same)],
    );

    Project {
        title: "Ferry *Alma*".to_owned(),
        articles,
        claims: vec![agreed, disputed, unique, untagged, hostile],
        reviewers: vec![reviewer(1, "Ada"), reviewer(2, "Grace <G>")],
        set_aside: Vec::new(),
    }
}

fn report() -> Report {
    let families = BTreeMap::from([(ArticleId(1), 1), (ArticleId(2), 1), (ArticleId(3), 2)]);
    Report::new(&review(), &families, Timestamp::constant(1_795_291_200, 0))
}

fn article(id: u32, text: &str, outlet: &str, language: &str) -> Article {
    let headline_end = text.find("\n\n");
    let title = headline_end.map(|end| Span::new(0, end));
    let body = Span::new(headline_end.map_or(0, |end| end + 2), text.len());
    let headline = title.map(|span| Part { span, kind: PartKind::Headline });
    let body = Part { span: body, kind: PartKind::Paragraph };
    Article {
        id: ArticleId(id),
        metadata: Metadata {
            title: title.map(|span| span.of_or_empty(text).to_owned()),
            outlet: Some(outlet.to_owned()),
            author: (id == 2).then(|| "Grace Example".to_owned()),
            published: Some(Date::constant(2026, 11, 17 + id as i8)),
            language: Some(language.to_owned()),
            url: (id == 2).then(|| "https://example.org/ferry".to_owned()),
        },
        source: Source {
            name: format!("article {id}.txt"),
            path: Some(format!("/home/ada/articles/article {id}.txt")),
            format: Format::Text,
            encoding: "UTF-8".to_owned(),
            sha256: Fingerprint([id as u8; 32]),
        },
        parts: headline.into_iter().chain([body]).collect(),
        text: text.to_owned(),
    }
}

fn find(articles: &[Article], id: u32, words: &str) -> Span {
    let text = &articles[id as usize - 1].text;
    let start = text.find(words).expect("the words are in the article");
    Span::new(start, start + words.len())
}

fn passage(articles: &[Article], id: u32, quote: &str, stance: Stance) -> Passage {
    let span = find(articles, id, quote);
    Passage { article: ArticleId(id), span, quote: quote.to_owned(), stance }
}

fn place(articles: &[Article], id: u32, words: &str) -> Place {
    Place { article: ArticleId(id), span: find(articles, id, words) }
}

fn suggestion(tag: Tag, percent: u8, reasons: Vec<Reason>) -> Suggestion {
    Suggestion { tag, confidence: Confidence::from_percent(percent), reasons }
}

fn decision(tag: Option<Tag>, reviewer: u32, second: i64) -> Decision {
    let at = Timestamp::from_second(1_795_000_000 + second).expect("within range");
    Decision { tag, reviewer: ReviewerId(reviewer), at }
}

fn reviewer(id: u32, name: &str) -> Reviewer {
    Reviewer { id: ReviewerId(id), name: name.to_owned() }
}

/// Compares with the file of that name in `tests/golden`, or rewrites it with `UPDATE_GOLDEN=1`.
fn check_golden(name: &str, written: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            .open(&path)
            .and_then(|mut file| std::io::Write::write_all(&mut file, written.as_bytes()))
            .unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    let lines = expected.lines().map(Some).chain(std::iter::repeat(None));
    let differing = written.lines().map(Some).chain([None]).zip(lines).find(|(a, b)| a != b);
    assert_eq!(differing, None, "{name}: written, expected; UPDATE_GOLDEN=1 rewrites it");
    assert_eq!(written.len(), expected.len(), "{name} differs in its line ends");
}

#[test]
fn the_formats_are_as_they_were_read_last() {
    let report = report();
    check_golden("report.md", &markdown(&report));
    check_golden("report.html", &html(&report));
    check_golden("report.csv", &csv(&report));
    check_golden("report.json", &json(&report));
}

#[test]
fn an_empty_project_has_a_report_too() {
    let report = Report::new(&Project::default(), &BTreeMap::new(), Timestamp::UNIX_EPOCH);
    assert!(markdown(&report).starts_with("# Untitled review\n\n0 articles, 0 claims"));
    assert!(html(&report).contains("<h1 dir=\"auto\">Untitled review</h1>"));
    assert_eq!(csv(&report).lines().count(), 1);
    assert!(json(&report).contains("\"claims\": []"));
}

#[test]
fn a_passage_is_shown_within_its_sentence_with_its_differences() {
    let report = report();
    let excerpt = &report.claims[0].excerpts[0];
    assert_eq!(excerpt.before, "SKARHOLM (Nordwire) — The ferry Alma, with 212 people aboard, ");
    assert_eq!(excerpt.after, "");
    let pieces = &report.claims[1].excerpts[1].pieces;
    let seen: Vec<_> = pieces.iter().map(|piece| (piece.text.as_str(), piece.differs)).collect();
    let expected = [
        ("About ten", true),
        (" people were hurt, ", false),
        ("two of them badly", true),
        (".", false),
    ];
    assert_eq!(seen, expected);
}

#[test]
fn a_lost_passage_is_shown_as_it_was() {
    let lost = &report().claims[3].excerpts[0];
    assert!(lost.lost);
    assert_eq!(lost.text(), "Etwa 200 Menschen");
}

#[test]
fn independent_origins_are_counted_by_family() {
    let markdown = markdown(&report());
    assert!(markdown.contains("Agreed by 2 articles of 1 family."), "{markdown}");
    assert!(markdown.contains("3 articles of 2 families, 5 claims"), "{markdown}");
}

#[test]
fn the_page_loads_nothing_and_runs_nothing() {
    let page = html(&report());
    for forbidden in
        ["<script", "src=", "url(", "@import", "<link", "<img", "javascript:alert(1)\""]
    {
        assert!(!page.contains(forbidden), "{forbidden}");
    }
}

#[test]
fn what_the_reviewers_disk_is_called_stays_there() {
    let report = report();
    for text in [markdown(&report), html(&report), csv(&report), json(&report)] {
        assert!(!text.contains("/home/"), "{text}");
    }
}

/// The number of opening tags on the page by name, which no text may change.
fn elements(page: &str) -> BTreeMap<&str, usize> {
    let mut count = BTreeMap::new();
    for tag in page.split('<').skip(1) {
        let name = tag.split(|c: char| !c.is_ascii_alphanumeric() && c != '/').next();
        *count.entry(name.unwrap_or_default()).or_default() += 1;
    }
    count
}

proptest! {
    #[test]
    fn no_text_changes_the_shape_of_a_format(hostile in "(\\PC|[<>&\"'/=!\n\r\t\0,;-]){1,30}") {
        let mut project = review();
        project.title = format!("x{hostile}");
        project.articles[1].metadata.outlet = Some(hostile.clone());
        project.articles[1].metadata.language = Some(hostile.clone());
        project.reviewers[0].name.clone_from(&hostile);
        let claim = &mut project.claims[1];
        claim.summary.clone_from(&hostile);
        claim.note = format!("x{hostile}");
        claim.labels = BTreeSet::from([hostile.clone(), "to do".to_owned()]);
        claim.evidence[1].citation.clone_from(&hostile);
        let families = BTreeMap::from([(ArticleId(1), 1), (ArticleId(2), 1), (ArticleId(3), 2)]);
        let hostile_report = Report::new(&project, &families, Timestamp::UNIX_EPOCH);

        let page = html(&hostile_report);
        if project.claims[1].labels.len() == 2 && !hostile.contains("http") {
            let usual = html(&report());
            prop_assert_eq!(elements(&page), elements(&usual));
        }
        let table = csv(&hostile_report);
        let mut rows = ::csv::Reader::from_reader(table.as_bytes());
        let first: Vec<_> = rows.records().map(|row| row.expect("a row").len()).collect();
        prop_assert_eq!(first, [21; 7]);
        let value: serde_json::Value = serde_json::from_str(&json(&hostile_report)).expect("JSON");
        prop_assert_eq!(value["claims"][1]["summary"].as_str(), Some(hostile.as_str()));
        prop_assert_eq!(markdown(&hostile_report).matches("\n## ").count(), 5);
    }
}
