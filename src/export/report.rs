//! Everything that a summary says.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::excerpt::{Excerpt, Texts};
use super::serial;
use crate::model::{
    Article, ArticleId, Bearing, Claim, Decision, Evidence, Project, Reason, ReasonKind,
    Suggestion, Tag, Timestamp,
};

/// A review in words and numbers: what the formats lay out.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Report {
    /// What the review is called; never empty.
    pub title: String,
    /// When the report was made.
    #[serde(serialize_with = "serial::moment")]
    pub made: Timestamp,
    /// Who decided on claims, in the order of the project.
    pub reviewers: Vec<String>,
    /// How many claims bear each tag.
    pub counts: Counts,
    /// How many families the articles come from.
    pub families: usize,
    /// What was compared, in the order of the columns.
    pub articles: Vec<ReportedArticle>,
    /// The claims in reading order.
    pub claims: Vec<ReportedClaim>,
}

/// How many claims bear each tag.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Counts {
    /// Claims that are tagged agreed.
    pub agreed: usize,
    /// Claims that are tagged disputed.
    pub disputed: usize,
    /// Claims that are tagged unique.
    pub unique: usize,
    /// Claims without a tag.
    pub untagged: usize,
    /// All claims.
    pub total: usize,
}

impl Counts {
    /// How many claims bear `tag`.
    #[must_use]
    pub const fn of(&self, tag: Option<Tag>) -> usize {
        match tag {
            Some(Tag::Agreed) => self.agreed,
            Some(Tag::Disputed) => self.disputed,
            Some(Tag::Unique) => self.unique,
            None => self.untagged,
        }
    }
}

/// An article that was compared.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ReportedArticle {
    /// Its number in this report: its column, from 1.
    pub number: usize,
    /// A short name: outlet, else title, else file name.
    pub name: String,
    /// Headline, `None` where the article has none.
    pub title: Option<String>,
    /// Newspaper, agency or site, where known.
    pub outlet: Option<String>,
    /// Author or authors as printed, where known.
    pub author: Option<String>,
    /// Day of publication as `2026-11-21`, where known.
    pub published: Option<String>,
    /// ISO 639-1 code of the language, where known.
    pub language: Option<String>,
    /// Address it was published at, where known.
    pub url: Option<String>,
    /// File name without its folder: the reader's business is the file, not the reviewer's disk.
    pub file: String,
    /// SHA-256 of the file's bytes, in hexadecimal digits.
    pub sha256: String,
    /// The number of its family, `None` where nobody asked.
    pub family: Option<usize>,
    /// How many words it has, without boilerplate.
    pub words: usize,
    /// How many claims it states.
    pub claims: usize,
}

/// A claim with everything that was found and decided.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ReportedClaim {
    /// Its number in the project.
    pub number: u32,
    /// One line that says it.
    pub summary: String,
    /// The reviewer's tag; `None` where there is none yet.
    #[serde(serialize_with = "serial::some_tag")]
    pub tag: Option<Tag>,
    /// The program's word, `None` for a claim that it has not looked at.
    pub suggestion: Option<ReportedSuggestion>,
    /// How many articles state it.
    pub articles: usize,
    /// How many families these articles come from.
    pub families: usize,
    /// Where it is stated.
    pub excerpts: Vec<Excerpt>,
    /// What differs between the passages.
    pub differences: Vec<ReportedDifference>,
    /// The reviewer's words; several lines.
    pub note: String,
    /// The reviewer's own words to sort by.
    pub labels: Vec<String>,
    /// What was found outside the articles.
    pub evidence: Vec<ReportedEvidence>,
    /// Every tagging, oldest first. The last one holds.
    pub decisions: Vec<ReportedDecision>,
}

/// The tag the program suggests.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ReportedSuggestion {
    /// The tag.
    #[serde(serialize_with = "serial::tag")]
    pub tag: Tag,
    /// How sure the program is, from 0 to 1.
    pub confidence: f64,
}

/// One typed difference.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ReportedDifference {
    /// What kind of thing differs.
    #[serde(serialize_with = "serial::kind")]
    pub kind: ReasonKind,
    /// One plain sentence that tells the difference.
    pub detail: String,
}

/// A source outside the articles.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ReportedEvidence {
    /// What it does to the claim.
    #[serde(serialize_with = "serial::bearing")]
    pub bearing: Bearing,
    /// Citation or address.
    pub citation: String,
    /// Its words, as far as they matter.
    pub quote: String,
    /// The day it was seen as `2026-11-21`, where known.
    pub seen: Option<String>,
}

/// One tagging.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ReportedDecision {
    /// The tag given; `None` where a tag was taken back.
    #[serde(serialize_with = "serial::some_tag")]
    pub tag: Option<Tag>,
    /// Who decided.
    pub reviewer: String,
    /// When.
    #[serde(serialize_with = "serial::moment")]
    pub at: Timestamp,
}

