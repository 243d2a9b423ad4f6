//! The results as JSON, for other programs.
//!
//! Articles are numbered from 0 in the order given. Offsets count Unicode scalar values of the
//! file's decoded text as it is, or of `text` where the article's text was taken out of the file.

use std::collections::BTreeMap;
use std::io::Write;

use serde::Serialize;

use super::Failure;
use super::args::Compare;
use super::load::Loaded;
use crate::analysis::{Analysis, FoundClaim, Sentence, sentences};
use crate::import::decoded_text;
use crate::model::{Article, ArticleId, PartKind, Passage, Place, Reason};
use crate::text::{ScalarIndex, Span};

#[derive(Serialize)]
struct Form<'a> {
    articles: Vec<ArticleForm<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    claims: Option<Vec<ClaimForm<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    links: Option<Vec<LinkForm>>,
}

#[derive(Serialize)]
struct ArticleForm<'a> {
    path: &'a str,
    title: Option<&'a str>,
    published: Option<String>,
    sentences: Vec<SentenceForm>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
}

#[derive(Serialize)]
struct SentenceForm {
    start: usize,
    end: usize,
    kind: &'static str,
}

#[derive(Serialize)]
struct ClaimForm<'a> {
    id: usize,
    tag: &'static str,
    summary: &'a str,
    confidence: f64,
    families: usize,
    members: Vec<MemberForm>,
    reasons: Vec<ReasonForm<'a>>,
}

#[derive(Serialize)]
struct MemberForm {
    #[serde(flatten)]
    span: SpanForm,
    stance: &'static str,
}

#[derive(Serialize)]
struct ReasonForm<'a> {
    kind: &'static str,
    detail: &'a str,
    spans: Vec<SpanForm>,
}

#[derive(Serialize)]
struct LinkForm {
    a: SpanForm,
    b: SpanForm,
    score: f64,
}

#[derive(Serialize)]
struct SpanForm {
    article: usize,
    start: usize,
    end: usize,
}

pub(super) fn write_articles(
    loaded: &[Loaded],
    with_text: bool,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let offsets = Offsets::new(loaded);
    let articles = articles(loaded, &offsets, with_text);
    write(&Form { articles, claims: None, links: None }, out)
}

pub(super) fn write_comparison(
    loaded: &[Loaded],
    analysis: &Analysis,
    options: &Compare,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let offsets = Offsets::new(loaded);
    let numbered = analysis.claims.iter().enumerate();
    let links = analysis.links.iter().map(|link| LinkForm {
        a: offsets.span(link.a),
        b: offsets.span(link.b),
        score: link.score,
    });
    let form = Form {
        articles: articles(loaded, &offsets, options.form.text),
        claims: Some(numbered.map(|(index, one)| claim(index, one, analysis, &offsets)).collect()),
        links: options.links.then(|| links.collect()),
    };
    write(&form, out)
}

fn write(form: &Form<'_>, out: &mut dyn Write) -> Result<(), Failure> {
    serde_json::to_writer(&mut *out, form).map_err(std::io::Error::from)?;
    Ok(out.write_all(b"\n")?)
}

fn articles<'a>(
    loaded: &'a [Loaded],
    offsets: &Offsets<'a>,
    with_text: bool,
) -> Vec<ArticleForm<'a>> {
    let form = |one: &'a Loaded| {
        let article = &one.imported.article;
        let sentence = |sentence: Sentence| {
            let place = Place { article: article.id, span: sentence.span };
            let SpanForm { start, end, .. } = offsets.span(place);
            SentenceForm { start, end, kind: kind(sentence.kind) }
        };
        let has_text = with_text || one.imported.has_own_text;
        ArticleForm {
            path: &one.path,
            title: article.metadata.title.as_deref(),
            published: article.metadata.published.map(|date| date.to_string()),
            sentences: sentences(article).into_iter().map(sentence).collect(),
            text: has_text.then(|| text(one, with_text)),
        }
    };
    loaded.iter().map(form).collect()
}

fn claim<'a>(
    index: usize,
    claim: &'a FoundClaim,
    analysis: &Analysis,
    offsets: &Offsets<'_>,
) -> ClaimForm<'a> {
    let member = |passage: &Passage| MemberForm {
        span: offsets.span(Place { article: passage.article, span: passage.span }),
        stance: passage.stance.word(),
    };
    let reason = |reason: &'a Reason| ReasonForm {
        kind: reason.kind.word(),
        detail: &reason.detail,
        spans: reason.places.iter().map(|place| offsets.span(*place)).collect(),
    };
    ClaimForm {
        id: index + 1,
        tag: claim.suggestion.tag.word(),
        summary: &claim.summary,
        confidence: claim.suggestion.confidence.share(),
        families: analysis.families.count(claim.passages.iter().map(|passage| passage.article)),
        members: claim.passages.iter().map(member).collect(),
        reasons: claim.suggestion.reasons.iter().map(reason).collect(),
    }
}

const fn kind(kind: PartKind) -> &'static str {
    match kind {
        PartKind::Paragraph => "body",
        PartKind::ListItem => "summary-bullet",
        kind => kind.word(),
    }
}

/// What is given as an article's text: that of the file where it was asked for, else its own.
fn text(one: &Loaded, is_asked_for: bool) -> String {
    if is_asked_for && one.imported.has_own_text {
        return decoded_text(&one.bytes).unwrap_or_default();
    }
    text_of_file(&one.imported.article, &one.imported.carriage_returns)
}

/// The text with the carriage returns that its file has, so that offsets fit it.
fn text_of_file(article: &Article, carriage_returns: &[usize]) -> String {
    let mut text = String::with_capacity(article.text.len() + carriage_returns.len());
    let mut from = 0;
    for &at in carriage_returns {
        text.push_str(article.quote(Span::new(from, at)));
        text.push('\r');
        from = at;
    }
    text + article.quote(Span::new(from, article.text.len()))
}

/// Turns places into the offsets that leave the program.
struct Offsets<'a>(BTreeMap<ArticleId, (usize, ScalarIndex<'a>)>);

impl<'a> Offsets<'a> {
    fn new(loaded: &'a [Loaded]) -> Self {
        let index = |(number, one): (usize, &'a Loaded)| {
            let article = &one.imported.article;
            let index = ScalarIndex::new(&article.text, &one.imported.carriage_returns);
            (article.id, (number, index))
        };
        Self(loaded.iter().enumerate().map(index).collect())
    }

    fn span(&self, place: Place) -> SpanForm {
        let Some((article, index)) = self.0.get(&place.article) else {
            // Every place is one of an article that was loaded.
            return SpanForm { article: 0, start: 0, end: 0 };
        };
        let start = index.scalar_from_byte(place.span.start());
        SpanForm { article: *article, start, end: index.scalar_from_byte(place.span.end()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::Imported;

    #[test]
    fn the_text_of_a_crlf_file_has_its_carriage_returns_back() {
        let Imported { article, .. } =
            crate::import::import("ab\nc\nd".as_bytes(), "a.txt", ArticleId(1)).unwrap();
        assert_eq!(text_of_file(&article, &[2, 4]), "ab\r\nc\r\nd");
        assert_eq!(text_of_file(&article, &[]), "ab\nc\nd");
    }
}
