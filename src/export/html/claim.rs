//! One claim on the page.

use super::escape::{Page, link_or_text, text};
use super::{language, mark};
use crate::export::standing::{decided, minute, standing, suggested, tag_word};
use crate::export::{Excerpt, Piece, Report, ReportedClaim, ReportedDecision, ReportedEvidence};
use crate::model::Stance;

/// The claim with its excerpts, what differs, and the reviewers' work.
pub(super) fn claim_card(page: &mut Page, claim: &ReportedClaim, report: &Report) {
    let (number, word) = (claim.number, tag_word(claim.tag));
    page.line(format!("<article class=\"claim {word}\" id=\"claim-{number}\">"));
    head(page, claim);
    differences(page, claim);
    page.line("<dl class=\"excerpts\">");
    let mut article_before = 0;
    for one in &claim.excerpts {
        let name = if one.article == article_before { "" } else { name(one, report) };
        excerpt(page, one, name, report);
        article_before = one.article;
    }
    page.line("</dl>");
    work(page, claim);
    page.line("</article>");
}

fn head(page: &mut Page, claim: &ReportedClaim) {
    let (mark, summary, number) = (mark(claim.tag), text(&claim.summary), claim.number);
    let mut facts = standing(claim);
    if let Some(suggestion) = &claim.suggestion {
        facts = format!("{facts} · {}", suggested(suggestion));
    }
    page.line(format!(
        "<div class=\"head\">{mark}<h3 dir=\"auto\">{summary}</h3>\
         <a class=\"anchor\" href=\"#claim-{number}\">{number}</a><p class=\"quiet\">{facts}</p></div>"
    ));
}

fn differences(page: &mut Page, claim: &ReportedClaim) {
    if claim.differences.is_empty() {
        return;
    }
    page.line("<ul class=\"reasons\">");
    for difference in &claim.differences {
        let (kind, detail) = (difference.kind.title(), text(&difference.detail));
        page.line(format!("<li><b>{kind}</b> <span dir=\"auto\">{detail}</span></li>"));
    }
    page.line("</ul>");
}

fn name<'r>(excerpt: &Excerpt, report: &'r Report) -> &'r str {
    report.article(excerpt.article).map_or("", |article| &article.name)
}

/// `name` is empty where the excerpt before it is of the same article.
fn excerpt(page: &mut Page, excerpt: &Excerpt, name: &str, report: &Report) {
    let name = text(name);
    let language = report.article(excerpt.article).map(language).unwrap_or_default();
    let number = excerpt.article;
    let stance = match excerpt.stance {
        Stance::Same => String::new(),
        stance => format!("<span>{}</span>", stance.word()),
    };
    let lost = if excerpt.lost { "<span>no longer found at its place</span>" } else { "" };
    let (before, after) = (text(&excerpt.before), text(&excerpt.after));
    page.line(format!(
        "<div><dt><a class=\"number\" href=\"#article-{number}\">{number}</a>\
         <div class=\"by\"><bdi title=\"{name}\">{name}</bdi>{stance}{lost}</div></dt>\
         <dd dir=\"auto\"{language}>{before}<span class=\"passage\">{}</span>{after}</dd></div>",
        passage(excerpt)
    ));
}

fn passage(excerpt: &Excerpt) -> String {
    let piece = |Piece { text: words, differs }: &Piece| {
        if *differs { format!("<mark>{}</mark>", text(words)) } else { text(words) }
    };
    excerpt.pieces.iter().map(piece).collect()
}

/// Labels, note, evidence and decisions, as far as there are any.
fn work(page: &mut Page, claim: &ReportedClaim) {
    let labels = claim
        .labels
        .iter()
        .map(|label| format!("<span class=\"label\" dir=\"auto\">{}</span>", text(label)));
    let rows = [
        ("Labels", labels.collect::<String>()),
        ("Note", some_note(&claim.note)),
        ("Evidence", lines(claim.evidence.iter().map(evidence))),
        ("Decisions", lines(claim.decisions.iter().map(decision))),
    ];
    if rows.iter().all(|(_, content)| content.is_empty()) {
        return;
    }
    page.line("<dl class=\"work\">");
    for (name, content) in rows.iter().filter(|(_, content)| !content.is_empty()) {
        page.line(format!("<dt>{name}</dt><dd>{content}</dd>"));
    }
    page.line("</dl>");
}

fn some_note(note: &str) -> String {
    if note.is_empty() {
        return String::new();
    }
    format!("<div class=\"note\" dir=\"auto\">{}</div>", text(note))
}

fn evidence(evidence: &ReportedEvidence) -> String {
    let ReportedEvidence { bearing, citation, quote, seen } = evidence;
    let mut line = format!("{}: {}", bearing.word(), link_or_text(citation));
    if let Some(seen) = seen {
        line = format!("{line} <span class=\"quiet\">seen {seen}</span>");
    }
    if !quote.is_empty() {
        line = format!("{line} <q dir=\"auto\">{}</q>", text(quote));
    }
    line
}

fn decision(decision: &ReportedDecision) -> String {
    let (word, name, at) = (decided(decision), text(&decision.reviewer), minute(decision.at));
    format!("{word} <span class=\"quiet\">by <bdi>{name}</bdi>, {at}</span>")
}

fn lines(items: impl Iterator<Item = String>) -> String {
    items.flat_map(|item| ["<div>".to_owned(), item, "</div>".to_owned()]).collect()
}
