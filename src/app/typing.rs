//! Keys pressed between a command that leads into a text field and the field's having the keyboard.
//!
//! A field has the keyboard a frame or two after the command. What is typed meanwhile, on a slow
//! machine or by quick fingers, is meant for the field: it must neither be lost nor taken for
//! commands, which would tag claims.

use eframe::egui::{Context, Event};

/// A field that did not get the keyboard within so many frames will not get it.
const FRAMES: u8 = 4;

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

    /// Keeps keys that came after the command in the same frame.
    pub(crate) fn hold_back(&mut self, events: Vec<Event>) {
        self.held_back.extend(events);
    }

    /// Holds keys back while the field is waited for, and hands them over once it is there.
    pub(crate) fn frame(&mut self, ctx: &Context) {
        if ctx.text_edit_focused() {
            self.frames_left = 0;
        }
        if self.frames_left > 0 {
            self.frames_left -= 1;
            let mut new = ctx.input_mut(|input| take_typed(&mut input.events));
            self.held_back.append(&mut new);
            ctx.request_repaint();
        } else if !self.held_back.is_empty() {
            let held_back = std::mem::take(&mut self.held_back);
            ctx.input_mut(|input| input.events.splice(0..0, held_back).for_each(drop));
        }
    }
}

/// Takes what was typed out of `events`.
pub(crate) fn take_typed(events: &mut Vec<Event>) -> Vec<Event> {
    let is_typed = |event: &mut Event| matches!(event, Event::Key { .. } | Event::Text(_));
    events.extract_if(.., is_typed).collect()
}
