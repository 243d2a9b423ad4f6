//! The form for a piece of evidence.

use eframe::egui::{RichText, TextEdit, Ui};

use super::{buttons_ui, cancel_ui, field_ui, is_kept, primary, title_ui};
use crate::app::action::Action;
use crate::app::radio::radio_ui;
use crate::app::theme::Theme;
use crate::app::words;
use crate::model::{Bearing, ClaimId, Date, Evidence};

/// A piece of evidence as it is typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct EvidenceForm {
    claim: ClaimId,
    /// Its place among the claim's evidence; past the end for a new one.
    index: usize,
    is_new: bool,
    citation: String,
    quote: String,
    seen: String,
    bearing: Bearing,
}

impl EvidenceForm {
    /// A form that holds `known`, or an empty one with today as the day seen.
    pub(crate) fn new(claim: ClaimId, index: usize, known: Option<&Evidence>, today: Date) -> Self {
        let seen = known.map_or(Some(today), |known| known.seen);
        Self {
            claim,
            index,
            is_new: known.is_none(),
            citation: known.map(|known| known.citation.clone()).unwrap_or_default(),
            quote: known.map(|known| known.quote.clone()).unwrap_or_default(),
            seen: seen.map(|seen| seen.to_string()).unwrap_or_default(),
            bearing: known.map_or(Bearing::Supports, |known| known.bearing),
        }
    }

    /// The day that was typed, if any; an error while it is no day.
    fn day(&self) -> Result<Option<Date>, jiff::Error> {
        match self.seen.trim() {
            "" => Ok(None),
            day => day.parse().map(Some),
        }
    }

    /// What was typed; `None` without a source or while the day is no day.
    fn evidence(&self) -> Option<Evidence> {
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
    title_ui(ui, if form.is_new { words.add_evidence } else { words.edit_evidence });
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
    let evidence = form.evidence();
    buttons_ui(ui, |ui| {
        let keep = ui.add_enabled(evidence.is_some(), primary(ui, words.keep));
        if let Some(evidence) = evidence.filter(|_| keep.clicked() || is_done) {
            actions.push(Action::CloseDialog);
            actions.push(Action::PutEvidence(form.claim, form.index, Box::new(evidence)));
        }
        cancel_ui(ui, actions);
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(citation: &str, seen: &str) -> EvidenceForm {
        let form = EvidenceForm::new(ClaimId(1), 0, None, Date::constant(2024, 3, 6));
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
        let form = EvidenceForm::new(ClaimId(1), 2, Some(&known), Date::constant(2024, 3, 6));
        assert_eq!(form.evidence(), Some(known));
    }
}
