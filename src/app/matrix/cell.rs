//! What a cell of the matrix says: the words of one article that tell the claim's value.

use crate::analysis::Figures;
use crate::model::{Article, Claim, Passage, Stance, Tag};
use crate::text::{Span, collapse_white_space};

/// What one article says of a claim.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Cell {
    /// Its words in order, the telling ones first.
    pub(crate) pieces: Vec<Piece>,
    /// How its first passage stands to the claim.
    pub(crate) stance: Stance,
    /// The tag whose colour the cell has; `None` for a cell that agrees.
    pub(crate) tint: Option<Tag>,
}

/// A stretch of a cell's words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Piece {
    /// The words, on one line.
    pub(crate) words: String,
    /// Whether they differ from what others say.
    pub(crate) is_marked: bool,
}

/// So many words follow the telling ones, up to the next mark.
const FOLLOWING: usize = 4;
/// So many stretches are told in one cell.
const STRETCHES: usize = 3;
/// Stretches that stand closer are told with what is between them.
const CLOSE: usize = 18;
/// A quote is cut at so many characters: no cell shows more.
const LONGEST: usize = 120;

/// What `article` says of `claim`; `None` where it does not state it.
pub(crate) fn cell(claim: &Claim, article: &Article, figures: &Figures) -> Option<Cell> {
    let passages: Vec<&Passage> = claim.passages_in(article.id).collect();
    let first = passages.first()?;
    let differing = differing(claim, &passages);
    let stance =
        passages.iter().map(|p| p.stance).find(|s| *s != Stance::Same).unwrap_or(first.stance);
    let pieces = if differing.is_empty() {
        values(article, &passages, figures).unwrap_or_else(|| quote(first))
    } else {
        stretches(article, &passages, &differing, true)
    };
    let tint = match claim.tag().or(claim.suggestion.as_ref().map(|word| word.tag)) {
        Some(Tag::Disputed) => {
            (!differing.is_empty() || stance != Stance::Same).then_some(Tag::Disputed)
        }
        Some(Tag::Unique) => Some(Tag::Unique),
        Some(Tag::Agreed) | None => None,
    };
    Some(Cell { pieces, stance, tint })
}

/// The words of the passages that are a reason for the suggestion, ascending and apart.
fn differing(claim: &Claim, passages: &[&Passage]) -> Vec<Span> {
    let reasons = claim.suggestion.iter().flat_map(|suggestion| &suggestion.reasons);
    let places = reasons.flat_map(|reason| &reason.places);
    let mut spans: Vec<Span> = places
        .flat_map(|place| {
            let own = passages.iter().filter(|passage| passage.article == place.article);
            own.filter_map(|passage| passage.span.intersection(place.span))
        })
        .collect();
    spans.sort_unstable();
    let mut apart: Vec<Span> = Vec::new();
    for span in spans {
        match apart.last_mut() {
            Some(last) if span.start() <= last.end() + 1 => *last = last.join(span),
            _ => apart.push(span),
        }
    }
    apart
}

/// The figures of the passages, with the words that follow each; `None` where there are none.
fn values(article: &Article, passages: &[&Passage], figures: &Figures) -> Option<Vec<Piece>> {
    let inside = passages.iter().flat_map(|p| figures.within(article.id, p.span));
    let telling = inside.filter(|figure| !figure.is_incidental);
    let spans: Vec<Span> = telling.map(|figure| figure.span).take(STRETCHES - 1).collect();
    (!spans.is_empty()).then(|| stretches(article, passages, &spans, false))
}

/// The stretches in turn, each with what follows up to the next mark.
fn stretches(
    article: &Article,
    passages: &[&Passage],
    spans: &[Span],
    is_marked: bool,
) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (index, span) in spans.iter().enumerate().take(STRETCHES) {
        let passage = passages.iter().find(|passage| passage.span.contains(*span));
        let end = passage.map_or(span.end(), |passage| passage.span.end());
        let next = spans.get(index + 1).filter(|_| index + 1 < STRETCHES);
        let next = next.filter(|next| next.end() <= end);
        push(&mut pieces, article.quote(*span), is_marked);
        match next {
            Some(next) if next.start() - span.end() <= CLOSE => {
                push(&mut pieces, article.quote(Span::new(span.end(), next.start())), false);
            }
            Some(next) => {
                let gap = article.quote(Span::new(span.end(), next.start()));
                push(&mut pieces, following(gap), false);
                pieces.push(Piece { words: " … ".into(), is_marked: false });
            }
            None => {
                push(&mut pieces, following(article.quote(Span::new(span.end(), end))), false);
                if spans.get(index + 1).is_some_and(|_| index + 1 < STRETCHES) {
                    pieces.push(Piece { words: " … ".into(), is_marked: false });
                }
            }
        }
    }
    pieces
}

