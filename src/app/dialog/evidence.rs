//! The form for a piece of evidence.

use eframe::egui::{RichText, TextEdit, Ui};

use super::{buttons_ui, field_ui, is_kept, primary, title_ui};
use crate::app::action::Action;
use crate::app::radio::radio_ui;
use crate::app::theme::{SIZE_SMALL, Theme};
use crate::app::words;
use crate::model::{Bearing, Claim, ClaimId, Date, Evidence};

/// A piece of evidence as it is typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct EvidenceForm {
    claim: ClaimId,
    /// What is to be changed; `None` for new evidence.
    known: Option<Evidence>,
    citation: String,
    quote: String,
    seen: String,
    bearing: Bearing,
}

impl EvidenceForm {
    /// A form that holds `known`, or an empty one with today as the day seen.
    pub(crate) fn new(claim: ClaimId, known: Option<&Evidence>, today: Date) -> Self {
        let seen = known.map_or(Some(today), |known| known.seen);
        Self {
            claim,
            known: known.cloned(),
            citation: known.map(|known| known.citation.clone()).unwrap_or_default(),
            quote: known.map(|known| known.quote.clone()).unwrap_or_default(),
            seen: seen.map(|seen| seen.to_string()).unwrap_or_default(),
            bearing: known.map_or(Bearing::Supports, |known| known.bearing),
        }
    }

    /// The claim it bears on.
    pub(crate) const fn claim(&self) -> ClaimId {
        self.claim
    }

    /// What is to be changed; `None` for new evidence.
    pub(crate) const fn known(&self) -> Option<&Evidence> {
        self.known.as_ref()
    }

    /// Its place among the evidence of `claim`; past the end for more.
    pub(crate) fn index(&self, claim: &Claim) -> usize {
        let at = claim.evidence.iter().position(|evidence| Some(evidence) == self.known());
        at.unwrap_or(claim.evidence.len())
    }

    /// Whether something was typed that is not known.
    pub(crate) fn is_written(&self) -> bool {
        match &self.known {
            Some(known) => self.evidence().as_ref() != Some(known),
            None => [&self.citation, &self.quote].iter().any(|text| !text.trim().is_empty()),
        }
    }

    /// What it is called while it is not added: its source, else its words.
    pub(crate) fn name(&self) -> &str {
        let source = self.citation.trim();
        if source.is_empty() { self.quote.trim() } else { source }
    }

    /// The day that was typed, if any; an error while it is no day.
    fn day(&self) -> Result<Option<Date>, jiff::Error> {
        match self.seen.trim() {
            "" => Ok(None),
            day => day.parse().map(Some),
        }
    }

    /// What was typed; `None` without a source or while the day is no day.
    pub(crate) fn evidence(&self) -> Option<Evidence> {
        let citation = self.citation.trim();
        let seen = self.day().ok()?;
        (!citation.is_empty()).then(|| Evidence {
            citation: citation.to_owned(),
            quote: self.quote.trim().to_owned(),
            seen,
            bearing: self.bearing,
        })
    }
}

/// Draws the form.
pub(super) fn evidence_ui(ui: &mut Ui, form: &mut EvidenceForm, actions: &mut Vec<Action>) {
    let words = words::dialogs();
    title_ui(ui, if form.known.is_none() { words.add_evidence } else { words.edit_evidence });
    let mut is_done = field_ui(ui, words.citation, &mut form.citation);
    let label = ui.label(words.quote);
    let quote = TextEdit::multiline(&mut form.quote).desired_rows(3).desired_width(f32::INFINITY);
    ui.add(quote).labelled_by(label.id);
    is_done |= field_ui(ui, words.seen, &mut form.seen) || is_kept(ui);
    ui.horizontal(|ui| {
        for bearing in Bearing::ALL {
            if radio_ui(ui, form.bearing == bearing, words::bearing(bearing)).clicked() {
                form.bearing = bearing;
            }
        }
    });
    if form.day().is_err() {
        let theme = Theme::of(ui.ctx());
        ui.label(RichText::new(words.date_hint).color(theme.disputed.mark));
    }
    let (is_evidence, is_written) = (form.evidence().is_some(), form.is_written());
    if is_written {
        let muted = Theme::of(ui.ctx()).muted;
        ui.label(RichText::new(words.evidence_waits).size(SIZE_SMALL).color(muted));
    }
    buttons_ui(ui, |ui| {
        let keep = ui.add_enabled(is_evidence, primary(ui, words.keep));
        if is_evidence && (keep.clicked() || is_done) {
            actions.push(Action::PutEvidence);
        }
        let leave = if is_written { words.throw_away } else { words.cancel };
        if ui.button(leave).clicked() {
            actions.push(Action::DropEvidence);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(citation: &str, seen: &str) -> EvidenceForm {
        let form = EvidenceForm::new(ClaimId(1), None, Date::constant(2024, 3, 6));
        EvidenceForm { citation: citation.into(), seen: seen.into(), ..form }
    }

    #[test]
    fn evidence_needs_a_source_and_a_day_that_is_one() {
        assert_eq!(form("", "2024-03-06").evidence(), None);
        assert_eq!(form("Survey", "in March").evidence(), None);
        let kept = form(" Survey ", "").evidence().expect("the day may be missing");
        assert_eq!((kept.citation.as_str(), kept.seen), ("Survey", None));
    }

    #[test]
    fn what_is_known_comes_back_as_it_was() {
        let known = Evidence {
            citation: "https://example.org/survey".into(),
            quote: "220 hangers".into(),
            seen: None,
            bearing: Bearing::Refutes,
        };
        let form = EvidenceForm::new(ClaimId(1), Some(&known), Date::constant(2024, 3, 6));
        assert_eq!(form.evidence(), Some(known));
        assert!(!form.is_written(), "nothing is new");
        assert!(EvidenceForm { bearing: Bearing::Context, ..form }.is_written());
    }
}
