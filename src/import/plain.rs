//! Plain text → parts.
//!
//! Lines become units (a paragraph, a headline, a menu entry), each unit gets its kind, and the
//! place and agency before a first sentence become a dateline of their own.

mod body;
mod footer;
mod head;
mod kinds;
mod page;
mod sight;
mod tail;
mod units;

use super::dateline;
use crate::model::{Part, PartKind};
use crate::text::Span;

pub(super) use units::{Unit, units};

/// The parts of `text`.
pub(super) fn parts(text: &str) -> Vec<Part> {
    let units = units(text);
    let kinds = kinds::kinds(text, &units);
    let mut parts = Vec::with_capacity(units.len());
    for (unit, kind) in units.iter().zip(kinds) {
        push(&mut parts, text, Part { span: unit.span, kind });
    }
    parts
}

/// Adds `part`; a paragraph that opens with a dateline as two parts.
pub(super) fn push(parts: &mut Vec<Part>, text: &str, part: Part) {
    let opening = dateline::opening(part.span.of_or_empty(text));
    match opening {
        Some(length) if part.kind == PartKind::Paragraph => {
            let at = part.span.start() + length;
            let line = Span::new(part.span.start(), at).trimmed(text);
            parts.push(Part { span: line, kind: PartKind::Dateline });
            let rest = Span::new(at, part.span.end()).trimmed(text);
            if !rest.is_empty() {
                parts.push(Part { span: rest, kind: PartKind::Paragraph });
            }
        }
        _ => parts.push(part),
    }
}
