//! Splitting, merging, and moving passages between claims.
//!
//! What the program suggested was said of the passages a claim had then. When they change, of its
//! suggestion remains what is still true of them ([`still_true`]); a merged claim has none.

use super::{change, passage, place_in_reading_order, summary_of};
use crate::model::{
    ArticleId, Claim, ClaimId, Decision, Origin, Passage, Project, Reason, Stance, Suggestion, Tag,
};
use crate::review::{Edit, EditError};
use crate::text::Span;

/// Takes the passage of that index out of a claim.
pub fn remove_passage(project: &Project, claim: ClaimId, index: usize) -> Result<Edit, EditError> {
    change(project, claim, |claim| {
        take_out(claim, index);
        settle(claim);
    })
}

/// Takes the passage of that index out of a claim and makes it a claim of its own, in its place in
/// reading order. The second value is the new claim's id. A claim's only passage stays.
pub fn split(
    project: &Project,
    claim: ClaimId,
    index: usize,
) -> Result<(Edit, ClaimId), EditError> {
    let mut rest = project.claim(claim).cloned().ok_or(EditError::NoClaim(claim))?;
    if rest.passages.len() < 2 {
        return Err(EditError::OnlyPassage(claim));
    }
    let passage = take_out(&mut rest, index).ok_or(EditError::NoSuchPassage(claim))?;
    let passage = Passage { stance: Stance::Same, ..passage };
    settle(&mut rest);
    name_by_another(&mut rest, &passage);
    let id = project.free_claim_id();
    let place = place_in_reading_order(project, &passage);
    let new = Claim::new(id, summary_of(&passage.quote), Origin::Reviewer, vec![passage]);
    let edits = vec![Edit::ReplaceClaim(Box::new(rest)), Edit::PutClaim(place, Box::new(new))];
    Ok((Edit::Batch(edits), id))
}

/// Gives a claim another line where its line was that of a passage that went: two claims with one line
/// cannot be told apart.
fn name_by_another(claim: &mut Claim, gone: &Passage) {
    if claim.summary == summary_of(&gone.quote)
        && let Some(first) = claim.passages.first()
    {
        claim.summary = summary_of(&first.quote);
    }
}

/// Takes the passage of that index out of one claim and adds it to another. A claim left without
/// passages goes.
pub fn move_passage(
    project: &Project,
    from: ClaimId,
    index: usize,
    to: ClaimId,
) -> Result<Edit, EditError> {
    if from == to {
        return Ok(Edit::Batch(Vec::new()));
    }
    let mut giver = project.claim(from).cloned().ok_or(EditError::NoClaim(from))?;
    let passage = take_out(&mut giver, index).ok_or(EditError::NoSuchPassage(from))?;
    settle(&mut giver);
    let take = change(project, to, |claim| add(claim, vec![passage]))?;
    let give = if giver.passages.is_empty() {
        Edit::TakeClaim(from)
    } else {
        Edit::ReplaceClaim(Box::new(giver))
    };
    Ok(Edit::Batch(vec![give, take]))
}

/// Gives the passage of that index other bounds in its article.
pub fn set_bounds(
    project: &Project,
    claim: ClaimId,
    index: usize,
    span: Span,
) -> Result<Edit, EditError> {
    let owner = project.claim(claim).ok_or(EditError::NoClaim(claim))?;
    let old = owner.passages.get(index).ok_or(EditError::NoSuchPassage(claim))?;
    let new = Passage { stance: old.stance, ..passage(project, old.article, span)? };
    change(project, claim, |claim| {
        take_out(claim, index);
        add(claim, vec![new]);
    })
}

/// Makes one claim of several: the first of `claims` takes the others in.
///
/// It keeps its id, its place and its summary; passages, labels and evidence are put together,
/// notes stand one below the other, and of all decisions the latest holds.
pub fn merge(project: &Project, claims: &[ClaimId]) -> Result<Edit, EditError> {
    let [first, others @ ..] = claims else { return Ok(Edit::Batch(Vec::new())) };
    let mut merged = project.claim(*first).cloned().ok_or(EditError::NoClaim(*first))?;
    let mut edits = Vec::new();
    for id in others {
        let other = project.claim(*id).ok_or(EditError::NoClaim(*id))?;
        take_in(&mut merged, other);
        edits.push(Edit::TakeClaim(*id));
    }
    merged.decisions.sort_by_key(|decision: &Decision| decision.at);
    merged.suggestion = None;
    edits.push(Edit::ReplaceClaim(Box::new(merged)));
    Ok(Edit::Batch(edits))
}

fn take_in(claim: &mut Claim, other: &Claim) {
    add(claim, other.passages.clone());
    claim.decisions.extend(other.decisions.iter().cloned());
    claim.labels.extend(other.labels.iter().cloned());
    let is_new = |evidence: &&_| !claim.evidence.contains(evidence);
    let new: Vec<_> = other.evidence.iter().filter(is_new).cloned().collect();
    claim.evidence.extend(new);
    if !other.note.is_empty() && claim.note != other.note {
        let gap = if claim.note.is_empty() { "" } else { "\n\n" };
        claim.note = format!("{}{gap}{}", claim.note, other.note);
    }
}

