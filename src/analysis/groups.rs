//! From pairs to groups: sentences that state one thing.
//!
//! Groups grow by average linkage, so that a chain of weak links cannot melt two claims into one. What
//! is strongly joined and yet fell into different groups then forms further groups, in which every
//! member is joined to every other: a long sentence states several things and may stand in several.

mod linkage;
mod residual;

use super::context::Bond;
use super::story::Story;
use super::{Cancelled, Progress};

/// Groups of two or more units, each ascending, in the order of their first unit.
pub(super) fn groups(
    story: &Story<'_>,
    bonds: &[Bond],
    progress: &mut Progress<'_, '_>,
) -> Result<Vec<Vec<u32>>, Cancelled> {
    let mut groups = linkage::groups(story, bonds, progress)?;
    groups.extend(residual::groups(story, bonds, &groups, progress)?);
    groups.sort();
    groups.dedup();
    Ok(groups)
}
