//! What stands below the article's last sentence.

use super::sight::Sight;
use crate::import::{boilerplate, signs};
use crate::model::PartKind;

/// Behind so many units of the page a day or a name is another article's.
const SEVERAL: usize = 3;

/// Marks what stands below the article's last sentence, which ends before `end`.
pub(super) fn mark(sights: &[Sight], kinds: &mut [PartKind], end: usize) {
    let from = end + list_below(sights, end);
    let mut seen = 0;
    for at in from..sights.len() {
        let (Some(sight), Some(kind)) = (sights.get(at), kinds.get_mut(at)) else { continue };
        seen += usize::from(*kind == PartKind::Boilerplate || sight.is_repeated);
        let has_page = seen > 0 || has_page_below(sights, at);
        // "Nobody was hurt." may be an article's last words.
        let is_sentence = sight.words >= 2 && signs::ends_with_stop(sight.text);
        let is_over = match kind {
            PartKind::Paragraph | PartKind::Subhead => {
                let is_told = sight.words > 20 && sight.shared >= 0.2;
                has_page && !is_told || sight.words <= 4 && !is_sentence
            }
            PartKind::ListItem | PartKind::Headline => has_page,
            PartKind::Byline if boilerplate::is_staff(sight.text) => true,
            PartKind::Dateline | PartKind::Byline => seen >= SEVERAL && sight.is_line(),
            PartKind::Caption | PartKind::Boilerplate => false,
        };
        if is_over {
            *kind = PartKind::Boilerplate;
        }
    }
}

/// Whether the line at `at` stands in one block with lines below it that are the page's by their words.
fn has_page_below(sights: &[Sight], at: usize) -> bool {
    let Some(sight) = sights.get(at) else { return false };
    let in_block = |below: &&Sight| below.unit.block == sight.unit.block;
    let below = sights.get(at + 1..).unwrap_or_default();
    sight.is_line() && below.iter().take_while(in_block).any(|below| !below.is_free())
}

/// How many lines from `end` on are a list that the article's last words open: `They are:`.
fn list_below(sights: &[Sight], end: usize) -> usize {
    let opens = |at: usize| sights.get(at).is_some_and(|sight| sight.text.ends_with(':'));
    let is_line =
        |at: usize| sights.get(at).is_some_and(|sight| sight.is_free() && sight.words >= 3);
    let from = if opens(end) && is_line(end) { end + 1 } else { end };
    if !opens(from - 1) {
        return 0;
    }
    let below = sights.get(from..).unwrap_or_default();
    let block = below.first().map(|sight| sight.unit.block);
    let is_item = |sight: &&Sight| sight.is_free() && Some(sight.unit.block) == block;
    from - end + below.iter().take_while(is_item).count()
}
