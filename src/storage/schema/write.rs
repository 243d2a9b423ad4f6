//! A project as text of the newest format.
//!
//! Written by hand and not by RON's own pretty printer, which can neither keep line breaks in one
//! text and escape another, nor put a passage or a reason on a line. Every model type is taken apart by name,
//! so that the compiler finds a forgotten field.

use std::fmt::{self, Write as _};

use super::{FORMAT, strings::push_text};
use crate::model::{
    Article, Claim, Decision, Evidence, Metadata, Part, Passage, Place, Project, Reason, Reviewer,
    Source, Suggestion,
};
use crate::text::Span;

/// The text of the project file: the same project gives the same text, byte for byte.
#[must_use]
pub fn write(project: &Project) -> String {
    let Project { title, articles, claims, reviewers, set_aside } = project;
    let texts: usize = articles.iter().map(|article| article.text.len()).sum();
    let mut out = Writer { out: String::with_capacity(texts + claims.len() * 1_000), depth: 0 };
    out.open("", "(");
    out.plain("format", FORMAT);
    out.text("title", title);
    out.list("reviewers", reviewers, reviewer);
    out.list("articles", articles, article);
    out.list("claims", claims, claim);
    out.list_if("set_aside", set_aside, place);
    out.depth = 0;
    out.out.push_str(")\n");
    out.out
}

/// A word of the file for a variant of the model.
pub(super) trait Name: Copy {
    fn name(self) -> &'static str;
}

fn reviewer(out: &mut Writer, reviewer: &Reviewer) {
    let Reviewer { id, name } = reviewer;
    out.line(|line| {
        line.piece(format_args!("(id: {id}, name: "));
        line.text_piece(name);
        line.piece(format_args!(")"));
    });
}

fn article(out: &mut Writer, article: &Article) {
    let Article { id, metadata, source, text, parts } = article;
    let Metadata { title, outlet, author, published, language, url } = metadata;
    out.open("", "(");
    out.plain("id", id);
    out.text_if("title", title.as_deref());
    out.text_if("outlet", outlet.as_deref());
    out.text_if("author", author.as_deref());
    out.text_if("published", published.map(|date| date.to_string()).as_deref());
    out.text_if("language", language.as_deref());
    out.text_if("url", url.as_deref());
    write_source(out, source);
    out.list("parts", parts, part);
    out.text("text", text);
    out.close(")");
}

fn write_source(out: &mut Writer, source: &Source) {
    let Source { name, path, format, encoding, sha256 } = source;
    out.open("source", "(");
    out.text("name", name);
    out.text_if("path", path.as_deref());
    out.plain("format", format.name());
    out.text("encoding", encoding);
    out.text("sha256", &sha256.to_string());
    out.close(")");
}

fn part(out: &mut Writer, part: &Part) {
    let Part { span, kind } = part;
    out.line(|line| {
        line.piece(format_args!("(kind: {}, span: {})", kind.name(), pair(*span)));
    });
}

fn claim(out: &mut Writer, claim: &Claim) {
    let Claim { id, summary, origin, passages, suggestion, decisions, note, labels, evidence } =
        claim;
    out.open("", "(");
    out.plain("id", id);
    out.text("summary", summary);
    out.plain("origin", origin.name());
    out.list("passages", passages, passage);
    if let Some(suggestion) = suggestion {
        write_suggestion(out, suggestion);
    }
    out.list_if("decisions", decisions, decision);
    if !note.is_empty() {
        out.text("note", note);
    }
    let labels: Vec<_> = labels.iter().collect();
    out.list_if("labels", &labels, |out, label| out.line(|line| line.text_piece(label)));
    out.list_if("evidence", evidence, write_evidence);
    out.close(")");
}

fn passage(out: &mut Writer, passage: &Passage) {
    let Passage { article, span, quote, stance } = passage;
    out.line(|line| {
        let (span, stance) = (pair(*span), stance.name());
        line.piece(format_args!("(article: {article}, span: {span}, stance: {stance}, quote: "));
        line.text_piece(quote);
        line.piece(format_args!(")"));
    });
}

