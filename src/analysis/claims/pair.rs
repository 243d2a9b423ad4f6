//! Two sentences taken alone.

use crate::analysis::judging::facts::facts_of_few;
use crate::analysis::judging::suggestion::suggest;
use crate::analysis::matching::narrowing::Member;
use crate::analysis::matching::similarity::{Matcher, logistic};
use crate::analysis::story::Story;
use crate::analysis::story::weights::weigh;
use crate::analysis::words::kinship::Kinship;
use crate::model::{
    Article, ArticleId, Confidence, Fingerprint, Format, Metadata, Part, PartKind, Reason, Source,
    Tag,
};
use crate::text::Span;

/// What the program says of two sentences.
#[derive(Clone, PartialEq, Debug)]
pub struct PairVerdict {
    /// How alike they are, 0 to 1.
    pub score: f64,
    /// Agreed, disputed, or unique where they state different things.
    pub tag: Tag,
    /// How sure the program is of the tag.
    pub confidence: Confidence,
    /// What differs, most telling first; the first sentence is article 1, the second article 2.
    pub reasons: Vec<Reason>,
}

/// Below this two sentences state different things.
const RELATED: f64 = 0.30;

/// Compares two sentences as if each were an article of its own, on no day that is known.
#[must_use]
pub fn compare_pair(a: &str, b: &str) -> PairVerdict {
    let articles = [lone_article(1, a), lone_article(2, b)];
    let refs: Vec<&Article> = articles.iter().collect();
    let mut story = Story::of_lone_sentences(&refs);
    weigh(&mut story);
    let kinship = Kinship::of_few(&story.terms);
    let score = overlap(&story, &kinship);
    let members: Vec<Member> = (0..)
        .zip(&story.units)
        .map(|(unit, of)| Member { unit, runs: std::iter::once(0..of.tokens.len()).collect() })
        .collect();
    let suggestion = suggest(&story, &facts_of_few(&story), &members).suggestion;
    let tag =
        if suggestion.tag == Tag::Agreed && score < RELATED { Tag::Unique } else { suggestion.tag };
    PairVerdict { score, tag, confidence: suggestion.confidence, reasons: suggestion.reasons }
}

fn overlap(story: &Story<'_>, kinship: &Kinship) -> f64 {
    let [a, b] = story.units.as_slice() else { return 0.0 };
    let mut matcher = Matcher::new(story.terms.len(), kinship);
    matcher.open(&a.terms);
    let (x, y) = matcher.matched(&a.terms, &b.terms);
    let overlap = (x + y) / (a.weight + b.weight).max(1e-9);
    // A short sentence that lies within a long one is alike, too.
    let cover = (x / a.weight.max(1e-9)).max(y / b.weight.max(1e-9)).min(1.0);
    logistic(6.0 * (0.5 * overlap + 0.5 * cover) - 3.0).clamp(0.0, 1.0)
}

fn lone_article(id: u32, text: &str) -> Article {
    let span = Span::whole(text).trimmed(text);
    let is_sentence = span.of_or_empty(text).ends_with(['.', '。']);
    let kind = if is_sentence { PartKind::Paragraph } else { PartKind::Headline };
    let source = Source {
        name: String::new(),
        path: None,
        format: Format::Text,
        encoding: "UTF-8".to_owned(),
        sha256: Fingerprint([0; 32]),
    };
    Article {
        id: ArticleId(id),
        metadata: Metadata::default(),
        source,
        text: text.to_owned(),
        parts: vec![Part { span, kind }],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ReasonKind;

    fn check(a: &str, b: &str, tag: Tag, kind: Option<ReasonKind>) {
        let verdict = compare_pair(a, b);
        assert_eq!(verdict.tag, tag, "{a} / {b}: {:?}", verdict.reasons);
        if let Some(kind) = kind {
            assert!(
                verdict.reasons.iter().any(|reason| reason.kind == kind),
                "{:?}",
                verdict.reasons
            );
        }
    }

    #[test]
    fn lone_sentences_agree_differ_or_have_nothing_in_common() {
        check(
            "The harbour master closed the port on Monday.",
            "On Monday the port was closed by the harbour master.",
            Tag::Agreed,
            None,
        );
        check(
            "The storm killed nine people in Leeds.",
            "The storm killed twelve people in Leeds.",
            Tag::Disputed,
            Some(ReasonKind::Number),
        );
        check(
            "The storm killed nine people in Leeds.",
            "A museum opens its garden to visitors.",
            Tag::Unique,
            None,
        );
    }

    #[test]
    fn nothing_is_compared_with_nothing() {
        assert_eq!(compare_pair("", "").tag, Tag::Unique);
        assert_eq!(compare_pair("...", "The storm.").tag, Tag::Unique);
    }
}