/// Adds passages in their order; a stretch that is there already is not added again.
pub(super) fn add(claim: &mut Claim, passages: Vec<Passage>) {
    for passage in passages {
        let stands_there =
            |old: &Passage| (old.article, old.span) == (passage.article, passage.span);
        if !claim.passages.iter().any(stands_there) {
            claim.passages.push(passage);
        }
    }
    settle(claim);
}

fn take_out(claim: &mut Claim, index: usize) -> Option<Passage> {
    (index < claim.passages.len()).then(|| claim.passages.remove(index))
}

/// Puts a claim in order after its passages changed.
fn settle(claim: &mut Claim) {
    claim.sort_passages();
    claim.origin = Origin::Reviewer;
    // A passage that stands alone is what the claim says.
    if let [only] = claim.passages.as_mut_slice() {
        only.stance = Stance::Same;
    }
    claim.suggestion =
        claim.suggestion.take().and_then(|suggestion| still_true(suggestion, &claim.passages));
}

/// What of a suggestion is still true when `passages` are all that is left: reasons of which nothing
/// went, for their sentences tell all of it, and the tag if it fits. `None` where nothing is left to say.
pub(super) fn still_true(mut suggestion: Suggestion, passages: &[Passage]) -> Option<Suggestion> {
    let stands = |article: ArticleId, span: Span| {
        passages.iter().any(|passage| passage.article == article && passage.span.overlap(span) > 0)
    };
    let is_true = |reason: &Reason| reason.places.iter().all(|at| stands(at.article, at.span));
    suggestion.reasons.retain(is_true);
    let is_in_several =
        passages.windows(2).any(|pair| matches!(pair, [a, b] if a.article != b.article));
    let fits = match suggestion.tag {
        Tag::Agreed => is_in_several,
        Tag::Disputed => is_in_several && !suggestion.reasons.is_empty(),
        Tag::Unique => !is_in_several && !passages.is_empty(),
    };
    fits.then_some(suggestion)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        Bearing, Confidence, Evidence, Place, Reason, ReasonKind, Reviewer, ReviewerId, Stance,
        Timestamp,
    };
    use crate::review::actions::tests::project;

    const BRIDGE: ClaimId = ClaimId(1);
    const FERRY: ClaimId = ClaimId(2);

    /// Applies `edit` to `before`, sees that its inverse takes it back, and gives the result.
    fn after(before: &Project, edit: Edit) -> Project {
        let mut now = before.clone();
        let inverse = edit.apply(&mut now).expect("the edit fits");
        let after = now.clone();
        inverse.apply(&mut now).expect("the inverse fits");
        assert_eq!(&now, before, "the inverse takes the change back");
        after
    }

    fn claim(project: &Project, id: ClaimId) -> &Claim {
        project.claim(id).expect("the claim is there")
    }

    fn quotes(project: &Project, id: ClaimId) -> Vec<&str> {
        claim(project, id).passages.iter().map(|passage| passage.quote.as_str()).collect()
    }

    #[test]
    fn a_passage_becomes_a_claim_of_its_own_in_reading_order() {
        let before = project();
        let (edit, id) = split(&before, BRIDGE, 1).expect("it has two passages");
        let now = after(&before, edit);
        assert_eq!(quotes(&now, BRIDGE), ["The bridge is shut."]);
        assert_eq!(quotes(&now, id), ["The bridge was closed."]);
        assert_eq!(claim(&now, id).summary, "The bridge was closed.");
        assert_eq!((now.claim_index(BRIDGE), now.claim_index(id)), (Some(0), Some(1)));
    }

    #[test]
    fn a_passage_that_stands_alone_says_what_its_claim_says() {
        let mut before = project();
        for passage in &mut before.claims.first_mut().expect("a claim").passages {
            passage.stance = Stance::Differs;
        }
        let (edit, id) = split(&before, BRIDGE, 1).expect("it has two passages");
        let now = after(&before, edit);
        let stances = [BRIDGE, id].map(|id| claim(&now, id).passages.first().map(|one| one.stance));
        assert_eq!(stances, [Some(Stance::Same); 2]);
    }

    #[test]
    fn a_claim_whose_line_is_split_off_takes_another() {
        let mut project = project();
        let bridge = project.claims.iter_mut().find(|claim| claim.id == BRIDGE).expect("a claim");
        bridge.summary = summary_of(&bridge.passages.first().expect("a passage").quote);
        let (edit, new) = split(&project, BRIDGE, 0).expect("it has two passages");
        edit.apply(&mut project).expect("the edit fits");
        let line = |claim: ClaimId| project.claim(claim).expect("a claim").summary.as_str();
        assert_ne!(line(BRIDGE), line(new));
    }

    #[test]
    fn the_only_passage_of_a_claim_cannot_be_split_off() {
        assert_eq!(split(&project(), FERRY, 0), Err(EditError::OnlyPassage(FERRY)));
        assert_eq!(split(&project(), BRIDGE, 7), Err(EditError::NoSuchPassage(BRIDGE)));
        assert_eq!(split(&project(), ClaimId(9), 0), Err(EditError::NoClaim(ClaimId(9))));
    }

    #[test]
    fn a_moved_passage_leaves_one_claim_for_the_other() {
        let before = project();
        let now =
            after(&before, move_passage(&before, BRIDGE, 1, FERRY).expect("both claims are there"));
        assert_eq!(quotes(&now, BRIDGE), ["The bridge is shut."]);
        assert_eq!(quotes(&now, FERRY), ["The bridge was closed.", "A ferry runs."]);
    }

    #[test]
    fn a_claim_whose_last_passage_moves_away_goes() {
        let before = project();
        let edit = move_passage(&before, FERRY, 0, BRIDGE).expect("both claims are there");
        let now = after(&before, edit);
        assert_eq!(now.claim(FERRY), None);
        assert_eq!(claim(&now, BRIDGE).passages.len(), 3);
    }

    #[test]
    fn other_bounds_keep_the_stance() {
        let mut before = project();
        before.claims[0].passages[0].stance = Stance::Stronger;
        let edit = set_bounds(&before, BRIDGE, 0, Span::new(4, 18)).expect("it stands there");
        let now = after(&before, edit);
        let passage = claim(&now, BRIDGE).passages.first().expect("a passage");
        assert_eq!((passage.quote.as_str(), passage.stance), ("bridge is shut", Stance::Stronger));
        let nowhere = set_bounds(&before, BRIDGE, 0, Span::new(400, 410));
        assert_eq!(nowhere, Err(EditError::NoSuchPlace(ArticleId(1))));
    }

    #[test]
    fn a_merged_claim_has_the_work_on_both() {
        let mut before = project();
        before.reviewers.push(Reviewer { id: ReviewerId(1), name: "R. M.".into() });
        let decided = |tag, second| Decision {
            tag: Some(tag),
            reviewer: ReviewerId(1),
            at: Timestamp::from_second(second).expect("a time"),
        };
        let evidence = Evidence {
            citation: "Timetable".into(),
            quote: String::new(),
            seen: None,
            bearing: Bearing::Supports,
        };
        let [bridge, ferry] = before.claims.as_mut_slice() else { panic!("two claims") };
        bridge.note = "Asked.".into();
        bridge.decisions.push(decided(Tag::Agreed, 20));
        ferry.note = "Answered.".into();
        ferry.labels.insert("traffic".into());
        ferry.evidence.push(evidence);
        ferry.decisions.push(decided(Tag::Unique, 10));
        let now = after(&before, merge(&before, &[BRIDGE, FERRY]).expect("both are there"));
        assert_eq!(now.claims.len(), 1);
        let merged = claim(&now, BRIDGE);
        assert_eq!(merged.passages.len(), 3);
        assert_eq!(merged.note, "Asked.\n\nAnswered.");
        assert_eq!((merged.labels.len(), merged.evidence.len()), (1, 1));
        assert_eq!(merged.tag(), Some(Tag::Agreed), "the latest decision holds");
    }

    #[test]
    fn a_claim_merged_with_itself_alone_stays_as_it_was() {
        let before = project();
        assert_eq!(after(&before, merge(&before, &[]).expect("nothing to do")), before);
    }

    #[test]
    fn of_a_suggestion_remains_what_the_passages_bear_out() {
        let mut before = project();
        let place = |article, start, end| Place {
            article: ArticleId(article),
            span: Span::new(start, end),
        };
        let reasons = vec![Reason {
            kind: ReasonKind::Wording,
            detail: "1 says “shut”, 2 says “closed”".into(),
            places: vec![place(1, 14, 18), place(2, 15, 21)],
        }];
        let confidence = Confidence::from_percent(70);
        let suggestion = Suggestion { tag: Tag::Disputed, confidence, reasons };
        before.claims[0].suggestion = Some(suggestion.clone());
        assert_eq!(
            still_true(suggestion.clone(), &before.claims[0].passages),
            Some(suggestion),
            "nothing changed"
        );
        let now = after(&before, remove_passage(&before, BRIDGE, 1).expect("it is there"));
        assert_eq!(claim(&now, BRIDGE).suggestion, None);
    }

    #[test]
    fn a_reason_that_lost_one_of_its_places_is_no_longer_true() {
        let before = project();
        let place = |article, start, end| Place {
            article: ArticleId(article),
            span: Span::new(start, end),
        };
        let reason = |places: Vec<Place>| Reason {
            kind: ReasonKind::Wording,
            detail: "1 and 3 say “shut”, 2 says “closed”".into(),
            places,
        };
        let whole = reason(vec![place(1, 14, 18), place(2, 15, 21)]);
        let more = reason(vec![place(1, 14, 18), place(2, 15, 21), place(3, 0, 4)]);
        let confidence = Confidence::from_percent(70);
        let suggestion =
            Suggestion { tag: Tag::Disputed, confidence, reasons: vec![more, whole.clone()] };
        let left = still_true(suggestion, &before.claims[0].passages);
        assert_eq!(left.map(|suggestion| suggestion.reasons), Some(vec![whole]));
    }
}
