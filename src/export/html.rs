//! The report as one page for a browser and for paper: an editor reads it, follows the numbers and
//! checks the words, without this program and without a network.

mod claim;
mod escape;

use claim::claim_card;
use escape::{Page, attribute, text};

use super::standing::{
    SECTIONS, counted, extent, imprint_below, minute, section_title, tag_word, tally,
};
use super::{Report, ReportedArticle, standing};
use crate::model::Tag;

const STYLE: &str = include_str!("html/style.css");

/// The tags' marks, told apart by shape, letter and colour; drawn, so that they print.
const MARKS: &str = include_str!("html/marks.svg");

/// `report` as a self-contained HTML page.
#[must_use]
pub fn html(report: &Report) -> String {
    let mut page = Page::default();
    let title = text(&report.title);
    page.line("<!DOCTYPE html>");
    page.line("<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">");
    page.line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    // Nothing is loaded and nothing runs, whatever a text may hold.
    page.line("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
    page.line("<meta name=\"generator\" content=\"Crosscheck\">");
    page.line(format!("<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>"));
    page.line(MARKS.trim_end());
    page.line("<main>");
    header(&mut page, report);
    articles(&mut page, report);
    for tag in SECTIONS {
        if report.counts.of(tag) > 0 {
            section(&mut page, report, tag);
        }
    }
    page.line("</main>\n</body>\n</html>");
    page.finish()
}

fn header(page: &mut Page, report: &Report) {
    page.line("<header>");
    page.line("<p class=\"kind\">Comparison of articles</p>");
    page.line(format!("<h1 dir=\"auto\">{}</h1>", text(&report.title)));
    let names: Vec<_> =
        report.reviewers.iter().map(|name| format!("<bdi>{}</bdi>", text(name))).collect();
    let by = if names.is_empty() { String::new() } else { format!(" · {}", names.join(", ")) };
    page.line(format!("<p class=\"quiet\">{}{by} · {}</p>", extent(report), minute(report.made)));
    counts(page, report);
    page.line("</header>");
}

/// The number of claims for each tag, and a bar of their shares.
fn counts(page: &mut Page, report: &Report) {
    page.line("<ul class=\"counts\">");
    for tag in SECTIONS {
        let (word, number, mark) = (tag_word(tag), report.counts.of(tag), mark(tag));
        let title = section_title(tag).to_lowercase();
        let count = format!("{mark} <b>{number}</b> {title}");
        page.line(match number {
            0 => format!("<li>{count}</li>"),
            _ => format!("<li><a href=\"#{word}\">{count}</a></li>"),
        });
    }
    page.line("</ul>");
    page.line(format!("<div class=\"bar\" role=\"img\" aria-label=\"{}\">", tally(report)));
    for tag in SECTIONS.into_iter().filter(|tag| report.counts.of(*tag) > 0) {
        let number = report.counts.of(tag);
        page.line(format!("<i class=\"{}\" style=\"flex-grow:{number}\"></i>", tag_word(tag)));
    }
    page.line("</div>");
}

fn articles(page: &mut Page, report: &Report) {
    page.line("<section>\n<h2>What was compared</h2>\n<ol class=\"articles\">");
    report.articles.iter().for_each(|one| article(page, one));
    page.line("</ol>\n</section>");
}

fn article(page: &mut Page, article: &ReportedArticle) {
    let title = text(headline(article));
    page.line(format!("<li id=\"article-{}\" value=\"{0}\">", article.number));
    page.line(format!("<p class=\"title\" dir=\"auto\"{}>{title}</p>", language(article)));
    let imprint = imprint_below(headline(article), article);
    if !imprint.is_empty() {
        page.line(format!("<p dir=\"auto\">{}</p>", text(&imprint)));
    }
    let family = article.family.map(|number| format!(" · family {number}")).unwrap_or_default();
    let words = counted(article.words, "word", "words");
    let claims = counted(article.claims, "claim", "claims");
    page.line(format!("<p class=\"quiet\">{words} · {claims}{family}</p>"));
    if let Some(url) = &article.url {
        page.line(format!("<p class=\"quiet\">{}</p>", escape::link_or_text(url)));
    }
    page.line(format!(
        "<p class=\"file\"><bdi>{}</bdi> <span>SHA-256 {}</span></p>\n</li>",
        text(&article.file),
        article.sha256
    ));
}

fn headline(article: &ReportedArticle) -> &str {
    article.title.as_deref().filter(|title| !title.is_empty()).unwrap_or(&article.name)
}

fn section(page: &mut Page, report: &Report, tag: Option<Tag>) {
    let (word, number) = (tag_word(tag), report.counts.of(tag));
    page.line(format!("<section id=\"{word}\" class=\"{word}\">"));
    page.line(format!("<h2>{} {} <small>{number}</small></h2>", mark(tag), section_title(tag)));
    for claim in standing::section(report, tag) {
        claim_card(page, claim, report);
    }
    page.line("</section>");
}

/// The mark of a tag; its name stands beside it or is its title.
fn mark(tag: Option<Tag>) -> String {
    let word = tag_word(tag);
    format!("<svg class=\"mark\" aria-hidden=\"true\"><use href=\"#mark-{word}\"/></svg>")
}

/// The attribute that tells a browser how to read and break an article's words.
fn language(article: &ReportedArticle) -> String {
    let is_code = |c: char| c.is_ascii_alphanumeric() || c == '-';
    match &article.language {
        Some(code) if !code.is_empty() && code.chars().all(is_code) => {
            format!(" lang=\"{}\"", attribute(code))
        }
        _ => String::new(),
    }
}