impl Report {
    /// The report on `project`. `families` tells the number of each article's family; an article
    /// that is not in it belongs to none.
    #[must_use]
    pub fn new(project: &Project, families: &BTreeMap<ArticleId, usize>, made: Timestamp) -> Self {
        let texts = Texts::new(project);
        let title = project.title.trim();
        Self {
            title: if title.is_empty() { "Untitled review" } else { title }.to_owned(),
            made,
            reviewers: project.reviewers.iter().map(|reviewer| reviewer.name.clone()).collect(),
            counts: counts(project),
            families: family_count(project.articles.iter().map(|article| article.id), families),
            articles: reported_articles(project, families),
            claims: project
                .claims
                .iter()
                .map(|claim| reported_claim(claim, project, &texts, families))
                .collect(),
        }
    }

    /// The claims that bear `tag`, in reading order.
    pub fn tagged(&self, tag: Option<Tag>) -> impl Iterator<Item = &ReportedClaim> {
        self.claims.iter().filter(move |claim| claim.tag == tag)
    }

    /// The article of that number.
    #[must_use]
    pub fn article(&self, number: usize) -> Option<&ReportedArticle> {
        self.articles.get(number.checked_sub(1)?)
    }
}

fn counts(project: &Project) -> Counts {
    Counts {
        agreed: project.count(Some(Tag::Agreed)),
        disputed: project.count(Some(Tag::Disputed)),
        unique: project.count(Some(Tag::Unique)),
        untagged: project.count(None),
        total: project.claims.len(),
    }
}

fn family_count(
    articles: impl IntoIterator<Item = ArticleId>,
    families: &BTreeMap<ArticleId, usize>,
) -> usize {
    let numbers: BTreeSet<_> = articles.into_iter().filter_map(|id| families.get(&id)).collect();
    numbers.len()
}

fn reported_articles(
    project: &Project,
    families: &BTreeMap<ArticleId, usize>,
) -> Vec<ReportedArticle> {
    let mut claims: BTreeMap<ArticleId, usize> = BTreeMap::new();
    for article in project.claims.iter().flat_map(Claim::articles) {
        *claims.entry(article).or_default() += 1;
    }
    let report = |(index, article): (usize, &Article)| {
        let metadata = article.metadata.clone();
        ReportedArticle {
            number: index + 1,
            name: article.short_name().to_owned(),
            title: metadata.title,
            outlet: metadata.outlet,
            author: metadata.author,
            published: metadata.published.map(|date| date.to_string()),
            language: metadata.language,
            url: metadata.url,
            file: article.source.name.clone(),
            sha256: article.source.sha256.to_string(),
            family: families.get(&article.id).copied(),
            words: article.word_count(),
            claims: claims.get(&article.id).copied().unwrap_or_default(),
        }
    };
    project.articles.iter().enumerate().map(report).collect()
}

fn reported_claim(
    claim: &Claim,
    project: &Project,
    texts: &Texts<'_>,
    families: &BTreeMap<ArticleId, usize>,
) -> ReportedClaim {
    let reasons = claim.suggestion.as_ref().map_or(&[][..], |suggestion| &suggestion.reasons);
    let articles = claim.articles();
    ReportedClaim {
        number: claim.id.0,
        summary: claim.summary.clone(),
        tag: claim.tag(),
        suggestion: claim.suggestion.as_ref().map(reported_suggestion),
        articles: articles.len(),
        families: family_count(articles, families),
        excerpts: claim.passages.iter().map(|passage| texts.excerpt(passage, reasons)).collect(),
        differences: reasons.iter().map(|reason| reported_difference(reason, project)).collect(),
        note: claim.note.trim().to_owned(),
        labels: claim.labels.iter().cloned().collect(),
        evidence: claim.evidence.iter().map(reported_evidence).collect(),
        decisions: claim.decisions.iter().map(|one| reported_decision(one, project)).collect(),
    }
}

fn reported_suggestion(suggestion: &Suggestion) -> ReportedSuggestion {
    ReportedSuggestion { tag: suggestion.tag, confidence: suggestion.confidence.share() }
}

fn reported_difference(reason: &Reason, project: &Project) -> ReportedDifference {
    ReportedDifference { kind: reason.kind, detail: project.told(reason) }
}

fn reported_evidence(evidence: &Evidence) -> ReportedEvidence {
    let Evidence { citation, quote, seen, bearing } = evidence.clone();
    ReportedEvidence { bearing, citation, quote, seen: seen.map(|date| date.to_string()) }
}

fn reported_decision(decision: &Decision, project: &Project) -> ReportedDecision {
    let name = project.reviewer(decision.reviewer).map(|reviewer| reviewer.name.clone());
    let reviewer = name.unwrap_or_else(|| format!("Reviewer {}", decision.reviewer));
    ReportedDecision { tag: decision.tag, reviewer, at: decision.at }
}