fn push(pieces: &mut Vec<Piece>, text: &str, is_marked: bool) {
    let line = collapse_white_space(text);
    if line.is_empty() {
        if !text.is_empty() && !pieces.is_empty() {
            pieces.push(Piece { words: " ".into(), is_marked: false });
        }
        return;
    }
    let has_space = |c: Option<char>| c.is_some_and(char::is_whitespace);
    let before = if has_space(text.chars().next()) && !pieces.is_empty() { " " } else { "" };
    let after = if has_space(text.chars().next_back()) { " " } else { "" };
    pieces.push(Piece { words: format!("{before}{line}{after}"), is_marked });
}

/// The words at the beginning of `text` that tell what the stretch before it is about.
fn following(text: &str) -> &str {
    let is_end = |c: char| {
        matches!(c, ',' | ';' | ':' | '.' | '!' | '?' | '—' | '–' | '(' | ')' | '"' | '“' | '”')
    };
    let clause = text.find(is_end).and_then(|end| text.get(..end)).unwrap_or(text);
    let mut ends = clause.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at);
    // The first space stands before the first word.
    let end =
        if clause.starts_with(char::is_whitespace) { ends.nth(FOLLOWING) } else { ends.next() };
    clause.get(..end.unwrap_or(clause.len())).unwrap_or_default().trim_end()
}

fn quote(passage: &Passage) -> Vec<Piece> {
    let line = collapse_white_space(&passage.quote);
    let words = line.chars().take(LONGEST).collect();
    vec![Piece { words, is_marked: false }]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::figures;
    use crate::model::{
        ArticleId, ClaimId, Confidence, Origin, Place, Reason, ReasonKind, Suggestion,
    };
    use crate::review::actions::tests::article;

    /// A claim that an article states with the text of `marked`, of which what stands in brackets
    /// is a reason; the text is one passage.
    fn claim(marked: &str, tag: Tag) -> (Claim, Article) {
        let article = article(1, &marked.replace(['[', ']'], ""));
        let mut places = Vec::new();
        let (mut at, mut open) = (0, 0);
        for c in marked.chars() {
            match c {
                '[' => open = at,
                ']' => {
                    places.push(Place { article: ArticleId(1), span: Span::new(open, at) });
                }
                c => at += c.len_utf8(),
            }
        }
        let passage = Passage {
            article: ArticleId(1),
            span: Span::whole(&article.text),
            quote: article.text.clone(),
            stance: Stance::Same,
        };
        let mut claim = Claim::new(ClaimId(1), String::new(), Origin::Program, vec![passage]);
        let reason = Reason { kind: ReasonKind::Number, detail: String::new(), places };
        claim.suggestion = Some(Suggestion {
            tag,
            confidence: Confidence::from_percent(80),
            reasons: vec![reason],
        });
        (claim, article)
    }

    fn told(cell: &Cell) -> String {
        let piece = |piece: &Piece| {
            if piece.is_marked { format!("[{}]", piece.words) } else { piece.words.clone() }
        };
        cell.pieces.iter().map(piece).collect()
    }

    fn check(marked: &str, expected: &str) {
        let (claim, article) = claim(marked, Tag::Disputed);
        let cell = cell(&claim, &article, &figures(&[&article])).expect("it is stated");
        assert_eq!(told(&cell), expected);
    }

    #[test]
    fn the_differing_value_comes_first() {
        check(
            "The survey found cracks in [14] of the 220 hangers, it said.",
            "[14] of the 220 hangers",
        );
        check("The harbour stays shut until the end of [June].", "[June]");
        check("It costs [90%] of what a new and much larger one does.", "[90%] of what a new");
    }

    #[test]
    fn several_differing_stretches_are_told_in_one_cell() {
        check(
            "[About a dozen] hangers [may have] cracked, they said.",
            "[About a dozen] hangers [may have] cracked",
        );
        check(
            "[Two] men who were on the bridge at the time saw it [fall].",
            "[Two] men who were on … [fall]",
        );
    }

    #[test]
    fn where_nothing_differs_the_figure_is_told() {
        check("Some 31,000 vehicles use it a day.", "Some 31,000 vehicles use it a");
    }

    #[test]
    fn where_there_is_no_figure_the_passage_is_quoted() {
        check("The mayor\n resigned.", "The mayor resigned.");
    }

    #[test]
    fn a_cell_has_the_colour_of_what_it_does_to_the_claim() {
        let tint = |marked, tag| {
            let (claim, article) = claim(marked, tag);
            cell(&claim, &article, &Figures::default()).and_then(|cell| cell.tint)
        };
        assert_eq!(tint("[Two] fell.", Tag::Disputed), Some(Tag::Disputed));
        assert_eq!(tint("Two fell.", Tag::Disputed), None, "it is not this one that differs");
        assert_eq!(tint("Two fell.", Tag::Unique), Some(Tag::Unique));
        assert_eq!(tint("Two fell.", Tag::Agreed), None);
    }

    #[test]
    fn an_article_that_does_not_state_the_claim_has_no_cell() {
        let (claim, _) = claim("Two fell.", Tag::Agreed);
        assert_eq!(cell(&claim, &article(2, "Other."), &Figures::default()), None);
    }
}
