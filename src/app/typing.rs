//! Keys pressed between a command that leads into a text field and the field's having the keyboard.
//!
//! A field has the keyboard a frame or two after the command. What is typed meanwhile, on a slow
//! machine or by quick fingers, is meant for the field: it must neither be lost nor taken for
//! commands, which would tag claims. Where no field comes, it is meant for nothing.

use eframe::egui::{Context, Event};

use super::turns::{self, take_typed};

/// A field that did not get the keyboard within so many frames will not get it.
const FRAMES: u8 = 8;

/// Keys held back until a field takes them.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Typing {
    frames_left: u8,
    held_back: Vec<Event>,
}

impl Typing {
    /// A command has led into a text field.
    pub(crate) fn begin(&mut self) {
        self.frames_left = FRAMES;
    }

    /// No field will come for what was typed.
    pub(crate) fn forget(&mut self) {
        *self = Self::default();
    }

    /// Holds keys back while the field is waited for, and hands them over once it is there.
    pub(crate) fn frame(&mut self, ctx: &Context) {
        if self.frames_left == 0 {
            return;
        }
        self.hold_back(ctx);
        self.frames_left -= 1;
        ctx.request_repaint();
        if ctx.text_edit_focused() {
            turns::later(ctx, std::mem::take(&mut self.held_back));
            self.frames_left = 0;
        } else if self.frames_left == 0 {
            self.forget();
        }
    }

    /// Holds back what was typed in this frame.
    pub(crate) fn hold_back(&mut self, ctx: &Context) {
        let mut new = ctx.input_mut(|input| take_typed(&mut input.events));
        self.held_back.append(&mut new);
    }
}
