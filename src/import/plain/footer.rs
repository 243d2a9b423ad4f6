//! Sentences that stand in the footer of the page.
//!
//! Where blank lines part the paragraphs of an article, a block that holds lines of the page is the
//! page's as a whole: what the newspaper is, who wrote, who may copy it.

use super::sight::Sight;

/// Takes the sentences of the footer out of `is_body`.
pub(super) fn unmark(sights: &[Sight], is_body: &mut [bool]) {
    while let Some(last) = is_body.iter().rposition(|body| *body) {
        let Some(block) = sights.get(last).map(|sight| sight.unit.block) else { return };
        let begins = |sight: &Sight| sight.unit.block == block;
        let first = sights.iter().position(begins).unwrap_or(last);
        let length = sights.iter().skip(first).take_while(|sight| begins(sight)).count();
        let footer = sights.get(first..first + length).unwrap_or_default();
        let above = is_body.get(..first).unwrap_or_default();
        if !is_footer(footer) || !has_spaced_paragraphs(sights, above) {
            return;
        }
        is_body.get_mut(first..first + length).unwrap_or_default().fill(false);
    }
}

/// Whether `block` is lines of the page and short sentences that use none of the article's words.
fn is_footer(block: &[Sight]) -> bool {
    const LONGEST: usize = 25;
    let is_foreign = |sight: &Sight| sight.words <= LONGEST && sight.shared < 0.25;
    let (free, page): (Vec<&Sight>, Vec<&Sight>) = block.iter().partition(|sight| sight.is_free());
    !page.is_empty() && free.into_iter().all(is_foreign)
}

/// Whether blank lines part nearly all paragraphs of the article, and it has several.
fn has_spaced_paragraphs(sights: &[Sight], is_body: &[bool]) -> bool {
    const SEVERAL: usize = 4;
    let block = |at: usize| sights.get(at).map(|sight| sight.unit.block);
    let paragraphs = || is_body.iter().enumerate().filter(|(_, body)| **body).map(|(at, _)| at);
    let spaced = paragraphs().filter(|at| *at == 0 || block(at - 1) != block(*at)).count();
    spaced >= SEVERAL && spaced * 5 >= paragraphs().count() * 4
}
