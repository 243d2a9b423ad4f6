//! Evidence that was begun and neither added nor thrown away.
//!
//! `Esc` leaves the form. What was typed waits here until the form is opened again, counts as unsaved
//! work, and is kept against a crash as if it had been added.

use super::action::Action;
use super::command::Command;
use super::dialog::{Dialog, EvidenceForm, unfinished};
use super::room::Side;
use super::words;
use super::workbench::Workbench;
use crate::model::{Claim, ClaimId, Date, Evidence, Project};
use crate::review::{Edit, EditError, actions};
use crate::session::{self, Session};

/// Forms that were left half written.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Drafts(Vec<EvidenceForm>);

impl Drafts {
    /// Those of a claim, with their numbers.
    pub(crate) fn of(&self, claim: ClaimId) -> impl Iterator<Item = (usize, &EvidenceForm)> {
        self.0.iter().enumerate().filter(move |(_, form)| form.claim() == claim)
    }

    /// Takes the draft of a change to `known`, or of new evidence.
    fn take(&mut self, claim: ClaimId, known: Option<&Evidence>) -> Option<EvidenceForm> {
        let (number, _) = self.of(claim).find(|(_, form)| form.known() == known)?;
        Some(self.0.remove(number))
    }
}

impl Workbench {
    /// Opens the form for one more piece of evidence on the chosen claim.
    pub(crate) fn add_evidence(&mut self) {
        if let Some((claim, end)) = self.chosen().map(|claim| (claim.id, claim.evidence.len())) {
            self.ask_evidence(claim, end);
        }
    }

    /// Opens the form for the evidence of that index, as it was left; past the end for one more.
    pub(crate) fn ask_evidence(&mut self, claim: ClaimId, index: usize) {
        let project = self.session.as_ref().map(Session::project);
        let known = project.and_then(|project| project.claim(claim)?.evidence.get(index));
        let draft = self.drafts.take(claim, known);
        let form = draft.unwrap_or_else(|| EvidenceForm::new(claim, known, today()));
        self.dialog = Some(Dialog::Evidence(Box::new(form)));
        self.typing.begin();
    }

    /// Opens the draft of that number.
    pub(crate) fn resume_evidence(&mut self, number: usize) {
        if number < self.drafts.0.len() {
            let form = self.drafts.0.remove(number);
            self.found_claim(form.claim());
            self.dialog = Some(Dialog::Evidence(Box::new(form)));
            self.typing.begin();
        }
    }

    /// Adds what the form holds, and brings it into view.
    pub(crate) fn put_evidence(&mut self) {
        let Some(Dialog::Evidence(form)) = self.dialog.take() else { return };
        let Some(evidence) = form.evidence() else { return };
        let place = self.claim_of(&form).map(|claim| form.index(claim));
        if self.edit(words::steps().evidence, Some(form.claim()), |project| {
            edit_of(&form, evidence, project)
        }) {
            self.show_side(Side::Inspector);
            self.evidence_to_show = place;
        }
    }

    /// Shuts what stands in front. A form that was begun is not lost; what was to follow a path that
    /// was not typed does not.
    pub(crate) fn close_dialog(&mut self) {
        match self.dialog.take() {
            Some(Dialog::Evidence(form)) if form.is_written() => {
                self.drafts.0.push(*form);
                let keys = Command::AddEvidence.keys_text();
                self.message = words::fill(words::shell().draft_kept, &[&keys]);
            }
            Some(Dialog::TypedPath(_)) => self.after_saving = None,
            _ => {}
        }
    }

    /// Asks what is to become of evidence that was begun, before `then` would lose it; whether there
    /// is any.
    pub(crate) fn ask_about_drafts(&mut self, then: &Action) -> bool {
        self.close_dialog();
        let found = self.unfinished().next().and_then(|form| {
            let number = self.drafts.0.iter().position(|draft| draft == form)?;
            Some(unfinished(number, &self.claim_of(form)?.summary, then.clone()))
        });
        let is_asked = found.is_some();
        self.dialog = found;
        is_asked
    }

    /// Throws away all evidence that was begun.
    pub(crate) fn drop_drafts(&mut self) {
        self.dialog = None;
        self.drafts = Drafts::default();
    }

    /// The forms that something is written in and that are not added yet, the open one last.
    pub(crate) fn unfinished(&self) -> impl Iterator<Item = &EvidenceForm> {
        let open = match &self.dialog {
            Some(Dialog::Evidence(form)) if form.is_written() => Some(&**form),
            _ => None,
        };
        let forms = self.drafts.0.iter().chain(open);
        forms.filter(|form| self.claim_of(form).is_some())
    }

    fn claim_of(&self, form: &EvidenceForm) -> Option<&Claim> {
        self.session.as_ref()?.project().claim(form.claim())
    }

    /// The project as it would be if the evidence that is being written were added.
    pub(crate) fn project_to_keep(&self) -> Option<Project> {
        let mut project = self.session.as_ref()?.project().clone();
        for form in self.unfinished() {
            // What has no source yet is no evidence.
            let evidence = form.evidence();
            let edit = evidence.and_then(|evidence| edit_of(form, evidence, &project).ok());
            edit.and_then(|edit| edit.apply(&mut project).ok());
        }
        Some(project)
    }
}

fn edit_of(form: &EvidenceForm, evidence: Evidence, project: &Project) -> Result<Edit, EditError> {
    let claim = project.claim(form.claim());
    let index = claim.map_or(0, |claim| form.index(claim));
    actions::put_evidence(project, form.claim(), index, evidence)
}

fn today() -> Date {
    session::now().to_zoned(jiff::tz::TimeZone::system()).date()
}
