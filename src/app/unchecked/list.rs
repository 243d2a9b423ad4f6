//! Which sentences are in no claim.

use std::collections::BTreeMap;
use std::hash::{Hash as _, Hasher as _};

use rustc_hash::FxHasher;

use crate::analysis::Sentence;
use crate::model::{ArticleId, PartKind, Place, Project};
use crate::text::Span;

/// The body sentences of all articles that no passage reaches into and nobody set aside, by article
/// in the order of the columns.
pub(crate) fn unchecked(
    project: &Project,
    sentences: &BTreeMap<ArticleId, Vec<Sentence>>,
) -> Vec<Place> {
    let passages = passages(project);
    let mut found = Vec::new();
    for article in &project.articles {
        let empty = Vec::new();
        let mut stated = passages.get(&article.id).unwrap_or(&empty).iter().peekable();
        for sentence in sentences.get(&article.id).unwrap_or(&Vec::new()) {
            let place = Place { article: article.id, span: sentence.span };
            // Passages and sentences both ascend: a passage that ends before this sentence ends
            // before all that follow.
            while stated.next_if(|passage| passage.end() <= sentence.span.start()).is_some() {}
            let is_stated = stated.peek().is_some_and(|p| p.overlap(sentence.span) > 0);
            if is_body(sentence.kind)
                && !is_stated
                && project.set_aside.binary_search(&place).is_err()
            {
                found.push(place);
            }
        }
    }
    found
}

/// A number that is another where other sentences may be in no claim. Tags, notes and the like, which
/// change most often, do not matter to it.
pub(crate) fn print(project: &Project, known: u64) -> u64 {
    let mut hasher = FxHasher::default();
    (known, &project.set_aside).hash(&mut hasher);
    project.articles.iter().for_each(|article| article.id.hash(&mut hasher));
    for passage in project.claims.iter().flat_map(|claim| &claim.passages) {
        (passage.article, passage.span).hash(&mut hasher);
    }
    hasher.finish()
}

/// Headlines and captions tell again what the body states.
const fn is_body(kind: PartKind) -> bool {
    matches!(kind, PartKind::Paragraph | PartKind::ListItem)
}

/// The stretches of each article that some claim states, ascending and apart.
fn passages(project: &Project) -> BTreeMap<ArticleId, Vec<Span>> {
    let mut all: BTreeMap<ArticleId, Vec<Span>> = BTreeMap::new();
    for passage in project.claims.iter().flat_map(|claim| &claim.passages) {
        all.entry(passage.article).or_default().push(passage.span);
    }
    for spans in all.values_mut() {
        spans.sort_unstable();
        let mut apart: Vec<Span> = Vec::with_capacity(spans.len());
        for span in spans.iter() {
            match apart.last_mut() {
                Some(last) if span.start() <= last.end() => *last = last.join(*span),
                _ => apart.push(*span),
            }
        }
        *spans = apart;
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::sentences;
    use crate::review::Edit;
    use crate::review::actions::tests::project;

    fn found(project: &Project) -> Vec<&str> {
        let of_each = project.articles.iter().map(|a| (a.id, sentences(a))).collect();
        let quote = |place: &Place| {
            let article = project.article(place.article).expect("an article");
            article.quote(place.span)
        };
        unchecked(project, &of_each).iter().map(quote).collect()
    }

    #[test]
    fn a_sentence_in_no_claim_is_found() {
        assert_eq!(found(&project()), ["It was built in 1987."]);
    }

    #[test]
    fn a_tag_leaves_the_list_as_it_is_and_another_place_does_not() {
        let mut project = project();
        let before = print(&project, 1);
        project.claims[0].note = "Asked".into();
        assert_eq!(print(&project, 1), before);
        project.claims[0].passages[0].span = Span::new(0, 18);
        assert_ne!(print(&project, 1), before);
    }

    #[test]
    fn a_clause_in_a_claim_is_enough() {
        let mut project = project();
        let passage = &mut project.claims[0].passages[0];
        passage.span = Span::new(4, 30);
        assert_eq!(found(&project), [] as [&str; 0]);
    }

    #[test]
    fn what_was_set_aside_and_what_is_no_body_is_left_out() {
        let mut project = project();
        let place = Place { article: ArticleId(1), span: Span::new(20, 41) };
        Edit::SetAside(place).apply(&mut project).expect("it stands there");
        assert_eq!(found(&project), [] as [&str; 0]);
        project.set_aside.clear();
        project.articles[0].parts[0].kind = PartKind::Caption;
        assert_eq!(found(&project), [] as [&str; 0]);
    }
}
