//! Undo and redo.

use super::{Edit, EditError};
use crate::model::{ClaimId, Place, Project};

/// The edits that were made, so that they can be taken back and made again.
///
/// The history is two stacks of steps. Each step on the *undo* stack holds the inverse of an edit
/// that was made; each step on the *redo* stack the inverse of one that was taken back. A new edit
/// empties the redo stack. Nothing is ever forgotten otherwise: undo has no limit.
///
/// The history also knows which state is on disk: every state has a number of its own, and the
/// number of the saved one is remembered. It does not keep states, only the way between them.
#[derive(Clone, Debug, Default)]
pub struct History {
    undo: Vec<Recorded>,
    redo: Vec<Recorded>,
    /// Number of the state the project is in.
    state: u64,
    /// Number of the state that is on disk.
    saved: Option<u64>,
    /// The next number that no state has had.
    next: u64,
}

/// What a reviewer did in one go.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Step {
    /// What it is called in "Undo …".
    pub name: String,
    /// The claim to show when it is undone or redone.
    pub claim: Option<ClaimId>,
    /// The article to show where there is no claim, at a place of it unless that is empty.
    pub place: Option<Place>,
}

#[derive(Clone, Debug)]
struct Recorded {
    step: Step,
    /// Leads to `state`.
    edit: Edit,
    state: u64,
}

impl History {
    /// Makes `edit` and remembers how to take it back.
    pub fn make(&mut self, project: &mut Project, step: Step, edit: Edit) -> Result<(), EditError> {
        let inverse = edit.apply(project)?;
        self.undo.push(Recorded { step, edit: inverse, state: self.state });
        self.redo.clear();
        self.next += 1;
        self.state = self.next;
        Ok(())
    }

    /// Takes the last step back; `None` if there is none.
    pub fn undo(&mut self, project: &mut Project) -> Option<Result<Step, EditError>> {
        let recorded = self.undo.pop()?;
        Some(self.go(project, recorded).map(|(step, back)| {
            self.redo.push(back);
            step
        }))
    }

    /// Makes the step last taken back again; `None` if there is none.
    pub fn redo(&mut self, project: &mut Project) -> Option<Result<Step, EditError>> {
        let recorded = self.redo.pop()?;
        Some(self.go(project, recorded).map(|(step, back)| {
            self.undo.push(back);
            step
        }))
    }

    fn go(
        &mut self,
        project: &mut Project,
        recorded: Recorded,
    ) -> Result<(Step, Recorded), EditError> {
        let inverse = recorded.edit.apply(project)?;
        let from = std::mem::replace(&mut self.state, recorded.state);
        let back = Recorded { step: recorded.step.clone(), edit: inverse, state: from };
        Ok((recorded.step, back))
    }

    /// The step that undo would take back.
    #[must_use]
    pub fn next_undo(&self) -> Option<&Step> {
        self.undo.last().map(|recorded| &recorded.step)
    }

    /// The step that redo would make again.
    #[must_use]
    pub fn next_redo(&self) -> Option<&Step> {
        self.redo.last().map(|recorded| &recorded.step)
    }

    /// Number of the state the project is in: equal numbers, equal projects.
    #[must_use]
    pub const fn state(&self) -> u64 {
        self.state
    }

    /// Remembers that the state of that number is on disk.
    pub const fn mark_saved(&mut self, state: u64) {
        self.saved = Some(state);
    }

    /// Whether the project is as it is on disk.
    #[must_use]
    pub fn is_saved(&self) -> bool {
        self.saved == Some(self.state)
    }

    /// Whether nothing was ever done.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.undo.is_empty() && self.redo.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn retitle(history: &mut History, project: &mut Project, title: &str) {
        let step = Step { name: format!("Rename to {title}"), claim: None, place: None };
        history.make(project, step, Edit::SetTitle(title.into())).expect("a title fits");
    }

    #[test]
    fn undo_goes_all_the_way_back_and_redo_all_the_way_on() {
        let (mut history, mut project) = (History::default(), Project::default());
        for number in 1..=500 {
            retitle(&mut history, &mut project, &number.to_string());
        }
        while let Some(step) = history.undo(&mut project) {
            step.expect("every step is taken back");
        }
        assert_eq!(project.title, "");
        while let Some(step) = history.redo(&mut project) {
            step.expect("every step is made again");
        }
        assert_eq!(project.title, "500");
    }

    #[test]
    fn a_new_edit_forgets_what_was_taken_back() {
        let (mut history, mut project) = (History::default(), Project::default());
        retitle(&mut history, &mut project, "a");
        history.undo(&mut project).expect("a step").expect("it is taken back");
        retitle(&mut history, &mut project, "b");
        assert_eq!(history.next_redo(), None);
        assert_eq!(history.next_undo().map(|step| step.name.as_str()), Some("Rename to b"));
    }

    #[test]
    fn undoing_to_the_saved_state_is_saved_again() {
        let (mut history, mut project) = (History::default(), Project::default());
        retitle(&mut history, &mut project, "a");
        history.mark_saved(history.state());
        retitle(&mut history, &mut project, "b");
        assert!(!history.is_saved());
        history.undo(&mut project).expect("a step").expect("it is taken back");
        assert!(history.is_saved());
        history.undo(&mut project).expect("a step").expect("it is taken back");
        retitle(&mut history, &mut project, "c");
        assert!(!history.is_saved(), "another edit at the same depth is another state");
    }
}
