//! Tests of the project file's text.

use proptest::prelude::*;

use super::*;
use crate::model::{ArticleId, ClaimId, ReviewerId};
use crate::storage::{lost, test_project::small};

/// The message for `text`.
fn refused(text: &str) -> String {
    read(text).expect_err("it cannot be read").to_string()
}

/// The small project's text with one stretch replaced.
fn changed(from: &str, to: &str) -> String {
    let text = write(&small());
    assert!(text.contains(from), "{from} is in {text}");
    text.replacen(from, to, 1)
}

#[test]
fn a_project_is_written_for_people_to_read() {
    let expected = include_str!("../../../tests/golden/project.ron");
    let written = write(&small());
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/project.ron");
        crate::storage::write_file(path.as_ref(), written.as_bytes()).unwrap();
    } else {
        assert_eq!(written, expected);
    }
}

#[test]
fn a_project_is_read_as_it_was_written() {
    assert_eq!(read(&write(&small())).as_ref(), Ok(&small()));
    let empty = Project::default();
    assert_eq!(read(&write(&empty)).as_ref(), Ok(&empty));
}

#[test]
fn a_file_without_sentences_set_aside_is_written_as_it_was() {
    let text = include_str!("../../../projects/sample.ron");
    assert!(!text.contains("set_aside"));
    assert_eq!(write(&read(text).expect("the sample opens")), text);
}

#[test]
fn a_place_set_aside_that_fits_no_text_goes() {
    let mut project = small();
    let place = project.set_aside[0];
    project.set_aside.push(crate::model::Place { span: (400..500).into(), ..place });
    project.set_aside.push(crate::model::Place { article: ArticleId(9), ..place });
    assert_eq!(read(&write(&project)).as_ref(), Ok(&small()));
}

#[test]
fn a_file_that_git_gave_crlf_is_read_all_the_same() {
    let text = write(&small()).replace('\n', "\r\n");
    assert_eq!(read(&text).as_ref(), Ok(&small()));
}

#[test]
fn a_newer_format_is_refused_by_name_whatever_else_it_holds() {
    let expected = "made by a newer Crosscheck (format 99); this one reads up to 1";
    assert_eq!(refused("(format: 99, boards: {}, §"), expected);
}

#[test]
fn what_is_no_project_is_called_so() {
    for text in ["", "\u{0}\u{0}", "(title: \"x\")", "The mayor resigned.", "{}", "(format: 0)"] {
        assert_eq!(refused(text), "this is not a Crosscheck project", "{text}");
    }
}

#[test]
fn damage_is_told_with_line_and_column() {
    let check = |text: &str, expected: &str| {
        assert_eq!(refused(text), format!("the project is damaged at {expected}"));
    };
    check("(format: 1,\n  title: \"é😀\" x", "line 2, column 15: expected comma");
    check("(format: 1,\n title: r#\"é", "line 2, column 11: the text that begins here has no end");
    check("(format: 1, title: \"\",", "line 1, column 23: the file ends too early");
    check(
        &changed("stance: Same", "stance: Sane"),
        "line 49, column 58: `Sane` is none of Same, Differs, Hedged, Stronger, Narrower, Broader",
    );
    check(
        &changed("    claims: [", "    clams: ["),
        "line 43, column 10: `clams` does not belong here",
    );
    check(
        &changed("2026-11-20", "2026-13-20"),
        "line 12, column 36: `2026-13-20` is no date or time",
    );
}

#[test]
fn a_truncated_project_is_damaged_wherever_it_ends() {
    let text = write(&small());
    for end in (20..text.len() - 2).filter(|end| text.is_char_boundary(*end)) {
        let cut = text.get(..end).expect("a boundary");
        assert!(matches!(read(cut), Err(ReadError::Syntax { .. })), "{cut}");
    }
}

#[test]
fn deep_nesting_is_damage_and_nothing_worse() {
    for bracket in ["(", "[", "{", "Some(", "/*", "[(", "#![enable(", "x("] {
        let deep = bracket.repeat(100_000);
        for start in ["", "(format: 1, ", "(format: 1, title: ", "(format: 1, articles: "] {
            assert!(read(&format!("{start}{deep}")).is_err(), "{start}{bracket}");
        }
        for field in ["reviewers: [", "articles: [", "claims: [", "passages: [", "span: ", "note: "]
        {
            let text = changed(field, &format!("{field}{deep}"));
            assert!(read(&text).is_err(), "{field}{bracket}");
        }
    }
}

#[test]
fn a_project_that_contradicts_itself_is_refused() {
    let check = |change: &dyn Fn(&mut Project), expected| {
        let mut project = small();
        change(&mut project);
        assert_eq!(read(&write(&project)), Err(ReadError::Broken(expected)));
    };
    let (one, claim) = (ArticleId(1), ClaimId(1));
    check(&|p| p.articles[1].id = one, Fault::TwoArticles(one));
    check(&|p| p.claims[1].id = claim, Fault::TwoClaims(claim));
    check(&|p| p.reviewers[1].id = ReviewerId(1), Fault::TwoReviewers(ReviewerId(1)));
    check(&|p| p.articles[0].text.truncate(9), Fault::MisplacedPart { article: one, part: 1 });
    let article = ArticleId(9);
    check(&|p| p.claims[0].passages[0].article = article, Fault::UnknownArticle { claim, article });
    let reviewer = ReviewerId(3);
    check(
        &|p| p.claims[0].decisions[0].reviewer = reviewer,
        Fault::UnknownReviewer { claim, reviewer },
    );
}

#[test]
fn a_lost_passage_is_told_of_and_stays_where_it_is() {
    let text = changed("quote: \"Nine of 40", "quote: \"Nine of 41");
    let project = read(&text).expect("it opens");
    assert_eq!(project.claims[0].passages[0].span, small().claims[0].passages[0].span);
    assert_eq!(lost(&project), [super::super::Lost { claim: ClaimId(1), passage: 0 }]);
}

#[test]
fn a_place_that_does_not_fit_its_text_is_taken_out() {
    let mut project = small();
    let reason = &mut project.claims[0].suggestion.as_mut().unwrap().reasons[0];
    reason.places[0].span = (900..999).into();
    let read = read(&write(&project)).expect("it opens");
    assert_eq!(read.claims[0].suggestion.as_ref().unwrap().reasons[0].places.len(), 1);
}

proptest! {
    #[test]
    fn every_text_comes_back_byte_for_byte(
        text in "(\\PC|[\"#\\\\\r\n\t\0\u{7f}\u{85}\u{2028}\u{feff}]){0,60}",
        note in any::<String>(),
        title in proptest::option::of(any::<String>()),
    ) {
        let mut project = small();
        project.title.clone_from(&text);
        let article = &mut project.articles[1];
        article.parts.clear();
        article.text = text.clone();
        article.metadata.title = title;
        article.source.path = Some(note.clone());
        let claim = &mut project.claims[0];
        claim.suggestion = None;
        claim.summary.clone_from(&note);
        claim.labels.insert(text.clone());
        claim.passages[1].quote.clone_from(&text);
        claim.evidence[0].quote.clone_from(&note);
        claim.note = note;
        let written = write(&project);
        let read = read(&written).expect("it is whole");
        prop_assert_eq!(&read, &project);
        prop_assert_eq!(write(&read), written);
    }

    #[test]
    fn no_text_is_too_much_for_reading(text in "\\(format: 1,(\\PC|[()\\[\\]\",:]|title|claims|articles|r#\"|Some\\(){0,40}") {
        read(&text).ok();
    }
}
