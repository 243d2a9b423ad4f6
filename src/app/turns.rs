//! How much of what was typed one frame takes in.
//!
//! A key or a click may change what the keys after it mean: it shuts a dialog, leaves a field, leads
//! into one. On a slow machine, or by quick fingers, these come in the same frame. They wait for the
//! next one, in order, before anything looks at them; so they mean what they mean by then.

use eframe::egui::{Context, Event, Key, Memory, Plugin, RawInput, Ui};

/// Events that wait for the next frame.
#[derive(Default)]
struct Turns {
    waiting: Vec<Event>,
}

impl Plugin for Turns {
    fn debug_name(&self) -> &'static str {
        "turns"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        input.events.splice(0..0, self.waiting.drain(..)).for_each(drop);
        let at = end_of_turn(&input.events, Ear::of(ctx));
        self.waiting = input.events.split_off(at);
    }

    fn on_end_pass(&mut self, ui: &mut Ui) {
        if !self.waiting.is_empty() {
            ui.request_repaint();
        }
    }
}

/// Sees to it that frames are so divided, from the next one on.
pub(crate) fn keep(ctx: &Context) {
    ctx.plugin_or_default::<Turns>();
}

/// Lets `events` come in the next frame, before all others.
pub(crate) fn later(ctx: &Context, events: Vec<Event>) {
    if !events.is_empty() {
        ctx.plugin_or_default::<Turns>().lock().waiting.splice(0..0, events).for_each(drop);
    }
}

/// Takes what was typed out of `events`.
pub(crate) fn take_typed(events: &mut Vec<Event>) -> Vec<Event> {
    events.extract_if(.., |event| is_typed(event)).collect()
}

fn is_typed(event: &Event) -> bool {
    use Event::{Copy, Cut, Ime, Key, Paste, Text};
    matches!(event, Key { .. } | Text(_) | Ime(_) | Copy | Cut | Paste(_))
}

/// What hears the keys.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Ear {
    /// Nothing in particular: keys are commands.
    Window,
    /// A button, a list, a dialog.
    Widget,
    /// A text field.
    Field,
}

impl Ear {
    fn of(ctx: &Context) -> Self {
        let is_covered = ctx.memory(|memory| memory.top_modal_layer().is_some());
        if ctx.text_edit_focused() {
            Self::Field
        } else if is_covered || ctx.memory(Memory::focused).is_some() {
            Self::Widget
        } else {
            Self::Window
        }
    }

    /// Whether the event may change what the keys after it mean.
    fn may_turn(self, event: &Event) -> bool {
        match event {
            Event::PointerButton { pressed: false, .. } => true,
            Event::Key { key: Key::Enter | Key::Escape, pressed: true, .. } => self != Self::Window,
            Event::Key { key: Key::Space, pressed: true, .. } => self == Self::Widget,
            _ => false,
        }
    }
}

/// How many of `events` one frame takes in; all of them where nothing typed is left after those.
fn end_of_turn(events: &[Event], ear: Ear) -> usize {
    let all = events.len();
    let Some(turn) = events.iter().position(|event| ear.may_turn(event)) else { return all };
    // A space is a key and a letter.
    let is_space = |event: &Event| matches!(event, Event::Text(text) if text == " ");
    let end = turn + 1 + usize::from(events.get(turn + 1).is_some_and(is_space));
    let is_press =
        |event: &Event| is_typed(event) && !matches!(event, Event::Key { pressed: false, .. });
    if events.iter().skip(end).any(is_press) { end } else { all }
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::{Modifiers, PointerButton, Pos2};

    fn key(key: Key, pressed: bool) -> Event {
        let modifiers = Modifiers::NONE;
        Event::Key { key, physical_key: None, pressed, repeat: false, modifiers }
    }

    fn check(ear: Ear, events: &[Event], expected: usize) {
        assert_eq!(end_of_turn(events, ear), expected, "{ear:?}: {events:?}");
    }

    #[test]
    fn what_follows_a_key_that_may_shut_a_dialog_waits() {
        let events = [key(Key::A, true), key(Key::Enter, true), key(Key::N, true)];
        check(Ear::Field, &events, 2);
        check(Ear::Widget, &events, 2);
        check(Ear::Window, &events, 3);
    }

    #[test]
    fn letting_a_key_go_waits_for_nothing() {
        check(Ear::Field, &[key(Key::Escape, true), key(Key::Escape, false)], 2);
    }

    #[test]
    fn a_space_is_typed_into_a_field_and_presses_a_button() {
        let space = [key(Key::Space, true), Event::Text(" ".into())];
        let events = [&space[..], &[key(Key::A, true), Event::Text("a".into())]].concat();
        check(Ear::Field, &events, 4);
        check(Ear::Widget, &events, 2);
    }

    #[test]
    fn what_is_typed_after_a_click_waits() {
        let click = |pressed| Event::PointerButton {
            pos: Pos2::ZERO,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        check(Ear::Window, &[click(true), click(false), key(Key::D, true)], 2);
    }
}
