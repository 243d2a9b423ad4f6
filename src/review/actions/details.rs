//! What a reviewer writes on a claim: note, summary, stances, labels, evidence.

use std::collections::BTreeSet;

use super::change;
use crate::model::{ClaimId, Evidence, Origin, Project, Stance};
use crate::review::{Edit, EditError};
use crate::text::collapse_white_space;

/// Gives a claim another note.
pub fn set_note(project: &Project, claim: ClaimId, note: &str) -> Result<Edit, EditError> {
    change(project, claim, |claim| note.clone_into(&mut claim.note))
}

/// Gives a claim another summary.
pub fn set_summary(project: &Project, claim: ClaimId, summary: &str) -> Result<Edit, EditError> {
    change(project, claim, |claim| {
        claim.summary = collapse_white_space(summary);
        claim.origin = Origin::Reviewer;
    })
}

/// Says how the passage of that index stands to the claim.
pub fn set_stance(
    project: &Project,
    claim: ClaimId,
    index: usize,
    stance: Stance,
) -> Result<Edit, EditError> {
    let owner = project.claim(claim).ok_or(EditError::NoClaim(claim))?;
    owner.passages.get(index).ok_or(EditError::NoSuchPassage(claim))?;
    change(project, claim, |claim| {
        if let Some(passage) = claim.passages.get_mut(index) {
            passage.stance = stance;
        }
        claim.origin = Origin::Reviewer;
    })
}

/// Gives a claim other labels, without white space at their ends; empty ones are left out.
pub fn set_labels(
    project: &Project,
    claim: ClaimId,
    labels: &BTreeSet<String>,
) -> Result<Edit, EditError> {
    let labels = labels.iter().map(|label| collapse_white_space(label));
    let labels: BTreeSet<_> = labels.filter(|label| !label.is_empty()).collect();
    change(project, claim, |claim| claim.labels = labels)
}

/// Puts evidence in the place of that index; past the end means one more.
pub fn put_evidence(
    project: &Project,
    claim: ClaimId,
    index: usize,
    evidence: Evidence,
) -> Result<Edit, EditError> {
    change(project, claim, |claim| match claim.evidence.get_mut(index) {
        Some(place) => *place = evidence,
        None => claim.evidence.push(evidence),
    })
}

/// Takes the evidence of that index away.
pub fn remove_evidence(project: &Project, claim: ClaimId, index: usize) -> Result<Edit, EditError> {
    change(project, claim, |claim| {
        if index < claim.evidence.len() {
            claim.evidence.remove(index);
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Bearing, Claim};
    use crate::review::actions::tests::project;

    /// Applies `edit`, sees that its inverse takes it back, and gives claim 1 as it became.
    fn after(edit: Result<Edit, EditError>) -> Claim {
        let mut now = project();
        let inverse = edit.expect("the claim is there").apply(&mut now).expect("it fits");
        let claim = now.claim(ClaimId(1)).cloned().expect("the claim is there");
        inverse.apply(&mut now).expect("the inverse fits");
        assert_eq!(now, project(), "the inverse takes the change back");
        claim
    }

    fn evidence(citation: &str) -> Evidence {
        Evidence {
            citation: citation.into(),
            quote: String::new(),
            seen: None,
            bearing: Bearing::Context,
        }
    }

    #[test]
    fn what_is_written_on_a_claim_can_be_taken_back() {
        let project = project();
        assert_eq!(after(set_note(&project, ClaimId(1), "a\nb")).note, "a\nb");
        assert_eq!(after(set_summary(&project, ClaimId(1), " a\n b ")).summary, "a b");
        let claim = after(set_stance(&project, ClaimId(1), 1, Stance::Hedged));
        assert_eq!(claim.passages.get(1).map(|passage| passage.stance), Some(Stance::Hedged));
        assert!(claim.is_worked_on(), "finding claims again leaves it as it is");
        let claim = after(put_evidence(&project, ClaimId(1), 7, evidence("Survey")));
        assert_eq!(claim.evidence, [evidence("Survey")]);
    }

    #[test]
    fn labels_are_tidied() {
        let labels = [" a  b", "a b ", " ", "c"].map(str::to_owned).into();
        let claim = after(set_labels(&project(), ClaimId(1), &labels));
        assert_eq!(claim.labels.into_iter().collect::<Vec<_>>(), ["a b", "c"]);
    }

    #[test]
    fn evidence_is_changed_and_taken_away_by_its_place() {
        let mut project = project();
        for (index, citation) in [(0, "Survey"), (1, "Minutes"), (0, "Survey 2024")] {
            let edit = put_evidence(&project, ClaimId(1), index, evidence(citation));
            edit.expect("the claim is there").apply(&mut project).expect("it fits");
        }
        let edit = remove_evidence(&project, ClaimId(1), 1).expect("the claim is there");
        edit.apply(&mut project).expect("it fits");
        let claim = project.claim(ClaimId(1)).expect("the claim is there");
        assert_eq!(claim.evidence, [evidence("Survey 2024")]);
    }
}