fn write_suggestion(out: &mut Writer, suggestion: &Suggestion) {
    let Suggestion { tag, confidence, reasons } = suggestion;
    let (tag, percent) = (tag.name(), confidence.percent());
    if reasons.is_empty() {
        return out.plain("suggestion", format_args!("(tag: {tag}, confidence: {percent})"));
    }
    out.open("suggestion", "(");
    out.plain("tag", tag);
    out.plain("confidence", percent);
    out.list("reasons", reasons, reason);
    out.close(")");
}

fn reason(out: &mut Writer, reason: &Reason) {
    let Reason { kind, detail, places } = reason;
    out.line(|line| {
        line.piece(format_args!("(kind: {}, detail: ", kind.name()));
        line.text_piece(detail);
        line.piece(format_args!(", places: ["));
        for (index, place) in places.iter().enumerate() {
            line.piece(format_args!("{}", if index > 0 { ", " } else { "" }));
            place_piece(line, place);
        }
        line.piece(format_args!("])"));
    });
}

fn place(out: &mut Writer, place: &Place) {
    out.line(|line| place_piece(line, place));
}

fn place_piece(line: &mut Writer, place: &Place) {
    let Place { article, span } = place;
    line.piece(format_args!("(article: {article}, span: {})", pair(*span)));
}

fn decision(out: &mut Writer, decision: &Decision) {
    let Decision { tag, reviewer, at } = decision;
    out.line(|line| {
        line.piece(format_args!("("));
        if let Some(tag) = tag {
            line.piece(format_args!("tag: {}, ", tag.name()));
        }
        line.piece(format_args!("reviewer: {reviewer}, when: \"{at}\")"));
    });
}

fn write_evidence(out: &mut Writer, evidence: &Evidence) {
    let Evidence { citation, quote, seen, bearing } = evidence;
    out.open("", "(");
    out.text("citation", citation);
    if !quote.is_empty() {
        out.text("quote", quote);
    }
    out.text_if("seen", seen.map(|date| date.to_string()).as_deref());
    out.plain("bearing", bearing.name());
    out.close(")");
}

fn pair(span: Span) -> String {
    format!("({}, {})", span.start(), span.end())
}

/// Indented lines, each ended by a comma.
struct Writer {
    out: String,
    depth: usize,
}

impl Writer {
    fn indent(&mut self) {
        self.out.extend(std::iter::repeat_n("    ", self.depth));
    }

    fn line(&mut self, content: impl FnOnce(&mut Self)) {
        self.indent();
        content(self);
        self.out.push_str(",\n");
    }

    fn piece(&mut self, piece: fmt::Arguments<'_>) {
        // Writing to a string does not fail.
        self.out.write_fmt(piece).ok();
    }

    fn text_piece(&mut self, text: &str) {
        push_text(&mut self.out, text);
    }

    fn plain(&mut self, name: &str, value: impl fmt::Display) {
        self.line(|line| line.piece(format_args!("{name}: {value}")));
    }

    fn text(&mut self, name: &str, text: &str) {
        self.line(|line| {
            line.piece(format_args!("{name}: "));
            line.text_piece(text);
        });
    }

    fn text_if(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(name, text);
        }
    }

    fn open(&mut self, name: &str, bracket: &str) {
        self.indent();
        let colon = if name.is_empty() { "" } else { ": " };
        self.out.extend([name, colon, bracket, "\n"]);
        self.depth += 1;
    }

    fn close(&mut self, bracket: &str) {
        self.depth -= 1;
        self.indent();
        self.out.extend([bracket, ",\n"]);
    }

    fn list<T>(&mut self, name: &str, items: &[T], write_item: impl Fn(&mut Self, &T)) {
        if items.is_empty() {
            return self.plain(name, "[]");
        }
        self.open(name, "[");
        for item in items {
            write_item(self, item);
        }
        self.close("]");
    }

    fn list_if<T>(&mut self, name: &str, items: &[T], write_item: impl Fn(&mut Self, &T)) {
        if !items.is_empty() {
            self.list(name, items, write_item);
        }
    }
}
