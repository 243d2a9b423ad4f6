//! A window that draws into nothing, for measuring and for looking at frames from outside.
//!
//! It is the same workbench as in a real window, given events and asked for frames by hand. Nothing is
//! read from or written to the settings, and no dialog opens.

use std::path::PathBuf;
use std::sync::mpsc;

use eframe::egui::{Context, Event, Pos2, RawInput, Rect, pos2};

use super::files::{FileDialogs, Question, Ticket};
use super::theme;
use super::workbench::Workbench;
use crate::model::Project;
use crate::session::Session;
use crate::storage::settings::Settings;

/// Seconds between two frames.
const FRAME: f64 = 1.0 / 60.0;

/// A window without a display.
pub struct Headless {
    ctx: Context,
    bench: Workbench,
    screen: Rect,
    time: f64,
}

/// What a frame came to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Drawn {
    /// How many triangles were drawn.
    pub triangles: usize,
    /// Whether the window wants another frame at once.
    pub wants_more: bool,
}

impl Headless {
    /// A window of `width` by `height` points on a review that is in no file.
    #[must_use]
    pub fn new(project: Project, width: f32, height: f32) -> Self {
        let ctx = Context::default();
        theme::install(&ctx);
        let mut bench = Workbench::new(Box::new(NoDialogs), Settings::default(), None);
        bench.show(Session::unsaved(project));
        let screen = Rect::from_min_max(Pos2::ZERO, pos2(width, height));
        Self { ctx, bench, screen, time: 0.0 }
    }

    /// Draws one frame after `events`, down to triangles.
    pub fn frame(&mut self, events: Vec<Event>) -> Drawn {
        self.time += FRAME;
        let input = RawInput {
            screen_rect: Some(self.screen),
            time: Some(self.time),
            events,
            ..RawInput::default()
        };
        let bench = &mut self.bench;
        let mut output = self.ctx.run_ui(input, |ui| bench.frame_ui(ui));
        // There is nothing to upload textures to.
        output.textures_delta.clear();
        let pieces = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        let triangles = pieces.iter().map(|piece| match &piece.primitive {
            eframe::egui::epaint::Primitive::Mesh(mesh) => mesh.indices.len() / 3,
            eframe::egui::epaint::Primitive::Callback(_) => 0,
        });
        let delays = output.viewport_output.values().map(|viewport| viewport.repaint_delay);
        Drawn {
            triangles: triangles.sum(),
            wants_more: delays.into_iter().any(|delay| delay.is_zero()),
        }
    }

    /// The review as it is now.
    #[must_use]
    pub fn project(&self) -> Option<&Project> {
        self.bench.session.as_ref().map(Session::project)
    }
}

/// No dialog ever opens: every question is answered with nothing.
struct NoDialogs;

impl FileDialogs for NoDialogs {
    fn ask(&mut self, _question: &Question) -> Ticket {
        let (send, answer) = mpsc::channel();
        send.send(Vec::<PathBuf>::new()).ok();
        Ticket::new(answer)
    }
}
