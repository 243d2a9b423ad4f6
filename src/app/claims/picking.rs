//! Picking several claims of the list, to tag or merge them together.

use std::collections::BTreeSet;

use super::listing::Listing;
use crate::app::view::View;
use crate::model::ClaimId;

/// Picks `claim`, or no more. The chosen claim is picked along with the first other one.
pub(crate) fn toggle(view: &mut View, claim: ClaimId) {
    if view.picked.is_empty() {
        view.picked.extend(view.chosen);
        view.picked.insert(claim);
    } else if !view.picked.remove(&claim) {
        view.picked.insert(claim);
    }
}

/// Picks the claims from the chosen one to `claim`, and no others.
pub(crate) fn reach(view: &mut View, listing: &Listing, claim: ClaimId) {
    let Some(to) = listing.row_of(claim) else { return };
    let from = view.chosen.and_then(|chosen| listing.row_of(chosen)).unwrap_or(to);
    let rows = from.min(to)..=from.max(to);
    view.picked = listing.claims().get(rows).unwrap_or_default().iter().copied().collect();
}

/// The claims that a command is about: those picked, else the chosen one; in the order of the
/// list, those that it leaves out last.
pub(crate) fn meant(view: &View, listing: &Listing) -> Vec<ClaimId> {
    if view.picked.is_empty() {
        return view.chosen.into_iter().collect();
    }
    let listed: Vec<_> =
        listing.claims().iter().copied().filter(|claim| view.picked.contains(claim)).collect();
    let seen: BTreeSet<_> = listed.iter().copied().collect();
    let hidden = view.picked.difference(&seen).copied();
    listed.into_iter().chain(hidden).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::actions::tests::project;
    use crate::session::Session;

    fn view(chosen: u32) -> (View, Listing) {
        let view = View { chosen: Some(ClaimId(chosen)), ..View::default() };
        let mut listing = Listing::default();
        listing.refresh(&Session::unsaved(project()), &view, &[].into());
        (view, listing)
    }

    #[test]
    fn the_chosen_claim_is_picked_along_with_another() {
        let (mut view, listing) = view(2);
        assert_eq!(meant(&view, &listing), [ClaimId(2)], "nothing is picked");
        toggle(&mut view, ClaimId(1));
        assert_eq!(meant(&view, &listing), [ClaimId(1), ClaimId(2)]);
        toggle(&mut view, ClaimId(2));
        assert_eq!(meant(&view, &listing), [ClaimId(1)]);
    }

    #[test]
    fn a_reach_goes_either_way() {
        let (mut view, listing) = view(2);
        reach(&mut view, &listing, ClaimId(1));
        assert_eq!(view.picked.len(), 2);
        reach(&mut view, &listing, ClaimId(2));
        assert_eq!(meant(&view, &listing), [ClaimId(2)]);
    }

    #[test]
    fn a_picked_claim_that_is_not_listed_is_meant_too() {
        let (mut view, mut listing) = view(1);
        toggle(&mut view, ClaimId(2));
        view.filter.text = "shut".into();
        listing.refresh(&Session::unsaved(project()), &view, &[].into());
        assert_eq!(meant(&view, &listing), [ClaimId(1), ClaimId(2)]);
    }
}
