//! From bonds to groups: clauses that state one thing.
//!
//! Clauses are grouped by average linkage, so that a chain of weak links cannot melt two claims into one.
//! Sentences that are strongly bound and yet fell apart are joined afterwards where that does no harm.

mod attaching;
mod linkage;

use super::narrowing::Narrowed;
use crate::analysis::story::pieces::Pieces;
use crate::analysis::story::{Story, Unit};
use crate::analysis::{Cancelled, Progress};

/// Groups of two or more clauses, each ascending, in the order of their first clause. A clause may stand
/// in several.
pub(in crate::analysis) fn groups(
    story: &Story<'_>,
    pieces: &Pieces,
    narrowed: &Narrowed,
    progress: &mut Progress<'_, '_>,
) -> Result<Vec<Vec<u32>>, Cancelled> {
    let units: Vec<&Unit> = pieces.iter().map(|piece| &story.units[piece.unit as usize]).collect();
    let clusters = linkage::clusters(&units, &narrowed.bonds, progress)?;
    let mut groups = attaching::attach(story, pieces, &narrowed.rests, clusters, progress)?;
    groups.sort();
    groups.dedup();
    Ok(groups)
}
