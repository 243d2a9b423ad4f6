//! An open project without a window: edit, undo, save, jobs.
//!
//! The session is the program's shell: here stand the clock, the threads and the way to files. The
//! command line and the window are two faces of it.

mod comparing;
mod exporting;
mod file;
mod jobs;
mod reading;
mod safety;

use std::path::Path;

pub use comparing::{add, compare, project_from, take_in};
pub use exporting::ExportFormat;
pub use file::{Opened, ProjectFile};
pub use jobs::{Job, JobEnd, Progress};
pub use reading::{ReadFailure, Reading, read_articles};
pub use safety::{Recovered, drop_recovered, forget, left_beside, left_untitled, lock};

use crate::model::{ClaimId, Project, Tag, Timestamp};
use crate::review::{Edit, EditError, History, Step, actions};

/// An open project: what it holds, how it came to be, and the file it lives in.
#[derive(Debug, Default)]
pub struct Session {
    project: Project,
    history: History,
    /// `None` for a project that was never saved.
    file: Option<ProjectFile>,
    /// Whether it is work that a crash left and that was not saved since.
    is_recovered: bool,
}

impl Session {
    /// A session on a project that is in no file yet.
    #[must_use]
    pub fn unsaved(project: Project) -> Self {
        Self { project, ..Self::default() }
    }

    /// The project as it is now.
    #[must_use]
    pub const fn project(&self) -> &Project {
        &self.project
    }

    /// Number of the state the project is in: equal numbers, equal projects, within one session.
    #[must_use]
    pub const fn state(&self) -> u64 {
        self.history.state()
    }

    /// Changes the project.
    pub fn edit(&mut self, step: Step, edit: Edit) -> Result<(), EditError> {
        self.history.make(&mut self.project, step, edit)
    }

    /// Takes the last step back and tells which it was.
    pub fn undo(&mut self) -> Option<Step> {
        self.history.undo(&mut self.project).and_then(Result::ok)
    }

    /// Makes the step last taken back again and tells which it was.
    pub fn redo(&mut self) -> Option<Step> {
        self.history.redo(&mut self.project).and_then(Result::ok)
    }

    /// The step that undo would take back.
    #[must_use]
    pub fn next_undo(&self) -> Option<&Step> {
        self.history.next_undo()
    }

    /// The step that redo would make again.
    #[must_use]
    pub fn next_redo(&self) -> Option<&Step> {
        self.history.next_redo()
    }

    /// Tags a claim in the name of `reviewer`, or takes its tag back with `None`, as a step called
    /// `name`. Nothing is done where the claim bears that tag already.
    pub fn tag(
        &mut self,
        claim: ClaimId,
        tag: Option<Tag>,
        reviewer: &str,
        name: String,
    ) -> Result<(), EditError> {
        if self.project.claim(claim).is_some_and(|claim| claim.tag() == tag) {
            return Ok(());
        }
        let (id, add_reviewer) = actions::reviewer(&self.project, reviewer);
        let mut edits: Vec<_> = add_reviewer.into_iter().collect();
        edits.push(actions::tag(&self.project, claim, tag, id, now())?);
        self.edit(Step { name, claim: Some(claim) }, Edit::Batch(edits))
    }

    /// Whether everything is on disk, or nothing was ever done.
    #[must_use]
    pub fn is_saved(&self) -> bool {
        self.history.is_saved()
            || (self.file.is_none() && self.history.is_empty() && !self.is_recovered)
    }

    /// The path of the project's file; `None` for a project that was never saved.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.file.as_ref().map(|file| file.path.as_path())
    }

    /// What the project is called: its title, else its file's name; `None` before it has either.
    #[must_use]
    pub fn title(&self) -> Option<String> {
        if !self.project.title.is_empty() {
            return Some(self.project.title.clone());
        }
        self.path().and_then(Path::file_stem).map(|stem| stem.to_string_lossy().into_owned())
    }
}

/// The time now, to the second, as decisions and reports record it.
#[must_use]
pub fn now() -> Timestamp {
    let now = Timestamp::now();
    Timestamp::from_second(now.as_second()).unwrap_or(now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::actions::tests::project;

    #[test]
    fn tagging_the_same_again_is_no_step() {
        let mut session = Session::unsaved(project());
        session
            .tag(ClaimId(1), Some(Tag::Agreed), "R. M.", "Tag".into())
            .expect("the claim is there");
        let state = session.state();
        session
            .tag(ClaimId(1), Some(Tag::Agreed), "R. M.", "Tag".into())
            .expect("the claim is there");
        assert_eq!(session.state(), state);
    }

    #[test]
    fn the_first_tag_brings_its_reviewer_and_undo_takes_both() {
        let mut session = Session::unsaved(project());
        session
            .tag(ClaimId(2), Some(Tag::Unique), "R. M.", "Tag unique".into())
            .expect("the claim is there");
        assert_eq!(session.project().reviewers.len(), 1);
        let step = session.undo().expect("a step");
        assert_eq!((step.name.as_str(), step.claim), ("Tag unique", Some(ClaimId(2))));
        assert_eq!(session.project(), &project());
    }
}
