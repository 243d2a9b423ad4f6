//! Takes the machinery out of window tests.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::mpsc;

use eframe::egui::{Key, Modifiers, vec2};
use egui_kittest::{Harness, HarnessBuilder};

use crate::app::files::{FileDialogs, Question, Ticket};
use crate::app::theme;
use crate::app::workbench::Workbench;
use crate::model::{ClaimId, Confidence, Project, Suggestion, Tag};
use crate::review::actions::tests::project;
use crate::session::Session;
use crate::storage::settings::Settings;

/// Dialogs that answer at once with the paths they were given beforehand.
#[derive(Default)]
struct ScriptedDialogs(VecDeque<Vec<PathBuf>>);

impl FileDialogs for ScriptedDialogs {
    fn ask(&mut self, _question: &Question) -> Ticket {
        let (send, answer) = mpsc::channel();
        send.send(self.0.pop_front().unwrap_or_default()).expect("the ticket waits");
        Ticket::new(answer)
    }
}

/// The window under test.
pub(super) type Window = Harness<'static, Workbench>;

/// A window on the welcome page whose dialogs answer with `answers`, in turn.
pub(super) fn welcome(answers: Vec<Vec<PathBuf>>) -> Window {
    open(None, answers)
}

/// A window on a review of two articles and two claims, each with a suggestion.
pub(super) fn review() -> Window {
    open(Some(suggested()), Vec::new())
}

/// A window on `project`, whose dialogs answer with `answers`, in turn.
pub(super) fn open(project: Option<Project>, answers: Vec<Vec<PathBuf>>) -> Window {
    let mut window = window(Harness::builder().with_size(vec2(1280.0, 800.0)), project, answers);
    window.run();
    window
}

/// A window as `builder` has it.
pub(super) fn window(
    builder: HarnessBuilder<Workbench>,
    project: Option<Project>,
    answers: Vec<Vec<PathBuf>>,
) -> Window {
    let dialogs = Box::new(ScriptedDialogs(answers.into()));
    let settings = Settings { reviewer: "R. M.".into(), ..Settings::default() };
    let mut bench = Workbench::new(dialogs, settings, None);
    if let Some(project) = project {
        bench.show(Session::unsaved(project));
    }
    builder
        .with_step_dt(1.0 / 60.0)
        .with_max_steps(30)
        .with_context_setup(theme::install)
        .build_ui_state(|ui, bench: &mut Workbench| bench.frame_ui(ui), bench)
}

/// The two claims with the suggestions agreed and unique.
fn suggested() -> Project {
    let mut project = project();
    for (claim, tag) in project.claims.iter_mut().zip([Tag::Agreed, Tag::Unique]) {
        claim.suggestion =
            Some(Suggestion { tag, confidence: Confidence::from_percent(88), reasons: Vec::new() });
    }
    project
}

/// The review that comes with the program.
pub(super) fn sample() -> Project {
    crate::storage::read(include_str!("../../../projects/sample.ron")).expect("the sample opens")
}

/// What the window has open.
pub(super) fn opened(window: &Window) -> &Project {
    window.state().session.as_ref().expect("a review is open").project()
}

/// The tag of a claim.
pub(super) fn tag(window: &Window, claim: u32) -> Option<Tag> {
    opened(window).claim(ClaimId(claim)).expect("the claim is there").tag()
}

/// Presses keys, one after the other, each with time to take effect.
pub(super) fn press(window: &mut Window, keys: &[Key]) {
    for key in keys {
        window.key_press(*key);
        window.run();
    }
}

/// Presses a key with modifiers.
pub(super) fn chord(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.run();
}

/// Runs frames until the work beside the window has ended.
pub(super) fn wait_for_work(window: &mut Window) {
    for _ in 0..2_000 {
        window.step();
        let bench = window.state();
        if bench.work.is_none() && bench.asked.is_none() && !bench.known.is_reading() {
            window.run();
            return;
        }
        std::thread::yield_now();
    }
    panic!("the work did not end");
}
