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

pub use comparing::{add, compare, project_from, take_in, with_suggestions};
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

    /// Gives claims their tags, or takes tags back with `None`, in the name of `reviewer` and as one
    /// step called `name`. Claims that bear their tag already are left alone.
    pub fn decide(
        &mut self,
        wanted: &[(ClaimId, Option<Tag>)],
        reviewer: &str,
        name: String,
    ) -> Result<(), EditError> {
        let (id, add_reviewer) = actions::reviewer(&self.project, reviewer);
        let (mut edits, mut first) = (Vec::from_iter(add_reviewer), None);
        for (claim, tag) in wanted {
            if self.project.claim(*claim).is_none_or(|claim| claim.tag() != *tag) {
                edits.push(actions::tag(&self.project, *claim, *tag, id, now())?);
                first = first.or(Some(*claim));
            }
        }
        match first {
            Some(_) => self.edit(Step { name, claim: first, place: None }, Edit::Batch(edits)),
            None => Ok(()),
        }
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

    /// What the project is called; `None` before it has a title or a file.
    #[must_use]
    pub fn title(&self) -> Option<String> {
        title(&self.project, self.path())
    }
}

/// What a project is called: its title, else the name of the file at `path`.
#[must_use]
pub fn title(project: &Project, path: Option<&Path>) -> Option<String> {
    if !project.title.is_empty() {
        return Some(project.title.clone());
    }
    path.and_then(Path::file_stem).map(|stem| stem.to_string_lossy().into_owned())
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

    fn decide(session: &mut Session, claim: u32, tag: Tag) {
        let name = format!("Tag {}", tag.word());
        let decided = session.decide(&[(ClaimId(claim), Some(tag))], "R. M.", name);
        decided.expect("the claim is there");
    }

    #[test]
    fn several_claims_are_tagged_in_one_step() {
        let mut session = Session::unsaved(project());
        decide(&mut session, 2, Tag::Unique);
        let both = [1, 2].map(|claim| (ClaimId(claim), Some(Tag::Unique)));
        session.decide(&both, "R. M.", "Both".into()).expect("the claims are there");
        assert_eq!(session.project().count(Some(Tag::Unique)), 2);
        assert_eq!(session.undo().and_then(|step| step.claim), Some(ClaimId(1)));
        assert_eq!(session.project().count(Some(Tag::Unique)), 1);
    }

    #[test]
    fn tagging_the_same_again_is_no_step() {
        let mut session = Session::unsaved(project());
        decide(&mut session, 1, Tag::Agreed);
        let state = session.state();
        decide(&mut session, 1, Tag::Agreed);
        assert_eq!(session.state(), state);
    }

    #[test]
    fn the_first_tag_brings_its_reviewer_and_undo_takes_both() {
        let mut session = Session::unsaved(project());
        decide(&mut session, 2, Tag::Unique);
        assert_eq!(session.project().reviewers.len(), 1);
        let step = session.undo().expect("a step");
        assert_eq!((step.name.as_str(), step.claim), ("Tag unique", Some(ClaimId(2))));
        assert_eq!(session.project(), &project());
    }
}
